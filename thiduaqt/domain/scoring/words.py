"""How an item is scored, in the words of the screen and of paper."""

from __future__ import annotations

from decimal import Decimal

from thiduaqt.domain.plan import Criterion, ScorerRole, Section, Step, Threshold
from thiduaqt.domain.scoring.structure import Node, Shape, most_of, rounded

SCORER_WORDS: dict[ScorerRole, str] = {
    "self": "Tự chấm",
    "cluster": "Cụm, khối chấm",
    "officer": "Cán bộ xã chấm",
    "council": "Hội đồng chấm",
    "outside": "Cơ quan khác chấm",
}
_ANSWERS = {
    "gate": "Đạt / Không đạt",
    "check": "Có / Chưa có",
    "sample": "Khảo sát: đạt / không đạt / không áp dụng",
}


def plain(value: Decimal) -> str:
    """Return a number as it is read: "12,5", "1.200", "-3"; never "1E+3", no empty decimals."""
    text = f"{value:,f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    text = "0" if text == "-0" else text
    return text.translate(str.maketrans(",.", ".,")).replace("-", "−")


def points_words(value: Decimal | None) -> str:
    """Return points for a cell; nothing entered is a dash, never a zero."""
    return "—" if value is None else plain(value)


def percent_words(value: Decimal) -> str:
    """Return a share in percent to hundredths: "86,67%"."""
    return f"{plain(rounded(value))}%"


def is_share(criterion: Criterion) -> bool:
    """Tell whether what is measured is a share of two counts, in percent."""
    return bool(criterion.numerator and criterion.denominator)


def step_words(step: Step, unit: str = "") -> str:
    """Return a band in words: "từ 70% đến dưới 90%", "trên 5 vụ", "dưới 50%"."""
    sign = unit if unit == "%" else f" {unit}" if unit else ""
    low = f"{plain(step.low)}{sign}" if step.low is not None else ""
    high = f"{plain(step.high)}{sign}" if step.high is not None else ""
    from_ = "từ" if step.low_inclusive else "trên"
    if low and high:
        to = "đến" if step.high_inclusive else "đến dưới"
        return high if step.low == step.high else f"{from_} {low} {to} {high}"
    if low:
        return f"từ {low} trở lên" if step.low_inclusive else f"trên {low}"
    if high:
        return f"không quá {high}" if step.high_inclusive else f"dưới {high}"
    return "mọi giá trị"


def step_unit(criterion: Criterion) -> str:
    """Return what the bands of an item are counted in."""
    return "%" if is_share(criterion) else criterion.unit


def how_words(criterion: Criterion) -> str:
    """Return how an item is scored, short enough for a column: "Theo bậc, 3 bậc"."""
    most = plain(most_of(criterion))
    each = criterion.unit or "lần"
    per_item = plain(criterion.per_item) if criterion.per_item is not None else ""
    if criterion.kind in _ANSWERS:
        given = f", {most} điểm" if criterion.points is not None else ""
        return f"{_ANSWERS[criterion.kind]}{given}"
    if criterion.kind == "steps" or (criterion.kind == "index" and criterion.steps):
        return f"Theo bậc, {len(criterion.steps)} bậc"
    if criterion.kind in ("bonus", "penalty"):
        word = "cộng" if criterion.kind == "bonus" else "trừ"
        if per_item:
            return f"{word} {per_item} mỗi {each}, tối đa {most}"
        return f"{word} tối đa {most}"
    return {
        "points": f"0 đến {most} điểm",
        "ratio": f"Tỷ lệ nhân {most} điểm",
        "inverse": "Càng ít càng nhiều điểm",
        "count": f"Mỗi {each} {per_item or '?'} điểm",
        "letter": f"Xếp loại, {len(criterion.letters)} mức",
        "index": "Chỉ số do cơ quan khác công bố",
    }[criterion.kind]


def combine_words(section: Section, shape: Shape) -> str:
    """Return how a section makes one result of its parts: "cộng các mục", "phải đạt đủ 2/2"."""
    children = shape.children(section.code)
    count = len(children)
    if section.combine == "sum":
        return _sum_words(section, children)
    words = {
        "highest": "lấy mục cao nhất",
        "average": "trung bình các mục",
        "all": f"phải đạt đủ {count}/{count}",
        "any": f"đạt ít nhất 1/{count}",
        "at_least": f"đạt ít nhất {section.at_least or 1}/{count}",
    }[section.combine]
    return words + _cap_words(section)


def _sum_words(section: Section, children: tuple[Node, ...]) -> str:
    kinds = {child.kind for child in children if isinstance(child, Criterion)}
    apart = bool(children) and kinds <= {"bonus", "penalty"} and len(kinds) > 0
    if apart and not any(isinstance(child, Section) for child in children):
        parts = []
        if section.most is not None:
            parts.append(f"+{plain(section.most)}")
        if section.least is not None:
            parts.append(f"trừ {plain(section.least)}")
        return f"tối đa {', '.join(parts)}" if parts else "cộng, trừ các mục"
    return "cộng các mục" + _cap_words(section)


def _cap_words(section: Section) -> str:
    words = f", tối đa {plain(section.most)}" if section.most is not None else ""
    return words + (f", không dưới {plain(section.least)}" if section.least is not None else "")


def threshold_words(threshold: Threshold, names: dict[str, str]) -> str:
    """Return what opens an award: the plan's own words, else "từ 90 điểm và không có …"."""
    if threshold.wording:
        return threshold.wording
    parts: list[str] = []
    if threshold.points is not None:
        word = "từ" if threshold.inclusive else "trên"
        unit = "% số điểm áp dụng" if threshold.percent else " điểm"
        parts.append(f"{word} {plain(threshold.points)}{unit}")
    if threshold.no_fatal:
        parts.append("không có tiêu chí liệt")
    if threshold.all_of:
        parts.append("đạt " + ", ".join(f"“{names.get(c, c)}”" for c in threshold.all_of))
    if threshold.any_of:
        named = ", ".join(f"“{names.get(c, c)}”" for c in threshold.any_of)
        parts.append(f"đạt một trong {named}" if len(threshold.any_of) > 1 else f"đạt {named}")
    return " và ".join(parts)
