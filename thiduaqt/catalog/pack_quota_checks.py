"""Whether the quotas of a movement say one thing each, in a form that can be counted."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from thiduaqt.domain.plan import FORM_OF_FIELD

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from thiduaqt.catalog.faults import Findings
    from thiduaqt.domain.plan import MovementPlan, Quota

DECIDERS = ("commune", "province", "state")


def check_quotas(
    plan: MovementPlan, awards: Collection[str], years: range, found: Findings
) -> None:
    """Check every quota by itself and all of them for the same number said twice."""
    groups = {group.code for group in plan.groups}
    leagues = {league.code for league in plan.leagues}
    planned = {item.kind for item in plan.rounds}
    for number, quota in enumerate(plan.quotas, start=1):
        place = f"quotas thứ {number} ({quota.award})"
        if quota.award not in awards:
            reason = f"không có hình thức khen “{quota.award}” trong gói quy định"
            found.error(place, "award", reason)
        if quota.group and quota.group not in groups:
            found.error(place, "group", f"không có nhóm “{quota.group}”")
        if quota.league and quota.league not in leagues:
            found.error(place, "league", f"không có bảng “{quota.league}”")
        if quota.decided_by not in DECIDERS:
            found.error(place, "decided_by", f"phải là một trong: {', '.join(DECIDERS)}")
        if quota.year is not None and quota.year not in years:
            found.error(place, "year", f"năm {quota.year} ngoài khoảng 1990 đến 2199")
        if planned and quota.round_kind not in planned and quota.round_kind != "any":
            found.note(place, "round_kind", "kế hoạch không nêu đợt khen này")
        if quota.form == "percent" and quota.base_count is not None and quota.base != "typed":
            found.note(
                place, "base_count", f"không tính theo số này mà đếm theo base = {quota.base}"
            )
        for key, reason in _wrong_form(quota):
            found.error(place, key, reason)
    _check_doubles(plan.quotas, found)


def _wrong_form(quota: Quota) -> Iterator[tuple[str, str]]:
    """Yield (key, reason) of everything in a quota that its form does not allow."""
    for key in ("maximum", "minimum", "base_count", "percent"):
        value = getattr(quota, key)
        if value is not None and value < 0:
            yield key, "không được âm"
    for key, form in FORM_OF_FIELD.items():
        if getattr(quota, key) not in (None, "", (), False) and quota.form != form:
            yield key, f"chỉ dùng với form = {form}"
    if quota.form == "range":
        yield from _wrong_range(quota)
    elif quota.form == "percent":
        yield from _wrong_share(quota)
    elif quota.form == "shared":
        yield from _wrong_shared(quota)
    elif quota.form in ("unlimited", "own") and quota.maximum is not None:
        yield "maximum", f"không đi cùng form = {quota.form}"
    if quota.per_kinds and quota.per != "unit":
        yield "per_kinds", "chỉ dùng với per = unit"


def _wrong_range(quota: Quota) -> Iterator[tuple[str, str]]:
    for key in ("minimum", "maximum"):
        if getattr(quota, key) is None:
            yield key, "phải có vì form = range"
    if None not in (quota.minimum, quota.maximum) and quota.minimum > quota.maximum:  # type: ignore[operator]  # neither is None here
        yield "minimum", "lớn hơn số tối đa"


def _wrong_share(quota: Quota) -> Iterator[tuple[str, str]]:
    if quota.percent is None:
        yield "percent", "phải có vì form = percent"
    elif quota.percent > 100:
        yield "percent", "phải từ 0 đến 100"
    if not quota.base:
        yield "base", "phải nêu tỷ lệ tính trên số nào vì form = percent"


def _wrong_shared(quota: Quota) -> Iterator[tuple[str, str]]:
    kinds = quota.shared_kinds
    if len(set(kinds)) < 2 or len(set(kinds)) < len(kinds):
        yield "shared_kinds", "phải nêu từ hai loại đối tượng khác nhau vì form = shared"
    elif quota.recipient_kind not in kinds:
        yield "recipient_kind", "phải là một trong các loại của shared_kinds"
    if quota.maximum is None:
        yield "maximum", "phải có vì form = shared"


def _check_doubles(quotas: tuple[Quota, ...], found: Findings) -> None:
    keys = Counter(key for quota in quotas for key in _keys(quota))
    for key, count in keys.items():
        if count > 1:
            named = " / ".join(str(part) for part in key if part not in (None, "", ()))
            found.error("quotas", "award", f"số lượng cho {named} ghi hai lần")


def _keys(quota: Quota) -> Iterator[tuple[object, ...]]:
    for kind in dict.fromkeys(quota.kinds):
        yield (
            quota.award, quota.round_kind, kind, quota.year, quota.group, quota.league,
            quota.per, quota.per_kinds, quota.block, quota.added_by,
        )  # fmt: skip
