"""The result of a session as a plain table (CSV), read with every fault named by its line.

Lines before the table say how the session was held, one fact each, the word first::

    Ngày họp;04/12/2026
    Thành viên;Ông Nguyễn Văn Bình;Chủ tịch UBND xã;Chủ tịch Hội đồng;có mặt
    Phát ra;8
    TT;Họ và tên;Đồng ý;Không đồng ý;Ý kiến khác
    1;Tổ CNSCĐ thôn Bình Minh;8;0;0
"""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass, field
from typing import Literal

from thiduaqt.domain.errors import BadFile
from thiduaqt.domain.text import clean, fold

Presence = Literal["present", "absent", "written"]
_SHOWN = 8
_FACTS = {
    "ngay hop": "held_on",
    "bat dau": "starts",
    "gio bat dau": "starts",
    "ket thuc": "ends",
    "gio ket thuc": "ends",
    "dia diem": "place",
    "nguong": "threshold",
    "dat khi": "threshold",
    "can cu nguong": "source",
    "so thanh vien can co": "quorum",
}
_NUMBERS = {
    "phat ra": "issued",
    "thu ve": "returned",
    "hop le": "valid",
    "khong hop le": "invalid",
}
_BASES = {
    "tong so thanh vien": "total",
    "tong so thanh vien hoi dong": "total",
    "so thanh vien co mat": "present",
    "co mat": "present",
    "so phieu hop le": "valid",
    "hop le": "valid",
}
_FORMS = {"phieu kin": "secret", "bo phieu kin": "secret", "bieu quyet": "hands"}
_PRESENCES: dict[str, Presence] = {
    "": "present",
    "co mat": "present",
    "co": "present",
    "x": "present",
    "vang": "absent",
    "vang mat": "absent",
    "van ban": "written",
    "y kien bang van ban": "written",
    "gui y kien bang van ban": "written",
}
_COLUMNS = {
    "tt": "ordinal",
    "stt": "ordinal",
    "so tt": "ordinal",
    "ho va ten": "name",
    "ho ten": "name",
    "ten": "name",
    "doi tuong": "name",
    "ho va ten, ten tap the": "name",
    "dong y": "agree",
    "khong dong y": "disagree",
    "khong": "disagree",
    "y kien khac": "other",
    "khac": "other",
}


class BadBallots(BadFile):
    """A table of results that cannot be used; ``faults`` name each line with what is wrong."""

    code = "BAD_BALLOTS"

    def __init__(self, faults: list[tuple[int, str]]) -> None:
        self.faults = tuple(sorted(faults))
        words = [f"Dòng {line}: {what}" if line else what for line, what in self.faults[:_SHOWN]]
        if len(faults) > _SHOWN:
            words.append(f"Còn {len(faults) - _SHOWN} lỗi khác.")
        super().__init__(" ".join(words), todo="Sửa tệp rồi chạy lại.")


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetMember:
    """A member named in the table, and whether present."""

    line: int
    name: str
    post: str = ""
    role: str = ""
    presence: Presence = "present"


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetRow:
    """The votes on one nominee. ``disagree`` None: what is left of the valid ballots."""

    line: int
    ordinal: int | None
    name: str
    agree: int
    disagree: int | None = None
    other: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class BallotSheet:
    """All that a table says. ``facts`` holds texts as typed, by the names that sessions use.

    ``lines`` tells where each fact stood.
    """

    facts: dict[str, str] = field(default_factory=dict)
    lines: dict[str, int] = field(default_factory=dict)
    numbers: dict[str, int] = field(default_factory=dict)
    members: tuple[SheetMember, ...] = ()
    tellers: tuple[str, ...] = ()
    rows: tuple[SheetRow, ...] = ()


def read_sheet(text: str) -> BallotSheet:
    """Return what a table says. Raises BadBallots with every faulty line.

    Cells are divided by tabs, semicolons or commas, whichever the line of headings uses.
    """
    reader = _Reader()
    for line, cells in _lines(text):
        reader.take(line, cells)
    return reader.finished()


def _lines(text: str) -> list[tuple[int, list[str]]]:
    sign = _divider(text)
    reader = csv.reader(io.StringIO(text), delimiter=sign)
    found: list[tuple[int, list[str]]] = []
    try:
        found = [(reader.line_num, [clean(cell) for cell in cells]) for cells in reader]
    except csv.Error as fault:
        raise BadBallots([(reader.line_num, "không đọc được dòng này.")]) from fault
    return [(line, cells) for line, cells in found if any(cells)]


def _divider(text: str) -> str:
    for line in text.splitlines():
        if "dong y" in fold(line):
            return max("\t;,", key=line.count)
    return max("\t;,", key=text.count)


class _Reader:
    """Takes one line after the other and collects what is said and what is wrong."""

    def __init__(self) -> None:
        self.faults: list[tuple[int, str]] = []
        self.facts: dict[str, str] = {}
        self.lines: dict[str, int] = {}
        self.numbers: dict[str, int] = {}
        self.members: list[SheetMember] = []
        self.tellers: list[str] = []
        self.rows: list[SheetRow] = []
        self.columns: dict[str, int] | None = None

    def take(self, line: int, cells: list[str]) -> None:
        """Read one line: a row of the table once its headings have been seen, else a fact."""
        if self.columns is not None:
            self._row(line, cells)
            return
        names = [_COLUMNS.get(fold(cell), "") for cell in cells]
        if "agree" in names:
            self._headings(line, names)
        else:
            self._fact(line, cells[0].rstrip(": "), cells[1:])

    def finished(self) -> BallotSheet:
        """Return the whole, or raise all faults."""
        if self.columns is None:
            self.faults.append(
                (0, "Không thấy dòng tiêu đề có cột Đồng ý (TT, Họ và tên, Đồng ý, …).")
            )
        elif not self.rows and not self.faults:
            self.faults.append((0, "Dưới dòng tiêu đề không có dòng kết quả nào."))
        if self.faults:
            raise BadBallots(self.faults)
        return BallotSheet(
            facts=self.facts,
            lines=self.lines,
            numbers=self.numbers,
            members=tuple(self.members),
            tellers=tuple(self.tellers),
            rows=tuple(self.rows),
        )

    def _headings(self, line: int, names: list[str]) -> None:
        doubled = {name for name in names if name and names.count(name) > 1}
        if doubled:
            self.faults.append((line, "có hai cột cùng tên trong dòng tiêu đề."))
        self.columns = {name: place for place, name in enumerate(names) if name}
        if "name" not in self.columns and "ordinal" not in self.columns:
            self.faults.append((line, "dòng tiêu đề cần cột Họ và tên hoặc cột TT."))

    def _fact(self, line: int, written: str, values: list[str]) -> None:
        word = fold(written)
        value = values[0] if values else ""
        if word in _FACTS:
            self._keep(line, _FACTS[word], value)
        elif word in _NUMBERS:
            number = self._number(line, written, value)
            if number is not None:
                self.numbers[_NUMBERS[word]] = number
        elif word in ("thanh vien", "uy vien"):
            self._member(line, values)
        elif word in ("kiem phieu", "to kiem phieu"):
            self.tellers += [item for item in values if item]
        elif word in ("tinh tren", "mau so"):
            self._known(line, "denominator", value, _BASES)
        elif word == "hinh thuc":
            self._known(line, "form", value, _FORMS)
        else:
            self.faults.append((line, f"không hiểu “{written}”; xem các dòng được dùng ở --help."))

    def _known(self, line: int, name: str, value: str, meanings: dict[str, str]) -> None:
        meaning = meanings.get(fold(value))
        if meaning is None:
            self.faults.append((line, f"không hiểu “{value}”."))
        else:
            self._keep(line, name, meaning)

    def _keep(self, line: int, name: str, value: str) -> None:
        self.facts[name] = value
        self.lines[name] = line

    def _member(self, line: int, values: list[str]) -> None:
        name, post, role, presence = (*values, "", "", "", "")[:4]
        meaning = _PRESENCES.get(fold(presence))
        if not name:
            self.faults.append((line, "chưa ghi họ tên thành viên."))
        elif meaning is None:
            self.faults.append((line, f"“{presence}” không phải có mặt, vắng hay văn bản."))
        else:
            self.members.append(
                SheetMember(line=line, name=name, post=post, role=role, presence=meaning)
            )

    def _row(self, line: int, cells: list[str]) -> None:
        columns = self.columns or {}

        def cell(name: str) -> str:
            place = columns.get(name, len(cells))
            return cells[place] if place < len(cells) else ""

        if not cell("name") and not cell("ordinal"):
            self.faults.append((line, "chưa ghi tên hoặc TT."))
            return
        words = ("agree", "disagree", "other")
        numbers = [self._number(line, _TITLES[word], cell(word), word == "agree") for word in words]
        ordinal = self._number(line, "TT", cell("ordinal"), wanted=False)
        if numbers[0] is None:
            return
        self.rows.append(
            SheetRow(
                line=line,
                ordinal=ordinal,
                name=cell("name"),
                agree=numbers[0],
                disagree=numbers[1],
                other=numbers[2],
            )
        )

    def _number(self, line: int, word: str, text: str, wanted: bool = True) -> int | None:
        if not text and not wanted:
            return None
        if not text:
            self.faults.append((line, f"chưa ghi số {word}."))
        elif not (text.isascii() and text.isdecimal() and len(text) < 5):
            self.faults.append((line, f"“{text}” ở {word} không phải số nguyên."))
        else:
            return int(text)
        return None


_TITLES = {"agree": "Đồng ý", "disagree": "Không đồng ý", "other": "Ý kiến khác"}
