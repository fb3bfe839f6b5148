"""What every tab of a movement is given, and how it writes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, Protocol, runtime_checkable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QIcon, QKeySequence
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from thiduaqt.domain.errors import UserError
from thiduaqt.domain.records import Movement, Plan
from thiduaqt.services import movements
from thiduaqt.services.movements import DocumentChange, RulesChange
from thiduaqt.ui import icons, tokens
from thiduaqt.ui.screen import ScreenContext
from thiduaqt.ui.widgets.strips import MessageStrip

if TYPE_CHECKING:
    from thiduaqt.services.session import Session


class Tab(QWidget):
    """One tab: a strip for what could not be kept, and ``body`` below it.

    The screen sets :attr:`movement` and :attr:`plan` and calls :meth:`show_movement` whenever
    the tab comes into sight and after every change of a family in ``Screen.families`` or in
    :attr:`families`. ``jump_wanted(tab, field, item)`` asks for another place of the movement.
    """

    families: frozenset[str] = frozenset()
    jump_wanted = Signal(str, str, str)

    def __init__(self, context: ScreenContext, name: str) -> None:
        super().__init__()
        self.context = context
        self.movement: Movement | None = None
        self.plan: Plan | None = None
        self.setObjectName(f"movements.{name}")
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(tokens.GAP)
        self.strip = MessageStrip("warn")
        self.strip.setObjectName(f"movements.{name}.strip")
        self.body.addWidget(self.strip)

    # -- to be overridden -----------------------------------------------------------------------

    def show_movement(self, movement: Movement) -> None:
        """Read anew and show ``movement``; must be quick and keep choice and open editors."""

    def commit_open(self) -> None:
        """Store what is being typed (Ctrl+S, another tab, another screen)."""

    def go_to(self, field: str, item: str) -> None:
        """Lead the keyboard to a field: the ``field`` and ``item`` of a ``Gap``."""

    def panes(self) -> Sequence[QWidget]:
        """Return what F6 goes through inside this tab."""
        return (self,)

    def find_field(self) -> QLineEdit | None:
        """Return the field that Ctrl+F goes to."""
        return None

    def actions_for_menu(self) -> Sequence[QAction]:
        """Return the actions of this tab for the menu *Hồ sơ* and the palette."""
        return ()

    def detail_panel(self) -> QWidget | None:
        """Return the panel that F4 shows and hides."""
        return None

    def _action(
        self, text: str, do: Callable[[], object], icon: str = "", *, keys: str = ""
    ) -> QAction:
        """Return an action of this tab; ``keys`` work wherever the keyboard is inside it."""
        made = QAction(icons.icon(icon) if icon else QIcon(), text, self)
        made.triggered.connect(lambda _checked=False: do())
        if keys:
            made.setShortcut(QKeySequence(keys))
            made.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            self.addAction(made)
        return made

    # -- writing --------------------------------------------------------------------------------

    def commit(
        self,
        label: str,
        change: RulesChange,
        *,
        done: Callable[[Any], None] | None = None,
        back: Callable[[], object] | None = None,
    ) -> None:
        """Change the rules of the movement as one step that can be taken back.

        ``label`` names the step in the journal. A value that cannot be kept is said in the strip
        and ``back`` shows the old one again.
        """
        movement = self.movement
        if movement is not None:
            movement_id = movement.id
            self.run(
                lambda s: movements.change_rules(s, movement_id, label, change),
                label,
                done=done,
                back=back,
            )

    def commit_document(
        self,
        label: str,
        change: DocumentChange,
        *,
        done: Callable[[Any], None] | None = None,
        back: Callable[[], object] | None = None,
    ) -> None:
        """Change what the plan says of itself as a document, as one step; else as `commit`."""
        plan = self.plan
        if plan is not None:
            plan_id = plan.id
            self.run(
                lambda s: movements.change_document(s, plan_id, label, change),
                label,
                done=done,
                back=back,
            )

    def run(
        self,
        op: Callable[[Session], Any],
        label: str,
        *,
        done: Callable[[Any], None] | None = None,
        back: Callable[[], object] | None = None,
    ) -> None:
        """Write with any service; a value that cannot be kept is said in the strip."""

        def failed(error: Exception) -> bool:
            if back is not None:
                back()
            if isinstance(error, UserError):
                self.strip.say(error.text)
                return True
            return False

        self.strip.say("")
        self.context.tasks.run(op, done=done, failed=failed, label=label, owner=self)


@runtime_checkable
class PlanDesk(Protocol):
    """What the tab *Văn bản* can do besides: the buttons in the header of the screen ask it."""

    def export(self) -> None:
        """Write the plan as a Word file, asking where to (*Xuất kế hoạch ra Word…*)."""

    def review(self) -> None:
        """Show what the review of the text finds (*Rà soát văn bản*)."""
