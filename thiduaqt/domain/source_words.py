"""Where a rule stands, in the words of tooltips and findings."""

from __future__ import annotations

from thiduaqt.domain.plan import Source

_TAG_WORDS = {"law": "Quy định", "plan": "Kế hoạch của xã", "suggestion": "Gợi ý"}


def source_words(source: Source) -> str:
    """Return a source as tooltips show it: "Quy định: NĐ 152/2025, Điều 4 khoản 4"."""
    doubt = " (cần kiểm tra)" if source.confidence == "R" else ""
    return f"{_TAG_WORDS[source.tag]}: {source.text}{doubt}"
