"""Everything about the chosen unit or team, stored as each field is left."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from thiduaqt.domain.dates import PartialDate
from thiduaqt.domain.wording import number
from thiduaqt.services.teams import MemberLine
from thiduaqt.services.units import LEVEL_WORDS, Detail, UnitLine
from thiduaqt.ui import tokens
from thiduaqt.ui.forms.fields import FieldSpec, Value
from thiduaqt.ui.forms.form import Form
from thiduaqt.ui.memory import Memory
from thiduaqt.ui.screens.units.columns import Kinds, member_columns
from thiduaqt.ui.tables.grid import Grid
from thiduaqt.ui.widgets.labels import Badge, section, text_label


class UnitPanel(QFrame):
    """``changed(UnitLine, field, text)`` follows a field, ``members`` is the grid of a team."""

    changed = Signal(object, str, str)

    def __init__(self, kinds: Kinds, memory: Memory | None = None) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self.setObjectName("units.panel")
        self._kinds = kinds
        self._line: UnitLine | None = None
        self.name = section("")
        self.name.setWordWrap(True)
        self.badge = Badge("")
        self.unit_form = Form(self._unit_fields(), name="units.unit", narrow=True)
        self.team_form = Form(self._team_fields(), name="units.team", narrow=True)
        self.members: Grid[MemberLine] = Grid(
            member_columns(), name="units.members", memory=memory, row_height=tokens.ROW_COMPACT
        )
        self._build()
        for form in (self.unit_form, self.team_form):
            form.committed.connect(self._on_committed)

    def _unit_fields(self) -> list[FieldSpec]:
        return [
            FieldSpec(key="kind", label=self.tr("Loại"), kind="choice"),
            FieldSpec(key="short_name", label=self.tr("Tên gọi tắt")),
            FieldSpec(key="head", label=self.tr("Người đứng đầu")),
            FieldSpec(key="phone", label=self.tr("Điện thoại"), width=130),
            FieldSpec(key="households", label=self.tr("Số hộ"), kind="number", width=90),
            FieldSpec(
                key="workforce",
                label=self.tr("Số lao động"),
                kind="number",
                width=90,
                help=self.tr("Số cán bộ, công chức, viên chức, người lao động. Ví dụ: 32."),
            ),
            FieldSpec(
                key="former_names",
                label=self.tr("Tên cũ"),
                kind="long",
                lines=2,
                placeholder=self.tr("Thôn Đông (đến 30/06/2025)"),
                help=self.tr("Mỗi tên một dòng. Danh sách cũ ghi tên này vẫn nhận ra đơn vị."),
            ),
            FieldSpec(key="note", label=self.tr("Ghi chú"), kind="long", lines=2),
        ]

    def _team_fields(self) -> list[FieldSpec]:
        return [
            FieldSpec(key="unit", label=self.tr("Thuộc đơn vị"), kind="choice"),
            FieldSpec(
                key="level",
                label=self.tr("Cấp"),
                kind="choice",
                choices=list(LEVEL_WORDS.items()),
            ),
            FieldSpec(key="head", label=self.tr("Tổ trưởng")),
            FieldSpec(key="phone", label=self.tr("Điện thoại"), width=130),
            FieldSpec(
                key="founding_number",
                label=self.tr("Quyết định thành lập số"),
                placeholder="12/QĐ-UBND",
            ),
            FieldSpec(key="founding_date", label=self.tr("Ngày thành lập"), kind="date", width=120),
            FieldSpec(key="note", label=self.tr("Ghi chú"), kind="long", lines=2),
        ]

    def _build(self) -> None:
        page = QVBoxLayout(self)
        page.setContentsMargins(12, 10, 4, 10)
        page.setSpacing(6)
        head = QHBoxLayout()
        head.addWidget(self.name, 1)
        page.addLayout(head)
        page.addWidget(self.badge, 0, Qt.AlignmentFlag.AlignLeft)
        self._stack = QStackedWidget()
        self._none = text_label(self.tr("Chọn một dòng để xem chi tiết."), "muted")
        self._none.setAlignment(Qt.AlignmentFlag.AlignTop)
        team = QWidget()
        team.setProperty("bare", True)
        inside = QVBoxLayout(team)
        inside.setContentsMargins(0, 0, 8, 0)
        inside.setSpacing(6)
        self.members.hide_bar()
        self.members.hide_foot()
        self.members.setFixedHeight(132)
        self.members.view.setAccessibleName(self.tr("Thành viên của tổ"))
        self.members.set_new_row(self.tr("Gõ tên thành viên"))
        inside.addWidget(text_label(self.tr("Thành viên"), "second"))
        inside.addWidget(self.members)
        inside.addWidget(self.team_form)
        unit = QWidget()
        unit.setProperty("bare", True)
        own = QVBoxLayout(unit)
        own.setContentsMargins(0, 0, 8, 0)
        own.addWidget(self.unit_form)
        for part in (self._none, _scrolled(unit), _scrolled(team)):
            self._stack.addWidget(part)
        page.addWidget(self._stack, 1)

    # -- showing ------------------------------------------------------------------------------

    @property
    def line(self) -> UnitLine | None:
        """The line shown."""
        return self._line

    def show_nothing(self, count: int = 0) -> None:
        """Show that no line, or more than one, is chosen."""
        self._line = None
        self._stack.setCurrentIndex(0)
        self.badge.hide()
        self.name.setText(self.tr("Đã chọn %n dòng", "", count) if count > 1 else "")

    def show_line(self, line: UnitLine, detail: Detail, units: Mapping[str, str]) -> None:
        """Show one line; ``units`` are the units a team may belong to, by id."""
        other = self._line is None or self._line.id != line.id
        self._line = line
        self.name.setText(line.name)
        self.badge.set_state(line.kind_words)
        self.badge.show()
        if detail.unit is not None:
            unit = detail.unit
            choices = [(key, text) for key, text in self._kinds.words.items() if key != "team"]
            self.unit_form.set_choices("kind", choices)
            self.unit_form.set_values(
                {
                    "kind": unit.kind,
                    "short_name": unit.short_name,
                    "head": unit.head,
                    "phone": unit.phone,
                    "households": _count(unit.households),
                    "workforce": _count(unit.workforce),
                    "former_names": detail.former_names,
                    "note": unit.note,
                }
            )
            self._stack.setCurrentIndex(1)
            if other:
                self.unit_form.show_issues([], focus=False)
        elif detail.team is not None:
            team = detail.team
            self.team_form.set_choices("unit", list(units.values()))
            self.team_form.set_values(
                {
                    "unit": units.get(team.unit_id or "", ""),
                    "level": team.level,
                    "head": team.head,
                    "phone": team.phone,
                    "founding_number": team.founding_number,
                    "founding_date": PartialDate.from_value(team.founding_date)
                    if team.founding_date
                    else PartialDate(),
                    "note": team.note,
                }
            )
            self.members.set_rows(detail.members)
            self._stack.setCurrentIndex(2)
            if other:
                self.team_form.show_issues([], focus=False)

    def form(self) -> Form:
        """Return the form shown."""
        return self.team_form if self._stack.currentIndex() == 2 else self.unit_form

    def _on_committed(self, key: str, value: Value) -> None:
        if self._line is None:
            return
        if isinstance(value, PartialDate):
            text = value.display()
        else:
            text = "" if value is None else str(value)
        if key == "kind":
            text = self._kinds.words.get(text, text)
        self.changed.emit(self._line, key, text)


def _count(value: int | None) -> str:
    return number(value) if value is not None else ""


def _scrolled(inner: QWidget) -> QScrollArea:
    area = QScrollArea()
    area.setWidget(inner)
    area.setWidgetResizable(True)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    return area
