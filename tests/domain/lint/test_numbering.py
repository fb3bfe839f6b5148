"""Numbers of chapters, sections and points: whatever is right raises nothing, one slip is one."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.domain.lint.cases import codes, found
from thiduaqt.domain.lint.markers import LETTERS, Marker, marker_of, roman, roman_value

NUMBERING = ("CHAPTER", "SECTION", "LETTER")


def numbering(*lines: str) -> list[str]:
    return [code for code in codes(*lines) if code.startswith(NUMBERING)]


@st.composite
def outlines(draw: st.DrawFn) -> list[str]:
    """Return the lines of a plan whose numbers are all right."""
    lines = []
    for chapter in range(1, draw(st.integers(1, 9)) + 1):
        lines.append(f"{roman(chapter)}. NỘI DUNG")
        for section in range(1, draw(st.integers(0, 5)) + 1):
            lines.append(f"{section}. Việc cần làm")
            lines += [
                f"{section}.{sub}. Việc nhỏ hơn" for sub in range(1, draw(st.integers(0, 3)) + 1)
            ]
            lines += [
                f"{letter}) Việc từng người" for letter in LETTERS[: draw(st.integers(0, 12))]
            ]
            lines += ["- Một ý khác."] * draw(st.integers(0, 2))
    return lines


@settings(max_examples=60, deadline=None)
@given(outlines())
def test_right_numbers_raise_nothing(lines: list[str]) -> None:
    assert numbering(*lines) == []


@settings(max_examples=60, deadline=None)
@given(outlines(), st.data())
def test_one_chapter_left_out_is_one_gap(lines: list[str], data: st.DataObject) -> None:
    chapters = [place for place, line in enumerate(lines) if line.endswith("NỘI DUNG")]
    if len(chapters) < 3:
        return
    number = data.draw(st.integers(1, len(chapters) - 2))
    cut = lines[: chapters[number]] + lines[chapters[number + 1] :]
    told = [f for f in found(*cut) if f.code.startswith(NUMBERING)]
    assert [finding.code for finding in told] == ["CHAPTER_GAP"]
    assert f"Thiếu chương {roman(number + 1)}:" in told[0].message


@settings(max_examples=60, deadline=None)
@given(st.integers(2, len(LETTERS) - 1))
def test_each_letter_left_out_is_named(size: int) -> None:
    letters = LETTERS[: size + 1]
    for gone in range(1, size):
        lines = [f"{letter}) Việc" for letter in letters if letter != letters[gone]]
        told = found("1. Mục đích", *lines)
        assert [finding.code for finding in told] == ["LETTER_GAP"]
        assert f"Thiếu điểm {letters[gone]}:" in told[0].message


@given(st.integers(1, 39))
def test_roman_numbers_there_and_back(value: int) -> None:
    assert roman_value(roman(value)) == value


def test_letters_without_the_vietnamese_one() -> None:
    told = found("1. Mục đích", "c) Ba", "d) Bốn")
    assert told[0].message.startswith("Danh sách điểm bắt đầu từ “c)”, thiếu điểm a đến b")
    five = found("1. Mục đích", "a) Một", "b) Hai", "c) Ba", "d) Bốn", "e) Năm")
    assert [f.message for f in five] == ["Thiếu điểm đ: sau điểm d là “e)”."]


def test_points_begin_anew_under_headings_without_numbers() -> None:
    lines = ("1. Tiêu chuẩn", "Đối với tập thể:", "a) Một", "b) Hai", "Đối với cá nhân:", "a) Một")
    assert numbering(*lines) == []


def test_parts_and_annexes_begin_anew() -> None:
    parts = ("A. NHỮNG VIỆC CHUNG", "I. MỤC ĐÍCH", "II. YÊU CẦU", "B. VIỆC RIÊNG", "I. NỘI DUNG")
    assert numbering(*parts) == []
    annex = ("I. MỤC ĐÍCH", "II. YÊU CẦU", "PHỤ LỤC 1", "I. BIỂU", "PHỤ LỤC 2", "I. BIỂU")
    assert numbering(*annex) == []
    assert numbering("A. VIỆC CHUNG", "C. VIỆC RIÊNG") == ["CHAPTER_GAP"]


def test_articles() -> None:
    right = ("Điều 1. Tặng Giấy khen.", "1. Tập thể.", "2. Cá nhân.", "Điều 2. Thưởng.", "1. Mức.")
    assert numbering(*right) == []
    assert numbering("Điều 1. Tặng.", "Điều 3. Thi hành.") == ["SECTION_GAP"]


def test_what_is_no_mark() -> None:
    for text in (
        "1.500 hộ",
        "1.5 triệu đồng",
        "15/11 hằng năm",
        "100% hộ",
        "01 tập thể",
        "3/5 thôn",
    ):
        assert marker_of(text) is None, text
    assert marker_of("C. Mác và Lênin") is None
    assert marker_of("Điều 5 của Luật") is None


def test_what_is_a_mark() -> None:
    wanted = {
        "IV. TIÊU CHUẨN": ("chapter", 4),
        "I/ MỤC ĐÍCH": ("chapter", 1),
        "Chương II. Nội dung": ("chapter", 2),
        "12.Phòng Kinh tế": ("section", 12),
        "1/ Mục đích": ("section", 1),
        "2.1. Đơn vị": ("sub", 1),
        "đ) Bảo đảm": ("letter", 5),
        "- a) Khen thưởng": ("letter", 1),
        "19. 100% hộ": ("section", 19),
        "PHẦN THỨ HAI": ("part", 2),
    }
    for text, (kind, value) in wanted.items():
        marker = marker_of(text)
        assert isinstance(marker, Marker), text
        assert (marker.kind, marker.value) == (kind, value), text


def test_the_abstract_of_a_letter_is_no_chapter() -> None:
    for opening in ("V/v", "V/V", "V / v"):
        assert marker_of(f"{opening} phát động phong trào thi đua") is None
    assert marker_of("V/ Tổ chức thực hiện") is not None
    assert marker_of("V. Vật chất, kinh phí") is not None


def test_a_point_may_open_with_a_number() -> None:
    assert (
        numbering(
            "I. CHỈ TIÊU",
            "1. Đối với cơ quan",
            "1.1. 100% văn bản được ký số.",
            "1.2. 24 tổ dân phố đăng ký.",
            "1.3. Ít nhất 95% hồ sơ nộp trực tuyến.",
        )
        == []
    )
    assert marker_of("1.5 24 triệu đồng") is None
    assert numbering("I. CHỈ TIÊU", "1. Chung", "1.2. 100% văn bản được ký số.") == ["SECTION_GAP"]


def test_rules_enacted_by_a_decision_have_their_own_articles() -> None:
    decision = ("Điều 1. Ban hành Quy chế.", "Điều 2. Hiệu lực.", "QUY CHẾ")
    rules = ("Chương I", "Điều 1. Phạm vi", "Điều 2. Nguyên tắc")
    for words in ("Kèm theo Quyết định", "Ban hành kèm theo Quyết định"):
        assert numbering(*decision, f"({words} số 77/QĐ-UBND)", *rules) == []
    assert numbering(*decision, *rules) == ["SECTION_TWICE"] * 2
