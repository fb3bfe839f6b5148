"""Rà soát: the findings of our plan or of a file, each with its reason and what to do."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from thiduaqt.services.plan_review import Reviewed
from thiduaqt.ui import icons, theme, tokens
from thiduaqt.ui.screen import ScreenContext
from thiduaqt.ui.screens.movements.text import findings
from thiduaqt.ui.tables.grid import Grid
from thiduaqt.ui.widgets.buttons import action_button, button
from thiduaqt.ui.widgets.cards import Card
from thiduaqt.ui.widgets.labels import meta, strong, text_label

_FIELDS = {
    "BLANK_NUMBER": "number",
    "BLANK_DATE": "date",
    "BASIS_MISSING": "bases",
    "BASIS_EXPIRED": "bases",
}


def _field(row: Reviewed) -> str:
    """Return the field of Thông tin chung in which a finding is put right, if it is one."""
    code = row.finding.code
    return "signer_form" if code.startswith("SIGN_") else _FIELDS.get(code, "")


class ReviewPage(QWidget):
    """``seen_wanted(rows, seen)`` and ``place_wanted(block)`` ask for what their names say.

    ``field_wanted(field)`` leads to a field of Thông tin chung, for what no paragraph holds.
    """

    seen_wanted = Signal(object, bool)
    place_wanted = Signal(str)
    field_wanted = Signal(str)
    closed_file = Signal()

    def __init__(self, context: ScreenContext) -> None:
        super().__init__()
        self.setObjectName("movements.text.review")
        self._own: tuple[Reviewed, ...] = ()
        self.file_name = ""
        self.grid: Grid[Reviewed] = Grid(
            findings.columns(), name="movements.text.review.grid", memory=context.memory
        )
        self.grid.view.setAccessibleName(self.tr("Điều cần xem trong văn bản"))
        self.grid.set_quick_filters(findings.quick_filters())
        self.grid.set_empty(
            self.tr("Không thấy điều gì cần sửa"),
            self.tr("Đã soát tên địa phương, đánh số, ngày tháng, căn cứ, số lượng, thể thức."),
        )
        self.seen = QAction(icons.icon("eye"), self.tr("Đã xem, để nguyên"), self)
        self.unseen = QAction(icons.icon("reload"), self.tr("Bỏ đánh dấu đã xem"), self)
        self.place = QAction(icons.icon("arrow-right"), self.tr("Tới đoạn này"), self)
        self._build()
        self.grid.add_row_actions([self.place, self.seen, self.unseen])
        self.grid.current_changed.connect(lambda _row: self._show_one())
        self.grid.selection_changed.connect(self._show_one)
        self.grid.activated.connect(lambda _row: self._go())
        self.seen.triggered.connect(lambda _=False: self._mark(seen=True))
        self.unseen.triggered.connect(lambda _=False: self._mark(seen=False))
        self.place.triggered.connect(lambda _=False: self._go())
        self._show_one()

    def _build(self) -> None:
        self.card = Card(self.tr("Vì sao và nên làm gì"))
        self.message = strong("")
        self.message.setWordWrap(True)
        self.quote = text_label("", "second")
        self.source = meta("", wrap=True)
        self.suggestion = text_label("")
        for part in (self.message, self.quote, self.suggestion, self.source):
            part.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self.card.body.addWidget(part)
        for action, name in ((self.place, "place"), (self.seen, "seen"), (self.unseen, "unseen")):
            made = action_button(action, name=f"movements.text.review.{name}")
            self.card.body.addWidget(made, 0, Qt.AlignmentFlag.AlignLeft)
        self.card.body.addStretch()
        self.card.setMinimumWidth(theme.em(300))
        self.head = QWidget()
        line = QHBoxLayout(self.head)
        line.setContentsMargins(0, 0, 0, 0)
        self.head_text = strong("")
        line.addWidget(self.head_text)
        line.addWidget(
            button(
                self.tr("Về kế hoạch này"),
                self._back,
                kind="link",
                name="movements.text.review.back",
            )
        )
        line.addStretch()
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setHandleWidth(tokens.GAP)
        split.setChildrenCollapsible(False)
        split.addWidget(self.grid)
        split.addWidget(self.card)
        split.setStretchFactor(0, 1)
        split.setSizes([900, theme.em(340)])
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(tokens.GAP)
        page.addWidget(self.head)
        page.addWidget(split, 1)
        self.head.hide()

    # -- showing ------------------------------------------------------------------------------

    def show_plan(self, found: tuple[Reviewed, ...]) -> None:
        """Show the findings of our own plan, unless those of a file are being read."""
        self._own = found
        if not self.file_name:
            self._show(found)

    def show_file(self, name: str, found: tuple[Reviewed, ...]) -> None:
        """Show the findings of a file."""
        self.file_name = name
        self.head_text.setText(self.tr("Tệp {name}").format(name=name))
        self.head.show()
        self._show(found)
        if found:
            self.grid.select_row(found[0].id, "message")

    def _back(self) -> None:
        self.file_name = ""
        self.head.hide()
        self._show(self._own)

    def _show(self, found: Sequence[Reviewed]) -> None:
        self.grid.set_rows(found)
        if self.grid.current_row() is None and found:
            self.grid.select_row(found[0].id, "message")
        self._show_one()

    def _show_one(self) -> None:
        row = self.grid.current_row()
        own = not self.file_name
        self.message.setText(row.finding.message if row else "")
        place = row.finding.place if row else None
        where = " · ".join(part for part in (place.chapter, place.text) if part) if place else ""
        self.quote.setText(f"“{where}”" if where else "")
        self.suggestion.setText(row.finding.suggestion if row else "")
        source = row.finding.source if row else ""
        self.source.setText(self.tr("Căn cứ: {text}").format(text=source) if source else "")
        there = row is not None and bool(row.block or _field(row))
        self.place.setEnabled(there and own)
        self.seen.setEnabled(row is not None and own and not row.seen)
        self.unseen.setEnabled(row is not None and own and row.seen)

    def _go(self) -> None:
        row = self.grid.current_row()
        if row is None or self.file_name:
            return
        if field := _field(row):
            self.field_wanted.emit(field)
        elif row.block:
            self.place_wanted.emit(row.block)

    def _mark(self, *, seen: bool) -> None:
        if not self.file_name:
            self.seen_wanted.emit(self.grid.selected_rows(), seen)
