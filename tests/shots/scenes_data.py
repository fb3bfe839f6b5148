"""Nhập, xuất dữ liệu: bundles out and in, a damaged one, backups, the check, the bin."""

from __future__ import annotations

import itertools
import shutil
import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any, cast

from tests import bundles as offices
from tests.builders import NOW
from tests.exchange.forge import forged
from tests.shots import seasons
from tests.shots.camera import Stage, answering, settle
from tests.shots.studio import Studio, scene
from thiduaqt.domain.records import Person, Unit
from thiduaqt.services import nominations as lists
from thiduaqt.services import registers, safety
from thiduaqt.services.session import Session, open_session
from thiduaqt.ui.screens.data.screen import DataScreen


def _screen(on: Stage, tab: str = "") -> DataScreen:
    screen = cast("DataScreen", on.go("data"))
    if tab:
        screen.show_page(tab)
        settle()
    return screen


@scene
def data(studio: Studio) -> None:
    """What the office sends, keeps and throws away."""
    with studio.open(seasons.checked) as on:
        screen = _screen(on)
        screen.bundles.make.click()
        settle()
        on.take("data-export")
        folder = studio.archive.folder("goi")
        with answering(folder / "XaMinhHoa-2026-01.tdq"):
            screen.export.go.click()
        settle()
        on.take("data-bundles-full")
        _screen(on, "backups")
        screen.backups.now.click()
        settle()
        on.take("data-backups-full")
        on.take_dialog("data-restore", screen.backups.back.click)
        _screen(on, "check")
        screen.check.go.click()
        settle()
        on.take("data-check-sound")
        _throw_away(on)
        screen = _screen(on, "trash")
        screen.trash.grid.view.setFocus()
        screen.trash.grid.view.go_to(screen.trash.grid.model.index(0, 0))
        settle()
        on.take("data-trash-full")
        damaged = folder / "hong.tdq"
        damaged.write_bytes((folder / "XaMinhHoa-2026-01.tdq").read_bytes()[:900])
        _screen(on, "bundles")

        on.take_dialog("data-damaged-bundle", lambda: on.go("data", bundle=damaged))
    _damaged_file(studio)


def _throw_away(on: Stage) -> None:
    reader = on.window.context.session
    rows = lists.listing(reader, on.window.context.round_id)[:3]
    on.tasks.run(lambda s: lists.remove(s, [row.id for row in rows]))
    mistaken = {"name": "Thôn nhập nhầm"}
    on.tasks.run(lambda s: registers.add(s, "unit", [mistaken]))
    unit = next(one for one in reader.store.all(Unit) if one.name == mistaken["name"])
    on.tasks.run(lambda s: registers.remove(s, "unit", [unit.id]))
    settle()


def _damaged_file(studio: Studio) -> None:
    """The check of a data file somebody has written into."""
    path = studio.archive.copy(seasons.checked)
    with closing(sqlite3.connect(path)) as raw, raw:
        raw.execute("UPDATE person SET full_name = 'Kẻ khác' WHERE rowid < 4")
    with studio.open_path(path) as on:
        screen = _screen(on, "check")
        screen.check.go.click()
        settle()
        on.take("data-check-damaged")


@scene
def data_bundle(studio: Studio) -> None:
    """A bundle at the province, with every outcome there is."""
    folder = studio.archive.folder("tinh")
    path, bundle = _eight_outcomes(folder)
    with studio.open_path(path) as on:
        on.go("data", bundle=bundle)
        settle()
        on.take("data-preview")
        screen = _screen(on)
        screen.preview.grid.choose_quick("conflict")
        settle()
        on.take("data-preview-conflict")
        screen.preview.go.click()
        settle()
        on.take("data-bundles-taken-in")
        on.window.toast.hide()
        on.go("data", bundle=bundle)
        settle()
        on.take("data-preview-again")


def _eight_outcomes(folder: Path) -> tuple[Path, Path]:
    """Return the province's data file and a bundle that meets all eight outcomes there."""
    commune = offices.an_office(folder, "xa")
    province = offices.an_office(folder, "tinh")
    made = offices.a_season(commune, people=5)
    second = _copy(commune, "may-hai")
    people = commune.store.all(Person)
    offices.put(commune, replace(made[0], achievement="Hướng dẫn 120 hộ cài đặt VNeID"))
    offices.put(commune, replace(people[1], birth="1986"))
    offices.send(commune, folder / "1.tdq")
    offices.take_in(province, folder / "1.tdq")
    offices.put(second, replace(made[0], achievement="Hướng dẫn 95 hộ dùng dịch vụ công"))
    for _ in range(2):
        people_there = second.store.all(Person)
        offices.put(second, replace(people_there[2], birth="1990", phone="0987654321"))
    offices.put(second, Unit(id=second.new_id(), name="Trạm Y tế xã"))
    offices.send(second, folder / "2.tdq")
    ours = Unit(id="cua-tinh", name="Sở Khoa học và Công nghệ")
    offices.put(province, ours)

    def change(lines: list[dict[str, Any]]) -> None:
        household = next(line for line in lines if line["t"] == "household")
        household["b"]["head"] = 5
        household["rev"] = 9
        unit = next(line for line in lines if line["t"] == "unit")
        lines.append({**unit, "id": ours.id, "rev": 9})
        nomination = [line for line in lines if line["t"] == "nomination"][1]
        lines.append({**nomination, "id": "cho", "b": {**nomination["b"], "person_id": "chua-co"}})

    bundle = folder / "XaMinhHoa-2026-02.tdq"
    bundle.write_bytes(forged((folder / "2.tdq").read_bytes(), lines=change))
    safety.backup(province)
    for session in (commune, second, province):
        session.close()
    return folder / "tinh.tdqdb", bundle


def _copy(session: Session, name: str) -> Session:
    """Return the same office on a second computer, as a hand copy makes it."""
    path = session.path.with_name(f"{name}.tdqdb")
    shutil.copyfile(session.path, path)
    numbers = itertools.count(1)
    return open_session(
        path, actor="may-hai", clock=lambda: NOW, ids=lambda: f"{name}-{next(numbers):06d}"
    )
