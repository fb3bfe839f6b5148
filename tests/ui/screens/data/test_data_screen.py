"""The data screen: a bundle out and in, the eight outcomes, backups, the check, the bin."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.bundles import a_season, an_office, movement_and_round, put, send, some_results
from tests.ui.conftest import Calls, context_on
from thiduaqt.domain.records import Nomination, Person
from thiduaqt.services import history, safety, sharing
from thiduaqt.services.session import Session
from thiduaqt.ui.dialogs import Answers
from thiduaqt.ui.screen import ScreenContext
from thiduaqt.ui.screens.data.screen import DataScreen


@pytest.fixture
def province(tmp_path: Path) -> Iterator[Session]:
    session = an_office(tmp_path, "tinh")
    yield session
    session.close()


@pytest.fixture
def commune(tmp_path: Path) -> Iterator[Session]:
    session = an_office(tmp_path, "xa")
    yield session
    session.close()


@pytest.fixture
def offices(commune: Session, province: Session) -> tuple[Session, Session]:
    return commune, province


def _context(session: Session, calls: Calls) -> ScreenContext:
    context = context_on(session, calls)
    movement, round_ = movement_and_round(session)
    context.movement_id, context.round_id = movement.id, round_.id
    return context


def _screen(qtbot: QtBot, context: ScreenContext, size: tuple[int, int] = (917, 462)) -> DataScreen:
    screen = DataScreen(context)
    qtbot.addWidget(screen)
    screen.resize(*size)
    screen.show()
    QApplication.processEvents()
    return screen


def test_an_empty_office_is_told_what_bundles_are(
    qtbot: QtBot, commune: Session, calls: Calls
) -> None:
    screen = _screen(qtbot, _context(commune, calls))
    assert screen.bundles.grid.rows() == ()
    screen.bundles.make.click()
    assert "chưa có hồ sơ nào" in screen.export.strip.accessibleName()
    assert not screen.export.go.isEnabled()


def test_a_bundle_is_made_and_told_only_once_it_was_read_back(
    qtbot: QtBot, commune: Session, calls: Calls, answers: Answers, tmp_path: Path
) -> None:
    a_season(commune)
    screen = _screen(qtbot, _context(commune, calls))
    screen.bundles.make.click()
    assert screen.export.recipient() == "Ủy ban nhân dân tỉnh Bắc Ninh"
    assert "5 hồ sơ đề nghị" in screen.export.contents.text()
    answers.give(tmp_path / "goi.tdq")
    screen.export.go.click()
    info = sharing.inspect_bundle(tmp_path / "goi.tdq")
    assert info.recipient_name == "Ủy ban nhân dân tỉnh Bắc Ninh"
    assert screen.stack.currentWidget() is screen.bundles
    assert "Đã xuất gói số 1: 15 mục" in screen.bundles.news.accessibleName()
    QApplication.processEvents()
    assert [log.direction for log in screen.bundles.grid.rows()] == ["out"]


def test_results_are_proposed_once_a_decision_is_issued(
    qtbot: QtBot, commune: Session, calls: Calls
) -> None:
    nominations = a_season(commune)
    screen = _screen(qtbot, _context(commune, calls))
    screen.bundles.make.click()
    assert screen.export.purpose() == "nominations"
    some_results(commune, nominations)
    screen.export.start()
    assert screen.export.purpose() == "results"
    assert screen.export.go.isEnabled()


def test_a_bundle_is_shown_before_it_comes_in_and_can_be_undone(
    qtbot: QtBot,
    offices: tuple[Session, Session],
    calls: Calls,
    answers: Answers,
    tmp_path: Path,
) -> None:
    commune, province = offices
    nominations = a_season(commune)
    send(commune, tmp_path / "1.tdq")
    person = commune.store.all(Person)[0]
    screen = _screen(qtbot, _context(province, calls))
    answers.give(tmp_path / "1.tdq")
    screen.bundles.take.click()
    assert screen.preview.badge.text() == "Chưa ký"
    assert screen.preview.go.text() == "Nhập 15 mục"
    assert province.store.find(Nomination, nominations[0].id) is None
    screen.preview.go.click()
    assert province.store.get(Person, person.id).full_name == person.full_name
    assert "15 mới" in screen.bundles.news.accessibleName()
    assert calls.toasts == ["Nhập gói số 1 của Ủy ban nhân dân xã Minh Họa."]
    # The same file again: said, and nothing to press.
    answers.give(tmp_path / "1.tdq")
    screen.bundles.take.click()
    assert "Tệp này đã nhập lúc 20/11/2026 14:32" in screen.preview.strip.accessibleName()
    assert not screen.preview.go.isVisibleTo(screen.preview)
    history.undo(province)
    assert province.store.find(Person, person.id) is None


def test_a_bundle_opened_from_outside_is_shown(
    qtbot: QtBot, offices: tuple[Session, Session], calls: Calls, tmp_path: Path
) -> None:
    commune, province = offices
    a_season(commune)
    send(commune, tmp_path / "1.tdq")
    screen = _screen(qtbot, _context(province, calls))
    screen.open_with(bundle=tmp_path / "1.tdq")
    assert screen.stack.currentWidget() is screen.preview
    assert screen.preview.go.text() == "Nhập 15 mục"


def test_changes_stand_first_and_withdrawals_need_a_tick(
    qtbot: QtBot,
    offices: tuple[Session, Session],
    calls: Calls,
    answers: Answers,
    tmp_path: Path,
) -> None:
    commune, province = offices
    nominations = a_season(commune)
    send(commune, tmp_path / "1.tdq")
    screen = _screen(qtbot, _context(province, calls))
    answers.give(tmp_path / "1.tdq")
    screen.bundles.take.click()
    screen.preview.go.click()
    person = commune.store.all(Person)[0]
    put(commune, replace(person, birth="1990"))
    put(commune, replace(nominations[1], deleted=True))
    send(commune, tmp_path / "2.tdq")
    answers.give(tmp_path / "2.tdq")
    screen.bundles.take.click()
    shown = screen.preview.grid.shown_rows()
    assert [item.outcome for item in shown[:3]] == ["waiting", "updated", "same"]
    assert screen.preview.grid.select_row(("person", person.id, False))
    assert "Ngày sinh: 12/03/1985 → 1990" in screen.preview.detail.text()
    assert screen.preview.agree.isVisibleTo(screen.preview)
    assert not screen.preview.agree.isChecked()
    qtbot.mouseClick(screen.preview.agree, Qt.MouseButton.LeftButton)
    assert screen.preview.go.text() == "Nhập 2 mục"
    screen.preview.go.click()
    assert province.store.get(Nomination, nominations[1].id).deleted


def test_a_strange_file_ends_in_a_sentence(
    qtbot: QtBot, province: Session, calls: Calls, answers: Answers, tmp_path: Path
) -> None:
    (tmp_path / "la.tdq").write_bytes(b"")
    screen = _screen(qtbot, _context(province, calls))
    answers.give(tmp_path / "la.tdq")
    screen.bundles.take.click()
    assert len(calls.errors) == 1
    assert str(calls.errors[0]).startswith("Tệp rỗng (0 byte). Có thể USB bị rút sớm.")
    assert screen.stack.currentWidget() is screen.bundles


def test_backup_and_restore(qtbot: QtBot, commune: Session, calls: Calls, answers: Answers) -> None:
    a_season(commune)
    screen = _screen(qtbot, _context(commune, calls))
    screen.open_with(tab="backups")
    assert "Chưa sao lưu lần nào" in screen.backups.state.accessibleName()
    screen.backups.now.click()
    assert "Đã sao lưu và kiểm tra lại" in screen.backups.state.accessibleName()
    person = commune.store.all(Person)[0]
    put(commune, replace(person, full_name="Sửa sau"))
    answers.give(False)
    screen.backups.back.click()
    assert commune.store.get(Person, person.id).full_name == "Sửa sau"
    answers.give(True)
    screen.backups.back.click()
    assert commune.store.get(Person, person.id).full_name == person.full_name
    assert "Dữ liệu hiện tại được cất thành bản sao lưu" in answers.seen[-1]
    screen.reload()  # as the window does after a restore
    assert "truoc-khoi-phuc" in screen.backups.state.accessibleName()
    screen.show_page("bundles")
    screen.show_page("backups")
    screen.reload()
    assert screen.backups.state.isHidden()


def test_an_old_backup_is_pointed_out(qtbot: QtBot, commune: Session, calls: Calls) -> None:
    made = safety.backup(commune)
    made.path.rename(made.path.with_name("xa-20261111-080000-tay.tdqdb"))
    screen = _screen(qtbot, _context(commune, calls))
    screen.show_page("backups")
    assert screen.backups.state.accessibleName() == "9 ngày chưa sao lưu."


def test_the_check_is_told_in_words(qtbot: QtBot, commune: Session, calls: Calls) -> None:
    a_season(commune)
    screen = _screen(qtbot, _context(commune, calls))
    screen.show_page("check")
    screen.check.go.click()
    assert screen.check.result.accessibleName() == "Dữ liệu nguyên vẹn. Không cần làm gì."
    assert screen.check.go.isEnabled()
    commune.store.connection.execute("UPDATE person SET full_name = 'Kẻ khác'")
    screen.check.go.click()
    assert "Dữ liệu có chỗ hỏng" in screen.check.result.accessibleName()


def test_the_bin_gives_back(qtbot: QtBot, commune: Session, calls: Calls) -> None:
    nomination = a_season(commune)[0]
    put(commune, replace(nomination, deleted=True))
    screen = _screen(qtbot, _context(commune, calls))
    assert screen.tabs.button("trash").text() == "Thùng rác  1"
    screen.show_page("trash")
    assert not screen.trash.back.isEnabled()
    screen.trash.grid.select_row(("nomination", nomination.id))
    screen.trash.back.click()
    assert not commune.store.get(Nomination, nomination.id).deleted
    assert calls.toasts == ["Khôi phục Nguyễn Thị Thử 0."]
    QApplication.processEvents()
    assert screen.trash.grid.rows() == ()


def test_no_page_needs_to_scroll_sideways(
    qtbot: QtBot, commune: Session, calls: Calls, tmp_path: Path
) -> None:
    a_season(commune, people=20)
    send(commune, tmp_path / "1.tdq")
    screen = _screen(qtbot, _context(commune, calls))
    for page in ("bundles", "backups", "check", "trash"):
        screen.show_page(page)
        QApplication.processEvents()
        assert screen.minimumSizeHint().width() <= 917
    for grid in (screen.bundles.grid, screen.backups.grid, screen.trash.grid):
        assert grid.view.horizontalScrollBar().maximum() == 0
