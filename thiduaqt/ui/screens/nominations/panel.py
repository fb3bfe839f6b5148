"""The detail panel: one dossier in full, or the form for several at once."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from thiduaqt.services import dossier_log
from thiduaqt.services.checking import Checker
from thiduaqt.services.dossiers import Dossier
from thiduaqt.services.editing import Edit
from thiduaqt.services.nominations import NominationRow
from thiduaqt.ui import theme, tokens
from thiduaqt.ui.screens.nominations.batch import BatchForm
from thiduaqt.ui.screens.nominations.checklist import Checklist
from thiduaqt.ui.screens.nominations.columns import STATES, Choices
from thiduaqt.ui.screens.nominations.desk import NominationDesk
from thiduaqt.ui.screens.nominations.findings import Findings
from thiduaqt.ui.screens.nominations.information import Information
from thiduaqt.ui.screens.nominations.past import ChangeLog, PastAwards
from thiduaqt.ui.screens.nominations.score_row import row_widgets
from thiduaqt.ui.screens.nominations.scores import Scores
from thiduaqt.ui.widgets.buttons import button
from thiduaqt.ui.widgets.cards import Foldable
from thiduaqt.ui.widgets.labels import Badge, CutLabel, strong, text_label


class DossierPanel(QFrame):
    """Shows a :class:`Dossier`. ``step_wanted(±1)``, ``closed()``, ``left()`` (Ctrl+Enter)."""

    step_wanted = Signal(int)
    closed = Signal()
    left = Signal()

    def __init__(self, desk: NominationDesk, choices: Choices) -> None:
        super().__init__()
        self.setObjectName("nominations.panel")
        self.setProperty("kind", "card")
        self.setAccessibleName(self.tr("Bảng chi tiết"))
        self._desk = desk
        self.dossier: Dossier | None = None
        self._low = False
        self.findings = Findings(desk)
        self.checklist = Checklist(desk)
        self.scores = Scores(desk)
        self.info = Information(choices)
        self.past = PastAwards()
        self.log = ChangeLog()
        self.batch = BatchForm(desk, choices)
        page = QVBoxLayout(self)
        page.setContentsMargins(1, 1, 1, 1)
        page.setSpacing(0)
        page.addWidget(self._make_head())
        self.stack = QStackedWidget()
        self.stack.addWidget(self._make_body())
        self.stack.addWidget(_scrolled(self.batch))
        self.stack.addWidget(self._make_nothing())
        page.addWidget(self.stack, 1)
        self.info.edited.connect(self._on_edited)
        self.findings.field_wanted.connect(self.go_to_field)
        self.findings.history_wanted.connect(self._open_past)
        self.log.wanted.connect(self._load_log)
        self.show_nothing()

    # -- building -----------------------------------------------------------------------------

    def _make_head(self) -> QFrame:
        head = QFrame()
        head.setProperty("kind", "card-head")
        page = QVBoxLayout(head)
        page.setContentsMargins(12, 5, 6, 7)
        page.setSpacing(3)
        line = QHBoxLayout()
        line.setSpacing(2)
        self.title = CutLabel()
        self.title.setFont(theme.text_font(tokens.SECTION_PT, strong=True))
        self.title.setObjectName("nominations.panel.title")
        self.title.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.before = button(
            "",
            lambda: self.step_wanted.emit(-1),
            kind="flat",
            icon="chevron-left",
            name="nominations.panel.before",
            tooltip=self.tr("Hồ sơ trước"),
        )
        self.after = button(
            "",
            lambda: self.step_wanted.emit(1),
            kind="flat",
            icon="chevron-right",
            name="nominations.panel.after",
            tooltip=self.tr("Hồ sơ sau"),
        )
        shut = button(
            "",
            self.closed.emit,
            kind="flat",
            icon="x",
            name="nominations.panel.close",
            tooltip=self.tr("Đóng bảng chi tiết (F4 mở lại)"),
        )
        self.place = QLabel()
        line.addWidget(self.title, 1)
        for part in (self.before, self.place, self.after, shut):
            line.addWidget(part)
        page.addLayout(line)
        self.badge = Badge("")
        self.award = Badge("")
        self.stage = Badge("")
        badges = QHBoxLayout()
        badges.setSpacing(6)
        for one in (self.badge, self.award, self.stage):
            badges.addWidget(one)
        badges.addStretch()
        self._badges = QWidget()
        self._badges.setLayout(badges)
        badges.setContentsMargins(0, 0, 0, 0)
        page.addWidget(self._badges)
        return head

    def _make_body(self) -> QWidget:
        inner = QWidget()
        inner.setProperty("bare", True)
        page = QVBoxLayout(inner)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(0)
        self.fold = Foldable(self.tr("Thông tin"), open_=True)
        self.fold.toggle.setObjectName("nominations.panel.info.fold")
        self.fold.body.setContentsMargins(0, 0, 0, 0)
        self.fold.body.addWidget(self.info)
        page.addWidget(self.fold)
        page.addWidget(self._make_checks_head())
        page.addWidget(self.findings)
        page.addWidget(self.checklist)
        page.addWidget(self.scores)
        note = QVBoxLayout()
        note.setContentsMargins(12, 4, 12, 4)
        note.addWidget(self.info.note)
        page.addLayout(note)
        self.more = Foldable(self.tr("Chức vụ, đơn vị, thời gian"))
        self.more.toggle.setObjectName("nominations.panel.more.fold")
        self.more.body.addWidget(self.info.more)
        for part in (self.more, self.past, self.log):
            page.addWidget(part)
        page.addStretch(1)
        self.area = _scrolled(inner)
        return self.area

    def _make_checks_head(self) -> QFrame:
        head = QFrame()
        head.setProperty("kind", "card-head")
        row = QHBoxLayout(head)
        row.setContentsMargins(12, 2, 10, 2)
        row.addWidget(strong(self.tr("Tiêu chí và điều kiện")))
        row.addStretch()
        self.count = Badge("")
        row.addWidget(self.count)
        head.setMinimumHeight(28)
        return head

    def _make_nothing(self) -> QWidget:
        holder = QWidget()
        page = QVBoxLayout(holder)
        words = text_label(self.tr("Chọn một hồ sơ để xem chi tiết."), "second")
        words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        page.addWidget(words)
        return holder

    # -- showing ------------------------------------------------------------------------------

    def show_dossier(self, dossier: Dossier, checker: Checker, place: int, count: int) -> None:
        """Show ``dossier``, the ``place``-th of ``count`` shown."""
        other = self.dossier is None or self.dossier.row.id != dossier.row.id
        self.dossier = dossier
        row = dossier.row
        self.title.setText(row.display)
        self.place.setText(f"{place}/{count}")
        self.before.setEnabled(place > 1)
        self.after.setEnabled(place < count)
        for part in (self.before, self.place, self.after, self._badges):
            part.show()
        self.badge.set_state(row.check_words, STATES[row.check])
        self.award.set_state(row.award_name)
        self.stage.set_state(row.state_words, "locked")
        self.stage.setVisible(row.state != "draft")
        self.info.show_dossier(dossier)
        self.findings.show_dossier(dossier, checker)
        self.checklist.show_dossier(dossier)
        self.scores.show_dossier(dossier)
        whole = dossier.met == dossier.counted
        words = self.tr("{met}/{count} đạt").format(met=dossier.met, count=dossier.counted)
        self.count.set_state(words, "ok" if whole else "error")
        self.count.setVisible(dossier.counted > 0)
        self.past.show_dossier(dossier)
        self._show_summary()
        self.stack.setCurrentIndex(0)
        if self.log.is_open:
            self._load_log()
        if other:
            self.area.verticalScrollBar().setValue(0)
            QTimer.singleShot(0, self, self._await_layout)

    def show_batch(self, rows: Sequence[NominationRow], ticks: Sequence[tuple[str, str]]) -> None:
        """Offer to edit several nominations."""
        self.dossier = None
        self.title.setText(self.tr("Sửa {count} hồ sơ").format(count=len(rows)))
        self._hide_head()
        self.batch.show_rows(rows, ticks)
        self.stack.setCurrentIndex(1)

    def show_nothing(self) -> None:
        """Show that no nomination is chosen."""
        self.dossier = None
        self.title.setText(self.tr("Chi tiết"))
        self._hide_head()
        self.stack.setCurrentIndex(2)

    def _hide_head(self) -> None:
        for part in (self.before, self.place, self.after, self._badges):
            part.hide()

    def set_low(self, low: bool) -> None:
        """In a low window the fields fold into one line, so that the criteria stay in sight."""
        if low != self._low or self.fold.toggle.isHidden() == low:
            self._low = low
            self.fold.toggle.setVisible(low)
            self.fold.toggle.setChecked(not low)
            self._show_summary()

    def _show_summary(self) -> None:
        if self.dossier is None:
            return
        words = self.tr("Thông tin")
        facts = self.info.summary(self.dossier)
        room = max(60, self.width() - 64)
        line = self.fontMetrics().elidedText(
            f"{words}    {facts}" if facts else words, Qt.TextElideMode.ElideRight, room
        )
        self.fold.toggle.setText(line.replace("&", "&&"))
        self.fold.toggle.setAccessibleName(f"{words}: {facts}" if facts else words)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_summary()

    # -- going --------------------------------------------------------------------------------

    def go_to_field(self, key: str) -> None:
        """Put the focus on a field of the form, or on a line of the checklist."""
        row: QWidget | None = None
        target: QWidget | None = None
        if key in self.checklist.rows:
            row = self.checklist.rows[key]
            target = self.checklist.rows[key].box
        elif (scored := self.scores.row_of(key)) is not None:
            row, target = scored, row_widgets(scored)[0]
        form = self.info.form_of(key)
        if form is not None:
            (self.more if form is self.info.more else self.fold).toggle.setChecked(True)
            target = form.field(key)
        if target is None:
            return
        target.setFocus(Qt.FocusReason.OtherFocusReason)
        # The fold needs a turn of the event loop to lay itself out.
        shown = row if row is not None else target
        QTimer.singleShot(0, shown, lambda: self.area.ensureWidgetVisible(shown, 0, 40))

    def _await_layout(self) -> None:
        # Wrapped lines get their height one turn of the event loop after they were filled.
        QTimer.singleShot(0, self, self._show_first_problem)

    def _show_first_problem(self) -> None:
        """Bring the first line that is not fulfilled into sight."""
        for row in self.checklist.rows.values():
            if row.tick.severity == "error":
                self.area.ensureWidgetVisible(row, 0, 8)
                return

    def focus_first(self) -> None:
        """Put the focus where work usually is: the first line not fulfilled, else the name."""
        if self.stack.currentIndex() == 1:
            self.batch.form.field("award").setFocus(Qt.FocusReason.OtherFocusReason)
            return
        open_ = [row for row in self.checklist.rows.values() if row.tick.severity == "error"]
        rows = open_ or list(self.checklist.rows.values())
        if self.stack.currentIndex() == 0 and rows:
            self.go_to_field(rows[0].tick.code)
        elif self.stack.currentIndex() == 0:
            self.go_to_field("subject_group")

    def commit(self) -> None:
        """Store what is being typed."""
        self.info.commit()
        self.scores.commit()

    def _open_past(self) -> None:
        self.past.toggle.setChecked(True)
        self.past.toggle.setFocus(Qt.FocusReason.OtherFocusReason)
        QTimer.singleShot(0, self.past, lambda: self.area.ensureWidgetVisible(self.past, 0, 40))

    def _load_log(self) -> None:
        if self.dossier is not None:
            session = self._desk.context.session
            self.log.show_lines(dossier_log.log(session, self.dossier.row.id))

    def _on_edited(self, field: str, text: str) -> None:
        if self.dossier is not None:
            self._desk.edit([Edit(id=self.dossier.row.id, field=field, value=text)])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.left.emit()
            return
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return
        super().keyPressEvent(event)


def _scrolled(inner: QWidget) -> QScrollArea:
    area = QScrollArea()
    area.setWidget(inner)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    inner.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
    return area
