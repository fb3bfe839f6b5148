"""A quota in the few words a cell has room for."""

from __future__ import annotations

from thiduaqt.domain.plan import RECIPIENT_WORDS, Quota, QuotaBase
from thiduaqt.domain.quota import PER_WORDS

NOT_NAMED = "không nêu"
_BASE_WORDS: dict[QuotaBase, str] = {
    "": "",
    "typed": "của số gốc",
    "nominated": "số đề nghị",
    "registered": "số đăng ký",
    "units": "số đơn vị",
    "workforce": "số lao động",
    "households": "số hộ",
}


def short_words(quota: Quota) -> str:
    """Return a quota as a cell shows it: "5", "2–5", "20% số đề nghị", "2 mỗi khối, cụm"."""
    text = _number_words(quota)
    if quota.form in ("unlimited", "own") or text == NOT_NAMED:
        return text
    if quota.form == "shared":
        others = [RECIPIENT_WORDS[kind] for kind in quota.kinds if kind != quota.recipient_kind]
        text = f"{text} (chung với {', '.join(others)})" if others else text
    if quota.per:
        text = f"{text} mỗi {PER_WORDS[quota.per]}"
    narrowed = ", ".join(part for part in (quota.block, quota.group, quota.league) if part)
    text = f"{narrowed}: {text}" if narrowed else text
    return f"+{text}" if quota.on_top else text


def _number_words(quota: Quota) -> str:
    if quota.form == "unlimited":
        return "không giới hạn"
    if quota.form == "own":
        return "đơn vị quy định"
    if quota.form == "percent":
        if quota.percent is None:
            return NOT_NAMED
        share = f"{quota.percent.normalize():f}".replace(".", ",")
        base = _BASE_WORDS[quota.base]
        typed = quota.base == "typed" and quota.base_count is not None
        text = f"{share}% của {quota.base_count}" if typed else f"{share}% {base}".strip()
        return text if quota.maximum is None else f"{text}, không quá {quota.maximum}"
    if quota.maximum is None:
        return NOT_NAMED
    if quota.form == "range" and quota.minimum is not None:
        return f"{quota.minimum}–{quota.maximum}"
    return str(quota.maximum)
