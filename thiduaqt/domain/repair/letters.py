"""Letters that look right and are not: other alphabets, full width, marks apart from their letter.

These repairs never change what a reader sees, only what a search or a printer gets.
"""

from __future__ import annotations

import re
import unicodedata

_VIETNAMESE = "ÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝàáâãèéêìíòóôõùúýĂăĐđĨĩŨũƠơƯư\u1ea0-\u1ef9"
_LATIN = re.compile(rf"[A-Za-z{_VIETNAMESE}]")
# Ð (Icelandic) and Ɖ (Ewe) for Đ; then Cyrillic and Greek letters drawn like Latin ones.
_LOOKALIKES = str.maketrans(
    "ÐðƉɖаеорсухіјѕԁԛԝһАВЕКМНОРСТХІЈЅΑΒΕΗΙΚΜΝΟΡΤΧΖΥοαν",
    "ĐđĐđaeopcyxijsdqwhABEKMHOPCTXIJSABEHIKMNOPTXZYoav",
)
_ODD = re.compile("[ÐðƉɖ\u0370-\u03ff\u0400-\u052f]")
_FULL_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_WIDE = re.compile("[\uff01-\uff5e]")


def composed(text: str) -> str:
    """Return ``text`` with every mark joined to its letter (NFC)."""
    return unicodedata.normalize("NFC", text)


def is_loose(text: str) -> bool:
    """Tell whether a mark stands apart from a letter that exists with it (NFD, Windows-1258)."""
    return not text.isascii() and not unicodedata.is_normalized("NFC", text)


def without_lookalikes(text: str) -> str:
    """Return ``text`` with foreign letters replaced inside words that are otherwise Latin.

    A word wholly in another alphabet stays: somebody meant it.
    """
    if _ODD.search(text) is None:
        return text
    return " ".join(
        word.translate(_LOOKALIKES) if _LATIN.search(word) else word for word in text.split(" ")
    )


def narrow(text: str) -> str:
    """Return ``text`` with full-width digits and letters (０９１２) in their usual width."""
    return text.translate(_FULL_WIDTH) if _WIDE.search(text) else text
