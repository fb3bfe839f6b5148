"""The blank score sheet of a group as ``.docx``: the tree with points, columns for the pen."""

from __future__ import annotations

from docx.table import _Row

from thiduaqt.documents import oxml
from thiduaqt.documents.nd30 import Nd30Document
from thiduaqt.documents.styles import PAGE
from thiduaqt.domain.papers import SigningBlock
from thiduaqt.domain.score_papers import ScoreLine, ScoreSheetPaper

_HINT = "(Ký, ghi rõ họ tên)"
_NUMBER, _POINTS, _RESULT, _NOTE = 11.0, 18.0, 16.0, 20.0  # mm
_ROW_HEIGHT = 9.0  # mm, room for figures written by hand
_DOTS = "." * 60


def build(facts: ScoreSheetPaper) -> bytes:
    """Return the sheet as ``.docx`` in the layout of Decree 30/2020."""
    document = Nd30Document(
        title=f"{facts.title.capitalize()}, {facts.group}",
        author=" ".join(facts.letterhead.issuer_lines),
        mark=facts.mark,
    )
    document.head(facts.letterhead, None, dated=False)
    document.title(facts.title, facts.about)
    document.text(f"Nhóm đối tượng: {facts.group}")
    document.text(f"{facts.subject}: {_DOTS}")
    _tree(document, facts)
    document.gap(6)
    if facts.notes:
        document.text("Điều kiện đề nghị khen thưởng:", "item")
        document.lines(facts.notes)
    document.text("Ý kiến khác: " + "." * 90)
    _sign(document, facts)
    return document.to_bytes()


def _heads(facts: ScoreSheetPaper) -> tuple[str, ...]:
    most = ("Điểm tối đa",) if facts.scored else ()
    return ("TT", "Nội dung tiêu chí", *most, *facts.columns, "Minh chứng, ghi chú")


def _tree(document: Nd30Document, facts: ScoreSheetPaper) -> None:
    heads = _heads(facts)
    most = (_POINTS,) if facts.scored else ()
    fixed = (*most, *(_RESULT for _ in facts.columns), _NOTE)
    widths = (_NUMBER, PAGE.text_width - _NUMBER - sum(fixed), *fixed)
    table = document.grid(heads, len(facts.lines) + facts.scored, widths)
    rows = table.rows[1:]
    for row, line in zip(rows, facts.lines, strict=False):
        _row(document, facts, row, line)
    if facts.scored:
        blanks = ("",) * (len(heads) - 3)
        texts = ("", "Tổng điểm", facts.total, *blanks)
        document.fill(rows[-1].cells, texts, ("cell", "cell_group", *["cell_total"] * len(fixed)))
        oxml.set_height(rows[-1], _ROW_HEIGHT)


def _row(document: Nd30Document, facts: ScoreSheetPaper, row: _Row, line: ScoreLine) -> None:
    oxml.set_height(row, _ROW_HEIGHT)
    most = (line.points,) if facts.scored else ()
    blanks = ("",) * (len(facts.columns) + 1)
    texts = (line.number, line.title, *most, *blanks)
    look = "cell_group" if line.section else "cell"
    middle = "cell_total" if line.section else "cell_center"
    document.fill(row.cells, texts, (middle, look, *[middle] * (len(texts) - 2)))
    if line.rule:
        document.add_to_cell(row.cells[1], line.rule, "cell_note")


def _sign(document: Nd30Document, facts: ScoreSheetPaper) -> None:
    blocks = [SigningBlock(form=(words,), name="") for words in facts.signers]
    nobody = SigningBlock(form=(), name="")
    for place in range(0, len(blocks), 2):
        pair = (*blocks[place : place + 2], nobody)[:2]
        # One who signs alone does so on the right.
        left, right = pair if pair[1].form else (nobody, pair[0])
        document.signatures(left, right, hint=_HINT)
