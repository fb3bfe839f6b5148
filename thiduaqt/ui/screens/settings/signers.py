"""Who signs, and who is proposed first."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction

from thiduaqt.services import signing
from thiduaqt.services.editing import Edit
from thiduaqt.services.signing import SignerRow
from thiduaqt.ui.i18n import translate
from thiduaqt.ui.screen import ScreenContext
from thiduaqt.ui.screens.settings.part import Part
from thiduaqt.ui.tables.columns import CellEdit, Column
from thiduaqt.ui.tables.grid import Grid
from thiduaqt.ui.widgets.buttons import button


def columns() -> list[Column[SignerRow]]:
    """Return the columns."""
    return [
        Column(
            key="name",
            title=translate("signers", "Họ và tên"),
            text=lambda row: row.name,
            width=180,
            editor="text",
            filterable=False,
        ),
        Column(
            key="form",
            title=translate("signers", "Thể thức ký"),
            text=lambda row: row.form,
            width=226,
            editor="choice",
            choices=lambda _row: signing.choices(),
            filterable=False,
        ),
        Column(
            key="signs",
            title=translate("signers", "Ký"),
            text=lambda row: row.signs,
            width=146,
            filterable=False,
        ),
        Column(
            key="first",
            title=translate("signers", "Mặc định"),
            text=lambda row: translate("signers", "Mặc định") if row.first else "",
            state=lambda row: "plain" if row.first else "",
            width=90,
            stretch=True,
            filterable=False,
        ),
    ]


class SignersPart(Part):
    """The list of signers."""

    def __init__(self, context: ScreenContext) -> None:
        super().__init__(
            context,
            "signers",
            translate("SignersPart", "Người ký"),
            translate(
                "SignersPart",
                "Người đầu tiên được đề xuất cho dự thảo mới; mỗi quyết định chọn lại được.",
            ),
        )
        self.grid: Grid[SignerRow] = Grid(
            columns(), name="settings.signers.grid", memory=context.memory
        )
        self.grid.view.setAccessibleName(self.tr("Danh sách người ký"))
        self.grid.set_new_row(self.tr("Gõ họ tên để thêm người ký"))
        self.grid.hide_bar()
        self.grid.hide_foot()
        self.make_first = QAction(self.tr("Đặt làm mặc định"), self)
        self.make_first.setObjectName("settings.signers.first")
        self.make_first.triggered.connect(lambda _=False: self._put_first())
        self.grid.add_row_actions([self.make_first])
        self.first = button(
            self.tr("Đặt làm mặc định"), self._put_first, name="settings.signers.first_button"
        )
        self.grid.set_empty(
            self.tr("Chưa có người ký"), self.tr("Gõ họ tên người ký quyết định vào dòng đầu.")
        )
        self.body.addWidget(self.grid, 1)
        self.body.addWidget(self.first, 0, Qt.AlignmentFlag.AlignLeft)
        self.grid.edited.connect(self._store)
        self.grid.rows_added.connect(self._add)
        self.grid.pasted.connect(self._paste)
        self.grid.rows_deleted.connect(self._remove)
        self.grid.current_changed.connect(lambda _row: self._look())

    def reload(self) -> None:
        self.grid.set_rows(signing.listing(self.context.session))
        self._look()

    def _look(self) -> None:
        row = self.grid.current_row()
        can = row is not None and not row.first
        self.first.setEnabled(can)
        self.make_first.setEnabled(can)

    def _store(self, edits: list[CellEdit]) -> None:
        wanted = [Edit(id=edit.row.id, field=edit.column_key, value=edit.new) for edit in edits]
        self.run(
            lambda s: signing.change(s, wanted),
            self.tr("Sửa người ký"),
            back=self.grid.discard_pending,
        )

    def _add(self, rows: list[dict[str, str]]) -> None:
        self.run(lambda s: signing.add(s, rows), self.tr("Thêm người ký"))

    def _paste(self, edits: list[CellEdit], rows: list[dict[str, str]]) -> None:
        self._store(edits)
        self._add(rows)

    def _remove(self, rows: list[SignerRow]) -> None:
        codes = [row.id for row in rows]
        words = self.tr("Đã bỏ {count} người ký.").format(count=len(codes))
        self.run(
            lambda s: signing.remove(s, codes),
            self.tr("Bỏ người ký"),
            done=lambda _changes: self.context.toast(words, undo=True),
        )

    def _put_first(self) -> None:
        row = self.grid.current_row()
        if row is not None:
            self.run(lambda s: signing.put_first(s, row.id), self.tr("Đổi người ký mặc định"))
