"""The published schemas are those of the readers."""

from __future__ import annotations

from thiduaqt import paths
from thiduaqt.catalog.schema import movement_pack_schema, rule_pack_schema, texts

FOLDER = paths.resources() / "catalog" / "schema"


def test_the_published_schemas_are_up_to_date() -> None:
    assert {path.name for path in FOLDER.iterdir()} == set(texts())
    for name, text in texts().items():
        published = (FOLDER / name).read_text(encoding="utf-8")
        assert published == text, f"write schema.texts()['{name}'] into {name}"


def test_the_schema_says_what_the_reader_demands() -> None:
    rules = rule_pack_schema()["$defs"]
    assert rules["BaseSalary"]["required"] == ["amount", "source", "valid_from"]
    assert "pack" not in rules["BaseSalary"]["properties"]
    assert rules["PrizeRate"]["additionalProperties"] is False
    plan = movement_pack_schema()
    assert plan["required"] == ["code", "pack", "short_name", "title"]
    assert {"const": "none"} in plan["$defs"]["Quota"]["properties"]["maximum"]["oneOf"]
