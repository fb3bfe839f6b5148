"""JSON Schemas of the pack files, made from the dataclasses that read them.

Editors that know TOML schemas can point at ``resources/catalog/schema``; a test keeps the files
there equal to what this module makes.
"""

from __future__ import annotations

import dataclasses
import json
import types
import typing
from decimal import Decimal
from typing import Any, Literal

from thiduaqt.catalog.loader import RulePack
from thiduaqt.catalog.pack_files import WITHOUT_NUMBER
from thiduaqt.catalog.packs import PackHead
from thiduaqt.domain.plain import field_types
from thiduaqt.domain.plan import Criterion, MovementPlan, PlanDocument, Quota, Source

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_DATE = {"type": "string", "pattern": r"^(\d{4}-\d{2}-\d{2})?$"}
# Written as a whole number or, where it is none, in quotes: TOML has no exact decimals.
_DECIMAL = r"^-?\d{1,12}(\.\d{1,12})?$"
_SCALARS: dict[object, dict[str, Any]] = {
    str: {"type": "string"},
    int: {"type": "integer"},
    bool: {"type": "boolean"},
    Decimal: {"oneOf": [{"type": "string", "pattern": _DECIMAL}, {"type": "integer"}]},
}


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class FolderPlan:
    """What ``plan.toml`` of a folder holds."""

    pack: PackHead
    plan: PlanDocument = PlanDocument()
    common: tuple[Criterion, ...] = ()


def texts() -> dict[str, str]:
    """Return the content of each file of ``resources/catalog/schema`` by its name."""
    made = {
        "rule_pack.json": rule_pack_schema(),
        "movement_pack.json": movement_pack_schema(),
        "movement_pack_plan.json": folder_plan_schema(),
        "movement_pack_movement.json": folder_movement_schema(),
    }
    return {
        name: json.dumps(schema, ensure_ascii=False, indent=2) + "\n"
        for name, schema in made.items()
    }


def rule_pack_schema() -> dict[str, Any]:
    """Return the schema of a rule pack (``resources/catalog/*.toml``)."""
    return _file_schema("Rule pack", RulePack, {})


def movement_pack_schema() -> dict[str, Any]:
    """Return the schema of a movement pack that is one file with one movement."""
    extra: dict[str, object] = {
        "pack": PackHead,
        "plan": PlanDocument,
        "common": tuple[Criterion, ...],
    }
    return _file_schema("Movement pack", MovementPlan, extra)


def folder_plan_schema() -> dict[str, Any]:
    """Return the schema of ``plan.toml`` in a pack that is a folder."""
    return _file_schema("Plan of a movement pack", FolderPlan, {})


def folder_movement_schema() -> dict[str, Any]:
    """Return the schema of a ``movement_*.toml`` in a pack that is a folder."""
    extra: dict[str, object] = {"common": tuple[Criterion, ...], "order": int, "same_as": str}
    return _file_schema("Movement of a movement pack", MovementPlan, extra)


def _file_schema(title: str, kind: type, extra: dict[str, object]) -> dict[str, Any]:
    definitions: dict[str, Any] = {}
    body = _table(kind, definitions)
    body["properties"].update({name: _schema(part, definitions) for name, part in extra.items()})
    if "pack" in extra:
        body["required"] = sorted([*body.get("required", []), "pack"])
    return {"$schema": _DIALECT, "title": title, **body, "$defs": dict(sorted(definitions.items()))}


def _schema(kind: object, definitions: dict[str, Any]) -> dict[str, Any]:
    origin, inner = typing.get_origin(kind), typing.get_args(kind)
    if origin is Literal:
        return {"enum": list(inner)}
    if origin is tuple:
        return {"type": "array", "items": _schema(inner[0], definitions)}
    if origin in (typing.Union, types.UnionType):
        # TOML has no null: what may be None is left out instead.
        return _schema(next(part for part in inner if part is not type(None)), definitions)
    if isinstance(kind, type) and dataclasses.is_dataclass(kind):
        if kind.__name__ not in definitions:
            definitions[kind.__name__] = {}
            definitions[kind.__name__] = _table(kind, definitions)
        reference = {"$ref": f"#/$defs/{kind.__name__}"}
        return {"oneOf": [{"type": "string"}, reference]} if kind is Source else reference
    return dict(_SCALARS[kind])


def _table(kind: type, definitions: dict[str, Any]) -> dict[str, Any]:
    hints = field_types(kind)
    known = [field for field in dataclasses.fields(kind) if not _written_by_reader(kind, field)]
    properties = {field.name: _schema(hints[field.name], definitions) for field in known}
    for name in ("valid_from", "valid_to", "checked"):
        if name in properties:
            properties[name] = dict(_DATE)
    if kind is Quota:
        properties["maximum"] = {"oneOf": [{"type": "integer", "minimum": 0}, {"const": "none"}]}
    required = sorted(field.name for field in known if _is_required(field))
    rules: dict[str, Any] = {}
    if kind is Quota:
        # A share, and what the plan leaves open, needs no number.
        required.remove("maximum")
        open_form = {"properties": {"form": {"enum": list(WITHOUT_NUMBER)}}, "required": ["form"]}
        rules = {"if": open_form, "else": {"required": ["maximum"]}}
    table: dict[str, Any] = {
        "type": "object",
        "additionalProperties": False,
        "properties": properties,
        **rules,
    }
    return {**table, "required": required} if required else table


def _written_by_reader(kind: type, field: dataclasses.Field[Any]) -> bool:
    """Tell whether the reader sets this field itself: the pack a rule was read from."""
    return field.name == "pack" and kind not in (RulePack, FolderPlan)


def _is_required(field: dataclasses.Field[Any]) -> bool:
    missing = dataclasses.MISSING
    return field.default is missing and field.default_factory is missing
