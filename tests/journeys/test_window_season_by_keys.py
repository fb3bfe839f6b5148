"""U32: the main line of the season with the keyboard alone."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from tests.journeys import story
from tests.journeys.hands import Hands
from tests.journeys.reading import text_of
from thiduaqt.ui.screens.wizard.screen import Wizard


def first_run(hands: Hands) -> None:
    def wizard(shown: QWidget) -> None:
        assert isinstance(shown, Wizard)
        hands.press("Return")
        hands.type("cao minh")
        hands.press("Return")
        hands.until(lambda: shown.current() == 2)
        hands.type(story.SIGNER)
        hands.press_key_of("wizard.next")
        hands.until(lambda: shown.current() == 3)
        hands.press("Tab")
        hands.press("Ctrl+A")
        hands.type("2026")
        hands.press_key_of("wizard.next")
        hands.until(lambda: shown.current() == 4)
        hands.press_key_of("wizard.next")

    with hands.dialog(wizard):
        assert hands.program.start(None)
    hands.arrive()


def enter_units(hands: Hands) -> None:
    hands.press("Ctrl+3")
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
    hands.press("Ctrl+4")
    hands.settle()
    hands.press_menu("H", "nominations.import")
    hands.settle()
    with hands.dialog(hands.choose_file(*paths)):
        hands.press("Return")
    for sent in story.LISTS:
        hands.until(lambda: hands.sees("intake.columns"))
        hands.settle()
        hands.press_key_of("intake.onward")
        hands.until(lambda: hands.sees("intake.grid"))
        hands.settle()
        grid = hands.grid("intake.grid")
        if any(row.part == "error" for row in grid.rows()):  # its faulty cell is the current one
            hands.type("1990")
            hands.press("Return")
            hands.settle()
        hands.press_key_of("intake.onward")
        hands.until(lambda: hands.sees("intake.to_list"))
        hands.settle()
        if sent is not story.LISTS[-1]:
            hands.press_key_of("intake.to_next")
        hands.settle()
    hands.press_key_of("intake.to_list")
    hands.settle()


def add_one(hands: Hands) -> None:
    """U31: one nomination in no more than eight groups of keys."""
    grid = hands.grid("nominations.grid")
    before = len(grid.rows())
    hands.press("Ctrl+N")  # 1
    hands.type("Bà Trần Thị Bình")  # 2
    hands.press("Tab", "Tab")  # 3
    hands.settle()
    hands.type("Người dân")  # 4
    hands.press("Tab")  # 5
    hands.settle()
    hands.type("Thôn 3")  # 6
    hands.press("Return")  # 7
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
    assert {row.check for row in grid.rows()} == {"eligible"}
    hands.press("Escape")
    go_to(hands, story.EXCEPTED)
    hands.press("Ctrl+E")
    hands.walk_to("nominations.tick.achievement_report.box", "Down")
    hands.press("Space")
    hands.settle()
    assert grid.current_row().check_words == "Thiếu 1 mục"
    hands.press("Escape")
    go_to(hands, story.BLOCKED)

    def kind(shown: QWidget) -> None:
        hands.press("Tab", "Tab", "Space")

    def paper(shown: QWidget) -> None:
        hands.type("Đơn đề ngày 02/11/2026")
        hands.press("Return")

    with hands.dialog(kind, paper):
        hands.press_menu("H", "nominations.flag")
    hands.settle()
    assert grid.current_row().check == "blocked"


def send_to_council(hands: Hands) -> None:
    """The gate, F8 to what is missing, an exception with its reason, the rest goes."""
    grid = hands.grid("nominations.grid")
    hands.press_menu("H", "nominations.send")
    hands.settle()
    assert hands.focus() is hands.screen.summary
    hands.press("F8")
    hands.settle()
    assert grid.current_row().display == story.EXCEPTED

    def reason(_shown: QWidget) -> None:
        hands.type("Báo cáo thành tích gửi sau, đơn vị đã xác nhận bằng văn bản")
        hands.press("Tab", "Return")

    with hands.dialog(reason):
        hands.press_menu("H", "nominations.override")
    hands.settle()
    assert grid.current_row().check == "override"
    hands.press_menu("H", "nominations.send")
    hands.settle()
    hands.walk_to("nominations.gate.only_ready")

    def agree(_shown: QWidget) -> None:
        hands.press("Return")

    with hands.dialog(agree):
        hands.press("Return")
    hands.settle()
    assert sum(row.state == "in_session" for row in grid.rows()) == len(story.VOTES) - 1


def hold_council(hands: Hands) -> None:
    hands.press("Ctrl+5")
    hands.settle()
    seat_members(hands)
    hands.walk_to("council.primary")
    hands.press("Return")
    hands.settle()
    hands.walk_to("council.primary")
    hands.press("Return")
    hands.settle()
    count_votes(hands)


def seat_members(hands: Hands) -> None:
    hands.walk_to("form.held_on", "F6", 5)
    for text in ("04/12/2026", "08:00", "10:30", "Phòng họp số 1, trụ sở Ủy ban nhân dân xã"):
        hands.press("Ctrl+A")
        hands.type(text)
        hands.press("Tab")
    hands.press("Tab")
    for number, name in enumerate(story.TELLERS):
        if number:
            hands.press("Return")
        hands.type(name)
    hands.press("F6")
    hands.settle()
    hands.paste([[name, role, "", post] for name, role, post in story.COUNCIL])
    hands.settle()
    hands.walk_to("council.all_present")
    hands.press("Return")
    hands.settle()
    hands.walk_to("council.members.grid.table", "Shift+Tab")
    grid = hands.grid("council.members.grid")
    line = next(n for n, row in enumerate(grid.rows()) if row.name == story.ABSENT)
    hands.press("Ctrl+Up", "Ctrl+Left", "Right", "Right", *["Down"] * line)
    hands.type("vang")
    hands.press("Return")
    hands.settle()
    assert [row.name for row in grid.rows() if not row.present] == [story.ABSENT]


def count_votes(hands: Hands) -> None:
    grid = hands.grid("council.votes.grid")
    hands.press("Shift+F6")  # the numbers above; the table keeps its place
    hands.walk_to("council.ballots.issued")
    for _box in range(3):
        hands.press("Ctrl+A")
        hands.type(str(story.PRESENT))
        hands.press("Tab")
    hands.walk_to("council.threshold")
    hands.press("Ctrl+A")
    hands.type("tren 50")
    hands.press("Down", "Return", "Tab")
    hands.settle()
    hands.press("Home")
    hands.press("Down")
    hands.settle()
    hands.walk_to("council.votes.grid.table", "F6", 6)
    lines = [n for n in range(len(grid.model.entries)) if grid.model.row_at(n) is not None]
    for line in lines:
        hands.type(str(story.VOTES[grid.model.row_at(line).name]))
        hands.press("Return")
    hands.settle()
    assert {row.name: row.vote.agree for row in grid.rows()}.items() <= story.VOTES.items()


def choose_and_lock(hands: Hands) -> None:
    """F4 opens the running result in a narrow window; its buttons are a Tab away."""
    hands.press("F4")
    for kind in ("collective", "individual"):
        hands.walk_to(f"council.highest.{kind}")
        hands.press("Return")
        hands.settle()
    grid = hands.grid("council.votes.grid")
    assert {row.name for row in grid.rows() if row.chosen} == story.AWARDED
    hands.walk_to("council.primary")

    def check(_shown: QWidget) -> None:
        hands.press("Return")

    with hands.dialog(check):
        hands.press("Return")
    hands.settle()
    assert hands.screen.desk.locked


def decide(hands: Hands, folder: Path) -> None:
    hands.walk_to("council.make_minutes")
    with hands.dialog(hands.choose_file(folder)):
        hands.press("Return")
    hands.settle()
    hands.walk_to("council.primary")
    hands.press("Return")
    hands.settle()
    hands.walk_to("decisions.form.number")
    hands.type(story.NUMBER)
    hands.press("Tab")
    hands.type(story.DATE)
    hands.press("Tab")
    hands.settle()
    with hands.dialog(hands.choose_file(folder)):
        hands.press_menu("H", "decisions.papers")
    hands.settle()

    def check(_shown: QWidget) -> None:
        hands.press("Return")

    with hands.dialog(check):
        hands.press_menu("H", "decisions.issue")
    hands.settle()
    hands.walk_to("segment.register", "Shift+Tab")
    hands.press("Space")
    hands.settle()
    rows = hands.grid("register.grid").rows()
    assert [row.ordinal for row in rows] == [f"{n:02d}" for n in range(1, 8)]
    assert {row.name for row in rows} == story.AWARDED


def print_certificates(hands: Hands, pdf: Path) -> None:
    hands.press("Ctrl+7")
    hands.settle()
    with hands.dialog(hands.choose_file(pdf)):
        hands.press_key_of("certificates.pdf")
    hands.settle()
    text = text_of(pdf)
    assert all(name in text for name in story.AWARDED)


def send_bundle(hands: Hands, bundle: Path) -> None:
    hands.press("Ctrl+8")
    hands.settle()
    hands.walk_to("data.make", "Shift+Tab")
    hands.press("Return")
    hands.walk_to("data.export.form.purpose", "Shift+Tab")
    hands.type("ket qua")
    hands.press("Down", "Return")
    hands.walk_to("data.export.go")
    with hands.dialog(hands.choose_file(bundle)):
        hands.press("Return")
    hands.settle()
    assert bundle.is_file()


@pytest.fixture
def no_mouse(monkeypatch: pytest.MonkeyPatch) -> None:
    """Fail where anything is clicked."""

    def click(*_place: object, **_more: object) -> None:
        raise AssertionError("the mouse was used")

    for name in ("mouseClick", "mouseDClick", "mousePress"):
        monkeypatch.setattr(QTest, name, click)


@pytest.mark.usefixtures("no_mouse")
def test_a_whole_season_without_the_mouse(hands: Hands, tmp_path: Path) -> None:
    first_run(hands)
    enter_units(hands)
    take_lists_in(hands, tmp_path / "danh-sach")
    add_one(hands)
    check_dossiers(hands)
    send_to_council(hands)
    hold_council(hands)
    choose_and_lock(hands)
    papers = tmp_path / "van-ban"
    papers.mkdir()
    decide(hands, papers)
    print_certificates(hands, papers / "giay-khen.pdf")
    send_bundle(hands, papers / "goi.tdq")
