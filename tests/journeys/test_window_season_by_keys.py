"""The main line of the season with the keyboard alone."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QWidget

from tests.journeys import story
from tests.journeys.hands import Hands
from thiduaqt.ui.screens.wizard.screen import Wizard


def where(hands: Hands, note: str = "") -> None:
    f = hands.focus()
    print(f"   [{note}] {type(f).__name__} {f.objectName()} “{f.accessibleName()}”")


def first_run(hands: Hands) -> None:
    def wizard(shown: QWidget) -> None:
        assert isinstance(shown, Wizard)
        where(hands, "welcome")
        hands.press("Return")
        hands.type("cao minh")
        hands.press("Return")
        hands.until(lambda: shown.current() == 2)
        hands.type(story.SIGNER)
        hands.press_key_of("wizard.next")
        hands.until(lambda: shown.current() == 3)
        where(hands, "movement")
        hands.press("Tab")
        where(hands, "movement tab")
        hands.press("Ctrl+A")
        hands.type("2026")
        hands.press_key_of("wizard.next")
        hands.until(lambda: shown.current() == 4)
        where(hands, "review")
        hands.press_key_of("wizard.next")

    with hands.dialog(wizard):
        assert hands.program.start(None)
    hands.arrive()
    where(hands, "home")


def enter_units(hands: Hands) -> None:
    hands.press("Ctrl+2")
    hands.settle()
    hands.paste([list(row) for row in story.UNITS])
    hands.settle()
    assert [row.name for row in hands.grid("units.grid").rows()] == [row[0] for row in story.UNITS]
    hands.press("Ctrl+Z")
    hands.settle()
    assert not hands.grid("units.grid").rows()
    hands.press("Ctrl+Y")
    hands.settle()
    assert len(hands.grid("units.grid").rows()) == len(story.UNITS)


def take_lists_in(hands: Hands, folder: Path) -> None:
    paths = story.write_lists(folder)
    hands.press("Ctrl+3")
    hands.settle()
    where(hands, "nominations")
    hands.press_menu("H", "nominations.import")
    hands.settle()
    where(hands, "intake")
    with hands.dialog(hands.choose_file(*paths)):
        hands.press("Return")
    for sent in story.LISTS:
        hands.until(lambda: hands.sees("intake.columns"))
        hands.settle()
        where(hands, "columns")
        hands.press_key_of("intake.onward")
        hands.until(lambda: hands.sees("intake.grid"))
        hands.settle()
        where(hands, "rows")
        grid = hands.grid("intake.grid")
        if any(row.part == "error" for row in grid.rows()):
            print(grid.current_row(), grid.model.columns[grid.view.currentIndex().column()].key)
            hands.type("1990")
            hands.press("Return")
            hands.settle()
        print({row.part for row in grid.rows()})
        hands.press_key_of("intake.onward")
        hands.until(lambda: hands.sees("intake.to_list"))
        hands.settle()
        where(hands, "result")
        print(hands.find("intake.result.title").text())
        if sent is not story.LISTS[-1]:
            hands.press_key_of("intake.to_next")
        hands.settle()
    hands.press_key_of("intake.to_list")
    hands.settle()
    where(hands, "end")


def add_one(hands: Hands) -> None:
    """U31: one nomination in no more than eight groups of keys."""
    grid = hands.grid("nominations.grid")
    before = len(grid.rows())
    hands.press("Ctrl+N")
    hands.type("Bà Trần Thị Bình")
    hands.press("Tab", "Tab")
    hands.settle()
    hands.type("Người dân")
    hands.press("Tab")
    hands.settle()
    hands.type("Thôn 3")
    hands.press("Return")
    hands.settle()
    row = grid.rows()[-1]
    assert len(grid.rows()) == before + 1
    assert (row.display, row.post, row.unit_name) == ("Bà Trần Thị Bình", "Người dân", "Thôn 3")
    for _step in range(3):
        hands.press("Ctrl+Z")
        hands.settle()
    assert len(grid.rows()) == before


def go_to(hands: Hands, name: str) -> None:
    """Ctrl+G and the number of a line."""
    grid = hands.grid("nominations.grid")
    row = next(row for row in grid.rows() if row.display == name)

    def number(_shown: QWidget) -> None:
        hands.type(str(row.ordinal))
        hands.press("Return")

    with hands.dialog(number):
        hands.press("Ctrl+G")
    hands.settle()
    assert grid.current_row().id == row.id


def check_dossiers(hands: Hands) -> None:
    grid = hands.grid("nominations.grid")
    hands.press("Ctrl+Home", "Ctrl+A", "Ctrl+E")
    where(hands, "batch")
    way = "Tab"
    for part in ("khong dang bi", "chap hanh ky luat", "chua duoc khen", *story.PAPERS):
        hands.walk_to("nominations.batch.form.tick", way)
        way = "Shift+Tab"
        hands.press("Ctrl+A")
        hands.type(part)
        hands.press("Down", "Return")
        hands.walk_to("nominations.batch.apply")
        hands.press("Return")
        hands.settle()
        where(hands, "applied")
    assert {row.check for row in grid.rows()} == {"eligible"}
    hands.press("Escape")
    where(hands, "escape")
    go_to(hands, story.EXCEPTED)
    hands.press("Ctrl+E")
    where(hands, "panel")
    hands.walk_to("nominations.tick.achievement_report.box", "Down")
    hands.press("Space")
    hands.settle()
    assert grid.current_row().check_words == "Thiếu 1 mục"
    hands.press("Escape")
    go_to(hands, story.BLOCKED)

    def kind(shown: QWidget) -> None:
        where(hands, "kind")
        hands.press("Tab", "Tab", "Space")

    def paper(shown: QWidget) -> None:
        hands.type("Đơn đề ngày 02/11/2026")
        hands.press("Return")

    with hands.dialog(kind, paper):
        hands.press_menu("H", "nominations.flag")
    hands.settle()
    assert grid.current_row().check == "blocked"


def test_a_season_by_keys(hands: Hands, tmp_path: Path) -> None:
    first_run(hands)
    enter_units(hands)
    take_lists_in(hands, tmp_path / "danh-sach")
    add_one(hands)
    check_dossiers(hands)
