"""The head of the screen: decision, layout, mode and printer."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from thiduaqt.domain.page import Mode
from thiduaqt.services.certificates import DecisionChoice, LayoutChoice
from thiduaqt.ui import theme, tokens
from thiduaqt.ui.i18n import translate
from thiduaqt.ui.memory import Memory
from thiduaqt.ui.widgets.buttons import JoinedButtons, Segment
from thiduaqt.ui.widgets.editors import fill_box, pick_box
from thiduaqt.ui.widgets.labels import Badge


class HeadPane(QWidget):
    """Which decision, layout, mode and printer; the last three are remembered."""

    decision_chosen = Signal(str)
    layout_chosen = Signal(str)
    mode_chosen = Signal(str)
    printer_chosen = Signal(str)

    def __init__(self, memory: Memory) -> None:
        super().__init__()
        self._memory = memory
        self._decisions: tuple[DecisionChoice, ...] = ()
        self._pick_decision = pick_box((), "certificates.decision")
        self._pick_decision.setAccessibleName(self.tr("Quyết định"))
        self._pick_layout = pick_box((), "certificates.layout")
        self._pick_layout.setAccessibleName(self.tr("Mẫu giấy khen"))
        self._pick_printer = pick_box((), "certificates.printer")
        self._pick_printer.setAccessibleName(self.tr("Máy in"))
        self.modes = JoinedButtons(
            [
                Segment(key="full", text=self.tr("In cả khung")),
                Segment(key="overlay", text=self.tr("In trên phôi")),
            ]
        )
        self.modes.setObjectName("certificates.modes")
        self.modes.choose(str(memory.get("certificates.mode", "full")))
        self._badge = Badge("")
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 0, 0, 0)
        row.setSpacing(tokens.GAP)
        for box, most in (
            (self._pick_decision, 150),
            (self._pick_layout, 206),
            (self._pick_printer, 200),
        ):
            box.setMinimumWidth(110)
            box.setMaximumWidth(theme.em(most))
            box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        for part in (self._pick_decision, self._pick_layout):
            row.addWidget(part, 1)
        row.addWidget(self.modes)
        row.addStretch()
        row.addWidget(self._pick_printer, 1)
        row.addWidget(self._badge)
        self._pick_decision.activated.connect(
            lambda _row: self.decision_chosen.emit(self._pick_decision.currentData())
        )
        self._pick_layout.activated.connect(lambda _row: self._on_layout())
        self.modes.chosen.connect(self._on_mode)
        self._pick_printer.activated.connect(lambda _row: self._on_printer())

    def show_decisions(
        self, found: Sequence[DecisionChoice], wanted: str = ""
    ) -> DecisionChoice | None:
        """Offer decisions; return the chosen one."""
        self._decisions = tuple(found)
        current = wanted or str(self._pick_decision.currentData() or "")
        known = {one.id for one in found}
        choices = [(one.id, _decision_words(one)) for one in found]
        first = found[0].id if found else ""
        fill_box(self._pick_decision, choices, current if current in known else first)
        return self.decision()

    def decision(self) -> DecisionChoice | None:
        """Return the chosen decision."""
        chosen = self._pick_decision.currentData()
        return next((one for one in self._decisions if one.id == chosen), None)

    def show_layouts(self, found: Sequence[LayoutChoice]) -> str:
        """Offer layouts; return the code of the chosen one ("" where there is none)."""
        kept = str(self._memory.get("certificates.layout", ""))
        codes = [one.code for one in found]
        current = kept if kept in codes else codes[0] if codes else ""
        fill_box(self._pick_layout, [(one.code, one.title) for one in found], current)
        for row, one in enumerate(found):
            tip = "\n".join(part for part in (one.source, one.note) if part)
            self._pick_layout.setItemData(row, tip, Qt.ItemDataRole.ToolTipRole)
        chosen = next((one for one in found if one.code == current), None)
        self._pick_layout.setToolTip(
            "\n".join(part for part in (chosen.source, chosen.note) if part) if chosen else ""
        )
        return current

    def layout_code(self) -> str:
        """Return the code of the chosen layout."""
        return str(self._pick_layout.currentData() or "")

    def mode(self) -> Mode:
        """Return the chosen mode."""
        return "overlay" if self.modes.current() == "overlay" else "full"

    def show_printers(self, names: Sequence[str]) -> None:
        """Offer the printers of this computer."""
        kept = str(self._memory.get("certificates.printer", ""))
        current = self.printer() or (kept if kept in names else names[0] if names else "")
        choices = [(name, name) for name in names] or [("", self.tr("Chưa có máy in"))]
        fill_box(self._pick_printer, choices, current if current in names else choices[0][0])
        self._pick_printer.setEnabled(bool(names))

    def printer(self) -> str:
        """Return the name of the chosen printer ("" where there is none)."""
        return str(self._pick_printer.currentData() or "")

    def show_calibrated(self, calibrated: bool, *, there: bool) -> None:
        """Say whether the chosen printer has been measured for this blank."""
        words = self.tr("Đã căn chỉnh") if calibrated else self.tr("Chưa căn chỉnh")
        self._badge.set_state(words if there else "", "ok" if calibrated else "warn")
        self._badge.setVisible(there)

    def _on_layout(self) -> None:
        self._memory.put("certificates.layout", self.layout_code())
        self.layout_chosen.emit(self.layout_code())

    def _on_mode(self, key: str) -> None:
        self._memory.put("certificates.mode", key)
        self.mode_chosen.emit(key)

    def _on_printer(self) -> None:
        self._memory.put("certificates.printer", self.printer())
        self.printer_chosen.emit(self.printer())


def _decision_words(one: DecisionChoice) -> str:
    if not one.number:
        return translate("HeadPane", "Dự thảo")
    words = translate("HeadPane", "{number} (dự thảo)") if one.draft else "{number}"
    return words.format(number=one.number)
