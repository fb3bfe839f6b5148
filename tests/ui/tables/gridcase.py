"""A grid of invented people for the tests of tables."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from thiduaqt.ui.tables.columns import Column
from thiduaqt.ui.tables.grid import Grid


@dataclass(frozen=True, slots=True)
class Person:
    """One row."""

    id: int
    name: str
    state: str = "ok"
    post: str = ""
    unit: str = ""
    locked: bool = False


NAMES = (
    "Nguyễn Thị Thu Hà",
    "Đỗ Văn Dũng",
    "Lường Đình Ân",
    "Ma Thị Ánh",
    "Hoàng Văn Ơn",
)
UNITS = ("Thôn 1", "Thôn 2", "Thôn Bình Minh")
WORDS = {"ok": "Đủ điều kiện", "error": "Thiếu 2 mục", "warn": "Cần xem lại"}
COLUMNS: tuple[Column[Person], ...] = (
    Column(
        key="tt",
        title="TT",
        text=lambda row: str(row.id),
        width=40,
        align="right",
        frozen=True,
        filterable=False,
        sort_key=lambda row: row.id,
    ),
    Column(
        key="name",
        title="Họ và tên",
        text=lambda row: row.name,
        width=180,
        frozen=True,
        editor="text",
        read_only=lambda row: row.locked,
    ),
    Column(
        key="state",
        title="Kiểm tra",
        text=lambda row: WORDS[row.state],
        state=lambda row: row.state,
        width=140,
        mark=lambda row: "error" if row.state == "error" else None,
        tooltip=lambda row: f"Kiểm tra của {row.name}",
    ),
    Column(key="post", title="Chức vụ", text=lambda row: row.post, width=150, editor="text"),
    Column(
        key="unit",
        title="Đơn vị",
        text=lambda row: row.unit,
        width=150,
        stretch=True,
        editor="choice",
        choices=UNITS,
    ),
)


def people(count: int = 5) -> list[Person]:
    """Return ``count`` rows."""
    states = ("ok", "error", "warn")
    return [
        Person(
            number + 1,
            NAMES[number % len(NAMES)],
            states[number % 3],
            f"Chức vụ {number + 1}",
            UNITS[number % 3] if number % 4 else "",
        )
        for number in range(count)
    ]


def a_grid(rows: Sequence[Person] | None = None, *, new_row: bool = True) -> Grid[Person]:
    """Return a shown grid."""
    grid: Grid[Person] = Grid(COLUMNS, name="case.grid")
    if new_row:
        grid.set_new_row("Gõ tên để thêm dòng mới")
    grid.set_empty("Chưa có ai", "Gõ tên để thêm.")
    grid.set_rows(people() if rows is None else rows)
    grid.resize(700, 420)
    grid.show()
    return grid


class Heard:
    """Keeps what a grid has sent."""

    def __init__(self, grid: Grid[Person]) -> None:
        self.edits: list[list[tuple[int, str, str, str]]] = []
        self.added: list[list[dict[str, str]]] = []
        self.deleted: list[list[int]] = []
        self.pasted: list[tuple[int, int]] = []
        self.told: list[str] = []
        grid.edited.connect(
            lambda edits: self.edits.append(
                [(edit.row.id, edit.column_key, edit.old, edit.new) for edit in edits]
            )
        )
        grid.rows_added.connect(self.added.append)
        grid.rows_deleted.connect(lambda rows: self.deleted.append([row.id for row in rows]))
        grid.pasted.connect(lambda edits, added: self.pasted.append((len(edits), len(added))))
        grid.told.connect(self.told.append)
