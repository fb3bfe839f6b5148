"""The field that searches a list: debounced, deaf to marks, Esc clears, F3 goes on."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QAction, QKeyEvent, Qt
from PySide6.QtWidgets import QAbstractItemView, QApplication, QLineEdit

from thiduaqt.ui import icons, theme, tokens


class FindField(QLineEdit):
    """``searched(text)`` comes once typing has rested; Telex leaves half words in between."""

    searched = Signal(str)

    def __init__(self, view: QAbstractItemView) -> None:
        super().__init__()
        self._view = view
        self.setObjectName("find")
        self.setPlaceholderText(self.tr("Tìm trong danh sách"))
        self.setAccessibleName(self.tr("Tìm trong danh sách"))
        self.setToolTip("Ctrl+F")
        self.setClearButtonEnabled(True)
        self.setFixedWidth(theme.em(200))
        glass = QAction(icons.icon("search"), "", self)
        self.addAction(glass, QLineEdit.ActionPosition.LeadingPosition)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(tokens.DEBOUNCE)
        self._timer.timeout.connect(lambda: self.searched.emit(self.text()))
        self.textChanged.connect(self._timer.start)

    def begin(self, text: str) -> None:
        """Take the focus and go on with ``text``."""
        self.setFocus()
        self.setText(text)

    def clear_silently(self) -> None:
        """Empty the field without searching."""
        before = self.blockSignals(True)
        self.clear()
        self.blockSignals(before)
        self._timer.stop()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key == Qt.Key.Key_Escape:
            self.clear_silently()
            self.searched.emit("")
            self._view.setFocus()
        elif key == Qt.Key.Key_F3:
            self._timer.stop()
            self.searched.emit(self.text())
            QApplication.sendEvent(self._view, event)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down):
            self._timer.stop()
            self.searched.emit(self.text())
            self._enter_list()
        else:
            super().keyPressEvent(event)

    def _enter_list(self) -> None:
        self._view.setFocus()
        model = self._view.model()
        if model is not None and model.rowCount() and not self._view.currentIndex().isValid():
            self._view.setCurrentIndex(model.index(0, 0))
