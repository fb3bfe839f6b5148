"""The panel in which an officer tells by how much a printed sheet is off, in words."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from thiduaqt.domain.calibration import (
    ACROSS_MM,
    DOWN_MM,
    MARK_MM,
    Fault,
    Reading,
    check,
    decimal,
    in_words,
    observed,
)
from thiduaqt.ui import theme
from thiduaqt.ui.widgets.buttons import JoinedButtons, Segment, button
from thiduaqt.ui.widgets.cards import Foldable
from thiduaqt.ui.widgets.editors import NumberEdit
from thiduaqt.ui.widgets.labels import meta, text_label


class CalibrationPanel(QWidget):
    """Fault of the chosen printer: shift, scale, turn; or five lengths of the test sheet.

    ``changed(Fault)`` follows each field that was left with a plausible value;
    ``sheet_wanted()`` and ``save_wanted(Fault)`` follow the buttons.
    """

    changed = Signal(object)
    sheet_wanted = Signal()
    save_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._size = (297.0, 210.0)
        self._fault = Fault()
        self._build_fields()
        self._build_reading()
        self._message = meta("", "error", wrap=True)
        self._message.setObjectName("calibration.message")
        self._message.hide()
        sheet = button(
            self.tr("In tờ thử có thước"),
            self.sheet_wanted.emit,
            icon="ruler-measure",
            name="calibration.sheet",
        )
        self.save = button(self.tr("&Lưu cho máy in này"), self._save, name="calibration.save")
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.addWidget(text_label(self.tr("Tờ in ra lệch bao nhiêu?"), "second"))
        page.addLayout(self._grid)
        page.addWidget(self._message)
        page.addWidget(sheet)
        page.addWidget(self.save)
        page.addWidget(self._reading)
        self.set_fault(Fault())

    # -- building -----------------------------------------------------------------------------

    def _build_fields(self) -> None:
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(6)
        self._grid.setVerticalSpacing(6)
        self.across = _field("calibration.across", self.tr("Lệch ngang, mm"), self._left)
        self.upright = _field("calibration.upright", self.tr("Lệch dọc, mm"), self._left)
        self.scale = _field("calibration.scale", self.tr("Co giãn, phần trăm"), self._left)
        self.turn = _field("calibration.turn", self.tr("Xoay, độ"), self._left)
        self.sideways = _sides((("left", self.tr("trái")), ("right", self.tr("phải"))))
        self.heights = _sides((("up", self.tr("lên")), ("down", self.tr("xuống"))))
        self.turns = _sides((("back", self.tr("trái")), ("forth", self.tr("phải"))))
        self.turns.setToolTip(self.tr("Phải là thuận chiều kim đồng hồ"))
        for row, (words, field, unit, sides) in enumerate(
            (
                (self.tr("Ngang"), self.across, self.tr("mm"), self.sideways),
                (self.tr("Dọc"), self.upright, self.tr("mm"), self.heights),
                (self.tr("Co giãn"), self.scale, "%", None),
                (self.tr("Xoay"), self.turn, self.tr("độ"), self.turns),
            )
        ):
            label = QLabel(words)
            label.setProperty("role", "second")
            label.setBuddy(field)
            self._grid.addWidget(label, row, 0)
            self._grid.addWidget(field, row, 1)
            self._grid.addWidget(QLabel(unit), row, 2)
            if sides is not None:
                sides.chosen.connect(self._left)
                self._grid.addWidget(sides, row, 3)
        self._grid.setColumnStretch(4, 1)

    def _build_reading(self) -> None:
        self._reading = Foldable(self.tr("Tính từ tờ thử đã đo"))
        self._reading.toggle.setObjectName("calibration.reading")
        grid = QGridLayout()
        grid.setVerticalSpacing(4)
        self.lengths: dict[str, NumberEdit] = {}
        for row, (key, words, right) in enumerate(
            (
                ("left", self.tr("A: mép trái đến vạch"), MARK_MM),
                ("top_left", self.tr("B: mép trên, bên trái"), MARK_MM),
                ("top_right", self.tr("C: mép trên, bên phải"), MARK_MM),
                ("across", self.tr("D: thanh ngang"), ACROSS_MM),
                ("down", self.tr("E: thanh dọc"), DOWN_MM),
            )
        ):
            field = _field(f"calibration.length.{key}", words, None)
            field.setPlaceholderText(decimal(right))
            label = meta(words)
            label.setBuddy(field)
            grid.addWidget(label, row, 0)
            grid.addWidget(field, row, 1)
            self.lengths[key] = field
        grid.setColumnStretch(0, 1)
        self._reading.body.setContentsMargins(0, 4, 0, 4)
        self._reading.body.addLayout(grid)
        self._reading.body.addWidget(
            button(self.tr("Tính độ lệch"), self._compute, name="calibration.compute")
        )

    # -- values -------------------------------------------------------------------------------

    def set_sheet_size(self, width_mm: float, height_mm: float) -> None:
        """Name the sheet the lengths are measured on."""
        self._size = (width_mm, height_mm)

    def set_fault(self, fault: Fault) -> None:
        """Show a stored fault."""
        self._fault = fault
        self.across.setText(decimal(abs(fault.right_mm)))
        self.sideways.choose("left" if fault.right_mm < 0 else "right")
        self.upright.setText(decimal(abs(fault.down_mm)))
        self.heights.choose("down" if fault.down_mm > 0 else "up")
        self.scale.setText(decimal(fault.scale_percent))
        self.turn.setText(decimal(abs(fault.turn_degrees)))
        self.turns.choose("back" if fault.turn_degrees < 0 else "forth")
        self._complain("")

    def fault(self) -> Fault:
        """Return the fault as it was last understood."""
        return self._fault

    def _left(self, *_: object) -> None:
        """Take over what the fields say once one of them has been left."""
        fields = (self.across, self.upright, self.scale, self.turn)
        numbers = [_number(field.text()) for field in fields]
        for field, number in zip(fields, numbers, strict=True):
            theme.mark(field, "state", "error" if number is None else "")
        if any(number is None for number in numbers):
            self._complain(self.tr("Gõ một số, ví dụ 2,0."))
            return
        across, upright, scale, turn = (number or 0.0 for number in numbers)
        right, down = observed(
            across,
            "left" if self.sideways.current() == "left" else "right",
            upright,
            "up" if self.heights.current() == "up" else "down",
        )
        self._take(
            Fault(
                right_mm=right,
                down_mm=down,
                scale_percent=scale,
                turn_degrees=(-turn if self.turns.current() == "back" else turn) + 0.0,
            )
        )

    def _take(self, fault: Fault) -> bool:
        issues = check(fault)
        self._complain(issues[0].message if issues else "")
        if issues:
            return False
        if fault != self._fault:
            self._fault = fault
            self.changed.emit(fault)
        return True

    def _compute(self) -> None:
        """Work the fault out from the five lengths; an empty field counts as right."""
        numbers: dict[str, float] = {}
        for key, field in self.lengths.items():
            if field.text().strip():
                number = _number(field.text())
                theme.mark(field, "state", "error" if number is None else "")
                if number is None:
                    self._complain(self.tr("Gõ một số, ví dụ 10,5."))
                    return
                numbers[key] = number
        fault = Reading(**numbers).fault(*self._size)
        if self._take(fault):
            self.set_fault(fault)

    def _save(self) -> None:
        self._left()
        if self._message.isHidden():
            self.save_wanted.emit(self._fault)

    def _complain(self, sentence: str) -> None:
        self._message.setText(sentence)
        self._message.setVisible(bool(sentence))
        self.setAccessibleDescription(sentence or in_words(self._fault))


def _field(name: str, spoken: str, left: object) -> NumberEdit:
    field = NumberEdit()
    field.setObjectName(name)
    field.setAccessibleName(spoken)
    field.setFixedWidth(theme.em(54))
    if left is not None:
        field.left.connect(left)
    return field


def _sides(choices: Sequence[tuple[str, str]]) -> JoinedButtons:
    """Return a pair of narrow joined buttons: the panel is not wide."""
    made = JoinedButtons([Segment(key=key, text=words) for key, words in choices])
    widths = 0
    for key, words in choices:
        one = made.button(key)
        one.setFixedWidth(one.fontMetrics().horizontalAdvance(words) + 18)
        widths += one.width()
    made.setFixedWidth(widths)
    made.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
    return made


def _number(text: str) -> float | None:
    """Read a positive length as officers type it, with a comma or a point; None if it is none."""
    try:
        number = float(text.strip().replace(",", "."))
    except ValueError:
        return None
    return number if 0 <= number < 10_000 else None
