"""The choice of the year and the period whose figures are shown and typed."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from thiduaqt.domain.dates import PartialDate
from thiduaqt.ui import theme, tokens
from thiduaqt.ui.i18n import translate
from thiduaqt.ui.widgets.editors import fill_box, pick_box

_QUARTERS, _MONTHS = 4, 12


class SpanBar(QWidget):
    """``changed`` follows another choice; :attr:`year` 0 leaves it to who reads."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("movements.targets.span")
        self._years = pick_box([], "movements.targets.year")
        self._years.setAccessibleName(self.tr("Năm của số liệu"))
        self._periods = pick_box([], "movements.targets.period")
        self._periods.setAccessibleName(self.tr("Kỳ số liệu"))
        self._periods.setToolTip(
            self.tr("Kỳ đang xem. Số liệu gõ vào cột Thực hiện là của kỳ này.")
        )
        self._years.setFixedWidth(theme.em(66))
        self._periods.setFixedWidth(theme.em(92))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(tokens.GAP // 2)
        row.addWidget(self._years)
        row.addWidget(self._periods)
        self._years.activated.connect(lambda _place: self._choose_year())
        self._periods.activated.connect(lambda _place: self.changed.emit())

    @property
    def year(self) -> int:
        """The year chosen."""
        return int(self._years.currentData() or 0)

    @property
    def period(self) -> str:
        """The stored period within the year, empty for all of it."""
        return str(self._periods.currentData() or "")

    @property
    def typed(self) -> str:
        """The period that figures typed now belong to."""
        return self.period or str(self.year)

    @property
    def words(self) -> str:
        """The same as people write it."""
        return PartialDate.from_value(self.typed).display()

    def show_years(self, years: Sequence[int], current: int) -> None:
        """Offer other years; the choice stays where it can."""
        chosen = self.year if self.year in years else current
        fill_box(self._years, [(str(year), str(year)) for year in years], str(chosen))
        self._fill_periods(self.period if self.period.startswith(str(chosen)) else "")

    def choose(self, year: int, period: str = "") -> None:
        """Choose a year that is offered, and a period of it."""
        place = self._years.findData(str(year))
        if place >= 0:
            self._years.setCurrentIndex(place)
            self._fill_periods(period)
            self.changed.emit()

    def _choose_year(self) -> None:
        self._fill_periods(f"{self.year}{self.period[4:]}" if self.period else "")
        self.changed.emit()

    def _fill_periods(self, chosen: str) -> None:
        year = self.year
        quarters = [PartialDate.of_quarter(year, number) for number in range(1, _QUARTERS + 1)]
        months = [PartialDate.of(year, number) for number in range(1, _MONTHS + 1)]
        month = translate("TargetsTab", "Tháng {number}")
        found = [("", self.tr("Cả năm"))]
        found += [(one.value, one.display().split("/")[0]) for one in quarters]
        found += [(one.value, month.format(number=n)) for n, one in enumerate(months, start=1)]
        fill_box(self._periods, found, chosen)
