"""The commands of the screen, the same in buttons, menus and the palette."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from thiduaqt.ui import icons, tokens

Do = Callable[[], object]


class DecisionActions(QObject):
    """Makes the actions once. Which of them can be used follows what is on show."""

    def __init__(
        self,
        screen: QWidget,
        *,
        make_papers: Do,
        issue: Do,
        print_sheets: Do,
        reopen: Do,
        correct: Do,
        revoke: Do,
        reprint: Do,
        export: Do,
    ) -> None:
        super().__init__(screen)
        self._screen = screen
        make = self._make
        self.make_papers = make(
            "papers", self.tr("Tạ&o bộ văn bản…"), make_papers, icon="file-plus"
        )
        self.issue = make(
            "issue", self.tr("&Ban hành…"), issue, icon="gavel", colour=tokens.SURFACE
        )
        self.print_sheets = make(
            "print", self.tr("In giấ&y khen"), print_sheets, icon="printer", colour=tokens.SURFACE
        )
        self.reopen = make("reopen", self.tr("&Mở lại quyết định…"), reopen, icon="history")
        self.correct = make("correct", self.tr("Đí&nh chính…"), correct)
        self.revoke = make("revoke", self.tr("Th&u hồi…"), revoke)
        self.reprint = make("reprint", self.tr("In &lại…"), reprint)
        self.export = make("export", self.tr("Xuất &Excel…"), export, icon="file-spreadsheet")

    def _make(
        self, name: str, text: str, do: Do, *, icon: str = "", colour: str = tokens.TEXT_2
    ) -> QAction:
        action = QAction(text, self._screen)
        action.setObjectName(f"decisions.{name}")
        if icon:
            action.setIcon(icons.icon(icon, colour))
        action.triggered.connect(lambda _checked=False: do())
        return action

    def in_menu(self) -> Sequence[QAction]:
        """Return the actions for the menu *Hồ sơ*."""
        return (
            self.make_papers,
            self.issue,
            self.reopen,
            self.print_sheets,
            self.correct,
            self.revoke,
            self.reprint,
            self.export,
        )
