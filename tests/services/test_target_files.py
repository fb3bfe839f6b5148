"""Figures by file: the form that comes back, what is refused, the table that is printed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import docx
import openpyxl
import pytest

from tests.council_season import make_season
from tests.services.test_targets import INDEX, ONLINE, PART, PROSE, TRAIN
from thiduaqt.domain.errors import BadFile, NotAllowed
from thiduaqt.domain.records import Measurement, Movement
from thiduaqt.services import history, movements, target_files, target_papers, targets
from thiduaqt.services.editing import BadValue
from thiduaqt.services.session import Session
from thiduaqt.services.target_files import BadFigures
from thiduaqt.services.targets import Entry

ALL = (ONLINE, INDEX, PART, TRAIN, PROSE)
HEADS = 5  # the row of the headings; the first target stands in the next one


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    made = make_season(tmp_path)
    movements.change_rules(
        made, "movement", "Thêm chỉ tiêu", lambda rules: replace(rules, targets=ALL)
    )
    yield made
    made.close()


@pytest.fixture
def form(session: Session, tmp_path: Path) -> Path:
    path = tmp_path / "Biểu chỉ tiêu.xlsx"
    return target_files.export_form(session, path, "movement", period="9/2026")


def fill(path: Path, cells: dict[str, object]) -> Path:
    """Fill in cells by their address, as Excel would."""
    book = openpyxl.load_workbook(path)
    for address, value in cells.items():
        book["Chỉ tiêu"][address] = value
    book.save(path)
    return path


def test_the_form_shows_targets_and_units_and_locks_the_rest(form: Path) -> None:
    book = openpyxl.load_workbook(form)
    sheet = book["Chỉ tiêu"]
    heads = [cell.value for cell in sheet[HEADS]]
    assert heads[:6] == ["TT", "Chỉ tiêu", "Mức phải đạt", "Cách ghi", "Toàn xã", "Thôn 1"]
    assert [sheet.cell(row, 2).value for row in range(6, 11)] == [
        target.statement for target in ALL
    ]
    assert sheet["C6"].value == "≥ 80%"
    assert sheet.protection.sheet
    locked = {name: sheet[name].protection.locked for name in ("B6", "E6", "F6", "E7", "F7")}
    assert locked == {"B6": True, "E6": True, "F6": False, "E7": False, "F7": False}
    assert sheet["F6"].number_format == "@"
    assert book["_thiduaqt"].sheet_state == "veryHidden"


def test_what_was_filled_in_is_kept_as_one_step(session: Session, form: Path) -> None:
    fill(form, {"F6": "30/40", "G6": "95%", "E7": 0.8, "F9": 4, "H6": "không áp dụng",
                "E10": "Đạt"})  # fmt: skip
    done = target_files.import_figures(session, form, movement_id="movement")
    assert (done.file.new, done.file.changed, done.file.same) == (6, 0, 0)
    kept = {(item.target, item.unit_id): item for item in session.store.all(Measurement)}
    assert len(kept) == 6
    assert kept["online", "Thôn 1"].numerator == "30"
    assert kept["online", "Thôn 3"].value == "95"
    assert kept["online", "Thôn 5"].na
    assert kept["index", None].value == "0.8"
    assert {item.period for item in kept.values()} == {"2026-09"}
    assert kept["train", "Thôn 1"].source == "Tệp Biểu chỉ tiêu.xlsx"
    again = target_files.import_figures(session, form)
    assert (again.file.new, again.file.changed, again.file.same) == (0, 0, 6)
    assert history.undo_text(session) == "Nhập 6 số liệu từ Biểu chỉ tiêu.xlsx"
    history.undo(session)
    assert session.store.all(Measurement) == ()


def test_what_is_known_stands_in_the_form_and_reads_back_the_same(
    session: Session, tmp_path: Path
) -> None:
    targets.record(session, "movement", [
        Entry(target="online", unit_id="Thôn 1", period="2026-Q3", value="30/40"),
        Entry(target="index", period="2026-Q3", value="0,125"),
        Entry(target="prose", period="2026-Q3", value="chưa"),
        Entry(target="train", unit_id="ccb", period="2026-Q3", value="n/a"),
    ])  # fmt: skip
    path = target_files.export_form(session, tmp_path / "a.xlsx", "movement", period="Quý III/2026")
    found = target_files.read_figures(session, path)
    assert (found.new, found.changed, found.same, found.unread) == (0, 0, 4, ())
    fill(path, {"E7": "0,25"})
    assert target_files.import_figures(session, path).file.changed == 1


def test_a_form_for_one_unit_has_one_column(session: Session, tmp_path: Path) -> None:
    made = target_files.form_of(session, "movement", period="2026", unit_ids=["Thôn 3"])
    assert [column.name for column in made.columns] == ["Thôn 3"]
    assert all(line.open == (True,) for line in made.lines)


def test_unreadable_cells_are_told_by_address_and_nothing_is_kept(
    session: Session, form: Path
) -> None:
    fill(form, {"F6": "30/40", "G6": "0,75", "F9": "nhiều", "E6": "50%"})
    found = target_files.read_figures(session, form)
    assert [issue.field for issue in found.unread] == ["E6", "G6", "F9"]
    with pytest.raises(BadFigures) as fault:
        target_files.import_figures(session, form)
    assert "3 ô không đọc được" in fault.value.text
    assert "Ô G6: “0,75” có thể là 0,75% hoặc 75%." in fault.value.text
    assert fault.value.data == "Dữ liệu không thay đổi."
    assert session.store.all(Measurement) == ()


def _swap_lines(path: Path) -> None:
    fill(path, {"B6": INDEX.statement, "B7": ONLINE.statement})


def _swap_columns(path: Path) -> None:
    fill(path, {"F5": "Thôn 3", "G5": "Thôn 1"})


def _no_key(path: Path) -> None:
    book = openpyxl.load_workbook(path)
    del book["_thiduaqt"]
    book.save(path)


def _other_file(path: Path) -> None:
    path.write_bytes(b"%PDF-1.7 khong phai bang tinh")


def _cut_off(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:2000])


@pytest.mark.parametrize("harm", [_swap_lines, _swap_columns, _no_key, _other_file, _cut_off])
def test_a_form_that_was_changed_is_refused(
    session: Session, form: Path, harm: Callable[[Path], None]
) -> None:
    fill(form, {"F6": "30/40"})
    harm(form)
    with pytest.raises(BadFile):
        target_files.import_figures(session, form)
    assert session.store.all(Measurement) == ()


def test_a_form_of_another_movement_is_refused(session: Session, form: Path) -> None:
    fill(form, {"F6": "30/40"})
    with session.store.transaction("Thêm", actor="tester") as writing:
        writing.put(replace(writing.get(Movement, "movement"), id="khac"))
    with pytest.raises(NotAllowed):
        target_files.import_figures(session, form, movement_id="khac")
    with session.store.transaction("Xóa", actor="tester") as writing:
        writing.put(replace(writing.get(Movement, "movement"), deleted=True))
    with pytest.raises(NotAllowed):
        target_files.import_figures(session, form)


def test_targets_that_are_gone_are_told(session: Session, form: Path) -> None:
    fill(form, {"F6": "30/40", "E7": "0,5"})
    movements.change_rules(
        session, "movement", "Bỏ", lambda rules: replace(rules, targets=(INDEX,))
    )
    found = target_files.read_figures(session, form)
    assert [issue.field for issue in found.unread] == ["F6"]


def test_forms_need_targets_and_a_period(session: Session, tmp_path: Path) -> None:
    with pytest.raises(BadValue):
        target_files.form_of(session, "movement", period="hôm nào đó")
    movements.change_rules(session, "movement", "Bỏ", lambda rules: replace(rules, targets=()))
    with pytest.raises(NotAllowed):
        target_files.form_of(session, "movement", period="2026")


# -- the printed table ----------------------------------------------------------------------------


def measured(session: Session) -> None:
    targets.record(session, "movement", [
        Entry(target="online", unit_id="Thôn 1", period="9/2026", value="30/40"),
        Entry(target="online", unit_id="Thôn 3", period="9/2026", value="19/20"),
        Entry(target="index", period="9/2026", value="0,74", source="Báo cáo 12/BC-UBND"),
    ])  # fmt: skip


def test_the_table_prints_in_word_and_excel(session: Session, tmp_path: Path) -> None:
    measured(session)
    word = target_papers.export_table(session, tmp_path / "bang.docx", "movement")
    table = docx.Document(str(word)).tables[1]
    rows = [[cell.text for cell in row.cells] for row in table.rows]
    assert rows[0] == ["TT", "Chỉ tiêu", "Mức phải đạt", "Kết quả", "Đánh giá", "Ghi chú"]
    assert rows[1][:5] == ["1", "Hồ sơ trực tuyến", "≥ 80%", "81,67% (49/60)", "Đạt"]
    assert rows[2][2:] == [
        "≥ 0,75", "0,74", "Có nguy cơ không đạt", "Kỳ 09/2026; Báo cáo 12/BC-UBND",
    ]  # fmt: skip
    text = "\n".join(paragraph.text for paragraph in docx.Document(str(word)).paragraphs)
    assert "Có nguy cơ không đạt 1, chưa có số liệu 3, đạt 1." in text
    assert "từ 90% mức phải đạt trở lên (gợi ý của phần mềm" in text
    excel = target_papers.export_table(
        session, tmp_path / "bang.xlsx", "movement", period="2026-09"
    )
    values = [cell.value for row in openpyxl.load_workbook(excel).active.rows for cell in row]
    assert "81,67% (49/60)" in values
    with pytest.raises(NotAllowed):
        target_papers.export_table(session, tmp_path / "bang.pdf", "movement")


def test_the_bars_stand_on_an_axis_of_their_own(session: Session) -> None:
    measured(session)
    chart = target_papers.chart_of(targets.overview(session, "movement"))
    bars = {bar.label: bar for bar in chart.bars}
    online = bars["1. Hồ sơ trực tuyến"]
    assert online.wanted is not None
    assert float(online.wanted) == pytest.approx(0.8)
    assert online.value is not None
    assert float(online.value) == pytest.approx(0.81667, abs=1e-4)
    assert bars["2.1. Trong đó"].value is None
    assert bars["4. Có kho dữ liệu dùng chung"].spoken == (
        "4. Có kho dữ liệu dùng chung: chưa có số liệu."
    )
    assert chart.note == "Số liệu mới nhất: 09/2026"
