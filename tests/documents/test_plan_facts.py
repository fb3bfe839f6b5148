"""Each shipped plan printed to PDF says everything the real plan says, and none of its slips.

The facts were read from the real plans by hand, not from the packs. The way to paper is proved in
two steps: every line of the plan stands whole on its pages, and the lines together hold all facts.
"""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from tests.documents.plan_printing import lost_lines, pages_of
from tests.plan_facts import CODES, accidents_left, facts, missing
from tests.plan_numbers import missing_numbers
from thiduaqt.catalog.loader import load_rulebook
from thiduaqt.catalog.packs import load_pack
from thiduaqt.domain.plan import PlanDocument
from thiduaqt.domain.plan_text import ComposedPlan, PlanWords, compose, lines_of

pytestmark = [pytest.mark.office, pytest.mark.slow]


def words_for(document: PlanDocument) -> PlanWords:
    province = document.province
    bare = province.removeprefix("tỉnh ").removeprefix("thành phố ")
    commune = document.commune or "cấp xã"
    kinds = load_rulebook(dt.date(2026, 11, 20), bare).award_kinds()
    village = "tổ dân phố" if commune.startswith("phường") else "thôn"
    return PlanWords(
        awards={kind.code: kind.named(commune, province) for kind in kinds}, village=village
    )


@pytest.fixture(scope="module")
def plans() -> dict[str, ComposedPlan]:
    packs = {code: load_pack(code) for code in CODES}
    return {
        code: compose(pack.document, pack.movements, words_for(pack.document))
        for code, pack in packs.items()
    }


@pytest.fixture(scope="module")
def pages(
    plans: dict[str, ComposedPlan], tmp_path_factory: pytest.TempPathFactory
) -> dict[str, list[str]]:
    return pages_of(plans, Path(tmp_path_factory.mktemp("plans")))


@pytest.mark.parametrize("code", CODES)
def test_every_line_of_the_plan_arrives_on_paper(
    code: str, plans: dict[str, ComposedPlan], pages: dict[str, list[str]]
) -> None:
    assert not lost_lines(plans[code], pages[code])


@pytest.mark.parametrize("code", CODES)
def test_no_fact_of_the_real_plan_is_missing(code: str, plans: dict[str, ComposedPlan]) -> None:
    printed = "\n".join(line.text for line in lines_of(plans[code]))
    lost = missing(facts(code), printed)
    assert not lost, "\n".join(str(item) for item in lost)


@pytest.mark.parametrize("code", CODES)
def test_no_slip_of_the_real_plan_is_printed_again(
    code: str, plans: dict[str, ComposedPlan]
) -> None:
    printed = "\n".join(line.text for line in lines_of(plans[code]))
    assert not accidents_left(facts(code), printed)


@pytest.mark.parametrize("code", CODES)
def test_everything_the_pack_holds_has_its_place(code: str, plans: dict[str, ComposedPlan]) -> None:
    assert not plans[code].unprinted


@pytest.mark.parametrize("code", CODES)
def test_every_number_of_the_pack_is_printed(code: str, plans: dict[str, ComposedPlan]) -> None:
    pack = load_pack(code)
    assert not missing_numbers(plans[code], pack.document, *pack.movements)
