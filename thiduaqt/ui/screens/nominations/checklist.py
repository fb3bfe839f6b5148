"""The checklist of one dossier: criteria and papers, each with its state, cure and files."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragEnterEvent,
    QDropEvent,
    QKeyEvent,
    QMouseEvent,
)
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from thiduaqt.domain.records import CheckState, Evidence
from thiduaqt.services.dossier_log import TICK_WORDS
from thiduaqt.services.dossiers import Dossier, Tick
from thiduaqt.ui import theme, tokens
from thiduaqt.ui.screens.nominations.desk import NominationDesk
from thiduaqt.ui.screens.nominations.sources import source_words
from thiduaqt.ui.widgets.buttons import button
from thiduaqt.ui.widgets.labels import meta

_LOOK: dict[CheckState, Qt.CheckState] = {
    "met": Qt.CheckState.Checked,
    "na": Qt.CheckState.PartiallyChecked,
    "open": Qt.CheckState.Unchecked,
    "unmet": Qt.CheckState.Unchecked,
}
_ROLES = {"error": "error", "review": "warn", "note": "second"}


def dropped_files(event: QDropEvent) -> list[Path]:
    """Return the local files that hang on a drag."""
    return [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]


class TickBox(QCheckBox):
    """A box that goes from fulfilled to not fulfilled and back; "does not apply" only shows."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTristate(True)

    def nextCheckState(self) -> None:
        done = self.checkState() == Qt.CheckState.Checked
        self.setCheckState(Qt.CheckState.Unchecked if done else Qt.CheckState.Checked)


class _Title(QLabel):
    """The words of a line; a click on them ticks the box."""

    clicked = Signal()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(
            event.position().toPoint()
        ):
            self.clicked.emit()


class TickRow(QFrame):
    """One line of the checklist. ``moved(step)`` follows ↑ and ↓ on its box."""

    moved = Signal(int)

    def __init__(self, desk: NominationDesk, code: str) -> None:
        super().__init__()
        self.setObjectName(f"nominations.tick.{code}")
        self.setAcceptDrops(True)
        self._desk = desk
        self._nomination_id = ""
        self._editable = True
        self.tick = Tick(code=code, title="", paper=False, state="open")
        self.box = TickBox()
        self.box.setObjectName(f"{self.objectName()}.box")
        self.box.clicked.connect(self._toggle)
        self.box.installEventFilter(self)
        self._title = _Title()
        self._title.setWordWrap(True)
        self._title.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self._title.setContentsMargins(0, 1, 0, 2)
        self._title.clicked.connect(self.box.click)
        self.more = button("", self._open_menu, kind="flat", icon="dots", tooltip=self.tr("Thêm"))
        self.more.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.more.setFixedSize(24, 24)
        self._reason = meta("")
        self.cure = button(
            self.tr("Gắn tệp…"), self._cure, kind="link", name=f"{self.objectName()}.cure"
        )
        self._or_drop = meta(self.tr("hoặc kéo thả"), "muted")
        self._note = meta("", wrap=True)
        self._files = QVBoxLayout()
        self._files.setSpacing(0)
        self._lay_out()

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(10, 3, 4, 3)
        grid.setHorizontalSpacing(6)
        grid.setVerticalSpacing(0)
        grid.setColumnStretch(1, 1)
        grid.addWidget(self.box, 0, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(self._title, 0, 1)
        grid.addWidget(self.more, 0, 2, Qt.AlignmentFlag.AlignTop)
        self._below = QWidget()
        below = QHBoxLayout(self._below)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(tokens.GAP)
        for part in (self._reason, self.cure, self._or_drop):
            below.addWidget(part)
        below.addStretch()
        grid.addWidget(self._below, 1, 1, 1, 2)
        grid.addWidget(self._note, 2, 1, 1, 2)
        grid.addLayout(self._files, 3, 1, 1, 2)

    # -- showing ------------------------------------------------------------------------------

    def show_tick(self, tick: Tick, nomination_id: str, *, editable: bool) -> None:
        """Show ``tick`` of a nomination."""
        files_differ = tick.files != self.tick.files or nomination_id != self._nomination_id
        self.tick, self._nomination_id, self._editable = tick, nomination_id, editable
        self.box.setCheckState(_LOOK[tick.state])
        self.box.setEnabled(editable)
        words = TICK_WORDS[tick.state]
        self.box.setAccessibleName(f"{tick.title}: {words}")
        self._title.setText(tick.title)
        wrong = tick.severity == "error"
        self._title.setFont(theme.text_font(tokens.BODY_PT, strong=wrong))
        tip = "\n".join(part for part in (tick.detail, words, source_words(tick.source)) if part)
        self._title.setToolTip(tip)
        self.box.setToolTip(tip)
        self.box.setAccessibleDescription(". ".join((tick.reason, source_words(tick.source))))
        theme.mark(self, "kind", "row-error" if wrong else "")
        self._show_reason(tick)
        self._note.setText(tick.note)
        self._note.setVisible(bool(tick.note))
        if files_differ:
            self._show_files(tick.files)

    def _show_reason(self, tick: Tick) -> None:
        reason = tick.reason
        if tick.state == "na":
            reason = TICK_WORDS["na"]
        elif tick.state == "unmet" and not reason:
            reason = TICK_WORDS["unmet"]
        self._reason.setText(reason)
        theme.mark(self._reason, "role", _ROLES.get(tick.severity or "", "second"))
        cure = ""
        if tick.reason and self._editable:
            file_missing = tick.paper or tick.state == "met"
            cure = self.tr("Gắn tệp…") if file_missing else self.tr("Ghi nội dung…")
        self.cure.setText(cure)
        self.cure.setVisible(bool(cure))
        self.cure.setAccessibleDescription(tick.title)
        self._or_drop.setVisible(tick.paper and bool(cure))
        self._below.setVisible(bool(reason or cure))

    def _show_files(self, files: Sequence[Evidence]) -> None:
        while self._files.count():
            item = self._files.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.deleteLater()
        for file in files:
            self._files.addWidget(self._file_button(file), 0, Qt.AlignmentFlag.AlignLeft)

    def _file_button(self, item: Evidence) -> QPushButton:
        made = button(item.name.replace("&", "&&"), kind="flat", icon="paperclip")
        made.setObjectName(f"{self.objectName()}.file")
        menu = QMenu(made)
        menu.addAction(self.tr("Lưu bản sao…"), partial(self._desk.save_copy, item))
        if self._editable:
            menu.addAction(self.tr("Gỡ tệp"), partial(self._desk.detach, item))
        made.setMenu(menu)
        return made

    # -- acting -------------------------------------------------------------------------------

    def set_state(self, state: CheckState) -> None:
        """Store another state of the line."""
        self._desk.mark([self._nomination_id], self.tick.code, state)

    def _toggle(self) -> None:
        done = self.box.checkState() == Qt.CheckState.Checked
        undone: CheckState = "open" if self.tick.paper else "unmet"
        self.set_state("met" if done else undone)

    def _cure(self) -> None:
        if self.tick.paper or self.tick.state == "met":
            self._desk.attach(self._nomination_id, self.tick.code)
        else:
            self._desk.note(self._nomination_id, self.tick)

    def menu(self) -> QMenu:
        """Return what can be done with the line."""
        menu = QMenu(self)
        states: tuple[CheckState, ...] = (
            ("met", "open")
            if self.tick.paper
            else (
                "met",
                "unmet",
                "na",
                "open",
            )
        )
        for state in states:
            action = menu.addAction(TICK_WORDS[state], partial(self.set_state, state))
            action.setCheckable(True)
            action.setChecked(self.tick.state == state)
        menu.addSeparator()
        if not self.tick.paper:
            menu.addAction(
                self.tr("Ghi nội dung…"), lambda: self._desk.note(self._nomination_id, self.tick)
            )
        menu.addAction(
            self.tr("Gắn tệp…"),
            lambda: self._desk.attach(self._nomination_id, self.tick.code),
        )
        menu.setEnabled(self._editable)
        return menu

    def _open_menu(self) -> None:
        self._popup(self.more.mapToGlobal(QPoint(0, self.more.height())))

    def _popup(self, place: QPoint) -> None:
        menu = self.menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(place)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self._popup(event.globalPos())

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
            if step is not None and not event.modifiers():
                self.moved.emit(step)
                return True
        return False

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self._editable and dropped_files(event):
            theme.mark(self, "kind", "card-focus")
            event.acceptProposedAction()

    def dragLeaveEvent(self, _event: object) -> None:
        theme.mark(self, "kind", "row-error" if self.tick.severity == "error" else "")

    def dropEvent(self, event: QDropEvent) -> None:
        files = dropped_files(event)
        self.dragLeaveEvent(event)
        event.acceptProposedAction()
        self._desk.attach(self._nomination_id, self.tick.code, files)


class Checklist(QWidget):
    """All lines of one dossier. Lines are kept while the group stays the same, and so the focus."""

    def __init__(self, desk: NominationDesk) -> None:
        super().__init__()
        self.setObjectName("nominations.checklist")
        self._desk = desk
        self.rows: dict[str, TickRow] = {}
        self._page = QVBoxLayout(self)
        self._page.setContentsMargins(0, 2, 0, 2)
        self._page.setSpacing(1)

    def show_dossier(self, dossier: Dossier) -> None:
        """Show the lines of ``dossier``."""
        if [tick.code for tick in dossier.ticks] != list(self.rows):
            self._rebuild(dossier.ticks)
        for tick in dossier.ticks:
            row = self.rows[tick.code]
            row.show_tick(tick, dossier.row.id, editable=dossier.row.editable)

    def _rebuild(self, ticks: Sequence[Tick]) -> None:
        for old in self.rows.values():
            self._page.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.rows = {}
        for tick in ticks:
            row = TickRow(self._desk, tick.code)
            row.moved.connect(partial(self._step, tick.code))
            self.rows[tick.code] = row
            self._page.addWidget(row)

    def _step(self, code: str, step: int) -> None:
        codes = list(self.rows)
        place = codes.index(code) + step
        if 0 <= place < len(codes):
            self.rows[codes[place]].box.setFocus(Qt.FocusReason.TabFocusReason)
