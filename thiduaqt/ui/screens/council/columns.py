"""Columns of the council screen: members, nominees on the list, votes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from thiduaqt.domain.voting import VERDICT_WORDS, Verdict, in_percent
from thiduaqt.domain.wording import percent
from thiduaqt.services.council import ROLE_WORDS, ResultRow, SeatRow
from thiduaqt.services.nominations import NominationRow
from thiduaqt.services.scoring import RankRow
from thiduaqt.ui import icons, theme, tokens
from thiduaqt.ui.forms.reading import show_number
from thiduaqt.ui.i18n import translate
from thiduaqt.ui.tables.columns import Column
from thiduaqt.ui.widgets.meters import paint_ratio

BOX = 24
_BAR = 76
_PERCENT = 50
_VERDICT_STATES: dict[Verdict, str] = {
    "passed": "ok",
    "failed": "off",
    "incomplete": "pending",
    "no_rule": "open",
}
_CHECK_STATES = {
    "eligible": "ok",
    "missing": "error",
    "blocked": "error",
    "review": "warn",
    "unchecked": "open",
    "override": "edit",
}


def presence_words() -> dict[str, str]:
    """Return the words for being there, as the column shows and reads them."""
    return {
        "present": translate("CouncilScreen", "Có mặt"),
        "absent": translate("CouncilScreen", "Vắng mặt"),
        "written": translate("CouncilScreen", "Ý kiến bằng văn bản"),
    }


def presence_of(seat: SeatRow) -> str:
    """Return "present", "written", "absent", or "" before attendance was taken."""
    if not seat.marked:
        return ""
    return "present" if seat.present else "written" if seat.written else "absent"


def _presence_state(seat: SeatRow) -> str:
    return {"present": "ok", "written": "edit", "absent": "off", "": "open"}[presence_of(seat)]


def _presence_text(seat: SeatRow) -> str:
    key = presence_of(seat)
    return presence_words()[key] if key else translate("CouncilScreen", "Chưa điểm danh")


def member_columns() -> tuple[Column[SeatRow], ...]:
    """Return the columns of the members."""
    return (
        Column(
            key="name",
            title=translate("CouncilScreen", "Họ và tên"),
            text=lambda seat: seat.name,
            width=186,
            frozen=True,
            editor="text",
        ),
        Column(
            key="role",
            title=translate("CouncilScreen", "Vai trò"),
            text=lambda seat: seat.role_words,
            width=176,
            editor="choice",
            choices=tuple(ROLE_WORDS.values()),
        ),
        Column(
            key="presence",
            title=translate("CouncilScreen", "Điểm danh"),
            text=_presence_text,
            edit_text=lambda seat: _presence_text(seat) if seat.marked else "",
            state=_presence_state,
            width=172,
            editor="choice",
            choices=tuple(presence_words().values()),
        ),
        Column(
            key="post",
            title=translate("CouncilScreen", "Chức vụ"),
            text=lambda seat: seat.post,
            width=200,
            stretch=True,
            editor="text",
        ),
    )


# --- The list ----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class ListRow:
    """A nomination that is on the list of the session, or might be. ``vote_id`` tells which.

    ``rank`` is the standing of one who is scored.
    """

    id: str
    nomination: NominationRow
    ordinal: int
    vote_id: str = ""
    rank: RankRow | None = None

    @property
    def listed(self) -> bool:
        """Whether it is on the list."""
        return bool(self.vote_id)


def _rank_text(row: ListRow) -> str:
    rank = row.rank
    if rank is None or rank.points is None:
        return ""
    points = show_number(rank.points)
    if rank.place is None:
        return points
    place = translate("CouncilScreen", "{points} · hạng {place}")
    return place.format(points=points, place=rank.place)


def list_columns() -> tuple[Column[ListRow], ...]:
    """Return the columns of the list."""
    return (
        Column(
            key="ordinal",
            title=translate("CouncilScreen", "TT"),
            text=lambda row: str(row.ordinal) if row.listed else "",
            sort_key=lambda row: row.ordinal,
            width=40,
            align="right",
            frozen=True,
            muted=lambda _row: True,
            filterable=False,
        ),
        Column(
            key="name",
            title=translate("CouncilScreen", "Đối tượng"),
            text=lambda row: row.nomination.display,
            width=190,
            frozen=True,
        ),
        Column(
            key="check",
            title=translate("CouncilScreen", "Kiểm tra"),
            text=lambda row: row.nomination.check_words,
            state=lambda row: _CHECK_STATES[row.nomination.check],
            tooltip=lambda row: " ".join(item.message for item in row.nomination.findings),
            width=150,
        ),
        Column(
            key="points",
            title=translate("CouncilScreen", "Điểm, hạng"),
            text=_rank_text,
            tooltip=lambda row: row.rank.words if row.rank else "",
            sort_key=lambda row: row.rank.place or 9999 if row.rank else 9999,
            width=112,
        ),
        Column(
            key="post",
            title=translate("CouncilScreen", "Chức vụ"),
            text=lambda row: row.nomination.post,
            width=160,
        ),
        Column(
            key="unit",
            title=translate("CouncilScreen", "Đơn vị"),
            text=lambda row: row.nomination.unit_name,
            width=150,
        ),
        Column(
            key="achievement",
            title=translate("CouncilScreen", "Tóm tắt thành tích"),
            text=lambda row: row.nomination.achievement,
            width=240,
            stretch=True,
        ),
    )


# --- Votes -------------------------------------------------------------------------------------


def vote_columns(locked: Callable[[], bool]) -> tuple[Column[ResultRow], ...]:
    """Return the columns of the votes; typed numbers stand in boxes, worked-out ones do not.

    ``locked`` tells whether the result is final: nothing can be typed then.
    """
    return (
        Column(
            key="ordinal",
            title=translate("CouncilScreen", "TT"),
            text=lambda row: str(row.ordinal),
            sort_key=lambda row: row.ordinal,
            width=40,
            align="right",
            frozen=True,
            muted=lambda _row: True,
            filterable=False,
        ),
        Column(
            key="name",
            title=translate("CouncilScreen", "Đối tượng"),
            text=lambda row: row.name,
            tooltip=lambda row: ", ".join(part for part in (row.post, row.unit) if part),
            width=190,
            frozen=True,
            filterable=False,
        ),
        _number("agree", translate("CouncilScreen", "Đồng ý"), 64, locked),
        _number("disagree", translate("CouncilScreen", "Không"), 62, locked),
        _number("other", translate("CouncilScreen", "Khác"), 56, locked),
        Column(
            key="rate",
            title=translate("CouncilScreen", "Tỷ lệ đồng ý"),
            text=rate_text,
            sort_key=lambda row: row.rate,
            width=184,
            paint=_paint_rate,
            filterable=False,
        ),
        Column(
            key="verdict",
            title=translate("CouncilScreen", "Kết quả"),
            text=verdict_text,
            state=lambda row: _VERDICT_STATES[row.tally.verdict],
            strong=lambda row: row.chosen and bool(row.decider) and row.decider != "passed",
            width=144,
        ),
        Column(
            key="note",
            title=translate("CouncilScreen", "Ghi chú"),
            text=note_text,
            tooltip=note_text,
            width=110,
            stretch=True,
            muted=lambda _row: True,
            filterable=False,
        ),
    )


def _number(key: str, title: str, width: int, locked: Callable[[], bool]) -> Column[ResultRow]:
    def text(row: ResultRow) -> str:
        value = getattr(row.vote, key)
        return "" if value is None else str(value)

    def paint(painter: QPainter, area: QRect, row: ResultRow) -> None:
        boxed = typed(row, key) and not locked()
        _paint_number(painter, area, text(row), boxed=boxed, faulty=faulty(row, key))

    return Column(
        key=key,
        title=title,
        text=text,
        sort_key=lambda row: getattr(row.vote, key) or 0,
        width=width,
        align="right",
        editor="number",
        read_only=lambda _row: locked(),
        paint=paint,
        filterable=False,
        tooltip=lambda row: row.tally.issue.message if row.tally.issue else "",
    )


def typed(row: ResultRow, key: str) -> bool:
    """Tell whether a number was typed rather than worked out as what is left of the ballots."""
    if key == "agree":
        return True
    if key == "disagree":
        return bool(row.vote.other) or faulty(row, "agree")
    return bool(row.vote.other)


def faulty(row: ResultRow, key: str) -> bool:
    """Tell whether a number is one of those that do not add up."""
    wrong = row.tally.issue is not None and row.tally.issue.code == "VOTE_SUM"
    return wrong and (key != "other" or bool(row.vote.other))


def rate_text(row: ResultRow) -> str:
    """Return the rate in words: "88,9% (8/9)", or how the sum is off."""
    tally = row.tally
    if tally.rate is not None:
        return f"{percent(in_percent(tally.rate))} ({tally.agree}/{tally.base})"
    if faulty(row, "agree"):
        words = translate("CouncilScreen", "{total} trên {expected} phiếu")
        return words.format(total=tally.total, expected=tally.expected)
    return ""


def verdict_text(row: ResultRow) -> str:
    """Return the verdict, and whether chosen once somebody has chosen."""
    words = VERDICT_WORDS[row.tally.verdict]
    if row.passed and row.decider and row.decider != "passed":
        chosen = translate("CouncilScreen", "được chọn")
        left_out = translate("CouncilScreen", "không chọn")
        return f"{words}, {chosen if row.chosen else left_out}"
    return words


def note_text(row: ResultRow) -> str:
    """Return place by points and note; a row that does not add up says by how many."""
    tally = row.tally
    if not faulty(row, "agree") or tally.total is None or tally.expected is None:
        return "; ".join(part for part in (row.rank_words, row.note) if part)
    off = tally.expected - tally.total
    words = (
        translate("CouncilScreen", "Cộng thiếu {count}")
        if off > 0
        else translate("CouncilScreen", "Cộng thừa {count}")
    )
    told = words.format(count=abs(off))
    return f"{told}; {row.note}" if row.note else told


def _paint_number(painter: QPainter, area: QRect, text: str, *, boxed: bool, faulty: bool) -> None:
    colour = tokens.TEXT if boxed else tokens.TEXT_2
    right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
    if boxed:
        box = QRect(area.left() - 2, area.center().y() - BOX // 2 + 1, area.width() + 4, BOX - 1)
        painter.setBrush(QColor(tokens.SURFACE))
        painter.setPen(QPen(QColor(tokens.ERROR if faulty else tokens.BORDER_INPUT), 1))
        painter.drawRoundedRect(box, 2, 2)
        if faulty:
            painter.fillRect(box.left(), box.top(), 3, box.height() + 1, QColor(tokens.ERROR))
    painter.setPen(QColor(colour))
    painter.drawText(area.adjusted(0, 0, -4, 0), right, text)


def _paint_rate(painter: QPainter, area: QRect, row: ResultRow) -> None:
    left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
    right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
    if row.tally.rate is None:
        if faulty(row, "agree"):
            spot = QRect(area.left(), area.center().y() - 7, tokens.ICON, tokens.ICON)
            icons.paint(painter, spot, "circle-x", tokens.ERROR)
            painter.setPen(QColor(tokens.ERROR))
            painter.drawText(area.adjusted(tokens.ICON + 6, 0, 0, 0), left, rate_text(row))
        return
    threshold = row.tally.threshold
    bar = QRect(
        area.left(),
        area.top(),
        min(theme.em(_BAR), area.width() - theme.em(_PERCENT) - 34),
        area.height(),
    )
    paint_ratio(
        painter,
        bar,
        float(row.tally.rate),
        float(threshold) if threshold is not None else None,
        passed=row.passed or row.tally.verdict == "no_rule",
    )
    words = QRect(bar.right() + 4, area.top(), theme.em(_PERCENT), area.height())
    painter.setPen(QColor(tokens.TEXT))
    painter.drawText(words, right, percent(in_percent(row.tally.rate)))
    painter.setFont(theme.text_font(tokens.META_PT))
    painter.setPen(QColor(tokens.TEXT_2))
    share = area.adjusted(words.right() + 8 - area.left(), 0, 0, 0)
    painter.drawText(share, left, f"{row.tally.agree}/{row.tally.base}")
