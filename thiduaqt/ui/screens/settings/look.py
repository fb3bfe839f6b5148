"""How large the letters of the window are."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QHBoxLayout

from thiduaqt.ui import theme, tokens
from thiduaqt.ui.i18n import translate
from thiduaqt.ui.screen import ScreenContext
from thiduaqt.ui.screens.settings.part import Part
from thiduaqt.ui.widgets.buttons import JoinedButtons, Segment
from thiduaqt.ui.widgets.labels import text_label

POINTS = (9, 10, 11, 12, 14)
KEY = "look/points"


class LookPart(Part):
    """Five sizes; the choice is remembered on this computer, not in the data file."""

    def __init__(self, context: ScreenContext) -> None:
        super().__init__(
            context,
            "look",
            translate("LookPart", "Giao diện"),
            translate("LookPart", "Áp dụng cho máy này, không nằm trong tệp dữ liệu."),
        )
        self.sizes = JoinedButtons(
            [Segment(key=str(points), text=self._words(points)) for points in POINTS]
        )
        for points in POINTS:
            self.sizes.button(str(points)).setObjectName(f"look.{points}")
        row = QHBoxLayout()
        row.addWidget(text_label(self.tr("Cỡ chữ"), "second", wrap=False))
        row.addWidget(self.sizes)
        row.addStretch()
        self.body.addLayout(row)
        self.body.addStretch()
        self.sizes.chosen.connect(self._choose)

    def _words(self, points: int) -> str:
        if points == tokens.BODY_PT:
            return self.tr("{points} (thường)").format(points=points)
        return str(points)

    def reload(self) -> None:
        self.sizes.choose(str(self.context.memory.get(KEY, tokens.BODY_PT)))

    def _choose(self, key: str) -> None:
        """Keep the size and set it; the application then makes the window anew."""
        points = int(key)
        self.context.memory.put(KEY, points)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            font = theme.ui_font(points)
            font.setFamilies(app.font().families())
            app.setFont(font)
