"""The packs of five real plans hold what was read from those plans by hand."""

from __future__ import annotations

from functools import cache

import pytest

from tests.plan_facts import CODES, Fact, facts, plain
from thiduaqt.catalog.packs import list_packs, load_pack
from thiduaqt.domain.plan import MovementPlan, PlanDocument, PlanPack, Target

SIGNS = {"=": "=", "≥": ">=", ">": ">", "text": "text"}
AWARDS = {
    "Cờ thi đua": "emulation_flag",
    "Bằng khen": "diploma_of_merit",
    "Giấy khen": "certificate_of_merit",
}
FIRST = {  # how many targets stand in the list of the plan
    "bac_ninh_2025": 19,
    "nam_dong_2025": 10,
}


@cache
def pack(code: str) -> PlanPack:
    return load_pack(code)


def document(code: str) -> PlanDocument:
    return pack(code).document


def first(code: str) -> MovementPlan:
    return pack(code).movements[0]


def bases_text(code: str) -> str:
    return plain("\n".join(basis.text for basis in document(code).legal_bases))


# --- The document ------------------------------------------------------------------------------


@pytest.mark.parametrize("code", CODES)
def test_number_stays_empty_and_the_date_is_as_exact_as_in_the_plan(code: str) -> None:
    dates = {
        "dong_phu_2026": "2026-05",
        "bac_ninh_2025": "2025-09",
        "nghia_trung_2026": "2026-01",
        "cao_minh_2026": "2026-03-27",
        "nam_dong_2025": "2025-08",
    }
    held = document(code)
    assert (held.number, held.symbol, held.date) == ("", "KH-UBND", dates[code])


@pytest.mark.parametrize("code", CODES)
def test_every_dated_document_is_a_legal_basis(code: str) -> None:
    held = bases_text(code)
    for fact in facts(code).of("documents"):
        if not fact.data["date"]:
            continue
        year, month, day = str(fact.data["date"]).split("-")
        assert plain(str(fact.data["number"])) in held, fact
        assert f"{int(day)}/{int(month)}/{year}" in held, fact


@pytest.mark.parametrize("code", CODES)
def test_bases_named_in_the_text_point_to_a_part(code: str) -> None:
    parts = {part.code for chapter in document(code).chapters for part in chapter.parts}
    cited = {basis.cited_in for basis in document(code).legal_bases if basis.cited_in}
    assert cited <= parts
    for basis in document(code).legal_bases:
        assert bool(basis.opening) != bool(basis.cited_in), basis.number


@pytest.mark.parametrize("code", CODES)
def test_every_unit_has_all_its_duties(code: str) -> None:
    held = document(code).responsibilities
    duties = facts(code).of("duties")
    assert len(held) >= len(duties) - 1  # Cao Minh gives one unit its two phases as one duty
    names = plain("\n".join(item.unit for item in held))
    for unit in facts(code).of("units"):
        wanted = [plain(text) for text in unit.texts]
        assert all(text in names for text in wanted), unit
    assert sum(item.receives_nominations for item in held) == 1


@pytest.mark.parametrize("code", CODES)
def test_recipients_and_signing(code: str) -> None:
    held = plain("\n".join(document(code).distribution))
    for fact in facts(code).of("recipients"):
        assert all(plain(text).rstrip(";") in held for text in fact.texts), fact
    assert document(code).signer_name in [
        text for fact in facts(code).of("signing") for text in fact.texts
    ]


@pytest.mark.parametrize("code", CODES)
def test_doubts_about_the_original_are_remarks(code: str) -> None:
    assert len(document(code).remarks) >= 8
    for number, remark in enumerate(document(code).remarks):
        assert remark.endswith("."), number


# --- The movements -----------------------------------------------------------------------------


def figures(code: str) -> list[Fact]:
    return [fact for fact in facts(code).of("targets") if fact.data["value"]]


def twin(code: str, fact: Fact) -> Target:
    """Return the target of the pack that says what the fact was recognised by."""
    wanted = [plain(text) for text in fact.texts if text != "2025"]
    found = [
        target
        for target in first(code).targets
        if all(text in plain(target.statement) for text in wanted)
    ]
    assert found, fact
    return found[0]


@pytest.mark.parametrize("code", CODES)
def test_every_target_with_its_figure_and_operator(code: str) -> None:
    for fact in figures(code):
        target = twin(code, fact)
        assert (target.value, target.unit) == (fact.data["value"], fact.data["unit"]), fact
        bare = fact.data["operator"] == "=" and fact.data["value"] != "100"
        # A percentage under 100 without any word is the least to reach, and the source says so.
        assert target.operator == (">=" if bare else SIGNS[str(fact.data["operator"])]), fact
        assert ("không kèm dấu" in target.source.text) == bare, fact


@pytest.mark.parametrize("code", FIRST)
def test_as_many_targets_as_the_plan_lists(code: str) -> None:
    listed = [target for target in first(code).targets if not target.parent]
    places = {target.source.text.partition(";")[0] for target in listed}
    assert len(places) == FIRST[code]
    assert {fact.data["number"] for fact in figures(code)} - {0} == set(range(1, FIRST[code] + 1))


@pytest.mark.parametrize("code", CODES)
def test_phases(code: str) -> None:
    told = {(fact.data["start"], fact.data["end"]) for fact in facts(code).of("phases")}
    assert {(phase.start, phase.end) for phase in first(code).phases} == told


@pytest.mark.parametrize("code", CODES)
def test_quotas_with_a_number_are_those_of_the_plan(code: str) -> None:
    told = {
        (
            AWARDS[str(fact.data["award"])],
            fact.data["occasion"],
            fact.data["recipient"],
            fact.data["maximum"],
        )
        for fact in facts(code).of("quotas")
    }
    held = {
        (quota.award, quota.round_kind, quota.recipient_kind, quota.maximum)
        for quota in first(code).quotas
        if quota.maximum is not None
    }
    assert held == told


def test_deadlines() -> None:
    report = next(item for item in first("nghia_trung_2026").milestones if item.kind == "report")
    when = report.when
    assert (when.value[5:], when.exclusive, when.recurring, when.every) == (
        "11-15",
        True,
        True,
        "year",
    )
    review = first("dong_phu_2026").milestones[0].when
    assert (review.value[5:], review.recurring, review.wording) == (
        "Q2",
        True,
        "vào Quý II hằng năm",
    )
    checks = [
        item
        for code in ("nghia_trung_2026", "nam_dong_2025")
        for item in first(code).milestones
        if item.kind == "check"
    ]
    assert [item.when.recurring for item in checks] == [True, True]


def test_awards_on_the_day_of_digital_transformation() -> None:
    rounds = first("bac_ninh_2025").rounds
    assert [(item.kind, item.when.value) for item in rounds] == [
        ("interim", "2025-10-10"),
        ("final", "2026-10-10"),
    ]
    assert {item.occasion for item in rounds} == {"Ngày chuyển đổi số"}
    own = [quota for quota in first("bac_ninh_2025").quotas if quota.form == "own"]
    assert {(quota.award, quota.recipient_kind) for quota in own} == {
        ("certificate_of_merit", "collective"),
        ("certificate_of_merit", "individual"),
    }


def test_two_movements_of_one_plan_share_what_the_plan_says_once() -> None:
    one, two = pack("nam_dong_2025").movements
    assert (one.groups, one.phases, one.rounds, one.quotas, one.papers) == (
        two.groups,
        two.phases,
        two.rounds,
        two.quotas,
        two.papers,
    )
    assert (one.milestones, one.routes) == (two.milestones, two.routes)
    assert one.targets
    assert not two.targets
    assert {target.group for target in one.targets} == {"III.1.1"}


@pytest.mark.parametrize("code", CODES)
def test_the_law_opens_every_group_and_every_group_asks_for_proof(code: str) -> None:
    for movement in pack(code).movements:
        assert len(movement.short_name) <= 40
        for group in movement.groups:
            laws = [item.source.tag for item in group.criteria[:3]]
            assert laws == ["law"] * 3, group.code
            assert any(item.evidence for item in group.criteria), group.code
            assert not any(item.title.endswith(".") for item in group.criteria), group.code


def test_the_packs_are_offered_in_this_order() -> None:
    assert [info.code for info in list_packs()] == [
        "cao_minh_2026",
        "dong_phu_2026",
        "nghia_trung_2026",
        "nam_dong_2025",
        "bac_ninh_2025",
        "trong",
    ]
    assert [info.movements for info in list_packs()] == [1, 1, 1, 2, 1, 1]
