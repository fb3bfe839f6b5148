"""From the bytes of a stranger's file to a bundle whose every part was checked.

The order of the checks is part of the format: sizes, list of entries, manifest, signature,
recipient's seal, hashes of the entries, inner list, content, records. A file that fails one is
refused whole, with a sentence; only a single bad record is passed on, marked as such.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from types import ModuleType
from typing import Any, TypeVar

import msgspec

from thiduaqt.domain.plain import PlainError
from thiduaqt.domain.travel import (
    FAMILIES,
    GONE,
    TOMBSTONE,
    Bundle,
    BundleInfo,
    Claim,
    body_hash,
    body_of,
    record_of,
    travels,
)
from thiduaqt.exchange import limits
from thiduaqt.exchange.container import Container, Rule
from thiduaqt.exchange.faults import bad
from thiduaqt.exchange.formats import FORMATS, NEWEST
from thiduaqt.exchange.strict_json import NotStrict, digest, parse
from thiduaqt.exchange.writer import (
    CONTENT,
    MANIFEST,
    NOTE,
    PAYLOAD,
    RECORDS,
    SEALED,
    SIGNATURE,
    record_root,
)

S = TypeVar("S")

_OUTER = Rule(
    names={
        MANIFEST: limits.MANIFEST_BYTES,
        SIGNATURE: limits.SIGNATURE_BYTES,
        NOTE: limits.NOTE_BYTES,
        PAYLOAD: limits.FILE_BYTES,
        SEALED: limits.FILE_BYTES,
    },
    required=frozenset({MANIFEST}),
)
_INNER = Rule(
    names={CONTENT: limits.CONTENT_BYTES, RECORDS: limits.ENTRY_BYTES},
    required=frozenset({CONTENT, RECORDS}),
    pattern=re.compile("att/[0-9a-f]{64}"),
    pattern_bytes=limits.ATTACHMENT_BYTES,
)
_KINDS_OF_FILE = (
    (b"SQLite format 3\x00", " mà là tệp dữ liệu hoặc bản sao lưu"),
    (b"%PDF", " mà là tệp PDF"),
    (b"\xd0\xcf\x11\xe0", " mà có vẻ là tệp Word hoặc Excel đời cũ"),
    (b"\x89PNG", " mà là tệp ảnh"),
    (b"\xff\xd8\xff", " mà là tệp ảnh"),
    (b"Rar!", " mà là tệp nén RAR"),
    (b"7z\xbc\xaf", " mà là tệp nén 7z"),
    (b"MZ", " mà là một chương trình; đừng chạy tệp này"),
)


def read(path: Path) -> Bundle:
    """Read and check a bundle file. Raises BadFile with a sentence; writes nothing anywhere."""
    return read_bytes(_load(path), file_name=path.name)


def read_bytes(data: bytes, *, file_name: str = "") -> Bundle:
    """Read and check a bundle. Raises BadFile."""
    outer = _open_outer(data)
    raw = outer.read(MANIFEST)
    format_, manifest = _manifest(raw)
    _check_signature(outer, manifest)
    payload = _payload(outer, manifest)
    inner = Container(payload, _INNER)
    content, lines = _content(inner, format_, manifest)
    claims = tuple(read_line(line, format_) for line in lines)
    _check_claims(claims, lines, manifest, content)
    return Bundle(
        info=_info(manifest, content, digest(raw), file_name=file_name, size=len(data)),
        claims=claims,
    )


def read_line(line: bytes, format_: ModuleType = NEWEST) -> Claim:
    """Return the claim of one line of records.

    A line that is not a record at all refuses the bundle (BadFile E_SCHEMA); a record whose
    body does not fit becomes a claim with a ``problem``.
    """
    if len(line) > limits.LINE_BYTES:
        raise bad("E_TOO_BIG", limit="256 KB")
    plain = _parse(line)
    record = _convert(plain, format_.Record)
    claim = Claim(
        family=record.t,
        id=record.id,
        owner=record.owner,
        epoch=record.epoch,
        rev=record.rev,
        h=record.h,
        line=line.decode(),
        extra=bool(record.x or set(plain) - set(format_.Record.__struct_fields__)),
    )
    if body_hash(record.b) != record.h:
        return _with(claim, problem="Nội dung không khớp mã kiểm của mục.")
    if not _all_travel(record.b):
        return _with(claim, problem="Chữ không ở dạng chuẩn (có ký tự ẩn hoặc dấu rời).")
    if record.t == TOMBSTONE:
        return _withdrawal(claim, record.b, format_)
    if record.t not in FAMILIES:
        return claim
    return _known(claim, record.b, format_)


def _load(path: Path) -> bytes:
    try:
        size = path.stat().st_size
        if path.is_dir():
            raise bad("E_NOT_BUNDLE", hint=" mà là thư mục")
        if size > limits.FILE_BYTES:
            raise bad("E_TOO_BIG", limit="64 MB")
        data = path.read_bytes()
    except FileNotFoundError as fault:
        raise bad("E_MISSING", name=path.name) from fault
    except (OSError, ValueError) as fault:
        raise bad("E_UNREADABLE", name=path.name) from fault
    return data


def _open_outer(data: bytes) -> Container:
    if not data:
        raise bad("E_EMPTY")
    if len(data) > limits.FILE_BYTES:
        raise bad("E_TOO_BIG", limit="64 MB")
    for magic, hint in _KINDS_OF_FILE:
        if data.startswith(magic):
            raise bad("E_NOT_BUNDLE", hint=hint)
    if b"PK\x03\x04" not in data:
        raise bad("E_NOT_BUNDLE", hint="")
    if b"[Content_Types].xml" in data:
        raise bad("E_NOT_BUNDLE", hint=" mà có vẻ là tệp Word hoặc Excel")
    outer = Container(data, _OUTER)
    if outer.names[0] != MANIFEST or not outer.stored(MANIFEST):
        raise bad("E_PROFILE")
    if (PAYLOAD in outer.names) == (SEALED in outer.names):
        raise bad("E_TRUNCATED")
    return outer


def _parse(data: bytes) -> dict[str, Any]:
    try:
        return parse(data)
    except NotStrict as fault:
        raise bad("E_SCHEMA") from fault


def _convert(plain: object, kind: type[S]) -> S:
    try:
        return msgspec.convert(plain, kind, strict=True)
    except msgspec.ValidationError as fault:
        raise bad("E_SCHEMA") from fault


def _manifest(raw: bytes) -> tuple[ModuleType, Any]:
    plain = _parse(raw)
    if plain.get("format") != "thiduaqt-bundle":
        raise bad("E_NOT_BUNDLE", hint="")
    stated = (_version(plain, "format_version"), _version(plain, "min_reader"))
    ours = NEWEST.VERSION
    if stated[0][0] not in FORMATS or stated[1] > ours:
        newest = max(stated)
        raise bad("E_TOO_NEW", theirs=f"{newest[0]}.{newest[1]}", ours=f"{ours[0]}.{ours[1]}")
    format_ = FORMATS[stated[0][0]]
    manifest = _convert(plain, format_.Manifest)
    if not _all_travel({key: value for key, value in plain.items() if key != "ext"}):
        raise bad("E_SCHEMA")
    return format_, manifest


def _version(plain: Mapping[str, Any], name: str) -> tuple[int, int]:
    value = plain.get(name)
    if not isinstance(value, list) or [type(item) for item in value] != [int, int]:
        raise bad("E_SCHEMA")
    return value[0], value[1]


def _check_signature(outer: Container, manifest: Any) -> None:  # noqa: ANN401 - any format
    """Refuse what claims a signature: this version cannot verify one, so it must not trust it."""
    has_signature = SIGNATURE in outer.names
    if manifest.signature == "none" and not has_signature:
        return
    if not has_signature:
        raise bad("E_STRIPPED", sender=manifest.sender.unit_name)
    if outer.sizes[SIGNATURE] != limits.SIGNATURE_BYTES:
        raise bad("E_PROFILE")
    raise bad("E_SIGNATURE", sender=manifest.sender.unit_name)


def _payload(outer: Container, manifest: Any) -> bytes:  # noqa: ANN401 - any format
    if manifest.encryption.scheme != "none" or SEALED in outer.names:
        raise bad("E_SEALED", recipient=manifest.recipient.unit_name)
    stated = {entry.name: entry for entry in manifest.entries}
    others = [name for name in outer.names if name not in (MANIFEST, SIGNATURE)]
    if len(stated) != len(manifest.entries) or set(stated) != set(others):
        raise bad("E_NAME")
    contents = {name: outer.read(name) for name in others}
    for name, data in contents.items():
        if len(data) != stated[name].size or digest(data) != stated[name].sha256:
            raise bad("E_HASH")
    return contents[PAYLOAD]


def _content(inner: Container, format_: ModuleType, manifest: Any) -> tuple[Any, list[bytes]]:  # noqa: ANN401
    content = _convert(_parse(inner.read(CONTENT)), format_.Content)
    outside = (manifest.bundle_id, manifest.sender.unit_id, manifest.recipient.unit_id)
    inside = (content.bundle_id, content.sender_unit_id, content.recipient_unit_id)
    if outside != inside:
        raise bad("E_MIXED", sender=manifest.sender.unit_name)
    _check_attachments(inner, content)
    records = inner.read(RECORDS)
    if digest(records) != content.records.sha256:
        raise bad("E_HASH")
    if records and not records.endswith(b"\n"):
        raise bad("E_TRUNCATED")
    if records.count(b"\n") > limits.LINES:
        raise bad("E_TOO_MANY", limit="200.000")
    return content, records.split(b"\n")[:-1]


def _check_attachments(inner: Container, content: Any) -> None:  # noqa: ANN401 - any format
    included = {f"att/{item.sha256}" for item in content.attachments if item.included}
    found = {name for name in inner.names if name.startswith("att/")}
    if found != included:
        raise bad("E_COUNT", stated=len(included), found=len(found))
    for name in found:
        if digest(inner.read(name)) != name.removeprefix("att/"):
            raise bad("E_HASH")


def _check_claims(
    claims: tuple[Claim, ...],
    lines: list[bytes],
    manifest: Any,  # noqa: ANN401 - any format
    content: Any,  # noqa: ANN401 - any format
) -> None:
    kinds = Counter(_kind(claim) for claim in claims)
    stated = sum(manifest.counts.values())
    for counts in (manifest.counts, content.counts):
        if {key: value for key, value in counts.items() if value} != dict(kinds):
            raise bad("E_COUNT", stated=stated, found=len(claims))
    if content.records.lines != len(lines):
        raise bad("E_COUNT", stated=content.records.lines, found=len(lines))
    if content.record_root != record_root(_stated_hash(claim) for claim in claims):
        raise bad("E_HASH")
    if len({claim.key for claim in claims}) != len(claims):
        raise bad("E_SCHEMA")


def _kind(claim: Claim) -> str:
    return str(parse(claim.line.encode())["t"]) if claim.gone else claim.family


def _stated_hash(claim: Claim) -> str:
    return str(parse(claim.line.encode())["h"]) if claim.gone else claim.h


def _withdrawal(claim: Claim, body: dict[str, Any], format_: ModuleType) -> Claim:
    try:
        withdrawn = msgspec.convert(body, format_.TombstoneBody, strict=True)
    except msgspec.ValidationError:
        return _with(claim, problem="Phần rút hồ sơ ghi sai dạng.")
    if withdrawn.target != claim.id:
        return _with(claim, problem="Phần rút hồ sơ ghi sai mục cần rút.")
    if withdrawn.erase:
        return _with(claim, problem="Yêu cầu xóa thông tin cá nhân cần bản ThiDuaQt mới hơn.")
    return _with(claim, family=withdrawn.family, h=GONE, gone=True)


def _known(claim: Claim, body: dict[str, Any], format_: ModuleType) -> Claim:
    family = claim.family
    try:
        typed = msgspec.to_builtins(msgspec.convert(body, format_.BODIES[family], strict=True))
        record = record_of(
            family,
            typed,
            record_id=claim.id,
            owner=claim.owner,
            epoch=claim.epoch,
            rev=claim.rev,
        )
    except (msgspec.ValidationError, PlainError):
        return _with(claim, problem="Có ô ghi sai dạng hoặc ngoài giới hạn.")
    gone = record.deleted
    extra = claim.extra or body_hash(body_of(family, record)) != claim.h
    return _with(claim, record=record, gone=gone, h=GONE if gone else claim.h, extra=extra)


def _with(claim: Claim, **changes: Any) -> Claim:  # noqa: ANN401 - fields of the claim
    values = {name: getattr(claim, name) for name in Claim.__dataclass_fields__}
    return Claim(**{**values, **changes})


def _all_travel(value: object) -> bool:
    """Tell whether every text in ``value`` (of limited depth) is in the form that travels."""
    if isinstance(value, str):
        return travels(value)
    if isinstance(value, dict):
        return all(travels(str(key)) and _all_travel(item) for key, item in value.items())
    if isinstance(value, list):
        return all(_all_travel(item) for item in value)
    return True


def _info(
    manifest: Any,  # noqa: ANN401 - any format
    content: Any,  # noqa: ANN401 - any format
    manifest_sha256: str,
    *,
    file_name: str,
    size: int,
) -> BundleInfo:
    return BundleInfo(
        bundle_id=manifest.bundle_id,
        manifest_sha256=manifest_sha256,
        purpose=manifest.purpose,
        created_at=manifest.created_at,
        app_version=manifest.app.version,
        sender_id=manifest.sender.unit_id,
        sender_name=manifest.sender.unit_name,
        recipient_id=manifest.recipient.unit_id,
        recipient_name=manifest.recipient.unit_name,
        movement_id=manifest.movement.id,
        movement_code=manifest.movement.code,
        round_id=manifest.round.id,
        round_name=manifest.round.name,
        stream=manifest.stream.id,
        stream_epoch=manifest.stream.epoch,
        seq=manifest.stream.seq,
        prev_sha256=manifest.stream.prev_sha256,
        final=manifest.stream.final,
        clock_suspect=manifest.clock_suspect,
        counts=dict(manifest.counts),
        file_name=file_name,
        size=size,
        attachments=len(content.attachments),
    )
