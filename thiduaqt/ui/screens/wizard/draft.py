"""The answers given so far; kept between starts until the data file is made."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from thiduaqt.domain.errors import UserError
from thiduaqt.domain.places import Commune
from thiduaqt.domain.plan import MovementPlan, Quota
from thiduaqt.domain.quota_table import QuotaLine, lines_of, with_maximum
from thiduaqt.domain.records import Office, Signer
from thiduaqt.domain.text import clean, fold
from thiduaqt.services import setup
from thiduaqt.services.papers import STANDING_SIGNER
from thiduaqt.ui.memory import Memory

FILE_ENDING = ".tdqdb"
_KEY = "wizard/answers"
STANDING_FORM = ("TRƯỞNG PHÒNG",)


@dataclass(slots=True, kw_only=True)
class Draft:
    """What has been answered; texts as typed.

    ``form`` is the code of who signs decisions by default, ``second`` tells whether the other one
    signs too. ``maxima`` holds changed quota cells by their key, "" for no number. ``page`` is
    the furthest page reached, counted from 0. ``followed`` and ``followed_word`` are place and word
    as they followed from the commune: only if they still stand do they follow another one.
    """

    commune: Commune | None = None
    place: str = ""
    village_word: str = ""
    standing_body: str = "Phòng Văn hóa - Xã hội"
    standing_symbol: str = "VHXH"
    form: str = setup.CHAIR
    second: bool = False
    names: dict[str, str] = field(default_factory=dict)
    pack: str = ""
    year: int = 0
    maxima: dict[str, str] = field(default_factory=dict)
    file: str = ""
    page: int = 0
    followed: str = ""
    followed_word: str = ""

    def take_commune(self, commune: Commune) -> None:
        """Choose a commune; what follows from it follows, unless it was typed already."""
        if self.place in ("", self.followed):
            self.place = commune.name
        if self.village_word in ("", self.followed_word):
            self.village_word = setup.village_word(commune.kind)
        self.followed, self.followed_word = commune.name, setup.village_word(commune.kind)
        self.commune = commune

    def take_pack(self, code: str) -> None:
        """Choose a movement pack; numbers changed in another one go with it."""
        if code != self.pack:
            self.pack, self.maxima = code, {}

    @property
    def plan(self) -> MovementPlan:
        """What the chosen pack says of its first movement."""
        return setup.pack(self.pack).movements[0]

    @property
    def quotas(self) -> tuple[Quota, ...]:
        """The quotas of the pack with the numbers that were changed."""
        quotas = self.plan.quotas
        for line in lines_of(self.plan):
            for kind in ("collective", "household", "individual"):
                typed = self.maxima.get(line.key(kind))
                if typed is not None:
                    number = int(typed) if typed else None
                    quotas = with_maximum(quotas, line, kind, number)
        return quotas

    @property
    def quota_lines(self) -> tuple[QuotaLine, ...]:
        """The table of quotas as it stands."""
        return lines_of(self.plan, self.quotas)

    @property
    def other_form(self) -> str:
        """The code of the other signing form."""
        return setup.DEPUTY if self.form == setup.CHAIR else setup.CHAIR

    @property
    def signers(self) -> tuple[Signer, ...]:
        """The signers, the default one first, the head of the standing body last."""
        codes = [self.form, self.other_form] if self.second else [self.form]
        own = [
            Signer(code=code, form=setup.SIGNING_FORMS[code], name=clean(self.names.get(code, "")))
            for code in codes
        ]
        head = clean(self.names.get(STANDING_SIGNER, ""))
        if head:
            own.append(Signer(code=STANDING_SIGNER, form=STANDING_FORM, name=head))
        return tuple(own)

    def office(self) -> Office:
        """Return the office as documents will show it."""
        commune = self.commune
        if commune is None:
            return Office(id="", commune_name="…")
        return Office(
            id="",
            kind=commune.kind,
            commune_code=commune.code,
            commune_name=commune.name,
            province=commune.province,
            province_kind=commune.province_kind,
            place=clean(self.place) or commune.name,
            village_word=clean(self.village_word),
            standing_body=clean(self.standing_body),
            standing_symbol=clean(self.standing_symbol),
            signers=self.signers,
        )

    def answers(self) -> setup.Answers:
        """Return the finished answers. A commune must have been chosen."""
        assert self.commune is not None
        return setup.Answers(
            commune=self.commune,
            place=self.place,
            village_word=self.village_word or setup.village_word(self.commune.kind),
            signers=self.signers,
            pack=self.pack,
            year=self.year,
            standing_body=self.standing_body,
            standing_symbol=self.standing_symbol,
            quotas=self.quotas,
        )

    def proposed_file(self, folder: Path) -> Path:
        """Return where the data file will lie: the place typed, else one named for the commune."""
        if self.file:
            return Path(self.file)
        name = fold(self.commune.name).replace(" ", "") if self.commune else "dulieu"
        name = "".join(sign for sign in name if sign.isalnum()) or "dulieu"
        path = folder / f"{name}{FILE_ENDING}"
        number = 2
        while path.exists():
            path = folder / f"{name}-{number}{FILE_ENDING}"
            number += 1
        return path


def keep(memory: Memory, draft: Draft) -> None:
    """Keep the answers for the next start."""
    memory.put(_KEY, asdict(draft))


def forget(memory: Memory) -> None:
    """Forget the answers: they are in the data file now."""
    memory.put(_KEY, None)


def kept(memory: Memory) -> Draft | None:
    """Return the answers of last time; None where there are none that can be read."""
    told: Any = memory.get(_KEY)
    if not isinstance(told, dict):
        return None
    try:
        commune = Commune(**told["commune"]) if told.get("commune") else None
        draft = Draft(**{**told, "commune": commune})
        if draft.pack:
            setup.pack(draft.pack)
            _ = draft.quotas
    except (KeyError, TypeError, ValueError, UserError):
        return None
    return draft
