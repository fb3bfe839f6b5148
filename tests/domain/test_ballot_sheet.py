"""Tables of votes: what is read, and how each fault is named by its line."""

from __future__ import annotations

import pytest

from thiduaqt.domain.ballot_sheet import BadBallots, read_sheet

WHOLE = """\
Ngày họp;04/12/2026
Bắt đầu;8 giờ
Thành viên;Ông Nguyễn Văn Bình;Chủ tịch UBND xã;Chủ tịch Hội đồng;có mặt
Thành viên;Bà Tô Thị Mai;Chủ tịch Hội Phụ nữ;Ủy viên;vắng
Thành viên;Bà Hà Thị Én;Trưởng phòng;Ủy viên;văn bản
Kiểm phiếu;Ông Phan Văn Giáp;Bà Hà Thị Én
Ngưỡng;từ 2/3 trở lên
Tính trên;số thành viên có mặt
Phát ra;8
Thu về;8
Hợp lệ;7
Không hợp lệ;1

TT;Họ và tên;Đồng ý;Không đồng ý;Ý kiến khác
1;Tổ CNSCĐ thôn Bình Minh;7;;
2;Bà Nguyễn Thị Thu Hà;5;1;1
"""


def faults(text: str) -> list[tuple[int, str]]:
    with pytest.raises(BadBallots) as refused:
        read_sheet(text)
    return list(refused.value.faults)


def test_a_whole_table() -> None:
    sheet = read_sheet(WHOLE)
    assert sheet.facts["threshold"] == "từ 2/3 trở lên"
    assert sheet.facts["denominator"] == "present"
    assert sheet.numbers == {"issued": 8, "returned": 8, "valid": 7, "invalid": 1}
    assert [member.presence for member in sheet.members] == ["present", "absent", "written"]
    assert sheet.tellers == ("Ông Phan Văn Giáp", "Bà Hà Thị Én")
    assert (sheet.rows[0].agree, sheet.rows[0].disagree) == (7, None)
    assert (sheet.rows[1].disagree, sheet.rows[1].other, sheet.rows[1].line) == (1, 1, 16)


@pytest.mark.parametrize("sign", [",", "\t"])
def test_other_dividers(sign: str) -> None:
    assert read_sheet(WHOLE.replace(";", sign)).rows == read_sheet(WHOLE).rows


def test_every_faulty_line_is_named() -> None:
    text = (
        "Phát ra;tám\nThành viên;;Trưởng phòng\nThời tiết;đẹp\nTT;Họ và tên;Đồng ý\n"
        "1;Bà A;x\n2;;\n3;Ông B;\n;;\n"
    )
    found = faults(text)
    assert [line for line, _ in found] == [1, 2, 3, 5, 6, 7]
    assert found[0][1] == "“tám” ở Phát ra không phải số nguyên."
    assert found[-1][1] == "chưa ghi số Đồng ý."


def test_what_is_no_table_is_told() -> None:
    assert "tiêu đề" in faults("Phát ra;8\n")[0][1]
    assert faults("TT;Họ và tên;Đồng ý\n")[0][1].startswith("Dưới dòng tiêu đề")
    assert faults("Đồng ý;Đồng ý;TT\n1;2;3\n")[0][1] == "có hai cột cùng tên trong dòng tiêu đề."
    assert "cần cột Họ và tên" in faults("Đồng ý\n8\n")[0][1]


def test_many_faults_are_cut_short_but_counted() -> None:
    rows = "".join(f"{n};Người {n};x\n" for n in range(1, 21))
    with pytest.raises(BadBallots) as refused:
        read_sheet("TT;Họ và tên;Đồng ý\n" + rows)
    assert len(refused.value.faults) == 20
    assert refused.value.what.endswith("Còn 12 lỗi khác.")
