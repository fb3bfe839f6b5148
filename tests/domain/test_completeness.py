"""What a movement lacks: each fault alone is named, with the place to mend it."""

from dataclasses import replace
from decimal import Decimal

import pytest

from thiduaqt.domain.completeness import missing
from thiduaqt.domain.plan import (
    Criterion,
    Deadline,
    LegalBasis,
    Letter,
    Milestone,
    MovementPlan,
    Phase,
    PlanDocument,
    PlannedRound,
    Quota,
    RegistrationRule,
    Scorer,
    Step,
    SubjectGroup,
    Target,
    Threshold,
    YearValue,
)

CHECK = Criterion(code="c1", title="Có sáng kiến")
GROUP = SubjectGroup(code="ca_nhan", name="Cá nhân", kinds=("individual",), criteria=(CHECK,))
WHOLE = MovementPlan(
    code="xanh",
    title="Thi đua vì môi trường",
    short_name="Môi trường",
    period_start="2026-03-27",
    period_end="2030",
    groups=(GROUP,),
    rounds=(PlannedRound(kind="yearly", name="Hằng năm", when=Deadline(wording="hằng năm")),),
)
DOCUMENT = PlanDocument(
    issuers=("Ủy ban nhân dân xã Minh Họa",),
    signer_form=("CHỦ TỊCH",),
    signer_name="Lò Văn Khải",
    distribution=("Lưu: VT",),
    legal_bases=(
        LegalBasis(number="", issued="", issuer="", subject="", text="Luật Thi đua, khen thưởng"),
    ),
)


def quota(**values: object) -> Quota:
    given: dict[str, object] = {
        "award": "certificate_of_merit",
        "round_kind": "yearly",
        "recipient_kind": "individual",
        "maximum": 5,
    }
    return Quota(**{**given, **values})  # type: ignore[arg-type]


def test_a_whole_movement_lacks_nothing() -> None:
    assert missing(WHOLE, DOCUMENT) == ()


def test_without_rules_only_that_is_said() -> None:
    (gap,) = missing(None, DOCUMENT)
    assert (gap.code, gap.tab) == ("no_rules", "general")


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"title": ""}, "title"),
        ({"short_name": ""}, "short_name"),
        ({"short_name": "x" * 41}, "short_name"),
        ({"period_start": ""}, "period_start"),
        ({"period_end": ""}, "period_end"),
        ({"registration": RegistrationRule(required=True)}, "registration_deadline"),
    ],
)
def test_what_is_told_of_the_movement(values: dict[str, object], field: str) -> None:
    (gap,) = missing(replace(WHOLE, **values), DOCUMENT)  # type: ignore[arg-type]
    assert (gap.tab, gap.field) == ("general", field)


@pytest.mark.parametrize(
    "values",
    [
        {"short_name": "x" * 40},
        {"period_end": "", "period_event": "Đại hội Đảng bộ tỉnh"},
        {"period_start": "", "period_end": "", "period_wording": "giai đoạn 2026 - 2030"},
        {"registration": RegistrationRule(required=True, deadline=Deadline(value="2026-04"))},
        {"registration": RegistrationRule(required=False)},
    ],
)
def test_what_is_enough_for_the_movement(values: dict[str, object]) -> None:
    assert missing(replace(WHOLE, **values), DOCUMENT) == ()  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"issuers": ()}, "issuers"),
        ({"signer_name": ""}, "signer_name"),
        ({"distribution": ()}, "distribution"),
        ({"legal_bases": ()}, "bases"),
    ],
)
def test_what_is_told_of_the_document(values: dict[str, object], field: str) -> None:
    (gap,) = missing(WHOLE, replace(DOCUMENT, **values))  # type: ignore[arg-type]
    assert (gap.tab, gap.field) == ("general", field)
    assert missing(WHOLE, None)[0].field == "document"


def test_number_and_date_may_stay_open_until_the_plan_is_issued() -> None:
    assert (DOCUMENT.number, DOCUMENT.date) == ("", "")
    assert missing(WHOLE, DOCUMENT) == ()


@pytest.mark.parametrize(
    ("values", "code"),
    [
        ({"criteria": ()}, "no_criteria"),
        ({"kinds": ()}, "no_kinds"),
        ({"name": ""}, "no_group_name"),
        ({"league": "mat"}, "lost_league"),
        ({"scorers": (Scorer(role="self"), Scorer(role="officer"))}, "no_scorer"),
        ({"required_checks": 2}, "too_many_checks"),
        ({"thresholds": (Threshold(award="x", all_of=("c9",)),)}, "lost_criterion"),
    ],
)
def test_what_is_told_of_a_group(values: dict[str, object], code: str) -> None:
    group = replace(GROUP, **values)  # type: ignore[arg-type]
    (gap,) = missing(replace(WHOLE, groups=(group,)), DOCUMENT)
    assert (gap.code, gap.tab, gap.item) == (code, "criteria", "ca_nhan")


def test_a_scorer_that_counts_is_enough() -> None:
    group = replace(GROUP, scorers=(Scorer(role="self"), Scorer(role="officer", counts=True)))
    assert missing(replace(WHOLE, groups=(group,)), DOCUMENT) == ()


def test_no_group_at_all() -> None:
    (gap,) = missing(replace(WHOLE, groups=()), DOCUMENT)
    assert (gap.code, gap.tab, gap.field) == ("no_groups", "criteria", "groups")


TEN = Decimal(10)


@pytest.mark.parametrize(
    ("broken", "mended"),
    [
        ({"title": ""}, {"title": "Có"}),
        ({"kind": "points"}, {"kind": "points", "points": TEN}),
        (
            {"kind": "ratio", "points": TEN, "numerator": "hộ"},
            {"kind": "ratio", "points": TEN, "numerator": "hộ", "denominator": "tổng số hộ"},
        ),
        ({"kind": "steps"}, {"kind": "steps", "steps": (Step(points=TEN),)}),
        (
            {"kind": "inverse", "points": TEN},
            {"kind": "inverse", "points": TEN, "target": Decimal(3)},
        ),
        ({"kind": "count"}, {"kind": "count", "per_item": Decimal(2)}),
        ({"kind": "letter"}, {"kind": "letter", "letters": (Letter(name="A", points=TEN),)}),
        (
            {"kind": "index", "points": TEN},
            {"kind": "index", "points": TEN, "issued_by": "Sở Khoa học và Công nghệ"},
        ),
    ],
)
def test_a_criterion_that_cannot_be_scored(
    broken: dict[str, object], mended: dict[str, object]
) -> None:
    def gaps(values: dict[str, object]) -> int:
        item = replace(CHECK, **values)  # type: ignore[arg-type]
        group = replace(GROUP, criteria=(item,))
        return len(missing(replace(WHOLE, groups=(group,)), DOCUMENT))

    assert (gaps(broken), gaps(mended)) == (1, 0)


@pytest.mark.parametrize(
    ("target", "field"),
    [
        (Target(code="1", statement="", operator=">=", value="90"), "statement"),
        (Target(code="1", statement="Hộ có định danh", value="90"), "operator"),
        (Target(code="1", statement="Hộ có định danh", operator=">="), "value"),
    ],
)
def test_a_target_without_operator_or_figure(target: Target, field: str) -> None:
    (gap,) = missing(replace(WHOLE, targets=(target,)), DOCUMENT)
    assert (gap.tab, gap.field, gap.item) == ("targets", field, "1")


def test_a_target_in_words_or_by_years_is_whole() -> None:
    years = (YearValue(year=2026, value="80"),)
    targets = (
        Target(code="1", statement="Nâng cao nhận thức"),
        Target(code="2", statement="Hộ có định danh", operator=">=", by_year=years),
    )
    assert missing(replace(WHOLE, targets=targets), DOCUMENT) == ()


def test_rounds_and_dates() -> None:
    (gap,) = missing(WHOLE, DOCUMENT, rounds_open=False)
    assert (gap.code, gap.tab) == ("no_open_round", "dates")
    undated = replace(WHOLE, rounds=(PlannedRound(kind="yearly", name="Hằng năm"),))
    assert [one.code for one in missing(undated, DOCUMENT)] == ["no_dates"]
    assert [one.code for one in missing(replace(WHOLE, rounds=()), DOCUMENT)] == [
        "no_rounds",
        "no_dates",
    ]
    phased = replace(
        WHOLE,
        phases=(Phase(code="1", name="Giai đoạn 1", start="2026"), Phase(code="2", name="Hai")),
        milestones=(Milestone(code="m", name="Báo cáo"),),
    )
    gaps = missing(phased, DOCUMENT)
    assert [(one.code, one.item) for one in gaps] == [
        ("no_phase_dates", "1"),
        ("no_milestone_date", "0"),
    ]


@pytest.mark.parametrize(
    ("broken", "mended"),
    [
        ({"round_kind": "interim"}, {"round_kind": "any"}),
        ({"form": "range"}, {"form": "range", "minimum": 2}),
        (
            {"form": "percent", "base": "typed", "percent": TEN},
            {"form": "percent", "base": "typed", "percent": TEN, "base_count": 120},
        ),
        (
            {"form": "percent", "base": "units"},
            {"form": "percent", "base": "units", "percent": TEN},
        ),
        ({"form": "percent", "percent": TEN}, {"form": "percent", "percent": TEN, "base": "units"}),
        (
            {"form": "shared"},
            {"form": "shared", "shared_kinds": ("collective", "individual")},
        ),
        ({"group": "khong_co"}, {"group": "ca_nhan"}),
    ],
)
def test_a_quota_that_cannot_be_reckoned(
    broken: dict[str, object], mended: dict[str, object]
) -> None:
    (gap,) = missing(replace(WHOLE, quotas=(quota(**broken),)), DOCUMENT)
    assert (gap.tab, gap.item) == ("quotas", "0")
    assert missing(replace(WHOLE, quotas=(quota(**mended),)), DOCUMENT) == ()


def test_a_round_that_is_missing_is_said_once() -> None:
    quotas = (quota(round_kind="final"), quota(round_kind="final", recipient_kind="collective"))
    gaps = missing(replace(WHOLE, quotas=quotas), DOCUMENT)
    assert [gap.code for gap in gaps] == ["no_round"]


def test_ad_hoc_awards_ask_for_no_planned_round() -> None:
    assert missing(replace(WHOLE, quotas=(quota(round_kind="ad_hoc"),)), DOCUMENT) == ()
