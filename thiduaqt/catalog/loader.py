"""Reads the rule packs: one national, one per province, and lays them over each other."""

from __future__ import annotations

import re
from dataclasses import dataclass, fields
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from thiduaqt import paths
from thiduaqt.catalog.faults import BadPack
from thiduaqt.catalog.strict import build, is_date
from thiduaqt.catalog.toml_file import read_table
from thiduaqt.domain.kinds import (
    AwardKind,
    AwardTypeRule,
    BaseSalary,
    Dated,
    DeadlineRule,
    EligibilityRule,
    FormNumber,
    LegalBasisRule,
    Milestone,
    OutdatedRate,
    PrizeRate,
    Rounding,
    StandardRule,
    TargetRisk,
    TieRule,
    VoteRule,
    rule_key,
)
from thiduaqt.domain.rulebook import Rulebook
from thiduaqt.domain.text import fold

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from thiduaqt.domain.plan import Source

NATIONAL = "national"
_KIND_WORDS = re.compile(r"^(tinh|thanh pho|tp\.?) ")


@dataclass(frozen=True, slots=True, kw_only=True)
class PackHead:
    """What a rule pack says about itself; ``checked`` is the ISO date of its last review."""

    code: str
    name: str
    province: str = ""
    checked: str
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RulePack:
    """One rule-pack file."""

    pack: PackHead
    awards: tuple[AwardKind, ...] = ()
    award_types: tuple[AwardTypeRule, ...] = ()
    rates: tuple[PrizeRate, ...] = ()
    outdated_rates: tuple[OutdatedRate, ...] = ()
    base_salaries: tuple[BaseSalary, ...] = ()
    roundings: tuple[Rounding, ...] = ()
    bases: tuple[LegalBasisRule, ...] = ()
    votes: tuple[VoteRule, ...] = ()
    forms: tuple[FormNumber, ...] = ()
    ties: tuple[TieRule, ...] = ()
    eligibility: tuple[EligibilityRule, ...] = ()
    standards: tuple[StandardRule, ...] = ()
    milestones: tuple[Milestone, ...] = ()
    deadlines: tuple[DeadlineRule, ...] = ()
    target_risks: tuple[TargetRisk, ...] = ()


FAMILIES = tuple(field.name for field in fields(RulePack) if field.name != "pack")


def load_rulebook(on: dt.date, province: str) -> Rulebook:
    """Return the rules asked about one day, for one province ("Bắc Ninh", "tỉnh Bắc Ninh").

    A province without a pack of its own gets the national rules. Raises
    :class:`~thiduaqt.catalog.strict.BadPack` where a pack is damaged.
    """
    national, provinces = rule_packs()
    own = provinces.get(_province_key(province))
    packs = [national, own] if own else [national]
    lists = {
        name: tuple(rule for pack in packs for rule in getattr(pack, name)) for name in FAMILIES
    }
    return Rulebook(on=on, province=province, has_province_pack=own is not None, **lists)


@lru_cache(maxsize=1)
def rule_packs() -> tuple[RulePack, dict[str, RulePack]]:
    """Return the national pack and the packs of provinces by the folded name of the province."""
    folder = paths.resources() / "catalog"
    national = read_rule_pack(folder / "national.toml")
    award_codes = {award.code for award in national.awards}
    provinces = {}
    for path in sorted(folder.glob("province_*.toml")):
        pack = read_rule_pack(path, known_awards=award_codes)
        provinces[_province_key(pack.pack.province)] = pack
    return national, provinces


def read_rule_pack(path: Path, *, known_awards: Iterable[str] = ()) -> RulePack:
    """Return one rule pack, checked: shape, dates, sources, overlaps, award codes."""
    table = read_table(path)
    head = table.get("pack")
    code = str(head.get("code", "")) if isinstance(head, dict) else ""
    pack = build(RulePack, _stamped(table, code), file=path.name)
    awards = {*known_awards, *(award.code for award in pack.awards)}
    for name in FAMILIES:
        rules: tuple[Dated, ...] = getattr(pack, name)
        for number, rule in enumerate(rules, start=1):
            _check_rule(
                rule, path.name, f"{name} thứ {number} ({'/'.join(rule_key(rule))})", awards
            )
        _check_overlaps(rules, path.name, name)
    return pack


def _stamped(table: dict[str, Any], code: str) -> dict[str, Any]:
    """Write the pack's code into every entry, so that each rule knows where it came from."""
    return {
        name: [{**entry, "pack": code} if isinstance(entry, dict) else entry for entry in entries]
        if name in FAMILIES and isinstance(entries, list)
        else entries
        for name, entries in table.items()
    }


def _check_rule(rule: Dated, file: str, place: str, awards: set[str]) -> None:
    open_start = isinstance(rule, (LegalBasisRule, OutdatedRate)) and not rule.valid_from
    if not open_start and not is_date(rule.valid_from):
        raise BadPack(file, place, "valid_from", "phải là ngày viết như 2025-07-01")
    if rule.valid_to and not is_date(rule.valid_to):
        raise BadPack(file, place, "valid_to", "phải là ngày viết như 2025-07-01, hoặc để trống")
    if rule.valid_to and rule.valid_to < rule.valid_from:
        raise BadPack(file, place, "valid_to", "sớm hơn ngày bắt đầu")
    if isinstance(rule, LegalBasisRule) and bool(rule.amended_by) != is_date(rule.amended_from):
        raise BadPack(file, place, "amended_from", "phải là ngày, đi cùng amended_by")
    for name, source in _sources(rule):
        if not source.text:
            raise BadPack(file, place, name, "phải nêu nguồn (văn bản, điều, khoản)")
        if source.confidence in ("L", "R") and source.tag != "suggestion":
            reason = "điều chưa kiểm chứng (L, R) chỉ được là gợi ý (tag = suggestion)"
            raise BadPack(file, place, name, reason)
    for award in _named_awards(rule):
        if award not in awards:
            raise BadPack(file, place, "award", f"không có hình thức khen “{award}”")


def _sources(rule: Dated) -> Iterator[tuple[str, Source]]:
    for field in fields(rule):
        if field.name.endswith("source"):
            yield field.name, getattr(rule, field.name)
    if isinstance(rule, AwardKind):
        for paper in rule.papers:
            yield f"papers.{paper.code}.source", paper.source


def _named_awards(rule: Dated) -> tuple[str, ...]:
    if isinstance(rule, LegalBasisRule):
        return rule.awards
    award = getattr(rule, "award", "")
    return (award,) if award else ()


def _check_overlaps(rules: tuple[Dated, ...], file: str, name: str) -> None:
    by_key: dict[tuple[str, ...], list[Dated]] = {}
    for rule in rules:
        by_key.setdefault(rule_key(rule), []).append(rule)
    for key, spans in by_key.items():
        ordered = sorted(spans, key=lambda rule: rule.valid_from)
        for earlier, later in pairwise(ordered):
            if not earlier.valid_to or earlier.valid_to >= later.valid_from:
                place = f"{name} ({'/'.join(key)})"
                reason = f"hai khoảng thời gian chồng lên nhau từ {later.valid_from}"
                raise BadPack(file, place, "valid_to", reason)


def _province_key(name: str) -> str:
    return _KIND_WORDS.sub("", fold(name))
