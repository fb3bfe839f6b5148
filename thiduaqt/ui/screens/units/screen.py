"""Đơn vị, Tổ CNSCĐ: the list with its detail panel."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QSplitter, QWidget

from thiduaqt.domain.errors import UserError
from thiduaqt.services import registers, teams, units
from thiduaqt.services.editing import BadValue, Edit
from thiduaqt.services.teams import MemberLine
from thiduaqt.services.units import Added, CellChange, UnitLine
from thiduaqt.ui import icons, theme
from thiduaqt.ui.i18n import translate
from thiduaqt.ui.screen import Screen, ScreenContext
from thiduaqt.ui.screens.units.columns import Kinds, columns, quick_filters
from thiduaqt.ui.screens.units.panel import UnitPanel
from thiduaqt.ui.tables.columns import CellEdit
from thiduaqt.ui.tables.grid import Grid
from thiduaqt.ui.widgets.buttons import button
from thiduaqt.ui.widgets.strips import EmptyState, MessageStrip

_NARROW = 1000
_PANEL, _PANEL_NARROW = 320, 264


class UnitsScreen(Screen):
    """Units and teams in a grid, the chosen one in the panel at the right."""

    families = frozenset({"unit", "team", "team_member", "person", "nomination", "office"})

    def __init__(self, context: ScreenContext) -> None:
        super().__init__(context, translate("UnitsScreen", "Đơn vị, Tổ CNSCĐ"), "units")
        self._kinds = Kinds()
        self._wide: bool | None = None
        self._panel_was: bool | None = None
        self._wanted = self._quick = ""
        self.strip = MessageStrip("warn")
        self.strip.setObjectName("units.strip")
        self._make_actions()
        self._make_grid()
        self.panel = UnitPanel(self._kinds, context.memory)
        self._split = QSplitter(Qt.Orientation.Horizontal)
        self._split.setObjectName("units.split")
        self._split.setChildrenCollapsible(False)
        self._split.addWidget(self.grid)
        self._split.addWidget(self.panel)
        self._split.setStretchFactor(0, 1)
        self.bar = self.grid.take_bar()
        self.body.addWidget(self.strip)
        self.body.addWidget(self.bar)
        self.body.addWidget(self._split, 1)
        self.search = self.grid.make_find_field()
        self.add_button = button(
            self.tr("Thêm đơn vị, tổ"),
            self.add.trigger,
            kind="primary",
            icon="plus",
            name="units.add_button",
            tooltip="Ctrl+N",
        )
        self.add_to_header(self.search, self.add_button)
        self._connect()

    def _make_actions(self) -> None:
        self.add = QAction(self.tr("Thêm đơn vị, tổ"), self)
        self.add.setObjectName("units.add")
        self.add.setIcon(icons.icon("plus"))
        self.add.setShortcut("Ctrl+N")
        self.add.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self.add.triggered.connect(lambda _=False: self.grid.begin_new_row())
        self.remove = QAction(self.tr("Xó&a đơn vị, tổ"), self)
        self.remove.setObjectName("units.remove")
        self.remove.setIcon(icons.icon("trash"))
        self.remove.triggered.connect(lambda _=False: self.grid.delete_rows())
        self.show_sent = QAction(self.tr("&Xem hồ sơ đơn vị gửi"), self)
        self.show_sent.setObjectName("units.nominations")
        self.show_sent.setIcon(icons.icon("file-text"))
        self.show_sent.triggered.connect(lambda _=False: self._show_sent())
        self.addAction(self.add)

    def _make_grid(self) -> None:
        self.grid: Grid[UnitLine] = Grid(
            columns(self._kinds), name="units.grid", memory=self.context.memory
        )
        self.grid.view.setAccessibleName(self.tr("Danh sách đơn vị, tổ"))
        self.grid.set_new_row(self.tr("Gõ tên để thêm đơn vị mới"))
        self.grid.add_row_actions([self.show_sent, self.remove])
        page = EmptyState(
            self.tr("Chưa có đơn vị nào"),
            self.tr("Dán từ Excel (Ctrl+V), hoặc gõ từng đơn vị. Loại đơn vị tự nhận theo tên."),
            [button(self.tr("Gõ đơn vị đầu tiên"), self.grid.begin_new_row, name="units.first")],
            icon="users-group",
        )
        self.grid.set_empty_page(page)

    def _connect(self) -> None:
        self.grid.edited.connect(self._store)
        self.grid.rows_added.connect(self._add)
        self.grid.pasted.connect(self._paste)
        self.grid.rows_deleted.connect(self._remove)
        self.grid.told.connect(self.context.toast)
        self.grid.current_changed.connect(lambda _row: self._show_panel())
        self.grid.selection_changed.connect(self._show_panel)
        self.panel.changed.connect(self._store_field)
        members = self.panel.members
        members.edited.connect(self._store_members)
        members.rows_added.connect(self._add_members)
        members.pasted.connect(self._paste_members)
        members.rows_deleted.connect(self._remove_members)
        members.told.connect(self.context.toast)

    # -- screen -------------------------------------------------------------------------------

    def reload(self) -> None:
        session = self.context.session
        self._kinds.words = units.kinds(session)
        self.grid.set_quick_filters(quick_filters(self._kinds.words))
        around = self.context.round_id
        self.read_aside(lambda reader: units.listing(reader, around), self._show)

    def _show(self, rows: Sequence[UnitLine]) -> None:
        self.grid.set_rows(rows)
        if self._quick:
            self.grid.choose_quick(self._quick)
            self._quick = ""
        self.subtitle.setText(self._counts(rows))
        self._show_parts(empty=not rows)
        if self._wanted:
            self.grid.select_row(self._wanted, "name")
            self._wanted = ""
        self._show_panel()

    def _show_parts(self, *, empty: bool) -> None:
        """Leave the room to the empty list; the panel comes back as it was."""
        self.bar.setVisible(not empty)
        if empty and self._panel_was is None:
            self._panel_was = not self.panel.isHidden()
            self.panel.hide()
        elif not empty and self._panel_was is not None:
            self.panel.setVisible(self._panel_was)
            self._panel_was = None

    def _counts(self, rows: Sequence[UnitLine]) -> str:
        villages = sum(row.kind == "village" for row in rows)
        found = sum(row.kind == "team" for row in rows)
        if not rows:
            return ""
        words = self.tr("{villages} {word} · {teams} tổ công nghệ số")
        word = self._kinds.words.get("village", "").lower()
        return words.format(villages=villages, word=word, teams=found)

    def open_with(self, **filters: object) -> None:
        """Open at ``unit=<id>`` (also ``row_id``), or with ``state="silent"``: without dossiers."""
        wanted = filters.get("unit") or filters.get("row_id")
        self._wanted = wanted if isinstance(wanted, str) else ""
        self._quick = "silent" if filters.get("state") == "silent" else ""
        self.reload_soon()

    def actions_for_menu(self) -> Sequence[QAction]:
        return (self.add, self.show_sent, self.remove)

    def find_field(self) -> QLineEdit:
        return self.search

    def panes(self) -> Sequence[QWidget]:
        return (self.search, self.grid.view, *((self.panel,) if self.panel.isVisible() else ()))

    def detail_panel(self) -> QWidget:
        return self.panel

    def commit_open_editor(self) -> None:
        self.panel.form().commit()
        super().commit_open_editor()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = self.width() >= theme.em(_NARROW)
        if wide != self._wide:
            self._wide = wide
            panel = theme.em(_PANEL if wide else _PANEL_NARROW)
            self._split.setSizes([self.width() - panel, panel])

    def _show_panel(self) -> None:
        line = self.grid.current_row()
        chosen = self.grid.selected_rows()
        if line is None or len(chosen) > 1:
            self.panel.show_nothing(len(chosen))
            return
        try:
            detail = units.detail(self.context.session, line.family, line.id)
        except UserError:
            self.panel.show_nothing()  # gone since the list was read; it is read again soon
            return
        self.panel.show_line(line, detail, registers.unit_names(self.context.session))

    def _show_sent(self) -> None:
        line = self.grid.current_row()
        if line is not None:
            self.context.navigate("nominations", unit=line.unit_name or line.name)

    # -- writing ------------------------------------------------------------------------------

    def _run(
        self,
        op: Callable[[Any], Any],
        label: str,
        *,
        done: Callable[[Any], None] | None = None,
        grid: Grid[Any] | None = None,
    ) -> None:
        def failed(error: Exception) -> bool:
            (grid or self.grid).discard_pending()
            if isinstance(error, BadValue):
                self.strip.say(error.text)
                return True
            return False

        self.strip.say("")
        self.context.tasks.run(op, done=done, failed=failed, label=label, owner=self)

    def _store(self, edits: list[CellEdit]) -> None:
        wanted = [_change(edit) for edit in edits]
        self._run(lambda s: units.change(s, wanted), self.tr("Sửa đơn vị, tổ"))

    def _store_field(self, line: UnitLine, field: str, text: str) -> None:
        edit = CellChange(id=line.id, family=line.family, field=field, value=text)

        def failed(error: Exception) -> bool:
            if isinstance(error, BadValue):
                self.strip.say(error.text)
                self.reload_soon()
                return True
            return False

        self.strip.say("")
        self.context.tasks.run(
            lambda s: units.change(s, [edit]),
            failed=failed,
            label=self.tr("Sửa đơn vị, tổ"),
            owner=self,
        )

    def _add(self, rows: list[Mapping[str, str]]) -> None:
        self._run(lambda s: units.add(s, rows), self.tr("Thêm đơn vị, tổ"), done=self._tell_added)

    def _paste(self, edits: list[CellEdit], rows: list[Mapping[str, str]]) -> None:
        wanted = [_change(edit) for edit in edits]
        self._run(
            lambda s: units.paste(s, wanted, rows),
            self.tr("Dán đơn vị, tổ"),
            done=self._tell_added,
        )

    def _tell_added(self, added: Added) -> None:
        if added.known:
            words = self.tr("Đã thêm {count}. Bỏ qua {known} tên đã có: {names}.")
            names = ", ".join(added.known[:5]) + ("…" if len(added.known) > 5 else "")
            self.strip.say(
                words.format(count=added.count, known=len(added.known), names=names), kind="info"
            )
        if added.count > 1:
            self.context.toast(
                self.tr("Đã thêm {count} đơn vị, tổ.").format(count=added.count), undo=True
            )

    def _remove(self, rows: list[UnitLine]) -> None:
        wanted = [(row.family, row.id) for row in rows]

        def done(_changes: object) -> None:
            words = self.tr("Đã xóa {name}.").format(name=rows[0].name)
            if len(rows) > 1:
                words = self.tr("Đã xóa {count} đơn vị, tổ.").format(count=len(rows))
            self.context.toast(words, undo=True)

        self._run(lambda s: units.remove(s, wanted), self.tr("Xóa đơn vị, tổ"), done=done)

    # -- members ------------------------------------------------------------------------------

    def _team_id(self) -> str:
        line = self.panel.line
        return line.id if line is not None and line.family == "team" else ""

    def _store_members(self, edits: list[CellEdit]) -> None:
        wanted = [Edit(id=edit.row.id, field=edit.column_key, value=edit.new) for edit in edits]
        self._run(
            lambda s: teams.change_members(s, wanted),
            self.tr("Sửa thành viên tổ"),
            grid=self.panel.members,
        )

    def _add_members(self, rows: list[Mapping[str, str]]) -> None:
        team_id = self._team_id()
        self._run(
            lambda s: teams.add_members(s, team_id, rows),
            self.tr("Thêm thành viên tổ"),
            grid=self.panel.members,
        )

    def _paste_members(self, edits: list[CellEdit], rows: list[Mapping[str, str]]) -> None:
        team_id = self._team_id()
        wanted = [Edit(id=edit.row.id, field=edit.column_key, value=edit.new) for edit in edits]
        self._run(
            lambda s: teams.paste_members(s, team_id, wanted, rows),
            self.tr("Dán thành viên tổ"),
            grid=self.panel.members,
        )

    def _remove_members(self, rows: list[MemberLine]) -> None:
        ids = [row.id for row in rows]

        def done(_changes: object) -> None:
            words = self.tr("Đã bỏ {count} thành viên khỏi tổ.").format(count=len(ids))
            self.context.toast(words, undo=True)

        self._run(
            lambda s: teams.remove_members(s, ids),
            self.tr("Bỏ thành viên khỏi tổ"),
            done=done,
            grid=self.panel.members,
        )


def _change(edit: CellEdit) -> CellChange:
    return CellChange(id=edit.row.id, family=edit.row.family, field=edit.column_key, value=edit.new)
