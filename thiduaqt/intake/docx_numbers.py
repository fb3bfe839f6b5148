"""Automatic numbers of a .docx file, counted as Word counts them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from thiduaqt.domain.lint.markers import roman
from thiduaqt.domain.text import clean
from thiduaqt.intake.docx_styles import Looks, W, child, value

_LEVELS = 9
_PLACE = re.compile(r"%([1-9])")
_HIGHEST = 9999


@dataclass(frozen=True, slots=True)
class _Level:
    start: int = 1
    form: str = "decimal"
    text: str = ""


class Numbers:
    """The lists of a document; :meth:`of` must be asked for each paragraph in order."""

    def __init__(self, numbering: Any) -> None:  # noqa: ANN401 - an XML element or None
        self._abstract: dict[str, dict[int, _Level]] = {}
        self._lists: dict[str, str] = {}
        self._starts: dict[tuple[str, int], int] = {}
        self._counts: dict[str, dict[int, int]] = {}
        self._begun: set[tuple[str, int]] = set()
        if numbering is None:
            return
        for item in numbering.findall(f"{W}abstractNum"):
            levels = {_index(level): _level(level) for level in item.findall(f"{W}lvl")}
            self._abstract[value(item, "abstractNumId")] = levels
        for item in numbering.findall(f"{W}num"):
            name = value(item, "numId")
            self._lists[name] = value(child(item, "abstractNumId"))
            for changed in item.findall(f"{W}lvlOverride"):
                start = child(changed, "startOverride")
                if start is not None:
                    self._starts[name, _index(changed)] = _whole(value(start), 1)

    def of(self, paragraph: Any, looks: Looks) -> str:  # noqa: ANN401 - an XML element
        """Return the number Word shows before a paragraph, counted on; an empty text for none."""
        name, index = self._list_of(paragraph, looks)
        levels = self._abstract.get(self._lists.get(name, ""), {})
        level = levels.get(index)
        if level is None or name == "0":
            return ""
        counts = self._counts.setdefault(self._lists[name], {})
        begins = (name, index) in self._starts and (name, index) not in self._begun
        if begins:
            counts[index] = self._starts[name, index]
            self._begun.add((name, index))
        else:
            counts[index] = min(counts.get(index, level.start - 1) + 1, _HIGHEST)
        for deeper in [key for key in counts if key > index]:
            del counts[deeper]
        if level.form == "bullet":
            return "-"
        return clean(
            _PLACE.sub(lambda found: _shown(int(found[1]) - 1, levels, counts), level.text)
        )

    def _list_of(self, paragraph: Any, looks: Looks) -> tuple[str, int]:  # noqa: ANN401
        """Return list and level of a paragraph, from itself or from its style."""
        own = child(child(paragraph, "pPr"), "numPr")
        sources = [own] if own is not None else []
        for style in looks.chain(looks.style_of(paragraph)):
            found = child(child(style, "pPr"), "numPr")
            if found is not None:
                sources.append(found)
        return _first(sources, "numId"), min(_whole(_first(sources, "ilvl"), 0), _LEVELS - 1)


def _first(sources: list[Any], name: str) -> str:
    """Return the first setting of that name, the nearest first."""
    return next((value(child(item, name)) for item in sources if child(item, name) is not None), "")


def _level(element: Any) -> _Level:  # noqa: ANN401 - an XML element
    return _Level(
        start=_whole(value(child(element, "start")), 1),
        form=value(child(element, "numFmt")) or "decimal",
        text=value(child(element, "lvlText"))[:40],
    )


def _index(element: Any) -> int:  # noqa: ANN401 - an XML element
    return min(_whole(value(element, "ilvl"), 0), _LEVELS - 1)


def _whole(text: str, other: int) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 5 else other


def _shown(index: int, levels: dict[int, _Level], counts: dict[int, int]) -> str:
    level = levels.get(index, _Level())
    count = counts.get(index, level.start)
    if level.form == "upperRoman":
        return roman(count) or str(count)
    if level.form == "lowerRoman":
        return roman(count).lower() or str(count)
    if level.form in ("lowerLetter", "upperLetter"):
        # Word counts a b c d e: the letters as they are shown, not as the decree wants them.
        letter = "abcdefghijklmnopqrstuvwxyz"[(count - 1) % 26]
        return letter.upper() if level.form == "upperLetter" else letter
    return "" if level.form == "none" else str(count)
