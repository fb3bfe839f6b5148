"""The two dates an office sets for a round; all other dates are counted back from the second."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout

from thiduaqt.domain.dates import PartialDate
from thiduaqt.domain.issues import Issue
from thiduaqt.domain.records import Round
from thiduaqt.services.editing import BadValue
from thiduaqt.ui.forms.fields import FieldSpec
from thiduaqt.ui.forms.form import Form
from thiduaqt.ui.i18n import translate
from thiduaqt.ui.widgets.labels import meta


class DatesPanel(QFrame):
    """``changed(deadline, award_day)`` follows another date, as it would be typed."""

    changed = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self.setObjectName("home.dates")
        self.form = Form(
            [
                FieldSpec(
                    key="deadline",
                    label=translate("HomeScreen", "Hạn nhận hồ sơ"),
                    kind="date",
                    width=130,
                    help=translate("HomeScreen", "Ngày cuối cùng nhận danh sách của đơn vị."),
                ),
                FieldSpec(
                    key="award_day",
                    label=translate("HomeScreen", "Ngày trao giấy khen"),
                    kind="date",
                    width=130,
                    beside=True,
                    help=translate("HomeScreen", "Các mốc gợi ý được tính lùi từ ngày này."),
                ),
            ],
            name="home.dates.form",
        )
        page = QVBoxLayout(self)
        page.setContentsMargins(12, 8, 12, 8)
        page.addWidget(self.form)
        hint = translate(
            "HomeScreen",
            "Biết đến đâu ghi đến đó: ngày, tháng hoặc quý. Có ngày trao thì phần mềm gợi ý các "
            "mốc còn lại.",
        )
        page.addWidget(meta(hint, wrap=True))
        self.form.committed.connect(self._on_committed)

    def show_round(self, around: Round) -> None:
        """Show the dates of a round."""
        self.form.set_values(
            {
                "deadline": PartialDate.from_value(around.deadline),
                "award_day": PartialDate.from_value(around.award_day),
            }
        )

    def refuse(self, fault: BadValue) -> None:
        """Say under its field why a date was not kept."""
        issue = Issue(code=fault.code, severity="error", field=fault.field, message=str(fault.text))
        self.form.show_issues([issue], focus=False)

    def _on_committed(self, _key: str, _value: object) -> None:
        values = self.form.values()
        self.form.show_issues([])
        shown = [values.get(key) for key in ("deadline", "award_day")]
        texts = [value.display() if isinstance(value, PartialDate) else "" for value in shown]
        self.changed.emit(texts[0], texts[1])
