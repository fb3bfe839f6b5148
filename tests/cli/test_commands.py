"""Commands of a season one by one: what they print, how they refuse, that a look writes nothing."""

from __future__ import annotations

import errno
import json
import zipfile
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from thiduaqt.cli.main import cli
from thiduaqt.documents import make
from thiduaqt.domain.papers import Letterhead, ListColumn, SheetPaper


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(cli, [str(item) for item in arguments])


@pytest.fixture
def data(tmp_path: Path) -> Path:
    path = tmp_path / "cao minh.tdqdb"
    made = run(
        "new", path, "--commune", "cao minh", "--province", "thai nguyen",
        "--pack", "cao_minh_2026", "--year", "2026",
    )  # fmt: skip
    assert made.exit_code == 0, made.output
    return path


@pytest.fixture
def village_list(tmp_path: Path) -> Path:
    titles = ("STT", "Họ và tên", "Năm sinh", "Chức vụ", "Đơn vị", "Thành tích")
    rows = (
        ("1", "Bà Nguyễn Thị Thu Hà", "1985", "Tổ trưởng", "Thôn 3", "Hướng dẫn 120 hộ"),
        ("2", "Ông Đỗ Văn Dũng", "31/02/1988", "Bí thư", "Thôn 3", "Lập nhóm thông tin"),
        ("3", "Tổ CNSCĐ thôn 3", "", "", "Thôn 3", "Hỗ trợ 200 hộ"),
    )
    paper = SheetPaper(
        letterhead=Letterhead(issuer_lines=("THÔN 3",), place="Cao Minh"),
        title="DANH SÁCH ĐỀ NGHỊ",
        columns=tuple(ListColumn(title=title) for title in titles),
        rows=rows,
    )
    path = tmp_path / "thôn 3.xlsx"
    path.write_bytes(make.make_sheet(paper))
    return path


def test_packs_are_listed() -> None:
    codes = [item["code"] for item in json.loads(run("packs", "--json").output)]
    assert "cao_minh_2026" in codes


def test_a_new_file_tells_its_rounds(data: Path) -> None:
    assert data.exists()
    again = run(
        "new", data, "--commune", "cao minh", "--province", "thai nguyen",
        "--pack", "cao_minh_2026",
    )  # fmt: skip
    assert again.exit_code == 1
    assert "Đã có tệp" in again.stderr


def test_an_unknown_commune_is_refused_and_no_file_is_left(tmp_path: Path) -> None:
    path = tmp_path / "x.tdqdb"
    made = run("new", path, "--commune", "Không Có", "--province", "Thái Nguyên", "--pack", "trong")
    assert made.exit_code == 1
    assert made.stderr
    assert not path.exists()


def test_a_look_writes_nothing(data: Path, village_list: Path) -> None:
    before = data.read_bytes()
    shown = run("import", data, village_list, "--json")
    assert shown.exit_code == 0, shown.output
    told = json.loads(shown.output)
    assert data.read_bytes() == before
    assert told["committed"] is False
    assert [row["status"] for row in told["rows"][:2]] == ["ready", "error"], told["rows"][2]
    assert [row["kind"] for row in told["rows"]] == ["person", "person", "team"]
    assert told["rows"][0]["birth"] == "1985"
    columns = told["tables"][0]["columns"]
    assert set(columns.values()) >= {"full_name", "birth", "unit", "achievement"}
    row = told["rows"][0]
    assert set(row) >= {
        "sheet", "row", "kind", "full_name", "honorific", "sex", "birth", "birth_precision",
        "post", "unit", "id_number", "phone", "achievement", "award", "status", "issues",
    }  # fmt: skip


def test_committed_once_then_nothing_new(data: Path, village_list: Path) -> None:
    first = json.loads(run("import", data, village_list, "--commit", "--json").output)
    assert first["counts"]["new"] == 2
    assert first["counts"]["error"] == 1
    again = json.loads(run("import", data, village_list, "--commit", "--json").output)
    assert (again["counts"]["new"], again["counts"]["changed"]) == (0, 0)
    names = [row["name"] for row in json.loads(run("list", data, "--json").output)]
    assert names == ["Bà Nguyễn Thị Thu Hà", "Tổ CNSCĐ thôn 3"]
    checked = json.loads(run("check", data, "--json").output)
    assert {row["check"] for row in checked} == {"unchecked"}
    assert run("verify", data).exit_code == 0


def _bomb(path: Path) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("xl/workbook.xml", b"0" * 300_000_000)


BAD = {
    "empty.xlsx": b"",
    "cut.xlsx": b"PK\x03\x04\x14\x00\x06\x00\x08\x00",
    "locked.xlsx": bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 600,
    "picture.xlsx": b"\x89PNG\r\n\x1a\n" + b"\0" * 100,
    "page.xlsx": b"%PDF-1.7\n1 0 obj\n",
}


@pytest.mark.parametrize("name", [*BAD, "bomb.xlsx", "missing.xlsx"])
def test_bad_files_end_in_one_sentence(data: Path, tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    if name in BAD:
        path.write_bytes(BAD[name])
    elif name == "bomb.xlsx":
        _bomb(path)
    before = data.read_bytes()
    result = run("import", data, path, "--commit")
    assert result.exit_code == 1
    assert result.stderr.strip()
    assert "Traceback" not in result.output + result.stderr
    assert "ngoài dự kiến" not in result.stderr
    assert data.read_bytes() == before


def test_a_formula_stays_a_text(data: Path, village_list: Path, tmp_path: Path) -> None:
    paper = SheetPaper(
        letterhead=Letterhead(issuer_lines=("THÔN 3",), place="Cao Minh"),
        title="DANH SÁCH",
        columns=tuple(ListColumn(title=title) for title in ("TT", "Họ và tên", "Thành tích")),
        rows=(("1", "Vi Văn Tới", '=HYPERLINK("http://x","y")'),),
    )
    path = tmp_path / "f.xlsx"
    path.write_bytes(make.make_sheet(paper))
    assert run("import", data, path, "--commit").exit_code == 0
    with_formula = json.loads(run("import", data, path, "--json").output)["rows"][0]
    assert with_formula["achievement"].startswith("=HYPERLINK")
    assert [issue["code"] for issue in with_formula["issues"]]


def test_steps_out_of_order_are_refused(data: Path) -> None:
    early = run("decide", data, "--number", "131/QĐ-UBND", "--date", "2026-12-10")
    assert early.exit_code == 1
    assert "phiên họp" in early.stderr
    nothing = run("documents", data, "--decision", "131", "--out", data.parent / "o")
    assert nothing.exit_code == 1
    assert not (data.parent / "o").exists()


@pytest.mark.parametrize("arguments", [["import"], ["nonsense"], ["decide", "x", "--date", "1"]])
def test_wrong_words_are_exit_two(arguments: list[str]) -> None:
    assert run(*arguments).exit_code == 2


def test_a_foreign_data_file_is_told(tmp_path: Path) -> None:
    other = tmp_path / "thu.tdqdb"
    other.write_bytes(b"khong phai")
    for command in ("list", "check", "verify"):
        result = run(command, other)
        assert result.exit_code == 1
        assert "không phải tệp dữ liệu" in result.stderr


def test_names_no_disk_can_hold_are_told(tmp_path: Path) -> None:
    for path in (tmp_path / ("a" * 300 + ".tdqdb"), tmp_path / ("b" * 300) / "x.tdqdb"):
        for arguments in (
            ("list", path),
            (
                "new", path, "--commune", "cao minh", "--province", "thai nguyen",
                "--pack", "cao_minh_2026",
            ),
        ):  # fmt: skip
            refused = run(*arguments)
            assert refused.exit_code == 1
            assert "ngoài dự kiến" not in refused.stderr, refused.stderr


def test_a_refusal_is_one_line_whatever_was_typed(tmp_path: Path) -> None:
    refused = run("list", tmp_path / "hai\ndòng.tdqdb")
    assert refused.exit_code == 1
    assert len(refused.stderr.splitlines()) == 1


@pytest.mark.parametrize("year", ["0", "-5", "1900", "99999"])
def test_a_year_nobody_means_is_wrong_use(tmp_path: Path, year: str) -> None:
    path = tmp_path / "x.tdqdb"
    refused = run(
        "new", path, "--commune", "cao minh", "--province", "thai nguyen",
        "--pack", "cao_minh_2026", "--year", year,
    )  # fmt: skip
    assert refused.exit_code == 2
    assert not path.exists()


def test_a_folder_that_refuses_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(errno.EACCES, "refused", str(tmp_path / "mua mau"))

    monkeypatch.setattr(Path, "exists", refuse)
    refused = run("demo", "--out", tmp_path / "mua mau")
    assert refused.exit_code == 1
    assert "Không đọc hoặc không ghi được mua mau." in refused.stderr
