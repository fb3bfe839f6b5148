"""Home, units and nominations: from the empty office to the gate before the council."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QPlainTextEdit

from tests.shots import seasons
from tests.shots.camera import Stage, settle, wait
from tests.shots.studio import Studio, scene
from thiduaqt.services import nominations
from thiduaqt.ui.screens.home.screen import HomeScreen
from thiduaqt.ui.screens.nominations.screen import NominationsScreen
from thiduaqt.ui.screens.units.screen import UnitsScreen


@scene
def empty(studio: Studio) -> None:
    """Every screen of a new office."""
    with studio.open(seasons.empty) as on:
        for key in ("home", "units", "nominations", "intake", "council", "decisions"):
            on.go(key)
            on.take(f"{key}-empty")
        on.go("decisions", part="register")
        on.take("register-empty")
        on.go("certificates")
        on.take("certificates-empty")
        for tab in ("bundles", "backups", "check", "trash"):
            on.go("data", tab=tab)
            on.take(f"data-{tab}-empty")


@scene
def home(studio: Studio) -> None:
    """The tasks while lists come in, after the decision, and past the end of the round."""
    with studio.open(seasons.checked) as on:
        screen = cast("HomeScreen", on.go("home"))
        on.take("home-full")
        screen.toggle_dates()
        settle()
        on.take("home-dates")
    with studio.open(seasons.issued, seasons.PRINTING) as on:
        on.go("home")
        on.take("home-decided")
    with studio.open(seasons.checked, seasons.LATE) as on:
        on.go("home")
        on.take("home-overdue")
    with studio.open(seasons.sampled) as on:
        on.go("home")
        on.take("home-sample")


@scene
def units(studio: Studio) -> None:
    """Units and teams, one open, one being typed, none found."""
    with studio.open(seasons.checked) as on:
        screen = cast("UnitsScreen", on.go("units"))
        rows = screen.grid.rows()
        screen.grid.select_row(screen.grid.model.row_id(rows[0]), "name")
        screen.grid.view.setFocus()
        settle()
        on.take("units-full")
        screen.grid.begin_new_row()
        settle()
        on.take("units-typing")
        on.key(Qt.Key.Key_Escape)
        find(on, "khong co don vi nay")
        on.take("units-nothing-found")


def find(on: Stage, text: str) -> None:
    """Type into the find field of the screen, as Ctrl+F does."""
    on.window.find_in_list()
    field = on.window.current_screen().find_field()  # type: ignore[union-attr]
    assert field is not None
    field.setText(text)
    wait()


def _list(on: Stage, name: str = "") -> NominationsScreen:
    screen = cast("NominationsScreen", on.go("nominations"))
    if name:
        row = next(one for one in screen.grid.rows() if name in one.display)
        screen.grid.select_row(row.id, "name")
        screen.grid.view.setFocus()
        settle()
    return screen


@scene
def nominations_list(studio: Studio) -> None:
    """The list: as it is, with a dossier that lacks something, filtered, with several chosen."""
    with studio.open(seasons.checked) as on:
        screen = _list(on)
        screen.grid.view.setFocus()
        on.take("nominations-full")
        _list(on, "Đinh Thị Mỹ Ước")
        on.take("nominations-missing")
        _list(on, "Chu Văn Lực")
        on.take("nominations-flagged")
        _choose_several(screen)
        on.take("nominations-several")
        screen.grid.choose_quick("missing")
        screen.grid.set_filter("unit", {"Thôn 5"})
        settle()
        on.take("nominations-filtered")
        screen.grid.set_filter("unit", {"Thôn 3"})
        settle()
        on.take("nominations-nothing-matches")
        screen.grid.clear_filters()
        find(on, "khong ai ten the")
        on.take("nominations-nothing-found")


def _choose_several(screen: NominationsScreen) -> None:
    view = screen.grid.view
    view.setFocus()
    view.go_to(screen.grid.model.index(2, 1))
    for _ in range(4):
        QTest.keyClick(view, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    settle()


@scene
def nominations_gate(studio: Studio) -> None:
    """What keeps dossiers from the council, and the questions asked on the way."""
    with studio.open(seasons.checked) as on:
        screen = _list(on)
        screen.does.send.trigger()
        settle()
        on.take("nominations-gate")
        screen.gate.next()
        settle()
        on.take("nominations-gate-mending")
        screen.gate.forget()
        settle()
        _list(on, "Đinh Thị Mỹ Ước")
        on.take_dialog(
            "nominations-override",
            screen.does.override.trigger,
            lambda box: box.findChild(QPlainTextEdit).setPlainText(
                "Báo cáo đã nộp bản giấy, thất lạc khi chuyển trụ sở"
            ),
        )
        on.take_dialog("nominations-flag", screen.does.flag.trigger)


@scene
def nominations_edges(studio: Studio) -> None:
    """Very long names, a row being typed, an answer that is not in the list, an exception."""
    with studio.open(seasons.long_names) as on:
        screen = _list(on, "Tuyết Hà Thị")
        on.take("nominations-long")
        _list(on, "liên thôn Bình Minh")
        on.take("nominations-long-team")
        screen.panel.fold.toggle.setChecked(True)
        screen.panel.past.toggle.setChecked(True)
        screen.panel.log.toggle.setChecked(True)
        settle()
        on.take("nominations-unfolded")
    with studio.open(seasons.checked) as on:
        screen = _list(on)
        screen.grid.begin_new_row()
        QTest.keyClicks(on.focused, "Nguyen Thi Ung")
        settle()
        on.take("nominations-typing")
        on.key(Qt.Key.Key_Escape)
        row = next(one for one in screen.grid.rows() if one.check == "missing")
        on.tasks.run(lambda s: nominations.override(s, row.id, "Đã nộp bản giấy"))
        settle()
        screen.grid.select_row(row.id, "award")
        screen.grid.view.setFocus()
        on.key(Qt.Key.Key_F2)
        cast("QComboBox", on.focused).setEditText("Giấy khen tặng")
        on.key(Qt.Key.Key_Return)
        on.take("nominations-refused")
