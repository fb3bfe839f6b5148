"""Damaged plans and random texts: read and checked, or refused in words; never anything else."""

from __future__ import annotations

import datetime as dt
import random
import time
from pathlib import Path

from tests.data.lists.make_hostile import parts
from tests.intake.docx_parts import in_list, level, packed, paragraph, part, word
from tests.lint_plans import planted
from tests.lint_word import word_file
from thiduaqt.domain.errors import UserError
from thiduaqt.services.linting import lint_file

TODAY = dt.date(2026, 11, 20)
PLANS = Path(__file__).resolve().parents[1] / "data" / "plans"
SECONDS = 60.0
PIECES = (
    "I. ", "IV. ", "XIX. ", "1. ", "2.1. ", "99.99. ", "a) ", "đ) ", "z) ", "Điều 999. ",
    "PHỤ LỤC ",
    "Số: /KH-UBND ", "ngày tháng năm ", "ngày 31/02/2026 ", "ngày 99/99/9999 ",
    "từ 2030 đến 2020 ",
    "giai đoạn 9999-0000 ", "Căn cứ Nghị định số 98/2023/NĐ-CP; ",
    "Tổng số 9999 tập thể (", "gồm ",
    "12 cá nhân, ", "(100 điểm)",
    "Tổng điểm 0 điểm", "TM. ", "KT. CHỦ TỊCH", "Nơi nhận:", "UBND xã ",
    "xã Cao Minh ", "tỉnh Tây Ninh ", "thành phố ", "Hồ Chí Minh ", "KẾ HOẠCH",
    "\n", "\n\n", "“", "”",
    "chia thành 99 giai đoạn", "giai đoạn 1", "…", ".....", "____", "[x y]",
    "{{a}}", "\u200b", "\ufeff",
    "\u0323", "İ", "ß", "ﬁ", "²", "①", "٣", "\U0001f600", "\u202e", "\x85", "$", "(", ")", ";", "%",
)  # fmt: skip
TOKENS = (
    b"", b"\x00", b"<", b">", b'"', b"&#0;", b"&amp;", b"</w:p>", b"<w:p>", b"<w:tbl>", b"</w:tbl>",
    b'<w:numPr><w:ilvl w:val="99"/><w:numId w:val="1"/></w:numPr>', b'<w:sz w:val="-1"/>',
    b'<w:pgSz w:w="nan" w:h="1e999"/>', b'<w:lvlText w:val="%9%1%2"/>', b'w:val="',
    b'<w:basedOn w:val="Normal"/>', b"<w:br/>", b"<w:del>", b"</w:del>", b"9" * 400, b"-1",
    "Tây Ninh".encode(), b"I. ", b"<!DOCTYPE a>",
)  # fmt: skip


def checked(path: Path) -> None:
    """Check a file; a refusal in words is fine, anything else that is raised is not."""
    try:
        report = lint_file(path, today=TODAY)
    except UserError as refused:
        if refused.what and refused.code:
            return
        raise
    for finding in report.findings:
        assert finding.message
        assert finding.suggestion
        assert len(finding.place.text) < 100_000
    assert len({finding.fingerprint for finding in report.findings}) == len(report.findings)


def mutated(rng: random.Random, data: bytes, tokens: tuple[bytes, ...]) -> bytes:
    """Return bytes with a few places changed, repeated or cut."""
    for _ in range(rng.randint(1, 5)):
        start = rng.randrange(len(data) + 1)
        length = rng.choice((0, 1, 2, 8, 64, 512))
        middle = rng.choice((*tokens, rng.randbytes(4), data[start : start + length] * 3))
        data = data[:start] + middle + data[start + length :]
        if rng.random() < 0.05:
            data = data[: rng.randrange(len(data) + 1)]
    return data


def test_random_texts_are_checked_without_a_fault(tmp_path: Path) -> None:
    rng = random.Random(11)
    originals = [path.read_bytes() for path in sorted(PLANS.glob("*.txt"))]
    tokens = tuple(piece.encode() for piece in PIECES)
    path = tmp_path / "kế hoạch.txt"
    started = time.monotonic()
    for number in range(2000):
        if number % 5:
            made = "".join(rng.choice(PIECES) for _ in range(rng.randint(1, 120))).encode()
        else:
            made = mutated(rng, rng.choice(originals)[: rng.randint(200, 6000)], tokens)
        path.write_bytes(made)
        checked(path)
        assert time.monotonic() - started < SECONDS * 3


def test_damaged_word_files_are_read_or_refused(tmp_path: Path) -> None:
    rng = random.Random(12)
    numbering = part(
        "numbering",
        f'<w:abstractNum w:abstractNumId="0">{level(0, "decimal", "%1.")}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>',
    )
    listed = word(paragraph("Một", in_list(1, 0)) * 5, numbering=numbering)
    originals = [listed, *(word_file(planted(seed, word=True)) for seed in (1, 2))]
    entries = [parts(data) for data in originals]
    path = tmp_path / "kế hoạch.docx"
    started = time.monotonic()
    for number in range(600):
        which = rng.randrange(len(originals))
        if number % 4:
            changed = dict(entries[which])
            name = rng.choice([n for n in sorted(changed) if n.endswith(".xml")])
            changed[name] = mutated(rng, changed[name], TOKENS)
            path.write_bytes(packed(dict(changed)))
        else:
            path.write_bytes(mutated(rng, originals[which], TOKENS))
        checked(path)
        assert time.monotonic() - started < SECONDS * 3


def test_very_deep_and_very_long_files_end_soon(tmp_path: Path) -> None:
    path = tmp_path / "kế hoạch.docx"
    started = time.monotonic()
    deep = "<w:sdt><w:sdtContent>" * 50_000 + "</w:sdtContent></w:sdt>" * 50_000
    path.write_bytes(word(deep))
    checked(path)
    runs = "<w:r><w:t>Tây Ninh thi đua. </w:t></w:r>" * 5_000
    path.write_bytes(word(f"<w:p>{runs}</w:p>"))
    checked(path)
    path.write_bytes(("1. Việc cần làm của xã Cao Minh, tỉnh Tây Ninh.\n" * 4_000).encode())
    checked(path)
    path.write_bytes(("ngày " * 200_000).encode())
    checked(path)
    assert time.monotonic() - started < SECONDS
