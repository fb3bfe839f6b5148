"""A whole season in the real window, from the first start to the bundle, with mouse and keys."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QLabel, QPushButton, QRadioButton, QWidget

from tests.journeys import story
from tests.journeys.hands import Hands
from tests.journeys.reading import text_of
from thiduaqt.services import register
from thiduaqt.services.nominations import NominationRow
from thiduaqt.services.register import RegisterRow
from thiduaqt.services.session import open_session
from thiduaqt.ui.tables.grid import Grid


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
    hands.press("Ctrl+Z")
    hands.settle()
    assert not grid.rows()
    hands.press("Ctrl+Y")
    hands.settle()
    assert len(grid.rows()) == len(story.UNITS)


def take_lists_in(hands: Hands, folder: Path) -> None:
    paths = story.write_lists(folder)
    hands.press("Ctrl+3")
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


def hold_council(hands: Hands) -> None:
    seat_members(hands)
    hands.click("council.primary")
    hands.settle()
    listed = [
        row.nomination.display for row in hands.grid("council.list.grid").rows() if row.listed
    ]
    assert set(listed) == set(story.VOTES) - {story.BLOCKED}
    hands.click("council.primary")
    hands.settle()
    count_votes(hands)
    choose_and_lock(hands)


def seat_members(hands: Hands) -> None:
    hands.write("form.held_on", "04/12/2026")
    hands.write("form.starts", "08:00")
    hands.write("form.ends", "10:30")
    hands.write("form.place", "Phòng họp số 1, trụ sở Ủy ban nhân dân xã")
    hands.click("form.tellers")
    for number, name in enumerate(story.TELLERS):
        if number:
            hands.press("Return")
        hands.type(name)
    hands.click("council.add_member")
    hands.press("Escape")
    hands.paste([[name, role, "", post] for name, role, post in story.COUNCIL])
    hands.settle()
    grid = hands.grid("council.members.grid")
    assert [row.name for row in grid.rows()] == [row[0] for row in story.COUNCIL]
    hands.click("council.all_present")
    hands.settle()
    line = next(n for n, row in enumerate(grid.rows()) if row.name == story.ABSENT)
    hands.click_cell(grid, line, "presence", twice=True)
    hands.press("Ctrl+A")
    hands.type("vang mat")
    hands.press("Return")
    hands.settle()
    assert [row.name for row in grid.rows() if not row.present] == [story.ABSENT]


def count_votes(hands: Hands) -> None:
    """One number per nominee, Enter goes down; the rest is worked out."""
    for key in ("issued", "returned", "valid"):
        hands.write(f"council.ballots.{key}", str(story.PRESENT))
    hands.press("Tab")
    hands.settle()
    hands.pick("council.threshold", "tren 50")
    hands.drop_down("council.base", "số có mặt")
    hands.settle()
    grid = hands.grid("council.votes.grid")
    lines = [n for n in range(len(grid.model.entries)) if grid.model.row_at(n) is not None]
    hands.click_cell(grid, lines[0], "agree")
    for line in lines:
        hands.type(str(story.VOTES[grid.model.row_at(line).name]))
        hands.press("Return")
    hands.settle()
    assert [row.vote.agree for row in grid.rows()] == [story.VOTES[row.name] for row in grid.rows()]
    assert all(row.vote.agree + row.vote.disagree == story.PRESENT for row in grid.rows())


def choose_and_lock(hands: Hands) -> None:
    """More pass than the plan allows: refused until the highest are chosen, a tie by the rule."""
    hands.click("council.primary")
    hands.settle()
    assert "Chưa chốt được" in hands.find("error.summary").accessibleName()
    hands.press("Escape")
    hands.click_words("Xem, chọn…")
    for kind in ("collective", "individual"):
        hands.click(f"council.highest.{kind}")
        hands.settle()
    grid = hands.grid("council.votes.grid")
    assert {row.name for row in grid.rows() if row.chosen} == story.AWARDED
    tied = [one for one in hands.window.findChildren(QRadioButton) if one.isVisible()]
    assert [one.text().rsplit("  ")[0] for one in tied] == list(story.TIED)
    assert [one.isChecked() for one in tied] == [name in story.AWARDED for name in story.TIED]

    def check(shown: QWidget) -> None:
        hands.press("Return")

    with hands.dialog(check):
        hands.click("council.primary")
    hands.settle()
    assert hands.screen.desk.locked


def make_minutes(hands: Hands, folder: Path) -> None:
    with hands.dialog(hands.choose_file(folder)):
        hands.click("council.make_minutes")
    hands.settle()
    with hands.dialog(hands.choose_file(folder)):
        hands.click("council.make_ballots")
    hands.settle()


def decide(hands: Hands, folder: Path) -> None:
    hands.click("council.primary")
    hands.settle()
    hands.click("decisions.issue.button")
    hands.settle()
    assert "Chưa ban hành được: còn 2 mục" in hands.find("error.summary").accessibleName()
    hands.write("decisions.form.number", story.NUMBER)
    hands.write("decisions.form.date", story.DATE)
    hands.press("Tab")
    hands.settle()
    with hands.dialog(hands.choose_file(folder)):
        hands.click("decisions.papers.button")
    hands.settle()

    def check(shown: QWidget) -> None:
        assert shown.objectName() == "dialog.review"
        told = [label.text() for label in shown.findChildren(QLabel)]
        assert f"{story.NUMBER}/QĐ-UBND · {story.DATE}" in told
        hands.press("Return")

    with hands.dialog(check):
        hands.click("decisions.issue.button")
    hands.settle()
    hands.click_words("Tạo lại 3 văn bản")  # they carry the issued decision now
    hands.settle()
    assert not hands.sees("decisions.strip")


def keep_register(hands: Hands, folder: Path) -> list[RegisterRow]:
    """Return the register, written as an Excel file too."""
    hands.click("segment.register")
    hands.settle()
    rows = list(hands.grid("register.grid").rows())
    assert [row.ordinal for row in rows] == [
        f"{story.NUMBER}.{place}" for place in range(1, len(story.AWARDED) + 1)
    ]
    assert {row.name for row in rows} == story.AWARDED
    with hands.dialog(hands.choose_file(folder / "So khen thuong.xlsx")):
        hands.click("register.export.button")
    hands.settle()
    hands.click("segment.decisions")
    return rows


def print_certificates(hands: Hands, folder: Path) -> None:
    hands.click("decisions.print.button")
    hands.settle()
    for mode, name in (("full", "giay-khen.pdf"), ("overlay", "giay-khen-phoi.pdf")):
        hands.click(f"segment.{mode}")
        hands.settle()
        with hands.dialog(hands.choose_file(folder / name)):
            hands.click("certificates.pdf")
        hands.settle()
        assert (folder / name).stat().st_size > 0


def send_bundle(hands: Hands, bundle: Path) -> None:
    hands.press("Ctrl+7")
    hands.settle()
    hands.click("data.make")
    hands.pick("data.export.form.purpose", "ket qua")
    hands.write("data.export.form.recipient", "Sở Nội vụ tỉnh Thái Nguyên")
    hands.press("Tab")
    hands.settle()
    with hands.dialog(hands.choose_file(bundle)):
        hands.click("data.export.go")
    hands.settle()
    assert bundle.is_file()
    assert "đã đọc lại và kiểm tra" in hands.find("data.bundles.news").accessibleName()


def take_bundle_in(hands: Hands, bundle: Path, other: Path) -> None:
    """In another data file: shown first, then taken in; the second time nothing changes."""

    def wizard(shown: QWidget) -> None:
        hands.click("wizard.start")
        hands.type("dong phu bac ninh")
        hands.press("Return")
        hands.click("wizard.next")
        hands.click("wizard.pack.cao_minh_2026")
        hands.click("wizard.next")
        hands.click("wizard.next")

    with hands.dialog(wizard):
        hands.menu("file.new")
    hands.arrive()
    hands.press("Ctrl+7")
    hands.settle()
    with hands.dialog(hands.choose_file(bundle)):
        hands.click("data.take")
    hands.settle()
    told = hands.find("data.preview.sums", QLabel).text()
    count = len(hands.grid("data.preview.grid").rows())
    assert told == f"{count} mục: {count} mới"
    assert not awards_in(other), "shown, not written"
    hands.click("data.preview.go")
    hands.settle()
    assert set(awards_in(other)) == story.AWARDED
    before = other.read_bytes()
    with hands.dialog(hands.choose_file(bundle)):
        hands.click("data.take")
    hands.settle()
    assert hands.find("data.preview.sums", QLabel).text() == f"{count} mục: {count} không đổi"
    assert "Tệp này đã nhập lúc" in hands.find("data.preview.strip").accessibleName()
    assert not hands.sees("data.preview.go")
    assert other.read_bytes() == before, "twice is once"


def awards_in(data: Path) -> list[str]:
    """Return who stands in the register of a data file."""
    session = open_session(data, read_only=True)
    try:
        return [row.name for row in register.listing(session)]
    finally:
        session.close()


def same_names_everywhere(rows: Sequence[RegisterRow], folder: Path) -> None:
    """U13: as in the register, so in ballots, minutes, papers, lists, certificates and bundle."""
    texts = {path.name: text_of(path) for path in folder.iterdir()}
    assert sorted(Path(name).suffix for name in texts) == [
        ".docx", ".docx", ".docx", ".docx", ".docx", ".pdf", ".pdf", ".tdq", ".xlsx", ".xlsx",
    ]  # fmt: skip
    for name, text in texts.items():
        assert unicodedata.is_normalized("NFC", text), name
        for row in rows:
            wanted = re.sub("^(Ông|Bà) ", "", row.name) if name.endswith(".tdq") else row.name
            assert wanted in text, f"{row.name} is not in {name}"


def line_of(grid: Grid[Any], name: str) -> int:
    """Return the line on which somebody stands."""
    return next(n for n in range(len(grid.model.entries)) if grid.model.row_at(n).display == name)


def test_a_whole_season_in_the_window(hands: Hands, tmp_path: Path, own_data_folder: Path) -> None:
    papers = tmp_path / "van-ban"
    papers.mkdir()
    first_run(hands)
    enter_units(hands)
    take_lists_in(hands, tmp_path / "danh-sach")
    check_dossiers(hands)
    send_to_council(hands)
    hold_council(hands)
    make_minutes(hands, papers)
    decide(hands, papers)
    rows = keep_register(hands, papers)
    print_certificates(hands, papers)
    send_bundle(hands, papers / "goi.tdq")
    same_names_everywhere(rows, papers)
    take_bundle_in(hands, papers / "goi.tdq", own_data_folder / "dongphu.tdqdb")
