"""Movement packs: plans of movements to start from, ours and those of others."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING, Any

from thiduaqt import paths
from thiduaqt.catalog.faults import BadMovementPack, Fault, Findings
from thiduaqt.catalog.loader import rule_packs
from thiduaqt.catalog.pack_checks import check_document, check_movement, check_sources
from thiduaqt.catalog.pack_files import FOLDER_KEYS, PLAN_FILE, RawPack, movement_files, read_raw
from thiduaqt.catalog.strict import MOST_FAULTS, is_date, made, misfits
from thiduaqt.domain.errors import NotFound
from thiduaqt.domain.plan import MovementPlan, PlanDocument, PlanPack

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable
    from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class PackHead:
    """What a pack says about itself; ``checked`` is the ISO date of its last review.

    ``code`` names the pack; empty means that of its first movement. ``title`` is for a plan with
    several movements.
    """

    description: str
    order: int
    checked: str
    code: str = ""
    title: str = ""


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
    movements: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Examined:
    """A pack somebody gave us: what it holds (None where it is refused) and what was found."""

    file: str
    head: PackHead | None = None
    pack: PlanPack | None = None
    errors: tuple[Fault, ...] = ()
    notes: tuple[Fault, ...] = ()

    @property
    def info(self) -> PackInfo | None:
        """The pack as lists show it, None where it is refused."""
        if self.head is None or self.pack is None:
            return None
        return _info(self.head, self.pack)


@lru_cache(maxsize=1)
def list_packs() -> tuple[PackInfo, ...]:
    """Return the movement packs that ship, in the order they are offered.

    Only the beginnings of the files are read: lists of packs are opened in the window.
    """
    infos = [_info(*_beginning(path)) for path in _names().values()]
    return tuple(sorted(infos, key=lambda info: (info.order, info.code)))


def _beginning(path: Path) -> tuple[PackHead, PlanPack]:
    """Return what one of our own packs says before its first list of tables."""
    head: dict[str, Any] = {}
    plan: dict[str, Any] = {}
    movements = []
    for file in [path] if path.is_file() else [path / PLAN_FILE, *movement_files(path)]:
        text = file.read_text(encoding="utf-8")
        table = tomllib.loads(text.partition("\n[[")[0])
        head, plan = table.pop("pack", head), table.pop("plan", plan)
        if "code" in table:
            own = {key: value for key, value in table.items() if key not in FOLDER_KEYS}
            movements.append((table.get("order", 0), file.name, made(MovementPlan, own)))
    document = made(PlanDocument, plan)
    rules = tuple(movement for _, _, movement in sorted(movements, key=lambda one: one[:2]))
    return made(PackHead, head), PlanPack(document=document, movements=rules)


def load_pack(code: str) -> PlanPack:
    """Return one pack: the plan and its movements. Raises NotFound for a code no pack has."""
    if code not in _names():
        known = ", ".join(_names())
        raise NotFound(f"Không có gói phong trào “{code}”.", todo=f"Chọn một trong: {known}.")
    return _shipped(code)[1]


@lru_cache(maxsize=1)
def _names() -> dict[str, Path]:
    """Return the packs that ship by their codes, which are the names of their files."""
    folder = paths.resources() / "packs"
    found = {path.stem: path for path in folder.glob("*.toml")}
    found.update({path.parent.name: path.parent for path in folder.glob(f"*/{PLAN_FILE}")})
    return dict(sorted(found.items()))


@lru_cache(maxsize=64)
def _shipped(code: str) -> tuple[PackHead, PlanPack]:
    return read_pack(_names()[code], known_awards=award_codes())


@lru_cache(maxsize=1)
def award_codes() -> frozenset[str]:
    """Return the codes of all award kinds, national ones and those of provinces."""
    national, provinces = rule_packs()
    return frozenset(
        award.code for pack in (national, *provinces.values()) for award in pack.awards
    )


def read_pack(path: Path, *, known_awards: Iterable[str]) -> tuple[PackHead, PlanPack]:
    """Return (head, pack) of one of our own packs, in which every rule must name its source.

    Raises :class:`~thiduaqt.catalog.faults.BadMovementPack`, which holds everything found wrong,
    each by file, entry, key and reason.
    """
    found = examine(path, known_awards=known_awards, sources_required=True)
    if found.head is None or found.pack is None:
        raise BadMovementPack.of(found.errors)
    return found.head, found.pack


def examine(path: Path, *, known_awards: Iterable[str], sources_required: bool = False) -> Examined:
    """Return what is in a pack file or folder and all that is wrong or odd about it.

    Never raises for what the file holds. Rules without a source are only pointed out, unless
    ``sources_required``: the plans of other offices need not say where each line comes from.
    """
    raw = read_raw(path)
    errors = [*raw.faults, *_shape_faults(raw)]
    if errors:
        return _examined(raw, None, None, errors, raw.notes)
    head, pack = _built(raw)
    awards = frozenset(known_awards)
    notes = list(raw.notes)
    for findings in _checks(raw, head, pack, awards, sources_required):
        errors += findings.errors
        notes += findings.notes
    return _examined(raw, head, pack, errors, notes)


def _examined(
    raw: RawPack,
    head: PackHead | None,
    pack: PlanPack | None,
    errors: list[Fault],
    notes: list[Fault],
) -> Examined:
    told = tuple(dict.fromkeys(islice(errors, MOST_FAULTS)))
    return Examined(
        file=raw.file,
        head=None if told else head,
        pack=None if told else pack,
        errors=told,
        notes=tuple(dict.fromkeys(islice(notes, MOST_FAULTS))),
    )


def _shape_faults(raw: RawPack) -> list[Fault]:
    """Return what keeps the tables from becoming values; a pack that could not be read has none."""
    if raw.head is None:
        return []
    faults = [
        *misfits(PackHead, raw.head, file=raw.plan_file, root="pack"),
        *misfits(PlanDocument, raw.document, file=raw.plan_file, root="plan"),
    ]
    for movement in raw.movements:
        faults += misfits(MovementPlan, movement.table, file=movement.file)
    return faults


def _built(raw: RawPack) -> tuple[PackHead, PlanPack]:
    head, document = made(PackHead, raw.head), made(PlanDocument, raw.document)
    movements = tuple(made(MovementPlan, one.table) for one in raw.movements)
    return head, PlanPack(document=document, movements=movements)


def _checks(
    raw: RawPack, head: PackHead, pack: PlanPack, awards: Collection[str], sources_required: bool
) -> list[Findings]:
    plan = Findings(raw.plan_file)
    if not is_date(head.checked):
        plan.error("pack", "checked", "phải là ngày viết như 2026-11-20")
    codes = [movement.code for movement in pack.movements]
    for code in dict.fromkeys(code for code in codes if codes.count(code) > 1):
        plan.error("", "code", f"mã phong trào “{code}” dùng hai lần")
    check_document(pack.document, codes, plan)
    check_sources(pack.document, plan.error if sources_required else plan.note, "plan")
    found = [plan]
    for movement, one in zip(pack.movements, raw.movements, strict=True):
        findings = Findings(one.file)
        check_movement(movement, awards, findings)
        check_sources(movement, findings.error if sources_required else findings.note)
        found.append(findings)
    return found


def _info(head: PackHead, pack: PlanPack) -> PackInfo:
    first = pack.movements[0]
    several = len(pack.movements) > 1
    return PackInfo(
        code=head.code or first.code,
        title=head.title or (pack.document.abstract if several else "") or first.title,
        short_name=first.short_name,
        description=head.description,
        commune=pack.document.commune,
        province=pack.document.province,
        order=head.order,
        movements=len(pack.movements),
    )


def head_of(pack: PlanPack, *, description: str, checked: str) -> PackHead:
    """Return a head for a pack that is made here; ``checked`` is the ISO date of today."""
    title = pack.document.abstract if len(pack.movements) > 1 else ""
    return PackHead(description=description, order=0, checked=checked, title=title)
