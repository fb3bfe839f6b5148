"""Lists taken in: compared, mended, written as one step, undone; nothing twice, nothing lost."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.builders import a_session, the_round
from thiduaqt.documents import make
from thiduaqt.domain.errors import Cancelled, UserError
from thiduaqt.domain.papers import Letterhead, ListColumn, SheetPaper
from thiduaqt.domain.records import Nomination, Person, Unit, WaitingRow
from thiduaqt.domain.repair import Choice
from thiduaqt.services import history, intake, intake_letters, nominations
from thiduaqt.services.editing import BadValue
from thiduaqt.services.session import Session

TITLES = ("STT", "Họ và tên", "Năm sinh", "Chức vụ", "Đơn vị", "Thành tích")
ROWS = (
    ("1", "Bà Nguyễn Thị Thu Hà", "1985", "Tổ trưởng", "Thôn 3", "Hướng dẫn 120 hộ dân"),
    ("2", "Ông Đỗ Văn Dũng", "31/02/1988", "Bí thư", "Thôn 3", "Lập nhóm thông tin của thôn"),
    ("3", "Hộ ông Đặng Văn Kính", "", "", "Thôn 3", "Cho mượn nhà làm điểm hỗ trợ"),
    ("4", "Trường THCS Minh Họa", "", "", "", "Số hóa toàn bộ học bạ"),
)


def a_list(path: Path, rows: tuple[tuple[str, ...], ...] = ROWS) -> Path:
    paper = SheetPaper(
        letterhead=Letterhead(issuer_lines=("THÔN 3",), place="Minh Họa"),
        title="DANH SÁCH ĐỀ NGHỊ",
        columns=tuple(ListColumn(title=title) for title in TITLES),
        rows=rows,
        footer=(f"Cộng: {len(rows)}",),
    )
    path.write_bytes(make.make_sheet(paper))
    return path


@pytest.fixture
def session(tmp_path: Path) -> Session:
    return a_session(tmp_path)


def _shown(session: Session, path: Path) -> intake.Preview:
    return intake.preview(session, path, the_round(session).id)


def _dump(session: Session) -> list[str]:
    lines = list(session.store.connection.iterdump())
    return sorted(line for line in lines if 'INTO "journal"' not in line)


def test_a_look_changes_nothing(session: Session, tmp_path: Path) -> None:
    before = session.path.read_bytes()
    shown = _shown(session, a_list(tmp_path / "thon 3.xlsx"))
    assert shown.counts == {"new": 3, "changed": 0, "same": 0, "error": 1, "skipped": 0}
    assert session.path.read_bytes() == before


def test_taken_in_as_one_step_and_taken_back(session: Session, tmp_path: Path) -> None:
    before = _dump(session)
    done = intake.commit(session, _shown(session, a_list(tmp_path / "thon 3.xlsx")))
    assert done.changes.label == "Nhập 3 hồ sơ từ thon 3.xlsx"
    rows = nominations.listing(session, the_round(session).id)
    assert [row.kind for row in rows] == ["individual", "household", "collective"]
    assert rows[0].display == "Bà Nguyễn Thị Thu Hà"
    assert rows[1].name == "Hộ ông Đặng Văn Kính"
    assert session.store.count(WaitingRow) == 1
    history.undo(session)
    assert _dump(session) == before
    history.redo(session)
    assert len(nominations.listing(session, the_round(session).id)) == 3


def test_the_same_list_again_is_nothing_new(session: Session, tmp_path: Path) -> None:
    path = a_list(tmp_path / "thon 3.xlsx")
    intake.commit(session, _shown(session, path))
    again = _shown(session, path)
    assert (again.counts["new"], again.counts["changed"], again.counts["same"]) == (0, 0, 3)


def test_a_corrected_list_changes_only_what_differs(session: Session, tmp_path: Path) -> None:
    intake.commit(session, _shown(session, a_list(tmp_path / "1.xlsx")))
    mended = (("1", "Bà Nguyễn Thị Thu Hà", "12/03/1985", "", "Thôn 3", "Hướng dẫn 150 hộ dân"),)
    shown = _shown(session, a_list(tmp_path / "2.xlsx", mended))
    assert shown.counts["changed"] == 1
    assert {field for field, _old, _new in shown.rows[0].differs} == {"birth", "achievement"}
    intake.commit(session, shown)
    row = nominations.listing(session, the_round(session).id)[0]
    assert (row.birth, row.achievement, row.post) == (
        "1985-03-12",
        "Hướng dẫn 150 hộ dân",
        "Tổ trưởng",
    )


def test_a_row_is_mended_in_the_preview(session: Session, tmp_path: Path) -> None:
    shown = _shown(session, a_list(tmp_path / "thon 3.xlsx"))
    index = next(number for number, row in enumerate(shown.rows) if row.outcome == "error")
    with pytest.raises(BadValue):
        intake.revise(session, shown, index, {"birth": "30/02/1988"})
    with pytest.raises(BadValue):
        intake.revise(session, shown, index, {"full_name": " "})
    mended = intake.revise(session, shown, index, {"birth": "28/02/1988"})
    assert mended.counts["error"] == 0
    done = intake.commit(session, mended)
    assert done.counts["new"] == 4


def test_rows_left_out_are_not_written(session: Session, tmp_path: Path) -> None:
    shown = _shown(session, a_list(tmp_path / "thon 3.xlsx"))
    done = intake.commit(session, shown, leave_out=frozenset({0}))
    assert done.counts["skipped"] == 1
    assert session.store.count(Person) == 0


def test_the_same_name_twice_in_a_list_is_taken_once(session: Session, tmp_path: Path) -> None:
    rows = (ROWS[0], ("2", *ROWS[0][1:]))
    shown = _shown(session, a_list(tmp_path / "thon 3.xlsx", rows))
    assert (shown.counts["new"], shown.counts["skipped"]) == (1, 1)


def test_another_birth_is_another_person(session: Session, tmp_path: Path) -> None:
    intake.commit(session, _shown(session, a_list(tmp_path / "1.xlsx", ROWS[:1])))
    other = (("1", "Bà Nguyễn Thị Thu Hà", "1992", "Giáo viên", "Thôn 3", "Việc khác"),)
    assert _shown(session, a_list(tmp_path / "2.xlsx", other)).counts["new"] == 1


def test_units_of_a_list_are_found_not_doubled(session: Session, tmp_path: Path) -> None:
    intake.commit(session, _shown(session, a_list(tmp_path / "1.xlsx")))
    units = session.store.count(Unit)
    other = (("1", "Ông Bùi Văn Ân", "1979", "", "THON 3", "Trực hỗ trợ dịch vụ công"),)
    intake.commit(session, _shown(session, a_list(tmp_path / "2.xlsx", other)))
    assert session.store.count(Unit) == units


def test_the_mapping_of_a_layout_is_remembered(session: Session, tmp_path: Path) -> None:
    shown = _shown(session, a_list(tmp_path / "1.xlsx"))
    assert intake.remembered(session, shown.reading.layout) is None
    intake.commit(session, shown)
    assert intake.remembered(session, shown.reading.layout) == shown.reading.mapping


def test_stopping_leaves_nothing(session: Session, tmp_path: Path) -> None:
    path = a_list(tmp_path / "thon 3.xlsx")
    before = session.path.read_bytes()
    with pytest.raises(Cancelled):
        intake.preview(session, path, the_round(session).id, cancelled=lambda: True)
    assert session.path.read_bytes() == before


def test_a_vanished_file_is_told(session: Session, tmp_path: Path) -> None:
    path = a_list(tmp_path / "thon 3.xlsx")
    shown = _shown(session, path)
    path.unlink()
    before = session.store.count(Nomination)
    with pytest.raises(UserError):
        intake.commit(session, shown)
    assert session.store.count(Nomination) == before


def test_several_rows_are_mended_at_once(session: Session, tmp_path: Path) -> None:
    shown = _shown(session, a_list(tmp_path / "1.xlsx"))
    mended = intake.revise_many(session, shown, {0: {"unit": "Thôn 5"}, 2: {"unit": "Thôn 5"}})
    assert [row.draft.unit for row in mended.rows][:3] == ["Thôn 5", "Thôn 3", "Thôn 5"]
    with pytest.raises(BadValue):
        intake.revise_many(session, shown, {0: {"unit": "Thôn 5"}, 1: {"full_name": ""}})


def test_a_doubt_can_be_taken_as_it_is_but_not_an_error(session: Session, tmp_path: Path) -> None:
    rows = (("1", "Ông Lò Văn Tám", "1979", "Trưởng thôn", "Thôn 3", "x"),
            ("2", "Ông Bùi Văn Ân", "31/02/1988", "Trưởng thôn", "Thon 3", "y"),
            ("3", "Bà Ma Thị Ánh", "1988", "Giáo viên", "Thon 3", "z"))  # fmt: skip
    shown = _shown(session, a_list(tmp_path / "1.xlsx", rows))
    codes = {issue.code for issue in shown.rows[2].issues}
    assert codes == {"UNIT_VARIANT"}
    left = intake.accept(session, shown, [2], "UNIT_VARIANT")
    assert left.rows[2].issues == ()
    assert intake.accept(session, shown, [1], "DATE_IMPOSSIBLE").rows[1].outcome == "error"


def test_the_rows_of_the_file_can_be_looked_up(session: Session, tmp_path: Path) -> None:
    path = a_list(tmp_path / "1.xlsx")
    shown = _shown(session, path)
    lines = intake.source_lines(path)
    place = shown.rows[1].draft.provenance
    assert "31/02/1988" in lines[place.sheet, place.row]


def test_a_row_that_is_there_can_be_added_as_another(session: Session, tmp_path: Path) -> None:
    intake.commit(session, _shown(session, a_list(tmp_path / "1.xlsx", ROWS[:1])))
    other = (("1", "Bà Nguyễn Thị Thu Hà", "1985", "Bí thư Chi bộ", "Thôn 3", "Việc khác"),)
    shown = _shown(session, a_list(tmp_path / "2.xlsx", other))
    assert shown.counts["changed"] == 1
    done = intake.commit(session, shown, add_new=frozenset({0}))
    assert done.counts["new"] == 1
    assert len(nominations.listing(session, the_round(session).id)) == 2


def test_stopping_while_writing_leaves_nothing(session: Session, tmp_path: Path) -> None:
    def stop(_done: int, _all: int) -> None:
        raise Cancelled

    shown = _shown(session, a_list(tmp_path / "1.xlsx"))
    with pytest.raises(Cancelled):
        intake.commit(session, shown, progress=stop)
    assert nominations.listing(session, the_round(session).id) == ()
    assert intake.waiting(session) == ()


def test_another_heading_row_may_be_named(session: Session, tmp_path: Path) -> None:
    path = a_list(tmp_path / "1.xlsx")
    found = _shown(session, path).reading.tables[0].header_rows[-1]
    same = intake.preview(session, path, the_round(session).id, header_row=found)
    assert len(same.rows) == len(ROWS)
    with pytest.raises(UserError):
        intake.preview(session, path, the_round(session).id, sheets=["Không có"])


def test_waiting_rows_are_mended_and_taken_in_later(session: Session, tmp_path: Path) -> None:
    intake.commit(session, _shown(session, a_list(tmp_path / "1.xlsx")))
    around = the_round(session).id
    shown = intake.waiting_preview(session, around)
    assert [row.draft.full_name for row in shown.rows] == ["Đỗ Văn Dũng"]
    assert shown.rows[0].draft.honorific == "Ông"
    assert "31/02/1988" in shown.rows[0].issues[-1].message
    mended = intake.revise(session, shown, 0, {"birth": "28/02/1988"})
    assert mended.rows[0].issues == ()
    done = intake.commit(session, mended)
    assert done.counts["new"] == 1
    assert intake.waiting(session) == ()
    assert [row.birth for row in nominations.listing(session, around)][-1] == "1988-02-28"
    history.undo(session)
    assert len(intake.waiting(session)) == 1


def test_a_waiting_row_nobody_wants_waits_no_more(session: Session, tmp_path: Path) -> None:
    intake.commit(session, _shown(session, a_list(tmp_path / "1.xlsx")))
    shown = intake.waiting_preview(session, the_round(session).id)
    intake.commit(session, shown, leave_out=frozenset({0}))
    assert intake.waiting(session) == ()
    assert len(nominations.listing(session, the_round(session).id)) == 3


SAME_NAMES = (
    ("1", "Ông Nguyễn Văn Trùng", "", "Tổ phó", "", "Vận động 20 hộ"),
    ("2", "Ông Nguyễn Văn Trùng", "1985", "Tổ trưởng", "Thôn 3", "Hướng dẫn 120 hộ"),
    ("3", "Ông Nguyễn Văn Trùng", "1985", "", "Thôn 5", "Lập nhóm của thôn"),
    ("4", "Tổ công nghệ số cộng đồng", "", "", "Thôn 3", "Hỗ trợ 200 hộ dân"),
    ("5", "Tổ công nghệ số cộng đồng", "", "", "Thôn 5", "Hỗ trợ 150 hộ dân"),
)


@pytest.mark.parametrize("order", [SAME_NAMES, SAME_NAMES[::-1]])
def test_namesakes_stay_apart_and_find_themselves_again(
    session: Session, tmp_path: Path, order: tuple[tuple[str, ...], ...]
) -> None:
    path = a_list(tmp_path / "trung ten.xlsx", order)
    intake.commit(session, _shown(session, path))
    made = session.store.all(Nomination)
    assert len(made) == 5
    assert len({item.team_id for item in made if item.team_id}) == 2
    again = _shown(session, path)
    assert again.counts == {"new": 0, "changed": 0, "same": 5, "error": 0, "skipped": 0}
    assert len({row.nomination_id for row in again.rows}) == 5


def test_a_faulty_row_waits_once_however_often_its_list_comes(
    session: Session, tmp_path: Path
) -> None:
    path = a_list(tmp_path / "thon 3.xlsx")
    intake.commit(session, _shown(session, path))
    again = intake.commit(session, _shown(session, path))
    assert again.changes.nothing
    assert again.counts["error"] == 1
    assert len(intake.waiting(session)) == 1


def test_a_list_somebody_else_took_in_meanwhile_is_not_taken_in_twice(
    session: Session, tmp_path: Path
) -> None:
    path = a_list(tmp_path / "thon 3.xlsx")
    shown = _shown(session, path)
    intake.commit(session, _shown(session, path))
    before = session.store.count(Nomination)
    with pytest.raises(UserError, match="đã thay đổi sau khi xem trước"):
        intake.commit(session, shown)
    assert session.store.count(Nomination) == before


def test_something_else_written_meanwhile_is_no_hindrance(session: Session, tmp_path: Path) -> None:
    shown = _shown(session, a_list(tmp_path / "thon 3.xlsx"))
    with session.store.transaction("Khác", actor="thu") as writing:
        writing.put(Person(id="khac", full_name="Người khác"))
    assert intake.commit(session, shown).counts["new"] == 3


def test_a_repaired_list_is_stored_as_it_was_meant_and_nothing_comes_twice(
    session: Session, tmp_path: Path
) -> None:
    rows = (
        ("1", "NguyÔn ThÞ Thu Hµ", "1985", "Tæ tr\u00adëng", "Thôn 3", "H\u00adíng dÉn 120 hé"),
        ("2", "Nguyeãn Vaên Ñöùc", "1988", "Bí thư", "Thôn 3", "Lập nhóm thông tin"),
    )
    path = a_list(tmp_path / "thon 3.xlsx", rows)
    shown = _shown(session, path)
    assert [row.outcome for row in shown.rows] == ["new", "new"]
    intake.commit(session, shown)
    names = {person.full_name for person in session.store.all(Person)}
    assert names == {"Nguyễn Thị Thu Hà", "Nguyễn Văn Đức"}
    assert _shown(session, path).counts["same"] == 2


def test_rows_get_the_letters_of_the_file_back(session: Session, tmp_path: Path) -> None:
    rows = (
        ("1", "NguyÔn ThÞ Thu Hµ", "1985", "Giáo viên", "Thôn 3", ""),
        ("2", "TrÇn V¨n S¬n", "1988", "Bí thư", "Thôn 3", ""),
    )
    path = a_list(tmp_path / "thon 3.xlsx", rows)
    shown = intake.revise(session, _shown(session, path), 0, {"post": "Hiệu trưởng"})
    kept = intake_letters.keep_letters(session, shown, [1])
    assert [row.draft.full_name for row in kept.rows] == ["Nguyễn Thị Thu Hà", "TrÇn V¨n S¬n"]
    assert kept.rows[0].draft.post == "Hiệu trưởng"
    again = intake_letters.keep_letters(session, kept, [1], keep=False)
    assert again.rows[1].draft.full_name == "Trần Văn Sơn"
    path.write_bytes(a_list(tmp_path / "khac.xlsx", rows[:1]).read_bytes())
    with pytest.raises(UserError, match="đã thay đổi"):
        intake_letters.keep_letters(session, shown, [0])


def test_the_whole_file_is_read_with_its_own_letters(session: Session, tmp_path: Path) -> None:
    path = a_list(tmp_path / "a.xlsx", (("1", "TrÇn V¨n S¬n", "1988", "Bí thư", "Thôn 3", ""),))
    shown = intake.preview(session, path, the_round(session).id, letters=Choice("keep"))
    assert shown.rows[0].draft.full_name == "TrÇn V¨n S¬n"
    assert shown.rows[0].outcome == "new"
