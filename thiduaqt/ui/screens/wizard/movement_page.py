"""Page 4: which movement to start from, for which year, how many may be awarded."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QRadioButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from thiduaqt.domain.quota_table import QuotaLine
from thiduaqt.services import setup
from thiduaqt.ui import theme
from thiduaqt.ui.i18n import translate
from thiduaqt.ui.screens.wizard.draft import Draft
from thiduaqt.ui.screens.wizard.page import Page
from thiduaqt.ui.tables.quotas import QuotaTable
from thiduaqt.ui.theme import mark
from thiduaqt.ui.widgets.cards import Card
from thiduaqt.ui.widgets.editors import LineEdit
from thiduaqt.ui.widgets.labels import SourceTag, meta, section, text_label

_YEARS = range(2020, 2100)


class PackCard(Card):
    """One movement to start from; the whole card can be clicked."""

    wanted = Signal(str)

    def __init__(self, code: str, name: str, title: str, description: str) -> None:
        super().__init__()
        self.code = code
        self.choice = QRadioButton(name)
        font = self.choice.font()
        font.setBold(True)
        self.choice.setFont(font)
        self.choice.setObjectName(f"wizard.pack.{code}")
        self.choice.setAccessibleDescription(f"{title}. {description}")
        self.body.setSpacing(2)
        self.title = title
        self.body.addWidget(self.choice)
        self.body.addWidget(meta(description, wrap=True))

    def mousePressEvent(self, event: object) -> None:
        self.wanted.emit(self.code)


class MovementPage(Page):
    """Cards of movement packs, the year, and the quotas of the chosen one."""

    def __init__(self, draft: Draft) -> None:
        super().__init__(
            draft,
            translate("MovementPage", "Phong trào"),
            translate(
                "MovementPage", "Chọn một mẫu để bắt đầu; tiêu chí, chỉ tiêu, mốc sửa được sau."
            ),
        )
        self.cards: dict[str, PackCard] = {}
        self._choices = QButtonGroup(self)
        self.year = LineEdit()
        self.year.setObjectName("wizard.year")
        self.year.setAccessibleName(self.tr("Năm của đợt khen đầu tiên"))
        self.year.setMaximumWidth(theme.em(80))
        self.year.left.connect(self._on_year)
        self.quotas = QuotaTable(name="wizard.quotas", sources=False)
        self.quotas.changed.connect(self._on_quota)
        self.title = text_label("", "second")
        left = QVBoxLayout()
        left.addWidget(self._card_area(), 1)
        line = QHBoxLayout()
        label = text_label(self.tr("Năm của đợt khen đầu tiên"), "second", wrap=False)
        label.setBuddy(self.year)
        line.addWidget(label)
        line.addWidget(self.year)
        line.addStretch()
        left.addLayout(line)
        right = QVBoxLayout()
        right.addWidget(self.title)
        head = QHBoxLayout()
        head.addWidget(section(self.tr("Số lượng khen do xã quyết định")))
        head.addWidget(SourceTag("plan"))
        head.addStretch()
        right.addLayout(head)
        right.addWidget(self.quotas)
        right.addStretch()
        columns = QHBoxLayout()
        columns.setSpacing(20)
        columns.addLayout(left, 3)
        columns.addLayout(right, 5)
        self.body.addLayout(columns, 1)

    def _card_area(self) -> QScrollArea:
        """Return the cards in a column that scrolls where the screen is small."""
        column = QWidget()
        column.setProperty("bare", "true")
        cards = QVBoxLayout(column)
        cards.setContentsMargins(0, 0, 4, 0)
        for info in setup.available_packs():
            card = PackCard(info.code, info.short_name, info.title, info.description)
            card.wanted.connect(self._choose)
            card.choice.clicked.connect(lambda _=False, code=info.code: self._choose(code))
            self._choices.addButton(card.choice)
            self.cards[info.code] = card
            cards.addWidget(card)
        cards.addStretch()
        self._area = QScrollArea()
        self._area.setAccessibleName(self.tr("Các mẫu phong trào"))
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QScrollArea.Shape.NoFrame)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setWidget(column)
        bar = self._area.verticalScrollBar().sizeHint().width()
        self._area.setMinimumWidth(column.minimumSizeHint().width() + bar)
        return self._area

    def first_field(self) -> QWidget:
        return self.cards[self.draft.pack].choice

    def load(self) -> None:
        self.cards[self.draft.pack].choice.setChecked(True)
        for code, card in self.cards.items():
            mark(card, "kind", "card-focus" if code == self.draft.pack else "card")
        chosen = self.cards[self.draft.pack]
        self.title.setText(chosen.title)
        self._area.ensureWidgetVisible(chosen)
        if not self.year.hasFocus():
            self.year.setText(str(self.draft.year))
        self.quotas.set_lines(self.draft.quota_lines)

    def missing(self) -> str:
        if not self._read_year():
            self.year.setFocus(Qt.FocusReason.OtherFocusReason)
            words = self.tr("“{text}” không phải một năm. Gõ bốn chữ số, ví dụ 2026.")
            return words.format(text=self.year.text())
        return ""

    def _read_year(self) -> bool:
        typed = self.year.text().strip()
        if not (typed.isascii() and typed.isdigit() and int(typed) in _YEARS):
            return False
        self.draft.year = int(typed)
        return True

    def _on_year(self) -> None:
        if self._read_year():
            self.changed.emit()

    def _choose(self, code: str) -> None:
        self.draft.take_pack(code)
        self.load()
        self.changed.emit()

    def _on_quota(self, line: QuotaLine, kind: str, maximum: int | None) -> None:
        self.draft.maxima[f"{line.id}/{kind}"] = "" if maximum is None else str(maximum)
        self.quotas.set_lines(self.draft.quota_lines)
        self.changed.emit()
