"""The lists of one subject group: what opens an award, who scores, what decides equal points."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any, get_args

from thiduaqt.domain.errors import NotAllowed
from thiduaqt.domain.plan import Scorer, Threshold, TieBreaker, TieKind
from thiduaqt.domain.scoring.words import SCORER_WORDS, plain, threshold_words
from thiduaqt.domain.text import clean, fold
from thiduaqt.ui.forms.reading import UnreadableNumber, read_number
from thiduaqt.ui.i18n import translate
from thiduaqt.ui.screens.movements.list_editor import Cell, ListSpec, text_cell

Names = Callable[[], Mapping[str, str]]
_YES = "x"
_REACHED = re.compile(
    r"(?P<word>trên|tren|>(?!=)|từ|tu|>=|≥)?\s*(?P<number>[^%]*?)\s*(?P<share>%?)"
)


def key_of(words: Mapping[Any, str], text: str) -> Any:  # noqa: ANN401 - a key of ``words``
    """Return the key of the word typed. Raises NotAllowed."""
    wanted = fold(text)
    for key, word in words.items():
        if fold(word) == wanted:
            return key
    raise NotAllowed(f"Không có “{text}” trong danh sách.", todo="Chọn một dòng trong danh sách.")


def labels_of(titles: Mapping[str, str]) -> dict[str, str]:
    """Return criteria and sections by code as lists offer them: a title met twice has its code."""
    texts = list(titles.values())
    return {
        code: f"{title} ({code})" if texts.count(title) > 1 else title
        for code, title in titles.items()
    }


def codes_in(text: str, titles: Mapping[str, str]) -> tuple[str, ...]:
    """Read titles or codes parted by ";" (codes by "," too) into codes. Raises NotAllowed."""
    known = {fold(code): code for code in titles}
    known |= {fold(label): code for code, label in labels_of(titles).items()}
    found: list[str] = []
    for part in _parts(text, known):
        if fold(part) not in known:
            raise NotAllowed(
                f"Không có tiêu chí “{part}” trong nhóm này.",
                todo="Chọn trong danh sách; nhiều tiêu chí cách nhau bằng dấu chấm phẩy.",
            )
        found.append(known[fold(part)])
    return tuple(dict.fromkeys(found))


def _parts(text: str, known: Mapping[str, str]) -> Sequence[str]:
    if fold(text) in known:  # a title may hold signs of its own
        return (clean(text),)
    parts = [clean(part) for part in text.split(";")]
    if len(parts) == 1 and fold(parts[0]) not in known:
        parts = [clean(part) for part in text.split(",")]
    return [part for part in parts if part]


def reached_text(threshold: Threshold) -> str:
    """Return the points of a threshold as they are typed: "85", "trên 95%"."""
    if threshold.points is None:
        return ""
    sign = "%" if threshold.percent else ""
    return f"{'' if threshold.inclusive else 'trên '}{plain(threshold.points)}{sign}"


def read_reached(text: str) -> Mapping[str, Any]:
    """Read "85", "trên 95%", "từ 80 %" into the fields of a threshold. Raises NotAllowed."""
    match = _REACHED.fullmatch(clean(text).lower().removesuffix(" điểm"))
    try:
        number = read_number(match["number"]) if match else None
    except UnreadableNumber:
        number = None
    if clean(text) and (match is None or number is None):
        raise NotAllowed(f"“{text}” không phải là số điểm.", todo="Gõ ví dụ 90, trên 90 hoặc 80%.")
    return {
        "points": number,
        "percent": bool(match and match["share"]),
        "inclusive": not (match and match["word"] in ("trên", "tren", ">")),
    }


def _codes_cell(field: str, title: str, names: Names) -> Cell:
    def show(item: Any) -> str:  # noqa: ANN401 - a threshold
        labels = labels_of(names())
        return "; ".join(labels.get(code, code) for code in getattr(item, field))

    return Cell(
        key=field,
        title=title,
        show=show,
        read=lambda text: {field: codes_in(text, names())},
        width=120,
        editor="choice",
        choices=lambda: ("", *labels_of(names()).values()),
    )


def thresholds(awards: Callable[[], Mapping[str, str]], names: Names) -> ListSpec:
    """Return what opens an award; ``awards`` and ``names`` (of criteria) are by code."""
    return ListSpec(
        part="thresholds",
        one=translate("GroupEditor", "mức xét khen"),
        prompt=translate("GroupEditor", "Chọn hình thức khen"),
        cells=(
            Cell(
                key="award",
                title=translate("GroupEditor", "Hình thức"),
                show=lambda item: awards().get(item.award, item.award),
                read=lambda text: {"award": key_of(awards(), text)},
                stretch=True,
                editor="choice",
                choices=lambda: list(awards().values()),
                free=False,
            ),
            Cell(
                key="points",
                title=translate("GroupEditor", "Từ điểm"),
                show=reached_text,
                read=read_reached,
                width=76,
            ),
            Cell(
                key="no_fatal",
                title=translate("GroupEditor", "Không liệt"),
                show=lambda item: _YES if item.no_fatal else "",
                read=lambda text: {"no_fatal": bool(text.strip())},
                width=76,
            ),
            _codes_cell("all_of", translate("GroupEditor", "Phải đạt"), names),
            _codes_cell("any_of", translate("GroupEditor", "Một trong"), names),
            text_cell("wording", translate("GroupEditor", "Câu trong kế hoạch"), width=150),
            Cell(
                key="words",
                title=translate("GroupEditor", "Nghĩa là"),
                show=lambda item: threshold_words(item, dict(names())),
                width=220,
                muted=True,
            ),
        ),
        fresh=lambda _items, _values: Threshold(award=next(iter(awards()), "")),
    )


def _tie_words() -> dict[TieKind, str]:
    return {
        "criterion": translate("GroupEditor", "Điểm tiêu chí"),
        "section": translate("GroupEditor", "Điểm nhóm tiêu chí"),
        "measure": translate("GroupEditor", "Số đo của tiêu chí"),
        "earlier_awards": translate("GroupEditor", "Số lần đã khen trước đây"),
        "size": translate("GroupEditor", "Quy mô đơn vị"),
        "vote": translate("GroupEditor", "Hội đồng bỏ phiếu"),
    }


def _orders() -> dict[str, str]:
    return {
        "more": translate("GroupEditor", "nhiều hơn"),
        "less": translate("GroupEditor", "ít hơn"),
    }


def ties(names: Names) -> ListSpec:
    """Return what decides equal points, in order; ``names`` are criteria and sections by code."""

    def code(text: str) -> Mapping[str, Any]:
        found = codes_in(text, names())
        return {"code": found[0] if found else ""}

    words = _tie_words()
    return ListSpec(
        part="tie_breakers",
        one=translate("GroupEditor", "quy tắc"),
        prompt=translate("GroupEditor", "Hội đồng bỏ phiếu"),
        cells=(
            Cell(
                key="kind",
                title=translate("GroupEditor", "So sánh"),
                show=lambda item: words[item.kind],
                read=lambda text: {"kind": key_of(words, text)},
                stretch=True,
                editor="choice",
                choices=list(words.values()),
                free=False,
            ),
            Cell(
                key="code",
                title=translate("GroupEditor", "Tiêu chí"),
                show=lambda item: labels_of(names()).get(item.code, item.code),
                read=code,
                width=120,
                editor="choice",
                choices=lambda: ("", *labels_of(names()).values()),
            ),
            Cell(
                key="order",
                title=translate("GroupEditor", "Hơn là"),
                show=lambda item: _orders()[item.order],
                read=lambda text: {"order": key_of(_orders(), text)},
                width=90,
                editor="choice",
                choices=list(_orders().values()),
                free=False,
            ),
        ),
        fresh=lambda _items, _values: TieBreaker(kind=get_args(TieKind)[-1]),
    )


def scorers() -> ListSpec:
    """Return who scores, and whose result counts."""
    return ListSpec(
        part="scorers",
        one=translate("GroupEditor", "người chấm"),
        prompt=translate("GroupEditor", "Hội đồng chấm"),
        cells=(
            Cell(
                key="role",
                title=translate("GroupEditor", "Ai chấm"),
                show=lambda item: SCORER_WORDS[item.role],
                read=lambda text: {"role": key_of(SCORER_WORDS, text)},
                stretch=True,
                editor="choice",
                choices=list(SCORER_WORDS.values()),
                free=False,
            ),
            Cell(
                key="name",
                title=translate("GroupEditor", "Tên"),
                show=lambda item: str(item.name),
                read=lambda text: {"name": clean(text)},
                width=96,
            ),
            Cell(
                key="counts",
                title=translate("GroupEditor", "Được tính"),
                show=lambda item: _YES if item.counts else "",
                read=lambda text: {"counts": bool(text.strip())},
                width=76,
            ),
        ),
        fresh=lambda _items, _values: Scorer(role="officer"),
    )
