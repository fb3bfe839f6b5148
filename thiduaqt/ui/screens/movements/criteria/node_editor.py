"""The editor of one criterion or section, with its bands or grades; ``changed`` asks to store."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from thiduaqt.domain.errors import NotAllowed
from thiduaqt.domain.plan import Criterion, Letter, Section, Step
from thiduaqt.domain.scoring.bands import read_band
from thiduaqt.domain.scoring.words import plain, step_unit, step_words
from thiduaqt.domain.text import clean
from thiduaqt.ui import tokens
from thiduaqt.ui.forms.fields import Value
from thiduaqt.ui.forms.form import Form
from thiduaqt.ui.forms.reading import UnreadableNumber, read_number
from thiduaqt.ui.i18n import translate
from thiduaqt.ui.screen import ScreenContext
from thiduaqt.ui.screens.movements.criteria import fields
from thiduaqt.ui.screens.movements.list_editor import Cell, ListEditor, ListSpec
from thiduaqt.ui.widgets.cards import Card
from thiduaqt.ui.widgets.labels import SourceKind, SourceTag, meta
from thiduaqt.ui.widgets.strips import MessageStrip

_TAGS: dict[str, SourceKind] = {"law": "law", "plan": "plan", "suggestion": "hint"}
_ROWS = 6


def _points(text: str) -> Mapping[str, Any]:
    try:
        number = read_number(text)
    except UnreadableNumber:
        number = None
    if number is None:
        raise NotAllowed(f"“{text}” không phải là số điểm.", todo="Gõ một số, ví dụ 15 hoặc 7,5.")
    return {"points": number}


def _band(text: str) -> Mapping[str, Any]:
    band = read_band(text)
    return {
        name: getattr(band, name) for name in ("low", "high", "low_inclusive", "high_inclusive")
    }


def _steps_spec(unit: Callable[[], str]) -> ListSpec:
    return ListSpec(
        part="steps",
        one=translate("Criterion", "bậc"),
        prompt=translate("Criterion", "từ 90 trở lên"),
        cells=(
            Cell(
                key="band",
                title=translate("Criterion", "Bậc"),
                show=lambda step: step_words(step, unit()),
                read=_band,
                stretch=True,
            ),
            Cell(
                key="points",
                title=translate("Criterion", "Điểm"),
                show=lambda step: plain(step.points),
                read=_points,
                width=64,
            ),
        ),
        fresh=lambda _items, _values: Step(points=Decimal(0)),
    )


def _letters_spec() -> ListSpec:
    return ListSpec(
        part="letters",
        one=translate("Criterion", "mức xếp loại"),
        prompt=translate("Criterion", "Tốt"),
        cells=(
            Cell(
                key="name",
                title=translate("Criterion", "Xếp loại"),
                show=lambda letter: str(letter.name),
                read=lambda text: {"name": clean(text)},
                stretch=True,
            ),
            Cell(
                key="points",
                title=translate("Criterion", "Điểm"),
                show=lambda letter: plain(letter.points),
                read=_points,
                width=64,
            ),
        ),
        fresh=lambda _items, _values: Letter(name="", points=Decimal(0)),
    )


class NodeEditor(Card):
    """``changed(code, fields)`` follows a field that was left, or a band that was typed."""

    changed = Signal(str, object)

    def __init__(self, context: ScreenContext) -> None:
        super().__init__(self.tr("Tiêu chí"))
        self.setObjectName("movements.criteria.editor")
        self.node: Criterion | Section | None = None
        self.tags: dict[str, SourceTag] = {key: SourceTag(kind) for key, kind in _TAGS.items()}
        for tag in self.tags.values():
            tag.hide()
            self.head.addWidget(tag)
        self.strip = MessageStrip("warn")
        self.words = Form(fields.head_specs(), name="movements.criteria.words", narrow=True)
        self.criterion = Form(
            fields.criterion_specs(), name="movements.criteria.criterion", narrow=True
        )
        self.section = Form(fields.section_specs(), name="movements.criteria.section", narrow=True)
        self.steps = ListEditor(
            _steps_spec(self._unit),
            name="movements.criteria.steps",
            memory=context.memory,
            rows=_ROWS,
        )
        self.letters = ListEditor(
            _letters_spec(), name="movements.criteria.letters", memory=context.memory, rows=_ROWS
        )
        self.steps_note = meta(self.tr("Khoảng trống giữa các bậc được 0 điểm."), wrap=True)
        self._build()
        for form in (self.words, self.criterion, self.section):
            form.committed.connect(self._store)
        for editor in (self.steps, self.letters):
            editor.wanted.connect(self._store_list)
            editor.refused.connect(self._refuse)
        self.show_node(None)

    def _build(self) -> None:
        inside = QWidget()
        inside.setProperty("bare", "true")
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 4, 0)
        column.setSpacing(6)
        for part in (
            self.strip, self.words, self.steps, self.steps_note, self.letters, self.criterion,
            self.section,
        ):  # fmt: skip
            column.addWidget(part)
        column.addStretch()
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setWidget(inside)
        self.body.setContentsMargins(10, 6, 4, 6)
        self.body.setSpacing(tokens.GAP)
        self.body.addWidget(self.area, 1)

    def _unit(self) -> str:
        return step_unit(self.node) if isinstance(self.node, Criterion) else ""

    def show_node(self, node: Criterion | Section | None, number: str = "") -> None:
        """Show another node, or another state of the same one."""
        same = node is not None and self.node is not None and node.code == self.node.code
        self.node = node
        if not same:
            self.strip.say("")
        criterion = node if isinstance(node, Criterion) else None
        self.words.setVisible(criterion is not None)
        self.criterion.setVisible(criterion is not None)
        self.section.setVisible(isinstance(node, Section))
        word = self.tr("Nhóm tiêu chí") if isinstance(node, Section) else self.tr("Tiêu chí")
        self.heading.setText(f"{word} {number}".rstrip(" ."))
        self._show_tag(node)
        bands = criterion is not None and criterion.kind in ("steps", "index")
        graded = criterion is not None and criterion.kind == "letter"
        self.steps.setVisible(bands)
        self.steps_note.setVisible(bands)
        self.letters.setVisible(graded)
        if criterion is not None:
            self._show_criterion(criterion)
        elif isinstance(node, Section):
            self.section.set_values(fields.values_of(node))
            self.section.set_visible("at_least", on=node.combine == "at_least")
            points = node.combine in ("sum", "highest", "average")
            self.section.set_visible("most", on=points)
            self.section.set_visible("least", on=points)

    def _show_criterion(self, criterion: Criterion) -> None:
        for form in (self.words, self.criterion):
            form.set_values(fields.values_of(criterion))
        for key, on in fields.asked(criterion).items():
            self.criterion.set_visible(key, on=on)
        self.steps.show_items(criterion.steps)
        self.letters.show_items(criterion.letters)

    def _show_tag(self, node: Criterion | Section | None) -> None:
        source = node.source if isinstance(node, Criterion) else None
        for key, tag in self.tags.items():
            tag.setVisible(source is not None and source.tag == key)
            tag.setToolTip(source.text if source is not None else "")

    def fields_shown(self) -> Sequence[QWidget]:
        """Return where the keyboard goes first."""
        form = self.section if isinstance(self.node, Section) else self.words
        return (form.field("title"),)

    def commit(self) -> None:
        """Store what is being typed."""
        self.words.commit()
        self.criterion.commit()
        self.section.commit()

    # -- writing ------------------------------------------------------------------------------

    def _store(self, key: str, value: Value) -> None:
        if self.node is not None:
            self.strip.say("")
            self.changed.emit(self.node.code, fields.change_of(self.node, key, value))

    def _store_list(self, _label: str, change: Callable[[Any], Any]) -> None:
        node = self.node
        if not isinstance(node, Criterion):
            return
        self.strip.say("")
        made = change(node)
        values: dict[str, Any] = {"letters": made.letters, "steps": made.steps}
        if made.steps != node.steps:
            values["steps"] = tuple(sorted(made.steps, key=_from_the_top))
        self.changed.emit(node.code, values)

    def _refuse(self, fault: NotAllowed) -> None:
        self.strip.say(f"{fault.what} {fault.todo}")


def _from_the_top(step: Step) -> tuple[bool, Decimal]:
    """Put the highest band first, as plans print them; one open below comes last."""
    edge = step.low if step.low is not None else step.high or Decimal(0)
    return step.low is None, -edge
