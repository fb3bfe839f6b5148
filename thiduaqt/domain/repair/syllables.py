"""Whether a written word can be a Vietnamese syllable: onset, rhyme, tone and where it is marked.

Rules instead of a list of words: a name nobody has heard of is still a syllable, and what an old
font leaves behind ("NguyÔn") is none.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import Literal

Fit = Literal["syllable", "plain", "foreign", "garbled"]

_TONES = frozenset("\u0300\u0301\u0303\u0309\u0323")
_SHAPED = frozenset("ăâêôơư")
_VOWELS = frozenset("aăâeêioôơuưy")
_LETTERS = frozenset("aăâbcdđeêghiklmnoôơpqrstuưvxy")
# Letters of other languages that stand in Vietnamese texts without being out of place.
_GUESTS = frozenset("fjwz")
_HARD = ("", "b", "c", "ch", "d", "đ", "g", "gi", "h", "kh", "l", "m", "n", "ng", "nh", "p", "ph",
         "r", "s", "t", "th", "tr", "v", "x")  # fmt: skip
_SOFT = ("", "b", "ch", "d", "đ", "g", "gh", "gi", "h", "k", "kh", "l", "m", "n", "ngh", "nh", "p",
         "ph", "r", "s", "t", "th", "tr", "v", "x")  # fmt: skip
_RHYME_WORDS = """
a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây
e ec em en eng eo ep et ê êch êm ên ênh êp êt êu
i ia ich im in inh ip it iu iêc iêm iên iêng iêp iêt iêu
o oc oi om on ong op ot oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng
oăt oe oen oeo oet oong ooc ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt
u ua uc ui um un ung up ut uân uâng uât uây uê uêch uênh uơ uôc uôi uôm uôn uông uôt
uy uya uych uynh uyt uyu uyp uyên uyêt
ư ưa ưc ưi ưng ưt ưu ươc ươi ươm ươn ương ươp ươt ươu
y yêm yên yêng yêt yêu
"""
_RHYMES = frozenset(_RHYME_WORDS.split())
_AFTER_QU_WORDS = """
a ac ach ai an ang anh ao at au ay ăc ăm ăn ăng ăp ăt âc ân âng ât ây e en eo et ê ên ênh êt
êu i it in inh ich ơ ôc y ych yên yêt ynh yt yp yu
"""
_AFTER_QU = frozenset(_AFTER_QU_WORDS.split())
_CHECKED_TONES = frozenset("\u0301\u0323")


def _bare_syllables() -> frozenset[str]:
    """Return all syllables without tones; letters written by convention (c, k, q) are kept."""
    found: set[str] = set()
    for rhyme in _RHYMES:
        onsets = _SOFT if rhyme[0] in "eêiy" else _HARD
        for onset in onsets:
            if onset == "gi" and rhyme[0] in "iy":
                continue
            found.add(onset + rhyme)
    # "gì", "giếng": the i of the onset is also the i of the rhyme.
    found.update(f"gi{rhyme[1:]}" for rhyme in _RHYMES if rhyme[0] == "i")
    found.update(f"qu{rhyme}" for rhyme in _AFTER_QU)
    return frozenset(found)


_SYLLABLES = _bare_syllables()


@lru_cache(maxsize=50_000)
def fit(word: str) -> Fit:
    """Tell how a word stands to Vietnamese spelling.

    ``syllable``: a Vietnamese syllable with at least one mark; ``plain``: ASCII, which tells
    nothing; ``foreign``: letters that may stand in a name of another language; ``garbled``: signs
    that are no letters of Vietnamese.
    """
    if word.isascii():
        return "plain"
    composed = unicodedata.normalize("NFC", word)
    if len(composed) == 1 and composed.isalpha():
        bare, _ = _apart(composed.lower())
        return "plain" if bare in _LETTERS else "garbled"
    if is_syllable(composed) and _usual_case(composed):
        return "syllable"
    bare, _ = _apart(composed.lower())
    known = all(letter in _LETTERS or letter in _GUESTS for letter in bare)
    return "foreign" if known else "garbled"


def is_syllable(word: str) -> bool:
    """Tell whether ``word`` is one Vietnamese syllable, old or new placement of the tone."""
    lowered = word.lower()
    bare, tones = _apart(lowered)
    if bare not in _SYLLABLES or len(tones) > 1:
        return False
    if not tones:
        # A syllable that ends in c, ch, p or t has a tone; without one it is only typed bare.
        return not _is_checked(bare)
    place, tone = tones[0]
    if _is_checked(bare) and tone not in _CHECKED_TONES:
        return False
    return _well_placed(bare, place)


def _is_checked(bare: str) -> bool:
    return bare.endswith(("c", "ch", "p", "t"))


def _well_placed(bare: str, place: int) -> bool:
    """Tell whether a tone may stand on the letter at ``place``."""
    if bare[place] not in _VOWELS:
        return False
    shaped = [index for index, letter in enumerate(bare) if letter in _SHAPED]
    if shaped:
        return place == shaped[-1]
    start = 2 if bare.startswith(("qu", "gi")) and len(bare) > 2 and bare[2] in _VOWELS else 0
    return place >= start


@lru_cache(maxsize=50_000)
def _apart(lowered: str) -> tuple[str, tuple[tuple[int, str], ...]]:
    """Return the letters without tones, and each tone with the place of its letter."""
    letters: list[str] = []
    tones: list[tuple[int, str]] = []
    for sign in unicodedata.normalize("NFD", lowered):
        if sign in _TONES and letters:
            tones.append((len(letters) - 1, sign))
        elif unicodedata.combining(sign) and letters:
            letters[-1] = unicodedata.normalize("NFC", letters[-1] + sign)
        else:
            letters.append(sign)
    return "".join(letters), tuple(tones)


def _usual_case(word: str) -> bool:
    return word.islower() or word.isupper() or word.istitle()
