"""Rules to look up before relying on them: "cần kiểm tra"."""

from __future__ import annotations

from thiduaqt.services import doubts
from thiduaqt.services.doubts import DoubtRow
from thiduaqt.ui import tokens
from thiduaqt.ui.i18n import translate
from thiduaqt.ui.screen import ScreenContext
from thiduaqt.ui.screens.settings.part import Part
from thiduaqt.ui.tables.columns import Column
from thiduaqt.ui.tables.grid import Grid
from thiduaqt.ui.widgets.labels import text_label

_STATES = {"unconfirmed": "warn", "lapsed": "error", "missing": "info"}


def columns() -> list[Column[DoubtRow]]:
    """Return the columns; the state comes third."""
    return [
        Column(
            key="kind",
            title=translate("doubts", "Loại"),
            text=lambda row: row.kind_words,
            width=126,
        ),
        Column(
            key="about",
            title=translate("doubts", "Về việc"),
            text=lambda row: row.about,
            width=230,
            tooltip=lambda row: row.about,
            filterable=False,
        ),
        Column(
            key="reason",
            title=translate("doubts", "Vì sao"),
            text=lambda row: row.reason_words,
            state=lambda row: _STATES[row.reason],
            width=136,
        ),
        Column(
            key="text",
            title=translate("doubts", "Phần mềm biết gì"),
            text=lambda row: row.text,
            width=200,
            stretch=True,
            tooltip=lambda row: row.text,
            filterable=False,
        ),
    ]


class DoubtsPart(Part):
    """The list, with the whole text of the chosen line below it."""

    def __init__(self, context: ScreenContext) -> None:
        super().__init__(
            context,
            "doubts",
            translate("DoubtsPart", "Quy định cần kiểm tra"),
            translate(
                "DoubtsPart",
                "Những mục phần mềm chưa đối chiếu được với văn bản gốc hoặc đã hết hiệu lực. "
                "Xem lại trước khi dựa vào.",
            ),
        )
        self.grid: Grid[DoubtRow] = Grid(
            columns(), name="settings.doubts.grid", memory=context.memory
        )
        self.grid.view.setAccessibleName(self.tr("Quy định cần kiểm tra"))
        self.grid.hide_bar()
        self.grid.set_empty(
            self.tr("Không có mục nào cần kiểm tra"),
            self.tr("Mọi quy định đang dùng đều còn hiệu lực và đã đối chiếu."),
        )
        self.whole = text_label("", "second")
        self.whole.setMinimumHeight(2 * tokens.CONTROL)
        self.body.addWidget(self.grid, 1)
        self.body.addWidget(self.whole)
        self.grid.current_changed.connect(self._show)

    def reload(self) -> None:
        self.grid.set_rows(doubts.listing(self.context.session))
        self._show(self.grid.current_row())

    def _show(self, row: DoubtRow | None) -> None:
        self.whole.setText(f"{row.about}. {row.text}" if row is not None else "")
