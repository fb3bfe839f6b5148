"""The tab *Chỉ tiêu*: targets with their figures, one of them at the right, all as bars."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QMenu,
    QScrollArea,
    QSizePolicy,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from thiduaqt.domain.plan import MovementPlan
from thiduaqt.domain.records import Movement, Unit
from thiduaqt.services import target_entries, target_papers, targets, units
from thiduaqt.services.targets import Overview, TargetRow
from thiduaqt.ui import theme, tokens
from thiduaqt.ui.screen import ScreenContext
from thiduaqt.ui.screens.movements.tab import Tab
from thiduaqt.ui.screens.movements.targets.columns import columns, quick_filters
from thiduaqt.ui.screens.movements.targets.figures_editor import FiguresEditor, unit_choices
from thiduaqt.ui.screens.movements.targets.files import TargetFiles
from thiduaqt.ui.screens.movements.targets.span import SpanBar
from thiduaqt.ui.screens.movements.targets.target_editor import TargetEditor
from thiduaqt.ui.screens.movements.targets.typed import share_words
from thiduaqt.ui.screens.movements.targets.writing import TargetWriting
from thiduaqt.ui.tables.grid import Grid
from thiduaqt.ui.widgets.buttons import JoinedButtons, Segment, action_button, button, menu_button
from thiduaqt.ui.widgets.cards import Card, FootStrip
from thiduaqt.ui.widgets.charts import TargetChart

TARGET, FIGURES = range(2)
TABLE, CHART = range(2)
_NARROW = 960
_PANEL, _PANEL_NARROW = 364, 250


class TargetsTab(Tab):
    """The targets of one movement in a year or a period of it."""

    families = frozenset({"movement", "measurement", "unit", "office"})

    def __init__(self, context: ScreenContext) -> None:
        super().__init__(context, "targets")
        self.rules: MovementPlan | None = None
        self.shown: Overview | None = None
        self._filters: tuple[str, ...] = ()
        self._shared_out = False
        self._for_table: list[QWidget] = []
        self.grid: Grid[TargetRow] = Grid(
            columns(), name="movements.targets.grid", memory=context.memory
        )
        self.editor = TargetEditor(context)
        self.figures = FiguresEditor(context.memory)
        self.span = SpanBar()
        self.writing = TargetWriting(self, self.grid, self.figures, self.span)
        self.files = TargetFiles(self, lambda: (self.span.year, self.span.period))
        self._build_actions()
        self._build()
        self._connect()

    # -- building -----------------------------------------------------------------------------

    def _build_actions(self) -> None:
        tr, act = self.tr, self._action
        self.add = act(tr("Thêm chỉ tiêu"), self.grid.begin_new_row, icon="plus")
        self.up = act(
            tr("Đưa lên trên"),
            lambda: self.writing.reorder(-1),
            icon="arrow-up",
            keys="Alt+Shift+Up",
        )
        self.down = act(
            tr("Đưa xuống dưới"),
            lambda: self.writing.reorder(1),
            icon="arrow-down",
            keys="Alt+Shift+Down",
        )
        self.copy = act(tr("Nhân bản chỉ tiêu"), self.writing.copy, icon="copy")
        self.remove = act(
            tr("Bỏ chỉ tiêu"), lambda: self.writing.remove(self.grid.selected_rows()), icon="trash"
        )
        self.risk = act(tr("Mức cảnh báo…"), lambda: self.writing.ask_risk(self.shown))
        self.take_in = act(tr("Nhập số liệu từ Excel…"), self.files.take_in, icon="file-import")
        self.give_out = act(
            tr("Xuất biểu nhập số liệu…"), self.files.give_out, icon="file-spreadsheet"
        )
        files = self.files
        self.word = act(tr("Bảng ra Word…"), lambda: files.print_table(".docx"), icon="file-text")
        self.excel = act(
            tr("Bảng ra Excel…"), lambda: files.print_table(".xlsx"), icon="file-spreadsheet"
        )
        self.pdf = act(tr("Biểu đồ ra PDF…"), files.print_chart, icon="chart-bar")
        self.grid.add_row_actions([self.up, self.down, self.copy, self.remove])

    def _build(self) -> None:
        self.grid.view.setAccessibleName(self.tr("Chỉ tiêu của phong trào"))
        self.grid.set_new_row(self.tr("Gõ nội dung chỉ tiêu mới"))
        self.grid.set_empty(
            self.tr("Phong trào chưa có chỉ tiêu nào"),
            self.tr("Gõ hoặc dán từng chỉ tiêu như kế hoạch ghi, ví dụ ≥ 0,75 hay trên 90%."),
            [action_button(self.add, name="movements.targets.empty.add")],
        )
        self.grid.hide_foot()
        self.body.addLayout(self._top())
        self.split = QSplitter(Qt.Orientation.Horizontal)
        self.split.setHandleWidth(tokens.GAP)
        self.split.setChildrenCollapsible(False)
        self.split.addWidget(self.grid)
        self.split.addWidget(self._right())
        self.split.setStretchFactor(0, 1)
        self.chart = TargetChart()
        card = Card()
        card.body.setContentsMargins(0, 0, 0, 0)
        area = QScrollArea()
        area.setObjectName("movements.targets.bars")
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(self.chart)
        self.views = QStackedWidget()
        self.views.addWidget(self.split)
        card.body.addWidget(area)
        self.views.addWidget(card)
        self.body.addWidget(self.views, 1)
        self.body.addWidget(self._foot())

    def _top(self) -> QHBoxLayout:
        names = (("table", self.tr("Bảng")), ("chart", self.tr("Biểu đồ")))
        self.view = JoinedButtons([Segment(key=key, text=text) for key, text in names])
        self.view.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.find_line = self.grid.make_find_field()
        self.find_line.setFixedWidth(theme.em(110))
        row = QHBoxLayout()
        row.setSpacing(tokens.GAP)
        row.addWidget(self.span)
        row.addWidget(self.grid.take_bar(), 1)
        row.addWidget(self.find_line)
        row.addStretch()
        row.addWidget(self.view)
        return row

    def _right(self) -> QWidget:
        self.panel = QWidget()
        self.panel.setMinimumWidth(theme.em(_PANEL_NARROW))
        column = QVBoxLayout(self.panel)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        names = (("target", self.tr("Chỉ tiêu")), ("figures", self.tr("Số liệu")))
        self.which = JoinedButtons([Segment(key=key, text=text) for key, text in names])
        row = QHBoxLayout()
        row.addWidget(self.which)
        row.addStretch()
        column.addLayout(row)
        self.pages = QStackedWidget()
        self.pages.addWidget(self.editor)
        self.pages.addWidget(self.figures)
        column.addWidget(self.pages, 1)
        return self.panel

    def _foot(self) -> FootStrip:
        foot = FootStrip()
        for action, icon, name in (
            (self.up, "arrow-up", "up"),
            (self.down, "arrow-down", "down"),
            (self.copy, "copy", "copy"),
            (self.remove, "trash", "remove"),
        ):
            made = button(
                "",
                action.trigger,
                icon=icon,
                tooltip=action.text(),
                name=f"movements.targets.{name}",
            )
            action.changed.connect(
                lambda made=made, action=action: made.setEnabled(action.isEnabled())
            )
            foot.row.addWidget(made)
            self._for_table.append(made)
        foot.row.addWidget(action_button(self.risk, kind="link", name="movements.targets.risk"))
        foot.row.addStretch()
        foot.row.addWidget(action_button(self.take_in, name="movements.targets.take_in"))
        foot.row.addWidget(action_button(self.give_out, name="movements.targets.give_out"))
        menu = QMenu(self)
        menu.addActions([self.word, self.excel, self.pdf])
        self.printing = menu_button(
            self.tr("In bảng và biểu đồ"), menu, icon="printer", name="movements.targets.print"
        )
        self.printing.setProperty("kind", "")
        foot.row.addWidget(self.printing)
        return foot

    def _connect(self) -> None:
        self.grid.edited.connect(lambda edits: self.writing.type_cells(edits, []))
        self.grid.rows_added.connect(lambda rows: self.writing.type_cells([], rows))
        self.grid.pasted.connect(self.writing.type_cells)
        self.grid.rows_deleted.connect(self.writing.remove)
        self.grid.told.connect(self.context.toast)
        self.grid.current_changed.connect(lambda _row: self._show_target())
        self.grid.activated.connect(lambda _row: self.show_page(FIGURES))
        self.editor.changed.connect(
            lambda code, values: self.writing.change(code, values, self._show_target)
        )
        self.figures.entered.connect(self.writing.enter)
        self.figures.removed.connect(self.writing.remove_figures)
        self.span.changed.connect(self._read)
        self.which.chosen.connect(
            lambda key: self.show_page(TARGET if key == "target" else FIGURES)
        )
        self.view.chosen.connect(lambda key: self.show_view(TABLE if key == "table" else CHART))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if not self._shared_out and self.width() > 300:
            self._shared_out = True
            right = theme.em(_PANEL_NARROW if self.width() < theme.em(_NARROW) else _PANEL)
            self.split.setSizes([self.width() - right - tokens.GAP, right])

    # -- showing ------------------------------------------------------------------------------

    def show_movement(self, movement: Movement) -> None:
        self.rules = movement.definition
        self._read()

    def _read(self) -> None:
        movement = self.movement
        if movement is None:
            return
        session = self.context.session
        year = self.span.year or _usual_year(self.rules, session.today().year)
        shown = targets.overview(session, movement.id, year=year, period=self.span.period)
        self.span.show_years(shown.years, _usual_year(self.rules, session.today().year))
        if (self.span.year, self.span.period) != (shown.year, shown.period):
            shown = targets.overview(
                session, movement.id, year=self.span.year, period=self.span.period
            )
        self.shown = shown
        found = quick_filters(shown.rows)
        keys = tuple(one.key for one in found)
        if keys != self._filters:
            self._filters = keys
            self.grid.set_quick_filters(found)
        self.grid.set_rows(shown.rows)
        if self.grid.current_row() is None and shown.rows:
            self.grid.select_row(shown.rows[0].id, "statement")
        self._choose_new()
        self.chart.set_chart(target_papers.chart_of(shown))
        for action in (self.take_in, self.give_out, self.word, self.excel, self.pdf):
            action.setEnabled(bool(shown.rows))
        self.printing.setEnabled(bool(shown.rows))
        self.risk.setText(
            self.tr("Cảnh báo từ {share}").format(share=share_words(shown.risk_share))
            if shown.risk_share is not None
            else self.tr("Mức cảnh báo…")
        )
        self.risk.setToolTip(shown.risk_source)
        self._show_target()

    def _show_target(self) -> None:
        row = self.grid.current_row()
        session, movement = self.context.session, self.movement
        self.editor.show_target(self.rules, row.target if row is not None else None)
        for action in (self.up, self.down, self.copy, self.remove):
            action.setEnabled(row is not None)
        if row is None or movement is None:
            self.figures.show_figures(None, (), (), self.span.words)
            return
        lines = target_entries.lines(
            session, movement.id, row.target, year=self.span.year, period=self.span.period
        )
        known = {unit.id: unit for unit in (*units.asked(session), *session.store.all(Unit))}
        names = [(unit.id, unit.name) for unit in known.values()]
        whole = targets.whole_words(session)
        choices = unit_choices(names, whole, by_unit=row.target.scope == "unit")
        self.figures.show_figures(row, lines, choices, self.span.words)

    def show_page(self, page: int) -> None:
        """Show the fields of the chosen target or its figures."""
        self.pages.setCurrentIndex(page)
        self.which.choose("target" if page == TARGET else "figures")

    def show_view(self, view: int) -> None:
        """Show the table or the bars."""
        self.commit_open()
        self.views.setCurrentIndex(view)
        for part in (self.grid.bar, self.find_line, *self._for_table):
            part.setVisible(view == TABLE)
        self.view.choose("table" if view == TABLE else "chart")

    # -- places -------------------------------------------------------------------------------

    def go_to(self, field: str, item: str) -> None:
        self.show_view(TABLE)
        found = bool(item) and self.grid.select_row(item, "statement")
        self.show_page(FIGURES if field == "figures" else TARGET)
        if not found:
            self.grid.setFocus()
        elif field == "figures":
            self.figures.go_to()
        else:
            self.editor.go_to(field)

    def panes(self) -> Sequence[QWidget]:
        if self.views.currentIndex() == CHART:
            return (self.span, self.chart)
        page = self.editor if self.pages.currentIndex() == TARGET else self.figures
        return (self.grid, page)

    def detail_panel(self) -> QWidget | None:
        return self.panel

    def find_field(self) -> QLineEdit | None:
        self.show_view(TABLE)
        return self.find_line

    def commit_open(self) -> None:
        self.editor.commit()

    def actions_for_menu(self) -> Sequence[QAction]:
        return (
            self.add, self.up, self.down, self.copy, self.remove, self.risk, self.take_in,
            self.give_out, self.word, self.excel, self.pdf,
        )  # fmt: skip

    def _choose_new(self) -> None:
        """Choose what was just copied."""
        before = self.writing.copying
        fresh = [one.id for one in self.grid.rows() if before and one.id not in before]
        if fresh:
            self.writing.copying = frozenset()
            self.grid.select_row(fresh[0], "statement")


def _usual_year(rules: MovementPlan | None, today: int) -> int:
    """Return this year, or the nearest one in which the movement runs."""
    first = rules.period_start[:4] if rules is not None else ""
    last = rules.period_end[:4] if rules is not None else ""
    year = min(today, int(last)) if last.isdigit() else today
    return max(year, int(first)) if first.isdigit() else year
