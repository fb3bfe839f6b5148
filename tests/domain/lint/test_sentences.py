"""Sentences that are right and sentences that are not, each in a plan that is right otherwise."""

from __future__ import annotations

import pytest

from tests.domain.lint.cases import NAM_DONG, codes, found, in_table
from thiduaqt.domain.lint.run import MOST_FINDINGS
from thiduaqt.domain.lint.text import Paragraph

RIGHT = (
    # names of places that belong there
    "Giao ông Nguyễn Khánh Hòa, bà Trần Thị Bình Minh và đồng chí Hà Giang phụ trách.",
    "Học tập kinh nghiệm của tỉnh Tây Ninh; tham quan mô hình tại xã Phú Đình.",
    "Đại hội Thi đua yêu nước toàn quốc tổ chức tại Hà Nội.",
    "Học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh.",
    "Đoàn Thanh niên Cộng sản Hồ Chí Minh, Huân chương Hồ Chí Minh, đường Hồ Chí Minh.",
    "Phát huy truyền thống chiến thắng Điện Biên Phủ.",
    "Căn cứ Nghị quyết số 45/2022/QH15 ngày 11/01/2022 của Quốc hội về thành phố Cần Thơ;",
    "Căn cứ Quyết định số 222/QĐ-TTg ngày 14/3/2023 của Thủ tướng về quy hoạch tỉnh Thái Nguyên;",
    "Thôn Đoàn Kết, thôn Thống Nhất, Trường Tiểu học Lê Lợi, chợ Bình Minh làm điểm.",
    "Bảo đảm thống nhất, đoàn kết, độc lập, tự chủ; thành công của xã nông thôn mới.",
    "Công ty TNHH Phú Thọ và Hợp tác xã Minh Châu đồng hành.",
    "Kế hoạch số 11/KH-UBND ngày 15/3/2025 của UBND tỉnh Bắc Kạn vẫn được kế thừa.",
    "Các thôn giáp ranh với xã Phú Đình phối hợp giữ gìn an ninh.",
    # kinds and levels
    "Danh hiệu thôn văn hóa, tổ dân phố văn hóa bình xét hằng năm.",
    "Phát triển nông thôn mới; kinh tế - xã hội của xã; hợp tác xã; các xã, phường trong tỉnh.",
    "Trên địa bàn xã xã hội hóa mạnh mẽ các nguồn lực.",
    "Hồ sơ của UBND huyện trước đây do Văn phòng lưu giữ.",
    # blanks
    "Ứng dụng dữ liệu lớn, AI,... trong quản lý; đầu tư công,… để tháo gỡ.",
    "Danh sách ghi rõ họ tên, ngày tháng năm sinh, chức vụ.",
    # bases
    "Căn cứ Nghị định số 152/2025/NĐ-CP ngày 14/6/2025 thay thế Nghị định số 98/2023/NĐ-CP;",
    "Nghị quyết số 18-NQ/TW ngày 25/10/2017 và Nghị quyết số 18-NQ/TW ngày 16/6/2022.",
    # dates
    "Báo cáo hằng năm gửi trước ngày 15/11; sơ kết vào Quý II hằng năm.",
    "Các hợp tác xã thành lập trước ngày 01/7/2024 được xét cùng.",
    "Hội nghị tổng kết năm 2025 đã đánh giá công tác của xã.",
    "Phong trào tiến hành tổng kết vào đầu năm 2031.",
    "Tỷ lệ 3/5 thôn, 12.500 người, 1.5 triệu đồng, từ 80% đến 90%.",
    # numbers
    "Tổng số 20 cá nhân, trong đó 12 cá nhân là nữ, 5 cá nhân là người dân tộc thiểu số.",
    "Tối đa 30 trường hợp (10 tập thể, 20 cá nhân).",
    "Giấy khen hằng năm: năm 2026 tối đa 5 cá nhân; năm 2027 tối đa 8 cá nhân.",
    "Giấy khen hằng năm tối đa 10 cá nhân, trong đó ít nhất 4 cá nhân là nữ.",
    # words
    "Luôn luôn, thường thường, ngày ngày; thi đua “Thi đua đột phá”; là là mặt đất.",
)  # fmt: skip
WRONG = (
    ("PLACE_PROVINCE", "Phấn đấu để Tây Ninh phát triển nhanh."),
    ("PLACE_PROVINCE", "Hưởng ứng phong trào “Doanh nghiệp Tây Ninh hội nhập và phát triển”."),
    ("PLACE_PROVINCE", "Thực hiện Nghị quyết của Tỉnh ủy Bắc Ninh."),
    ("PLACE_PROVINCE", "THI ĐUA VÌ MỘT TÂY NINH GIÀU ĐẸP"),
    ("PLACE_PROVINCE", "Theo chỉ đạo của UBND thành phố Hồ Chí Minh."),
    ("PLACE_PROVINCE", "Theo chỉ đạo của UBND TP. Hồ Chí Minh."),
    (
        "PLACE_PROVINCE",
        "Căn cứ Kế hoạch số 8/KH-UBND của UBND tỉnh Lào Cai thực hiện Nghị quyết số 57-NQ/TW;",
    ),
    ("PLACE_PROVINCE", "Thực hiện Nghị quyết số 57-NQ/TW. Đưa sản phẩm của Khánh Hoà đi xa."),
    ("PLACE_COMMUNE", "Các thôn trên địa bàn xã Nghĩa Trung thực hiện nghiêm túc."),
    ("PLACE_COMMUNE", "Phát động phong trào “Nghĩa Trung thi đua đổi mới sáng tạo”."),
    ("PLACE_COMMUNE", "Báo cáo UBND xã Hoàng Hoa Thám Thượng theo dõi."),
    ("PLACE_FORMER", "Theo hướng dẫn của UBND tỉnh Bình Phước."),
    ("KIND_OTHER", "Báo cáo UBND phường trước khi thực hiện."),
    ("UNIT_WORD", "Mỗi tổ dân phố lập một nhóm."),
    ("OFFICE_GONE", "Trình UBND huyện xem xét."),
    ("OFFICE_GONE", "Các cơ quan của huyện Đại Từ phối hợp."),
    ("OFFICE_GONE", "Báo cáo UBND thị trấn Hùng Sơn."),
    ("WORDS_ORDER", "Ủy ban nhân dân xã đề nghị Cao Minh các cơ quan thực hiện."),
    ("WORDS_ORDER", "Trình Chủ tịch xã UBND quyết định."),
    ("WORDS_TWICE", "Phát huy vai trò của của các thôn."),
    ("BLANK_CITED", "Căn cứ Quyết định số    /QĐ-UBND của Ủy ban nhân dân xã;"),
    ("BLANK_CITED", "Căn cứ Quyết định số 15/QĐ-UBND ngày    tháng 02 năm 2026;"),
    ("BLANK_CITED", "Theo Công văn số 12/UBND-NV ngày …/…/2026 của tỉnh."),
    ("BLANK_WORDS", "Giao ……… chủ trì."),
    ("BLANK_WORDS", "Giao [tên cơ quan] chủ trì."),
    ("BASIS_EXPIRED", "Căn cứ Nghị định 98/2023/NĐ-CP của Chính phủ;"),
    ("BASIS_EXPIRED", "Căn cứ Nghị định số 91/2017/NĐ-CP của Chính phủ;"),
    ("BASIS_EXPIRED", "Căn cứ Luật Thi đua, khen thưởng ngày 26 tháng 11 năm 2003;"),
    ("BASIS_EXPIRED", "Theo Thông tư số 01/2024/TT-BNV."),
    ("BASIS_EARLY", "Căn cứ Luật số 06/2026/QH16 của Quốc hội;"),
    ("BASIS_AMENDED", "Căn cứ Nghị quyết số 71/NQ-CP ngày 01/4/2025 của Chính phủ;"),
    ("DATE_IMPOSSIBLE", "Tổ chức phát động ngày 31/6/2026."),
    ("DATE_IMPOSSIBLE", "Tổ chức phát động ngày 30 tháng 02 năm 2027."),
    ("DATE_BEFORE_BASIS", "Căn cứ Công văn số 99/UBND-NV ngày 01/6/2026 của UBND tỉnh;"),
    ("PERIOD_REVERSED", "Đề án giai đoạn 2030-2026 được thực hiện đồng bộ."),
    ("PERIOD_REVERSED", "Đợt cao điểm từ ngày 10/6/2026 đến ngày 10/5/2026."),
    ("DEADLINE_PAST", "Các thôn gửi đăng ký trước ngày 15/01/2026."),
    ("REVIEW_OUTSIDE_PERIOD", "Phong trào tiến hành sơ kết vào năm 2033."),
    ("SUM_DIFFERS", "Tổng số 30 tập thể, gồm 10 tập thể khối cơ quan và 15 tập thể khối thôn."),
    ("SUM_DIFFERS", "Tối đa 30 Giấy khen (10 tập thể, 25 cá nhân)."),
    ("SUM_DIFFERS", "Tổng số 20 cá nhân, trong đó 12 cá nhân là nam, 15 cá nhân là nữ."),
    ("PHASE_COUNT", "Chia thành 03 giai đoạn: giai đoạn 1 khởi động; giai đoạn 2 tăng tốc."),
    ("QUOTA_TWICE", "Giấy khen hằng năm tối đa 5 cá nhân; hằng năm tối đa 7 cá nhân."),
)  # fmt: skip


@pytest.mark.parametrize("sentence", RIGHT)
def test_a_right_sentence_raises_nothing(sentence: str) -> None:
    assert [(f.code, f.message) for f in found(sentence)] == []


@pytest.mark.parametrize(("code", "sentence"), WRONG)
def test_a_wrong_sentence_is_found_once(code: str, sentence: str) -> None:
    assert codes(sentence) == [code]


def test_a_ward_has_no_villages() -> None:
    assert codes("Mỗi thôn lập một nhóm.", owner=NAM_DONG) == ["UNIT_WORD"]
    assert codes("Báo cáo UBND xã.", owner=NAM_DONG) == ["KIND_OTHER"]
    assert codes("Mỗi tổ dân phố lập một nhóm.", owner=NAM_DONG) == []


def test_what_stands_in_the_letterhead_is_judged_too() -> None:
    named = found(Paragraph(text="Đông Phú, ngày 05 tháng 3 năm 2026"), owner=NAM_DONG)
    assert [f.code for f in named] == []  # a date in the body is nobody's place line


def test_quotas_of_different_parts_are_no_contradiction() -> None:
    assert (
        codes(
            "I. SỐ LƯỢNG",
            "1. Giấy khen của Chủ tịch UBND xã đối với khối cơ quan",
            "a) Hằng năm: tối đa 2 tập thể.",
            "2. Giấy khen của Chủ tịch UBND xã đối với khối thôn",
            "a) Hằng năm: tối đa 4 tập thể.",
            "3. Bằng khen của Chủ tịch UBND tỉnh",
            "a) Hằng năm: tối đa 1 tập thể.",
        )
        == []
    )


def test_points_of_several_groups_and_bonus_points() -> None:
    plan = (
        "I. TIÊU CHÍ",
        "Chấm theo thang điểm 100 điểm, điểm thưởng không quá 15 điểm.",
        "1. Đối với các thôn",
        "a) Tuyên truyền (40 điểm)",
        "b) Kết quả (60 điểm)",
        "c) Điểm thưởng cho sáng kiến (15 điểm)",
        "2. Đối với cơ quan",
        "a) Tuyên truyền (30 điểm)",
        "b) Kết quả (70 điểm)",
    )
    assert codes(*plan) == []
    wrong = [line.replace("70 điểm", "80 điểm").replace("60 điểm", "50 điểm") for line in plan]
    assert codes(*wrong) == ["POINTS_DIFFER"]


def test_a_table_is_added_up() -> None:
    head = ("TT", "Nội dung", "Điểm tối đa")
    rows = (head, ("1", "Tuyên truyền", "40"), ("2", "Kết quả", "60"))
    assert in_table(*rows, ("", "Tổng cộng", "100")) == []
    wrong = in_table(*rows, ("", "Tổng cộng", "110"))
    assert [finding.code for finding in wrong] == ["SUM_DIFFERS"]
    assert wrong[0].place.paragraph
    nested = (
        head,
        ("I", "Tuyên truyền", "40"),
        ("1", "Họp thôn", "15"),
        ("2", "Loa", "25"),
        ("II", "Kết quả", "60"),
        ("1", "Hồ sơ", "60"),
        ("", "Tổng", "100"),
    )
    assert in_table(*nested) == []


def test_missing_bases_are_named() -> None:
    plain = found("Xét khen thưởng hằng năm.", bases=False)
    assert [finding.code for finding in plain] == ["BASIS_MISSING"]
    assert "Nghị định số 152/2025/NĐ-CP" in plain[0].message


def test_expired_bases_tell_the_day_and_what_replaces_them() -> None:
    finding = found("Căn cứ Nghị định số 98/2023/NĐ-CP của Chính phủ;")[0]
    assert "hết hiệu lực từ 01/07/2025" in finding.message
    assert "152/2025/NĐ-CP" in finding.suggestion
    assert "152/2025" in finding.source


def test_two_movements_of_one_plan_have_their_own_numbers() -> None:
    first = "Giấy khen hằng năm: tối đa 05 tập thể."
    second = "Giấy khen hằng năm: tối đa 08 tập thể."
    headings = (
        "I. SỐ LƯỢNG KHEN THƯỞNG",
        "1. Phong trào thi đua “Đổi mới sáng tạo”",
        first,
        "2. Phong trào thi đua “Bình dân học vụ số”",
    )
    assert codes(*headings, second) == []
    assert codes(*headings, "2.1. Giấy khen của Chủ tịch UBND xã", second) == []
    assert codes(*headings, first, "Khen thưởng giấy khen hằng năm tối đa 06 tập thể.") == [
        "QUOTA_TWICE"
    ]
    assert codes("I. SỐ LƯỢNG", "1. Phong trào “A”", first, "2. Khen thưởng", second) == [
        "QUOTA_TWICE"
    ]


def test_what_nobody_can_read_is_cut_off() -> None:
    told = codes(*["Thực hiện Nghị quyết của Tỉnh ủy Bắc Ninh."] * 1_200)
    assert told == ["PLACE_PROVINCE"] * MOST_FINDINGS
