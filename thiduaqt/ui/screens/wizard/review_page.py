"""Page 5: all answers in one table, each with a way back to it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QPushButton, QScrollArea, QWidget

from thiduaqt.domain.quota_table import in_words
from thiduaqt.domain.text import clean
from thiduaqt.services.papers import STANDING_SIGNER
from thiduaqt.ui.i18n import translate
from thiduaqt.ui.screens.wizard.draft import Draft
from thiduaqt.ui.screens.wizard.page import Page
from thiduaqt.ui.widgets.buttons import button
from thiduaqt.ui.widgets.labels import rule, text_label

COMMUNE, LETTERHEAD, MOVEMENT, FILE = 1, 2, 3, -1


class ReviewPage(Page):
    """``mend_wanted(page)`` follows *Sửa*; :data:`FILE` asks for another place of the file."""

    mend_wanted = Signal(int)

    def __init__(self, draft: Draft, folder: Path) -> None:
        super().__init__(
            draft,
            translate("ReviewPage", "Kiểm tra lại"),
            translate("ReviewPage", "Chưa tạo gì. Bấm Hoàn tất để tạo tệp dữ liệu của đơn vị."),
        )
        self._folder = folder
        self.links: list[QPushButton] = []
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QScrollArea.Shape.NoFrame)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.body.addWidget(self._area, 1)

    def rows(self) -> list[tuple[str, str, int]]:
        """Return what is shown: label, answer, the page it comes from."""
        draft = self.draft
        office = draft.office()
        signers = [f"{' – '.join(one.form)}: {one.name or '…'}" for one in office.signers]
        signers = [
            words
            for words, one in zip(signers, office.signers, strict=True)
            if one.code != STANDING_SIGNER
        ]
        head = clean(draft.names.get(STANDING_SIGNER, ""))
        standing = f"{office.standing_body} (TTr-{office.standing_symbol})"
        file = draft.proposed_file(self._folder)
        return [
            (self.tr("Đơn vị"), f"{office.committee}, {self._province()}", COMMUNE),
            (self.tr("Khu dân cư gọi là"), office.village_word, COMMUNE),
            (self.tr("Phần đầu văn bản"), " / ".join(office.issuer_lines), LETTERHEAD),
            (self.tr("Địa danh"), office.place, LETTERHEAD),
            (self.tr("Người ký"), "\n".join(signers), LETTERHEAD),
            (self.tr("Bộ phận trình"), f"{standing}, {head}" if head else standing, LETTERHEAD),
            (self.tr("Phong trào"), draft.plan.title, MOVEMENT),
            (self.tr("Năm đầu tiên"), str(draft.year), MOVEMENT),
            (self.tr("Số lượng khen"), in_words(draft.quota_lines), MOVEMENT),
            (self.tr("Tệp dữ liệu"), str(file), FILE),
            (
                self.tr("Tự sao lưu khi thoát"),
                self.tr("vào thư mục {folder}").format(folder=f"{file.stem}-sao-luu"),
                0,
            ),
        ]

    def _province(self) -> str:
        commune = self.draft.commune
        return commune.province_name if commune else ""

    def load(self) -> None:
        inner = QWidget()
        inner.setProperty("bare", True)
        grid = QGridLayout(inner)
        grid.setContentsMargins(0, 0, 12, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(1, 1)
        self.links = []
        for number, (label, value, page) in enumerate(self.rows()):
            words = text_label(label, "second", wrap=False)
            words.setMinimumHeight(28)
            grid.addWidget(words, number * 2, 0, Qt.AlignmentFlag.AlignTop)
            answer = text_label(value)
            answer.setMinimumHeight(28)
            grid.addWidget(answer, number * 2, 1)
            if page:
                link = button(self.tr("Sửa"), kind="link", name=f"wizard.mend.{number}")
                link.clicked.connect(lambda _=False, page=page: self.mend_wanted.emit(page))
                link.setAccessibleName(self.tr("Sửa {what}").format(what=label.lower()))
                grid.addWidget(link, number * 2, 2, Qt.AlignmentFlag.AlignTop)
                self.links.append(link)
            grid.addWidget(rule(), number * 2 + 1, 0, 1, 3)
        grid.setRowStretch(grid.rowCount(), 1)
        self._area.setWidget(inner)
