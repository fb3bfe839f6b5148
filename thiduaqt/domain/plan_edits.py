"""Edits of what a plan says: pure steps from one set of rules or one document to the next."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any, TypeVar

from thiduaqt.domain.plan import MovementPlan, PlanDocument
from thiduaqt.domain.records import Office, Plan
from thiduaqt.domain.text import fold

Holder = TypeVar("Holder", MovementPlan, PlanDocument, Plan)
_NO_WORD = re.compile(r"[^a-z0-9]+")
_CODE_LENGTH = 40
_FOR_COMMITTEE = "TM. ỦY BAN NHÂN DÂN"


def with_values(holder: Holder, values: Mapping[str, Any]) -> Holder:
    """Return rules or document with some of their own fields changed."""
    return replace(holder, **values)


# -- lists: phases, rounds, milestones, routes, papers, bases, responsibilities … ------------------


def with_added(holder: Holder, part: str, items: Iterable[Any]) -> Holder:
    """Return the holder with ``items`` at the end of its list ``part``."""
    return _with_list(holder, part, (*_list(holder, part), *items))


def with_changed(holder: Holder, part: str, changes: Mapping[int, Mapping[str, Any]]) -> Holder:
    """Return the holder with fields of some items of ``part`` changed, by their places from 0.

    A place that is gone meanwhile is left out.
    """
    items = [
        replace(item, **changes[place]) if place in changes else item
        for place, item in enumerate(_list(holder, part))
    ]
    return _with_list(holder, part, items)


def without(holder: Holder, part: str, places: Iterable[int]) -> Holder:
    """Return the holder without the items of ``part`` at ``places``."""
    gone = frozenset(places)
    kept = (item for place, item in enumerate(_list(holder, part)) if place not in gone)
    return _with_list(holder, part, kept)


def with_moved(holder: Holder, part: str, place: int, step: int) -> Holder:
    """Return the holder with one item of ``part`` moved by ``step`` places; ends are ends."""
    items = list(_list(holder, part))
    if not 0 <= place < len(items):
        return holder
    target = min(max(place + step, 0), len(items) - 1)
    items.insert(target, items.pop(place))
    return _with_list(holder, part, items)


def _list(holder: MovementPlan | PlanDocument | Plan, part: str) -> tuple[Any, ...]:
    found: tuple[Any, ...] = getattr(holder, part)
    return found


def _with_list(holder: Holder, part: str, items: Iterable[Any]) -> Holder:
    values: dict[str, Any] = {part: tuple(items)}
    return replace(holder, **values)


def fresh_code(name: str, taken: Iterable[str], *, prefix: str = "muc") -> str:
    """Return a code no item of ``taken`` has, made of the words of ``name`` without marks."""
    known = set(taken)
    stem = _NO_WORD.sub("_", fold(name)).strip("_")[:_CODE_LENGTH].rstrip("_") or prefix
    if stem not in known:
        return stem
    number = 2
    while f"{stem}_{number}" in known:
        number += 1
    return f"{stem}_{number}"


# -- the document ----------------------------------------------------------------------------------


def signed_as(kind: str, form: tuple[str, ...]) -> tuple[str, ...]:
    """Return the lines above the name of whoever signs a document of ``kind``: "KH", "QĐ" …

    A plan is signed for the committee (Decree 30/2020, article 13); a decision of the Chair is not.
    ``form`` is how that person signs decisions; nothing stays nothing.
    """
    if not form or kind == "QĐ" or form[0].startswith("TM."):
        return form
    return (_FOR_COMMITTEE, *form)


def with_office(document: PlanDocument, office: Office) -> PlanDocument:
    """Return a document with the letterhead, place and first signer of our own office.

    Its number and date are taken away: they were those of whoever wrote the plan.
    """
    signer = office.signers[0] if office.signers else None
    return replace(
        document,
        number="",
        date="",
        symbol=document.symbol or "KH-UBND",
        place=office.place,
        commune=office.commune,
        province=f"{office.province_kind} {office.province}",
        issuers=(office.committee,),
        superior=office.superior,
        distribution=document.distribution or office.distribution,
        signer_form=signed_as(document.kind, signer.form if signer else ()),
        signer_name=signer.name if signer else "",
    )
