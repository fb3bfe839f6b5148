"""The fields of one nomination: the few that are always open, and those behind a fold."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from thiduaqt.domain.dates import NO_DATE, PartialDate
from thiduaqt.domain.name_words import HONORIFICS
from thiduaqt.services.dossiers import Dossier
from thiduaqt.ui.forms.fields import FieldSpec, Value
from thiduaqt.ui.forms.form import Form
from thiduaqt.ui.screens.nominations.columns import Choices, birth_words

_LABELS = 66
_OF_PERSONS = ("honorific", "birth", "id_number", "post", "phone")
_YES, _NO = "Có", "Không"


class Information(QWidget):
    """Two forms over one nomination; ``edited(field, text)`` follows leaving a changed field."""

    edited = Signal(str, str)

    def __init__(self, choices: Choices) -> None:
        super().__init__()
        self._choices = choices
        self._name_label = QLabel()
        self.main = Form(self._main_fields(), name="nominations.info", label_width=_LABELS)
        self.note = Form(
            [
                FieldSpec(
                    key="note",
                    label=self.tr("Ghi chú"),
                    placeholder=self.tr("Ghi chú cho Hội đồng"),
                )
            ],
            name="nominations.note",
            label_width=_LABELS,
        )
        self.more = Form(self._more_fields(), name="nominations.more", label_width=_LABELS)
        self.main.field("name").setAccessibleName(self.tr("Họ và tên, hoặc tên tập thể"))
        self.main.field("honorific").setAccessibleName(self.tr("Danh xưng"))
        self._tidy()
        page = QVBoxLayout(self)
        page.setContentsMargins(12, 6, 12, 4)
        page.addWidget(self.main)
        for form in (self.main, self.note, self.more):
            form.committed.connect(self._on_committed)

    def _tidy(self) -> None:
        """Give the name the room of its empty label, and two lines of text no scroll bar."""
        name = self.main.field("name")
        for label in self.main.findChildren(QLabel):
            if label.buddy() is name:
                label.hide()
            elif label.buddy() is self.main.field("honorific"):
                self._name_label = label
        achievement = self.main.field("achievement")
        if isinstance(achievement, QPlainTextEdit):
            achievement.document().setDocumentMargin(2)

    def _main_fields(self) -> list[FieldSpec]:
        honorifics = tuple(dict.fromkeys(HONORIFICS.values()))
        return [
            FieldSpec(
                key="honorific",
                label=self.tr("Họ và tên"),
                kind="choice",
                choices=honorifics,
                free=True,
                width=68,
            ),
            FieldSpec(key="name", label="", beside=True),
            FieldSpec(key="birth", label=self.tr("Năm sinh"), kind="date", birth=True, width=92),
            FieldSpec(key="id_number", label=self.tr("CCCD"), beside=True),
            FieldSpec(
                key="subject_group",
                label=self.tr("Nhóm"),
                kind="choice",
                help=self.tr("Nhóm đối tượng quyết định tiêu chí nào áp dụng."),
            ),
            FieldSpec(
                key="achievement",
                label=self.tr("Thành tích"),
                kind="long",
                lines=2,
                help=self.tr("Tóm tắt thành tích, in vào tờ trình và quyết định."),
            ),
        ]

    def _more_fields(self) -> list[FieldSpec]:
        return [
            FieldSpec(key="post", label=self.tr("Chức vụ")),
            FieldSpec(key="unit", label=self.tr("Đơn vị"), kind="choice", free=True),
            FieldSpec(key="award", label=self.tr("Hình thức"), kind="choice"),
            FieldSpec(
                key="period_from",
                label=self.tr("Từ"),
                kind="date",
                width=92,
                help=self.tr("Thời gian lập thành tích"),
            ),
            FieldSpec(key="period_to", label=self.tr("đến"), kind="date", width=92, beside=True),
            FieldSpec(key="phone", label=self.tr("Điện thoại")),
            FieldSpec(
                key="mostly_women",
                label=self.tr("Đa số nữ"),
                kind="choice",
                choices=(_YES, _NO),
                width=92,
                help=self.tr("Tập thể có trên 50% là nữ được xét trước khi bằng phiếu."),
            ),
            FieldSpec(
                key="print_name",
                label=self.tr("Tên in"),
                help=self.tr("Để trống thì in danh xưng và họ tên như trên."),
            ),
        ]

    def show_dossier(self, dossier: Dossier) -> None:
        """Show the values of ``dossier``."""
        row, nomination = dossier.row, dossier.nomination
        person = row.kind == "individual"
        self.main.set_choices("subject_group", dossier.groups)
        self.more.set_choices("unit", self._choices.units)
        self.more.set_choices("award", tuple(self._choices.awards.items()))
        for key in _OF_PERSONS:
            form = self.main if key in ("honorific", "birth", "id_number") else self.more
            form.set_visible(key, on=person)
        self._name_label.show()
        words = self.tr("Họ và tên") if person else self.tr("Tên")
        self._name_label.setText(words)
        self.more.set_visible("mostly_women", on=row.kind == "collective")
        women = {True: _YES, False: _NO, None: None}[row.mostly_women]
        self.main.set_values(
            {
                "honorific": row.honorific,
                "name": row.name,
                "birth": PartialDate.from_value(row.birth) if row.birth else NO_DATE,
                "id_number": dossier.id_number,
                "subject_group": row.subject_group,
                "achievement": row.achievement,
            }
        )
        self.note.set_values({"note": row.note})
        self.more.set_values(
            {
                "post": row.post,
                "unit": row.unit_name,
                "award": row.award,
                "period_from": PartialDate.from_value(nomination.period_from),
                "period_to": PartialDate.from_value(nomination.period_to),
                "phone": row.phone,
                "mostly_women": women,
                "print_name": row.print_name,
            }
        )
        for form in (self.main, self.note, self.more):
            form.setEnabled(row.editable)
            for line in form.findChildren(QLineEdit):
                if not line.hasFocus():
                    line.setCursorPosition(0)  # long texts show their beginning

    def summary(self, dossier: Dossier) -> str:
        """Return the facts as one short line, for the folded section."""
        row = dossier.row
        return " · ".join(part for part in (birth_words(row), row.post, row.group_name) if part)

    def commit(self) -> None:
        """Store what is being typed."""
        for form in (self.main, self.note, self.more):
            form.commit()

    def form_of(self, key: str) -> Form | None:
        """Return the form that holds field ``key``."""
        held: Mapping[str, Form] = {
            **{spec.key: self.main for spec in self._main_fields()},
            **{spec.key: self.more for spec in self._more_fields()},
            "note": self.note,
        }
        return held.get(key)

    def _on_committed(self, key: str, value: Value) -> None:
        text = value.display() if isinstance(value, PartialDate) else str(value or "")
        self.edited.emit(key, text)
