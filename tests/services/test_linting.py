"""The checks as a service: whose document it is, texts at hand, Word files of ours."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from tests.domain.lint.cases import BASES, CAO_MINH, END, HEAD
from tests.lint_plans import clean
from tests.lint_word import word_file
from thiduaqt.domain.errors import NotFound
from thiduaqt.domain.lint.text import PlanText
from thiduaqt.services.linting import lint_file, lint_text, owner_named, owner_of

PLANS = Path(__file__).resolve().parents[1] / "data" / "plans"
TODAY = dt.date(2026, 11, 20)


def test_clean_plans_written_by_hand_raise_nothing() -> None:
    for path in sorted(PLANS.glob("clean_*.txt")):
        found = lint_file(path, today=TODAY).findings
        assert not found, (path.name, [(f.code, f.message) for f in found])


def test_a_commune_the_table_does_not_know_is_taken_from_the_document() -> None:
    report = lint_file(PLANS / "clean_xa.txt", today=TODAY)
    assert report.owner.full_name == "xã Thanh Vân Hạ, tỉnh Thái Nguyên"


def test_a_text_at_hand_needs_no_file() -> None:
    plan = PlanText.of([*HEAD, *BASES, "Phấn đấu để Tây Ninh đi đầu.", *END])
    report = lint_text(plan, owner=CAO_MINH, today=TODAY)
    assert [finding.code for finding in report.findings] == ["PLACE_PROVINCE"]
    assert report.as_document()["findings"][0]["place"]["paragraph"] == len(HEAD) + len(BASES) + 1


def test_no_owner_at_all_is_said() -> None:
    report = lint_text(PlanText.of(["Một câu về Tây Ninh."]), today=TODAY)
    assert [finding.code for finding in report.findings] == ["OWNER_UNKNOWN"]


def test_the_plans_day_decides_which_bases_hold() -> None:
    day = "Cao Minh, ngày 05 tháng 3 năm 2026"
    later = [line.replace(day, "Cao Minh, ngày 05 tháng 3 năm 2027") for line in HEAD]
    plan = PlanText.of([*later, *BASES, *END])
    codes = [finding.code for finding in lint_text(plan, owner=CAO_MINH, today=TODAY).findings]
    assert "BASIS_EXPIRED" in codes  # Decree 152 ends on 01/03/2027


def test_a_plan_without_a_day_is_judged_by_today() -> None:
    head = [line for line in HEAD if "ngày" not in line]
    plan = PlanText.of([*head, "Căn cứ Nghị định số 73/2024/NĐ-CP;", *END])
    for today, expired in ((dt.date(2026, 6, 30), False), (dt.date(2026, 7, 1), True)):
        codes = [f.code for f in lint_text(plan, owner=CAO_MINH, today=today).findings]
        assert ("BASIS_EXPIRED" in codes) is expired


def test_word_files_of_the_office_raise_nothing(tmp_path: Path) -> None:
    path = tmp_path / "kế hoạch.docx"
    path.write_bytes(word_file(clean(3)))
    assert lint_file(path, today=TODAY).findings == ()


@pytest.mark.parametrize("commune", ["Nam Đồng", "Không Có"])
def test_a_name_that_is_not_one_commune_is_refused(commune: str) -> None:
    with pytest.raises(NotFound):
        owner_named(commune, None)


def test_owners_by_name() -> None:
    assert owner_named(None, None) is None
    ward = owner_named("phường Nam Đồng", "hai phong")
    assert ward is not None
    assert ward.full_name == "phường Nam Đồng, thành phố Hải Phòng"
    province = owner_named(None, "tỉnh Bắc Ninh")
    assert province is not None
    assert (province.level, province.full_name) == ("province", "tỉnh Bắc Ninh")


def test_an_office_that_no_table_knows_owns_its_plan_all_the_same() -> None:
    known = owner_of("xã Cao Minh", "tỉnh Thái Nguyên")
    assert known == CAO_MINH
    new = owner_of("phường Tân Lập Mới", "thành phố Hải Phòng")
    assert new.full_name == "phường Tân Lập Mới, thành phố Hải Phòng"


def test_pieces_of_a_very_long_paragraph_share_its_number() -> None:
    plan = PlanText.of(["KẾ HOẠCH", "thi đua " * 1000, "Phấn đấu để Tây Ninh đi đầu."])
    assert len(plan.paragraphs) > 3
    assert {len(item.text) <= 3000 for item in plan.paragraphs} == {True}
    found = [f for f in lint_text(plan, owner=CAO_MINH, today=TODAY).findings if "Tây" in f.message]
    assert found[0].place.paragraph == 3
