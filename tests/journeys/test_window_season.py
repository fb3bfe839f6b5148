"""A whole season in the real window, from the first start to the bundle, with mouse and keys."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from tests.journeys import story
from tests.journeys.hands import Hands


def first_run(hands: Hands) -> None:
    def wizard(shown: QWidget) -> None:
        assert shown.objectName() == "wizard"
        hands.click("wizard.start")
        hands.type("cao minh")
        hands.press("Return")
        hands.write("wizard.first", "Lò Văn Khải")
        hands.click("wizard.next")
        hands.click("wizard.pack.cao_minh_2026")
        hands.write("wizard.year", "2026")
        hands.click("wizard.next")
        hands.click("wizard.next")

    with hands.dialog(wizard):
        assert hands.program.start(None)
    hands.arrive()


def enter_units(hands: Hands) -> None:
    hands.press("Ctrl+2")
    hands.settle()
    grid = hands.grid("units.grid")
    hands.click("units.first")
    hands.press("Escape")
    hands.paste([list(row) for row in story.UNITS])
    hands.settle()
    assert [row.name for row in grid.rows()] == [row[0] for row in story.UNITS]
    print([(r.name, r.kind_words, r.head, r.phone, r.households) for r in grid.rows()])
    hands.press("Ctrl+Z")
    hands.settle()
    assert not grid.rows()
    hands.press("Ctrl+Y")
    hands.settle()
    assert len(grid.rows()) == len(story.UNITS)


def test_a_whole_season_in_the_window(hands: Hands) -> None:
    first_run(hands)
    enter_units(hands)
