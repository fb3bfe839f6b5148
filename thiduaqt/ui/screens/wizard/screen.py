"""The first set-up as a window of its own: five pages, then a data file."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from thiduaqt.domain.errors import UserError
from thiduaqt.services import sample, setup
from thiduaqt.services.files import as_store_error
from thiduaqt.services.session import Session, create_session
from thiduaqt.ui import dialogs, tokens
from thiduaqt.ui.hub import Hub
from thiduaqt.ui.memory import Memory
from thiduaqt.ui.screens.wizard import draft as drafts
from thiduaqt.ui.screens.wizard.commune_page import CommunePage
from thiduaqt.ui.screens.wizard.draft import FILE_ENDING, Draft
from thiduaqt.ui.screens.wizard.letterhead_page import LetterheadPage
from thiduaqt.ui.screens.wizard.movement_page import MovementPage
from thiduaqt.ui.screens.wizard.page import Page
from thiduaqt.ui.screens.wizard.rail import StepRail
from thiduaqt.ui.screens.wizard.review_page import FILE, ReviewPage
from thiduaqt.ui.screens.wizard.welcome import WelcomePage
from thiduaqt.ui.tasks import Tasks
from thiduaqt.ui.widgets.buttons import button
from thiduaqt.ui.widgets.labels import text_label
from thiduaqt.ui.widgets.strips import MessageStrip

_FILTERS = (("ThiDuaQt", f"*{FILE_ENDING}"),)
_NOTES = "thiet-lap.ini"
_SAMPLE_FOLDER = "mau"


class Wizard(QDialog):
    """Asks for the office and makes its data file in ``folder``, or finds one that exists.

    After ``exec()`` was accepted :attr:`data_file` is the path of a file that is closed again.
    Answers are kept between starts until the file is made.
    """

    def __init__(self, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("wizard")
        self.setWindowTitle(self.tr("Thiết lập lần đầu — ThiDuaQt"))
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint, on=True)
        self.data_file: Path | None = None
        self._folder = folder
        self._memory = Memory(folder / _NOTES)
        self._tasks: Tasks | None = None
        self.draft = self._begin()
        self.welcome = WelcomePage(self.draft)
        self.commune = CommunePage(self.draft)
        self.letterhead = LetterheadPage(self.draft)
        self.movement = MovementPage(self.draft)
        self.review = ReviewPage(self.draft, folder)
        self.pages: tuple[Page, ...] = (
            self.welcome,
            self.commune,
            self.letterhead,
            self.movement,
            self.review,
        )
        self._build()
        self._connect()
        self.resize(1093, 550)
        self.open_page(0)

    def _begin(self) -> Draft:
        draft = drafts.kept(self._memory) or Draft()
        draft.pack = draft.pack or setup.available_packs()[0].code
        draft.year = draft.year or date.today().year  # noqa: DTZ011 - the officer's calendar
        return draft

    # -- building -----------------------------------------------------------------------------

    def _build(self) -> None:
        self.rail = StepRail(
            [
                self.tr("Chào anh/chị"),
                self.tr("Xã, phường, đặc khu"),
                self.tr("Phần đầu văn bản"),
                self.tr("Phong trào"),
                self.tr("Kiểm tra lại"),
            ],
            self.tr("Dữ liệu chỉ nằm trên máy này. Phần mềm không gửi gì qua mạng."),
        )
        self.stack = QStackedWidget()
        for page in self.pages:
            self.stack.addWidget(page)
        self.strip = MessageStrip("error")
        self.strip.setObjectName("wizard.strip")
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.stack, 1)
        around = QHBoxLayout()
        around.setContentsMargins(28, 4, 24, 4)
        around.addWidget(self.strip)
        column.addLayout(around)
        column.addWidget(self._build_foot())
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.rail)
        whole.addLayout(column, 1)

    def _build_foot(self) -> QFrame:
        foot = QFrame()
        foot.setProperty("kind", "foot")
        row = QHBoxLayout(foot)
        row.setContentsMargins(28, 8, 24, 8)
        foot.setMinimumHeight(tokens.CONTROL + 17)  # as high without buttons
        self.where = text_label("", "second", wrap=False)
        self._feet: dict[Page, QWidget] = {}
        row.addWidget(self.where)
        for page in self.pages:
            own = page.foot()
            if own is not None:
                self._feet[page] = own
                row.addWidget(own)
        row.addStretch()
        self.back = button(
            self.tr("&Quay lại"), self.go_back, icon="chevron-left", name="wizard.back"
        )
        self.next = button(self.tr("Tiế&p tục"), self.go_on, kind="primary", name="wizard.next")
        row.addWidget(self.back)
        row.addWidget(self.next)
        return foot

    def _connect(self) -> None:
        self.rail.wanted.connect(self._jump)
        self.welcome.open_wanted.connect(self._open_existing)
        self.welcome.sample_wanted.connect(self._make_sample)
        self.review.mend_wanted.connect(self._mend)
        for page in self.pages:
            page.onward.connect(self.go_on)
            page.changed.connect(self._on_changed)

    # -- pages --------------------------------------------------------------------------------

    def current(self) -> int:
        """Return the number of the page shown, counted from 0."""
        return self.stack.currentIndex()

    def open_page(self, number: int) -> None:
        """Show page ``number``."""
        page = self.pages[number]
        self.draft.page = max(self.draft.page, number)
        self.strip.say("")
        page.load()
        self.stack.setCurrentIndex(number)
        self.rail.set_state(number, self.draft.page)
        words = self.tr("Bước {number}/{count} · đã lưu, có thể đóng và làm tiếp sau")
        self.where.setText(words.format(number=number + 1, count=len(self.pages)))
        self.where.setVisible(page not in self._feet)
        for owner, foot in self._feet.items():
            foot.setVisible(owner is page)
        self._show_buttons(number)
        field = page.first_field() or self.next
        field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_buttons(self, number: int) -> None:
        self.back.setVisible(number > 0)
        self.next.setVisible(number > 0)
        last = number == len(self.pages) - 1
        self.next.setText(self.tr("&Hoàn tất") if last else self.tr("Tiế&p tục"))

    def go_on(self) -> None:
        """Go to the next page, or finish; an answer that is wanted keeps the page."""
        number = self.current()
        page = self.pages[number]
        missing = page.missing()
        if missing:
            self.strip.say(missing)
            field = page.first_field()
            if field is not None and not page.isAncestorOf(self.focusWidget() or self):
                field.setFocus()
            return
        self._keep()
        if number == len(self.pages) - 1:
            self._finish()
        else:
            self.open_page(number + 1)

    def go_back(self) -> None:
        """Go to the page before; what was answered stays."""
        self.pages[self.current()].missing()
        self._keep()
        self.open_page(max(0, self.current() - 1))

    def _jump(self, number: int) -> None:
        self.pages[self.current()].missing()
        self._keep()
        self.open_page(number)

    def _mend(self, number: int) -> None:
        if number == FILE:
            self._choose_file()
        else:
            self.open_page(number)

    def _choose_file(self) -> None:
        proposed = str(self.draft.proposed_file(self._folder))
        path = dialogs.pick_save(self, self.tr("Nơi để tệp dữ liệu"), proposed, _FILTERS)
        if path is not None:
            self.draft.file = str(path)
            self._keep()
            self.review.load()

    def _on_changed(self) -> None:
        """Keep the answer; what was wanted before may have been given now."""
        if self.strip.text() and not self.pages[self.current()].missing():
            self.strip.say("")
        self._keep()

    def _keep(self) -> None:
        drafts.keep(self._memory, self.draft)

    # -- finishing ----------------------------------------------------------------------------

    def _open_existing(self) -> None:
        path = dialogs.pick_file(self, self.tr("Mở tệp dữ liệu đã có"), _FILTERS)
        if path is not None:
            self.data_file = path
            self.accept()

    def _make_sample(self) -> None:
        folder = self._folder / _SAMPLE_FOLDER
        path = folder / sample.FILE_NAME
        if path.exists():
            self.data_file = path
            self.accept()
            return
        self._run(
            lambda: sample.prepare(folder),
            lambda session: session.path,
            self.tr("Đang chuẩn bị dữ liệu mẫu…"),
        )

    def _finish(self) -> None:
        path = self.draft.proposed_file(self._folder)
        answers = self.draft.answers()
        if path.exists():
            words = self.tr("Đã có tệp {name} ở đó. Chọn tên khác ở dòng Tệp dữ liệu.")
            self.strip.say(words.format(name=path.name))
            return

        def set_up(session: Session) -> Path:
            try:
                setup.set_up(session, answers)
            except BaseException:
                session.close()
                path.unlink(missing_ok=True)  # an empty file would be in the way next time
                raise
            return session.path

        def create() -> Session:
            try:
                return create_session(path)
            except OSError as fault:
                raise as_store_error(fault, path) from fault

        self._run(create, set_up, self.tr("Đang tạo tệp dữ liệu…"))

    def _run(
        self, factory: Callable[[], Session], work: Callable[[Session], Path], label: str
    ) -> None:
        """Make the file away from the window; buttons wait meanwhile."""
        self._set_busy(label)
        self._tasks = Tasks(factory, Hub(), self)
        self._tasks.failed_with.connect(lambda error: dialogs.show_exception(self, error))
        self._tasks.run(work, done=self._done, failed=self._failed, label=label, owner=self)

    def _set_busy(self, label: str) -> None:
        self.stack.setEnabled(not label)
        self.rail.setEnabled(not label)
        self.back.setEnabled(not label)
        self.next.setEnabled(not label)
        self.strip.say(label, kind="info")

    def _stop_tasks(self) -> None:
        if self._tasks is not None:
            self._tasks.stop()
            self._tasks = None

    def _done(self, path: Path) -> None:
        self._stop_tasks()  # closes the session and with it the file
        if path.parent.name != _SAMPLE_FOLDER:
            drafts.forget(self._memory)
        self.data_file = path
        self.accept()

    def _failed(self, error: Exception) -> bool:
        self._stop_tasks()
        self._set_busy("")
        if not isinstance(error, UserError):
            return False
        self.strip.say(error.text, kind="error")
        return True

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._tasks is not None:
            event.ignore()
            return
        super().closeEvent(event)

    def reject(self) -> None:
        if self._tasks is None:
            super().reject()
