"""The command that prints a plan: what it writes, what it tells, how it refuses."""

from __future__ import annotations

import json
from pathlib import Path

import docx
import pytest
from click.testing import CliRunner, Result

from thiduaqt.cli.main import cli


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


def test_the_plan_is_printed(data: Path, tmp_path: Path) -> None:
    out = tmp_path / "kế hoạch.docx"
    made = run("plan", data, "--out", out)
    assert made.exit_code == 0, made.output
    assert "Đã tạo “kế hoạch.docx” từ dữ liệu." in made.output
    texts = [paragraph.text for paragraph in docx.Document(str(out)).paragraphs]
    assert "KẾ HOẠCH" in texts


def test_json_tells_where_and_what_is_left(data: Path, tmp_path: Path) -> None:
    out = tmp_path / "kh.docx"
    told = json.loads(run("plan", data, "--out", out, "--json").output)
    assert set(told) == {"path", "kept", "outdated", "empty", "unprinted", "to_check"}
    assert (told["path"], told["kept"]) == (str(out), [])
    out.write_bytes(out.read_bytes() + b"x")
    again = json.loads(run("plan", data, "--out", out, "--json").output)
    assert again["path"] == str(tmp_path / "kh (2).docx")
    assert again["kept"] == [str(out)]


def test_a_folder_may_be_named(data: Path, tmp_path: Path) -> None:
    assert run("plan", data, "--out", tmp_path).exit_code == 0
    assert list(tmp_path.glob("Kế hoạch *.docx"))


@pytest.mark.parametrize("option", ["--movement", "--plan"])
def test_a_plan_that_is_not_there_is_refused(data: Path, tmp_path: Path, option: str) -> None:
    refused = run("plan", data, "--out", tmp_path / "x.docx", option, "không có")
    assert refused.exit_code == 1
    assert "Không thấy kế hoạch nào như vậy" in refused.stderr
    assert not (tmp_path / "x.docx").exists()


def test_it_is_found_by_movement_or_plan(data: Path, tmp_path: Path) -> None:
    for place, option in enumerate((("--movement", "đột phá"), ("--plan", "tổ chức thực hiện"))):
        out = tmp_path / f"{place}.docx"
        assert run("plan", data, "--out", out, *option).exit_code == 0
        assert out.exists()


def test_a_file_that_is_no_data_file_is_refused(tmp_path: Path) -> None:
    refused = run("plan", tmp_path / "không có.tdqdb", "--out", tmp_path / "x.docx")
    assert refused.exit_code == 1
    assert refused.stderr


@pytest.mark.parametrize("name", ["kh.pdf", "kh", "cao minh.tdqdb"])
def test_only_word_files_are_written(data: Path, tmp_path: Path, name: str) -> None:
    before = sorted(tmp_path.iterdir())
    refused = run("plan", data, "--out", tmp_path / name)
    assert refused.exit_code == 1
    assert ".docx" in refused.stderr
    assert sorted(tmp_path.iterdir()) == before
