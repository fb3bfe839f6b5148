"""Cài đặt, as an officer uses it."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.builders import an_empty_session
from tests.ui.conftest import Calls, context_on
from tests.ui.telex import WORDS, telex
from thiduaqt.services import signing
from thiduaqt.services.session import Session
from thiduaqt.ui.screen import ScreenContext
from thiduaqt.ui.screens.settings.look import LookPart
from thiduaqt.ui.screens.settings.office import OfficePart
from thiduaqt.ui.screens.settings.screen import SettingsScreen
from thiduaqt.ui.screens.settings.signers import SignersPart
from thiduaqt.ui.tables.columns import CellEdit

Open = Callable[[], SettingsScreen]


@pytest.fixture
def open_screen(context: ScreenContext, qtbot: QtBot) -> Open:
    kept = []

    def make() -> SettingsScreen:
        screen = SettingsScreen(context)
        kept.append(screen)
        qtbot.addWidget(screen)
        screen.resize(917, 440)
        with qtbot.waitActive(screen):
            screen.show()
            screen.activateWindow()
        QApplication.processEvents()
        return screen

    return make


@pytest.fixture
def font() -> Iterator[None]:
    """Give the application its letters back."""
    before = QFont(QApplication.font())
    yield
    QApplication.setFont(before)


def part(screen: SettingsScreen, key: str) -> object:
    screen.show_part(key)
    QApplication.processEvents()
    return screen.parts[key]


def cell(row: object, key: str, text: str) -> CellEdit:
    return CellEdit(row=row, column_key=key, old="", new=text)


def test_fields_are_stored_when_left_and_the_page_follows(
    writer: Session, open_screen: Open, qtbot: QtBot
) -> None:
    office = part(open_screen(), "office")
    assert isinstance(office, OfficePart)
    field = office.form.field("place")
    field.setFocus()
    field.selectAll()
    telex(field, WORDS["Ước"] + " " + WORDS["Bắc"])
    qtbot.keyClick(field, Qt.Key.Key_Tab)
    QApplication.processEvents()
    assert writer.office().place == "Ước Bắc"
    assert any(text.startswith("Ước Bắc, ngày") for text in office.view.texts())


def test_where_copies_go_is_one_line_each(writer: Session, open_screen: Open) -> None:
    office = part(open_screen(), "office")
    assert isinstance(office, OfficePart)
    office.form.committed.emit("distribution", "- Như Điều 3;\n\n- Lưu: VT.")
    assert writer.office().distribution == ("Như Điều 3", "Lưu: VT")


def test_what_must_not_be_empty_stays(writer: Session, open_screen: Open, qtbot: QtBot) -> None:
    office = part(open_screen(), "office")
    assert isinstance(office, OfficePart)
    field = office.form.field("standing_body")
    field.setFocus()
    field.clear()
    qtbot.keyClick(field, Qt.Key.Key_Tab)
    QApplication.processEvents()
    assert "không để trống" in office.strip.text()
    assert writer.office().standing_body == "Phòng Văn hóa - Xã hội"
    assert field.text() == "Phòng Văn hóa - Xã hội"


def test_signers_are_added_changed_and_put_first(
    writer: Session, open_screen: Open, calls: Calls
) -> None:
    signers = part(open_screen(), "signers")
    assert isinstance(signers, SignersPart)
    signers.grid.rows_added.emit([{"name": "Hà Thị Mai"}])
    QApplication.processEvents()
    deputy = signers.grid.rows()[1]
    assert deputy.form == "KT. CHỦ TỊCH – PHÓ CHỦ TỊCH"
    signers.grid.select_row(deputy.id, "name")
    assert signers.first.isEnabled()
    signers.first.click()
    QApplication.processEvents()
    assert [row.name for row in signers.grid.rows()] == ["Hà Thị Mai", "Lò Văn Khải"]
    signers.grid.edited.emit([cell(signers.grid.rows()[0], "form", "Giám đốc")])
    assert "Không có thể thức ký" in signers.strip.text()
    signers.grid.rows_deleted.emit([signers.grid.rows()[1]])
    assert [row.name for row in signing.listing(writer)] == ["Hà Thị Mai"]
    assert calls.toasts == ["Đã bỏ 1 người ký."]


def test_rounding_is_chosen_with_its_arithmetic(
    writer: Session, open_screen: Open, calls: Calls
) -> None:
    money = part(open_screen(), "money")
    assert "0,3 × 2.530.000 = 759.000" in money.examples[0].text()  # type: ignore[attr-defined]
    money.group.button(1).click()  # type: ignore[attr-defined]
    assert writer.office().rounding == "up"
    assert len(calls.toasts) == 1


def test_doubts_are_counted_and_read_in_full(open_screen: Open) -> None:
    screen = open_screen()
    doubts = part(screen, "doubts")
    rows = doubts.grid.rows()  # type: ignore[attr-defined]
    assert rows
    shown = screen.rows.data(screen.rows.index(3))
    assert shown == f"Cần kiểm tra  ({len(rows)})"
    doubts.grid.select_row(rows[1].id, "about")  # type: ignore[attr-defined]
    assert rows[1].text in doubts.whole.text()  # type: ignore[attr-defined]


@pytest.mark.usefixtures("font")
def test_the_size_of_letters_is_kept(open_screen: Open, context: ScreenContext) -> None:
    look = part(open_screen(), "look")
    assert isinstance(look, LookPart)
    look.sizes.button("12").click()
    assert context.memory.get("look/points") == 12
    assert QApplication.font().pointSize() == 12


def test_arrows_go_through_the_parts(open_screen: Open, qtbot: QtBot) -> None:
    screen = open_screen()
    screen.list.setFocus()
    qtbot.keyClick(screen.list, Qt.Key.Key_Down)
    assert screen.current() is screen.parts["signers"]
    qtbot.keyClick(screen.list, Qt.Key.Key_G)
    assert screen.current() is screen.parts["signers"]
    screen.open_with(part="look")
    assert screen.current() is screen.parts["look"]


def test_a_file_without_office_says_so(
    tmp_path_factory: pytest.TempPathFactory, calls: Calls, qtbot: QtBot
) -> None:
    session = an_empty_session(tmp_path_factory.mktemp("trong"))
    context = context_on(session, calls)
    screen = SettingsScreen(context)
    qtbot.addWidget(screen)
    screen.reload()
    assert not screen.isEnabled()
    assert "chưa thiết lập" in screen.subtitle.text()
    context.session.close()
    session.close()
