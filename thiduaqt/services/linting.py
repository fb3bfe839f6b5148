"""Rà soát văn bản: checks a plan, our own or a file somebody sent; needs no data file."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from thiduaqt.catalog import communes as commune_table
from thiduaqt.catalog.lint_rules import lint_rules
from thiduaqt.catalog.loader import load_rulebook
from thiduaqt.domain.errors import NotFound
from thiduaqt.domain.lint.facts import Facts, Owner, guess_owner
from thiduaqt.domain.lint.outline import outline_of
from thiduaqt.domain.lint.place_names import PlaceNames
from thiduaqt.domain.lint.run import run_checks
from thiduaqt.domain.lint.text import Finding, PlanText
from thiduaqt.domain.places import bare_name

SEVERITY_WORDS = {"error": "Lỗi", "review": "Cần xem", "note": "Lưu ý"}


@dataclass(frozen=True, slots=True, kw_only=True)
class LintReport:
    """What was found in one document, and whose document it was taken for."""

    file: str
    owner: Owner
    findings: tuple[Finding, ...]

    def as_document(self) -> dict[str, Any]:
        """Return the report as the command line prints it in JSON."""
        return {"file": self.file, "findings": [_plain(finding) for finding in self.findings]}


def lint_file(
    path: Path,
    *,
    commune: str | None = None,
    province: str | None = None,
    today: dt.date,
) -> LintReport:
    """Check a .docx or .txt file. Raises BadFile where it cannot be read, NotFound for the place.

    Commune and province are read off the letterhead where they are not given.
    """
    from thiduaqt.intake.plan_file import read_plan  # noqa: PLC0415 - only with a file at hand

    plan = read_plan(path)
    owner = owner_named(commune, province)
    return lint_text(plan, owner=owner, today=today, file=path.name)


def lint_text(
    plan: PlanText, *, owner: Owner | None = None, today: dt.date, file: str = ""
) -> LintReport:
    """Check a document that is at hand already. ``owner`` None: read off the document."""
    outline = outline_of(plan)
    names = place_names()
    known = owner or guess_owner(outline, names)
    facts = Facts(
        today=today,
        owner=known,
        rules=lint_rules(),
        rulebook=load_rulebook(today, known.province),
        names=names,
    )
    return LintReport(file=file, owner=known, findings=run_checks(outline, facts))


def owner_named(commune: str | None, province: str | None) -> Owner | None:
    """Return the commune or the province of that name; None where none is named.

    Raises :class:`NotFound` for a name the table does not hold, or holds several times.
    """
    if commune and province:
        return Owner.of(commune_table.find(commune, province))
    if commune:
        return _only_commune(commune)
    if not province:
        return None
    _, bare = bare_name(province, commune_table.PROVINCE_KINDS)
    names = place_names()
    found = names.province_named(bare)
    if not found:
        raise NotFound(
            f"Không thấy tỉnh, thành phố “{province}”.", todo="Xem lại tên tỉnh, thành phố."
        )
    return Owner(level="province", province=found, province_kind=names.provinces[found])


def owner_of(commune: str, province: str) -> Owner:
    """Return an office ("xã Cao Minh", "tỉnh Thái Nguyên") as owner, also one no table knows."""
    try:
        return Owner.of(commune_table.find(commune, province))
    except NotFound:
        kind, name = bare_name(commune, commune_table.COMMUNE_KINDS)
        province_kind, bare = bare_name(province, commune_table.PROVINCE_KINDS)
        return Owner(
            level="commune",
            name=name,
            kind=kind or "xã",
            province=bare,
            province_kind=province_kind or "tỉnh",
        )


def _only_commune(commune: str) -> Owner:
    provinces = {
        match.commune.province
        for match in commune_table.search(commune, 60)
        if not match.in_province
    }
    found = []
    for province in provinces:
        try:
            found.append(commune_table.find(commune, province))
        except NotFound:
            continue
    if len(found) == 1:
        return Owner.of(found[0])
    if found:
        named = ", ".join(sorted(item.display for item in found))
        raise NotFound(
            f"Có nhiều đơn vị tên “{commune}”: {named}.", todo="Nêu thêm tên tỉnh, thành phố."
        )
    raise NotFound(f"Không thấy đơn vị “{commune}”.", todo="Xem lại tên xã, phường.")


@lru_cache(maxsize=1)
def place_names() -> PlaceNames:
    """Return the names of all provinces and communes, ready to be found in a text."""
    return PlaceNames(commune_table.communes())


def _plain(finding: Finding) -> dict[str, Any]:
    return {
        "code": finding.code,
        "severity": finding.severity,
        "place": {
            "paragraph": finding.place.paragraph,
            "chapter": finding.place.chapter,
            "text": finding.place.text,
        },
        "message": finding.message,
        "source": finding.source,
        "suggestion": finding.suggestion,
    }
