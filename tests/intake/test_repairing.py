"""Lists in old fonts, end to end: the file as a village sends it, the drafts as they were meant."""

from __future__ import annotations

import struct
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl.styles import Font

from tests.data.lists import old_excel
from tests.domain.repair.old_encodings import iconv, names, tcvn3, vni
from thiduaqt.domain.drafts import Draft, Reading
from thiduaqt.domain.repair import Choice
from thiduaqt.intake import biff_fonts, repairing
from thiduaqt.intake.fonts import _styles, fonts_of
from thiduaqt.intake.guard import examine
from thiduaqt.intake.reading import read_list
from thiduaqt.intake.workbook import read_workbook

HEADING = ("TT", "Họ và tên", "Năm sinh", "Đơn vị")
Cell = tuple[str, str]


def a_list(tmp_path: Path, rows: list[Cell | str], *, heading: tuple[str, ...] = HEADING) -> Path:
    """Write a list; each name may come with the font of its cell."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(heading)
    for number, entry in enumerate(rows, start=1):
        text, font = (entry, "") if isinstance(entry, str) else entry
        sheet.append((number, text, 1980, "Thôn 3"))
        if font:
            sheet.cell(number + 1, 2).font = Font(name=font)
    path = tmp_path / "ds.xlsx"
    book.save(path)
    return path


def found(reading: Reading) -> list[str]:
    return [draft.full_name for draft in reading.drafts]


def notes(draft: Draft) -> list[str]:
    return [issue.code for issue in draft.issues if issue.code.startswith("TEXT_")]


def test_a_mixed_list_is_read_by_the_font_of_each_cell(tmp_path: Path) -> None:
    meant = names(40, seed=77)
    fonts = (".VnTime", ".VnTimeH", "VNI-Times", "Times New Roman")
    entries: list[Cell | str] = []
    for place, name in enumerate(meant):
        font = fonts[place % 4]
        shown = {
            ".VnTime": tcvn3([name])[0],
            ".VnTimeH": tcvn3([name.lower()])[0],
            "VNI-Times": vni(name),
            "Times New Roman": name,
        }[font]
        entries.append((shown, font))
    reading = read_list(a_list(tmp_path, entries))
    # Names in capitals are given their usual case, as any name typed so.
    assert found(reading) == meant
    for draft, (shown, font), name in zip(reading.drafts, entries, meant, strict=True):
        changed = font != "Times New Roman" and not shown.isascii() and shown != name
        assert ("TEXT_REPAIRED" in notes(draft)) == changed
        assert all(issue.severity == "note" for issue in draft.issues)


def test_a_repair_names_the_cell_and_shows_both_texts(tmp_path: Path) -> None:
    reading = read_list(a_list(tmp_path, ["NguyÔn V¨n §øc"]))
    issue = next(issue for issue in reading.drafts[0].issues if issue.code == "TEXT_REPAIRED")
    assert issue.field == "full_name"
    assert (
        issue.message
        == "Ô B2: “NguyÔn V¨n §øc” (phông TCVN3 (.VnTime)) đọc thành “Nguyễn Văn Đức”."
    )
    told = [issue.code for issue in reading.issues]
    assert told == ["TEXT_REPAIRED_FILE"]
    assert "1 ô" in reading.issues[0].message


def test_a_font_decides_what_could_be_read_either_way(tmp_path: Path) -> None:
    entries: list[Cell | str] = [("Hoàng Nam", "VNI-Times"), ("Hoàng Nam", "Times New Roman")]
    assert found(read_list(a_list(tmp_path, entries))) == ["Hồng Nam", "Hoàng Nam"]


def test_neighbours_decide_where_no_font_is_known(tmp_path: Path) -> None:
    shown = ["NguyÔn V¨n §øc", "TrÇn ThÞ Hµ", "Lª V¨n S¬n", "Vi Thanh Hé"]
    reading = read_list(a_list(tmp_path, list(shown)))
    assert found(reading)[3] == "Vi Thanh Hộ"
    # Among names in Unicode the same text is a name in Unicode.
    mixed = [
        "Lò Văn Ướt",
        "Vi Thị Được",
        "Hà Thị Hạnh",
        "Trần Thị Đẹp",
        "TrÇn ThÞ Hµ",
        "Vi Thanh Hé",
    ]
    assert found(read_list(a_list(tmp_path, list(mixed))))[4:] == ["Trần Thị Hà", "Vi Thanh Hé"]


def test_what_is_unsure_is_asked_once_and_left_alone(tmp_path: Path) -> None:
    path = a_list(tmp_path, ["Đinh Văn Ước", "Loïc"])
    reading = read_list(path)
    assert found(reading) == ["Đinh Văn Ước", "Loïc"]
    asked = next(issue for issue in reading.drafts[1].issues if issue.code == "TEXT_UNSURE")
    assert (asked.severity, asked.suggestions) == ("review", ("Lọc",))
    assert [issue.code for issue in reading.issues] == ["TEXT_UNSURE_FILE"]
    agreed = read_list(path, letters=Choice("repair_all"))
    assert found(agreed) == ["Đinh Văn Ước", "Lọc"]
    assert "TEXT_REPAIRED" in notes(agreed.drafts[1])
    left = read_list(path, letters=Choice("keep"))
    assert notes(left.drafts[1]) == ["TEXT_KEPT"]
    assert left.drafts[1].status == "review"  # one word is a short name, as ever


def test_the_letters_of_the_file_can_stay(tmp_path: Path) -> None:
    path = a_list(tmp_path, ["NguyÔn V¨n §øc", "TrÇn ThÞ Hµ"])
    kept = read_list(path, letters=Choice("keep"))
    assert found(kept) == ["NguyÔn V¨n §øc", "TrÇn ThÞ Hµ"]
    assert [notes(draft) for draft in kept.drafts] == [["TEXT_KEPT"], ["TEXT_KEPT"]]
    assert [issue.code for issue in kept.issues] == ["TEXT_KEPT_FILE"]
    one = read_list(path, letters=Choice(kept=frozenset({("Sheet", 3)})))
    assert found(one) == ["Nguyễn Văn Đức", "TrÇn ThÞ Hµ"]
    assert [notes(draft) for draft in one.drafts] == [["TEXT_REPAIRED"], ["TEXT_KEPT"]]


def test_headings_and_groups_are_read_even_where_the_letters_stay(tmp_path: Path) -> None:
    path = a_list(tmp_path, ["NguyÔn V¨n §øc"], heading=("TT", "Hä vµ tªn", "N¨m sinh", "§¬n vÞ"))
    assert found(read_list(path)) == ["Nguyễn Văn Đức"]
    assert found(read_list(path, letters=Choice("keep"))) == ["NguyÔn V¨n §øc"]


def test_a_name_in_two_columns_is_one_name_with_two_notes(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(("TT", "Họ đệm", "Tên", "Năm sinh"))
    sheet.append((1, "NguyÔn V¨n", "§øc", 1980))
    path = tmp_path / "ds.xlsx"
    book.save(path)
    draft = read_list(path).drafts[0]
    assert draft.full_name == "Nguyễn Văn Đức"
    assert [i.field for i in draft.issues if i.code == "TEXT_REPAIRED"] == ["full_name"] * 2


def _old_workbook(rows: list[list[old_excel.Cell]], font: str) -> bytes:
    """Return an .xls file whose texts all stand in ``font``, its own style and font records."""
    data = bytearray(old_excel.workbook(rows))
    name = font.encode("latin-1")
    fonts = [b"Arial"] * 4 + [name]
    records = b"".join(
        old_excel.record(0x31, bytes(14) + bytes([len(one), 0]) + one) for one in fonts
    )
    # Font number 4 does not exist: the fifth font is number 5.
    records += old_excel.record(0xE0, struct.pack("<H", 5) + bytes(18))
    stream = biff_fonts.workbook_stream(bytes(data))
    begin = 4 + struct.unpack_from("<H", stream, 2)[0]
    moved = bytearray(stream[:begin] + records + stream[begin:])
    place = begin + len(records)
    bound = struct.unpack_from("<L", moved, place + 4)[0]
    struct.pack_into("<L", moved, place + 4, bound + len(records))
    return old_excel.container(bytes(moved).rstrip(b"\x00") + bytes(4))


def test_an_old_excel_file_tells_its_fonts(tmp_path: Path) -> None:
    rows: list[list[old_excel.Cell]] = [
        ["TT", "Ho va ten", "Nam sinh"],
        [1.0, "Hoàng Nam", 1980.0],
    ]
    path = tmp_path / "cu.xls"
    path.write_bytes(_old_workbook(rows, "VNI-Times"))
    assert biff_fonts.old_fonts(path.read_bytes())["Sheet1"][2, 1] == "VNI-Times"
    assert found(read_list(path)) == ["Hồng Nam"]
    path.write_bytes(_old_workbook(rows, "Arial"))
    assert biff_fonts.old_fonts(path.read_bytes()) == {}
    assert found(read_list(path)) == ["Hoàng Nam"]
    assert biff_fonts.old_fonts(b"\xd0\xcf\x11\xe0 broken") == {}


@given(st.data())
def test_a_damaged_old_file_tells_no_fonts_or_some(data: st.DataObject) -> None:
    whole = bytearray(_old_workbook([["Hoàng"], ["Hồng"]], "VNI-Times"))
    for _ in range(data.draw(st.integers(1, 6))):
        whole[data.draw(st.integers(8, len(whole) - 1))] = data.draw(st.integers(0, 255))
    biff_fonts.old_fonts(bytes(whole[: data.draw(st.integers(0, len(whole)))]))


def _as_text(meant: list[str], encoding: str) -> bytes:
    lines = ["STT,Họ và tên,Đơn vị", *(f"{n},{name},Thôn Đoài" for n, name in enumerate(meant, 1))]
    if encoding == "tcvn3":
        return "\r\n".join(tcvn3(lines)).encode("latin-1")
    if encoding == "vni":
        return "\r\n".join(map(vni, lines)).encode("cp1252")
    if encoding == "cp1258":
        return b"\r\n".join(iconv(lines, "UTF-8", "CP1258"))
    return "\r\n".join(lines).encode(encoding)


@pytest.mark.parametrize(
    ("encoding", "name"),
    [
        ("tcvn3", "windows-1252"),
        ("vni", "windows-1252"),
        ("cp1258", "windows-1258"),
        ("utf-8", "utf-8"),
        ("utf-8-sig", "utf-8"),
        ("utf-16", "utf-16"),
    ],
)
def test_a_text_file_in_any_encoding(tmp_path: Path, encoding: str, name: str) -> None:
    meant = names(400, seed=3)
    path = tmp_path / "ds.csv"
    path.write_bytes(_as_text(meant, encoding))
    reading = read_list(path)
    wrong = [(one, other) for one, other in zip(found(reading), meant, strict=True) if one != other]
    assert wrong == []
    assert reading.encoding == name
    assert {draft.unit for draft in reading.drafts} == {"Thôn Đoài"}


def test_a_text_file_of_one_row_is_told_apart_too(tmp_path: Path) -> None:
    path = tmp_path / "ds.csv"
    for encoding in ("tcvn3", "vni", "cp1258"):
        path.write_bytes(_as_text(["Nguyễn Văn Đức"], encoding))
        assert found(read_list(path)) == ["Nguyễn Văn Đức"]


def test_a_spoiled_list_of_thousands_is_read_whole(tmp_path: Path) -> None:
    meant = names(5_000, seed=41)
    for shown in (tcvn3(meant), [vni(name) for name in meant]):
        path = a_list(tmp_path, list(shown))
        right = sum(one == other for one, other in zip(found(read_list(path)), meant, strict=True))
        assert right >= 0.995 * len(meant)


def test_a_clean_list_is_not_touched(tmp_path: Path) -> None:
    path = a_list(tmp_path, list(names(300)))
    file = examine(path)
    book = read_workbook(file)
    assert repairing.repaired_book(book, file) is book


def test_one_odd_sign_in_a_clean_list_changes_nothing(tmp_path: Path) -> None:
    people = [*names(300), "Sản xuất 100 m² rau", "Müller", "Y Bhăm Niê", "Siu H’Blô"]
    path = a_list(tmp_path, list(people))
    file = examine(path)
    book = read_workbook(file)
    assert repairing.repaired_book(book, file) is book
    assert not [draft for draft in read_list(path).drafts if "TEXT_REPAIRED" in notes(draft)]


def test_broken_styles_do_not_stop_a_list(tmp_path: Path) -> None:
    assert _styles(b"<styleSheet><fonts><font><name val='.VnTime'/>") == {}
    assert _styles(b"<a><fonts/><cellXfs><xf fontId='9'/><xf fontId='x'/></cellXfs></a>") == {}
    xml = b'<row><c r="B2" s="1" t="s"/><c s=\'1\' r=\'C3\'/><c r="D4"/></row>'
    assert fonts_of(xml, {1: ".VnTime"}) == {(2, 1): ".VnTime", (3, 2): ".VnTime"}
    assert fonts_of(xml, {0: "VNI-Times"}) == {(4, 3): "VNI-Times"}
