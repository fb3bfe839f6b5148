"""How each criterion is scored, in words that stand in a column of a table."""

from __future__ import annotations

from decimal import Decimal

from thiduaqt.domain.plan import Criterion, Scorer, ScorerRole, Section, Step
from thiduaqt.domain.plan_text.words import figure, how_many

SCORER_WORDS: dict[ScorerRole, str] = {
    "self": "đơn vị, cá nhân tự chấm",
    "cluster": "khối, cụm thi đua chấm",
    "officer": "bộ phận thường trực thẩm định, chấm",
    "council": "Hội đồng Thi đua - Khen thưởng chấm",
    "outside": "cơ quan, đơn vị có liên quan chấm",
}


def scored(criterion: Criterion) -> bool:
    """Tell whether a criterion gives or takes points."""
    return criterion.points is not None or bool(
        criterion.steps or criterion.letters or criterion.per_item
    )


def rule_words(criterion: Criterion) -> str:
    """Return how the points of a criterion come about, with everything that bears on them."""
    parts = [_rule(criterion), _fatal(criterion), _left_out(criterion), _proof(criterion)]
    if criterion.scorer is not None:
        parts.append(SCORER_WORDS[criterion.scorer])
    return "; ".join(part for part in parts if part)


def _rule(criterion: Criterion) -> str:
    if criterion.steps:
        return _bands(criterion)
    if criterion.letters:
        grades = [f"{letter.name}: {figure(letter.points)} điểm" for letter in criterion.letters]
        return "; ".join(grades)
    rules = {
        "gate": _yes_no,
        "check": _yes_no,
        "points": _up_to,
        "bonus": _bonus,
        "penalty": _penalty,
        "ratio": _ratio,
        "inverse": _inverse,
        "count": _counted,
        "sample": _sample,
        "index": _index,
    }
    return rules.get(criterion.kind, _up_to)(criterion)


def _most(criterion: Criterion) -> str:
    return "" if criterion.points is None else f"{figure(criterion.points)} điểm"


def _unit(criterion: Criterion) -> str:
    return criterion.unit or "lần"


def _measured_in(criterion: Criterion) -> str:
    percent = criterion.unit == "%" or (criterion.denominator and not criterion.unit)
    return "%" if percent else f" {criterion.unit}" if criterion.unit else ""


def _yes_no(criterion: Criterion) -> str:
    most = _most(criterion)
    return f"đạt: {most}; không đạt: 0 điểm" if most else "đạt hoặc không đạt"


def _up_to(criterion: Criterion) -> str:
    return f"chấm từ 0 đến {_most(criterion)}" if criterion.points is not None else ""


def _bonus(criterion: Criterion) -> str:
    if criterion.per_item is not None:
        return f"cộng {_each(criterion)}"
    return f"cộng tối đa {_most(criterion)}"


def _penalty(criterion: Criterion) -> str:
    if criterion.per_item is not None:
        return f"trừ {_each(criterion)}"
    return f"trừ tối đa {_most(criterion)}"


def _counted(criterion: Criterion) -> str:
    return _each(criterion) if criterion.per_item is not None else _up_to(criterion)


def _each(criterion: Criterion) -> str:
    points = figure(criterion.per_item or Decimal(0))
    limit = f", tối đa {_most(criterion)}" if criterion.points is not None else ""
    return f"{points} điểm mỗi {_unit(criterion)}{limit}"


def _share(criterion: Criterion) -> str:
    if criterion.numerator and criterion.denominator:
        return f"tỷ lệ {criterion.numerator} trên {criterion.denominator}"
    return criterion.numerator or "tỷ lệ đạt được"


def _ratio(criterion: Criterion) -> str:
    share = _share(criterion)
    if criterion.target is not None:
        full = f"{figure(criterion.target)}{_measured_in(criterion) or '%'}"
        return f"{share}: đạt {full} trở lên được {_most(criterion)}, thấp hơn tính theo tỷ lệ"
    return f"{share}, nhân với {_most(criterion)}"


def _inverse(criterion: Criterion) -> str:
    """Return all points up to the target, then what each one above it costs."""
    what = criterion.numerator or "số đo"
    full = f"{figure(criterion.target or Decimal(0))}{_measured_in(criterion)}"
    opening = f"{what} không quá {full} được {_most(criterion)}"
    if criterion.per_item is not None:
        each = figure(criterion.per_item)
        return f"{opening}, mỗi {_unit(criterion)} vượt quá trừ {each} điểm"
    return f"{opening}, nhiều hơn thì giảm theo tỷ lệ"


def _sample(criterion: Criterion) -> str:
    most = _most(criterion)
    return f"khảo sát mẫu; đạt: {most}; không đạt: 0 điểm" if most else "khảo sát mẫu"


def _index(criterion: Criterion) -> str:
    by = f" do {criterion.issued_by} công bố" if criterion.issued_by else " được công bố"
    limit = f", tối đa {_most(criterion)}" if criterion.points is not None else ""
    return f"theo chỉ số{by}{limit}"


def _bands(criterion: Criterion) -> str:
    opening = f"{_share(criterion)}: " if criterion.numerator else ""
    unit = _measured_in(criterion)
    bands = [f"{band_words(step, unit)}: {figure(step.points)} điểm" for step in criterion.steps]
    by = f" (theo {criterion.issued_by})" if criterion.issued_by else ""
    return opening + "; ".join(bands) + by


def band_words(step: Step, unit: str = "") -> str:
    """Return one band: "từ 80% đến dưới 90%", "trên 90%", "dưới 50%"."""
    low = f"{figure(step.low)}{unit}" if step.low is not None else ""
    high = f"{figure(step.high)}{unit}" if step.high is not None else ""
    if low and low == high:
        return f"đúng {low}"
    if not low:
        opening = "không quá" if step.high_inclusive else "dưới"
        return f"{opening} {high}" if high else "mọi mức"
    if not high:
        return f"từ {low} trở lên" if step.low_inclusive else f"trên {low}"
    opening = "từ" if step.low_inclusive else "trên"
    until = "đến" if step.high_inclusive else "đến dưới"
    return f"{opening} {low} {until} {high}"


def _fatal(criterion: Criterion) -> str:
    if criterion.fatal_below is None:
        return ""
    return f"dưới {figure(criterion.fatal_below)} điểm là tiêu chí liệt"


def _left_out(criterion: Criterion) -> str:
    return "không áp dụng thì không tính vào tổng điểm" if criterion.not_applicable else ""


def _proof(criterion: Criterion) -> str:
    if criterion.evidence_wanted:
        return f"minh chứng: {criterion.evidence_wanted}"
    return "có minh chứng" if criterion.evidence else ""


def section_words(section: Section) -> str:
    """Return how the results of a section's items make one."""
    rules = {
        "sum": "",
        "highest": "tính mục có điểm cao nhất",
        "average": "tính điểm trung bình của các mục áp dụng",
        "all": "phải đạt tất cả",
        "any": "đạt ít nhất một mục",
        "at_least": f"đạt ít nhất {how_many(section.at_least or 1, 'mục')}",
    }
    parts = [rules[section.combine]]
    if section.most is not None:
        parts.append(f"tối đa {figure(section.most)} điểm")
    if section.least is not None:
        parts.append(f"trừ không quá {figure(-section.least)} điểm")
    return "; ".join(part for part in parts if part)


def scorers_words(scorers: tuple[Scorer, ...]) -> str:
    """Return who scores in turn, and whose score counts."""
    names = [_scorer(scorer) for scorer in scorers]
    counts = next((_scorer(scorer) for scorer in scorers if scorer.counts), "")
    said = "; ".join(names)
    if len(scorers) < 2 or not counts:
        return said
    return f"{said}. Kết quả chính thức lấy theo điểm của bước: {counts}"


def _scorer(scorer: Scorer) -> str:
    if not scorer.name:
        return SCORER_WORDS[scorer.role]
    return f"{scorer.name} tự chấm" if scorer.role == "self" else f"{scorer.name} chấm"
