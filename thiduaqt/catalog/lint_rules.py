"""Reads what the checks of plans go by (``resources/catalog/lint.toml``)."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from thiduaqt import paths
from thiduaqt.catalog.faults import BadPack
from thiduaqt.catalog.strict import build, is_date
from thiduaqt.catalog.toml_file import read_table
from thiduaqt.domain.lint.rules import LintRules

if TYPE_CHECKING:
    from pathlib import Path


@lru_cache(maxsize=1)
def lint_rules() -> LintRules:
    """Return the rules the program ships with."""
    return read_lint_rules(paths.resources() / "catalog" / "lint.toml")


def read_lint_rules(path: Path) -> LintRules:
    """Return one file of rules, checked. Raises :class:`BadPack` with file, entry and key."""
    rules = build(LintRules, read_table(path), file=path.name)
    if not rules.layouts:
        raise BadPack(path.name, "layouts", "", "phải có ít nhất một bố cục trang")
    _check_codes(rules, path.name)
    _check_layouts(rules, path.name)
    days = [(rule.code, rule.gone_from) for rule in rules.gone]
    days += [(rule.name, rule.gone_from) for rule in rules.former_provinces]
    for named, day in days:
        if not is_date(day):
            raise BadPack(path.name, named, "gone_from", "phải là ngày viết như 2025-07-01")
    return rules


def _check_codes(rules: LintRules, file: str) -> None:
    seen: set[str] = set()
    for check in rules.checks:
        place = f"checks ({check.code})"
        if check.code in seen:
            raise BadPack(file, place, "code", "mã này có hai lần")
        seen.add(check.code)
        if check.source.confidence in ("L", "R") and check.source.tag != "suggestion":
            reason = "điều chưa kiểm chứng (L, R) chỉ được là gợi ý (tag = suggestion)"
            raise BadPack(file, place, "source", reason)


def _check_layouts(rules: LintRules, file: str) -> None:
    for layout in rules.layouts:
        for side in ("top", "bottom", "left", "right", "body_sizes"):
            pair = getattr(layout, side)
            if len(pair) != 2 or pair[0] > pair[1]:
                place = f"layouts ({layout.code})"
                raise BadPack(file, place, side, "phải là hai số, nhỏ trước lớn sau")
