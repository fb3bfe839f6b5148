"""Step 3: rows with a problem first; each is mended in place or by one click."""

from __future__ import annotations

from collections import Counter
from functools import partial

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QVBoxLayout, QWidget

from thiduaqt.ui import tokens
from thiduaqt.ui.i18n import translate
from thiduaqt.ui.screens.intake import letters, problem_cell
from thiduaqt.ui.screens.intake.rows import ListRow
from thiduaqt.ui.screens.intake.state import IntakeState
from thiduaqt.ui.tables.columns import CellEdit, Column, Group, Mark, QuickFilter
from thiduaqt.ui.tables.grid import Grid
from thiduaqt.ui.widgets.cards import Card
from thiduaqt.ui.widgets.labels import meta

_ROW = 44
_PARTS = ("error", "review", "ready", "same")
_MARKS: dict[str, Mark] = {"error": "error", "review": "warn"}


def _value(key: str, title: str, width: int, *, hidden: bool = False) -> Column[ListRow]:
    def mark(row: ListRow) -> Mark | None:
        return _MARKS.get(row.faulty.get(key, ""))

    return Column(
        key=key,
        title=title,
        width=width,
        hidden=hidden,
        frozen=key == "full_name",
        editor="text",
        text=lambda row: row.values.get(key, ""),
        mark=mark,
        struck=lambda row: row.left_out,
        muted=lambda row: row.left_out,
    )


def row_columns() -> list[Column[ListRow]]:
    """Return the columns of the list."""
    return [
        Column(
            key="number",
            title=translate("IntakeScreen", "Dòng"),
            width=52,
            align="right",
            frozen=True,
            filterable=False,
            text=lambda row: str(row.number),
            sort_key=lambda row: (row.sheet, row.number),
            muted=lambda _row: True,
        ),
        _value("full_name", translate("IntakeScreen", "Họ và tên"), 164),
        _value("birth", translate("IntakeScreen", "Ngày sinh"), 104),
        _value("unit", translate("IntakeScreen", "Đơn vị"), 124),
        _value("post", translate("IntakeScreen", "Chức vụ"), 140, hidden=True),
        _value("id_number", translate("IntakeScreen", "Số CCCD"), 120, hidden=True),
        _value("phone", translate("IntakeScreen", "Điện thoại"), 110, hidden=True),
        _value("achievement", translate("IntakeScreen", "Thành tích"), 200, hidden=True),
        Column(
            key="problem",
            title=translate("IntakeScreen", "Vấn đề và cách sửa"),
            width=360,
            stretch=True,
            filterable=False,
            text=lambda row: " ".join([row.problem, *(one.text for one in row.answers)]),
            paint=problem_cell.paint,
            tooltip=lambda row: row.problem,
        ),
    ]


def quick_filters() -> list[QuickFilter[ListRow]]:
    """Return the joined buttons."""

    def part(key: str, text: str, state: str, *parts: str) -> QuickFilter[ListRow]:
        return QuickFilter(key=key, text=text, state=state, test=lambda row: row.part in parts)

    return [
        part("problems", translate("IntakeScreen", "Có vấn đề"), "", "error", "review"),
        part("ready", translate("IntakeScreen", "Sẵn sàng"), "ok", "ready"),
        part("review", translate("IntakeScreen", "Cần xem"), "warn", "review"),
        part("error", translate("IntakeScreen", "Chưa nhập được"), "error", "error"),
        part("same", translate("IntakeScreen", "Đã có"), "plain", "same"),
    ]


class RowsPage(QWidget):
    """The rows of the list. ``counted()`` follows each decision."""

    counted = Signal()

    def __init__(self, state: IntakeState) -> None:
        super().__init__()
        self.setObjectName("intake.rows")
        self._state = state
        self.grid: Grid[ListRow] = Grid(
            row_columns(), name="intake.grid", memory=state.context.memory, row_height=_ROW
        )
        self.grid.view.setAccessibleName(self.tr("Các dòng của danh sách"))
        self.hint = meta(self.tr("F8: dòng có vấn đề tiếp theo"))
        self.grid.add_to_bar(self.hint)
        self.grid.hide_foot()
        self._groups = self._make_groups()
        self.grid.set_groups(lambda row: self._groups[row.part])
        self.grid.add_row_actions(self._actions())
        self.source = self._make_source()
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(tokens.GAP)
        page.addWidget(self.grid, 1)
        page.addWidget(self.source)
        self.grid.edited.connect(self._on_edited)
        self.grid.rows_deleted.connect(lambda rows: self._state.leave_out([row.id for row in rows]))
        self.grid.current_changed.connect(self._show_source)
        self.grid.view.viewport().installEventFilter(self)
        self.grid.view.installEventFilter(self)
        state.changed.connect(self.show_rows)
        state.failed.connect(lambda _text, _stopped: self.grid.discard_pending())

    def _actions(self) -> list[QAction]:
        answers = QAction(self.tr("Cách sửa…"), self)
        answers.setObjectName("intake.answers")
        answers.triggered.connect(lambda _checked=False: self.open_answers())
        drop = QAction(self.tr("Bỏ dòng, hoặc lấy lại dòng"), self)
        drop.setObjectName("intake.drop")
        drop.triggered.connect(
            lambda _checked=False: self._state.leave_out(
                [row.id for row in self.grid.selected_rows()]
            )
        )
        keep = QAction(self.tr("Giữ nguyên chữ trong tệp, hoặc đọc lại theo Unicode"), self)
        keep.setObjectName("intake.letters")
        keep.triggered.connect(lambda _checked=False: self._keep_letters())
        self.next_problem = QAction(self.tr("Dòng có vấn đề tiếp theo"), self)
        self.next_problem.setObjectName("intake.next")
        self.next_problem.setShortcut("F8")
        self.next_problem.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self.next_problem.triggered.connect(lambda _checked=False: self.go_on())
        self.addAction(self.next_problem)
        return [answers, drop, keep, self.next_problem]

    def _make_source(self) -> Card:
        card = Card()
        card.setObjectName("intake.source")
        card.body.setContentsMargins(12, 5, 12, 5)
        row = QHBoxLayout()
        row.setSpacing(10)
        self.source_label = meta("")
        self.source_text = QLabel()
        self.source_text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.source_text.setMinimumWidth(40)
        self.source_text.setAccessibleName(self.tr("Dòng trong tệp gốc"))
        row.addWidget(self.source_label)
        row.addWidget(self.source_text, 1)
        card.body.addLayout(row)
        return card

    # -- showing ------------------------------------------------------------------------------

    def show_rows(self) -> None:
        """Show the rows as they stand."""
        self._groups = self._make_groups()
        self.grid.set_rows(sorted(self._state.rows, key=lambda row: _PARTS.index(row.part)))
        self.grid.set_quick_filters(quick_filters())
        self._show_source(self.grid.current_row())
        self.counted.emit()

    def start(self) -> None:
        """Begin with the rows that have a problem, if there are any."""
        self.show_rows()
        problems = [row for row in self._state.rows if row.part in ("error", "review")]
        self.grid.choose_quick("problems" if problems else "all")
        if problems:
            self.go_on()
        elif self._state.rows:
            self.grid.select_row(self._state.rows[0].id, "full_name")
        self.grid.view.setFocus()

    def _make_groups(self) -> dict[str, Group]:
        """Return the lines above each part of the list, counted once for all rows."""
        words = {
            "error": (self.tr("Chưa nhập được"), "error"),
            "review": (self.tr("Cần xem"), "warn"),
            "ready": (self.tr("Sẵn sàng"), "ok"),
            "same": (self.tr("Đã có, không đổi"), "plain"),
        }
        counts: Counter[str] = Counter(row.part for row in self._state.rows)
        groups: dict[str, Group] = {}
        for part, (title, look) in words.items():
            detail = self.tr("{count} dòng")
            if part == "review":
                detail = self.tr("{count} dòng, vẫn nhập được nếu để nguyên")
            groups[part] = Group(title=title, detail=detail.format(count=counts[part]), state=look)
        return groups

    def _show_source(self, row: ListRow | None) -> None:
        cells = self._state.line_of(row.id) if row is not None and self._state.shown else ()
        self.source.setVisible(bool(cells))
        if row is None:
            return
        self.source_label.setText(self.tr("Dòng {number} trong tệp gốc").format(number=row.number))
        text = "   |   ".join(cell for cell in cells if cell)
        self.source_text.setToolTip(text)
        self._elide(text)

    def _elide(self, text: str) -> None:
        room = max(60, self.width() - self.source_label.sizeHint().width() - 50)
        metrics = self.source_text.fontMetrics()
        self.source_text.setText(metrics.elidedText(text, Qt.TextElideMode.ElideRight, room))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._elide(self.source_text.toolTip())
        self.hint.setVisible(event.size().width() >= 1000)

    # -- answering ----------------------------------------------------------------------------

    def go_on(self) -> None:
        """Go to the next row with a problem (F8), to the cell that is wrong."""
        rows = self.grid.shown_rows()
        current = self.grid.current_row()
        ids = [row.id for row in rows]
        start = ids.index(current.id) + 1 if current is not None and current.id in ids else 0
        for row in [*rows[start:], *rows[:start]]:
            if row.part in ("error", "review") and not row.left_out:
                faulty = next((key for key in row.faulty if key in row.values), "problem")
                self.grid.select_row(row.id, faulty)
                return

    def open_answers(self) -> None:
        """Open the answers of the current row as a menu (Enter on the problem)."""
        menu = self.answers_menu()
        index = self.grid.view.currentIndex()
        if menu is not None and index.isValid():
            rect = self.grid.view.visualRect(index)
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.popup(self.grid.view.viewport().mapToGlobal(QPoint(rect.left(), rect.bottom())))

    def answers_menu(self) -> QMenu | None:
        """Return the answers of the current row, None where there are none."""
        row = self.grid.current_row()
        if row is None or not row.answers:
            return None
        menu = QMenu(self)
        for answer in row.answers:
            action = menu.addAction(
                answer.text.replace("&", "&&"), partial(self._state.answer, answer)
            )
            action.setCheckable(answer.chosen)
            action.setChecked(answer.chosen)
        return menu

    def _keep_letters(self) -> None:
        """Take back what was read from old fonts in the selected rows, or read it again."""
        shown = self._state.shown
        told = {
            row.id: found
            for row in self.grid.selected_rows()
            if shown is not None and (found := letters.of_row(shown.rows[row.id].issues))
        }
        if told:
            self._state.keep_letters(
                list(told), keep=not all(kept for _words, kept in told.values())
            )

    def _on_edited(self, cells: list[CellEdit]) -> None:
        typed: dict[int, dict[str, str]] = {}
        for cell in cells:
            typed.setdefault(cell.row.id, {})[cell.column_key] = cell.new
        self._state.revise(typed)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.grid.view and event.type() == QEvent.Type.KeyPress:
            return isinstance(event, QKeyEvent) and self._took_key(event)
        if event.type() == QEvent.Type.MouseButtonRelease and isinstance(event, QMouseEvent):
            return self._clicked(event.position().toPoint())
        return False

    def _took_key(self, event: QKeyEvent) -> bool:
        here = self.grid.view.currentIndex().column() == self.grid.model.column_number("problem")
        if here and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.open_answers()
            return True
        return False

    def _clicked(self, place: QPoint) -> bool:
        index = self.grid.view.indexAt(place)
        row = self.grid.model.row_at(index.row())
        if row is None or index.column() != self.grid.model.column_number("problem"):
            return False
        rect = self.grid.view.visualRect(index)
        area = rect.adjusted(tokens.CELL_PAD, 0, -tokens.CELL_PAD, -1)
        answer = problem_cell.answer_at(area, row, place)
        if answer is not None:
            self._state.answer(answer)
        return answer is not None
