"""Registrations out: the list as it is seen, the list on paper, one sheet to sign for each."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from thiduaqt.domain.records import Movement
from thiduaqt.services import exporting, registration_papers
from thiduaqt.services.registration_lists import RegistrationLine
from thiduaqt.ui import dialogs
from thiduaqt.ui.i18n import translate
from thiduaqt.ui.screen import ScreenContext
from thiduaqt.ui.tables.grid import Grid

if TYPE_CHECKING:
    from thiduaqt.services.session import Session

_WORD = [("Word", "*.docx")]


class Desk(Protocol):
    """What these need of the page."""

    context: ScreenContext
    movement: Movement | None
    year_shown: int


def export(desk: Desk, grid: Grid[RegistrationLine]) -> None:
    """Ask where to, and write the columns and rows that are seen."""
    movement = desk.movement
    words = translate("Registrations", "Xuất danh sách đăng ký")
    suggested = translate("Registrations", "Danh sách đăng ký thi đua.xlsx")
    path = _place(desk, grid, words, suggested, [("Excel", "*.xlsx")])
    if path is None or movement is None:
        return
    shown = [grid.model.columns[number] for number in grid.columns_shown()]
    seen = [
        exporting.SeenColumn(
            title=column.title,
            width=max(column.width, 240 if column.key in ("name", "commitments") else 0),
            centred=column.key in ("year", "registered_on", "registrant", "office"),
        )
        for column in shown
    ]
    rows = [[column.text(row) for column in shown] for row in grid.shown_rows()]
    title = translate("Registrations", "DANH SÁCH ĐĂNG KÝ THI ĐUA")
    subtitle = registration_papers.about(desk.context.session, movement.id, desk.year_shown)
    said = translate("Registrations", "Đã xuất {count} dòng vào {name}.")
    _write(
        desk,
        lambda session: exporting.write_list(
            session, path, title=title, subtitle=subtitle, columns=seen, rows=rows
        ),
        words,
        said.format(count=len(rows), name=path.name),
    )


def print_list(desk: Desk, grid: Grid[RegistrationLine]) -> None:
    """Ask where to, and write the list of those who registered as a Word file."""
    movement, year = desk.movement, max(desk.year_shown, 0)
    words = translate("Registrations", "In danh sách đăng ký")
    suggested = translate("Registrations", "Danh sách đăng ký thi đua.docx")
    path = _place(desk, grid, words, suggested, _WORD)
    if path is not None and movement is not None:
        said = translate("Registrations", "Đã ghi danh sách vào {name}.").format(name=path.name)
        _write(
            desk,
            lambda s: registration_papers.write_list(s, path, movement.id, year=year),
            words,
            said,
        )


def print_forms(desk: Desk, grid: Grid[RegistrationLine]) -> None:
    """Ask where to, and write a sheet to sign for each chosen line; for all seen if none is."""
    movement, year = desk.movement, max(desk.year_shown, 0)
    lines = _meant(grid)
    if movement is None or not lines:
        return
    words = translate("Registrations", "In bản đăng ký")
    suggested = translate("Registrations", "Bản đăng ký thi đua.docx")
    path = _place(desk, grid, words, suggested, _WORD)
    if path is None:
        return
    ids = [line.id for line in lines]
    said = translate("Registrations", "Đã ghi {count} bản đăng ký vào {name}.")
    _write(
        desk,
        lambda s: registration_papers.write_forms(s, path, movement.id, ids, year=year),
        words,
        said.format(count=len(ids), name=path.name),
    )


def _meant(grid: Grid[RegistrationLine]) -> Sequence[RegistrationLine]:
    chosen = grid.selected_rows()
    return chosen or grid.shown_rows()


def _place(
    desk: Desk,
    grid: Grid[RegistrationLine],
    title: str,
    name: str,
    filters: Sequence[tuple[str, str]],
) -> Path | None:
    if desk.movement is None:
        return None
    return dialogs.pick_save(grid, title, name, filters)


def _write(desk: Desk, op: Callable[[Session], object], label: str, said: str) -> None:
    desk.context.tasks.run(op, done=lambda _path: desk.context.toast(said), label=label)
