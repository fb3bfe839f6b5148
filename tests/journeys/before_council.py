"""The season in the window up to the gate of the council: set-up, units, lists, dossiers."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from tests.journeys import story
from tests.journeys.hands import Hands
from thiduaqt.services.nominations import NominationRow
from thiduaqt.ui.tables.grid import Grid


def line_of(grid: Grid[Any], name: str) -> int:
    """Return the line on which somebody stands."""
    return next(n for n in range(len(grid.model.entries)) if grid.model.row_at(n).display == name)


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
    hands.press("Ctrl+3")
    hands.settle()
    grid = hands.grid("units.grid")
    hands.click("units.first")
    hands.press("Escape")
    hands.paste([list(row) for row in story.UNITS])
    hands.settle()
    assert [row.name for row in grid.rows()] == [row[0] for row in story.UNITS]
    hands.press("Ctrl+Z")
    hands.settle()
    assert not grid.rows()
    hands.press("Ctrl+Y")
    hands.settle()
    assert len(grid.rows()) == len(story.UNITS)


def take_lists_in(hands: Hands, folder: Path) -> None:
    paths = story.write_lists(folder)
    hands.press("Ctrl+4")
    hands.settle()
    hands.click("nominations.empty.import")
    hands.settle()
    with hands.dialog(hands.choose_file(*paths)):
        hands.click("intake.pick")
    for sent in story.LISTS:
        take_one_in(hands, sent)
    total = sum(len(sent.rows) for sent in story.LISTS)
    assert "Nhập" in hands.window.menus.undo.text()
    hands.click("intake.to_list")
    hands.settle()
    grid = hands.grid("nominations.grid")
    assert len(grid.rows()) == total
    after = grid.rows()
    hands.press("Ctrl+Z")
    hands.settle()
    assert len(grid.rows()) == total - len(story.LISTS[-1].rows), "the last list is one step"
    hands.press("Ctrl+Y")
    hands.settle()
    assert grid.rows() == after


def take_one_in(hands: Hands, sent: story.SentList) -> None:
    """Look at the columns, mend what is wrong where it stands, write the list."""
    hands.settle()
    columns = hands.grid("intake.columns").rows()
    assert [row.match.field for row in columns] == story.FIELDS
    hands.click("intake.onward")
    hands.settle()
    grid = hands.grid("intake.grid")
    assert {row.values["full_name"] for row in grid.rows()} == {row.name for row in sent.rows}
    faulty = [row for row in grid.rows() if row.part == "error"]
    for row in faulty:
        assert row.values["birth"] == story.BAD_BIRTH
        assert "31/02/1990" in row.problem
        hands.click_cell(grid, grid.model.line_of(row.id), "birth", twice=True)
        hands.press("Ctrl+A")
        hands.type("1990")
        hands.press("Return")
        hands.settle()
    assert {row.part for row in grid.rows()} == {"ready"}
    hands.click("intake.onward")
    hands.settle()
    assert f"Đã nhập {len(sent.rows)} hồ sơ" in hands.find("intake.result.title", QLabel).text()
    if sent is not story.LISTS[-1]:
        hands.click("intake.to_next")


def check_dossiers(hands: Hands) -> None:
    """Mend a cell, tick for all at once, then what is special about three of them."""
    grid = hands.grid("nominations.grid")
    edit_a_cell(hands, grid)
    hands.click_cell(grid, 0, "name")
    hands.press("Ctrl+A")
    hands.settle()
    for part in ("khong dang bi", "chap hanh ky luat", "chua duoc khen", *story.PAPERS):
        hands.pick("nominations.batch.form.tick", part)
        hands.click("nominations.batch.apply")
        hands.settle()
    assert {row.check for row in grid.rows()} == {"eligible"}
    untick_and_accept(hands, grid)
    note_complaint(hands, grid)


def edit_a_cell(hands: Hands, grid: Grid[NominationRow]) -> None:
    line = line_of(grid, "Bà Phạm Thị Diệu")
    hands.click_cell(grid, line, "post")
    hands.type("Tổ phó Tổ CNSCĐ")
    hands.press("Return")
    hands.settle()
    assert grid.rows()[line].post == "Tổ phó Tổ CNSCĐ"
    hands.press("Ctrl+Z")
    hands.settle()
    assert grid.rows()[line].post == "Thành viên Tổ CNSCĐ"
    hands.press("Ctrl+Y")
    hands.settle()
    assert grid.rows()[line].post == "Tổ phó Tổ CNSCĐ"


def untick_and_accept(hands: Hands, grid: Grid[NominationRow]) -> None:
    """One dossier lacks a report; the reason why it goes all the same is kept."""
    line = line_of(grid, story.EXCEPTED)
    hands.click_cell(grid, line, "name")
    hands.settle()
    hands.click("nominations.tick.achievement_report.box")
    hands.settle()
    assert grid.rows()[line].check_words == "Thiếu 1 mục"
    hands.press("Ctrl+Z")
    hands.settle()
    assert grid.rows()[line].check == "eligible"
    hands.press("Ctrl+Y")
    hands.settle()
    assert grid.rows()[line].check == "missing"


def note_complaint(hands: Hands, grid: Grid[NominationRow]) -> None:
    line = line_of(grid, story.BLOCKED)
    hands.click_cell(grid, line, "name")
    hands.settle()

    def paper(shown: QWidget) -> None:
        hands.type("Đơn đề ngày 02/11/2026")
        hands.press("Return")

    def kind(shown: QWidget) -> None:
        hands.click_words("Khiếu nại, tố cáo")

    with hands.dialog(kind, paper):
        hands.menu("nominations.flag")
    hands.settle()
    assert grid.rows()[line].check == "blocked"


def send_to_council(hands: Hands) -> None:
    """The gate names the two that may not go; one is accepted with a reason, the rest goes."""
    grid = hands.grid("nominations.grid")
    hands.click("nominations.send.button")
    hands.settle()
    summary = hands.screen.summary
    assert summary.isVisible()
    assert summary.isAncestorOf(hands.focus()) or hands.focus() is summary, "focus moves there"
    links = [one for one in summary.findChildren(QPushButton) if one.isVisible()]
    hands.click(next(one for one in links if story.EXCEPTED in one.text()))
    hands.settle()
    assert grid.current_row().display == story.EXCEPTED
    assert hands.focus().objectName() == "nominations.tick.achievement_report.box"

    def reason(shown: QWidget) -> None:
        hands.type("Báo cáo thành tích gửi sau, đơn vị đã xác nhận bằng văn bản")
        hands.press("Tab", "Space")

    with hands.dialog(reason):
        hands.menu("nominations.override")
    hands.settle()
    assert grid.current_row().check == "override"
    hands.click_words("Xem cả danh sách")
    hands.settle()

    def agree(shown: QWidget) -> None:
        hands.press("Return")

    with hands.dialog(agree):
        hands.click("nominations.gate.only_ready")
    hands.settle()
    states = Counter(row.state for row in grid.rows())
    assert states == {"in_session": len(story.VOTES) - 1, "draft": 1}
    hands.click_words("Sang Xét duyệt")
    hands.settle()
