"""The quotas of a plan as a table."""

from decimal import Decimal

from thiduaqt.domain.plan import Deadline, MovementPlan, PlannedRound, Quota
from thiduaqt.domain.quota_table import in_words, lines_of, with_maximum

COLLECTIVES = Quota(
    award="certificate_of_merit",
    round_kind="yearly",
    recipient_kind="collective",
    maximum=2,
    wording="tối đa 2 tập thể",
)
UPPER = Quota(
    award="diploma_of_merit",
    round_kind="yearly",
    recipient_kind="individual",
    maximum=20,
    decided_by="province",
)
PLAN = MovementPlan(
    code="thu",
    title="Thử",
    short_name="Thử",
    quotas=(COLLECTIVES, UPPER),
    rounds=(
        PlannedRound(kind="yearly", name="Hằng năm"),
        PlannedRound(kind="final", name="Tổng kết", when=Deadline(value="2030")),
    ),
)


def test_only_what_the_commune_decides_and_every_planned_round() -> None:
    lines = lines_of(PLAN)
    assert [line.occasion for line in lines] == [
        "Khen thưởng hằng năm",
        "Khen thưởng tổng kết 2030",
    ]
    assert [line.shown("collective") for line in lines] == ["2", ""]
    assert [line.shown("individual") for line in lines] == ["", ""]


def test_a_number_that_changes_loses_the_wording_of_the_plan() -> None:
    (yearly, _final) = lines_of(PLAN)
    kept = with_maximum(PLAN.quotas, yearly, "collective", 2)
    assert kept == PLAN.quotas
    changed = with_maximum(PLAN.quotas, yearly, "collective", None)
    assert changed[0].maximum is None
    assert changed[0].wording == ""
    assert changed[1] == UPPER


def test_a_number_in_an_empty_cell_is_a_new_quota() -> None:
    (_yearly, final) = lines_of(PLAN)
    quotas = with_maximum(PLAN.quotas, final, "individual", 20)
    assert len(quotas) == 3
    assert quotas[2].round_kind == "final"
    assert quotas[2].year == 2030
    assert with_maximum(PLAN.quotas, final, "household", None) == PLAN.quotas
    assert in_words(lines_of(PLAN, quotas)) == (
        "Khen thưởng hằng năm: 2 tập thể; Khen thưởng tổng kết 2030: 20 cá nhân"
    )


def test_what_is_more_than_a_number_is_told_in_words() -> None:
    share = Quota(
        award="certificate_of_merit", round_kind="yearly", recipient_kind="individual",
        maximum=None, form="percent", percent=Decimal(20), base="nominated",
    )  # fmt: skip
    (yearly, _final) = lines_of(PLAN, (COLLECTIVES, share))
    assert [yearly.shown(kind) for kind in ("collective", "individual")] == [
        "2",
        "20% số đề nghị",
    ]
    assert in_words([yearly]) == "Khen thưởng hằng năm: 2 tập thể, 20% số đề nghị cá nhân"
    plain = with_maximum((COLLECTIVES, share), yearly, "individual", 4)[1]
    assert (plain.form, plain.maximum, plain.percent) == ("number", 4, None)
