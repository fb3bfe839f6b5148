"""What the officer words anew stays with its paragraph, and tells when the data moved on."""

from __future__ import annotations

from dataclasses import replace

from tests.plans_invented import small_plan
from thiduaqt.domain.plan import Chapter, ParagraphEdit, Part, PlanDocument
from thiduaqt.domain.plan_text import Block, ComposedPlan, PlanWords, added_key, anchor_of, compose

LINES = ("Một", "Hai", "Ba")
WORDS = PlanWords()


def document(lines: tuple[str, ...] = LINES, *, title: str = "Mục") -> PlanDocument:
    part = Part(code="muc", title=title, lines=lines, numbering="letter")
    other = Part(code="khac", title="Khác", lines=("Bốn",))
    chapter = Chapter(code="c", title="CHƯƠNG", parts=(part, other))
    return replace(small_plan().document, chapters=(chapter,))


def composed(*edits: ParagraphEdit, lines: tuple[str, ...] = LINES) -> ComposedPlan:
    return compose(document(lines), (), WORDS, edits)


def block(plan: ComposedPlan, key: str) -> Block:
    found = plan.block(key)
    assert found is not None
    return found


def hash_of(key: str) -> str:
    return block(composed(), key).hash


def printed(plan: ComposedPlan) -> list[str]:
    return [item.line for item in plan.printed if item.kind == "point"]


def test_a_paragraph_is_replaced_and_keeps_its_letter() -> None:
    plan = composed(ParagraphEdit(key="muc/1", text="Hai mới.", was=hash_of("muc/1")))
    assert printed(plan) == ["a) Một.", "b) Hai mới.", "c) Ba."]
    changed = block(plan, "muc/1")
    assert (changed.state, changed.generated, changed.edit) == ("edited", "Hai.", "muc/1")
    assert changed.hash == hash_of("muc/1")


def test_a_paragraph_left_out_closes_up_the_letters_and_can_be_seen() -> None:
    plan = composed(ParagraphEdit(key="muc/0", text="", was=hash_of("muc/0")))
    assert printed(plan) == ["a) Hai.", "b) Ba."]
    assert block(plan, "muc/0").state == "left_out"
    assert block(plan, "muc/0").text == "Một."


def test_a_heading_left_out_takes_along_what_stands_under_it() -> None:
    plan = composed(ParagraphEdit(key="muc", text=""))
    assert printed(plan) == []
    assert [item.line for item in plan.printed if item.kind == "heading"] == ["1. Khác"]


def test_a_paragraph_is_added_with_the_next_letter() -> None:
    plan = composed(ParagraphEdit(key=added_key("muc/0", 1), text="Một rưỡi."))
    assert printed(plan) == ["a) Một.", "b) Một rưỡi.", "c) Hai.", "d) Ba."]
    assert block(plan, "muc/0+1").state == "added"


def test_what_is_added_to_a_heading_stands_first_under_it() -> None:
    plan = composed(ParagraphEdit(key=added_key("muc", 1), text="Lời dẫn:"))
    keys = [item.key for item in plan.printed]
    assert keys[keys.index("muc") + 1] == "muc+1"
    assert block(plan, "muc+1").kind == "text"


def test_changed_data_under_an_edit_is_flagged_with_what_it_says_now() -> None:
    edit = ParagraphEdit(key="muc/1", text="Hai mới.", was=hash_of("muc/1"))
    plan = composed(edit, lines=("Một", "Hai khác", "Ba"))
    flagged = block(plan, "muc/1")
    assert (flagged.state, flagged.text, flagged.generated) == (
        "outdated",
        "Hai mới.",
        "Hai khác.",
    )


def test_an_edit_follows_its_line_when_others_are_put_before_it() -> None:
    edit = ParagraphEdit(key="muc/1", text="Hai mới.", was=hash_of("muc/1"))
    plan = composed(edit, lines=("Không", "Một", "Hai", "Ba"))
    assert printed(plan) == ["a) Không.", "b) Một.", "c) Hai mới.", "d) Ba."]
    assert block(plan, "muc/2").state == "edited"
    assert block(plan, "muc/2").edit == "muc/1"
    assert not plan.lost


def test_an_edit_whose_place_is_gone_is_reported_and_not_printed() -> None:
    edit = ParagraphEdit(key="mất/0", text="Chữ của cán bộ", was="00")
    plan = composed(edit)
    assert plan.lost == (edit,)
    assert "Chữ của cán bộ" not in " ".join(item.text for item in plan.printed)


def test_a_basis_left_out_leaves_the_full_stop_to_the_one_before() -> None:
    bases = small_plan().document.legal_bases
    two = replace(
        document(), legal_bases=(*bases, replace(bases[0], number="2", text="Nghị định B"))
    )
    plan = compose(two, (), WORDS, (ParagraphEdit(key="basis/2", text=""),))
    assert [b.text for b in plan.printed if b.kind == "basis"] == [
        "Căn cứ Luật Thi đua, khen thưởng."
    ]


def test_the_keys_of_added_paragraphs() -> None:
    assert anchor_of(added_key("a/b", 12)) == "a/b"
    assert anchor_of("a/b") == ""
    assert anchor_of("a+b") == ""
