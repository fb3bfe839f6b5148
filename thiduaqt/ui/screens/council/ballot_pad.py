"""Entry paper by paper: 1 agree, 2 disagree, 3 another opinion; ↓ next one, PgDn next paper."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from thiduaqt.domain.voting import Ballot, Mark
from thiduaqt.services.council import ResultRow
from thiduaqt.ui import tokens
from thiduaqt.ui.i18n import translate
from thiduaqt.ui.tables.columns import Column
from thiduaqt.ui.tables.grid import Grid
from thiduaqt.ui.widgets.buttons import button
from thiduaqt.ui.widgets.labels import meta, section

_KEYS: dict[int, Mark | None] = {
    Qt.Key.Key_1: "agree",
    Qt.Key.Key_2: "disagree",
    Qt.Key.Key_3: "other",
    Qt.Key.Key_Delete: None,
    Qt.Key.Key_0: None,
}
_STATES = {"agree": "ok", "disagree": "error", "other": "edit", None: "open"}


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkRow:
    """One nominee on the paper that is being read."""

    id: str
    ordinal: int
    name: str
    mark: Mark | None = None


def mark_words(mark: Mark | None) -> str:
    """Return a mark in words."""
    return {
        "agree": translate("BallotPad", "Đồng ý"),
        "disagree": translate("BallotPad", "Không đồng ý"),
        "other": translate("BallotPad", "Ý kiến khác"),
        None: translate("BallotPad", "Chưa ghi"),
    }[mark]


def _columns() -> tuple[Column[MarkRow], ...]:
    return (
        Column(
            key="ordinal",
            title=translate("BallotPad", "TT"),
            text=lambda row: str(row.ordinal),
            width=40,
            align="right",
            muted=lambda _row: True,
            filterable=False,
        ),
        Column(
            key="name",
            title=translate("BallotPad", "Đối tượng"),
            text=lambda row: row.name,
            width=260,
            filterable=False,
        ),
        Column(
            key="mark",
            title=translate("BallotPad", "Phiếu này ghi"),
            text=lambda row: mark_words(row.mark),
            state=lambda row: _STATES[row.mark],
            width=200,
            stretch=True,
            filterable=False,
        ),
    )


class BallotPad(QWidget):
    """Papers in memory until all are read; ``finished()`` hands them over, ``given_up()`` not."""

    finished = Signal()
    given_up = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("council.pad")
        self._rows: tuple[MarkRow, ...] = ()
        self._marks: list[dict[str, Mark]] = []
        self._invalid: set[int] = set()
        self._place = 0
        self._expected = 0
        self.grid: Grid[MarkRow] = Grid(_columns(), name="council.pad.grid")
        self.grid.hide_bar()
        self.grid.hide_foot()
        self.grid.view.installEventFilter(self)
        self.heading = section("")
        self.spoilt = QCheckBox(self.tr("Phiếu không hợp lệ"))
        self.spoilt.setObjectName("council.pad.spoilt")
        self.spoilt.toggled.connect(self._mark_spoilt)
        self.back = button(self.tr("Phiếu trước"), lambda: self.turn(-1), icon="chevron-left")
        self.forth = button(self.tr("Phiếu sau"), lambda: self.turn(1), icon="chevron-right")
        self.write = button(self.tr("Ghi phiếu"), self.finished.emit, name="council.pad.write")
        stop = button(self.tr("Bỏ, không ghi"), self.given_up.emit, kind="flat")
        top = QHBoxLayout()
        top.addWidget(self.heading)
        top.addWidget(self.spoilt)
        top.addStretch()
        top.addWidget(self.back)
        top.addWidget(self.forth)
        foot = QHBoxLayout()
        foot.addWidget(
            meta(
                self.tr(
                    "Phím 1 đồng ý, 2 không đồng ý, 3 ý kiến khác; ↓ người sau, PgDn phiếu sau. "
                    "Ô để trống tính là ý kiến khác."
                ),
                wrap=True,
            ),
            1,
        )
        foot.addWidget(self.write)
        foot.addWidget(stop)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(tokens.GAP)
        page.addLayout(top)
        page.addWidget(self.grid, 1)
        page.addLayout(foot)
        self.setFocusProxy(self.grid)

    def begin(self, rows: Sequence[ResultRow], expected: int) -> None:
        """Begin with an empty first paper; ``expected`` is how many were handed out."""
        self._rows = tuple(MarkRow(id=row.id, ordinal=row.ordinal, name=row.name) for row in rows)
        self._marks, self._invalid = [{}], set()
        self._place, self._expected = 0, expected
        self._show(first=True)

    def ballots(self) -> tuple[Ballot, ...]:
        """Return the papers read so far; an untouched last one is none."""
        papers = self._marks[:]
        while papers and not papers[-1] and len(papers) - 1 not in self._invalid:
            papers.pop()
        return tuple(
            Ballot(marks=marks, valid=place not in self._invalid)
            for place, marks in enumerate(papers)
        )

    def turn(self, step: int) -> None:
        """Go to the next or the former paper; a new one begins after the last that has marks."""
        place = self._place + step
        if place == len(self._marks) and (self._marks[-1] or self._place in self._invalid):
            self._marks.append({})
        if 0 <= place < len(self._marks):
            self._place = place
            self._show(first=True)

    def put(self, mark: Mark | None) -> None:
        """Mark the current nominee on this paper and go to the next."""
        row = self.grid.current_row()
        if row is None:
            return
        marks = self._marks[self._place]
        if mark is None:
            marks.pop(row.id, None)
        else:
            marks[row.id] = mark
        self._show()
        self.grid.keys.move("down")

    def _mark_spoilt(self, spoilt: bool) -> None:
        (self._invalid.add if spoilt else self._invalid.discard)(self._place)
        self._show()

    def _show(self, *, first: bool = False) -> None:
        marks = self._marks[self._place]
        self.grid.set_rows([replace(row, mark=marks.get(row.id)) for row in self._rows])
        words = self.tr("Phiếu {number}/{count}") if self._expected else self.tr("Phiếu {number}")
        self.heading.setText(words.format(number=self._place + 1, count=self._expected))
        self.spoilt.blockSignals(True)
        self.spoilt.setChecked(self._place in self._invalid)
        self.spoilt.blockSignals(False)
        count = len(self.ballots())
        self.write.setText(self.tr("Ghi {count} phiếu").format(count=count))
        self.write.setEnabled(count > 0)
        self.back.setEnabled(self._place > 0)
        if first and self._rows:
            self.grid.select_row(self._rows[0].id, "mark")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in _KEYS and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                self.put(_KEYS[event.key()])
                return True
            if event.key() in (Qt.Key.Key_PageDown, Qt.Key.Key_PageUp):
                self.turn(1 if event.key() == Qt.Key.Key_PageDown else -1)
                return True
        return super().eventFilter(watched, event)
