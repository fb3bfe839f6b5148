"""What a movement still lacks before it can be used: a list to work off, never a wall."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from thiduaqt.domain.plan import (
    ROUND_WORDS,
    Criterion,
    Deadline,
    MovementPlan,
    PlanDocument,
    Quota,
    QuotaForm,
    SubjectGroup,
    Target,
)

GapTab = Literal["general", "criteria", "targets", "dates", "quotas", "text"]
SHORT_NAME_LENGTH = 40
"""The context bar and the title of the window hold no more (design/mocks, decision 4)."""
_POINTED = ("points", "bonus", "penalty", "ratio", "steps", "inverse", "index")


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """One thing that is missing: ``tab`` and ``field`` say where it is put right.

    ``item`` is the code or the place (counted from 0) of the group, target, round or quota meant,
    empty where the movement as a whole is.
    """

    code: str
    tab: GapTab
    field: str
    text: str
    item: str = ""


def missing(
    rules: MovementPlan | None, document: PlanDocument | None, *, rounds_open: bool = True
) -> tuple[Gap, ...]:
    """Return what is missing, in the order of the tabs.

    ``rounds_open`` tells whether a round of awards was opened, without which nobody can be
    nominated.
    """
    if rules is None:
        text = "Phong trào này chưa kèm nội dung kế hoạch"
        return (Gap(code="no_rules", tab="general", field="title", text=text),)
    return (
        *_general(rules, document),
        *_groups(rules),
        *_targets(rules),
        *_dates(rules, rounds_open=rounds_open),
        *_quotas(rules),
    )


# -- names, period, signer -----------------------------------------------------------------------


def _general(rules: MovementPlan, document: PlanDocument | None) -> Iterator[Gap]:
    register = rules.registration
    lacking = (
        ("title", not rules.title, "Chưa có tên phong trào"),
        ("short_name", not rules.short_name, "Chưa có tên gọn để hiện trên thanh chọn"),
        (
            "short_name",
            len(rules.short_name) > SHORT_NAME_LENGTH,
            f"Tên gọn dài {len(rules.short_name)} chữ, quá {SHORT_NAME_LENGTH}",
        ),
        (
            "period_start",
            not (rules.period_start or rules.period_wording),
            "Chưa có thời gian bắt đầu",
        ),
        (
            "period_end",
            not (rules.period_end or rules.period_event or rules.period_wording),
            "Chưa có thời gian kết thúc",
        ),
        (
            "registration_deadline",
            register is not None and register.required and not _dated(register.deadline),
            "Bắt buộc đăng ký thi đua nhưng chưa có hạn đăng ký",
        ),
    )
    yield from _listed(lacking)
    yield from _listed(_document(document))


def _document(document: PlanDocument | None) -> tuple[tuple[str, bool, str], ...]:
    if document is None:
        return (("document", True, "Chưa có văn bản kế hoạch"),)
    return (
        ("issuers", not document.issuers, "Chưa có cơ quan ban hành kế hoạch"),
        ("signer_form", not document.signer_form, "Chưa chọn thể thức ký kế hoạch"),
        ("signer_name", not document.signer_name, "Chưa có họ tên người ký kế hoạch"),
        ("distribution", not document.distribution, "Chưa có nơi nhận của kế hoạch"),
        ("bases", not document.legal_bases, "Chưa có căn cứ nào của kế hoạch"),
    )


def _listed(lacking: tuple[tuple[str, bool, str], ...]) -> Iterator[Gap]:
    for field, is_missing, text in lacking:
        if is_missing:
            yield Gap(code=f"no_{field}", tab="general", field=field, text=text)


def _dated(when: Deadline) -> bool:
    """Tell whether a date is named in any form: a value, an anchor, or just words."""
    return bool(when.value or when.anchor or when.wording or when.event)


# -- groups and criteria -------------------------------------------------------------------------


def _groups(rules: MovementPlan) -> Iterator[Gap]:
    if not rules.groups:
        text = "Chưa có nhóm đối tượng nào"
        yield Gap(code="no_groups", tab="criteria", field="groups", text=text)
    leagues = {league.code for league in rules.leagues}
    for group in rules.groups:
        yield from _group(group, leagues)
        for item in group.criteria:
            text = _criterion_lacks(item)
            if text:
                yield Gap(
                    code="criterion",
                    tab="criteria",
                    field=f"criterion.{item.code}",
                    item=group.code,
                    text=f"{_named(item.title, 'Tiêu chí')}: {text}",
                )


def _group(group: SubjectGroup, leagues: set[str]) -> Iterator[Gap]:
    def gap(code: str, field: str, text: str) -> Gap:
        name = _named(group.name, "Nhóm đối tượng")
        return Gap(code=code, tab="criteria", field=field, item=group.code, text=f"{name}: {text}")

    if not group.name:
        yield gap("no_group_name", "name", "chưa có tên")
    if not group.criteria:
        yield gap("no_criteria", "criteria", "chưa có tiêu chí")
    if not group.kinds:
        yield gap("no_kinds", "kinds", "chưa chọn tập thể, hộ gia đình hay cá nhân")
    if group.league and group.league not in leagues:
        yield gap("lost_league", "league", "thuộc bảng thi đua không còn trong kế hoạch")
    if group.scorers and not any(scorer.counts for scorer in group.scorers):
        yield gap("no_scorer", "scorers", "chưa chọn ai chấm điểm chính thức")
    if group.required_checks and group.required_checks > _checks(group):
        text = f"yêu cầu đạt {group.required_checks} tiêu chí nhưng chỉ có {_checks(group)}"
        yield gap("too_many_checks", "required_checks", text)
    known = {item.code for item in group.criteria} | {part.code for part in group.sections}
    for rule in group.thresholds:
        if not known.issuperset((*rule.all_of, *rule.any_of)):
            yield gap("lost_criterion", "thresholds", "điều kiện khen nêu tiêu chí không còn")


def _checks(group: SubjectGroup) -> int:
    return sum(item.kind != "gate" for item in group.criteria)


def _criterion_lacks(item: Criterion) -> str:
    pointed = item.kind in _POINTED and item.points is None and not item.steps
    own = {
        "ratio": (not (item.numerator and item.denominator), "chưa ghi tử số, mẫu số của tỷ lệ"),
        "steps": (not item.steps, "chưa có bậc điểm"),
        "inverse": (item.target is None, "chưa có mức để đạt điểm tối đa"),
        "count": (item.per_item is None, "chưa có điểm cho mỗi lần"),
        "letter": (not item.letters, "chưa có các mức xếp loại"),
        "index": (not item.issued_by, "chưa ghi cơ quan công bố chỉ số"),
    }
    lacking = (
        (not item.title, "chưa có nội dung"),
        (pointed and item.kind != "steps", "chưa có điểm"),
        own.get(item.kind, (False, "")),
    )
    return next((text for is_missing, text in lacking if is_missing), "")


# -- targets -------------------------------------------------------------------------------------


def _targets(rules: MovementPlan) -> Iterator[Gap]:
    for target in rules.targets:
        field, text = _target_lacks(target)
        if text:
            yield Gap(
                code="target",
                tab="targets",
                field=field,
                item=target.code,
                text=f"{_named(target.statement, 'Chỉ tiêu')}: {text}",
            )


def _target_lacks(target: Target) -> tuple[str, str]:
    if not target.statement:
        return "statement", "chưa có nội dung"
    figured = bool(target.value or target.by_year)
    if figured and target.operator == "text":
        return "operator", "có số nhưng chưa chọn cách so sánh"
    if not figured and target.operator != "text":
        return "value", "đã chọn cách so sánh nhưng chưa có số"
    return "", ""


# -- rounds and dates ----------------------------------------------------------------------------


def _dates(rules: MovementPlan, *, rounds_open: bool) -> Iterator[Gap]:
    def gap(code: str, field: str, text: str, item: str = "") -> Gap:
        return Gap(code=code, tab="dates", field=field, text=text, item=item)

    if not rules.rounds:
        yield gap("no_rounds", "rounds", "Chưa có đợt khen nào trong kế hoạch")
    elif not rounds_open:
        yield gap("no_open_round", "open_round", "Chưa mở đợt khen nào để nhận hồ sơ")
    whens = [planned.when for planned in rules.rounds]
    whens += [milestone.when for milestone in rules.milestones]
    if not any(map(_dated, whens)):
        yield gap("no_dates", "milestones", "Chưa có mốc thời gian hay thời hạn nào")
    for place, phase in enumerate(rules.phases):
        if not (phase.start or phase.end):
            name = _named(phase.name, "Giai đoạn")
            yield gap("no_phase_dates", "phases", f"{name}: chưa có thời gian", str(place))
    for place, milestone in enumerate(rules.milestones):
        name = _named(milestone.name, "Mốc")
        if not _dated(milestone.when):
            yield gap("no_milestone_date", "milestones", f"{name}: chưa có thời hạn", str(place))
        elif milestone.when.anchor == "event" and not milestone.when.event:
            yield gap("no_event", "milestones", f"{name}: chưa ghi tên sự kiện", str(place))


# -- quotas --------------------------------------------------------------------------------------


def _quotas(rules: MovementPlan) -> Iterator[Gap]:
    # Ad hoc awards come when they come: no occasion of the plan has to foresee them.
    kinds = {"ad_hoc", *(planned.kind for planned in rules.rounds)}
    groups = {group.code for group in rules.groups}
    leagues = {league.code for league in rules.leagues}
    told: set[str] = set()
    for place, quota in enumerate(rules.quotas):
        if quota.round_kind != "any" and quota.round_kind not in kinds:
            words = ROUND_WORDS[quota.round_kind].lower()
            text = f"Có số lượng cho {words} nhưng kế hoạch chưa có đợt này"
            if text not in told:
                told.add(text)
                yield _quota_gap("no_round", "round_kind", text, place)
        text = _quota_lacks(quota)
        if text:
            yield _quota_gap("quota", quota.form, f"Số lượng khen: {text}", place)
        if (quota.group and quota.group not in groups) or (
            quota.league and quota.league not in leagues
        ):
            text = "Số lượng khen nêu nhóm hoặc bảng thi đua không còn trong kế hoạch"
            yield _quota_gap("lost_group", "group", text, place)


def _quota_gap(code: str, field: str, text: str, place: int) -> Gap:
    return Gap(code=code, tab="quotas", field=field, text=text, item=str(place))


def _quota_lacks(quota: Quota) -> str:
    typed = quota.base == "typed" and quota.base_count is None
    lacking: dict[QuotaForm, tuple[tuple[bool, str], ...]] = {
        "range": (
            (None in (quota.minimum, quota.maximum), "chưa đủ hai số của khoảng từ … đến …"),
        ),
        "percent": (
            (quota.percent is None, "chưa có tỷ lệ %"),
            (not quota.base, "chưa chọn tỷ lệ tính trên số nào"),
            (typed, "chưa gõ số gốc để tính tỷ lệ"),
        ),
        "shared": (
            (len(quota.shared_kinds) < 2, "dùng chung nhưng chưa chọn các đối tượng dùng chung"),
            (quota.maximum is None, "dùng chung nhưng chưa có số"),
        ),
    }
    own = lacking.get(quota.form, ())
    return next((text for is_missing, text in own if is_missing), "")


def _named(name: str, word: str) -> str:
    """Return a name short enough for one line of the list."""
    if not name:
        return word
    return name if len(name) <= 60 else f"{name[:57].rstrip()}…"
