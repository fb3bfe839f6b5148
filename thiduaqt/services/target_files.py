"""Figures in: the form a unit fills in, read back without a question.

Whatever touches Office files is loaded only when it is used.
"""

# ruff: noqa: PLC0415 - heavy readers and writers are imported when they are needed

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from thiduaqt.domain.changes import Changes
from thiduaqt.domain.due import Due
from thiduaqt.domain.errors import NotAllowed, UserError
from thiduaqt.domain.issues import Issue
from thiduaqt.domain.plan import Target
from thiduaqt.domain.records import Measurement, Movement, Unit
from thiduaqt.domain.target_form import FilledCell, FilledForm, FormColumn, FormLine, TargetForm
from thiduaqt.domain.target_values import BadFigure, cell_words, read_figure, wanted_words
from thiduaqt.domain.targets import PERCENT, figure_of, tree
from thiduaqt.services import files, units
from thiduaqt.services.papers import as_movement
from thiduaqt.services.session import Session
from thiduaqt.services.targets import (
    Entry,
    period_of,
    record,
    whole_words,
)

_SHOWN = 5


class BadFigures(UserError):
    """A form with cells nobody can read; ``issues`` name each by its address. Nothing was kept."""

    code = "BAD_FIGURES"

    def __init__(self, name: str, issues: Sequence[Issue]) -> None:
        self.issues = tuple(issues)
        told = [issue.message for issue in self.issues[:_SHOWN]]
        more = len(self.issues) - _SHOWN
        if more > 0:
            told.append(f"Còn {more} ô khác.")
        super().__init__(
            f"Chưa nhập được “{name}”: {len(self.issues)} ô không đọc được. {' '.join(told)}",
            todo="Sửa các ô này trong tệp rồi nhập lại.",
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureFile:
    """What a filled form would bring. ``entries`` are new or changed, ``same`` are known already.

    ``movement_id`` is the movement it was made for, ``unread`` the cells that cannot be read.
    """

    name: str
    movement_id: str
    period: str
    entries: tuple[Entry, ...]
    new: int
    changed: int
    same: int
    unread: tuple[Issue, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """What became of a filled form."""

    changes: Changes
    file: FigureFile


# -- the form -------------------------------------------------------------------------------------


def form_of(
    session: Session, movement_id: str, *, period: str, unit_ids: Sequence[str] | None = None
) -> TargetForm:
    """Return the form for one period: all units that are asked, or those named.

    The column of the whole is there where no unit is named. What is known of the period stands in
    its cells. Raises NotAllowed for a movement without targets, BadValue for the period.
    """
    movement = session.store.get(Movement, movement_id)
    rules = movement.definition
    when = period_of(period)
    if rules is None or not rules.targets:
        raise NotAllowed(
            "Phong trào này chưa có chỉ tiêu nào.", todo="Thêm chỉ tiêu ở phần Chỉ tiêu trước."
        )
    columns = _columns(session, rules.targets, unit_ids)
    known = {
        (item.target, item.unit_id): item
        for item in session.store.all(Measurement, movement_id=movement_id, period=when)
    }
    return TargetForm(
        movement_id=movement_id,
        title="BIỂU NHẬP KẾT QUẢ THỰC HIỆN CHỈ TIÊU",
        subtitle=f"{as_movement(movement)}; kỳ số liệu: {Due(value=when).words}",
        period=when,
        columns=columns,
        lines=tuple(
            _form_line(place.target, place.number, columns, known, int(when[:4]))
            for place in tree(rules.targets)
        ),
    )


def _columns(
    session: Session, targets: Sequence[Target], unit_ids: Sequence[str] | None
) -> tuple[FormColumn, ...]:
    if unit_ids:
        found = [session.store.get(Unit, unit_id) for unit_id in unit_ids]
        return tuple(FormColumn(unit_id=unit.id, name=unit.name) for unit in found)
    whole = FormColumn(unit_id=None, name=whole_words(session))
    if all(target.scope == "whole" for target in targets):
        return (whole,)
    asked = (FormColumn(unit_id=unit.id, name=unit.name) for unit in units.asked(session))
    return (whole, *asked)


def _form_line(
    target: Target,
    number: str,
    columns: Sequence[FormColumn],
    known: dict[tuple[str, str | None], Measurement],
    year: int,
) -> FormLine:
    values = []
    for column in columns:
        item = known.get((target.code, column.unit_id))
        values.append(cell_words(figure_of(item, target), target) if item is not None else "")
    return FormLine(
        code=target.code,
        number=number,
        statement=target.statement,
        wanted=wanted_words(target, year),
        hint=_hint(target),
        values=tuple(values),
        open=tuple(_is_open(target, column.unit_id) for column in columns),
    )


def _is_open(target: Target, unit_id: str | None) -> bool:
    """Tell whether a figure may be typed: the whole of what units report is worked out."""
    return unit_id is not None or target.scope == "whole"


def _hint(target: Target) -> str:
    if target.operator == "text":
        return "Ghi “đạt” hoặc “chưa”."
    if target.unit not in ("", PERCENT):
        return f"Ghi số {target.unit}."
    parts = [part for part in (target.numerator, target.denominator) if part]
    counts = f" ({' / '.join(parts)})" if len(parts) == 2 else ""
    example = "75%" if target.unit == PERCENT else "0,75"
    return f"Ghi {example} hoặc số đếm 12/40{counts}."


def export_form(
    session: Session,
    path: Path,
    movement_id: str,
    *,
    period: str,
    unit_ids: Sequence[str] | None = None,
    replace: bool = True,
) -> Path:
    """Write the form as ``.xlsx`` and return where it is.

    Without ``replace`` a file that is there stays and the form gets a name beside it. Raises
    NotAllowed for another ending, WriteFailed, StoreError.
    """
    from thiduaqt.documents import target_form

    if path.suffix.lower() != ".xlsx":
        raise NotAllowed(
            f"Biểu nhập số liệu là tệp Excel, không ghi vào “{path.name}” được.",
            todo="Đặt tên tệp kết thúc bằng .xlsx.",
        )
    form = form_of(session, movement_id, period=period, unit_ids=unit_ids)
    return written(path, target_form.build(form), replace=replace)


def written(path: Path, content: bytes, *, replace: bool = True) -> Path:
    """Put a file where the officer chose; one that is there was asked about when it was chosen.

    Where nobody was asked (``replace`` False) it stays, and ours is named "… (2)".
    """
    from thiduaqt.documents.files import file_hash, write_document

    files.refuse_data_file(path)
    try:
        known = file_hash(path) if replace else None
    except OSError:  # a folder, or closed to us: writing will tell
        known = None
    return write_document(path, content, known).path


# -- reading it back ------------------------------------------------------------------------------


def read_figures(session: Session, path: Path, *, movement_id: str = "") -> FigureFile:
    """Read a filled form and compare it with what is known; writes nothing.

    An empty cell leaves what is known alone. Raises BadFile for a file that is no such form,
    NotAllowed for one of another movement or of targets that are gone.
    """
    from thiduaqt.intake.target_form import read_target_form

    form = read_target_form(path)
    movement = session.store.find(Movement, form.movement_id)
    if movement is None or movement.deleted or movement_id not in ("", form.movement_id):
        raise NotAllowed(
            f"Biểu “{path.name}” lập cho một phong trào khác.",
            todo="Chọn đúng phong trào, hoặc xuất lại biểu mẫu.",
        )
    period = period_of(form.period)
    known = {
        (item.target, item.unit_id): item
        for item in session.store.all(Measurement, movement_id=movement.id, period=period)
    }
    rules = movement.definition
    targets = {target.code: target for target in rules.targets} if rules is not None else {}
    reading = _Reading(session, form, targets=targets, known=known, period=period, name=path.name)
    return reading.file()


class _Reading:
    """Goes through the filled cells of one form."""

    def __init__(
        self,
        session: Session,
        form: FilledForm,
        *,
        targets: dict[str, Target],
        known: dict[tuple[str, str | None], Measurement],
        period: str,
        name: str,
    ) -> None:
        self.units = {unit.id for unit in session.store.all(Unit)}
        self.form = form
        self.targets = targets
        self.known = known
        self.period = period
        self.name = name
        self.entries: list[Entry] = []
        self.unread: list[Issue] = []
        self.counts = {"new": 0, "changed": 0, "same": 0}

    def file(self) -> FigureFile:
        """Return what the form would bring."""
        for cell in self.form.cells:
            if cell.text:
                self._cell(cell)
        return FigureFile(
            name=self.name,
            movement_id=self.form.movement_id,
            period=self.period,
            entries=tuple(self.entries),
            unread=tuple(self.unread),
            **self.counts,
        )

    def _cell(self, cell: FilledCell) -> None:
        target = self.targets.get(cell.target)
        if target is None:
            self._refuse(cell, "chỉ tiêu này không còn trong phong trào.", "Xuất lại biểu mẫu.")
            return
        if cell.unit_id is not None and cell.unit_id not in self.units:
            self._refuse(cell, "đơn vị của cột này không còn.", "Xuất lại biểu mẫu.")
            return
        if not _is_open(target, cell.unit_id):
            words = "chỉ tiêu này cộng từ các đơn vị, không nhập số chung."
            self._refuse(cell, words, "Xóa ô này, ghi số ở cột của từng đơn vị.")
            return
        try:
            figure = read_figure(cell.text, target).figure
        except BadFigure as fault:
            self._refuse(cell, fault.what, fault.todo)
            return
        item = self.known.get((cell.target, cell.unit_id))
        old = figure_of(item, target) if item is not None else None
        same = old is not None and (old.na, old.value, old.numerator, old.denominator) == (
            figure.na, figure.value, figure.numerator, figure.denominator,
        )  # fmt: skip
        self.counts["same" if same else "new" if item is None else "changed"] += 1
        if not same:
            self.entries.append(
                Entry(
                    target=cell.target,
                    value=cell.text,
                    period=self.period,
                    unit_id=cell.unit_id,
                    source=f"Tệp {self.name}",
                )
            )

    def _refuse(self, cell: FilledCell, what: str, todo: str) -> None:
        message = f"Ô {cell.address}: {what} {todo}"
        self.unread.append(
            Issue(code="FIGURE_UNREAD", severity="error", message=message, field=cell.address)
        )


def import_figures(session: Session, path: Path, *, movement_id: str = "") -> Imported:
    """Keep the figures of a filled form as one step. Raises BadFigures where a cell is unreadable.

    Then, and for a file that is refused, nothing is kept.
    """
    return keep_figures(session, read_figures(session, path, movement_id=movement_id))


def keep_figures(session: Session, found: FigureFile) -> Imported:
    """Keep the figures that :func:`read_figures` found; raises as :func:`import_figures` does."""
    if found.unread:
        raise BadFigures(found.name, found.unread)
    if not found.entries:
        return Imported(changes=Changes(), file=found)
    label = f"Nhập {len(found.entries)} số liệu từ {found.name}"
    changes = record(session, found.movement_id, found.entries, label=label)
    return Imported(changes=changes, file=found)
