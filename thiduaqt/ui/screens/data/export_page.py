"""Making a bundle: what, for whom; then the file, read back before it is called done."""

from __future__ import annotations

from pathlib import Path
from typing import cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from thiduaqt.domain.errors import UserError
from thiduaqt.domain.travel import FAMILIES, PURPOSE_WORDS
from thiduaqt.services import decisions, rounds, setup, sharing
from thiduaqt.services.sharing import Exported, Purpose
from thiduaqt.ui import dialogs, theme, tokens
from thiduaqt.ui.forms.fields import FieldSpec
from thiduaqt.ui.forms.form import Form
from thiduaqt.ui.i18n import translate
from thiduaqt.ui.screen import ScreenContext
from thiduaqt.ui.widgets.buttons import button
from thiduaqt.ui.widgets.cards import Card, FootStrip
from thiduaqt.ui.widgets.labels import meta, text_label
from thiduaqt.ui.widgets.strips import MessageStrip

_FORM_WIDTH = 620


class ExportPage(QWidget):
    """``made(Exported)`` follows a written bundle, ``closed`` the way back."""

    made = Signal(object)
    closed = Signal()

    def __init__(self, context: ScreenContext) -> None:
        super().__init__()
        self.setObjectName("data.export")
        self.context = context
        self.strip = MessageStrip("warn")
        self.form = Form(self._specs(), name="data.export.form", label_width=110)
        self.round_text = text_label("")
        self.contents = text_label("")
        self.contents.setObjectName("data.export.contents")
        self.go = button(
            self.tr("Chọn nơi lưu và xuất…"),
            self._ask_place,
            kind="primary",
            icon="file-export",
            name="data.export.go",
        )
        self._build()
        self.form.committed.connect(lambda _key, _value: self._show_contents())

    def _specs(self) -> list[FieldSpec]:
        return [
            FieldSpec(
                key="purpose",
                label=self.tr("Loại gói"),
                kind="choice",
                choices=[(key, word) for key, word in PURPOSE_WORDS.items()],
                width=280,
            ),
            FieldSpec(
                key="recipient",
                label=self.tr("Đơn vị nhận"),
                required=True,
                help=self.tr("Tên ghi trong gói. Gói sau gửi cùng đơn vị được đánh số tiếp."),
            ),
        ]

    def _build(self) -> None:
        card = Card(self.tr("Xuất gói dữ liệu"))
        card.setMaximumWidth(theme.em(_FORM_WIDTH + 180))
        card.body.addWidget(self.round_text)
        card.body.addWidget(self.form)
        card.body.addWidget(self.contents)
        for words in (
            self.tr(
                "Không gửi kèm: số định danh, số điện thoại, ghi chú, số phiếu và ý kiến của Hội "
                "đồng, hồ sơ Hội đồng không thông qua, tệp minh chứng."
            ),
            self.tr("Gói chưa ký và chưa khóa: chuyển trực tiếp hoặc qua kênh công vụ."),
        ):
            card.body.addWidget(meta(words, wrap=True))
        foot = FootStrip()
        foot.row.addWidget(button(self.tr("Quay lại"), self.closed.emit, icon="chevron-left"))
        foot.row.addStretch()
        foot.row.addWidget(self.go)
        line = QHBoxLayout()
        line.addWidget(card, 1)
        line.addStretch()
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(tokens.GAP)
        page.addWidget(self.strip)
        page.addLayout(line)
        page.addStretch()
        page.addWidget(foot)

    def start(self) -> None:
        """Begin anew: the last recipient is proposed, results where a decision is issued."""
        session = self.context.session
        office = session.office()
        sent = sharing.sent(session)
        recipient = sent[0].recipient_name if sent else ""
        upper = f"Ủy ban nhân dân {office.province_kind} {office.province}"
        issued = any(
            one.state == "issued" for one in decisions.listing(session, self.context.round_id)
        )
        purpose = "results" if issued else "nominations"
        self.form.set_values({"purpose": purpose, "recipient": recipient or upper})
        self._show_contents()
        self.form.field("recipient").setFocus()

    def purpose(self) -> Purpose:
        """Return the chosen kind of bundle."""
        return cast(Purpose, self.form.values()["purpose"] or "nominations")

    def recipient(self) -> str:
        """Return the recipient's name as typed."""
        return str(self.form.values()["recipient"] or "")

    def _show_contents(self) -> None:
        context = self.context
        movement = rounds.movement_of(context.session, context.round_id)
        found_rounds = setup.rounds(context.session, movement.id)
        round_name = next((one.name for one in found_rounds if one.id == context.round_id), "")
        self.round_text.setText(f"{movement.short_name or movement.title} · {round_name}")
        self.round_text.setToolTip(self.tr("Đổi phong trào hoặc đợt ở thanh trên cùng."))
        try:
            found = sharing.contents(
                context.session,
                purpose=self.purpose(),
                movement_id=movement.id,
                round_id=context.round_id,
                recipient_name=self.recipient(),
            )
        except UserError as error:
            self.contents.setText("")
            self.strip.say(f"{error.what} {error.todo}", kind="warn")
            self.go.setEnabled(False)
            return
        self.go.setEnabled(bool(self.recipient()))
        self.contents.setText(_contents_words(found))
        left = self.tr("{n} hồ sơ của đơn vị khác chưa chuyển tiếp được trong bản này: {names}.")
        names = ", ".join(found.left_out[:5])
        self.strip.say(
            left.format(n=len(found.left_out), names=names) if found.left_out else "", kind="warn"
        )

    def _ask_place(self) -> None:
        context = self.context
        order = {
            "purpose": self.purpose(),
            "movement_id": rounds.movement_of(context.session, context.round_id).id,
            "round_id": context.round_id,
            "recipient_name": self.recipient(),
        }
        name = sharing.suggested_name(context.session, **order)  # type: ignore[arg-type]
        filters = [(self.tr("Gói dữ liệu"), "*.tdq"), (self.tr("Tệp nén"), "*.zip")]
        path = dialogs.pick_save(self, self.tr("Lưu gói dữ liệu"), name, filters)
        if path is not None:
            self._write(path, order)

    def _write(self, path: Path, order: dict[str, str]) -> None:
        self.context.tasks.run(
            lambda session: sharing.export_bundle(session, path=path, **order),  # type: ignore[arg-type]
            done=self._done,
            label=self.tr("Xuất gói dữ liệu"),
            owner=self,
        )

    def _done(self, made: Exported) -> None:
        self.made.emit(made)


def _contents_words(found: sharing.Contents) -> str:
    parts = [
        f"{found.counts[name]} {family.word[0].lower()}{family.word[1:]}"
        for name, family in FAMILIES.items()
        if found.counts.get(name)
    ]
    words = translate("ExportPage", "Sẽ gửi: {parts}.").format(parts=", ".join(parts))
    if found.withdrawn:
        words += " " + translate("ExportPage", "Xin rút {n} mục đã gửi trước đây.").format(
            n=found.withdrawn
        )
    return words
