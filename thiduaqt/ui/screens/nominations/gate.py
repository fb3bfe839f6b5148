"""The gate to the council: what keeps nominations back, told above the list."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QScrollArea

from thiduaqt.services import proposing
from thiduaqt.services.council import Gate, GateItem
from thiduaqt.services.nominations import NominationRow
from thiduaqt.ui import dialogs
from thiduaqt.ui.screens.nominations.desk import NominationDesk
from thiduaqt.ui.widgets.buttons import button
from thiduaqt.ui.widgets.strips import ErrorSummary, MessageStrip, SummaryLine

_LINE = 28
_REASONS = 2


class GatePost(QObject):
    """Sends nominations into a session, and leads through those that may not go yet.

    ``problem_wanted(id, field)`` asks to show where something is missing; ``told(ids)`` names the
    nominations that were refused, none once the summary is closed for good.
    """

    problem_wanted = Signal(str, str)
    told = Signal(object)

    def __init__(self, desk: NominationDesk, summary: ErrorSummary, strip: MessageStrip) -> None:
        super().__init__(desk)
        self._desk, self._summary, self._strip = desk, summary, strip
        self._ids: tuple[str, ...] = ()
        self.refused: tuple[GateItem, ...] = ()
        self._place = -1
        self._gate: Gate | None = None
        self._low = False
        self._unchecked = 0
        summary.closed.connect(self.forget)

    @property
    def open(self) -> bool:
        """Tell whether the summary is shown."""
        return not self._summary.isHidden()

    def set_low(self, low: bool) -> None:
        """In a low window the summary shows fewer lines at once."""
        self._low = low
        self._fit()

    def send(self, rows: Sequence[NominationRow]) -> None:
        """Send nominations into the session under way.

        Asked first where a session has to be opened, or where nobody has checked some of them.
        """
        context = self._desk.context
        self._ids = tuple(row.id for row in rows)
        self._unchecked = sum(row.check == "unchecked" for row in rows)
        gate = proposing.look(context.session, context.round_id, self._ids)
        if gate.refused:
            self.show_gate(gate)
        elif gate.ready:
            self._go(only_ready=False, count=len(gate.ready))

    def _go(self, *, only_ready: bool, count: int) -> None:
        context = self._desk.context
        around, ids = context.round_id, self._ids
        questions: list[str] = []
        if proposing.open_sitting(context.session, around) is None:
            words = self.tr(
                "Đợt này chưa có phiên họp nào đang mở. Mở phiên họp mới và đưa {count} hồ sơ vào?"
            )
            questions.append(words.format(count=count))
        if self._unchecked:
            questions.append(self._unchecked_words())
        if questions and not dialogs.confirm(
            self._desk.owner,
            self.tr("Đưa vào"),
            self.tr("Đưa vào phiên họp"),
            "\n".join(questions),
        ):
            return
        self._desk.run(
            lambda session: proposing.send(session, around, ids, only_ready=only_ready),
            self.tr("Đưa vào phiên họp"),
            done=self._on_sent,
        )

    def _unchecked_words(self) -> str:
        words = self.tr("{count} hồ sơ chưa kiểm tra; Hội đồng sẽ thấy điều đó.")
        return words.format(count=self._unchecked)

    def _on_sent(self, gate: Gate) -> None:
        if not gate.passed:
            self.show_gate(gate)
            return
        self.forget()
        words = self.tr("Đã đưa {count} hồ sơ vào phiên họp.").format(count=len(gate.sent))
        self._desk.context.toast(words, undo=True)
        self._strip.say(
            words,
            (self.tr("Sang Xét duyệt"), partial(self._desk.context.navigate, "council")),
            kind="ok",
        )

    def show_gate(self, gate: Gate) -> None:
        """Say what keeps which nominations back."""
        self._gate, self.refused, self._place = gate, gate.refused, -1
        self._strip.say("")
        onward = None
        if gate.ready:
            words = self.tr("Chỉ đưa {count} hồ sơ đưa được").format(count=len(gate.ready))
            onward = button(
                words,
                partial(self._go, only_ready=True, count=len(gate.ready)),
                name="nominations.gate.only_ready",
            )
        each = button(
            self.tr("Xem từng hồ sơ"), self.next, icon="chevron-right", name="nominations.gate.each"
        )
        lead = f"{gate.lead} {self._unchecked_words()}" if self._unchecked else gate.lead
        self._summary.show_problems(
            gate.title,
            lead,
            [self._line(place, item) for place, item in enumerate(gate.refused)],
            [each],
            onward,
        )
        self._fit()
        self.told.emit({item.nomination_id for item in gate.refused})

    def _line(self, place: int, item: GateItem) -> SummaryLine:
        return SummaryLine(
            where=self.tr("TT {number}").format(number=item.ordinal),
            who=item.name.replace("&", "&&"),
            what=self._reasons(item),
            jump=partial(self.go_to, place),
        )

    def _reasons(self, item: GateItem) -> str:
        """Return the first reasons in words; the panel shows the rest."""
        told = " ".join(finding.message for finding in item.findings[:_REASONS])
        more = len(item.findings) - _REASONS
        return (
            told if more < 1 else self.tr("{told} Và {more} mục nữa.").format(told=told, more=more)
        )

    def _fit(self) -> None:
        lines = 2 if self._low else 6
        for area in self._summary.findChildren(QScrollArea):
            area.setFixedHeight(lines * _LINE + 34)

    def go_to(self, place: int) -> None:
        """Leave the summary for the place where something is missing."""
        self._place = place
        item = self.refused[place]
        self._summary.hide()
        words = self.tr("{place}/{count}  {name}: {what}")
        self._strip.say(
            words.format(
                place=place + 1, count=len(self.refused), name=item.name, what=self._reasons(item)
            ),
            (self.tr("Hồ sơ tiếp theo"), self.next),
            (self.tr("Xem cả danh sách"), self.back),
            (self.tr("Đóng"), self.forget),
            kind="warn",
        )
        self.problem_wanted.emit(item.nomination_id, item.field)

    def next(self) -> None:
        """Go to the next nomination that was refused (F8)."""
        if self.refused:
            self.go_to((self._place + 1) % len(self.refused))

    def back(self) -> None:
        """Show the summary again, as things stand now."""
        context = self._desk.context
        gate = proposing.look(context.session, context.round_id, self._ids)
        if gate.refused:
            self.show_gate(gate)
        else:
            self.forget()

    def forget(self) -> None:
        """Take the summary and its marks away."""
        self.refused, self._place, self._gate = (), -1, None
        self._summary.hide()
        self._strip.say("")
        self.told.emit(set())
