"""The parts of the screen: queue, preview, side and foot. They show; the screen acts."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from thiduaqt.domain.calibration import decimal
from thiduaqt.domain.fitting import Box, FittedPage
from thiduaqt.services.certificates import Sheet
from thiduaqt.ui import theme, tokens
from thiduaqt.ui.i18n import translate
from thiduaqt.ui.printing.calibration import CalibrationPanel
from thiduaqt.ui.printing.preview import PreviewArea
from thiduaqt.ui.screens.certificates.field_panel import FieldPanel
from thiduaqt.ui.screens.certificates.queue import QueueList
from thiduaqt.ui.widgets.buttons import button
from thiduaqt.ui.widgets.cards import Card, FootStrip
from thiduaqt.ui.widgets.editors import pick_box
from thiduaqt.ui.widgets.labels import meta, strong
from thiduaqt.ui.widgets.strips import EmptyState

_SIDE, _SIDE_LEAST = 276, 250


class QueuePane(Card):
    """The queue with its count and the buttons below it."""

    spoilt_wanted = Signal()

    def __init__(self) -> None:
        super().__init__(translate("QueuePane", "Hàng chờ in"))
        self.setMinimumWidth(theme.em(198))
        self.setMaximumWidth(theme.em(226))
        self._total = meta("")
        self.head.addWidget(self._total)
        self.list = QueueList()
        self.body.setContentsMargins(0, 0, 0, 8)
        self.body.addWidget(self.list, 1)
        self._summary = meta("", wrap=True)
        self._summary.setContentsMargins(10, 0, 10, 0)
        self.body.addWidget(self._summary)
        self._spoilt = button(
            self.tr("Tờ này bị hỏng…"), self.spoilt_wanted.emit, name="certificates.spoilt"
        )
        every = button(
            self.tr("Chọn tất cả"), lambda: self.list.queue.tick_all(True), name="certificates.all"
        )
        none = button(
            self.tr("Bỏ chọn"), lambda: self.list.queue.tick_all(False), name="certificates.none"
        )
        row = QHBoxLayout()
        row.setContentsMargins(6, 0, 6, 0)
        row.setSpacing(4)
        row.addWidget(every)
        row.addWidget(none)
        spoilt_row = QHBoxLayout()
        spoilt_row.setContentsMargins(10, 0, 10, 0)
        spoilt_row.addWidget(self._spoilt)
        self.body.addLayout(spoilt_row)
        self.body.addLayout(row)
        self._spoilt.hide()

    def set_today(self, now: datetime) -> None:
        """Name the day on which "printed at" needs no date."""
        self.list.queue.today = now

    def allow_spoilt(self, on: bool) -> None:
        """Offer to note the current sheet as spoilt."""
        self._spoilt.setVisible(on)

    def show_count(self, chosen: int, sheets: Sequence[Sheet]) -> None:
        """Say how many go out, were printed and were spoilt."""
        self._total.setText(self.tr("{chosen}/{total} tờ").format(chosen=chosen, total=len(sheets)))
        printed = sum(sheet.state == "printed" for sheet in sheets)
        spoilt = sum(sheet.spoilt for sheet in sheets)
        parts = [self.tr("{n} tờ sẽ in").format(n=chosen)]
        if printed:
            parts.append(self.tr("{n} đã in").format(n=printed))
        if spoilt:
            parts.append(self.tr("hỏng trong đợt {n}").format(n=spoilt))
        self._summary.setText(" · ".join(parts))


class PreviewPane(Card):
    """The sheet with its switches; ``moved(-1 | 1)`` goes to another sheet."""

    moved = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.area = PreviewArea()
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(0)
        bar = QHBoxLayout()
        bar.setContentsMargins(4, 3, 6, 3)
        bar.setSpacing(6)
        before = button(
            "",
            lambda: self.moved.emit(-1),
            kind="flat",
            icon="chevron-left",
            name="preview.before",
            tooltip=self.tr("Tờ trước"),
        )
        after = button(
            "",
            lambda: self.moved.emit(1),
            kind="flat",
            icon="chevron-right",
            name="preview.after",
            tooltip=self.tr("Tờ sau"),
        )
        self._where = strong("")
        bar.addWidget(before)
        bar.addWidget(self._where)
        bar.addWidget(after)
        bar.addStretch()
        self._ground = self._switch("preview.ground", self.tr("Nền"), "show_backdrop")
        self._boxes = self._switch("preview.boxes", self.tr("Ô chữ"), "show_boxes")
        self._rulers = self._switch("preview.rulers", self.tr("Thước"), "show_rulers")
        for switch in (self._ground, self._boxes, self._rulers):
            bar.addWidget(switch)
        zooms = [("0", self.tr("Vừa trang"))]
        zooms += [(str(percent), f"{percent} %") for percent in (75, 100, 150, 200)]
        self.zoom = pick_box(zooms, "preview.zoom")
        self.zoom.setAccessibleName(self.tr("Cỡ xem"))
        self.zoom.setFixedWidth(theme.em(92))
        self.zoom.activated.connect(
            lambda _row: self.area.set_percent(int(self.zoom.currentData()))
        )
        bar.addWidget(self.zoom)
        self.body.addLayout(bar)
        self.body.addWidget(self.area, 1)

    def show_sheet(
        self, fitted: FittedPage | None, pictures: Mapping[str, QImage], place: tuple[int, int]
    ) -> None:
        """Show a sheet and its place in the queue."""
        self.area.set_sheet(fitted, pictures)
        self._where.setText(self.tr("Tờ {n}/{total}").format(n=place[0], total=place[1]))
        on_blank = fitted is not None and fitted.backdrop is not None
        self._ground.setText(self.tr("Phôi") if on_blank else self.tr("Nền"))

    def show_band(self, band_mm: float) -> None:
        """Mark the edge that the printer cannot reach (0: not shown)."""
        self.area.canvas.band_mm = band_mm
        self.area.canvas.update()

    def _switch(self, name: str, words: str, attribute: str) -> QCheckBox:
        box = QCheckBox(words)
        box.setObjectName(name)
        box.setChecked(True)

        def follow(on: bool) -> None:
            setattr(self.area.canvas, attribute, on)
            self.area.canvas.refresh()

        box.toggled.connect(follow)
        return box


class SidePane(Card):
    """The chosen field and the printer's calibration; scrolls where the window is low."""

    def __init__(self) -> None:
        super().__init__()
        self.setMinimumWidth(theme.em(_SIDE_LEAST))
        self.setMaximumWidth(theme.em(_SIDE))
        self.body.setContentsMargins(0, 0, 0, 0)
        inner = QWidget()
        inner.setProperty("bare", True)
        page = QVBoxLayout(inner)
        page.setContentsMargins(8, 8, 8, 8)
        page.setSpacing(tokens.GAP)
        self._title = strong(self.tr("Ô đang chọn"))
        self.field = FieldPanel()
        self.calibration = CalibrationPanel()
        self._band = meta("", wrap=True)
        self._feed = meta(self.tr("Sai số máy nạp giấy khoảng ±1 mm."), wrap=True)
        page.addWidget(self._title)
        page.addWidget(self.field)
        line = QFrame()
        line.setProperty("kind", "rule")
        line.setFixedHeight(1)
        page.addWidget(line)
        page.addWidget(strong(self.tr("Căn chỉnh máy in")))
        page.addWidget(self.calibration)
        page.addStretch()
        page.addWidget(self._band)
        page.addWidget(self._feed)
        area = QScrollArea()
        area.setAccessibleName(self.tr("Tờ đang xem và căn chỉnh máy in"))
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setAccessibleName(self.tr("Căn chỉnh máy in"))
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inner)
        self.body.addWidget(area)
        bar = area.verticalScrollBar().sizeHint().width()
        self.setMinimumWidth(max(theme.em(_SIDE_LEAST), inner.minimumSizeHint().width() + bar + 2))

    def show_field(self, box: Box | None, sheet: Sheet | None) -> None:
        """Show the chosen field of a sheet."""
        words = self.tr("Ô đang chọn: {label}").format(label=box.label) if box else ""
        self._title.setText(words or self.tr("Ô đang chọn"))
        self.field.show_field(box, sheet)

    def show_band(self, band_mm: float, *, known: bool) -> None:
        """Say how near the edge the machine prints."""
        if known and band_mm > 0:
            words = self.tr("Máy không in được {mm} mm sát mép.").format(mm=decimal(band_mm))
        else:
            words = self.tr("Máy in thường không in được 4 đến 6 mm sát mép.")
        self._band.setText(words)


class FootPane(FootStrip):
    """PDF at the left, printing at the right; one filled button."""

    def __init__(self) -> None:
        super().__init__()
        self.pdf = button(self.tr("Xuất &PDF…"), icon="file-export", name="certificates.pdf")
        self._words = self.tr("Phím ↑ ↓ trên tờ giấy: chọn ô. Phím cách: chọn tờ để in.")
        self._hint = meta(self._words)
        self._hint.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.pause = QCheckBox(self.tr("Dừng sau mỗi tờ để nạp phôi"))
        self.pause.setObjectName("certificates.pause")
        self.trial = button(self.tr("In thử 1 tờ t&rên giấy trắng"), name="certificates.trial")
        self.go = button(self.tr("&In"), kind="primary", icon="printer", name="certificates.print")
        self.row.addWidget(self.pdf)
        self.row.addWidget(self._hint, 1)
        for part in (self.pause, self.trial, self.go):
            self.row.addWidget(part)

    def set_narrow(self, narrow: bool) -> None:
        """Leave the hint out where there is no room; its place stays empty."""
        self._hint.setEnabled(not narrow)
        self._hint.setText("" if narrow else self._words)

    def show_count(self, chosen: int, *, ready: bool, draft: bool) -> None:
        """Say on the button how many sheets go out; switch off what cannot be done."""
        self.go.setText(self.tr("&In {n} tờ").format(n=chosen))
        self.go.setEnabled(bool(chosen) and ready and not draft)
        self.trial.setEnabled(ready)
        self.pdf.setEnabled(bool(chosen))
        why = "" if ready else self.tr("Chưa có máy in trên máy tính này. Có thể xuất PDF.")
        self.go.setToolTip(why)
        self.trial.setToolTip(why)


def empty_page(to_decisions: Callable[[], object]) -> EmptyState:
    """Return what stands in place of the panes while there is nothing to print."""
    return EmptyState(
        translate("CertificatesScreen", "Chưa có giấy khen để in"),
        translate(
            "CertificatesScreen",
            "Khi quyết định đã có danh sách, giấy khen tự vào hàng chờ ở đây.",
        ),
        [
            button(
                translate("CertificatesScreen", "Mở Quyết định"),
                to_decisions,
                kind="primary",
                name="certificates.to_decisions",
            )
        ],
        icon="award",
    )
