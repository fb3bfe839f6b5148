"""Personal numbers: citizen identity numbers (CCCD) and telephone numbers."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

Sex = Literal["", "male", "female"]
IdFault = Literal["", "zeros_lost", "old_number", "digits_lost", "length", "signs"]
PhoneFault = Literal["", "zero_restored", "length", "signs"]

ID_LENGTH = 12
OLD_ID_LENGTH = 9
_SEPARATORS = re.compile(r"[\s.\-‐–—_']+")
# 3,80850E+10: what a spreadsheet shows when it took the number for a quantity.
_SCIENTIFIC = re.compile(r"\d(?:[.,]\d+)?\s*[eE]\s*\+?\s*\d{1,2}")
_SEVERAL_PHONES = re.compile(r"\s*(?:[/;,|\n]|\bvà\b|\bhoặc\b)\s*")


@dataclass(frozen=True, slots=True)
class IdReading:
    """An identity number as read. ``fault`` says what is doubtful, ``suggestion`` what may mend it.

    There is no check digit, so a number is never called wrong, only unusual.
    """

    number: str
    fault: IdFault = ""
    suggestion: str = ""


@dataclass(frozen=True, slots=True)
class PhoneReading:
    """A telephone number as read, digits only; several numbers stand with "; " between."""

    number: str
    fault: PhoneFault = ""


def read_id_number(text: str, *, numeric: bool = False) -> IdReading:
    """Read an identity number from a cell.

    ``numeric`` tells that the cell held a quantity, which loses leading zeros. They are offered,
    not added: the suggestion becomes the number only when somebody says so.
    """
    bare = _SEPARATORS.sub("", text)
    if not bare:
        return IdReading("")
    if _SCIENTIFIC.fullmatch(text.strip()):
        return IdReading("", "digits_lost")
    if not (bare.isascii() and bare.isdecimal()):
        return IdReading(text.strip(), "signs")
    length = len(bare)
    if length == ID_LENGTH:
        return IdReading(bare)
    if length == ID_LENGTH - 1 or (numeric and length == ID_LENGTH - 2):
        return IdReading(bare, "zeros_lost", bare.rjust(ID_LENGTH, "0"))
    if length == OLD_ID_LENGTH:
        return IdReading(bare, "old_number")
    return IdReading(bare, "length")


def id_facts(number: str) -> tuple[Sex, int | None]:
    """Return sex and year of birth that a 12-digit identity number tells, else ("", None).

    The 4th digit holds century and sex (0 and 1: 1900s, 2 and 3: 2000s …, even for men), the
    5th and 6th the year.
    """
    if len(number) != ID_LENGTH or not (number.isascii() and number.isdecimal()):
        return "", None
    code = int(number[3])
    return ("female" if code % 2 else "male"), 1900 + 100 * (code // 2) + int(number[4:6])


def masked(number: str) -> str:
    """Return an identity number as lists show it: 027•••••1234."""
    if len(number) < 8:
        return "•" * len(number)
    return number[:3] + "•" * (len(number) - 7) + number[-4:]


def read_phone(text: str, *, numeric: bool = False) -> PhoneReading:
    """Read one or several telephone numbers from a cell; a zero lost to ``numeric`` comes back."""
    readings = [_one_phone(part, numeric) for part in _SEVERAL_PHONES.split(text) if part.strip()]
    faults: set[PhoneFault] = {reading.fault for reading in readings}
    order: tuple[PhoneFault, ...] = ("signs", "length", "zero_restored")
    worst: PhoneFault = next((fault for fault in order if fault in faults), "")
    return PhoneReading("; ".join(reading.number for reading in readings), worst)


def _one_phone(text: str, numeric: bool) -> PhoneReading:
    bare = re.sub(r"[\s.\-‐–—_'()]+", "", text)
    if bare.startswith("+84"):
        bare = "0" + bare[3:].removeprefix("0")
    elif bare.startswith("84") and len(bare) in (11, 12):
        bare = "0" + bare[2:]
    if not (bare.isascii() and bare.isdecimal()):
        return PhoneReading(text.strip(), "signs")
    if len(bare) == 9 and not bare.startswith("0"):
        return PhoneReading("0" + bare, "zero_restored")
    if numeric and len(bare) == 10 and not bare.startswith("0"):
        return PhoneReading("0" + bare, "zero_restored")
    return PhoneReading(bare, "" if _usual(bare) else "length")


def _usual(digits: str) -> bool:
    """Ten digits for mobile numbers, ten or eleven for landlines (0 and 2 first)."""
    return digits.startswith("0") and (
        len(digits) == 10 or (len(digits) == 11 and digits.startswith("02"))
    )


def display_phone(number: str) -> str:
    """Return a telephone number as the screen shows it: 0912 345 678."""
    return "; ".join(
        f"{part[:4]} {part[4:7]} {part[7:]}" if len(part) in (10, 11) and part.isdecimal() else part
        for part in number.split("; ")
    )
