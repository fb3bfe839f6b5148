"""A certificate page: what stands on it, in which mode, and what is said about long texts."""

from dataclasses import replace
from datetime import date
from itertools import pairwise

import pytest

from thiduaqt import paths
from thiduaqt.documents.certificate import CertificateFacts, certificate_page
from thiduaqt.documents.layouts import load
from thiduaqt.domain.page import Font, Line, Text

LAYOUT = load(paths.resources() / "certificates" / "a4_ngang")
FACTS = CertificateFacts(
    recipient="Bà Nguyễn Thị Thu Hà",
    detail="Tổ trưởng Tổ công nghệ số cộng đồng Thôn 3, xã Minh Họa",
    achievement="Đã có thành tích xuất sắc trong phong trào thi đua năm 2026",
    short_achievement="Hướng dẫn 120 hộ",
    movement="Đột phá phát triển khoa học, công nghệ",
    award_title="GIẤY KHEN",
    given="TẶNG",
    authority="CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ MINH HỌA",
    decision_number="131/QĐ-UBND",
    decision_date=date(2026, 12, 10),
    register_ordinal=3,
    place="Minh Họa",
    signing=("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"),
    signer_name="Trần Văn Hậu",
)


def measure(text: str, font: Font) -> float:
    """Measure as Liberation Serif does on average: 0,5 of the size for each letter."""
    return len(text) * font.size_pt * 25.4 / 72 * 0.5


def words(items: tuple[Text, ...]) -> dict[str, list[str]]:
    """Return the lines of each role."""
    found: dict[str, list[str]] = {}
    for item in items:
        found.setdefault(item.role, []).append(item.text)
    return found


def test_the_full_sheet_has_all_lines_in_order() -> None:
    page = certificate_page(FACTS, LAYOUT, "full", measure).page
    assert words(page.texts()) == {
        "nation": ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"],
        "motto": ["Độc lập - Tự do - Hạnh phúc"],
        "authority": ["CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ MINH HỌA"],
        "given": ["TẶNG"],
        "award_title": ["GIẤY KHEN"],
        "recipient": ["Bà Nguyễn Thị Thu Hà"],
        "detail": ["Tổ trưởng Tổ công nghệ số cộng đồng Thôn 3, xã Minh Họa"],
        "achievement": ["Đã có thành tích xuất sắc trong phong trào thi đua năm 2026"],
        "place_date": ["Minh Họa, ngày 10 tháng 12 năm 2026"],
        "signing": ["KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"],
        "signer_name": ["Trần Văn Hậu"],
        "decision": ["Số quyết định: 131/QĐ-UBND, ngày 10 tháng 12 năm 2026"],
        "register_ordinal": ["Số sổ vàng: 03"],
    }
    assert {item.role for item in page.items} >= {"band", "frame", "emblem"}


def test_on_a_blank_only_what_it_lacks_is_printed() -> None:
    full = certificate_page(FACTS, LAYOUT, "full", measure)
    overlay = certificate_page(FACTS, LAYOUT, "overlay", measure)
    assert {item.role for item in overlay.page.items} == {
        "recipient",
        "detail",
        "achievement",
        "place_date",
        "signing",
        "signer_name",
        "decision",
        "register_ordinal",
    }
    assert overlay.backdrop is not None
    assert full.backdrop is None
    assert set(overlay.backdrop.items) | set(overlay.page.items) == set(full.page.items)
    assert all(text.colour == "#000000" for text in overlay.page.texts())


def test_the_rule_under_the_motto_is_as_long_as_the_motto() -> None:
    page = certificate_page(FACTS, LAYOUT, "full", measure).page
    (rule,) = [item for item in page.items if isinstance(item, Line)]
    motto = next(text for text in page.texts() if text.role == "motto")
    assert rule.x2_mm - rule.x1_mm == pytest.approx(measure(motto.text, motto.font))
    assert (rule.x1_mm + rule.x2_mm) / 2 == pytest.approx(148.5)
    assert rule.y1_mm == pytest.approx(motto.baseline_mm + 1.9)


def test_room_is_left_for_signature_and_seal() -> None:
    texts = certificate_page(FACTS, LAYOUT, "full", measure).page.texts()
    post = max(text.baseline_mm for text in texts if text.role == "signing")
    name = next(text for text in texts if text.role == "signer_name")
    assert name.baseline_mm - name.font.size_pt * 0.3528 - post > 18


def test_signing_lines_share_the_size_of_the_longest() -> None:
    facts = replace(
        FACTS, signing=("TUQ. CHỦ TỊCH", "TRƯỞNG PHÒNG VĂN HÓA - XÃ HỘI, XÃ MINH HỌA MẪU")
    )
    texts = certificate_page(facts, LAYOUT, "full", measure).page.texts()
    sizes = {text.font.size_pt for text in texts if text.role == "signing"}
    assert len(sizes) == 1
    assert sizes.pop() < 14


def test_a_name_that_is_too_long_is_reported_before_printing() -> None:
    facts = replace(FACTS, recipient="Tập thể cán bộ, công chức và Nhân dân " * 5)
    fitted = certificate_page(facts, LAYOUT, "full", measure)
    assert fitted.problems == (
        "Tên quá dài, chữ sẽ nhỏ hơn 18 pt. Rút gọn tên in, không đổi tên trong sổ.",
    )
    assert [issue.field for issue in fitted.issues] == ["recipient"]


def test_a_shrunk_text_is_noted_but_no_problem() -> None:
    facts = replace(FACTS, detail="Phó Trưởng phòng Văn hóa - Xã hội, Tổ trưởng Tổ giúp việc " * 2)
    fitted = certificate_page(facts, LAYOUT, "full", measure)
    assert fitted.problems == ()
    assert fitted.notes == ("Chức vụ, đơn vị dài, thu còn 13 pt, xếp 2 dòng",)


def test_lines_of_a_box_stand_in_its_middle() -> None:
    one = certificate_page(FACTS, LAYOUT, "full", measure)
    name = next(text for text in one.page.texts() if text.role == "recipient")
    box = next(box for box in one.boxes if box.role == "recipient")
    capital = name.font.size_pt * 25.4 / 72 * 0.66
    assert name.baseline_mm - capital / 2 == pytest.approx(box.y_mm + box.height_mm / 2)
    longer = replace(
        FACTS, recipient="Tập thể cán bộ và Nhân dân khu dân cư Phố Mới Đông, xã Minh Họa"
    )
    two = certificate_page(longer, LAYOUT, "full", measure).page.texts()
    first, second = [text.baseline_mm for text in two if text.role == "recipient"]
    size = next(text.font.size_pt for text in two if text.role == "recipient") * 25.4 / 72
    assert (first + second) / 2 - size * 0.33 == pytest.approx(box.y_mm + box.height_mm / 2)


def test_no_two_lines_of_different_fields_collide_even_at_their_longest() -> None:
    facts = replace(
        FACTS,
        recipient="Tập thể cán bộ và Nhân dân khu dân cư Phố Mới Đông, xã Minh Họa",
        detail="Phó Trưởng phòng Văn hóa - Xã hội, Tổ trưởng Tổ giúp việc " * 2,
        achievement="Đã có thành tích xuất sắc trong phong trào thi đua " * 4,
    )
    fitted = certificate_page(facts, LAYOUT, "full", measure)
    assert fitted.problems == ()
    texts = [text for text in fitted.page.texts() if text.align == "center"]
    column = [text for text in texts if text.x_mm < 148.5 < text.x_mm + text.width_mm]
    column.sort(key=lambda text: text.baseline_mm)
    for above, below in pairwise(column):
        descent = above.baseline_mm + above.font.size_pt * 0.3528 * 0.22
        ascent = below.baseline_mm - below.font.size_pt * 0.3528 * 0.92
        assert ascent > descent - 0.6, (above.text, below.text)


def test_unknown_number_and_day_are_left_for_the_pen() -> None:
    facts = replace(FACTS, decision_number="", decision_date=None, register_ordinal=None)
    found = words(certificate_page(facts, LAYOUT, "full", measure).page.texts())
    assert found["register_ordinal"] == ["Số sổ vàng: ……"]
    assert found["decision"][0].startswith("Số quyết định: ……, ngày")


def test_a_trial_sheet_says_so_in_both_modes() -> None:
    facts = replace(FACTS, mark="DỰ THẢO")
    for mode in ("full", "overlay"):
        texts = certificate_page(facts, LAYOUT, mode, measure).page.texts()
        mark = next(text for text in texts if text.role == "mark")
        assert mark.text == "DỰ THẢO"
        assert texts[0] is mark  # under everything else


def test_an_empty_line_leaves_no_trace() -> None:
    page = certificate_page(replace(FACTS, detail=""), LAYOUT, "full", measure).page
    assert "detail" not in {text.role for text in page.texts()}


def test_decomposed_letters_are_composed() -> None:
    page = certificate_page(
        replace(FACTS, recipient="Bà Nguye\u0302\u0303n"), LAYOUT, "full", measure
    ).page
    assert words(page.texts())["recipient"] == ["Bà Nguyễn"]
