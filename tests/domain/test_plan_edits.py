"""Edits of rules and documents are pure: lists grow, change, shrink and move."""

from thiduaqt.domain import plan_edits
from thiduaqt.domain.plan import MovementPlan, Phase, PlanDocument
from thiduaqt.domain.records import Office, Signer

PHASES = tuple(Phase(code=str(n), name=f"Giai đoạn {n}") for n in (1, 2, 3))
RULES = MovementPlan(code="x", title="X", short_name="X", phases=PHASES)


def names(rules: MovementPlan) -> list[str]:
    return [phase.code for phase in rules.phases]


def test_lists_are_added_to_changed_and_shortened() -> None:
    more = plan_edits.with_added(RULES, "phases", [Phase(code="4", name="Bốn")])
    assert names(more) == ["1", "2", "3", "4"]
    assert names(RULES) == ["1", "2", "3"]
    changed = plan_edits.with_changed(RULES, "phases", {1: {"start": "2027"}, 9: {"start": "x"}})
    assert [phase.start for phase in changed.phases] == ["", "2027", ""]
    assert names(plan_edits.without(RULES, "phases", [0, 2, 7])) == ["2"]


def test_an_item_moves_until_the_end() -> None:
    assert names(plan_edits.with_moved(RULES, "phases", 2, -1)) == ["1", "3", "2"]
    assert names(plan_edits.with_moved(RULES, "phases", 0, -1)) == ["1", "2", "3"]
    assert names(plan_edits.with_moved(RULES, "phases", 0, 9)) == ["2", "3", "1"]
    assert plan_edits.with_moved(RULES, "phases", 7, 1) == RULES


def test_codes_are_fresh_and_readable() -> None:
    assert plan_edits.fresh_code("Tổ công nghệ số", ()) == "to_cong_nghe_so"
    assert plan_edits.fresh_code("Đợt 1", {"dot_1"}) == "dot_1_2"
    assert plan_edits.fresh_code("Đợt 1", {"dot_1", "dot_1_2"}) == "dot_1_3"
    assert plan_edits.fresh_code("…", (), prefix="phase") == "phase"
    assert len(plan_edits.fresh_code("Ủy ban nhân dân " * 9, ())) <= 40


def test_the_letterhead_of_our_office_replaces_a_strangers() -> None:
    office = Office(
        id="1",
        commune_name="Minh Họa",
        province="Bắc Ninh",
        place="Minh Họa",
        signers=(Signer(code="deputy", form=("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"), name="Lê Văn An"),),
    )
    theirs = PlanDocument(
        abstract="Phong trào xanh",
        number="12",
        symbol="KH-UBND",
        date="2026-03-27",
        commune="xã Cao Minh",
        issuers=("Ủy ban nhân dân xã Cao Minh",),
        signer_name="Ma Văn Tuấn",
    )
    ours = plan_edits.with_office(theirs, office)
    assert ours.abstract == "Phong trào xanh"
    assert (ours.number, ours.date, ours.symbol) == ("", "", "KH-UBND")
    assert ours.issuers == ("Ủy ban nhân dân xã Minh Họa",)
    assert (ours.commune, ours.province) == ("xã Minh Họa", "tỉnh Bắc Ninh")
    assert ours.signer_form == ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH")
    assert ours.signer_name == "Lê Văn An"


def test_only_a_decision_of_the_chair_is_signed_without_the_committee() -> None:
    alone = ("CHỦ TỊCH",)
    whole = ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH")
    assert plan_edits.signed_as("KH", alone) == whole
    assert plan_edits.signed_as("KH", whole) == whole
    assert plan_edits.signed_as("QĐ", alone) == alone
    assert plan_edits.signed_as("KH", ()) == ()
