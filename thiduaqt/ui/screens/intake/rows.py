"""The rows of a list on screen: what is wrong with each, and the answers one click away. No Qt."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from thiduaqt.domain.drafts import FIELD_WORDS, Draft
from thiduaqt.domain.issues import SEVERITIES, Issue
from thiduaqt.services.intake import Preview
from thiduaqt.services.taking_in import Outcome, PreviewRow
from thiduaqt.ui.i18n import translate
from thiduaqt.ui.screens.intake import letters

Part = Literal["error", "review", "ready", "same"]
Does = Literal[
    "revise", "accept", "leave", "keep", "add_new", "update", "keep_letters", "read_letters"
]
_DOUBLES = frozenset({"TWICE_IN_LIST", "ROW_TWICE"})
_EDITABLE = ("full_name", "birth", "unit", "post", "id_number", "phone", "achievement")


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """One complete answer to a problem: what its button says and what it does to which rows."""

    text: str
    does: Does
    rows: tuple[int, ...]
    values: tuple[tuple[str, str], ...] = ()
    code: str = ""
    chosen: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ListRow:
    """One row of the list.

    ``values`` are texts by field, ``faulty`` the severity of what is wrong with some of them,
    ``problem`` the gravest finding in words.
    """

    id: int
    sheet: str
    number: int
    part: Part
    outcome: Outcome
    values: Mapping[str, str]
    problem: str = ""
    severity: str = ""
    faulty: Mapping[str, str]
    answers: tuple[Answer, ...] = ()
    left_out: bool = False


@dataclass(frozen=True, slots=True)
class Choices:
    """What the officer has decided: rows left out, rows added although they are there already."""

    left_out: frozenset[int] = frozenset()
    add_new: frozenset[int] = frozenset()


def list_rows(
    shown: Preview,
    choices: Choices,
    *,
    raw: Mapping[tuple[int, str], str],
    ordinals: Mapping[str, int],
) -> tuple[ListRow, ...]:
    """Return all rows of a preview.

    ``raw`` holds texts of the file that could not be read, by row and field; ``ordinals`` the
    place of a nomination in its round.
    """
    sight = _Sight(shown, choices, raw, ordinals, _alike(shown))
    return tuple(_row(sight, index) for index in range(len(shown.rows)))


@dataclass(frozen=True, slots=True)
class _Sight:
    """What all rows of a list look at."""

    shown: Preview
    choices: Choices
    raw: Mapping[tuple[int, str], str]
    ordinals: Mapping[str, int]
    alike: Mapping[tuple[str, str], tuple[int, ...]]


def _alike(shown: Preview) -> dict[tuple[str, str], tuple[int, ...]]:
    """Return the rows that share a finding about the same value."""
    found: dict[tuple[str, str], list[int]] = {}
    for index, row in enumerate(shown.rows):
        for issue in row.issues:
            key = (issue.code, _value_of(row.draft, issue.field))
            found.setdefault(key, []).append(index)
    return {key: tuple(indices) for key, indices in found.items()}


def _value_of(draft: Draft, field: str) -> str:
    value = getattr(draft, field, "")
    return value if isinstance(value, str) else getattr(value, "value", "")


def _row(sight: _Sight, index: int) -> ListRow:
    row = sight.shown.rows[index]
    draft = row.draft
    values = {field: _value_of(draft, field) for field in _EDITABLE}
    values["birth"] = draft.birth.display() or sight.raw.get((index, "birth"), "")
    values["full_name"] = f"{draft.honorific} {draft.full_name}".strip()
    issue = _first(row.issues)
    problem, severity = (issue.message, issue.severity) if issue else ("", "")
    more = sum(one.severity != "note" for one in row.issues) - 1
    if row.outcome == "changed" and (issue is None or issue.severity != "error"):
        problem, severity = _changed_words(row, sight.ordinals), "review"
    elif more > 0:
        problem = translate("IntakeScreen", "{problem} (và {more} điều nữa)").format(
            problem=problem, more=more
        )
    told = letters.of_row(row.issues)
    if not problem and told:
        problem = told[0]
    return ListRow(
        id=index,
        sheet=draft.provenance.sheet,
        number=draft.provenance.row,
        part=_part(row, issue),
        outcome=row.outcome,
        values=values,
        problem=problem,
        severity=severity,
        faulty={one.field: one.severity for one in reversed(row.issues) if one.severity != "note"},
        answers=_answers(sight, index, issue),
        left_out=index in sight.choices.left_out,
    )


def _first(issues: Sequence[Issue]) -> Issue | None:
    """Return the gravest finding; what was merely repaired needs no answer."""
    grave = [one for one in issues if one.severity != "note"]
    # A double in the list is the whole question of its row, whatever else is doubtful.
    grave.sort(key=lambda one: (SEVERITIES.index(one.severity), one.code not in _DOUBLES))
    return grave[0] if grave else None


def _part(row: PreviewRow, issue: Issue | None) -> Part:
    if row.outcome == "error":
        return "error"
    if issue is not None or row.outcome in ("changed", "skipped"):
        return "review"
    return "same" if row.outcome == "same" else "ready"


def _changed_words(row: PreviewRow, ordinals: Mapping[str, int]) -> str:
    changes = "; ".join(
        f"{FIELD_WORDS.get(field, field).lower()}: {old or '—'} → {new}"
        for field, old, new in row.differs
    )
    words = translate("IntakeScreen", "Đã có trong đợt này (TT {number}), khác ở {changes}")
    return words.format(number=ordinals.get(row.nomination_id or "", "?"), changes=changes)


def _answers(sight: _Sight, index: int, issue: Issue | None) -> tuple[Answer, ...]:
    row, choices = sight.shown.rows[index], sight.choices
    wrong = issue is not None and issue.severity == "error"
    double = row.outcome in ("changed", "skipped") or (issue and issue.code in _DOUBLES)
    if double and not wrong:
        return _of_double(index, row.outcome, choices)
    if issue is None:
        return _of_letters(sight.shown, index)
    rows = sight.alike.get((issue.code, _value_of(row.draft, issue.field)), (index,))
    found = _suggested(sight.shown, issue, rows)
    if issue.severity == "error":
        out = index in choices.left_out
        drop = Answer(
            text=translate("IntakeScreen", "Bỏ dòng này"),
            does="keep" if out else "leave",
            rows=(index,),
            chosen=out,
        )
        return (*found, drop)
    return (*found, *_as_it_is(row.draft, issue, rows))


def _of_double(index: int, outcome: Outcome, choices: Choices) -> tuple[Answer, ...]:
    """Return the ways with a row that is there already; the chosen one is marked."""
    out, new = index in choices.left_out, index in choices.add_new

    def way(text: str, does: Does, *, chosen: bool) -> Answer:
        return Answer(text=text, does=does, rows=(index,), chosen=chosen)

    if outcome == "changed":
        return (
            way(translate("IntakeScreen", "Cập nhật"), "update", chosen=not (out or new)),
            way(translate("IntakeScreen", "Bỏ qua"), "leave", chosen=out),
            way(translate("IntakeScreen", "Thêm mới"), "add_new", chosen=new and not out),
        )
    if outcome == "skipped":
        return (
            way(translate("IntakeScreen", "Bỏ qua"), "keep", chosen=not new),
            way(translate("IntakeScreen", "Thêm mới"), "add_new", chosen=new),
        )
    return (
        way(translate("IntakeScreen", "Nhập cả hai"), "keep", chosen=not out),
        way(translate("IntakeScreen", "Bỏ qua"), "leave", chosen=out),
    )


def _of_letters(shown: Preview, index: int) -> tuple[Answer, ...]:
    """Return the way to take back, or do again, what was read from an old font."""
    told = letters.of_row(shown.rows[index].issues)
    if told is None or shown.letters.letters == "keep":
        return ()
    if told[1]:
        again = translate("IntakeScreen", "Đọc theo Unicode")
        return (Answer(text=again, does="read_letters", rows=(index,)),)
    keep = translate("IntakeScreen", "Giữ nguyên chữ trong tệp")
    return (Answer(text=keep, does="keep_letters", rows=(index,)),)


def _suggested(shown: Preview, issue: Issue, rows: tuple[int, ...]) -> tuple[Answer, ...]:
    # One proposal is enough for a button; the surest part of an impossible date is its year.
    years = [value for value in issue.suggestions if len(value) == 4]
    offered = tuple(years[:1]) if issue.field == "birth" and years else issue.suggestions[:1]
    hint = shown.reading.unit_hint
    if issue.code == "UNIT_MISSING" and hint:
        offered = (hint,)
    if not issue.field:
        return ()
    return tuple(
        Answer(
            text=_suggestion_words(issue, value, len(rows)),
            does="revise",
            rows=rows,
            values=((issue.field, value),),
        )
        for value in offered
    )


def _suggestion_words(issue: Issue, value: str, count: int) -> str:
    if issue.field == "birth" and len(value) == 4:
        return translate("IntakeScreen", "Chỉ giữ năm {value}").format(value=value)
    if issue.code == "ID_ZEROS_LOST":
        return translate("IntakeScreen", "Thêm số 0")
    if count > 1:
        return translate("IntakeScreen", "Dùng {value} cho {count} dòng").format(
            value=value, count=count
        )
    return translate("IntakeScreen", "Dùng {value}").format(value=value)


def _as_it_is(draft: Draft, issue: Issue, rows: tuple[int, ...]) -> tuple[Answer, ...]:
    def accept(text: str, which: tuple[int, ...]) -> Answer:
        return Answer(text=text, does="accept", rows=which, code=issue.code)

    if issue.code == "DATE_CENTURY_NEW":
        return (
            accept(translate("IntakeScreen", "Đúng, {year}").format(year=draft.birth.year), rows),
            Answer(
                text=translate("IntakeScreen", "Để trống năm sinh"),
                does="revise",
                rows=rows,
                values=(("birth", ""),),
            ),
        )
    if len(rows) > 1:
        return (
            accept(
                translate("IntakeScreen", "Để nguyên cả {count} dòng").format(count=len(rows)), rows
            ),
        )
    return (accept(translate("IntakeScreen", "Để nguyên"), rows),)


def counts(rows: Sequence[ListRow], choices: Choices) -> Counter[str]:
    """Return how many rows would be written ("new", "changed"), wait ("waiting"), or not."""
    found: Counter[str] = Counter()
    for row in rows:
        if row.id in choices.left_out:
            found["left_out"] += 1
        elif row.outcome == "error":
            found["waiting"] += 1
        elif row.id in choices.add_new or row.outcome == "new":
            found["new"] += 1
        elif row.outcome == "changed":
            found["changed"] += 1
        else:
            found["left_out"] += 1
    return found
