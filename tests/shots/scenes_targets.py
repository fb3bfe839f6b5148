"""Chỉ tiêu: the 19 targets of a real plan, figures in every state, faults, nothing at all."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from pathlib import Path
from typing import cast

from tests.shots import seasons
from tests.shots.camera import Stage, settle
from tests.shots.studio import Studio, scene
from thiduaqt.domain.plan import Target, YearValue
from thiduaqt.services import movements, targets, units
from thiduaqt.services.targets import Entry
from thiduaqt.ui.screens.movements.screen import MovementsScreen
from thiduaqt.ui.screens.movements.targets.tab import CHART, FIGURES, TABLE, TargetsTab
from thiduaqt.ui.tables.columns import CellEdit

_PACK = Path(__file__).resolve().parents[2] / "resources" / "packs" / "bac_ninh_2025.toml"
_FIGURES = {
    "III.1": "118/118", "III.3": "231/245", "III.4": "5.210/6.840", "III.5": "không áp dụng",
    "III.7": "88%", "III.9": "1.912/2.140", "III.10": "61,5%", "III.16": "83%", "III.17": "18%",
    "III.19": "0,7512", "I.1": "0,7",
}  # fmt: skip


def real_targets() -> tuple[Target, ...]:
    """The targets of the pack that ships, followed by some that units report."""
    rows = tomllib.loads(_PACK.read_text(encoding="utf-8"))["targets"]
    plain = ("code", "statement", "operator", "value", "unit", "parent", "roll", "numerator")
    read = [Target(**{key: row[key] for key in plain if key in row}) for row in rows]
    return (
        *read,
        Target(
            code="IV.1", statement="Hộ gia đình có người dùng VNeID mức 2", operator=">=",
            value="85", unit="%", scope="unit",
            by_year=(YearValue(year=2026, value="70"), YearValue(year=2027, value="80")),
        ),
        Target(
            code="IV.2", statement="Buổi tập huấn kỹ năng số tại thôn", operator=">=", value="40",
            unit="buổi", scope="unit", roll="sum",
        ),
        Target(code="IV.3", statement="Có kho dữ liệu dùng chung của xã", striving=True),
    )  # fmt: skip


def _tab(on: Stage) -> TargetsTab:
    screen = cast("MovementsScreen", on.go("movements", tab="targets"))
    settle()
    return cast("TargetsTab", screen.tabs["targets"])


def _with_targets(on: Stage, found: tuple[Target, ...]) -> None:
    movement_id = on.window.context.movement_id
    on.tasks.run(
        lambda s: movements.change_rules(
            s, movement_id, "Thay", lambda now: replace(now, targets=found)
        )
    )
    settle()


def _with_figures(on: Stage) -> None:
    movement_id = on.window.context.movement_id
    asked = units.asked(on.window.context.session)
    entries = [
        Entry(target=code, value=value, period="Q3/2026", source="Báo cáo quý III")
        for code, value in _FIGURES.items()
    ]
    for number, unit in enumerate(asked[:-3]):
        value = "không áp dụng" if number == 2 else f"{30 + number * 4}/{60 + number * 2}"
        entries.append(Entry(target="IV.1", value=value, period="10/2026", unit_id=unit.id))
        entries.append(
            Entry(target="IV.2", value=str(1 + number % 5), period="10/2026", unit_id=unit.id)
        )
    entries.append(Entry(target="IV.3", value="chưa", period="2026"))
    on.tasks.run(lambda s: targets.record(s, movement_id, entries))
    settle()


@scene
def movements_targets(studio: Studio) -> None:
    """Nothing, a real plan, every state with its figures, bars, texts that cannot be kept."""
    with studio.open(seasons.checked) as on:
        _with_targets(on, ())
        tab = _tab(on)
        on.take("movements-targets-none")
        _with_targets(on, real_targets())
        tab.grid.select_row("III.4", "statement")
        settle()
        on.take("movements-targets-full")
        _with_figures(on)
        on.take("movements-targets-figures")
        tab.show_page(FIGURES)
        tab.grid.select_row("IV.1", "statement")
        settle()
        on.take("movements-targets-units")
        tab.figures.more.click()
        settle()
        on.take("movements-targets-entry")
        tab.figures.more.click()
        row = next(one for one in tab.grid.rows() if one.id == "III.2")
        tab.grid.edited.emit([CellEdit(row=row, column_key="figure", old="", new="gần hết")])
        settle()
        on.take("movements-targets-fault")
        tab.strip.say("")
        tab.grid.choose_quick("at_risk")
        settle()
        on.take("movements-targets-filter")
        tab.grid.choose_quick("all")
        tab.show_view(CHART)
        settle()
        on.take("movements-targets-chart")
        tab.show_view(TABLE)
        on.go("home")
        on.take("home-targets")
