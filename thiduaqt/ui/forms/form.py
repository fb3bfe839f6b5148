"""A form: labels, fields, what is wrong under each, and autosave when a field is left."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from thiduaqt.domain.issues import Issue
from thiduaqt.ui import icons, theme, tokens
from thiduaqt.ui.forms.fields import Field, FieldSpec, Value, plain_label
from thiduaqt.ui.widgets.labels import SourceTag
from thiduaqt.ui.widgets.states import look_of

_STATE_OF = {"error": "error", "review": "warn", "note": "info"}


class MessageLine(QWidget):
    """The sentence under a field; hidden while there is nothing to say."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 1, 0, 2)
        row.setSpacing(5)
        self._picture = QLabel()
        self._text = QLabel()
        self._text.setWordWrap(True)
        self._text.setFont(theme.text_font(tokens.META_PT))
        row.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._text, 1)
        self.hide()

    def say(self, text: str, severity: str = "error") -> None:
        """Show ``text``; an empty one hides the line."""
        state = _STATE_OF[severity]
        look = look_of(state)
        self._picture.setPixmap(icons.icon(look.icon, look.colour).pixmap(14, 14))
        theme.mark(self._text, "role", state)
        self._text.setText(text)
        self.setVisible(bool(text))

    def text(self) -> str:
        """Return what the line says."""
        return self._text.text()


class Form(QWidget):
    """Fields in rows. ``committed(key, value)`` follows leaving a field with another value.

    ``narrow`` puts each label above its field (panels below 300 pixels). A text that cannot be
    read is not committed: the field says why and keeps it.
    """

    committed = Signal(str, object)

    def __init__(
        self,
        specs: Sequence[FieldSpec],
        *,
        name: str = "form",
        narrow: bool = False,
        label_width: int = 0,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._narrow = narrow
        self._fields: dict[str, Field] = {}
        self._lines: dict[str, MessageLine] = {}
        self._labels: dict[str, QLabel] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(tokens.GAP)
        self._grid.setVerticalSpacing(2 if narrow else 3)
        self._grid.setColumnStretch(1, 1)
        if label_width:
            self._grid.setColumnMinimumWidth(0, theme.em(label_width))
        for row in _rows_of(specs):
            self._add_row(row)
        self._grid.setRowStretch(self._grid.rowCount(), 1)
        self._set_tab_order()

    # -- building -----------------------------------------------------------------------------

    def _add_row(self, specs: Sequence[FieldSpec]) -> None:
        line = QHBoxLayout()
        line.setSpacing(tokens.GAP)
        messages = QVBoxLayout()
        messages.setSpacing(0)
        for place, spec in enumerate(specs):
            field = self._make(spec)
            if place and spec.kind != "check":
                line.addWidget(self._label(spec, field))
            line.addWidget(field.widget, 0 if spec.width else 1)
            self._add_tail(line, spec)
            message = MessageLine()
            message.setObjectName(f"{self.objectName()}.{spec.key}.message")
            self._lines[spec.key] = message
            messages.addWidget(message)
        if all(spec.width for spec in specs):
            line.addStretch()
        self._lay(specs[0], line, messages)

    def _lay(self, first: FieldSpec, line: QHBoxLayout, messages: QVBoxLayout) -> None:
        row = self._grid.rowCount()
        if first.kind != "check":
            label = self._label(first, self._fields[first.key])
            if self._narrow:
                self._grid.addWidget(label, row, 0, 1, 2)
                row += 1
            else:
                label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
                label.setMinimumHeight(tokens.CONTROL)
                self._grid.addWidget(label, row, 0, Qt.AlignmentFlag.AlignTop)
        column, span = (0, 2) if self._narrow else (1, 1)
        self._grid.addLayout(line, row, column, 1, span)
        self._grid.addLayout(messages, row + 1, column, 1, span)

    def _make(self, spec: FieldSpec) -> Field:
        field = Field(spec, f"{self.objectName()}.{spec.key}", self)
        field.widget.setAccessibleName(plain_label(spec.label))
        inside = field.widget.lineEdit() if isinstance(field.widget, QComboBox) else None
        if inside is not None:
            inside.setAccessibleName(plain_label(spec.label))
        field.left.connect(lambda: self._on_left(field))
        self._fields[spec.key] = field
        return field

    def _label(self, spec: FieldSpec, field: Field) -> QLabel:
        label = QLabel(spec.label + (" *" if spec.required else ""))
        label.setProperty("role", "second")
        label.setBuddy(field.widget)
        label.setToolTip(spec.help)
        self._labels[spec.key] = label
        return label

    def _add_tail(self, line: QHBoxLayout, spec: FieldSpec) -> None:
        if spec.unit:
            unit = QLabel(spec.unit)
            unit.setProperty("role", "second")
            line.addWidget(unit)
        if spec.source is not None:
            line.addWidget(SourceTag(*spec.source))

    def _set_tab_order(self) -> None:
        widgets = [field.widget for field in self._fields.values()]
        for first, second in itertools.pairwise(widgets):
            QWidget.setTabOrder(first, second)

    # -- use ----------------------------------------------------------------------------------

    def field(self, key: str) -> QWidget:
        """Return the widget of field ``key``."""
        return self._fields[key].widget

    def values(self) -> dict[str, Value]:
        """Return all values that can be read; :meth:`faults` names the others."""
        readable = (field for field in self._fields.values() if field.fault() is None)
        return {field.spec.key: field.value() for field in readable}

    def faults(self) -> list[Issue]:
        """Return what keeps texts from being read, and required fields that are empty."""
        found: list[Issue] = []
        for field in self._fields.values():
            fault = field.fault()
            if fault is None and field.spec.required and not field.value():
                words = self.tr("Chưa ghi {name}.").format(name=plain_label(field.spec.label))
                fault = Issue(code="missing", severity="error", message=words, field=field.spec.key)
            if fault is not None:
                found.append(fault)
        return found

    def set_values(self, values: Mapping[str, Value]) -> None:
        """Show ``values`` as stored; a field somebody is typing in is left alone."""
        for key, value in values.items():
            field = self._fields.get(key)
            if field is not None and not self._is_typing(field):
                field.show(value)

    def set_choices(self, key: str, choices: Sequence[str] | Sequence[tuple[str, str]]) -> None:
        """Offer other entries in the choice ``key``."""
        self._fields[key].widget.set_choices(choices)  # type: ignore[attr-defined]

    def set_visible(self, key: str, *, on: bool) -> None:
        """Show or hide a field with its label."""
        self._fields[key].widget.setVisible(on)
        if key in self._labels:
            self._labels[key].setVisible(on)
        if not on:
            self._lines[key].hide()

    def show_issues(self, issues: Iterable[Issue], *, focus: bool = True) -> None:
        """Put each sentence under its field; the first faulty field gets the focus."""
        by_field: dict[str, list[Issue]] = {}
        for issue in issues:
            by_field.setdefault(issue.field, []).append(issue)
        first: Field | None = None
        for key, field in self._fields.items():
            own = by_field.get(key, [])
            worst = min(own, key=lambda one: _ORDER[one.severity]).severity if own else ""
            self._lines[key].say("\n".join(one.message for one in own), worst or "note")
            field.set_state(worst if worst in ("error", "review") else "")
            if own and first is None:
                first = field
        if first is not None and focus:
            first.widget.setFocus(Qt.FocusReason.OtherFocusReason)

    def message(self, key: str) -> str:
        """Return the sentence under field ``key``."""
        return self._lines[key].text()

    def commit(self) -> None:
        """Store what is being typed now (Ctrl+S)."""
        for field in self._fields.values():
            if self._is_typing(field):
                self._on_left(field)

    def _is_typing(self, field: Field) -> bool:
        widget = field.widget
        inside = self.focusWidget()
        here = inside is not None and (inside is widget or widget.isAncestorOf(inside))
        if not here or isinstance(widget, QCheckBox) or not inside or not inside.hasFocus():
            return False
        try:
            return field.value() != field.stored
        except ValueError:
            return True

    def _on_left(self, field: Field) -> None:
        key = field.spec.key
        fault = field.fault()
        if fault is not None:
            self._lines[key].say(fault.message)
            field.set_state("error")
            return
        value = field.value()
        if value == field.stored or (not value and not field.stored):
            field.settle()
            return
        self._lines[key].say("")
        field.set_state("")
        field.show(value)
        self.committed.emit(key, value)


_ORDER = {"error": 0, "review": 1, "note": 2}


def _rows_of(specs: Sequence[FieldSpec]) -> list[list[FieldSpec]]:
    rows: list[list[FieldSpec]] = []
    for spec in specs:
        if spec.beside and rows:
            rows[-1].append(spec)
        else:
            rows.append([spec])
    return rows
