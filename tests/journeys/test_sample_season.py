"""The sample season without a display: what it must show, and every name the same everywhere."""

from __future__ import annotations

import html
import json
import re
import subprocess
import unicodedata
import zipfile
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from thiduaqt.cli.main import cli


@pytest.fixture(scope="module")
def season(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("mua") / "out"
    result = CliRunner().invoke(cli, ["demo", "--out", str(folder), "--json"])
    assert result.exit_code == 0, result.output
    assert json.loads(result.output) == json.loads((folder / "season.json").read_text("utf-8"))
    return folder


@pytest.fixture(scope="module")
def told(season: Path) -> dict[str, Any]:
    return dict(json.loads((season / "season.json").read_text("utf-8")))


def _words(text: str) -> str:
    return re.sub(r"\s+", " ", text)


def _office_text(path: Path) -> str:
    """Return the text of a .docx or .xlsx straight from its XML, without our own libraries."""
    with zipfile.ZipFile(path) as archive:
        parts = [
            archive.read(name).decode("utf-8")
            for name in archive.namelist()
            if re.search(r"(document|sharedStrings|sheet\d+)\.xml$", name)
        ]
    paragraphs = re.sub(r"</(?:w:p|si|is)>", "\n", "\n".join(parts))
    return html.unescape(re.sub(r"<[^>]+>", "", paragraphs))


def _pdf_text(path: Path) -> str:
    done = subprocess.run(
        ["pdftotext", "-layout", str(path), "-"], capture_output=True, check=True, timeout=60
    )
    return done.stdout.decode("utf-8")


def test_the_season_has_what_a_season_has(told: dict[str, Any]) -> None:
    steps = told["steps"]
    assert steps["nominations"] >= 30
    assert steps["checked"]["blocked"] >= 1
    assert steps["imported_again"]["new"] == steps["imported_again"]["changed"] == 0
    kinds = [award["kind"] for award in told["awarded"]]
    assert (kinds.count("collective"), kinds.count("individual"), len(kinds)) == (2, 5, 7)
    assert any("kế hoạch cho tối đa 5" in sentence for sentence in told["refused"])
    assert "bằng tỷ lệ" in told["tie"]
    assert "Bà Vũ Thị Yến" in [award["name"] for award in told["awarded"]]


def test_the_register_has_no_gaps(told: dict[str, Any]) -> None:
    assert [award["ordinal"] for award in told["awarded"]] == list(range(1, 8))
    assert told["register_gaps"] == []
    assert told["money"] == 2 * 1_520_000 + 5 * 760_000


def test_everything_named_is_there(season: Path, told: dict[str, Any]) -> None:
    for name in told["files"]:
        assert (season / name).stat().st_size > 0, name


@pytest.mark.office
def test_every_name_is_the_same_in_every_paper(season: Path, told: dict[str, Any]) -> None:
    papers = {path.name: _words(_office_text(path)) for path in season.glob("*.docx")}
    papers |= {path.name: _words(_office_text(path)) for path in season.glob("*.xlsx")}
    papers |= {path.name: _words(_pdf_text(path)) for path in season.glob("*.pdf")}
    assert len(papers) == 10
    for text in papers.values():
        assert unicodedata.is_normalized("NFC", text)
    for award in told["awarded"]:
        for name, text in papers.items():
            assert award["name"] in text, f"{award['name']} is not in {name}"


def test_every_name_is_in_the_bundle(season: Path, told: dict[str, Any]) -> None:
    bundle = next(season.glob("*.tdq"))
    with zipfile.ZipFile(bundle) as outer:
        payload = outer.read("payload.zip")
    inner_path = season / "payload-check.zip"
    inner_path.write_bytes(payload)
    with zipfile.ZipFile(inner_path) as inner:
        records = inner.read("records.jsonl").decode("utf-8")
    inner_path.unlink()
    assert unicodedata.is_normalized("NFC", records)
    for award in told["awarded"]:
        bare = re.sub(r"^(Ông|Bà) ", "", award["name"])
        assert bare in records
    assert "99908" not in records


@pytest.mark.office
def test_the_certificates_embed_their_fonts(season: Path) -> None:
    done = subprocess.run(
        ["pdffonts", str(season / "certificates.pdf")], capture_output=True, check=True, timeout=60
    )
    rows = done.stdout.decode().splitlines()[2:]
    assert rows
    embedded = [re.search(r"\s(yes|no)\s+(yes|no)\s+(yes|no)\s+\d+", row) for row in rows]
    assert all(found and found[1] == "yes" and found[3] == "yes" for found in embedded)


def test_more_than_the_plan_allows_needs_a_reason_that_is_printed(tmp_path: Path) -> None:
    reason = "Số cá nhân có thành tích ngang nhau nhiều hơn dự kiến"
    result = CliRunner().invoke(
        cli, ["demo", "--out", str(tmp_path / "out"), "--exceed-quota", reason, "--json"]
    )
    assert result.exit_code == 0, result.output
    assert len(json.loads(result.output)["awarded"]) == 8
    assert reason in _words(_office_text(tmp_path / "out" / "Tờ trình.docx"))


def test_a_season_is_never_written_over(season: Path) -> None:
    before = (season / "season.json").read_bytes()
    result = CliRunner().invoke(cli, ["demo", "--out", str(season)])
    assert result.exit_code == 1
    assert (season / "season.json").read_bytes() == before


def test_the_bundle_goes_into_another_office_once(season: Path, tmp_path: Path) -> None:
    run = CliRunner()
    bundle = str(next(season.glob("*.tdq")))
    other = str(tmp_path / "tinh.tdqdb")
    made = run.invoke(
        cli,
        [
            "new", other, "--commune", "Cao Minh", "--province", "Thái Nguyên",
            "--pack", "cao_minh_2026", "--year", "2026",
        ],
    )  # fmt: skip
    assert made.exit_code == 0, made.output
    looked = json.loads(run.invoke(cli, ["bundle", "inspect", bundle, "--json"]).output)
    assert looked["signature"] == "none"
    total = sum(looked["counts"].values())

    shown = json.loads(run.invoke(cli, ["bundle", "import", other, bundle, "--json"]).output)
    assert len(shown["outcomes"]) == 8
    assert sum(shown["outcomes"].values()) == total
    assert shown["outcomes"]["new"] > 0
    first = run.invoke(cli, ["bundle", "import", other, bundle, "--commit", "--json"])
    assert json.loads(first.output)["committed"] is True
    again = run.invoke(cli, ["bundle", "import", other, bundle, "--commit", "--json"])
    assert again.exit_code == 0
    assert json.loads(again.output)["committed"] is False
    assert json.loads(again.output)["already"]
    whole = run.invoke(cli, ["verify", other])
    assert whole.exit_code == 0, whole.output
