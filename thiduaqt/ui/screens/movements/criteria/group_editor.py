"""The editor of one subject group: who is in it, who scores, what opens an award, equal points."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from decimal import Decimal
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from thiduaqt.domain import plan_lists
from thiduaqt.domain.plan import RECIPIENT_KINDS, MovementPlan, SubjectGroup
from thiduaqt.domain.plan_lists import BadCell
from thiduaqt.domain.scoring.structure import titles
from thiduaqt.services import registers
from thiduaqt.ui.forms.fields import FieldSpec, Value
from thiduaqt.ui.forms.form import Form
from thiduaqt.ui.screen import ScreenContext
from thiduaqt.ui.screens.movements.criteria import group_lists
from thiduaqt.ui.screens.movements.list_editor import ListEditor, ListSpec
from thiduaqt.ui.widgets.cards import Card, Foldable
from thiduaqt.ui.widgets.strips import MessageStrip

_ROWS = 5


class GroupEditor(Card):
    """``changed(label, change)`` asks to change the group; ``change`` takes and returns one."""

    changed = Signal(str, object)

    def __init__(self, context: ScreenContext) -> None:
        super().__init__(self.tr("Nhóm đối tượng"))
        self.setObjectName("movements.criteria.group_editor")
        self.context = context
        self.group: SubjectGroup | None = None
        self.awards: dict[str, str] = {}
        self.strip = MessageStrip("warn")
        self.form = Form(self._specs(), name="movements.criteria.group", narrow=True)
        self.thresholds = self._list(
            group_lists.thresholds(lambda: self.awards, self._names), "thresholds"
        )
        self.scorers = self._list(group_lists.scorers(), "scorers")
        self.ties = self._list(group_lists.ties(self._names), "ties")
        self._build()
        self.form.committed.connect(self._store)

    def _list(self, spec: ListSpec, name: str) -> ListEditor:
        made = ListEditor(
            spec, name=f"movements.criteria.{name}", memory=self.context.memory, rows=_ROWS
        )
        made.wanted.connect(self.changed)
        made.refused.connect(lambda fault: self.strip.say(f"{fault.what} {fault.todo}"))
        return made

    def _specs(self) -> list[FieldSpec]:
        tr = self.tr
        return [
            FieldSpec(key="name", label=tr("Tên nhóm"), kind="long", lines=2),
            FieldSpec(key="collective", label=tr("Tập thể"), kind="check"),
            FieldSpec(key="household", label=tr("Hộ gia đình"), kind="check", beside=True),
            FieldSpec(key="individual", label=tr("Cá nhân"), kind="check"),
            FieldSpec(
                key="unit_kinds",
                label=tr("Loại đơn vị"),
                kind="choice",
                choices=list(self._kind_names().values()),
                free=True,
                help=tr(
                    "Nhiều loại cách nhau bằng dấu ;. Hồ sơ của đơn vị đó được gợi ý nhóm này."
                ),
            ),
            FieldSpec(
                key="league",
                label=tr("Bảng thi đua"),
                kind="choice",
                help=tr("Chỉ xếp hạng trong cùng một bảng. Thêm bảng ở phần Thông tin chung."),
            ),
            FieldSpec(
                key="total",
                label=tr("Tổng điểm kế hoạch ghi"),
                kind="number",
                width=96,
                help=tr("Để so với tổng của cây tiêu chí; kế hoạch không ghi thì để trống."),
            ),
            FieldSpec(
                key="required_checks",
                label=tr("Số tiêu chí phải đạt"),
                kind="number",
                width=96,
                help=tr("Với tiêu chí có/chưa có: phải đạt ít nhất bao nhiêu."),
            ),
        ]

    def _build(self) -> None:
        inside = QWidget()
        inside.setProperty("bare", "true")
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 4, 0)
        column.setSpacing(6)
        column.addWidget(self.strip)
        column.addWidget(self.form)
        for heading, editor in (
            (self.tr("Mức được xét khen"), self.thresholds),
            (self.tr("Ai chấm điểm"), self.scorers),
            (self.tr("Khi bằng điểm, xét lần lượt"), self.ties),
        ):
            fold_ = Foldable(heading, open_=True)
            fold_.body.setContentsMargins(0, 4, 0, 4)
            fold_.body.addWidget(editor)
            column.addWidget(fold_)
        column.addStretch()
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inside)
        self.body.setContentsMargins(10, 6, 4, 6)
        self.body.addWidget(area, 1)

    # -- showing ------------------------------------------------------------------------------

    def show_group(
        self, rules: MovementPlan, group: SubjectGroup, awards: Mapping[str, str]
    ) -> None:
        """Show another group; ``awards`` are the kinds of awards by code."""
        if self.group is None or self.group.code != group.code:
            self.strip.say("")
        self.group, self.awards = group, dict(awards)
        self.form.set_choices("league", [(one.code, one.name) for one in rules.leagues])
        checks = group.required_checks
        self.form.set_values(
            {
                "name": group.name,
                **{kind: kind in group.kinds for kind in RECIPIENT_KINDS},
                "unit_kinds": plan_lists.names_text(group.unit_kinds, self._kind_names()),
                "league": group.league or None,
                "total": group.total,
                "required_checks": None if checks is None else Decimal(checks),
            }
        )
        self.thresholds.show_items(group.thresholds)
        self.scorers.show_items(group.scorers)
        self.ties.show_items(group.tie_breakers)

    def go_to(self, field: str) -> None:
        """Lead the keyboard to a field or list."""
        lists = {
            "thresholds": self.thresholds, "scorers": self.scorers, "tie_breakers": self.ties,
        }  # fmt: skip
        if field in lists:
            lists[field].go_to("")
        else:
            known = field if field in ("name", "league", "total", "required_checks") else "name"
            self.form.field(known).setFocus()

    def commit(self) -> None:
        """Store what is being typed."""
        self.form.commit()

    # -- writing ------------------------------------------------------------------------------

    def _store(self, key: str, value: Value) -> None:
        group = self.group
        if group is None:
            return
        self.strip.say("")
        if key in RECIPIENT_KINDS:
            wanted = {*group.kinds, key} if value else set(group.kinds) - {key}
            kinds = tuple(kind for kind in RECIPIENT_KINDS if kind in wanted)
            if not kinds:
                self.strip.say(self.tr("Nhóm phải có ít nhất một loại đối tượng."))
                self.form.set_values({key: True})
                return
            self._ask(lambda old: replace(old, kinds=kinds))
        elif key == "required_checks":
            number = int(value) if isinstance(value, Decimal) else None
            self._ask(lambda old: replace(old, required_checks=number))
        elif key == "unit_kinds":
            self._store_unit_kinds(str(value or ""))
        elif key == "name" and not value:
            self.form.set_values({"name": group.name})
        else:
            fields: dict[str, Any] = {key: (value or "") if key in ("name", "league") else value}
            self._ask(lambda old: replace(old, **fields))

    def _store_unit_kinds(self, text: str) -> None:
        try:
            kinds = plan_lists.read_names(text, self._kind_names(), self.tr("loại đơn vị"))
        except BadCell as fault:
            self.strip.say(f"{fault.what} {fault.todo}")
            return
        self._ask(lambda old: replace(old, unit_kinds=kinds))

    def _kind_names(self) -> dict[str, str]:
        return {
            str(kind): name for kind, name in registers.kind_words(self.context.session).items()
        }

    def _ask(self, change: Callable[[SubjectGroup], SubjectGroup]) -> None:
        self.changed.emit(self.tr("Sửa nhóm đối tượng"), change)

    def _names(self) -> dict[str, str]:
        return dict(titles(self.group)) if self.group is not None else {}
