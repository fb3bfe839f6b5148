"""The top of a page as a document of the office will have it: every line with place and size.

Texts, sizes and columns are those the documents themselves are made with, so what is shown while
the office is set up is what will be printed.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from thiduaqt.documents.measure import line_widths, text_width
from thiduaqt.documents.styles import HEAD_COLUMNS, LOOKS, PAGE, SIGN_COLUMNS
from thiduaqt.domain.papers import DocumentNumber, Letterhead, SigningBlock
from thiduaqt.domain.records import Office, Signer
from thiduaqt.services import decisions, papers

PaperKind = Literal["decision", "submission"]
PAPER_WORDS: dict[PaperKind, str] = {"decision": "Quyết định", "submission": "Tờ trình"}
PAGE_MM = (PAGE.width, PAGE.height)
STATE = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"
_MM_PER_POINT = 25.4 / 72
_LINE = 1.15 * _MM_PER_POINT
_RULE_SHARE = 0.42
_ROOM_TO_SIGN = 22.0
_BARS = (1.0, 1.0, 0.92, 1.0, 0.64)


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """One line of text: ``left``, ``top``, ``width``, ``height`` in mm, ``size`` in points.

    ``field`` names the answer it shows ("place", "chair" …), "" where it shows none. ``rule`` is
    the length in mm of the line drawn under it, 0 for none. A piece without text is a grey bar
    that stands for text nobody has to read here.
    """

    text: str
    left: float
    top: float
    width: float
    height: float
    size: float
    bold: bool = False
    italic: bool = False
    centred: bool = True
    rule: float = 0.0
    field: str = ""


class _Column:
    """Sets lines one under the other in a column of the page."""

    def __init__(self, left: float, width: float, top: float) -> None:
        self.left, self.width, self.top = left, width, top
        self.pieces: list[Piece] = []

    def add(self, text: str, look: str, *, field: str = "", rule: float = 0.0) -> None:
        """Add a text, broken into lines as the column wants it."""
        style = LOOKS[look]
        height = style.size * _LINE
        for line in _broken(text, style.size, self.width, bold=style.bold):
            self.pieces.append(
                Piece(
                    text=line,
                    left=self.left,
                    top=self.top,
                    width=self.width,
                    height=height,
                    size=style.size,
                    bold=style.bold,
                    italic=style.italic,
                    centred=style.align == "center",
                    field=field,
                )
            )
            self.top += height
        if rule:
            self.pieces[-1] = replace(self.pieces[-1], rule=rule)
            self.top += 2.2

    def skip(self, height: float) -> None:
        """Leave ``height`` mm free."""
        self.top += height

    def bars(self, shares: tuple[float, ...]) -> None:
        """Add grey bars in place of text."""
        for share in shares:
            width = self.width * share
            self.pieces.append(
                Piece(text="", left=self.left, top=self.top, width=width, height=2.4, size=0)
            )
            self.top += 5.4


def _broken(text: str, size: float, room: float, *, bold: bool) -> list[str]:
    """Break ``text`` between words as a column of ``room`` mm does."""
    if len(line_widths(text, size=size, bold=bold, room=room)) == 1:
        return [text]  # as it is: gaps stand for what is filled in by hand
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and len(line_widths(longer, size=size, bold=bold, room=room)) == 1:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def page(office: Office, kind: PaperKind, signer: Signer | None) -> tuple[Piece, ...]:
    """Return the pieces of a decision or submission of ``office`` signed by ``signer``."""
    own = kind == "submission"
    head = papers.standing_letterhead(office) if own else papers.letterhead(office)
    symbol = f"TTr-{office.standing_symbol}" if own else decisions.SYMBOL
    left, right = _head(head, DocumentNumber(symbol=symbol), standing=own)
    middle = _Column(PAGE.left, PAGE.text_width, max(left.top, right.top) + 6)
    _title(middle, office, kind)
    foot = _signing(office, papers.signing(signer), kind, middle.top + 4, code=_code(signer))
    return (*left.pieces, *right.pieces, *middle.pieces, *foot)


def _code(signer: Signer | None) -> str:
    return signer.code if signer else ""


def _head(
    letterhead: Letterhead, number: DocumentNumber, *, standing: bool
) -> tuple[_Column, _Column]:
    left = _Column(PAGE.left, HEAD_COLUMNS[0], PAGE.top)
    right = _Column(PAGE.left + HEAD_COLUMNS[0], HEAD_COLUMNS[1], PAGE.top)
    field = "standing_body" if standing else "commune"
    if letterhead.superior_line:
        left.add(letterhead.superior_line, "superior", field="commune" if standing else "superior")
    for line in letterhead.issuer_lines:
        left.add(line, "issuer", field=field)
    widest = max(
        text_width(line, size=LOOKS["issuer"].size, bold=True) for line in letterhead.issuer_lines
    )
    left.pieces[-1] = replace(left.pieces[-1], rule=min(widest, HEAD_COLUMNS[0]) * _RULE_SHARE)
    right.add(STATE, "state")
    right.add(MOTTO, "motto", rule=text_width(MOTTO, size=LOOKS["motto"].size, bold=True))
    left.top = right.top = max(left.top + 2.2, right.top) + 1.4
    left.add(f"Số: {number.text}", "number", field="standing_symbol" if standing else "")
    right.add(f"{letterhead.place}, {number.date_text}", "place", field="place")
    return left, right


def _title(column: _Column, office: Office, kind: PaperKind) -> None:
    abstract = "Về việc tặng Giấy khen"
    length = text_width(abstract, size=LOOKS["abstract"].size, bold=True)
    column.add("QUYẾT ĐỊNH" if kind == "decision" else "TỜ TRÌNH", "kind")
    column.add(abstract, "abstract", rule=length * _RULE_SHARE)
    column.skip(4)
    if kind == "decision":
        column.add(office.chair.upper(), "authority", field="commune")
    else:
        column.add(f"Kính gửi: {office.chair}", "to", field="commune")
    column.skip(3)
    column.bars(_BARS)


def _signing(
    office: Office, block: SigningBlock, kind: PaperKind, top: float, *, code: str
) -> tuple[Piece, ...]:
    left = _Column(PAGE.left, SIGN_COLUMNS[0], top)
    right = _Column(PAGE.left + SIGN_COLUMNS[0], SIGN_COLUMNS[1], top)
    left.add("Nơi nhận:", "copies")
    symbol = office.standing_symbol
    copies = ("- Như Điều 3;", f"- Lưu: VT, {symbol}.")
    for line in copies if kind == "decision" else ("- Như trên;", "- Lưu: VT."):
        left.add(line, "copies_line", field="standing_symbol" if symbol in line else "")
    for line in block.form:
        right.add(line, "power", field="form")
    right.skip(_ROOM_TO_SIGN)
    right.add(block.name, "signer", field=code)
    return (*left.pieces, *right.pieces)
