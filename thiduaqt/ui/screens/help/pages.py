"""The pages of the help: the manual, the page about the program, the licences that ship."""

from __future__ import annotations

import re
from dataclasses import dataclass

import thiduaqt
from thiduaqt import paths
from thiduaqt.domain.text import fold_word
from thiduaqt.ui.i18n import translate

MANUAL, ABOUT = "manual", "about"
_FILES = {MANUAL: "help/huong-dan.md", ABOUT: "help/gioi-thieu.md"}
LICENCES = {"chu": "fonts/OFL.txt", "bieu-tuong": "icons/LICENSE.txt"}
"""Licence texts that lie beside the program, by the name their link has: ``giay-phep:chu``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One page as Markdown."""

    key: str
    text: str


def page(key: str) -> Page:
    """Return the page ``key``: the manual, the page about us, or one of the licences."""
    file = paths.resources() / (_FILES.get(key) or LICENCES[key])
    text = file.read_text(encoding="utf-8")
    if key in LICENCES:
        back = translate("HelpScreen", "Quay lại Giới thiệu")
        text = f"[{back}](trang:{ABOUT})\n\n```\n{text}\n```\n"
    return Page(key=key, text=text.replace("{version}", thiduaqt.__version__))


@dataclass(frozen=True, slots=True)
class Hit:
    """Where a word stands in a line: first sign and number of signs, as Qt counts them."""

    start: int
    length: int


def hits(query: str, line: str) -> list[Hit]:
    """Return where the words of ``query`` stand in ``line``, marks and case left aside."""
    signs: list[tuple[str, int]] = []
    for place, sign in enumerate(line):
        signs += [(bare, place) for bare in fold_word(sign)]
    folded = "".join(bare for bare, _place in signs)
    found = []
    for word in {fold_word(word) for word in query.split()}:
        for match in re.finditer(re.escape(word), folded):
            first, last = signs[match.start()][1], signs[match.end() - 1][1]
            found.append(Hit(first, last - first + 1))
    return sorted(found, key=lambda hit: hit.start)
