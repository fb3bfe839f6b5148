"""The published schemas are those of the readers."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from tests.catalog.pack_texts import CRITERION, GROUP, HEAD, QUOTA, TARGET
from thiduaqt import paths
from thiduaqt.catalog import pack_writer, packs
from thiduaqt.catalog.packs import award_codes, examine, list_packs
from thiduaqt.catalog.schema import (
    folder_movement_schema,
    folder_plan_schema,
    movement_pack_schema,
    rule_pack_schema,
    texts,
)

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


def _faults(schema: dict[str, Any], table: dict[str, Any]) -> list[str]:
    return [fault.message for fault in Draft202012Validator(schema).iter_errors(table)]


def test_the_schemas_are_sound_themselves() -> None:
    for schema in (movement_pack_schema(), folder_plan_schema(), folder_movement_schema()):
        Draft202012Validator.check_schema(schema)
    Draft202012Validator.check_schema(rule_pack_schema())


@pytest.mark.parametrize("name", ["national.toml", "province_bac_ninh.toml"])
def test_rule_packs_fit_their_schema(name: str) -> None:
    text = (paths.resources() / "catalog" / name).read_text(encoding="utf-8")
    assert _faults(rule_pack_schema(), tomllib.loads(text)) == []


@pytest.mark.parametrize("path", sorted((paths.resources() / "packs").rglob("*.toml")))
def test_shipped_packs_fit_the_schema_of_their_kind(path: Path) -> None:
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    if path.parent == paths.resources() / "packs":
        schema = movement_pack_schema()
    else:
        schema = folder_plan_schema() if path.name == "plan.toml" else folder_movement_schema()
    assert _faults(schema, table) == []


@pytest.mark.parametrize("code", [info.code for info in list_packs()])
def test_what_we_write_fits_the_schemas(code: str) -> None:
    head, pack = packs._shipped(code)
    for name, text in pack_writer.as_folder(head, pack).items():
        schema = folder_plan_schema() if name == "plan.toml" else folder_movement_schema()
        assert _faults(schema, tomllib.loads(text)) == []
    if len(pack.movements) == 1:
        text = pack_writer.as_file(head, pack)
        assert _faults(movement_pack_schema(), tomllib.loads(text)) == []


BAD = [
    "colour = 1",
    GROUP + "colour = 1",
    GROUP + 'version = "2"',
    GROUP.replace("individual", "person"),
    GROUP.replace("source", "sources"),
    CRITERION.format("c").replace("groups.criteria", "common") + "points = 1.5",
    CRITERION.format("c").replace("groups.criteria", "common") + 'points = "1,5"',
    QUOTA,
    QUOTA + 'maximum = "5"',
    QUOTA + 'maximum = 5\nform = "many"',
    QUOTA + 'form = "range"',
    TARGET.format("t") + "statement2 = 1",
    TARGET.format("t") + "by_year = [{year = 2026}]",
    '[plan]\nremarks = "x"',
    "[[plan.chapters]]\ncode = 1",
]


@pytest.mark.parametrize("rest", BAD)
def test_schema_and_reader_refuse_the_same(tmp_path: Path, rest: str) -> None:
    text = HEAD.format(top="") + rest if rest.startswith("[") else HEAD.format(top=rest)
    path = tmp_path / "mau.toml"
    path.write_text(text, encoding="utf-8")
    assert examine(path, known_awards=award_codes()).errors
    assert _faults(movement_pack_schema(), tomllib.loads(text))


@pytest.mark.parametrize(
    "rest",
    [
        QUOTA + 'form = "percent"\npercent = 5\nbase = "units"',
        QUOTA + 'maximum = "none"',
        GROUP + CRITERION.format("c") + 'points = "1.5"',
        GROUP + CRITERION.format("c") + "points = 2",
    ],
)
def test_schema_and_reader_take_the_same(tmp_path: Path, rest: str) -> None:
    path = tmp_path / "mau.toml"
    path.write_text(HEAD.format(top="") + rest, encoding="utf-8")
    assert examine(path, known_awards=award_codes()).errors == ()
    assert _faults(movement_pack_schema(), tomllib.loads(path.read_text(encoding="utf-8"))) == []
