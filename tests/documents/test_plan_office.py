"""Plans opened by LibreOffice and printed to PDF: every line arrives, no page is empty."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest

from tests import plans_invented
from tests.documents.plan_printing import lost_lines, pages_of
from thiduaqt.domain.plan_text import ComposedPlan, PlanWords, compose

pytestmark = [pytest.mark.office, pytest.mark.slow]

MAKERS = {
    "scored": plans_invented.scored_plan,
    "twin": plans_invented.twin_plan,
    "decision": plans_invented.decision,
    "letter": plans_invented.letter,
    "guide": plans_invented.guide,
}


@pytest.fixture
def plans() -> dict[str, ComposedPlan]:
    awards = {
        "emulation_flag": "Cờ thi đua của Ủy ban nhân dân tỉnh Minh Họa",
        "diploma_of_merit": "Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh Minh Họa",
        "certificate_of_merit": "Giấy khen của Chủ tịch Ủy ban nhân dân xã Minh Họa",
    }
    packs = {name: make() for name, make in MAKERS.items()}
    return {
        name: compose(pack.document, pack.movements, PlanWords(awards=awards))
        for name, pack in packs.items()
    }


def test_every_line_arrives_on_paper(plans: dict[str, ComposedPlan], tmp_path: Path) -> None:
    pages = pages_of(plans, tmp_path)
    for name, plan in plans.items():
        whole = "\n".join(pages[name])
        assert whole == unicodedata.normalize("NFC", whole), name
        # Addressees stand on lines of their own on paper.
        lost = [line for line in lost_lines(plan, pages[name]) if "Kính gửi" not in line]
        assert not lost, (name, lost)
        assert all(page.strip() for page in pages[name]), f"{name} has an empty page"
        assert pages[name][1].split()[0] == "2", name
    # 115 points in two tables, eleven quotas and four milestones fit seven pages.
    assert 6 <= len(pages["scored"]) <= 8
