"""Packs on the command line: checked, taken in, given away; refused in words, in JSON too."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from thiduaqt import paths
from thiduaqt.cli.main import cli

PACK = paths.resources() / "packs" / "cao_minh_2026.toml"
BROKEN = PACK.read_text(encoding="utf-8").replace(
    'award = "certificate_of_merit"', 'award = "giay_khen"'
)


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(cli, [str(item) for item in arguments])


@pytest.fixture
def data(tmp_path: Path) -> Path:
    path = tmp_path / "du lieu.tdqdb"
    made = run(
        "new", path, "--commune", "cao minh", "--province", "thai nguyen",
        "--pack", "trong", "--year", "2026",
    )  # fmt: skip
    assert made.exit_code == 0, made.output
    return path


def test_both_names_list_the_packs() -> None:
    listed = json.loads(run("pack", "list", "--json").output)
    assert listed == json.loads(run("packs", "--json").output)
    assert {item["code"] for item in listed} >= {"cao_minh_2026", "trong"}
    assert "cao_minh_2026\tPhong trào" in run("pack", "list").output


def test_a_sound_pack() -> None:
    shown = run("pack", "validate", PACK)
    assert shown.exit_code == 0
    assert "nhập được, 1 phong trào" in shown.output
    told = json.loads(run("pack", "validate", PACK, "--json").output)
    assert (told["ok"], told["errors"], told["pack"]["code"]) == (True, [], "cao_minh_2026")


def test_every_fault_is_printed_with_file_entry_key_and_reason(tmp_path: Path) -> None:
    path = tmp_path / "hong.toml"
    path.write_text(BROKEN, encoding="utf-8")
    shown = run("pack", "validate", path)
    assert shown.exit_code == 1
    lines = [line for line in shown.output.splitlines() if line.startswith("LỖI")]
    assert len(lines) == BROKEN.count('award = "giay_khen"')
    assert all("tệp hong.toml, mục quotas thứ" in line and "khóa “award”" in line for line in lines)
    told = json.loads(run("pack", "validate", path, "--json").output)
    assert told["ok"] is False
    assert told["pack"] is None
    assert {(fault["file"], fault["key"]) for fault in told["errors"]} == {("hong.toml", "award")}


@pytest.mark.parametrize("name", ["khong-co.toml", "."])
def test_a_place_that_is_no_pack(tmp_path: Path, name: str) -> None:
    shown = run("pack", "validate", tmp_path / name)
    assert shown.exit_code == 1
    assert shown.output.startswith("LỖI: tệp ")


def test_in_and_out_again(data: Path, tmp_path: Path) -> None:
    made = json.loads(run("pack", "import", data, PACK, "--year", "2027", "--json").output)
    assert made["rounds"][0] == "Khen thưởng hằng năm 2027"
    out = tmp_path / "ra.toml"
    told = json.loads(
        run("pack", "export", data, "--movement", "cao_minh_2026", "--out", out, "--json").output
    )
    assert told == {"path": str(out), "files": [str(out)], "errors": [], "notes": []}
    assert run("pack", "validate", out).exit_code == 0
    again = run("pack", "import", data, out)
    assert again.exit_code == 1
    assert "Đã có phong trào" in again.stderr
    assert run("pack", "import", data, out, "--copy").exit_code == 0


def test_which_movement_is_meant(data: Path, tmp_path: Path) -> None:
    assert run("pack", "export", data, "--out", tmp_path / "mot").exit_code == 0
    run("pack", "import", data, PACK)
    asked = run("pack", "export", data, "--out", tmp_path / "hai")
    assert asked.exit_code == 1
    assert "--movement với một trong: trong, cao_minh_2026" in asked.stderr
    unknown = run("pack", "export", data, "--movement", "bong da", "--out", tmp_path / "ba")
    assert unknown.exit_code == 1
    assert "Không có phong trào “bong da”" in unknown.stderr
    both = run("pack", "export", data, "--movement", "phong trao", "--out", tmp_path / "bon")
    assert "Có 2 phong trào hợp" in both.stderr
    fitting = run("pack", "export", data, "--movement", "dot pha khoa hoc", "--out", tmp_path / "b")
    assert fitting.exit_code == 0
    assert [path.name for path in sorted(tmp_path.iterdir())] == ["b", "du lieu.tdqdb", "mot"]


def test_a_refused_pack_leaves_the_file_byte_for_byte(data: Path, tmp_path: Path) -> None:
    path = tmp_path / "hong.toml"
    path.write_text(BROKEN, encoding="utf-8")
    before = data.read_bytes()
    refused = run("pack", "import", data, path)
    assert refused.exit_code == 1
    assert "Không nhận gói phong trào: tệp hong.toml" in refused.stderr
    assert "lỗi khác" in refused.stderr
    assert "Traceback" not in refused.output
    assert data.read_bytes() == before


def test_the_folder_of_a_new_pack_is_made(data: Path, tmp_path: Path) -> None:
    path = tmp_path / "mới" / "gói.toml"
    assert run("pack", "export", data, "--out", path).exit_code == 0
    assert path.exists()
