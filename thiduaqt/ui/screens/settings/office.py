"""The office: what papers call it, seen at once on the page at the right."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from thiduaqt.services import letterhead, setup
from thiduaqt.services.letterhead import PaperKind
from thiduaqt.services.papers import STANDING_SIGNER
from thiduaqt.ui.forms.fields import FieldSpec, Value
from thiduaqt.ui.forms.form import Form
from thiduaqt.ui.i18n import translate
from thiduaqt.ui.printing.letterhead import LetterheadView
from thiduaqt.ui.screen import ScreenContext
from thiduaqt.ui.screens.settings.part import Part
from thiduaqt.ui.widgets.labels import strong, text_label

_OWN = ("standing_body", "standing_symbol")


class OfficePart(Part):
    """Fields that are stored when left; the commune itself belongs to the data file."""

    def __init__(self, context: ScreenContext) -> None:
        super().__init__(
            context,
            "office",
            translate("OfficePart", "Đơn vị của tôi"),
            translate(
                "OfficePart",
                "Văn bản làm từ nay ghi theo phần này; văn bản và sổ khen đã có giữ nguyên.",
            ),
        )
        self.name = strong("")
        self.code = text_label("", "second")
        self.form = Form(self._fields(), name="settings.office.form")
        self.view = LetterheadView()
        columns = QHBoxLayout()
        columns.setSpacing(16)
        left = QVBoxLayout()
        left.addWidget(self.name)
        left.addWidget(self.code)
        left.addWidget(self.form, 1)
        columns.addLayout(left, 1)
        columns.addWidget(self.view, 1)
        self.body.addLayout(columns, 1)
        self.form.committed.connect(self._store)
        for key in ("place", "superior", *_OWN):
            self.form.field(key).installEventFilter(self)

    def _fields(self) -> list[FieldSpec]:
        return [
            FieldSpec(
                key="place",
                label=self.tr("Địa danh"),
                required=True,
                help=self.tr("Đứng trước ngày tháng của văn bản. Ví dụ: Cao Minh."),
            ),
            FieldSpec(
                key="village_word",
                label=self.tr("Khu dân cư gọi là"),
                kind="choice",
                choices=("thôn", "tổ dân phố", "bản", "ấp", "buôn", "khu phố", "xóm", "làng"),
                free=True,
                width=150,
                required=True,
            ),
            FieldSpec(
                key="superior",
                label=self.tr("Cơ quan chủ quản"),
                help=self.tr(
                    "Dòng trên tên cơ quan. Ủy ban nhân dân xã, phường, đặc khu thường để trống."
                ),
            ),
            FieldSpec(key="standing_body", label=self.tr("Bộ phận trình"), required=True),
            FieldSpec(
                key="standing_symbol",
                label=self.tr("Ký hiệu"),
                width=110,
                required=True,
                help=self.tr("Ký hiệu của tờ trình: TTr-VHXH."),
            ),
            FieldSpec(
                key="distribution",
                label=self.tr("Nơi nhận"),
                kind="long",
                lines=4,
                placeholder=self.tr("Để trống: phần mềm ghi theo mẫu"),
                help=self.tr("Mỗi nơi một dòng. Ví dụ: Lưu: VT, VHXH."),
            ),
        ]

    def reload(self) -> None:
        office = self.context.session.office()
        self.name.setText(office.committee)
        known = self.tr("mã {code}").format(code=office.commune_code) if office.commune_code else ""
        province = f"{office.province_kind} {office.province}"
        self.code.setText(" · ".join(part for part in (province, known) if part))
        self.form.set_values(
            {
                "place": office.place,
                "village_word": office.village_word,
                "superior": office.superior,
                "standing_body": office.standing_body,
                "standing_symbol": office.standing_symbol,
                "distribution": "\n".join(office.distribution),
            }
        )
        self.show_page()

    def commit(self) -> None:
        self.form.commit()

    def show_page(self) -> None:
        """Paint the page for the field that has the focus."""
        focus = QApplication.focusWidget()
        key = next(
            (one for one in ("place", "superior", *_OWN) if self.form.field(one) is focus), ""
        )
        kind: PaperKind = "submission" if key in _OWN else "decision"
        office = self.context.session.office()
        wanted = [
            one for one in office.signers if (one.code == STANDING_SIGNER) == (kind == "submission")
        ]
        pieces = letterhead.page(office, kind, wanted[0] if wanted else None)
        self.view.show_pieces(pieces, key)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn:
            QTimer.singleShot(0, self, self.show_page)
        return super().eventFilter(watched, event)

    def _store(self, key: str, value: Value) -> None:
        text = "" if value is None else str(value)
        if not text and key not in ("superior", "distribution"):
            self.strip.say(self.tr("Mục này không để trống được. Giá trị cũ được giữ."))
            self.reload()
            self._refill(key)
            return
        kept: object = text
        if key == "distribution":
            kept = tuple(line.strip(" ;.-") for line in text.splitlines() if line.strip(" ;.-"))
        self.run(lambda s: setup.edit_office(s, {key: kept}), self.tr("Sửa thông tin đơn vị"))

    def _refill(self, key: str) -> None:
        office = self.context.session.office()
        self.form.set_values({key: str(getattr(office, key))})

    def first_field(self) -> QWidget:
        """Return the first field."""
        return self.form.field("place")
