"""A plan of 115 points is set up in the window from nothing, printed, and taken back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.documents.plan_printing import pages_of_file, squeezed
from tests.journeys.before_council import first_run
from tests.journeys.movement_compare import differences
from tests.journeys.movement_criteria import criteria
from tests.journeys.movement_dates import dates, outline, quotas
from tests.journeys.movement_general import begin, general
from tests.journeys.movement_steps import PlanHands
from tests.journeys.movement_targets import targets
from tests.plans_invented import DOCUMENT
from thiduaqt.services.plan_review import Reviewed
from thiduaqt.ui.app import Application
from thiduaqt.ui.memory import Memory

OURS = replace(
    DOCUMENT,
    place="Cao Minh",
    commune="xã Cao Minh",
    province="tỉnh Thái Nguyên",
    issuers=("Ủy ban nhân dân xã Cao Minh",),
)
PRINTED = (
    # groups, leagues, registration
    "a) Bảng A: gồm các thôn, thuộc Cụm Đông, Cụm Tây, áp dụng tiêu chí: Các thôn",
    "b) Bảng B: gồm các trường học, đơn vị sự nghiệp",
    "Cá nhân, hộ gia đình",
    "chậm nhất ngày 28/02/2026",
    "chỉ tiêu phấn đấu, phần việc số đảm nhận",
    # criteria, by every way of scoring
    "tổng điểm 115 điểm",
    "từ 70% đến dưới 90%",
    "trên 50% đến dưới 70%",
    "2,5 điểm",
    "Trung bình",
    "Chỉ số kỹ năng số của thôn",
    "Để lộ dữ liệu cá nhân",
    # thresholds, equal points
    "đạt từ 85 điểm trở lên, không có tiêu chí liệt",
    "trên 95%",
    "từ 80 điểm trở lên, đứng đầu bảng B",
    "bỏ phiếu",
    # numbers of awards
    "7,5%",
    "làm tròn",
    "15%",
    "không quá 12",
    "Hướng dẫn số 12/HD-SNV",
    # targets and dates
    "≥ 85%",
    "0,72",
    "30/11/2028",
    "trước 15/11 hằng năm",
    "20 ngày làm việc trước ngày trao",
    "60 ngày đêm",
    # the document itself
    "Đưa dịch vụ số đến từng hộ.",
    "Tiếp nhận, thẩm định hồ sơ đề nghị khen thưởng",
    "PHÓ CHỦ TỊCH",
    "Hoàng Văn Ơn",
)
"""What the paper has to say, as an outside program reads it."""


@pytest.fixture
def hands(dressed: QApplication, qtbot: QtBot, own_data_folder: Path) -> Iterator[PlanHands]:
    program = Application(Memory(own_data_folder / "giao-dien.ini"))
    yield PlanHands(qtbot, program)
    program.close()
    dressed.processEvents()


def take_back_and_again(hands: PlanHands, before: list[str]) -> None:
    """Ctrl+Z to the empty movement, Ctrl+Y to where it was: not a letter is lost."""
    after = hands.dump()
    hands.click("movements.to_list")
    steps = 0
    while "Thêm phong trào" not in hands.window.menus.undo.text():
        hands.press("Ctrl+Z")
        hands.settle()
        steps += 1
    assert hands.dump() == before
    assert steps > 200
    for _step in range(steps):
        hands.press("Ctrl+Y")
        hands.settle()
    assert hands.dump() == after
    hands.click("movements.open")
    hands.settle()


def findings(hands: PlanHands) -> list[Reviewed]:
    """Return what the review shows."""
    hands.click("movements.review")
    hands.settle()
    return list(hands.grid("movements.text.review.grid").rows())


def export(hands: PlanHands, path: Path) -> str:
    """Write the plan to Word, print it with LibreOffice, return what stands on its pages."""
    with hands.dialog(hands.choose_file(path)):
        hands.click("movements.export")
    hands.settle()
    return squeezed("\n".join(pages_of_file(path)))


def test_a_scored_plan_is_set_up_in_the_window(hands: PlanHands, tmp_path: Path) -> None:
    first_run(hands)
    begin(hands)
    before = hands.dump()
    for step in (general, criteria, targets, dates, quotas, outline):
        step(hands)
    rules, plan = hands.stored()
    assert differences(rules, plan.document, OURS) == []
    assert not hands.sees("movements.gaps"), "nothing is missing any more"
    take_back_and_again(hands, before)
    assert {one.finding.severity for one in findings(hands)} == {"note"}
    text = export(hands, tmp_path / "ke-hoach.docx")
    assert [words for words in PRINTED if squeezed(words) not in text] == []
