"""The published JSON schema of a bundle format, made from the classes that read it."""

from __future__ import annotations

from typing import Any

import msgspec

from thiduaqt.exchange.formats import FORMATS


def published(major: int) -> dict[str, Any]:
    """Return the schema of format ``major``: manifest, content, record, and each body by ``t``."""
    format_ = FORMATS[major]
    names = sorted(format_.BODIES)
    types = [format_.Manifest, format_.Content, format_.Record]
    types += [format_.BODIES[name] for name in names]
    shapes, parts = msgspec.json.schema_components(types, ref_template="#/$defs/{name}")
    manifest, content, record, *bodies = shapes
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"ThiDuaQt bundle, format {major}",
        "$comment": (
            "manifest.json, content.json (in payload.zip) and one line of records.jsonl; "
            "the member b of a record follows bodies by its member t. Unknown members are kept."
        ),
        "manifest": manifest,
        "content": content,
        "record": record,
        "bodies": dict(zip(names, bodies, strict=True)),
        "$defs": dict(sorted(parts.items())),
    }


def as_text(major: int) -> str:
    """Return the schema as it is written to ``resources/schema``."""
    text = msgspec.json.format(msgspec.json.encode(published(major), order="sorted"), indent=1)
    return text.decode() + "\n"
