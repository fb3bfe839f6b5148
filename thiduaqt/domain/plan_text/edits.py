"""Puts the paragraphs the officer worded anew into the text, and sees where the data moved on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from thiduaqt.domain.plan import ParagraphEdit
from thiduaqt.domain.plan_text.blocks import BlockState, Node, NodeKind

ADDED = "+"
# A paragraph added after one of these is one of its kind; after anything else it is plain text.
_LIKE: tuple[NodeKind, ...] = ("basis", "numbered", "point", "dash", "text", "closing")


def with_edits(
    nodes: Sequence[Node], edits: Sequence[ParagraphEdit]
) -> tuple[tuple[Node, ...], tuple[ParagraphEdit, ...]]:
    """Return the text with ``edits`` in it, and the edits whose place is gone.

    A line is found again by its hash where lines were put in before it. A heading that is left
    out takes along what stands under it. A key "…+1" adds a paragraph after the one it names.
    """
    placed, lost = _placed(list(_all(nodes)), edits)
    return tuple(_edited(nodes, placed)), tuple(lost)


def added_key(anchor: str, number: int) -> str:
    """Return the key of the ``number``-th paragraph added after the one called ``anchor``."""
    return f"{anchor}{ADDED}{number}"


def anchor_of(key: str) -> str:
    """Return the key after which an added paragraph stands, or "" for any other key."""
    anchor, plus, number = key.rpartition(ADDED)
    return anchor if plus and number.isdigit() else ""


def _all(nodes: Sequence[Node]) -> Iterator[Node]:
    for node in nodes:
        yield node
        yield from _all(node.children)


def _placed(
    nodes: Sequence[Node], edits: Sequence[ParagraphEdit]
) -> tuple[dict[str, list[ParagraphEdit]], list[ParagraphEdit]]:
    """Return each edit under the key it belongs to now, and those that belong nowhere."""
    by_key = {node.key: node for node in nodes}
    # Keys of lines end in their place in the list: one more line above moves them all.
    by_hash = {(_family(node.key), node.hash): node.key for node in reversed(nodes)}
    placed: dict[str, list[ParagraphEdit]] = {}
    lost: list[ParagraphEdit] = []
    for edit in edits:
        key = anchor_of(edit.key) or edit.key
        here = by_key.get(key)
        if edit.was and (here is None or here.hash != edit.was):
            key = by_hash.get((_family(key), edit.was), key)
        if key in by_key:
            placed.setdefault(key, []).append(edit)
        else:
            lost.append(edit)
    return placed, lost


def _family(key: str) -> str:
    return key.rpartition("/")[0]


def _edited(nodes: Sequence[Node], placed: dict[str, list[ParagraphEdit]]) -> Iterator[Node]:
    for node in nodes:
        here = placed.get(node.key, [])
        own = next((edit for edit in here if not anchor_of(edit.key)), None)
        added = [_added(node, edit) for edit in here if anchor_of(edit.key)]
        children = tuple(_edited(node.children, placed))
        inside = added if node.kind not in _LIKE and node.kind != "table" else []
        changed = replace(node, children=(*inside, *children))
        yield _replaced(changed, own) if own is not None else changed
        if not inside:
            yield from added


def _replaced(node: Node, edit: ParagraphEdit) -> Node:
    state: BlockState = "left_out"
    if edit.text:
        state = "edited" if edit.was == node.hash else "outdated"
    text = edit.text or node.text
    return replace(node, text=text, state=state, fresh=node.text, edit=edit.key)


def _added(anchor: Node, edit: ParagraphEdit) -> Node:
    kind: NodeKind = anchor.kind if anchor.kind in _LIKE else "text"
    return Node(key=edit.key, kind=kind, text=edit.text, state="added", edit=edit.key)
