"""Changes of a score sheet in words: which item, what was said of it, what is said now."""

from __future__ import annotations

from collections.abc import Mapping

from thiduaqt.domain.records import ScoreEntry, ScoreSheet
from thiduaqt.domain.scoring.scorers import scorer_name
from thiduaqt.domain.scoring.words import plain
from thiduaqt.services.travel_words import FieldChange

_NOTHING = "chưa chấm"


def entry_changes(
    old: ScoreSheet | None, new: ScoreSheet | None, titles: Mapping[str, str]
) -> tuple[FieldChange, ...]:
    """Return the items of which a sheet says something else; None: no such sheet then."""
    sheet = new or old
    if sheet is None:
        return ()
    before, after = _said(old), _said(new)
    scorer = scorer_name(sheet)
    changes = [
        FieldChange(
            field=f"{titles.get(code, code)} ({scorer})",
            old=said_words(before.get(code)),
            new=said_words(after.get(code)),
        )
        for code in dict.fromkeys((*before, *after))
        if before.get(code) != after.get(code)
    ]
    if old is not None and new is not None and old.version != new.version:
        words = (f"lần {old.version}", f"lần {new.version}")
        changes.append(FieldChange(field=f"Bộ tiêu chí ({scorer})", old=words[0], new=words[1]))
    return tuple(changes)


def _said(sheet: ScoreSheet | None) -> dict[str, ScoreEntry]:
    if sheet is None or sheet.deleted:
        return {}
    return {entry.code: entry for entry in sheet.entries}


def said_words(entry: ScoreEntry | None) -> str:
    """Return what was entered, as it was entered: "85/100", "Đạt", "không áp dụng"."""
    if entry is None:
        return _NOTHING
    if entry.na:
        return "không áp dụng"
    if entry.met is not None:
        return "đạt" if entry.met else "không đạt"
    if entry.letter:
        return entry.letter
    if entry.numerator is not None or entry.denominator is not None:
        parts = (entry.numerator, entry.denominator)
        return "/".join("…" if part is None else plain(part) for part in parts)
    return plain(entry.value) if entry.value is not None else entry.note or _NOTHING
