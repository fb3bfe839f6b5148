"""Two small windows: what the program is and under which licences; a page to try typing on."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

import thiduaqt
from thiduaqt import paths
from thiduaqt.ui.forms.fields import FieldSpec
from thiduaqt.ui.forms.form import Form
from thiduaqt.ui.widgets.buttons import button
from thiduaqt.ui.widgets.labels import meta, text_label, title

_LICENCES = ("fonts/OFL.txt", "icons/LICENSE.txt")


class AboutWindow(QDialog):
    """Name, version, what stays on this machine, licences of what ships with us."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("about")
        self.setWindowTitle(self.tr("Giới thiệu"))
        page = QVBoxLayout(self)
        page.setSpacing(10)
        page.addWidget(title(f"ThiDuaQt {thiduaqt.__version__}"))
        page.addWidget(
            text_label(
                self.tr(
                    "Phần mềm giúp xã, phường, đặc khu làm phong trào thi đua và khen thưởng. "
                    "Dữ liệu chỉ nằm trên máy này; phần mềm không gửi gì qua mạng."
                )
            )
        )
        page.addWidget(meta(self.tr("Giấy phép của các phần đi kèm"), "second"))
        text = QPlainTextEdit("\n\n".join(_licence_texts()))
        text.setReadOnly(True)
        text.setAccessibleName(self.tr("Giấy phép của các phần đi kèm"))
        page.addWidget(text, 1)
        row = QHBoxLayout()
        row.addStretch()
        close = button(self.tr("Đón&g"), self.accept)
        row.addWidget(close)
        page.addLayout(row)
        close.setDefault(True)
        self.resize(560, 420)


def _licence_texts() -> list[str]:
    files = [paths.resources() / name for name in _LICENCES]
    return [file.read_text(encoding="utf-8") for file in files if file.is_file()]


class TelexPage(QDialog):
    """Every kind of editor on one page, for trying a Vietnamese typing aid."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("telex")
        self.setWindowTitle(self.tr("Thử gõ tiếng Việt"))
        page = QVBoxLayout(self)
        words = self.tr(
            "Gõ thử “Nguyễn Thị Ước, Đặng Đức, quý, giữ” vào từng ô. Không ghi vào dữ liệu."
        )
        page.addWidget(text_label(words, "second"))
        names = ["Thôn 1", "Thôn 3", "Thôn Bình Minh", "Ban Chỉ huy Quân sự xã"]
        self.form = Form(
            [
                FieldSpec(key="text", label=self.tr("Một dòng")),
                FieldSpec(key="choice", label=self.tr("Danh sách"), kind="choice", choices=names),
                FieldSpec(
                    key="free",
                    label=self.tr("Danh sách, gõ tự do"),
                    kind="choice",
                    choices=names,
                    free=True,
                ),
                FieldSpec(key="date", label=self.tr("Ngày"), kind="date"),
                FieldSpec(key="long", label=self.tr("Nhiều dòng"), kind="long"),
            ],
            name="telex.form",
        )
        page.addWidget(self.form, 1)
        row = QHBoxLayout()
        row.addStretch()
        row.addWidget(button(self.tr("Đón&g"), self.accept))
        page.addLayout(row)
        self.resize(520, 330)
