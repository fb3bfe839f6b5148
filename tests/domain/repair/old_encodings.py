"""Vietnamese text put into old encodings, by other means than the program takes it out of them."""

from __future__ import annotations

import random
import subprocess
import unicodedata

_FAMILY = (
    "Nguyễn Trần Lê Phạm Hoàng Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Lò Vi Hà Quàng Cà Tòng "
    "Lường Ma Mã Nông Triệu Bế Đàm Mông Sùng Giàng Vàng Thào Lầu Chảo Phùng Tẩn Bàn Đinh Cầm Điêu "
    "Lèo Lương Trịnh Đoàn Mai Tạ Quách Khổng Thạch Danh Kiều Tô Chu Nghiêm Âu Ứng Ừng Ỷ"
)
FAMILY = _FAMILY.split()
_MIDDLE = (
    "Văn Thị Đức Hữu Ngọc Thu Thanh Kim Xuân Quốc Công Minh Quang Hồng Bích Thúy Thuý Mỹ Bảo Gia "
    "Khánh Tuấn Duy Như Diệu Phương Thùy Cẩm Đình Khắc Viết Trọng Thế Huy Nhật Ánh Ái Ý Mí A"
)
MIDDLE = _MIDDLE.split()
_GIVEN = (
    "An Anh Ánh Ăn Ân Ba Bảy Bình Bưởi Cảnh Chiến Cường Cúc Dậu Diễm Diệp Doãn Dũng Duyên Đào Đạt "
    "Đẹp Điệp Định Đông Đức Được Giang Giỏi Hà Hạ Hải Hảo Hạnh Hằng Hậu Hiền Hiếu Hoà Hòa Hoài "
    "Hoan Hoàng Hồng Huệ Huỳnh Hương Hường Hữu Khuê Khuyên Kiên Kỳ Lan Lành Liễu Loan Lợi Lụa Lực "
    "Lượng Lý Mận Mẫn Mến Mùi Mỹ Nga Ngần Nghĩa Ngoan Nguyệt Nhàn Nhẫn Nhung Niệm Oanh Páo Phiêng "
    "Phúc Phượng Quế Quỳnh Quyết Quyền Sáng Sửu Tâm Tẹo Thảo Thắm Thắng Thơm Thủy Thuỷ Thưởng "
    "Toản Tỵ Trúc Trưởng Tuyết Tư Tường Uyên Út Vượng Xuyến Yến Ý Hữu Thuở Lẽ Mẽ Kỉnh Phẩm Dẫn "
    "Mõ Hỡi"
)
GIVEN = _GIVEN.split()
_PLACES = (
    "Thôn Bình Minh|Tổ dân phố số 3|Trường Tiểu học Đồng Tâm|Hướng dẫn 120 hộ cài VNeID|Bản Pá Hốc"
    "|Chi hội Phụ nữ thôn Đoài|Giáo viên|Trưởng thôn|Xóm Mới|Khu phố Hòa Lợi|Số điện thoại"
    "|Giúp đỡ 15 hộ nghèo vượt khó|Có nhiều sáng kiến, cải tiến kỹ thuật|Bí thư chi đoàn"
)
PLACES = _PLACES.split("|")
_TONES = "\u0300\u0301\u0309\u0303\u0323"  # grave, acute, hook, tilde, dot
_VNI = {"": "øùûõï", "\u0302": "àáåãä", "\u0306": "èéúüë"}


def names(count: int, seed: int = 5) -> list[str]:
    """Return invented full names, the same for the same seed."""
    rng = random.Random(seed)
    return [
        " ".join((rng.choice(FAMILY), rng.choice(MIDDLE), rng.choice(GIVEN))) for _ in range(count)
    ]


def tcvn3(lines: list[str], encoding: str = "TCVN5712-1") -> list[str]:
    """Return texts as a program without the font shows TCVN3; toned capitals become small."""
    raw = iconv([_small_toned(line) for line in lines], "UTF-8", encoding)
    return [line.decode("latin-1") for line in raw]


def iconv(lines: list[str], source: str, target: str) -> list[bytes]:
    """Convert texts with the system's iconv."""
    done = subprocess.run(
        ["iconv", "-f", source, "-t", target],
        input="\n".join(lines).encode(source),
        capture_output=True,
        check=True,
    )
    return done.stdout.split(b"\n")


def _small_toned(text: str) -> str:
    """The ABC fonts have no capitals with tones; people type the small letter."""
    return "".join(
        sign.lower() if any(mark in _TONES for mark in unicodedata.normalize("NFD", sign)) else sign
        for sign in text
    )


def vni(text: str) -> str:
    """Return a text as a program without the font shows VNI-Windows."""
    return "".join(map(_vni, unicodedata.normalize("NFC", text)))


def _vni(sign: str) -> str:
    alone = {"đ": "ñ", "Đ": "Ñ"}
    if sign in alone or sign.isascii():
        return alone.get(sign, sign)
    parts = unicodedata.normalize("NFD", sign)
    base = parts[0]
    tone = next((mark for mark in parts[1:] if mark in _TONES), "")
    shape = next((mark for mark in parts[1:] if mark in "\u0302\u0306\u031b"), "")
    if base in "iIyY" and not (base in "yY" and tone != "\u0323"):
        small = {"i": "ìíæóò", "y": "    î"}[base.lower()][_TONES.index(tone)]
        return small if base.islower() else small.upper()
    if shape == "\u031b":
        base = {"o": "ô", "O": "Ô", "u": "ö", "U": "Ö"}[base]
        shape = ""
    bare = {"": "", "\u0302": "â", "\u0306": "ê"}
    mark = _VNI[shape][_TONES.index(tone)] if tone else bare[shape]
    return base + (mark if base.islower() else mark.upper())
