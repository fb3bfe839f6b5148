from __future__ import annotations

import unicodedata
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from tests.data.lists import make_lists
from thiduaqt.domain.drafts import FIELD_WORDS, SKIP_WORDS, Reading
from thiduaqt.domain.errors import BadFile, Cancelled, UserError
from thiduaqt.intake import findings
from thiduaqt.intake.aliases import match_heading
from thiduaqt.intake.reading import read_list, reading_to_json

HEADING = ("TT", "Họ và tên", "Năm sinh", "Đơn vị")


def written(tmp_path: Path, *rows: Any, name: str = "ds.xlsx", **sheets: Any) -> Path:  # noqa: ANN401
    book = openpyxl.Workbook()
    first = book.active
    assert first is not None
    for row in rows:
        first.append(row)
    for title, more in sheets.items():
        sheet = book.create_sheet(title)
        for row in more:
            sheet.append(row)
    path = tmp_path / name
    book.save(path)
    return path


def names(reading: Reading) -> list[str]:
    return [draft.full_name for draft in reading.drafts]


def test_nothing_is_written(tmp_path: Path) -> None:
    path = written(tmp_path, HEADING, (1, "Nguyễn Văn An", 1980, "Thôn 3"))
    before = path.read_bytes()
    read_list(path)
    assert path.read_bytes() == before
    assert list(tmp_path.iterdir()) == [path]


def test_the_json_view(tmp_path: Path) -> None:
    path = written(tmp_path, ("DANH SÁCH",), HEADING, (1, "NGUYỄN VĂN AN", "3/1980", "Thôn 3"))
    assert reading_to_json(read_list(path)) == {
        "file": "ds.xlsx",
        "encoding": "unicode",
        "tables": [
            {
                "sheet": "Sheet",
                "header_rows": [2],
                "columns": {"A": "ordinal", "B": "full_name", "C": "birth", "D": "unit"},
            }
        ],
        "rows": [
            {
                "sheet": "Sheet",
                "row": 3,
                "kind": "person",
                "full_name": "Nguyễn Văn An",
                "honorific": None,
                "sex": None,
                "birth": "1980-03",
                "birth_precision": "month",
                "post": None,
                "unit": "Thôn 3",
                "id_number": None,
                "phone": None,
                "achievement": None,
                "award": None,
                "status": "ready",
                "issues": [
                    {
                        "code": "NAME_CASE",
                        "field": "full_name",
                        "severity": "note",
                        "message": "Đã sửa viết hoa: “NGUYỄN VĂN AN” thành “Nguyễn Văn An”.",
                    }
                ],
            }
        ],
        "skipped": [{"sheet": "Sheet", "row": 1, "reason": "title", "text": "DANH SÁCH"}],
    }


def test_a_mapping_replaces_the_guess(tmp_path: Path) -> None:
    path = written(tmp_path, HEADING, (1, "Thôn 3", 1980, "Nguyễn Văn An"))
    reading = read_list(path, mapping={"D": "full_name", "B": "unit"})
    assert names(reading) == ["Nguyễn Văn An"]
    assert reading.drafts[0].unit == "Thôn 3"
    assert not reading.drafts[0].birth
    assert reading.sure


@pytest.mark.parametrize(
    "mapping",
    [
        {"B": "full_name", "C": "full_name"},
        {"B": "unit"},
        {"B": "no_such_field"},
        {"b2": "full_name"},
    ],
)
def test_an_impossible_mapping_is_refused_in_words(tmp_path: Path, mapping: dict[str, str]) -> None:
    path = written(tmp_path, HEADING, (1, "Nguyễn Văn An"))
    with pytest.raises(UserError) as refused:
        read_list(path, mapping=mapping)
    assert refused.value.code == "MAPPING"
    assert refused.value.todo


def test_a_reading_reads_the_same_again_with_its_own_mapping(tmp_path: Path) -> None:
    for name in make_lists.LAYOUTS:
        path = tmp_path / f"{name}.xlsx"
        path.write_bytes(make_lists.make(name)[0])
        first = read_list(path)
        again = read_list(path, mapping=first.mapping)
        assert again.mapping == first.mapping
        assert [(draft.full_name, draft.unit) for draft in again.drafts] == [
            (draft.full_name, draft.unit) for draft in first.drafts
        ]
        assert again.layout == first.layout


def test_the_layout_is_the_headings_not_the_people(tmp_path: Path) -> None:
    one = read_list(written(tmp_path, HEADING, (1, "Nguyễn Văn An"), name="1.xlsx"))
    two = read_list(written(tmp_path, ("X",), HEADING, (1, "Lò Thị B"), name="2.xlsx"))
    other = read_list(written(tmp_path, (*HEADING, "SĐT"), (1, "Lò Thị B"), name="3.xlsx"))
    assert one.layout == two.layout != other.layout


def test_a_heading_row_pointed_at(tmp_path: Path) -> None:
    path = written(
        tmp_path, ("Họ và tên", "Đơn vị"), ("Người đại diện", "Nơi ở"), ("Lò Văn A", "Thôn 3")
    )
    reading = read_list(path, header_row=2, mapping={"A": "full_name", "B": "unit"})
    assert reading.tables[0].header_rows == (2,)
    assert names(reading) == ["Lò Văn A"]
    with pytest.raises(UserError) as refused:
        read_list(path, header_row=99)
    assert refused.value.code == "HEADER_ROW"


def test_a_table_without_heading(tmp_path: Path) -> None:
    path = written(tmp_path, (1, "Lò Văn An", "Thôn 3"), (2, "Vi Thị Hà", "Thôn 3"))
    with pytest.raises(BadFile) as refused:
        read_list(path)
    assert refused.value.code == "FILE_NO_HEADING"
    reading = read_list(path, header_row=0, mapping={"B": "full_name", "C": "unit"})
    assert names(reading) == ["Lò Văn An", "Vi Thị Hà"]


def test_all_visible_sheets_are_read_and_hidden_ones_reported(tmp_path: Path) -> None:
    path = written(
        tmp_path,
        HEADING,
        (1, "Lò Văn An"),
        Hai=[HEADING, (1, "Vi Thị Hà")],
        An=[HEADING, (1, "Người Bị Ẩn")],
        Huong_dan=[("Điền vào trang đầu",)],
    )
    book = openpyxl.load_workbook(path)
    book["An"].sheet_state = "hidden"
    book.save(path)

    reading = read_list(path)

    assert names(reading) == ["Lò Văn An", "Vi Thị Hà"]
    assert [issue.code for issue in reading.issues] == ["SHEET_HIDDEN", "SHEET_NO_TABLE"]
    assert names(read_list(path, sheets=["An"])) == ["Người Bị Ẩn"]
    with pytest.raises(UserError) as refused:
        read_list(path, sheets=["Không có"])
    assert refused.value.code == "SHEET_MISSING"


def test_hidden_rows_and_columns_are_read_and_told(tmp_path: Path) -> None:
    path = written(
        tmp_path, HEADING, (1, "Lò Văn An", 1980, "Thôn 3"), (2, "Vi Thị Hà", 1981, "Thôn 3")
    )
    book = openpyxl.load_workbook(path)
    sheet = book.active
    assert sheet is not None
    sheet.row_dimensions[3].hidden = True
    sheet.column_dimensions["C"].hidden = True
    book.save(path)

    reading = read_list(path)

    assert [draft.status for draft in reading.drafts] == ["ready", "review"]
    assert [issue.code for issue in reading.drafts[1].issues] == ["ROW_HIDDEN"]
    assert [issue.code for issue in reading.tables[0].issues] == ["COLUMN_HIDDEN"]


def test_formulas_give_their_last_result_or_are_told(tmp_path: Path) -> None:
    path = written(
        tmp_path,
        HEADING,
        (1, "Lò Văn An", "=1900+80", "Thôn 3"),
        (2, '="Vi "&"Thị Hà"', 1981, "Thôn 3"),
        (3, "Hà Văn Ba", "#REF!", "Thôn 3"),
    )
    reading = read_list(path)
    found = [[issue.code for issue in draft.issues] for draft in reading.drafts]
    assert found == [["FORMULA_EMPTY"], ["NAME_MISSING", "FORMULA_EMPTY"], ["CELL_ERROR"]]
    assert "C2" in reading.drafts[0].issues[0].message
    assert reading.drafts[1].status == "error"


def test_progress_and_cancelling(tmp_path: Path) -> None:
    rows = [(n, f"Nguyễn Văn {'ABCDĐEGHIK'[n % 10]}", 1900 + n % 99, "Thôn") for n in range(1200)]
    path = written(tmp_path, HEADING, *rows)
    told: list[tuple[int, int]] = []
    read_list(path, progress=lambda done, total: told.append((done, total)))
    assert told == sorted(told)
    assert told[-1] == (1201, 1201)
    assert len(told) >= 3

    asked: list[bool] = []

    def after_a_while() -> bool:
        asked.append(True)
        return len(asked) > 3

    with pytest.raises(Cancelled) as stopped:
        read_list(path, cancelled=after_a_while)
    assert "không thay đổi" in stopped.value.data


def test_the_sender_named_above_the_table(tmp_path: Path) -> None:
    rows = (HEADING, (1, "Lò Văn An"))
    one = written(tmp_path, ("Đơn vị: THÔN BÌNH MINH",), *rows, name="1.xlsx")
    two = written(tmp_path, ("UBND XÃ MINH HỌA",), ("TỔ DÂN PHỐ SỐ 2",), *rows, name="2.xlsx")
    none = written(tmp_path, ("DANH SÁCH",), *rows, name="3.xlsx")
    assert read_list(one).unit_hint == "Thôn Bình Minh"
    assert read_list(two).unit_hint == "Tổ dân phố số 2"
    assert read_list(none).unit_hint == ""


def test_dates_after_today_are_refused(tmp_path: Path) -> None:
    path = written(tmp_path, HEADING, (1, "Lò Văn An", "5/3/2027", "Thôn 3"))
    assert read_list(path, today=date(2026, 11, 20)).drafts[0].status == "error"
    assert read_list(path, today=date(2027, 11, 20)).drafts[0].status == "ready"


@pytest.mark.parametrize(
    ("encoding", "told"),
    [("utf-8", "utf-8"), ("utf-8-sig", "utf-8"), ("utf-16", "utf-16"), ("cp1258", "windows-1258")],
)
@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_lists_saved_as_text(tmp_path: Path, encoding: str, told: str, separator: str) -> None:
    text = "Họ và tên;Đơn vị;Thành tích\nLò Văn Ươm;Thôn 3;Tốt\n".replace(";", separator)
    path = tmp_path / "ds.csv"
    path.write_bytes(windows_1258(text) if encoding == "cp1258" else text.encode(encoding))
    reading = read_list(path)
    assert reading.encoding == told
    assert [(draft.full_name, draft.unit) for draft in reading.drafts] == [("Lò Văn Ươm", "Thôn 3")]


def windows_1258(text: str) -> bytes:
    """Encode as Vietnamese Windows does: the letter first, its tone as a sign behind it."""
    return "".join(_apart(sign) for sign in text).encode("cp1258")


def _apart(sign: str) -> str:
    tones = "\u0300\u0301\u0303\u0309\u0323"
    parts = unicodedata.normalize("NFD", sign)
    tone = "".join(part for part in parts if part in tones)
    base = unicodedata.normalize("NFC", "".join(part for part in parts if part not in tones))
    return base + tone


def test_text_lists_of_one_column_and_quotes(tmp_path: Path) -> None:
    path = tmp_path / "ds.csv"
    path.write_text('Họ và tên,Thành tích\nLò Văn An,"Giúp, dạy ""20"" người"\n', encoding="utf-8")
    assert read_list(path).drafts[0].achievement == 'Giúp, dạy "20" người'


def test_headings_in_an_old_font_are_read(tmp_path: Path) -> None:
    path = written(
        tmp_path, ("TT", "Hä vµ tªn", "N¨m sinh", "§¬n vÞ"), (1, "NguyÔn V¨n §øc", 1980, "Th«n 3")
    )
    found = read_list(path)
    assert found.mapping == {"A": "ordinal", "B": "full_name", "C": "birth", "D": "unit"}
    assert found.drafts[0].full_name == "Nguyễn Văn Đức"
    assert found.drafts[0].unit == "Thôn 3"


def test_long_runs_of_blank_rows_become_one_entry(tmp_path: Path) -> None:
    blanks = [()] * 500
    path = written(tmp_path, HEADING, (1, "Lò Văn An"), *blanks, (2, "Vi Thị Hà"))
    skipped = read_list(path).skipped
    assert [(entry.row, entry.last_row, entry.reason) for entry in skipped] == [(3, 502, "blank")]


def test_every_code_has_a_sentence_and_every_reason_words() -> None:
    filler = dict.fromkeys(
        (
            *("before", "after", "value", "length", "kind", "group", "font", "sign", "cell"),
            *("meaning", "suggestion", "year", "birth", "row", "count", "field_words"),
        ),
        "x",
    )
    for code in findings.CODES:
        issue = findings.finding(code, "full_name", **filler)
        assert issue.message.endswith((".", "?"))
        assert "{" not in issue.message
    assert all(words and words[0].islower() for words in SKIP_WORDS.values())
    assert all(FIELD_WORDS.values())


def test_headings_with_and_without_marks_in_capitals_and_short() -> None:
    for heading, field in {
        "Họ và tên": "full_name",
        "HO VA TEN": "full_name",
        "Họ tên\n(chữ in hoa)": "full_name",
        "Stt": "ordinal",
        "NĂM SINH": "birth",
        "nam sinh": "birth",
        "Năm": "",
        "Nam": "sex_male",
        "SĐT": "phone",
        "Số CMND/CCCD": "id_number",
        "Chức vụ,\nđơn vị công tác": "post_unit",
        "2. Thành tích đề nghị UBND xã khen": "achievement",
        "Dân tộc": "",
        "Nguyễn Văn An": "",
    }.items():
        assert match_heading(heading).field == field, heading
