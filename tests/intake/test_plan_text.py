from __future__ import annotations

import time
import unicodedata
from pathlib import Path

import pytest

from thiduaqt.domain.errors import BadFile
from thiduaqt.domain.lint.text import PlanText
from thiduaqt.intake.plan_text import read_plan_text

PLANS = Path(__file__).resolve().parents[1] / "data" / "plans"
PLAIN = "KẾ HOẠCH\n\nI. MỤC ĐÍCH\n\n1. Mục đích chung của phong trào.\n"


def read(text: str, encoding: str = "utf-8") -> PlanText:
    return read_plan_text("kế hoạch.txt", text.encode(encoding))


def texts(plan: PlanText) -> list[str]:
    return [paragraph.text for paragraph in plan.paragraphs]


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1258"]
)
def test_every_usual_encoding_gives_the_same_text(encoding: str) -> None:
    # Windows-1258 keeps tones as signs of their own, as it must be typed there.
    form = unicodedata.normalize("NFD", PLAIN) if encoding == "cp1258" else PLAIN
    if encoding == "cp1258":
        shapes = {"ê": "ê", "â": "â", "ă": "ă", "ô": "ô", "ơ": "ơ", "ư": "ư"}
        shapes |= {key.upper(): value.upper() for key, value in shapes.items()}
        form = "".join(_windows_1258(PLAIN))
    data = form.encode(encoding)
    assert texts(read_plan_text("a.txt", data)) == [
        "KẾ HOẠCH",
        "I. MỤC ĐÍCH",
        "1. Mục đích chung của phong trào.",
    ]


def _windows_1258(text: str) -> list[str]:
    """Return letters as Windows-1258 holds them: shapes whole, tones apart."""
    out = []
    for sign in text:
        pieces = unicodedata.normalize("NFD", sign)
        tones = [piece for piece in pieces if piece in "\u0300\u0301\u0303\u0309\u0323"]
        base = "".join(piece for piece in pieces if piece not in tones)
        out.append(unicodedata.normalize("NFC", base) + "".join(tones))
    return out


def test_text_is_composed_and_without_marks_of_converters() -> None:
    plan = read(
        unicodedata.normalize("NFD", "## **KẾ HOẠCH**\n\n*Căn cứ* Luật;\n\n* ý một\n\n_____\n")
    )
    assert texts(plan) == ["KẾ HOẠCH", "Căn cứ Luật;", "- ý một"]


def test_wrapped_lines_become_paragraphs_and_symbols_are_mended() -> None:
    plan = read_plan_text("x", (PLANS / "nghia_trung_2026.txt").read_bytes())
    lines = texts(plan)
    assert (
        "Căn cứ Quyết định số 923/QĐ-TTg ngày 14/5/2025 của Thủ tướng Chính phủ ban hành Kế "
        in (" ".join(lines))
    )
    assert any(
        line.startswith(
            "Căn cứ Kế hoạch hành động số 469-KH/TU ngày 16/5/2025 của Tỉnh ủy Đồng Nai"
        )
        for line in lines
    )
    assert "57- NQ/TW" not in " ".join(lines)
    assert "trung bình" not in lines
    assert not any(line.isdigit() for line in lines)  # page numbers


def test_a_name_torn_by_a_line_break_is_whole_again() -> None:
    torn = (
        "Đẩy mạnh thực hiện phong trào thi đua “Doanh nghiệp Tây\n"
        "Ninh hội nhập và phát triển” trong toàn thể doanh nghiệp.\n"
    )
    assert "Tây Ninh hội nhập" in texts(read(torn))[0]


def test_lines_cut_in_the_middle_of_a_clause_are_joined() -> None:
    torn = (
        "Căn cứ Thông tư số\n01/2024/TT-BNV của Bộ Nội vụ;\nI. MỤC ĐÍCH,\nYÊU CẦU\n"
        "Sơn La, ngày 02\ntháng 01"
    )
    assert texts(read(torn)) == [
        "Căn cứ Thông tư số 01/2024/TT-BNV của Bộ Nội vụ;",
        "I. MỤC ĐÍCH, YÊU CẦU",
        "Sơn La, ngày 02 tháng 01",
    ]


def test_lists_and_headings_stay_apart() -> None:
    text = "TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n\nMai Sơn\n- Sở Nội vụ;\n- Lưu: VT.\n"
    assert texts(read(text)) == [
        "TM. ỦY BAN NHÂN DÂN",
        "KT. CHỦ TỊCH",
        "PHÓ CHỦ TỊCH",
        "Mai Sơn",
        "- Sở Nội vụ;",
        "- Lưu: VT.",
    ]


def test_chapters_and_footnotes() -> None:
    plan = read_plan_text("x", (PLANS / "cao_minh_2026.txt").read_bytes())
    chapters = list(dict.fromkeys(p.chapter for p in plan.paragraphs if p.chapter))
    assert [chapter.partition(".")[0] for chapter in chapters] == [
        "I",
        "II",
        "III",
        "IV",
        "V",
        "VI",
    ]
    assert [p.text[:2] for p in plan.paragraphs if p.part == "note"] == [
        f"{sign} " for sign in "¹²³⁴⁵⁶⁷"
    ]
    assert [p.number for p in plan.paragraphs] == list(range(1, len(plan.paragraphs) + 1))


@pytest.mark.parametrize("data", [b"\n \n", b"12\n", b"\xff\xfe"])
def test_a_file_without_words_is_refused(data: bytes) -> None:
    with pytest.raises(BadFile) as refused:
        read_plan_text("trống.txt", data)
    assert refused.value.code == "FILE_NO_TEXT"


def test_a_text_far_too_long_is_refused_before_its_lines_are_joined() -> None:
    began = time.monotonic()
    with pytest.raises(BadFile) as refused:
        read("a = 1\n" * 1_500_000)
    assert refused.value.code == "FILE_TOO_LONG"
    assert time.monotonic() - began < 5


def test_one_sentence_of_many_lines_is_joined_in_time() -> None:
    began = time.monotonic()
    assert texts(read("a = 1\n" * 150_000)) != []
    assert time.monotonic() - began < 5
