"""The calibration panel: words in, a fault out, nonsense kept out."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from thiduaqt.domain.calibration import Fault
from thiduaqt.ui.printing.calibration import CalibrationPanel


@pytest.fixture
def panel(qtbot: QtBot) -> CalibrationPanel:
    """Return a panel in a window."""
    made = CalibrationPanel()
    qtbot.addWidget(made)
    made.show()
    return made


def press(panel: CalibrationPanel, name: str, qtbot: QtBot) -> None:
    """Click a button by its object name."""
    qtbot.mouseClick(panel.findChild(QPushButton, name), Qt.MouseButton.LeftButton)


def test_two_millimetres_to_the_right_and_one_and_a_half_up(
    panel: CalibrationPanel, qtbot: QtBot
) -> None:
    panel.across.setText("2,0")
    panel.upright.setText("1.5")
    panel.sideways.choose("right")
    panel.heights.choose("up")
    with qtbot.waitSignal(panel.save_wanted) as caught:
        press(panel, "calibration.save", qtbot)
    assert caught.args == [Fault(right_mm=2.0, down_mm=-1.5)]
    assert panel.fault().correction(297, 210).at(100, 100) == pytest.approx((98.0, 101.5))
    assert "lệch sang phải 2,0 mm" in panel.accessibleDescription()


def test_a_stored_fault_is_shown_in_words(panel: CalibrationPanel) -> None:
    panel.set_fault(Fault(right_mm=-0.5, down_mm=1.25, scale_percent=99.8, turn_degrees=-0.2))
    assert (panel.across.text(), panel.sideways.current()) == ("0,5", "left")
    assert (panel.upright.text(), panel.heights.current()) == ("1,25", "down")
    assert panel.scale.text() == "99,8"
    assert (panel.turn.text(), panel.turns.current()) == ("0,2", "back")


def test_choosing_a_side_alone_turns_the_fault(panel: CalibrationPanel, qtbot: QtBot) -> None:
    panel.set_fault(Fault(right_mm=2.0))
    with qtbot.waitSignal(panel.changed) as caught:
        qtbot.mouseClick(panel.sideways.button("left"), Qt.MouseButton.LeftButton)
    assert caught.args[0].right_mm == -2.0


@pytest.mark.parametrize("typed", ["abc", "-2", "nan", ""])
def test_what_is_no_length_is_refused(panel: CalibrationPanel, qtbot: QtBot, typed: str) -> None:
    panel.across.setText(typed)
    with qtbot.assertNotEmitted(panel.save_wanted):
        press(panel, "calibration.save", qtbot)
    assert "Gõ một số" in panel.accessibleDescription()
    assert panel.across.property("state") == "error"
    assert panel.fault() == Fault()


def test_an_implausible_fault_is_refused_with_its_cause(
    panel: CalibrationPanel, qtbot: QtBot
) -> None:
    panel.scale.setText("94")
    with qtbot.assertNotEmitted(panel.save_wanted):
        press(panel, "calibration.save", qtbot)
    assert "vừa khổ giấy" in panel.accessibleDescription()


def test_lengths_of_the_test_sheet_become_a_fault(panel: CalibrationPanel, qtbot: QtBot) -> None:
    panel.set_sheet_size(297, 210)
    panel.findChild(QPushButton, "calibration.reading").click()
    for key, typed in {"left": "12", "top_left": "8,5", "top_right": "8,5"}.items():
        panel.lengths[key].setText(typed)
    press(panel, "calibration.compute", qtbot)
    assert (panel.across.text(), panel.sideways.current()) == ("2,0", "right")
    assert (panel.upright.text(), panel.heights.current()) == ("1,5", "up")
    panel.lengths["down"].setText("một")
    press(panel, "calibration.compute", qtbot)
    assert "Gõ một số" in panel.accessibleDescription()
