"""Movements of the office, their rounds and how many each may award."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout

from thiduaqt.domain.plan import ROUND_WORDS
from thiduaqt.domain.quota_table import QuotaLine, lines_of, with_maximum
from thiduaqt.domain.records import Movement, Round
from thiduaqt.services import setup
from thiduaqt.ui import theme
from thiduaqt.ui.i18n import translate
from thiduaqt.ui.screen import ScreenContext
from thiduaqt.ui.screens.settings.part import Part
from thiduaqt.ui.tables.columns import Column
from thiduaqt.ui.tables.grid import Grid
from thiduaqt.ui.tables.quotas import QuotaTable
from thiduaqt.ui.widgets.buttons import button
from thiduaqt.ui.widgets.editors import LineEdit, fill_box, pick_box
from thiduaqt.ui.widgets.labels import SourceTag, strong, text_label

_YEARS = range(2020, 2100)
_SHORT = QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon


def round_columns() -> list[Column[Round]]:
    """Return the columns of the rounds."""
    return [
        Column(
            key="name",
            title=translate("movements", "Đợt khen"),
            text=lambda row: row.name,
            width=150,
            stretch=True,
            muted=lambda row: row.closed,
            tooltip=lambda row: (
                translate("movements", "Đợt đã kết thúc")
                if row.closed
                else translate("movements", "Đợt đang mở")
            ),
            filterable=False,
        ),
    ]


class MovementsPart(Part):
    """The movement at the top, its rounds at the left, its quotas at the right."""

    def __init__(self, context: ScreenContext) -> None:
        super().__init__(
            context,
            "movements",
            translate("MovementsPart", "Phong trào, đợt khen"),
            translate("MovementsPart", "Thêm phong trào từ mẫu, thêm đợt, đặt số lượng khen."),
        )
        self._movement: Movement | None = None
        self.movements = pick_box((), "settings.movement")
        self.movements.setAccessibleName(self.tr("Phong trào"))
        self.packs = pick_box((), "settings.pack")
        self.packs.setAccessibleName(self.tr("Mẫu phong trào"))
        self.pack_year = self._year_field("settings.pack_year", self.tr("Năm của phong trào mới"))
        self.add_movement = button(
            self.tr("Thêm phong trào"), self._add_movement, name="settings.add_movement"
        )
        self.kinds = pick_box(list(ROUND_WORDS.items()), "settings.round_kind")
        self.kinds.setAccessibleName(self.tr("Loại đợt khen"))
        self.round_year = self._year_field("settings.round_year", self.tr("Năm của đợt mới"))
        self.add_round = button(self.tr("Thêm đợt"), self._add_round, name="settings.add_round")
        self.rounds: Grid[Round] = Grid(
            round_columns(), name="settings.rounds", memory=context.memory
        )
        self.rounds.view.setAccessibleName(self.tr("Đợt khen"))
        self.rounds.hide_bar()
        self.rounds.hide_foot()
        self.quotas = QuotaTable(name="settings.quotas", memory=context.memory, sources=False)
        for box in (self.movements, self.packs, self.kinds):
            box.setSizeAdjustPolicy(_SHORT)
            box.setMinimumContentsLength(10)
        self._lay_out()
        self.movements.currentIndexChanged.connect(lambda _row: self._show_movement())
        self.quotas.changed.connect(self._set_quota)
        self._filled = False

    def _year_field(self, name: str, label: str) -> LineEdit:
        field = LineEdit()
        field.setObjectName(name)
        field.setAccessibleName(label)
        field.setFixedWidth(theme.em(64))
        return field

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.addWidget(text_label(self.tr("Phong trào"), "second", wrap=False))
        top.addWidget(self.movements, 1)
        self.body.addLayout(top)
        columns = QHBoxLayout()
        columns.setSpacing(16)
        left = QVBoxLayout()
        left.addWidget(strong(self.tr("Các đợt")))
        left.addWidget(self.rounds, 1)
        left.addWidget(self.kinds)
        line = QHBoxLayout()
        line.addWidget(self.round_year)
        line.addWidget(self.add_round)
        left.addLayout(line)
        right = QVBoxLayout()
        head = QHBoxLayout()
        head.addWidget(strong(self.tr("Số lượng khen do xã quyết định")))
        head.addWidget(SourceTag("plan"))
        head.addStretch()
        right.addLayout(head)
        right.addWidget(self.quotas, 1)
        columns.addLayout(left, 2)
        columns.addLayout(right, 5)
        self.body.addLayout(columns, 1)
        foot = QHBoxLayout()
        foot.addWidget(text_label(self.tr("Phong trào mới từ mẫu"), "second", wrap=False))
        foot.addWidget(self.packs, 1)
        foot.addWidget(self.pack_year)
        foot.addWidget(self.add_movement)
        self.body.addLayout(foot)

    # -- showing ------------------------------------------------------------------------------

    def reload(self) -> None:
        if not self._filled:
            self._filled = True
            year = str(self.context.session.today().year)
            self.pack_year.setText(year)
            self.round_year.setText(year)
            names = [(info.code, info.short_name) for info in setup.available_packs()]
            fill_box(self.packs, names)
        found = setup.movements(self.context.session)
        wanted = self.movements.currentData() or self.context.movement_id
        known = [one.id for one in found]
        current = wanted if wanted in known else (known[0] if known else None)
        names = [(one.id, one.short_name or one.title) for one in found]
        fill_box(self.movements, names, current)
        self._show_movement()

    def _show_movement(self) -> None:
        chosen = self.movements.currentData()
        found = setup.movements(self.context.session)
        self._movement = next((one for one in found if one.id == chosen), None)
        rounds = setup.rounds(self.context.session, chosen) if chosen else ()
        self.rounds.set_rows(rounds)
        plan = self._movement.definition if self._movement else None
        self.quotas.set_lines(lines_of(plan) if plan is not None else ())
        self.movements.setToolTip(self._movement.title if self._movement else "")

    # -- writing ------------------------------------------------------------------------------

    def _year_of(self, field: LineEdit) -> int | None:
        typed = field.text().strip()
        if typed.isascii() and typed.isdigit() and int(typed) in _YEARS:
            return int(typed)
        words = self.tr("“{text}” không phải một năm. Gõ bốn chữ số, ví dụ 2027.")
        self.strip.say(words.format(text=typed))
        field.setFocus(Qt.FocusReason.OtherFocusReason)
        return None

    def _add_movement(self) -> None:
        year = self._year_of(self.pack_year)
        code = self.packs.currentData()
        if year is None or not code:
            return
        words = self.tr("Đã thêm phong trào {name}.").format(name=self.packs.currentText())
        known = {one.id for one in setup.movements(self.context.session)}

        def done(_changes: object) -> None:
            fresh = [one.id for one in setup.movements(self.context.session) if one.id not in known]
            self.reload()
            if fresh:
                self.movements.setCurrentIndex(self.movements.findData(fresh[0]))
            self.context.toast(words, undo=True)

        self.run(
            lambda s: setup.start_movement(s, str(code), year),
            self.tr("Thêm phong trào"),
            done=done,
        )

    def _add_round(self) -> None:
        year = self._year_of(self.round_year)
        movement = self._movement
        kind = str(self.kinds.currentData())
        if year is None or movement is None:
            return
        words = self.tr("Đã thêm đợt {name} {year}.").format(
            name=self.kinds.currentText(), year=year
        )
        self.run(
            lambda s: setup.add_round(s, movement.id, kind, year),
            self.tr("Thêm đợt"),
            done=lambda _changes: self.context.toast(words, undo=True),
        )

    def _set_quota(self, line: QuotaLine, kind: str, maximum: int | None) -> None:
        movement = self._movement
        if movement is None or movement.definition is None:
            return
        quotas = with_maximum(movement.definition.quotas, line, kind, maximum)  # type: ignore[arg-type]  # a column's kind
        self.run(
            lambda s: setup.set_quotas(s, movement.id, quotas),
            self.tr("Sửa số lượng khen"),
            back=self.quotas.grid.discard_pending,
        )
