"""The card below the list: what the chosen line promises, one commitment on each line."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout

from thiduaqt.services.registration_lists import RegistrationLine
from thiduaqt.ui import theme
from thiduaqt.ui.memory import Memory
from thiduaqt.ui.screens.movements.list_editor import ListEditor
from thiduaqt.ui.screens.movements.registrations import columns
from thiduaqt.ui.widgets.buttons import action_button
from thiduaqt.ui.widgets.cards import Card
from thiduaqt.ui.widgets.labels import strong

_LEAST = 150


class PromisesCard(Card):
    """Its ``list`` asks for changes; ``take`` is the action that fills in the plan's targets."""

    def __init__(
        self, memory: Memory, targets: columns.Targets, year: Callable[[], int], take: QAction
    ) -> None:
        super().__init__()
        self.setObjectName("movements.registrations.card")
        self.list = ListEditor(
            columns.commitments_spec(targets, year),
            name="movements.registrations.promises",
            memory=memory,
        )
        self.heading = strong("")
        self.body.setContentsMargins(12, 6, 12, 6)
        self.body.setSpacing(4)
        line = QHBoxLayout()
        line.addWidget(self.heading, 1)
        line.addWidget(action_button(take, name="movements.registrations.targets"))
        self.body.addLayout(line)
        self.body.addWidget(self.list, 1)
        self.setMinimumHeight(theme.em(_LEAST))
        self.hide()

    def show_line(self, line: RegistrationLine | None) -> None:
        """Show the commitments of a line; None: no line is chosen."""
        self.list.setEnabled(line is not None)
        self.list.show_items(line.commitments if line is not None else ())
        words = self.tr("Cam kết của {name}") if line is not None else ""
        self.heading.setText(words.format(name=line.name if line is not None else ""))
