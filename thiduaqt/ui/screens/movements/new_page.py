"""A new movement: from a pack that ships, or empty."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QStackedWidget, QVBoxLayout, QWidget

from thiduaqt.domain.plan import PlanPack
from thiduaqt.services import movements, setup
from thiduaqt.services.editing import BadValue
from thiduaqt.services.movements import Created
from thiduaqt.services.setup import EMPTY_PACK
from thiduaqt.ui import theme, tokens
from thiduaqt.ui.forms.fields import FieldSpec
from thiduaqt.ui.forms.form import Form
from thiduaqt.ui.i18n import translate
from thiduaqt.ui.screen import ScreenContext
from thiduaqt.ui.widgets.buttons import JoinedButtons, Segment, button
from thiduaqt.ui.widgets.cards import Card
from thiduaqt.ui.widgets.editors import LineEdit
from thiduaqt.ui.widgets.labels import meta, section, text_label
from thiduaqt.ui.widgets.strips import MessageStrip

PACK, BLANK = "pack", "blank"
_YEARS = range(2020, 2100)


class PackList(QListWidget):
    """The packs by name; letters are left to Vietnamese typing."""

    def keyboardSearch(self, search: str) -> None:
        """Ignore letters."""


class NewPage(QWidget):
    """``made(Created)`` follows a movement that was started, ``closed()`` giving up."""

    made = Signal(object)
    closed = Signal()

    def __init__(self, context: ScreenContext) -> None:
        super().__init__()
        self.setObjectName("movements.new")
        self.context = context
        self.strip = MessageStrip("warn")
        self.strip.setObjectName("movements.new.strip")
        self.kinds = JoinedButtons(
            [
                Segment(key=PACK, text=self.tr("Từ mẫu có sẵn"), icon="copy"),
                Segment(key=BLANK, text=self.tr("Bắt đầu từ trống"), icon="file-plus"),
            ]
        )
        self.kinds.setObjectName("movements.new.kinds")
        self.year = LineEdit()
        self.year.setObjectName("movements.new.year")
        self.year.setAccessibleName(self.tr("Năm của đợt khen đầu tiên"))
        self.year.setFixedWidth(theme.em(72))
        self.make = button(
            self.tr("Tạo phong trào"), self._create, kind="primary", name="movements.new.create"
        )
        self.give_up = button(self.tr("Hủy"), self.closed.emit, name="movements.new.cancel")
        self._stack = QStackedWidget()
        self._stack.addWidget(self._pack_side())
        self._stack.addWidget(self._blank_side())
        self._lay_out()
        self.kinds.chosen.connect(self.begin)

    def _lay_out(self) -> None:
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(tokens.GAP)
        page.addWidget(self.strip)
        page.addWidget(self.kinds)
        page.addWidget(self._stack, 1)
        foot = QHBoxLayout()
        label = text_label(self.tr("Năm của đợt khen đầu tiên"), "second", wrap=False)
        label.setBuddy(self.year)
        foot.addWidget(label)
        foot.addWidget(self.year)
        foot.addStretch()
        foot.addWidget(self.make)
        foot.addWidget(self.give_up)
        page.addLayout(foot)

    def _pack_side(self) -> QWidget:
        side = QWidget()
        row = QHBoxLayout(side)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(tokens.GAP)
        self.packs = PackList()
        self.packs.setObjectName("movements.new.packs")
        self.packs.setAccessibleName(self.tr("Mẫu phong trào"))
        self.packs.setProperty("kind", "list")
        self.packs.setWordWrap(True)
        self.packs.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.packs.setFixedWidth(theme.em(300))
        self.packs.currentRowChanged.connect(lambda _row: self._show_pack())
        card = Card()
        self._title = section("")
        self._title.setWordWrap(True)
        self._about = text_label("", "second")
        self._holds = text_label("")
        self._note = meta(
            self.tr(
                "Phong trào mới giữ nguyên nội dung của mẫu. Tên cơ quan, số, ngày và người ký "
                "lấy theo đơn vị của mình bằng một nút trong Thông tin chung."
            ),
            wrap=True,
        )
        for part in (self._title, self._about, self._holds, self._note):
            card.body.addWidget(part)
        card.body.addStretch()
        row.addWidget(self.packs)
        row.addWidget(card, 1)
        return side

    def _blank_side(self) -> QWidget:
        card = Card()
        self.form = Form(
            [
                FieldSpec(
                    key="title",
                    label=self.tr("Tên phong trào"),
                    kind="long",
                    required=True,
                    lines=2,
                ),
                FieldSpec(
                    key="short_name",
                    label=self.tr("Tên gọn"),
                    help=self.tr("Không quá 40 chữ, hiện trên thanh chọn phong trào."),
                ),
            ],
            name="movements.new.form",
        )
        words = self.tr(
            "Có sẵn các điều kiện theo quy định, hai nhóm đối tượng và một đợt khen hằng năm; "
            "mọi thứ khác do cơ quan đặt."
        )
        card.body.addWidget(self.form)
        card.body.addWidget(meta(words, wrap=True))
        card.body.addStretch()
        return card

    # -- showing ------------------------------------------------------------------------------

    def begin(self, kind: str) -> None:
        """Show the page for a movement from a pack (``pack``) or an empty one (``blank``)."""
        if not self.packs.count():
            self._fill()
        self.strip.say("")
        self.kinds.choose(kind)
        self._stack.setCurrentIndex(0 if kind == PACK else 1)
        (self.packs if kind == PACK else self.form.field("title")).setFocus()

    def kind(self) -> str:
        """Return what the page is about to make: ``pack`` or ``blank``."""
        return self.kinds.current()

    def _fill(self) -> None:
        self.year.setText(str(self.context.session.today().year))
        for info in setup.available_packs():
            if info.code == EMPTY_PACK:
                continue
            self.packs.addItem(info.short_name)
            item = self.packs.item(self.packs.count() - 1)
            item.setData(Qt.ItemDataRole.UserRole, info.code)
            item.setToolTip(info.title)
        self.packs.setCurrentRow(0)

    def pack_code(self) -> str:
        """Return the code of the chosen pack, "" for none."""
        item = self.packs.currentItem()
        return str(item.data(Qt.ItemDataRole.UserRole)) if item is not None else ""

    def _show_pack(self) -> None:
        code = self.pack_code()
        info = next((one for one in setup.available_packs() if one.code == code), None)
        if info is not None:
            self._title.setText(info.title)
            self._about.setText(info.description)
            self._holds.setText(holdings(setup.pack(code)))

    # -- making -------------------------------------------------------------------------------

    def _create(self) -> None:
        typed = self.year.text().strip()
        if not (typed.isascii() and typed.isdigit() and int(typed) in _YEARS):
            words = self.tr("“{text}” không phải một năm. Gõ bốn chữ số, ví dụ 2027.")
            self.strip.say(words.format(text=typed))
            self.year.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        year = int(typed)
        self.strip.say("")
        if self.kind() == PACK:
            code = self.pack_code()
            self._run(lambda s: movements.create_from_pack(s, code, year))
            return
        values = self.form.values()
        title, short_name = str(values["title"] or ""), str(values["short_name"] or "")
        self._run(
            lambda s: movements.create_empty(s, title=title, short_name=short_name, year=year)
        )

    def _run(self, op: object) -> None:
        self.context.tasks.run(
            op,  # type: ignore[arg-type]  # one of the two services above
            done=self._done,
            failed=self._failed,
            label=self.tr("Thêm phong trào"),
            owner=self,
        )

    def _done(self, created: Created) -> None:
        self.form.set_values({"title": "", "short_name": ""})
        self.made.emit(created)

    def _failed(self, error: Exception) -> bool:
        if isinstance(error, BadValue):
            self.strip.say(error.text)
            self.form.field("title").setFocus(Qt.FocusReason.OtherFocusReason)
            return True
        return False


def holdings(pack: PlanPack) -> str:
    """Return what a pack holds, in numbers."""
    rules = pack.movements
    counted = (
        (sum(len(one.groups) for one in rules), translate("movements", "{n} nhóm đối tượng")),
        (
            sum(len(group.criteria) for one in rules for group in one.groups),
            translate("movements", "{n} tiêu chí"),
        ),
        (sum(len(one.targets) for one in rules), translate("movements", "{n} chỉ tiêu")),
        (sum(len(one.quotas) for one in rules), translate("movements", "{n} dòng số lượng khen")),
        (sum(len(one.milestones) for one in rules), translate("movements", "{n} mốc thời gian")),
    )
    words = [text.format(n=count) for count, text in counted if count]
    if len(rules) > 1:
        words.insert(0, translate("movements", "{n} phong trào").format(n=len(rules)))
    return " · ".join(words)
