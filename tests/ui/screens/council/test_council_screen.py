"""The council screen: four steps, typed through, refused and locked."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from tests.council_season import (
    INDIVIDUAL,
    ROUND,
    VOTES,
    all_nominations,
    count_votes,
    household,
    make_season,
    row_named,
    start_sitting,
)
from tests.council_season import MEMBERS as COUNCIL
from tests.ui.conftest import Calls, context_on
from tests.ui.telex import WORDS, telex
from thiduaqt.domain.records import Nomination
from thiduaqt.services import council
from thiduaqt.services.session import Session
from thiduaqt.ui.dialogs import Answers
from thiduaqt.ui.screens.council.members_page import read_presence
from thiduaqt.ui.screens.council.screen import LIST, MEMBERS, MINUTES, CouncilScreen
from thiduaqt.ui.screens.council.screen import VOTES as VOTES_STEP


@pytest.fixture
def season(tmp_path: Path) -> Iterator[Session]:
    session = make_season(tmp_path)
    yield session
    session.close()


def settle() -> None:
    """Let the screen read what was written."""
    for _ in range(3):
        QApplication.processEvents()


class Stage:
    """The screen in a window of a chosen size."""

    def __init__(self, season: Session, calls: Calls, *, wide: bool = True) -> None:
        self.season = season
        self.calls = calls
        context = context_on(season, calls)
        context.round_id = ROUND
        self.screen = CouncilScreen(context)
        self.window = QWidget()
        page = QVBoxLayout(self.window)
        page.setContentsMargins(0, 0, 0, 0)
        page.addWidget(self.screen)
        self.window.resize(*((1190, 608) if wide else (917, 462)))
        self.window.show()
        QTest.qWaitForWindowExposed(self.window)

    @property
    def state(self) -> council.Results:
        return council.results(self.season, self.screen.desk.sitting_id)

    def press(self, name: str) -> None:
        found = self.screen.findChild(QPushButton, name)
        assert found is not None, name
        assert found.isEnabled(), name
        found.click()
        settle()

    def keys(self, *keys: str) -> None:
        for sign in "".join(keys):
            target = self.screen.focusWidget()
            assert target is not None
            if sign == "\n":
                QTest.keyClick(target, Qt.Key.Key_Return)
            else:
                QTest.keyClick(target, sign)
            settle()


@pytest.fixture
def stage(season: Session, calls: Calls) -> Iterator[Stage]:
    start_sitting(season)
    made = Stage(season, calls)
    yield made
    made.window.close()


def counted(season: Session, calls: Calls, votes: tuple[int, ...] = VOTES) -> Stage:
    sitting = start_sitting(season)
    count_votes(season, sitting, votes)
    return Stage(season, calls)


# --- Beginning ---------------------------------------------------------------------------------


def test_without_a_session_the_screen_says_what_waits(season: Session, calls: Calls) -> None:
    stage = Stage(season, calls)
    assert stage.screen.empty.isVisible()
    words = [label.text() for label in stage.screen.empty.findChildren(type(stage.screen.title))]
    assert "Có 11 hồ sơ đưa ra Hội đồng được." in words
    stage.press("council.open")
    assert stage.screen.step() == MEMBERS
    assert stage.screen.title.text() == "Phiên họp 04/12/2026"
    stage.screen.primary.click()
    assert stage.screen.step() == LIST
    stage.press("council.send_all")
    assert len(stage.state.rows) == 11
    assert calls.toasts == ["Đã đưa 11 hồ sơ vào phiên họp."]


def test_members_are_typed_with_a_typing_aid(season: Session, calls: Calls) -> None:
    stage = Stage(season, calls)
    stage.press("council.open")
    stage.screen.members.grid.begin_new_row()
    words = " ".join(WORDS[word] for word in ("Bà", "Nguyễn", "Yến"))
    telex(stage.screen.members.grid.view, words)
    stage.keys("\n")
    rows = council.member_rows(season)
    assert [(row.name, row.full_name) for row in rows] == [("Bà Nguyễn Yến", "Nguyễn Yến")]


def test_attendance_by_one_button_and_by_cell(season: Session, calls: Calls) -> None:
    stage = Stage(season, calls)
    stage.press("council.open")
    council.add_members(season, [{"name": n, "post": p, "role": r} for n, p, r in COUNCIL])
    stage.screen.reload()
    stage.press("council.all_present")
    assert stage.state.body.present == 9
    grid = stage.screen.members.grid
    grid.select_row(stage.state.seats[8].id, "presence")
    grid.view.setFocus()
    stage.keys("van", "\n")
    assert [seat.id for seat in stage.state.seats if not seat.present] == [stage.state.seats[8].id]


@pytest.mark.parametrize(
    ("typed", "meaning"),
    [
        ("Có mặt", "present"),
        ("x", "present"),
        ("", "absent"),
        ("vắng", "absent"),
        ("ý kiến", "written"),
        ("bằng văn bản", "written"),
    ],
)
def test_words_for_being_there(typed: str, meaning: str) -> None:
    assert read_presence(typed) == meaning


def test_a_list_of_members_is_pasted_as_one_step(season: Session, calls: Calls) -> None:
    stage = Stage(season, calls)
    stage.press("council.open")
    block = [[name, role, "Có mặt", post] for name, post, role in COUNCIL]
    grid = stage.screen.members.grid
    grid.view.setCurrentIndex(grid.model.index(0, 0))
    grid.keys.paste_block(block)
    assert stage.state.body.present == 9
    assert stage.state.seats[0].role_words == "Chủ tịch Hội đồng"


# --- The gate ----------------------------------------------------------------------------------


def test_the_gate_says_who_cannot_go_and_takes_the_focus(season: Session, calls: Calls) -> None:
    with season.store.transaction("Bỏ giấy tờ", actor="tester") as writing:
        writing.put(replace(season.store.get(Nomination, "n6"), papers=()))
    stage = Stage(season, calls)
    stage.press("council.open")
    stage.screen.open_with(nominations=all_nominations(season))
    summary = stage.screen.list.summary
    assert summary.isVisible()
    assert stage.screen.focusWidget() is summary
    assert summary.accessibleName() == "Chưa đưa được vào phiên họp: 1 hồ sơ còn thiếu"
    assert stage.state.rows == ()
    summary.links[0].click()
    assert calls.navigated == [("nominations", {"nomination": "n6", "field": "report"})]
    stage.press("council.send_only")
    assert len(stage.state.rows) == 10
    assert not summary.isVisible()


def test_what_is_taken_out_goes_back(stage: Stage) -> None:
    stage.screen.go_to_step(LIST)
    grid = stage.screen.list.grid
    grid.select_row("n5", "name")
    stage.press("council.take")
    assert len(stage.state.rows) == 10
    assert stage.season.store.get(Nomination, "n5").state == "draft"


# --- Typing votes ------------------------------------------------------------------------------


def test_eleven_numbers_and_enter_are_the_whole_count(stage: Stage) -> None:
    council.set_ballots(stage.season, stage.screen.desk.sitting_id, issued=8, returned=8, valid=8)
    stage.screen.reload()
    stage.screen.go_to_step(VOTES_STEP)
    stage.screen.votes.begin_typing()
    for number in VOTES:
        stage.keys(str(number), "\n")
    assert [row.vote.agree for row in stage.state.rows] == list(VOTES)
    assert [row.vote.disagree for row in stage.state.rows] == [8 - number for number in VOTES]
    assert "Đã nhập 11/11 dòng" in stage.screen.votes.hint.text()


def test_ballots_are_typed_into_the_strip(stage: Stage) -> None:
    stage.screen.go_to_step(VOTES_STEP)
    strip = stage.screen.votes.counting
    for key, value in (("issued", "8"), ("returned", "8"), ("valid", "7")):
        box = strip._boxes[key]
        box.setFocus()
        box.selectAll()
        QTest.keyClicks(box, value)
        QTest.keyClick(box, Qt.Key.Key_Return)
    body = stage.state.body
    assert (body.issued, body.returned, body.valid, body.invalid) == (8, 8, 7, 1)


def test_what_is_no_number_is_refused_in_words(stage: Stage) -> None:
    stage.screen.go_to_step(VOTES_STEP)
    stage.screen.votes.begin_typing()
    stage.keys("5x", "\n")
    assert stage.screen.votes.strip.text() == (
        "“5x” không phải số phiếu. Gõ số nguyên từ 0 trở lên; ô này chưa được lưu."
    )
    assert stage.state.rows[0].vote.agree is None


def test_the_row_that_does_not_add_up_says_so(season: Session, calls: Calls) -> None:
    stage = counted(season, calls)
    row = row_named(season, stage.state.session.id, "Ông Đỗ Văn Dũng")
    grid = stage.screen.votes.grid
    grid.select_row(row.id, "disagree")
    grid.view.setFocus()
    stage.keys("1", "\n")
    model = grid.model
    line = model.line_of(row.id)
    texts = {column.key: model.text_at(line, place) for place, column in enumerate(model.columns)}
    assert texts["rate"] == "7 trên 8 phiếu"
    assert texts["verdict"] == "Chưa đủ phiếu"
    assert texts["note"].startswith("Cộng thiếu 1")
    stage.screen.locking.lock()
    summary = stage.screen.votes.summary
    assert summary.isVisible()
    assert stage.screen.focusWidget() is summary
    summary.links[0].click()
    assert grid.current_row().id == row.id


def test_papers_are_entered_by_three_keys(stage: Stage) -> None:
    stage.screen.go_to_step(VOTES_STEP)
    stage.press("council.by_paper")
    pad = stage.screen.votes.pad
    assert pad.isVisible()
    view = pad.grid.view
    for _ in range(11):
        QTest.keyClick(view, Qt.Key.Key_1)
    QTest.keyClick(view, Qt.Key.Key_PageDown)
    for key in (Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_1):
        QTest.keyClick(view, key)
    QTest.keyClick(view, Qt.Key.Key_PageDown)
    pad.spoilt.click()
    stage.press("council.pad.write")
    state = stage.state
    assert (state.body.returned, state.body.valid, state.body.invalid) == (3, 2, 1)
    assert [(r.vote.agree, r.vote.disagree, r.vote.other) for r in state.rows[:4]] == [
        (1, 1, 0),
        (1, 0, 1),
        (2, 0, 0),
        (1, 0, 1),
    ]
    assert not pad.isVisible()


def test_the_threshold_follows_the_box(season: Session, calls: Calls) -> None:
    stage = counted(season, calls)
    box = stage.screen.votes.counting.threshold
    box.setFocus()
    box.setEditText("từ 80% trở lên")
    box.left.emit()
    settle()
    assert stage.state.threshold is not None
    assert stage.state.threshold.words == "từ 80% trở lên"
    assert stage.state.session.rule_source == ""


def test_no_threshold_no_verdict(season: Session, calls: Calls) -> None:
    stage = counted(season, calls)
    box = stage.screen.votes.counting.threshold
    box.setFocus()
    box.setEditText("")
    box.left.emit()
    settle()
    model = stage.screen.votes.grid.model
    assert model.text_at(1, model.column_number("verdict")) == "Chọn ngưỡng để tính"


# --- Choosing and locking ----------------------------------------------------------------------


def test_the_overflow_is_refused_then_the_highest_are_chosen(
    season: Session, calls: Calls, answers: Answers
) -> None:
    stage = counted(season, calls)
    stage.screen.primary.click()
    summary = stage.screen.votes.summary
    assert summary.accessibleName() == "Chưa chốt được kết quả: 1 mục"
    stage.press("council.highest.individual")
    assert len(stage.state.group(INDIVIDUAL).chosen) == 5
    answers.give(True)
    stage.screen.primary.click()
    assert stage.state.locked
    assert stage.screen.step() == MINUTES
    assert answers.seen == ["Chốt kết quả: Kiểm tra lại trước khi chốt"]


def test_the_council_overrules_the_tie_in_the_panel(season: Session, calls: Calls) -> None:
    stage = counted(season, calls)
    panel = stage.screen.votes.panel
    yen = panel.findChild(QRadioButton, "council.tie.10")
    assert yen is not None
    assert yen.isChecked(), "the rule proposes the woman"
    an = panel.findChild(QRadioButton, "council.tie.9")
    assert an is not None
    an.click()
    chosen = {row.name: row.decider for row in stage.state.group(INDIVIDUAL).chosen}
    assert chosen["Ông Bùi Văn Ân"] == "council"
    assert "Bà Vũ Thị Yến" not in chosen


def test_own_choice_by_ticks(season: Session, calls: Calls) -> None:
    stage = counted(season, calls)
    stage.press("council.own")
    boxes = stage.screen.votes.panel.findChildren(QWidget)
    ticks = {
        box.objectName(): box for box in boxes if box.objectName().startswith("council.choose.")
    }
    ticks["council.choose.11"].click()  # type: ignore[attr-defined]
    stage.press("council.own.apply")
    assert [row.name for row in stage.state.group(INDIVIDUAL).chosen] == ["Ông Phạm Minh Đức"]


def test_a_reason_lets_more_pass(season: Session, calls: Calls, answers: Answers) -> None:
    stage = counted(season, calls)
    answers.give("Năm đầu của phong trào")
    stage.press("council.reason")
    answers.give(True)
    stage.screen.locking.lock()
    assert stage.state.locked
    assert len(stage.state.group(INDIVIDUAL).chosen) == 8


def test_the_card_leads_back_to_what_is_to_be_mended(
    season: Session, calls: Calls, answers: Answers
) -> None:
    stage = counted(season, calls)
    council.choose_highest(season, stage.state.session.id, INDIVIDUAL)
    stage.screen.reload()
    answers.give("0")
    stage.screen.locking.lock()
    assert stage.screen.step() == MEMBERS
    assert not stage.state.locked


def test_a_locked_result_cannot_be_typed_over_and_opens_with_a_reason(
    season: Session, calls: Calls, answers: Answers
) -> None:
    sitting = start_sitting(season)
    count_votes(season, sitting)
    council.choose_highest(season, sitting, INDIVIDUAL)
    council.lock(season, sitting)
    stage = Stage(season, calls)
    assert stage.screen.step() == MINUTES
    stage.screen.go_to_step(VOTES_STEP)
    grid = stage.screen.votes.grid
    assert not grid.model.may_edit(1, grid.model.column_number("agree"))
    answers.give("Đếm lại")
    stage.press("council.reopen")
    assert not stage.state.locked
    assert stage.screen.step() == VOTES_STEP


def test_the_decision_follows_from_the_last_step(
    season: Session, calls: Calls, answers: Answers
) -> None:
    sitting = start_sitting(season)
    count_votes(season, sitting)
    council.choose_highest(season, sitting, INDIVIDUAL)
    council.lock(season, sitting)
    stage = Stage(season, calls)
    stage.screen.primary.click()
    assert calls.navigated == [("decisions", {})]


def test_papers_are_made_into_a_folder(
    season: Session, calls: Calls, answers: Answers, tmp_path: Path
) -> None:
    stage = counted(season, calls)
    stage.screen.go_to_step(MINUTES)
    answers.give(str(tmp_path / "out"))
    (tmp_path / "out").mkdir()
    stage.press("council.make_minutes")
    assert not calls.errors
    assert len(list((tmp_path / "out").glob("*.docx"))) == 2
    assert stage.screen.minutes.made.isVisible()


# --- Look --------------------------------------------------------------------------------------


def test_it_fits_the_small_window(season: Session, calls: Calls) -> None:
    sitting = start_sitting(season)
    count_votes(season, sitting)
    stage = Stage(season, calls, wide=False)
    screen = stage.screen
    for step in (MEMBERS, LIST, VOTES_STEP, MINUTES):
        screen.go_to_step(step)
        assert screen.width() == 917
        for part in screen.findChildren(QPushButton):
            if part.isVisible() and not screen.votes.panel.isAncestorOf(part):
                right = part.mapTo(screen, part.rect().topRight()).x()
                assert right < screen.width(), part.objectName() or part.text()
    screen.go_to_step(VOTES_STEP)
    assert not screen.votes.panel.isVisible()
    assert "đạt 8, chọn 8 / tối đa 5" in screen.votes.brief.text()
    screen.votes.toggle_panel()
    assert screen.votes.panel.isVisible()


def test_the_panel_cuts_no_words_at_its_edge(season: Session, calls: Calls) -> None:
    household(season, "n0", "ông Trần Văn Thức")  # "không giới hạn theo kế hoạch" is long
    stage = counted(season, calls, (*VOTES, 8))
    panel = stage.screen.votes.panel
    assert panel.isVisible()
    area = panel.findChild(QScrollArea)
    assert area is not None
    assert area.widget().width() <= area.viewport().width()


def test_whatever_takes_the_focus_has_a_name(season: Session, calls: Calls) -> None:
    stage = counted(season, calls)
    for step in (MEMBERS, LIST, VOTES_STEP, MINUTES):
        stage.screen.go_to_step(step)
        for part in stage.screen.findChildren(QPushButton):
            assert part.text() or part.accessibleName(), part.objectName()
