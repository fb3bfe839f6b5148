"""The list being taken in: which file, how it was read, what the officer has decided so far."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from thiduaqt.domain.errors import Cancelled, UserError
from thiduaqt.domain.repair import Choice, Letters
from thiduaqt.services import intake, intake_letters
from thiduaqt.services.checking import Checker
from thiduaqt.ui.screen import ScreenContext
from thiduaqt.ui.screens.intake.rows import Answer, Choices, ListRow, counts, list_rows

if TYPE_CHECKING:
    from thiduaqt.services.intake import Committed, Preview
    from thiduaqt.services.session import Session
    from thiduaqt.ui.tasks import Job

Lines = Mapping[tuple[str, int], Sequence[str]]


@dataclass(slots=True)
class _Loaded:
    """A list that was read. ``shown`` is replaced as it is mended, on the writer's thread only."""

    shown: Preview
    lines: Lines
    ordinals: Mapping[str, int]
    known: bool


@dataclass(slots=True)
class Reading:
    """How the officer wants the file read; None where the program's guess holds."""

    mapping: Mapping[str, str] | None = None
    header_row: int | None = None
    sheets: Sequence[str] | None = None
    letters: Letters = "repair"


class IntakeState(QObject):
    """Reads, mends and writes one list after the other.

    ``loaded(bool)`` follows a reading (True: its layout is known from last time), ``changed()``
    each decision, ``written(Committed)`` the end. ``failed(text)`` tells what could not be done,
    ``busy(Job | None)`` that something is under way.
    """

    loaded = Signal(bool)
    changed = Signal()
    written = Signal(object)
    failed = Signal(str, bool)
    busy = Signal(object)

    def __init__(self, context: ScreenContext, owner: QWidget) -> None:
        super().__init__(owner)
        self.context = context
        self._owner = owner
        self.files: list[Path] = []
        self.shown: Preview | None = None
        self.all_sheets: tuple[str, ...] = ()
        self.reading = Reading()
        self.choices = Choices()
        self.rows: tuple[ListRow, ...] = ()
        self._list: _Loaded | None = None

    @property
    def path(self) -> Path | None:
        """The file being taken in; None for the waiting rows."""
        return self.files[0] if self.files else None

    @property
    def name(self) -> str:
        """What is being taken in, in words."""
        return self.path.name if self.path else self.tr("Dòng chờ sửa")

    def clear(self) -> None:
        """Forget everything; nothing was written."""
        self.files = []
        self.shown = None
        self.rows = ()
        self.all_sheets = ()
        self.reading, self.choices = Reading(), Choices()
        self._list = None

    # -- reading ------------------------------------------------------------------------------

    def start(self, files: Sequence[Path]) -> None:
        """Take in ``files``, one after the other."""
        self.clear()
        self.files = list(files)
        self.load()

    def next_file(self) -> None:
        """Go on with the next file."""
        self.start(self.files[1:])

    def load(self, reading: Reading | None = None) -> None:
        """Read the current file, as ``reading`` says."""
        path = self.path
        if path is None:
            return
        wanted = reading or Reading()
        around = self.context.round_id
        words = self.tr("Đọc {name}").format(name=path.name)

        def read(session: Session, job: Job) -> _Loaded:
            def tell(done: int, total: int) -> None:
                job.report(done, total, f"{words}: {done}/{total}")

            shown = intake.preview(
                session,
                path,
                around,
                mapping=wanted.mapping,
                header_row=wanted.header_row,
                sheets=wanted.sheets,
                letters=Choice(wanted.letters),
                progress=tell,
                cancelled=job.cancelled.is_set,
            )
            return _Loaded(
                shown,
                intake.source_lines(path),
                _ordinals(session, around),
                intake.remembered(session, shown.reading.layout) is not None,
            )

        self._run(read, words, lambda result: self._on_loaded(result, wanted))

    def load_waiting(self) -> None:
        """Show the rows that earlier lists left behind."""
        self.clear()
        around = self.context.round_id

        def read(session: Session, _job: Job) -> _Loaded:
            shown = intake.waiting_preview(session, around)
            return _Loaded(shown, {}, _ordinals(session, around), True)

        self._run(read, self.name, lambda result: self._on_loaded(result, Reading()))

    def _run(
        self, op: Callable[[Session, Job], Any], label: str, done: Callable[[Any], None]
    ) -> None:
        def finished(result: Any) -> None:  # noqa: ANN401 - whatever the work returns
            self.busy.emit(None)
            done(result)

        job = self.context.tasks.run_long(
            op, label=label, done=finished, failed=self._on_failed, owner=self._owner
        )
        if self.context.tasks.busy:
            self.busy.emit(job)

    def _on_failed(self, error: Exception) -> bool:
        self.busy.emit(None)
        return self._tell(error)

    def _tell(self, error: Exception) -> bool:
        if isinstance(error, UserError):
            self.failed.emit(error.text, isinstance(error, Cancelled))
            return True
        return False

    def _on_loaded(self, result: _Loaded, reading: Reading) -> None:
        self.reading = reading
        self._list = result
        self.choices = Choices()
        if reading.sheets is None:
            sheets = (table.sheet for table in result.shown.reading.tables)
            self.all_sheets = tuple(dict.fromkeys(sheets))
        self.shown = result.shown
        self._show()
        self.loaded.emit(result.known)

    def _show(self) -> None:
        assert self.shown is not None
        assert self._list is not None
        self.rows = _rows(self._list, self.shown, self.choices)
        self.changed.emit()

    def line_of(self, index: int) -> Sequence[str]:
        """Return a row as it stands in the file."""
        assert self.shown is not None
        assert self._list is not None
        return _line_of(self._list, self.shown, index)

    # -- deciding -----------------------------------------------------------------------------

    def revise(self, typed: Mapping[int, Mapping[str, str]]) -> None:
        """Mend rows with values as typed; ``failed`` tells where that is not possible."""
        self._mend(lambda session, shown: intake.revise_many(session, shown, typed))

    def _mend(self, op: Callable[[Session, Preview], Preview]) -> None:
        """Change the list on the writer's thread: comparing a long one with the data takes long.

        One change follows upon the other, also where the first is not shown yet.
        """
        mended, choices = self._list, self.choices
        if mended is None:
            return

        def work(session: Session) -> tuple[Preview, tuple[ListRow, ...]]:
            mended.shown = op(session, mended.shown)
            return mended.shown, _rows(mended, mended.shown, choices)

        def done(result: tuple[Preview, tuple[ListRow, ...]]) -> None:
            if mended is not self._list:
                return  # given up, or another list by now
            self.shown, self.rows = result
            if choices != self.choices:
                self._show()
            else:
                self.changed.emit()

        words = self.tr("Sửa dòng trong danh sách")
        self.context.tasks.run(work, label=words, done=done, failed=self._tell, owner=self._owner)

    def answer(self, answer: Answer) -> None:
        """Do what an answer says."""
        if self.shown is None:
            return
        if answer.does == "revise":
            values = dict(answer.values)
            self.revise(dict.fromkeys(answer.rows, values))
            return
        if answer.does == "accept":
            rows, code = answer.rows, answer.code
            self._mend(lambda session, shown: intake.accept(session, shown, rows, code))
            return
        if answer.does in ("keep_letters", "read_letters"):
            self.keep_letters(answer.rows, keep=answer.does == "keep_letters")
            return
        chosen = frozenset(answer.rows)
        out, new = self.choices.left_out - chosen, self.choices.add_new - chosen
        if answer.does == "leave":
            out |= chosen
        elif answer.does == "add_new":
            new |= chosen
        self.choices = Choices(out, new)
        self._show()

    def keep_letters(self, indices: Sequence[int], *, keep: bool = True) -> None:
        """Give rows the letters of the file back, or read them from their old font again."""
        rows = tuple(indices)
        self._mend(
            lambda session, shown: intake_letters.keep_letters(session, shown, rows, keep=keep)
        )

    def leave_out(self, indices: Sequence[int]) -> None:
        """Leave rows out, or take them back in if all of them are left out already."""
        rows = frozenset(indices)
        out = self.choices.left_out
        out = out - rows if rows <= out else out | rows
        self.choices = Choices(out, self.choices.add_new)
        self._show()

    @property
    def to_write(self) -> int:
        """How many rows would be written now."""
        found = counts(self.rows, self.choices)
        return found["new"] + found["changed"]

    # -- writing ------------------------------------------------------------------------------

    def commit(self) -> None:
        """Write the list as one step."""
        loaded, choices = self._list, self.choices
        if loaded is None:
            return
        words = self.tr("Nhập {name}").format(name=self.name)

        def write(session: Session, job: Job) -> Committed:
            return intake.commit(
                session,
                loaded.shown,  # with what was mended just before
                leave_out=choices.left_out,
                add_new=choices.add_new,
                progress=lambda done, total: job.report(done, total, f"{words}: {done}/{total}"),
            )

        self._run(write, words, self.written.emit)


def _rows(loaded: _Loaded, shown: Preview, choices: Choices) -> tuple[ListRow, ...]:
    return list_rows(shown, choices, raw=_unread(loaded, shown), ordinals=loaded.ordinals)


def _line_of(loaded: _Loaded, shown: Preview, index: int) -> Sequence[str]:
    place = shown.rows[index].draft.provenance
    return loaded.lines.get((place.sheet, place.row), ())


def _unread(loaded: _Loaded, shown: Preview) -> dict[tuple[int, str], str]:
    """Return the dates of the file that could not be read, so that they can be mended."""
    places = {
        table.sheet: _number(column.letters)
        for table in shown.reading.tables
        for column in table.columns
        if column.field == "birth"
    }
    found: dict[tuple[int, str], str] = {}
    for index, row in enumerate(shown.rows):
        if row.outcome != "error" or row.draft.birth:
            continue
        cells = _line_of(loaded, shown, index)
        place = places.get(row.draft.provenance.sheet)
        if place is not None and place < len(cells):
            found[index, "birth"] = cells[place]
    return found


def _number(letters: str) -> int:
    """Return the place of a column, A being 0."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1


def _ordinals(session: Session, round_id: str) -> dict[str, int]:
    nominations = Checker(session, round_id).nominations
    return {item.id: number for number, item in enumerate(nominations, start=1)}
