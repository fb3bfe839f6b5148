"""A sound bundle, and the tools of somebody who changes one and mends the hashes afterwards."""

from __future__ import annotations

import hashlib
import io
import json
import zipfile
from collections.abc import Callable
from typing import Any

from thiduaqt.domain.records import (
    Award,
    Check,
    Decision,
    Household,
    Movement,
    Nomination,
    Person,
    Record,
    Round,
    Team,
    Unit,
)
from thiduaqt.domain.travel import Outgoing, Withdrawn, stream_id
from thiduaqt.exchange import writer
from thiduaqt.exchange.writer import record_root

OWNER = "don-vi-gui"
Mend = Callable[[dict[str, Any]], None]
Lines = Callable[[list[dict[str, Any]]], None]


def records() -> list[tuple[str, Record]]:
    """Return one record of each family, all of one owner."""
    mark = {"origin": OWNER, "epoch": 1, "rev": 3}
    return [
        ("unit", Unit(id="u1", kind="village", name="Thôn Bản Cuôn", **mark)),  # type: ignore[arg-type]
        ("person", Person(id="p1", full_name="Nguyễn Thị Thử", unit_id="u1", **mark)),  # type: ignore[arg-type]
        ("household", Household(id="h1", head="Lường Văn Păn", unit_id="u1", **mark)),  # type: ignore[arg-type]
        ("team", Team(id="t1", name="Tổ công nghệ số cộng đồng", unit_id="u1", **mark)),  # type: ignore[arg-type]
        ("movement", Movement(id="m1", title="Phong trào", pack_code="mau", **mark)),  # type: ignore[arg-type]
        ("round", Round(id="r1", movement_id="m1", name="Đợt 2026", year=2026, **mark)),  # type: ignore[arg-type]
        (
            "nomination",
            Nomination(
                id="n1",
                round_id="r1",
                person_id="p1",
                proposer_id="u1",
                checks=(Check(code="a1", state="met"),),
                **mark,  # type: ignore[arg-type]
            ),
        ),
        ("decision", Decision(id="d1", round_id="r1", number="1/QĐ-UBND", **mark)),  # type: ignore[arg-type]
        ("award", Award(id="a1", decision_id="d1", nomination_id="n1", ordinal=1, **mark)),  # type: ignore[arg-type]
    ]


def outgoing(made: list[tuple[str, Record]] | None = None, **changes: Any) -> Outgoing:  # noqa: ANN401
    """Return what a sound bundle is made of."""
    made = records() if made is None else made
    movement = Movement(id="m1", title="Phong trào", pack_code="mau", origin=OWNER, rev=3)
    round_ = Round(id="r1", movement_id="m1", name="Đợt 2026", year=2026, origin=OWNER, rev=3)
    values: dict[str, Any] = {
        "bundle_id": "goi-1",
        "purpose": "nominations",
        "created_at": "2026-11-12T16:05:09+07:00",
        "clock_suspect": False,
        "app_version": "26.1.0",
        "sender_id": OWNER,
        "sender_name": "Ủy ban nhân dân xã Minh Họa",
        "sender_code": "99999",
        "sender_level": "xa",
        "install_id": "may-1",
        "recipient_name": "Sở Khoa học và Công nghệ",
        "movement": movement,
        "round": round_,
        "stream": stream_id(OWNER, "so", "m1", "r1", "nominations"),
        "stream_epoch": 1,
        "epoch_id": "ky-1",
        "seq": 1,
        "prev_sha256": "",
        "audit_n": 12,
        "audit_sha256": "ab" * 32,
        "nonce": b"n" * 32,
        "records": tuple(made),
        "withdrawn": (Withdrawn(family="nomination", id="n9", owner=OWNER, epoch=1, rev=2),),
    }
    return Outgoing(**{**values, **changes})


def sound(**changes: Any) -> bytes:  # noqa: ANN401
    """Return a bundle without any fault."""
    return writer.pack(outgoing(**changes)).data


def parts(data: bytes) -> dict[str, bytes]:
    """Return the entries of a ZIP."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def zipped(
    entries: dict[str, bytes] | list[tuple[str, bytes]],
    *,
    stored: tuple[str, ...] = ("manifest.json", "payload.zip", "manifest.sig"),
    method: int = zipfile.ZIP_DEFLATED,
) -> bytes:
    """Return a ZIP with whatever names and methods are asked for."""
    target = io.BytesIO()
    pairs = list(entries.items()) if isinstance(entries, dict) else entries
    with zipfile.ZipFile(target, "w") as archive:
        for name, data in pairs:
            info = zipfile.ZipInfo(name)
            info.compress_type = zipfile.ZIP_STORED if name in stored else method
            archive.writestr(info, data)
    return target.getvalue()


def forged(
    data: bytes,
    *,
    manifest: Mend | None = None,
    content: Mend | None = None,
    lines: Lines | None = None,
    raw_lines: bytes | None = None,
    inner: Callable[[dict[str, bytes]], dict[str, bytes]] | None = None,
    rehash: bool = True,
) -> bytes:
    """Change a bundle and make every hash and count fit again, as a clever sender would."""
    outer = parts(data)
    inside = parts(outer["payload.zip"])
    stated = json.loads(outer["manifest.json"])
    bound = json.loads(inside["content.json"])
    if lines is not None or raw_lines is not None:
        inside["records.jsonl"] = _changed_lines(inside["records.jsonl"], lines, raw_lines, rehash)
        _mend_counts(inside["records.jsonl"], stated, bound)
    if content is not None:
        content(bound)
    inside["content.json"] = _dump(bound)
    if inner is not None:
        inside = inner(inside)
    outer["payload.zip"] = zipped(inside, stored=())
    for entry in stated["entries"]:
        made = outer[entry["name"]]
        entry["size"], entry["sha256"] = len(made), hashlib.sha256(made).hexdigest()
    if manifest is not None:
        manifest(stated)
    outer["manifest.json"] = _dump(stated)
    return zipped(outer)


def _changed_lines(old: bytes, lines: Lines | None, raw_lines: bytes | None, rehash: bool) -> bytes:
    if raw_lines is not None:
        return raw_lines
    found = [json.loads(line) for line in old.splitlines()]
    if lines is not None:
        lines(found)
    for record in found:
        if rehash and isinstance(record, dict) and isinstance(record.get("b"), dict):
            record["h"] = _hash(record["b"])
    made = (json.dumps(record, ensure_ascii=False, sort_keys=True) for record in found)
    return "".join(f"{line}\n" for line in made).encode("utf-8", "surrogatepass")


def _hash(body: dict[str, Any]) -> str:
    """Return the hash of a body, however odd its content."""
    text = json.dumps(body, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _mend_counts(made: bytes, stated: dict[str, Any], bound: dict[str, Any]) -> None:
    counts: dict[str, int] = {}
    hashes = []
    for line in made.splitlines():
        try:
            record = json.loads(line)
            counts[record["t"]] = counts.get(record["t"], 0) + 1
            hashes.append(record["h"])
        except (ValueError, KeyError, TypeError):
            continue
    bound["records"] = {
        "name": "records.jsonl",
        "lines": made.count(b"\n"),
        "sha256": hashlib.sha256(made).hexdigest(),
    }
    bound["counts"] = stated["counts"] = counts
    bound["record_root"] = record_root(str(item) for item in hashes)


def _dump(value: dict[str, Any]) -> bytes:
    return json.dumps(value, ensure_ascii=False).encode("utf-8", "surrogatepass")
