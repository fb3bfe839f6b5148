"""The blank score sheet of the group that is shown, as a Word file."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from thiduaqt.domain.plan import SubjectGroup
from thiduaqt.domain.records import Movement
from thiduaqt.services import score_paper
from thiduaqt.ui import dialogs, icons
from thiduaqt.ui.i18n import translate
from thiduaqt.ui.screen import ScreenContext


class Desk(Protocol):
    """What this needs of the tab."""

    context: ScreenContext
    movement: Movement | None

    @property
    def group(self) -> SubjectGroup | None:
        """The group whose tree is shown."""
        ...


class PrintSheet(QAction):
    """*In phiếu chấm điểm…*: asks where to and writes the sheet of the shown group."""

    def __init__(self, tab: QWidget, desk: Desk) -> None:
        words = translate("CriteriaTab", "In phiếu chấm điểm…")
        super().__init__(icons.icon("printer"), words, tab)
        self._tab, self._desk = tab, desk
        self.triggered.connect(lambda _checked=False: self._print())

    def _print(self) -> None:
        desk, group = self._desk, self._desk.group
        if desk.movement is None or group is None:
            return
        movement_id, code = desk.movement.id, group.code
        label = translate("CriteriaTab", "In phiếu chấm điểm")
        name = translate("CriteriaTab", "Phiếu chấm điểm {group}.docx").format(group=_plain(group))
        path = dialogs.pick_save(self._tab, label, name, [("Word", "*.docx")])
        if path is None:
            return
        said = translate("CriteriaTab", "Đã ghi phiếu chấm điểm vào {name}.").format(name=path.name)
        desk.context.tasks.run(
            lambda s: score_paper.write_sheet(s, path, movement_id, code),
            done=lambda _path: desk.context.toast(said),
            label=label,
            owner=self._tab,
        )


def _plain(group: SubjectGroup) -> str:
    """Return the name of a group as a file name can hold it."""
    kept = "".join(sign if sign.isalnum() or sign in " ()" else " " for sign in group.name)
    return " ".join(kept.split())[:60].strip()
