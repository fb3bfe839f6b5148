"""The record below the register: what was given, what became of it, and what can be noted."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from thiduaqt.domain.changes import Changes
from thiduaqt.domain.dates import PartialDate
from thiduaqt.domain.issues import Issue
from thiduaqt.domain.wording import money
from thiduaqt.services import register
from thiduaqt.services.editing import BadValue
from thiduaqt.services.register import RegisterRow
from thiduaqt.ui import dialogs, theme, tokens
from thiduaqt.ui.forms.fields import FieldSpec, Value
from thiduaqt.ui.forms.form import Form
from thiduaqt.ui.screens.decisions.actions import DecisionActions
from thiduaqt.ui.screens.decisions.desk import DecisionDesk
from thiduaqt.ui.screens.decisions.tiles import Elided
from thiduaqt.ui.widgets.buttons import action_button
from thiduaqt.ui.widgets.cards import Card
from thiduaqt.ui.widgets.labels import strong


class RecordCard(Card):
    """Shows the lines chosen in the register; the hand-over is stored when a field is left."""

    def __init__(self, desk: DecisionDesk) -> None:
        super().__init__()
        self.setObjectName("register.card")
        self.desk = desk
        self.rows: tuple[RegisterRow, ...] = ()
        self.name = strong("")
        self.facts = Elided("", "second")
        self.history = Elided("", "second")
        self.history.setFont(theme.text_font(tokens.META_PT))
        self.form = Form(
            [
                FieldSpec(
                    key="handed_over",
                    label=self.tr("Ngày trao"),
                    kind="date",
                    width=104,
                    help=self.tr("Chọn nhiều dòng để ghi ngày trao cho tất cả."),
                ),
                FieldSpec(
                    key="handed_to",
                    label=self.tr("Người nhận"),
                    beside=True,
                    help=self.tr("Người được khen, hoặc người nhận thay."),
                ),
            ],
            name="register.form",
        )
        self.form.committed.connect(self._hand_over)

    def lay_out(self, actions: DecisionActions) -> None:
        """Build the card around the commands of the screen."""
        upper = QHBoxLayout()
        upper.setSpacing(tokens.GAP)
        upper.addWidget(self.name)
        upper.addWidget(self.facts, 1)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addLayout(upper)
        words.addWidget(self.history)
        lower = QHBoxLayout()
        lower.setSpacing(tokens.GAP)
        lower.addWidget(self.form, 1)
        for action, name in (
            (actions.correct, "register.correct"),
            (actions.revoke, "register.revoke"),
            (actions.reprint, "register.reprint"),
        ):
            lower.addWidget(action_button(action, name=name))
        self.body.setSpacing(6)
        self.body.addLayout(words)
        self.body.addLayout(lower)

    # -- showing ------------------------------------------------------------------------------

    def show_rows(self, rows: Sequence[RegisterRow]) -> None:
        """Show the lines chosen: one whole, or how many there are."""
        fresh = [row.id for row in rows] != [row.id for row in self.rows]
        self.rows = tuple(rows)
        if len(self.rows) == 1:
            self._show_one(self.rows[0])
        elif self.rows:
            count = len(self.rows)
            self.name.setText(self.tr("Đã chọn {count} lượt khen").format(count=count))
            self.facts.say(self.tr("Ghi ngày trao, người nhận cho tất cả các dòng đã chọn."))
            self.history.say("")
        else:
            self.name.setText(self.tr("Chưa chọn dòng nào"))
            self.facts.say(self.tr("Chọn một lượt khen để xem và ghi việc trao, đính chính."))
            self.history.say("")
        self._show_hand_over(fresh=fresh)

    def _show_one(self, row: RegisterRow) -> None:
        self.name.setText(f"{row.ordinal} · {row.name}".replace("&", "&&"))
        day = PartialDate.from_value(row.decision_date).display()
        words = self.tr("{award} · Quyết định {number} ngày {day} · {money} đồng")
        self.facts.say(
            words.format(
                award=row.award_name, number=row.decision_number, day=day, money=money(row.money)
            )
        )
        notes = " · ".join(row.correction.splitlines())
        self.history.say(notes or row.detail)

    def _show_hand_over(self, *, fresh: bool) -> None:
        days = {row.handed_over for row in self.rows}
        names = {row.handed_to for row in self.rows}
        day = days.pop() if len(days) == 1 else ""
        unread = set() if fresh else {issue.field for issue in self.form.faults()}
        values: dict[str, Value] = {
            "handed_over": PartialDate.from_value(day) if day else None,
            "handed_to": names.pop() if len(names) == 1 else "",
        }
        self.form.set_values({key: one for key, one in values.items() if key not in unread})
        if not unread:
            self.form.show_issues([], focus=False)
        revoked = any(row.state == "revoked" for row in self.rows)
        for key in values:
            field = self.form.field(key)
            assert hasattr(field, "setReadOnly")
            field.setReadOnly(not self.rows or revoked)

    # -- storing ------------------------------------------------------------------------------

    def _hand_over(self, key: str, value: Value) -> None:
        ids = [row.id for row in self.rows]
        if not ids:
            return
        label = self.tr("Ghi việc trao thưởng")
        failed = partial(self._refused, key)
        if key == "handed_over":
            day = value.value if isinstance(value, PartialDate) else ""
            self.desk.run(
                lambda session: register.hand_over_many(session, ids, day=day),
                label,
                failed=failed,
            )
        else:
            self.desk.run(
                lambda session: register.hand_over_many(session, ids, receiver=str(value)),
                label,
                failed=failed,
            )

    def _refused(self, key: str, fault: Exception) -> bool:
        if not isinstance(fault, BadValue):
            return False
        issue = Issue(code=fault.code, severity="error", message=fault.text, field=key)
        self.form.show_issues([issue])
        return True

    def correct(self) -> None:
        """Note a correction of the line chosen."""
        row = self._one()
        if row is None:
            return
        words = dialogs.ask_reason(
            self.desk.owner,
            self.tr("&Ghi đính chính"),
            self.tr("Đính chính {ordinal} · {name}").format(ordinal=row.ordinal, name=row.name),
            self.tr(
                "Ghi rõ sai ở đâu, sửa thành gì, theo văn bản nào. "
                "Dòng trong sổ giữ nguyên, phần đính chính ghi bên cạnh."
            ),
        )
        if words:
            self._note(
                partial(register.correct, award_id=row.id, correction=words),
                self.tr("Đính chính khen thưởng"),
                self.tr("Đã ghi đính chính."),
            )

    def revoke(self) -> None:
        """Revoke the award of the line chosen, with a reason."""
        row = self._one()
        if row is None:
            return
        words = dialogs.ask_reason(
            self.desk.owner,
            self.tr("&Thu hồi"),
            self.tr("Thu hồi khen thưởng {ordinal} · {name}").format(
                ordinal=row.ordinal, name=row.name
            ),
            self.tr(
                "Ghi số, ngày quyết định thu hồi và lý do (NĐ 152/2025, Điều 58). "
                "Dòng vẫn ở trong sổ, số vào sổ không dùng lại."
            ),
        )
        if words:
            self._note(
                partial(register.revoke, award_id=row.id, reason=words),
                self.tr("Thu hồi khen thưởng"),
                self.tr("Đã ghi thu hồi."),
            )

    def _one(self) -> RegisterRow | None:
        return self.rows[0] if len(self.rows) == 1 else None

    def _note(self, op: partial[Changes], label: str, said: str) -> None:
        self.desk.run(op, label, done=lambda _changes: self.desk.context.toast(said, undo=True))

    def panes(self) -> Sequence[QWidget]:
        """Return what F6 goes through."""
        return (self.form,)
