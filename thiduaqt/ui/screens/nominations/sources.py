"""Where a rule comes from, as words and as the tag that shows it."""

from __future__ import annotations

from thiduaqt.domain.plan import Source
from thiduaqt.domain.source_words import source_words as in_words
from thiduaqt.ui.widgets.labels import SourceKind, SourceTag

_KINDS: dict[str, SourceKind] = {
    "Quy định": "law",
    "Kế hoạch của xã": "plan",
    "Gợi ý": "hint",
}


def source_words(source: Source) -> str:
    """Return a source in words, "" where none is named."""
    return in_words(source) if source.text else ""


def tag_of(words: str) -> SourceTag | None:
    """Return the tag for a finding's source ("Quy định: NĐ 152/2025, Điều 4"), if it has one."""
    name, _, where = words.partition(": ")
    kind = _KINDS.get(name)
    if kind is None:
        return None
    tag = SourceTag(kind)
    tag.setToolTip(words)
    tag.setAccessibleDescription(where)
    return tag
