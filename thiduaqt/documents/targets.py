"""The table of targets and what was reached, as ``.docx`` and as ``.xlsx``."""

from __future__ import annotations

from thiduaqt.documents.nd30 import Nd30Document
from thiduaqt.documents.sheet import write_sheet
from thiduaqt.documents.styles import PAGE
from thiduaqt.domain.papers import ListColumn, SheetPaper
from thiduaqt.domain.target_papers import TargetLine, TargetPaper

_HEADS = ("TT", "Chỉ tiêu", "Mức phải đạt", "Kết quả", "Đánh giá", "Ghi chú")
# The statement gets what the others leave of the width between the margins (mm).
_WIDTHS = (13.0, 25.0, 26.0, 21.0, 25.0)
_LOOKS = ("cell_center", "cell", "cell_center", "cell_center", "cell_center", "cell")
_GROUP_LOOKS = ("cell_center", "cell_group", "cell_center", "cell_center", "cell_center", "cell")
_COLUMNS = (
    ListColumn(title="TT", kind="center", width=7),
    ListColumn(title="Chỉ tiêu", width=60),
    ListColumn(title="Mức phải đạt", kind="center", width=16),
    ListColumn(title="Kết quả", kind="center", width=20),
    ListColumn(title="Đánh giá", kind="center", width=20),
    ListColumn(title="Ghi chú", width=34),
)


def build_document(facts: TargetPaper) -> bytes:
    """Return the table as ``.docx`` in the layout of Decree 30/2020."""
    document = Nd30Document(
        title=f"{facts.title.capitalize()}, {facts.subtitle}",
        author=" ".join(facts.letterhead.issuer_lines),
        mark=facts.mark,
    )
    document.head(facts.letterhead, None, dated=False)
    document.title(facts.title, facts.subtitle)
    first, *rest = _WIDTHS
    widths = (first, PAGE.text_width - sum(_WIDTHS), *rest)
    table = document.grid(_HEADS, len(facts.lines), widths)
    for row, line in zip(table.rows[1:], facts.lines, strict=True):
        looks = _LOOKS if line.depth or line.wanted or line.figure else _GROUP_LOOKS
        document.fill(row.cells, _cells(line), looks)
    document.gap(6)
    document.text(f"Tổng hợp: {facts.summary}")
    document.lines(facts.footer, "cited")
    if facts.signing:
        document.signing(facts.signing[-1], ())
    return document.to_bytes()


def _cells(line: TargetLine) -> tuple[str, ...]:
    return line.number, line.statement, line.wanted, line.figure, line.state, line.note


def build_sheet(facts: TargetPaper) -> bytes:
    """Return the table as ``.xlsx``."""
    return write_sheet(
        SheetPaper(
            letterhead=facts.letterhead,
            title=facts.title,
            subtitle=facts.subtitle,
            columns=_COLUMNS,
            rows=tuple(_cells(line) for line in facts.lines),
            footer=(f"Tổng hợp: {facts.summary}", *facts.footer),
            signing=facts.signing,
            sheet_name="Kết quả chỉ tiêu",
            mark=facts.mark,
        )
    )
