"""Commands of movement packs: listed, checked, taken in, given away."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from thiduaqt.cli.output import any_path, data_argument, json_option, opened, refuses_in_words, say
from thiduaqt.domain.errors import NotAllowed, NotFound
from thiduaqt.domain.text import fold, matches

if TYPE_CHECKING:
    from thiduaqt.services.packs import Fault, PackInfo, PackReport
    from thiduaqt.services.session import Session


@click.group()
def pack() -> None:
    """Gói phong trào: liệt kê, kiểm tra, nhập, xuất."""


@pack.command("list")
@json_option
@refuses_in_words
def list_(as_json: bool) -> None:
    """Liệt kê các mẫu phong trào có sẵn."""
    _tell_packs(as_json)


@click.command(hidden=True)
@json_option
@refuses_in_words
def packs(as_json: bool) -> None:
    """Liệt kê các mẫu phong trào có sẵn (như lệnh pack list)."""
    _tell_packs(as_json)


def _tell_packs(as_json: bool) -> None:
    from thiduaqt.services import setup

    found = setup.available_packs()
    say(as_json, [_info(item) for item in found], [f"{item.code}\t{item.title}" for item in found])


def _info(info: PackInfo) -> dict[str, Any]:
    return {
        "code": info.code,
        "title": info.title,
        "short_name": info.short_name,
        "description": info.description,
        "commune": info.commune,
        "province": info.province,
        "movements": info.movements,
    }


@pack.command("validate")
@click.argument("file", type=any_path)
@json_option
@refuses_in_words
def validate(file: Path, as_json: bool) -> None:
    """Kiểm tra một gói (tệp .toml hoặc thư mục): mọi lỗi, kèm tệp, mục, khóa và lý do.

    Mã kết thúc 0: nhập được (có thể có điều cần xem); 1: có lỗi, không nhập được.
    """
    from thiduaqt.services import packs as service

    report = service.validate(file)
    say(as_json, _report(report), _report_lines(report))
    if not report.ok:
        sys.exit(1)


def _report(report: PackReport) -> dict[str, Any]:
    return {
        "file": report.file,
        "ok": report.ok,
        "errors": [_fault(item) for item in report.errors],
        "notes": [_fault(item) for item in report.notes],
        "pack": _info(report.info) if report.info else None,
    }


def _fault(fault: Fault) -> dict[str, str]:
    return {
        "file": fault.file,
        "place": fault.place,
        "key": fault.key,
        "reason": fault.reason,
        "words": fault.words,
    }


def _report_lines(report: PackReport) -> list[str]:
    lines = [f"LỖI: {item.words}." for item in report.errors]
    lines += _note_lines(report.notes)
    if report.info is None:
        return [*lines, f"{report.file}: không nhập được, {len(report.errors)} lỗi."]
    count = f"{report.info.movements} phong trào"
    return [*lines, f"{report.file}: nhập được, {count}: {report.info.title}."]


def _note_lines(notes: tuple[Fault, ...]) -> list[str]:
    return [f"Cần xem: {item.words}." for item in notes]


@pack.command("export")
@data_argument
@click.option(
    "--movement", default="", help="Tên, mã hoặc id của phong trào; bỏ trống: cả kế hoạch."
)
@click.option(
    "--out", "path", required=True, type=any_path, help="Tệp .toml, hoặc một thư mục mới."
)
@json_option
@refuses_in_words
def export_(data: Path, movement: str, path: Path, as_json: bool) -> None:
    """Xuất kế hoạch với các phong trào của nó, hoặc một phong trào, thành gói."""
    from thiduaqt.services import packs as service

    with opened(data) as session:
        if movement:
            made = service.export(session, path, movement_id=_movement(session, movement))
        else:
            made = service.export(session, path, plan_id=_only_plan(session))
    say(
        as_json,
        {
            "path": str(made.path),
            "files": [str(item) for item in made.files],
            "errors": [_fault(item) for item in made.errors],
            "notes": [_fault(item) for item in made.notes],
        },
        [
            *(f"Máy khác sẽ từ chối: {item.words}." for item in made.errors),
            *_note_lines(made.notes),
            *(str(item) for item in made.files),
        ],
    )


@pack.command("import")
@data_argument
@click.argument("file", type=any_path)
@click.option(
    "--year", type=click.IntRange(2000, 2100), help="Năm của đợt khen hằng năm (mặc định: năm nay)."
)
@click.option("--copy", "as_copy", is_flag=True, help="Đã có phong trào này thì thêm một bản sao.")
@json_option
@refuses_in_words
def import_(data: Path, file: Path, year: int | None, as_copy: bool, as_json: bool) -> None:
    """Nhập một gói (tệp .toml hoặc thư mục) vào dữ liệu, trong một bước."""
    from thiduaqt.services import packs as service
    from thiduaqt.services import setup

    with opened(data) as session:
        due = session.today().year if year is None else year
        made = service.import_pack(session, file, due, as_copy=as_copy)
        found = [item for item in setup.movements(session) if item.id in made.movement_ids]
        rounds = [one.name for item in found for one in setup.rounds(session, item.id)]
    say(
        as_json,
        {
            "plan": made.plan_id,
            "movements": [{"id": item.id, "title": item.title} for item in found],
            "rounds": rounds,
            "notes": [_fault(item) for item in made.notes],
        },
        [
            *_note_lines(made.notes),
            *(f"Đã nhập: {item.title}" for item in found),
            *(f"Đợt: {name}" for name in rounds),
        ],
    )


def _movement(session: Session, named: str) -> str:
    """Return the id of the one movement with this id, code or name. Raises NotFound, NotAllowed."""
    from thiduaqt.services import setup

    found = setup.movements(session)
    exact = [
        item
        for item in found
        if named in (item.id, item.definition.code if item.definition else "", item.short_name)
    ]
    fitting = exact or [item for item in found if matches(fold(named), fold(item.title))]
    if len(fitting) == 1:
        return fitting[0].id
    if not fitting:
        raise NotFound(f"Không có phong trào “{named}”.", todo=_choose(session))
    raise NotAllowed(f"Có {len(fitting)} phong trào hợp với “{named}”.", todo=_choose(session))


def _only_plan(session: Session) -> str:
    from thiduaqt.services import setup

    plans = {item.plan_id for item in setup.movements(session) if item.plan_id}
    if len(plans) == 1:
        return plans.pop()
    if not plans:
        raise NotFound(
            "Chưa có kế hoạch nào trong dữ liệu.", todo="Tạo hoặc nhập phong trào trước."
        )
    raise NotAllowed("Có nhiều kế hoạch.", todo=_choose(session))


def _choose(session: Session) -> str:
    from thiduaqt.services import setup

    codes = [item.definition.code for item in setup.movements(session) if item.definition]
    return f"Thêm --movement với một trong: {', '.join(codes)}." if codes else ""
