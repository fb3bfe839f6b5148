"""Mutated files: read or refused in plain words, never anything else, and no row gets lost."""

from __future__ import annotations

import io
import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from python_calamine import load_workbook

from tests.data.lists import make_hostile, make_lists
from thiduaqt.domain.drafts import Reading
from thiduaqt.domain.errors import UserError
from thiduaqt.intake.reading import read_list, reading_to_json

SECONDS = 20.0
NAMES = ("two_heading_rows", "merged_units", "odd_dates", "dirty_text", "two_tables")
FILES = [make_lists.make(name)[0] for name in NAMES]
ENTRIES = [make_hostile.parts(data) for data in FILES]
TOKENS = st.sampled_from(
    [
        b"",
        b"\x00",
        b"<",
        b">",
        b'"',
        b"&#0;",
        b"&amp;",
        b"</row>",
        b'<row r="1048576">',
        b'<c r="XFD1048576" t="s"><v>9</v></c>',
        b'<c r="A0"><v>1</v></c>',
        b'<c r="B7" t="s"><v>99999</v></c>',
        b'<c r="C9"><v>1E400</v></c>',
        b'<c r="C9" s="99999"><v>-5</v></c>',
        b'<c r="C9" t="e"><v>#REF!</v></c>',
        b'<c r="C9"><f>A1</f></c>',
        b'<mergeCells count="1"><mergeCell ref="A1:XFD1048576"/></mergeCells>',
        b'hidden="1" ',
        "Nguyễn Văn ".encode(),
        "NguyÔn V¨n".encode(),
        b"9" * 400,
        b"-1",
    ]
)


class Clock:
    """When the time for this test began."""

    started = 0.0

    @classmethod
    def over(cls) -> bool:
        cls.started = cls.started or time.monotonic()
        return time.monotonic() - cls.started > SECONDS


@st.composite
def mutated(draw: st.DrawFn) -> bytes:
    """Return a list with some bytes changed, in its XML or in the zip file itself."""
    which = draw(st.integers(0, len(FILES) - 1))
    if draw(st.booleans()):
        entries = dict(ENTRIES[which])
        for _ in range(draw(st.integers(1, 4))):
            name = draw(st.sampled_from(sorted(entries)))
            entries[name] = _edited(draw, entries[name])
        return make_hostile.packed(entries)
    data = FILES[which]
    for _ in range(draw(st.integers(1, 4))):
        data = _edited(draw, data)
    return data


def _edited(draw: st.DrawFn, data: bytes) -> bytes:
    start = draw(st.integers(0, max(len(data) - 1, 0)))
    length = draw(st.sampled_from([0, 1, 2, 8, 64, 512]))
    middle = draw(st.one_of(TOKENS, st.binary(max_size=8)))
    kind = draw(st.sampled_from(["replace", "repeat", "cut"]))
    if kind == "repeat":
        middle = data[start : start + length] * 3
    if kind == "cut":
        return data[:start]
    return data[:start] + middle + data[start + length :]


@settings(max_examples=2000, suppress_health_check=list(HealthCheck), database=None)
@given(data=mutated())
def test_a_mutated_file_is_read_or_refused(
    data: bytes, tmp_path_factory: pytest.TempPathFactory
) -> None:
    if Clock.over():
        return
    path = tmp_path_factory.getbasetemp() / "bien-doi.xlsx"
    path.write_bytes(data)
    reading = read_or_refused(path)
    if reading is not None:
        reading_to_json(reading)
        assert not lost_rows(reading, path)


def read_or_refused(path: Path) -> Reading | None:
    """Return the reading, or None where the file was refused in words."""
    try:
        return read_list(path)
    except UserError as refused:
        return None if refused.what and refused.code else pytest.fail("refused without words")


def lost_rows(reading: Reading, path: Path) -> set[tuple[str, int]]:
    """Return the rows that hold something and are neither read, nor skipped, nor a heading."""
    known = {(draft.provenance.sheet, draft.provenance.row) for draft in reading.drafts}
    known |= {(entry.sheet, entry.row) for entry in reading.skipped}
    known |= {(table.sheet, row) for table in reading.tables for row in table.header_rows}
    read = {table.sheet for table in reading.tables}
    if any(issue.code == "SHEET_SPARSE" for issue in reading.issues):
        return set()
    book = load_workbook(io.BytesIO(path.read_bytes()))
    filled = {
        (name, number)
        for name in book.sheet_names
        if name in read
        for number, row in enumerate(
            book.get_sheet_by_name(name).to_python(skip_empty_area=False), start=1
        )
        if any(str(value).strip() for value in row)
    }
    return filled - known


def test_the_check_for_lost_rows_can_fail(tmp_path: Path) -> None:
    path = tmp_path / "ds.xlsx"
    path.write_bytes(FILES[0])
    reading = read_list(path)
    assert not lost_rows(reading, path)
    shorter = Reading(**{**_fields(reading), "drafts": reading.drafts[1:]})
    assert lost_rows(shorter, path) == {("Sheet1", reading.drafts[0].provenance.row)}


def _fields(reading: Reading) -> dict[str, object]:
    return {name: getattr(reading, name) for name in Reading.__dataclass_fields__}
