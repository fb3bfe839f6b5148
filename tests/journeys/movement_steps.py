"""What an officer does on the screen *Phong trào, tiêu chí*: fields, lists, tree, matrix, menus."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QApplication,
    QCheckBox,
    QComboBox,
    QMenu,
    QPlainTextEdit,
    QScrollArea,
    QTreeView,
    QWidget,
)

from tests.journeys.hands import Hands
from thiduaqt.domain.plan import MovementPlan, SubjectGroup
from thiduaqt.domain.records import Movement, Plan
from thiduaqt.ui.screens.movements.criteria.model import TITLE, CriteriaModel
from thiduaqt.ui.widgets.buttons import JoinedButtons

Rows = Sequence[Sequence[str]]


class PlanHands(Hands):
    """Hands that know their way about a movement. Nothing here calls a service to write."""

    # -- what is stored ----------------------------------------------------------------------

    def stored(self, title: str = "") -> tuple[MovementPlan, Plan]:
        """Return the rules and the plan of the newest movement, or of the one called ``title``."""
        opened = self.program._opened
        assert opened is not None
        store = opened.session.store
        found = [one for one in store.all(Movement) if title in one.title]
        rules = found[-1].definition
        assert rules is not None
        return rules, store.get(Plan, found[-1].plan_id)

    def dump(self) -> list[str]:
        """Return what every table holds but the journal of steps."""
        opened = self.program._opened
        assert opened is not None
        lines = opened.session.store.connection.iterdump()
        return [line for line in lines if "journal" not in line.split("(", 1)[0]]

    # -- fields ------------------------------------------------------------------------------

    def type(self, text: str) -> None:
        """Type a text of one or more lines."""
        for place, line in enumerate(text.split("\n")):
            if place:
                self.press("Return")
            super().type(line)

    def reach(self, name: str) -> QWidget:
        """Return a widget that can be seen, scrolled into sight as a wheel does."""
        widget = self.find(name)
        inside = widget.parentWidget()
        while inside is not None:
            if isinstance(inside, QScrollArea):
                inside.ensureWidgetVisible(widget, 0, 30)
            inside = inside.parentWidget()
        QApplication.processEvents()
        return widget

    def fill(self, form: str, values: Mapping[str, str | bool]) -> None:
        """Fill the fields of a form by their keys: type, choose, tick; leave each with Tab."""
        for key, value in values.items():
            widget = self.reach(f"{form}.{key}")
            if isinstance(widget, QCheckBox):
                if widget.isChecked() is not value:
                    self.click(widget)
                    self.settle()
                continue
            assert isinstance(value, str)
            if isinstance(widget, QComboBox):
                self.write(widget, value)
                popup = QApplication.activePopupWidget()
                if popup is not None:
                    self.press("Down", "Return")
            else:
                self.write(widget, value)
                if not value:
                    self.press("Delete")
            if isinstance(widget, QPlainTextEdit):
                assert widget.toPlainText() == value
            self.press("Tab")
            self.settle()

    def unfold(self, section: str) -> None:
        """Open a part of *Thông tin chung*."""
        name = f"movements.general.{section}.toggle"
        if not self.sees(f"movements.general.{section}.list") and not self.sees(
            f"movements.general.{section}.form"
        ):
            self.click(self.reach(name))
            QApplication.processEvents()
            QTest.qWait(1)

    def part(self, joined: str, key: str) -> None:
        """Press one of joined buttons that stand in the widget called ``joined``."""
        holder = self.find(joined)
        bars = [holder] if isinstance(holder, JoinedButtons) else holder.findChildren(JoinedButtons)
        for bar in bars:
            if bar.isVisible():
                try:
                    made = bar.button(key)
                except KeyError:
                    continue
                self.click(made)
                self.settle()
                return
        raise AssertionError(f"no button “{key}” in {joined}")

    # -- lists -------------------------------------------------------------------------------

    def paste_list(self, name: str, rows: Rows) -> None:
        """Begin a new line of a list and paste a block there, as from Excel."""
        self.click(self.reach(f"{name}.add"))
        self.press("Escape")
        self.paste([list(row) for row in rows])
        self.settle()

    def type_line(self, name: str, values: Sequence[str]) -> None:
        """Type a new line cell by cell: the first begins it, Tab goes on, "" is stepped over."""
        self.click(self.reach(f"{name}.add"))
        for place, value in enumerate(values):
            if value:
                self.type(value)
            self.press("Return" if place == len(values) - 1 else "Tab")
            self.settle()

    def set_cell(self, name: str, line: int, column: str, text: str) -> None:
        """Click on a cell and type over it; "" empties it with Delete."""
        grid = self.grid(name)
        self.reach(name)
        self.click_cell(grid, line, column)
        if text:
            self.type(text)
            self.press("Return")
        else:
            self.press("Delete")
        self.settle()

    def choose_cell(self, name: str, line: int, column: str, words: str) -> None:
        """Open the list of a cell with Alt+Down and go to an entry with the arrows."""
        grid = self.grid(name)
        self.reach(name)
        self.click_cell(grid, line, column)
        self.press("Alt+Down")
        self.until(QApplication.activePopupWidget)
        box = grid.view.cell_editor(grid.view.currentIndex())
        assert isinstance(box, QComboBox)
        step = box.findText(words) - box.currentIndex()
        self.press(*["Down" if step > 0 else "Up"] * abs(step), "Return")
        self.until(lambda: QApplication.activePopupWidget() is None)
        self.press("Return")
        self.settle()

    # -- tabs, menus -------------------------------------------------------------------------

    def tab(self, words: str) -> None:
        """Click on one of the tabs of the movement."""
        bar = self.screen.bar  # type: ignore[attr-defined]  # the screen of movements
        number = next(n for n in range(bar.count()) if bar.tabText(n) == words)
        place = bar.tabRect(number).center()
        QTest.mouseClick(bar, Qt.MouseButton.LeftButton, pos=place)
        self.settle()

    def from_menu(self, name: str, words: str) -> None:
        """Open the menu of a button and click on the entry that says ``words``."""
        self.click(self.reach(name))
        self.until(QApplication.activePopupWidget)
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        self.take(menu, words)

    def take(self, menu: QMenu, words: str) -> None:
        """Click on an entry of an open menu."""
        entry = next(one for one in menu.actions() if one.text().replace("&", "") == words)
        assert entry.isEnabled(), words
        spot = menu.actionGeometry(entry).center()
        QTest.mouseClick(menu, Qt.MouseButton.LeftButton, pos=spot)

    def menu_of(self, view: QAbstractScrollArea) -> None:
        """Press the key that opens the menu of what has the keyboard."""
        surface = view.viewport()
        place = surface.rect().center()
        event = QContextMenuEvent(
            QContextMenuEvent.Reason.Keyboard, place, surface.mapToGlobal(place)
        )
        QApplication.sendEvent(surface, event)

    # -- criteria ----------------------------------------------------------------------------

    @property
    def tree(self) -> QTreeView:
        """The tree of criteria."""
        return self.find("movements.criteria.tree", QTreeView)

    def node(self, title: str) -> None:
        """Click on a criterion or section of the tree."""
        tree, model = self.tree, self.tree.model()
        assert isinstance(model, CriteriaModel)
        group = model.group
        assert group is not None
        code = code_of(group, title)
        index = model.index_of(code, TITLE)
        tree.scrollTo(index)
        place = QPoint(tree.visualRect(index).center())
        QTest.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=place)
        self.settle()

    def new_node(self, button: str, title: str) -> None:
        """Press a button of the foot and type the title of what came."""
        self.click(f"movements.criteria.{button}")
        self.settle()
        self.type(title)
        self.press("Return")
        self.settle()

    def choose_group(self, name: str) -> None:
        """Click on a subject group in the list at the left."""
        view: Any = self.find("movements.criteria.groups.list")
        row = next(n for n in range(view.count()) if view.item(n).text().startswith(name))
        place = view.visualItemRect(view.item(row)).center()
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
        self.settle()

    # -- quotas ------------------------------------------------------------------------------

    def quota_cell(self, award: str, occasion: str, kind: str) -> None:
        """Click on a cell of the matrix of quotas."""
        grid = self.grid("movements.quotas.grid")
        line = next(
            n
            for n in range(len(grid.model.entries))
            if (row := grid.model.row_at(n)) is not None
            and row.award_name == award
            and occasion in grid.model.text_at(n, grid.model.column_number("occasion"))
        )
        self.click_cell(grid, line, kind)
        self.settle()


def code_of(group: SubjectGroup, title: str) -> str:
    """Return the code of a criterion or section by its title."""
    nodes = (*group.criteria, *group.sections)
    found = [node.code for node in nodes if node.title == title]
    assert len(found) == 1, f"{len(found)} nodes are called “{title}”"
    return found[0]
