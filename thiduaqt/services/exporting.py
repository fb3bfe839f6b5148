"""Lists written as they are seen: the columns shown, the rows that pass the filters."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from thiduaqt.documents import make
from thiduaqt.documents.files import file_hash, write_document
from thiduaqt.domain.papers import SAMPLE_MARK, ListColumn, SheetPaper
from thiduaqt.services import files
from thiduaqt.services.papers import letterhead
from thiduaqt.services.session import Session

# A column of 7 pixels on screen is about one character wide in Excel.
_PIXELS = 7
_NARROWEST, _WIDEST = 6, 60


@dataclass(frozen=True, slots=True, kw_only=True)
class SeenColumn:
    """A column as the screen shows it; ``width`` in pixels."""

    title: str
    width: int
    centred: bool = False


def write_list(
    session: Session,
    path: Path,
    *,
    title: str,
    subtitle: str,
    columns: Sequence[SeenColumn],
    rows: Sequence[Sequence[str]],
) -> Path:
    """Write a list as ``.xlsx`` and return where it is. Raises WriteFailed, StoreError.

    The file the officer chose is replaced; it was asked about when it was chosen.
    """
    files.refuse_data_file(path)
    office = session.office()
    paper = SheetPaper(
        letterhead=letterhead(office),
        title=title,
        subtitle=subtitle,
        columns=tuple(
            ListColumn(
                title=column.title,
                kind="center" if column.centred else "text",
                width=min(_WIDEST, max(_NARROWEST, column.width // _PIXELS)),
            )
            for column in columns
        ),
        rows=tuple(tuple(row) for row in rows),
        mark=SAMPLE_MARK if office.sample else "",
    )
    try:
        known = file_hash(path)
    except OSError:  # a folder, or closed to us: writing will tell
        known = None
    return write_document(path, make.make_sheet(paper), known).path
