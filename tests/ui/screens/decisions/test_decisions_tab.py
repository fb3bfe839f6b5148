"""The tab of decisions: drafted, filled in, refused, issued, opened again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from tests.builders import a_session
from tests.ui.conftest import Calls
from tests.ui.screens.decisions.conftest import Stage, make_season, settle
from tests.ui.telex import WORDS, telex
from thiduaqt.domain.records import CouncilSession, Decision
from thiduaqt.services import council, decisions, history, register, sample
from thiduaqt.services.sample import Season
from thiduaqt.services.session import Session
from thiduaqt.ui.dialogs import Answers
from thiduaqt.ui.screens.decisions.columns import money_words, to_check
from thiduaqt.ui.screens.decisions.decision_list import DecisionModel
from thiduaqt.ui.screens.decisions.issuing import answer_rows
from thiduaqt.ui.widgets.editors import ChoiceBox

Opens = Callable[[Session], Stage]


def fill_in(stage: Stage) -> None:
    stage.type("number", "131")
    stage.type("date", "10/12/2026")


def the_decision(season: Season) -> Decision:
    return season.session.store.get(Decision, season.decision_id)


# -- empty -----------------------------------------------------------------------------------


def test_without_a_session_it_leads_to_the_council(tmp_path: Path, open_stage: Opens) -> None:
    session = a_session(tmp_path)
    stage = open_stage(session)
    words = " ".join(label.text() for label in stage.screen.page.empty.findChildren(QLabel))
    assert "Chưa có quyết định nào" in words
    assert stage.filled() == []
    stage.press("decisions.to_council")
    assert stage.calls.navigated == [("council", {})]
    session.close()


def test_a_locked_session_is_drafted_from_here(season: Season, open_stage: Opens) -> None:
    history.undo(season.session)  # the draft the sample made
    stage = open_stage(season.session)
    words = " ".join(label.text() for label in stage.screen.page.empty.findChildren(QLabel))
    assert "Phiên họp ngày 04/12/2026 đã chốt, chọn 7 trường hợp." in words
    assert stage.filled() == ["decisions.draft"]
    stage.press("decisions.draft")
    assert stage.screen.desk.sheet is not None
    assert len(stage.screen.page.grid.rows()) == 7
    assert stage.field("number").hasFocus()


def test_a_second_locked_session_waits_below_the_list(season: Season, open_stage: Opens) -> None:
    session = season.session
    opened = council.open_session(session, season.round.id, held_on="2026-12-20").session
    line = decisions.lines(session, season.decision_id)[0]
    vote = replace(
        council.results(session, the_decision(season).session_id or "").rows[0].vote,
        id=session.new_id(),
        session_id=opened.id,
        nomination_id=line.nomination_id,
        chosen=True,
    )
    with session.store.transaction("Chốt", actor="thu") as writing:
        writing.put(vote)
        writing.put(replace(writing.get(CouncilSession, opened.id), state="locked"))
    stage = open_stage(session)
    assert stage.screen.desk.decision_id == season.decision_id
    stage.press("decisions.draft_next")
    assert stage.screen.desk.decision_id != season.decision_id
    assert len(stage.screen.page.rows) == 2


# -- full ------------------------------------------------------------------------------------


def test_a_draft_shows_list_sum_and_arithmetic(stage: Stage) -> None:
    page = stage.screen.page
    assert [line.ordinal for line in page.grid.shown_rows()] == list(range(1, 8))
    assert page.total.count.text() == "2 tập thể, 5 cá nhân"
    assert page.total.sum.text() == "6.840.000"
    assert page.total.words.whole() == "Sáu triệu tám trăm bốn mươi nghìn đồng"
    assert "0,3 × 2.530.000 = 759.000, làm tròn 760.000 đồng" in page.notes.sums.text.whole()
    assert not stage.field("over_quota_reason").isVisible()
    assert stage.message("number") == ""  # nothing is wrong yet: văn thư gives the number
    assert stage.filled() == ["decisions.issue.button"]


def test_the_total_stays_below_whatever_the_order(stage: Stage) -> None:
    page = stage.screen.page
    stage.resize(1190, 608)
    page.grid.sort_by("money", descending=True)
    page.grid.sort_by("name", descending=True)
    settle()
    assert page.total.y() >= page.grid.geometry().bottom()
    heading = page.grid.view.heading
    money = page.grid.model.column_number("money")
    right = heading.section_rect(money).right()
    assert abs(page.total.sum.geometry().right() - right) < 12
    heading.resizeSection(money, 180)
    settle()
    assert page.total.sum.width() > 150


def test_money_that_has_two_readings_is_marked(season: Season) -> None:
    line = decisions.lines(season.session, season.decision_id)[0]
    assert not to_check(line)
    doubtful = replace(line, money_other=1_530_000)
    assert to_check(doubtful)
    assert "Cần kiểm tra" in money_words(doubtful)
    assert "1.530.000" in money_words(doubtful)
    assert "hết hạn" in money_words(replace(line, money_to_check=True))


def test_doubtful_money_is_shown_on_the_screen(
    season: Season, open_stage: Opens, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = decisions.lines

    def doubtful(session: Session, decision_id: str) -> tuple[object, ...]:
        return tuple(replace(line, money_to_check=True) for line in real(session, decision_id))

    monkeypatch.setattr(decisions, "lines", doubtful)
    stage = open_stage(season.session)
    notes = stage.screen.page.notes
    assert notes.check.isVisible()
    assert "7 dòng cần kiểm tra" in notes.check.text.whole()


def test_the_list_goes_from_decision_to_decision(season: Season, open_stage: Opens) -> None:
    session = season.session
    old = replace(
        the_decision(season),
        id="cu",
        session_id=None,
        number="96/QĐ-UBND",
        date="2025-10-10",
        state="issued",
    )
    with session.store.transaction("x", actor="a") as writing:
        writing.put(old)
    stage = open_stage(session)
    view = stage.screen.page.list
    model = view.model()
    assert isinstance(model, DecisionModel)
    assert [type(entry).__name__ for entry in model.entries] == [
        "int", "DecisionRow", "int", "DecisionRow",
    ]  # fmt: skip
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_Down)  # over the heading of the year
    settle()
    assert stage.screen.desk.decision_id == "cu"
    assert stage.field("number").isReadOnly()


# -- one click path --------------------------------------------------------------------------


def test_a_decision_is_issued(stage: Stage, season: Season, answers: Answers, calls: Calls) -> None:
    fill_in(stage)
    assert the_decision(season).number == "131/QĐ-UBND"
    assert the_decision(season).date == "2026-12-10"
    answers.give(True)
    stage.press("decisions.issue.button")
    assert answers.seen == ["Ban hành quyết định: Kiểm tra lại trước khi ban hành"]
    assert the_decision(season).state == "issued"
    assert [row.ordinal for row in register.listing(season.session)][-1] == "07"
    assert calls.toasts == ["Đã ban hành quyết định 131/QĐ-UBND; 7 đối tượng đã vào sổ khen."]
    assert stage.field("number").isReadOnly()
    assert stage.filled() == ["decisions.print.button"]
    stage.press("decisions.print.button")
    assert calls.navigated == [("certificates", {"decision": season.decision_id})]


def test_the_keyboard_alone_issues(stage: Stage, season: Season, answers: Answers) -> None:
    stage.field("number").setFocus()
    QTest.keyClicks(stage.field("number"), "131")
    QTest.keyClick(stage.field("number"), Qt.Key.Key_Tab)
    assert stage.field("date").hasFocus()
    QTest.keyClicks(stage.field("date"), "10/12/2026")
    answers.give(True)
    # Still in the date: the mnemonic stores what is being typed before it checks.
    stage.screen.issue_button.click()
    settle()
    assert the_decision(season).state == "issued"
    assert the_decision(season).date == "2026-12-10"


def test_the_card_names_five_facts_and_remarks_with_their_way_back(
    stage: Stage, season: Season
) -> None:
    fill_in(stage)
    sheet = stage.screen.desk.sheet
    assert sheet is not None
    rows = answer_rows(sheet)
    assert [row.value for row in rows] == [
        "131/QĐ-UBND · 10/12/2026",
        "CHỦ TỊCH · Lò Văn Khải",
        "7: 2 tập thể (tối đa 2), 5 cá nhân (tối đa 5)",
        "6.840.000 đồng",
        "số 01 đến 07",
        "Ngày quyết định 10/12/2026 chưa đến. Xem lại ngày.",
    ]
    assert all(row.key for row in rows)


@pytest.mark.parametrize(("answer", "key"), [("signer", "signer"), ("number", "number")])
def test_mending_leads_back_to_the_field(
    stage: Stage, season: Season, answers: Answers, answer: str, key: str
) -> None:
    fill_in(stage)
    answers.give(answer)
    stage.press("decisions.issue.button")
    focus = QApplication.focusWidget()
    field = stage.screen.page.facts.form.field(key)
    assert focus is not None
    assert focus is field or field.isAncestorOf(focus)
    assert the_decision(season).state == "draft"


def test_another_signer_is_chosen(stage: Stage, season: Season) -> None:
    box = stage.screen.page.facts.form.field("signer")
    assert isinstance(box, ChoiceBox)
    line, completer = box.lineEdit(), box.completer()
    assert line is not None
    assert completer is not None
    box.setFocus()
    line.selectAll()
    QTest.keyClicks(line, "mai lan")
    completer.popup().hide()
    QTest.keyClick(line, Qt.Key.Key_Tab)
    settle()
    signer = the_decision(season).signer
    assert signer is not None
    assert signer.name == "Hà Thị Mai Lan"


@pytest.mark.parametrize("key", ["number", "abstract"])
def test_vietnamese_can_be_typed(stage: Stage, key: str) -> None:
    field = stage.field(key)
    for word, keys in list(WORDS.items())[:8]:
        field.clear()
        field.setFocus()
        telex(field, keys)
        assert field.text() == word


# -- what stands in the way ------------------------------------------------------------------


def test_without_number_and_date_nothing_is_issued(stage: Stage, season: Season) -> None:
    stage.press("decisions.issue.button")
    summary = stage.screen.page.summary
    assert summary.isVisible()
    assert summary.hasFocus()
    assert summary.accessibleName() == "Chưa ban hành được: còn 2 mục"
    assert [link.text() for link in summary.links] == ["Số quyết định", "Ngày quyết định"]
    assert stage.message("number") == "Chưa có số quyết định (văn thư cấp)."
    assert register.listing(season.session) == ()
    summary.links[1].click()
    assert stage.field("date").hasFocus()
    assert stage.window.size().toTuple() == (917, 462)  # the summary does not push it open
    fill_in(stage)
    assert not summary.isVisible()


def test_a_used_number_is_told_at_once_and_blocks(season: Season, open_stage: Opens) -> None:
    session = season.session
    other = replace(
        the_decision(season),
        id="khac",
        session_id=None,
        number="131/QĐ-UBND",
        date="2026-12-02",
        state="issued",
    )
    with session.store.transaction("x", actor="a") as writing:
        writing.put(other)
    stage = open_stage(session)
    stage.screen.page.choose(season.decision_id)
    fill_in(stage)
    told = "Số 131/QĐ-UBND đã dùng cho quyết định ngày 02/12/2026. Gõ số khác."
    assert stage.message("number") == told
    stage.press("decisions.issue.button")
    assert [link.text() for link in stage.screen.page.summary.links] == ["Số quyết định"]
    assert the_decision(season).state == "draft"
    stage.type("number", "132")
    assert stage.message("number") == ""


def test_above_the_number_a_reason_is_asked_for(
    tmp_path: Path, open_stage: Opens, answers: Answers
) -> None:
    season = make_season(tmp_path, exceed="Nhiều người bằng phiếu")
    decisions.edit(season.session, season.decision_id, over_quota_reason="")
    stage = open_stage(season.session)
    assert stage.field("over_quota_reason").isVisible()
    assert "tối đa 5" in stage.message("over_quota_reason")
    fill_in(stage)
    stage.press("decisions.issue.button")
    assert [link.text() for link in stage.screen.page.summary.links] == ["Lý do vượt số lượng"]
    stage.type("over_quota_reason", "Nam nu bang phieu")
    assert stage.message("over_quota_reason") == ""
    answers.give(True)
    stage.press("decisions.issue.button")
    assert the_decision(season).state == "issued"
    season.session.close()


def test_a_day_before_the_council_is_pointed_out_only(
    stage: Stage, season: Season, answers: Answers
) -> None:
    stage.type("number", "131")
    stage.type("date", "01/12/2026")
    assert "sớm hơn ngày họp Hội đồng 04/12/2026" in stage.message("date")
    answers.give(True)
    stage.press("decisions.issue.button")
    assert the_decision(season).state == "issued"


def test_a_date_that_cannot_be_read_stays_and_blocks(stage: Stage, season: Season) -> None:
    fill_in(stage)
    stage.type("date", "31/02/2026")
    assert "31/02/2026" in stage.message("date")
    stage.type("abstract", "Tang Giay khen")
    assert stage.field("date").text() == "31/02/2026"
    stage.press("decisions.issue.button")
    assert [link.text() for link in stage.screen.page.summary.links] == ["Ngày quyết định"]
    assert the_decision(season).state == "draft"


def test_a_number_that_is_none_is_refused_in_place(stage: Stage, season: Season) -> None:
    stage.type("number", "131")
    stage.type("number", "mot")
    assert "“mot” không phải số quyết định" in stage.message("number")
    assert stage.field("number").text() == "131"
    assert the_decision(season).number == "131/QĐ-UBND"


def test_a_council_opened_again_leads_back_there(
    season: Season, open_stage: Opens, calls: Calls
) -> None:
    sitting = the_decision(season).session_id or ""
    council.reopen(season.session, sitting, "Đếm lại phiếu")
    stage = open_stage(season.session)
    fill_in(stage)
    stage.press("decisions.issue.button")
    link = stage.screen.page.summary.links[0]
    assert link.text() == "Xét duyệt"
    link.click()
    assert calls.navigated == [("council", {})]


# -- issued ----------------------------------------------------------------------------------


def test_opening_again_asks_why(season: Season, open_stage: Opens, answers: Answers) -> None:
    sample.decide(season)
    stage = open_stage(season.session)
    assert "Ban hành ngày 10/12/2026" in stage.screen.page.notes.origin.text.whole()
    answers.give(None)
    stage.press("decisions.reopen")
    assert the_decision(season).state == "issued"
    answers.give("Sai tên một người")
    stage.press("decisions.reopen")
    assert the_decision(season).state == "draft"
    assert stage.field("number").text() == "131"
    assert not stage.field("number").isReadOnly()
    assert stage.screen.page.notes.origin.text.whole() == "Đã mở lại: Sai tên một người"
    assert register.listing(season.session) == ()


def test_an_award_handed_over_keeps_it_closed(
    season: Season, open_stage: Opens, answers: Answers, calls: Calls
) -> None:
    sample.decide(season)
    award = register.listing(season.session)[0]
    register.hand_over(season.session, award.id, day="18/12/2026", receiver="Bà Hà")
    stage = open_stage(season.session)
    answers.give("Sai tên")
    stage.press("decisions.reopen")
    assert "đã trao" in str(calls.errors.pop())
    assert the_decision(season).state == "issued"


def test_it_opens_at_a_decision(season: Season, open_stage: Opens) -> None:
    stage = open_stage(season.session)
    stage.screen.open_with(part="register")
    stage.screen.open_with(decision_id=season.decision_id)
    assert stage.screen.tab() == "decisions"
    assert stage.screen.desk.decision_id == season.decision_id
