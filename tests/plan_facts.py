"""Facts of real plans, taken from their text by hand: what a printed plan must still say.

The facts lie in ``tests/data/plan_facts/<code>.toml``; its README tells the shape. ``missing`` asks
a text (the plan itself, or what we printed) for each of them, blind to what only looks different:
letter case, spaces, line breaks, kinds of dashes and quotation marks, "01/4/2025" against
"ngày 01 tháng 4 năm 2025", "UBND" against "Ủy ban nhân dân", hoá against hóa.
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).resolve().parent / "data" / "plan_facts"
PLANS = Path(__file__).resolve().parent / "data" / "plans"
CODES = ("dong_phu_2026", "bac_ninh_2025", "nghia_trung_2026", "cao_minh_2026", "nam_dong_2025")

# What each kind of fact says besides where it stands and how it is recognised.
KINDS: dict[str, dict[str, type]] = {
    "head": {"what": str},
    "documents": {"kind": str, "number": str, "date": str, "issuer": str},
    "dates": {"wording": str, "precision": str},
    "names": {"what": str},
    "purposes": {},
    "requirements": {},
    "contents": {},
    "groups": {"name": str, "points": int},
    "criteria": {"group": str},
    "targets": {"number": int, "operator": str, "value": str, "unit": str},
    "phases": {"start": str, "end": str},
    "rounds": {"occasion": str, "when": str},
    "awards": {"award": str, "by": str},
    "quotas": {"award": str, "occasion": str, "recipient": str, "maximum": int},
    "solutions": {},
    "units": {"name": str},
    "duties": {"unit": str},
    "routes": {"who": str, "to": str},
    "reports": {"who": str, "to": str, "when": str},
    "recipients": {},
    "signing": {"what": str},
}
COMMON = {"id": str, "place": str, "texts": list}
HOW = {"together": int, "same_line": bool, "after": str, "reach": int, "under": list}
PRECISIONS = {"day", "day_blank", "day_month", "month", "quarter", "year", "years", "recurring"}
OPERATORS = {"=", "≥", ">", "text"}
ACCIDENT = {"id": str, "place": str, "text": str, "why": str}
ACCIDENT_MAY = {"gone": list, "mended": list}
HEAD = {"code": str, "plan": str, "families": list}


class BadFacts(Exception):
    """A facts file is not of the agreed shape; the message names file, kind and key."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One thing the plan says.

    ``texts``: all must be found. ``together``: within so many characters of each other.
    ``same_line``: within one paragraph or table row, semicolons parting it. ``after``: at most
    ``reach`` characters behind these words (a heading). ``under``: of each family of the file
    (awards, occasions), the member named last before the text is this one.
    """

    kind: str
    id: str
    place: str
    texts: tuple[str, ...]
    together: int = 0
    same_line: bool = False
    after: str = ""
    reach: int = 3000
    under: tuple[str, ...] = ()
    data: Mapping[str, str | int] = field(default_factory=dict)

    def __str__(self) -> str:
        """Return kind, id and place."""
        return f"{self.kind} {self.id} ({self.place})"


@dataclass(frozen=True, slots=True, kw_only=True)
class Accident:
    """A slip of the plan's drafting: kept here, not to be printed again.

    ``text`` stands in the plan; none of ``gone`` may stand in ours, all of ``mended`` must.
    """

    id: str
    place: str
    text: str
    why: str
    gone: tuple[str, ...] = ()
    mended: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """All facts of one plan."""

    code: str
    plan: str
    families: tuple[tuple[str, ...], ...]
    facts: tuple[Fact, ...]
    accidents: tuple[Accident, ...]

    def of(self, kind: str) -> tuple[Fact, ...]:
        """Return the facts of one kind, in the order of the plan."""
        return tuple(fact for fact in self.facts if fact.kind == kind)


@dataclass(frozen=True, slots=True, kw_only=True)
class Missing:
    """A fact a text does not hold, and which of its words were not found where they belong."""

    fact: Fact
    texts: tuple[str, ...]

    def __str__(self) -> str:
        """Return the fact and the words looked for."""
        return f"{self.fact}: {', '.join(f'“{text}”' for text in self.texts)}"


# --- reading -----------------------------------------------------------------------------------


def facts(code: str) -> Facts:
    """Return the facts of a plan.

    Raises:
        BadFacts: The file is not of the agreed shape.
    """
    return read((FOLDER / f"{code}.toml").read_text(encoding="utf-8"), f"{code}.toml")


def plan_text(code: str) -> str:
    """Return the text of the plan the facts were taken from."""
    return (PLANS / f"{code}.txt").read_text(encoding="utf-8")


def read(source: str, name: str) -> Facts:
    """Return the facts in a TOML text called ``name``; raise BadFacts when one is misshapen."""
    raw = tomllib.loads(source)
    unknown = set(raw) - set(HEAD) - set(KINDS) - {"accidents"}
    if unknown:
        raise BadFacts(f"{name}: unknown key {sorted(unknown)}")
    _check(name, {key: raw[key] for key in HEAD if key in raw}, HEAD, {})
    families = tuple(tuple(family) for family in raw["families"])
    found = [_fact(name, kind, row) for kind in KINDS for row in raw.get(kind, [])]
    accidents = [_accident(name, row) for row in raw.get("accidents", [])]
    everything = Facts(
        code=raw["code"], plan=raw["plan"], families=families,
        facts=tuple(found), accidents=tuple(accidents),
    )  # fmt: skip
    _check_together(name, everything)
    return everything


def _fact(name: str, kind: str, row: dict[str, Any]) -> Fact:
    where = f"{name}: {kind} {row.get('id', '?')}"
    own = KINDS[kind]
    _check(where, row, COMMON | own, HOW)
    if not row["texts"]:
        raise BadFacts(f"{where}: texts is empty")
    how = {key: row[key] for key in HOW if key in row}
    if "under" in how:
        how["under"] = tuple(how["under"])
    return Fact(
        kind=kind, id=row["id"], place=row["place"], texts=tuple(row["texts"]),
        data={key: row[key] for key in own}, **how,
    )  # fmt: skip


def _accident(name: str, row: dict[str, Any]) -> Accident:
    _check(f"{name}: accidents {row.get('id', '?')}", row, ACCIDENT, ACCIDENT_MAY)
    lists = {key: tuple(row.get(key, ())) for key in ACCIDENT_MAY}
    return Accident(
        id=row["id"], place=row["place"], text=row["text"], why=row["why"],
        gone=lists["gone"], mended=lists["mended"],
    )  # fmt: skip


def _check(
    where: str, row: Mapping[str, Any], must: Mapping[str, type], may: Mapping[str, type]
) -> None:
    for key in must:
        if key not in row:
            raise BadFacts(f"{where}: {key} is missing")
    for key, value in row.items():
        kind = must.get(key) or may.get(key)
        if kind is None:
            raise BadFacts(f"{where}: unknown key {key}")
        if type(value) is not kind:
            raise BadFacts(f"{where}: {key} is not of type {kind.__name__}")
        if isinstance(value, list) and not all(isinstance(x, (str, list)) and x for x in value):
            raise BadFacts(f"{where}: {key} holds something empty or not a text")
        if isinstance(value, str) and unicodedata.normalize("NFC", value.strip()) != value:
            raise BadFacts(f"{where}: {key} has outer spaces or is not NFC")


def _check_together(name: str, everything: Facts) -> None:
    """Check what rows say about each other: ids, groups and their points, families, words."""
    ids = [fact.id for fact in everything.facts] + [slip.id for slip in everything.accidents]
    doubles = {x for x in ids if ids.count(x) > 1}
    if doubles:
        raise BadFacts(f"{name}: the same id twice: {sorted(doubles)}")
    points = {fact.id: fact.data["points"] for fact in everything.of("groups")}
    for group, count in points.items():
        rows = sum(fact.data["group"] == group for fact in everything.of("criteria"))
        if rows != count:
            raise BadFacts(f"{name}: groups {group}: {count} points told, {rows} criteria listed")
    members = {member for family in everything.families for member in family}
    closed: tuple[tuple[str, str, Collection[object]], ...] = (
        ("criteria", "group", points),
        ("duties", "unit", {fact.id for fact in everything.of("units")}),
        ("dates", "precision", PRECISIONS),
        ("targets", "operator", OPERATORS),
    )
    for fact in everything.facts:
        for kind, key, known in closed:
            if fact.kind == kind and fact.data[key] not in known:
                raise BadFacts(f"{name}: {fact}: unknown {key}")
        if not set(fact.under) <= members:
            raise BadFacts(f"{name}: {fact}: under names something outside the families")


# --- comparing ---------------------------------------------------------------------------------

_TONES = str.maketrans({"“": '"', "”": '"', "„": '"', "‟": '"', "«": '"', "»": '"', "’": "'"})
_OLD_TONES = (
    ("oá", "óa"), ("oà", "òa"), ("oả", "ỏa"), ("oã", "õa"), ("oạ", "ọa"),
    ("oé", "óe"), ("oè", "òe"), ("oẻ", "ỏe"), ("oẽ", "õe"), ("oẹ", "ọe"),
    ("uý", "úy"), ("uỳ", "ùy"), ("uỷ", "ủy"), ("uỹ", "ũy"), ("uỵ", "ụy"),
)  # fmt: skip
_REWRITES: tuple[tuple[str, str], ...] = (
    (r"[*#¹²³⁴⁵⁶⁷⁸⁹]", ""),  # marks of the text file, numbers of footnotes
    (r"_\{(\w+)\}", r" \1"),  # lowered letters
    (r"_{2,}", " "),  # rules drawn with a line of underscores
    (r"[‐‑‒–—−]", "-"),
    (r"[^\S\n]*\n\s*", "\n"),
    (r"[^\S\n]+", " "),
    (r"(?:^|(?<=\n))(?:[-+•] )+", ""),  # bullets
    (r"(?<=\S) ?-\s*", "-"),
    (r"(?:>=|⩾|≥)\s*", "≥ "),
    (r"(?<=\d)\s+%", "%"),
    (r"(?<![\d.])(\d+)\.(\d+)(?![\d.])", r"\1,\2"),
    (r"ngày[\s.…_]*tháng\s+0?(\d{1,2})\s+năm\s+(\d{4})", r"ngày ../\1/\2"),
    (r"(?<!\d)0?(\d{1,2})\s+tháng\s+0?(\d{1,2})\s+năm\s+(\d{4})", r"\1/\2/\3"),
    (r"(?<!\d)0?(\d{1,2})\s+tháng\s+0?(\d{1,2})(?!\d)", r"\1/\2"),
    (r"(?<![\d/])0?(\d{1,2})/0?(\d{1,2})/(\d{4})(?!\d)", r"\1/\2/\3"),
    (r"tháng\s+0?(\d{1,2})(?:\s+năm\s+|/)(\d{4})", r"tháng \1/\2"),
    (r"số:[\s.…_]*/", "số: ../"),
    (r"(\d{4})\s+(?:đến|tới)(?:\s+năm)?\s+(?=\d{4})", r"\1-"),
    (r"(?<![\w./,-])0(?=[1-9] (?:cờ|tập thể|cá nhân|hộ|giai đoạn|đợt)\b)", ""),
    (r"\bhàng(?=\s+năm\b)", "hằng"),
    (r"\bủy\s+ban\s+nhân\s+dân\b", "ubnd"),
    (r"\bhội\s+đồng\s+nhân\s+dân\b", "hđnd"),
    (r"\bmặt\s+trận\s+tổ\s+quốc(?:\s+việt\s+nam)?\b", "mttq"),
    (r"\b(?:ub|ủy\s+ban\s+)mttq(?:vn)?\b", "ủy ban mttq"),
    (r"\bub mttq\b", "ủy ban mttq"),
    (r"\bthi\s+đua-khen\s+thưởng\b", "tđkt"),
    (r"\bcông\s+nghệ\s+số\s+cộng\s+đồng\b", "cnscđ"),
)


def plain(text: str) -> str:
    """Return the text with everything taken out that only looks different.

    Lines stay apart; doing it twice changes nothing more.
    """
    text = unicodedata.normalize("NFC", text).translate(_TONES).casefold().strip()
    for old, new in _OLD_TONES:
        text = re.sub(rf"{old}(?!\w)", new, text)
    for pattern, by in _REWRITES:
        text = re.sub(pattern, by, text)
    return text


@cache
def _words(text: str) -> str:
    return plain(text).replace("\n", " ")


def spans_of(text: str, wanted: str) -> list[tuple[int, int]]:
    """Return where the words stand in a plain text, as whole words and whole numbers."""
    words, flat = _words(wanted), text.replace("\n", " ")
    found = []
    start = flat.find(words)
    while start >= 0:
        if _is_whole(flat, start, start + len(words)):
            found.append((start, start + len(words)))
        start = flat.find(words, start + 1)
    return found


def _is_whole(text: str, start: int, end: int) -> bool:
    """Tell whether no word and no number goes on across either end."""
    for edge, outside in (
        (start, text[max(0, start - 2) : start][::-1]),
        (end - 1, text[end : end + 2]),
    ):
        if text[edge].isalnum() and outside[:1].isalnum():
            return False
        if text[edge].isdigit() and outside[:1] in {".", ","} and outside[1:].isdigit():
            return False
    return True


def missing(wanted: Facts, printed_text: str) -> list[Missing]:
    """Return the facts a text does not hold, in the order of the facts.

    Args:
        wanted: The facts of the plan.
        printed_text: One paragraph or table row on each line.
    """
    text = plain(printed_text)
    lost = []
    for fact in wanted.facts:
        found = spots(wanted, fact, text)
        if any(not spans for spans in found.values()):
            lost.append(
                Missing(fact=fact, texts=tuple(t for t, spans in found.items() if not spans))
            )
    return lost


def accidents_left(wanted: Facts, printed_text: str) -> list[str]:
    """Return the slips of the plan that a printed plan repeats, or whose mending it lacks."""
    text = plain(printed_text)
    left = []
    for accident in wanted.accidents:
        left += [f"{accident.id}: still “{x}”" for x in accident.gone if spans_of(text, x)]
        left += [f"{accident.id}: no “{x}”" for x in accident.mended if not spans_of(text, x)]
    return left


def spots(wanted: Facts, fact: Fact, text: str) -> dict[str, list[tuple[int, int]]]:
    """Return for each text of a fact where it stands as the fact demands (``text`` is plain)."""
    found = {}
    for each in fact.texts:
        found[each] = [s for s in spans_of(text, each) if _belongs(wanted, fact, text, s)]
    if fact.together or fact.same_line:
        return _near_each_other(fact, text, found)
    return found


def _belongs(wanted: Facts, fact: Fact, text: str, span: tuple[int, int]) -> bool:
    start = span[0]
    if fact.after:
        heads = spans_of(text, fact.after)
        if not any(start - fact.reach <= head[0] and head[1] <= start for head in heads):
            return False
    for family in wanted.families:
        chosen = set(family) & set(fact.under)
        if chosen and _last_before(text, family, start) not in chosen:
            return False
    return True


def _last_before(text: str, family: tuple[str, ...], start: int) -> str:
    """Return the member of a family named last before a place."""
    ends = [
        (span[1], member)
        for member in family
        for span in spans_of(text, member)
        if span[1] <= start
    ]
    return max(ends, default=(0, ""))[1]


def _near_each_other(
    fact: Fact, text: str, found: dict[str, list[tuple[int, int]]]
) -> dict[str, list[tuple[int, int]]]:
    """Return the places of which every text has one in the same neighbourhood."""
    good: dict[str, list[tuple[int, int]]] = {each: [] for each in fact.texts}
    for low, high in _neighbourhoods(fact, text, found):
        inside = {
            each: [span for span in spans if low <= span[0] and span[1] <= high]
            for each, spans in found.items()
        }
        if all(inside.values()):
            for each, spans in inside.items():
                good[each] += [span for span in spans if span not in good[each]]
    return good


def _neighbourhoods(
    fact: Fact, text: str, found: dict[str, list[tuple[int, int]]]
) -> Iterator[tuple[int, int]]:
    if fact.same_line:
        for match in re.finditer(r"[^\n;]+", text):
            yield match.span()
        return
    for start, _ in {span for spans in found.values() for span in spans}:
        yield start, start + fact.together
