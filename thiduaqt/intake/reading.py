"""A file becomes a reading: tables found, rows read, nothing written."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from thiduaqt.domain.drafts import Draft, ListTable, Reading, Skipped
from thiduaqt.domain.errors import BadFile, Cancelled, UserError
from thiduaqt.domain.issues import Issue
from thiduaqt.domain.names import capitalise_unit, is_unit_name
from thiduaqt.domain.repair import REPAIR, Choice
from thiduaqt.domain.text import clean, fold
from thiduaqt.intake.aliases import heading_key
from thiduaqt.intake.compare import compare
from thiduaqt.intake.findings import finding
from thiduaqt.intake.form_sheet import NAME as FORM_SHEET
from thiduaqt.intake.form_sheet import FormFacts, read_form
from thiduaqt.intake.guard import KnownFile, examine
from thiduaqt.intake.headers import Grid, Header, find_header, header_at
from thiduaqt.intake.repairing import repaired_book
from thiduaqt.intake.rows import Rows
from thiduaqt.intake.told import of_file
from thiduaqt.intake.workbook import MAX_COLUMNS, Sheet, Workbook, read_workbook

Progress = Callable[[int, int], None]
_SENDER = re.compile(
    r"^(?:đơn vị|don vi|cơ quan|thôn|tên đơn vị)(?: đề nghị)?\s*:\s*(.+)$", re.IGNORECASE
)


def read_list(
    path: Path,
    *,
    sheets: Sequence[str] | None = None,
    mapping: Mapping[str, str] | None = None,
    header_row: int | None = None,
    letters: Choice = REPAIR,
    today: date | None = None,
    progress: Progress | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Reading:
    """Read a nomination list from ``path``; nothing is written anywhere.

    ``sheets`` limits the sheets read. ``mapping`` (column letters to fields, as
    :attr:`Reading.mapping`) and ``header_row`` (counted from 1; 0 for a table without heading)
    replace what would be guessed. ``letters`` tells what becomes of text in old fonts (TCVN3,
    VNI). ``today`` lets
    dates of birth in the future be refused. ``progress`` is told rows done and rows in all.

    Raises :class:`BadFile` where the file cannot be read as a list, :class:`UserError` for a
    mapping that cannot be used, :class:`Cancelled` when ``cancelled`` says so.
    """

    def stop() -> None:
        if cancelled is not None and cancelled():
            raise Cancelled(data="Dữ liệu không thay đổi.")

    file = examine(path)
    stop()
    book = read_workbook(file, wanted=None, cancelled=stop)
    form = read_form(book)
    book = repaired_book(book, file, unsure=letters.letters == "repair_all")
    chosen, issues = _chosen(book, sheets, form)
    total = sum(len(sheet.rows) for sheet in chosen)
    issues += of_file(chosen, letters)
    done = 0
    results: list[Rows] = []
    for sheet in chosen:
        before = done

        def tick(row: int, before: int = before) -> None:
            stop()
            if progress is not None:
                progress(before + row, total)

        rows = _read_sheet(
            file.name,
            sheet,
            form=form,
            mapping=mapping,
            header_row=header_row,
            letters=letters,
            today=today,
            tick=tick,
            tables_before=sum(len(each.tables) for each in results),
        )
        if rows is None:
            issues.append(finding("SHEET_NO_TABLE", value=sheet.name))
        else:
            results.append(rows)
        done += len(sheet.rows)
    if not results:
        raise _no_table(book)
    if progress is not None:
        progress(total, total)
    return _reading(file, book, form, results, issues)


def _chosen(
    book: Workbook, wanted: Sequence[str] | None, form: FormFacts | None
) -> tuple[list[Sheet], list[Issue]]:
    """Return the sheets to read: the visible ones, or those asked for."""
    issues: list[Issue] = []
    if wanted is not None:
        by_name = {sheet.name: sheet for sheet in book.sheets}
        missing = next((name for name in wanted if name not in by_name), None)
        if missing is not None:
            raise UserError(
                f"Tệp không có trang “{missing}”.",
                todo="Chọn lại trang tính.",
                code="SHEET_MISSING",
            )
        chosen = [by_name[name] for name in wanted]
    elif form is not None:
        chosen = [sheet for sheet in book.sheets if sheet.name == form.sheet]
    else:
        chosen = []
        for sheet in book.sheets:
            if not sheet.hidden:
                chosen.append(sheet)
            elif sheet.name != FORM_SHEET:
                issues.append(finding("SHEET_HIDDEN", value=sheet.name))
    issues += [
        finding("SHEET_SPARSE", value=sheet.name, count=MAX_COLUMNS)
        for sheet in chosen
        if sheet.sparse
    ]
    return chosen, issues


def _read_sheet(
    file: str,
    sheet: Sheet,
    *,
    form: FormFacts | None,
    mapping: Mapping[str, str] | None,
    header_row: int | None,
    letters: Choice,
    today: date | None,
    tick: Callable[[int], None],
    tables_before: int,
) -> Rows | None:
    """Read one sheet, or return None where it has no table."""
    grid = Grid(sheet)
    if form is not None and form.sheet == sheet.name:
        mapping = form.mapping if mapping is None else mapping
        header_row = form.header_row if header_row is None else header_row
    header = find_header(grid) if header_row is None else _given_header(grid, sheet, header_row)
    if header is None:
        return None
    rows = Rows(
        file=file,
        sheet=sheet,
        grid=grid,
        mapping=mapping,
        choice=letters,
        today=today,
        tick=tick,
        tables_before=tables_before,
    )
    rows.read(header)
    return rows


def _given_header(grid: Grid, sheet: Sheet, row: int) -> Header:
    """Return the heading a person pointed at; row 0 means that there is none."""
    if row == 0:
        return Header(0, -1, 0, ())
    numbers = list(sheet.numbers)
    if row not in numbers:
        raise UserError(
            f"Trang “{sheet.name}” không có dòng {row}.",
            todo="Chọn lại dòng tiêu đề.",
            code="HEADER_ROW",
        )
    return header_at(grid, numbers.index(row))


def _no_table(book: Workbook) -> BadFile:
    """The error for a file in which no list was found, with the likeliest reason."""
    texts = [
        value for sheet in book.sheets for row in sheet.rows[:40] for value in row
        if isinstance(value, str) and value
    ]  # fmt: skip
    if not texts:
        return BadFile(
            "Tệp không có chữ nào trong bảng.",
            todo="Kiểm tra lại tệp đã chọn.",
            code="FILE_NO_TEXT",
        )
    return BadFile(
        "Không thấy dòng tiêu đề nào có “Họ và tên” hoặc “Tên tập thể”.",
        todo="Thêm dòng tiêu đề vào tệp rồi chọn lại.",
        code="FILE_NO_HEADING",
    )


def _reading(
    file: KnownFile,
    book: Workbook,
    form: FormFacts | None,
    results: Sequence[Rows],
    issues: Sequence[Issue],
) -> Reading:
    tables = [table for rows in results for table in rows.tables]
    drafts = [draft for rows in results for draft in rows.drafts]
    skipped = [entry for rows in results for entry in rows.skipped]
    hint = form.unit if form is not None and form.unit else _sender(skipped)
    return Reading(
        file=file.name,
        sha256=file.sha256,
        encoding=book.encoding,
        tables=tuple(tables),
        drafts=tuple(compare(drafts)),
        skipped=tuple(skipped),
        layout=layout_of(tables),
        unit_hint=hint,
        form_code=form.code if form is not None else "",
        issues=tuple(issues),
    )


def _sender(skipped: Sequence[Skipped]) -> str:
    """Return the unit named in the title: "Đơn vị: Thôn 3", or a line that is a unit's name."""
    for entry in skipped:
        if entry.reason != "title":
            continue
        for text in entry.text.split(" | "):
            found = _SENDER.match(clean(text))
            name = found[1] if found else text
            if found or (is_unit_name(name) and len(name) < 60 and not _is_superior(name)):
                return capitalise_unit(clean(name).strip(" .:"))
    return ""


def _is_superior(name: str) -> bool:
    """The office above on the letterhead is not the sender."""
    return fold(name).startswith(("ubnd", "uy ban nhan dan", "dang uy", "hoi dong"))


def layout_of(tables: Sequence[ListTable]) -> str:
    """Return a fingerprint of all headings: equal for lists of the same layout."""
    parts = [
        f"{column.letters}={heading_key(column.header)}"
        for table in tables
        for column in table.columns
        if column.header
    ]
    return hashlib.sha256("|".join(parts).encode()).hexdigest()[:32]


def reading_to_json(reading: Reading) -> dict[str, Any]:
    """Return the reading as the command line prints it."""
    return {
        "file": reading.file,
        "encoding": reading.encoding,
        "tables": [
            {
                "sheet": table.sheet,
                "header_rows": list(table.header_rows),
                "columns": table.mapping,
            }
            for table in reading.tables
        ],
        "rows": [_draft_to_json(draft) for draft in reading.drafts],
        "skipped": [
            {
                "sheet": entry.sheet,
                "row": entry.row,
                "reason": entry.reason,
                "text": entry.text,
            }
            for entry in reading.skipped
        ],
    }


def _draft_to_json(draft: Draft) -> dict[str, Any]:
    texts = {
        name: getattr(draft, name) or None
        for name in ("post", "unit", "id_number", "phone", "achievement", "award")
    }
    return {
        "sheet": draft.provenance.sheet,
        "row": draft.provenance.row,
        "kind": draft.kind,
        "full_name": draft.full_name or None,
        "honorific": draft.honorific or None,
        "sex": draft.sex or None,
        "birth": draft.birth.value or None,
        "birth_precision": draft.birth.precision,
        **texts,
        "status": draft.status,
        "issues": [
            {
                "code": issue.code,
                "field": issue.field,
                "severity": issue.severity,
                "message": issue.message,
            }
            for issue in draft.issues
        ],
    }
