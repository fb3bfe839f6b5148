"""The season in the window from the council on: votes, decision, register, certificates."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QLabel, QRadioButton, QWidget

from tests.journeys import story
from tests.journeys.hands import Hands
from thiduaqt.services.register import RegisterRow


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
        f"{place:02d}" for place in range(1, len(story.AWARDED) + 1)
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
    hands.press("Ctrl+8")
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
