"""What one cell means: every form a plan gives a number in, and the plan's own sentence."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from typing import Any, cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from thiduaqt.domain import plan_lists
from thiduaqt.domain.dates import PartialDate
from thiduaqt.domain.plan import (
    RECIPIENT_KINDS,
    RECIPIENT_WORDS,
    MovementPlan,
    Quota,
    RecipientKind,
)
from thiduaqt.domain.plan_lists import BadCell
from thiduaqt.ui.forms.fields import Value
from thiduaqt.ui.forms.form import Form
from thiduaqt.ui.i18n import translate
from thiduaqt.ui.screens.movements.quotas.columns import QuotaRow, occasion
from thiduaqt.ui.screens.movements.quotas.fields import (
    CHOICES,
    NONE,
    WHOLE,
    ZERO,
    asked,
    form_of,
    specs,
)
from thiduaqt.ui.widgets.buttons import button
from thiduaqt.ui.widgets.cards import Card
from thiduaqt.ui.widgets.labels import SourceKind, SourceTag, meta
from thiduaqt.ui.widgets.strips import MessageStrip

_TAGS: dict[str, SourceKind] = {"law": "law", "plan": "plan", "suggestion": "hint"}


class CellEditor(Card):
    """``changed(quotas)`` asks to put other quotas into the cell shown."""

    changed = Signal(object)

    def __init__(self) -> None:
        super().__init__(self.tr("Số lượng"))
        self.setObjectName("movements.quotas.editor")
        self.row: QuotaRow | None = None
        self.kind: RecipientKind = "individual"
        self.place = 0
        self._unit_kinds: Mapping[str, str] = {}
        self.tags = {key: SourceTag(kind) for key, kind in _TAGS.items()}
        for tag in self.tags.values():
            tag.hide()
            self.head.addWidget(tag)
        self.strip = MessageStrip("warn")
        self.form = Form(specs(), name="movements.quotas.cell", narrow=True)
        self.which = meta("")
        self.next = button(
            self.tr("Số khác"), self._next, kind="link", name="movements.quotas.next"
        )
        self.more = button(
            self.tr("Thêm một số nữa"),
            self._add,
            kind="link",
            name="movements.quotas.more",
            tooltip=self.tr("Ví dụ mỗi khối một số, hoặc văn bản hướng dẫn bổ sung sau."),
        )
        self.less = button(
            self.tr("Bỏ số này"), self._drop, kind="link", name="movements.quotas.less"
        )
        self.over = meta(
            self.tr(
                "Khi vượt số lượng: trước khi bỏ phiếu thì nhắc; khi ban hành thì phải bỏ bớt "
                "hoặc ghi lý do vượt."
            ),
            wrap=True,
        )
        self._build()
        self.form.committed.connect(self._store)
        self.show_cell(None, "individual", None)

    def _build(self) -> None:
        inside = QWidget()
        inside.setProperty("bare", "true")
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 4, 0)
        column.setSpacing(6)
        several = QHBoxLayout()
        for part in (self.which, self.next, self.less):
            several.addWidget(part)
        several.addStretch()
        column.addWidget(self.strip)
        column.addLayout(several)
        column.addWidget(self.form)
        column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.over)
        column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inside)
        self.body.setContentsMargins(10, 6, 4, 6)
        self.body.addWidget(area, 1)

    # -- showing ------------------------------------------------------------------------------

    @property
    def quotas(self) -> tuple[Quota, ...]:
        """The quotas behind the cell."""
        return self.row.cells[self.kind].quotas if self.row is not None else ()

    @property
    def quota(self) -> Quota | None:
        """The one shown, or None where the plan says nothing."""
        held = self.quotas
        return held[self.place] if self.place < len(held) else None

    def show_cell(
        self, row: QuotaRow | None, kind: RecipientKind, rules: MovementPlan | None
    ) -> None:
        """Show the cell of ``row`` and ``kind``; ``rules`` offer groups and leagues."""
        before = (self.row.id if self.row else "", self.kind)
        self.row, self.kind = row, kind
        if before != (row.id if row else "", kind):
            self.place = 0
            self.strip.say("")
        self.place = min(self.place, max(len(self.quotas) - 1, 0))
        open_ = row is not None and row.cells[kind].editable
        self.form.setEnabled(open_)
        if row is None:
            self.heading.setText(self.tr("Số lượng"))
        else:
            self.heading.setText(f"{occasion(row.line)} · {RECIPIENT_WORDS[kind]}")
            self.heading.setToolTip(f"{row.award_name} · {self.heading.text()}")
        if rules is not None:
            self.form.set_choices("group", [(one.code, one.name) for one in rules.groups])
            self.form.set_choices("league", [(one.code, one.name) for one in rules.leagues])
        self._show_quota(open_=open_)

    def offer(self, blocks: Mapping[str, str], unit_kinds: Mapping[str, str]) -> None:
        """Offer the blocks and clusters of the office and the kinds of units, names by code."""
        self.form.set_choices("block", tuple(blocks.items()))
        self._unit_kinds = unit_kinds
        self.form.set_choices("per_kinds", tuple(unit_kinds.values()))

    def _show_quota(self, *, open_: bool) -> None:
        quota = self.quota
        form = form_of(quota)
        values: dict[str, Any] = {"form": form}
        for name in (
            "wording",
            "added_by",
            "at_least_one",
            "on_top",
            "percent",
            *CHOICES,
            *WHOLE,
        ):
            value = getattr(quota, name) if quota is not None else None
            values[name] = Decimal(value) if name in WHOLE and value is not None else value
        for name in CHOICES:
            values[name] = values[name] or None
        values["source"] = quota.source.text if quota is not None else ""
        values["valid_from"] = PartialDate.from_value(quota.valid_from if quota is not None else "")
        kinds_of = quota.per_kinds if quota is not None else ()
        values["per_kinds"] = plan_lists.names_text(kinds_of, self._unit_kinds)
        kinds = quota.kinds if quota is not None else ()
        values |= {f"with_{kind}": kind in kinds for kind in RECIPIENT_KINDS}
        self.form.set_values(values)
        for key, on in asked(form, quota).items():
            self.form.set_visible(key, on=on)
        self.form.field(f"with_{self.kind}").setEnabled(False)
        for kind in RECIPIENT_KINDS:
            if kind != self.kind:
                self.form.field(f"with_{kind}").setEnabled(True)
        count = len(self.quotas)
        self.which.setText(
            self.tr("Số thứ {place} trong {count}").format(place=self.place + 1, count=count)
        )
        for part in (self.which, self.next, self.less):
            part.setVisible(count > 1)
        self.more.setVisible(open_ and quota is not None and form not in (NONE, ZERO))
        for key, tag in self.tags.items():
            tag.setVisible(quota is not None and quota.source.tag == key)
            tag.setToolTip(quota.source.text if quota is not None else "")

    def _next(self) -> None:
        self.place = (self.place + 1) % max(len(self.quotas), 1)
        self._show_quota(open_=True)

    def go_to(self) -> None:
        """Lead the keyboard to the first field."""
        self.form.field("form").setFocus()

    def commit(self) -> None:
        """Store what is being typed."""
        self.form.commit()

    # -- writing ------------------------------------------------------------------------------

    def _store(self, key: str, value: Value) -> None:
        if self.row is None:
            return
        self.strip.say("")
        if key == "form":
            self._choose_form(str(value))
            return
        old = self.quota
        if old is not None:
            fields = self._fields(old, key, value)
            fault = _fault(replace(old, **fields))
            if fault:
                self._show_quota(open_=True)
                self.strip.say(fault)
            elif fields:
                self._put(replace(old, **fields))

    def _fields(self, old: Quota, key: str, value: Value) -> Mapping[str, Any]:
        """Return what a field that was left changes; nothing where it cannot be kept."""
        if key.startswith("with_"):
            kind = cast("RecipientKind", key.removeprefix("with_"))
            wanted = {*old.kinds, self.kind, kind} if value else set(old.kinds) - {kind}
            return {"shared_kinds": tuple(one for one in RECIPIENT_KINDS if one in wanted)}
        if key in WHOLE:
            number = self._whole(key, value)
            return {} if number is None and value is not None else {key: number}
        if key == "source":
            return {"source": replace(old.source, text=str(value or ""), tag="plan")}
        if key == "per_kinds":
            return self._kinds_in(str(value or ""))
        if key == "valid_from":
            return {key: getattr(value, "value", "")}
        return {key: (value or "") if key in (*CHOICES, "wording", "added_by") else value}

    def _kinds_in(self, text: str) -> Mapping[str, Any]:
        try:
            what = self.tr("loại đơn vị")
            return {"per_kinds": plan_lists.read_names(text, self._unit_kinds, what)}
        except BadCell as fault:
            self.strip.say(f"{fault.what} {fault.todo}")
            return {}

    def _whole(self, key: str, value: Value) -> int | None:
        if value is None:
            return None
        number = cast("Decimal", value)
        if number != number.to_integral_value() or not 0 <= number <= 99_999:
            self.strip.say(self.tr("Gõ một số nguyên không âm. Số cũ được giữ nguyên."))
            self._show_quota(open_=True)
            return None
        return int(number)

    def _choose_form(self, form: str) -> None:
        old = self.quota
        if form == NONE:
            self.changed.emit(self._without())
            return
        base = old or Quota(
            award=self.row.line.award if self.row else "",
            round_kind=self.row.line.round_kind if self.row else "any",
            recipient_kind=self.kind,
            maximum=None,
            year=self.row.line.year if self.row else None,
            decided_by=self.row.decided_by if self.row else "commune",
        )
        if form == ZERO:
            self._put(replace(base, form="number", maximum=0, minimum=None, percent=None))
            return
        fields: dict[str, Any] = {"form": form}
        if form in ("number", "range", "shared") and not base.maximum:
            fields["maximum"] = 1
        if form == "range":
            fields["minimum"] = base.minimum or 1
        if form == "percent":
            fields |= {"percent": base.percent or Decimal(10), "maximum": None}
            fields["base"] = base.base or "nominated"
        if form == "shared":
            fields["shared_kinds"] = base.shared_kinds or _with_another(self.kind)
        if form in ("unlimited", "own"):
            fields |= {"maximum": None, "minimum": None, "percent": None}
        self._put(replace(base, **fields))

    def _put(self, quota: Quota) -> None:
        held = list(self.quotas)
        if self.place < len(held):
            held[self.place] = quota
        else:
            held.append(quota)
        self.changed.emit(tuple(held))

    def _without(self) -> tuple[Quota, ...]:
        return tuple(one for place, one in enumerate(self.quotas) if place != self.place)

    def _add(self) -> None:
        old = self.quota
        if old is not None:
            self.place = len(self.quotas)
            self.changed.emit((*self.quotas, replace(old, wording="", block="", group="")))
            self.strip.say(
                self.tr(
                    "Ghi khối, nhóm, bảng thi đua hoặc văn bản bổ sung để số này khác với số trên."
                )
            )

    def _drop(self) -> None:
        self.changed.emit(self._without())


def _fault(quota: Quota) -> str:
    """Return why the numbers of a quota cannot stand together, empty where they can."""
    if quota.form == "percent" and quota.percent is not None and not 0 < quota.percent <= 100:
        return translate(
            "QuotaCell", "Tỷ lệ phải lớn hơn 0 và không quá 100%. Số cũ được giữ nguyên."
        )
    low, high = quota.minimum, quota.maximum
    if quota.form == "range" and low is not None and high is not None and low > high:
        return translate(
            "QuotaCell", "Số thấp nhất đang lớn hơn số tối đa. Sửa số kia trước. Số cũ được giữ."
        )
    return ""


def _with_another(kind: RecipientKind) -> tuple[RecipientKind, ...]:
    other: RecipientKind = "individual" if kind == "collective" else "collective"
    return tuple(one for one in RECIPIENT_KINDS if one in (kind, other))
