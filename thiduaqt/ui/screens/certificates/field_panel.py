"""What the chosen field of the sheet is, and the name to print instead of a long one."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from thiduaqt.domain.calibration import decimal
from thiduaqt.domain.fitting import Box
from thiduaqt.services.certificates import Sheet
from thiduaqt.ui.widgets.editors import LineEdit
from thiduaqt.ui.widgets.labels import meta, text_label


class FieldPanel(QWidget):
    """Place and size of the chosen field; ``renamed(text)`` after another name to print."""

    renamed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._facts = {key: QLabel() for key in ("place", "size", "letters")}
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(4)
        words = (self.tr("Vị trí"), self.tr("Cỡ ô"), self.tr("Cỡ chữ"))
        for row, (label, value) in enumerate(zip(words, self._facts.values(), strict=True)):
            name = QLabel(label)
            name.setProperty("role", "second")
            grid.addWidget(name, row, 0)
            grid.addWidget(value, row, 1)
        grid.setColumnStretch(1, 1)
        self._hint = text_label(self.tr("Bấm vào một ô trên tờ giấy để xem vị trí."), "muted")
        self._name_label = QLabel(self.tr("Tê&n in trên giấy khen"))
        self.name = LineEdit()
        self.name.setObjectName("certificates.print_name")
        self.name.setAccessibleName(self.tr("Tên in trên giấy khen"))
        self._name_label.setBuddy(self.name)
        self._name_note = meta(self.tr("Chỉ đổi chữ in, không đổi tên trong sổ."), wrap=True)
        self.name.left.connect(self._commit)
        self.name.returnPressed.connect(self._commit)
        self._shown = ""
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(6)
        self._grid = QWidget()
        grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setLayout(grid)
        for part in (self._hint, self._grid, self._name_label, self.name, self._name_note):
            page.addWidget(part)
        self.show_field(None, None)

    def show_field(self, box: Box | None, sheet: Sheet | None) -> None:
        """Show a field of a sheet; the name to print only where there is a register entry."""
        self._hint.setVisible(box is None)
        self._grid.setVisible(box is not None)
        if box is not None:
            self._facts["place"].setText(f"{decimal(box.x_mm)} × {decimal(box.y_mm)} mm")
            self._facts["size"].setText(f"{decimal(box.width_mm)} × {decimal(box.height_mm)} mm")
            letters = self.tr("{size} pt (thu nhỏ đến {least} pt)").format(
                size=_points(box.size_pt), least=_points(box.least_pt)
            )
            self._facts["letters"].setText(letters)
        named = sheet is not None and bool(sheet.award_id)
        for part in (self._name_label, self.name, self._name_note):
            part.setVisible(named)
        if sheet is not None and not self.name.hasFocus():
            self._shown = sheet.name
            self.name.setText(sheet.name)
            self.name.setCursorPosition(0)

    def _commit(self) -> None:
        text = self.name.text().strip()
        if text and text != self._shown:
            self._shown = text
            self.renamed.emit(text)


def _points(size: float) -> str:
    return decimal(size).removesuffix(",0")
