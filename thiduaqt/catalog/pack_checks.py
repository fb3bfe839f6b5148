"""Whether the parts of a movement pack fit together: codes, references, dates, figures, sources."""

from __future__ import annotations

import typing
from collections import Counter
from dataclasses import fields, is_dataclass
from decimal import Decimal
from itertools import pairwise
from typing import TYPE_CHECKING, Any, TypeVar

from thiduaqt.catalog.pack_criteria_checks import check_group
from thiduaqt.catalog.pack_quota_checks import check_quotas
from thiduaqt.catalog.strict import is_decimal
from thiduaqt.domain.dates import PartialDate
from thiduaqt.domain.plan import Deadline, MovementPlan, PlanDocument, Source, Target
from thiduaqt.domain.records import UnitKind

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator

    from thiduaqt.catalog.faults import Findings

LENGTHS = {"code": 60, "title": 1_000, "short_name": 40}
YEARS = range(1990, 2200)
_BAD_DATE = "phải là ngày viết như 2026-03-27, 2026-03, 2026-Q2 hoặc 2026, hoặc để trống"
_T = TypeVar("_T")


def check_document(document: PlanDocument, codes: Collection[str], found: Findings) -> None:
    """Check the plan as a document; ``codes`` are those of its movements."""
    _check_date(document.date, found, "plan", "date")
    _check_doubles("plan › chapters", (item.code for item in document.chapters), found)
    for number, chapter in enumerate(document.chapters, start=1):
        place = f"plan › chapters thứ {number} ({chapter.code})"
        _check_doubles(f"{place} › parts", (item.code for item in chapter.parts), found)
        for index, part in enumerate(chapter.parts, start=1):
            if part.movement and part.movement not in codes:
                reason = f"gói này không có phong trào “{part.movement}”"
                found.error(f"{place} › parts thứ {index} ({part.code})", "movement", reason)
    bases = Counter(basis.number for basis in document.legal_bases if basis.number)
    for number_, count in bases.items():
        if count > 1:
            found.note("plan › legal_bases", "number", f"căn cứ “{number_}” ghi {count} lần")


def check_movement(plan: MovementPlan, awards: Collection[str], found: Findings) -> None:
    """Check the rules of one movement; ``awards`` are the codes of the award kinds there are."""
    for key, most in LENGTHS.items():
        value: str = getattr(plan, key)
        if not value:
            found.error("", key, "không được để trống")
        elif len(value) > most:
            found.error("", key, f"dài quá {most} chữ")
        elif "\n" in value:
            found.error("", key, "phải viết trên một dòng")
    for family in ("leagues", "groups", "targets", "phases", "milestones", "routes", "papers"):
        _check_doubles(family, (item.code for item in getattr(plan, family)), found)
    _check_times(plan, found)
    _check_targets(plan, found)
    leagues = {league.code for league in plan.leagues}
    for number, group in enumerate(plan.groups, start=1):
        _check_date(group.valid_from, found, f"groups thứ {number} ({group.code})", "valid_from")
        check_group(group, f"groups thứ {number} ({group.code})", awards, leagues, found)
    check_quotas(plan, awards, YEARS, found)
    _check_references(plan, awards, found)


def check_sources(value: object, tell: Callable[[str, str, str], None], root: str = "") -> None:
    """Tell every rule that names no source, or an unconfirmed one as if it were certain."""
    for place, source in parts_of(value, Source, root):
        where = place.removesuffix(" › source")
        if not source.text:
            tell(where, "source", "phải nêu nguồn")
        if source.confidence in ("L", "R") and source.tag != "suggestion":
            reason = "điều chưa kiểm chứng (L, R) chỉ được là gợi ý (tag = suggestion)"
            tell(where, "source", reason)


def parts_of(value: object, kind: type[_T], place: str = "") -> Iterator[tuple[str, _T]]:
    """Yield every value of ``kind`` within a plan, with the entry it belongs to."""
    if isinstance(value, kind):
        yield place, value
    elif isinstance(value, tuple):
        for number, item in enumerate(value, start=1):
            named = getattr(item, "code", "") or getattr(item, "number", "")
            inner = f"{place} thứ {number}" + (f" ({named})" if named else "")
            yield from parts_of(item, kind, inner)
    elif is_dataclass(value):
        for field in fields(value):
            inner = f"{place} › {field.name}" if place else field.name
            yield from parts_of(getattr(value, field.name), kind, inner)


def _check_doubles(place: str, codes: Iterator[str], found: Findings) -> None:
    for code, count in Counter(codes).items():
        if not code:
            found.error(place, "code", "mã không được để trống")
        elif "\n" in code:
            found.error(place, "code", "phải viết trên một dòng")
        elif count > 1:
            found.error(place, "code", f"mã “{code}” dùng {_times(count)}")


def _times(count: int) -> str:
    return "hai lần" if count == 2 else f"{count} lần"


def _check_date(value: str, found: Findings, place: str, key: str) -> bool:
    try:
        PartialDate.from_value(value)
    except ValueError:
        found.error(place, key, _BAD_DATE)
        return False
    return True


def _check_span(start: str, end: str, found: Findings, place: str, keys: tuple[str, str]) -> None:
    checked = [
        _check_date(value, found, place, key) for value, key in zip((start, end), keys, strict=True)
    ]
    # The text of an end known to the year only is shorter; it covers all of that year.
    if all(checked) and start and end and not start.startswith(end) and start > end:
        found.error(place, keys[1], "sớm hơn ngày bắt đầu")


def _check_times(plan: MovementPlan, found: Findings) -> None:
    _check_span(plan.period_start, plan.period_end, found, "", ("period_start", "period_end"))
    for number, phase in enumerate(plan.phases, start=1):
        place = f"phases thứ {number} ({phase.code})"
        _check_span(phase.start, phase.end, found, place, ("start", "end"))
    for place, when in parts_of(plan, Deadline):
        _check_date(when.value, found, place, "value")
        if when.anchor == "event" and not when.event:
            found.error(place, "event", "phải nêu sự kiện vì anchor = event")
        if when.offset and not when.anchor:
            found.error(place, "anchor", "phải nêu mốc mà số ngày offset tính từ đó")
        if abs(when.offset) > 3_660:
            found.error(place, "offset", "quá mười năm")
    rounds = Counter((item.kind, item.name, item.when) for item in plan.rounds)
    for (_, name, _), count in rounds.items():
        if count > 1:
            found.note("rounds", "name", f"đợt “{name}” ghi {_times(count)}")


def _check_targets(plan: MovementPlan, found: Findings) -> None:
    codes = {target.code for target in plan.targets}
    groups = {group.code for group in plan.groups}
    parents = {target.code: target.parent for target in plan.targets}
    for number, target in enumerate(plan.targets, start=1):
        place = f"targets thứ {number} ({target.code})"
        if target.parent and target.parent not in codes:
            found.error(place, "parent", f"không có chỉ tiêu “{target.parent}”")
        elif circles(target.code, parents):
            found.error(place, "parent", "chỉ tiêu nằm trong chính nó (vòng tròn)")
        if target.group and target.group not in groups:
            found.error(place, "group", f"không có nhóm “{target.group}”")
        _check_figures(target, place, found)


def _check_figures(target: Target, place: str, found: Findings) -> None:
    if target.value is not None:
        _check_figure(target, target.value, found, place, "value")
    if target.operator == "text" and (target.value is not None or target.by_year):
        found.note(place, "operator", "có con số nhưng chưa nêu phép so sánh")
    if target.operator != "text" and target.value is None and not target.by_year:
        found.error(place, "value", f"phải có con số vì operator = {target.operator}")
    years = [item.year for item in target.by_year]
    for year, count in Counter(years).items():
        if count > 1:
            found.error(f"{place} › by_year", "year", f"năm {year} ghi {_times(count)}")
        if year not in YEARS:
            found.error(f"{place} › by_year", "year", f"năm {year} ngoài khoảng 1990 đến 2199")
    if any(earlier > later for earlier, later in pairwise(years)):
        found.note(f"{place} › by_year", "year", "các năm không theo thứ tự")
    for item in target.by_year:
        _check_figure(target, item.value, found, f"{place} › by_year ({item.year})", "value")


def _check_figure(target: Target, value: str, found: Findings, place: str, key: str) -> None:
    if not is_decimal(value):
        found.error(place, key, "phải là số thập phân viết với dấu chấm, trong ngoặc kép")
    elif target.unit == "%" and not 0 <= Decimal(value) <= 100:
        found.note(place, key, "tỷ lệ phần trăm ngoài khoảng 0 đến 100")


def circles(code: str, parents: dict[str, str]) -> bool:
    """Tell whether the parents of ``code`` lead back to it."""
    seen = set()
    at = parents.get(code, "")
    while at and at not in seen:
        if at == code:
            return True
        seen.add(at)
        at = parents.get(at, "")
    return False


def _check_references(plan: MovementPlan, awards: Collection[str], found: Findings) -> None:
    groups = {group.code for group in plan.groups}
    for number, route in enumerate(plan.routes, start=1):
        _check_named(f"routes thứ {number} ({route.code})", "awards", route.awards, awards, found)
    for number, paper in enumerate(plan.papers, start=1):
        place = f"papers thứ {number} ({paper.code})"
        _check_named(place, "awards", paper.awards, awards, found)
        _check_named(place, "groups", paper.groups, groups, found)
    unit_kinds = typing.get_args(UnitKind)
    kinds: list[tuple[str, str, Any]] = [
        *((f"groups thứ {n} ({i.code})", "unit_kinds", i) for n, i in enumerate(plan.groups, 1)),
        *((f"leagues thứ {n} ({i.code})", "unit_kinds", i) for n, i in enumerate(plan.leagues, 1)),
        *((f"quotas thứ {n} ({i.award})", "per_kinds", i) for n, i in enumerate(plan.quotas, 1)),
    ]
    for place, key, item in kinds:
        _check_named(place, key, getattr(item, key), unit_kinds, found)


_WORDS = {"awards": "hình thức khen", "groups": "nhóm"}


def _check_named(
    place: str, key: str, named: tuple[str, ...], known: Collection[str], found: Findings
) -> None:
    for name in named:
        if name not in known:
            found.error(place, key, f"không có {_WORDS.get(key, 'loại đơn vị')} “{name}”")
