"""Movement packs: plans of movements that ship with the program, to start from."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, fields, is_dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from thiduaqt import paths
from thiduaqt.catalog.faults import BadPack
from thiduaqt.catalog.loader import rule_packs
from thiduaqt.catalog.strict import build, is_date
from thiduaqt.catalog.toml_file import read_table
from thiduaqt.domain.errors import NotFound
from thiduaqt.domain.plan import MovementPlan, PlanDocument, PlanPack, Source

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

SHORT_NAME_LENGTH = 40
_UNLIMITED = "none"


@dataclass(frozen=True, slots=True, kw_only=True)
class PackHead:
    """What a pack file says about itself; ``checked`` is the ISO date of its last review."""

    description: str
    order: int
    checked: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PackInfo:
    """A movement pack as the first-run page offers it."""

    code: str
    title: str
    short_name: str
    description: str
    commune: str = ""
    province: str = ""
    order: int = 0


def list_packs() -> tuple[PackInfo, ...]:
    """Return the movement packs that ship, in the order they are offered."""
    infos = [
        PackInfo(
            code=code,
            title=pack.movements[0].title,
            short_name=pack.movements[0].short_name,
            description=head.description,
            commune=pack.document.commune,
            province=pack.document.province,
            order=head.order,
        )
        for code, (head, pack) in _shipped().items()
    ]
    return tuple(sorted(infos, key=lambda info: (info.order, info.code)))


def load_pack(code: str) -> PlanPack:
    """Return one pack: the plan and its movements. Raises NotFound for a code no pack has."""
    found = _shipped().get(code)
    if found is None:
        known = ", ".join(_shipped())
        raise NotFound(f"Không có gói phong trào “{code}”.", todo=f"Chọn một trong: {known}.")
    return found[1]


@lru_cache(maxsize=1)
def _shipped() -> dict[str, tuple[PackHead, PlanPack]]:
    folder = paths.resources() / "packs"
    awards = {award.code for award in rule_packs()[0].awards}
    read = [read_pack(path, known_awards=awards) for path in sorted(folder.glob("*.toml"))]
    return {pack.movements[0].code: (head, pack) for head, pack in read}


def read_pack(path: Path, *, known_awards: Iterable[str]) -> tuple[PackHead, PlanPack]:
    """Return (head, pack) of one pack file, checked: shape, sources, codes, award kinds.

    Raises :class:`~thiduaqt.catalog.strict.BadPack`, naming file, entry, key and reason.
    """
    table = read_table(path)
    head = build(PackHead, table.pop("pack", {}), file=path.name, root="pack")
    if not is_date(head.checked):
        raise BadPack(path.name, "pack", "checked", "phải là ngày viết như 2026-11-20")
    common = table.pop("common", [])
    if not isinstance(common, list):
        raise BadPack(path.name, "", "common", "phải là một danh sách")
    document = build(PlanDocument, table.pop("plan", {}), file=path.name, root="plan")
    plan = build(MovementPlan, _completed(table, common), file=path.name)
    _check_document(document, path.name)
    _check_plan(plan, path.name, set(known_awards))
    return head, PlanPack(document=document, movements=(plan,))


def _completed(table: dict[str, Any], common: list[Any]) -> dict[str, Any]:
    """Put the common criteria into every group and read a quota's "none" as no limit."""
    full = dict(table)
    if isinstance(full.get("groups"), list):
        full["groups"] = [_with_common(group, common) for group in full["groups"]]
    if isinstance(full.get("quotas"), list):
        full["quotas"] = [_with_limit(quota) for quota in full["quotas"]]
    return full


def _with_common(group: Any, common: list[Any]) -> Any:  # noqa: ANN401 - plain values of a file
    own = group.get("criteria", []) if isinstance(group, dict) else None
    return {**group, "criteria": [*common, *own]} if isinstance(own, list) else group


def _with_limit(quota: Any) -> Any:  # noqa: ANN401 - plain values of a file
    if isinstance(quota, dict) and quota.get("maximum") == _UNLIMITED:
        return {**quota, "maximum": None}
    return quota


def _check_plan(plan: MovementPlan, file: str, awards: set[str]) -> None:
    if len(plan.short_name) > SHORT_NAME_LENGTH:
        raise BadPack(file, "", "short_name", f"dài quá {SHORT_NAME_LENGTH} chữ")
    for number, quota in enumerate(plan.quotas, start=1):
        place = f"quotas thứ {number} ({quota.award})"
        if quota.award not in awards:
            reason = f"không có hình thức khen “{quota.award}” trong gói quy định"
            raise BadPack(file, place, "award", reason)
        if quota.maximum is not None and quota.maximum < 0:
            raise BadPack(file, place, "maximum", "không được âm")
    _check_codes(plan, file)
    _check_sources(plan, file)


def _check_document(document: PlanDocument, file: str) -> None:
    if document.date and not is_date(document.date):
        reason = "phải là ngày viết như 2026-03-27, hoặc để trống"
        raise BadPack(file, "plan", "date", reason)
    _check_sources(document, file)


def _check_sources(value: object, file: str) -> None:
    for place, source in _sources(value, ""):
        if not source.text:
            raise BadPack(file, place, "source", "phải nêu nguồn")
        if source.confidence in ("L", "R") and source.tag != "suggestion":
            reason = "điều chưa kiểm chứng (L, R) chỉ được là gợi ý (tag = suggestion)"
            raise BadPack(file, place, "source", reason)


def _check_codes(plan: MovementPlan, file: str) -> None:
    families: dict[str, tuple[Any, ...]] = {
        "groups": plan.groups,
        "targets": plan.targets,
        "phases": plan.phases,
        "papers": plan.papers,
        **{f"groups ({group.code}) › criteria": group.criteria for group in plan.groups},
    }
    for place, items in families.items():
        twice = [code for code, count in Counter(item.code for item in items).items() if count > 1]
        if twice:
            raise BadPack(file, place, "code", f"mã “{twice[0]}” dùng hai lần")
    keys = Counter((q.award, q.round_kind, q.recipient_kind, q.year) for q in plan.quotas)
    repeated = [key for key, count in keys.items() if count > 1]
    if repeated:
        named = " / ".join(str(part) for part in repeated[0] if part is not None)
        raise BadPack(file, "quotas", "award", f"số lượng cho {named} ghi hai lần")


def _sources(value: object, place: str) -> Iterator[tuple[str, Source]]:
    """Yield every source in a plan with the entry it belongs to."""
    if isinstance(value, tuple):
        for number, item in enumerate(value, start=1):
            named = getattr(item, "code", "") or getattr(item, "number", "")
            yield from _sources(item, f"{place} thứ {number}" + (f" ({named})" if named else ""))
    elif isinstance(value, Source):
        yield place.removesuffix(" › source"), value
    elif is_dataclass(value):
        for field in fields(value):
            inner = f"{place} › {field.name}" if place else field.name
            yield from _sources(getattr(value, field.name), inner)
