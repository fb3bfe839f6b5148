"""Step 1: when and where, who sits on the council, who is there."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from thiduaqt.domain.dates import PartialDate
from thiduaqt.domain.text import fold
from thiduaqt.services import council
from thiduaqt.services.council import Presence, Results, SeatRow
from thiduaqt.services.editing import Edit
from thiduaqt.ui import theme, tokens
from thiduaqt.ui.forms.fields import FieldSpec, Value
from thiduaqt.ui.forms.form import Form
from thiduaqt.ui.screens.council.columns import member_columns, presence_words
from thiduaqt.ui.screens.council.desk import CouncilDesk
from thiduaqt.ui.tables.columns import CellEdit
from thiduaqt.ui.tables.grid import Grid
from thiduaqt.ui.widgets.buttons import button
from thiduaqt.ui.widgets.cards import Card
from thiduaqt.ui.widgets.labels import Badge
from thiduaqt.ui.widgets.strips import MessageStrip

_FORM_WIDTH = 340


class MembersPage(QWidget):
    """The session's facts at the left, the members with their attendance at the right."""

    step_wanted = Signal(int)

    def __init__(self, desk: CouncilDesk) -> None:
        super().__init__()
        self.setObjectName("council.members")
        self.desk = desk
        self.strip = MessageStrip("error")
        self.form = Form(self._specs())
        self.grid: Grid[SeatRow] = Grid(
            member_columns(), name="council.members.grid", memory=desk.context.memory
        )
        self.badge = Badge("")
        self.all_here = button(
            self.tr("Có mặt đủ"), self._all_present, icon="check", name="council.all_present"
        )
        self._build()
        self.form.committed.connect(self._store_fact)
        self.grid.edited.connect(self._store)
        self.grid.rows_added.connect(lambda rows: self._change([], rows))
        self.grid.pasted.connect(self._change)
        self.grid.rows_deleted.connect(self._remove)
        self.grid.told.connect(lambda words: self.strip.say(words, kind="info"))

    def _specs(self) -> list[FieldSpec]:
        return [
            FieldSpec(key="held_on", label=self.tr("Ngày họp"), kind="date", width=120),
            FieldSpec(key="starts", label=self.tr("Bắt đầu"), width=70),
            FieldSpec(
                key="ends",
                label=self.tr("Kết thúc"),
                width=70,
                beside=True,
                help=self.tr("Ghi khi họp xong; để trống thì biên bản chừa chỗ ghi tay."),
            ),
            FieldSpec(key="place", label=self.tr("Địa điểm"), kind="long", lines=2),
            FieldSpec(
                key="form",
                label=self.tr("Hình thức"),
                kind="choice",
                choices=[
                    ("secret", self.tr("Bỏ phiếu kín")),
                    ("hands", self.tr("Biểu quyết")),
                ],
            ),
            FieldSpec(
                key="tellers",
                label=self.tr("Tổ kiểm phiếu"),
                kind="long",
                lines=3,
                help=self.tr("Mỗi người một dòng: tổ trưởng, thư ký, rồi tổ viên."),
                placeholder=self.tr("Mỗi người một dòng, tổ trưởng trước"),
            ),
        ]

    def _build(self) -> None:
        card = Card(self.tr("Phiên họp"))
        card.body.addWidget(self.form)
        card.body.addStretch()
        area = QScrollArea()
        area.setWidget(card)
        area.setWidgetResizable(True)
        area.setFixedWidth(theme.em(_FORM_WIDTH))
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        self.grid.set_new_row(self.tr("Gõ họ tên để thêm"))
        self.grid.set_empty(
            self.tr("Chưa có thành viên Hội đồng"),
            self.tr("Gõ từng người, hoặc dán từ Excel: họ tên, vai trò, điểm danh, chức vụ."),
            [
                button(
                    self.tr("Thêm thành viên"),
                    self.grid.begin_new_row,
                    name="council.add_member",
                )
            ],
        )
        self.grid.add_to_foot(self.badge, self.all_here)
        self.grid.hide_bar()
        right = QVBoxLayout()
        right.setSpacing(tokens.GAP)
        right.addWidget(self.strip)
        right.addWidget(self.grid, 1)
        page = QHBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(tokens.GAP)
        page.addWidget(area)
        page.addLayout(right, 1)

    # -- showing ------------------------------------------------------------------------------

    def show_state(self, state: Results) -> None:
        """Show the session as it stands."""
        sitting = state.session
        self.form.set_values(
            {
                "held_on": PartialDate.from_value(sitting.held_on),
                "starts": sitting.starts,
                "ends": sitting.ends,
                "place": sitting.place,
                "form": sitting.form,
                "tellers": "\n".join(sitting.tellers),
            }
        )
        self.form.setEnabled(not state.locked)
        self.grid.set_new_row(None if state.locked else self.tr("Gõ họ tên để thêm"))
        self.grid.set_rows(state.seats)
        self.all_here.setVisible(bool(state.seats) and not state.locked)
        self._show_quorum(state)

    def _show_quorum(self, state: Results) -> None:
        body, need = state.body, state.quorum
        if not any(seat.marked for seat in state.seats):
            self.badge.set_state(self.tr("Chưa điểm danh"), "warn" if state.seats else "open")
        elif need.met is False:
            words = self.tr("Có mặt {present}/{members}, cần {need}")
            self.badge.set_state(
                words.format(present=body.present, members=body.members, need=need.need), "error"
            )
        else:
            words = self.tr("Có mặt {present}/{members}, đủ số để họp")
            self.badge.set_state(words.format(present=body.present, members=body.members), "ok")
        self.strip.say(need.sentence, kind="error")

    # -- storing ------------------------------------------------------------------------------

    def _store_fact(self, key: str, value: Value) -> None:
        sitting = self.desk.sitting_id
        typed = value.value if isinstance(value, PartialDate) else value
        self.desk.run(
            lambda session: council.edit_session(session, sitting, {key: typed}),
            self.tr("Sửa phiên họp"),
        )

    def _all_present(self) -> None:
        sitting = self.desk.sitting_id
        self.desk.run(
            lambda session: council.all_present(session, sitting), self.tr("Điểm danh phiên họp")
        )

    def _store(self, edits: list[CellEdit]) -> None:
        self._change(edits, [])

    def _change(self, edits: list[CellEdit], added: Sequence[Mapping[str, str]]) -> None:
        """Store edits, new members and marks of attendance."""
        sitting = self.desk.sitting_id
        if self.desk.locked:
            self.grid.discard_pending()
            self.strip.say(
                self.tr("Kết quả đã chốt. Mở lại phiên họp rồi sửa thành phần."), kind="warn"
            )
            return
        marks: dict[str, Presence] = {}
        facts: list[Edit] = []
        for edit in edits:
            if edit.column_key == "presence":
                marks[edit.row.id] = read_presence(edit.new)
            else:
                facts.append(Edit(id=edit.row.id, field=edit.column_key, value=edit.new))
        rows = [_with_presence(row) for row in added]
        self.desk.run(
            lambda session: council.change_seats(
                session, sitting, edits=facts, added=rows, marks=marks
            ),
            self.tr("Sửa thành viên Hội đồng"),
            failed=lambda _fault: self.grid.discard_pending(),
        )

    def _remove(self, rows: list[SeatRow]) -> None:
        ids = [row.id for row in rows]
        self.desk.run(
            lambda session: council.remove_members(session, ids),
            self.tr("Xóa thành viên Hội đồng"),
            done=lambda _changes: self.desk.context.toast(
                self.tr("Đã xóa {count} thành viên.").format(count=len(ids)), undo=True
            ),
        )

    def panes(self) -> Sequence[QWidget]:
        """Return what F6 goes through."""
        return (self.form, self.grid.view)


def read_presence(text: str) -> Presence:
    """Return the mark that a word tells; an empty cell or an unknown word means absent."""
    key = fold(text)
    if not key:
        return "absent"
    if key == "x":
        return "present"
    for mark, words in presence_words().items():
        if fold(words).startswith(key):
            return mark  # type: ignore[return-value]  # its keys are the marks
    return "written" if "van ban" in key else "absent"


def _with_presence(row: Mapping[str, str]) -> dict[str, str]:
    """Return a new row with its word for being there turned into the mark."""
    typed = dict(row)
    if typed.get("presence"):
        typed["presence"] = read_presence(typed["presence"])
    return typed
