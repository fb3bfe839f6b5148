"""Where the plan stands: draft, issued or replaced, and the steps from there."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from thiduaqt.domain import plan_lists
from thiduaqt.domain.records import Plan
from thiduaqt.services import plans
from thiduaqt.ui import theme, tokens
from thiduaqt.ui.screens.movements.columns import state_words
from thiduaqt.ui.widgets.buttons import button
from thiduaqt.ui.widgets.labels import Badge, CutLabel

_STATES = {"draft": "open", "issued": "ok", "replaced": "off"}


class PlanStrip(QWidget):
    """``run_wanted(label, service, said)`` asks for a step and what to say once it is done."""

    run_wanted = Signal(str, object, str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("movements.plan")
        self._plan: Plan | None = None
        self.badge = Badge("")
        self.words = CutLabel()
        self.words.setFont(theme.text_font(tokens.META_PT))
        self.letterhead = button(
            self.tr("Lấy theo đơn vị của tôi"),
            self._letterhead,
            name="movements.plan.letterhead",
            tooltip=self.tr(
                "Thay cơ quan ban hành, địa danh và người ký bằng của đơn vị; xóa số và ngày."
            ),
        )
        self.issue = button(
            self.tr("Ghi đã ban hành"), self._issue, name="movements.plan.issue", icon="check"
        )
        self.replace = button(
            self.tr("Thay bằng kế hoạch mới…"), self._replace, name="movements.plan.replace"
        )
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 4)
        row.setSpacing(tokens.GAP)
        row.addWidget(self.badge)
        row.addWidget(self.words, 1)
        for one in (self.letterhead, self.issue, self.replace):
            row.addWidget(one)

    def show_plan(self, plan: Plan | None, replaced: Plan | None, today: date) -> None:
        """Show the state of ``plan`` and what can be done; ``replaced`` is the one before it."""
        self._plan = plan
        self.setVisible(plan is not None)
        if plan is None:
            return
        document = plan.document
        self.badge.set_state(state_words(plan.state), _STATES[plan.state])
        self.letterhead.setVisible(plan.state == "draft")
        self.issue.setVisible(plan.state == "draft")
        self.issue.setEnabled(bool(document.number and document.date))
        self.issue.setToolTip(
            "" if self.issue.isEnabled() else self.tr("Ghi số và ngày ký ở dưới trước.")
        )
        self.replace.setVisible(plan.state == "issued")
        self.words.setText(self._words(plan, replaced, today))

    def _words(self, plan: Plan, replaced: Plan | None, today: date) -> str:
        document = plan.document
        if plan.state == "issued" and document.date > today.isoformat():
            words = self.tr("Số {number}, ngày {day}: ngày này chưa đến, xem lại ngày ký.")
            return words.format(number=document.number, day=plan_lists.period_text(document.date))
        if plan.state == "issued":
            words = self.tr("Số {number}, ngày {day}. Sửa lớn thì ban hành kế hoạch thay thế.")
            return words.format(number=document.number, day=plan_lists.period_text(document.date))
        if plan.state == "draft" and replaced is not None:
            words = self.tr(
                "Thay kế hoạch số {number} ngày {day}; quy định cũ còn áp dụng đến ngày ký."
            )
            old = replaced.document
            return words.format(number=old.number, day=plan_lists.period_text(old.date))
        if plan.state == "draft" and not self.issue.isEnabled():
            return self.tr("Văn thư cấp số thì ghi số, ngày ở dưới rồi bấm nút bên phải.")
        return ""

    def _letterhead(self) -> None:
        if self._plan is not None:
            plan_id = self._plan.id
            self.run_wanted.emit(
                self.tr("Lấy phần đầu văn bản theo đơn vị"),
                lambda s: plans.take_our_letterhead(s, plan_id),
                self.tr("Đã lấy phần đầu văn bản theo đơn vị."),
            )

    def _issue(self) -> None:
        if self._plan is not None:
            plan_id, document = self._plan.id, self._plan.document
            self.run_wanted.emit(
                self.tr("Ban hành kế hoạch"),
                lambda s: plans.issue_plan(s, plan_id, number=document.number, date=document.date),
                self.tr("Đã ghi kế hoạch số {number} là đã ban hành.").format(
                    number=document.number
                ),
            )

    def _replace(self) -> None:
        if self._plan is not None:
            plan_id = self._plan.id
            self.run_wanted.emit(
                self.tr("Thay kế hoạch"),
                lambda s: plans.replace_plan(s, plan_id),
                self.tr("Đã mở dự thảo thay thế. Quy định cũ áp dụng đến ngày ký kế hoạch mới."),
            )
