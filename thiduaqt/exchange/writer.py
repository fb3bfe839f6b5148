"""From records to the bytes of a bundle. The same input always gives the same bytes."""

from __future__ import annotations

import base64
import hashlib
import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import msgspec

from thiduaqt.domain.records import Record
from thiduaqt.domain.travel import (
    FAMILIES,
    PURPOSE_WORDS,
    TOMBSTONE,
    Outgoing,
    Withdrawn,
    body_hash,
    body_of,
    canonical,
    travel_text,
)
from thiduaqt.exchange import container
from thiduaqt.exchange.formats import NEWEST as V
from thiduaqt.exchange.strict_json import digest

MANIFEST, SIGNATURE, NOTE = "manifest.json", "manifest.sig", "DOC_TRUOC.txt"
PAYLOAD, SEALED = "payload.zip", "payload.age"
CONTENT, RECORDS = "content.json", "records.jsonl"


@dataclass(frozen=True, slots=True, kw_only=True)
class Packed:
    """A bundle ready to be written."""

    data: bytes
    manifest_sha256: str
    counts: dict[str, int]


def pack(outgoing: Outgoing) -> Packed:
    """Return the bundle of ``outgoing``, unsigned and unsealed."""
    lines, hashes, counts = _lines(outgoing)
    payload = container.pack(
        {CONTENT: _json(_content(outgoing, lines, hashes, counts)), RECORDS: lines}
    )
    note = _note(outgoing, sum(counts.values())).encode()
    entries = {PAYLOAD: payload, NOTE: note}
    manifest = _pretty(_manifest(outgoing, counts, entries, len(payload)))
    data = container.pack(
        {MANIFEST: manifest, NOTE: note, PAYLOAD: payload},
        stored=frozenset({MANIFEST, PAYLOAD}),
    )
    return Packed(data=data, manifest_sha256=digest(manifest), counts=counts)


def record_root(hashes: Iterable[str]) -> str:
    """Return the one hash over all record hashes, whatever their order."""
    return hashlib.sha256("\n".join(sorted(hashes)).encode()).hexdigest()


def record_line(family: str, record: Record) -> str:
    """Return one record as it stands in ``records.jsonl``, without the line break."""
    body = body_of(family, record)
    return _line(
        V.Record(
            t=family,
            id=record.id,
            owner=record.origin,
            epoch=record.epoch,
            rev=record.rev,
            b=body,
            h=body_hash(body),
        )
    )


def branch_line(family: str, record: Record) -> str:
    """Return the line of a record that is put aside; a deleted one is a withdrawal."""
    if not record.deleted:
        return record_line(family, record)
    return _withdrawn_line(
        Withdrawn(
            family=family,
            id=record.id,
            owner=record.origin,
            epoch=record.epoch,
            rev=record.rev,
        )
    )


def _withdrawn_line(gone: Withdrawn) -> str:
    body: dict[str, Any] = {"target": gone.id, "family": gone.family}
    return _line(
        V.Record(
            t=TOMBSTONE,
            id=gone.id,
            owner=gone.owner,
            epoch=gone.epoch,
            rev=gone.rev,
            b=body,
            h=body_hash(body),
        )
    )


def _line(record: V.Record) -> str:
    return canonical(msgspec.to_builtins(record))


def _lines(outgoing: Outgoing) -> tuple[bytes, list[str], dict[str, int]]:
    order = list(FAMILIES)
    records = sorted(outgoing.records, key=lambda item: (order.index(item[0]), item[1].id))
    gone = sorted(outgoing.withdrawn, key=lambda item: (order.index(item.family), item.id))
    lines = [record_line(family, record) for family, record in records]
    lines += [_withdrawn_line(item) for item in gone]
    counts = Counter(family for family, _ in records)
    if gone:
        counts[TOMBSTONE] = len(gone)
    hashes = [str(json.loads(line)["h"]) for line in lines]
    return "".join(f"{line}\n" for line in lines).encode(), hashes, dict(counts)


def _content(
    outgoing: Outgoing, lines: bytes, hashes: list[str], counts: dict[str, int]
) -> V.Content:
    return V.Content(
        bundle_id=outgoing.bundle_id,
        sender_unit_id=outgoing.sender_id,
        recipient_unit_id="",
        nonce=base64.b64encode(outgoing.nonce).decode(),
        counts=counts,
        records=V.RecordsFile(name="records.jsonl", lines=len(hashes), sha256=digest(lines)),
        record_root=record_root(hashes),
    )


def _manifest(
    outgoing: Outgoing, counts: dict[str, int], entries: dict[str, bytes], plain_size: int
) -> V.Manifest:
    movement, round_ = outgoing.movement, outgoing.round
    definition = body_of("movement", movement).get("definition")
    return V.Manifest(
        format="thiduaqt-bundle",
        format_version=V.VERSION,
        min_reader=V.VERSION,
        app=V.App(name="ThiDuaQt", version=outgoing.app_version),
        bundle_id=outgoing.bundle_id,
        purpose=outgoing.purpose,
        created_at=outgoing.created_at,
        clock_suspect=outgoing.clock_suspect,
        sender=V.Sender(
            unit_id=outgoing.sender_id,
            unit_name=travel_text(outgoing.sender_name),
            admin_code=outgoing.sender_code,
            level=outgoing.sender_level,
            install_id=outgoing.install_id,
        ),
        recipient=V.Recipient(unit_name=travel_text(outgoing.recipient_name)),
        movement=V.MovementRef(
            id=movement.id,
            code=travel_text(movement.pack_code),
            definition_rev=movement.definition_rev,
            definition_sha256=body_hash(definition) if definition else "",
        ),
        round=V.RoundRef(id=round_.id, kind=round_.kind, name=travel_text(round_.name)),
        stream=V.Stream(
            id=outgoing.stream,
            epoch=outgoing.stream_epoch,
            epoch_id=outgoing.epoch_id,
            seq=outgoing.seq,
            prev_sha256=outgoing.prev_sha256,
        ),
        counts=counts,
        entries=[
            V.Entry(name=name, size=len(data), sha256=digest(data))
            for name, data in entries.items()
        ],
        encryption=V.Encryption(plain_size=plain_size),
        audit_head=V.AuditHead(n=outgoing.audit_n, sha256=outgoing.audit_sha256),
    )


def _note(outgoing: Outgoing, total: int) -> str:
    day = ".".join(reversed(outgoing.created_at[:10].split("-"))).replace(".", "/")
    return "\r\n".join(
        (
            "GÓI DỮ LIỆU THI ĐUA, KHEN THƯỞNG",
            "",
            f"Loại: {PURPOSE_WORDS[outgoing.purpose]}",
            f"Đơn vị gửi: {travel_text(outgoing.sender_name)}",
            f"Đơn vị nhận: {travel_text(outgoing.recipient_name)}",
            f"Đợt: {travel_text(outgoing.round.name)}",
            f"Gói số {outgoing.seq}, lập ngày {day}, gồm {total} mục dữ liệu.",
            "",
            "Mở gói này bằng phần mềm ThiDuaQt: màn hình Nhập, xuất dữ liệu, nút Nhận gói.",
            "Không sửa, không nén lại, không đổi nội dung bên trong: gói đã sửa sẽ không mở được.",
            "Gói này CHƯA KÝ: phần mềm chưa xác nhận được ai đã gửi.",
            "Hãy hỏi lại đơn vị gửi nếu thấy khác lạ.",
            "",
        )
    )


def _json(value: object) -> bytes:
    return canonical(msgspec.to_builtins(value)).encode()


def _pretty(value: object) -> bytes:
    plain = msgspec.to_builtins(value)
    return json.dumps(plain, ensure_ascii=False, indent=1, allow_nan=False).encode()
