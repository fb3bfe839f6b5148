"""The first set-up, as somebody does it for the first time."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.telex import WORDS, telex
from thiduaqt.services import setup
from thiduaqt.services.session import open_session
from thiduaqt.ui.dialogs import Answers
from thiduaqt.ui.screens import make_wizard
from thiduaqt.ui.screens.wizard.screen import Wizard
from thiduaqt.ui.tables.columns import CellEdit

Open = Callable[[], Wizard]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return the folder that is proposed for the data file."""
    made = tmp_path / "ThiDuaQt"
    made.mkdir()
    return made


@pytest.fixture
def open_wizard(qtbot: QtBot, folder: Path) -> Open:
    """Return what opens the wizard on ``folder``."""

    def make() -> Wizard:
        wizard = Wizard(folder)
        qtbot.addWidget(wizard)
        with qtbot.waitActive(wizard):
            wizard.show()
            wizard.activateWindow()
        return wizard

    return make


def type_into(field: QLineEdit, text: str) -> None:
    """Replace what stands in ``field`` by typing."""
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, text)


def finish(wizard: Wizard, qtbot: QtBot) -> Path:
    """Press the last button and return the file that was made."""
    qtbot.mouseClick(wizard.next, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: wizard.data_file is not None, timeout=20_000)
    assert wizard.data_file is not None
    return wizard.data_file


def test_three_letters_and_enter_find_the_commune(open_wizard: Open, qtbot: QtBot) -> None:
    wizard = open_wizard()
    qtbot.mouseClick(wizard.welcome.start, Qt.MouseButton.LeftButton)
    assert wizard.focusWidget() is wizard.commune.search
    QTest.keyClicks(wizard.commune.search, "cao minh")
    qtbot.keyClick(wizard.commune.search, Qt.Key.Key_Return)
    assert wizard.current() == 2
    assert wizard.draft.commune is not None
    assert wizard.draft.commune.name == "Cao Minh"
    assert wizard.draft.place == "Cao Minh"
    assert "XÃ CAO MINH" in wizard.letterhead.view.texts()


def test_namesakes_are_chosen_with_the_arrows(open_wizard: Open, qtbot: QtBot) -> None:
    wizard = open_wizard()
    wizard.open_page(1)
    QTest.keyClicks(wizard.commune.search, "minh hoa")
    qtbot.waitUntil(lambda: wizard.commune.list.rows.rowCount() > 1)
    first = wizard.draft.commune
    qtbot.keyClick(wizard.commune.search, Qt.Key.Key_Down)
    assert wizard.draft.commune not in (None, first)
    assert wizard.draft.commune == wizard.commune.list.rows.matches[1].commune
    assert wizard.commune.summary.name.text().endswith(wizard.draft.commune.name)


def test_what_does_not_exist_is_not_gone_on_with(open_wizard: Open, qtbot: QtBot) -> None:
    wizard = open_wizard()
    wizard.open_page(1)
    QTest.keyClicks(wizard.commune.search, "cao minh")
    qtbot.waitUntil(lambda: wizard.draft.commune is not None)
    QTest.keyClicks(wizard.commune.search, "zzz")
    qtbot.keyClick(wizard.commune.search, Qt.Key.Key_Return)
    assert wizard.current() == 1
    assert wizard.draft.commune is None
    assert wizard.strip.text().startswith("Chưa chọn đơn vị")
    assert "minhzzz" in wizard.commune.nothing.text()


def test_what_was_missing_is_not_said_any_longer_once_it_is_there(
    open_wizard: Open, qtbot: QtBot
) -> None:
    wizard = open_wizard()
    wizard.open_page(1)
    wizard.go_on()
    assert wizard.strip.isVisible()
    QTest.keyClicks(wizard.commune.search, "cao minh")
    qtbot.waitUntil(lambda: wizard.draft.commune is not None)
    assert not wizard.strip.isVisible()


def test_by_hand_nothing_is_chosen_until_it_is_typed(open_wizard: Open, qtbot: QtBot) -> None:
    wizard = open_wizard()
    wizard.open_page(1)
    QTest.keyClicks(wizard.commune.search, "cao minh")
    qtbot.waitUntil(lambda: wizard.draft.commune is not None)
    wizard.commune.by_hand.click()
    assert wizard.draft.commune is None
    wizard.commune.by_hand.click()
    assert wizard.draft.commune is not None


def test_a_unit_that_is_in_no_list_is_entered_by_hand(open_wizard: Open, qtbot: QtBot) -> None:
    wizard = open_wizard()
    wizard.open_page(1)
    qtbot.mouseClick(wizard.commune.by_hand, Qt.MouseButton.LeftButton)
    form = wizard.commune.hand.form
    telex(form.field("name"), "Bản Mới")
    qtbot.keyClick(form.field("name"), Qt.Key.Key_Tab)
    province = form.field("province").lineEdit()
    assert QApplication.focusWidget() in (province, form.field("province"))
    QTest.keyClicks(province, "tinh bac ninh")
    qtbot.keyClick(province.completer().popup(), Qt.Key.Key_Escape)
    qtbot.keyClick(province, Qt.Key.Key_Tab)
    assert wizard.draft.commune is not None
    assert wizard.draft.commune.display == "Xã Bản Mới — tỉnh Bắc Ninh"
    assert wizard.draft.commune.code == ""


def test_a_ward_says_to_dan_pho_unless_something_else_was_chosen(
    open_wizard: Open, qtbot: QtBot
) -> None:
    draft = open_wizard().draft
    ward = next(
        match.commune
        for match in setup.find_communes("hoàn kiếm", 5)
        if match.commune.kind == "phường"
    )
    draft.take_commune(setup.commune_named("Cao Minh", "Thái Nguyên"))
    assert draft.village_word == "thôn"
    draft.take_commune(ward)
    assert (draft.village_word, draft.place) == ("tổ dân phố", ward.name)
    draft.village_word, draft.place = "khu", "Thăng Long"
    draft.take_commune(setup.commune_named("Cao Minh", "Thái Nguyên"))
    assert (draft.village_word, draft.place) == ("khu", "Thăng Long")


def fill(wizard: Wizard) -> None:
    """Answer everything up to the last page."""
    wizard.open_page(1)
    QTest.keyClicks(wizard.commune.search, "cao minh")
    QTest.keyClick(wizard.commune.search, Qt.Key.Key_Return)
    type_into(wizard.letterhead.fields["first"], "Lo Van Khai")
    wizard.go_on()
    wizard.go_on()
    assert wizard.current() == 4


def test_the_last_page_shows_every_answer_and_makes_the_file(
    open_wizard: Open, folder: Path, qtbot: QtBot
) -> None:
    wizard = open_wizard()
    fill(wizard)
    shown = {label: value for label, value, _page in wizard.review.rows()}
    assert shown["Đơn vị"] == "Ủy ban nhân dân xã Cao Minh, tỉnh Thái Nguyên"
    assert "2 tập thể, 5 cá nhân" in shown["Số lượng khen"]
    path = finish(wizard, qtbot)
    assert path == folder / "caominh.tdqdb"
    session = open_session(path)
    office = session.office()
    assert office.commune == "xã Cao Minh"
    assert [signer.name for signer in office.signers] == ["Lo Van Khai"]
    movement = setup.movements(session)[0]
    assert movement.pack_code == "cao_minh_2026"
    assert len(setup.rounds(session, movement.id)) == 3
    session.close()
    assert wizard._tasks is None


def test_mending_goes_to_the_page_and_numbers_are_taken_over(
    open_wizard: Open, qtbot: QtBot
) -> None:
    wizard = open_wizard()
    fill(wizard)
    links = wizard.review.links
    qtbot.mouseClick(links[6], Qt.MouseButton.LeftButton)
    assert wizard.current() == 3
    grid = wizard.movement.quotas.grid
    grid.edited.emit([_cell(wizard, "individual", "7"), _cell(wizard, "collective", "")])
    wizard.go_on()
    assert (
        "Khen thưởng hằng năm: 7 cá nhân"
        in {label: value for label, value, _ in wizard.review.rows()}["Số lượng khen"]
    )
    session = open_session(finish(wizard, qtbot))
    plan = setup.movements(session)[0].definition
    assert plan is not None
    assert plan.quota("certificate_of_merit", "yearly", "individual", 2026)[1] == 7
    assert plan.quota("certificate_of_merit", "yearly", "collective", 2026)[1] is None
    session.close()


def _cell(wizard: Wizard, kind: str, text: str) -> object:
    row = wizard.movement.quotas.grid.rows()[0]
    return CellEdit(row=row, column_key=kind, old=row.shown(kind), new=text)


def test_a_number_that_is_none_is_refused(open_wizard: Open) -> None:
    wizard = open_wizard()
    fill(wizard)
    wizard.open_page(3)
    wizard.movement.quotas.grid.edited.emit([_cell(wizard, "individual", "năm")])
    assert "không phải một số" in wizard.movement.quotas.note.text()
    assert wizard.draft.maxima == {}
    type_into(wizard.movement.year, "26")
    wizard.go_on()
    assert wizard.current() == 3
    assert "không phải một năm" in wizard.strip.text()


def test_closing_and_starting_again_goes_on(open_wizard: Open) -> None:
    first = open_wizard()
    fill(first)
    first.reject()
    again = open_wizard()
    assert again.draft.commune is not None
    assert again.draft.commune.name == "Cao Minh"
    assert again.draft.names["chair"] == "Lo Van Khai"
    again.rail.wanted.emit(4)
    assert again.current() == 4


def test_a_name_that_is_taken_is_said_and_nothing_is_lost(
    open_wizard: Open, folder: Path, qtbot: QtBot, answers: Answers
) -> None:
    wizard = open_wizard()
    fill(wizard)
    taken = folder / "dang-co.tdqdb"
    taken.write_bytes(b"x")
    answers.give(taken)
    qtbot.mouseClick(wizard.review.links[-1], Qt.MouseButton.LeftButton)
    wizard.go_on()
    assert wizard.data_file is None
    assert "dang-co.tdqdb" in wizard.strip.text()
    assert taken.read_bytes() == b"x"


def test_a_place_that_cannot_be_written_is_told_in_words(
    open_wizard: Open, tmp_path: Path, qtbot: QtBot, answers: Answers
) -> None:
    wizard = open_wizard()
    fill(wizard)
    (tmp_path / "tep").write_bytes(b"")
    answers.give(tmp_path / "tep" / "xa.tdqdb")
    qtbot.mouseClick(wizard.review.links[-1], Qt.MouseButton.LeftButton)
    wizard.go_on()
    qtbot.waitUntil(lambda: wizard._tasks is None, timeout=20_000)
    assert wizard.data_file is None
    assert wizard.strip.isVisible()
    assert wizard.next.isEnabled()


def test_an_existing_file_is_opened(open_wizard: Open, folder: Path, answers: Answers) -> None:
    wizard = open_wizard()
    answers.give(folder / "cu.tdqdb")
    wizard.welcome.existing.click()
    assert wizard.data_file == folder / "cu.tdqdb"


def test_the_sample_is_made_and_marked(open_wizard: Open, qtbot: QtBot) -> None:
    wizard = open_wizard()
    wizard.welcome.sample.click()
    qtbot.waitUntil(lambda: wizard.data_file is not None, timeout=60_000)
    assert wizard.data_file is not None
    session = open_session(wizard.data_file)
    assert session.office().sample
    session.close()


def test_telex_arrives_in_every_field(open_wizard: Open) -> None:
    wizard = open_wizard()
    wizard.open_page(1)
    fields = [(1, wizard.commune.search), (1, wizard.commune.summary.other)]
    fields += [(2, wizard.letterhead.fields[key]) for key in ("place", "first", "standing_body")]
    wizard.draft.take_commune(setup.commune_named("Cao Minh", "Thái Nguyên"))
    for page, field in fields:
        wizard.open_page(page)
        field.clear()
        field.setFocus()
        for keys in WORDS.values():
            telex(field, keys + " ")
        assert field.text().split() == list(WORDS), field.objectName()


def test_signing_as_deputy_with_a_second_signer(open_wizard: Open, qtbot: QtBot) -> None:
    wizard = open_wizard()
    wizard.draft.take_commune(setup.commune_named("Cao Minh", "Thái Nguyên"))
    wizard.open_page(2)
    page = wizard.letterhead
    type_into(page.fields["first"], "Tran Van Hau")
    page.forms.button("deputy").click()
    assert page.view.texts()[-3:] == ["KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Tran Van Hau"]
    page.fields["first"].setFocus()
    assert page.view.outlined() == ["Tran Van Hau"]
    page.more.click()
    type_into(page.fields["second"], "Lo Van Khai")
    wizard.go_on()
    told = [(one.code, one.name) for one in wizard.draft.signers]
    assert told == [("deputy", "Tran Van Hau"), ("chair", "Lo Van Khai")]


def test_it_fits_a_small_screen_and_buttons_have_names(open_wizard: Open) -> None:
    wizard = open_wizard()
    fill(wizard)
    assert wizard.minimumSizeHint().width() <= 1093
    assert wizard.minimumSizeHint().height() <= 550
    for one in wizard.findChildren(QPushButton):
        assert one.accessibleName() or one.text(), one.objectName()


def test_the_chosen_pack_is_in_sight_on_a_small_screen(open_wizard: Open) -> None:
    wizard = open_wizard()
    fill(wizard)
    wizard.resize(1093, 550)
    wizard.open_page(3)
    page = wizard.movement
    titles = {info.code: info.title for info in setup.available_packs()}
    for code, card in page.cards.items():
        card.choice.click()
        assert card.visibleRegion().boundingRect().width() == card.width(), code
        assert page.title.text() == titles[code]


def focusable(wizard: Wizard) -> list[QWidget]:
    """Return what Tab goes to on the page shown."""
    return [
        one
        for one in wizard.findChildren(QWidget)
        if one.isVisible() and one.isEnabled() and one.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]


@pytest.mark.parametrize("page", range(5))
def test_every_page_can_be_heard_and_has_one_filled_button(open_wizard: Open, page: int) -> None:
    wizard = open_wizard()
    fill(wizard)
    wizard.open_page(page)
    QApplication.processEvents()
    for one in focusable(wizard):
        interface = QAccessible.queryAccessibleInterface(one)
        assert interface.text(QAccessible.Text.Name), (type(one), one.objectName(), one.parent())
    filled = [
        one
        for one in wizard.findChildren(QPushButton)
        if one.isVisible() and one.property("kind") == "primary"
    ]
    assert len(filled) == 1
    letters = [
        letter.lower()
        for one in wizard.findChildren(QPushButton)
        if one.isVisible()
        for letter in re.findall(r"&(.)", one.text())
    ]
    assert len(letters) == len(set(letters))
    assert all(letter.isascii() for letter in letters)


def test_the_program_opens_what_the_wizard_made(folder: Path, qtbot: QtBot) -> None:
    made: list[Wizard] = []

    def go_through() -> None:
        wizard = QApplication.activeModalWidget()
        assert isinstance(wizard, Wizard)
        made.append(wizard)
        fill(wizard)
        wizard.go_on()

    QTimer.singleShot(0, go_through)
    path = make_wizard(None, folder)
    assert path == folder / "caominh.tdqdb"
    assert path.exists()
    assert not (folder / "caominh.tdqdb-journal").exists()
    again = Wizard(folder)
    qtbot.addWidget(again)
    assert again.draft.commune is None, "answers that are in a file are not offered again"
    assert again.draft.proposed_file(folder) == folder / "dulieu.tdqdb"
    again.draft.take_commune(setup.commune_named("Cao Minh", "Thái Nguyên"))
    assert again.draft.proposed_file(folder).name == "caominh-2.tdqdb"


def test_esc_gives_up_and_makes_nothing(folder: Path) -> None:
    QTimer.singleShot(0, lambda: QApplication.activeModalWidget().reject())
    assert make_wizard(None, folder) is None
    assert list(folder.glob("*.tdqdb")) == []
