"""The running result beside the votes: who passes, what the plan allows, who goes first."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QRadioButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from thiduaqt.domain.plan import RECIPIENT_WORDS
from thiduaqt.domain.ranking import Tie
from thiduaqt.domain.voting import in_percent
from thiduaqt.domain.wording import percent
from thiduaqt.services import council
from thiduaqt.services.council import GroupResult, Results
from thiduaqt.ui import dialogs, icons
from thiduaqt.ui.screens.council.desk import CouncilDesk
from thiduaqt.ui.widgets.buttons import button
from thiduaqt.ui.widgets.labels import Badge, SourceTag, meta, rule, section, strong, text_label
from thiduaqt.ui.widgets.states import look_of


class ResultPanel(QFrame):
    """Fed by the very result that minutes print. ``row_wanted(vote_id)`` follows a link."""

    row_wanted = Signal(str)

    def __init__(self, desk: CouncilDesk) -> None:
        super().__init__()
        self.setObjectName("council.result")
        self.setProperty("kind", "card")
        self.setAccessibleName(self.tr("Kết quả tạm tính"))
        self.desk = desk
        self._choosing = ""
        page = QVBoxLayout(self)
        page.setContentsMargins(1, 1, 1, 1)
        page.setSpacing(0)
        self._title = section("")
        self._title.setContentsMargins(12, 8, 12, 8)
        page.addWidget(self._title)
        page.addWidget(rule())
        self._area = QScrollArea()
        self._area.setAccessibleName(self.tr("Kết quả theo từng nhóm"))
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        page.addWidget(self._area, 1)

    def show_state(self, state: Results) -> None:
        """Show the result as it stands."""
        self._title.setText(
            self.tr("Kết quả đã chốt") if state.locked else self.tr("Kết quả tạm tính")
        )
        inner = QWidget()
        inner.setProperty("bare", True)
        page = QVBoxLayout(inner)
        page.setContentsMargins(12, 8, 12, 8)
        page.setSpacing(6)
        if self._choosing not in {group.key for group in state.groups} or state.locked:
            self._choosing = ""
        for group in state.groups:
            self._add_group(page, state, group)
            page.addWidget(rule())
        self._add_wrong(page, state)
        page.addStretch()
        if state.groups:
            page.addWidget(meta(self._last_words(state), "muted", wrap=True))
        place = self._area.verticalScrollBar().value()
        self._area.setWidget(inner)
        self._area.verticalScrollBar().setValue(place)

    def _last_words(self, state: Results) -> str:
        if state.locked:
            return self.tr("Đã khóa; mở lại phải ghi lý do.")
        return self.tr("Chốt xong danh sách khóa lại; mở lại phải ghi lý do.")

    # -- one group ----------------------------------------------------------------------------

    def _add_group(self, page: QVBoxLayout, state: Results, group: GroupResult) -> None:
        head = QHBoxLayout()
        head.addWidget(strong(group.title), 0, Qt.AlignmentFlag.AlignTop)
        numbers = text_label(self._numbers(group))  # in one line it would push the panel aside
        numbers.setTextFormat(Qt.TextFormat.RichText)
        numbers.setAlignment(Qt.AlignmentFlag.AlignRight)
        head.addWidget(numbers, 1)
        page.addLayout(head)
        words, role = self._standing(state, group)
        if words:
            page.addLayout(_told(words, role))
        if state.locked:
            return
        if self._choosing == group.key:
            self._add_own_choice(page, group)
        elif self._overflows(group):
            self._add_choice(page, group)
        if group.proposal.tie is not None and not self._choosing and state.threshold:
            self._add_tie(page, state, group, group.proposal.tie)

    def _numbers(self, group: GroupResult) -> str:
        passed = self.tr("Đạt <b>{passed}</b>").format(passed=len(group.passed))
        chosen = self.tr("chọn <b>{count}</b>").format(count=len(group.chosen))
        parts = [passed, chosen] if group.decided else [passed]
        return f"{' · '.join(parts)} / {group.limit_words}"

    def _overflows(self, group: GroupResult) -> bool:
        return group.room is not None and len(group.passed) > group.room

    def _standing(self, state: Results, group: GroupResult) -> tuple[str, str]:
        limit = group.quota.limit
        if state.threshold is None or (limit is None and not group.over):
            return "", ""
        before = group.before
        used = self.tr(" Phiên trước đã chọn {count}.").format(count=before) if before else ""
        if group.over:
            if state.session.over_quota_reason:
                words = self.tr("Vượt {count}, đã ghi lý do.").format(count=group.over)
                return words + used, "warn"
            words = self.tr("Vượt {count}. Chọn người có tỷ lệ cao hơn, hoặc ghi lý do vượt.")
            if group.kind != "individual":
                words = self.tr("Vượt {count}. Chọn tỷ lệ cao hơn, hoặc ghi lý do vượt.")
            return words.format(count=group.over) + used, "warn"
        left = group.quota.left() or 0
        if not left:
            return self.tr("Vừa đủ số lượng") + used, "ok"
        if not group.chosen:
            return used.strip(), "second"
        return self.tr("Còn {count}").format(count=left) + used, "second"

    # -- choosing -----------------------------------------------------------------------------

    def _add_choice(self, page: QVBoxLayout, group: GroupResult) -> None:
        # Named by what is chosen: "Chọn 5 người cao nhất", "Chọn 2 tập thể cao nhất".
        what = self.tr("người") if group.kind == "individual" else RECIPIENT_WORDS[group.kind]
        highest = button(
            self.tr("Chọn {count} {what} cao nhất").format(count=group.room, what=what),
            partial(self._choose_highest, group.key),
            name=f"council.highest.{group.kind}",
        )
        own = button(
            self.tr("Tự chọn…"),
            partial(self._begin_own, group.key),
            kind="link",
            name="council.own",
        )
        page.addWidget(highest, 0, Qt.AlignmentFlag.AlignLeft)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(own)
        if group.over:
            row.addWidget(
                button(
                    self.tr("Ghi lý do vượt…"), self.ask_reason, kind="link", name="council.reason"
                )
            )
        row.addStretch()
        page.addLayout(row)

    def _choose_highest(self, key: str) -> None:
        sitting = self.desk.sitting_id
        self.desk.run(
            lambda session: council.choose_highest(session, sitting, key),
            self.tr("Chọn theo tỷ lệ cao nhất"),
        )

    def ask_reason(self) -> None:
        """Ask why more are chosen than the plan allows."""
        sitting = self.desk.sitting_id
        reason = dialogs.ask_reason(
            self,
            self.tr("&Ghi lý do"),
            self.tr("Lý do vượt số lượng"),
            self.tr("Lý do được in vào biên bản và tờ trình."),
        )
        if reason:
            self.desk.run(
                lambda session: council.set_over_quota_reason(session, sitting, reason),
                self.tr("Ghi lý do vượt số lượng"),
            )

    def _begin_own(self, key: str) -> None:
        self._choosing = key
        if self.desk.state is not None:
            self.show_state(self.desk.state)

    def _add_own_choice(self, page: QVBoxLayout, group: GroupResult) -> None:
        boxes: dict[str, QCheckBox] = {}
        count = meta("")

        def tell() -> None:
            chosen = sum(box.isChecked() for box in boxes.values())
            count.setText(
                self.tr("Đã chọn {count} / {limit}").format(count=chosen, limit=group.limit_words)
            )

        for row in sorted(group.passed, key=lambda row: row.rate, reverse=True):
            box = QCheckBox(f"{row.name}  {percent(in_percent(row.rate))}".replace("&", "&&"))
            box.setObjectName(f"council.choose.{row.ordinal}")
            box.setChecked(row.chosen and group.decided)
            box.toggled.connect(tell)
            boxes[row.id] = box
            page.addWidget(box)
        tell()
        page.addWidget(count)
        line = QHBoxLayout()
        line.addWidget(
            button(
                self.tr("Dùng lựa chọn này"),
                lambda: self._choose_own(group.key, boxes),
                name="council.own.apply",
            )
        )
        line.addWidget(button(self.tr("Bỏ"), partial(self._begin_own, ""), kind="flat"))
        line.addStretch()
        page.addLayout(line)

    def _choose_own(self, key: str, boxes: dict[str, QCheckBox]) -> None:
        sitting = self.desk.sitting_id
        chosen = [vote_id for vote_id, box in boxes.items() if box.isChecked()]
        self._choosing = ""
        self.desk.run(
            lambda session: council.choose_own(session, sitting, key, chosen),
            self.tr("Tự chọn người được khen"),
        )

    # -- a tie --------------------------------------------------------------------------------

    def _add_tie(self, page: QVBoxLayout, state: Results, group: GroupResult, tie: Tie) -> None:
        heading = self.tr("Bằng tỷ lệ ở vị trí thứ {place}").format(place=tie.position)
        page.addWidget(strong(heading))
        tied = [row for row in group.rows if row.id in tie.ids]
        inside = {row.id for row in tied if row.chosen and group.decided}
        shown = inside or set(tie.chosen)
        single = tie.seats == 1
        marks: dict[str, QRadioButton | QCheckBox] = {}
        together = QButtonGroup(page.parentWidget() or self)
        together.setExclusive(single)
        for row in tied:
            words = f"{row.name}  {percent(in_percent(row.rate))}".replace("&", "&&")
            mark: QRadioButton | QCheckBox = QRadioButton(words) if single else QCheckBox(words)
            mark.setObjectName(f"council.tie.{row.ordinal}")
            mark.setAccessibleName(f"{heading}: {row.name}")
            mark.setChecked(row.id in shown)
            together.addButton(mark)
            marks[row.id] = mark
            page.addWidget(mark)
        for mark in marks.values():
            mark.clicked.connect(lambda _on=False: self._break_tie(group.key, tie, marks))
        self._add_tie_words(page, state, group, tie)

    def _add_tie_words(
        self, page: QVBoxLayout, state: Results, group: GroupResult, tie: Tie
    ) -> None:
        rule_of = state.tie_rule
        if tie.decider == "women" and rule_of is not None:
            first = self.tr("nữ") if group.kind == "individual" else self.tr("tập thể nhiều nữ")
            words = self.tr("Bằng nhau thì ưu tiên {first}. Hội đồng có thể chọn khác.")
            page.addWidget(meta(words.format(first=first), wrap=True))
            tag = SourceTag("law", rule_of.source.text)
            tag.setToolTip(rule_of.sentence)
            page.addWidget(tag, 0, Qt.AlignmentFlag.AlignLeft)
            return
        if tie.decider == "standing":
            words = self.tr("Bằng tỷ lệ thì xét thứ hạng theo điểm. Hội đồng có thể chọn khác.")
            page.addWidget(meta(words, wrap=True))
            return
        page.addLayout(_told(council.tie_sentence(group), "warn"))

    def _break_tie(self, key: str, tie: Tie, marks: dict[str, QRadioButton | QCheckBox]) -> None:
        chosen = [vote_id for vote_id, mark in marks.items() if mark.isChecked()]
        if len(chosen) != tie.seats:
            return
        sitting = self.desk.sitting_id
        self.desk.run(
            lambda session: council.break_tie(session, sitting, key, chosen),
            self.tr("Chọn giữa người bằng tỷ lệ"),
        )

    # -- rows that do not add up --------------------------------------------------------------

    def _add_wrong(self, page: QVBoxLayout, state: Results) -> None:
        wrong = state.wrong_rows
        if not wrong:
            return
        page.addWidget(
            Badge(self.tr("Còn {count} dòng chưa khớp").format(count=len(wrong)), "error")
        )
        for row in wrong[:4]:
            words = row.tally.issue.message if row.tally.issue else ""
            page.addWidget(meta(words, wrap=True))
            link = button(
                row.name.replace("&", "&&"),
                partial(self.row_wanted.emit, row.id),
                kind="link",
                name=f"council.wrong.{row.ordinal}",
            )
            page.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)


def _told(words: str, role: str) -> QHBoxLayout:
    """Return a sentence with the icon of its state: never colour alone."""
    line = QHBoxLayout()
    line.setSpacing(5)
    look = look_of(role if role in ("ok", "warn", "error") else "")
    if look.icon:
        picture = QLabel()
        picture.setPixmap(icons.icon(look.icon, look.colour).pixmap(14, 14))
        line.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
    line.addWidget(meta(words, role, wrap=True), 1)
    return line
