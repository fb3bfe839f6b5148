"""Marks run as the decree and the Vietnamese alphabet have them, closing up what is left out."""

from __future__ import annotations

from dataclasses import replace

from thiduaqt.domain.plan_text.blocks import Node, NodeKind
from thiduaqt.domain.plan_text.numbering import numbered


def node(kind: NodeKind, key: str, *children: Node) -> Node:
    return Node(key=key, kind=kind, text=key, children=children)


def marks(*nodes: Node) -> list[str]:
    return [block.numbering for block in numbered(nodes) if block.state != "left_out"]


def points(count: int) -> tuple[Node, ...]:
    return tuple(node("point", f"p{number}") for number in range(count))


def test_points_follow_the_vietnamese_alphabet_without_f_j_w_z() -> None:
    letters = "abcdđeghiklmnopqrstuvxy"
    assert marks(*points(23)) == [f"{letter})" for letter in letters]


def test_more_points_than_letters_get_dashes() -> None:
    assert set(marks(*points(24))) == {"-"}


def test_a_point_alone_needs_no_letter() -> None:
    assert marks(node("text", "opening"), node("point", "only")) == ["", ""]


def test_chapters_are_roman_and_headings_count_within_them() -> None:
    inner = node("heading", "h2", node("heading", "h21"), node("numbered", "h22"))
    tree = (
        node("chapter", "one", node("heading", "h1"), inner),
        node("chapter", "two", node("heading", "h3")),
    )
    assert marks(*tree) == ["I.", "1.", "2.", "2.1.", "2.2.", "II.", "1."]


def test_articles_of_a_decision() -> None:
    tree = (node("article", "one", node("heading", "h1")), node("article", "two"))
    assert marks(*tree) == ["Điều 1.", "1.", "Điều 2."]


def test_letters_go_on_behind_a_paragraph_between_points() -> None:
    tree = (node("point", "a"), node("table", "t"), node("point", "b"), node("point", "c"))
    assert marks(*tree) == ["a)", "", "b)", "c)"]


def test_letters_start_anew_under_each_heading() -> None:
    tree = (node("heading", "1", *points(2)), node("heading", "2", *points(2)))
    assert marks(*tree) == ["1.", "a)", "b)", "2.", "a)", "b)"]


def test_what_is_left_out_leaves_no_gap_and_takes_its_children_along() -> None:
    gone = replace(node("heading", "2", *points(3)), state="left_out")
    blocks = numbered((node("heading", "1"), gone, node("heading", "3")))
    assert [(block.key, block.numbering) for block in blocks] == [
        ("1", "1."),
        ("2", ""),
        ("3", "2."),
    ]


def test_levels_tell_the_depth() -> None:
    tree = node(
        "chapter",
        "I",
        node("heading", "1", node("point", "a", node("dash", "x")), node("point", "b")),
    )
    more = replace(tree, children=(*tree.children, node("text", "t")))
    levels = {block.key: block.level for block in numbered((more,))}
    assert levels == {"I": 1, "1": 2, "a": 3, "x": 4, "b": 3, "t": 1}


def test_bases_end_with_semicolons_and_the_last_with_a_full_stop() -> None:
    tree = (node("basis", "Luật A;"), node("basis", "Luật B."), node("basis", "Luật C"))
    assert [block.text for block in numbered(tree)] == ["Luật A;", "Luật B;", "Luật C."]
    shorter = (*tree[:2], replace(tree[2], state="left_out"))
    assert [block.text for block in numbered(shorter)][:2] == ["Luật A;", "Luật B."]


def test_keys_stay_unique_where_a_code_occurs_twice() -> None:
    blocks = numbered((node("text", "x"), node("text", "x"), node("text", "x")))
    assert [block.key for block in blocks] == ["x", "x~2", "x~3"]
