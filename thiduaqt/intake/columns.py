"""Which column becomes which field: headings first, then what stands below them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from thiduaqt.domain import dates
from thiduaqt.domain.drafts import FIELD_WORDS, ColumnMatch, ListTable
from thiduaqt.domain.errors import UserError
from thiduaqt.domain.name_words import HONORIFICS
from thiduaqt.domain.names import NameKind, is_person_name, is_unit_name, split_honorific
from thiduaqt.domain.text import fold
from thiduaqt.intake.aliases import Match
from thiduaqt.intake.cells import plain_text
from thiduaqt.intake.fields import split_post_unit
from thiduaqt.intake.findings import finding
from thiduaqt.intake.headers import Grid, Header, is_heading_row
from thiduaqt.intake.sheet_scan import column_letters, column_number
from thiduaqt.intake.workbook import Sheet

_SAMPLE_ROWS = 60
_SHOWN = 3
_GUESS = 0.6
_UNIT_WORDS = frozenset(
    {"thôn", "xóm", "bản", "ấp", "buôn", "làng", "khu", "khu phố", "tổ dân phố", "tdp", "trường"}
)
_MOST = 0.8
# How long a heading the screen shows may be.
_HEADER_LENGTH = 120


@dataclass(frozen=True, slots=True)
class Plan:
    """How to read the rows of one table: the column of each field, and what its names are.

    ``unit_word`` is the heading of the units' column where it is part of their names ("Thôn").
    """

    table: ListTable
    columns: dict[str, int]
    kind: NameKind | None
    unit_word: str = ""


def plan(sheet: Sheet, grid: Grid, header: Header) -> Plan:
    """Return the plan that headings and contents suggest."""
    samples = _samples(grid, header.after)
    fields = {heading.column: heading.match for heading in header.headings if heading.match.field}
    _settle_names(header, fields, samples)
    _settle_contents(header, fields, samples)
    kept, twice = _without_doubles(fields)
    table = _table(sheet, header, kept, twice, samples)
    kind = header.kind
    name_match = next((match for match in kept.values() if match.field == "full_name"), None)
    if name_match is not None and name_match.kind is not None:
        kind = name_match.kind
    columns = {match.field: column for column, match in kept.items()}
    return Plan(table, columns, kind, _unit_word(header, columns))


def plan_from_mapping(sheet: Sheet, grid: Grid, header: Header, mapping: Mapping[str, str]) -> Plan:
    """Return the plan a person chose: column letters to fields; other columns are left out.

    Raises :class:`UserError` for unknown fields, a field chosen twice, or no name at all.
    """
    kept: dict[int, Match] = {}
    seen: dict[str, str] = {}
    for letters, field in mapping.items():
        if not field:
            continue
        if field not in FIELD_WORDS or not re.fullmatch(r"[A-Za-z]{1,3}", letters):
            raise _bad_mapping(f"Không rõ cách ghép cột “{letters}” với “{field}”.")
        if field in seen:
            words = FIELD_WORDS[field]
            raise _bad_mapping(f"Cột {seen[field]} và cột {letters} cùng ghép với “{words}”.")
        seen[field] = letters
        kept[column_number(letters)] = Match(field, 1.0)
    if not set(seen) & {"full_name", "given_name"}:
        raise _bad_mapping("Chưa ghép cột nào với “Họ và tên”.")
    table = _table(sheet, header, kept, frozenset(), _samples(grid, header.after))
    columns = {match.field: column for column, match in kept.items()}
    return Plan(table, columns, header.kind, _unit_word(header, columns))


def _unit_word(header: Header, columns: Mapping[str, int]) -> str:
    for heading in header.headings:
        if heading.column == columns.get("unit", -1) and heading.labels:
            word = heading.labels[-1].strip().lower()
            return word.capitalize() if word in _UNIT_WORDS else ""
    return ""


def _bad_mapping(what: str) -> UserError:
    return UserError(what, todo="Xem lại phần ghép cột.", code="MAPPING")


def _samples(grid: Grid, start: int) -> dict[int, list[Any]]:
    """Return the first values below the heading by column, up to the next heading."""
    found: dict[int, list[Any]] = {}
    for index, row in enumerate(grid.rows[start : start + _SAMPLE_ROWS], start):
        if is_heading_row(grid.texts(index), grid, index):
            break
        for column, value in enumerate(row):
            if value not in ("", None):
                found.setdefault(column, []).append(value)
    return found


def _settle_names(
    header: Header, fields: dict[int, Match], samples: Mapping[int, Sequence[Any]]
) -> None:
    """Decide what "Tên", "Họ" and a name heading over two columns mean together."""
    names = [column for column, match in fields.items() if match.field == "full_name"]
    families = [column for column, match in fields.items() if match.field == "family_name"]
    headings = {heading.column: heading for heading in header.headings}
    if families:
        for column in names:
            if fold(headings[column].labels[-1]) == "ten":
                fields[column] = Match("given_name", 1.0)
        return _second_name_column(families[0], header, fields, samples)
    for first in names:
        second = headings.get(first + 1)
        same = second is not None and second.labels == headings[first].labels
        if (same or second is None or not second.labels) and _single_words(samples, first + 1):
            sure = 1.0 if same else _GUESS
            fields[first] = Match("family_name", sure)
            fields[first + 1] = Match("given_name", sure)
            return None
    people = [column for column in names if fields[column].kind != "unit"]
    for column in names:
        # "Tên đơn vị" beside a column of people is where they work.
        if people and fields[column].kind == "unit":
            fields[column] = Match("unit", fields[column].confidence)
    if not names:
        _units_as_names(fields)
    return None


def _second_name_column(
    family: int, header: Header, fields: dict[int, Match], samples: Mapping[int, Sequence[Any]]
) -> None:
    if any(match.field == "given_name" for match in fields.values()):
        return
    taken = {heading.column for heading in header.headings}
    if family + 1 not in taken and _single_words(samples, family + 1):
        fields[family + 1] = Match("given_name", _GUESS)
    else:
        fields[family] = Match("full_name", _GUESS)


def _single_words(samples: Mapping[int, Sequence[Any]], column: int) -> bool:
    texts = [value.strip() for value in samples.get(column, ()) if isinstance(value, str)]
    words = [text for text in texts if text and " " not in text and text.isalpha()]
    return len(words) >= 1 and len(words) >= _MOST * len(texts)


def _units_as_names(fields: dict[int, Match]) -> None:
    """Take the units of a list without any name column for its nominees."""
    unit = next((column for column, match in fields.items() if match.field == "unit"), None)
    if unit is not None:
        fields[unit] = Match("full_name", _GUESS, "unit")


def _settle_contents(
    header: Header, fields: dict[int, Match], samples: Mapping[int, Sequence[Any]]
) -> None:
    """Correct matches by what stands below, and guess columns without a heading."""
    for column, match in list(fields.items()):
        values = samples.get(column, ())
        if match.field in ("sex_male", "sex_female") and _share(values, _is_birth) > 0.5:
            fields[column] = Match(match.field.replace("sex", "birth"), match.confidence)
        if match.field == "honorific" and _share(values, _is_name) > 0.5:
            fields[column] = Match("full_name", match.confidence, "person")
        if match.field == "post" and _share(values, _has_unit) > 0.5:
            fields[column] = Match("post_unit", _GUESS)
    taken = {match.field for match in fields.values()}
    if taken >= {"post_unit", "unit"}:
        fields.update(
            {
                column: Match("post", match.confidence)
                for column, match in fields.items()
                if match.field == "post_unit"
            }
        )
    headed = {heading.column for heading in header.headings}
    for column in sorted(samples):
        if column in headed:
            continue
        guess = _guess(samples[column], taken)
        if guess:
            fields[column] = Match(guess, _GUESS)
            taken.add(guess)


def _guess(values: Sequence[Any], taken: Iterable[str]) -> str:
    """Return the field that almost all values of a column without a heading look like."""
    for field, test in _LOOKS:
        if field not in taken and len(values) >= 2 and _share(values, test) >= _MOST:
            return field
    return ""


def _share(values: Sequence[Any], test: Callable[[str], bool]) -> float:
    return sum(test(plain_text(value).strip()) for value in values) / len(values) if values else 0.0


def _is_birth(text: str) -> bool:
    try:
        found = dates.parse(text, birth=True)
    except dates.BadDate:
        return False
    return found.year is not None and 1900 <= found.year <= 2100


def _is_phone(text: str) -> bool:
    return bool(re.fullmatch(r"(?:\+84|0)?[35789]\d{8}", re.sub(r"[\s.\-]", "", text)))


def _is_id(text: str) -> bool:
    return bool(re.fullmatch(r"\d{12}", text.replace(" ", "")))


def _has_unit(text: str) -> bool:
    parts = split_post_unit(text)
    return parts is not None and bool(parts[0])


def _is_name(text: str) -> bool:
    return is_person_name(split_honorific(text).name)


_LOOKS: tuple[tuple[str, Callable[[str], bool]], ...] = (
    ("id_number", _is_id),
    ("phone", _is_phone),
    ("honorific", lambda text: text.lower().strip(".") in HONORIFICS),
    ("sex", lambda text: text.lower() in ("nam", "nữ", "nu")),
    ("birth", _is_birth),
    ("unit", is_unit_name),
)


def _without_doubles(fields: dict[int, Match]) -> tuple[dict[int, Match], frozenset[int]]:
    """Keep the surest column of each field, the leftmost among equals."""
    best: dict[str, int] = {}
    for column in sorted(fields):
        match = fields[column]
        other = best.get(match.field)
        if other is None or fields[other].confidence < match.confidence:
            best[match.field] = column
    kept = {column: fields[column] for column in sorted(best.values())}
    return kept, frozenset(fields) - frozenset(kept)


def _table(
    sheet: Sheet,
    header: Header,
    kept: Mapping[int, Match],
    twice: frozenset[int],
    samples: Mapping[int, Sequence[Any]],
) -> ListTable:
    headings = {heading.column: heading for heading in header.headings}
    doubles = {column: headings[column].match.field for column in twice if column in headings}
    columns: list[ColumnMatch] = []
    issues = []
    for column in sorted({*headings, *kept, *samples}):
        letters = column_letters(column)
        match = kept.get(column, Match("", 0.0))
        heading = headings.get(column)
        found = ColumnMatch(
            letters=letters,
            header=heading.text[:_HEADER_LENGTH] if heading else "",
            field=match.field,
            confidence=round(match.confidence, 2),
            sample=tuple(plain_text(value)[:60] for value in samples.get(column, ())[:_SHOWN]),
            hidden=column in sheet.found.hidden_columns,
        )
        if column in doubles:
            found = replace(found, twice=True)
            words = FIELD_WORDS.get(doubles[column], doubles[column])
            issues.append(finding("COLUMN_TWICE", cell=letters, field_words=words))
        if found.hidden and found.field:
            issues.append(finding("COLUMN_HIDDEN", cell=letters))
        columns.append(found)
    rows = tuple(sheet.numbers[index] for index in range(header.first, header.last + 1))
    return ListTable(
        sheet=sheet.name, header_rows=rows, columns=tuple(columns), issues=tuple(issues)
    )
