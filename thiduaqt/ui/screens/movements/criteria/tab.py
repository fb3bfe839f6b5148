"""The tab *Tiêu chí*: groups at the left, the tree with points, what is chosen at the right."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from thiduaqt.domain import plan_edits
from thiduaqt.domain.plan import Criterion, MovementPlan, Section, SubjectGroup
from thiduaqt.domain.records import Movement
from thiduaqt.domain.scoring import edits
from thiduaqt.domain.scoring.structure import Shape, has_points
from thiduaqt.services import criteria
from thiduaqt.ui import icons, theme, tokens
from thiduaqt.ui.forms.reading import UnreadableNumber
from thiduaqt.ui.i18n import translate
from thiduaqt.ui.screen import ScreenContext
from thiduaqt.ui.screens.movements.criteria.group_editor import GroupEditor
from thiduaqt.ui.screens.movements.criteria.group_list import GroupList
from thiduaqt.ui.screens.movements.criteria.model import TITLE, CriteriaModel, typed_points
from thiduaqt.ui.screens.movements.criteria.node_editor import NodeEditor
from thiduaqt.ui.screens.movements.criteria.printing import PrintSheet
from thiduaqt.ui.screens.movements.criteria.summary import doubt_text, new_group, total_text
from thiduaqt.ui.screens.movements.criteria.tree import CriteriaTree
from thiduaqt.ui.screens.movements.tab import Tab
from thiduaqt.ui.widgets.buttons import JoinedButtons, Segment, action_button
from thiduaqt.ui.widgets.cards import FootStrip
from thiduaqt.ui.widgets.labels import CutLabel
from thiduaqt.ui.widgets.strips import MessageStrip

NODE, GROUP = range(2)
_NARROW = 960


class CriteriaTab(Tab):
    """The criteria of every subject group of one movement."""

    families = frozenset({"movement"})

    def __init__(self, context: ScreenContext) -> None:
        super().__init__(context, "criteria")
        self.rules: MovementPlan | None = None
        self._before: frozenset[str] | None = None
        self._wanted_group = ""
        self.groups = GroupList()
        self.model = CriteriaModel()
        self.tree = CriteriaTree(self.model)
        self.node_editor = NodeEditor(context)
        self.group_editor = GroupEditor(context)
        self.doubts = MessageStrip("warn")
        self.doubts.setObjectName("movements.criteria.doubts")
        self._build_actions()
        self._build()
        self._connect()

    # -- building -----------------------------------------------------------------------------

    def _build_actions(self) -> None:
        tr, act = self.tr, self._action
        self.add_section = act(tr("Thêm nhóm tiêu chí"), self._add_section, icon="folder-plus")
        self.add_criterion = act(tr("Thêm tiêu chí"), self._add_criterion, icon="plus")
        self.up = act(tr("Đưa lên trên (Alt+↑)"), lambda: self._reorder(-1), icon="arrow-up")
        self.down = act(tr("Đưa xuống dưới (Alt+↓)"), lambda: self._reorder(1), icon="arrow-down")
        self.inner = act(tr("Đưa vào nhóm trên (Alt+→)"), lambda: self._nest(1))
        self.outer = act(tr("Đưa ra khỏi nhóm (Alt+←)"), lambda: self._nest(-1))
        self.copy = self._action(tr("Nhân bản"), self._copy, icon="copy", keys="Ctrl+D")
        self.remove = self._action(tr("Xóa khỏi cây"), self._remove, icon="trash")
        self._of_node = (self.up, self.down, self.inner, self.outer, self.copy, self.remove)
        self.remove_group = self._action(tr("Xóa nhóm đối tượng"), self._remove_group, icon="trash")
        self.sheet = PrintSheet(self, self)

    def _build(self) -> None:
        self.body.addWidget(self.doubts)
        self.split = QSplitter(Qt.Orientation.Horizontal)
        self.split.setHandleWidth(tokens.GAP)
        self.split.setChildrenCollapsible(False)
        self.groups.setMinimumWidth(theme.em(150))
        self.tree.setMinimumWidth(theme.em(300))
        self.split.addWidget(self.groups)
        self.split.addWidget(self.tree)
        self.split.addWidget(self._right())
        self.split.setStretchFactor(1, 1)
        self._shared_out = False
        self.body.addWidget(self.split, 1)
        foot = FootStrip()
        self.total = CutLabel()
        self.total.setObjectName("movements.criteria.total")
        foot.row.addWidget(self.total, 1)
        foot.row.addWidget(action_button(self.sheet, name="movements.criteria.sheet"))
        foot.row.addWidget(action_button(self.add_section, name="movements.criteria.add_section"))
        foot.row.addWidget(action_button(self.add_criterion, name="movements.criteria.add"))
        self.body.addWidget(foot)

    def _right(self) -> QWidget:
        self.panel = QWidget()
        self.panel.setMinimumWidth(theme.em(264))
        column = QVBoxLayout(self.panel)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        names = (("node", self.tr("Mục đang chọn")), ("group", self.tr("Cả nhóm")))
        self.which = JoinedButtons([Segment(key=key, text=text) for key, text in names])
        row = QHBoxLayout()
        row.addWidget(self.which)
        row.addStretch()
        column.addLayout(row)
        self.pages = QStackedWidget()
        self.pages.addWidget(self.node_editor)
        self.pages.addWidget(self.group_editor)
        column.addWidget(self.pages, 1)
        return self.panel

    def _connect(self) -> None:
        self.groups.chosen.connect(lambda _code: self._show_group())
        self.groups.new_wanted.connect(self._add_group)
        self.groups.removal_wanted.connect(self._remove_group)
        self.groups.moved.connect(self._move_group)
        self.groups.node_dropped.connect(self._copy_to)
        self.model.typed.connect(self._typed)
        self.model.dropped.connect(self._moved)
        self.tree.node_chosen.connect(lambda _code: self._show_node())
        self.tree.moved.connect(lambda _code, step: self._reorder(step))
        self.tree.nested.connect(lambda _code, step: self._nest(step))
        self.tree.removal_wanted.connect(lambda _code: self._remove())
        self.tree.new_wanted.connect(self._add_criterion)
        self.tree.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.tree.customContextMenuRequested.connect(self._open_menu)
        self.which.chosen.connect(lambda key: self.show_page(NODE if key == "node" else GROUP))
        self.node_editor.changed.connect(self._change_node)
        self.group_editor.changed.connect(self._change_group)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if not self._shared_out and self.width() > 300:
            self._shared_out = True
            narrow = self.width() < theme.em(_NARROW)
            left, right = map(theme.em, (150, 264) if narrow else (200, 300))
            self.split.setSizes([left, self.width() - left - right - 2 * tokens.GAP, right])

    # -- showing ------------------------------------------------------------------------------

    def show_movement(self, movement: Movement) -> None:
        self.rules = movement.definition
        self.groups.show_groups(self.rules.groups if self.rules else ())
        self.groups.choose(self._wanted_group)
        self._wanted_group = ""
        self._show_group()
        self._choose_new()

    @property
    def group(self) -> SubjectGroup | None:
        """The group whose tree is shown."""
        return self.rules.group(self.groups.current()) if self.rules else None

    def show_page(self, page: int) -> None:
        """Show the editor of the chosen node or of the whole group."""
        self.pages.setCurrentIndex(page)
        self.which.choose("node" if page == NODE else "group")

    def _show_group(self) -> None:
        group = self.group
        other = self.model.group is None or group is None or self.model.group.code != group.code
        if other:
            self.model.show_group(group)
            self.tree.expandAll()
            self.tree.choose("")
        else:
            self.tree.keep_place(lambda: self.model.show_group(group))
        if group is not None and self.rules is not None:
            kinds = self.context.session.rulebook().award_kinds()
            self.group_editor.show_group(
                self.rules, group, {kind.code: kind.name for kind in kinds}
            )
        self.group_editor.setEnabled(group is not None)
        self._show_node()
        self.total.setText(total_text(group, self.model.shape))
        self.doubts.say(doubt_text(self.rules, group, self.model.shape))
        for action in (self.add_section, self.add_criterion, self.remove_group, self.sheet):
            action.setEnabled(group is not None)

    def _show_node(self) -> None:
        index = self.tree.currentIndex()
        node = self.model.node_at(index)
        title = str(index.siblingAtColumn(TITLE).data() or "")
        self.node_editor.show_node(node, title.split(" ", 1)[0] if node else "")
        self.node_editor.setEnabled(node is not None)
        for action in self._of_node:
            action.setEnabled(node is not None)

    # -- places -------------------------------------------------------------------------------

    def go_to(self, field: str, item: str) -> None:
        if item:
            self.groups.choose(item)
        if field in ("criteria", "groups", ""):
            self.tree.setFocus()
            return
        self.show_page(GROUP)
        self.group_editor.go_to(field)

    def panes(self) -> Sequence[QWidget]:
        return (self.groups.view, self.tree, self.pages)

    def detail_panel(self) -> QWidget | None:
        return self.panel

    def commit_open(self) -> None:
        self.node_editor.commit()
        self.group_editor.commit()

    def actions_for_menu(self) -> Sequence[QAction]:
        of_group = (self.remove_group, self.sheet)
        return (self.add_criterion, self.add_section, *self._of_node, *of_group)

    def _open_menu(self, place: QPoint) -> None:
        menu = QMenu(self)
        menu.addActions([self.add_criterion, self.add_section, *self._of_node[:-1]])
        code, source = self.tree.current_code(), self.groups.current()
        others = [one for one in self.rules.groups if one.code != source] if self.rules else []
        if others and code:
            to = menu.addMenu(icons.icon("copy"), self.tr("Chép sang nhóm đối tượng"))
            for other in others:
                made = to.addAction(other.name)
                made.triggered.connect(
                    lambda _checked=False, target=other.code: self._copy_to(source, code, target)
                )
        menu.addSeparator()
        menu.addAction(self.remove)
        menu.exec(self.tree.viewport().mapToGlobal(place))

    # -- writing ------------------------------------------------------------------------------

    def _change_group(self, label: str, change: Callable[[SubjectGroup], SubjectGroup]) -> None:
        code = self.groups.current()
        if code:
            self.commit(label, lambda rules: edits.change_group(rules, code, change))

    def _change_node(self, code: str, values: dict[str, Any]) -> None:
        if "title" in values and not values["title"]:
            self._show_node()
            return
        self._change_group(
            self.tr("Sửa tiêu chí"), lambda group: edits.change_node(group, code, **values)
        )

    def _typed(self, code: str, column: int, text: str) -> None:
        node = self.model.node_at(self.model.index_of(code))
        if node is None:
            return
        if column == TITLE:
            self._change_node(code, {"title": " ".join(text.split())})
            return
        try:
            self._change_node(code, typed_points(node, text))
        except UnreadableNumber:
            words_ = self.tr("“{text}” không phải là số điểm. Giá trị cũ được giữ nguyên.")
            self.strip.say(words_.format(text=text))

    def _here(self) -> tuple[str, str]:
        """Return (section, item to stand behind) where a new node goes."""
        node = self.model.node_at(self.tree.currentIndex())
        if isinstance(node, Section):
            return node.code, ""
        return (node.section, node.code) if node is not None else ("", "")

    def _add_criterion(self) -> None:
        section, after = self._here()
        scored = has_points(self.group)
        made = Criterion(
            code="", title=self.tr("Tiêu chí mới"), section=section,
            kind="points" if scored else "check",
        )  # fmt: skip
        self._await_new()
        self._change_group(
            self.tr("Thêm tiêu chí"), lambda group: edits.add_criterion(group, made, after=after)
        )

    def _add_section(self) -> None:
        made = Section(code="", title=self.tr("Nhóm tiêu chí mới"))
        self._await_new()
        self._change_group(
            self.tr("Thêm nhóm tiêu chí"), lambda group: edits.add_section(group, made)
        )

    def _copy(self) -> None:
        code = self.tree.current_code()
        if code:
            self._await_new()
            self._change_group(
                self.tr("Nhân bản tiêu chí"), lambda group: edits.copy_within(group, code)
            )

    def _await_new(self) -> None:
        group = self.group
        self._before = frozenset(edits.codes_of(group)) if group is not None else None

    def _choose_new(self) -> None:
        """Choose what was just added and open its title for typing."""
        group, before = self.group, self._before
        if group is None or before is None:
            return
        codes = (place.node.code for place in Shape(group).places())
        fresh = next((code for code in codes if code not in before), "")
        if fresh:
            self._before = None
            self.tree.choose(fresh)
            self.show_page(NODE)
            self.tree.setFocus()
            self.tree.edit(self.tree.currentIndex())

    def _reorder(self, step: int) -> None:
        code = self.tree.current_code()
        if code:
            self._change_group(
                self.tr("Đổi thứ tự tiêu chí"), lambda group: edits.reorder(group, code, step)
            )

    def _nest(self, step: int) -> None:
        code = self.tree.current_code()
        if code:
            self._change_group(
                self.tr("Chuyển tiêu chí"), lambda group: edits.nest(group, code, step)
            )

    def _moved(self, code: str, section: str, before: str) -> None:
        self._change_group(
            self.tr("Chuyển tiêu chí"),
            lambda group: edits.move(group, code, section, before=before),
        )

    def _copy_to(self, source: str, code: str, target: str) -> None:
        goal = self.rules.group(target) if self.rules else None
        name = goal.name if goal else ""
        self.commit(
            self.tr("Chép tiêu chí sang nhóm khác"),
            lambda now: edits.copy_to(now, source, code, target),
            done=lambda _changes: self.context.toast(
                self.tr("Đã chép sang nhóm {name}.").format(name=name), undo=True
            ),
        )

    def _remove(self) -> None:
        group, code = self.group, self.tree.current_code()
        if group is None or not code:
            return
        losing = edits.dangling(group, code)
        text = self.tr("Đã xóa khỏi cây tiêu chí.")
        if losing:
            text = f"{text} {translate('CriteriaTab', 'Bỏ theo:')} {'; '.join(losing)}."
        self.commit(
            self.tr("Xóa tiêu chí"),
            lambda rules: edits.change_group(
                rules, group.code, lambda now: edits.remove(now, code)
            ),
            done=lambda _changes: self.context.toast(text, undo=True),
        )

    def _add_group(self) -> None:
        rules = self.rules
        if rules is None:
            return
        made = new_group(rules, self.tr("Nhóm đối tượng mới"))
        self._wanted_group = made.code
        self.commit(
            self.tr("Thêm nhóm đối tượng"),
            lambda now: edits.with_group(now, made),
            done=lambda _changes: self.go_to("name", made.code),
        )

    def _move_group(self, step: int) -> None:
        place = self.groups.view.currentRow()
        self.commit(
            self.tr("Đổi thứ tự nhóm đối tượng"),
            lambda rules: plan_edits.with_moved(rules, "groups", place, step),
        )

    def _remove_group(self) -> None:
        group, movement = self.group, self.movement
        if group is None or movement is None:
            return
        words_ = self.tr("Đã xóa nhóm {name}.").format(name=group.name)
        self.run(
            lambda s: criteria.remove_group(s, movement.id, group.code),
            self.tr("Xóa nhóm đối tượng"),
            done=lambda _changes: self.context.toast(words_, undo=True),
        )
