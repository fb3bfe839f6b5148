"""The table of quotas: occasions down, kinds of recipients across, numbers or nothing in cells."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from thiduaqt.domain.plan import RECIPIENT_KINDS, RECIPIENT_WORDS, RecipientKind
from thiduaqt.domain.quota_table import QuotaLine
from thiduaqt.domain.text import clean
from thiduaqt.ui import tokens
from thiduaqt.ui.memory import Memory
from thiduaqt.ui.tables.columns import CellEdit, Column
from thiduaqt.ui.tables.grid import Grid
from thiduaqt.ui.widgets.labels import meta

_MOST = 9999


def columns(*, sources: bool = True) -> list[Column[QuotaLine]]:
    """Return the columns: the occasion, one per kind of recipient, where the plan says it."""
    shown = [
        Column(
            key="occasion",
            title="Dịp khen",
            text=lambda line: line.occasion,
            width=190,
            stretch=not sources,
            filterable=False,
            tooltip=lambda line: "\n".join(line.wordings),
        ),
        *(_number(kind) for kind in RECIPIENT_KINDS),
        Column(
            key="source",
            title="Theo kế hoạch",
            text=lambda line: "; ".join(line.sources),
            width=150,
            stretch=True,
            filterable=False,
            muted=lambda _line: True,
            tooltip=lambda line: "\n".join(line.wordings),
        ),
    ]
    return shown if sources else shown[:-1]


def _number(kind: RecipientKind) -> Column[QuotaLine]:
    return Column(
        key=kind,
        title=RECIPIENT_WORDS[kind].capitalize(),
        text=lambda line: line.shown(kind),
        width=88,
        align="right",
        editor="number",
        filterable=False,
        tooltip=lambda line: _said(line, kind),
    )


def _said(line: QuotaLine, kind: RecipientKind) -> str:
    if kind in line.maxima:
        return f"Tối đa {line.maxima[kind]} {RECIPIENT_WORDS[kind]} trong dịp này."
    return "Không đặt số lượng. Gõ số nếu kế hoạch có nêu."


class QuotaTable(QWidget):
    """Shows lines; ``changed(QuotaLine, kind, maximum)`` follows a number, None for none.

    A text that is no number is refused with a sentence below the table.
    """

    changed = Signal(object, str, object)

    def __init__(self, *, name: str, memory: Memory | None = None, sources: bool = True) -> None:
        super().__init__()
        self.grid: Grid[QuotaLine] = Grid(columns(sources=sources), name=name, memory=memory)
        self.grid.view.setAccessibleName(self.tr("Số lượng khen"))
        self.grid.hide_bar()
        self.grid.hide_foot()
        self.note = meta("", wrap=True)
        self.note.setObjectName(f"{name}.note")
        self._hint = self.tr("Để trống: kế hoạch không nêu số lượng, không giới hạn.")
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(4)
        page.addWidget(self.grid, 1)
        page.addWidget(self.note)
        self.grid.edited.connect(self._on_edited)
        self.say("")

    def say(self, text: str) -> None:
        """Say what is wrong below the table, or how it is read where nothing is."""
        self.note.setText(text or self._hint)
        self.note.setProperty("role", "error" if text else "second")
        self.note.style().polish(self.note)

    def set_lines(self, lines: Sequence[QuotaLine]) -> None:
        """Show ``lines``."""
        self.grid.set_rows(lines)
        rows = len(lines) + 1
        self.grid.setMinimumHeight(rows * tokens.ROW + 6)

    def _on_edited(self, edits: list[CellEdit]) -> None:
        for edit in edits:
            typed = clean(edit.new)
            if typed and (not typed.isascii() or not typed.isdigit() or int(typed) > _MOST):
                self.say(self.tr("“{text}” không phải một số. Số cũ được giữ.").format(text=typed))
                self.grid.discard_pending()
                return
        self.say("")
        for edit in edits:
            typed = clean(edit.new)
            self.changed.emit(edit.row, edit.column_key, int(typed) if typed else None)
