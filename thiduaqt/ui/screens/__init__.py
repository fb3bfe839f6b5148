"""The screens in the order of the rail. A new screen is a folder here and a line in SCREENS."""

from __future__ import annotations

import importlib
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from thiduaqt.services.movements import rows
from thiduaqt.services.nominations import listing, state_counts
from thiduaqt.ui.i18n import QT_TRANSLATE_NOOP
from thiduaqt.ui.screen import Screen, ScreenContext, ScreenSpec

if TYPE_CHECKING:
    from thiduaqt.services.session import Session


def _of(folder: str, name: str) -> Callable[[ScreenContext], Screen]:
    """Return what makes a screen; its module is imported when it is first shown."""

    def make(context: ScreenContext) -> Screen:
        module = importlib.import_module(f"thiduaqt.ui.screens.{folder}.screen")
        made: Screen = getattr(module, name)(context)
        return made

    return make


def _lacking(session: Session, round_id: str) -> int:
    """Count nominations of the round that lack something."""
    if not round_id:
        return 0
    # Functions, not the module: the package of a screen has the same name and would hide it here.
    return state_counts(listing(session, round_id))["missing"]


def _incomplete(session: Session, _round_id: str) -> int:
    """Count what the movements still lack before they can be used; replaced plans stay as are."""
    return sum(row.missing for row in rows(session) if row.state != "replaced")


def _waiting(session: Session, _round_id: str) -> int:
    """Count rows of files that could not be taken in yet."""
    from thiduaqt.services import intake  # noqa: PLC0415 - brings readers of office files

    return len(intake.waiting(session))


SCREENS: tuple[ScreenSpec, ...] = (
    ScreenSpec(
        key="home",
        title=QT_TRANSLATE_NOOP("screens", "Việc cần làm"),
        icon="list-check",
        factory=_of("home", "HomeScreen"),
    ),
    ScreenSpec(
        key="movements",
        title=QT_TRANSLATE_NOOP("screens", "Phong trào, tiêu chí"),
        icon="flag-3",
        factory=_of("movements", "MovementsScreen"),
        badge=_incomplete,
    ),
    ScreenSpec(
        key="units",
        title=QT_TRANSLATE_NOOP("screens", "Đơn vị, Tổ CNSCĐ"),
        icon="users-group",
        factory=_of("units", "UnitsScreen"),
    ),
    ScreenSpec(
        key="nominations",
        title=QT_TRANSLATE_NOOP("screens", "Hồ sơ đề nghị"),
        icon="file-text",
        factory=_of("nominations", "NominationsScreen"),
        badge=_lacking,
    ),
    ScreenSpec(
        key="intake",
        title=QT_TRANSLATE_NOOP("screens", "Nhập từ Excel"),
        icon="file-import",
        factory=_of("intake", "IntakeScreen"),
        under="nominations",
    ),
    ScreenSpec(
        key="council",
        title=QT_TRANSLATE_NOOP("screens", "Xét duyệt"),
        icon="scale",
        factory=_of("council", "CouncilScreen"),
    ),
    ScreenSpec(
        key="decisions",
        title=QT_TRANSLATE_NOOP("screens", "Quyết định, sổ khen"),
        icon="gavel",
        factory=_of("decisions", "DecisionsScreen"),
    ),
    ScreenSpec(
        key="certificates",
        title=QT_TRANSLATE_NOOP("screens", "In giấy khen"),
        icon="printer",
        factory=_of("certificates", "CertificatesScreen"),
    ),
    ScreenSpec(
        key="data",
        title=QT_TRANSLATE_NOOP("screens", "Nhập, xuất dữ liệu"),
        icon="arrows-left-right",
        factory=_of("data", "DataScreen"),
        badge=_waiting,
    ),
    ScreenSpec(
        key="settings",
        title=QT_TRANSLATE_NOOP("screens", "Cài đặt"),
        icon="settings",
        factory=_of("settings", "SettingsScreen"),
        low=True,
    ),
    ScreenSpec(
        key="help",
        title=QT_TRANSLATE_NOOP("screens", "Trợ giúp"),
        icon="help-circle",
        factory=_of("help", "HelpScreen"),
        shortcut="F1",
        low=True,
    ),
)


def make_wizard(parent: QWidget | None, folder: Path) -> Path | None:
    """Run the first set-up; return the new data file, None if the user gave up."""
    module = importlib.import_module("thiduaqt.ui.screens.wizard.screen")
    wizard = module.Wizard(folder, parent)
    accepted: bool = bool(wizard.exec())
    path: Path | None = wizard.data_file if accepted else None
    return path
