"""The facts of a decision: number, date, signer, abstract, and why the number was exceeded."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial

from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from thiduaqt.domain.dates import PartialDate
from thiduaqt.domain.issues import Issue
from thiduaqt.domain.records import Decision, Signer
from thiduaqt.services import decisions
from thiduaqt.services.decision_sheet import Sheet
from thiduaqt.services.editing import BadValue
from thiduaqt.ui.forms.fields import FieldSpec, Value
from thiduaqt.ui.forms.form import Form
from thiduaqt.ui.i18n import translate
from thiduaqt.ui.screens.decisions.desk import DecisionDesk

FIELDS = ("number", "date", "signer", "abstract", "over_quota_reason")
_LABELS = 62
# Said under an empty field only once the officer has asked to issue.
_EMPTY_YET = {"NO_NUMBER": "number", "NO_DATE": "date", "NO_SIGNER": "signer"}


def signer_words(signer: Signer) -> str:
    """Return a signer as the screen shows one: "KT. CHỦ TỊCH – PHÓ CHỦ TỊCH · Hà Thị Mai Lan"."""
    name = signer.name or translate("DraftForm", "(chưa ghi họ tên)")
    return f"{' – '.join(signer.form)} · {name}"


def number_words(decision: Decision) -> str:
    """Return a number without the symbol that stands behind the field."""
    return decision.number.removesuffix(f"/{decisions.SYMBOL}")


class DraftForm(QWidget):
    """Each field is stored when it is left; an issued decision is only shown."""

    def __init__(self, desk: DecisionDesk) -> None:
        super().__init__()
        self.setObjectName("decisions.facts")
        self.desk = desk
        self._shown_id = ""
        self._asked = False
        self.form = Form(
            [
                FieldSpec(
                    key="number",
                    label=self.tr("Số"),
                    width=76,
                    unit=f"/{decisions.SYMBOL}",
                    help=self.tr("Số do văn thư cấp; gõ một lần, mọi văn bản lấy theo."),
                ),
                FieldSpec(
                    key="date",
                    label=self.tr("Ngày"),
                    kind="date",
                    width=104,
                    beside=True,
                    help=self.tr(
                        "Ngày ký; mức tiền thưởng tính theo ngày này. Alt+mũi tên xuống mở lịch."
                    ),
                ),
                FieldSpec(
                    key="signer",
                    label=self.tr("Ký"),
                    kind="choice",
                    beside=True,
                    help=self.tr("Thể thức ký và họ tên; thêm người ký ở phần Cài đặt."),
                ),
                FieldSpec(
                    key="abstract",
                    label=self.tr("Trích yếu"),
                    help=self.tr("Trích yếu của quyết định và tờ trình."),
                ),
                FieldSpec(
                    key="over_quota_reason",
                    label=self.tr("Lý do vượt"),
                    help=self.tr("Lý do khen vượt số lượng của kế hoạch; in trong tờ trình."),
                ),
            ],
            name="decisions.form",
            label_width=_LABELS,
        )
        self.form.committed.connect(self._store)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.addWidget(self.form)

    # -- showing ------------------------------------------------------------------------------

    def show_sheet(self, sheet: Sheet) -> None:
        """Show the facts of a decision; what cannot be read stays where it was typed."""
        decision = sheet.decision
        fresh = decision.id != self._shown_id
        if fresh:
            self._asked = False
            self._shown_id = decision.id
        unread = [] if fresh else self.form.faults()
        self.form.set_choices("signer", [(one.code, signer_words(one)) for one in sheet.signers])
        values: dict[str, Value] = {
            "number": number_words(decision),
            "date": PartialDate.from_value(decision.date) if decision.date else None,
            "signer": decision.signer.code if decision.signer else None,
            "abstract": decision.abstract,
            "over_quota_reason": decision.over_quota_reason,
        }
        kept = {issue.field for issue in unread}
        self.form.set_values({key: value for key, value in values.items() if key not in kept})
        self._show_beginnings()
        self._allow(edit=sheet.draft)
        reason = bool(sheet.over) or bool(decision.over_quota_reason)
        self.form.set_visible("over_quota_reason", on=reason)
        said = [issue for issue in sheet.issues if self._worth_saying(issue, decision)]
        self.form.show_issues([*said, *unread], focus=False)

    def _worth_saying(self, issue: Issue, decision: Decision) -> bool:
        if issue.field not in FIELDS:
            return False
        empty = _EMPTY_YET.get(issue.code)
        return empty is None or self._asked or bool(getattr(decision, empty))

    def _show_beginnings(self) -> None:
        """Let long texts show how they begin, except where somebody is typing."""
        for key in ("abstract", "over_quota_reason"):
            field = self.form.field(key)
            if isinstance(field, QLineEdit) and not field.hasFocus():
                field.setCursorPosition(0)

    def _allow(self, *, edit: bool) -> None:
        for key in FIELDS:
            field = self.form.field(key)
            if isinstance(field, QLineEdit):
                field.setReadOnly(not edit)
            else:
                field.setEnabled(edit)

    def ask_for_all(self) -> None:
        """From now on say under empty fields too that they are needed."""
        self._asked = True
        if self.desk.sheet is not None:
            self.show_sheet(self.desk.sheet)

    def faults(self) -> list[Issue]:
        """Return what was typed but cannot be read."""
        return self.form.faults()

    def go_to(self, key: str) -> bool:
        """Give the focus to a field; False where there is no such field."""
        if key not in FIELDS:
            return False
        field = self.form.field(key)
        field.setFocus()
        if isinstance(field, QLineEdit):
            field.selectAll()
        return True

    # -- storing ------------------------------------------------------------------------------

    def _store(self, key: str, value: Value) -> None:
        sheet = self.desk.sheet
        if sheet is None:
            return
        change = self._change(key, value, sheet.signers)
        if change is None:  # nobody chosen: the signer of before stays
            self.show_sheet(sheet)
            return
        self.desk.run(change, self.tr("Sửa dự thảo quyết định"), failed=partial(self._refused, key))

    def _change(
        self, key: str, value: Value, signers: Iterable[Signer]
    ) -> Callable[..., object] | None:
        decision_id = self.desk.decision_id
        edit = decisions.edit
        if key == "number":
            return lambda session: edit(session, decision_id, number=str(value))
        if key == "date":
            day = value.value if isinstance(value, PartialDate) else ""
            return lambda session: edit(session, decision_id, day=day)
        if key == "abstract":
            return lambda session: edit(session, decision_id, abstract=str(value))
        if key == "over_quota_reason":
            return lambda session: edit(session, decision_id, over_quota_reason=str(value))
        signer = next((one for one in signers if one.code == value), None)
        if signer is None:
            return None
        return lambda session: edit(session, decision_id, signer=signer)

    def _refused(self, key: str, fault: Exception) -> bool:
        """Show the stored value again and say under the field what could not be kept."""
        if not isinstance(fault, BadValue) or self.desk.sheet is None:
            return False
        self.show_sheet(self.desk.sheet)
        issue = Issue(code=fault.code, severity="error", message=fault.text, field=key)
        self.form.show_issues([issue])
        return True
