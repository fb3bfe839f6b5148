"""Rows of a list get the letters of the file back, or are read from their old font again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from thiduaqt.domain.errors import NotAllowed
from thiduaqt.services.intake import Preview, anew
from thiduaqt.services.session import Session

# What a draft says about its letters: read from an old font, or left as they are.
READ = frozenset({"TEXT_REPAIRED", "TEXT_MOJIBAKE"})
KEPT = "TEXT_KEPT"
UNSURE = "TEXT_UNSURE"


def keep_letters(
    session: Session, shown: Preview, indices: Sequence[int], *, keep: bool = True
) -> Preview:
    """Give rows the letters of the file back, or with ``keep=False`` read them as meant again.

    The file is read once more; these rows lose what was typed into them, all others keep it.
    Raises BadFile where the file cannot be read any more, NotAllowed where it is another one.
    """
    from thiduaqt.intake.reading import read_list  # noqa: PLC0415 - loads the workbook readers

    places = [
        (draft.provenance.sheet, draft.provenance.row)
        for draft in (shown.rows[index].draft for index in indices)
    ]
    kept = shown.letters.kept | set(places) if keep else shown.letters.kept - set(places)
    letters = replace(shown.letters, kept=frozenset(kept))
    reading = read_list(shown.path, letters=letters, today=session.today(), **shown.asked)
    if reading.sha256 != shown.reading.sha256:
        raise NotAllowed(
            f"Tệp “{shown.path.name}” đã thay đổi sau khi xem trước.",
            todo="Chọn lại tệp rồi xem trước lại.",
        )
    fresh = {(draft.provenance.sheet, draft.provenance.row): draft for draft in reading.drafts}
    drafts = list(shown.reading.drafts)
    for index, place in zip(indices, places, strict=True):
        drafts[index] = fresh.get(place, drafts[index])
    return replace(anew(session, shown, drafts), letters=letters)
