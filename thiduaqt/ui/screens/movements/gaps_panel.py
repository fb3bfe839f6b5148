"""What a movement still lacks: a count in the row of tabs, a list that opens below it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from thiduaqt.domain.completeness import Gap
from thiduaqt.ui import icons, theme, tokens
from thiduaqt.ui.i18n import translate
from thiduaqt.ui.widgets.buttons import button
from thiduaqt.ui.widgets.labels import meta
from thiduaqt.ui.widgets.states import look_of

_LINES = 5


class GapsButton(QWidget):
    """The count at the right of the tabs; pressed, it opens and closes the list."""

    def __init__(self, panel: GapsPanel) -> None:
        super().__init__()
        self._panel = panel
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(tokens.GAP)
        self._good = QLabel()
        self._good.setPixmap(icons.icon("circle-check", tokens.OK).pixmap(16, 16))
        self.words = meta("", "ok")
        self.button = button("", self._toggle, kind="flat", name="movements.gaps")
        self.button.setIcon(icons.icon("alert-triangle", look_of("warn").colour))
        row.addWidget(self._good)
        row.addWidget(self.words)
        row.addWidget(self.button)

    def show_count(self, count: int) -> None:
        """Show how many things are missing."""
        self._good.setVisible(not count)
        self.words.setVisible(not count)
        self.words.setText(self.tr("Đủ để sử dụng"))
        self.button.setVisible(bool(count))
        self.button.setText(self.tr("Còn thiếu %n mục", "", count))
        self.button.setToolTip(self.tr("Xem những mục còn thiếu và tới chỗ điền"))

    def _toggle(self) -> None:
        self._panel.setVisible(self._panel.isHidden())
        if self._panel.isVisible():
            self._panel.focus_first()


class GapsPanel(QFrame):
    """The list: each line says what is missing and leads to the place. Esc closes it."""

    wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("movements.gaps.panel")
        self.setProperty("kind", "strip-warn")
        self._gaps: tuple[Gap, ...] = ()
        page = QVBoxLayout(self)
        page.setContentsMargins(12, 4, 4, 6)
        page.setSpacing(2)
        head = QHBoxLayout()
        self._rest = meta(self.tr("Vẫn lưu và làm tiếp được; các mục này cần trước khi dùng."))
        head.addWidget(self._rest, 1)
        close = self.tr("Đóng danh sách còn thiếu")
        head.addWidget(
            button("", self.hide, kind="flat", icon="x", tooltip=close, name="movements.gaps.close")
        )
        page.addLayout(head)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        page.addWidget(self._area)
        self.hide()

    def show_gaps(self, gaps: Sequence[Gap]) -> None:
        """Show ``gaps``; with none the panel goes."""
        fresh = tuple(gaps)
        if not fresh:
            self.hide()
        if fresh == self._gaps:
            return
        self._gaps = fresh
        inner = QWidget()
        inner.setProperty("bare", True)
        lines = QVBoxLayout(inner)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(0)
        for number, gap in enumerate(fresh):
            lines.addLayout(self._line(number, gap))
        lines.addStretch()
        self._area.setWidget(inner)
        height = inner.sizeHint().height() // max(1, len(fresh))
        self._area.setFixedHeight(height * min(_LINES, len(fresh)) + 4)

    def focus_first(self) -> None:
        """Lead the keyboard to the first line."""
        first = self.findChild(QPushButton, "movements.gap.0")
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _line(self, number: int, gap: Gap) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(tokens.GAP)
        where = meta(tab_title(gap.tab))
        where.setFixedWidth(theme.em(110))
        link = button(
            gap.text, lambda: self.wanted.emit(gap), kind="link", name=f"movements.gap.{number}"
        )
        row.addWidget(where)
        row.addWidget(link)
        row.addStretch()
        return row

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
        else:
            super().keyPressEvent(event)


def tab_title(key: str) -> str:
    """Return the title of a tab."""
    titles = {
        "general": translate("movements", "Thông tin chung"),
        "criteria": translate("movements", "Tiêu chí"),
        "targets": translate("movements", "Chỉ tiêu"),
        "dates": translate("movements", "Mốc thời gian"),
        "quotas": translate("movements", "Số lượng khen"),
        "text": translate("movements", "Văn bản"),
    }
    return titles[key]
