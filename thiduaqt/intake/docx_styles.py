"""How the paragraphs and runs of a .docx file are set: direct settings, styles, defaults."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from thiduaqt.domain.lint.text import Style

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MOST_ANCESTORS = 12
_ALIGN = {"left": "left", "start": "left", "center": "center", "right": "right", "end": "right"}
_ALIGN |= {"both": "justify", "distribute": "justify"}
_OFF = ("0", "false", "off", "none")


def child(element: Any, name: str) -> Any:  # noqa: ANN401 - an XML element or None
    """Return the child of that name, or None."""
    return None if element is None else element.find(f"{W}{name}")


def value(element: Any, name: str = "val") -> str:  # noqa: ANN401 - an XML element or None
    """Return an attribute of the Word namespace, or an empty text."""
    return "" if element is None else str(element.get(f"{W}{name}", ""))


@dataclass(frozen=True, slots=True)
class RunLook:
    """Font, size in points, bold and italic of letters; None where nothing is said."""

    font: str = ""
    size: float = 0
    bold: bool | None = None
    italic: bool | None = None

    def under(self, upper: RunLook) -> RunLook:
        """Return these settings with what ``upper`` says on top."""
        return RunLook(
            font=upper.font or self.font,
            size=upper.size or self.size,
            bold=self.bold if upper.bold is None else upper.bold,
            italic=self.italic if upper.italic is None else upper.italic,
        )


class Looks:
    """The styles of a document by their id."""

    def __init__(self, styles: Any) -> None:  # noqa: ANN401 - an XML element or None
        self._styles: dict[str, Any] = {}
        self._normal = ""
        for style in [] if styles is None else styles.findall(f"{W}style"):
            name = value(style, "styleId")
            self._styles[name] = style
            if value(style, "type") == "paragraph" and value(style, "default") not in ("", *_OFF):
                self._normal = name
        defaults = None if styles is None else styles.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")
        self._defaults = RunLook(font="Times New Roman", size=10).under(_look(defaults))
        self._made: dict[str, RunLook] = {}

    def chain(self, name: str) -> list[Any]:
        """Return a style and those it is based on, itself first."""
        found: list[Any] = []
        while name in self._styles and len(found) < _MOST_ANCESTORS:
            style = self._styles[name]
            found.append(style)
            name = value(child(style, "basedOn"))
        return found

    def style_of(self, paragraph: Any) -> str:  # noqa: ANN401 - an XML element
        """Return the id of a paragraph's style; the document's usual one where none is set."""
        return value(child(child(paragraph, "pPr"), "pStyle")) or self._normal

    def of(self, paragraph: Any) -> Style:  # noqa: ANN401 - an XML element
        """Return how a paragraph is set; letters as most of its runs have them."""
        lengths: dict[RunLook, int] = {}
        base = self.base(paragraph)
        for run in paragraph.iter(f"{W}r"):
            length = sum(len(text.text or "") for text in run.findall(f"{W}t"))
            if length:
                look = self.run(base, run)
                lengths[look] = lengths.get(look, 0) + length
        usual = max(lengths, key=lambda look: lengths[look]) if lengths else base
        return Style(
            font=usual.font,
            size=usual.size,
            bold=bool(usual.bold),
            italic=bool(usual.italic),
            align=self._align(paragraph),
        )

    def run(self, base: RunLook, run: Any) -> RunLook:  # noqa: ANN401 - an XML element
        """Return how the letters of a run are set; ``base`` is what its paragraph says."""
        properties = child(run, "rPr")
        look = base
        for style in reversed(self.chain(value(child(properties, "rStyle")))):
            look = look.under(_look(child(style, "rPr")))
        return look.under(_look(properties))

    def base(self, paragraph: Any) -> RunLook:  # noqa: ANN401 - an XML element
        """Return how the letters of a paragraph are set where its runs say nothing."""
        name = self.style_of(paragraph)
        if name not in self._made:
            look = self._defaults
            for style in reversed(self.chain(name)):
                look = look.under(_look(child(style, "rPr")))
            self._made[name] = look
        return self._made[name]

    def _align(self, paragraph: Any) -> Any:  # noqa: ANN401 - XML element in, literal out
        own = value(child(child(paragraph, "pPr"), "jc"))
        if not own:
            chain = self.chain(self.style_of(paragraph))
            found = (value(child(child(style, "pPr"), "jc")) for style in chain)
            own = next((align for align in found if align), "")
        return _ALIGN.get(own, "left")


def _look(properties: Any) -> RunLook:  # noqa: ANN401 - an XML element or None
    if properties is None:
        return RunLook()
    fonts = child(properties, "rFonts")
    look = RunLook(font=value(fonts, "ascii") or value(fonts, "hAnsi"), size=_points(properties))
    return replace(look, bold=_flag(properties, "b"), italic=_flag(properties, "i"))


def _points(properties: Any) -> float:  # noqa: ANN401 - an XML element
    text = value(child(properties, "sz"))
    return int(text) / 2 if text.isascii() and text.isdigit() and len(text) < 5 else 0


def _flag(properties: Any, name: str) -> bool | None:  # noqa: ANN401 - an XML element
    element = child(properties, name)
    return None if element is None else value(element) not in _OFF
