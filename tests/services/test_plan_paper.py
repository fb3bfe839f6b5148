"""The plan as a paper of the office: paragraphs worded by hand, its file, whose file is whose."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import docx
import pytest

from tests.builders import a_session, the_movement
from tests.plans_invented import DOCUMENT, MOVEMENT
from thiduaqt.documents.files import WriteFailed
from thiduaqt.domain.errors import NotAllowed, NotFound
from thiduaqt.domain.lint.text import PlanText
from thiduaqt.domain.papers import SAMPLE_MARK
from thiduaqt.domain.plan import PlanDocument
from thiduaqt.domain.plan_text import Block
from thiduaqt.domain.records import MadeDocument, Plan
from thiduaqt.services import blocks, movements, plan_paper
from thiduaqt.services.session import Session


@pytest.fixture
def session(tmp_path: Path) -> Session:
    return a_session(tmp_path)


@pytest.fixture
def plan_id(session: Session) -> str:
    found = the_movement(session).plan_id
    assert found is not None
    return found


def block(session: Session, plan_id: str, key: str) -> Block:
    return next(item for item in plan_paper.paragraphs(session, plan_id) if item.key == key)


def first_line(session: Session, plan_id: str) -> Block:
    """Return the first point of the plan."""
    return next(item for item in plan_paper.paragraphs(session, plan_id) if item.kind == "point")


def change_lines(session: Session, plan_id: str, key: str, text: str) -> None:
    """Change the line of the data behind a paragraph, as the plan's screen does."""
    code, _, number = key.rpartition("/")

    def changed(document: PlanDocument) -> PlanDocument:
        return replace(
            document,
            chapters=tuple(
                replace(
                    chapter,
                    parts=tuple(
                        replace(
                            part,
                            lines=tuple(
                                text if place == int(number) else line
                                for place, line in enumerate(part.lines)
                            ),
                        )
                        if part.code == code
                        else part
                        for part in chapter.parts
                    ),
                )
                for chapter in document.chapters
            ),
        )

    movements.change_document(session, plan_id, "Sửa", changed)


def write_by_hand(path: Path) -> bytes:
    """Change a file as somebody does in Word."""
    document = docx.Document(str(path))
    document.add_paragraph("Thêm bằng tay")
    document.save(str(path))
    return path.read_bytes()


# --- Paragraphs --------------------------------------------------------------------------------


def test_a_paragraph_is_worded_anew_in_one_step_that_can_be_undone(
    session: Session, plan_id: str
) -> None:
    line = first_line(session, plan_id)
    changes = plan_paper.edit_paragraph(session, plan_id, line.key, "  Chữ  của cán bộ. ")
    assert changes
    assert block(session, plan_id, line.key).text == "Chữ của cán bộ."
    assert block(session, plan_id, line.key).state == "edited"
    session.store.undo(actor="can-bo")
    assert block(session, plan_id, line.key) == line


def test_a_text_equal_to_the_data_drops_the_edit(session: Session, plan_id: str) -> None:
    line = first_line(session, plan_id)
    plan_paper.edit_paragraph(session, plan_id, line.key, "Khác.")
    plan_paper.edit_paragraph(session, plan_id, line.key, line.text)
    assert session.store.get(Plan, plan_id).edits == ()


def test_an_edit_is_changed_in_its_place(session: Session, plan_id: str) -> None:
    line = first_line(session, plan_id)
    for text in ("Lần một.", "Lần hai."):
        plan_paper.edit_paragraph(session, plan_id, line.key, text)
    assert [edit.text for edit in session.store.get(Plan, plan_id).edits] == ["Lần hai."]


def test_a_paragraph_is_left_out_and_put_back(session: Session, plan_id: str) -> None:
    line = first_line(session, plan_id)
    plan_paper.edit_paragraph(session, plan_id, line.key, "")
    assert block(session, plan_id, line.key).state == "left_out"
    plan_paper.restore_paragraph(session, plan_id, line.key)
    assert block(session, plan_id, line.key) == line


def test_added_paragraphs_keep_their_order_and_go_again(session: Session, plan_id: str) -> None:
    line = first_line(session, plan_id)
    plan_paper.add_paragraph(session, plan_id, line.key, "Một.")
    first = f"{line.key}+1"
    plan_paper.add_paragraph(session, plan_id, first, "Hai.")
    plan_paper.add_paragraph(session, plan_id, first, "Một rưỡi.")
    added = [b.text for b in plan_paper.paragraphs(session, plan_id) if b.state == "added"]
    assert added == ["Một.", "Một rưỡi.", "Hai."]
    plan_paper.edit_paragraph(session, plan_id, first, "Một, sửa.")
    assert block(session, plan_id, first).text == "Một, sửa."
    plan_paper.edit_paragraph(session, plan_id, first, "")
    plan_paper.restore_paragraph(session, plan_id, f"{line.key}+2")
    added = [b.text for b in plan_paper.paragraphs(session, plan_id) if b.state == "added"]
    assert added == ["Một rưỡi."]
    with pytest.raises(NotAllowed):
        plan_paper.add_paragraph(session, plan_id, line.key, "  ")


def test_data_that_moves_on_under_an_edit_is_told_and_kept_or_taken(
    session: Session, plan_id: str
) -> None:
    line = first_line(session, plan_id)
    plan_paper.edit_paragraph(session, plan_id, line.key, "Chữ của cán bộ.")
    with pytest.raises(NotAllowed):
        plan_paper.keep_edit(session, plan_id, line.key)
    change_lines(session, plan_id, line.key, "Dữ liệu mới")
    (flagged,) = plan_paper.status(session, plan_id).outdated
    assert plan_paper.outdated_words(flagged) == (
        "Đoạn này đã sửa tay; dữ liệu đã đổi: bản mới là “Dữ liệu mới.”"
    )
    plan_paper.keep_edit(session, plan_id, line.key)
    assert plan_paper.status(session, plan_id).outdated == ()
    assert block(session, plan_id, line.key).text == "Chữ của cán bộ."
    plan_paper.restore_paragraph(session, plan_id, line.key)
    assert block(session, plan_id, line.key).text == "Dữ liệu mới."


def test_an_edit_that_moved_is_dropped_by_its_new_place(session: Session, plan_id: str) -> None:
    line = first_line(session, plan_id)
    code = line.key.rpartition("/")[0]
    plan_paper.edit_paragraph(session, plan_id, line.key, "Chữ của cán bộ.")

    def with_one_more(document: PlanDocument) -> PlanDocument:
        chapters = tuple(
            replace(
                chapter,
                parts=tuple(
                    replace(part, lines=("Trước", *part.lines)) if part.code == code else part
                    for part in chapter.parts
                ),
            )
            for chapter in document.chapters
        )
        return replace(document, chapters=chapters)

    movements.change_document(session, plan_id, "Thêm dòng", with_one_more)
    moved = block(session, plan_id, f"{code}/1")
    assert (moved.state, moved.text) == ("edited", "Chữ của cán bộ.")
    plan_paper.restore_paragraph(session, plan_id, moved.key)
    assert session.store.get(Plan, plan_id).edits == ()


def test_an_edit_whose_part_is_gone_is_told_and_can_be_dropped(
    session: Session, plan_id: str
) -> None:
    line = first_line(session, plan_id)
    plan_paper.edit_paragraph(session, plan_id, line.key, "Chữ của cán bộ.")
    movements.change_document(
        session, plan_id, "Bỏ chương", lambda document: replace(document, chapters=())
    )
    (lost,) = plan_paper.status(session, plan_id).lost
    assert lost.text == "Chữ của cán bộ."
    plan_paper.restore_paragraph(session, plan_id, lost.key)
    assert plan_paper.status(session, plan_id).lost == ()


def test_what_cannot_be_edited_is_refused_in_words(session: Session, plan_id: str) -> None:
    with pytest.raises(NotFound):
        plan_paper.edit_paragraph(session, plan_id, "không/có", "x")
    with pytest.raises(NotFound):
        plan_paper.restore_paragraph(session, plan_id, first_line(session, plan_id).key)


def test_a_table_comes_from_its_data_and_may_only_be_left_out(
    session: Session, plan_id: str
) -> None:
    movements.change_rules(session, the_movement(session).id, "Thay", lambda _: MOVEMENT)
    movements.change_document(session, plan_id, "Thay", lambda _: DOCUMENT)
    table = next(item for item in plan_paper.paragraphs(session, plan_id) if item.table)
    with pytest.raises(NotAllowed, match="Bảng được lập từ dữ liệu"):
        plan_paper.edit_paragraph(session, plan_id, table.key, "Chữ")
    plan_paper.edit_paragraph(session, plan_id, table.key, "")
    assert block(session, plan_id, table.key).state == "left_out"
    plan_paper.restore_paragraph(session, plan_id, table.key)
    assert block(session, plan_id, table.key) == table


# --- The file ----------------------------------------------------------------------------------


def test_the_plan_is_made_and_remembered(session: Session, plan_id: str, tmp_path: Path) -> None:
    assert plan_paper.status(session, plan_id).path is None
    made = plan_paper.make(session, plan_id, tmp_path / "kế hoạch.docx")
    assert made.path.exists()
    assert made.words == "Đã tạo “kế hoạch.docx” từ dữ liệu."
    stands = plan_paper.status(session, plan_id)
    assert (stands.path, stands.hand_edited, stands.data_changed) == (made.path, False, False)
    texts = {paragraph.text for paragraph in docx.Document(str(made.path)).paragraphs}
    assert first_line(session, plan_id).line in texts


def test_without_a_name_the_last_file_is_renewed(
    session: Session, plan_id: str, tmp_path: Path
) -> None:
    first = plan_paper.make(session, plan_id)
    assert first.path.parent == session.path.parent
    assert first.path.name.startswith("Kế hoạch ")
    plan_paper.edit_paragraph(session, plan_id, first_line(session, plan_id).key, "Mới.")
    assert plan_paper.status(session, plan_id).data_changed
    again = plan_paper.make(session, plan_id)
    assert (again.path, again.kept) == (first.path, ())
    assert len(session.store.all(MadeDocument, owner_id=plan_id)) == 1
    into = tmp_path / "thư mục"
    into.mkdir()
    assert plan_paper.make(session, plan_id, into).path.parent == into


def test_a_file_edited_in_word_is_left_alone_and_named(
    session: Session, plan_id: str, tmp_path: Path
) -> None:
    path = tmp_path / "kh.docx"
    plan_paper.make(session, plan_id, path)
    theirs = write_by_hand(path)
    assert plan_paper.status(session, plan_id).hand_edited
    made = plan_paper.make(session, plan_id, path)
    assert (made.path.name, made.kept) == ("kh (2).docx", (path,))
    assert made.words == (
        "Đã tạo “kh (2).docx” từ dữ liệu. Tệp “kh.docx” đã sửa tay trong Word nên được giữ nguyên."
    )
    assert path.read_bytes() == theirs
    stands = plan_paper.status(session, plan_id)
    assert (stands.path, stands.hand_edited, stands.edited) == (made.path, False, (path,))


def test_our_own_second_file_is_renewed_and_not_piled_up(
    session: Session, plan_id: str, tmp_path: Path
) -> None:
    path = tmp_path / "kh.docx"
    plan_paper.make(session, plan_id, path)
    write_by_hand(path)
    second = plan_paper.make(session, plan_id, path).path
    plan_paper.edit_paragraph(session, plan_id, first_line(session, plan_id).key, "Mới.")
    again = plan_paper.make(session, plan_id, path)
    assert (again.path, again.kept) == (second, (path,))
    theirs = write_by_hand(second)
    third = plan_paper.make(session, plan_id, path)
    assert third.path.name == "kh (3).docx"
    assert third.kept == (path, second)
    assert second.read_bytes() == theirs


def test_a_strangers_file_is_never_overwritten(
    session: Session, plan_id: str, tmp_path: Path
) -> None:
    path = tmp_path / "kh.docx"
    path.write_bytes(b"khong phai cua ta")
    made = plan_paper.make(session, plan_id, path)
    assert made.path.name == "kh (2).docx"
    assert path.read_bytes() == b"khong phai cua ta"
    assert made.kept == (path,)


def test_a_file_that_is_gone_counts_as_not_made(
    session: Session, plan_id: str, tmp_path: Path
) -> None:
    made = plan_paper.make(session, plan_id, tmp_path / "kh.docx")
    made.path.unlink()
    assert plan_paper.status(session, plan_id).path is None
    assert plan_paper.make(session, plan_id, made.path).kept == ()


def test_a_folder_that_refuses_is_told_in_words(
    session: Session, plan_id: str, tmp_path: Path
) -> None:
    blocked = tmp_path / "tệp"
    blocked.write_text("x", encoding="utf-8")
    with pytest.raises(WriteFailed):
        plan_paper.make(session, plan_id, blocked / "kh.docx")
    assert session.store.all(MadeDocument, owner_id=plan_id) == ()


def test_a_sample_is_marked_on_its_pages(tmp_path: Path) -> None:
    session = a_session(tmp_path, "mau.tdqdb", sample=True)
    found = the_movement(session).plan_id
    assert found is not None
    made = plan_paper.make(session, found, tmp_path / "mẫu.docx")
    header = docx.Document(str(made.path)).sections[0].first_page_header
    assert header.paragraphs[0].text == SAMPLE_MARK


# --- Finding and checking ----------------------------------------------------------------------


def test_a_plan_is_found_by_a_few_words(session: Session, plan_id: str) -> None:
    assert plan_paper.named(session).id == plan_id
    assert plan_paper.named(session, movement="dot pha").id == plan_id
    assert plan_paper.named(session, plan="to chuc thuc hien").id == plan_id
    with pytest.raises(NotFound):
        plan_paper.named(session, movement="không có")
    movements.create_from_pack(session, "trong", 2026)
    with pytest.raises(NotAllowed, match="2 kế hoạch"):
        plan_paper.named(session)


def test_the_checks_get_the_plan_as_numbered_text(session: Session, plan_id: str) -> None:
    text = plan_paper.lint_input(session, plan_id)
    assert isinstance(text, PlanText)
    lines = [paragraph.text for paragraph in text.paragraphs]
    assert lines[0] == "ỦY BAN NHÂN DÂN"
    assert "KẾ HOẠCH" in lines
    assert first_line(session, plan_id).line in lines
    chapters = {paragraph.chapter for paragraph in text.paragraphs if paragraph.chapter}
    assert len(chapters) >= 4


def test_awards_and_villages_are_named_as_the_office_does(session: Session, plan_id: str) -> None:
    words = plan_paper.words_for(session, session.store.get(Plan, plan_id))
    assert words.village == session.office().village_word
    assert words.award("certificate_of_merit").startswith("Giấy khen của Chủ tịch Ủy ban nhân dân")


def test_blocks_are_named_as_the_office_does(session: Session, plan_id: str) -> None:
    blocks.add(session, "Cụm Đông")
    words = plan_paper.words_for(session, session.store.get(Plan, plan_id))
    assert words.block("cum-dong") == "Cụm Đông"
