"""Page 1: a new office, a data file that exists, or a look at the sample."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from thiduaqt.ui import icons, tokens
from thiduaqt.ui.i18n import translate
from thiduaqt.ui.screens.wizard.draft import Draft
from thiduaqt.ui.screens.wizard.page import Page
from thiduaqt.ui.widgets.buttons import button
from thiduaqt.ui.widgets.cards import Card
from thiduaqt.ui.widgets.labels import section, text_label


class WelcomePage(Page):
    """Three ways to begin: ``onward``, ``open_wanted`` and ``sample_wanted``."""

    open_wanted = Signal()
    sample_wanted = Signal()

    def __init__(self, draft: Draft) -> None:
        super().__init__(
            draft,
            translate("WelcomePage", "Chào anh/chị"),
            translate(
                "WelcomePage",
                "Khoảng bốn phút để có tệp dữ liệu của đơn vị. Mọi câu trả lời đều sửa lại được.",
            ),
        )
        self.start = button(
            self.tr("Bắt đầu cho đơn vị của tôi"),
            self.onward.emit,
            kind="primary",
            name="wizard.start",
        )
        self.existing = button(
            self.tr("Mở tệp dữ liệu đã có…"), self.open_wanted.emit, name="wizard.open"
        )
        self.sample = button(
            self.tr("Dùng thử với dữ liệu mẫu"), self.sample_wanted.emit, name="wizard.sample"
        )
        self.body.addSpacing(8)
        self._add(
            "building-community",
            self.tr("Đơn vị của tôi"),
            self.tr("Chọn xã, phường, đặc khu; xem phần đầu văn bản; chọn phong trào."),
            self.start,
        )
        self._add(
            "folder-open",
            self.tr("Đã có dữ liệu"),
            self.tr("Mở tệp .tdqdb của đơn vị, chép từ máy cũ hoặc do người trước bàn giao."),
            self.existing,
        )
        self._add(
            "eye",
            self.tr("Chỉ xem thử"),
            self.tr("Một mùa thi đua của xã Minh Họa không có thật, người cũng không có thật."),
            self.sample,
        )
        self.body.addStretch()

    def _add(self, icon: str, heading: str, sentence: str, way: QPushButton) -> None:
        card = Card()
        row = QHBoxLayout()
        row.setSpacing(16)
        picture = QLabel()
        picture.setPixmap(icons.icon(icon, tokens.PRIMARY).pixmap(32, 32))
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(section(heading))
        words.addWidget(text_label(sentence, "second"))
        way.setMinimumWidth(230)
        way.setAccessibleDescription(sentence)
        row.addWidget(picture, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addLayout(words, 1)
        row.addWidget(way)
        card.body.addLayout(row)
        self.body.addWidget(card)

    def first_field(self) -> QWidget:
        return self.start
