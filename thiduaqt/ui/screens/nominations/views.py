"""The ways of looking at the list: Chế độ xem."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QComboBox

from thiduaqt.services.nominations import NominationRow
from thiduaqt.ui.i18n import translate
from thiduaqt.ui.tables.columns import Group
from thiduaqt.ui.tables.grid import Grid
from thiduaqt.ui.widgets.editors import pick_box


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """One way: which quick filter, which value of which column, in groups or not."""

    key: str
    text: str
    quick: str = "all"
    kind: str = ""
    by_unit: bool = False


def views() -> tuple[View, ...]:
    """Return the ways the program offers."""

    return (
        View(key="all", text=translate("NominationsScreen", "Tất cả")),
        View(
            key="missing",
            text=translate("NominationsScreen", "Thiếu giấy tờ, tiêu chí"),
            quick="missing",
        ),
        View(key="eligible", text=translate("NominationsScreen", "Đủ điều kiện"), quick="eligible"),
        View(key="collective", text=translate("NominationsScreen", "Tập thể"), kind="Tập thể"),
        View(key="individual", text=translate("NominationsScreen", "Cá nhân"), kind="Cá nhân"),
        View(
            key="household", text=translate("NominationsScreen", "Hộ gia đình"), kind="Hộ gia đình"
        ),
        View(key="by_unit", text=translate("NominationsScreen", "Theo đơn vị"), by_unit=True),
    )


def view_box(offered: Sequence[View]) -> QComboBox:
    """Return the list that offers the ways."""
    words = translate("NominationsScreen", "Chế độ xem: {name}")
    box = pick_box([(one.key, words.format(name=one.text)) for one in offered], "nominations.view")
    box.setAccessibleName(translate("NominationsScreen", "Chế độ xem"))
    return box


def apply(view: View, grid: Grid[NominationRow]) -> None:
    """Show the list that way; other filters go."""
    grid.clear_filters()
    grid.set_groups(_by_unit(grid.rows) if view.by_unit else None)
    if view.kind:
        grid.set_filter("kind", {view.kind})
    if view.quick != "all":
        grid.choose_quick(view.quick)


def _by_unit(
    rows: Callable[[], tuple[NominationRow, ...]],
) -> Callable[[NominationRow], Group | None]:
    counted: tuple[NominationRow, ...] = ()
    counts: Counter[str] = Counter()

    def group(row: NominationRow) -> Group:
        nonlocal counted, counts
        if counted is not rows():
            counted = rows()
            counts = Counter(other.unit_name for other in counted)
        words = translate("NominationsScreen", "{count} hồ sơ")
        return Group(
            title=row.unit_name or translate("NominationsScreen", "Chưa có đơn vị"),
            detail=words.format(count=counts[row.unit_name]),
        )

    return group
