"""Registrations on paper: a sheet to sign for each, and the list of all; facts only."""

from __future__ import annotations

from dataclasses import dataclass

from thiduaqt.domain.papers import Letterhead, SigningBlock


@dataclass(frozen=True, slots=True, kw_only=True)
class PromiseLine:
    """One commitment: what, and how much of it."""

    text: str
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RegistrationSheet:
    """What one registrant signs. ``label`` is what its name stands behind ("Tên đơn vị").

    ``belongs`` names the unit of a person, team or household, ``intro`` opens the text. ``day``
    is the date in words or with the day left open. Empty ``content`` and ``promises`` are left to
    be filled in by hand.
    """

    label: str
    name: str
    belongs: str
    intro: str
    content: tuple[str, ...]
    promises: tuple[PromiseLine, ...]
    day: str
    signing: SigningBlock


@dataclass(frozen=True, slots=True, kw_only=True)
class RegistrationForms:
    """Sheets to sign. ``office`` signs beside the registrant where both do, None elsewhere.

    ``addressee`` receives a registration that only the registrant signs.
    """

    title: str
    about: str
    place: str
    addressee: str
    author: str
    sheets: tuple[RegistrationSheet, ...]
    office: SigningBlock | None
    mark: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RegistrationListLine:
    """One line of the list, in words."""

    ordinal: int
    name: str
    promised: str
    day: str
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RegistrationListPaper:
    """The list of those who registered; ``summary`` counts them and those who did not."""

    letterhead: Letterhead
    title: str
    about: str
    lines: tuple[RegistrationListLine, ...]
    summary: tuple[str, ...]
    signing: SigningBlock
    mark: str = ""
