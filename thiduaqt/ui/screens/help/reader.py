"""The reading pane: a page set in our type, its headings, and what was searched for."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFrameFormat,
    QTextLength,
    QTextTable,
)
from PySide6.QtWidgets import QTextBrowser, QTextEdit, QWidget

from thiduaqt.ui import theme, tokens
from thiduaqt.ui.screens.help.pages import Page, hits

_SIZES = {1: 16, 2: tokens.TITLE_PT, 3: tokens.SECTION_PT}
_LINE_HEIGHT = 138.0  # percent: room for Ế, Ộ, ự


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """One heading of a page; ``block`` is the number of its block in the document."""

    level: int
    text: str
    block: int


class Reader(QTextBrowser):
    """Shows a page; ``link_wanted(target)`` follows a link, which never leaves the program."""

    link_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("help.text")
        self.setAccessibleName(self.tr("Nội dung hướng dẫn"))
        self.setOpenLinks(False)
        self.setOpenExternalLinks(False)
        self.setUndoRedoEnabled(False)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextBrowserInteraction
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.headings: list[Heading] = []
        self._places: list[QTextCursor] = []
        self._at = -1
        self.anchorClicked.connect(self._on_link)

    def show_page(self, page: Page) -> None:
        """Show another page from its top."""
        document = self.document()
        document.setDefaultFont(theme.text_font(tokens.BODY_PT))
        document.setDocumentMargin(16)
        document.setMarkdown(page.text, QTextDocument.MarkdownFeature.MarkdownDialectGitHub)
        self.headings = []
        self._dress(document)
        self._places, self._at = [], -1
        self.setExtraSelections([])
        self.moveCursor(QTextCursor.MoveOperation.Start)
        self.verticalScrollBar().setValue(0)

    # -- looks --------------------------------------------------------------------------------

    def _dress(self, document: QTextDocument) -> None:
        block = document.begin()
        while block.isValid():
            self._dress_block(block)
            block = block.next()
        tables = {id(t): t for t in self._tables(document)}
        for table in tables.values():
            _dress_table(table)

    def _dress_block(self, block: QTextBlock) -> None:
        cursor = QTextCursor(block)
        level = block.blockFormat().headingLevel()
        form = QTextBlockFormat()
        form.setLineHeight(_LINE_HEIGHT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        if level:
            self.headings.append(
                Heading(level=level, text=block.text().strip(), block=block.blockNumber())
            )
            form.setTopMargin(18 if level == 2 else 10)
            form.setBottomMargin(4)
            letters = QTextCharFormat()
            letters.setFontPointSize(
                theme.text_font(_SIZES.get(level, tokens.BODY_PT)).pointSizeF()
            )
            letters.setFontWeight(QFont.Weight.DemiBold)
            letters.setForeground(QColor(tokens.PRIMARY if level == 2 else tokens.TEXT))
            cursor.movePosition(
                QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor
            )
            cursor.setCharFormat(letters)
        elif cursor.currentTable() is None:
            form.setBottomMargin(5)
        QTextCursor(block).mergeBlockFormat(form)

    def _tables(self, document: QTextDocument) -> list[QTextTable]:
        frames = document.rootFrame().childFrames()
        return [frame for frame in frames if isinstance(frame, QTextTable)]

    # -- moving -------------------------------------------------------------------------------

    def go_to_heading(self, heading: Heading) -> None:
        """Bring a heading to the top of the pane."""
        block = self.document().findBlockByNumber(heading.block)
        self.setTextCursor(QTextCursor(block))
        top = self.document().documentLayout().blockBoundingRect(block).top()
        self.verticalScrollBar().setValue(max(0, round(top) - 8))

    def heading_in_view(self) -> Heading | None:
        """Return the heading of what stands at the top of the pane."""
        top = self.verticalScrollBar().value() + 24
        found = None
        for heading in self.headings:
            block = self.document().findBlockByNumber(heading.block)
            if self.document().documentLayout().blockBoundingRect(block).top() > top:
                break
            found = heading
        return found or (self.headings[0] if self.headings else None)

    # -- finding ------------------------------------------------------------------------------

    def search(self, query: str) -> set[int]:
        """Mark the words of ``query``, go to the first; return the blocks that hold them all."""
        self._places, self._at = [], -1
        wanted = query.split()
        blocks: set[int] = set()
        block = self.document().begin()
        while wanted and block.isValid():
            line = block.text()
            if all(hits(word, line) for word in wanted):
                blocks.add(block.blockNumber())
                self._places += [
                    self._cursor(block, hit.start, hit.length) for hit in hits(query, line)
                ]
            block = block.next()
        self._show_places()
        self.next_place()
        return blocks

    @property
    def count(self) -> int:
        """How many places were found."""
        return len(self._places)

    def next_place(self) -> None:
        """Go to the next place found, from the last to the first again."""
        if not self._places:
            return
        self._at = (self._at + 1) % len(self._places)
        cursor = QTextCursor(self._places[self._at])
        cursor.clearSelection()
        self.setTextCursor(cursor)
        self.ensureCursorVisible()
        self._show_places()

    def _cursor(self, block: QTextBlock, start: int, length: int) -> QTextCursor:
        cursor = QTextCursor(block)
        cursor.setPosition(block.position() + start)
        cursor.setPosition(block.position() + start + length, QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def _show_places(self) -> None:
        marks = []
        for number, place in enumerate(self._places):
            mark = QTextEdit.ExtraSelection()
            mark.cursor = place
            colour = tokens.AMBER if number == self._at else tokens.QUOTE_BG
            letters = QTextCharFormat()
            letters.setBackground(QColor(colour))
            letters.setForeground(QColor(tokens.TEXT))
            mark.format = letters
            marks.append(mark)
        self.setExtraSelections(marks)

    def _on_link(self, target: QUrl) -> None:
        self.link_wanted.emit(target.toString())


def _dress_table(table: QTextTable) -> None:
    form = table.format()
    form.setBorder(1)
    form.setBorderCollapse(True)
    form.setBorderBrush(QColor(tokens.BORDER))
    form.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
    form.setCellPadding(5)
    form.setCellSpacing(0)
    form.setTopMargin(4)
    form.setBottomMargin(8)
    form.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
    table.setFormat(form)
    for column in range(table.columns()):
        cell = table.cellAt(0, column)
        letters = cell.format()
        letters.setBackground(QColor(tokens.HEADER))
        cell.setFormat(letters)
