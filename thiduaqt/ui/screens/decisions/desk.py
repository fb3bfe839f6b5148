"""What the parts of the screen share: the decision on show, how to write, how to open a file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from thiduaqt.ui import dialogs
from thiduaqt.ui.i18n import translate
from thiduaqt.ui.screen import ScreenContext
from thiduaqt.ui.tasks import Job

if TYPE_CHECKING:
    from thiduaqt.services.decision_sheet import Sheet
    from thiduaqt.services.session import Session


def open_with_system(path: Path) -> bool:
    """Open a file or folder with the program the system has for it; False where there is none."""
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


class DecisionDesk:
    """The decision on the screen. ``sheet`` is None while there is none.

    ``opener`` opens files and folders; tests put their own in its place.
    """

    def __init__(self, context: ScreenContext, owner: QWidget) -> None:
        self.context = context
        self.owner = owner
        self.sheet: Sheet | None = None
        self.opener: Callable[[Path], bool] = open_with_system

    @property
    def decision_id(self) -> str:
        """The id of the decision on show, empty where there is none."""
        return self.sheet.decision.id if self.sheet else ""

    def run(
        self,
        op: Callable[[Session], Any],
        label: str,
        *,
        done: Callable[[Any], None] | None = None,
        failed: Callable[[Exception], bool | None] | None = None,
    ) -> None:
        """Run a short operation on the writer; the screen reloads by itself."""
        self.context.tasks.run(op, label=label, done=done, failed=failed, owner=self.owner)

    def run_long(
        self,
        op: Callable[[Session, Job], Any],
        label: str,
        *,
        done: Callable[[Any], None] | None = None,
        failed: Callable[[Exception], bool | None] | None = None,
    ) -> None:
        """Run something that takes its time, with progress and *Dừng*."""
        self.context.tasks.run_long(op, label=label, done=done, failed=failed, owner=self.owner)

    def open(self, path: Path) -> None:
        """Open a file or folder; where nothing opens it, say where it is."""
        if self.opener(path):
            return
        words = translate(
            "DecisionsScreen", "Máy này không mở được “{name}”.\nMở tệp từ thư mục {folder}."
        )
        dialogs.tell(
            self.owner,
            translate("DecisionsScreen", "Chưa mở được tệp"),
            words.format(name=path.name, folder=path.parent),
            kind="warn",
        )
