"""Two or three lines below the list: the arithmetic, its source, and where the list is from."""

from __future__ import annotations

import re

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from thiduaqt.domain.dates import PartialDate
from thiduaqt.domain.plan import RECIPIENT_WORDS
from thiduaqt.services.decision_sheet import Sheet
from thiduaqt.ui import icons, theme, tokens
from thiduaqt.ui.screens.decisions.columns import to_check
from thiduaqt.ui.screens.decisions.tiles import Elided
from thiduaqt.ui.widgets.buttons import button
from thiduaqt.ui.widgets.labels import SourceTag
from thiduaqt.ui.widgets.states import look_of

_ARTICLE = re.compile(r"Điều \d+")


def arithmetic(sheet: Sheet) -> str:
    """Return how the money of each kind comes about, each kind once."""
    told = {line.kind: line.money_note for line in reversed(sheet.lines) if line.money_note}
    order = [kind for kind in reversed(RECIPIENT_WORDS) if kind in told]
    return " · ".join(f"{RECIPIENT_WORDS[kind].capitalize()}: {told[kind]}" for kind in order)


def sources(sheet: Sheet) -> tuple[str, ...]:
    """Return the sources of the money in full, each once."""
    parts = [part for line in sheet.lines for part in line.money_source.split("; ") if part]
    return tuple(dict.fromkeys(parts))


def short_source(where: str) -> str:
    """Return a source by document and article: "NĐ 152/2025, Điều 54"."""
    document = where.partition(",")[0]
    article = _ARTICLE.search(where)
    return f"{document}, {article[0]}" if article else document


class _Line(QWidget):
    """An icon, a line of small print, and what comes behind it."""

    def __init__(self) -> None:
        super().__init__()
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(0, 0, 0, 0)
        self.row.setSpacing(6)
        self._picture = QLabel()
        self.text = Elided("", "second")
        self.text.setFont(theme.text_font(tokens.META_PT))
        self.row.addWidget(self._picture)
        self.row.addWidget(self.text, 1)

    def say(self, text: str, icon: str, colour: str = tokens.TEXT_2, role: str = "second") -> None:
        """Show ``text`` behind an icon; an empty one hides the line."""
        self._picture.setPixmap(icons.icon(icon, colour).pixmap(15, 15))
        theme.mark(self.text, "role", role)
        self.text.say(text)
        self.setVisible(bool(text))


class Notes(QWidget):
    """``reopen_wanted()`` and ``result_wanted()`` follow the links."""

    reopen_wanted = Signal()
    result_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("decisions.notes")
        self.sums = _Line()
        self.check = _Line()
        self._tag: SourceTag | None = None
        self._sources: tuple[str, ...] = ()
        self.origin = _Line()
        self.reopen = button(
            self.tr("Mở lại quyết định…"),
            self.reopen_wanted.emit,
            kind="link",
            name="decisions.reopen",
        )
        self.result = button(
            self.tr("Xem kết quả phiên họp"),
            self.result_wanted.emit,
            kind="link",
            name="decisions.result",
        )
        for link in (self.result, self.reopen):
            link.setFont(theme.text_font(tokens.META_PT))
            self.origin.row.addWidget(link)
        self._page = QVBoxLayout(self)
        self._page.setContentsMargins(0, 2, 0, 0)
        self._page.setSpacing(3)
        for line in (self.sums, self.check, self.origin):
            self._page.addWidget(line)

    def show_sheet(self, sheet: Sheet) -> None:
        """Show what there is to say about a decision."""
        self.sums.say(arithmetic(sheet), "info-circle", tokens.INFO)
        self._show_tag(sources(sheet))
        doubtful = [line for line in sheet.lines if to_check(line)]
        look = look_of("warn")
        words = self.tr("Tiền thưởng của {count} dòng cần kiểm tra; trỏ vào số tiền để xem vì sao.")
        self.check.say(
            words.format(count=len(doubtful)) if doubtful else "", look.icon, look.colour, "warn"
        )
        self.origin.say(self._origin(sheet), "lock" if not sheet.draft else "scale")
        self.reopen.setVisible(sheet.decision.state == "issued")
        self.result.setVisible(sheet.sitting is not None)

    def _show_tag(self, where: tuple[str, ...]) -> None:
        if where == self._sources:
            return
        if self._tag is not None:
            self.sums.row.removeWidget(self._tag)
            self._tag.deleteLater()
            self._tag = None
        self._sources = where
        if where:
            short = dict.fromkeys(short_source(one) for one in where)
            self._tag = SourceTag("law", "; ".join(short))
            self._tag.setToolTip("\n".join(where))
            self.sums.row.addWidget(self._tag)

    def set_low(self, *, on: bool) -> None:
        """Leave the arithmetic to the tooltips of the amounts where there is little room."""
        self.sums.setVisible(not on and bool(self.sums.text.whole()))

    def _origin(self, sheet: Sheet) -> str:
        decision, sitting = sheet.decision, sheet.sitting
        if decision.state == "issued":
            day = PartialDate.from_value(decision.date).display()
            return self.tr("Ban hành ngày {day}, danh sách đã khóa.").format(day=day)
        if decision.reopened_reason:
            words = self.tr("Đã mở lại: {reason}")
            return words.format(reason=decision.reopened_reason)
        if sitting is None:
            return ""
        day = PartialDate.from_value(sitting.held_on).display() if sitting.held_on else "…"
        if sitting.state == "locked":
            words = self.tr(
                "Danh sách lấy từ kết quả Hội đồng ngày {day}, đã chốt. "
                "Thứ tự: tập thể trước, cá nhân sau."
            )
        else:
            words = self.tr("Danh sách lấy từ kết quả Hội đồng ngày {day}, chưa chốt lại.")
        return words.format(day=day)
