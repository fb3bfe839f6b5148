"""Dates, numbers, money and counts as Vietnamese administrative documents word them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, time
from decimal import ROUND_HALF_UP, Decimal
from typing import Literal

_DIGITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
_BILLION = 10**9
_ROMAN = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"),
    (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip
# Points run in the order of the Vietnamese alphabet without ă, â, ê, ô, ơ, ư
# (Decree 30/2020, Appendix I; as laws number theirs).
_MARKERS = tuple("abcdđeghiklmnopqrstuvxy")
# The gap left for a pen where a number or a day is not known yet.
BLANK = "\u00a0" * 7
BLANK_DAY = "\u00a0" * 5


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberStyle:
    """How numbers are read aloud; offices differ in three words.

    ``odd`` stands for an empty ten (105), ``thousand`` for 10³, ``four`` for the 4 of 24 … 94.
    """

    odd: Literal["lẻ", "linh"] = "lẻ"
    thousand: Literal["nghìn", "ngàn"] = "nghìn"
    four: Literal["tư", "bốn"] = "tư"


DEFAULT_STYLE = NumberStyle()


def document_date(day: date) -> str:
    """Return the date of a document: "ngày 05 tháng 3 năm 2026".

    Days below 10 and the months 1 and 2 get a leading zero (Decree 30/2020, Appendix I, II.4).
    """
    return f"ngày {day.day:02d} {_month_and_year(day.year, day.month)}"


def open_date(expected: date | None = None) -> str:
    """Return a date whose day is left for the pen; without ``expected`` month and year too."""
    if expected is None:
        return f"ngày{BLANK_DAY}tháng{BLANK_DAY}năm{BLANK_DAY}"
    return f"ngày{BLANK_DAY}{_month_and_year(expected.year, expected.month)}"


def _month_and_year(year: int, month: int) -> str:
    return f"tháng {month:02d} năm {year}" if month < 3 else f"tháng {month} năm {year}"


def short_date(day: date) -> str:
    """Return a date for tables and for the names of other documents: "05/03/2026"."""
    return f"{day.day:02d}/{day.month:02d}/{day.year:04d}"


def clock(moment: time) -> str:
    """Return a time of day: "08 giờ 00 phút"."""
    return f"{moment.hour:02d} giờ {moment.minute:02d} phút"


def document_number(number: str, symbol: str) -> str:
    """Return number and symbol of a document: "05/QĐ-UBND".

    ``number`` may be empty (a gap is left), bare ("5") or already with its symbol; a single
    digit gets a leading zero, signs stand without spaces (Decree 30/2020, Appendix I, II.3).
    """
    head, slash, tail = "".join(number.split()).partition("/")
    head = head.zfill(2) if head.isdigit() else head
    return f"{head or BLANK}/{tail if slash else symbol}"


def number(value: int | Decimal) -> str:
    """Return a number with dots between thousands and a decimal comma: "1.234.567,5"."""
    return f"{value:,}".translate(str.maketrans(",.", ".,"))


def money(amount: int) -> str:
    """Return an amount in đồng without its unit: "1.404.000"."""
    return number(amount)


def percent(value: Decimal, *, places: int = 1) -> str:
    """Return a share given in percent: "88,9%"; halves are rounded up, as by hand."""
    step = Decimal(1).scaleb(-places)
    return number(value.quantize(step, rounding=ROUND_HALF_UP)) + "%"


def count(value: int, word: str) -> str:
    """Return how many there are of something, below ten with a leading zero: "05 cá nhân"."""
    return f"{value:02d} {word}"


def counts(parts: Iterable[tuple[int, str]]) -> str:
    """Return several counts, leaving out what there is none of: "02 tập thể, 05 cá nhân"."""
    return ", ".join(count(value, word) for value, word in parts if value)


def roman(value: int) -> str:
    """Return a Roman numeral from I to MMMCMXCIX; raises ValueError beyond."""
    if not 0 < value < 4000:
        raise ValueError(f"no Roman numeral for {value}")
    signs: list[str] = []
    for worth, sign in _ROMAN:
        times, value = divmod(value, worth)
        signs.append(sign * times)
    return "".join(signs)


def list_marker(index: int) -> str:
    """Return the letter of the ``index``-th point (from 0): a b c d đ e g h i k l …."""
    if not 0 <= index < len(_MARKERS):
        raise ValueError(f"no letter for point {index}")
    return _MARKERS[index]


def number_in_words(value: int, style: NumberStyle = DEFAULT_STYLE) -> str:
    """Return a whole number ≥ 0 in lower-case words; raises ValueError below zero."""
    if value < 0:
        raise ValueError("only numbers from zero up are read in words")
    return " ".join(_words(value, style)) if value else _DIGITS[0]


def money_in_words(amount: int, style: NumberStyle = DEFAULT_STYLE) -> str:
    """Return an amount as documents add it: "Một triệu bốn trăm lẻ bốn nghìn đồng"."""
    text = number_in_words(amount, style) + " đồng"
    return text[0].upper() + text[1:]


def _words(value: int, style: NumberStyle, *, padded: bool = False) -> list[str]:
    """Return the words of a positive number; ``padded`` reads leading zeros ("không trăm")."""
    if value >= _BILLION:
        high, low = divmod(value, _BILLION)
        words = [*_words(high, style, padded=padded), "tỷ"]
        return words + (_words(low, style, padded=True) if low else [])
    words = []
    for worth, name in ((10**6, "triệu"), (10**3, style.thousand), (1, "")):
        group, value = divmod(value, worth)
        if group:
            words += _group(group, style, padded=padded or bool(words))
            words += [name] if name else []
    return words


def _group(value: int, style: NumberStyle, *, padded: bool) -> list[str]:
    """Return the words of a group of three digits."""
    hundreds, rest = divmod(value, 100)
    tens, ones = divmod(rest, 10)
    words = [_DIGITS[hundreds], "trăm"] if hundreds or padded else []
    if tens == 0:
        if ones:
            words += [style.odd] if words else []
            words.append(_DIGITS[ones])
        return words
    words += ["mười"] if tens == 1 else [_DIGITS[tens], "mươi"]
    if ones:
        words.append(_ones(tens, ones, style))
    return words


def _ones(tens: int, ones: int, style: NumberStyle) -> str:
    if ones == 5:
        return "lăm"
    if tens > 1:
        return {1: "mốt", 4: style.four}.get(ones, _DIGITS[ones])
    return _DIGITS[ones]
