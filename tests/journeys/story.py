"""The people and lists of the journeys: an invented season of xã Cao Minh.

Nobody here exists. Three units send a list each, every one headed in its own way.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import openpyxl

UNITS = (
    ("Thôn Bình Minh", "", "Vi Văn Tới", "0912000101", "118"),
    ("Thôn 3", "", "Đỗ Văn Dũng", "0912000102", "96"),
    ("Trường THCS Cao Minh", "", "Vy Thị Kim Oanh", "0912000103", ""),
    ("Hội Liên hiệp Phụ nữ xã", "", "Lê Thị Hạnh", "0912000104", ""),
    ("Công an xã", "", "Dương Quốc Huy", "0912000105", ""),
)
SIGNER = "Lò Văn Khải"
COUNCIL = (
    ("Ông Lò Văn Khải", "Chủ tịch Hội đồng", "Chủ tịch Ủy ban nhân dân xã"),
    ("Bà Hà Thị Mai Lan", "Phó Chủ tịch Hội đồng", "Phó Chủ tịch Ủy ban nhân dân xã"),
    ("Bà Nông Thị Bích Ngọc", "Thư ký Hội đồng", "Công chức Văn hóa - Xã hội"),
    ("Ông Triệu Văn Hợp", "Ủy viên", "Trưởng phòng Văn hóa - Xã hội"),
    ("Ông Ma Đình Thắng", "Ủy viên", "Trưởng phòng Kinh tế"),
    ("Bà Lường Thị Hồng Vân", "Ủy viên", "Chủ tịch Hội Liên hiệp Phụ nữ xã"),
    ("Ông Dương Quốc Huy", "Ủy viên", "Trưởng Công an xã"),
    ("Ông Phùng Văn Tài", "Ủy viên", "Chủ tịch Ủy ban Mặt trận Tổ quốc Việt Nam xã"),
    ("Bà Vy Thị Kim Oanh", "Ủy viên", "Hiệu trưởng Trường THCS Cao Minh"),
)
ABSENT = "Ông Dương Quốc Huy"
TELLERS = ("Bà Lường Thị Hồng Vân", "Ông Triệu Văn Hợp", "Bà Nông Thị Bích Ngọc")
PRESENT = len(COUNCIL) - 1
NUMBER = "131"
DATE = "10/12/2026"


@dataclass(frozen=True, slots=True)
class Sent:
    """One line of a list; ``votes`` is the number of "đồng ý" among eight ballots."""

    name: str
    birth: str
    post: str
    unit: str
    deed: str
    votes: int


@dataclass(frozen=True, slots=True)
class SentList:
    """A workbook as a unit sends it."""

    file: str
    sender: str
    headings: tuple[str, ...]
    rows: tuple[Sent, ...]


FIELDS = ["ordinal", "full_name", "birth", "post", "unit", "achievement"]
PAPERS = ("van ban de nghi cua don vi", "bao cao thanh tich", "bien ban hop")
BAD_BIRTH = "31/02/1990"
LISTS = (
    SentList(
        file="01 Danh sach thon Binh Minh.xlsx",
        sender="Thôn Bình Minh",
        headings=("STT", "Họ và tên", "Ngày sinh", "Chức vụ", "Đơn vị", "Thành tích"),
        rows=(
            Sent(
                "Bà Nguyễn Thị Thu Hà", "12/03/1985", "Tổ trưởng Tổ CNSCĐ", "Thôn Bình Minh",
                "Hướng dẫn 120 hộ cài đặt và dùng định danh điện tử mức 2", 8,
            ),
            Sent(
                "Ông Vi Văn Tới", "1979", "Trưởng thôn", "Thôn Bình Minh",
                "Vận động 95% hộ trong thôn nộp hồ sơ trực tuyến", 4,
            ),
            Sent(
                "Bà Lò Thị Ánh Nguyệt", "03/1991", "Thành viên Tổ CNSCĐ", "Thôn Bình Minh",
                "Mở 6 lớp học kỹ năng số buổi tối tại nhà văn hóa thôn", 4,
            ),
            Sent(
                "Ông Hoàng Văn Ôn", BAD_BIRTH, "Nông dân", "Thôn Bình Minh",
                "Đưa chè của 14 hộ lên sàn thương mại điện tử", 3,
            ),
            Sent(
                "Tổ CNSCĐ thôn Bình Minh", "", "", "Thôn Bình Minh",
                "Đi từng ngõ hướng dẫn 210 hộ, 100% hộ có tài khoản dịch vụ công", 8,
            ),
        ),
    ),
    SentList(
        file="02 De nghi khen thuong Thon 3.xlsx",
        sender="Thôn 3",
        headings=("TT", "Ho ten", "Nam sinh", "Chuc danh", "Noi cong tac", "Tom tat thanh tich"),
        rows=(
            Sent(
                "Ông Đỗ Văn Dũng", "1988", "Bí thư Chi bộ", "Thôn 3",
                "Xây dựng nhóm thông tin số của thôn với 180 thành viên", 6,
            ),
            Sent(
                "Ông Bùi Văn Ân", "15/08/1979", "Tổ trưởng Tổ CNSCĐ", "Thôn 3",
                "Hướng dẫn 160 người cao tuổi dùng sổ sức khỏe điện tử", 6,
            ),
            Sent(
                "Bà Vũ Thị Yến", "02/09/1993", "Chi hội trưởng Phụ nữ", "Thôn 3",
                "Tổ chức 12 buổi hướng dẫn thanh toán không dùng tiền mặt", 6,
            ),
            Sent(
                "Ông Hoàng Văn Ơn", "1982", "Trưởng thôn", "Thôn 3",
                "Lắp camera an ninh xã hội hóa tại 9 điểm của thôn", 4,
            ),
            Sent(
                "Bà Phạm Thị Diệu", "20/11/1996", "Thành viên Tổ CNSCĐ", "Thôn 3",
                "Làm 20 video hướng dẫn dịch vụ công bằng tiếng Tày", 8,
            ),
            Sent(
                "Tổ CNSCĐ Thôn 3", "", "", "Thôn 3",
                "Hỗ trợ 100% hộ kinh doanh trong thôn nhận thanh toán bằng mã QR", 5,
            ),
        ),
    ),
    SentList(
        file="03 Doan the va truong hoc.xlsx",
        sender="Ủy ban Mặt trận Tổ quốc Việt Nam xã",
        headings=(
            "Số TT", "Họ và tên, tên tập thể", "Sinh ngày", "Chức vụ", "Cơ quan, đơn vị",
            "Thành tích đạt được",
        ),
        rows=(
            Sent(
                "Ông Lường Đình Ân", "10/10/1995", "Bí thư Đoàn xã", "Đoàn Thanh niên xã",
                "Phát động 25 đội hình thanh niên tình nguyện chuyển đổi số", 7,
            ),
            Sent(
                "Bà Đinh Thị Mỹ Ước", "1990", "Giáo viên", "Trường THCS Cao Minh",
                "Ứng dụng trí tuệ nhân tạo trong soạn bài, chia sẻ cho 32 đồng nghiệp", 7,
            ),
            Sent(
                "Ông Chu Văn Lực", "1983", "Công chức Kinh tế", "Phòng Kinh tế",
                "Số hóa hồ sơ đất đai của 5 thôn", 0,
            ),
            Sent(
                "Trường THCS Cao Minh", "", "", "",
                "Số hóa 100% học bạ, quản lý lớp học trên nền tảng số", 7,
            ),
            Sent(
                "Hội Liên hiệp Phụ nữ xã", "", "", "",
                "Mô hình “Phụ nữ số” tại 6/6 thôn", 8,
            ),
        ),
    ),
)  # fmt: skip
VOTES = {row.name: row.votes for sent in LISTS for row in sent.rows}
BLOCKED = "Ông Chu Văn Lực"
EXCEPTED = "Bà Đinh Thị Mỹ Ước"
TIED = ("Ông Đỗ Văn Dũng", "Ông Bùi Văn Ân", "Bà Vũ Thị Yến")
AWARDED = frozenset(
    {
        "Tổ CNSCĐ thôn Bình Minh",
        "Hội Liên hiệp Phụ nữ xã",
        "Bà Nguyễn Thị Thu Hà",
        "Bà Phạm Thị Diệu",
        "Ông Lường Đình Ân",
        "Bà Đinh Thị Mỹ Ước",
        "Bà Vũ Thị Yến",
    }
)


def write_lists(folder: Path) -> list[Path]:
    """Write the three lists: title lines, a heading row, rows, a total, a signature."""
    folder.mkdir(parents=True, exist_ok=True)
    return [_write(folder / sent.file, sent) for sent in LISTS]


def _write(path: Path, sent: SentList) -> Path:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append([sent.sender.upper()])
    sheet.append([])
    sheet.append(["", "DANH SÁCH ĐỀ NGHỊ KHEN THƯỞNG NĂM 2026"])
    sheet.append([])
    sheet.append(list(sent.headings))
    for number, row in enumerate(sent.rows, start=1):
        sheet.append([number, row.name, row.birth, row.post, row.unit, row.deed])
    sheet.append(["", f"Cộng: {len(sent.rows)} trường hợp"])
    sheet.append([])
    sheet.append(["", "", "", "", "NGƯỜI LẬP"])
    book.save(path)
    return path
