"""What each document says: names, counts, money, and the cases that change its wording."""

from __future__ import annotations

import dataclasses
from io import BytesIO

import docx
import pytest
from docx.table import Table

from thiduaqt.documents.make import (
    make_ballots,
    make_decision,
    make_minutes,
    make_submission,
    make_tally,
)
from thiduaqt.domain.papers import (
    Attendee,
    BallotPaper,
    DecisionPaper,
    DocumentNumber,
    MinutesPaper,
    SigningBlock,
    SubmissionPaper,
    TallyPaper,
)
from thiduaqt.domain.wording import NumberStyle


def blocks(made: bytes) -> list[str]:
    """Return the paragraphs, and for each table one line a row, cells joined by " | "."""
    lines: list[str] = []
    for block in docx.Document(BytesIO(made)).iter_inner_content():
        if not isinstance(block, Table):
            lines.append(block.text)
            continue
        for row in block.rows:
            # A joined cell is met once for each column it covers.
            cells = {id(cell._tc): cell.text for cell in row.cells}
            lines.append(" | ".join(cells.values()))
    return lines


def starting(lines: list[str], start: str) -> str:
    """Return the one line that starts so."""
    (found,) = [line for line in lines if line.startswith(start)]
    return found


# --- Decision ----------------------------------------------------------------------------------


def test_articles_of_a_decision_with_a_list(decision: DecisionPaper) -> None:
    lines = blocks(make_decision(decision))
    assert starting(lines, "Điều 1.") == (
        "Điều 1. Tặng Giấy khen của Chủ tịch Ủy ban nhân dân xã Minh Họa cho 02 tập thể, 01 hộ gia "
        "đình, 05 cá nhân (có danh sách tại Phụ lục kèm theo) đã có thành tích xuất sắc trong "
        "Phong trào “Thi đua đột phá phát triển khoa học, công nghệ, đổi mới sáng tạo và chuyển "
        "đổi số”, năm 2026."
    )
    money = starting(lines, "Điều 2.")
    assert "mỗi tập thể 1.520.000 đồng, mỗi hộ gia đình 1.140.000 đồng, mỗi cá nhân 760.000" in (
        money
    )
    # 2 x 1.520.000 + 1.140.000 + 5 x 760.000
    assert "7.980.000 đồng (bằng chữ: Bảy triệu chín trăm tám mươi nghìn đồng)" in money
    assert money.endswith("chi từ Quỹ thi đua, khen thưởng của xã Minh Họa.")
    last = starting(lines, "Điều 3.")
    assert "hiệu lực kể từ ngày ký" in last
    assert "các tập thể, hộ gia đình, cá nhân có tên tại Điều 1" in last
    assert last.endswith("./.")


def test_annex_goes_in_the_order_of_the_ceremony(decision: DecisionPaper) -> None:
    mixed = tuple(reversed(decision.recipients))
    lines = blocks(make_decision(dataclasses.replace(decision, recipients=mixed)))
    start = lines.index("Phụ lục")
    assert lines[start + 2] == (
        "(Kèm theo Quyết định số 131/QĐ-UBND ngày 10 tháng 12 năm 2026 của Chủ tịch Ủy ban nhân "
        "dân xã Minh Họa)"
    )
    parts = [line for line in lines if line.startswith(("I. ", "II. ", "III. "))]
    assert parts == ["I. TẬP THỂ", "II. HỘ GIA ĐÌNH", "III. CÁ NHÂN"]
    assert lines.index("I. TẬP THỂ") < lines.index("II. HỘ GIA ĐÌNH") < lines.index("III. CÁ NHÂN")
    assert lines[-1] == "Tổng số tiền thưởng bằng chữ: Bảy triệu chín trăm tám mươi nghìn đồng."
    assert "Tổng cộng | 7.980.000" in lines
    assert any("Bà Nguyễn Thị Thu Hà | Tổ trưởng Tổ công nghệ số" in line for line in lines)


def test_parts_are_numbered_without_gaps(decision: DecisionPaper) -> None:
    some = tuple(row for row in decision.recipients if row.kind != "household")
    lines = blocks(make_decision(dataclasses.replace(decision, recipients=some)))
    assert [line for line in lines if line.startswith(("I. ", "II. ", "III. "))] == [
        "I. TẬP THỂ",
        "II. CÁ NHÂN",
    ]
    assert "02 tập thể, 05 cá nhân (có danh sách" in starting(lines, "Điều 1.")


def test_one_recipient_stands_in_the_article_itself(decision: DecisionPaper) -> None:
    one = decision.recipients[3:4]
    made = make_decision(dataclasses.replace(decision, recipients=one))
    lines = blocks(made)
    assert "cho Bà Nguyễn Thị Thu Hà, Tổ trưởng Tổ công nghệ số cộng đồng, thôn Suối Ngọc, đã" in (
        starting(lines, "Điều 1.")
    )
    assert "760.000 đồng (bằng chữ: Bảy trăm sáu mươi nghìn đồng)" in starting(lines, "Điều 2.")
    assert "và Bà Nguyễn Thị Thu Hà chịu trách nhiệm" in starting(lines, "Điều 3.")
    assert not [line for line in lines if "Phụ lục" in line]
    assert len(docx.Document(BytesIO(made)).sections) == 1


def test_without_money_there_is_no_article_on_it(decision: DecisionPaper) -> None:
    free = tuple(dataclasses.replace(row, money=0) for row in decision.recipients)
    lines = blocks(make_decision(dataclasses.replace(decision, recipients=free)))
    assert "hiệu lực kể từ ngày ký" in starting(lines, "Điều 2.")
    assert not [line for line in lines if "Tiền thưởng" in line or "đồng)" in line]


def test_different_amounts_of_one_kind_are_left_to_the_list(decision: DecisionPaper) -> None:
    first, *others = decision.recipients
    mixed = (dataclasses.replace(first, money=1_400_000), *others)
    lines = blocks(make_decision(dataclasses.replace(decision, recipients=mixed)))
    assert "mức cụ thể tại Phụ lục kèm theo" in starting(lines, "Điều 2.")
    assert "7.860.000" in starting(lines, "Điều 2.")


def test_different_awards_get_a_column(decision: DecisionPaper) -> None:
    first, *others = decision.recipients
    mixed = (dataclasses.replace(first, award="Tập thể lao động tiên tiến"), *others)
    lines = blocks(make_decision(dataclasses.replace(decision, recipients=mixed)))
    assert any("| Hình thức | Tiền thưởng (đồng)" in line for line in lines)
    assert any(line.endswith("Tập thể lao động tiên tiến | 1.520.000") for line in lines)
    assert any(line.endswith("ĐƯỢC KHEN THƯỞNG") for line in lines)


def test_an_open_number_leaves_its_gap_everywhere(decision: DecisionPaper) -> None:
    dated = decision.number.dated
    number = DocumentNumber(symbol="QĐ-UBND", expected=dated)
    lines = blocks(make_decision(dataclasses.replace(decision, number=number)))
    gap = "\u00a0" * 7
    assert any(f"Số: {gap}/QĐ-UBND" in line for line in lines)
    note = starting(lines, "(Kèm theo")
    assert f"{gap}/QĐ-UBND" in note
    assert "tháng 12 năm 2026" in note


@pytest.mark.parametrize("form", [("CHỦ TỊCH",), ("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH")])
def test_a_decision_is_signed_by_the_chair_never_for_the_committee(
    decision: DecisionPaper, form: tuple[str, ...]
) -> None:
    signing = SigningBlock(form=form, name="Hoàng Văn Ơn")
    lines = blocks(make_decision(dataclasses.replace(decision, signing=signing)))
    assert "CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ MINH HỌA" in lines
    assert any(line.endswith("\n".join([*form, "Hoàng Văn Ơn"])) for line in lines)
    assert not [line for line in lines if "TM." in line]


def test_offices_words_reach_the_decision(decision: DecisionPaper) -> None:
    style = NumberStyle(thousand="ngàn")
    lines = blocks(make_decision(dataclasses.replace(decision, style=style)))
    assert "tám mươi ngàn đồng" in starting(lines, "Điều 2.")


# --- Submission --------------------------------------------------------------------------------


def test_submission_says_why_more_is_asked_for(submission: SubmissionPaper) -> None:
    lines = blocks(make_submission(submission))
    assert "Lý do đề nghị vượt số lượng: Phong trào lan rộng ở cả 12 thôn." in lines
    within = dataclasses.replace(submission, over_quota_reason="")
    assert not [line for line in blocks(make_submission(within)) if "vượt số lượng" in line]


def test_parts_of_a_submission_are_numbered_as_they_occur(submission: SubmissionPaper) -> None:
    def items(facts: SubmissionPaper) -> list[str]:
        titles = ("Nội dung đề nghị", "Số lượng", "Ý kiến", "Tiền thưởng và")
        lines = blocks(make_submission(facts))
        return [line for line in lines if line[:1].isdigit() and line[3:].startswith(titles)]

    assert items(submission) == [
        "1. Nội dung đề nghị",
        "2. Số lượng đề nghị",
        "3. Ý kiến thẩm định",
        "4. Tiền thưởng và nguồn kinh phí",
    ]
    asked = dataclasses.replace(
        submission, quota="", over_quota_reason="", opinions="Công an xã không có ý kiến khác."
    )
    assert items(asked)[1:3] == ["2. Ý kiến của cơ quan liên quan", "3. Ý kiến thẩm định"]


def test_submission_closes_towards_the_one_who_decides(submission: SubmissionPaper) -> None:
    lines = blocks(make_submission(submission))
    assert "Kính đề nghị Chủ tịch Ủy ban nhân dân xã Minh Họa xem xét, quyết định./." in lines
    assert "Hồ sơ gửi kèm: Biên bản họp Hội đồng; Biên bản kiểm phiếu; Báo cáo thành tích." in lines
    signed = starting(lines, "Nơi nhận:")
    assert signed.endswith("TM. HỘI ĐỒNG\nCHỦ TỊCH\nCHỦ TỊCH UBND XÃ\nHoàng Thị Ngọc Ánh")


# --- Council -----------------------------------------------------------------------------------


def test_ballots_are_equal_nameless_and_as_many_as_asked(ballots: BallotPaper) -> None:
    document = docx.Document(BytesIO(make_ballots(ballots)))
    assert len(document.sections) == 3
    lines = [line for line in blocks(make_ballots(ballots)) if line]
    assert lines.count("PHIẾU BẦU") == 3
    third = len(lines) // 3
    assert lines[:third] == lines[third : 2 * third] == lines[2 * third :]
    assert "(Đóng dấu của Hội đồng)" in lines
    assert "Phiếu không ghi tên, không ký tên." in starting(lines[:third], "Cách ghi phiếu")
    for candidate in ballots.candidates:
        assert sum(f"| {candidate.name} |" in line for line in lines) == 3


def test_an_open_vote_is_signed_and_may_have_two_choices(ballots: BallotPaper) -> None:
    facts = dataclasses.replace(ballots, secret=False, third_choice=False, copies=1)
    lines = blocks(make_ballots(facts))
    assert "PHIẾU BIỂU QUYẾT" in lines
    assert any("THÀNH VIÊN HỘI ĐỒNG" in line for line in lines)
    assert not [line for line in lines if "Ý kiến khác" in line or "Đóng dấu" in line]


def test_tally_shows_votes_rates_and_who_passed(tally: TallyPaper) -> None:
    lines = blocks(make_tally(tally))
    assert "5 | Ông Đỗ Văn Dũng | 6 | 1 | 1 | 75,0% | Đạt" in lines
    assert "4 | Bà Nguyễn Thị Thu Hà | 7 | 1 | 0 | 87,5% | Đạt" in lines
    assert "8 | Bà Phạm Thị Hồng Thắm | 4 | 3 | 1 | 50,0% | Không đạt" in lines
    assert (
        "Có 02 tập thể, 01 hộ gia đình, 04 cá nhân đạt tỷ lệ phiếu theo quy định; 01 trường hợp "
        "không đạt."
    ) in lines
    assert any("số phiếu phát ra: 08; số phiếu thu về: 08" in line for line in lines)
    assert "Việc kiểm phiếu kết thúc vào 09 giờ 40 phút cùng ngày./." in lines
    assert any("THƯ KÝ" in line and "TỔ TRƯỞNG" in line for line in lines)


def test_a_column_nobody_used_is_left_out(tally: TallyPaper) -> None:
    rows = tuple(
        dataclasses.replace(row, other=0, disagree=8 - row.agree) for row in tally.result.rows
    )
    result = dataclasses.replace(tally.result, rows=rows)
    lines = blocks(make_tally(dataclasses.replace(tally, result=result)))
    assert any("Không đồng ý | Tỷ lệ đồng ý | Kết quả" in line for line in lines)


def test_nobody_passed(tally: TallyPaper) -> None:
    rows = tuple(dataclasses.replace(row, passed=False) for row in tally.result.rows)
    result = dataclasses.replace(tally.result, rows=rows)
    lines = blocks(make_tally(dataclasses.replace(tally, result=result)))
    assert "Không có trường hợp nào đạt tỷ lệ phiếu theo quy định." in lines


def test_minutes_have_the_fields_of_form_1_9(minutes: MinutesPaper) -> None:
    lines = blocks(make_minutes(minutes))
    for wanted in (
        "Thời gian bắt đầu: 08 giờ 00 phút, ngày 04 tháng 12 năm 2026.",
        "Địa điểm: Phòng họp số 1, trụ sở Ủy ban nhân dân xã Minh Họa.",
        "Tổng số thành viên Hội đồng: 05; có mặt: 04; vắng mặt: 01.",
        "1. Ông Lý Văn Hạnh - Ủy viên - đi công tác.",
        "Hội đồng tiến hành bỏ phiếu kín, kết quả như sau:",
        "Cuộc họp kết thúc vào 10 giờ 15 phút cùng ngày./.",
    ):
        assert wanted in lines
    assert starting(lines, "Chủ trì (chủ tọa): Bà Hoàng Thị Ngọc Ánh")
    assert starting(lines, "Thư ký (người ghi biên bản): Bà Vũ Thị Yến")
    assert "Số: 02/BB-HĐTĐKT | " in lines
    assert any("THƯ KÝ" in line and "CHỦ TỌA" in line for line in lines)
    assert "- Lưu: VT, hồ sơ khen thưởng." in lines


def test_minutes_of_a_session_that_proposes_nobody_and_did_not_end(minutes: MinutesPaper) -> None:
    facts = dataclasses.replace(
        minutes,
        proposed=(),
        ended=None,
        distribution=(),
        guests=(Attendee(name="Ông Đinh Văn Dung", role="Mặt trận Tổ quốc"),),
    )
    lines = blocks(make_minutes(facts))
    assert "Hội đồng thống nhất không đề nghị khen thưởng trường hợp nào." in lines
    assert starting(lines, "Cuộc họp kết thúc vào ……")
    assert "1. Ông Đinh Văn Dung - Mặt trận Tổ quốc." in lines
    assert not [line for line in lines if line.startswith("Nơi nhận")]


def test_minutes_over_midnight_name_the_day(minutes: MinutesPaper) -> None:
    assert minutes.ended is not None
    late = dataclasses.replace(minutes, ended=minutes.ended.replace(day=5))
    assert starting(blocks(make_minutes(late)), "Cuộc họp kết thúc vào").endswith(
        "10 giờ 15 phút, ngày 05 tháng 12 năm 2026./."
    )


def test_minutes_give_the_reason_for_more_than_planned(minutes: MinutesPaper) -> None:
    facts = dataclasses.replace(minutes, over_quota_reason="Phong trào lan rộng")
    assert "Lý do đề nghị vượt số lượng: Phong trào lan rộng." in blocks(make_minutes(facts))


def test_minutes_name_who_passed_but_was_not_chosen(minutes: MinutesPaper) -> None:
    start = "Đạt tỷ lệ phiếu nhưng không trong số lượng đề nghị: "
    assert not [line for line in blocks(make_minutes(minutes)) if line.startswith(start)]
    rows = tuple(
        dataclasses.replace(row, selected=row.passed and row.candidate.ordinal != 7)
        for row in minutes.result.rows
    )
    result = dataclasses.replace(minutes.result, rows=rows)
    lines = blocks(make_minutes(dataclasses.replace(minutes, result=result)))
    assert starting(lines, start) == f"{start}Ông Y Thuỵ Niê Kdăm."
