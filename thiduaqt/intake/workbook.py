"""Tables as they stand in a file: rows of values with their addresses, before any meaning."""

from __future__ import annotations

import io
import warnings
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from threading import Thread
from typing import Any

from thiduaqt.domain.errors import BadFile
from thiduaqt.domain.repair import Repaired
from thiduaqt.intake import biff
from thiduaqt.intake.archive import MIB, abnormal, damaged
from thiduaqt.intake.csv_text import read_csv
from thiduaqt.intake.guard import KnownFile, password, require_safe_xml
from thiduaqt.intake.sheet_parts import sheet_parts
from thiduaqt.intake.sheet_scan import MAX_DENSE_CELLS, Merge, SheetScan, is_sparse, merges_of, scan

MAX_ROWS = 50_000
MAX_SHEETS = 60
MAX_COLUMNS = 512
# Reading cell by cell is slow: about 2 seconds for this much XML.
_MAX_SPARSE_XML = 24 * MIB
_MAX_MERGES = 20_000
_NO_CELLS = (None,) * MAX_COLUMNS


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet: ``rows[i]`` stands in row ``numbers[i]`` of the file; columns start at A.

    ``sparse`` tells that a cell lies far away from the rest and only cells with a value were read.
    ``repairs`` are the texts that stood there in an old font, by row and column (from 0).
    """

    name: str
    numbers: Sequence[int]
    rows: list[list[Any]]
    merges: tuple[Merge, ...] = ()
    hidden: bool = False
    sparse: bool = False
    found: SheetScan = field(default_factory=SheetScan)
    repairs: Mapping[tuple[int, int], Repaired] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Workbook:
    """The sheets of a file in their order, and the encoding its text was in."""

    sheets: tuple[Sheet, ...]
    encoding: str


def read_workbook(
    file: KnownFile,
    *,
    wanted: Sequence[str] | None = None,
    cancelled: Callable[[], None] = lambda: None,
) -> Workbook:
    """Read all sheets of ``file``, or the ``wanted`` ones.

    ``cancelled`` is called between sheets and may raise. Raises :class:`BadFile` where the file is
    damaged, has a password, or holds more rows than a list can have.
    """
    if file.format == "text":
        rows, encoding = read_csv(file.data)
        return Workbook((_checked(Sheet(file.name, range(1, len(rows) + 1), rows)),), encoding)
    if file.format == "xls":
        _check_old_format(file.data)
    try:
        sparse = any(is_sparse(xml) for xml in file.parts.values())
    except ValueError as fault:
        raise damaged() from fault
    sheets = _read_sparse(file) if sparse else _read_dense(file)
    found: list[Sheet] = []
    for sheet in sheets:
        cancelled()
        if wanted is None or sheet.name in wanted:
            found.append(_checked(sheet))
    return Workbook(tuple(found), "unicode")


def _check_old_format(data: bytes) -> None:
    """Refuse an .xls file with a password, or whose cells reach further than a list does."""
    try:
        rows, columns, encrypted = biff.reach(data)
    except biff.BrokenContainer as fault:
        raise damaged() from fault
    if encrypted:
        raise password()
    if rows * columns > MAX_DENSE_CELLS:
        raise abnormal("ô dữ liệu nằm rải rác quá xa nhau")


def _checked(sheet: Sheet) -> Sheet:
    if len(sheet.rows) > MAX_ROWS and sum(map(_filled, sheet.rows)) > MAX_ROWS:
        raise BadFile(
            f"Trang “{sheet.name}” có hơn {MAX_ROWS} dòng, không giống một danh sách đề nghị.",
            todo="Chia danh sách thành nhiều tệp rồi nhập từng tệp.",
            code="FILE_TOO_MANY_ROWS",
        )
    return sheet


def _filled(row: list[Any]) -> bool:
    return any(value not in ("", None) for value in row)


def _read_dense(file: KnownFile) -> Iterator[Sheet]:
    """Read the values with calamine, which lays each sheet out as a table."""
    import python_calamine  # noqa: PLC0415 - heavy, only needed with a workbook at hand

    by_sheet = sheet_parts(file.archive) if file.archive is not None else {}
    with _mended_faults():
        book = python_calamine.load_workbook(io.BytesIO(file.data))
        metadata = book.sheets_metadata
    if len(metadata) > MAX_SHEETS:
        raise abnormal(f"hơn {MAX_SHEETS} trang tính")
    for facts in metadata:
        if facts.typ != python_calamine.SheetTypeEnum.WorkSheet:
            continue
        # calamine works without the interpreter's lock, so the search runs beside it.
        xml = file.parts.get(by_sheet.get(facts.name, ""), b"")
        found: list[SheetScan] = []
        search = Thread(target=lambda xml=xml, found=found: found.append(scan(xml)))
        search.start()
        try:
            with _mended_faults():
                sheet = book.get_sheet_by_name(facts.name)
                rows = sheet.to_python(skip_empty_area=False)
                merges = sheet.merged_cell_ranges or []
        finally:
            search.join()
        yield Sheet(
            facts.name,
            range(1, len(rows) + 1),
            rows,
            tuple(
                (first[0] + 1, first[1], last[0] + 1, last[1])
                for first, last in merges[:_MAX_MERGES]
            ),
            hidden=facts.visible != python_calamine.SheetVisibleEnum.Visible,
            found=found[0],
        )


def _read_sparse(file: KnownFile) -> Iterator[Sheet]:
    """Read a workbook with a cell far away: row by row, gaps left out, the first columns only."""
    import openpyxl  # noqa: PLC0415 - heavy, only needed for such a file

    require_safe_xml()
    assert file.archive is not None
    if sum(entry.file_size for entry in file.archive.entries.values()) > _MAX_SPARSE_XML:
        raise abnormal("ô dữ liệu nằm rải rác quá xa nhau")
    by_sheet = sheet_parts(file.archive)
    with _mended_faults():
        book = openpyxl.load_workbook(io.BytesIO(file.data), read_only=True, data_only=True)
        sheets = list(book.worksheets)
    for sheet in sheets[:MAX_SHEETS]:
        with _mended_faults():
            sheet.reset_dimensions()
            cells = sheet.iter_rows(max_col=MAX_COLUMNS, values_only=True)
            numbered = [
                (number, ["" if value is None else value for value in row])
                for number, row in enumerate(cells, start=1)
                if row != _NO_CELLS
            ]
        xml = file.parts.get(by_sheet.get(sheet.title, ""), b"")
        yield Sheet(
            sheet.title,
            [number for number, _ in numbered],
            [_trimmed(row) for _, row in numbered],
            merges_of(xml)[:_MAX_MERGES],
            hidden=sheet.sheet_state != "visible",
            sparse=True,
            found=scan(xml),
        )


def _trimmed(row: list[Any]) -> list[Any]:
    end = len(row)
    while end and row[end - 1] == "":
        end -= 1
    return row[:end]


class _mended_faults:  # noqa: N801 - reads as a statement
    """Turn whatever a reader raises for a broken workbook into :class:`BadFile`.

    Broken files make the readers fail in many ways (calamine may even panic); to the officer they
    all mean the same. A lack of memory and an interrupt are passed on.
    """

    def __enter__(self) -> None:
        self._quiet = warnings.catch_warnings()
        self._quiet.__enter__()
        warnings.simplefilter("ignore")

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, _: object
    ) -> None:
        self._quiet.__exit__(None, None, None)
        if fault is None or isinstance(
            fault, KeyboardInterrupt | SystemExit | MemoryError | BadFile
        ):
            return
        if type(fault).__name__ == "PasswordError":
            raise password() from fault
        raise damaged() from fault
