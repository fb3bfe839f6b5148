"""Every document opened by LibreOffice and printed to PDF: nothing lost on the way."""

from __future__ import annotations

import dataclasses
import re
import subprocess
import unicodedata
from pathlib import Path

import pytest

from thiduaqt.documents import make
from thiduaqt.domain.papers import (
    SAMPLE_MARK,
    BallotPaper,
    DecisionPaper,
    MinutesPaper,
    PaymentPaper,
    RegisterPaper,
    SubmissionPaper,
    TallyPaper,
)

pytestmark = [pytest.mark.office, pytest.mark.slow]


@pytest.fixture
def files(
    request: pytest.FixtureRequest,
    decision: DecisionPaper,
) -> dict[str, bytes]:
    def facts(name: str) -> object:
        return request.getfixturevalue(name)

    ballots, tally, minutes = facts("ballots"), facts("tally"), facts("minutes")
    submission, register, payment = facts("submission"), facts("register"), facts("payment")
    assert isinstance(ballots, BallotPaper)
    assert isinstance(tally, TallyPaper)
    assert isinstance(minutes, MinutesPaper)
    assert isinstance(submission, SubmissionPaper)
    assert isinstance(register, RegisterPaper)
    assert isinstance(payment, PaymentPaper)
    many = tuple(
        dataclasses.replace(row, ordinal=place)
        for place, row in enumerate(decision.recipients * 6, start=1)
    )
    long = dataclasses.replace(decision, recipients=many, mark=SAMPLE_MARK)
    return {
        "ballots.docx": make.make_ballots(ballots),
        "tally.docx": make.make_tally(tally),
        "minutes.docx": make.make_minutes(minutes),
        "submission.docx": make.make_submission(submission),
        "decision.docx": make.make_decision(decision),
        "long.docx": make.make_decision(long),
        "register.xlsx": make.make_register(register),
        "payment.xlsx": make.make_payment(payment),
    }


def run(*command: str) -> str:
    done = subprocess.run(command, check=True, capture_output=True, timeout=200)
    return done.stdout.decode()


@pytest.fixture
def pages(files: dict[str, bytes], tmp_path: Path) -> dict[str, list[str]]:
    """Return the text of each page of each document, as an outside program reads it."""
    for name, made in files.items():
        (tmp_path / name).write_bytes(made)
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    sources = [str(tmp_path / name) for name in files]
    convert = ("--headless", "--convert-to", "pdf", "--outdir", str(tmp_path))
    run("soffice", profile, *convert, *sources)
    texts: dict[str, list[str]] = {}
    for name in files:
        printed = (tmp_path / name).with_suffix(".pdf")
        raw = run("pdftotext", "-layout", str(printed), "-")
        texts[name.partition(".")[0]] = raw.split("\f")[:-1]
    return texts


def squeezed(text: str) -> str:
    return re.sub(r"\s+", " ", text)


def words_of(text: str) -> set[str]:
    return set(re.findall(r"\w+", text))


def test_documents_survive_the_way_to_paper(
    pages: dict[str, list[str]], decision: DecisionPaper
) -> None:
    for name, texts in pages.items():
        whole = "\n".join(texts)
        assert whole == unicodedata.normalize("NFC", whole), name
        assert "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" in whole, name
        assert all(text.strip() for text in texts), f"{name} has an empty page"
        # Names break over lines inside cells, so they are looked for word by word.
        proposed = decision.recipients[: 7 if name == "minutes" else 8]
        for recipient in proposed:
            assert words_of(recipient.name) <= words_of(whole), (name, recipient.name)

    # Pages: a decision with its annex, one page for each ballot.
    assert len(pages["ballots"]) == 3
    assert len(pages["decision"]) == 3
    assert "Phụ lục" in pages["decision"][-1]
    # The number of the page is shown from the second page on, and starts anew in the annex.
    assert pages["decision"][0].split()[0] == "ỦY"
    assert pages["decision"][1].split()[0] == "2"
    assert pages["decision"][2].split()[:2] == ["Phụ", "lục"]

    # A long annex repeats its heading and its mark on every page and counts from 1 again.
    annex = [text for text in pages["long"] if "Tóm tắt thành tích" in squeezed(text)]
    assert len(annex) >= 4
    assert all("MẪU - DỮ LIỆU MINH HỌA" in text for text in pages["long"])
    assert "2" in annex[1].splitlines()[0].split()

    # Number and place stand on one line; the signer on the right half, the copies on the left.
    first = next(line for line in pages["decision"][0].splitlines() if "Số: 131" in line)
    assert "Minh Họa, ngày 10 tháng 12 năm 2026" in first
    level = next(line for line in pages["decision"][1].splitlines() if "Nơi nhận:" in line)
    assert level.index("Nơi nhận:") < 5
    assert level.index("KT. CHỦ TỊCH") > 40

    # Lists fit one page in width and print dots between thousands.
    assert len(pages["payment"]) == len(pages["register"]) == 1
    assert "7.980.000" in pages["payment"][0]
