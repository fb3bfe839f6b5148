"""Days that do not exist, lie in the past, or contradict each other."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from thiduaqt.domain.lint.facts import Facts
from thiduaqt.domain.lint.outline import Outline
from thiduaqt.domain.lint.spans import Cited, cited_in, dates_in
from thiduaqt.domain.lint.text import Finding, Paragraph
from thiduaqt.domain.text import fold
from thiduaqt.domain.wording import short_date

_YEARS = re.compile(
    r"(?:giai đoạn|từ(?:\s+năm)?|thời kỳ|nhiệm kỳ)\s*(?:\d\s*)?(?:\(?từ\s+)?(?:năm\s+)?(\d{4})\s*"
    r"(?:[-–—]|đến(?:\s+hết)?(?:\s+năm)?)\s*(\d{4})(?!\d)"
)
_DAYS = re.compile(
    r"từ\s+(?:ngày\s+)?(?P<a>\d{1,2}[/.-]\d{1,2}[/.-]\d{4})\s*(?:[-–—]|đến(?:\s+hết)?)\s*(?:ngày\s+)?"
    r"(?P<b>\d{1,2}[/.-]\d{1,2}[/.-]\d{4})"
)
_DEADLINE = re.compile(
    r"(?:trước|chậm nhất(?:\s+là)?(?:\s+đến)?|hạn(?:\s+cuối)?(?:\s+nộp)?(?:\s+là)?|"
    r"hoàn thành(?:\s+trước)?|xong(?:\s+trước)?|đến\s+hết|muộn nhất)\s*"
    r"(?:vào\s+|trong\s+)?(?:ngày\s+)?$"
)
_TASK = re.compile(r"gửi|nộp|báo cáo|hoàn thành|đăng ký|xong|trình|chậm nhất|hạn|muộn nhất", re.I)
_DOSSIER = re.compile(r"hồ sơ|đề nghị khen|danh sách|tờ trình", re.IGNORECASE)
_AWARD_DAY = re.compile(
    r"(?:tổng kết|sơ kết|trao thưởng|trao Giấy khen|trao khen|lễ trao|biểu dương|khen thưởng đợt|"
    r"tuyên dương|tôn vinh)[^.;]{0,80}$",
    re.IGNORECASE,
)
_REVIEW = re.compile(
    r"(?P<what>sơ kết|tổng kết)(?P<gap>[^.;:,“”\n]{0,60}?)\bnăm\s+(?P<year>\d{4})", re.IGNORECASE
)
_PHASES = re.compile(
    r"chia\s+(?:thành|làm)\s+(?P<n>\d{1,2}|hai|ba|bốn|năm)\s+giai đoạn", re.IGNORECASE
)
_PHASE = re.compile(r"giai đoạn\s+(\d{1,2}|[IVX]+)\b(?!\s*[-–]?\s*\d)", re.IGNORECASE)
_NUMBERS = {"hai": 2, "ba": 3, "bốn": 4, "năm": 5}


def check_dates(outline: Outline, facts: Facts) -> Iterator[Finding]:
    """Yield what is wrong with the days and years of a plan."""
    for paragraph in outline.plan.paragraphs:
        yield from _impossible(paragraph, facts)
        yield from _reversed(paragraph, facts)
    yield from _cited_later(outline, facts)
    yield from _cited_twice(outline, facts)
    yield from _past_deadlines(outline, facts)
    yield from _late_dossiers(outline, facts)
    yield from _periods(outline, facts)
    yield from _phases(outline, facts)


def _impossible(at: Paragraph, facts: Facts) -> Iterator[Finding]:
    for found, day in dates_in(at.text):
        if day is None:
            yield facts.finding(
                "DATE_IMPOSSIBLE",
                at,
                f"Không có ngày {found[0]}.",
                "Sửa lại ngày, tháng.",
                span=found.span(),
            )


def _reversed(at: Paragraph, facts: Facts) -> Iterator[Finding]:
    for found in _YEARS.finditer(at.text):
        if int(found[1]) > int(found[2]):
            yield _ends_early(at, found, f"năm {found[2]}", f"năm {found[1]}", facts)
    for found in _DAYS.finditer(at.text):
        start, end = (next((day for _, day in dates_in(found[key])), None) for key in "ab")
        if start and end and end < start:
            yield _ends_early(at, found, short_date(end), short_date(start), facts)


def _ends_early(at: Paragraph, found: re.Match[str], end: str, start: str, facts: Facts) -> Finding:
    return facts.finding(
        "PERIOD_REVERSED",
        at,
        f"Thời gian kết thúc ({end}) sớm hơn thời gian bắt đầu ({start}).",
        "Sửa lại mốc bắt đầu hoặc kết thúc.",
        span=found.span(),
    )


def _cited_later(outline: Outline, facts: Facts) -> Iterator[Finding]:
    """Yield documents dated after the plan that cites them."""
    latest = outline.dated.latest if outline.dated else None
    for paragraph in outline.plan.paragraphs:
        for cited in cited_in(paragraph.text):
            if latest and cited.day and cited.day > latest:
                assert outline.dated is not None
                own = short_date(latest) if outline.dated.whole else f"{latest.month}/{latest.year}"
                yield facts.finding(
                    "DATE_BEFORE_BASIS",
                    paragraph,
                    f"Văn bản số {cited.symbol} ngày {short_date(cited.day)} ban hành sau ngày "
                    f"của kế hoạch ({own}).",
                    "Kiểm tra ngày của văn bản được viện dẫn hoặc ngày ban hành kế hoạch.",
                    span=(cited.start, cited.end),
                )


def _cited_twice(outline: Outline, facts: Facts) -> Iterator[Finding]:
    """Yield a central document that is cited with two different days."""
    first: dict[str, Cited] = {}
    for paragraph in outline.plan.paragraphs:
        for cited in cited_in(paragraph.text):
            if not cited.central or cited.day is None:
                continue
            known = first.setdefault(cited.symbol, cited)
            assert known.day is not None
            if known.day == cited.day or not _looks_like_a_slip(known.day, cited.day):
                continue
            yield facts.finding(
                "DATE_CITED_TWICE",
                paragraph,
                f"Văn bản số {cited.symbol} ghi hai ngày khác nhau: {short_date(known.day)} và "
                f"{short_date(cited.day)}.",
                "Đối chiếu bản gốc và ghi thống nhất một ngày.",
                span=(cited.start, cited.end),
            )


def _looks_like_a_slip(one: dt.date, other: dt.date) -> bool:
    """Tell a slip from two documents of one number: numbers begin anew with each year or term."""
    return one.year == other.year or (one.day, one.month) == (other.day, other.month)


def _past_deadlines(outline: Outline, facts: Facts) -> Iterator[Finding]:
    """Yield deadlines that lie before the plan's own day."""
    start = facts.on(outline)
    for paragraph in outline.body:
        for found, day in dates_in(paragraph.text):
            before = paragraph.text[: found.start()]
            if day is None or day >= start or not _DEADLINE.search(before):
                continue
            if not _TASK.search(before):
                continue  # "thành lập trước ngày …" tells of the past
            yield facts.finding(
                "DEADLINE_PAST",
                paragraph,
                f"Hạn {short_date(day)} đã qua trước ngày ban hành văn bản.",
                "Sửa lại hạn cho phù hợp với ngày ban hành.",
                span=found.span(),
            )


def _late_dossiers(outline: Outline, facts: Facts) -> Iterator[Finding]:
    """Yield dossiers that are due after the day on which the awards are given."""
    award_days = [day for _, day in _days_of(outline, _AWARD_DAY)]
    if not award_days:
        return
    last = max(award_days)
    for paragraph in outline.body:
        if not _DOSSIER.search(paragraph.text):
            continue
        for found, day in dates_in(paragraph.text):
            before = paragraph.text[: found.start()]
            if day is None or not _DEADLINE.search(before) or day <= last or day.year != last.year:
                continue
            yield facts.finding(
                "DEADLINE_AFTER_AWARD",
                paragraph,
                f"Hạn nộp hồ sơ {short_date(day)} sau ngày trao thưởng, tổng kết "
                f"{short_date(last)}.",
                "Đặt hạn nộp trước ngày trao thưởng, đủ thời gian thẩm định và họp xét.",
                span=found.span(),
            )


def _days_of(outline: Outline, before: re.Pattern[str]) -> Iterator[tuple[Paragraph, dt.date]]:
    for paragraph in outline.body:
        for found, day in dates_in(paragraph.text):
            head = paragraph.text[: found.start()]
            if day is not None and before.search(head) and not _DEADLINE.search(head):
                yield paragraph, day


def _periods(outline: Outline, facts: Facts) -> Iterator[Finding]:
    running = outline.running
    if outline.period and running and outline.period != running[1:]:
        at, first, last = running
        own = f"{outline.period[0]}-{outline.period[1]}"
        yield facts.finding(
            "PERIOD_DIFFERS",
            at,
            f"Thời gian thực hiện {first}-{last} khác giai đoạn nêu ở tên kế hoạch ({own}).",
            "Ghi thống nhất một giai đoạn.",
        )
        return
    period = outline.period or (running[1:] if running else None)
    if period is None or period[0] > period[1]:
        return
    for paragraph in outline.body:
        yield from _reviews_outside(paragraph, period, facts)


def _reviews_outside(at: Paragraph, period: tuple[int, int], facts: Facts) -> Iterator[Finding]:
    for found in _REVIEW.finditer(at.text):
        year = int(found["year"])
        if period[0] <= year <= period[1] or "kết quả" in found["gap"]:
            continue
        if year < period[0] and not re.search(r"phong trào|tiến hành|giai đoạn", at.text, re.I):
            continue  # "hội nghị tổng kết năm 2025" is another meeting
        if year == period[1] + 1 and re.search(r"quý I\b|đầu|tháng 0?[1-3]\b", found["gap"], re.I):
            continue  # the final review may follow soon after the end
        yield facts.finding(
            "REVIEW_OUTSIDE_PERIOD",
            at,
            f"“{found[0]}” nằm ngoài thời gian của phong trào ({period[0]}-{period[1]}).",
            "Sửa lại năm, hoặc sửa thời gian thực hiện.",
            span=found.span(),
        )


def _phases(outline: Outline, facts: Facts) -> Iterator[Finding]:
    """Yield a number of phases that is not that of the phases listed after it."""
    for place, paragraph in enumerate(outline.body):
        found = _PHASES.search(paragraph.text)
        if found is None:
            continue
        said = _NUMBERS.get(found["n"].lower()) or int(found["n"])
        rest = [paragraph.text[found.end() :], *(p.text for p in outline.body[place + 1 :])]
        listed = {fold(number) for text in rest for number in _PHASE.findall(text)}
        if listed and len(listed) != said:
            yield facts.finding(
                "PHASE_COUNT",
                paragraph,
                f"Nêu {said} giai đoạn nhưng phần sau có {len(listed)} giai đoạn.",
                "Sửa lại số giai đoạn hoặc bổ sung giai đoạn còn thiếu.",
                span=found.span(),
            )
        return
