"""Numbers the tree of a plan: I, then 1, then 1.1 for headings; a), b), c), d), đ) for points.

Marks follow Decree 30/2020, Appendix I, II.6: points run in the order of the Vietnamese alphabet
without f, j, w and z. A place with more points than letters gets dashes.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from thiduaqt.domain.plan_text.blocks import Block, Node, NodeKind
from thiduaqt.domain.wording import list_marker, roman

MOST_LETTERS = 23
_COUNTED: tuple[NodeKind, ...] = ("heading", "numbered")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Place:
    """Where children stand: the numbers of the headings above them, and how deep."""

    numbers: tuple[int, ...] = ()
    level: int = 0


def numbered(nodes: Sequence[Node]) -> tuple[Block, ...]:
    """Return the blocks of a whole document in reading order, every key unique."""
    return tuple(_unique(_walk(nodes, _Place())))


def _unique(blocks: Iterator[Block]) -> Iterator[Block]:
    """Tell apart blocks whose data carries the same code twice."""
    seen: dict[str, int] = {}
    for block in blocks:
        times = seen[block.key] = seen.get(block.key, 0) + 1
        yield block if times == 1 else replace(block, key=f"{block.key}~{times}")


def _walk(nodes: Sequence[Node], place: _Place) -> Iterator[Block]:
    points = sum(node.kind == "point" for node in _printed(nodes))
    counts = {"chapter": 0, "article": 0, "counted": 0, "point": 0, "points": points}
    # A point alone has nothing to be told from, and needs no letter.
    letters = 1 < points <= MOST_LETTERS
    last_basis = next((n.key for n in reversed(list(_printed(nodes))) if n.kind == "basis"), "")
    for node in nodes:
        if node.state == "left_out":
            yield _block(node, "", place.level, node.text)
            continue
        mark, inside = _mark(node, place, counts, letters=letters)
        text = _basis(node.text, last=node.key == last_basis) if node.kind == "basis" else node.text
        yield _block(node, mark, inside.level, text)
        yield from _walk(node.children, inside)


def _printed(nodes: Sequence[Node]) -> Iterator[Node]:
    return (node for node in nodes if node.state != "left_out")


def _mark(
    node: Node, place: _Place, counts: dict[str, int], *, letters: bool
) -> tuple[str, _Place]:
    """Return the mark of a node and the place its children stand in."""
    deeper = _Place(numbers=place.numbers, level=place.level + 1)
    if node.kind == "chapter":
        counts["chapter"] += 1
        return f"{roman(counts['chapter'])}.", _Place(level=1)
    if node.kind == "article":
        counts["article"] += 1
        return f"Điều {counts['article']}.", _Place(level=1)
    if node.kind in _COUNTED:
        counts["counted"] += 1
        numbers = (*place.numbers, counts["counted"])
        mark = ".".join(str(number) for number in numbers) + "."
        return mark, _Place(numbers=numbers, level=place.level + 1)
    if node.kind == "point" and letters:
        counts["point"] += 1
        return f"{list_marker(counts['point'] - 1)})", deeper
    if node.kind == "dash" or (node.kind == "point" and counts["points"] > 1):
        return "-", deeper
    return "", place


def _basis(text: str, *, last: bool) -> str:
    return text.rstrip(" ;.,") + ("." if last else ";")


def _block(node: Node, mark: str, level: int, text: str) -> Block:
    return Block(
        key=node.key,
        kind=node.kind,
        level=level,
        numbering=mark,
        text=text,
        table=node.table,
        source=node.source,
        state=node.state,
        generated=node.text if node.state == "data" else node.fresh,
        hash=node.hash,
        edit=node.edit,
    )
