"""A movement pack on disk: one file for one movement, or a folder for a plan with several.

A folder holds ``plan.toml`` (``[pack]``, ``[plan]``, ``[[common]]``) and one ``movement_*.toml``
for each movement. Movements follow each other by their ``order``, then by the names of their files.
A movement that says ``same_as`` takes what it does not give itself from another one of the folder.
"""

from __future__ import annotations

import stat
from collections import Counter
from dataclasses import dataclass, field
from itertools import islice, pairwise
from typing import TYPE_CHECKING, Any

from thiduaqt.catalog.faults import BadPack, Fault
from thiduaqt.catalog.strict import misfits
from thiduaqt.catalog.toml_file import LARGEST, read_table
from thiduaqt.domain.plan import Criterion

if TYPE_CHECKING:
    from pathlib import Path

PLAN_FILE = "plan.toml"
MOVEMENT_FILES = "movement_"
MOST_FILES = 60
MOST_CRITERIA = 10_000  # in a whole pack, common ones counted in every group
FOLDER_KEYS = ("order", "same_as")  # of a movement file in a folder
SHARED = ("leagues", "groups", "phases", "rounds", "quotas", "papers")  # what same_as brings
# Forms of quotas whose number is no number: the plan says so, or a share gives it.
WITHOUT_NUMBER = ("percent", "unlimited", "own")
UNLIMITED = "none"
_HEAD_KEYS = ("pack", "plan", "common")


@dataclass(frozen=True, slots=True, kw_only=True)
class CommonCriteria:
    """What ``[[common]]`` holds: criteria that stand before those of every group."""

    common: tuple[Criterion, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class RawMovement:
    """The rules of one movement as plain values, and the file that gave them."""

    file: str
    table: dict[str, Any]


@dataclass(slots=True, kw_only=True)
class RawPack:
    """The tables of a pack, put together but not yet checked, and what was wrong till here."""

    file: str
    folder: bool = False
    head: Any = None
    document: Any = None
    movements: list[RawMovement] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    notes: list[Fault] = field(default_factory=list)

    @property
    def plan_file(self) -> str:
        """The file that holds head and document: the only one, or that of the folder."""
        return PLAN_FILE if self.folder else self.file

    def fault(self, file: str, key: str, reason: str, place: str = "") -> None:
        """Note down what keeps the pack from being read."""
        self.faults.append(Fault(file=file, place=place, key=key, reason=reason))


def read_raw(path: Path) -> RawPack:
    """Return what the file or folder ``path`` holds; whatever is wrong stands in its faults."""
    raw = RawPack(file=path.name or "gói")
    try:
        raw.folder = stat.S_ISDIR(path.lstat().st_mode)
    except (OSError, ValueError):  # ValueError: a NUL in the name
        raw.fault(raw.file, "", "không mở được tệp")
        return raw
    if raw.folder:
        _read_folder(raw, path)
    else:
        _read_file(raw, path)
    return raw


def _read_file(raw: RawPack, path: Path) -> None:
    table = _table(raw, path)
    if table is None:
        return
    raw.head, raw.document = table.pop("pack", {}), table.pop("plan", {})
    for key in FOLDER_KEYS:
        if key in table:
            raw.fault(path.name, key, "chỉ dùng trong gói là một thư mục")
            table.pop(key)
    common = _common(raw, path.name, table)
    raw.movements = [RawMovement(file=path.name, table=_completed(raw, path.name, table, common))]


def _read_folder(raw: RawPack, path: Path) -> None:
    files = _files(raw, path)
    if raw.faults:
        return
    plan = _table(raw, path / PLAN_FILE) or {}
    raw.head, raw.document = plan.pop("pack", {}), plan.pop("plan", {})
    shared = _common(raw, PLAN_FILE, plan)
    for key in plan:
        raw.fault(PLAN_FILE, key, f"khóa này không có trong mẫu (chỉ có {', '.join(_HEAD_KEYS)})")
    read = [(file, table) for file in files if (table := _table(raw, file)) is not None]
    tables = {
        file.name: table for file, table in sorted(read, key=lambda one: _place_of(raw, *one))
    }
    for name, table in tables.items():
        own = _common(raw, name, table)
        tables[name] = _completed(raw, name, table, own)
    _share(raw, tables)
    raw.movements = [
        RawMovement(file=name, table=_completed(raw, name, table, shared))
        for name, table in tables.items()
    ]


def movement_files(folder: Path) -> list[Path]:
    """Return the movement files of a folder of our own, by name."""
    return sorted(folder.glob(f"{MOVEMENT_FILES}*.toml"))


def _files(raw: RawPack, folder: Path) -> list[Path]:
    """Return the movement files of a folder; too many, too large or missing files are faults."""
    try:
        entries = sorted(islice(folder.iterdir(), MOST_FILES + 1))
        sizes = [entry.lstat().st_size for entry in entries if entry.suffix == ".toml"]
    except OSError:
        raw.fault(raw.file, "", "không mở được thư mục")
        return []
    names = {entry.name for entry in entries}
    if len(entries) > MOST_FILES:
        raw.fault(raw.file, "", f"có hơn {MOST_FILES} tệp, không phải một gói")
    elif sum(sizes) > LARGEST:
        raw.fault(raw.file, "", "lớn hơn 2 MB, không phải một gói")
    elif PLAN_FILE not in names:
        raw.fault(raw.file, "", f"thiếu tệp {PLAN_FILE}")
    found = [
        one for one in entries if one.suffix == ".toml" and one.name.startswith(MOVEMENT_FILES)
    ]
    if not raw.faults and not found:
        raw.fault(raw.file, "", f"không có tệp {MOVEMENT_FILES}*.toml nào")
    others = names - {one.name for one in found} - {PLAN_FILE}
    for name in sorted(others):
        raw.notes.append(Fault(file=name, reason="không thuộc gói nên bỏ qua"))
    return found


def _place_of(raw: RawPack, file: Path, table: dict[str, Any]) -> tuple[int, str]:
    order = table.pop("order", 0)
    if isinstance(order, bool) or not isinstance(order, int):
        raw.fault(file.name, "order", "phải là số nguyên")
        order = 0
    return order, file.name


def _table(raw: RawPack, path: Path) -> dict[str, Any] | None:
    try:
        return read_table(path)
    except BadPack as fault:
        raw.faults.extend(fault.faults)
        return None


def _common(raw: RawPack, file: str, table: dict[str, Any]) -> list[Any]:
    """Take the common criteria out of ``table``; what is wrong in them is told once, here."""
    common = table.pop("common", [])
    faults = misfits(CommonCriteria, {"common": common}, file=file)
    raw.faults.extend(faults)
    return [] if faults else common


def _completed(raw: RawPack, file: str, table: dict[str, Any], common: list[Any]) -> dict[str, Any]:
    """Put the common criteria into every group and read a quota's "none" as no limit."""
    full = dict(table)
    groups, quotas = full.get("groups"), full.get("quotas")
    if isinstance(groups, list):
        own = sum(len(_criteria(group)) for group in groups)
        if own + len(groups) * len(common) > MOST_CRITERIA:
            raw.fault(file, "criteria", f"có hơn {MOST_CRITERIA} tiêu chí", "groups")
            return full
        full["groups"] = [_with_common(group, common) for group in groups]
    if isinstance(quotas, list):
        full["quotas"] = [_with_limit(quota) for quota in quotas]
    return full


def _criteria(group: Any) -> list[Any]:  # noqa: ANN401 - plain values of a file
    own = group.get("criteria", []) if isinstance(group, dict) else []
    return own if isinstance(own, list) else []


def _with_common(group: Any, common: list[Any]) -> Any:  # noqa: ANN401 - plain values of a file
    if not common or not isinstance(group, dict):
        return group
    own = group.get("criteria", [])
    return {**group, "criteria": [*common, *own]} if isinstance(own, list) else group


def _with_limit(quota: Any) -> Any:  # noqa: ANN401 - plain values of a file
    if not isinstance(quota, dict):
        return quota
    maximum = quota.get("maximum")
    if maximum == UNLIMITED or ("maximum" not in quota and quota.get("form") in WITHOUT_NUMBER):
        return {**quota, "maximum": None}
    return quota


def _share(raw: RawPack, tables: dict[str, dict[str, Any]]) -> None:
    """Let every movement that says ``same_as`` take what it lacks; chains are followed."""
    codes = Counter(str(table.get("code")) for table in tables.values())
    files = {str(table.get("code")): name for name, table in tables.items()}
    wanted = {name: table.pop("same_as") for name, table in tables.items() if "same_as" in table}
    for name in wanted:
        at, seen = name, [name]
        while at in wanted:
            code = wanted[at]
            if not isinstance(code, str) or code not in files or codes[code] > 1:
                raw.fault(at, "same_as", f"trong gói không có đúng một phong trào mã “{code}”")
                return
            at = files[code]
            if at in seen:
                raw.fault(name, "same_as", "các phong trào lấy theo nhau thành vòng tròn")
                return
            seen.append(at)
        for taker, giver in reversed(list(pairwise(seen))):
            for family in SHARED:
                if family in tables[giver]:
                    tables[taker].setdefault(family, tables[giver][family])
    if sum(len(_criteria(g)) for t in tables.values() for g in _groups(t)) > MOST_CRITERIA:
        raw.fault(raw.file, "criteria", f"có hơn {MOST_CRITERIA} tiêu chí", "groups")


def _groups(table: dict[str, Any]) -> list[Any]:
    groups = table.get("groups", [])
    return groups if isinstance(groups, list) else []
