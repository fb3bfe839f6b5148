"""The painted line of a movement: lanes, widths, keys, and what a screen reader hears."""

from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from thiduaqt.domain.plan import Deadline, Milestone, MovementPlan, Phase
from thiduaqt.domain.plan_timeline import line_of
from thiduaqt.ui.widgets.plan_line import PlanTimeline, scale

TODAY = date(2026, 11, 20)
RULES = MovementPlan(
    code="x",
    title="X",
    short_name="X",
    phases=(Phase(code="1", name="Giai đoạn 1", start="2026", end="2027"),),
    milestones=(
        Milestone(code="a", name="Báo cáo", when=Deadline(value="2027-05-10")),
        Milestone(code="b", name="Sơ kết", when=Deadline(value="2027-Q3")),
    ),
)


@pytest.fixture
def shown(qtbot: QtBot) -> PlanTimeline:
    widget = PlanTimeline()
    qtbot.addWidget(widget)
    widget.resize(800, 100)
    widget.set_line(line_of(RULES, TODAY), TODAY)
    with qtbot.waitActive(widget):
        widget.show()
        widget.activateWindow()
    widget.setFocus()
    return widget


def test_a_vague_date_is_wider_than_a_day(shown: PlanTimeline) -> None:
    exact, vague = shown.marks()[1:]
    day = shown._rect(exact, exact.times[0])
    quarter = shown._rect(vague, vague.times[0])
    assert day.width() < 15
    assert 60 < quarter.width() < 110
    assert day.right() < quarter.left()


def test_keys_go_from_mark_to_mark_and_open(shown: PlanTimeline) -> None:
    opened: list[tuple[str, int]] = []
    shown.opened.connect(lambda part, place: opened.append((part, place)))
    assert "Giai đoạn 1" in shown.accessibleDescription()
    QTest.keyClick(shown, Qt.Key.Key_Right)
    assert shown.accessibleDescription() == "Mốc: Báo cáo, 10/05/2027"
    QTest.keyClick(shown, Qt.Key.Key_Return)
    for _ in range(5):
        QTest.keyClick(shown, Qt.Key.Key_Right)
    QTest.keyClick(shown, Qt.Key.Key_Return)
    assert opened == [("milestones", 0), ("milestones", 1)]


def test_a_click_opens_what_it_meets(shown: PlanTimeline) -> None:
    opened: list[tuple[str, int]] = []
    shown.opened.connect(lambda part, place: opened.append((part, place)))
    mark = shown.marks()[2]
    spot = shown._rect(mark, mark.times[0]).center().toPoint()
    QTest.mouseClick(shown, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, spot)
    QTest.mouseClick(shown, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(2, 2))
    assert opened == [("milestones", 1)]


def test_the_chosen_mark_stays_when_the_line_is_read_anew(shown: PlanTimeline) -> None:
    QTest.keyClick(shown, Qt.Key.Key_Right)
    shown.set_line(line_of(RULES, TODAY), TODAY)
    assert shown.marked_key() == "milestones/0"
    shown.set_line(line_of(MovementPlan(code="y", title="Y", short_name="Y"), TODAY), TODAY)
    assert shown.marked_key() == ""


def test_the_scale_fits_the_span() -> None:
    assert [text for _start, _end, text in scale(2026, 2026)][:2] == ["tháng 1", "tháng 2"]
    assert [text for _start, _end, text in scale(2026, 2027)][3:5] == ["Quý IV/2026", "Quý I/2027"]
    assert [text for _start, _end, text in scale(2026, 2030)][-1] == "2030"
