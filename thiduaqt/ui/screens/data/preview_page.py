"""A bundle before it is taken in: who sent it, the eight counts, every change, old to new."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from thiduaqt.domain.changes import Changes
from thiduaqt.domain.travel import PURPOSE_WORDS
from thiduaqt.services import sharing
from thiduaqt.services.sharing import BundlePreview, Item
from thiduaqt.ui import tokens
from thiduaqt.ui.screen import ScreenContext
from thiduaqt.ui.screens.data.columns import (
    changes_words,
    counts_words,
    item_columns,
    moment,
    outcome_filters,
    rank,
    size_words,
)
from thiduaqt.ui.tables.grid import Grid
from thiduaqt.ui.widgets.buttons import button
from thiduaqt.ui.widgets.cards import FootStrip
from thiduaqt.ui.widgets.labels import Badge, meta, section, text_label
from thiduaqt.ui.widgets.strips import MessageStrip


class PreviewPage(QWidget):
    """``applied(Changes)`` follows the import, ``closed`` the way back."""

    applied = Signal(object)
    closed = Signal()

    def __init__(self, context: ScreenContext) -> None:
        super().__init__()
        self.setObjectName("data.preview")
        self.context = context
        self._shown: BundlePreview | None = None
        self.heading = section("")
        self.facts = meta("", wrap=True)
        self.facts.setObjectName("data.preview.facts")
        self.badge = Badge(self.tr("Chưa ký"), "warn")
        self.strip = MessageStrip("warn")
        self.strip.setObjectName("data.preview.strip")
        self.grid: Grid[Item] = Grid(
            item_columns(),
            name="data.preview.grid",
            memory=context.memory,
            row_id=lambda item: (item.family, item.id, item.held),
        )
        self.detail = text_label("")
        self.detail.setObjectName("data.preview.detail")
        self.detail.setMinimumHeight(2 * self.detail.fontMetrics().lineSpacing())
        self.detail.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.grid.current_changed.connect(self._show_detail)
        self.agree = QCheckBox()
        self.agree.setObjectName("data.preview.agree")
        self.agree.clicked.connect(self._replan)
        self.sums = meta("")
        self.sums.setObjectName("data.preview.sums")
        self.go = button(
            self.tr("Nhập"),
            self._apply,
            kind="primary",
            icon="download",
            name="data.preview.go",
        )
        self._build()

    def _build(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(tokens.GAP)
        head.addWidget(self.heading)
        head.addWidget(self.badge)
        head.addStretch()
        foot = FootStrip()
        foot.row.addWidget(
            button(self.tr("Không nhập"), self.closed.emit, icon="chevron-left", name="data.back")
        )
        foot.row.addWidget(self.sums)
        foot.row.addStretch()
        foot.row.addWidget(self.agree)
        foot.row.addWidget(self.go)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(tokens.GAP)
        page.addLayout(head)
        page.addWidget(self.facts)
        page.addWidget(self.strip)
        page.addWidget(self.grid, 1)
        page.addWidget(self.detail)
        page.addWidget(foot)

    def show_preview(self, shown: BundlePreview) -> None:
        """Show what taking in the bundle would do."""
        self._shown = shown
        info = shown.info
        self.heading.setText(
            self.tr("Gói số {seq} của {sender}").format(seq=info.seq, sender=info.sender_name)
        )
        facts = [
            PURPOSE_WORDS.get(info.purpose, info.purpose),
            info.round_name,
            self.tr("lập {at}").format(at=moment(info.created_at)),
            self.tr("gửi {name}").format(name=info.recipient_name),
            f"{info.file_name} ({size_words(info.size)})",
        ]
        self.facts.setText(" · ".join(filter(None, facts)))
        self.badge.setToolTip(
            self.tr("Phần mềm chưa xác nhận được ai gửi gói này. Hãy gọi hỏi nếu thấy khác lạ.")
        )
        self.grid.set_quick_filters(outcome_filters(shown.counts))
        self.grid.set_rows(sorted(shown.items, key=rank))
        self._tell(shown)
        self.grid.setFocus()

    def _tell(self, shown: BundlePreview) -> None:
        again = ""
        if shown.already:
            again = self.tr("Tệp này đã nhập lúc {at}. Không có gì thay đổi.").format(
                at=moment(shown.already)
            )
        remarks = [again, *shown.remarks] if again else list(shown.remarks)
        self.strip.say(" ".join(remarks), kind="info" if shown.already else "warn")
        asked = len(shown.deletions)
        self.agree.setVisible(bool(asked))
        self.agree.setText(self.tr("Đồng ý rút {n} mục theo đơn vị gửi").format(n=asked))
        self.agree.setChecked(shown.accept_deletions)
        self.sums.setText(
            self.tr("{n} mục: {counts}").format(
                n=shown.info.total, counts=counts_words(shown.counts)
            )
        )
        self.go.setText(
            self.tr("Nhập {n} mục").format(n=shown.writes) if shown.writes else self.tr("Ghi nhận")
        )
        self.go.setVisible(not shown.already)

    def _show_detail(self, item: Item | None) -> None:
        """Show in full what the line of the table may cut."""
        if item is None:
            self.detail.setText("")
            return
        parts = filter(None, (item.reason, changes_words(item.changes)))
        self.detail.setText(" ".join((f"{item.label}:", *parts)) if item.changes else item.reason)

    def _replan(self) -> None:
        if self._shown is not None:
            agreed = sharing.agree_to_deletions(
                self.context.session, self._shown, accept=self.agree.isChecked()
            )
            self.show_preview(agreed)

    def _apply(self) -> None:
        shown = self._shown
        if shown is None:
            return
        self.context.tasks.run(
            lambda session: sharing.apply_bundle(session, shown),
            done=self._done,
            label=self.tr("Nhập gói dữ liệu"),
            owner=self,
        )

    def _done(self, changes: Changes) -> None:
        self.applied.emit(changes)

    def result_words(self) -> str:
        """Return what has just been taken in."""
        if self._shown is None:
            return ""
        return self.tr("Đã nhập gói số {seq} của {sender}: {counts}.").format(
            seq=self._shown.info.seq,
            sender=self._shown.info.sender_name,
            counts=counts_words(self._shown.counts),
        )
