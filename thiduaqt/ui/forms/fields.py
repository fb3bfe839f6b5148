"""Fields: what each kind looks like, what it reads, what it says when it cannot."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from thiduaqt.domain.dates import BadDate, PartialDate, parse
from thiduaqt.domain.issues import Issue
from thiduaqt.domain.text import clean, clean_block
from thiduaqt.ui import theme
from thiduaqt.ui.forms.reading import UnreadableNumber, read_number, show_number
from thiduaqt.ui.i18n import translate
from thiduaqt.ui.theme import mark
from thiduaqt.ui.widgets.editors import ChoiceBox, Choices, DateEdit, LineEdit, LongEdit, NumberEdit
from thiduaqt.ui.widgets.labels import SourceKind

Kind = Literal["text", "long", "date", "number", "choice", "check"]
Value = str | bool | PartialDate | Decimal | None


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldSpec:
    """One field of a form.

    ``label`` may hold one mnemonic ("Họ và &tên"). ``help`` becomes the tooltip and is read by
    screen readers; ``source`` (kind, where) is shown as a tag behind the field. ``width`` in
    pixels limits the field; ``unit`` stands behind it; ``beside`` puts it on the line of the
    field before. ``free`` lets a choice be any text; ``birth`` reads "85" as 1985.
    """

    key: str
    label: str
    kind: Kind = "text"
    help: str = ""
    placeholder: str = ""
    choices: Choices = ()
    free: bool = False
    width: int = 0
    unit: str = ""
    lines: int = 3
    beside: bool = False
    required: bool = False
    read_only: bool = False
    birth: bool = False
    source: tuple[SourceKind, str] | None = None


class Field(QObject):
    """The widget of one field and the value last stored. ``left()`` follows leaving it."""

    left = Signal()

    def __init__(self, spec: FieldSpec, name: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.spec = spec
        self.widget = make_editor(spec)
        self.widget.setObjectName(name)
        self.stored: Value = "" if spec.kind in ("text", "long") else None
        editor = self.widget
        if isinstance(editor, QCheckBox):
            self.stored = False
            editor.clicked.connect(self.left)
        else:
            editor.left.connect(self.left)  # type: ignore[attr-defined]
        if isinstance(editor, ChoiceBox):
            editor.activated.connect(self.left)
        elif isinstance(editor, LineEdit):
            editor.returnPressed.connect(self.left)

    def value(self) -> Value:
        """Return what the field holds. Raises BadDate or UnreadableNumber."""
        editor = self.widget
        if isinstance(editor, QCheckBox):
            return editor.isChecked()
        if isinstance(editor, ChoiceBox):
            return editor.value()
        if isinstance(editor, LongEdit):
            return clean_block(editor.toPlainText())
        assert isinstance(editor, LineEdit)
        if isinstance(editor, DateEdit):
            return parse(editor.text(), birth=self.spec.birth, today=date.today())  # noqa: DTZ011 - the officer's calendar day
        if isinstance(editor, NumberEdit):
            return read_number(editor.text())
        return clean(editor.text())

    def show(self, value: Value) -> None:
        """Show ``value`` and take it as stored."""
        self.stored = value
        self._write(value)

    def settle(self) -> None:
        """Show the value in its proper form after the field was left."""
        try:
            value = self.value()
        except ValueError:
            return
        if not isinstance(self.widget, ChoiceBox | QCheckBox):
            self._write(value)

    def _write(self, value: Value) -> None:
        editor = self.widget
        if isinstance(editor, QCheckBox):
            editor.setChecked(bool(value))
        elif isinstance(editor, ChoiceBox):
            editor.set_value(str(value) if value else None)
        else:
            text = show(value)
            old = editor.toPlainText() if isinstance(editor, LongEdit) else editor.text()  # type: ignore[attr-defined]
            if text != old and isinstance(editor, LongEdit):
                editor.setPlainText(text)
            elif text != old:
                editor.setText(text)  # type: ignore[attr-defined]

    def fault(self) -> Issue | None:
        """Return what keeps the text from being read, None if it can be read."""
        editor = self.widget
        try:
            value = self.value()
        except BadDate as bad:
            return Issue(
                code="unread.date", severity="error", message=_bad_date(bad), field=self.spec.key
            )
        except UnreadableNumber:
            words = translate("Form", "“{text}” không phải là số. Gõ lại; ô này chưa được lưu.")
            text = words.format(text=editor.text())  # type: ignore[attr-defined]
            return Issue(code="unread.number", severity="error", message=text, field=self.spec.key)
        if isinstance(editor, ChoiceBox) and value is None and editor.currentText().strip():
            words = translate(
                "Form", "Không có “{text}” trong danh sách. Chọn một dòng; ô này chưa được lưu."
            )
            text = words.format(text=editor.currentText().strip())
            return Issue(code="unread.choice", severity="error", message=text, field=self.spec.key)
        return None

    def set_state(self, state: str) -> None:
        """Mark the field: "error", "review" or ""."""
        mark(self.widget, "state", state)


def _bad_date(bad: BadDate) -> str:
    words = translate(
        "Form",
        "Không có ngày “{text}”. Gõ lại, ví dụ 05/03/1990 hoặc 1990; ô này chưa được lưu.",
    )
    return words.format(text=bad.text)


def show(value: Value) -> str:
    """Return ``value`` as a field shows it."""
    if isinstance(value, PartialDate):
        return value.display()
    if isinstance(value, Decimal):
        return show_number(value)
    return "" if value is None else str(value)


def make_editor(spec: FieldSpec) -> QWidget:
    """Return the widget for ``spec``."""
    editor: QWidget
    if spec.kind == "check":
        editor = QCheckBox(spec.label)
    elif spec.kind == "choice":
        box = ChoiceBox(spec.choices, free=spec.free)
        line = box.lineEdit()
        if line is not None:
            line.setPlaceholderText(spec.placeholder)
        editor = box
    elif spec.kind == "long":
        long = LongEdit(lines=spec.lines)
        long.setPlaceholderText(spec.placeholder)
        long.setReadOnly(spec.read_only)
        editor = long
    else:
        one = {"date": DateEdit, "number": NumberEdit}.get(spec.kind, LineEdit)()
        if spec.placeholder:
            one.setPlaceholderText(spec.placeholder)
        one.setReadOnly(spec.read_only)
        editor = one
    if spec.width:
        editor.setFixedWidth(theme.em(spec.width))
    editor.setToolTip(spec.help)
    editor.setAccessibleDescription(spec.help)
    if spec.read_only and spec.kind in ("check", "choice"):
        editor.setEnabled(False)
    return editor


def plain_label(label: str) -> str:
    """Return a label without its mnemonic sign."""
    return label.replace("&&", "\0").replace("&", "").replace("\0", "&")


def labels(specs: Sequence[FieldSpec]) -> dict[str, str]:
    """Return the labels of fields by key, for messages."""
    return {spec.key: plain_label(spec.label) for spec in specs}
