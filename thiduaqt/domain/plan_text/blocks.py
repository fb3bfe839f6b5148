"""The text of a plan: a tree of nodes as it is composed, a list of blocks as it is printed.

Every node has a ``key`` that names the data it comes from, so that what the officer words anew in
one place stays with that place when other data is added.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import Literal

from thiduaqt.domain.plan import Source
from thiduaqt.domain.text import fold, nfc

NodeKind = Literal[
    "basis",  # căn cứ
    "preamble",  # đoạn dẫn vào nội dung
    "chapter",  # I. MỤC ĐÍCH, YÊU CẦU
    "article",  # Điều 1. (quyết định)
    "heading",  # 1. Mục đích; 1.1. Đối với thôn
    "numbered",  # 1. cả đoạn văn, không phải đề mục
    "point",  # a) …
    "dash",  # - …
    "text",  # đoạn văn không đánh số
    "note",  # chú thích, chữ nghiêng
    "table",
    "closing",
]
BlockState = Literal[
    "data",  # đúng như dữ liệu
    "edited",  # đã sửa tay
    "outdated",  # đã sửa tay, dữ liệu bên dưới đã đổi
    "left_out",  # đã bỏ
    "added",  # đoạn thêm
]
Align = Literal["left", "center", "right"]
RowKind = Literal["row", "group", "sum"]

PLAIN = Source()
_HASH_LENGTH = 16
_VOWELS = frozenset("aeiouy")
_ENDS = (".", ";", ":", "!", "?", "…", ".”", ";”")


@dataclass(frozen=True, slots=True, kw_only=True)
class TableColumn:
    """A column: heading, share of the width (mm before it is fitted to the page), alignment."""

    title: str
    width: float
    align: Align = "left"


@dataclass(frozen=True, slots=True, kw_only=True)
class TableRow:
    """A row of as many cells as there are columns; a ``group`` row heads those below it."""

    cells: tuple[str, ...]
    kind: RowKind = "row"


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanTable:
    """A table of the plan; the rows are printed in their order."""

    columns: tuple[TableColumn, ...]
    rows: tuple[TableRow, ...]

    @property
    def lines(self) -> tuple[str, ...]:
        """The table as plain lines, cells parted by a bar; empty cells are left out."""
        head = " | ".join(column.title for column in self.columns)
        return (head, *(" | ".join(cell for cell in row.cells if cell) for row in self.rows))


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """A piece of the text before it is numbered.

    ``fresh`` is what the data says where somebody worded it anew, ``edit`` the key of that edit.
    """

    key: str
    kind: NodeKind
    text: str = ""
    children: tuple[Node, ...] = ()
    table: PlanTable | None = None
    source: Source = PLAIN
    state: BlockState = "data"
    fresh: str = ""
    edit: str = ""

    @property
    def hash(self) -> str:
        """The hash of what the data gives here."""
        own = self.text if self.state == "data" else self.fresh
        return hash_of(own, self.table)


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """One printed paragraph or table.

    ``numbering`` is the mark before the text ("I.", "1.2.", "đ)", "-"), ``level`` its depth: 0
    outside the numbering, 1 a chapter, 2 and more headings and numbered paragraphs, then points
    and dashes one deeper than what they stand in. ``generated`` is the text the data gives,
    ``hash`` its hash; ``state`` tells what the officer made of it by the edit called ``edit``. A
    block that is ``left_out`` is not printed but can be put back.
    """

    key: str
    kind: NodeKind
    level: int = 0
    numbering: str = ""
    text: str = ""
    table: PlanTable | None = None
    source: Source = PLAIN
    state: BlockState = "data"
    generated: str = ""
    hash: str = ""
    edit: str = ""

    @property
    def line(self) -> str:
        """Mark and text as they are printed."""
        return f"{self.numbering} {self.text}".strip()

    @property
    def to_check(self) -> bool:
        """Whether this is only suggested and wants the officer's look."""
        return self.source.tag == "suggestion"


def hash_of(text: str, table: PlanTable | None = None) -> str:
    """Return the hash by which a text of the plan is known again."""
    whole = "\n".join((nfc(text), *(table.lines if table else ())))
    return hashlib.sha256(whole.encode()).hexdigest()[:_HASH_LENGTH]


def closed(text: str, sign: str = ".") -> str:
    """Return a sentence with its closing sign, where it has none yet."""
    bare = text.rstrip()
    return bare if not bare or bare.endswith(_ENDS) else bare + sign


def upper_first(text: str) -> str:
    """Return the text with a capital letter at its start."""
    return text[:1].upper() + text[1:]


def lower_first(text: str) -> str:
    """Return the text with a small letter at its start, unless an abbreviation stands there."""
    return text if text[:2].isupper() else text[:1].lower() + text[1:]


def sentence_case(title: str) -> str:
    """Return a heading in capitals as a sentence has it; abbreviations without a vowel stay."""
    if not title.isupper():
        return title
    words = [word if not _VOWELS & set(fold(word)) else word.lower() for word in title.split()]
    return upper_first(" ".join(words))


def text_node(key: str, text: str, *, source: Source = PLAIN) -> Node:
    """Return a paragraph without a mark."""
    return Node(key=key, kind="text", text=closed(text), source=source)


def point(key: str, text: str, children: tuple[Node, ...] = (), *, source: Source = PLAIN) -> Node:
    """Return a lettered point."""
    sign = ":" if children else "."
    return Node(key=key, kind="point", text=closed(text, sign), children=children, source=source)


def dash(key: str, text: str, children: tuple[Node, ...] = (), *, source: Source = PLAIN) -> Node:
    """Return a paragraph that opens with a dash."""
    sign = ":" if children else "."
    return Node(key=key, kind="dash", text=closed(text, sign), children=children, source=source)


def heading(key: str, text: str, children: tuple[Node, ...], *, source: Source = PLAIN) -> Node:
    """Return a numbered heading with what stands under it."""
    return Node(key=key, kind="heading", text=text, children=children, source=source)


def table_node(key: str, table: PlanTable, *, source: Source = PLAIN) -> Node:
    """Return a table."""
    return Node(key=key, kind="table", table=table, source=source)
