"""``lint``: what it prints, how it refuses, whose document it takes it for."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from thiduaqt.cli.main import cli

PLANS = Path(__file__).resolve().parents[1] / "data" / "plans"


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(cli, ["lint", *(str(item) for item in arguments)])


def test_json_has_exactly_the_agreed_shape() -> None:
    shown = run(PLANS / "nghia_trung_2026.txt", "--json")
    assert shown.exit_code == 0, shown.output
    told = json.loads(shown.output)
    assert set(told) == {"file", "findings"}
    assert told["file"] == "nghia_trung_2026.txt"
    for finding in told["findings"]:
        assert set(finding) == {"code", "severity", "place", "message", "source", "suggestion"}
        assert set(finding["place"]) == {"paragraph", "chapter", "text"}
        assert finding["severity"] in ("error", "review", "note")
    named = [f for f in told["findings"] if f["code"] == "PLACE_PROVINCE"]
    assert len({finding["place"]["chapter"] for finding in named}) == 2


def test_plain_lines_tell_place_reason_and_source() -> None:
    shown = run(PLANS / "cao_minh_2026.txt")
    assert shown.exit_code == 0
    assert "xã Cao Minh, tỉnh Thái Nguyên" in shown.output
    assert "[Lỗi] đoạn 46: Thiếu mục 3" in shown.output
    assert "Nguồn: NĐ 30/2020/NĐ-CP" in shown.output


def test_a_clean_plan_has_nothing_to_tell() -> None:
    shown = run(PLANS / "clean_xa.txt", "--json")
    assert json.loads(shown.output) == {"file": "clean_xa.txt", "findings": []}
    assert "0 điểm cần xem" in run(PLANS / "clean_xa.txt").output


@pytest.mark.parametrize(
    "owner",
    [("--commune", "cao minh"), ("--commune", "xã Cao Minh", "--province", "thai nguyen")],
)
def test_commune_and_province_may_be_named(owner: tuple[str, ...]) -> None:
    shown = run(PLANS / "nghia_trung_2026.txt", "--json", *owner)
    assert shown.exit_code == 0, shown.output
    codes = [finding["code"] for finding in json.loads(shown.output)["findings"]]
    assert codes.count("PLACE_COMMUNE") >= 4


def test_a_province_alone_makes_it_a_plan_of_the_province() -> None:
    shown = run(PLANS / "bac_ninh_2025.txt", "--province", "Bắc Ninh")
    assert "(tỉnh Bắc Ninh)" in shown.output


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--commune", "Không Có"), "Không thấy đơn vị"),
        (("--commune", "Nam Đồng"), "Nêu thêm tên tỉnh"),
        (("--province", "Atlantis"), "Không thấy tỉnh"),
        (("--commune", "Cao Minh", "--province", "Hà Nội"), "Không thấy đơn vị"),
    ],
)
def test_an_unknown_place_is_refused_in_words(arguments: tuple[str, ...], words: str) -> None:
    refused = run(PLANS / "clean_xa.txt", *arguments)
    assert refused.exit_code == 1
    assert words in refused.stderr
    assert "Traceback" not in refused.output


def test_files_that_are_no_plan_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "quét.pdf"
    path.write_bytes(b"%PDF-1.7 x")
    for file in (path, tmp_path / "không có.docx"):
        refused = run(file, "--json")
        assert refused.exit_code == 1
        assert refused.stderr.count("\n") == 1
    assert run().exit_code == 2


def test_nothing_is_written(tmp_path: Path) -> None:
    path = tmp_path / "kế hoạch.txt"
    path.write_bytes((PLANS / "clean_xa.txt").read_bytes())
    run(path)
    assert list(tmp_path.iterdir()) == [path]
