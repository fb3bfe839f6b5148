"""The wire format: it says the same as the records, and its schema is published."""

from __future__ import annotations

import json
from pathlib import Path

import msgspec
import pytest

from tests.exchange.forge import OWNER, outgoing, parts, records, sound
from thiduaqt import paths
from thiduaqt.domain.travel import FAMILIES, body_of
from thiduaqt.exchange import faults, reader, schema, writer
from thiduaqt.exchange.formats import FORMATS, v1


@pytest.mark.parametrize("family", FAMILIES)
def test_a_body_has_the_fields_that_travel_and_their_defaults(family: str) -> None:
    shape, body = FAMILIES[family], v1.BODIES[family]
    assert set(body.__struct_fields__) == {*shape.fields, "deleted"}
    for info in msgspec.structs.fields(body):
        default = shape.kind.__dataclass_fields__[info.name].default
        assert info.required or info.default == default, info.name


@pytest.mark.parametrize("family", FAMILIES)
def test_fields_left_at_home_exist(family: str) -> None:
    shape = FAMILIES[family]
    assert shape.home <= set(shape.kind.__dataclass_fields__)
    assert set(shape.parents) <= set(shape.fields)


def test_personal_number_and_phone_have_no_place_in_any_body() -> None:
    for body in v1.BODIES.values():
        assert not {"id_number", "phone", "note", "handed_to"} & set(body.__struct_fields__)


def test_the_published_schema_is_the_one_that_reads() -> None:
    for major in FORMATS:
        file = paths.resources() / "schema" / f"bundle-v{major}.json"
        assert file.read_text(encoding="utf-8") == schema.as_text(major)


def test_what_is_written_reads_back_the_same() -> None:
    bundle = reader.read_bytes(sound())
    found = {claim.key: claim for claim in bundle.claims}
    for family, record in records():
        claim = found[family, record.id]
        assert claim.record is not None
        assert body_of(family, claim.record) == body_of(family, record)
        assert (claim.owner, claim.epoch, claim.rev) == (OWNER, 1, 3)
        assert not claim.extra
        assert writer.record_line(family, claim.record) == claim.line
    assert found["nomination", "n9"].gone
    assert bundle.info.total == len(bundle.claims) == len(records()) + 1


def test_the_same_input_gives_the_same_bytes() -> None:
    assert writer.pack(outgoing()).data == writer.pack(outgoing()).data


def test_the_container_is_as_the_format_says() -> None:
    entries = parts(sound())
    assert list(entries) == ["manifest.json", "DOC_TRUOC.txt", "payload.zip"]
    manifest = json.loads(entries["manifest.json"])
    assert manifest["format_version"] == [1, 0]
    assert manifest["signature"] == "none"
    note = entries["DOC_TRUOC.txt"].decode()
    assert "CHƯA KÝ" in note
    assert "Ủy ban nhân dân xã Minh Họa" in note
    assert "lập ngày 12/11/2026" in note


def test_members_of_a_later_version_are_kept(tmp_path: Path) -> None:
    from tests.exchange.forge import forged  # noqa: PLC0415

    def later(lines: list[dict[str, object]]) -> None:
        lines[0]["b"]["motto"] = "Thi đua là yêu nước"  # type: ignore[index]
        lines[1]["seal"] = {"by": "x"}
        lines[2]["x"] = {"any": 1}

    data = forged(
        sound(),
        lines=later,
        manifest=lambda stated: stated.update(format_version=[1, 7], hint="mới"),
    )
    claims = reader.read_bytes(data).claims
    assert [claim.extra for claim in claims[:4]] == [True, True, True, False]
    assert not any(claim.problem for claim in claims)
    assert "Thi đua là yêu nước" in claims[0].line


def test_every_fault_has_two_plain_sentences() -> None:
    facts = {
        "name": "tep", "sender": "Xã A", "recipient": "Xã B", "hint": "", "limit": "64 MB",
        "theirs": "2.0", "ours": "1.0", "stated": 3, "found": 2, "purpose": "roster",
    }  # fmt: skip
    for code in faults.codes():
        fault = faults.bad(code, **facts)
        assert fault.code == code
        assert fault.what.rstrip(".") != fault.what
        assert fault.todo.endswith(".")
        assert "lỗi" not in fault.text.lower()
        assert "{" not in fault.text
