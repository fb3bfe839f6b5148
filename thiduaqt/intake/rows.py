"""A sheet, row by row: which rows are nominees, which are skipped and why."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from thiduaqt.domain.drafts import NAME_FIELDS, Draft, ListTable, Provenance, Skipped, SkipReason
from thiduaqt.domain.issues import Issue
from thiduaqt.domain.repair import REPAIR, Choice
from thiduaqt.intake import classify
from thiduaqt.intake.build import Setting, build
from thiduaqt.intake.cells import DITTO, read_text
from thiduaqt.intake.columns import Plan, plan, plan_from_mapping
from thiduaqt.intake.findings import finding
from thiduaqt.intake.headers import Grid, Header, header_at, is_heading_row, is_numbering
from thiduaqt.intake.merged import fill_down
from thiduaqt.intake.sheet_scan import column_letters
from thiduaqt.intake.told import settle
from thiduaqt.intake.workbook import Sheet

_PROGRESS_EVERY = 500
_SHOWN_TEXT = 160
# Longer runs of blank rows, or of bare ordinals, become one entry.
_SINGLE_BLANKS = 20
_CONTINUING = frozenset({"achievement", "note", "post", "award"})


@dataclass(slots=True)
class Rows:
    """Reads the rows of one sheet; :meth:`read` fills tables, drafts and skipped rows."""

    file: str
    sheet: Sheet
    grid: Grid
    mapping: Mapping[str, str] | None = None
    today: date | None = None
    tick: Callable[[int], None] = lambda _: None
    tables_before: int = 0
    choice: Choice = REPAIR
    tables: list[ListTable] = field(default_factory=list)
    drafts: list[Draft] = field(default_factory=list)
    skipped: list[Skipped] = field(default_factory=list)
    _plan: Plan | None = None
    _header: Header | None = None
    _setting: Setting = field(default_factory=Setting)
    _cells: list[tuple[str, int]] = field(default_factory=list)
    _signing: bool = False
    _continued: frozenset[int] = frozenset()
    _last: dict[str, Any] = field(default_factory=dict)
    _last_row: int = -2
    _numbered: int = 0

    def read(self, header: Header) -> None:
        """Read everything from the first heading on; rows above it are the title."""
        for index in range(header.first):
            self._skip(index, "title")
        index = self._enter(header)
        self._group_above(header)
        rows = self.sheet.rows
        while index < len(rows):
            if index % _PROGRESS_EVERY == 0:
                self.tick(index)
            index = self._row(index, rows[index])
        self._merge_blanks()

    def _group_above(self, header: Header) -> None:
        """Let a numbered group right above the heading count ("I. TẬP THỂ")."""
        for index in range(header.first - 1, max(header.first - 4, -1), -1):
            texts = classify.texts_of(self.sheet.rows[index])
            if not texts:
                continue
            if classify.is_numbered(texts) and self._group(texts, numbered=False):
                self.skipped[index] = replace(self.skipped[index], reason="group")
            return

    def _enter(self, header: Header) -> int:
        """Begin a table below ``header`` and return the index of its first row."""
        mapping = self._mapping_of(self.tables_before + len(self.tables) + 1)
        if mapping is None:
            self._plan = plan(self.sheet, self.grid, header)
        else:
            self._plan = plan_from_mapping(self.sheet, self.grid, header, mapping)
        self._header = header
        self.tables.append(self._plan.table)
        self._cells = sorted(self._plan.columns.items())
        self._setting = Setting(
            kind=self._plan.kind, unit_word=self._plan.unit_word, today=self.today
        )
        self._signing = False
        self._numbered = 0
        names = [column for name, column in self._cells if name in NAME_FIELDS]
        self._continued = fill_down(self.sheet, header.after, dict(self._cells), names)
        for index in range(header.last + 1, header.after):
            self._skip(index, "numbering")
        return header.after

    def _mapping_of(self, number: int) -> dict[str, str] | None:
        """Return the mapping given for a table (counted from 1 over the file), if any."""
        if self.mapping is None:
            return None
        if not self._numbered_mapping:
            return dict(self.mapping)
        own = {
            letters: name
            for key, name in self.mapping.items()
            for table, _, letters in [key.partition(":")]
            if table == str(number)
        }
        return own or None

    @property
    def _numbered_mapping(self) -> bool:
        return self.mapping is not None and any(":" in key for key in self.mapping)

    def _row(self, index: int, row: list[Any]) -> int:
        """Read one row and return the index of the next."""
        assert self._plan is not None
        width = len(row)
        values = {name: row[column] for name, column in self._cells if column < width}
        ordinal = values.get("ordinal", "")
        name = values.get("full_name") or values.get("given_name") or values.get("family_name")
        usual = isinstance(ordinal, int | float) and isinstance(name, str) and name
        if usual and index not in self._continued:
            self._signing = False
            self._draft(index, values)
            return index + 1
        return self._unusual(index, row, values)

    def _unusual(self, index: int, row: list[Any], values: dict[str, Any]) -> int:
        texts = classify.texts_of(row)
        if self._has_broken_cells(self.sheet.numbers[index]):
            self._draft(index, values)
            return index + 1
        if not texts:
            self._skip(index, "blank")
            return index + 1
        if is_heading_row(texts, self.grid, index):
            return self._heading_again(index)
        reason = self._reason(index, row, texts, values)
        if reason is not None:
            self._skip(index, reason)
        else:
            self._draft(index, values)
        return index + 1

    def _heading_again(self, index: int) -> int:
        header = header_at(self.grid, index)
        assert self._header is not None
        one_for_all = self.mapping is not None and not self._numbered_mapping
        if one_for_all or header.fields == self._header.fields:
            for repeated in range(header.first, header.last + 1):
                self._skip(repeated, "repeated_header")
            for numbering in range(header.last + 1, header.after):
                self._skip(numbering, "numbering")
            self._signing = False
            return header.after
        group = self._setting.group_kind
        after = self._enter(header)
        if self._setting.kind is None:
            self._setting = replace(self._setting, group_kind=group)
        return after

    def _reason(
        self, index: int, row: list[Any], texts: dict[int, str], values: dict[str, Any]
    ) -> SkipReason | None:
        """Return why a row holds no nominee, or None where it does."""
        filled = {name: value for name, value in values.items() if value not in ("", None)}
        has_name = any(name in filled for name in ("full_name", "given_name", "family_name"))
        numbered = _is_number(filled.get("ordinal"))
        if set(filled) <= {"ordinal"} and numbered and len(texts) == 1:
            return "ordinal_only"
        if is_numbering(row):
            return "numbering"
        for test, reason in _TESTS:
            if not numbered and test(texts):
                self._signing = reason == "signature" or (self._signing and reason != "title")
                return reason
        if index in self._continued or self._continues(index, filled, has_name=has_name):
            return self._continue(filled)
        if self._group(texts, numbered=numbered):
            return "group"
        if self._signing and not (numbered and has_name):
            return "signature"
        self._signing = False
        return None

    def _group(self, texts: dict[int, str], *, numbered: bool) -> bool:
        setting = self._setting
        kind = setting.group_kind or setting.kind
        if numbered:
            return False
        group = classify.group_of(texts, people=kind in (None, "person", "household", "joint"))
        if group is None:
            return False
        if group.kind is not None:
            self._setting = replace(setting, group_kind=group.kind, unit="")
        elif group.unit:
            self._setting = replace(setting, unit=group.unit)
        self._signing = False
        return True

    def _continues(self, index: int, filled: Mapping[str, Any], *, has_name: bool) -> bool:
        """Tell whether a row only carries on the texts of the nominee right above it."""
        if has_name or not filled or self._last_row != index - 1 or not self._numbered:
            return False
        return set(filled) <= _CONTINUING and not self._signing

    def _continue(self, filled: Mapping[str, Any]) -> SkipReason:
        """Add the texts of a continuing row to the last draft."""
        draft = self.drafts[-1]
        changes: dict[str, Any] = {}
        for name in ("achievement", "note", "post", "award"):
            text = read_text(filled[name], name)[0] if name in filled else ""
            old = str(getattr(draft, name))
            if text and text not in old:
                joint = "; " if text.startswith(("-", "+", "•")) else " "
                changes[name] = f"{old}{joint}{text.lstrip('-+• ')}" if old else text
        lines = 2 + sum(issue.code == "ROW_CONTINUED" for issue in draft.issues)
        note = finding("ROW_CONTINUED", "achievement", count=lines)
        self.drafts[-1] = replace(draft, issues=(*draft.issues, note), **changes)
        self._last_row += 1
        return "continuation"

    def _draft(self, index: int, values: dict[str, Any]) -> None:
        number = self.sheet.numbers[index]
        extra = self._letters(number, values) + self._ditto(values)
        place = Provenance(file=self.file, sheet=self.sheet.name, row=number)
        draft = build(values, place, self._setting)
        if _is_number(values.get("ordinal")):
            self._numbered += 1
        elif self._numbered > 2:
            extra.append(finding("ROW_UNNUMBERED"))
        found = self.sheet.found
        if number in found.hidden_rows:
            extra.append(finding("ROW_HIDDEN"))
        if found.uncomputed or found.errors:
            extra += self._broken_cells(number)
        if extra:
            draft = replace(draft, issues=(*draft.issues, *extra))
        self.drafts.append(draft)
        self._last = values
        self._last_row = index

    def _letters(self, number: int, values: dict[str, Any]) -> list[Issue]:
        """List what was read from old fonts, or give the row its own letters back."""
        repairs = self.sheet.repairs
        if not repairs:
            return []
        keep = self.choice.keeps(self.sheet.name, number)
        return settle(values, self._cells, repairs, number, keep=keep)

    def _ditto(self, values: dict[str, Any]) -> list[Issue]:
        """Replace ditto marks by what stands above them."""
        issues: list[Issue] = []
        if DITTO.isdisjoint(values.values()):
            return issues
        for name, value in values.items():
            if value in DITTO:
                above = self._last.get(name, "")
                values[name] = above
                meaning = read_text(above, name)[0]
                issues.append(finding("DITTO", name, value=value.strip(), meaning=meaning[:60]))
        return issues

    def _has_broken_cells(self, number: int) -> bool:
        found = self.sheet.found
        return any(
            (number, column) in found.uncomputed or (number, column) in found.errors
            for name, column in self._cells
            if name in NAME_FIELDS
        )

    def _broken_cells(self, number: int) -> list[Issue]:
        issues: list[Issue] = []
        for name, column in self._cells:
            if name == "ordinal":
                continue
            cell = f"{column_letters(column)}{number}"
            if (number, column) in self.sheet.found.uncomputed:
                issues.append(finding("FORMULA_EMPTY", name, cell=cell))
            error = self.sheet.found.errors.get((number, column))
            if error:
                issues.append(finding("CELL_ERROR", name, cell=cell, value=error))
        return issues

    def _skip(self, index: int, reason: SkipReason) -> None:
        row = self.sheet.rows[index]
        text = " | ".join(dict.fromkeys(classify.texts_of(row).values()))[:_SHOWN_TEXT]
        if reason == "title" and not text:
            reason = "blank"
        self.skipped.append(
            Skipped(sheet=self.sheet.name, row=self.sheet.numbers[index], reason=reason, text=text)
        )

    def _merge_blanks(self) -> None:
        """Turn long runs of blank rows into one entry; drop those below the last text."""
        kept: list[Skipped] = []
        run: list[Skipped] = []
        for entry in self.skipped:
            if run and (entry.reason != run[0].reason or entry.row != run[-1].row + 1):
                kept += _run(run)
                run = []
            if entry.reason in ("blank", "ordinal_only"):
                run.append(entry)
            else:
                kept.append(entry)
        below = self.drafts[-1].provenance.row if self.drafts else 0
        if run and (run[0].reason == "ordinal_only" or run[0].row < below):
            kept += _run(run)
        self.skipped = kept


def _run(run: list[Skipped]) -> list[Skipped]:
    if len(run) <= _SINGLE_BLANKS:
        return run
    return [replace(run[0], last_row=run[-1].row)]


def _is_number(value: object) -> bool:
    if isinstance(value, bool):
        return False
    if isinstance(value, int | float):
        return True
    return isinstance(value, str) and value.strip(" .)(").isdecimal()


_TESTS: tuple[tuple[Callable[[dict[int, str]], bool], SkipReason], ...] = (
    (classify.is_total, "total"),
    (classify.is_footnote, "footnote"),
    (classify.is_signature, "signature"),
    (classify.is_title, "title"),
)
