"""The figures of one target: what they come to, who is missing, unit and period line by line."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from thiduaqt.domain.dates import PartialDate
from thiduaqt.domain.target_cells import operator_words
from thiduaqt.services.target_entries import Correction, FigureLine
from thiduaqt.services.targets import Entry, TargetRow
from thiduaqt.ui import icons, theme, tokens
from thiduaqt.ui.i18n import translate
from thiduaqt.ui.memory import Memory
from thiduaqt.ui.screens.movements.targets.columns import state_words
from thiduaqt.ui.tables.columns import CellEdit, Column
from thiduaqt.ui.tables.grid import Grid
from thiduaqt.ui.widgets.buttons import button
from thiduaqt.ui.widgets.cards import Card
from thiduaqt.ui.widgets.charts import STATE_LOOKS
from thiduaqt.ui.widgets.editors import LineEdit, fill_box, pick_box
from thiduaqt.ui.widgets.labels import Badge, CutLabel, meta, strong
from thiduaqt.ui.widgets.strips import MessageStrip

_ROWS_SEEN = 68
_SOURCE = 3
_ROOM_FOR_SOURCE = 340
_WHOLE = "*"


def line_columns() -> list[Column[FigureLine]]:
    """Return the columns: unit, period, figure with its state, where it comes from."""
    return [
        Column(
            key="unit",
            title=translate("TargetFigures", "Đơn vị"),
            text=lambda line: line.unit,
            width=50,
            stretch=True,
            filterable=False,
            tooltip=lambda line: line.unit,
        ),
        Column(
            key="period",
            title=translate("TargetFigures", "Kỳ"),
            text=_period_text,
            edit_text=lambda line: line.period_words,
            tooltip=lambda line: line.period_words,
            sort_key=lambda line: line.period,
            width=60,
            editor="text",
            read_only=lambda line: not line.measured,
            filterable=False,
            muted=lambda line: not line.measured,
        ),
        Column(
            key="value",
            title=translate("TargetFigures", "Số liệu"),
            text=lambda line: line.short or translate("TargetFigures", "chưa có"),
            edit_text=lambda line: line.typed,
            width=86,
            align="right",
            editor="text",
            filterable=False,
            strong=lambda line: line.measured,
            muted=lambda line: not line.measured,
            state=lambda line: STATE_LOOKS[line.state] if line.measured else "",
            tooltip=lambda line: "\n".join(
                part for part in (line.words, line.state_words, line.source) if part
            ),
        ),
        Column(
            key="source",
            title=translate("TargetFigures", "Nguồn"),
            text=lambda line: line.source,
            width=84,
            editor="text",
            read_only=lambda line: not line.measured,
            filterable=False,
            muted=lambda _line: True,
            tooltip=lambda line: line.source,
        ),
    ]


def _period_text(line: FigureLine) -> str:
    """Return a period without its year, which is the one shown above."""
    when = PartialDate.from_value(line.period)
    words = line.period_words.rpartition("/")[0]
    if when.precision == "month":
        return translate("TargetFigures", "T{month}").format(month=words)
    if when.precision == "year":
        return translate("TargetFigures", "Cả năm")
    return words


class FiguresEditor(Card):
    """``entered(corrections, entries)`` and ``removed(ids)`` ask to write."""

    entered = Signal(list, list)
    removed = Signal(list)

    def __init__(self, memory: Memory) -> None:
        super().__init__(self.tr("Số liệu"))
        self.setObjectName("movements.targets.figures")
        self.row: TargetRow | None = None
        self.badge = Badge("")
        self.badge.hide()
        self.head.addWidget(self.badge)
        self.strip = MessageStrip("warn")
        self.result = strong("")
        self.wanted = meta("")
        self.reach = CutLabel()
        self.lacking = CutLabel()
        for label in (self.reach, self.lacking):
            label.setFont(theme.text_font(tokens.META_PT))
            label.setProperty("role", "second")
            label.hide()
        self.grid: Grid[FigureLine] = Grid(
            line_columns(), name="movements.targets.lines", memory=memory
        )
        self.grid.view.setAccessibleName(self.tr("Số liệu theo đơn vị và kỳ"))
        self.grid.hide_bar()
        self.grid.hide_foot()
        self.grid.set_empty(self.tr("Chưa có số liệu"), self.tr("Gõ số liệu, hoặc nhập từ Excel."))
        self._build()
        self.grid.edited.connect(self._store)
        self.grid.pasted.connect(lambda edits, _rows: self._store(edits))
        self.grid.rows_deleted.connect(self._remove)
        self.grid.selection_changed.connect(self._look)

    def _build(self) -> None:
        inside = QWidget()
        inside.setProperty("bare", "true")
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 4, 0)
        column.setSpacing(4)
        top = QHBoxLayout()
        top.setSpacing(6)
        top.addWidget(self.result)
        top.addWidget(self.wanted)
        top.addStretch()
        self.grid.setMinimumHeight(theme.em(_ROWS_SEEN))
        self.more = button(
            self.tr("Đơn vị hoặc kỳ khác"), kind="fold", name="movements.targets.entry.more"
        )
        self.more.setIcon(icons.icon("chevron-right"))
        self.more.setCheckable(True)
        self.more.toggled.connect(self._fold)
        self.remove = button(
            "",
            lambda: self._remove(self.grid.selected_rows()),
            icon="trash",
            tooltip=self.tr("Xóa số liệu đang chọn"),
            name="movements.targets.entry.remove",
        )
        below = QHBoxLayout()
        below.addWidget(self.more, 1)
        below.addWidget(self.remove)
        self.entry = self._entry_line()
        self.entry.hide()
        column.addWidget(self.strip)
        column.addLayout(top)
        for label in (self.reach, self.lacking):
            column.addWidget(label)
        column.addWidget(self.grid, 1)
        column.addLayout(below)
        column.addWidget(self.entry)
        # Where the window is low the whole page scrolls, so that nothing is squeezed away.
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setWidget(inside)
        self.body.setContentsMargins(10, 6, 4, 6)
        self.body.addWidget(self.area, 1)

    def _fold(self, open_: bool) -> None:
        self.entry.setVisible(open_)
        self._show_lacking()
        self.more.setIcon(icons.icon("chevron-down" if open_ else "chevron-right"))
        if open_:
            self.value.setFocus()
            QTimer.singleShot(0, self, lambda: self.area.ensureWidgetVisible(self.value))

    def _entry_line(self) -> QWidget:
        """Return the fields for a figure of another unit or period."""
        self.unit = pick_box([], "movements.targets.entry.unit")
        self.unit.setAccessibleName(self.tr("Đơn vị của số liệu mới"))
        self.period = self._field("period", self.tr("Kỳ"), self.tr("9/2026"))
        self.value = self._field("value", self.tr("Số liệu"), self.tr("12/40 hoặc 75%"))
        self.source = self._field("source", self.tr("Nguồn"), self.tr("Báo cáo số…"))
        self.add = button(
            "",
            self._add,
            icon="plus",
            tooltip=self.tr("Thêm số liệu này"),
            name="movements.targets.entry.add",
        )
        self.value.returnPressed.connect(self._add)
        holder = QWidget()
        holder.setProperty("bare", "true")
        page = QGridLayout(holder)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(4)
        page.addWidget(self.unit, 0, 0)
        page.addWidget(self.period, 0, 1)
        page.addWidget(self.value, 1, 0)
        last = QHBoxLayout()
        last.setSpacing(4)
        last.addWidget(self.source, 1)
        last.addWidget(self.add)
        page.addLayout(last, 1, 1)
        page.setColumnStretch(0, 1)
        page.setColumnStretch(1, 1)
        return holder

    def _field(self, key: str, label: str, placeholder: str) -> LineEdit:
        made = LineEdit()
        made.setObjectName(f"movements.targets.entry.{key}")
        made.setAccessibleName(label)
        made.setToolTip(label)
        made.setPlaceholderText(f"{label}: {placeholder}")
        made.setMinimumWidth(theme.em(50))
        return made

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.grid.view.setColumnHidden(_SOURCE, event.size().width() < theme.em(_ROOM_FOR_SOURCE))

    # -- showing ------------------------------------------------------------------------------

    def show_figures(
        self,
        row: TargetRow | None,
        lines: Sequence[FigureLine],
        units: Sequence[tuple[str, str]],
        period: str,
    ) -> None:
        """Show the figures of a target; ``units`` may be chosen, ``period`` is the one shown."""
        other = self.row is None or row is None or self.row.id != row.id
        if other:
            self.strip.say("")
        self.row = row
        self.setEnabled(row is not None)
        word = self.tr("Số liệu")
        self.heading.setText(f"{word} {row.id}" if row is not None else word)
        self.badge.setVisible(row is not None)
        self.grid.set_rows(lines)
        chosen = self.unit.currentData()
        known = [key for key, _name in units]
        fill_box(self.unit, units, chosen if chosen in known and not other else None)
        if self.unit.currentIndex() < 0 and units:
            self.unit.setCurrentIndex(0)
        if other or not self.period.hasFocus():
            self.period.setText(period)
        if row is not None:
            self._show_result(row, lines)
        self._look()

    def _show_result(self, row: TargetRow, lines: Sequence[FigureLine]) -> None:
        self.badge.set_state(state_words(row.state), STATE_LOOKS[row.state])
        self.result.setText(row.figure_words or self.tr("Chưa có số liệu"))
        wanted = row.wanted_words or operator_words(row.target)
        self.wanted.setText(self.tr("cần {wanted}").format(wanted=wanted))
        self.wanted.setVisible(bool(row.wanted_words))
        lacking = [line.unit for line in lines if not line.measured and line.unit_id is not None]
        self.reach.setText(row.reach_words)
        words = self.tr("Còn thiếu: {names}").format(names=", ".join(lacking))
        self.lacking.setText(words if lacking else "")
        self.lacking.setToolTip("\n".join(lacking))
        self._show_lacking()

    def _show_lacking(self) -> None:
        """Leave the room to the fields below while they are open."""
        for label in (self.reach, self.lacking):
            label.setVisible(bool(label.text()) and not self.more.isChecked())

    def _look(self) -> None:
        self.remove.setEnabled(any(line.measured for line in self.grid.selected_rows()))

    def go_to(self) -> None:
        """Lead the keyboard to the figures."""
        self.grid.setFocus()

    # -- writing ------------------------------------------------------------------------------

    def _store(self, edits: Sequence[CellEdit]) -> None:
        row = self.row
        if row is None:
            return
        self.strip.say("")
        corrections: dict[str, dict[str, str]] = {}
        entries: list[Entry] = []
        for edit in edits:
            line: FigureLine = edit.row
            if line.measured:
                corrections.setdefault(line.id, {})[edit.column_key] = edit.new
            elif edit.column_key == "value" and edit.new.strip():
                entries.append(
                    Entry(target=row.id, value=edit.new, period=line.period, unit_id=line.unit_id)
                )
        if corrections or entries:
            changed = [Correction(id=key, **values) for key, values in corrections.items()]
            self.entered.emit(changed, entries)
        else:
            self.grid.discard_pending()

    def _add(self) -> None:
        row = self.row
        if row is None:
            return
        if not self.value.text().strip():
            self.strip.say(self.tr("Chưa gõ số liệu. Gõ 12/40, 75%, 0,75 hoặc “không áp dụng”."))
            self.value.setFocus()
            return
        self.strip.say("")
        unit_id = str(self.unit.currentData() or _WHOLE)
        entry = Entry(
            target=row.id,
            value=self.value.text(),
            period=self.period.text(),
            unit_id=None if unit_id == _WHOLE else unit_id,
            source=self.source.text(),
        )
        self.entered.emit([], [entry])

    def clear_entry(self) -> None:
        """Be ready for the next figure, after one was kept."""
        self.value.clear()

    def _remove(self, lines: Sequence[FigureLine]) -> None:
        ids = [line.id for line in lines if line.measured]
        if ids:
            self.removed.emit(ids)


def unit_choices(
    names: Sequence[tuple[str, str]], whole: str, *, by_unit: bool
) -> list[tuple[str, str]]:
    """Return whose figure may be entered; a target of units has no figure of the whole."""
    return [*names] if by_unit else [(_WHOLE, whole), *names]
