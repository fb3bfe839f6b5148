"""What every part of the settings is given, and how it writes."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from thiduaqt.services.editing import BadValue
from thiduaqt.ui import tokens
from thiduaqt.ui.screen import ScreenContext
from thiduaqt.ui.widgets.labels import section, text_label
from thiduaqt.ui.widgets.strips import MessageStrip

if TYPE_CHECKING:
    from thiduaqt.services.session import Session


class Part(QWidget):
    """Heading, sentence, strip for what could not be kept, and ``body``."""

    def __init__(self, context: ScreenContext, name: str, heading: str, sentence: str) -> None:
        super().__init__()
        self.context = context
        self.setObjectName(f"settings.{name}")
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(tokens.GAP)
        self.strip = MessageStrip("warn")
        self.strip.setObjectName(f"settings.{name}.strip")
        self.body.addWidget(section(heading))
        self.body.addWidget(text_label(sentence, "second"))
        self.body.addWidget(self.strip)

    def reload(self) -> None:
        """Read anew and show."""

    def commit(self) -> None:
        """Store what is being typed."""

    def run(
        self,
        op: Callable[[Session], Any],
        label: str,
        *,
        done: Callable[[Any], None] | None = None,
        back: Callable[[], object] | None = None,
    ) -> None:
        """Write; a value that cannot be kept is said here, and ``back`` shows the old one."""

        def failed(error: Exception) -> bool:
            if back is not None:
                back()
            if isinstance(error, BadValue):
                self.strip.say(error.text)
                return True
            return False

        self.strip.say("")
        self.context.tasks.run(op, done=done, failed=failed, label=label, owner=self)
