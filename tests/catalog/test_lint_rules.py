"""The rules of the checks: complete, with sources, and read strictly."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from thiduaqt import paths
from thiduaqt.catalog import communes
from thiduaqt.catalog.faults import BadPack
from thiduaqt.catalog.lint_rules import lint_rules, read_lint_rules

FILE = paths.resources() / "catalog" / "lint.toml"
CODE = Path(__file__).resolve().parents[2] / "thiduaqt" / "domain" / "lint"


def test_every_code_in_the_checks_has_a_rule_and_the_other_way_round() -> None:
    text = "".join(path.read_text(encoding="utf-8") for path in CODE.glob("*.py"))
    used = set(re.findall(r'"((?:[A-Z]+_)+[A-Z]+)"', text))
    used -= {"FILE_TOO_LONG"}
    for family in ("CHAPTER", "SECTION", "LETTER"):
        used |= {f"{family}_GAP", f"{family}_TWICE"}
    assert used == set(lint_rules().by_code)


def test_every_rule_names_its_source() -> None:
    rules = lint_rules()
    for rule in (*rules.checks, *rules.layouts, *rules.unit_words, *rules.gone):
        assert rule.source.text


def test_former_provinces_are_those_of_2025() -> None:
    today = {province.name: province.full_name for province in communes.provinces()}
    former = lint_rules().former_provinces
    assert len(former) + len(today) == 63
    assert len({rule.name for rule in former}) == len(former)
    assert not {rule.name for rule in former} & set(today)
    now = {rule.now[0].lower() + rule.now[1:] for rule in former}
    assert now <= set(today.values())


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ('code = "PLACE_FORMER"', 'code = "PLACE_PROVINCE"', "hai lần"),
        ("top = [20, 25]", "top = [25, 20]", "nhỏ trước lớn sau"),
        ("top = [20, 25]", "top = [20]", "nhỏ trước lớn sau"),
        ('gone_from = "2025-07-01"', 'gone_from = "01/7/2025"', "ngày viết như"),
        ('severity = "note"', 'severity = "loud"', "một trong"),
        ('source = { tag = "law"', 'sauce = { tag = "law"', "khóa"),
        ('text = "Lịch", confidence = "H"', 'text = "Lịch", confidence = "Z"', "một trong"),
        (
            'tag = "law", text = "NQ 202',
            'tag = "law", text = " NQ 202',
            "khoảng trắng",
        ),
        (
            '{ tag = "law", text = "Văn bản thay thế", confidence = "H" }',
            '{ tag = "law", text = "Văn bản thay thế", confidence = "R" }',
            "gợi ý",
        ),
    ],
)
def test_a_bad_file_is_named_with_place_and_reason(
    tmp_path: Path, old: str, new: str, words: str
) -> None:
    text = FILE.read_text(encoding="utf-8")
    assert old in text
    path = tmp_path / "lint.toml"
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(BadPack) as refused:
        read_lint_rules(path)
    assert words in refused.value.text
    assert "lint.toml" in refused.value.text
