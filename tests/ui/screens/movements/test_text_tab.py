"""The tab Văn bản: wording by hand, what the data says, the outline, the review, the Word file."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import docx
import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.telex import WORDS, telex
from thiduaqt.domain.plan import PlanDocument
from thiduaqt.domain.plan_text import Block
from thiduaqt.domain.records import Movement, Plan
from thiduaqt.services import movements, plan_paper
from thiduaqt.services.session import Session
from thiduaqt.ui.dialogs import Answers
from thiduaqt.ui.screen import ScreenContext
from thiduaqt.ui.screens.movements.text.tab import OUTLINE, REVIEW, TEXT, TextTab

Open = Callable[[], TextTab]


@pytest.fixture
def open_tab(context: ScreenContext, qtbot: QtBot) -> Open:
    def make() -> TextTab:
        tab = TextTab(context)
        qtbot.addWidget(tab)
        context.hub.changed.connect(lambda _changes: _show(tab))
        tab.resize(1150, 560)
        _show(tab)
        with qtbot.waitActive(tab):
            tab.show()
            tab.activateWindow()
        QApplication.processEvents()
        return tab

    return make


def _show(tab: TextTab) -> None:
    session = tab.context.session
    movement = session.store.all(Movement)[0]
    tab.movement = movement
    tab.plan = session.store.find(Plan, movement.plan_id)
    tab.show_movement(movement)


def block(tab: TextTab, key: str) -> Block:
    QApplication.processEvents()
    found = next((one for one in tab.page.rows.blocks if one.key == key), None)
    assert found is not None
    return found


def a_point(tab: TextTab) -> Block:
    return next(one for one in tab.page.rows.blocks if one.kind == "point")


def plan_of(tab: TextTab) -> PlanDocument:
    QApplication.processEvents()
    return tab.context.session.store.all(Plan)[0].document


def test_a_paragraph_worded_by_hand_and_back(open_tab: Open, qtbot: QtBot) -> None:
    tab = open_tab()
    was = a_point(tab)
    tab.page.choose(was.key)
    tab.editor.text.setFocus()
    tab.editor.text.clear()
    telex(tab.editor.text, f"{WORDS['Hoàng']} {WORDS['giữ']} {WORDS['quý']}")
    tab.page.setFocus()
    now = block(tab, was.key)
    assert (now.text, now.state, now.generated) == ("Hoàng giữ quý", "edited", was.text)
    assert tab.editor.data_text.text() == was.text
    tab.editor.restore.click()
    assert block(tab, was.key).state == "data"
    assert block(tab, was.key).text == was.text


def test_an_emptied_field_takes_nothing_away(open_tab: Open) -> None:
    tab = open_tab()
    was = a_point(tab)
    tab.page.choose(was.key)
    tab.editor.text.setFocus()
    tab.editor.text.clear()
    tab.page.setFocus()
    assert block(tab, was.key).state == "data"
    assert tab.editor.text.toPlainText() == was.text


def test_a_paragraph_is_left_out_and_one_is_added(open_tab: Open, answers: Answers) -> None:
    tab = open_tab()
    was = a_point(tab)
    tab.page.choose(was.key)
    tab.editor.leave_out.click()
    assert block(tab, was.key).state == "left_out"
    tab.editor.restore.click()
    tab.page.choose(was.key)
    answers.give("Đoạn do xã thêm vào")
    tab.editor.add.click()
    QApplication.processEvents()
    texts = [one.text for one in tab.page.rows.blocks]
    assert texts.index("Đoạn do xã thêm vào") == texts.index(was.text) + 1


def test_data_that_changed_below_a_hand_worded_paragraph_is_shown(
    open_tab: Open, writer: Session
) -> None:
    tab = open_tab()
    assert tab.plan is not None
    was = a_point(tab)
    plan_paper.edit_paragraph(writer, tab.plan.id, was.key, "Lời của xã")

    def change(document: PlanDocument) -> PlanDocument:
        chapters = []
        for chapter in document.chapters:
            parts = tuple(
                replace(part, lines=tuple(
                    "Dữ liệu nay nói khác" if line.rstrip(".") == was.text.rstrip(".") else line
                    for line in part.lines
                ))
                for part in chapter.parts
            )  # fmt: skip
            chapters.append(replace(chapter, parts=parts))
        return replace(document, chapters=tuple(chapters))

    movements.change_document(writer, tab.plan.id, "Thử", change)
    _show(tab)
    found = [one for one in tab.page.rows.blocks if one.state == "outdated"]
    assert [one.text for one in found] == ["Lời của xã"]
    tab.page.choose(found[0].key)
    assert "Dữ liệu nay nói khác" in tab.editor.where.text()
    tab.editor.keep.click()
    assert block(tab, found[0].key).state == "edited"


def test_the_outline_is_changed_and_the_text_follows(open_tab: Open) -> None:
    tab = open_tab()
    tab.show_page(OUTLINE)
    tab.outline.chapters.grid.rows_added.emit([{"title": "KINH PHÍ THỰC HIỆN"}])
    assert plan_of(tab).chapters[-1].title == "KINH PHÍ THỰC HIỆN"
    tab.outline.chapters.grid.select_row(len(plan_of(tab).chapters) - 1)
    QApplication.processEvents()
    tab.outline.parts.grid.rows_added.emit([{"title": "Nguồn kinh phí", "kind": "Đoạn văn"}])
    part = plan_of(tab).chapters[-1].parts[0]
    assert (part.title, part.kind) == ("Nguồn kinh phí", "text")
    tab.outline.parts.grid.select_row(0)
    QApplication.processEvents()
    tab.outline.lines.setPlainText("Từ ngân sách xã.\n\nTừ nguồn xã hội hóa.")
    tab.outline.commit()
    assert plan_of(tab).chapters[-1].parts[0].lines == ("Từ ngân sách xã.", "Từ nguồn xã hội hóa.")
    tab.show_page(TEXT)
    texts = [one.text for one in tab.page.rows.blocks]
    assert "KINH PHÍ THỰC HIỆN" in texts
    assert "Từ nguồn xã hội hóa." in texts


def test_names_left_over_from_another_commune_are_found_and_let_stand(open_tab: Open) -> None:
    tab = open_tab()
    messages = [one.finding.message for one in tab.found]
    assert any("Cao Minh" in one for one in messages)
    tab.review()
    assert tab.pages.currentIndex() == REVIEW
    row = next(one for one in tab.review_page.grid.rows() if "Cao Minh" in one.finding.message)
    tab.review_page.grid.select_row(row.id, "message")
    assert tab.review_page.message.text() == row.finding.message
    assert tab.review_page.suggestion.text() == row.finding.suggestion
    tab.review_page.place.trigger()
    assert tab.pages.currentIndex() == TEXT
    assert tab.page.current_key() == row.block
    open_before = sum(one.open for one in tab.found)
    tab.show_page(REVIEW)
    tab.review_page.grid.select_row(row.id, "message")
    tab.review_page.seen.trigger()
    QApplication.processEvents()
    assert sum(one.open for one in tab.found) == open_before - 1
    assert next(one for one in tab.found if one.id == row.id).seen


def test_what_no_paragraph_holds_is_put_right_in_its_field(open_tab: Open) -> None:
    tab = open_tab()
    led: list[tuple[str, str, str]] = []
    tab.jump_wanted.connect(lambda *place: led.append(place))
    tab.review()
    for code in ("BLANK_NUMBER", "BASIS_MISSING"):
        row = next(one for one in tab.review_page.grid.rows() if one.finding.code == code)
        tab.review_page.grid.select_row(row.id, "message")
        assert tab.review_page.place.isEnabled()
        tab.review_page.place.trigger()
    assert led == [("general", "number", ""), ("general", "bases", "")]


def test_a_file_of_somebody_is_reviewed(open_tab: Open, answers: Answers, tmp_path: Path) -> None:
    path = tmp_path / "ke-hoach.txt"
    path.write_text(
        "ỦY BAN NHÂN DÂN\nXÃ NGHĨA TRUNG\nSố:    /KH-UBND\nNghĩa Trung, ngày    tháng 01 năm 2026\n"
        "KẾ HOẠCH\nPhát động phong trào thi đua trên địa bàn xã Nghĩa Trung, tỉnh Đồng Nai\n"
        "I. MỤC ĐÍCH\nHưởng ứng phong trào “Doanh nghiệp Tây Ninh hội nhập và phát triển”.\n"
        "III. TỔ CHỨC THỰC HIỆN\nCác thôn thực hiện.\n",
        encoding="utf-8",
    )
    tab = open_tab()
    answers.give(path)
    tab.other.trigger()
    QApplication.processEvents()
    rows = tab.review_page.grid.rows()
    first = tab.review_page.grid.current_row()
    assert first is not None
    assert first.id == rows[0].id
    assert any("Tây Ninh" in row.finding.message for row in rows)
    assert tab.review_page.head_text.text() == "Tệp ke-hoach.txt"
    tab.review_page._back()
    assert tuple(tab.review_page.grid.rows()) == tab.found


def test_the_plan_is_written_to_word_and_a_hand_edit_is_left_alone(
    open_tab: Open, answers: Answers, tmp_path: Path
) -> None:
    tab = open_tab()
    path = tmp_path / "ke-hoach.docx"
    answers.give(path)
    tab.export()
    QApplication.processEvents()
    assert path.exists()
    assert "ke-hoach.docx" in tab.state.text()
    document = docx.Document(str(path))
    document.add_paragraph("Sửa trong Word")
    document.save(str(path))
    content = path.read_bytes()
    _show(tab)
    assert "sửa tay trong Word" in tab.state.text()
    answers.give(path)
    tab.export()
    assert path.read_bytes() == content
    assert len(list(tmp_path.glob("ke-hoach*.docx"))) == 2


def test_an_empty_plan_gets_the_usual_outline_to_fill_in(open_tab: Open, writer: Session) -> None:
    tab = open_tab()
    assert tab.plan is not None
    movements.change_document(
        writer, tab.plan.id, "Thử", lambda document: replace(document, chapters=())
    )
    _show(tab)
    tab.show_page(OUTLINE)
    assert not tab.outline.usual.isHidden()
    tab.outline.usual.click()
    titles = [chapter.title for chapter in plan_of(tab).chapters]
    assert titles[0] == "MỤC ĐÍCH, YÊU CẦU"
    assert len(titles) == len(set(titles))
    assert tab.outline.usual.isHidden()
    tab.outline.lines.setPlainText("Lan tỏa nếp sống xanh.")
    tab.outline.commit()
    texts = [one.text for one in tab.page.rows.blocks]
    assert "Lan tỏa nếp sống xanh." in texts
