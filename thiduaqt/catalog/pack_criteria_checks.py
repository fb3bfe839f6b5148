"""Whether the criteria of one subject group fit together: tree, bands, thresholds, total."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING

from thiduaqt.domain.scoring.structure import Shape, most_of

if TYPE_CHECKING:
    from collections.abc import Collection
    from decimal import Decimal

    from thiduaqt.catalog.faults import Findings
    from thiduaqt.domain.plan import Criterion, Section, Step, SubjectGroup, Threshold

DEEPEST_SECTION = 8
_NEGATIVE = "không được âm"


def check_group(
    group: SubjectGroup,
    place: str,
    awards: Collection[str],
    leagues: Collection[str],
    found: Findings,
) -> None:
    """Check one subject group; ``place`` names it within its file."""
    before = len(found.errors)
    if group.league and group.league not in leagues:
        found.error(place, "league", f"không có bảng “{group.league}”")
    if not group.kinds:
        found.error(place, "kinds", "phải nêu ít nhất một loại đối tượng")
    if group.version < 1:
        found.error(place, "version", "phải từ 1 trở lên")
    _check_required(group, place, found)
    _check_codes(group, place, found)
    _check_sections(group, place, found)
    for number, item in enumerate(group.criteria, start=1):
        _check_criterion(item, f"{place} › criteria thứ {number} ({item.code})", found)
    known = {one.code for one in group.criteria} | {one.code for one in group.sections}
    for number, rule in enumerate(group.thresholds, start=1):
        spot = f"{place} › thresholds thứ {number} ({rule.award})"
        _check_threshold(rule, spot, awards, known, found)
    _check_ties(group, place, found)
    _check_scorers(group, place, found)
    if len(found.errors) == before:
        _check_total(group, place, found)


def _check_required(group: SubjectGroup, place: str, found: Findings) -> None:
    if group.required_checks is None:
        return
    checks = sum(item.kind == "check" for item in group.criteria)
    if group.required_checks < 0:
        found.error(place, "required_checks", _NEGATIVE)
    elif group.required_checks > checks:
        reason = f"đòi {group.required_checks} mục nhưng nhóm chỉ có {checks}"
        found.note(place, "required_checks", reason)


def _check_codes(group: SubjectGroup, place: str, found: Findings) -> None:
    families = {
        "criteria": [item.code for item in group.criteria],
        "sections": [item.code for item in group.sections],
    }
    for family, codes in families.items():
        for code, count in Counter(codes).items():
            if not code:
                found.error(f"{place} › {family}", "code", "mã không được để trống")
            elif count > 1:
                times = "hai lần" if count == 2 else f"{count} lần"
                found.error(f"{place} › {family}", "code", f"mã “{code}” dùng {times}")
    for code in sorted(set(families["criteria"]) & set(families["sections"])):
        reason = f"mã “{code}” vừa là mục vừa là tiêu chí"
        found.error(f"{place} › sections", "code", reason)


def _check_sections(group: SubjectGroup, place: str, found: Findings) -> None:
    parents = {section.code: section.parent for section in group.sections}
    inside = Counter([*(item.section for item in group.criteria), *parents.values()])
    for number, section in enumerate(group.sections, start=1):
        spot = f"{place} › sections thứ {number} ({section.code})"
        if section.parent and section.parent not in parents:
            found.error(spot, "parent", f"không có mục “{section.parent}”")
        else:
            _check_depth(section, parents, spot, found)
        _check_section(section, inside[section.code], spot, found)
    for number, item in enumerate(group.criteria, start=1):
        if item.section and item.section not in parents:
            spot = f"{place} › criteria thứ {number} ({item.code})"
            found.error(spot, "section", f"không có mục “{item.section}”")


def _check_depth(section: Section, parents: dict[str, str], spot: str, found: Findings) -> None:
    at, depth = section.parent, 1
    while at and depth <= DEEPEST_SECTION:
        if at == section.code:
            found.error(spot, "parent", "mục nằm trong chính nó (vòng tròn)")
            return
        at, depth = parents.get(at, ""), depth + 1
    if at:
        found.error(spot, "parent", f"lồng quá {DEEPEST_SECTION} lớp, hoặc nằm trong vòng tròn")


def _check_section(section: Section, inside: int, spot: str, found: Findings) -> None:
    if section.combine == "at_least":
        if section.at_least is None:
            found.error(spot, "at_least", "phải nêu số mục phải đạt vì combine = at_least")
        elif section.at_least < 1:
            found.error(spot, "at_least", "phải từ 1 trở lên")
        elif section.at_least > inside:
            reason = f"đòi {section.at_least} nhưng bên trong chỉ có {inside}"
            found.note(spot, "at_least", reason)
    elif section.at_least is not None:
        found.error(spot, "at_least", "chỉ dùng với combine = at_least")
    _not_negative(section.most, spot, "most", found)
    if section.least is not None and section.least > 0:
        found.error(spot, "least", "phải là số âm hoặc 0")
    if not inside:
        found.note(spot, "code", "mục này không có gì bên trong")


def _check_criterion(item: Criterion, spot: str, found: Findings) -> None:
    for key in ("points", "per_item", "target", "fatal_below"):
        _not_negative(getattr(item, key), spot, key, found)
    if item.kind == "steps" and not item.steps:
        found.error(spot, "steps", "phải có các bậc vì kind = steps")
    if item.steps and item.kind not in ("steps", "inverse", "index"):
        found.note(spot, "steps", f"không dùng đến với kind = {item.kind}")
    _check_bands(item.steps, spot, found)
    _check_letters(item, spot, found)
    if item.points is not None:
        if item.fatal_below is not None and item.fatal_below > item.points:
            found.error(spot, "fatal_below", "lớn hơn điểm tối đa của tiêu chí")
        if item.kind in ("steps", "letter") and most_of(item) > item.points:
            found.note(spot, "points", "có bậc cho nhiều điểm hơn điểm tối đa")


def _check_letters(item: Criterion, spot: str, found: Findings) -> None:
    if item.kind == "letter" and not item.letters:
        found.error(spot, "letters", "phải có các mức xếp loại vì kind = letter")
    if item.letters and item.kind != "letter":
        found.note(spot, "letters", f"không dùng đến với kind = {item.kind}")
    for name, count in Counter(letter.name for letter in item.letters).items():
        if count > 1:
            found.error(f"{spot} › letters", "name", f"mức “{name}” ghi {count} lần")
    for letter in item.letters:
        _not_negative(letter.points, f"{spot} › letters ({letter.name})", "points", found)


def _not_negative(value: Decimal | None, spot: str, key: str, found: Findings) -> None:
    if value is not None and value < 0:
        found.error(spot, key, _NEGATIVE)


def _check_bands(steps: tuple[Step, ...], spot: str, found: Findings) -> None:
    """Refuse bands that are upside down or lie over each other; point out gaps between them."""
    sound = True
    for number, step in enumerate(steps, start=1):
        if step.points < 0:
            found.note(f"{spot} › steps thứ {number}", "points", "bậc này trừ điểm")
        if not _holds_anything(step):
            sound = False
            found.error(
                f"{spot} › steps thứ {number}", "high", "không có giá trị nào thuộc bậc này"
            )
    if not sound:
        return
    # An open side goes first below and last above; at one edge the inclusive side goes first.
    ordered = sorted(
        steps,
        key=lambda one: (one.low is not None, one.low or 0, not one.low_inclusive),
    )
    for lower, upper in pairwise(ordered):
        _check_edge(lower, upper, spot, found)


def _holds_anything(step: Step) -> bool:
    if step.low is None or step.high is None or step.low < step.high:
        return True
    return step.low == step.high and step.low_inclusive and step.high_inclusive


def _check_edge(lower: Step, upper: Step, spot: str, found: Findings) -> None:
    if upper.low is None or lower.high is None or lower.high > upper.low:
        edge = "−∞" if upper.low is None else str(upper.low)
        found.error(f"{spot} › steps", "low", f"hai bậc chồng lên nhau từ {edge}")
    elif lower.high == upper.low:
        if lower.high_inclusive and upper.low_inclusive:
            found.error(f"{spot} › steps", "low", f"giá trị {upper.low} thuộc cả hai bậc")
        elif not lower.high_inclusive and not upper.low_inclusive:
            found.note(f"{spot} › steps", "low", f"giá trị {upper.low} không thuộc bậc nào")
    else:
        reason = f"từ {lower.high} đến {upper.low} không thuộc bậc nào"
        found.note(f"{spot} › steps", "low", reason)


def _check_threshold(
    rule: Threshold, spot: str, awards: Collection[str], known: Collection[str], found: Findings
) -> None:
    if rule.award not in awards:
        reason = f"không có hình thức khen “{rule.award}” trong gói quy định"
        found.error(spot, "award", reason)
    _not_negative(rule.points, spot, "points", found)
    if rule.percent and rule.points is not None and rule.points > 100:
        found.error(spot, "points", "tỷ lệ phần trăm phải từ 0 đến 100")
    for key in ("all_of", "any_of"):
        for code in getattr(rule, key):
            if code not in known:
                found.error(spot, key, f"không có mục hoặc tiêu chí “{code}”")


def _check_ties(group: SubjectGroup, place: str, found: Findings) -> None:
    criteria = {item.code for item in group.criteria}
    sections = {item.code for item in group.sections}
    known = {"criterion": criteria, "section": sections, "measure": criteria | sections}
    for number, tie in enumerate(group.tie_breakers, start=1):
        spot = f"{place} › tie_breakers thứ {number} ({tie.kind})"
        if tie.kind in ("criterion", "section") and tie.code not in known[tie.kind]:
            found.error(spot, "code", f"không có mục hoặc tiêu chí “{tie.code}”")
        if tie.kind == "measure" and tie.code and tie.code not in known["measure"]:
            found.error(spot, "code", f"không có mục hoặc tiêu chí “{tie.code}”")
        if tie.kind == "vote" and number < len(group.tie_breakers):
            found.note(spot, "kind", "biểu quyết chưa phải là cách cuối cùng")


def _check_scorers(group: SubjectGroup, place: str, found: Findings) -> None:
    roles = Counter((one.role, one.name) for one in group.scorers)
    for (role, _), count in roles.items():
        if count > 1:
            found.error(f"{place} › scorers", "role", f"“{role}” ghi {count} lần")
    counting = sum(one.counts for one in group.scorers)
    if counting > 1:
        found.error(f"{place} › scorers", "counts", "chỉ điểm của một bên được tính")
    elif group.scorers and not counting:
        found.note(f"{place} › scorers", "counts", "chưa nêu điểm của bên nào được tính")


def _check_total(group: SubjectGroup, place: str, found: Findings) -> None:
    _not_negative(group.total, place, "total", found)
    most = Shape(group).ceiling()
    if group.total is not None and group.total not in (most.base, most.whole):
        reason = f"kế hoạch ghi {group.total} điểm, các tiêu chí cho tối đa {most.whole}"
        found.note(place, "total", reason)
    for number, rule in enumerate(group.thresholds, start=1):
        if not rule.percent and rule.points is not None and rule.points > most.whole:
            spot = f"{place} › thresholds thứ {number} ({rule.award})"
            found.note(spot, "points", f"cao hơn tổng điểm có thể đạt ({most.whole})")
