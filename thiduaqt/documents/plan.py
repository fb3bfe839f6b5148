"""The plan of a movement, or the decision, letter or guide in its place (Decree 30/2020)."""

from __future__ import annotations

from thiduaqt.documents.nd30 import Nd30Document
from thiduaqt.documents.styles import PAGE
from thiduaqt.domain.plan_text import Block, ComposedPlan, NodeKind, PlanTable

_DECIDES = "QUYẾT ĐỊNH:"
_LOOKS: dict[NodeKind, str] = {
    "basis": "basis",
    "preamble": "body",
    "chapter": "chapter",
    "article": "section",
    "numbered": "body",
    "point": "body",
    "dash": "body",
    "text": "body",
    "note": "cited",
    "closing": "body",
}
_CELLS = {"left": "cell", "center": "cell_center", "right": "cell_right"}
_GROUP_CELLS = {"left": "cell_group", "center": "cell_head", "right": "cell_sum"}
_SUM_CELLS = {"left": "cell_group", "center": "cell_total", "right": "cell_sum"}
_ROW_CELLS = {"row": _CELLS, "group": _GROUP_CELLS, "sum": _SUM_CELLS}
_AFTER_TABLE = 6
# An article with text of its own is bold only in its number (Decree 30/2020, Appendix I, II.6.b).
_ARTICLE_TITLE = 80


def build(facts: ComposedPlan, mark: str = "") -> bytes:
    """Return the plan as ``.docx``. Blocks that were left out by hand are not printed."""
    document = Nd30Document(
        title=f"{facts.title.capitalize()} {facts.abstract}",
        author=" ".join(facts.letterhead.issuer_lines),
        mark=mark,
    )
    _head(document, facts)
    blocks = facts.printed
    bases = [block for block in blocks if block.kind == "basis"]
    rest = [block for block in blocks if block.kind != "basis"]
    document.bases([block.text for block in bases])
    if facts.authority:
        document.text(_DECIDES, "authority")
    for place, block in enumerate(rest):
        following = rest[place + 1] if place + 1 < len(rest) else None
        _add(document, block, following)
    document.signing(facts.signing, facts.distribution)
    return document.to_bytes()


def _head(document: Nd30Document, facts: ComposedPlan) -> None:
    letter = facts.kind == "CV"
    about = facts.abstract if letter else ""
    document.head(facts.letterhead, facts.number, dated=True, about=about)
    if letter:
        document.gap(6)
        if facts.addressees:
            document.addressees(facts.addressees)
        return
    document.title(facts.title, facts.abstract)
    if facts.authority:
        document.text(facts.authority, "authority")


def _add(document: Nd30Document, block: Block, following: Block | None) -> None:
    if block.table is not None:
        _table(document, block.table)
    elif block.kind == "article" and len(block.text) > _ARTICLE_TITLE:
        document.text(block.text, bold=f"{block.numbering} ")
    else:
        document.text(block.line, _look(block, following))


def _look(block: Block, following: Block | None) -> str:
    if block.kind == "heading":
        return "section" if block.level <= 2 else "subsection"
    look = _LOOKS[block.kind]
    # What opens a list never stands alone at the foot of a page. Before a table LibreOffice would
    # take this for a wish to keep the whole table together and leave the page half empty.
    if following is None or following.table is not None or following.kind == "chapter":
        return look
    return "lead" if look == "body" and block.text.endswith(":") else look


def _table(document: Nd30Document, table: PlanTable) -> None:
    columns = table.columns
    scale = PAGE.text_width / sum(column.width for column in columns)
    widths = tuple(column.width * scale for column in columns)
    grid = document.grid([column.title for column in columns], len(table.rows), widths)
    for row, line in zip(table.rows, grid.rows[1:], strict=True):
        looks = [_ROW_CELLS[row.kind][column.align] for column in columns]
        document.fill(line.cells, row.cells, looks)
    document.gap(_AFTER_TABLE)
