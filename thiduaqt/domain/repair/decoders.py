"""One decoder for each way Vietnamese text gets spoiled: the text it would mean, or None."""

from __future__ import annotations

import re
import unicodedata

from thiduaqt.domain.repair.tables import TCVN3, VISCII, VNI_ALONE, VNI_PAIRS

# What stands in every text, old font or not.
_COMMON = frozenset("“”‘’–—…•\u00a0°±²³")
_TCVN3 = str.maketrans(TCVN3)
_TCVN3_TEXT = re.compile(f"[\x00-\x7f{re.escape(''.join({*TCVN3, *_COMMON}))}]*")
_VNI_PARTS = re.compile(
    "|".join([*sorted(map(re.escape, VNI_PAIRS), reverse=True), "[^\x00-\x7f]"])
)
_VNI_SIGNS = "".join({*"".join(VNI_PAIRS), *VNI_ALONE, *_COMMON} - set(map(chr, range(128))))
_VNI_TEXT = re.compile(f"[\x00-\x7f{re.escape(_VNI_SIGNS)}]*")
_SUM = re.compile(r"[×÷]\s?\d|\d\s?[×÷]|(?<![^\s\d])µ[A-Za-z]?(?![^\W\d_])")
_TWO_CAPITALS = re.compile(r"[A-Z¡-§][^\s'’-]*[A-Z¡-§]")
_ASCII_SMALL = re.compile(r"[a-z]")
_MOJIBAKE = re.compile("[ÃÄÅÆáĂ\u0102\u00c2â][\u0080-\u00bf\u0100-\u2122 ]|[ÃĂ]$")
# Letters the ABC fonts have as capitals too.
_WITH_CAPITAL = frozenset("abcdefghijklmnopqrstuvwxyzăâđêôơư")
_MAX_PASSES = 3
# The signs Windows-1252 shows where Latin-1 has none, and back; it leaves five bytes open.
_FROM_LATIN = {
    code: bytes([code]).decode("cp1252")
    for code in range(0x80, 0xA0)
    if code not in (0x81, 0x8D, 0x8F, 0x90, 0x9D)
}
_TO_LATIN = {ord(sign): code for code, sign in _FROM_LATIN.items()}


def western_bytes(text: str) -> bytes | None:
    """Return the bytes that shown as Windows-1252 or Latin-1 give ``text``, or None."""
    try:
        return text.translate(_TO_LATIN).encode("latin-1")
    except UnicodeEncodeError:
        return None


def vietnamese_bytes(text: str) -> bytes | None:
    """Return the bytes that shown as Windows-1258 give ``text``, or None."""
    try:
        return text.encode("cp1258")
    except UnicodeEncodeError:
        pass
    found = bytearray()
    for sign in text:
        if 0x80 <= ord(sign) < 0xA0:
            found.append(ord(sign))
            continue
        try:
            found += sign.encode("cp1258")
        except UnicodeEncodeError:
            return None
    return bytes(found)


def tcvn3(text: str, *, capitals: bool = False) -> str | None:
    """Read ``text`` as the ABC fonts show it; ``capitals`` for a font whose name ends in H."""
    if _SUM.search(text):
        return None
    if _TCVN3_TEXT.fullmatch(text) is None:
        return None
    found = unicodedata.normalize("NFC", text.translate(_TCVN3))
    if capitals or _shouts(text):
        return found.upper()
    return _titled(text, found) if len(found) == len(text) else found


def _titled(text: str, read: str) -> str:
    """Give names their capitals where the font had none: "ánh" after "Trần Thị".

    Only where all words whose first letter could be a capital have one.
    """
    starts = [place for place in range(len(text)) if place == 0 or text[place - 1] in " -'’"]
    free = [read[place] for place in starts if read[place].lower() in _WITH_CAPITAL]
    if not free or any(letter.islower() for letter in free):
        return read
    signs = list(read)
    for place in starts:
        signs[place] = signs[place].upper()
    return "".join(signs)


def _shouts(text: str) -> bool:
    """Tell whether a text is meant in capitals: the font has toned letters in small only."""
    return _ASCII_SMALL.search(text) is None and _TWO_CAPITALS.search(text) is not None


def vni(text: str) -> str | None:
    """Read ``text`` as the VNI-Windows fonts show it."""
    if _VNI_TEXT.fullmatch(text) is None:
        return None
    strange: list[str] = []

    def letter(part: re.Match[str]) -> str:
        found = VNI_PAIRS.get(part[0]) or VNI_ALONE.get(part[0])
        if found is None and part[0] not in _COMMON:
            strange.append(part[0])
        return found or part[0]

    read = _VNI_PARTS.sub(letter, text)
    return None if strange else read


def viscii(text: str) -> str | None:
    """Read ``text`` as VISCII shown as Windows-1252."""
    raw = western_bytes(text)
    if raw is None:
        return None
    return raw.decode("latin-1").translate(VISCII)


def cp1258(text: str) -> str | None:
    """Read ``text`` as Windows-1258 shown as Windows-1252."""
    raw = western_bytes(text)
    if raw is None:
        return None
    try:
        return unicodedata.normalize("NFC", raw.decode("cp1258"))
    except UnicodeDecodeError:
        return None


def utf8(text: str) -> str | None:
    """Read ``text`` as UTF-8 that was shown in one of the old code pages, once or several times."""
    found: str | None = None
    for _ in range(_MAX_PASSES):
        inner = _utf8_once(text if found is None else found)
        if inner is None:
            break
        found = inner
    return found


def _utf8_once(text: str) -> str | None:
    if text.isascii() or _MOJIBAKE.search(text) is None:
        return None
    # The second byte of "à" is a hard blank, which many programs turn into a blank or drop.
    for shown in (text, re.sub(r"([ÃĂ])(?: |$)", "\\1\u00a0", text)):
        for raw in (western_bytes(shown), vietnamese_bytes(shown)):
            if raw is None:
                continue
            try:
                found = raw.decode("utf-8")
            except UnicodeDecodeError:
                continue
            return None if found == text else found
    return None


def western(raw: bytes) -> str:
    """Return bytes as Windows-1252 shows them; the five it leaves open stay control signs."""
    return raw.decode("latin-1").translate(_FROM_LATIN)


def rewritten(text: str) -> str | None:
    """Return ``text`` as Windows-1252 shows the bytes that Windows-1258 showed, or None."""
    raw = vietnamese_bytes(text)
    return None if raw is None else western(raw)
