"""What was typed into the cells of the targets, read into what changes."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace
from decimal import Decimal
from typing import Any

from thiduaqt.domain import target_edits
from thiduaqt.domain.plan import MovementPlan, Target
from thiduaqt.domain.plan_lists import OWN_SOURCE, BadCell
from thiduaqt.domain.target_cells import read_operator, read_years, wanted_typed
from thiduaqt.domain.target_values import typed_number, value_words
from thiduaqt.domain.targets import PERCENT
from thiduaqt.domain.text import clean, fold
from thiduaqt.ui.i18n import translate
from thiduaqt.ui.screens.movements.targets.columns import scope_words


def rules_typed(target: Target, key: str, text: str, year: int) -> Mapping[str, Any]:
    """Return the fields of a target that a text in the column ``key`` changes. Raises BadCell."""
    if key == "statement":
        if not clean(text):
            raise BadCell(
                translate("TargetsTab", "Chỉ tiêu phải có nội dung."),
                translate("TargetsTab", "Muốn bỏ chỉ tiêu thì bấm Ctrl+Delete."),
            )
        return {"statement": clean(text)}
    if key == "operator":
        return read_operator(text)
    if key == "wanted":
        return wanted_typed(text, target, year)
    if key == "years":
        return {"by_year": read_years(text, target.unit)}
    if key == "scope":
        return {"scope": _scope(text)}
    return {key: clean(text)}


def _scope(text: str) -> str:
    for scope, words in scope_words().items():
        if fold(words) == fold(text):
            return scope
    raise BadCell(
        translate("TargetsTab", "Không có “{text}” trong danh sách.").format(text=clean(text)),
        translate("TargetsTab", "Chọn một dòng trong danh sách."),
    )


def target_added(
    rules: MovementPlan, row: Mapping[str, str], year: int, used: Collection[str]
) -> MovementPlan:
    """Return rules with the target of a row that was typed or pasted. Raises BadCell.

    One that begins with its figure instead of its words gets words to be typed over.
    """
    words = row.get("statement") or translate("TargetsTab", "Chỉ tiêu mới")
    rules, code = target_edits.add_target(rules, words, used=used)
    made = replace(rules.targets[-1], source=OWN_SOURCE)
    for key in ("operator", "unit", "wanted", "years", "scope"):
        if row.get(key):
            made = replace(made, **rules_typed(made, key, row[key], year))
    return target_edits.change_target(rules, code, **_fields(made))


def _fields(target: Target) -> dict[str, Any]:
    names = ("source", "operator", "striving", "unit", "value", "by_year", "scope")
    return {name: getattr(target, name) for name in names}


def read_share(text: str) -> Decimal:
    """Read a share of what is wanted: "90%" and "90" are 0.9. Raises BadCell."""
    number = typed_number(clean(text).removesuffix(PERCENT))
    if number is None:
        raise BadCell(
            translate("TargetsTab", "“{text}” không phải một tỷ lệ.").format(text=clean(text)),
            translate("TargetsTab", "Gõ một số phần trăm, ví dụ 90%."),
        )
    return number / 100


def share_words(share: Decimal | None) -> str:
    """Return a share as a percentage, empty for none."""
    return value_words(share * 100, PERCENT) if share is not None else ""
