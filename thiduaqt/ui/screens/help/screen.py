"""Trợ giúp: contents and search at the left, the manual at the right; nothing from the network."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from thiduaqt.ui import icons, theme, tokens
from thiduaqt.ui.i18n import translate
from thiduaqt.ui.screen import Screen, ScreenContext
from thiduaqt.ui.screens.help.pages import ABOUT, LICENCES, MANUAL, page
from thiduaqt.ui.screens.help.reader import Heading, Reader
from thiduaqt.ui.widgets.buttons import button
from thiduaqt.ui.widgets.labels import meta

_CONTENTS_WIDTH = 236
_LINKED = {"giay-phep": tuple(LICENCES), "trang": (MANUAL, ABOUT)}


class Contents(QListWidget):
    """The headings of the page; Enter and a click go there."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("help.contents")
        self.setProperty("kind", "list")
        self.setAccessibleName(self.tr("Mục lục"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)

    def keyboardSearch(self, search: str) -> None:
        """Ignore letters; they belong to whoever types Vietnamese."""


class FindField(QLineEdit):
    """The search field; Enter and F3 go on to the next place."""

    def __init__(self, parent: HelpScreen) -> None:
        super().__init__()
        self._screen = parent
        self.setObjectName("help.find")
        self.setAccessibleName(self.tr("Tìm trong hướng dẫn"))
        self.setPlaceholderText(self.tr("Tìm trong hướng dẫn"))
        self.setClearButtonEnabled(False)
        glass = QAction(icons.icon("search"), "", self)
        self.addAction(glass, QLineEdit.ActionPosition.LeadingPosition)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F3):
            self._screen.find_next()
        elif event.key() == Qt.Key.Key_Escape:
            self.clear()
        else:
            super().keyPressEvent(event)


class HelpScreen(Screen):
    """``open_with(section="Hồ sơ đề nghị")`` opens at that heading, ``page="about"`` that page."""

    def __init__(self, context: ScreenContext) -> None:
        super().__init__(context, translate("HelpScreen", "Trợ giúp"), "help")
        self._key = ""
        self._following = False
        self.finder = FindField(self)
        self.contents = Contents()
        self.found = meta("")
        self.found.setObjectName("help.found")
        self.found.hide()
        self.reader = Reader()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(tokens.DEBOUNCE)
        self._build()
        self._connect()
        self.show_page(MANUAL)

    def _build(self) -> None:
        self.manual = button(
            self.tr("Hướng dẫn"), lambda: self.show_page(MANUAL), name="help.manual"
        )
        self.about = button(self.tr("Giới thiệu"), lambda: self.show_page(ABOUT), name="help.about")
        for one in (self.manual, self.about):
            one.setCheckable(True)
        keys = button(self.tr("Phím tắt"), self._show_keys, icon="keyboard", name="help.keys.open")
        self.add_to_header(keys, self.manual, self.about)
        left = QVBoxLayout()
        left.setSpacing(tokens.GAP)
        left.addWidget(self.finder)
        left.addWidget(self.found)
        left.addWidget(self.contents, 1)
        holder = QWidget()
        holder.setLayout(left)
        left.setContentsMargins(0, 0, 0, 0)
        holder.setFixedWidth(theme.em(_CONTENTS_WIDTH))
        row = QHBoxLayout()
        row.setSpacing(tokens.GAP)
        row.addWidget(holder)
        row.addWidget(self.reader, 1)
        self.body.addLayout(row, 1)

    def _connect(self) -> None:
        self._timer.timeout.connect(self._search)
        self.finder.textChanged.connect(lambda _text: self._timer.start())
        self.contents.itemClicked.connect(self._go_to)
        self.contents.itemActivated.connect(self._go_to)
        self.contents.currentItemChanged.connect(lambda now, _old: self._on_current(now))
        self.reader.verticalScrollBar().valueChanged.connect(lambda _value: self._follow())
        self.reader.link_wanted.connect(self.follow_link)

    # -- pages --------------------------------------------------------------------------------

    def show_page(self, key: str) -> None:
        """Show the manual, the page about the program, or a licence."""
        self.manual.setChecked(key == MANUAL)
        self.about.setChecked(key != MANUAL)
        if key == self._key:
            return
        self._key = key
        self.reader.show_page(page(key))
        self._fill(self.reader.headings)
        if self.finder.text().strip():
            self._search()

    def open_with(self, **filters: object) -> None:
        """Open at a heading (``section="Hồ sơ đề nghị"``) or a page (``page="about"``)."""
        self.show_page(ABOUT if filters.get("page") == ABOUT else MANUAL)
        section = filters.get("section")
        if isinstance(section, str) and self.go_to_section(section):
            # Shown for the first time, the page gets its width only now.
            QTimer.singleShot(0, self, lambda: self.go_to_section(section))

    def go_to_section(self, title: str) -> bool:
        """Bring the section with this heading to the top; False where there is none."""
        for heading in self.reader.headings:
            if heading.text == title:
                self.reader.go_to_heading(heading)
                self._follow()
                return True
        return False

    def follow_link(self, target: str) -> None:
        """Follow a link of a page: a section (#), a licence, another page. Others are ignored."""
        kind, _, name = target.partition(":")
        if target.startswith("#"):
            self.go_to_section(target[1:].replace("-", " "))
        elif name in _LINKED.get(kind, ()):
            self.show_page(name)

    # -- contents -----------------------------------------------------------------------------

    def _fill(self, headings: Sequence[Heading]) -> None:
        self._following = True
        self.contents.clear()
        for heading in headings:
            if heading.level == 1:
                continue
            item = QListWidgetItem(("      " if heading.level > 2 else "") + heading.text)
            item.setData(Qt.ItemDataRole.UserRole, heading)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, heading.text)
            item.setToolTip(heading.text)
            self.contents.addItem(item)
            if self.contents.count() == 1:  # a new page is read from its top
                self.contents.setCurrentItem(item)
        self._following = False
        self.contents.setVisible(self.contents.count() > 0)

    def _go_to(self, item: QListWidgetItem) -> None:
        self.reader.go_to_heading(item.data(Qt.ItemDataRole.UserRole))

    def _on_current(self, item: QListWidgetItem | None) -> None:
        if item is not None and not self._following and self.contents.hasFocus():
            self._go_to(item)

    def _follow(self) -> None:
        """Mark the section that is being read."""
        heading = self.reader.heading_in_view()
        if heading is None or self.contents.hasFocus():
            return
        self._following = True
        items = [self.contents.item(number) for number in range(self.contents.count())]
        shown = [item for item in items if not item.isHidden()]
        passed = [
            item for item in shown if item.data(Qt.ItemDataRole.UserRole).block <= heading.block
        ]
        if shown:
            self.contents.setCurrentItem((passed or shown[:1])[-1])
        self._following = False

    # -- finding ------------------------------------------------------------------------------

    def find_next(self) -> None:
        """Go to the next place found; search first where the text has just changed."""
        if self._timer.isActive():
            self._timer.stop()
            self._search()
        else:
            self.reader.next_place()

    def _search(self) -> None:
        query = self.finder.text().strip()
        blocks = self.reader.search(query)
        self._show_only(blocks if query else None)
        self.found.setVisible(bool(query))
        if not query:
            self.found.setText("")
        elif self.reader.count:
            words = self.tr("{n} chỗ · Enter: chỗ kế tiếp")
            self.found.setText(words.format(n=self.reader.count))
        else:
            self.found.setText(self.tr("Không thấy. Thử bỏ bớt từ."))
        self._follow()

    def _show_only(self, blocks: set[int] | None) -> None:
        """Show only the sections that hold something found; all of them without a search."""
        ends = [h.block for h in self.reader.headings] + [self.reader.document().blockCount()]
        for number in range(self.contents.count()):
            item = self.contents.item(number)
            start = item.data(Qt.ItemDataRole.UserRole).block
            end = next(block for block in ends if block > start)
            held = blocks is None or any(start <= block < end for block in blocks)
            item.setHidden(not held)

    def find_field(self) -> QLineEdit:
        return self.finder

    def panes(self) -> Sequence[QWidget]:
        return (self.finder, self.contents, self.reader)

    def _show_keys(self) -> None:
        action = self.window().findChild(QAction, "help.keys")
        if action is not None:
            action.trigger()
