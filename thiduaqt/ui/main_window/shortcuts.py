"""Ctrl+/: every shortcut that exists, straight from the actions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from thiduaqt.ui.i18n import translate
from thiduaqt.ui.widgets.buttons import button
from thiduaqt.ui.widgets.labels import strong, text_label


def grid_keys() -> list[tuple[str, str]]:
    """Return the keys of the grid, which are no actions because they belong to cells."""
    return [
        ("F2", translate("Shortcuts", "Sửa ô")),
        ("Enter · Tab", translate("Shortcuts", "Xuống dòng dưới · sang ô bên phải")),
        ("Esc", translate("Shortcuts", "Trả lại giá trị cũ của ô")),
        ("Ctrl+C · Ctrl+V", translate("Shortcuts", "Chép · dán khối ô (dùng được với Excel)")),
        ("Ctrl+D · Ctrl+R", translate("Shortcuts", "Điền xuống · điền sang phải")),
        ("Ctrl+Enter", translate("Shortcuts", "Điền cả vùng chọn")),
        ("Ctrl+;", translate("Shortcuts", "Ghi ngày hôm nay")),
        ("Delete", translate("Shortcuts", "Xóa nội dung ô")),
        ("Ctrl+Delete", translate("Shortcuts", "Xóa dòng")),
        ("Ctrl+Insert", translate("Shortcuts", "Thêm dòng")),
        ("Alt+↓", translate("Shortcuts", "Mở danh sách hoặc lịch")),
        ("Ctrl+Space · Shift+Space", translate("Shortcuts", "Chọn cột · chọn dòng")),
        ("F3 · Shift+F3", translate("Shortcuts", "Tới kết quả tìm kế tiếp · trước đó")),
        ("Ctrl+←↑→↓", translate("Shortcuts", "Tới cuối vùng dữ liệu")),
    ]


def keys_of(actions: Sequence[QAction]) -> list[tuple[str, str]]:
    """Return (keys, words) of the actions that have a shortcut."""
    native = QKeySequence.SequenceFormat.NativeText
    return [
        (
            " · ".join(keys.toString(native) for keys in action.shortcuts()),
            action.text().replace("&&", "\0").replace("&", "").replace("\0", "&"),
        )
        for action in actions
        if action.shortcuts()
    ]


class ShortcutSheet(QDialog):
    """A read-only list of shortcuts by group."""

    def __init__(self, parent: QWidget, groups: Mapping[str, Sequence[tuple[str, str]]]) -> None:
        super().__init__(parent)
        self.setObjectName("shortcuts")
        self.setWindowTitle(self.tr("Phím tắt"))
        inner = QWidget()
        grid = QGridLayout(inner)
        grid.setHorizontalSpacing(20)
        grid.setVerticalSpacing(3)
        grid.setColumnStretch(1, 1)
        line = 0
        for group, entries in groups.items():
            grid.addWidget(strong(group), line, 0, 1, 2)
            line += 1
            for keys, words in entries:
                grid.addWidget(text_label(keys, "second", wrap=False), line, 0)
                grid.addWidget(text_label(words, wrap=False), line, 1)
                line += 1
        grid.setRowStretch(line, 1)
        area = QScrollArea()
        area.setWidget(inner)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        close = button(self.tr("Đón&g"), self.accept)
        row = QHBoxLayout()
        row.addStretch()
        row.addWidget(close)
        page = QVBoxLayout(self)
        page.addWidget(area, 1)
        page.addLayout(row)
        self.resize(520, 460)
        close.setDefault(True)

    def words(self) -> list[str]:
        """Return all texts of the sheet."""
        return [label.text() for label in self.findChildren(QLabel)]
