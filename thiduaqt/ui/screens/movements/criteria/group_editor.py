"""The editor of one subject group: who is in it, who scores, what opens an award, equal points."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Any, get_args

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from thiduaqt.domain.errors import NotAllowed
from thiduaqt.domain.plan import (
    RECIPIENT_KINDS,
    MovementPlan,
    Scorer,
    SubjectGroup,
    Threshold,
    TieBreaker,
    TieKind,
)
from thiduaqt.domain.scoring.structure import titles
from thiduaqt.domain.scoring.words import SCORER_WORDS, plain, threshold_words
from thiduaqt.domain.text import fold
from thiduaqt.ui.forms.fields import FieldSpec, Value
from thiduaqt.ui.forms.form import Form
from thiduaqt.ui.forms.reading import UnreadableNumber, read_number
from thiduaqt.ui.i18n import translate
from thiduaqt.ui.screen import ScreenContext
from thiduaqt.ui.screens.movements.list_editor import Cell, ListEditor, ListSpec
from thiduaqt.ui.widgets.cards import Card, Foldable
from thiduaqt.ui.widgets.strips import MessageStrip

_ROWS = 5
_YES = "x"


def _tie_words() -> dict[TieKind, str]:
    return {
        "criterion": translate("GroupEditor", "Điểm tiêu chí"),
        "section": translate("GroupEditor", "Điểm nhóm tiêu chí"),
        "measure": translate("GroupEditor", "Số đo của tiêu chí"),
        "earlier_awards": translate("GroupEditor", "Số lần đã khen trước đây"),
        "size": translate("GroupEditor", "Quy mô đơn vị"),
        "vote": translate("GroupEditor", "Hội đồng bỏ phiếu"),
    }


def _key_of(words: Mapping[Any, str], text: str) -> Any:  # noqa: ANN401 - a key of ``words``
    wanted = fold(text)
    for key, word in words.items():
        if fold(word) == wanted:
            return key
    raise NotAllowed(f"Không có “{text}” trong danh sách.", todo="Chọn một dòng trong danh sách.")


def _number(text: str) -> Decimal | None:
    try:
        return read_number(text)
    except UnreadableNumber:
        raise NotAllowed(f"“{text}” không phải là số.", todo="Gõ một số, ví dụ 90.") from None


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
        self.thresholds = self._list(self._thresholds_spec(), "thresholds")
        self.scorers = self._list(_scorers_spec(), "scorers")
        self.ties = self._list(self._ties_spec(), "ties")
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
                label=tr("Số tiêu chí phải có"),
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
        elif key == "name" and not value:
            self.form.set_values({"name": group.name})
        else:
            fields: dict[str, Any] = {key: (value or "") if key in ("name", "league") else value}
            self._ask(lambda old: replace(old, **fields))

    def _ask(self, change: Callable[[SubjectGroup], SubjectGroup]) -> None:
        self.changed.emit(self.tr("Sửa nhóm đối tượng"), change)

    # -- lists --------------------------------------------------------------------------------

    def _names(self) -> dict[str, str]:
        return dict(titles(self.group)) if self.group is not None else {}

    def _thresholds_spec(self) -> ListSpec:
        def award(text: str) -> Mapping[str, Any]:
            return {"award": _key_of(self.awards, text)}

        def codes(name: str) -> Callable[[str], Mapping[str, Any]]:
            return lambda text: {name: tuple(self._codes(text))}

        return ListSpec(
            part="thresholds",
            one=self.tr("mức xét khen"),
            prompt=self.tr("Chọn hình thức khen"),
            cells=(
                Cell(
                    key="award",
                    title=self.tr("Hình thức"),
                    show=lambda item: self.awards.get(item.award, item.award),
                    read=award,
                    stretch=True,
                    editor="choice",
                    choices=lambda: list(self.awards.values()),
                    free=False,
                ),
                Cell(
                    key="points",
                    title=self.tr("Từ điểm"),
                    show=lambda item: "" if item.points is None else plain(item.points),
                    read=lambda text: {"points": _number(text)},
                    width=70,
                ),
                Cell(
                    key="no_fatal",
                    title=self.tr("Không liệt"),
                    show=lambda item: _YES if item.no_fatal else "",
                    read=lambda text: {"no_fatal": bool(text.strip())},
                    width=76,
                ),
                Cell(
                    key="all_of",
                    title=self.tr("Phải đạt (mã)"),
                    show=lambda item: ", ".join(item.all_of),
                    read=codes("all_of"),
                    width=96,
                ),
                Cell(
                    key="any_of",
                    title=self.tr("Một trong (mã)"),
                    show=lambda item: ", ".join(item.any_of),
                    read=codes("any_of"),
                    width=100,
                ),
                Cell(
                    key="words",
                    title=self.tr("Nghĩa là"),
                    show=lambda item: threshold_words(item, self._names()),
                    width=220,
                    muted=True,
                ),
            ),
            fresh=lambda _items, _values: Threshold(award=next(iter(self.awards), "")),
        )

    def _codes(self, text: str) -> Sequence[str]:
        known = self._names()
        asked = [part.strip() for part in text.replace(";", ",").split(",") if part.strip()]
        strange = next((code for code in asked if code not in known), None)
        if strange is not None:
            raise NotAllowed(
                f"Không có tiêu chí mang mã “{strange}” trong nhóm này.",
                todo="Gõ mã của tiêu chí hoặc nhóm tiêu chí, cách nhau bằng dấu phẩy.",
            )
        return asked

    def _ties_spec(self) -> ListSpec:
        def code(text: str) -> Mapping[str, Any]:
            found = self._codes(text)
            return {"code": found[0] if found else ""}

        words = _tie_words()
        return ListSpec(
            part="tie_breakers",
            one=self.tr("quy tắc"),
            prompt=self.tr("Hội đồng bỏ phiếu"),
            cells=(
                Cell(
                    key="kind",
                    title=self.tr("So sánh"),
                    show=lambda item: words[item.kind],
                    read=lambda text: {"kind": _key_of(words, text)},
                    stretch=True,
                    editor="choice",
                    choices=list(words.values()),
                    free=False,
                ),
                Cell(
                    key="code",
                    title=self.tr("Mã"),
                    show=lambda item: str(item.code),
                    read=code,
                    width=70,
                ),
                Cell(
                    key="order",
                    title=self.tr("Hơn là"),
                    show=lambda item: _orders()[item.order],
                    read=lambda text: {"order": _key_of(_orders(), text)},
                    width=90,
                    editor="choice",
                    choices=list(_orders().values()),
                    free=False,
                ),
            ),
            fresh=lambda _items, _values: TieBreaker(kind=get_args(TieKind)[-1]),
        )


def _orders() -> dict[str, str]:
    return {
        "more": translate("GroupEditor", "nhiều hơn"),
        "less": translate("GroupEditor", "ít hơn"),
    }


def _scorers_spec() -> ListSpec:
    return ListSpec(
        part="scorers",
        one=translate("GroupEditor", "người chấm"),
        prompt=translate("GroupEditor", "Hội đồng chấm"),
        cells=(
            Cell(
                key="role",
                title=translate("GroupEditor", "Ai chấm"),
                show=lambda item: SCORER_WORDS[item.role],
                read=lambda text: {"role": _key_of(SCORER_WORDS, text)},
                stretch=True,
                editor="choice",
                choices=list(SCORER_WORDS.values()),
                free=False,
            ),
            Cell(
                key="name",
                title=translate("GroupEditor", "Tên"),
                show=lambda item: str(item.name),
                read=lambda text: {"name": text},
                width=96,
            ),
            Cell(
                key="counts",
                title=translate("GroupEditor", "Được tính"),
                show=lambda item: _YES if item.counts else "",
                read=lambda text: {"counts": bool(text.strip())},
                width=76,
            ),
        ),
        fresh=lambda _items, _values: Scorer(role="officer"),
    )
