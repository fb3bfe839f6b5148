"""Several nominations edited at once: an empty field stays as it is."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from thiduaqt.services import dossiers
from thiduaqt.services.editing import Edit
from thiduaqt.services.nominations import NominationRow
from thiduaqt.ui.forms.fields import FieldSpec
from thiduaqt.ui.forms.form import Form
from thiduaqt.ui.screens.nominations.columns import Choices
from thiduaqt.ui.screens.nominations.desk import NominationDesk
from thiduaqt.ui.widgets.buttons import button
from thiduaqt.ui.widgets.labels import meta

_FIELDS = ("award", "subject_group", "unit", "post", "achievement", "note")


class BatchForm(QWidget):
    """``removed(rows)`` follows the button that deletes the chosen nominations."""

    remove_wanted = Signal()

    def __init__(self, desk: NominationDesk, choices: Choices) -> None:
        super().__init__()
        self.setObjectName("nominations.batch")
        self._desk, self._choices = desk, choices
        self._rows: tuple[NominationRow, ...] = ()
        same = self.tr("giữ nguyên")
        self.form = Form(
            [
                FieldSpec(key="award", label=self.tr("Hình thức"), kind="choice", placeholder=same),
                FieldSpec(
                    key="subject_group", label=self.tr("Nhóm"), kind="choice", placeholder=same
                ),
                FieldSpec(
                    key="unit",
                    label=self.tr("Đơn vị"),
                    kind="choice",
                    free=True,
                    placeholder=same,
                ),
                FieldSpec(key="post", label=self.tr("Chức vụ"), placeholder=same),
                FieldSpec(
                    key="achievement",
                    label=self.tr("Thành tích"),
                    kind="long",
                    lines=2,
                    placeholder=same,
                ),
                FieldSpec(key="note", label=self.tr("Ghi chú"), placeholder=same),
                FieldSpec(
                    key="tick",
                    label=self.tr("Đánh dấu"),
                    kind="choice",
                    placeholder=self.tr("tiêu chí hoặc giấy tờ đã đạt"),
                ),
            ],
            name="nominations.batch.form",
            label_width=74,
        )
        self._locked = meta("", "warn", wrap=True)
        self.apply = button(self.tr("Sửa"), self._apply, name="nominations.batch.apply")
        self.remove = button(
            self.tr("Xóa"), self.remove_wanted.emit, kind="danger", name="nominations.batch.remove"
        )
        page = QVBoxLayout(self)
        page.setContentsMargins(12, 8, 12, 8)
        page.addWidget(meta(self.tr("Ô để trống thì giữ nguyên ở từng hồ sơ."), wrap=True))
        page.addWidget(self.form)
        page.addWidget(self._locked)
        line = QHBoxLayout()
        line.addWidget(self.apply)
        line.addStretch()
        line.addWidget(self.remove)
        page.addLayout(line)
        page.addStretch()

    def show_rows(self, rows: Sequence[NominationRow], ticks: Sequence[tuple[str, str]]) -> None:
        """Offer to edit ``rows``; ``ticks`` are criteria and papers as (code, words)."""
        editable = tuple(row for row in rows if row.editable)
        if {row.id for row in editable} != {row.id for row in self._rows}:
            self.form.set_values(dict.fromkeys((*_FIELDS, "tick"), None))
        self._rows = editable
        groups = {one.code: one.name for one in self._choices.groups}
        self.form.set_choices("award", tuple(self._choices.awards.items()))
        self.form.set_choices("subject_group", tuple(groups.items()))
        self.form.set_choices("unit", self._choices.units)
        self.form.set_choices("tick", ticks)
        self.form.set_visible("post", on=all(row.kind == "individual" for row in editable))
        self.apply.setText(self.tr("Sửa {count} hồ sơ").format(count=len(editable)))
        self.remove.setText(self.tr("Xóa {count} hồ sơ").format(count=len(editable)))
        left = len(rows) - len(editable)
        self._locked.setText(
            self.tr("{count} hồ sơ đã đưa vào phiên họp nên không sửa ở đây.").format(count=left)
        )
        self._locked.setVisible(left > 0)
        for part in (self.form, self.apply, self.remove):
            part.setEnabled(bool(editable))

    def _apply(self) -> None:
        values = self.form.values()
        edits = [
            Edit(id=row.id, field=key, value=str(values[key]))
            for row in self._rows
            for key in _FIELDS
            if values.get(key)
        ]
        tick = str(values.get("tick") or "")
        if not edits and not tick:
            return
        ids = [row.id for row in self._rows]
        label = self.tr("Sửa {count} hồ sơ").format(count=len(ids))
        self._desk.run(
            lambda session: dossiers.edit_many(session, edits, ids, tick, label=label), label
        )
        self.form.set_values(dict.fromkeys((*_FIELDS, "tick"), None))
