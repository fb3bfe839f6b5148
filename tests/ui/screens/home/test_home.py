"""Việc cần làm as the officer meets it: one button per task, dates in place, nothing invented."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from tests.builders import NOW, a_session, an_empty_session, the_movement, the_round
from tests.ui.conftest import Calls, context_on
from tests.ui.telex import telex
from thiduaqt.domain.plan import Target
from thiduaqt.domain.records import Round
from thiduaqt.services import (
    council,
    decisions,
    movements,
    nominating,
    nominations,
    registers,
    sample,
    setup,
    targets,
)
from thiduaqt.services.session import Session, open_session
from thiduaqt.ui.screen import ScreenContext
from thiduaqt.ui.screens import SCREENS
from thiduaqt.ui.screens.council.locking import LIST, VOTES
from thiduaqt.ui.screens.home.rows import TaskRow
from thiduaqt.ui.screens.home.screen import HomeScreen


@dataclass
class Home:
    """A shown screen, the session that writes for it, and what it asked the window to do."""

    screen: HomeScreen
    context: ScreenContext
    writer: Session
    calls: Calls

    def row(self, key: str) -> TaskRow:
        return next(row for row in self.screen.tasks.rows if row.task.key == key)

    def button(self, key: str) -> QPushButton:
        found = self.row(key).action
        assert found is not None
        return found

    def round(self) -> Round:
        return self.writer.store.get(Round, self.context.round_id)


Open = Callable[[Session], Home]


@pytest.fixture
def open_home(qtbot: QtBot, calls: Calls) -> Iterator[Open]:
    opened: list[Home] = []

    def make(writer: Session) -> Home:
        context = context_on(writer, calls)
        screen = HomeScreen(context)
        qtbot.addWidget(screen)
        screen.resize(917, 462)
        screen.show()
        QApplication.processEvents()
        opened.append(Home(screen, context, writer, calls))
        return opened[-1]

    yield make
    for home in opened:
        home.context.session.close()
        home.writer.close()
    assert not calls.errors


@pytest.fixture
def checked(tmp_path: Path) -> Session:
    """Return the sample season with its dossiers checked, read on the day of the pictures."""
    session = sample.prepare(tmp_path / "mau")
    path = session.path
    session.close()
    return open_session(path, actor="can-bo", clock=lambda: NOW)


def test_a_new_office_sees_one_task_and_no_dates(open_home: Open, tmp_path: Path) -> None:
    home = open_home(a_session(tmp_path))
    assert [row.task.key for row in home.screen.tasks.rows if row.task.now] == ["units"]
    assert home.screen.subtitle.text() == "Thứ Sáu, 20/11/2026"
    assert home.button("units").property("kind") == "primary"


def test_each_button_opens_its_screen_with_its_filter(open_home: Open, checked: Session) -> None:
    home = open_home(checked)
    rows = [row for row in home.screen.tasks.rows if row.action is not None]
    for row in rows:
        assert row.action is not None
        row.action.click()
        assert home.calls.navigated[-1] == (row.task.screen, dict(row.task.filters))
    known = {spec.key for spec in SCREENS}
    assert {key for key, _filters in home.calls.navigated} <= known
    assert {row.task.key for row in rows} >= {"lists", "missing", "blocked", "council"}


def test_the_session_opens_at_the_step_it_is_in(open_home: Open, checked: Session) -> None:
    around = the_round(checked).id
    council.open_session(checked, around, held_on="20/11/2026")
    home = open_home(checked)
    home.button("council").click()
    assert home.calls.navigated == [("council", {"step": LIST})]
    sitting = council.sessions(checked, around)[0].id
    ready = [row.id for row in nominations.listing(checked, around)]
    council.send_to_session(checked, sitting, ready, only_ready=True)
    home.screen.reload()
    home.button("council").click()
    assert home.calls.navigated[-1] == ("council", {"step": VOTES})


def test_enter_runs_the_first_task(open_home: Open, checked: Session, qtbot: QtBot) -> None:
    home = open_home(checked)
    first = home.screen.tasks.first_button()
    assert first is home.button("lists")
    first.setFocus()
    qtbot.keyClick(first, Qt.Key.Key_Return)
    assert home.calls.navigated == [("units", {"state": "silent"})]


def test_only_one_button_is_filled(open_home: Open, checked: Session) -> None:
    home = open_home(checked)
    filled = [
        one for one in home.screen.findChildren(QPushButton) if one.property("kind") == "primary"
    ]
    assert filled == [home.button("lists")]


def test_every_row_is_one_sentence_for_listeners(open_home: Open, checked: Session) -> None:
    home = open_home(checked)
    said = home.button("missing").accessibleDescription()
    assert said == (
        "2 hồ sơ còn thiếu, Văn bản đề nghị của đơn vị, kèm danh sách 2, Còn 5 ngày, hạn 25/11/2026"
    )


def test_buttons_stay_inside_the_smallest_window(open_home: Open, checked: Session) -> None:
    home = open_home(checked)
    area = home.screen.tasks._area
    for row in home.screen.tasks.rows:
        if row.action is not None:
            right = row.action.mapTo(area.viewport(), QPoint(row.action.width(), 0)).x()
            assert right <= area.viewport().width()
            assert row.action.width() >= row.action.sizeHint().width()


def test_a_reload_keeps_the_focus(open_home: Open, checked: Session) -> None:
    home = open_home(checked)
    button = home.button("missing")
    button.setFocus()
    home.screen.reload()
    assert home.button("missing") is button
    home.context.tasks.run(lambda s: registers.add(s, "unit", [{"name": "Thôn 77"}]))
    QApplication.processEvents()
    assert home.row("lists").task.title == "3 đơn vị chưa có hồ sơ đề nghị"
    assert home.button("missing").hasFocus()


def test_dates_are_typed_in_place_and_counted_back(open_home: Open, tmp_path: Path) -> None:
    home = open_home(a_session(tmp_path))
    home.screen.dates_link.click()
    field = home.screen.dates.form.field("award_day")
    field.setFocus()
    telex(field, "18/12/2026")
    home.screen.dates.form.field("deadline").setFocus()
    QApplication.processEvents()
    assert home.round().award_day == "2026-12-18"
    assert home.screen.shown is not None
    steps = {step.key: step.when for step in home.screen.shown.line.steps}
    assert (steps["council"], steps["award"]) == ("gợi ý 04/12/2026", "18/12/2026")


def test_a_deadline_after_the_award_day_is_refused_beside_its_field(
    open_home: Open, tmp_path: Path
) -> None:
    home = open_home(a_session(tmp_path))
    home.screen.dates_link.click()
    home.screen.dates.changed.emit("19/12/2026", "18/12/2026")
    assert "sau ngày trao" in home.screen.dates.form.message("deadline")
    assert home.round().award_day == ""


def test_a_quarter_is_stored_as_a_quarter(open_home: Open, tmp_path: Path) -> None:
    home = open_home(a_session(tmp_path))
    home.screen.dates_link.click()
    field = home.screen.dates.form.field("award_day")
    field.setFocus()
    telex(field, "Quy II/2027")
    home.screen.dates.form.field("deadline").setFocus()
    QApplication.processEvents()
    assert home.round().award_day == "2027-Q2"


def test_steps_of_the_line_open_their_screens(open_home: Open, checked: Session) -> None:
    home = open_home(checked)
    for key in ("call", "collect", "council", "decide", "award", "report"):
        home.screen.timeline.opened.emit(key)
    opened = [key for key, _filters in home.calls.navigated]
    assert opened == ["units", "nominations", "council", "decisions", "decisions", "data"]
    assert home.screen.dates.isHidden()
    home.screen.timeline.opened.emit("launch")
    assert not home.screen.dates.isHidden()


def test_work_elsewhere_shows_here_at_once(open_home: Open, tmp_path: Path) -> None:
    home = open_home(a_session(tmp_path))
    home.context.tasks.run(lambda s: registers.add(s, "unit", [{"name": "Thôn 3"}]))
    QApplication.processEvents()
    assert home.row("lists").task.title == "Chưa có hồ sơ đề nghị nào"
    home.context.tasks.run(
        lambda s: nominating.add(s, home.context.round_id, [{"name": "Ông A", "unit": "Thôn 3"}])
    )
    QApplication.processEvents()
    assert home.row("lists").task.state == "done"


def test_quotas_and_decisions_stand_at_the_right(open_home: Open, tmp_path: Path) -> None:
    season = sample.start(tmp_path / "mua.tdqdb")
    sample.enter_registers(season)
    sample.take_in(season, sample.write_lists(season, tmp_path / "lists"))
    sample.fill_dossiers(season)
    sample.hold_council(season)
    sample.decide(season)
    home = open_home(season.session)
    said = [meter.accessibleName() for meter in home.screen.side.quotas.meters]
    assert said[0].startswith("Tập thể, 2 chọn, tối đa 2")
    assert any(one.startswith("Cá nhân, 5 chọn, tối đa 5") for one in said)
    links = home.screen.side.recent.findChildren(QPushButton)
    assert [link.text() for link in links] == ["Quyết định 131/QĐ-UBND"]
    links[0].click()
    decision = decisions.listing(season.session)[0].id
    assert home.calls.navigated == [("decisions", {"decision_id": decision})]


def test_a_past_round_offers_the_next(open_home: Open, tmp_path: Path) -> None:
    writer = a_session(tmp_path)
    around = the_round(writer)
    with writer.store.transaction("Đợt cũ", actor="can-bo") as writing:
        writing.put(replace(around, year=2025, name="Khen thưởng hằng năm 2025"))
    home = open_home(writer)
    assert home.screen.strip.text() == "Khen thưởng hằng năm 2025: năm của đợt này đã qua."
    home.screen.strip._buttons[0].click()
    QApplication.processEvents()
    years = [one.year for one in setup.rounds(writer, the_movement(writer).id)]
    assert 2026 in years
    assert home.calls.toasts == ["Đã mở đợt 2026. Chọn đợt ở phía trên."]
    assert not home.screen.strip._buttons


def test_without_a_movement_there_is_a_way_to_begin(
    open_home: Open, tmp_path: Path, calls: Calls
) -> None:
    writer = a_session(tmp_path)
    with writer.store.transaction("Xóa", actor="can-bo", undoable=False) as writing:
        for around in writer.store.all(Round):
            writing.remove(around)
        writing.remove(the_movement(writer))
    home = open_home(writer)
    assert home.context.round_id == ""
    start = home.screen.findChild(QPushButton, "home.empty.start")
    assert start.isVisible()
    assert home.screen.dates_link.isHidden()
    start.click()
    assert calls.navigated == [("movements", {"new": "pack"})]


def test_an_office_not_set_up_leaves_the_start_to_the_window(
    open_home: Open, tmp_path: Path
) -> None:
    home = open_home(an_empty_session(tmp_path))
    start = home.screen.findChild(QPushButton, "home.empty.start")
    assert start.isVisible()
    start.click()
    assert not setup.movements(home.writer)


def test_targets_at_risk_lead_to_their_figures(tmp_path: Path, open_home: Open) -> None:
    writer = a_session(tmp_path)
    movement = the_movement(writer)
    wanted = (
        Target(code="a", statement="Đã đạt", operator=">=", value="10", unit="%"),
        Target(code="b", statement="Gần đạt mức kế hoạch", operator=">=", value="90", unit="%"),
        Target(code="c", statement="Vượt mức trần", operator="<=", value="2", unit="%"),
        Target(code="d", statement="Chưa có số", operator=">=", value="5"),
    )
    movements.change_rules(writer, movement.id, "Thử", lambda now: replace(now, targets=wanted))
    figures = [("a", "50%"), ("b", "85%"), ("c", "9%")]
    targets.record(
        writer,
        movement.id,
        [targets.Entry(target=code, value=value, period="2026") for code, value in figures],
    )
    home = open_home(writer)
    card = home.screen.side.targets
    links = [link for line in card.lines for link in line.findChildren(QPushButton)]
    assert [link.accessibleName() for link in links] == ["Vượt mức trần", "Gần đạt mức kế hoạch"]
    assert "85%, ≥ 90%, Có nguy cơ không đạt" in links[1].toolTip()
    links[1].click()
    card.update_link.click()
    place = {"movement_id": movement.id, "tab": "targets", "field": "figures"}
    assert home.calls.navigated == [
        ("movements", place | {"item": "b"}), ("movements", place | {"item": ""}),
    ]  # fmt: skip
    targets.record(writer, movement.id, [targets.Entry(target="b", value="95%", period="2026")])
    targets.record(writer, movement.id, [targets.Entry(target="c", value="1%", period="2026")])
    home.screen.reload()
    QApplication.processEvents()
    assert card.isHidden()
