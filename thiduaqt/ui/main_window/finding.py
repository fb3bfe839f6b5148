"""What the palette finds: screens, commands, movements, people, units, decisions, awards."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtGui import QAction, QKeySequence

from thiduaqt.domain.errors import UserError
from thiduaqt.domain.text import fold, matches
from thiduaqt.services import decisions, movements, nominations, register, registers
from thiduaqt.ui.i18n import translate
from thiduaqt.ui.screen import ScreenContext, ScreenSpec

_EACH = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """One line of the palette. ``key`` is what the search looks at."""

    group: str
    title: str
    detail: str
    icon: str
    go: Callable[[], object]
    key: str


def _hit(group: str, title: str, detail: str, icon: str, go: Callable[[], object]) -> Hit:
    key = fold(f"{title} {detail}")
    return Hit(group=group, title=title, detail=detail, icon=icon, go=go, key=key)


def of_screens(specs: Sequence[ScreenSpec], go: Callable[[str], object]) -> list[Hit]:
    """Return the screens."""
    group = translate("Palette", "Màn hình")
    return [
        _hit(group, translate("screens", spec.title), "", spec.icon, partial(go, spec.key))
        for spec in specs
    ]


def of_actions(actions: Iterable[QAction]) -> list[Hit]:
    """Return the commands of menus that can be run now."""
    group = translate("Palette", "Lệnh")
    hits: list[Hit] = []
    for action in actions:
        if action.isEnabled() and action.text() and action.menu() is None:
            text = action.text().replace("&&", "\0").replace("&", "").replace("\0", "&")
            keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            hits.append(_hit(group, text, keys, "keyboard", action.trigger))
    return hits


def of_data(context: ScreenContext) -> list[Hit]:
    """Return movements, people, units, decisions and awards, each with the way to its screen."""
    hits: list[Hit] = []
    for collect in (_movements, _nominations, _awards, _decisions, _units):
        try:
            hits += collect(context)
        except UserError:  # nothing set up yet: nothing to find
            continue
    return hits


def _movements(context: ScreenContext) -> list[Hit]:
    group = translate("Palette", "Phong trào")
    return [
        _hit(
            group,
            one.short_name or one.title,
            one.title if one.short_name else "",
            "flag-3",
            partial(context.navigate, "movements", movement_id=one.id),
        )
        for one in movements.listing(context.session)
    ]


def _nominations(context: ScreenContext) -> list[Hit]:
    if not context.round_id:
        return []
    group = translate("Palette", "Hồ sơ đề nghị")
    return [
        _hit(
            group,
            row.name,
            " · ".join(part for part in (row.post, row.unit_name) if part),
            "file-text",
            partial(context.navigate, "nominations", row_id=row.id),
        )
        for row in nominations.listing(context.session, context.round_id)
    ]


def _awards(context: ScreenContext) -> list[Hit]:
    group = translate("Palette", "Sổ khen thưởng")
    return [
        _hit(
            group,
            row.name,
            f"{row.decision_number} · {row.ordinal}",
            "award",
            partial(context.navigate, "decisions", award_id=row.id),
        )
        for row in register.listing(context.session)
    ]


def _decisions(context: ScreenContext) -> list[Hit]:
    group = translate("Palette", "Quyết định")
    return [
        _hit(
            group,
            item.number or translate("Palette", "Dự thảo quyết định"),
            item.abstract,
            "gavel",
            partial(context.navigate, "decisions", decision_id=item.id),
        )
        for item in decisions.listing(context.session)
    ]


def _units(context: ScreenContext) -> list[Hit]:
    group = translate("Palette", "Đơn vị")
    return [
        _hit(
            group,
            row.name,
            "",
            "users-group",
            partial(context.navigate, "units", unit=row.id),
        )
        for row in registers.unit_rows(context.session)
    ]


def ranked(hits: Sequence[Hit], typed: str) -> list[Hit]:
    """Return the hits for ``typed``, each group together, exact spelling before folded."""
    query = fold(typed)
    found = [hit for hit in hits if matches(query, hit.key)] if query else list(hits)
    lowered = typed.strip().lower()
    groups: dict[str, list[Hit]] = {}
    for hit in found:
        groups.setdefault(hit.group, []).append(hit)

    def rank(hit: Hit) -> tuple[bool, bool]:
        exact = lowered in f"{hit.title} {hit.detail}".lower()
        return (not exact, not hit.key.startswith(query))

    return [hit for group in groups.values() for hit in sorted(group, key=rank)[:_EACH]]
