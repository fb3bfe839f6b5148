"""What the checks say about five published plans: every slip known of, and nothing else."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from thiduaqt.services.linting import LintReport, lint_file

PLANS = Path(__file__).resolve().parents[2] / "data" / "plans"
TODAY = dt.date(2026, 11, 20)

# Code, and a piece of the words it stands at; each was checked against the text by hand.
FOUND: dict[str, list[tuple[str, str]]] = {
    "dong_phu_2026": [
        ("BLANK_NUMBER", "Số: /KH-UBND"),
        ("BLANK_DATE", "ngày tháng 5 năm 2026"),
        ("BASIS_AMENDED", "71/NQ-CP"),
        ("BASIS_MISSING", "Công văn số 4835"),
        ("CHAPTER_TWICE", "IV. TỔ CHỨC PHONG TRÀO THI ĐUA"),
        ("SIGN_TM_MISSING", "KT. CHỦ TỊCH"),
    ],
    "bac_ninh_2025": [
        ("BLANK_NUMBER", "Số: /KH-UBND"),
        ("BLANK_DATE", "ngày tháng 9 năm 2025"),
        ("BASIS_MISSING", "Kế hoạch số 17/KH-UBND"),
        ("LETTER_GAP", "b) Các cơ quan, đơn vị, địa phương"),
    ],
    "nghia_trung_2026": [
        ("BLANK_NUMBER", "Số: /KH-UBND"),
        ("BLANK_DATE", "ngày tháng 01 năm 2026"),
        ("BASIS_MISSING", "Kế hoạch số 92/KH-UBND"),
        ("PLACE_PROVINCE", "“Doanh nghiệp Tây Ninh hội nhập và phát triển”"),
        ("PLACE_PROVINCE", "thương hiệu của Tây Ninh"),
        ("PLACE_PROVINCE", "làm tại Tây Ninh"),
        ("PLACE_PROVINCE", "hình ảnh của Tây Ninh"),
        ("SIGN_TM_MISSING", "KT. CHỦ TỊCH"),
    ],
    "cao_minh_2026": [
        ("BLANK_NUMBER", "Số: /KH-UBND"),
        ("BASIS_MISSING", "Nghị quyết số 57-NQ/TW"),
        ("WORDS_ORDER", "Ủy ban nhân dân xã ban hành Cao Minh"),
        ("SECTION_GAP", "4. Đối với cá nhân"),
        ("SECTION_RESTART", "1. Phòng Văn hóa – Xã hội là cơ quan Thường trực"),
        ("SIGN_TM_MISSING", "CHỦ TỊCH"),
    ],
    "nam_dong_2025": [
        ("BLANK_NUMBER", "Số: /KH-UBND"),
        ("BLANK_DATE", "ngày tháng 8 năm 2025"),
        ("BASIS_MISSING", "Công văn số 2144"),
        ("SIGN_TM_MISSING", "KT. CHỦ TỊCH"),
    ],
}
OWNERS = {
    "dong_phu_2026": "xã Đông Phú, tỉnh Bắc Ninh",
    "bac_ninh_2025": "tỉnh Bắc Ninh",
    "nghia_trung_2026": "xã Nghĩa Trung, tỉnh Đồng Nai",
    "cao_minh_2026": "xã Cao Minh, tỉnh Thái Nguyên",
    "nam_dong_2025": "phường Nam Đồng, thành phố Hải Phòng",
}


def report(code: str) -> LintReport:
    return lint_file(PLANS / f"{code}.txt", today=TODAY)


@pytest.mark.parametrize("code", FOUND)
def test_every_slip_is_found_and_nothing_else(code: str) -> None:
    found = list(report(code).findings)
    assert [finding.code for finding in found] == [expected for expected, _ in FOUND[code]]
    for finding, (_, words) in zip(found, FOUND[code], strict=True):
        assert words in finding.place.text


@pytest.mark.parametrize("code", OWNERS)
def test_the_owner_is_read_off_the_document(code: str) -> None:
    assert report(code).owner.full_name == OWNERS[code]


def test_places_name_the_chapter() -> None:
    chapters = {
        finding.place.text[:40]: finding.place.chapter
        for finding in report("nghia_trung_2026").findings
        if finding.code == "PLACE_PROVINCE"
    }
    assert set(chapters.values()) == {
        "II. MỤC TIÊU VÀ NỘI DUNG PHONG TRÀO THI ĐUA",
        "III. TIÊU CHÍ THI ĐUA VÀ KHEN THƯỞNG",
    }


def test_what_is_missing_and_where_the_double_stands_is_said() -> None:
    gap = next(f for f in report("cao_minh_2026").findings if f.code == "SECTION_GAP")
    assert gap.message == "Thiếu mục 3: sau mục 2 là “4.”."
    assert gap.place.chapter == "III. TIÊU CHÍ THI ĐUA"
    twice = next(f for f in report("dong_phu_2026").findings if f.code == "CHAPTER_TWICE")
    assert "IV. TIÊU CHUẨN THI ĐUA VÀ HÌNH THỨC KHEN THƯỞNG" in twice.message
    order = next(f for f in report("cao_minh_2026").findings if f.code == "WORDS_ORDER")
    assert "Ủy ban nhân dân xã Cao Minh ban hành" in order.suggestion


@pytest.mark.parametrize("code", FOUND)
def test_every_finding_says_where_why_and_what_to_do(code: str) -> None:
    for finding in report(code).findings:
        assert finding.message.endswith((".", "”."))
        assert finding.suggestion.endswith(".")
        assert finding.source
        assert finding.place.paragraph > 0


@pytest.mark.parametrize("code", FOUND)
def test_fingerprints_are_one_each_and_stay_when_text_is_added(code: str, tmp_path: Path) -> None:
    before = [finding.fingerprint for finding in report(code).findings]
    assert len(set(before)) == len(before)
    text = (PLANS / f"{code}.txt").read_text(encoding="utf-8")
    path = tmp_path / "them.txt"
    path.write_text("Ghi chú của người soạn.\n\n" + text, encoding="utf-8")
    after = [finding.fingerprint for finding in lint_file(path, today=TODAY).findings]
    assert after == before


def test_a_named_owner_is_asked_for_not_guessed() -> None:
    other = lint_file(
        PLANS / "cao_minh_2026.txt", commune="Nghĩa Trung", province="Đồng Nai", today=TODAY
    )
    assert other.owner.name == "Nghĩa Trung"
    named = [finding for finding in other.findings if finding.code.startswith("PLACE_")]
    assert {"PLACE_PROVINCE", "PLACE_COMMUNE"} == {finding.code for finding in named}
    assert len(named) >= 10
