"""The table of targets on the command line: shown, filled in, exported."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest
from click.testing import CliRunner, Result

from tests.council_season import make_season
from tests.services.test_targets import INDEX, ONLINE, PART, PROSE, TRAIN
from thiduaqt.cli.targets import targets as command
from thiduaqt.services import movements


@pytest.fixture
def data(tmp_path: Path) -> Path:
    session = make_season(tmp_path)
    movements.change_rules(
        session,
        "movement",
        "Thêm chỉ tiêu",
        lambda rules: replace(rules, targets=(ONLINE, INDEX, PART, TRAIN, PROSE)),
    )
    session.close()
    return session.path


def run(data: Path, *options: str) -> Result:
    return CliRunner().invoke(command, [str(data), *options])


def test_figures_are_set_and_shown(data: Path) -> None:
    done = run(data, "--set", "2=0,74", "--set", "online=30/40", "--period", "9/2026", "--json")
    assert done.exit_code == 0, done.stderr
    shown = {row["number"]: row for row in json.loads(done.stdout)["targets"]}
    assert (shown["2"]["value"], shown["2"]["state"]) == ("0.74", "at_risk")
    assert (shown["2"]["operator"], shown["2"]["wanted"]) == (">=", "0.75")
    assert (shown["1"]["numerator"], shown["1"]["denominator"]) == ("30", "40")
    assert shown["3"]["value"] is None
    later = run(data, "--year", "2026")
    assert "2. Chỉ số: ≥ 0,75; 0,74; Có nguy cơ không đạt" in later.stdout
    assert "0,74" not in run(data, "--year", "2027").stdout


def test_one_unit_alone(data: Path) -> None:
    assert run(data, "--unit", "thôn 3", "--set", "1=18/20", "--year", "2026").exit_code == 0
    document = json.loads(run(data, "--year", "2026", "--json").stdout)
    assert document["targets"][0]["units"] == [{"unit": "Thôn 3", "value": "90", "state": "met"}]


def test_a_form_goes_out_and_comes_back(data: Path, tmp_path: Path) -> None:
    form, table = tmp_path / "bieu.xlsx", tmp_path / "bang.docx"
    assert run(data, "--form", str(form), "--period", "Q3/2026").exit_code == 0
    book = openpyxl.load_workbook(form)
    book["Chỉ tiêu"]["E7"] = "0,8"
    book.save(form)
    done = run(data, "--import", str(form), "--out", str(table), "--year", "2026", "--json")
    assert done.exit_code == 0, done.stderr
    document = json.loads(done.stdout)
    assert document["imported"] == {"file": "bieu.xlsx", "new": 1, "changed": 0, "same": 0}
    assert document["targets"][1]["state"] == "met"
    assert table.stat().st_size > 10_000


@pytest.mark.parametrize(
    ("options", "code", "words"),
    [
        (("--set", "2=nhiều"), 1, "không phải một số liệu"),
        (("--set", "99=1"), 1, "không có chỉ tiêu “99”"),
        (("--set", "2"), 2, ""),
        (("--unit", "Thôn 99"), 1, "Không thấy đơn vị"),
        (("--movement", "không có"), 1, "Không thấy phong trào"),
        (("--period", "tuần sau"), 1, "không phải một kỳ số liệu"),
        (("--out", "bang.pdf"), 1, ".docx hoặc .xlsx"),
        (("--import", "thieu.xlsx"), 1, "Không thấy tệp"),
    ],
)
def test_refusals_are_sentences(
    data: Path, options: tuple[str, ...], code: int, words: str
) -> None:
    done = run(data, *options)
    assert done.exit_code == code
    assert words in done.stderr
    assert "Traceback" not in done.output


def test_files_that_are_there_stay(data: Path, tmp_path: Path) -> None:
    table, form = tmp_path / "bang.docx", tmp_path / "bieu.xlsx"
    for path in (table, form):
        path.write_text("sửa tay", encoding="utf-8")
    done = run(data, "--out", str(table), "--form", str(form), "--year", "2026", "--json")
    assert done.exit_code == 0, done.stderr
    assert [Path(name).name for name in json.loads(done.stdout)["written"]] == [
        "bieu (2).xlsx",
        "bang (2).docx",
    ]
    assert table.read_text(encoding="utf-8") == form.read_text(encoding="utf-8") == "sửa tay"


def test_a_refused_file_tells_that_figures_were_kept(data: Path) -> None:
    refused = run(data, "--set", "2=0,9", "--out", "bang.pdf", "--year", "2026")
    assert refused.exit_code == 1
    assert "Số liệu đã ghi" in refused.stderr
    assert "không thay đổi" not in refused.stderr
    assert "0,9;" in run(data, "--year", "2026").stdout
    assert "không thay đổi" in run(data, "--out", "bang.pdf", "--year", "2026").stderr


def test_typed_figures_and_a_file_do_not_come_at_once(data: Path) -> None:
    both = run(data, "--set", "2=0,9", "--import", "bieu.xlsx", "--year", "2026")
    assert both.exit_code == 2
    assert "0,9;" not in run(data, "--year", "2026").stdout


def test_a_form_is_an_excel_file(data: Path, tmp_path: Path) -> None:
    done = run(data, "--form", str(tmp_path / "bieu.txt"), "--year", "2026")
    assert (done.exit_code, ".xlsx" in done.stderr) == (1, True)
    assert not (tmp_path / "bieu.txt").exists()
