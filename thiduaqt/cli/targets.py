"""The command for targets: the table with its states, figures in, form and table out."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from thiduaqt.cli.output import any_path, data_argument, json_option, opened, refuses_in_words, say
from thiduaqt.domain.errors import NotFound, UserError
from thiduaqt.domain.text import clean, fold

if TYPE_CHECKING:
    from thiduaqt.services.session import Session
    from thiduaqt.services.target_files import Imported
    from thiduaqt.services.targets import Overview, TargetRow


@click.command("targets")
@data_argument
@click.option("--movement", default="", help="Tên phong trào (không có: phong trào mới nhất).")
@click.option("--year", type=click.IntRange(2000, 2199), help="Năm (không có: năm nay).")
@click.option("--period", default="", help="Kỳ số liệu: Q3/2026, 9/2026, 2026.")
@click.option("--unit", default="", help="Chỉ một đơn vị, theo tên.")
@click.option("--set", "figures", multiple=True, help="Ghi số liệu: MÃ=GIÁ TRỊ, ví dụ 1=12/40.")
@click.option("--import", "source", type=any_path, help="Nhập biểu .xlsx đã điền.")
@click.option("--form", "form", type=any_path, help="Xuất biểu .xlsx để điền.")
@click.option("--out", "out", type=any_path, help="Xuất bảng ra .docx hoặc .xlsx.")
@json_option
@refuses_in_words
def targets(
    data: Path,
    movement: str,
    year: int | None,
    period: str,
    unit: str,
    figures: tuple[str, ...],
    source: Path | None,
    form: Path | None,
    out: Path | None,
    as_json: bool,
) -> None:
    """Xem chỉ tiêu đạt hay chưa; ghi, nhập số liệu; xuất biểu và bảng."""
    from thiduaqt.services import target_files, target_papers
    from thiduaqt.services import targets as services

    if figures and source:
        raise click.UsageError("Chọn --set hoặc --import, không dùng cả hai một lần.")
    with opened(data) as session:
        chosen = _movement_id(session, movement)
        unit_id = _unit_id(session, unit) if unit else None
        when = services.period_of(period) if period else ""
        span: dict[str, Any] = {"year": year, "period": when, "unit_id": unit_id}
        typed = when or str(year or session.today().year)
        if figures:
            entries = [_entry(session, chosen, text, typed, unit_id) for text in figures]
            services.record(session, chosen, entries)
        done = target_files.import_figures(session, source, movement_id=chosen) if source else None
        kept = bool(figures or (done is not None and done.file.entries))
        with _telling_what_was_kept(kept=kept):
            written = _written(session, chosen, form, out, typed, span)
        shown = services.overview(session, chosen, **span)
        heading = f"{shown.movement.title}, {target_papers.when_words(shown)}:"
    document = _document(shown, done, written)
    lines = [heading, *(_line(row) for row in shown.rows)]
    if done is not None:
        counts = done.file
        told = f"{counts.new} số mới, {counts.changed} số sửa, {counts.same} số như cũ"
        lines.insert(0, f"{counts.name}: {told}.")
    lines += [f"Đã ghi {path.name}." for path in written]
    say(as_json, document, lines)


def _written(
    session: Session,
    movement_id: str,
    form: Path | None,
    out: Path | None,
    period: str,
    span: dict[str, Any],
) -> list[Path]:
    """Write what is asked for; nobody was asked about a file that is there, so it stays."""
    from thiduaqt.services import target_files, target_papers

    made = []
    if form:
        ids = [span["unit_id"]] if span["unit_id"] else None
        made.append(
            target_files.export_form(
                session, form, movement_id, period=period, unit_ids=ids, replace=False
            )
        )
    if out:
        made.append(target_papers.export_table(session, out, movement_id, replace=False, **span))
    return made


@contextmanager
def _telling_what_was_kept(*, kept: bool) -> Iterator[None]:
    """Say of a refusal that figures were ``kept`` before it, where they were."""
    try:
        yield
    except UserError as fault:
        if not kept:
            raise
        data = "Số liệu đã ghi vào dữ liệu; tệp chưa xuất được."
        raise UserError(fault.what, todo=fault.todo, data=data, code=fault.code) from fault


def _movement_id(session: Session, name: str) -> str:
    """Return the movement meant; raises NotFound where none or several fit."""
    from thiduaqt.services import movements

    known = movements.listing(session)
    key = fold(clean(name))
    found = [
        item
        for item in known
        if name == item.id or key in fold(item.title) or key in fold(item.short_name)
    ]
    if not found:
        raise NotFound(
            f"Không thấy phong trào “{name}”." if name else "Chưa có phong trào nào.",
            todo="Xem lại tên phong trào.",
        )
    return found[0].id


def _unit_id(session: Session, name: str) -> str:
    from thiduaqt.services import units

    key = fold(clean(name))
    found = [unit for unit in units.asked(session) if fold(unit.name) == key or unit.id == name]
    if not found:
        raise NotFound(f"Không thấy đơn vị “{name}”.", todo="Gõ đúng tên đơn vị.")
    return found[0].id


def _entry(session: Session, movement_id: str, text: str, period: str, unit_id: str | None) -> Any:  # noqa: ANN401 - the service is loaded late
    """Return a figure typed as CODE=VALUE; the code may be the number in the plan (2.1)."""
    from thiduaqt.services import targets as services

    code, mark, value = text.partition("=")
    if not mark or not clean(code):
        raise click.UsageError(f"“{text}” phải có dạng MÃ=GIÁ TRỊ, ví dụ 2.1=75%.")
    rows = services.overview(session, movement_id).rows
    wanted = clean(code)
    target = next((row.id for row in rows if wanted in (row.id, row.number)), wanted)
    return services.Entry(target=target, value=value, period=period, unit_id=unit_id)


def _document(shown: Overview, done: Imported | None, written: list[Path]) -> dict[str, Any]:
    return {
        "movement": shown.movement.title,
        "year": shown.year,
        "period": shown.period,
        "risk_share": str(shown.risk_share) if shown.risk_share is not None else None,
        "targets": [_row(row) for row in shown.rows],
        "imported": {
            "file": done.file.name,
            "new": done.file.new,
            "changed": done.file.changed,
            "same": done.file.same,
        }
        if done is not None
        else None,
        "written": [str(path) for path in written],
    }


def _row(row: TargetRow) -> dict[str, Any]:
    figure = row.figure
    return {
        "code": row.id,
        "number": row.number,
        "statement": row.statement,
        "operator": row.target.operator,
        "wanted": str(row.wanted) if row.wanted is not None else None,
        "unit": row.target.unit,
        "value": str(figure.value) if figure.value is not None else None,
        "numerator": str(figure.numerator) if figure.numerator is not None else None,
        "denominator": str(figure.denominator) if figure.denominator is not None else None,
        "period": figure.period,
        "state": row.state,
        "units": [
            {
                "unit": part.name,
                "value": str(part.figure.value) if part.figure.value is not None else None,
                "state": part.state,
            }
            for part in row.units
            if part.figure.known or part.figure.na
        ],
    }


def _line(row: TargetRow) -> str:
    told = [row.wanted_words, row.figure_words, row.state_words, row.reach_words]
    return f"  {row.number}. {row.statement}: {'; '.join(part for part in told if part)}"
