"""Setting the invented movement up, part four: targets with figures, years, parents, due dates."""

from __future__ import annotations

from tests.journeys.movement_steps import PlanHands
from tests.plans_invented import TARGETS

TAB = "movements.targets"
FORM = f"{TAB}.target"


def targets(hands: PlanHands) -> None:
    """Fill the tab *Chỉ tiêu*: pasted as the plan writes them, then each in its editor."""
    hands.tab("Chỉ tiêu")
    hands.click(f"{TAB}.empty.add")
    hands.press("Escape")
    hands.paste(
        [
            [TARGETS[0].statement, "≥", "85%"],
            [TARGETS[1].statement, ">", "40%"],
            [TARGETS[2].statement, "≥", "0,72"],
            [TARGETS[3].statement, "≤", "9 người"],
        ]
    )
    hands.settle()
    choose(hands, 0)
    if not hands.sees(f"{TAB}.years"):
        hands.click_words("Mức từng năm")
    hands.paste_list(f"{TAB}.years", [["2026", "65"], ["2027", "75"], ["2028", "85"]])
    choose(hands, 1)
    hands.fill(FORM, {"parent": TARGETS[0].statement})
    choose(hands, 2)
    hands.fill(FORM, {"striving": True, "inherited": True})
    choose(hands, 3)
    hands.fill(FORM, {"due": "trước 30/11/2028"})


def choose(hands: PlanHands, place: int) -> None:
    """Click on a target."""
    grid = hands.grid(f"{TAB}.grid")
    hands.click_cell(grid, place, "statement")
    hands.settle()
