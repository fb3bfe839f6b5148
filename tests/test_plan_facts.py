"""The facts of the five real plans are well formed, and comparing is neither blind nor fussy."""

from __future__ import annotations

import re

import pytest

from tests import plan_facts
from tests.plan_facts import BadFacts, Facts, facts, missing, plain

SMALL = """
code = "thu"
plan = "Kế hoạch thử"
families = [["Bằng khen", "Giấy khen"]]
quotas = [
    { id = "q1", place = "IV", award = "Giấy khen", occasion = "yearly", recipient = "individual", maximum = 5, under = ["Giấy khen"], texts = ["5 cá nhân"] },
]
groups = [{ id = "nhom", place = "III", name = "Nhóm", points = 1, texts = ["Nhóm"] }]
criteria = [{ id = "k1", group = "nhom", place = "III", after = "Nhóm", reach = 40, texts = ["đoàn kết"] }]
accidents = [{ id = "e1", place = "II", text = "Tây Ninh", why = "another province", gone = ["Tây Ninh"], mended = ["Đồng Nai"] }]
"""  # noqa: E501 - rows as they stand in the files


def small(old: str = "", new: str = "") -> Facts:
    assert old in SMALL
    return plan_facts.read(SMALL.replace(old, new, 1) if old else SMALL, "thu.toml")


def names(found: list[plan_facts.Missing]) -> list[str]:
    return [item.fact.id for item in found]


# --- the files ---------------------------------------------------------------------------------


def test_there_is_a_file_for_each_plan_and_no_other() -> None:
    assert sorted(plan_facts.CODES) == sorted(f.stem for f in plan_facts.FOLDER.glob("*.toml"))
    assert all(facts(code).code == code for code in plan_facts.CODES)


@pytest.mark.parametrize(
    ("code", "kind", "count"),
    [
        ("dong_phu_2026", "documents", 8),
        ("bac_ninh_2025", "documents", 4),
        ("nghia_trung_2026", "documents", 10),
        ("cao_minh_2026", "documents", 8),
        ("nam_dong_2025", "documents", 8),
        ("cao_minh_2026", "quotas", 13),
        ("bac_ninh_2025", "recipients", 10),
        ("nghia_trung_2026", "units", 6),
    ],
)
def test_what_was_counted_by_eye(code: str, kind: str, count: int) -> None:
    assert len(facts(code).of(kind)) == count


@pytest.mark.parametrize(("code", "count"), [("bac_ninh_2025", 19), ("nam_dong_2025", 10)])
def test_the_targets_with_figures_are_all_there(code: str, count: int) -> None:
    rows = [fact.data for fact in facts(code).of("targets") if fact.data["number"]]
    assert sorted({row["number"] for row in rows}) == list(range(1, count + 1))
    assert all(row["value"] and row["operator"] in {"=", "≥", ">"} for row in rows)


# --- comparing ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ngày 01 tháng 4 năm 2025", "ngày 01/4/2025"),
        ("22\ntháng 12\nnăm 2024", "22/12/2024"),
        ("tháng 12 năm 2030", "tháng 12/2030"),
        ("ngày      tháng 5 năm 2026", "ngày … tháng 5 năm 2026"),
        ("Số:        /KH-UBND", "Số: ……/KH-UBND"),
        ("2026 – 2030", "2026-2030"),
        ("từ 2026 - 2027", "từ 2026 đến năm 2027"),
        ("Văn hóa – Xã hội", "Văn hoá-Xã hội"),
        ("57-\n\nNQ/TW", "57-NQ/TW"),
        ("80 %", "80%"),
        ("0.75", "0,75"),
        (">= 5", "≥ 5"),
        ("Tối đa 02 cờ", "tối đa 2 cờ"),
        ("Ủy ban nhân dân xã", "UBND xã"),
        ("Uỷ ban Mặt trận Tổ quốc Việt Nam xã", "Ủy ban MTTQ xã"),
        ("Hội đồng Thi đua - Khen thưởng", "Hội đồng TĐKT"),
        ("hàng năm", "hằng năm"),
        ("*“Bình dân học vụ số”*", '"Bình dân học vụ số"'),
        ("Bộ Chính trị¹", "Bộ Chính trị"),
        ("khoa ho\u0323c", "khoa học"),
    ],
)
def test_what_only_looks_different_is_the_same(one: str, other: str) -> None:
    assert plain(one) == plain(other)


@pytest.mark.parametrize(
    ("wanted", "text"),
    [
        ("5 cá nhân", "15 cá nhân"),
        ("0,7", "0,75"),
        ("80%", "180%"),
        ("80%", "0,80%"),
        ("01/4/2025", "11/4/2025"),
        ("01/4/2025", "01/4/20251"),
        ("57-NQ/TW", "157-NQ/TW"),
        ("57-NQ/TW", "57-NQ/TWX"),
        ("02/4/2025", "02/5/2025"),
        ("Ma Văn Tuấn", "Ma Văn Tuân"),
        ("2026", "2,2026"),
        ("“học tập số”", "học tập số"),
    ],
)
def test_what_is_different_is_not_taken_for_the_same(wanted: str, text: str) -> None:
    assert not plan_facts.spans_of(plain(text), wanted)


def test_a_number_counts_under_its_own_award_only() -> None:
    wanted = small()
    good = "Nhóm đoàn kết\nBằng khen\n7 cá nhân\nGiấy khen\n5 cá nhân"
    assert names(missing(wanted, good)) == []
    swapped = "Nhóm đoàn kết\nBằng khen\n5 cá nhân\nGiấy khen\n7 cá nhân"
    assert names(missing(wanted, swapped)) == ["q1"]


def test_words_behind_another_heading_do_not_count() -> None:
    text = "Giấy khen: 5 cá nhân\nđoàn kết\nNhóm\n"
    assert names(missing(small(), text)) == ["k1"]
    assert names(missing(small(), text + "đoàn kết")) == []
    assert names(missing(small(), text + "x " * 30 + "đoàn kết")) == ["k1"]


def test_words_of_one_target_stand_in_one_line() -> None:
    how = 'same_line = true, texts = ["đoàn kết", "100%"]'
    wanted = small('after = "Nhóm", reach = 40, texts = ["đoàn kết"]', how)
    head = "Nhóm\nGiấy khen 5 cá nhân\n"
    assert names(missing(wanted, head + "100% đoàn kết")) == []
    assert names(missing(wanted, head + "đoàn kết\t100%")) == []
    assert names(missing(wanted, head + "đoàn kết\n100%")) == ["k1"]
    assert names(missing(wanted, head + "đoàn kết; 100%")) == ["k1"]


def test_words_told_to_stand_together_stand_together() -> None:
    how = 'together = 30, texts = ["đoàn kết", "gương mẫu"]'
    wanted = small('after = "Nhóm", reach = 40, texts = ["đoàn kết"]', how)
    head = "Nhóm\nGiấy khen 5 cá nhân\n"
    assert names(missing(wanted, head + "gương mẫu, đoàn kết")) == []
    far = missing(wanted, head + "gương mẫu" + " x" * 20 + " đoàn kết")
    assert [str(x) for x in far] == ["criteria k1 (III): “đoàn kết”, “gương mẫu”"]


def test_slips_are_told_while_they_stand_in_the_text() -> None:
    assert plan_facts.accidents_left(small(), "ở Đồng Nai") == []
    assert plan_facts.accidents_left(small(), "Tây Ninh") == [
        "e1: still “Tây Ninh”",
        "e1: no “Đồng Nai”",
    ]


# --- the shape ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ('plan = "Kế hoạch thử"', "", "plan is missing"),
        ("groups = [", "nhom = [", "unknown key ['nhom']"),
        ('id = "q1", ', "", "quotas ?: id is missing"),
        ('award = "Giấy khen", ', "", "quotas q1: award is missing"),
        ("maximum = 5", 'maximum = "5"', "quotas q1: maximum is not of type int"),
        ("maximum = 5", "maximum = 5, most = 5", "quotas q1: unknown key most"),
        ("maximum = 5", "maximum = true", "maximum is not of type int"),
        ('["5 cá nhân"]', "[]", "texts is empty"),
        ('["5 cá nhân"]', '[""]', "texts holds something empty"),
        ('under = ["Giấy khen"]', 'under = ["Cờ"]', "outside the families"),
        ('place = "IV"', 'place = "IV "', "outer spaces"),
        ('place = "IV"', 'place = "cu\u0323"', "not NFC"),
        ("points = 1", "points = 2", "2 points told, 1 criteria listed"),
        ('group = "nhom"', 'group = "khac"', "1 points told, 0 criteria"),
        ('id = "k1"', 'id = "q1"', "the same id twice: ['q1']"),
        ('why = "another province", ', "", "accidents e1: why is missing"),
    ],
)
def test_a_misshapen_file_is_refused_with_its_place(old: str, new: str, told: str) -> None:
    with pytest.raises(BadFacts, match=re.escape(told)):
        small(old, new)


UNIT = '{ id = "v1", place = "V", texts = ["a"], unit = "u9" }'
DATE = '{ id = "t1", place = "V", texts = ["a"], wording = "sau", precision = "soon" }'
TARGET = (
    '{ id = "g1", place = "V", texts = ["a"], number = 1, operator = "~", value = "1", unit = "%" }'
)


@pytest.mark.parametrize(
    ("kind", "row", "told"),
    [
        ("duties", UNIT, "unknown unit"),
        ("dates", DATE, "unknown precision"),
        ("targets", TARGET, "unknown operator"),
    ],
)
def test_words_from_a_closed_list_are_checked(kind: str, row: str, told: str) -> None:
    with pytest.raises(BadFacts, match=told):
        small("groups = [", f"{kind} = [{row}]\ngroups = [")
