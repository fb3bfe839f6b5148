"""What every page of the first set-up is."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from thiduaqt.ui import tokens
from thiduaqt.ui.screens.wizard.draft import Draft
from thiduaqt.ui.widgets.labels import text_label, title


class Page(QWidget):
    """Heading, one sentence and ``body``. ``changed`` follows an answer, ``onward`` asks to go on.

    A page writes its answers into ``draft`` as they are given.
    """

    changed = Signal()
    onward = Signal()

    def __init__(self, draft: Draft, heading: str, sentence: str) -> None:
        super().__init__()
        self.draft = draft
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(28, 16, 24, 8)
        self.body.setSpacing(tokens.GAP)
        self.heading = title(heading)
        self.sentence = text_label(sentence, "second")
        self.body.addWidget(self.heading)
        self.body.addWidget(self.sentence)

    def load(self) -> None:
        """Show the answers given so far. Called whenever the page comes up."""

    def missing(self) -> str:
        """Return the sentence on what is still wanted here, "" where nothing is."""
        return ""

    def first_field(self) -> QWidget | None:
        """Return what gets the focus when the page comes up, or when an answer is missing."""
        return None

    def foot(self) -> QWidget | None:
        """Return what stands at the left of the buttons instead of the page number."""
        return None
