"""The shipped rule packs and the way they are read."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from itertools import combinations
from pathlib import Path

import pytest

from thiduaqt.catalog.faults import BadPack
from thiduaqt.catalog.loader import FAMILIES, RulePack, load_rulebook, read_rule_pack, rule_packs
from thiduaqt.domain.eligibility import RULES
from thiduaqt.domain.kinds import AwardKind, Dated, VoteRule, rule_key
from thiduaqt.domain.plan import Source

DAY = dt.date(2026, 12, 10)


def _packs() -> list[RulePack]:
    national, provinces = rule_packs()
    return [national, *provinces.values()]


def _rules() -> list[tuple[str, Dated]]:
    return [(name, rule) for pack in _packs() for name in FAMILIES for rule in getattr(pack, name)]


def _sources(rule: Dated) -> list[Source]:
    found = [rule.source]
    if isinstance(rule, VoteRule):
        found += [source for _, source in rule.parts]
    if isinstance(rule, AwardKind):
        found += [paper.source for paper in rule.papers]
    return found


def test_every_family_has_entries() -> None:
    named = {name for name, _ in _rules()}
    assert named == set(FAMILIES)


def test_every_entry_has_a_source() -> None:
    for _, rule in _rules():
        assert all(source.text for source in _sources(rule)), rule


def test_no_two_spans_of_one_rule_overlap() -> None:
    for pack in _packs():
        for name in FAMILIES:
            for one, other in combinations(getattr(pack, name), 2):
                if rule_key(one) == rule_key(other):
                    ends = [rule.valid_to or "9999" for rule in (one, other)]
                    assert ends[0] < other.valid_from or ends[1] < one.valid_from, (one, other)


def test_what_is_not_confirmed_is_a_suggestion_and_is_flagged() -> None:
    flagged_sources = {
        doubt.source
        for day in (dt.date(2024, 1, 1), dt.date(2026, 9, 30), DAY)
        for province in ("Bắc Ninh", "Thái Nguyên")
        for doubt in load_rulebook(day, province).needs_check()
    }
    unsure = {
        source
        for _, rule in _rules()
        for source in _sources(rule)
        if source.confidence in ("L", "R")
    }
    assert len(unsure) > 8
    assert all(source.tag == "suggestion" for source in unsure)
    assert unsure <= flagged_sources


def test_who_decides_what() -> None:
    book = load_rulebook(DAY, "Thái Nguyên")
    by_level = {
        level: {kind.code for kind in book.award_kinds(level=level)}
        for level in ("commune", "province", "state")
    }
    assert by_level["commune"] == {
        "certificate_of_merit",
        "advanced_laborer",
        "advanced_collective",
        "grassroots_emulation_fighter",
        "cultural_village",
        "cultural_family",
    }
    assert {"diploma_of_merit", "emulation_flag", "excellent_collective"} <= by_level["province"]
    certificate = book.award("certificate_of_merit")
    assert certificate.named("xã Cao Minh", "tỉnh Thái Nguyên") == (
        "Giấy khen của Chủ tịch Ủy ban nhân dân xã Cao Minh"
    )
    assert certificate.recipient_kinds == ("collective", "household", "individual")
    ranks = [kind.rank for kind in book.award_kinds()]
    assert ranks == sorted(set(ranks))


def test_the_commune_gained_titles_in_july_2025() -> None:
    before = load_rulebook(dt.date(2025, 6, 30), "Thái Nguyên")
    codes = {kind.code for kind in before.award_kinds(level="commune")}
    assert codes == {"certificate_of_merit", "advanced_laborer", "cultural_family"}


def test_the_thematic_type_exists_from_october_2026() -> None:
    for day, known in ((dt.date(2026, 9, 30), False), (dt.date(2026, 10, 1), True)):
        book = load_rulebook(day, "")
        types = {rule.code for rule in book.types_for(book.award("certificate_of_merit"))}
        assert ("thematic" in types) is known
        assert "movement_thematic" in types
    merit = {rule.code: rule.backs_merit for rule in book.award_types}
    assert merit == {
        "movement_thematic": False,
        "thematic": False,
        "irregular": False,
        "merit": True,
    }


def test_base_salaries() -> None:
    book = load_rulebook(DAY, "")
    asked = {
        "2023-07-01": 1_800_000,
        "2024-06-30": 1_800_000,
        "2024-07-01": 2_340_000,
        "2026-06-30": 2_340_000,
        "2026-07-01": 2_530_000,
        "2026-12-10": 2_530_000,
    }
    for day, amount in asked.items():
        salary = book.base_salary(dt.date.fromisoformat(day))
        assert salary is not None
        assert salary.amount == amount


def test_bases_of_a_decision_on_giay_khen() -> None:
    printed = [
        rule.text for rule in load_rulebook(DAY, "Bắc Ninh").bases_for("certificate_of_merit")
    ]
    assert printed[:3] == [
        "Luật Tổ chức chính quyền địa phương",
        "Luật Thi đua, khen thưởng",
        "Luật sửa đổi, bổ sung một số điều của Luật Thi đua, khen thưởng",
    ]
    assert printed[3].startswith(
        "Nghị định số 152/2025/NĐ-CP ngày 14 tháng 6 năm 2025 của Chính phủ"
    )
    assert printed[4].startswith(
        "Thông tư số 15/2025/TT-BNV ngày 04 tháng 8 năm 2025 của Bộ trưởng"
    )
    assert printed[5].startswith("Quyết định số 86/2025/QĐ-UBND ngày 03 tháng 12 năm 2025")
    assert len(printed) == 6
    assert not any(text.endswith((";", ".", ",")) for text in printed)


def test_bases_follow_the_day_and_the_award() -> None:
    def codes(day: dt.date, award: str) -> list[str]:
        return [rule.code for rule in load_rulebook(day, "Thái Nguyên").bases_for(award)]

    assert "emulation_law_2026" not in codes(dt.date(2026, 9, 30), "certificate_of_merit")
    assert "emulation_law_2026" in codes(dt.date(2026, 10, 1), "certificate_of_merit")
    assert "decree_152_2025" in codes(dt.date(2027, 2, 28), "certificate_of_merit")
    assert "decree_152_2025" not in codes(dt.date(2027, 3, 1), "certificate_of_merit")
    assert "decree_129_2025" in codes(DAY, "advanced_laborer")
    assert "decree_129_2025" not in codes(DAY, "certificate_of_merit")


@pytest.mark.parametrize(
    ("line", "since", "instead"),
    [
        ("Nghị định số 98/2023/NĐ-CP ngày 31/12/2023 của Chính phủ", "01/07/2025", "152/2025"),
        ("Nghị định 98/2023 của Chính phủ;", "01/07/2025", "152/2025"),
        ("Căn cứ Nghị định số 28/2024/NĐ-CP", "01/07/2025", "152/2025"),
        ("Căn cứ Nghị định số 91/2017/NĐ-CP", "", "152/2025"),
        ("Căn cứ Thông tư số 01/2024/TT-BNV", "05/08/2025", "15/2025"),
        ("Thông tư số 12/2019/TT-BNV ngày 04/11/2019", "", "15/2025"),
        ("Nghị định số 13/2023/NĐ-CP", "01/01/2026", "356/2025"),
        ("Nghị định số 73/2024/NĐ-CP", "01/07/2026", "161/2026"),
        ("Luật Thi đua, Khen thưởng ngày 26 tháng 11 năm 2003", "01/01/2024", "năm 2022"),
        ("Luật sửa đổi một số điều của Luật Thi đua, khen thưởng năm 2013", "01/01/2024", "2022"),
    ],
)
def test_expired_bases_are_pointed_out(line: str, since: str, instead: str) -> None:
    warning = load_rulebook(DAY, "Bắc Ninh").expired_basis(line)
    assert warning is not None
    assert since in warning.sentence
    assert instead in warning.sentence


def test_bases_in_force_are_left_alone() -> None:
    book = load_rulebook(DAY, "Bắc Ninh")
    for rule in book.bases_for("advanced_laborer"):
        assert book.expired_basis(rule.line + ";") is None
    printed = [rule.line for rule in book.bases_for("certificate_of_merit")]
    assert book.missing_bases(printed, "certificate_of_merit") == ()
    for left_out in printed:
        others = [line for line in printed if line != left_out]
        missing = book.missing_bases(others, "certificate_of_merit")
        assert [rule.line for rule in missing] == [left_out]
    assert book.expired_basis("Căn cứ Kế hoạch số 17/KH-UBND ngày 11/8/2025") is None


def test_the_vote_has_a_source_or_is_a_suggestion() -> None:
    national = load_rulebook(DAY, "Thái Nguyên").vote_rule()
    assert national is not None
    assert {part for part, _ in national.unsure_parts} == {
        "quorum", "pass_fraction", "denominator", "form"
    }  # fmt: skip
    own = load_rulebook(DAY, "tỉnh Bắc Ninh").vote_rule()
    assert own is not None
    assert (own.pass_operator, own.pass_fraction, own.pass_source.confidence) == (">", "1/2", "H")
    upper = load_rulebook(DAY, "Bắc Ninh").vote_rule("province")
    assert upper is not None
    assert (upper.quorum, upper.pass_operator, upper.pass_fraction) == ("2/3", ">=", "4/5")
    assert upper.denominator == "total"


def test_bac_ninh_before_its_regulation() -> None:
    book = load_rulebook(dt.date(2025, 12, 14), "Bắc Ninh")
    vote = book.vote_rule()
    assert vote is not None
    assert vote.pack == "national"
    assert book.standards_for("certificate_of_merit", "individual") == ()
    assert (
        len(load_rulebook(DAY, "Bắc Ninh").standards_for("certificate_of_merit", "individual")) == 3
    )


def test_time_limits_of_bac_ninh() -> None:
    limits = {rule.code: rule for rule in load_rulebook(DAY, "Bắc Ninh").time_limits()}
    assert (limits["year_end"].month_day, limits["year_end"].exclusive) == ("12-10", True)
    assert limits["year_end_education"].month_day == "07-10"
    assert limits["conference"].days_before == 10
    assert "year_end" not in {rule.code for rule in load_rulebook(DAY, "Huế").time_limits()}


def test_ties_forms_and_steps() -> None:
    book = load_rulebook(DAY, "")
    tie = book.tie_rule()
    assert tie is not None
    assert (tie.prefer_women, tie.female_percent) == (True, 70)
    assert "khoản 6 Điều 4" in tie.source.text
    thematic = book.form("report_thematic")
    assert thematic is not None
    assert thematic.number == "Mẫu 08"
    assert len({form.number for form in book.forms}) == len(book.forms) == 13
    assert [step.days for step in book.season_steps()] == [-45, -30, -21, -14, -10, -5, 0, 10]
    assert all(step.source.tag == "suggestion" for step in book.season_steps())


def test_the_sentences_the_checks_need() -> None:
    for day in (DAY, dt.date(2028, 1, 1)):
        later = load_rulebook(day, "")
        assert all(later.sentence(code).endswith(".") for code in RULES)
    book = load_rulebook(DAY, "")
    rule = book.eligibility_rule("same_achievement_twice")
    assert "điểm c khoản 2 Điều 5" in rule.source.text
    assert rule.weight == "block"
    assert (
        "khoản 4 Điều 4"
        in load_rulebook(DAY, "").eligibility_rule("standing_discipline").source.text
    )


def test_the_old_rate_is_known() -> None:
    book = load_rulebook(DAY, "")
    old = book.outdated_multiple("certificate_of_merit", "individual", Decimal("0.15"))
    assert old is not None
    assert "91/2017" in old.source.text


HEAD = """
[pack]
code = "mau"
name = "Gói mẫu"
province = "Mẫu"
checked = "2026-11-20"
"""
SALARY = """
[[base_salaries]]
amount = 1
valid_from = "{}"
valid_to = "{}"
source = {{ tag = "{}", text = "{}", confidence = "{}" }}
"""
UNKNOWN_AWARD = """
[[rates]]
award = "la"
recipient_kind = "individual"
multiple = "1"
valid_from = "2025-01-01"
source = { tag = "law", text = "x" }
"""
GOOD = SALARY.format("2025-01-01", "2025-12-31", "law", "NĐ mẫu", "H")


def _read(tmp_path: Path, text: str) -> RulePack:
    path = tmp_path / "province_mau.toml"
    path.write_text(text, encoding="utf-8")
    return read_rule_pack(path)


def test_a_small_pack_is_read_and_knows_its_name(tmp_path: Path) -> None:
    pack = _read(tmp_path, HEAD + GOOD)
    assert pack.base_salaries[0].pack == "mau"


@pytest.mark.parametrize(
    ("text", "key", "reason"),
    [
        (SALARY.format("2025", "", "law", "x", "H"), "valid_from", "phải là ngày"),
        (SALARY.format("2025-01-01", "mai", "law", "x", "H"), "valid_to", "phải là ngày"),
        (SALARY.format("2025-01-01", "2024-01-01", "law", "x", "H"), "valid_to", "sớm hơn"),
        (SALARY.format("2025-01-01", "", "law", "", "H"), "source", "phải nêu nguồn"),
        (SALARY.format("2025-01-01", "", "law", "x", "R"), "source", "chỉ được là gợi ý"),
        (SALARY.format("2025-12-31", "", "law", "x", "H"), "valid_to", "chồng lên nhau"),
        (UNKNOWN_AWARD, "award", "“la”"),
        ("[[salaries]]\namount = 1", "salaries", "không có trong mẫu"),
    ],
)  # fmt: skip
def test_a_bad_pack_is_refused(tmp_path: Path, text: str, key: str, reason: str) -> None:
    with pytest.raises(BadPack) as caught:
        _read(tmp_path, HEAD + GOOD + text)
    assert caught.value.file == "province_mau.toml"
    assert caught.value.key == key
    assert reason in caught.value.reason


@pytest.mark.parametrize("text", ["", 'pack = "mau"', "pack = 1", "awards = 3"])
def test_a_pack_without_a_head_is_refused(tmp_path: Path, text: str) -> None:
    with pytest.raises(BadPack):
        _read(tmp_path, text)
