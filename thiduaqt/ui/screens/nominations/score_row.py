"""One criterion to be scored: the entry that fits its kind, its points, how they came about."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QMenu, QWidget

from thiduaqt.domain.plan import Criterion
from thiduaqt.domain.records import Evidence, ScoreEntry
from thiduaqt.domain.scoring.formulas import may_be_left_out, score
from thiduaqt.domain.scoring.structure import most_of
from thiduaqt.domain.scoring.tree import NodeResult
from thiduaqt.domain.scoring.words import how_words, is_share, plain
from thiduaqt.ui import theme, tokens
from thiduaqt.ui.forms.fields import Field, FieldSpec, Value
from thiduaqt.ui.forms.form import MessageLine
from thiduaqt.ui.screens.nominations.sources import source_words
from thiduaqt.ui.widgets.buttons import button
from thiduaqt.ui.widgets.labels import meta

_NUMBER = 62
_MARGIN = 10
_YES, _NO = "met", "unmet"


class ScoreRow(QFrame):
    """Shows one item. ``entered(entry)`` follows leaving a changed field.

    ``file_wanted()`` asks for a file to attach, ``file_opened(evidence)`` for a copy of one.
    """

    entered = Signal(object)
    file_wanted = Signal()
    file_opened = Signal(object)
    file_dropped = Signal(object)

    def __init__(self, criterion: Criterion) -> None:
        super().__init__()
        self.criterion = criterion
        self.setObjectName(f"nominations.score.{criterion.code}")
        self._entry = ScoreEntry(code=criterion.code)
        self._apart: bool | None = None
        self._title = QLabel(criterion.title)
        self._title.setWordWrap(True)
        self._title.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self.points = QLabel()
        self.points.setObjectName(f"{self.objectName()}.points")
        self._how = meta("", wrap=True)
        self._message = MessageLine()
        self._message.setObjectName(f"{self.objectName()}.message")
        self.attach = button(
            self.tr("Gắn tệp…"),
            self.file_wanted.emit,
            kind="link",
            name=f"{self.objectName()}.attach",
        )
        self.attach.setAccessibleDescription(criterion.title)
        self._files = QHBoxLayout()
        self._shown_files: tuple[Evidence, ...] = ()
        self.fields = {spec.key: self._field(spec) for spec in self._specs()}
        self._lay_out()

    # -- building -----------------------------------------------------------------------------

    def _specs(self) -> list[FieldSpec]:
        item = self.criterion
        specs = self._entry_specs()
        if item.kind == "index":
            words = self.tr("Văn bản công bố, ngày")
            specs.append(FieldSpec(key="document", label=words, placeholder=words))
        if may_be_left_out(item):
            help_ = self.tr("Không tính vào điểm, cũng không tính vào tổng điểm tối đa.")
            specs.append(
                FieldSpec(key="na", label=self.tr("Không áp dụng"), kind="check", help=help_)
            )
        return specs

    def _entry_specs(self) -> list[FieldSpec]:
        item = self.criterion
        if item.kind in ("gate", "check", "sample"):
            choices = ((_YES, self.tr("Đạt")), (_NO, self.tr("Không đạt")))
            words = self.tr("Kết quả")
            return [FieldSpec(key="met", label=words, kind="choice", choices=choices, width=120)]
        if item.kind == "letter":
            grades = tuple((one.name, one.name) for one in item.letters)
            words = self.tr("Xếp loại")
            return [FieldSpec(key="letter", label=words, kind="choice", choices=grades, width=120)]
        if is_share(item) or item.kind == "ratio":
            above = item.numerator or self.tr("Tử số")
            below = item.denominator or self.tr("Mẫu số")
            return [
                FieldSpec(key="numerator", label=above, kind="number", width=_NUMBER, help=above),
                FieldSpec(key="denominator", label=below, kind="number", width=_NUMBER, help=below),
            ]
        return [FieldSpec(key="value", label=self._value_words(), kind="number", width=_NUMBER)]

    def _value_words(self) -> str:
        item = self.criterion
        if item.per_item is not None and item.kind != "inverse":
            return item.unit or self.tr("lần")
        if item.kind == "index":
            return self.tr("chỉ số")
        if item.kind in ("steps", "inverse"):
            return item.unit or self.tr("số đo")
        return self.tr("điểm")

    def _field(self, spec: FieldSpec) -> Field:
        field = Field(spec, f"{self.objectName()}.{spec.key}", self)
        name = f"{self.criterion.title}: {spec.label}"
        field.widget.setAccessibleName(name)
        inside = getattr(field.widget, "lineEdit", lambda: None)()
        if inside is not None:
            inside.setAccessibleName(name)
        field.left.connect(self._on_left)
        return field

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(12, 4, 10, 3)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(1)
        grid.setColumnStretch(0, 1)
        grid.addWidget(self._title, 0, 0)
        right = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignRight
        grid.addWidget(self.points, 0, 1, right)
        line = QHBoxLayout()
        line.setSpacing(6)
        for key, field in self.fields.items():
            if key == "denominator":
                line.addWidget(meta("/"))
            if key != "na":
                line.addWidget(field.widget, 1 if key == "document" else 0)
            if key == "value":
                line.addWidget(meta(field.spec.label))
        line.addStretch()
        grid.addLayout(line, 1, 0, 1, 2)
        grid.addWidget(self._how, 3, 0, 1, 2)
        grid.addWidget(self._message, 4, 0, 1, 2)
        self._files.addWidget(self.attach)
        self._files.addStretch()
        grid.addLayout(self._files, 5, 0, 1, 2)
        self.attach.setVisible(self.criterion.evidence)
        self._grid, self._line = grid, line
        self._place_tick(apart=False)

    def _place_tick(self, *, apart: bool) -> None:
        """Put "does not apply" behind the fields, or below them where the panel is narrow."""
        if "na" not in self.fields or apart == self._apart:
            return
        self._apart = apart
        tick = self.fields["na"].widget
        self._grid.removeWidget(tick)
        side = Qt.AlignmentFlag.AlignLeft if apart else Qt.AlignmentFlag.AlignRight
        self._grid.addWidget(tick, 2 if apart else 1, 0, 1, 2, side | Qt.AlignmentFlag.AlignVCenter)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if "na" in self.fields:
            tick = self.fields["na"].widget.sizeHint().width()
            room = self.width() - self._grid.contentsMargins().left() - _MARGIN
            self._place_tick(apart=self._line.sizeHint().width() + tick + _MARGIN > room)

    # -- showing ------------------------------------------------------------------------------

    def show_score(self, entry: ScoreEntry | None, node: NodeResult | None, *, on: bool) -> None:
        """Show what a sheet says of the item; a field somebody is typing in is left alone."""
        kept = entry or ScoreEntry(code=self.criterion.code)
        other = kept != self._entry
        self._entry = kept
        shown = _values_of(kept)
        for key, field in self.fields.items():
            field.widget.setEnabled(on and (key == "na" or not kept.na))
            if not self._is_typing(field):
                field.show(shown[key])
        if other:
            self._say("")
        self._show_result(node)

    def _show_result(self, node: NodeResult | None) -> None:
        item = self.criterion
        most = plain(most_of(item))
        if item.kind in ("bonus", "penalty"):
            got = "—" if node is None or node.points is None else plain(node.points)
            words = got
        elif node is not None and node.na:
            words = "—"
        else:
            got = "—" if node is None or node.points is None else plain(node.points)
            words = f"{got}/{most}"
        self.points.setText(words)
        self.points.setFont(
            theme.text_font(tokens.BODY_PT, strong=node is not None and node.points is not None)
        )
        fatal = node is not None and node.fatal
        theme.mark(self.points, "role", "error" if fatal else "")
        how = self._how_words(node)
        if fatal and item.fatal_below is not None:
            failed = self.tr("tiêu chí liệt (dưới {points} điểm)")
            how = "; ".join((*filter(None, [how]), failed.format(points=plain(item.fatal_below))))
        self._how.setText(how)
        self._how.setVisible(bool(how))
        theme.mark(self._how, "role", "error" if fatal else "second")
        tip = "\n".join(
            part for part in (item.detail, how_words(item), source_words(item.source)) if part
        )
        self._title.setToolTip(tip)

    def show_files(self, files: tuple[Evidence, ...], *, on: bool) -> None:
        """Show the files that prove the item; ``on`` tells whether they may be changed."""
        self.attach.setVisible(on and self.criterion.evidence)
        if files == self._shown_files:
            return
        self._shown_files = files
        while self._files.count() > 2:
            item = self._files.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for place, file in enumerate(files):
            made = button(file.name.replace("&", "&&"), kind="flat", icon="paperclip")
            made.setObjectName(f"{self.objectName()}.file")
            menu = QMenu(made)
            menu.addAction(self.tr("Lưu bản sao…"), partial(self.file_opened.emit, file))
            if on:
                menu.addAction(self.tr("Gỡ tệp"), partial(self.file_dropped.emit, file))
            made.setMenu(menu)
            self._files.insertWidget(place, made)

    def _how_words(self, node: NodeResult | None) -> str:
        """Return how the points came about, or what to enter; typed points say it themselves."""
        item = self.criterion
        if node is not None and node.na:
            return ""
        if item.kind == "points":
            return ""
        typed = item.kind in ("bonus", "penalty") and item.per_item is None
        known = node is not None and node.item is not None and node.item.known
        if node is not None and known and not typed:
            return node.how
        if "numerator" in self.fields:
            above = self.fields["numerator"].spec.label
            below = self.fields["denominator"].spec.label
            return f"{above} / {below}"
        return how_words(item)

    def _is_typing(self, field: Field) -> bool:
        inside = self.focusWidget()
        widget = field.widget
        if inside is None or not inside.hasFocus() or field.spec.kind == "check":
            return False
        if inside is not widget and not widget.isAncestorOf(inside):
            return False
        try:
            return field.value() != field.stored
        except ValueError:
            return True

    # -- entering -----------------------------------------------------------------------------

    def focus(self) -> None:
        """Put the focus on the first field of the item."""
        first = next(field for field in self.fields.values())
        first.widget.setFocus(Qt.FocusReason.OtherFocusReason)

    def commit(self) -> None:
        """Store what is being typed."""
        if any(self._is_typing(field) for field in self.fields.values()):
            self._on_left()

    def _on_left(self) -> None:
        fault = next(
            (f for f in (field.fault() for field in self.fields.values()) if f is not None), None
        )
        if fault is not None:
            self._say(fault.message)
            return
        entry = self._typed()
        if entry == self._entry:
            self._say("")
            for field in self.fields.values():
                field.settle()
            return
        wrong = [one for one in score(self.criterion, entry).issues if one.severity == "error"]
        if wrong:
            told = wrong[0].message.partition(": ")[2]
            words = self.tr("{fault} Ô này chưa được lưu.")
            self._say(words.format(fault=told[:1].upper() + told[1:]))
            return
        self._say("")
        self.entered.emit(entry)

    def _typed(self) -> ScoreEntry:
        made = self._entry
        for key, field in self.fields.items():
            made = _with(made, key, field.value())
        return made

    def _say(self, words: str) -> None:
        self._message.say(words)
        for field in self.fields.values():
            field.set_state("error" if words and field.spec.kind != "check" else "")

    @property
    def message(self) -> str:
        """What is said below the fields."""
        return self._message.text()


def _values_of(entry: ScoreEntry) -> dict[str, Value]:
    met = {True: _YES, False: _NO, None: None}[entry.met]
    return {
        "value": entry.value,
        "numerator": entry.numerator,
        "denominator": entry.denominator,
        "met": met,
        "letter": entry.letter or None,
        "document": entry.document,
        "na": entry.na,
    }


def _with(entry: ScoreEntry, key: str, value: Value) -> ScoreEntry:
    number = value if isinstance(value, Decimal) else None
    if key == "value":
        return replace(entry, value=number)
    if key == "numerator":
        return replace(entry, numerator=number)
    if key == "denominator":
        return replace(entry, denominator=number)
    if key == "met":
        return replace(entry, met={_YES: True, _NO: False}.get(str(value or "")))
    if key == "letter":
        return replace(entry, letter=str(value or ""))
    if key == "document":
        return replace(entry, document=str(value or ""))
    return replace(entry, na=bool(value))


def row_widgets(row: ScoreRow) -> list[QWidget]:
    """Return the editors of a row in the order of Tab."""
    return [field.widget for field in row.fields.values()]
