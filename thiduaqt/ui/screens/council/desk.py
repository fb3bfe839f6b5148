"""What the pages of the council screen share: the session under way and how to write to it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QWidget

from thiduaqt.ui.screen import ScreenContext

if TYPE_CHECKING:
    from thiduaqt.services.council import Results
    from thiduaqt.services.session import Session


class CouncilDesk:
    """The council session that is open on the screen. ``state`` is None while there is none."""

    def __init__(self, context: ScreenContext, owner: QWidget) -> None:
        self.context = context
        self.owner = owner
        self.state: Results | None = None

    @property
    def sitting_id(self) -> str:
        """The id of the council session, empty where there is none."""
        return self.state.session.id if self.state else ""

    @property
    def locked(self) -> bool:
        """Whether the result is final."""
        return self.state is not None and self.state.locked

    def run(
        self,
        op: Callable[[Session], Any],
        label: str,
        *,
        done: Callable[[Any], None] | None = None,
        failed: Callable[[Exception], bool | None] | None = None,
    ) -> None:
        """Write through the window's writer; the screen reloads by itself."""
        self.context.tasks.run(op, label=label, done=done, failed=failed, owner=self.owner)
