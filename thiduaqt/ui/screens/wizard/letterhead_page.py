"""Page 3: how papers open and who signs them, seen at once on the page at the right."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QWidget

from thiduaqt.services import letterhead, setup
from thiduaqt.services.letterhead import PAPER_WORDS, PaperKind
from thiduaqt.services.papers import STANDING_SIGNER
from thiduaqt.ui import theme, tokens
from thiduaqt.ui.i18n import translate
from thiduaqt.ui.printing.letterhead import LetterheadView
from thiduaqt.ui.screens.wizard.draft import Draft
from thiduaqt.ui.screens.wizard.page import Page
from thiduaqt.ui.widgets.buttons import JoinedButtons, Segment, button
from thiduaqt.ui.widgets.editors import LineEdit, pick_box
from thiduaqt.ui.widgets.labels import SourceTag, meta, rule, text_label

_REPAINT = 150
_LABELS = 104


class LetterheadPage(Page):
    """Fields at the left, the page at the right; the field being edited is outlined there."""

    def __init__(self, draft: Draft) -> None:
        super().__init__(
            draft,
            translate("LetterheadPage", "Phần đầu văn bản"),
            translate("LetterheadPage", "Sửa bên trái, xem ngay bên phải."),
        )
        self.view = LetterheadView()
        self.fields: dict[str, LineEdit] = {}
        self._labels: dict[str, QLabel] = {}
        self._focused = ""
        self._waiting = QTimer(self)
        self._waiting.setSingleShot(True)
        self._waiting.setInterval(_REPAINT)
        self._waiting.timeout.connect(self._show)
        self.forms = JoinedButtons(
            [
                Segment(key=code, text=" – ".join(setup.SIGNING_FORMS[code]))
                for code in (setup.CHAIR, setup.DEPUTY)
            ]
        )
        self.kinds = pick_box(
            [(kind, words) for kind, words in PAPER_WORDS.items()], "wizard.preview_kind"
        )
        self.kinds.setAccessibleName(self.tr("Xem thử với"))
        self.more = button(
            self.tr("Thêm người ký thứ hai"), self._toggle_second, kind="link", name="wizard.second"
        )
        self._lay_out()
        self.forms.chosen.connect(self._on_form)
        self.kinds.currentIndexChanged.connect(lambda _row: self._show())

    # -- building -----------------------------------------------------------------------------

    def _lay_out(self) -> None:
        columns = QHBoxLayout()
        columns.setSpacing(20)
        left = QWidget()
        left.setMinimumWidth(theme.em(416))
        left.setMaximumWidth(theme.em(460))
        grid = QGridLayout(left)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(tokens.GAP)
        grid.setVerticalSpacing(5)
        grid.setColumnMinimumWidth(0, theme.em(_LABELS))
        grid.setColumnStretch(1, 1)
        self.issuer = text_label("")
        self._add(grid, self.tr("Cơ quan"), self.issuer)
        self._add_field(grid, "place", self.tr("Địa danh"), width=200)
        self._add_wide(grid, rule())
        self._add_field(grid, "standing_body", self.tr("Bộ phận trình"))
        self._add_field(grid, "standing_symbol", self.tr("Ký hiệu tờ trình"), width=110)
        self._add_field(grid, STANDING_SIGNER, self.tr("Trưởng phòng"), width=240)
        self._add_wide(grid, rule())
        holder = QHBoxLayout()
        holder.addWidget(self.forms)
        holder.addStretch()
        box = QWidget()
        box.setLayout(holder)
        holder.setContentsMargins(0, 0, 0, 0)
        self._add(grid, self.tr("Thể thức ký"), box)
        self._add_field(grid, "first", self.tr("Họ và tên"), width=240)
        self._add_field(grid, "second", "", width=240)
        self._add_wide(grid, self.more, indented=True)
        source = QHBoxLayout()
        source.addWidget(SourceTag("law", self.tr("NĐ 30/2020, Phụ lục I")))
        source.addSpacing(6)
        source.addWidget(meta(self.tr("cỡ chữ, vị trí")))
        source.addStretch()
        grid.addLayout(source, grid.rowCount(), 1)
        grid.setRowStretch(grid.rowCount(), 1)
        columns.addWidget(left, 2)
        columns.addWidget(self.view, 3)
        self.body.addLayout(columns, 1)

    def _add(self, grid: QGridLayout, label: str, widget: QWidget) -> QLabel:
        row = grid.rowCount()
        words = text_label(label, "second")
        words.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        words.setMaximumWidth(theme.em(_LABELS))
        words.setBuddy(widget)
        grid.addWidget(words, row, 0)
        grid.addWidget(widget, row, 1)
        return words

    def _add_wide(self, grid: QGridLayout, widget: QWidget, *, indented: bool = False) -> None:
        row = grid.rowCount()
        if indented:
            grid.addWidget(widget, row, 1, Qt.AlignmentFlag.AlignLeft)
        else:
            grid.addWidget(widget, row, 0, 1, 2)

    def _add_field(self, grid: QGridLayout, key: str, label: str, *, width: int = 0) -> None:
        edit = LineEdit()
        edit.setObjectName(f"wizard.{key}")
        edit.setAccessibleName(label)
        if width:
            edit.setMaximumWidth(theme.em(width))
        edit.installEventFilter(self)
        edit.textChanged.connect(lambda _text: self._waiting.start())
        self.fields[key] = edit
        self._labels[key] = self._add(grid, label, edit)

    def foot(self) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(text_label(self.tr("Xem thử với"), "second", wrap=False))
        self.kinds.setMinimumWidth(140)
        row.addWidget(self.kinds)
        return holder

    # -- page ---------------------------------------------------------------------------------

    def first_field(self) -> QWidget:
        return self.fields["first"]

    def load(self) -> None:
        draft = self.draft
        lines = draft.office().issuer_lines
        self.issuer.setText("\n".join(lines))
        self.forms.choose(draft.form)
        texts = {
            "place": draft.place,
            "standing_body": draft.standing_body,
            "standing_symbol": draft.standing_symbol,
            STANDING_SIGNER: draft.names.get(STANDING_SIGNER, ""),
            "first": draft.names.get(draft.form, ""),
            "second": draft.names.get(draft.other_form, ""),
        }
        for key, text in texts.items():
            if not self.fields[key].hasFocus():
                self.fields[key].setText(text)
        self._show_second()
        self._show()

    def missing(self) -> str:
        self._store()
        return ""

    def _show_second(self) -> None:
        on = self.draft.second
        label = " – ".join(setup.SIGNING_FORMS[self.draft.other_form])
        self._labels["second"].setText(label)
        self._labels["second"].setWordWrap(True)
        self.fields["second"].setAccessibleName(self.tr("Họ và tên người ký thứ hai"))
        for widget in (self._labels["second"], self.fields["second"]):
            widget.setVisible(on)
        self.more.setText(
            self.tr("Bỏ người ký thứ hai") if on else self.tr("Thêm người ký thứ hai")
        )

    def _store(self) -> None:
        """Take over what stands in the fields."""
        draft = self.draft
        draft.place = self.fields["place"].text()
        draft.standing_body = self.fields["standing_body"].text()
        draft.standing_symbol = self.fields["standing_symbol"].text()
        draft.names[STANDING_SIGNER] = self.fields[STANDING_SIGNER].text()
        draft.names[draft.form] = self.fields["first"].text()
        draft.names[draft.other_form] = self.fields["second"].text()

    # -- what happens -------------------------------------------------------------------------

    def _on_form(self, code: str) -> None:
        """The name stays with the field: whoever was typed signs in the other form now."""
        draft = self.draft
        self._store()
        first, second = self.fields["first"].text(), self.fields["second"].text()
        draft.form = code
        if draft.second:
            self.fields["first"].setText(second)
            self.fields["second"].setText(first)
        self._store()
        self._show_second()
        self._show()

    def _toggle_second(self) -> None:
        self.draft.second = not self.draft.second
        self._show_second()
        self.fields["second" if self.draft.second else "first"].setFocus()
        self._show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn:
            self._focused = next(
                (key for key, edit in self.fields.items() if edit is watched), self._focused
            )
            own = self._focused in ("standing_body", "standing_symbol", STANDING_SIGNER)
            wanted: PaperKind = "submission" if own else "decision"
            row = self.kinds.findData(wanted)
            if row != self.kinds.currentIndex():
                self.kinds.setCurrentIndex(row)
            self._show()
        return super().eventFilter(watched, event)

    def _outlined(self) -> str:
        codes = {"first": self.draft.form, "second": self.draft.other_form}
        return codes.get(self._focused, self._focused)

    def _show(self) -> None:
        """Paint the page anew from what stands in the fields."""
        self._waiting.stop()
        self._store()
        office = self.draft.office()
        kind: PaperKind = self.kinds.currentData() or "decision"
        wanted = STANDING_SIGNER if kind == "submission" else self.draft.form
        if self._focused == "second" and kind == "decision":
            wanted = self.draft.other_form
        signer = next((one for one in office.signers if one.code == wanted), None)
        self.view.show_pieces(letterhead.page(office, kind, signer), self._outlined())
        self.changed.emit()
