"""Figures as people type and read them: "0,75", "75%", "12/40", "không áp dụng"."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Decimal

from thiduaqt.domain.plan import Operator, Target
from thiduaqt.domain.targets import DONE, NOT_DONE, PERCENT, Figure, ratio
from thiduaqt.domain.text import clean, fold

_PLAIN = re.compile(r"[+-]?\d+(?:[.,]\d+)?", re.ASCII)
_THOUSANDS = re.compile(r"[1-9]\d{0,2}(?:\.\d{3})+(?:,\d+)?", re.ASCII)
_SPACED = re.compile(r"(?<=\d)[ \u00a0](?=\d{3}\b)")
_COUNTS = re.compile(r"(.+?)\s*(?:/|trên)\s*(.+)")
_NOT_APPLICABLE = frozenset(
    {"khong ap dung", "k ap dung", "kad", "k/ad", "n/a", "na", "khong thuoc doi tuong"}
)
_YES = frozenset({"dat", "co", "xong", "da xong", "hoan thanh", "da hoan thanh", "x", "1"})
_NO = frozenset({"khong dat", "chua", "chua dat", "khong", "chua xong", "chua hoan thanh", "0"})
_DIGITS = 18
_PLACES = 2
OPERATOR_WORDS: dict[Operator, str] = {
    ">=": "≥", ">": ">", "=": "=", "<=": "≤", "<": "<", "text": "",
}  # fmt: skip


class BadFigure(ValueError):
    """A text that is no figure for this target; ``todo`` says how to write it."""

    def __init__(self, what: str, todo: str) -> None:
        super().__init__(what)
        self.what = what
        self.todo = todo


@dataclass(frozen=True, slots=True, kw_only=True)
class Typed:
    """A figure as it was typed; nothing at all takes a figure away."""

    figure: Figure
    empty: bool = False


def read_figure(text: str, target: Target) -> Typed:
    """Read what was typed into a cell of ``target``. Raises :class:`BadFigure`.

    Counts ("12/40") are kept with their ratio. Under a target in percent a bare "0,75" may be
    0,75 % or 75 %: it is refused unless what is wanted is as small itself.
    """
    typed = clean(text)
    key = fold(typed)
    if not key:
        return Typed(figure=Figure(), empty=True)
    if key in _NOT_APPLICABLE:
        return Typed(figure=Figure(na=True))
    if target.operator == "text" and key in _YES | _NO:
        return Typed(figure=Figure(value=DONE if key in _YES else NOT_DONE))
    if typed.endswith("%"):
        return Typed(figure=Figure(value=_percent(typed[:-1], target, typed)))
    counts = _COUNTS.fullmatch(typed)
    if counts:
        return Typed(figure=_counts(counts[1], counts[2], target, typed))
    value = _number(typed, typed, counted=target.unit not in ("", PERCENT))
    if target.unit == PERCENT and _may_be_a_part(value, target):
        raise BadFigure(
            f"“{typed}” có thể là {_bare(value)}% hoặc {_bare(value * 100)}%.",
            f"Gõ {_bare(value * 100)}% hoặc {_bare(value)}%.",
        )
    return Typed(figure=Figure(value=value))


def _may_be_a_part(value: Decimal, target: Target) -> bool:
    known = [*(item.value for item in target.by_year), target.value]
    small = any(item is not None and Decimal(item) <= 1 for item in known)
    return 0 < value < 1 and not small


def _percent(text: str, target: Target, whole: str) -> Decimal:
    value = _number(text, whole, counted=False)
    if target.unit == PERCENT:
        return value
    if target.unit:
        raise BadFigure(
            f"“{whole}” là tỷ lệ phần trăm, chỉ tiêu này tính bằng {target.unit}.",
            f"Gõ số {target.unit}.",
        )
    return value / 100


def _counts(first: str, second: str, target: Target, whole: str) -> Figure:
    numerator = _number(first, whole, counted=True)
    denominator = _number(second, whole, counted=True)
    if numerator < 0 or denominator < 0:
        raise BadFigure(f"“{whole}” có số âm.", "Gõ hai số không âm, ví dụ 12/40.")
    if not denominator:
        raise BadFigure(
            f"“{whole}” có mẫu số bằng 0.",
            "Nếu đơn vị không có đối tượng nào, gõ “không áp dụng”.",
        )
    if target.unit not in ("", PERCENT):
        raise BadFigure(
            f"“{whole}” là một tỷ lệ, chỉ tiêu này tính bằng {target.unit}.",
            f"Gõ số {target.unit}.",
        )
    return Figure(
        value=ratio(numerator, denominator, target.unit),
        numerator=numerator,
        denominator=denominator,
    )


def typed_number(text: str, *, counted: bool = False) -> Decimal | None:
    """Return a bare number as it was typed: "0,75", "0.75", counted "1.250"; None for none."""
    try:
        return _number(text, text, counted=counted)
    except BadFigure:
        return None


def _number(text: str, whole: str, *, counted: bool) -> Decimal:
    """Read a number; in what is counted a dot before three digits parts thousands."""
    bare = _SPACED.sub("", text.strip())
    if _THOUSANDS.fullmatch(bare) and (counted or bare.count(".") > 1 or "," in bare):
        bare = bare.replace(".", "")
    elif not _PLAIN.fullmatch(bare):
        raise BadFigure(
            f"“{whole[:40]}” không phải một số liệu.",
            "Gõ số như 0,75 hoặc 75%, hai số đếm như 12/40, hoặc “không áp dụng”.",
        )
    if len(bare) > _DIGITS:
        raise BadFigure(f"“{whole[:40]}” dài quá {_DIGITS} chữ số.", "Xem lại số.")
    return Decimal(bare.replace(",", "."))


# -- words ----------------------------------------------------------------------------------------


def value_words(value: Decimal | None, unit: str = "", *, places: int = _PLACES) -> str:
    """Return a value as it is shown: "87,5%", "0,75", "1.250 hộ"; nothing for None.

    Only what is counted has dots between its thousands: "1.250" of an index is 1,25.
    """
    if value is None:
        return ""
    kept = _rounded(value, places)
    text = _bare(kept) if unit in ("", PERCENT) else _shown(kept)
    return f"{text}%" if unit == PERCENT else f"{text} {unit}".rstrip()


def wanted_words(target: Target, year: int) -> str:
    """Return what a target asks for: "≥ 90%", "phấn đấu ≥ 0,75"; nothing where it is in words."""
    wanted = target.wanted(year)
    if wanted is None or target.operator == "text":
        return ""
    striving = "phấn đấu " if target.striving else ""
    value = value_words(wanted, target.unit, places=_DIGITS)
    return f"{striving}{OPERATOR_WORDS[target.operator]} {value}"


def figure_words(figure: Figure, target: Target, year: int = 0) -> str:
    """Return a figure with its counts: "87,5% (35/40)"; "không áp dụng"; nothing for none.

    With ``year`` it never reads like what is wanted where it is not: 89,996 is no 90.
    """
    if figure.na:
        return "không áp dụng"
    if figure.value is None:
        return ""
    if target.operator == "text":
        return "đã xong" if figure.value >= DONE else "chưa xong"
    wanted = target.wanted(year) if year else None
    places = _PLACES
    while places < _DIGITS and _rounded(figure.value, places) == wanted != figure.value:
        places += 1
    text = value_words(figure.value, target.unit, places=places)
    if figure.numerator is not None and figure.denominator is not None:
        return f"{text} ({_shown(figure.numerator)}/{_shown(figure.denominator)})"
    return f"{text} (bình quân các đơn vị)" if figure.rough else text


def short_words(figure: Figure, target: Target, year: int = 0) -> str:
    """Return a figure without the counts behind it, for where there is little room."""
    return figure_words(
        replace(figure, numerator=None, denominator=None, rough=False), target, year
    )


def cell_words(figure: Figure, target: Target) -> str:
    """Return a figure as it is typed: reading it gives the same figure."""
    if figure.numerator is not None and figure.denominator is not None and not figure.na:
        return f"{_bare(figure.numerator)}/{_bare(figure.denominator)}"
    if figure.na or figure.value is None or target.operator == "text":
        return figure_words(figure, target)
    text = _bare(figure.value)
    return f"{text}%" if target.unit == PERCENT else text


def plain_text(value: Decimal | None) -> str:
    """Return a number as records keep it, empty for None."""
    return "" if value is None else f"{value.normalize():f}"


def _rounded(value: Decimal, places: int) -> Decimal:
    exponent = value.normalize().as_tuple().exponent
    if isinstance(exponent, int) and -exponent <= places:
        return value
    return value.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)


def _bare(value: Decimal) -> str:
    return plain_text(value).replace(".", ",")


def _shown(value: Decimal) -> str:
    """Return a number with dots between thousands and a decimal comma."""
    whole, _, part = plain_text(value).partition(".")
    sign = "-" if whole.startswith("-") else ""
    grouped = f"{int(whole.lstrip('-')):,}".replace(",", ".")
    return f"{sign}{grouped},{part}" if part else f"{sign}{grouped}"
