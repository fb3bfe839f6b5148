"""The editor of one target: every field, and its figures by year; ``changed`` asks to store."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from thiduaqt.domain.errors import UserError
from thiduaqt.domain.plan import MovementPlan, Target
from thiduaqt.domain.target_cells import family, in_order
from thiduaqt.ui.forms.fields import Value
from thiduaqt.ui.forms.form import Form
from thiduaqt.ui.screen import ScreenContext
from thiduaqt.ui.screens.movements.list_editor import ListEditor
from thiduaqt.ui.screens.movements.targets import fields
from thiduaqt.ui.widgets.cards import Card, Foldable
from thiduaqt.ui.widgets.labels import SourceKind, SourceTag
from thiduaqt.ui.widgets.strips import MessageStrip

_TAGS: dict[str, SourceKind] = {"law": "law", "plan": "plan", "suggestion": "hint"}
_ROWS = 6
_LABEL = 70


class TargetEditor(Card):
    """``changed(code, values)`` follows a field that was left, or a year that was typed."""

    changed = Signal(str, object)

    def __init__(self, context: ScreenContext) -> None:
        super().__init__(self.tr("Chỉ tiêu"))
        self.setObjectName("movements.targets.editor")
        self.context = context
        self.target: Target | None = None
        self.tags: dict[str, SourceTag] = {key: SourceTag(kind) for key, kind in _TAGS.items()}
        for tag in self.tags.values():
            tag.hide()
            self.head.addWidget(tag)
        self.strip = MessageStrip("warn")
        self.form = Form(fields.specs(), name="movements.targets.target", narrow=True)
        self.years = ListEditor(
            fields.years_spec(lambda: self.target),
            name="movements.targets.years",
            memory=context.memory,
            rows=_ROWS,
        )
        for part in (self.years.up, self.years.down):  # years have an order of their own
            part.hide()
        self._build()
        self.form.committed.connect(self._store)
        self.years.wanted.connect(self._store_years)
        self.years.refused.connect(self._refuse)
        self.setEnabled(False)

    def _build(self) -> None:
        inside = QWidget()
        inside.setProperty("bare", "true")
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 4, 0)
        column.setSpacing(6)
        self.by_year = Foldable(self.tr("Mức từng năm"))
        self.by_year.body.setContentsMargins(0, 4, 0, 4)
        self.by_year.body.addWidget(self.years)
        for part in (self.strip, self.form, self.by_year):
            column.addWidget(part)
        column.addStretch()
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inside)
        self.body.setContentsMargins(10, 6, 4, 6)
        self.body.addWidget(area, 1)

    def show_target(self, rules: MovementPlan | None, target: Target | None) -> None:
        """Show another target, or another state of the same one."""
        same = target is not None and self.target is not None and target.code == self.target.code
        self.target = target
        self.setEnabled(target is not None)
        if not same:
            self.strip.say("")
        word = self.tr("Chỉ tiêu")
        self.heading.setText(f"{word} {target.code}" if target is not None else word)
        for key, tag in self.tags.items():
            tag.setVisible(target is not None and target.source.tag == key)
            tag.setToolTip(target.source.text if target is not None else "")
        if target is None or rules is None:
            return
        below = family(rules.targets, target.code)
        above = [one for one in rules.targets if one.code not in below]
        none = ("", self.tr("(không)"))
        self.form.set_choices(
            "parent", [none, *((one.code, _short(one.code, one.statement)) for one in above)]
        )
        self.form.set_choices("group", [none, *((one.code, one.name) for one in rules.groups)])
        self.form.set_values(fields.values_of(target))
        for key, on in fields.asked(target).items():
            self.form.set_visible(key, on=on)
        self.by_year.setVisible(target.operator != "text")
        self.years.show_items(target.by_year)
        if target.by_year and not same:
            self.by_year.toggle.setChecked(True)

    def go_to(self, field: str) -> None:
        """Lead the keyboard to a field: "value" is the figure."""
        key = "wanted" if field == "value" else field or "statement"
        known = [spec.key for spec in fields.specs()]
        self.form.field(key if key in known else "statement").setFocus()

    def commit(self) -> None:
        """Store what is being typed."""
        self.form.commit()

    # -- writing ------------------------------------------------------------------------------

    def _store(self, key: str, value: Value) -> None:
        target = self.target
        if target is None:
            return
        self.strip.say("")
        year = self.context.session.today().year
        try:
            values: Mapping[str, Any] = fields.change_of(target, key, value, year=year)
        except UserError as fault:
            self._refuse(fault)
            self.form.set_values(fields.values_of(target))
            return
        self.changed.emit(target.code, values)

    def _store_years(self, _label: str, change: Callable[[Any], Any]) -> None:
        target = self.target
        if target is not None:
            self.strip.say("")
            try:
                years = in_order(change(target).by_year)
            except UserError as fault:
                self._refuse(fault)
                return
            self.changed.emit(target.code, {"by_year": years})

    def _refuse(self, fault: UserError) -> None:
        self.strip.say(f"{fault.what} {fault.todo}")


def _short(code: str, statement: str) -> str:
    words = f"{code}. {statement}"
    return words if len(words) <= _LABEL else f"{words[: _LABEL - 1]}…"
