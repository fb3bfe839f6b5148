from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest

from thiduaqt.domain.errors import BadFile
from thiduaqt.intake.blank import HEADER_ROW, SHEET, write_form
from thiduaqt.intake.form_sheet import NAME
from thiduaqt.intake.reading import read_list


@pytest.fixture
def form(tmp_path: Path) -> Path:
    path = tmp_path / "mau.xlsx"
    write_form(path, code="CM-2026-hang-nam", unit="Thôn 3", awards=("Giấy khen", "Bằng khen"))
    return path


def filled(path: Path, *rows: dict[str, str]) -> Path:
    book = openpyxl.load_workbook(path)
    for number, row in enumerate(rows, start=HEADER_ROW + 1):
        for letters, text in row.items():
            book[SHEET][f"{letters}{number}"] = text
    book.save(path)
    return path


def test_a_filled_form_reads_back_with_no_question(form: Path) -> None:
    reading = read_list(
        filled(
            form,
            {"B": "Cá nhân", "C": "Bà", "D": "Nguyễn Thị Hà", "E": "Nữ", "F": "05/03/1990",
             "G": "Tổ trưởng", "H": "Thôn 3", "I": "999190000001", "J": "0912345678",
             "K": "Hướng dẫn 120 hộ", "L": "Giấy khen"},
            {"B": "Tập thể", "D": "Chi hội Phụ nữ thôn 3", "K": "Tốt"},
            {"B": "Hộ gia đình", "D": "Hộ ông Lò Văn An"},
            {"B": "Tổ công nghệ số", "D": "Tổ CNSCĐ thôn 3"},
        )
    )  # fmt: skip
    assert reading.sure
    assert reading.issues == ()
    assert (reading.form_code, reading.unit_hint) == ("CM-2026-hang-nam", "Thôn 3")
    assert [draft.kind for draft in reading.drafts] == ["person", "unit", "household", "team"]
    assert [draft.status for draft in reading.drafts] == ["ready"] * 4
    person = reading.drafts[0]
    assert (person.full_name, person.honorific, person.birth.value, person.id_number) == (
        "Nguyễn Thị Hà",
        "Bà",
        "1990-03-05",
        "999190000001",
    )
    assert {entry.reason for entry in reading.skipped} <= {"title", "blank", "ordinal_only"}


def test_the_form_survives_changed_headings(form: Path) -> None:
    book = openpyxl.load_workbook(form)
    book[SHEET][f"D{HEADER_ROW}"] = "Ai đây?"
    book[SHEET][f"D{HEADER_ROW + 1}"] = "Lò Văn An"
    book.save(form)
    assert [draft.full_name for draft in read_list(form).drafts] == ["Lò Văn An"]


def test_an_empty_form_holds_no_nominee(form: Path) -> None:
    assert read_list(form).drafts == ()


def test_only_the_rows_to_fill_are_unlocked(form: Path) -> None:
    book = openpyxl.load_workbook(form)
    sheet = book[SHEET]
    assert sheet.protection.sheet
    assert sheet[f"D{HEADER_ROW}"].protection.locked
    assert not sheet[f"D{HEADER_ROW + 1}"].protection.locked
    assert sheet[f"I{HEADER_ROW + 1}"].number_format == "@"
    assert book[NAME].sheet_state == "veryHidden"
    lists = [rule.formula1 for rule in sheet.data_validations.dataValidation if rule.formula1]
    assert '"Giấy khen,Bằng khen"' in lists
    assert '"Nam,Nữ"' in lists


def test_a_forged_hidden_sheet_decides_nothing(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.create_sheet(NAME).append(["thiduaqt-form", "1"])
    path = tmp_path / "gia.xlsx"
    book.save(path)
    with pytest.raises(BadFile):
        read_list(path)


def test_a_units_name_is_no_formula(tmp_path: Path) -> None:
    path = tmp_path / "mau.xlsx"
    write_form(path, code="=1+1", unit="=HYPERLINK(1)")
    book = openpyxl.load_workbook(path)
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert not [cell.coordinate for cell in cells if cell.data_type == "f"]
