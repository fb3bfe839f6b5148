"""The table of communes: read once, when first asked, and searched by what is typed."""

from __future__ import annotations

import csv
from bisect import bisect_left
from functools import lru_cache
from heapq import nsmallest
from typing import TYPE_CHECKING

from thiduaqt import paths
from thiduaqt.domain.errors import NotFound
from thiduaqt.domain.places import (
    Commune,
    Entry,
    Match,
    Province,
    Word,
    bare_name,
    fit,
    query_words,
    same_place,
)
from thiduaqt.domain.text import fold, sort_key

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["Commune", "Match", "Province", "communes", "find", "provinces", "search"]

COMMUNE_KINDS = ("xã", "phường", "đặc khu")
PROVINCE_KINDS = ("tỉnh", "thành phố")


class _Index:
    """All communes with a sorted list of their words, so that a beginning finds its owners."""

    def __init__(self, entries: tuple[Entry, ...]) -> None:
        self.entries = entries
        owners: dict[str, set[int]] = {}
        for number, entry in enumerate(entries):
            for key in entry.search_keys():
                owners.setdefault(key, set()).add(number)
        self._keys = sorted(owners)
        self._owners = [owners[key] for key in self._keys]

    def owners_of(self, beginning: str) -> set[int]:
        """Return the numbers of the entries with a word that begins like that."""
        first = bisect_left(self._keys, beginning)
        last = bisect_left(self._keys, beginning + "\uffff")
        return set().union(*self._owners[first:last])


def search(query: str, limit: int = 12) -> tuple[Match, ...]:
    """Return the communes that fit what was typed, the best first, at most ``limit``.

    Marks may be left out, words may stand in any order and be unfinished, and may belong to
    the name, its kind or the province; the five-digit code works too.
    """
    words = query_words(query)
    if not words or limit < 1:
        return ()
    index = _index()
    numbers = set.intersection(*(index.owners_of(word.key) for word in words))
    return _best((index.entries[number] for number in numbers), words, limit)


def find(name: str, province: str) -> Commune:
    """Return the commune of that name ("Cao Minh", "xã Cao Minh") in that province.

    Names that differ only in marks are told apart by them; without marks the name must be the
    only one. Raises :class:`NotFound`, naming what is near.
    """
    kind, bare = bare_name(name, COMMUNE_KINDS)
    _, bare_province = bare_name(province, PROVINCE_KINDS)
    entries = [
        entry
        for entry in _index().entries
        if kind in ("", entry.commune.kind)
        and fold(entry.commune.name) == fold(bare)
        and fold(entry.commune.province) == fold(bare_province)
    ]
    exact = [entry for entry in entries if same_place(entry.commune.name, bare)]
    chosen = exact or entries
    if len(chosen) != 1:
        raise _not_found(name, province, chosen)
    return chosen[0].commune


def communes() -> tuple[Commune, ...]:
    """Return all communes in the order of their codes."""
    return tuple(entry.commune for entry in _index().entries)


@lru_cache(maxsize=1)
def provinces() -> tuple[Province, ...]:
    """Return the provinces and cities in Vietnamese order."""
    found = {
        commune.province_code: Province(
            code=commune.province_code, kind=commune.province_kind, name=commune.province
        )
        for commune in communes()
    }
    return tuple(sorted(found.values(), key=lambda province: sort_key(province.name)))


@lru_cache(maxsize=1)
def _index() -> _Index:
    path = paths.resources() / "catalog" / "communes.tsv"
    with path.open(encoding="utf-8", newline="") as lines:
        rows = csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
        entries = tuple(
            Entry(
                Commune(
                    code=row["commune_code"],
                    kind=row["kind"],
                    name=row["name"],
                    province_code=row["province_code"],
                    province_kind=row["province_kind"],
                    province=row["province"],
                )
            )
            for row in rows
        )
    return _Index(entries)


def _best(entries: Iterable[Entry], words: tuple[Word, ...], limit: int) -> tuple[Match, ...]:
    found = [fitted for entry in entries if (fitted := fit(entry, words)) is not None]
    if len(found) > limit:
        # Vietnamese order is costly to work out, so only ranks that can still win pay for it.
        worst = nsmallest(limit, (fitted.rank for fitted in found))[-1]
        found = [fitted for fitted in found if fitted.rank <= worst]
    best = nsmallest(limit, found, key=lambda fitted: (fitted.rank, fitted.entry.order))
    return tuple(fitted.match() for fitted in best)


def _not_found(name: str, province: str, near: list[Entry]) -> NotFound:
    if near:
        named = ", ".join(entry.commune.full_name for entry in near)
        return NotFound(
            f"Có nhiều đơn vị tên “{name}” ở {province}: {named}.",
            todo="Gõ tên có dấu, kèm xã, phường hoặc đặc khu.",
        )
    close = ", ".join(match.commune.display for match in search(name, 3))
    return NotFound(
        f"Không thấy đơn vị “{name}” ở {province}.",
        todo=f"Gần giống: {close}." if close else "Xem lại tên xã và tên tỉnh.",
    )
