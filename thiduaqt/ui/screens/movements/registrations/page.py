"""The page of registrations: list, quick filters, many units at once, commitments of one line."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMenu, QSplitter, QWidget

from thiduaqt.domain import commitment_words, moment_words
from thiduaqt.domain.plan import Target
from thiduaqt.domain.records import Movement, UnitKind
from thiduaqt.services import registers, registration_lists, registrations
from thiduaqt.services import registration_entries as entries
from thiduaqt.services.registration_entries import Entered, LineEdit
from thiduaqt.services.registration_lists import (
    SIGNED,
    WHOLE,
    Directory,
    RegistrationLine,
    RegistrationList,
)
from thiduaqt.ui import theme, tokens
from thiduaqt.ui.screen import ScreenContext
from thiduaqt.ui.screens.movements.list_editor import Change
from thiduaqt.ui.screens.movements.registrations import columns, files
from thiduaqt.ui.screens.movements.registrations.many_panel import ManyPanel
from thiduaqt.ui.screens.movements.registrations.promises_card import PromisesCard
from thiduaqt.ui.screens.movements.tab import Tab
from thiduaqt.ui.tables.columns import CellEdit
from thiduaqt.ui.tables.grid import Grid
from thiduaqt.ui.widgets.buttons import action_button, button, menu_button
from thiduaqt.ui.widgets.cards import FootStrip
from thiduaqt.ui.widgets.editors import fill_box, pick_box
from thiduaqt.ui.widgets.labels import CutLabel, strong, text_label

_ROOMY = 460  # height of the page that holds list, filters and a panel


class RegistrationsPage(Tab):
    """``closed()`` asks to go back to where the rule of the plan is."""

    families = frozenset({"registration", "unit", "team", "person", "household", "nomination"})
    closed = Signal()

    def __init__(self, context: ScreenContext) -> None:
        super().__init__(context, "registrations")
        self.year_shown = -1
        self.shown: RegistrationList | None = None
        self._labels: tuple[str, ...] | None = None
        self.grid: Grid[RegistrationLine] = Grid(
            columns.registration_columns(self._all_labels),
            name="movements.registrations.grid",
            memory=context.memory,
        )
        self.many = ManyPanel()
        self._build_actions()
        self.card = PromisesCard(
            context.memory, self._targets, self._year_of_targets, self.take_targets
        )
        self.promises = self.card.list
        self._build()
        self._connect()

    # -- building -----------------------------------------------------------------------------

    def _build_actions(self) -> None:
        tr = self.tr
        self.add_many = self._action(tr("Thêm nhiều đơn vị…"), self._open_many, "users-group")
        self.promise = self._action(tr("Cam kết"), self.toggle_promises, "list-check")
        self.take_targets = self._action(
            tr("Lấy chỉ tiêu của kế hoạch làm cam kết"), self._take_targets, "target"
        )
        self.sign = self._action(tr("Ghi hai bên đã ký"), self._sign, "check")
        self.remove = self._action(
            tr("Xóa đăng ký"), lambda: self._remove(self.grid.selected_rows()), "trash"
        )
        self.export = self._action(
            tr("Xuất danh sách đăng ký ra Excel…"),
            lambda: files.export(self, self.grid),
            "file-spreadsheet",
        )
        self.print_list = self._action(
            tr("In danh sách đăng ký…"), lambda: files.print_list(self, self.grid), "printer"
        )
        self.print_forms = self._action(
            tr("In bản đăng ký…"), lambda: files.print_forms(self, self.grid), "printer"
        )

    def _build(self) -> None:
        self.body.addLayout(self._head())
        self.body.addWidget(self.rule_words)
        self.body.addWidget(self.many)
        self.grid.view.setAccessibleName(self.tr("Danh sách đăng ký thi đua"))
        self.grid.set_new_row(self.tr("Gõ hoặc dán tên đơn vị, cá nhân đăng ký"))
        self.grid.set_quick_filters(columns.quick_filters())
        self.grid.set_empty(
            self.tr("Chưa có đăng ký thi đua nào"),
            self.tr("Gõ tên, dán danh sách từ Excel, hoặc thêm nhiều đơn vị cùng lúc."),
            [
                button(
                    self.tr("Gõ tên"), self.grid.begin_new_row, name="movements.registrations.type"
                )
            ],
        )
        self.grid.add_to_bar(self.grid.make_find_field())
        split = QSplitter(Qt.Orientation.Vertical)
        split.setHandleWidth(tokens.GAP)
        split.setChildrenCollapsible(False)
        split.addWidget(self.grid)
        split.addWidget(self.card)
        split.setStretchFactor(0, 1)
        self.body.addWidget(split, 1)
        foot = FootStrip()
        foot.row.addWidget(self.grid.take_foot(), 1)
        out = QMenu(self)
        out.addActions([self.print_forms, self.print_list, self.export])
        foot.row.addWidget(action_button(self.promise, name="movements.registrations.promise"))
        foot.row.addWidget(action_button(self.sign, name="movements.registrations.sign"))
        foot.row.addWidget(
            menu_button(
                self.tr("In, xuất"), out, icon="printer", name="movements.registrations.out"
            )
        )
        self.body.addWidget(foot)
        self.grid.add_row_actions(
            [self.promise, self.sign, self.take_targets, self.print_forms, self.remove]
        )

    def _head(self) -> QHBoxLayout:
        self.back = button(
            "",
            self.closed.emit,
            kind="flat",
            icon="chevron-left",
            tooltip=self.tr("Về Thông tin chung"),
            name="movements.registrations.back",
        )
        self.year = pick_box((), "movements.registrations.year")
        self.year.setAccessibleName(self.tr("Năm đăng ký"))
        self.rule_words = CutLabel()
        self.rule_words.setObjectName("movements.registrations.rule")
        row = QHBoxLayout()
        row.setSpacing(tokens.GAP)
        row.addWidget(self.back)
        row.addWidget(strong(self.tr("Đăng ký thi đua, giao ước")))
        row.addWidget(text_label(self.tr("Năm"), "second", wrap=False))
        row.addWidget(self.year)
        row.addStretch()
        row.addWidget(action_button(self.add_many, name="movements.registrations.add_many"))
        return row

    def _connect(self) -> None:
        self.year.activated.connect(lambda _row: self._on_year())
        self.grid.edited.connect(lambda edits: self._store(edits, []))
        self.grid.rows_added.connect(lambda rows: self._store([], rows))
        self.grid.pasted.connect(self._store)
        self.grid.rows_deleted.connect(self._remove)
        self.grid.told.connect(self.context.toast)
        self.grid.selection_changed.connect(self._look)
        self.grid.current_changed.connect(lambda _row: self._look())
        self.grid.activated.connect(lambda _row: self.toggle_promises(on=True))
        self.many.wanted.connect(self._add_units)
        for panel in (self.card, self.many):
            panel.installEventFilter(self)
        self.promises.wanted.connect(self._change_promises)
        self.promises.refused.connect(lambda fault: self.strip.say(fault.text))

    # -- showing ------------------------------------------------------------------------------

    def show_movement(self, movement: Movement) -> None:
        session = self.context.session
        if self.year_shown < 0:
            self.year_shown = registration_lists.usual_year(session, movement.id)
        known = registration_lists.years(session, movement.id)
        choices = [(str(one), str(one)) for one in known]
        fill_box(self.year, [*choices, ("0", WHOLE.capitalize())], str(self.year_shown))
        self._labels = None
        shown = registration_lists.listing(session, movement.id, year=self.year_shown)
        self.shown = shown
        self.grid.set_rows(shown.lines)
        self.rule_words.setText(self._rule_text(shown))
        if not self.many.isHidden():
            self._fill_many()
        self._look()

    def forget(self) -> None:
        """Begin anew with the usual year: another movement is shown."""
        self.year_shown = -1
        self.many.hide()

    def _rule_text(self, shown: RegistrationList) -> str:
        rule = shown.rule
        if rule is None:
            return self.tr("Kế hoạch không quy định đăng ký thi đua; vẫn ghi được danh sách.")
        parts = [self.tr("Ai đăng ký: {kinds}.")]
        when = moment_words.show(rule.deadline) or (shown.due.words if shown.due else "")
        if when:
            parts.append(self.tr("Hạn: {when}."))
        if rule.required:
            parts.append(self.tr("Phải đăng ký đúng hạn mới được khen."))
        if rule.both_sign:
            parts.append(self.tr("Ký giao ước hai bên."))
        kinds = registration_lists.kinds_words(rule)
        return " ".join(parts).format(kinds=kinds, when=when)

    def _on_year(self) -> None:
        self.year_shown = int(self.year.currentData() or 0)
        if self.movement is not None:
            self.show_movement(self.movement)

    def _look(self) -> None:
        chosen = self.grid.selected_rows()
        self.sign.setEnabled(bool(chosen))
        self.print_forms.setEnabled(bool(self.grid.rows()))
        self.remove.setEnabled(any(line.record for line in chosen))
        self.take_targets.setEnabled(bool(chosen) and bool(self._targets()))
        line = self.grid.current_row()
        self.card.show_line(line)

    def toggle_promises(self, *, on: bool | None = None) -> None:
        """Show or hide the commitments of the chosen line (F4)."""
        self.card.setVisible(self.card.isHidden() if on is None else on)
        if not self.card.isHidden():
            self.promises.grid.setFocus()

    def _share_room(self) -> None:
        """On a low screen leave the rows what an open panel takes: rule and filters go."""
        open_ = not (self.card.isHidden() and self.many.isHidden())
        roomy = self.height() >= theme.em(_ROOMY) or not open_
        self.rule_words.setVisible(roomy)
        self.grid.bar.setVisible(roomy)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.ShowToParent, QEvent.Type.HideToParent):
            self._share_room()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_room()

    def _all_labels(self) -> Sequence[str]:
        if self._labels is None:
            self._labels = tuple(Directory(self.context.session).labels)
        return self._labels

    def _targets(self) -> Sequence[Target]:
        rules = self.movement.definition if self.movement is not None else None
        return rules.targets if rules is not None else ()

    def _year_of_targets(self) -> int:
        return self.year_shown if self.year_shown > 0 else self.context.session.today().year

    # -- writing ------------------------------------------------------------------------------

    def _enter(
        self,
        op: Callable[[Any, str, int], Entered],
        label: str,
        done: Callable[[Entered], None] | None = None,
    ) -> None:
        if self.movement is not None:
            movement_id, year = self.movement.id, max(self.year_shown, 0)
            self.run(
                lambda s: op(s, movement_id, year),
                label,
                done=done or self._tell,
                back=self.grid.discard_pending,
            )

    def _store(self, edits: Sequence[CellEdit], rows: Sequence[Mapping[str, str]]) -> None:
        typed = [
            LineEdit(line_id=edit.row.id, field=edit.column_key, text=edit.new) for edit in edits
        ]
        self._enter(
            lambda s, movement_id, year: entries.enter(s, movement_id, typed, rows, year=year),
            self.tr("Thêm đăng ký thi đua") if rows else self.tr("Sửa đăng ký thi đua"),
        )

    def _tell(self, made: Entered) -> None:
        if made.known:
            words = self.tr("%n đối tượng đã có trong danh sách, giữ một dòng.", "", made.known)
            self.context.toast(words)
        elif made.added:
            self.context.toast(self.tr("Đã ghi %n đăng ký mới.", "", made.added), undo=True)

    def _sign(self) -> None:
        typed = [
            LineEdit(line_id=line.id, field=field, text=SIGNED)
            for line in self.grid.selected_rows()
            for field in ("registrant", "office")
        ]
        count = len(typed) // 2
        said = self.tr("Đã ghi chữ ký hai bên cho %n bản đăng ký.", "", count)
        if typed:
            self._enter(
                lambda s, movement_id, year: entries.enter(s, movement_id, typed, year=year),
                self.tr("Ghi đã ký đăng ký thi đua"),
                lambda _made: self.context.toast(said, undo=True),
            )

    def _remove(self, lines: Sequence[RegistrationLine]) -> None:
        ids = [line.id for line in lines if line.record is not None]
        if not ids:
            if lines:
                self.strip.say(self.tr("Dòng này chưa có đăng ký nên không có gì để xóa."))
            return
        said = self.tr("Đã xóa %n đăng ký.", "", len(ids))
        self.run(
            lambda s: registrations.remove(s, ids),
            self.tr("Xóa đăng ký thi đua"),
            done=lambda _changes: self.context.toast(said, undo=True),
        )

    def _change_promises(self, label: str, change: Change) -> None:
        line = self.grid.current_row()
        if line is not None:
            self._change_lines([line.id], label, change)

    def _change_lines(self, ids: Sequence[str], label: str, change: Change) -> None:
        self._enter(
            lambda s, movement_id, year: entries.change_lines(
                s, movement_id, ids, label, change, year=year
            ),
            label,
        )

    def _take_targets(self) -> None:
        wanted = commitment_words.of_targets(self._targets(), self._year_of_targets())
        ids = [line.id for line in self.grid.selected_rows()]
        if ids and wanted:
            self._change_lines(
                ids,
                self.tr("Lấy chỉ tiêu làm cam kết"),
                partial(commitment_words.with_targets, promised=wanted),
            )

    # -- many units ---------------------------------------------------------------------------

    def _open_many(self) -> None:
        if self.many.isHidden():
            self._fill_many()
            self.many.open_with_focus()
        else:
            self.many.hide()

    def _fill_many(self) -> None:
        if self.movement is not None:
            session = self.context.session
            counts = registration_lists.unit_counts(
                session, self.movement.id, year=max(self.year_shown, 0)
            )
            words = registers.kind_words(session)
            self.many.show_counts(counts, words, targets=bool(self._targets()))

    def _add_units(self, kinds: Sequence[UnitKind], day: str, with_targets: bool) -> None:
        promised = (
            commitment_words.of_targets(self._targets(), self._year_of_targets())
            if with_targets
            else ()
        )
        self._enter(
            lambda s, movement_id, year: entries.add_units(
                s, movement_id, kinds, year=year, registered_on=day, commitments=promised
            ),
            self.tr("Thêm đăng ký của nhiều đơn vị"),
            self._told_many,
        )

    def _told_many(self, made: Entered) -> None:
        self.many.hide()
        self.grid.setFocus()
        self.context.toast(self.tr("Đã ghi đăng ký của %n đơn vị.", "", made.added), undo=True)

    # -- places -------------------------------------------------------------------------------

    def panes(self) -> Sequence[QWidget]:
        shown = (self.promises.grid,) if not self.card.isHidden() else ()
        return (self.grid, *shown)

    def find_field(self) -> QLineEdit | None:
        return self.grid.make_find_field()

    def detail_panel(self) -> QWidget | None:
        return self.card

    def actions_for_menu(self) -> Sequence[QAction]:
        return (
            self.add_many, self.promise, self.take_targets, self.sign, self.remove, self.export,
            self.print_list, self.print_forms,
        )  # fmt: skip
