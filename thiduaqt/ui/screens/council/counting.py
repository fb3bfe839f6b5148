"""The strip above the votes: who is there, which ballots there were, when somebody passes."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QWidget

from thiduaqt.domain.kinds import DENOMINATOR_WORDS
from thiduaqt.domain.records import CouncilSession
from thiduaqt.domain.voting import BadShare, read_threshold
from thiduaqt.services import council
from thiduaqt.services.council import Results
from thiduaqt.ui import dialogs, theme, tokens
from thiduaqt.ui.forms.reading import UnreadableNumber, read_number
from thiduaqt.ui.screens.council.desk import CouncilDesk
from thiduaqt.ui.widgets.buttons import button
from thiduaqt.ui.widgets.cards import Card
from thiduaqt.ui.widgets.editors import ChoiceBox, NumberEdit, fill_box, pick_box
from thiduaqt.ui.widgets.labels import Badge

THRESHOLDS = (
    "trên 50%",
    "từ 2/3 trở lên",
    "từ 70% trở lên",
    "từ 80% trở lên",
    "từ 90% trở lên",
)
_ROOMY = 1060
_SMALLEST = 846
_BOX, _BOX_SMALL = 40, 34
_BALLOTS = ("issued", "returned", "valid", "invalid")


class CountStrip(QWidget):
    """Two cards side by side: attendance and ballots, threshold and its base."""

    attendance_wanted = Signal()

    def __init__(self, desk: CouncilDesk) -> None:
        super().__init__()
        self.setObjectName("council.counting")
        self.desk = desk
        self._boxes: dict[str, NumberEdit] = {}
        self._stored: dict[str, int | None] = {}
        self._told = False
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(tokens.GAP)
        row.addWidget(self._ballots(), 1)
        row.addWidget(self._rule())
        self.setFixedHeight(tokens.CONTROL + 14)

    # -- building -----------------------------------------------------------------------------

    def _ballots(self) -> Card:
        card = _flat_card()
        row = QHBoxLayout()
        row.setSpacing(6)
        self.present = button(
            self.tr("Có mặt"), self.attendance_wanted.emit, kind="link", name="council.present"
        )
        self.present.setToolTip(self.tr("Điểm danh ở bước Thành phần"))
        self.badge = Badge("")
        row.addWidget(self.present)
        row.addWidget(self.badge)
        row.addStretch()
        for key, words in zip(_BALLOTS, self._words(), strict=True):
            label = QLabel(words)
            box = NumberEdit()
            box.setObjectName(f"council.ballots.{key}")
            box.setAccessibleName(self.tr("Số phiếu {words}").format(words=words.lower()))
            box.left.connect(self._store)
            box.returnPressed.connect(self._store)
            label.setBuddy(box)
            self._boxes[key] = box
            row.addWidget(label)
            row.addWidget(box)
        card.body.addLayout(row)
        return card

    def _words(self) -> tuple[str, str, str, str]:
        return (
            self.tr("Phát ra"),
            self.tr("Thu về"),
            self.tr("Hợp lệ"),
            self.tr("Không hợp lệ"),
        )

    def _rule(self) -> Card:
        card = _flat_card()
        row = QHBoxLayout()
        row.setSpacing(6)
        self.threshold = ChoiceBox(THRESHOLDS, free=True)
        self.threshold.setObjectName("council.threshold")
        self.threshold.setAccessibleName(self.tr("Đạt khi số phiếu đồng ý"))
        self.threshold.setMinimumContentsLength(7)
        line = self.threshold.lineEdit()
        if line is not None:
            line.setPlaceholderText(self.tr("chọn ngưỡng"))
        self.threshold.left.connect(self._store_threshold)
        self.threshold.activated.connect(lambda _row: self._store_threshold())
        self.base = pick_box(
            [
                ("total", self.tr("tổng số thành viên")),
                ("present", self.tr("số có mặt")),
                ("valid", self.tr("phiếu hợp lệ")),
            ],
            "council.base",
        )
        self.base.setAccessibleName(self.tr("Tỷ lệ tính trên"))
        self.base.activated.connect(lambda _row: self._store_base())
        self._menu = QMenu(self)
        self.about = button("", icon="info-circle", kind="flat", tooltip=self.tr("Căn cứ"))
        self.about.setObjectName("council.rule.about")
        self.about.setMenu(self._menu)
        self.about.setFixedWidth(40)
        self._of = QLabel(self.tr("của"))
        for part in (QLabel(self.tr("Đạt khi")), self.threshold, self._of):
            row.addWidget(part)
        row.addWidget(self.base)
        row.addWidget(self.about)
        card.body.addLayout(row)
        return card

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.em(_SMALLEST), self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        roomy = self.width() >= theme.em(_ROOMY)
        self._of.setVisible(roomy)
        self.badge.setVisible(roomy or self._told)
        self.threshold.setMinimumWidth(theme.em(140) if roomy else 0)
        for box in self._boxes.values():
            box.setFixedWidth(theme.em(_BOX if roomy else _BOX_SMALL))

    # -- showing ------------------------------------------------------------------------------

    def show_state(self, state: Results) -> None:
        """Show the numbers and the rule of a session."""
        body, sitting = state.body, state.session
        self.present.setText(
            self.tr("Có mặt {present}/{members}").format(present=body.present, members=body.members)
        )
        self._show_quorum(state)
        bad = {issue.field for issue in state.ballots} - {"missing"}
        for key, box in self._boxes.items():
            value = getattr(sitting, key)
            self._stored[key] = value
            if not box.hasFocus() or not box.isModified():
                box.setText("" if value is None else str(value))
            box.setEnabled(not state.locked and sitting.form == "secret")
            theme.mark(box, "state", "error" if key in bad else "")
            box.setToolTip(" ".join(i.message for i in state.ballots if i.field == key))
        if not self.threshold.hasFocus():
            self.threshold.set_value(state.threshold.words if state.threshold else None)
        fill_box(
            self.base,
            [(self.base.itemData(n), self.base.itemText(n)) for n in range(self.base.count())],
            sitting.denominator,
        )
        self.threshold.setEnabled(not state.locked)
        self.base.setEnabled(not state.locked)
        self._show_rule(state)

    def _show_quorum(self, state: Results) -> None:
        if not any(seat.marked for seat in state.seats):
            self.badge.set_state(self.tr("Chưa điểm danh"), "warn")
        elif state.quorum.met is None:
            self.badge.set_state(self.tr("Không đặt số tối thiểu"), "open")
        elif state.quorum.met:
            self.badge.set_state(self.tr("Đủ số để họp"), "ok")
        else:
            self.badge.set_state(
                self.tr("Cần {need} để họp").format(need=state.quorum.need), "error"
            )
        self.badge.setToolTip(state.quorum.sentence)
        # In a narrow window only a doubt about the quorum keeps its place.
        self._told = not state.quorum.met
        self._fit()

    def _show_rule(self, state: Results) -> None:
        sitting = state.session
        self._menu.clear()
        where = sitting.rule_source or self.tr("chưa ghi")
        lines = [
            self.tr("Ngưỡng đạt: {where}").format(where=where),
            self.tr("Tính trên: {base}").format(base=DENOMINATOR_WORDS[sitting.denominator]),
        ]
        lines += [
            self.tr("Cần kiểm tra: {text}").format(text=source.text)
            for _part, source in state.doubts
        ]
        for words in lines:
            told = QAction(words.replace("&", "&&"), self._menu)
            told.setEnabled(False)
            self._menu.addAction(told)
        self._menu.addSeparator()
        if not state.locked:
            self._menu.addAction(self.tr("Ghi căn cứ của ngưỡng…"), self._ask_source)
            own = self._menu.addAction(self.tr("Thành viên không bỏ phiếu cho chính mình"))
            own.setCheckable(True)
            own.setChecked(sitting.own_item_excluded)
            own.toggled.connect(self._store_own)
        doubtful = bool(state.doubts) or not sitting.rule_source
        self.about.setToolTip("\n".join(lines))
        self.about.setAccessibleDescription(". ".join(lines))
        theme.mark(self.about, "state", "review" if doubtful and state.threshold else "")

    # -- storing ------------------------------------------------------------------------------

    def _store(self) -> None:
        typed: dict[str, int] = {}
        for key, box in self._boxes.items():
            box.setModified(False)
            try:
                value = read_number(box.text())
            except UnreadableNumber:
                theme.mark(box, "state", "error")
                box.setToolTip(self.tr("Gõ số nguyên; ô này chưa được lưu."))
                return
            if value is not None and value != self._stored.get(key):
                typed[key] = int(value)
        if not typed or self.desk.locked:
            return
        self._stored.update(typed)
        sitting = self.desk.sitting_id
        self.desk.run(
            lambda session: council.set_ballots(session, sitting, **typed),
            self.tr("Nhập số phiếu"),
        )

    def _store_threshold(self) -> None:
        state = self.desk.state
        typed = self.threshold.currentText().strip()
        if state is None or state.locked or typed == _shown(state):
            return
        try:
            if typed:
                read_threshold(typed)
        except BadShare as fault:
            dialogs.show_error(self, fault)
            self.threshold.set_value(_shown(state) or None)
            return
        sitting = state.session.id
        self.desk.run(
            lambda session: council.set_rule(session, sitting, threshold=typed),
            self.tr("Sửa ngưỡng đạt"),
        )

    def _store_base(self) -> None:
        chosen, sitting = str(self.base.currentData()), self.desk.sitting_id
        self.desk.run(
            lambda session: council.set_rule(session, sitting, denominator=chosen),
            self.tr("Sửa ngưỡng đạt"),
        )

    def _store_own(self, excluded: bool) -> None:
        sitting = self.desk.sitting_id
        self.desk.run(
            lambda session: council.set_rule(session, sitting, own_item_excluded=excluded),
            self.tr("Sửa ngưỡng đạt"),
        )

    def _ask_source(self) -> None:
        state = self.desk.state
        if state is None:
            return
        sitting: CouncilSession = state.session
        text = dialogs.ask_text(
            self,
            self.tr("&Ghi"),
            self.tr("Căn cứ của ngưỡng đạt"),
            self.tr("Ghi văn bản quy định ngưỡng, ví dụ Quy chế hoạt động của Hội đồng."),
            value=sitting.rule_source,
        )
        if text is not None:
            self.desk.run(
                lambda session: council.set_rule(session, sitting.id, source=text),
                self.tr("Ghi căn cứ của ngưỡng"),
            )


def _shown(state: Results) -> str:
    return state.threshold.words if state.threshold else ""


def _flat_card() -> Card:
    card = Card()
    card.body.setContentsMargins(10, 6, 10, 6)
    card.body.setAlignment(Qt.AlignmentFlag.AlignVCenter)
    return card
