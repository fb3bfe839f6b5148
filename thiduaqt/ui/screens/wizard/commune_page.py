"""Page 2: which commune, and what it calls its smallest parts."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QLabel,
    QRadioButton,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from thiduaqt.domain.places import Commune
from thiduaqt.domain.text import clean
from thiduaqt.services import letterhead, setup
from thiduaqt.ui import icons, theme, tokens
from thiduaqt.ui.forms.fields import FieldSpec
from thiduaqt.ui.forms.form import Form
from thiduaqt.ui.i18n import translate
from thiduaqt.ui.printing.letterhead import LetterheadView
from thiduaqt.ui.screens.wizard.communes import CommuneList
from thiduaqt.ui.screens.wizard.draft import Draft
from thiduaqt.ui.screens.wizard.page import Page
from thiduaqt.ui.widgets.buttons import button
from thiduaqt.ui.widgets.cards import Card
from thiduaqt.ui.widgets.editors import LineEdit
from thiduaqt.ui.widgets.labels import SourceTag, meta, rule, section, text_label

_WORDS = ("thôn", "tổ dân phố", "bản", "ấp")
_MOST = 50
_KEYS = {
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_PageUp: -6,
    Qt.Key.Key_PageDown: 6,
}


class CommunePage(Page):
    """Search field over a list that is always open; the chosen unit at the right."""

    def __init__(self, draft: Draft) -> None:
        super().__init__(
            draft,
            translate("CommunePage", "Anh/chị làm việc ở đơn vị nào?"),
            translate("CommunePage", "Gõ vài chữ của tên xã, phường, đặc khu. Không cần dấu."),
        )
        self.search = LineEdit()
        self.search.setObjectName("wizard.search")
        self.search.setAccessibleName(self.tr("Tên xã, phường, đặc khu"))
        self.search.setPlaceholderText(self.tr("Ví dụ: cao minh"))
        self.search.setClearButtonEnabled(True)
        glass = QAction(icons.icon("search"), "", self)
        self.search.addAction(glass, LineEdit.ActionPosition.LeadingPosition)
        self.search.installEventFilter(self)
        self.counted = meta("")
        self.list = CommuneList()
        self.nothing = text_label("", "second")
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.nothing.setContentsMargins(12, 12, 12, 12)
        self.hand = HandEntry()
        self.summary = Summary(draft)
        self._waiting = QTimer(self)
        self._waiting.setSingleShot(True)
        self._waiting.setInterval(tokens.DEBOUNCE)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        columns = QHBoxLayout()
        columns.setSpacing(24)
        left = QVBoxLayout()
        left.setSpacing(6)
        line = QHBoxLayout()
        line.addWidget(self.search, 1)
        line.addWidget(self.counted)
        left.addLayout(line)
        self.results = QStackedWidget()
        empty = QFrame()
        empty.setProperty("kind", "card")
        inside = QVBoxLayout(empty)
        inside.addWidget(self.nothing)
        self.results.addWidget(self.list)
        self.results.addWidget(empty)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.results)
        self.stack.addWidget(self.hand)
        left.addWidget(self.stack, 1)
        foot = QHBoxLayout()
        self.ask = text_label(self.tr("Không thấy đơn vị?"), "second", wrap=False)
        self.by_hand = button(
            self.tr("Nhập tay tên và tỉnh"), self._toggle_hand, kind="link", name="wizard.by_hand"
        )
        foot.addWidget(self.ask)
        foot.addWidget(self.by_hand)
        foot.addStretch()
        left.addLayout(foot)
        columns.addLayout(left, 3)
        columns.addWidget(self.summary, 2)
        self.body.addLayout(columns, 1)

    def _connect(self) -> None:
        self.search.textChanged.connect(lambda _text: self._waiting.start())
        self._waiting.timeout.connect(self._find)
        self.list.chosen.connect(self._take)
        self.list.taken.connect(self.onward)
        self.hand.told.connect(self._take)
        self.summary.changed.connect(self.changed)

    # -- page ---------------------------------------------------------------------------------

    def load(self) -> None:
        self._find()
        self.summary.show_draft()

    def missing(self) -> str:
        if self._waiting.isActive():
            self._find()
        if self.draft.commune is None:
            return self.tr("Chưa chọn đơn vị. Gõ vài chữ của tên rồi chọn một dòng.")
        return ""

    def first_field(self) -> QWidget:
        by_hand = self.stack.currentWidget() is self.hand
        return self.hand.form.field("name") if by_hand else self.search

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            key = Qt.Key(event.key())
            if key in _KEYS:
                self.list.step(_KEYS[key])
                return True
            if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._find()
                self.onward.emit()
                return True
        return super().eventFilter(watched, event)

    # -- searching ----------------------------------------------------------------------------

    def _find(self) -> None:
        self._waiting.stop()
        typed = clean(self.search.text())
        chosen = self.draft.commune
        query = typed or (chosen.full_name if chosen and chosen.code else "")
        matches = setup.find_communes(query, _MOST) if query else ()
        if not typed and chosen is not None:
            matches = tuple(match for match in matches if match.commune == chosen)
        self.list.show_matches(matches, chosen)
        if typed and not matches:
            self._take(None)
        self.results.setCurrentIndex(0 if matches else 1)
        self._say_nothing(typed)
        words = self.tr("%n đơn vị", "", len(matches))
        if len(matches) == _MOST:
            words = self.tr("%n đơn vị đầu", "", _MOST)
        self.counted.setText(words if typed and matches else "")
        self.counted.setVisible(bool(self.counted.text()))

    def _say_nothing(self, typed: str) -> None:
        if typed:
            words = self.tr(
                "Không thấy “{text}”. Thử bỏ bớt từ hoặc gõ không dấu; nếu vẫn không có, nhập tay."
            )
            self.nothing.setText(words.format(text=typed))
        else:
            self.nothing.setText(
                self.tr(
                    "Danh mục có 3.321 xã, phường, đặc khu của 34 tỉnh, thành phố. "
                    "Trùng tên thì xem tên tỉnh trước khi chọn."
                )
            )

    def _take(self, commune: Commune | None) -> None:
        """Take the marked unit over; what was typed and does not exist leaves none chosen."""
        if commune is None:
            self.draft.commune = None
        else:
            self.draft.take_commune(commune)
        self.summary.show_draft()
        self.changed.emit()

    def _toggle_hand(self) -> None:
        by_hand = self.stack.currentWidget() is not self.hand
        self.stack.setCurrentWidget(self.hand if by_hand else self.results)
        if by_hand:
            self._take(None)  # what the list had marked is not meant any more
            self.hand.tell()
        else:
            self._find()
        self.search.setEnabled(not by_hand)
        self.ask.setVisible(not by_hand)
        words = self.tr("Tìm trong danh mục") if by_hand else self.tr("Nhập tay tên và tỉnh")
        self.by_hand.setText(words)
        self.first_field().setFocus(Qt.FocusReason.OtherFocusReason)


class HandEntry(QFrame):
    """Kind, name and province typed by hand; ``told(Commune)`` once all three are there."""

    told = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        page = QVBoxLayout(self)
        page.setContentsMargins(12, 12, 12, 12)
        self.form = Form(
            [
                FieldSpec(
                    key="kind",
                    label=self.tr("Loại"),
                    kind="choice",
                    choices=("xã", "phường", "đặc khu"),
                    width=140,
                    required=True,
                ),
                FieldSpec(key="name", label=self.tr("Tên"), required=True),
                FieldSpec(
                    key="province",
                    label=self.tr("Tỉnh, thành phố"),
                    kind="choice",
                    required=True,
                ),
            ],
            name="wizard.hand",
        )
        self.form.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        page.addWidget(self.form)
        page.addWidget(
            meta(self.tr("Đơn vị nhập tay không có mã; vẫn làm được mọi việc."), wrap=True)
        )
        page.addStretch()
        self.form.set_values({"kind": "xã"})
        self.form.committed.connect(lambda _key, _value: self.tell())
        self._filled = False

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self._filled:
            self._filled = True
            names = [(one.code, one.full_name) for one in setup.provinces()]
            self.form.set_choices("province", names)

    def tell(self) -> None:
        """Send what has been typed, once it is a whole unit."""
        values = self.form.values()
        province = next(
            (one for one in setup.provinces() if one.code == values.get("province")), None
        )
        name = str(values.get("name") or "")
        if name and province and values.get("kind"):
            commune = Commune(
                code="",
                kind=str(values["kind"]),
                name=name,
                province_code=province.code,
                province_kind=province.kind,
                province=province.name,
            )
            self.told.emit(commune)


class Summary(QWidget):
    """The chosen unit: its committee, the word for its parts, the head of its papers."""

    changed = Signal()

    def __init__(self, draft: Draft) -> None:
        super().__init__()
        self.draft = draft
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        self.card = Card()
        page.addWidget(section(self.tr("Đơn vị đã chọn")))
        page.addWidget(self.card)
        page.addStretch()
        self.none = text_label(self.tr("Chưa chọn đơn vị."), "muted")
        self.name = section("")
        self.name.setWordWrap(True)
        self.detail = meta("", wrap=True)
        self.view = LetterheadView(crop=(18, 40))
        self.rest = QWidget()
        self._build_rest()
        self.card.body.addWidget(self.none)
        self.card.body.addWidget(self.rest)

    def _build_rest(self) -> None:
        inside = QVBoxLayout(self.rest)
        inside.setContentsMargins(0, 0, 0, 0)
        head = QHBoxLayout()
        picture = QLabel()
        picture.setPixmap(icons.icon("building-community", tokens.PRIMARY).pixmap(28, 28))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.name)
        words.addWidget(self.detail)
        head.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        head.addLayout(words, 1)
        inside.addLayout(head)
        inside.addWidget(rule())
        inside.addWidget(text_label(self.tr("Cách gọi khu dân cư"), "second"))
        inside.addLayout(self._word_row())
        inside.addWidget(rule())
        inside.addWidget(text_label(self.tr("Sẽ in trong văn bản"), "second"))
        inside.addWidget(self.view)
        source = QHBoxLayout()
        source.addWidget(SourceTag("law", "QĐ 19/2025/QĐ-TTg"))
        source.addStretch()
        inside.addLayout(source)

    def _word_row(self) -> QVBoxLayout:
        rows = QVBoxLayout()
        self.words = QButtonGroup(self)
        line = QHBoxLayout()
        for number, word in enumerate(_WORDS):
            choice = QRadioButton(word)
            choice.setObjectName(f"wizard.word.{number}")
            self.words.addButton(choice, number)
            line.addWidget(choice)
        line.addStretch()
        rows.addLayout(line)
        other = QHBoxLayout()
        choice = QRadioButton(self.tr("khác:"))
        choice.setObjectName("wizard.word.other")
        self.words.addButton(choice, len(_WORDS))
        self.other = LineEdit()
        self.other.setObjectName("wizard.word.text")
        self.other.setAccessibleName(self.tr("Cách gọi khác"))
        self.other.setPlaceholderText(self.tr("buôn, khu phố…"))
        self.other.setMaximumWidth(theme.em(160))
        other.addWidget(choice)
        other.addWidget(self.other)
        other.addStretch()
        rows.addLayout(other)
        self.words.idClicked.connect(self._on_word)
        self.other.left.connect(self._on_other)
        return rows

    def show_draft(self) -> None:
        """Show the commune of the draft."""
        commune = self.draft.commune
        self.none.setVisible(commune is None)
        self.rest.setVisible(commune is not None)
        if commune is None:
            return
        office = self.draft.office()
        self.name.setText(office.committee)
        code = self.tr("mã {code}").format(code=commune.code) if commune.code else ""
        self.detail.setText(" · ".join(part for part in (commune.province_name, code) if part))
        known = self.draft.village_word in _WORDS
        number = _WORDS.index(self.draft.village_word) if known else len(_WORDS)
        self.words.button(number).setChecked(True)
        if not known and not self.other.hasFocus():
            self.other.setText(self.draft.village_word)
        signer = office.signers[0] if office.signers else None
        self.view.show_pieces(letterhead.page(office, "decision", signer))

    def _on_word(self, number: int) -> None:
        if number < len(_WORDS):
            self.draft.village_word = _WORDS[number]
            self.changed.emit()
        else:
            self.other.setFocus()

    def _on_other(self) -> None:
        word = clean(self.other.text()).lower()
        if word:
            self.draft.village_word = word
            self.words.button(len(_WORDS)).setChecked(True)
            self.changed.emit()
