"""A new movement: from a pack that ships or a file, from one of our own, or empty."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QStackedWidget, QVBoxLayout, QWidget

from thiduaqt.domain.errors import NotAllowed
from thiduaqt.domain.plan import PlanPack
from thiduaqt.domain.plan_shift import moved_words
from thiduaqt.domain.records import Movement
from thiduaqt.services import movements, packs, setup
from thiduaqt.services.editing import BadValue
from thiduaqt.services.movements import Created
from thiduaqt.services.packs import Imported
from thiduaqt.services.setup import EMPTY_PACK
from thiduaqt.ui import dialogs, theme, tokens
from thiduaqt.ui.forms.fields import FieldSpec, Value
from thiduaqt.ui.forms.form import Form
from thiduaqt.ui.i18n import translate
from thiduaqt.ui.screen import ScreenContext
from thiduaqt.ui.widgets.buttons import JoinedButtons, Segment, button
from thiduaqt.ui.widgets.cards import Card
from thiduaqt.ui.widgets.editors import LineEdit
from thiduaqt.ui.widgets.labels import meta, section, text_label
from thiduaqt.ui.widgets.strips import MessageStrip

if TYPE_CHECKING:
    from thiduaqt.services.session import Session

PACK, OWN, BLANK = "pack", "own", "blank"
_YEARS = range(2020, 2100)


class PackList(QListWidget):
    """The packs by name; letters are left to Vietnamese typing."""

    def keyboardSearch(self, search: str) -> None:
        """Ignore letters."""


class NewPage(QWidget):
    """``made(id)`` follows a movement that was started, ``closed()`` giving up."""

    made = Signal(str)
    closed = Signal()

    def __init__(self, context: ScreenContext) -> None:
        super().__init__()
        self.setObjectName("movements.new")
        self.context = context
        self._proposed = ""
        self.strip = MessageStrip("warn")
        self.strip.setObjectName("movements.new.strip")
        self.kinds = JoinedButtons(
            [
                Segment(key=PACK, text=self.tr("Từ mẫu có sẵn"), icon="copy"),
                Segment(key=OWN, text=self.tr("Từ phong trào đã có"), icon="history"),
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
        self.from_file = button(
            self.tr("Nhập gói từ tệp…"),
            self._pick_file,
            icon="file-import",
            name="movements.new.file",
        )
        self.give_up = button(self.tr("Hủy"), self.closed.emit, name="movements.new.cancel")
        self._stack = QStackedWidget()
        self._stack.addWidget(self._pack_side())
        self._stack.addWidget(self._own_side())
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
        foot.addWidget(self.from_file)
        foot.addWidget(self.make)
        foot.addWidget(self.give_up)
        page.addLayout(foot)

    def _pack_side(self) -> QWidget:
        side = QWidget()
        row = QHBoxLayout(side)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(tokens.GAP)
        self.packs = _name_list("movements.new.packs", self.tr("Mẫu phong trào"))
        self.packs.currentRowChanged.connect(lambda _row: self._show_pack())
        card = Card()
        self._title = section("")
        self._title.setWordWrap(True)
        self._about = text_label("", "second")
        self._holds = text_label("")
        self._note = meta(
            self.tr(
                "Nội dung giữ nguyên như mẫu. Mẫu của xã khác thì phần đầu văn bản và người ký "
                "thay bằng của đơn vị, số và ngày để trống; tên riêng còn lại xem bằng Rà soát văn "
                "bản."
            ),
            wrap=True,
        )
        for part in (self._title, self._about, self._holds, self._note):
            card.body.addWidget(part)
        card.body.addStretch(1)
        row.addWidget(self.packs)
        row.addWidget(card, 1)
        return side

    def _own_side(self) -> QWidget:
        side = QWidget()
        row = QHBoxLayout(side)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(tokens.GAP)
        self.owned = _name_list("movements.new.owned", self.tr("Phong trào của đơn vị"))
        self.owned.currentRowChanged.connect(lambda _row: self._show_owned())
        card = Card()
        self.copy_form = Form(
            [
                FieldSpec(
                    key="title",
                    label=self.tr("Tên phong trào mới"),
                    kind="long",
                    required=True,
                    lines=2,
                ),
                FieldSpec(
                    key="years",
                    label=self.tr("Dời thời gian"),
                    kind="number",
                    width=56,
                    unit=self.tr("năm"),
                    help=self.tr("Thời gian, mốc và chỉ tiêu theo năm được dời đi chừng ấy năm."),
                ),
            ],
            name="movements.new.copy",
        )
        words = self.tr(
            "Chép cả nhóm, tiêu chí, chỉ tiêu, mốc, số lượng khen và lời văn. Số, ngày ban hành để "
            "trống; hồ sơ và kết quả của phong trào cũ không chép theo."
        )
        self.copy_form.committed.connect(self._on_copy_field)
        card.body.addWidget(self.copy_form)
        card.body.addWidget(meta(words, wrap=True))
        card.body.addStretch(1)
        row.addWidget(self.owned)
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
        card.body.addStretch(1)
        return card

    # -- showing ------------------------------------------------------------------------------

    def begin(self, kind: str) -> None:
        """Show the page for a movement from a pack, from one of our ``own``, or a ``blank`` one."""
        if not self.packs.count():
            self._fill()
        self.strip.say("")
        self.kinds.choose(kind)
        self._stack.setCurrentIndex((PACK, OWN, BLANK).index(kind))
        self.from_file.setVisible(kind == PACK)
        if kind == OWN:
            self._fill_owned()
        else:
            self.year.setText(str(self.context.session.today().year))
        self.make.setEnabled(kind != OWN or self.owned.count() > 0)
        first = {PACK: self.packs, OWN: self.owned, BLANK: self.form.field("title")}
        first[kind].setFocus()

    def kind(self) -> str:
        """Return what the page is about to start from: ``pack``, ``own`` or ``blank``."""
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

    def _fill_owned(self) -> None:
        self.owned.clear()
        for movement in movements.listing(self.context.session):
            if movement.definition is not None:
                self.owned.addItem(movement.short_name or movement.title)
                item = self.owned.item(self.owned.count() - 1)
                item.setData(Qt.ItemDataRole.UserRole, movement.id)
                item.setToolTip(movement.title)
        self.owned.setCurrentRow(0)

    def _show_owned(self) -> None:
        self._propose(1, typed="")

    def _propose(self, years: int, typed: str) -> None:
        """Propose name and first year of a copy moved by ``years``; a name typed by hand stays."""
        old = self._owned_one()
        if old is None or old.definition is None:
            return
        if not typed or typed == self._proposed:
            typed = self._proposed = moved_words(old.title, years)
        self.copy_form.set_values({"title": typed, "years": Decimal(years)})
        start = old.definition.period_start[:4]
        this_year = self.context.session.today().year
        self.year.setText(str(int(start) + years if start.isdigit() else this_year + years))

    def _owned_one(self) -> Movement | None:
        item = self.owned.currentItem()
        code = str(item.data(Qt.ItemDataRole.UserRole)) if item is not None else ""
        return self.context.session.store.find(Movement, code) if code else None

    def _on_copy_field(self, key: str, value: Value) -> None:
        if key == "years" and isinstance(value, Decimal) and value == value.to_integral_value():
            self._propose(int(value), str(self.copy_form.values()["title"] or ""))

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
        self.strip.say("")
        {PACK: self._from_pack, OWN: self._from_own, BLANK: self._from_nothing}[self.kind()](
            int(typed)
        )

    def _from_pack(self, year: int) -> None:
        code = self.pack_code()
        self._run(lambda s: movements.create_from_pack(s, code, year))

    def _from_nothing(self, year: int) -> None:
        values = self.form.values()
        title, short_name = str(values["title"] or ""), str(values["short_name"] or "")
        self._run(
            lambda s: movements.create_empty(s, title=title, short_name=short_name, year=year)
        )

    def _from_own(self, year: int) -> None:
        item = self.owned.currentItem()
        faults = self.copy_form.faults()
        self.copy_form.show_issues(faults)
        if item is None or faults:
            return
        values = self.copy_form.values()
        title, years = str(values["title"]), int(Decimal(str(values["years"] or 0)))
        old = str(item.data(Qt.ItemDataRole.UserRole))
        self._run(lambda s: packs.copy_movement(s, old, title=title, years=years, year=year))

    def _pick_file(self) -> None:
        path = dialogs.pick_file(
            self, self.tr("Chọn gói phong trào"), [(self.tr("Gói phong trào"), "*.toml")]
        )
        if path is not None:
            self._import(path, as_copy=False)

    def _import(self, path: Path, *, as_copy: bool) -> None:
        year = self.context.session.today().year

        def failed(error: Exception) -> bool:
            if isinstance(error, NotAllowed) and not as_copy:
                if dialogs.confirm(
                    self, self.tr("Nhập thành bản sao"), self.tr("Phong trào đã có"), error.text
                ):
                    self._import(path, as_copy=True)
                return True
            return False

        self._run(
            lambda s: packs.import_pack(s, path, year, as_copy=as_copy),
            failed=failed,
            label=self.tr("Nhập gói phong trào"),
        )

    def _run(
        self,
        op: Callable[[Session], Created | Imported],
        *,
        failed: Callable[[Exception], bool] | None = None,
        label: str = "",
    ) -> None:
        self.context.tasks.run(
            op,
            done=self._done,
            failed=failed or self._failed,
            label=label or self.tr("Thêm phong trào"),
            owner=self,
        )

    def _done(self, made: Created | Imported) -> None:
        self.form.set_values({"title": "", "short_name": ""})
        self.made.emit(made.movement_id if isinstance(made, Created) else made.movement_ids[0])

    def _failed(self, error: Exception) -> bool:
        if isinstance(error, BadValue):
            self.strip.say(error.text)
            form = self.copy_form if self.kind() == OWN else self.form
            form.field("title").setFocus(Qt.FocusReason.OtherFocusReason)
            return True
        return False


def _name_list(name: str, heard: str) -> PackList:
    made = PackList()
    made.setObjectName(name)
    made.setAccessibleName(heard)
    made.setProperty("kind", "list")
    made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    made.setTextElideMode(Qt.TextElideMode.ElideRight)
    made.setFixedWidth(theme.em(300))
    return made


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
