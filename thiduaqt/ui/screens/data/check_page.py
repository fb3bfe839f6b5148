"""The check of the data: every page, row, link, journal entry and evidence file, in words."""

from __future__ import annotations

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from thiduaqt.services import safety
from thiduaqt.services.safety import Finding, Report
from thiduaqt.ui import tokens
from thiduaqt.ui.screen import ScreenContext
from thiduaqt.ui.screens.data.columns import moment
from thiduaqt.ui.widgets.buttons import button
from thiduaqt.ui.widgets.cards import Card
from thiduaqt.ui.widgets.labels import Badge, meta, strong, text_label
from thiduaqt.ui.widgets.strips import EmptyState, MessageStrip

_DETAILS = 5


class CheckPage(QWidget):
    """One button and, once it was pressed, what was found."""

    def __init__(self, context: ScreenContext) -> None:
        super().__init__()
        self.setObjectName("data.check")
        self.context = context
        self.result = MessageStrip("ok")
        self.result.setObjectName("data.check.result")
        self.card = Card(self.tr("Kết quả kiểm tra"))
        self.when = meta("")
        self.card.head.addWidget(self.when)
        self.card.hide()
        self._body: QWidget | None = None
        self.go = button(
            self.tr("Kiểm tra ngay"),
            self._check,
            kind="primary",
            icon="shield-check",
            name="data.check.go",
        )
        self.empty = EmptyState(
            self.tr("Chưa kiểm tra lần nào từ khi mở phần mềm"),
            self.tr(
                "Kiểm tra đọc lại toàn bộ dữ liệu, nhật ký và tệp minh chứng; không sửa gì cả."
            ),
            icon="shield-check",
        )
        self._build()

    def _build(self) -> None:
        top = QHBoxLayout()
        top.addWidget(
            text_label(
                self.tr("Nên kiểm tra sau khi mất điện, đổi ổ đĩa hoặc khi thấy số liệu lạ."),
                "second",
            ),
            1,
        )
        top.addWidget(self.go)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, tokens.RING, tokens.RING, 0)
        page.setSpacing(tokens.GAP)
        page.addLayout(top)
        page.addWidget(self.result)
        page.addWidget(self.card)
        page.addWidget(self.empty, 1)
        page.addStretch()

    def _check(self) -> None:
        self.go.setEnabled(False)
        self.context.tasks.run_long(
            lambda session, job: safety.verify(session, job.report),
            done=self._show,
            failed=lambda _error: self.go.setEnabled(True),
            label=self.tr("Kiểm tra dữ liệu"),
            owner=self,
        )

    def _show(self, report: Report) -> None:
        self.go.setEnabled(True)
        self.empty.hide()
        self.result.say(report.sentence, kind="ok" if report.ok else "error")
        self.when.setText(moment(report.at))
        if self._body is not None:
            self.card.body.removeWidget(self._body)
            self._body.deleteLater()
        self._body = _findings(report)
        self.card.body.addWidget(self._body)
        self.card.show()


def _findings(report: Report) -> QWidget:
    made = QWidget()
    grid = QGridLayout(made)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(16)
    grid.setVerticalSpacing(8)
    grid.setColumnStretch(2, 1)
    for row, finding in enumerate(report.findings):
        grid.addWidget(_badge(finding), row, 0)
        grid.addWidget(strong(finding.title), row, 1)
        grid.addWidget(_sentence(finding), row, 2)
    return made


def _badge(finding: Finding) -> Badge:
    return Badge("Nguyên vẹn", "ok") if finding.ok else Badge("Có chỗ hỏng", "error")


def _sentence(finding: Finding) -> QLabel:
    shown = list(finding.details[:_DETAILS])
    if len(finding.details) > _DETAILS:
        shown.append("…")
    text = finding.sentence + (f" ({'; '.join(shown)})" if shown else "")
    return text_label(text)
