"""Phong trào, tiêu chí: the list of movements, and one movement in six tabs."""

from __future__ import annotations

import importlib
import importlib.util
from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QIcon
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QStackedWidget,
    QTabBar,
    QVBoxLayout,
    QWidget,
)

from thiduaqt.domain.completeness import Gap
from thiduaqt.domain.records import Movement, Plan
from thiduaqt.domain.text import fold
from thiduaqt.services import movements, packs
from thiduaqt.ui import dialogs, icons, theme, tokens
from thiduaqt.ui.i18n import translate
from thiduaqt.ui.screen import Screen, ScreenContext
from thiduaqt.ui.screens.movements.gaps_panel import GapsButton, GapsPanel, tab_title
from thiduaqt.ui.screens.movements.list_page import ListPage
from thiduaqt.ui.screens.movements.new_page import NewPage
from thiduaqt.ui.screens.movements.tab import PlanDesk, Tab
from thiduaqt.ui.widgets.buttons import action_button, button
from thiduaqt.ui.widgets.labels import CutLabel

LIST, NEW, MOVEMENT = range(3)
TABS: tuple[tuple[str, str, str], ...] = (
    ("general", "general.tab", "GeneralTab"),
    ("criteria", "criteria.tab", "CriteriaTab"),
    ("targets", "targets.tab", "TargetsTab"),
    ("dates", "dates.tab", "DatesTab"),
    ("quotas", "quotas.tab", "QuotasTab"),
    ("text", "text.tab", "TextTab"),
)
"""Key, module below this package and class of each tab, in order; made when first shown."""


def present_tabs() -> list[tuple[str, str, str]]:
    """Return the tabs whose module exists."""
    return [one for one in TABS if _is_there(f"{__package__}.{one[1]}")]


def _is_there(module: str) -> bool:
    folder = module.rpartition(".")[0]
    return bool(importlib.util.find_spec(folder) and importlib.util.find_spec(module))


class MovementsScreen(Screen):
    """Three pages: the list, a new movement, and the tabs of one movement."""

    families = frozenset({"movement", "plan", "round", "office"})

    def __init__(self, context: ScreenContext) -> None:
        super().__init__(context, translate("MovementsScreen", "Phong trào, tiêu chí"), "movements")
        self.movement_id = ""
        self._followed = ""
        self.tabs: dict[str, Tab] = {}
        self._registry = present_tabs()
        self._build_actions()
        self._build_header_parts()
        self._build_pages()
        self._show_actions()

    # -- building -----------------------------------------------------------------------------

    def _action(self, text: str, do: object, icon: str = "") -> QAction:
        made = QAction(icons.icon(icon) if icon else QIcon(), text, self)
        made.triggered.connect(lambda _=False: do())  # type: ignore[operator]  # a bound method
        return made

    def _build_actions(self) -> None:
        tr = self.tr
        self.to_list = self._action(tr("Danh sách phong trào"), self.show_list, "list-check")
        self.add = self._action(tr("Thêm phong trào…"), self.begin_new)
        self.add.setShortcut("Ctrl+N")
        self.add.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self.addAction(self.add)
        self.remove = self._action(tr("Xóa phong trào"), self._remove, "trash")
        self.pack = self._action(tr("Xuất gói phong trào…"), self._export_pack, "file-export")
        self.review = self._action(tr("Rà soát văn bản"), self._review, "file-search")
        self.export = self._action(tr("Xuất kế hoạch ra Word…"), self._export)

    def _build_header_parts(self) -> None:
        self.heading = CutLabel()
        self.heading.setObjectName("movements.heading")
        self.heading.setFont(theme.text_font(tokens.TITLE_PT, strong=True))
        self.back = button(
            "",
            self.to_list.trigger,
            kind="flat",
            icon="chevron-left",
            tooltip=self.to_list.text(),
            name="movements.to_list",
        )
        self.header.insertWidget(0, self.back)
        self.header.insertWidget(1, self.heading)
        self.add_to_header(
            action_button(self.remove, name="movements.remove"),
            action_button(self.pack, name="movements.pack"),
            action_button(self.review, name="movements.review"),
            action_button(self.export, kind="primary", name="movements.export"),
            action_button(self.add, kind="primary", name="movements.add"),
        )

    def _build_pages(self) -> None:
        self.list_page = ListPage(self.context)
        self.new_page = NewPage(self.context)
        self.gaps = GapsPanel()
        self.gaps_button = GapsButton(self.gaps)
        self.bar = QTabBar()
        self.bar.setObjectName("movements.tabs")
        self.bar.setAccessibleName(self.tr("Các phần của phong trào"))
        self.bar.setDrawBase(False)
        self.bar.setExpanding(False)
        for key, _module, _name in self._registry:
            self.bar.addTab(tab_title(key))
        self._tab_stack = QStackedWidget()
        self._stack = QStackedWidget()
        self._stack.addWidget(self.list_page)
        self._stack.addWidget(self.new_page)
        self._stack.addWidget(self._movement_page())
        self.body.addWidget(self._stack, 1)
        self.bar.currentChanged.connect(lambda _number: self._on_tab())
        self.list_page.opened.connect(self.open_movement)
        self.list_page.new_wanted.connect(self.begin_new)
        self.list_page.grid.add_row_actions([self.pack, self.remove])
        self.list_page.grid.current_changed.connect(lambda _row: self._show_actions())
        self.new_page.closed.connect(self._leave_new)
        self.new_page.made.connect(self._on_made)
        self.gaps.wanted.connect(self._jump)

    def _movement_page(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(tokens.GAP)
        row = QHBoxLayout()
        row.setSpacing(tokens.GAP)
        row.addWidget(self.bar)
        row.addStretch()
        row.addWidget(self.gaps_button)
        column.addLayout(row)
        column.addWidget(self.gaps)
        column.addWidget(self._tab_stack, 1)
        return page

    # -- showing ------------------------------------------------------------------------------

    def reload(self) -> None:
        self._follow_context()
        rows = movements.rows(self.context.session)
        self.list_page.show_rows(rows, self.movement_id)
        known = {row.id for row in rows}
        if self.movement_id not in known:
            self.movement_id = ""
        if self._stack.currentIndex() == MOVEMENT and not self.movement_id:
            self._stack.setCurrentIndex(LIST)
        if self._stack.currentIndex() == MOVEMENT:
            self._show_movement()
        self._show_actions()

    def _follow_context(self) -> None:
        """Take over another choice in the context bar; open it where nothing was shown yet."""
        wanted = self.context.movement_id
        if wanted != self._followed:
            self._followed = wanted
            first = not self.movement_id
            self.movement_id = wanted or self.movement_id
            if first and wanted and self._stack.currentIndex() == LIST:
                self._stack.setCurrentIndex(MOVEMENT)

    def _show_movement(self) -> None:
        session = self.context.session
        movement = session.store.find(Movement, self.movement_id)
        if movement is None:
            return
        self.heading.setText(movement.title)
        gaps = movements.missing(session, movement.id)
        self.gaps.show_gaps(gaps)
        self.gaps_button.show_count(len(gaps))
        tab = self.current_tab()
        if tab is not None:
            tab.movement = movement
            tab.plan = session.store.find(Plan, movement.plan_id)
            tab.show_movement(movement)

    def _show_actions(self) -> None:
        page = self._stack.currentIndex()
        one = page == MOVEMENT
        self.title.setVisible(not one)
        self.heading.setVisible(one)
        self.back.setVisible(one)
        self.title.setText(
            self.tr("Thêm phong trào") if page == NEW else self.tr("Phong trào, tiêu chí")
        )
        empty = page == LIST and not self.list_page.grid.rows()
        self.add.setVisible(page == LIST and not empty)
        self.remove.setVisible(page == LIST and not empty)
        self.remove.setEnabled(bool(self.list_page.current()))
        self.pack.setVisible(page == LIST and not empty)
        self.pack.setEnabled(bool(self.list_page.current()))
        self.to_list.setVisible(one)
        has_text = any(key == "text" for key, _module, _name in self._registry)
        self.review.setVisible(one and has_text)
        self.export.setVisible(one and has_text)

    # -- pages --------------------------------------------------------------------------------

    def page(self) -> int:
        """Return which page is shown: LIST, NEW or MOVEMENT."""
        return self._stack.currentIndex()

    def show_list(self) -> None:
        """Show all movements."""
        self.commit_open_editor()
        self._go(LIST)
        self.list_page.grid.select_row(self.movement_id)
        self.list_page.grid.setFocus()

    def begin_new(self, kind: str = "pack") -> None:
        """Show the page that starts a movement."""
        self.commit_open_editor()
        self._go(NEW)
        self.new_page.begin(kind)

    def open_movement(self, movement_id: str, tab: str = "") -> None:
        """Show one movement, and make it the one the work is on."""
        self.movement_id = movement_id
        if tab:
            self.show_tab(tab)
        self._go(MOVEMENT)
        if movement_id != self.context.movement_id:
            self.context.hub.movement_wanted.emit(movement_id)

    def _go(self, page: int) -> None:
        self._stack.setCurrentIndex(page)
        if page == MOVEMENT:
            self._show_movement()
        self._show_actions()

    def _leave_new(self) -> None:
        self._go(LIST)

    def _on_made(self, movement_id: str) -> None:
        self.open_movement(movement_id, "general")
        self.context.toast(self.tr("Đã thêm phong trào."), undo=True)

    # -- tabs ---------------------------------------------------------------------------------

    def current_tab(self) -> Tab | None:
        """Return the tab shown, made now if need be; None where there is none yet."""
        number = self.bar.currentIndex()
        return self._made(self._registry[number]) if number >= 0 else None

    def _made(self, spec: tuple[str, str, str]) -> Tab:
        key, module, name = spec
        if key not in self.tabs:
            made: Tab = getattr(importlib.import_module(f"{__package__}.{module}"), name)(
                self.context
            )
            made.jump_wanted.connect(self.jump)
            self.families = self.families | made.families
            self.tabs[key] = made
            self._tab_stack.addWidget(made)
        self._tab_stack.setCurrentWidget(self.tabs[key])
        return self.tabs[key]

    def show_tab(self, key: str) -> None:
        """Show a tab: general, criteria, targets, dates, quotas, text."""
        keys = [one for one, _module, _name in self._registry]
        if key in keys:
            self.bar.setCurrentIndex(keys.index(key))

    def _on_tab(self) -> None:
        shown = self._tab_stack.currentWidget()
        if isinstance(shown, Tab):
            shown.commit_open()
        if self.page() == MOVEMENT:
            self._show_movement()

    def _jump(self, gap: Gap) -> None:
        self.jump(gap.tab, gap.field, gap.item)

    def jump(self, tab: str, field: str, item: str = "") -> None:
        """Show a tab and lead the keyboard to a field of it."""
        self.show_tab(tab)
        shown = self.current_tab()
        if shown is not None:
            shown.go_to(field, item)

    # -- acting -------------------------------------------------------------------------------

    def _remove(self) -> None:
        row = self.list_page.grid.current_row()
        if row is None:
            return
        words = self.tr("Đã xóa phong trào {name}.").format(name=row.short_name or row.title)
        self.context.tasks.run(
            lambda s: movements.remove(s, row.id),
            done=lambda _changes: self.context.toast(words, undo=True),
            label=self.tr("Xóa phong trào"),
            owner=self,
        )

    def _export_pack(self) -> None:
        row = self.list_page.grid.current_row()
        if row is None:
            return
        path = dialogs.pick_save(
            self,
            self.tr("Xuất gói phong trào"),
            f"{fold(row.short_name or row.title).replace(' ', '-')[:60]}.toml",
            [(self.tr("Gói phong trào"), "*.toml")],
        )
        if path is not None:
            said = self.tr("Đã xuất gói phong trào vào {name}.").format(name=path.name)
            self.context.tasks.run(
                lambda s: packs.export(s, path, movement_id=row.id),
                done=lambda _made: self.context.toast(said),
                label=self.tr("Xuất gói phong trào"),
                owner=self,
            )

    def _plan_desk(self) -> PlanDesk | None:
        self.commit_open_editor()
        self.show_tab("text")
        shown = self.current_tab()
        return shown if isinstance(shown, PlanDesk) else None

    def _review(self) -> None:
        desk = self._plan_desk()
        if desk is not None:
            desk.review()

    def _export(self) -> None:
        desk = self._plan_desk()
        if desk is not None:
            desk.export()

    # -- the window's wishes ------------------------------------------------------------------

    def open_with(self, **filters: object) -> None:
        """Open ``movement_id=``, ``tab="dates"``, a ``field=`` and ``item=`` of it, or ``new=``."""
        if self._stale:
            self.reload()
            self._stale = False
        if filters.get("new"):
            self.begin_new(str(filters["new"]))
            return
        wanted = str(filters.get("movement_id") or self.movement_id)
        tab = str(filters.get("tab") or "")
        if wanted:
            self.open_movement(wanted, tab)
        if wanted and tab and filters.get("field"):
            self.jump(tab, str(filters["field"]), str(filters.get("item") or ""))

    def actions_for_menu(self) -> Sequence[QAction]:
        tab = self.current_tab() if self.page() == MOVEMENT else None
        own = tab.actions_for_menu() if tab is not None else ()
        return (self.to_list, self.add, self.remove, self.pack, self.review, self.export, *own)

    def find_field(self) -> QLineEdit | None:
        if self.page() == LIST:
            return self.list_page.grid.make_find_field()
        tab = self.current_tab() if self.page() == MOVEMENT else None
        return tab.find_field() if tab is not None else None

    def panes(self) -> Sequence[QWidget]:
        if self.page() == LIST:
            return (self.list_page.grid,)
        if self.page() == NEW:
            return (self.new_page,)
        tab = self.current_tab()
        return (self.bar, *(tab.panes() if tab is not None else ()))

    def entrance(self) -> QWidget | None:
        return self.bar if self.page() == MOVEMENT else None

    def detail_panel(self) -> QWidget | None:
        tab = self.current_tab() if self.page() == MOVEMENT else None
        return tab.detail_panel() if tab is not None else None

    def commit_open_editor(self) -> None:
        shown = self._tab_stack.currentWidget()
        if isinstance(shown, Tab):
            shown.commit_open()
        super().commit_open_editor()
