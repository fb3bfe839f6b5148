"""The code tables of fonts and encodings from before Unicode, as characters of Windows-1252.

TCVN3 is TCVN 5712:1993 as the ABC fonts (.VnTime) use it: one byte a letter, toned letters in
small only. VNI-Windows writes a letter and its marks one after the other. VISCII is RFC 1456.
"""

from __future__ import annotations

_TCVN3_FROM_A1 = (
    "ĂÂÊÔƠƯĐăâêôơưđẰ\u0300\u0309\u0303\u0301\u0323àảãáạẲằẳẵắẴẮẦẨẪẤỀặầẩẫấậèỂẻẽéẹềểễếệìỉỄẾỒĩíịò"
    "ỔỏõóọồổỗốộờởỡớợùỖủũúụừửữứựỳỷỹýỵỐ"
)
# 0xB0 to 0xB4 are marks no ABC font uses; there they are °, ², ³ of ordinary texts.
TCVN3 = {
    chr(0xA1 + place): letter
    for place, letter in enumerate(_TCVN3_FROM_A1)
    if not 0xB0 <= 0xA1 + place <= 0xB4
}

_VISCII_FROM_80 = (
    "ẠẮẰẶẤẦẨẬẼẸẾỀỂỄỆỐỒỔỖỘỢỚỜỞỊỎỌỈỦŨỤỲÕắằặấầẩậẽẹếềểễệốồổỗỠƠộờởịỰỨỪỬơớƯÀÁÂÃẢĂẳẵÈÉÊẺÌÍĨỳĐứÒÓÔạỷừử"
    "ÙÚỹỵÝỡưàáâãảăữẫèéêẻìíĩỉđựòóôõỏọụùúũủýợỮ"
)
VISCII = {0x80 + place: letter for place, letter in enumerate(_VISCII_FROM_80)}

# The marks of VNI-Windows behind a vowel, with what they make of it.
_VNI_MARKS = {
    "a": {"ø": "à", "ù": "á", "û": "ả", "õ": "ã", "ï": "ạ", "â": "â", "à": "ầ", "á": "ấ", "å": "ẩ",
          "ã": "ẫ", "ä": "ậ", "ê": "ă", "è": "ằ", "é": "ắ", "ú": "ẳ", "ü": "ẵ", "ë": "ặ"},
    "e": {"ø": "è", "ù": "é", "û": "ẻ", "õ": "ẽ", "ï": "ẹ", "â": "ê", "à": "ề", "á": "ế", "å": "ể",
          "ã": "ễ", "ä": "ệ"},
    "o": {"ø": "ò", "ù": "ó", "û": "ỏ", "õ": "õ", "ï": "ọ", "â": "ô", "à": "ồ", "á": "ố", "å": "ổ",
          "ã": "ỗ", "ä": "ộ"},
    "ô": {"ø": "ờ", "ù": "ớ", "û": "ở", "õ": "ỡ", "ï": "ợ"},
    "u": {"ø": "ù", "ù": "ú", "û": "ủ", "õ": "ũ", "ï": "ụ"},
    "ö": {"ø": "ừ", "ù": "ứ", "û": "ử", "õ": "ữ", "ï": "ự"},
    "y": {"ø": "ỳ", "ù": "ý", "û": "ỷ", "õ": "ỹ"},
}  # fmt: skip
_VNI_ALONE = {"ñ": "đ", "æ": "ỉ", "ó": "ĩ", "ò": "ị", "î": "ỵ", "ô": "ơ", "ö": "ư", "ì": "ì",
              "í": "í"}  # fmt: skip


def _both_cases() -> tuple[dict[str, str], dict[str, str]]:
    """Return pairs and single letters in capitals and small; a mark may be of either case."""
    pairs: dict[str, str] = {}
    for base, marks in _VNI_MARKS.items():
        for mark, letter in marks.items():
            for sign in (mark, mark.upper()):
                pairs[base + sign] = letter
                pairs[base.upper() + sign] = letter.upper()
    alone = {**_VNI_ALONE, **{key.upper(): letter.upper() for key, letter in _VNI_ALONE.items()}}
    return pairs, alone


VNI_PAIRS, VNI_ALONE = _both_cases()
