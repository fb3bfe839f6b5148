"""Packs somebody made to hurt, or broke: refused in words, in no time, and nothing else happens."""

from __future__ import annotations

import os
import random
import time
from dataclasses import replace
from pathlib import Path

import pytest

from tests.catalog.pack_texts import CRITERION, GROUP, HEAD, QUOTA, a_folder
from thiduaqt import paths
from thiduaqt.catalog import pack_writer, packs
from thiduaqt.catalog.faults import BadPack
from thiduaqt.catalog.packs import award_codes, examine
from thiduaqt.catalog.toml_file import LARGEST, read_table
from thiduaqt.domain.plan import PlanPack

SOUND = HEAD.format(top="") + GROUP + CRITERION.format("c") + QUOTA + "maximum = 5\n"
SECONDS = 5.0  # on a slow machine; each takes well under one here
MB = 1024 * 1024


def _big(text: str) -> bytes:
    """Return as much of ``text`` as a pack may hold."""
    return (text * (LARGEST // len(text.encode()) - 30)).encode()


HOSTILE = {
    "ten megabytes": b"# " + b"x" * (10 * MB),
    "one byte too many": b"#" * (LARGEST + 1),
    "nested lists": b"title = " + b"[" * 50_000,
    "nested tables": b"title = " + b"{a = " * 50_000,
    "a deep key": b"a" + b".a" * 900_000 + b" = 1",
    "a deep header": b"[" + b"a." * 500_000 + b"a]",
    "a deep quoted key": b'"a"' + b'."a"' * 200_000 + b" = 1",
    "deep keys in braces": b"x = {" + b"a" + b".a" * 500_000 + b" = 1}",
    "a number of many digits": b"title = " + b"9" * 100_000,
    "a hexadecimal number": b"title = 0x" + b"f" * 100_000,
    "not a number": b"title = nan",
    "utf-16": SOUND.encode("utf-16"),
    "utf-16 without a mark": SOUND.encode("utf-16-le"),
    "an old code page": SOUND.encode("cp1258", "replace"),
    "a zero byte": SOUND.replace("mẫu", "m\x00u").encode(),
    "an unfinished text": b'title = """' + b"x" * MB,
    "quotes escaped for ever": b'title = """' + b'\\"""' * 400_000,
    "half an escape": b'title = "\\ud800"',
    "an empty file": b"",
    "a picture": b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 40,
    "many tables": _big("[[groups]]\n"),
    "many strange tables": _big("[[x]]\n"),
    "many lines": _big("\n"),
    "many commas": b"title = [" + _big("1,") + b"]",
    "a list without end": b"hosts = [" + _big('"a",') + b"]",
    "a long list": b"hosts = [" + b'"a",' * 3_000 + b"]",
    "a long text": b'title = "' + _big("a") + b'"',
    "the same key": b"a = 1\na = 2",
    "a date that is one": b"title = 2026-11-20",
    "common criteria times groups": (
        '[[common]]\ncode = "x"\ntitle = "y"\nsource = "z"\n' * 2_000
        + '[[groups]]\ncode = "x"\nname = "y"\nkinds = ["individual"]\n' * 2_000
    ).encode(),
    "sections in a chain": (
        SOUND + "".join(f'[[groups.sections]]\ncode = "s{n}"\ntitle = "S"\nparent = "s{n + 1}"\n'
                        for n in range(1_900))
    ).encode(),
    "targets in a chain": (
        SOUND + "".join(f'[[targets]]\ncode = "s{n}"\nstatement = "S"\nparent = "s{n + 1}"\n'
                        for n in range(1_900)) + '[[targets]]\ncode = "s1900"\nstatement = "S"\n'
        'parent = "x"'
    ).encode(),
}  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_is_refused_in_no_time(tmp_path: Path, name: str) -> None:
    path = tmp_path / "la.toml"
    path.write_bytes(HOSTILE[name])
    start = time.process_time()
    found = examine(path, known_awards=award_codes())
    assert time.process_time() - start < SECONDS
    assert found.errors
    assert found.pack is None
    assert all(len(fault.words) < 1_000 for fault in found.errors)


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("ten megabytes", "lớn hơn 2 MB"),
        ("nested lists", "lồng quá sâu (dòng 1)"),
        ("nested tables", "lồng quá sâu"),
        ("a deep key", "quá nhiều dấu chấm"),
        ("utf-16", "UTF-16"),
        ("an old code page", "UTF-8 (dòng"),
        ("a zero byte", "NUL"),
        ("a list without end", "quá nhiều mục (dòng 1)"),
        ("many tables", "quá nhiều mục"),
        ("a long list", "có hơn 2000 mục"),
        ("a long text", "dài quá 20000 chữ"),
        ("common criteria times groups", "tiêu chí"),
        ("half an escape", "dòng 1"),
    ],
)
def test_the_refusal_says_why(tmp_path: Path, name: str, reason: str) -> None:
    path = tmp_path / "la.toml"
    path.write_bytes(HOSTILE[name])
    found = examine(path, known_awards=award_codes())
    assert any(reason in fault.words for fault in found.errors)


def test_what_only_looks_deep_is_read(tmp_path: Path) -> None:
    dots = "." * 200
    line = 'a = "[[[[[[[[[[[[[[[{{{{{{{{{{{{{{{' + dots + '\\" x"\n'
    text = line + "b = '''[[[[[[[[[[[[[[[''''\n" + f'c = """\n{dots} "" \\""" [[[[[[[[[[[[["""\n'
    text += f"# [[[[[[[[[[[[[[[[[ {dots}\n" + "d = [[1.5, 2.5], [3.5]]\n" + "e = '" + dots + "'\n"
    path = tmp_path / "duoc.toml"
    path.write_bytes(b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode())
    read = read_table(path)
    assert set(read) == set("abcde")
    assert read["e"] == dots
    assert read["d"] == [[1.5, 2.5], [3.5]]


def test_odd_places_are_refused(tmp_path: Path) -> None:
    inside = tmp_path / "that.toml"
    inside.write_text(SOUND, encoding="utf-8")
    link = tmp_path / "lien-ket.toml"
    link.symlink_to(inside)
    pipe = tmp_path / "ong.toml"
    os.mkfifo(pipe)
    folder = a_folder(tmp_path, {"movement_1.toml": SOUND.partition("[pack]")[0]})
    (folder / "movement_2.toml").symlink_to(inside)
    places = (link, pipe, tmp_path / "khong-co.toml", Path("/dev/zero"), Path("a\0b"), folder)
    for place in places:
        found = examine(place, known_awards=award_codes())
        assert found.errors, place
        assert found.pack is None
    with pytest.raises(BadPack, match="liên kết"):
        read_table(link)


def test_a_folder_that_is_too_large(tmp_path: Path) -> None:
    half = "#" * (LARGEST // 2)
    folder = a_folder(tmp_path, {"movement_1.toml": half, "movement_2.toml": half})
    found = examine(folder, known_awards=award_codes())
    assert [fault.reason for fault in found.errors] == ["lớn hơn 2 MB, không phải một gói"]


def test_names_made_to_mislead_are_told_on_one_clean_line(tmp_path: Path) -> None:
    path = tmp_path / "la.toml"
    path.write_text(SOUND + '"a\\u202Eb\\n\\u001b[31m' + "x" * 5_000 + '" = 1\n', encoding="utf-8")
    found = examine(path, known_awards=award_codes())
    [words] = [fault.words for fault in found.errors]
    assert words.isprintable()
    assert len(words) < 400


# --- Broken by chance --------------------------------------------------------------------------

MUTATIONS = 5_000


def _shortened() -> bytes:
    """Return the shipped pack with one of each thing: read in a tenth of the time."""
    head, pack = packs._shipped("cao_minh_2026")
    [plan] = pack.movements
    first = replace(plan.groups[0], criteria=plan.groups[0].criteria[:4])
    document = replace(
        pack.document,
        chapters=pack.document.chapters[:2],
        legal_bases=pack.document.legal_bases[:1],
        responsibilities=pack.document.responsibilities[:1],
        remarks=(),
    )
    plan = replace(
        plan, groups=(first,), targets=plan.targets[:2], quotas=plan.quotas[:3], papers=()
    )
    return pack_writer.as_file(head, PlanPack(document=document, movements=(plan,))).encode()


def _mutated(text: bytes, chance: random.Random) -> bytes:
    """Return ``text`` with one to four small accidents: bytes, lines, pieces, other values."""
    for _ in range(chance.randint(1, 4)):
        at, length = chance.randrange(len(text)), chance.choice((1, 1, 3, 20, 200))
        lines = text.split(b"\n")
        kind = chance.randrange(7)
        if kind == 0:
            text = text[:at] + bytes([chance.randrange(256)]) + text[at + 1 :]
        elif kind == 1:
            text = text[:at] + text[at + length :]
        elif kind == 2:
            text = text[:at] + text[at : at + length] * 2 + text[at + length :]
        elif kind == 3:
            line = chance.randrange(len(lines))
            lines.insert(chance.randrange(len(lines)), lines[line])
            text = b"\n".join(lines)
        elif kind == 4:
            del lines[chance.randrange(len(lines))]
            text = b"\n".join(lines)
        else:
            value = chance.choice(VALUES)
            line = chance.randrange(len(lines))
            lines[line] = lines[line].partition(b"=")[0] + b"= " + value
            text = b"\n".join(lines)
    return text


VALUES = (
    b"-1", b"0", b"true", b"1.5", b"1e400", b"inf", b'""', b'"x"', b'"2026-13-45"', b"2026-11-20",
    b"[]", b"{}", b"[[]]", b'["x", 1]', b"{a = 1}", b'"none"', b"9" * 20, b'"\\u0000"',
)  # fmt: skip


@pytest.mark.slow
def test_a_pack_broken_by_chance_is_read_or_refused(tmp_path: Path) -> None:
    shipped = (paths.resources() / "packs" / "cao_minh_2026.toml").read_bytes()
    short = _shortened()
    chance = random.Random(20261120)
    awards = award_codes()
    path = tmp_path / "hong.toml"
    read = refused = 0
    for number in range(MUTATIONS):
        path.write_bytes(_mutated(shipped if number % 20 == 0 else short, chance))
        found = examine(path, known_awards=awards)
        if found.pack is None:
            refused += 1
            assert found.errors
            assert all(fault.file and fault.reason for fault in found.errors)
        else:
            read += 1
            assert found.errors == ()
    assert read > 200
    assert refused > 2_000
