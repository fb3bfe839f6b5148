"""The blank score sheet of a group on paper ("Phiếu chấm điểm"): its tree, line by line."""

from __future__ import annotations

from dataclasses import dataclass

from thiduaqt.domain.papers import Letterhead
from thiduaqt.domain.plan import ScorerRole, Section, SubjectGroup
from thiduaqt.domain.plan_text.score_words import rule_words, section_words
from thiduaqt.domain.scoring.structure import (
    Ceiling,
    Node,
    Shape,
    has_points,
    is_scored,
    most_of,
    titles,
)
from thiduaqt.domain.scoring.words import plain, threshold_words
from thiduaqt.domain.wording import roman

# Who scores where the plan does not say: those of most score sheets of communes.
USUAL_SCORERS: tuple[ScorerRole, ...] = ("self", "officer", "council")
_COLUMN_WORDS: dict[ScorerRole, str] = {
    "self": "Tự chấm",
    "cluster": "Cụm, khối chấm",
    "officer": "Xã chấm",
    "council": "Hội đồng",
    "outside": "Cơ quan khác",
}
_SIGNER_WORDS: dict[ScorerRole, str] = {
    "self": "ĐẠI DIỆN BÊN TỰ CHẤM",
    "cluster": "TRƯỞNG CỤM, KHỐI",
    "officer": "NGƯỜI CHẤM CỦA XÃ",
    "council": "TM. HỘI ĐỒNG",
    "outside": "ĐẠI DIỆN CƠ QUAN CHẤM",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoreLine:
    """One line: number, title and rule of a node, the most it gives. A section is a heading.

    ``fillable`` tells whether somebody writes a result behind it.
    """

    number: str
    title: str
    rule: str
    points: str
    depth: int
    section: bool

    @property
    def fillable(self) -> bool:
        """Only items are scored; sections follow from them."""
        return not self.section


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoreSheetPaper:
    """The sheet for print. ``columns`` are those who score, ``signers`` their lines for a name.

    ``subject`` is the label for whom the sheet is about ("Đơn vị, tập thể"); ``scored`` tells
    whether the group has points at all; without them the sheet is a checklist.
    """

    letterhead: Letterhead
    title: str
    about: str
    group: str
    subject: str
    columns: tuple[str, ...]
    signers: tuple[str, ...]
    lines: tuple[ScoreLine, ...]
    total: str
    scored: bool
    notes: tuple[str, ...] = ()
    mark: str = ""


def scorers_of(group: SubjectGroup) -> tuple[ScorerRole, ...]:
    """Return who scores a group in turn, each once: as the plan says, else the usual three."""
    named = tuple(dict.fromkeys(scorer.role for scorer in group.scorers))
    return named or USUAL_SCORERS


def columns_of(group: SubjectGroup) -> tuple[str, ...]:
    """Return the headings of the columns for results."""
    return tuple(_COLUMN_WORDS[role] for role in scorers_of(group))


def signers_of(group: SubjectGroup) -> tuple[str, ...]:
    """Return what stands above the names of those who score."""
    return tuple(_SIGNER_WORDS[role] for role in scorers_of(group))


def lines_of(group: SubjectGroup) -> tuple[ScoreLine, ...]:
    """Return the tree of a group in the order it reads: I, II for its parts, 1, 2, 2.1 inside."""
    shape = Shape(group)
    return tuple(_lines(shape, "", 0, ""))


def _lines(shape: Shape, code: str, depth: int, above: str) -> list[ScoreLine]:
    found: list[ScoreLine] = []
    parts = 0
    for place, node in enumerate(shape.children(code), start=1):
        section = isinstance(node, Section)
        top = section and depth == 0
        parts += top
        # Inside a part items and smaller parts count on together: no number is there twice.
        number = roman(parts) if top else f"{above}{place}"
        found.append(
            ScoreLine(
                number=number,
                title=node.title,
                rule=_rule(node),
                points=_points(shape, node),
                depth=depth,
                section=section,
            )
        )
        if section:
            found += _lines(shape, node.code, depth + 1, "" if top else f"{number}.")
    return found


def _rule(node: Node) -> str:
    if isinstance(node, Section):
        return section_words(node)
    return "; ".join(part for part in (node.detail, rule_words(node)) if part)


def _points(shape: Shape, node: Node) -> str:
    if isinstance(node, Section):
        return _ceiling(shape.ceiling(node.code))
    if not is_scored(node):
        return ""
    signs = {"bonus": "+", "penalty": "−"}
    return f"{signs.get(node.kind, '')}{plain(most_of(node))}"


def _ceiling(given: Ceiling) -> str:
    parts = [plain(given.base)] if given.base else []
    parts += [f"+{plain(given.bonus)}"] if given.bonus else []
    parts += [f"−{plain(abs(given.least))}"] if given.least else []
    return " ".join(parts)


def total_of(group: SubjectGroup) -> str:
    """Return what the whole sheet gives at most, empty for a checklist."""
    return _ceiling(Shape(group).ceiling()) if has_points(group) else ""


def conditions_of(group: SubjectGroup, awards: dict[str, str]) -> tuple[str, ...]:
    """Return what opens each award, in words; ``awards`` are their names by code."""
    names = dict(titles(group))
    said = (
        (awards.get(one.award, one.award), threshold_words(one, names)) for one in group.thresholds
    )
    return tuple(f"{award}: {words}." for award, words in said if words)
