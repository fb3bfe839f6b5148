"""What is wrong with a group's criteria themselves, before anybody is scored by them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from thiduaqt.domain.issues import Issue, Severity
from thiduaqt.domain.plan import Criterion, Section, Step, SubjectGroup, Threshold
from thiduaqt.domain.scoring.structure import (
    ZERO,
    Shape,
    doubled,
    has_points,
    is_scored,
    titles,
)
from thiduaqt.domain.scoring.words import plain, step_unit, step_words

_BY_POINTS = frozenset({"points", "bonus", "penalty", "ratio", "inverse", "sample"})


def faults(group: SubjectGroup) -> tuple[Issue, ...]:
    """Return everything that keeps a group's criteria from being scored as the plan means it."""
    shape = Shape(group)
    return (
        *_codes(group, shape),
        *(issue for item in group.criteria for issue in _criterion(item)),
        *(issue for section in group.sections for issue in _section(section, shape)),
        *_references(group),
        *(issue for item in group.thresholds for issue in _threshold(item, group, shape)),
        *_total(group, shape),
        *_scorers(group),
    )


def _issue(code: str, message: str, field: str = "", severity: Severity = "error") -> Issue:
    return Issue(code=code, severity=severity, message=message, field=field)


def _codes(group: SubjectGroup, shape: Shape) -> Iterator[Issue]:
    everything = [item.code for item in group.criteria]
    everything += [section.code for section in group.sections]
    for code in doubled(everything):
        yield _issue("DOUBLE_CODE", f"Mã “{code}” dùng cho hai mục trong một nhóm.", code)
    sections = {section.code for section in group.sections}
    for criterion in group.criteria:
        if criterion.section and criterion.section not in sections:
            words = f"“{criterion.title}” thuộc nhóm tiêu chí “{criterion.section}” không có."
            yield _issue("NO_SECTION", words, criterion.code)
    for section in group.sections:
        if section.parent and section.parent not in sections:
            words = f"“{section.title}” thuộc nhóm tiêu chí “{section.parent}” không có."
            yield _issue("NO_SECTION", words, section.code)
    for code in shape.circling:
        yield _issue("SECTION_CYCLE", f"Nhóm tiêu chí “{code}” nằm trong chính nó.", code)


def _criterion(item: Criterion) -> Iterator[Issue]:
    if not item.title:
        yield _issue("NO_TITLE", f"Tiêu chí “{item.code}” chưa có nội dung.", item.code)
    if item.kind in _BY_POINTS and item.points is None:
        yield _issue("NO_MAXIMUM", f"“{item.title}” chưa ghi điểm tối đa.", item.code)
    if item.points is not None and item.points < 0:
        words = f"“{item.title}” có điểm âm; điểm trừ ghi số dương, cách chấm “điểm trừ”."
        yield _issue("NEGATIVE_POINTS", words, item.code)
    if item.kind == "ratio" and not (item.numerator and item.denominator):
        words = f"“{item.title}” tính theo tỷ lệ nhưng chưa ghi tử số, mẫu số là gì."
        yield _issue("NO_COUNTS", words, item.code, "review")
    if item.kind == "count":
        yield from _count(item)
    if item.kind == "steps" and not item.steps:
        yield _issue("NO_STEPS", f"“{item.title}” chưa có bậc điểm nào.", item.code)
    if item.kind == "letter" and not item.letters:
        yield _issue("NO_LETTERS", f"“{item.title}” chưa có mức xếp loại nào.", item.code)
    yield from _steps(item)
    most = item.points
    if most is not None and item.fatal_below is not None and item.fatal_below > most:
        words = f"“{item.title}”: mức liệt {plain(item.fatal_below)} cao hơn điểm tối đa."
        yield _issue("FATAL_OVER", words, item.code)


def _count(item: Criterion) -> Iterator[Issue]:
    if item.per_item is None:
        yield _issue("NO_RATE", f"“{item.title}” chưa ghi số điểm của mỗi lần.", item.code)
    if item.points is None:
        words = f"“{item.title}” đếm số lần nhưng không có mức tối đa."
        yield _issue("NO_CAP", words, item.code, "review")


def _steps(item: Criterion) -> Iterator[Issue]:
    unit = step_unit(item)
    for step in item.steps:
        if step.low is not None and step.high is not None and step.low > step.high:
            words = f"“{item.title}”: bậc “{step_words(step, unit)}” ngược."
            yield _issue("STEP_REVERSED", words, item.code)
    ordered = sorted(item.steps, key=lambda step: (step.low is not None, step.low or ZERO))
    for lower, upper in pairwise(ordered):
        yield from _between(item, lower, upper, unit)
    best = max((step.points for step in item.steps), default=None)
    if best is not None and item.points is not None and best != item.points:
        words = (
            f"“{item.title}”: bậc cao nhất cho {plain(best)} điểm, điểm tối đa ghi "
            f"{plain(item.points)}."
        )
        yield _issue("STEPS_MAXIMUM", words, item.code, "review")


def _between(item: Criterion, lower: Step, upper: Step, unit: str) -> Iterator[Issue]:
    named = f"“{step_words(lower, unit)}” và “{step_words(upper, unit)}”"
    if lower.high is None or upper.low is None or lower.high > upper.low:
        yield _issue("STEPS_OVERLAP", f"“{item.title}”: hai bậc {named} chồng nhau.", item.code)
        return
    if lower.high < upper.low:
        words = f"“{item.title}”: giữa hai bậc {named} còn khoảng trống."
        yield _issue("STEPS_GAP", words, item.code, "review")
        return
    held = (lower.high_inclusive, upper.low_inclusive)
    edge = f"{plain(upper.low)}{unit if unit == '%' else ''}"
    if held == (True, True):
        words = f"“{item.title}”: giá trị đúng {edge} thuộc cả hai bậc {named}."
        yield _issue("STEPS_EDGE", words, item.code)
    elif held == (False, False):
        words = f"“{item.title}”: giá trị đúng {edge} không thuộc bậc nào."
        yield _issue("STEPS_EDGE", words, item.code)


def _section(section: Section, shape: Shape) -> Iterator[Issue]:
    children = shape.children(section.code)
    if not children:
        yield _issue(
            "EMPTY_SECTION", f"Nhóm tiêu chí “{section.title}” còn trống.", section.code, "review"
        )
    if section.combine == "at_least":
        if section.at_least is None:
            words = f"“{section.title}” chưa ghi phải đạt ít nhất mấy mục."
            yield _issue("NO_COUNT", words, section.code)
        elif section.at_least > len(children):
            words = f"“{section.title}” đòi {section.at_least} mục nhưng chỉ có {len(children)}."
            yield _issue("TOO_MANY_WANTED", words, section.code)
    if section.least is not None and section.least > 0:
        words = f"“{section.title}”: mức trừ tối đa ghi số âm, ví dụ −10."
        yield _issue("LEAST_POSITIVE", words, section.code)


def _references(group: SubjectGroup) -> Iterator[Issue]:
    known = titles(group)
    for threshold in group.thresholds:
        for code in (*threshold.all_of, *threshold.any_of):
            if code not in known:
                words = f"Ngưỡng khen nhắc đến mục “{code}” không có trong nhóm."
                yield _issue("THRESHOLD_DANGLES", words, "thresholds")
    sections = {section.code for section in group.sections}
    for rule in group.tie_breakers:
        if rule.kind not in ("criterion", "section", "measure"):
            continue
        wrong_kind = (rule.kind == "section") != (rule.code in sections)
        if rule.code not in known or wrong_kind:
            words = f"Quy tắc xét khi bằng điểm nhắc đến mục “{rule.code}” không có trong nhóm."
            yield _issue("TIE_DANGLES", words, "tie_breakers")
    for rule in group.tie_breakers[:-1]:
        if rule.kind == "vote":
            words = "Biểu quyết phải là quy tắc cuối cùng khi bằng điểm."
            yield _issue("VOTE_NOT_LAST", words, "tie_breakers", "review")


def _threshold(item: Threshold, group: SubjectGroup, shape: Shape) -> Iterator[Issue]:
    if item.points is None:
        return
    if not has_points(group):
        words = "Ngưỡng khen tính theo điểm nhưng nhóm này không chấm điểm."
        yield _issue("NOT_SCORED", words, "thresholds")
        return
    most = shape.ceiling().whole
    if not item.percent and item.points > most:
        words = f"Ngưỡng {plain(item.points)} điểm cao hơn tổng điểm có thể đạt ({plain(most)})."
        yield _issue("THRESHOLD_OVER", words, "thresholds")


def _total(group: SubjectGroup, shape: Shape) -> Iterator[Issue]:
    if group.total is None:
        return
    real = shape.ceiling()
    if group.total not in (real.base, real.whole):
        words = (
            f"Kế hoạch ghi tổng {plain(group.total)} điểm, cộng các mục được {plain(real.base)}."
        )
        yield _issue("TOTAL_DIFFERS", words, "total", "review")


def _scorers(group: SubjectGroup) -> Iterator[Issue]:
    counting = [scorer for scorer in group.scorers if scorer.counts]
    if len(group.scorers) > 1 and not counting:
        words = "Nhiều người chấm nhưng chưa ghi điểm của ai được tính."
        yield _issue("NO_COUNTING_SCORER", words, "scorers", "review")
    if len({scorer.role for scorer in counting}) > 1:
        words = "Chỉ điểm của một người chấm được tính; kế hoạch ghi nhiều hơn một."
        yield _issue("TWO_COUNTING_SCORERS", words, "scorers")
    roles = {scorer.role for scorer in group.scorers}
    for item in group.criteria:
        if item.scorer is not None and is_scored(item) and roles and item.scorer not in roles:
            words = f"“{item.title}” do người không có trong danh sách người chấm."
            yield _issue("UNKNOWN_SCORER", words, item.code, "review")
