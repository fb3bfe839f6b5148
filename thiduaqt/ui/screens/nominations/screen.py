"""Hồ sơ đề nghị: the grid of nominations with detail panel, quotas and the gate."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QDragEnterEvent, QDropEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QSplitter, QWidget

from thiduaqt.domain.errors import NotFound
from thiduaqt.domain.records import Round
from thiduaqt.services import (
    nominations,
    proposing,
    registers,
    round_list,
)
from thiduaqt.services.checking import Checker
from thiduaqt.services.nominations import NominationRow
from thiduaqt.services.round_list import RoundList
from thiduaqt.ui import dialogs, theme
from thiduaqt.ui.i18n import translate
from thiduaqt.ui.screen import Screen, ScreenContext
from thiduaqt.ui.screens.nominations.actions import RowActions
from thiduaqt.ui.screens.nominations.checklist import dropped_files
from thiduaqt.ui.screens.nominations.columns import (
    Choices,
    columns,
    quick_filters,
    read_typed,
    step_words,
)
from thiduaqt.ui.screens.nominations.desk import FAMILIES, NominationDesk
from thiduaqt.ui.screens.nominations.detail import Detail
from thiduaqt.ui.screens.nominations.empty import deadline_words, empty_page
from thiduaqt.ui.screens.nominations.export import export
from thiduaqt.ui.screens.nominations.gate import GatePost
from thiduaqt.ui.screens.nominations.panel import DossierPanel
from thiduaqt.ui.screens.nominations.quota_strip import QuotaStrip
from thiduaqt.ui.screens.nominations.views import View, apply, view_box, views
from thiduaqt.ui.tables.columns import CellEdit
from thiduaqt.ui.tables.grid import Grid
from thiduaqt.ui.widgets.buttons import action_button, button
from thiduaqt.ui.widgets.cards import FootStrip
from thiduaqt.ui.widgets.strips import ErrorSummary, MessageStrip

_NARROW = 1000
_LOW = 540
_PANEL, _PANEL_NARROW = 344, 276
_LISTS = (".xlsx", ".xls", ".csv", ".xlsm", ".ods")


class NominationsScreen(Screen):
    """The list of one round."""

    families = FAMILIES

    def __init__(self, context: ScreenContext) -> None:
        super().__init__(context, translate("NominationsScreen", "Hồ sơ đề nghị"), "nominations")
        self.setAcceptDrops(True)
        self._choices = Choices()
        self._wanted: dict[str, object] = {}
        self._empty = False
        self._empty_for = ""
        self._panel_was: bool | None = None
        self._narrow: bool | None = None
        self.desk = NominationDesk(context, self)
        self.does = RowActions(
            self,
            add=self._begin,
            take_in=self.open_intake,
            export=self._export,
            send=self._send,
            edit=self._to_panel,
            override=self._override,
            flag=self._flag,
            next_problem=self._next_problem,
            go_to=self._go_to,
            remove=self._remove_chosen,
        )
        self.strip = MessageStrip()
        self.strip.setObjectName("nominations.strip")
        self.summary = ErrorSummary()
        self.gate = GatePost(self.desk, self.summary, self.strip)
        self._make_grid()
        self.panel = DossierPanel(self.desk, self._choices)
        self.detail = Detail(self.desk, self.grid, self.panel, self.does)
        self._make_header()
        self._lay_out()
        self._connect()

    # -- building -----------------------------------------------------------------------------

    def _make_grid(self) -> None:
        self.grid: Grid[NominationRow] = Grid(
            columns(self._choices), name="nominations.grid", memory=self.context.memory
        )
        self.grid.view.setAccessibleName(self.tr("Danh sách hồ sơ đề nghị"))
        self.grid.set_new_row(self.tr("Gõ tên để thêm dòng mới"))
        self.grid.add_row_actions(
            [self.does.edit, self.does.override, self.does.flag, self.does.send, self.does.remove]
        )

    def _make_header(self) -> None:
        self.views = views()
        self.view_box = view_box(self.views)
        self.import_button = action_button(self.does.take_in, name="nominations.import.button")
        self.add_button = button(
            self.does.add.text(),
            self.does.add.trigger,
            kind="primary",
            icon="plus",
            name="nominations.add.button",
            tooltip=self.tr("Gõ một hồ sơ mới ở cuối bảng (Ctrl+N)"),
        )
        for part in (self.subtitle, self.view_box):
            part.setMinimumWidth(1)  # a narrow window hides it: it must not keep the window wide
        self.add_to_header(
            self.grid.make_find_field(), self.view_box, self.import_button, self.add_button
        )

    def _lay_out(self) -> None:
        self.bar = self.grid.take_bar()
        self.split = QSplitter(Qt.Orientation.Horizontal)
        self.split.setObjectName("nominations.split")
        self.split.setChildrenCollapsible(False)
        self.split.addWidget(self.grid)
        self.split.addWidget(self.panel)
        self.split.setStretchFactor(0, 1)
        self.panel.setMinimumWidth(theme.em(260))
        self.panel.setMaximumWidth(theme.em(420))
        self.quota_strip = QuotaStrip()
        self.send_button = action_button(self.does.send, name="nominations.send.button")
        self.foot = FootStrip()
        self.foot.row.addWidget(self.grid.take_foot())
        self.foot.row.addWidget(self.quota_strip, 1)
        self.foot.row.addWidget(self.send_button)
        for part in (self.strip, self.summary, self.bar):
            self.body.addWidget(part)
        self.body.addWidget(self.split, 1)
        self.body.addWidget(self.foot)

    def _connect(self) -> None:
        grid = self.grid
        grid.edited.connect(lambda cells: self._store(cells, []))
        grid.rows_added.connect(lambda rows: self._store([], rows))
        grid.pasted.connect(self._store)
        grid.rows_deleted.connect(self._remove)
        grid.told.connect(lambda text: self.strip.say(text, kind="info"))
        self.view_box.currentIndexChanged.connect(self._on_view)
        self.panel.batch.remove_wanted.connect(self._remove_chosen)
        self.desk.refused.connect(self._on_refused)
        self.gate.problem_wanted.connect(self.detail.show_problem)
        self.gate.told.connect(self._mark_refused)

    # -- the frame of a screen ----------------------------------------------------------------

    def find_field(self) -> QLineEdit:
        return self.grid.make_find_field()

    def detail_panel(self) -> QWidget:
        return self.panel

    def panes(self) -> Sequence[QWidget]:
        shown = [self.summary, self.bar, self.grid.view, self.panel.area, self.send_button]
        return [pane for pane in shown if pane.isVisible()]

    def actions_for_menu(self) -> Sequence[QAction]:
        return self.does.in_menu()

    def commit_open_editor(self) -> None:
        self.panel.commit()
        super().commit_open_editor()

    def open_with(self, **filters: object) -> None:
        """Open at ``row_id=``, with ``state=`` (eligible, missing …), ``unit=`` or ``field=``."""
        self._wanted = dict(filters)
        self.reload_soon()

    def reload(self) -> None:
        around = self._round()
        self.setEnabled(around is not None)
        if around is None:
            self.grid.set_rows(())
            return
        self.read_aside(lambda session: round_list.read(session, around.id), self._show)

    def _show(self, listed: RoundList | None) -> None:
        if listed is None or listed.around.id != self.context.round_id:
            return  # another round was chosen meanwhile, its list is on the way
        self.detail.checker, rows = listed.checker, listed.rows
        self._read_choices(listed.checker, rows)
        self._show_empty(listed.around, empty=not rows)
        self.grid.set_rows(rows)
        self.grid.set_quick_filters(quick_filters(rows, self.grid.bar.quick.current()))
        self.subtitle.setText(self.tr("{count} hồ sơ").format(count=len(rows)))
        self.quota_strip.show_states(listed.quotas, self._choices.awards)
        self.does.send.setEnabled(bool(proposing.waiting(rows)))
        self.does.export.setEnabled(bool(rows))
        if rows and self.grid.current_row() is None and not self.grid.view.is_editing():
            self.grid.select_row(rows[0].id, "name")
        self._follow_wanted()
        self.detail.show()

    def _round(self) -> Round | None:
        try:
            return self.context.session.store.get(Round, self.context.round_id)
        except NotFound:
            return None

    def _read_choices(self, checker: Checker, rows: Sequence[NominationRow]) -> None:
        session = self.context.session
        used = {row.award for row in rows}
        kinds = session.rulebook().award_kinds()
        shown = [kind for kind in kinds if kind.award_class == "form" or kind.code in used]
        self._choices.awards = {kind.code: kind.name for kind in reversed(shown)}
        self._choices.groups = checker.plan.groups if checker.plan else ()
        self._choices.units = tuple(registers.unit_names(session).values())

    def _show_empty(self, around: Round, *, empty: bool) -> None:
        self._empty = empty
        told = f"{around.id} {deadline_words(self.context.session, around)}"
        if empty and told != self._empty_for:
            self._empty_for = told
            self.grid.set_empty_page(
                empty_page(self.context.session, around, self.does, self.grid.view.viewport())
            )
        self.subtitle.setVisible(empty or not self._narrow)
        for part in (self.import_button, self.add_button, self.foot, self.find_field()):
            part.setVisible(not empty)
        self._show_parts()

    def _follow_wanted(self) -> None:
        wanted, self._wanted = self._wanted, {}
        state = wanted.get("state")
        if isinstance(state, str):
            self.grid.clear_filters()
            self.grid.choose_quick({"error": "missing"}.get(state, state))
        unit = wanted.get("unit")
        if isinstance(unit, str):
            self.grid.clear_filters()
            self.grid.set_filter("unit", {unit})
        row_id = wanted.get("row_id") or wanted.get("nomination")
        if isinstance(row_id, str) and self.grid.select_row(row_id, "name"):
            self.detail.show_problem(row_id, str(wanted.get("field") or ""))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = event.size().width() < theme.em(_NARROW)
        low = event.size().height() < theme.em(_LOW)
        self.panel.set_low(low)
        self.gate.set_low(low)
        if narrow != self._narrow:
            self._narrow = narrow
            self.quota_strip.set_narrow(narrow)
            self.subtitle.setVisible(not narrow)
            panel = theme.em(_PANEL_NARROW if narrow else _PANEL)
            self.split.setSizes([event.size().width() - panel, panel])
            self._show_parts()

    def _show_parts(self) -> None:
        """Show what there is room and reason for; the panel comes back as it was."""
        covered = self._empty or self.gate.open
        self.view_box.setVisible(not self._empty and not self._narrow)
        self.bar.setVisible(not covered)
        if covered and self._panel_was is None:
            self._panel_was = not self.panel.isHidden()
            self.panel.hide()
        elif not covered and self._panel_was is not None:
            self.panel.setVisible(self._panel_was)
            self._panel_was = None

    # -- writing ------------------------------------------------------------------------------

    def _begin(self) -> None:
        self.grid.clear_filters()
        self.grid.begin_new_row()

    def _store(self, cells: list[CellEdit], added: list[Mapping[str, str]]) -> None:
        typed = read_typed(cells, added, self._choices)
        if typed.unknown:
            names = ", ".join(f"“{text}”" for text in dict.fromkeys(typed.unknown))
            words = self.tr("Không có {names} trong danh sách chọn nên ô đó giữ nguyên.")
            self._on_refused(words.format(names=names))
        if typed.nothing:
            return
        around = self.context.round_id
        label = step_words(len(cells), len(added))
        self.desk.run(
            lambda session: nominations.paste(
                session, around, typed.edits, typed.rows, label=label
            ),
            label,
        )

    def _on_refused(self, text: str) -> None:
        self.grid.discard_pending()
        self.strip.say(text, (self.tr("Đóng"), lambda: self.strip.say("")), kind="error")
        self.detail.show()

    def _remove_chosen(self) -> None:
        self._remove(self.grid.selected_rows())

    def _remove(self, rows: Sequence[NominationRow]) -> None:
        ids = [row.id for row in rows]
        if not ids:
            return
        said = self.tr("Đã xóa {count} hồ sơ.").format(count=len(ids))
        self.desk.run(
            lambda session: nominations.remove(session, ids),
            self.tr("Xóa hồ sơ"),
            done=lambda _changes: self.context.toast(said, undo=True),
        )

    def _override(self) -> None:
        if self.panel.dossier is not None:
            self.desk.override(self.panel.dossier)

    def _flag(self) -> None:
        if self.panel.dossier is not None:
            self.desk.open_flag(self.panel.dossier)

    def _send(self) -> None:
        self.panel.commit()
        chosen = self.grid.selected_rows()
        rows = chosen if len(chosen) > 1 else self.grid.rows()
        self.gate.send(proposing.waiting(rows))

    def _mark_refused(self, ids: set[str]) -> None:
        self._choices.refused.clear()
        self._choices.refused.update(ids)
        self.grid.model.refresh()
        self._show_parts()

    def _to_panel(self) -> None:
        self.detail.to_panel()

    def _next_problem(self) -> None:
        if self.gate.refused:
            self.gate.next()
        else:
            self.detail.next_problem()

    def _go_to(self) -> None:
        typed = dialogs.ask_text(
            self, self.tr("Đến"), self.tr("Đến số thứ tự"), self.tr("Số thứ tự (TT)")
        )
        found = [row for row in self.grid.rows() if str(row.ordinal) == (typed or "").strip()]
        if found:
            self.grid.select_row(found[0].id)
            self.grid.view.setFocus()
        elif typed is not None:
            self.strip.say(self.tr("Không có TT {number}.").format(number=typed), kind="info")

    def _on_view(self, number: int) -> None:
        view: View = self.views[number]
        apply(view, self.grid)

    # -- files --------------------------------------------------------------------------------

    def open_intake(self, files: Sequence[object] = ()) -> None:
        """Go to the import of lists, with files that were dropped."""
        self.context.navigate("intake", **({"files": list(files)} if files else {}))

    def _export(self) -> None:
        around = self._round()
        if around is not None:
            export(self.desk, self.grid, around)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(path.suffix.lower() in _LISTS for path in dropped_files(event)):
            self.strip.say(self.tr("Thả tệp để nhập danh sách này vào đợt."), kind="info")
            event.acceptProposedAction()

    def dragLeaveEvent(self, _event: object) -> None:
        self.strip.say("")

    def dropEvent(self, event: QDropEvent) -> None:
        files = [path for path in dropped_files(event) if path.suffix.lower() in _LISTS]
        self.strip.say("")
        event.acceptProposedAction()
        self.open_intake(files)
