"""The one signal that tells every screen what was written."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from thiduaqt.domain.changes import Changes


class Hub(QObject):
    """Carries :class:`Changes` from whoever wrote to whoever shows.

    ``changed(Changes)`` follows every write; ``context_changed()`` follows another choice of
    movement or round in the context bar. ``movement_wanted(id)`` and ``round_wanted(id)`` ask
    the window for such a choice.
    """

    changed = Signal(object)
    context_changed = Signal()
    movement_wanted = Signal(str)
    round_wanted = Signal(str)

    def publish(self, changes: Changes) -> None:
        """Tell all screens that ``changes`` were written; nothing is sent if nothing was."""
        if not changes.nothing:
            self.changed.emit(changes)
