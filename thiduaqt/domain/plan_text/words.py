"""Numbers, dates, periods and kinds as plans word them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation

from thiduaqt.domain.dates import PartialDate
from thiduaqt.domain.plan import (
    RECIPIENT_WORDS,
    Deadline,
    MovementPlan,
    RecipientKind,
    Source,
)
from thiduaqt.domain.text import fold
from thiduaqt.domain.wording import count, number

ANCHOR_WORDS = {
    "award_day": "ngày trao thưởng",
    "issue": "ngày ban hành Kế hoạch",
    "start": "ngày phát động phong trào",
    "end": "ngày kết thúc phong trào",
    "council": "ngày họp Hội đồng Thi đua - Khen thưởng",
}
EVERY_WORDS = {
    "year": "hằng năm",
    "half": "06 tháng một lần",
    "quarter": "hằng quý",
    "month": "hằng tháng",
}
UNIT_KINDS: dict[str, str] = {
    "department": "phòng, ban chuyên môn",
    "public_service": "đơn vị sự nghiệp",
    "association": "Mặt trận, đoàn thể, hội",
    "school": "trường học",
    "village": "thôn",
    "company": "doanh nghiệp",
    "cooperative": "hợp tác xã",
    "police_military": "công an, quân sự",
    "upper": "cơ quan cấp trên",
    "commune": "xã, phường, đặc khu",
    "other": "đơn vị khác",
}
_QUARTERS = ("I", "II", "III", "IV")
_DECREE = re.compile(r"NĐ (\d+/\d{4}), (.+)")


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanWords:
    """How this office words things: awards and blocks by code in full, thôn or tổ dân phố.

    Committee, place and signer stand in a plan that names none of its own; ``signer_form`` are the
    lines of the signer alone ("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH").
    """

    awards: Mapping[str, str] = field(default_factory=dict)
    blocks: Mapping[str, str] = field(default_factory=dict)
    village: str = "thôn"
    committee: str = "Ủy ban nhân dân"
    place: str = ""
    signer_form: tuple[str, ...] = ("CHỦ TỊCH",)
    signer_name: str = ""

    def award(self, code: str) -> str:
        """Return the award in full, or its code where no rule pack knows it."""
        return self.awards.get(code, code)

    def block(self, code: str) -> str:
        """Return the name of a block or cluster; plans of others name theirs outright."""
        return self.blocks.get(code, code)

    def giving(self, *codes: str) -> str:
        """Return what is done with awards: "xét tặng Giấy khen …", "xét Khen thưởng cấp …"."""
        awards = ", ".join(self.award(code) for code in codes)
        return f"xét {awards}" if awards.startswith("Khen thưởng") else f"xét tặng {awards}"

    def unit_kind(self, code: str) -> str:
        """Return a kind of units in small letters."""
        return self.village if code == "village" else UNIT_KINDS.get(code, code)

    def unit_kinds(self, codes: tuple[str, ...]) -> str:
        """Return several kinds of units in one phrase."""
        return ", ".join(self.unit_kind(code) for code in codes)


def figure(value: Decimal | str) -> str:
    """Return a number without idle zeros, with a decimal comma: "7,5", "115", "1.200".

    What is no number is returned as it stands.
    """
    try:
        exact = Decimal(value)
    except InvalidOperation:
        return str(value)
    if not exact.is_finite():
        return str(value)
    shortest = exact.normalize()
    if shortest == shortest.to_integral_value():
        return number(int(shortest))
    return number(shortest)


def how_many(value: int, word: str) -> str:
    """Return how many there are of something, below ten with a leading zero: "05 cá nhân"."""
    return count(value, word)


def kinds_in_words(kinds: tuple[RecipientKind, ...], joint: str = ", ") -> str:
    """Return "tập thể, cá nhân", or joined by ``joint`` ("tập thể hoặc cá nhân")."""
    return joint.join(RECIPIENT_WORDS[kind] for kind in kinds)


def named(movement: MovementPlan) -> str:
    """Return a movement as it stands in a sentence: with "Phong trào" before its title."""
    title = movement.title
    return title if title.startswith("Phong trào") else f"Phong trào thi đua “{title}”"


def law_in_words(source: Source) -> str:
    """Return a rule as a document names it: "khoản 4 Điều 4 Nghị định số 152/2025/NĐ-CP"."""
    found = _DECREE.fullmatch(source.text)
    return f"{found[2]} Nghị định số {found[1]}/NĐ-CP" if found else source.text


def says(text: str, words: str) -> bool:
    """Tell whether ``words`` stand in ``text`` already, whatever the letters' case and marks."""
    return bool(words) and fold(words).strip(" .;") in fold(text)


# --- Dates -------------------------------------------------------------------------------------


def day_words(value: str) -> str:
    """Return a partial date: "ngày 27/3/2026", "tháng 12/2030", "Quý II/2027", "năm 2027".

    Months 1 and 2 and days below ten get a leading zero, as in the number line of a document.
    What is no date is returned as it stands.
    """
    try:
        when = PartialDate.from_value(value)
    except ValueError:
        return value
    first = when.first_day
    if first is None:
        return ""
    month = f"{first.month:02d}" if first.month < 3 else str(first.month)
    words = {
        "day": f"ngày {first.day:02d}/{month}/{first.year}",
        "month": f"tháng {month}/{first.year}",
        "quarter": f"Quý {_QUARTERS[(first.month - 1) // 3]}/{first.year}",
        "year": f"năm {first.year}",
    }
    return words[when.precision]


def period_words(start: str, end: str, event: str = "") -> str:
    """Return "từ ngày 27/3/2026 đến hết tháng 12/2030"; an event stands for an unknown end."""
    parts = [f"từ {day_words(start)}"] if start else []
    if end:
        until = day_words(end)
        whole = end[5:] and len(end) < 10  # a month or a quarter runs to its last day
        parts.append(f"đến {'hết ' if whole else ''}{until}")
    if event:
        parts.append(f"đến {event}" if not end else f"({event})")
    return " ".join(parts)


def deadline_words(when: Deadline, *, occasion: bool = False) -> str:
    """Return a deadline as the plan words it, else worked out from its data.

    ``occasion`` means a day on which something takes place, not one until which it is due.
    """
    words = when.wording or _relative(when) or _absolute(when, occasion=occasion)
    if when.event and not when.anchor and not says(words, when.event):
        words = f"{words} ({when.event})" if words else when.event
    if words and when.tentative and "dự kiến" not in words.lower():
        return f"dự kiến {words}"
    return words


def _relative(when: Deadline) -> str:
    if not when.anchor:
        return ""
    anchor = when.event if when.anchor == "event" else ANCHOR_WORDS[when.anchor]
    days = "ngày làm việc" if when.working_days else "ngày"
    if when.offset < 0:
        opening = "hơn" if when.exclusive else "chậm nhất"
        return f"{opening} {how_many(-when.offset, days)} trước {anchor}"
    if when.offset > 0:
        return f"trong thời hạn {how_many(when.offset, days)} kể từ {anchor}"
    return f"trước {anchor}" if when.exclusive else f"vào {anchor}"


def _absolute(when: Deadline, *, occasion: bool) -> str:
    if not when.value:
        return EVERY_WORDS[when.every] if when.recurring else ""
    exact = len(when.value) == 10
    opening = "trước " if when.exclusive else "chậm nhất " if exact and not occasion else ""
    if not when.recurring:
        return opening + day_words(when.value)
    if when.every == "year":
        return (opening + _without_year(when.value)).strip()
    if when.every == "month" and exact:
        return f"{opening}ngày {when.value[8:]} hằng tháng"
    return f"{EVERY_WORDS[when.every]}, lần đầu {opening}{day_words(when.value)}"


def _without_year(value: str) -> str:
    words = day_words(value)
    if len(value) == 4:
        return "hằng năm"
    if "/" not in words:
        return f"{words} hằng năm"
    return f"{words.rpartition('/')[0]} hằng năm"
