from __future__ import annotations

import random
import time
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.domain.repair.old_encodings import PLACES, iconv, names, tcvn3, vni
from thiduaqt.domain.repair import (
    ENCODINGS,
    KIND_WORDS,
    Kind,
    Repaired,
    font_kind,
    is_suspect,
    repair,
)

NAMES = names(5_000)


@pytest.mark.parametrize(
    ("text", "meant", "kind"),
    [
        ("NguyÔn V¨n §øc", "Nguyễn Văn Đức", "tcvn3"),
        ("nguyÔn v¨n ®øc", "nguyễn văn đức", "tcvn3"),
        ("TrÇn ThÞ Hµ", "Trần Thị Hà", "tcvn3"),
        ("Tr\u00adêng TiÓu häc", "Trường Tiểu học", "tcvn3"),
        ("Céng hßa x· héi chñ nghÜa ViÖt Nam", "Cộng hòa xã hội chủ nghĩa Việt Nam", "tcvn3"),
        ("Th«n 3", "Thôn 3", "tcvn3"),
        ("NGUYÔN V¡N §øC", "NGUYỄN VĂN ĐỨC", "tcvn3"),
        ("Lª THÞ Hµ", "LÊ THỊ HÀ", "tcvn3"),
        ("Lª Hµ", "Lê Hà", "tcvn3"),
        ("Phan ¸i H¶i", "Phan Ái Hải", "tcvn3"),
        ("Êp B×nh Minh", "Ấp Bình Minh", "tcvn3"),
        ("Nguyeãn Vaên Ñöùc", "Nguyễn Văn Đức", "vni"),
        ("HOAØNG THÒ THÔM", "HOÀNG THỊ THƠM", "vni"),
        ("NguyêÞn Thiò", "Nguyễn Thị", "cp1258"),
        ("Nguyá»…n VÄƒn A", "Nguyễn Văn A", "mojibake"),
        ("HÃ  Nội".replace("ội", "á»™i"), "Hà Nội", "mojibake"),
        ("Ðỗ Văn Ðức", "Đỗ Văn Đức", "lookalike"),
        ("QÐ-UBND", "QĐ-UBND", "lookalike"),
        ("Nguуễn Vаn A", "Nguyễn Van A", "lookalike"),
        ("０９１２ ３４５", "0912 345", "wide"),
        (unicodedata.normalize("NFD", "Nguyễn Thị Hạnh"), "Nguyễn Thị Hạnh", "loose"),
        ("Nguyê\u0303n Thi\u0323", "Nguyễn Thị", "loose"),
    ],
)
def test_a_spoiled_text_is_read_as_it_was_meant(text: str, meant: str, kind: Kind) -> None:
    assert repair(text) == Repaired(meant, kind, "sure", text)


@pytest.mark.parametrize(
    "text",
    [
        "Y Bhăm Niê", "H'Hen Niê", "H’Bông", "K'Brêu", "Ma Văn Páo", "Lò Thị Phiêng", "Krông Pắc",
        "Đắk Lắk", "Rơ Châm H’Lơ", "Blô", "Ksor Ní", "Café Noël", "René Zoé", "José André",
        "Müller", "Zaïre, Haïti", "naïve", "Иванов", "Σωκράτης", "100 m²", "30°C", "5 × 3",
        "3m×4m", "§ 5", "§5", "5 µm", "µ", "Sony®", "© 2026", "1ª", "½ ngày", "±0,5", "Ø 16",
        "a@b.vn", "QĐ-UBND", "12/QĐ", "Tô Hà", "Hoàng", "Sè", "Thôm", "LÃ", "“Lã”", "Ừ", "",
        "\u00a0", "\u200b", "H\u00e0\u00a0Nam",
    ],
)  # fmt: skip
def test_what_was_meant_so_stays(text: str) -> None:
    assert repair(text) == Repaired(text, before=text)


def test_twenty_thousand_clean_cells_stay_untouched_at_the_first_look() -> None:
    rng = random.Random(11)
    people = names(14_000, seed=23)
    others = [f"{rng.choice(PLACES)} {rng.randrange(100)}" for _ in range(3_000)]
    codes = [f"999{rng.randrange(10**9):09d}" for _ in range(1_000)]
    mails = [f"ds{number}@xa-minhhoa.vn" for number in range(1_000)]
    shouted = [name.upper() for name in names(1_000, seed=31)]
    cells = people + others + codes + mails + shouted
    assert len(cells) >= 20_000
    assert [cell for cell in cells if is_suspect(cell)] == []
    assert [cell for cell in cells if repair(cell).changed] == []


def _rate(shown: list[str], font: str, hint: Kind = "") -> float:
    right = sum(
        (found := repair(text, font, hint)).text == meant and found.confidence == "sure"
        for text, meant in zip(shown, NAMES, strict=True)
    )
    return right / len(NAMES)


def test_names_in_tcvn3_are_read_by_their_font() -> None:
    assert _rate(tcvn3(NAMES), ".VnTime") >= 0.998
    assert _rate(tcvn3(NAMES), "", "tcvn3") >= 0.998


def test_names_in_a_font_of_capitals_are_in_capitals() -> None:
    small = tcvn3([name.lower() for name in NAMES])
    found = [repair(text, ".VnTimeH").text for text in small]
    meant = [name.upper() for name in NAMES]
    # A name without any mark has nothing to be repaired by.
    assert all(one == other or one.isascii() for one, other in zip(found, meant, strict=True))


def test_names_in_vni_are_read_by_their_font() -> None:
    assert _rate([vni(name) for name in NAMES], "VNI-Times") >= 0.998
    assert _rate([vni(name) for name in NAMES], "", "vni") >= 0.998


def test_names_in_windows_1258_are_put_together() -> None:
    shown = [raw.decode("cp1258") for raw in iconv(NAMES, "UTF-8", "CP1258")]
    assert _rate(shown, "") == 1.0
    western = [raw.decode("cp1252", "ignore") for raw in iconv(NAMES, "UTF-8", "CP1258")]
    assert _rate(western, "", "cp1258") >= 0.995


def test_tcvn3_that_a_vietnamese_windows_showed_is_read() -> None:
    shown = [text.encode("latin-1").decode("cp1258", "replace") for text in tcvn3(NAMES)]
    whole = [(text, name) for text, name in zip(shown, NAMES, strict=True) if "\ufffd" not in text]
    right = sum(repair(text, "", "tcvn3").text == name for text, name in whole)
    assert right >= 0.975 * len(whole)


def test_names_with_loose_marks_are_put_together() -> None:
    assert _rate([unicodedata.normalize("NFD", name) for name in NAMES], "") == 1.0


@pytest.mark.parametrize("times", [1, 2, 3])
@pytest.mark.parametrize("page", ["latin-1", "cp1252", "cp1258"])
def test_names_shown_in_the_wrong_code_page_are_read_again(page: str, times: int) -> None:
    right = wrong = 0
    for name in NAMES:
        shown = name
        try:
            for _ in range(times):
                shown = shown.encode().decode(page)
        except UnicodeDecodeError:
            continue  # this page has no sign for one of the bytes
        found = repair(shown).text
        right += found == name
        wrong += found != name
    assert right > 500
    assert wrong <= right * 0.005


def test_without_font_and_neighbours_a_name_is_seldom_read_wrong_and_never_without_a_word() -> None:
    wrong = asked = missed = 0
    for shown in (tcvn3(NAMES), [vni(name) for name in NAMES]):
        for text, name in zip(shown, NAMES, strict=True):
            found = repair(text)
            if found.text != name and found.confidence == "sure":
                wrong += found.changed
                missed += not found.changed
            asked += found.confidence == "unsure"
    assert wrong <= 10
    assert missed <= 100
    assert asked <= 1_000


def test_a_font_does_not_spoil_what_is_unicode_already() -> None:
    for text in ("Nguyễn Văn Đức", "Tổ trưởng", "Hà Nội", "Nam", "0912 345 678"):
        assert not repair(text, ".VnTime").changed
        assert not repair(text, "VNI-Times").changed
    assert repair("Sè 5", ".VnTime").text == "Số 5"
    assert repair("Hoàng", "VNI-Times").text == "Hồng"
    assert repair("Hoàng", "Times New Roman").text == "Hoàng"


def test_a_long_text_is_read_whole() -> None:
    meant = "Đã hướng dẫn 120 hộ trong thôn cài đặt và sử dụng dịch vụ công trực tuyến; " * 40
    for prefix in ("", "A" * 500 + " ", "abc " * 200):
        text = (prefix + meant).strip()
        shown = tcvn3([text])[0]
        assert repair(shown) == Repaired(text, "tcvn3", "sure", shown)
        assert repair(vni(text)).text == text
        broken = text.encode().decode("latin-1")
        assert repair(broken) == Repaired(text, "mojibake", "sure", broken)
        assert not repair(text).changed


def test_huge_texts_take_no_time_to_speak_of() -> None:
    started = time.process_time()
    for text in ("AÇ" * 15_000, "AÇÃ " * 10_000, "§" * 30_000, "Ã¡" * 15_000, "đ¨" * 15_000):
        repair(text)
        repair(text, ".VnTimeH", "tcvn3")
    assert time.process_time() - started < 5


def test_one_word_that_may_be_foreign_is_asked_about() -> None:
    assert repair("Loïc") == Repaired("Lọc", "vni", "unsure", "Loïc")
    assert repair("Loïc", hint="vni").confidence == "sure"


def test_fonts_are_known_by_the_beginning_of_their_names() -> None:
    for font in (".VnTime", ".VNTIMEH", " .VnArial Narrow"):
        assert font_kind(font) == "tcvn3"
    for font in ("VNI-Times", "vni-helve", "VNI Times"):
        assert font_kind(font) == "vni"
    for font in ("Times New Roman", "", "Vnexpress"):
        assert font_kind(font) == ""
    assert set(KIND_WORDS) >= ENCODINGS


@given(
    st.text(max_size=60) | st.text(alphabet="aeouyNn§®¸µÃáº»…\u0301\u00adøùñö ÐаÄ", max_size=20),
    st.sampled_from(["", ".VnTime", ".VnTimeH", "VNI-Times", "Arial"]),
    st.sampled_from(["", "tcvn3", "vni", "cp1258", "viscii", "mojibake"]),
)
def test_no_text_makes_it_stumble(text: str, font: str, hint: Kind) -> None:
    found = repair(text, font, hint)
    assert found.before == text
    if not found.kind:
        assert found.text == text
    else:
        assert unicodedata.is_normalized("NFC", found.text)


_SYLLABLES = st.sampled_from(sorted({word for name in names(3_000) for word in name.split()}))


@given(st.lists(_SYLLABLES, max_size=8).map(" ".join), st.booleans())
def test_any_vietnamese_words_stay(text: str, shout: bool) -> None:
    text = text.upper() if shout else text
    assert repair(text) == Repaired(text, before=text)
