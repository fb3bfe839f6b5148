"""Rows of a list as read: values not yet trusted, where they stood, and what is doubtful."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from thiduaqt.domain.dates import NO_DATE, PartialDate
from thiduaqt.domain.identity import Sex
from thiduaqt.domain.issues import Issue, worst
from thiduaqt.domain.names import NameKind

DraftStatus = Literal["ready", "review", "error"]
SkipReason = Literal[
    "title",
    "blank",
    "ordinal_only",
    "numbering",
    "repeated_header",
    "group",
    "total",
    "signature",
    "footnote",
    "continuation",
]

SKIP_WORDS: dict[SkipReason, str] = {
    "title": "dòng tiêu đề phía trên bảng",
    "blank": "dòng trống",
    "ordinal_only": "dòng chỉ có số thứ tự",
    "numbering": "dòng đánh số cột",
    "repeated_header": "dòng đầu bảng lặp lại",
    "group": "dòng tên nhóm",
    "total": "dòng cộng",
    "signature": "phần ký tên",
    "footnote": "dòng ghi chú",
    "continuation": "phần tiếp của dòng trên",
}

# What a column of a list can hold, in the words of the screen.
FIELD_WORDS: dict[str, str] = {
    "ordinal": "Số thứ tự",
    "full_name": "Họ và tên",
    "family_name": "Họ đệm",
    "given_name": "Tên",
    "honorific": "Danh xưng",
    "sex": "Giới tính",
    "sex_male": "Nam (đánh dấu)",
    "sex_female": "Nữ (đánh dấu)",
    "birth": "Ngày/năm sinh",
    "birth_male": "Năm sinh (nam)",
    "birth_female": "Năm sinh (nữ)",
    "post": "Chức vụ",
    "unit": "Đơn vị",
    "post_unit": "Tách: Chức vụ + Đơn vị",
    "id_number": "Số CCCD",
    "phone": "Điện thoại",
    "achievement": "Tóm tắt thành tích",
    "award": "Hình thức khen",
    "kind": "Loại đối tượng",
    "note": "Ghi chú",
}
NAME_FIELDS = frozenset({"full_name", "family_name", "given_name"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Provenance:
    """Where a value stood: file, sheet and row (counted from 1, as Excel shows it)."""

    file: str
    sheet: str
    row: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """One row of a list, read but not yet stored.

    ``full_name`` is the person, unit, team or household as it would be printed; ``members`` are
    the people of a joint award, or the head of a household, with their honorifics.
    ``honorific`` is an honorific or a rank. All texts are clean.
    """

    provenance: Provenance
    kind: NameKind = "person"
    full_name: str = ""
    honorific: str = ""
    sex: Sex = ""
    birth: PartialDate = NO_DATE
    post: str = ""
    unit: str = ""
    id_number: str = ""
    phone: str = ""
    achievement: str = ""
    award: str = ""
    note: str = ""
    members: tuple[str, ...] = ()
    issues: tuple[Issue, ...] = ()

    @property
    def status(self) -> DraftStatus:
        """``error``: cannot be stored; ``review``: somebody has to look; else ``ready``."""
        gravest = worst(self.issues) if self.issues else None
        return "ready" if gravest is None or gravest == "note" else gravest


@dataclass(frozen=True, slots=True, kw_only=True)
class Skipped:
    """Rows that hold no nominee, and why. ``row`` to ``last_row`` for a run of blank rows."""

    sheet: str
    row: int
    reason: SkipReason
    text: str = ""
    last_row: int = 0

    @property
    def words(self) -> str:
        """The reason as the screen says it."""
        return SKIP_WORDS[self.reason]


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnMatch:
    """A column of a table and the field it was taken for ("" where it is left out).

    ``confidence`` runs from 0 to 1; below :data:`SURE` somebody should look at the match once.
    ``sample`` are its first values as text.
    """

    letters: str
    header: str
    field: str = ""
    confidence: float = 0.0
    sample: tuple[str, ...] = ()
    hidden: bool = False
    twice: bool = False

    @property
    def sure(self) -> bool:
        """Whether the match needs no look."""
        return self.confidence >= SURE


SURE = 0.9


@dataclass(frozen=True, slots=True, kw_only=True)
class ListTable:
    """One table of a list: its heading rows and columns."""

    sheet: str
    header_rows: tuple[int, ...]
    columns: tuple[ColumnMatch, ...]
    issues: tuple[Issue, ...] = ()

    @property
    def mapping(self) -> dict[str, str]:
        """Column letters and the fields they are taken for, unmapped columns left out."""
        return {column.letters: column.field for column in self.columns if column.field}


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A list as read, nothing stored yet.

    ``layout`` is a fingerprint of all headings: the same layout next time may use the same
    mapping. ``unit_hint`` is the sending unit named above the table, ``form_code`` the code of
    our own blank form. ``issues`` are about the file as a whole.
    """

    file: str
    sha256: str
    encoding: str
    tables: tuple[ListTable, ...]
    drafts: tuple[Draft, ...]
    skipped: tuple[Skipped, ...]
    layout: str
    unit_hint: str = ""
    form_code: str = ""
    issues: tuple[Issue, ...] = ()

    @property
    def mapping(self) -> dict[str, str]:
        """The mapping to read the same layout again: {"B": "full_name"}, or with the number of
        the table before the letters where there are several ({"2:B": "full_name"}).
        """
        if len(self.tables) == 1:
            return self.tables[0].mapping
        return {
            f"{number}:{letters}": field
            for number, table in enumerate(self.tables, start=1)
            for letters, field in table.mapping.items()
        }

    def count(self, status: DraftStatus) -> int:
        """Return how many drafts have this status."""
        return sum(draft.status == status for draft in self.drafts)

    @property
    def sure(self) -> bool:
        """Whether every column was recognised beyond doubt, so that no question is open."""
        return all(column.sure for table in self.tables for column in table.columns if column.field)
