"""Files of strangers: each attack ends in its sentence, and no change passes unnoticed."""

from __future__ import annotations

import io
import json
import random
import struct
import zipfile
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.exchange.forge import forged, parts, sound, zipped
from thiduaqt.domain.errors import BadFile
from thiduaqt.domain.travel import Bundle
from thiduaqt.exchange import reader

SOUND = sound()
OUTER = parts(SOUND)


def _manifest(**changes: Any) -> bytes:  # noqa: ANN401
    return forged(SOUND, manifest=lambda stated: stated.update(changes))


def _deep(path: str, value: Any) -> bytes:  # noqa: ANN401
    """Change one nested member of the manifest: ``sender.unit_id``."""

    def change(stated: dict[str, Any]) -> None:
        *way, last = path.split(".")
        place = stated
        for step in way:
            place = place[step]
        place[last] = value

    return forged(SOUND, manifest=change)


def _content(**changes: Any) -> bytes:  # noqa: ANN401
    return forged(SOUND, content=lambda bound: bound.update(changes))


def _line(**changes: Any) -> bytes:  # noqa: ANN401
    """Change members of the first record's envelope."""
    return forged(SOUND, lines=lambda lines: lines[0].update(changes))


def _raw(text: str) -> bytes:
    return forged(SOUND, raw_lines=text.encode("utf-8", "surrogatepass"))


def _outer(entries: dict[str, bytes] | list[tuple[str, bytes]], **how: Any) -> bytes:  # noqa: ANN401
    return zipped(entries, **how)


def _inner(change: Callable[[dict[str, bytes]], dict[str, bytes]]) -> bytes:
    return forged(SOUND, inner=change)


def _patched(data: bytes, offset: int, value: bytes) -> bytes:
    return data[:offset] + value + data[offset + len(value) :]


def _central(data: bytes, number: int = 0) -> int:
    """Return where the n-th central header of the outer list begins."""
    end = data.rfind(b"PK\x05\x06")
    place = struct.unpack_from("<I", data, end + 16)[0]
    for _ in range(number):
        sizes = struct.unpack_from("<HHH", data, place + 28)
        place += 46 + sum(sizes)
    return place


def _overlap() -> bytes:
    """Two names for the same bytes (CVE-2024-0450)."""
    data = _outer(OUTER)
    second = struct.unpack_from("<I", data, _central(data, 1) + 42)[0]
    return _patched(data, _central(data, 2) + 42, struct.pack("<I", second))


def _lying_size() -> bytes:
    data = _outer(OUTER)
    return _patched(data, _central(data, 1) + 24, struct.pack("<I", 10))


def _bomb(size: int, name: str = "records.jsonl") -> bytes:
    return _inner(lambda inside: {**inside, name: b"\n" * size})


def _symlink() -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name, data in OUTER.items():
            archive.writestr(zipfile.ZipInfo(name), data)
        info = zipfile.ZipInfo("lien-ket")
        info.external_attr = 0o120777 << 16
        archive.writestr(info, "/etc/passwd")
    return target.getvalue()


def _encrypted_flag() -> bytes:
    data = _outer(OUTER)
    place = _central(data, 1) + 8
    flags = struct.unpack_from("<H", data, place)[0] | 1
    return _patched(data, place, struct.pack("<H", flags))


def _other_local_name() -> bytes:
    data = _outer(OUTER)
    place = data.find(b"PK\x03\x04", 10) + 30
    return _patched(data, place, b"doc_truoc.txt")


def _many(count: int) -> bytes:
    names = {f"att/{number:064x}": b"" for number in range(count)}
    return _inner(lambda inside: {**inside, **names})


def _twice() -> bytes:
    with pytest.warns(UserWarning, match="Duplicate name"):
        return _outer([*OUTER.items(), ("payload.zip", OUTER["payload.zip"])])


def _hidden() -> bytes:
    """A name that ends at a zero for some programs and goes on for others."""
    data = _outer({**OUTER, "manifest.jsonXx": b"x"})
    return data.replace(b"manifest.jsonXx", b"manifest.json\0x")


def _nested_json(depth: int) -> str:
    return '{"a":' * depth + "1" + "}" * depth


def _record(**changes: Any) -> str:  # noqa: ANN401
    lines = parts(OUTER["payload.zip"])["records.jsonl"].decode().splitlines()
    return json.dumps({**json.loads(lines[0]), **changes}) + "\n"


ATTACKS: dict[str, tuple[Callable[[], bytes], str]] = {
    # -- not a bundle at all
    "empty": (lambda: b"", "E_EMPTY"),
    "one byte": (lambda: b"P", "E_NOT_BUNDLE"),
    "text": (lambda: "Kính gửi".encode() * 99, "E_NOT_BUNDLE"),
    "pdf": (lambda: b"%PDF-1.7" + b"\0" * 99, "E_NOT_BUNDLE"),
    "old word": (lambda: b"\xd0\xcf\x11\xe0" + b"\0" * 99, "E_NOT_BUNDLE"),
    "program": (lambda: b"MZ" + b"\0" * 99, "E_NOT_BUNDLE"),
    "data file": (lambda: b"SQLite format 3\x00" + b"\0" * 99, "E_NOT_BUNDLE"),
    "xlsx": (lambda: _outer({"[Content_Types].xml": b"<x/>"}), "E_NOT_BUNDLE"),
    "any zip": (lambda: _outer({"bai-hat.mp3": b"x"}), "E_NAME"),
    "zeros": (lambda: b"\0" * 5000, "E_NOT_BUNDLE"),
    # -- broken on the way
    "half": (lambda: SOUND[: len(SOUND) // 2], "E_TRUNCATED"),
    "last byte gone": (lambda: SOUND[:-1], "E_TRUNCATED"),
    "only the list": (lambda: SOUND[_central(SOUND) :], "E_NOT_BUNDLE"),
    "payload missing": (
        lambda: _outer({k: v for k, v in OUTER.items() if k != "payload.zip"}),
        "E_TRUNCATED",
    ),
    "manifest missing": (lambda: _outer({"payload.zip": b"x"}), "E_TRUNCATED"),
    # -- names and places
    "climbing name": (lambda: _outer({**OUTER, "../../x.exe": b"x"}), "E_NAME"),
    "absolute name": (lambda: _outer({**OUTER, "/etc/cron": b"x"}), "E_NAME"),
    "drive name": (lambda: _outer({**OUTER, "C:\\x.bat": b"x"}), "E_NAME"),
    "network name": (lambda: _outer({**OUTER, "\\\\may\\x": b"x"}), "E_NAME"),
    "stream name": (lambda: _outer({**OUTER, "manifest.json:x": b"x"}), "E_NAME"),
    "device name": (lambda: _outer({**OUTER, "CON": b"x"}), "E_NAME"),
    "turned name": (lambda: _outer({**OUTER, "gpj\u202eexe.txt": b"x"}), "E_NAME"),
    "folder": (lambda: _outer({**OUTER, "thu-muc/": b""}), "E_NAME"),
    "case twin": (lambda: _outer({**OUTER, "Payload.zip": b"x"}), "E_NAME"),
    "same name twice": (_twice, "E_NAME"),
    "hidden after zero": (_hidden, "E_NAME"),
    "symbolic link": (_symlink, "E_NAME"),
    "name inside": (lambda: _inner(lambda i: {**i, "att/../../x": b"x"}), "E_NAME"),
    "other local name": (_other_local_name, "E_PROFILE"),
    "overlap": (_overlap, "E_PROFILE"),
    # -- packing
    "manifest not first": (
        lambda: _outer({"DOC_TRUOC.txt": OUTER["DOC_TRUOC.txt"], **OUTER}),
        "E_PROFILE",
    ),
    "manifest packed": (lambda: _outer(OUTER, stored=("payload.zip",)), "E_PROFILE"),
    "bzip2": (lambda: _outer(OUTER, method=zipfile.ZIP_BZIP2), "E_PROFILE"),
    "lzma": (lambda: _outer(OUTER, method=zipfile.ZIP_LZMA), "E_PROFILE"),
    "encrypted": (_encrypted_flag, "E_PROFILE"),
    "lying size": (_lying_size, "E_TRUNCATED"),
    "bomb": (lambda: _bomb(40_000_000), "E_BOMB"),
    "bomb in content": (lambda: _bomb(9_000_000, "content.json"), "E_TOO_BIG"),
    "large manifest": (
        lambda: _outer({**OUTER, "manifest.json": b" " * 1_100_000}),
        "E_TOO_BIG",
    ),
    "many entries": (lambda: _many(2001), "E_TOO_MANY"),
    "very many entries": (lambda: _many(5000), "E_TOO_MANY"),
    "payload is text": (lambda: _outer({**OUTER, "payload.zip": b"x"}), "E_HASH"),
    # -- manifest
    "byte order mark": (
        lambda: _outer({**OUTER, "manifest.json": b"\xef\xbb\xbf" + OUTER["manifest.json"]}),
        "E_SCHEMA",
    ),
    "list as manifest": (lambda: _outer({**OUTER, "manifest.json": b"[1]"}), "E_SCHEMA"),
    "double key": (
        lambda: _outer(
            {**OUTER, "manifest.json": OUTER["manifest.json"].replace(b"{", b'{"level":"x",', 1)}
        ),
        "E_SCHEMA",
    ),
    "deep manifest": (
        lambda: _outer({**OUTER, "manifest.json": _nested_json(100_000).encode()}),
        "E_SCHEMA",
    ),
    "other format": (lambda: _manifest(format="other"), "E_NOT_BUNDLE"),
    "newer major": (lambda: _manifest(format_version=[2, 0], min_reader=[2, 0]), "E_TOO_NEW"),
    "newer reader wanted": (lambda: _manifest(min_reader=[1, 9]), "E_TOO_NEW"),
    "version as text": (lambda: _manifest(format_version="1.0"), "E_SCHEMA"),
    "version of truths": (lambda: _manifest(format_version=[True, False]), "E_SCHEMA"),
    "counts as list": (lambda: _manifest(counts=[1]), "E_SCHEMA"),
    "negative count": (lambda: _manifest(counts={"unit": -1}), "E_SCHEMA"),
    "counts of text": (lambda: _manifest(counts={"unit": "1"}), "E_SCHEMA"),
    "other counts": (lambda: _manifest(counts={"unit": 2}), "E_COUNT"),
    "sender is text": (lambda: _manifest(sender="xã"), "E_SCHEMA"),
    "sender without id": (lambda: _deep("sender.unit_id", ""), "E_SCHEMA"),
    "sender with path": (lambda: _deep("sender.unit_id", "../x"), "E_SCHEMA"),
    "sender with turned name": (lambda: _deep("sender.unit_name", "UBND\u202ehnit"), "E_SCHEMA"),
    "seq zero": (lambda: _deep("stream.seq", 0), "E_SCHEMA"),
    "seq huge": (lambda: _deep("stream.seq", 10**17), "E_SCHEMA"),
    "seq fraction": (lambda: _deep("stream.seq", 1.5), "E_SCHEMA"),
    "half a character": (lambda: _deep("round.name", "\ud800"), "E_SCHEMA"),
    "entry with other size": (
        lambda: _manifest(entries=[{"name": "payload.zip", "size": 1, "sha256": "0" * 64}]),
        "E_NAME",
    ),
    "no entries": (lambda: _manifest(entries=[]), "E_NAME"),
    # -- signature and seal
    "unverified signature": (
        lambda: _outer(
            [
                ("manifest.json", OUTER["manifest.json"]),
                ("manifest.sig", b"s" * 64),
                *list(OUTER.items())[1:],
            ]
        ),
        "E_SIGNATURE",
    ),
    "long signature": (lambda: _outer({**OUTER, "manifest.sig": b"s" * 65}), "E_TOO_BIG"),
    "short signature": (lambda: _outer({**OUTER, "manifest.sig": b"s"}), "E_PROFILE"),
    "signature stripped": (lambda: _manifest(signature="ed25519"), "E_STRIPPED"),
    "unknown signature": (lambda: _manifest(signature="rot13"), "E_SCHEMA"),
    "sealed": (lambda: _manifest(encryption={"scheme": "age-x25519"}), "E_SEALED"),
    "two payloads": (lambda: _outer({**OUTER, "payload.age": b"x"}), "E_TRUNCATED"),
    # -- inside
    "note changed": (lambda: _outer({**OUTER, "DOC_TRUOC.txt": b"x"}), "E_HASH"),
    "payload of another bundle": (
        lambda: _outer({**OUTER, "payload.zip": parts(sound(bundle_id="khac"))["payload.zip"]}),
        "E_HASH",
    ),
    "inside of another bundle": (lambda: _content(bundle_id="khac"), "E_MIXED"),
    "inside of another sender": (lambda: _content(sender_unit_id="khac"), "E_MIXED"),
    "readdressed": (lambda: _deep("recipient.unit_id", "khac"), "E_MIXED"),
    "content is a list": (lambda: _inner(lambda i: {**i, "content.json": b"[]"}), "E_SCHEMA"),
    "no records": (
        lambda: _inner(lambda i: {"content.json": i["content.json"]}),
        "E_TRUNCATED",
    ),
    "other record root": (lambda: _content(record_root="0" * 64), "E_HASH"),
    "other line count": (
        lambda: forged(SOUND, content=lambda c: c["records"].update(lines=3)),
        "E_COUNT",
    ),
    "attachment not stated": (
        lambda: _inner(lambda i: {**i, f"att/{'0' * 64}": b"x"}),
        "E_COUNT",
    ),
    # -- records
    "last line cut": (lambda: _raw(_record().rstrip("\n")), "E_TRUNCATED"),
    "line is a list": (lambda: _raw("[]\n"), "E_SCHEMA"),
    "line is empty": (lambda: _raw("\n"), "E_SCHEMA"),
    "line not json": (lambda: _raw("xin chào\n"), "E_SCHEMA"),
    "line with NaN": (lambda: _raw(_record(rev=1).replace('"rev": 1', '"rev": NaN')), "E_SCHEMA"),
    "line with fraction": (lambda: _raw(_record(x={"a": 1.5})), "E_SCHEMA"),
    "line with long integer": (lambda: _raw(_record(x={"a": 10**18})), "E_SCHEMA"),
    "line too deep": (lambda: _raw(_record(x=json.loads(_nested_json(17)))), "E_SCHEMA"),
    "line too long": (lambda: _raw(_record(x={"a": "x" * 300_000})), "E_TOO_BIG"),
    "id with path": (lambda: _line(id="../../x"), "E_SCHEMA"),
    "id with quote": (lambda: _line(id="' OR 1=1 --"), "E_SCHEMA"),
    "id with line break": (lambda: _line(id="a\n"), "E_SCHEMA"),
    "id is a number": (lambda: _line(id=7), "E_SCHEMA"),
    "rev is true": (lambda: _line(rev=True), "E_SCHEMA"),
    "rev negative": (lambda: _line(rev=-1), "E_SCHEMA"),
    "rev huge": (lambda: _line(rev=10**12), "E_SCHEMA"),
    "body is a list": (lambda: _line(b=[1]), "E_SCHEMA"),
    "family is a number": (lambda: _line(t=1), "E_SCHEMA"),
    "same record twice": (
        lambda: forged(SOUND, lines=lambda lines: lines.append(dict(lines[0]))),
        "E_SCHEMA",
    ),
}


@pytest.mark.parametrize("name", ATTACKS)
def test_an_attack_ends_in_its_sentence(name: str) -> None:
    make, code = ATTACKS[name]
    data = make()
    with pytest.raises(BadFile) as refused:
        reader.read_bytes(data)
    assert refused.value.code == code
    assert refused.value.what
    assert refused.value.todo
    assert refused.value.data == "Dữ liệu trong máy không thay đổi."


def test_there_are_at_least_sixty_attacks() -> None:
    assert len(ATTACKS) >= 60


def test_a_bomb_is_refused_before_it_is_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    from thiduaqt.exchange.container import Container  # noqa: PLC0415

    inflated: list[int] = []
    original = Container.read

    def counting(self: Container, name: str) -> bytes:
        data = original(self, name)
        inflated.append(len(data))
        return data

    monkeypatch.setattr(Container, "read", counting)
    with pytest.raises(BadFile):
        reader.read_bytes(_bomb(120_000_000))
    assert sum(inflated) < 1_000_000


BAD_BODIES: dict[str, dict[str, Any]] = {
    "name is a number": {"name": 5},
    "name is a list": {"name": ["a"]},
    "kind unknown": {"kind": "planet"},
    "kind is a list": {"kind": ["village"]},
    "flag is a number": {"active": 1},
    "number is text": {"households": "12"},
    "number negative": {"households": -1},
    "names are objects": {"former_names": [{"name": 1}]},
    "names without name": {"former_names": [{}]},
    "name too long": {"name": "x" * 3000},
    "hidden sign": {"name": "Thôn\u200b 1"},
    "loose marks": {"name": "Tho\u0302n 1"},
    "zero in name": {"name": "Thôn\x00"},
    "parent with path": {"parent_id": "../x"},
    "parent is itself a list": {"parent_id": []},
}


@pytest.mark.parametrize("name", BAD_BODIES)
def test_one_unfit_record_does_not_stop_the_others(name: str) -> None:
    data = forged(SOUND, lines=lambda lines: lines[0]["b"].update(BAD_BODIES[name]))
    claims = reader.read_bytes(data).claims
    assert claims[0].problem.endswith(".")
    assert claims[0].record is None
    assert not any(claim.problem for claim in claims[1:])


def test_a_record_whose_hash_does_not_fit_is_unfit() -> None:
    def change(lines: list[dict[str, Any]]) -> None:
        lines[0]["b"]["name"] = "Thôn khác"

    claims = reader.read_bytes(forged(SOUND, lines=change, rehash=False)).claims
    assert claims[0].problem == "Nội dung không khớp mã kiểm của mục."


def test_bytes_a_gateway_adds_do_no_harm() -> None:
    plain = reader.read_bytes(SOUND)
    for data in (b"From: cong van\r\n" + SOUND, SOUND + b"\r\n--het--\r\n", zipped(OUTER)):
        assert reader.read_bytes(data).claims == plain.claims


def _mutant(chance: random.Random, data: bytes) -> bytes:
    """Cut, flip, splice, zero or double a piece, one to four times."""
    made = bytearray(data)
    for _ in range(chance.randint(1, 4)):
        if not made:
            break
        place = chance.randrange(len(made))
        end = min(len(made), place + chance.choice((1, 2, 8, 64, 512)))
        kind = chance.randrange(6)
        if kind == 0:
            made[place] ^= 1 << chance.randrange(8)
        elif kind == 1:
            del made[place:end]
        elif kind == 2:
            made[place:end] = bytes(end - place)
        elif kind == 3:
            made[place:place] = made[chance.randrange(len(made)) :][: end - place]
        elif kind == 4:
            made[place:end] = chance.randbytes(end - place)
        else:
            del made[place:]
    return bytes(made)


@settings(max_examples=1000, suppress_health_check=list(HealthCheck))
@given(st.integers(0, 2**64))
def test_no_blind_change_is_taken_for_another_bundle(seed: int) -> None:
    plain = reader.read_bytes(SOUND)
    found = _read(_mutant(random.Random(seed), SOUND))
    if found is not None:
        assert found.claims == plain.claims
        assert found.info.manifest_sha256 == plain.info.manifest_sha256


def _read(data: bytes) -> Bundle | None:
    """Read a bundle; None where it was refused with a code. Anything else raised is a bug."""
    try:
        return reader.read_bytes(data)
    except BadFile as refused:
        if not refused.code.startswith("E_"):
            raise
        return None


JUNK = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**20), 10**20) | st.text(max_size=8) | st.floats(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner),
    max_leaves=6,
)


def _places(value: Any, way: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:  # noqa: ANN401
    found = [way] if way else []
    if isinstance(value, dict):
        for key, item in value.items():
            found += _places(item, (*way, key))
    elif isinstance(value, list):
        for number, item in enumerate(value):
            found += _places(item, (*way, number))
    return found


def _set(value: Any, way: tuple[Any, ...], junk: Any) -> None:  # noqa: ANN401
    for step in way[:-1]:
        value = value[step]
    value[way[-1]] = junk


@settings(max_examples=1000, suppress_health_check=list(HealthCheck))
@given(st.data())
def test_no_change_with_mended_hashes_is_a_bug(data: st.DataObject) -> None:
    """Type confusion by somebody who can write a sound container (T-F2)."""
    where = data.draw(st.sampled_from(("manifest", "content", "lines")))
    junk = data.draw(JUNK)

    def change(value: Any) -> None:  # noqa: ANN401
        way = data.draw(st.sampled_from(_places(value)))
        _set(value, way, junk)

    found = _read(forged(SOUND, **{where: change}))
    if found is not None:
        assert sum(found.info.counts.values()) == len(found.claims)
