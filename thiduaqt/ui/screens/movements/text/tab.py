"""The tab *Văn bản*: the plan as it reads, worded by hand, checked, written to Word."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QAction, QDesktopServices
from PySide6.QtWidgets import QSplitter, QStackedWidget, QWidget

from thiduaqt.domain.records import Movement
from thiduaqt.services import plan_paper, plan_review
from thiduaqt.services.plan_paper import PlanMade, PlanStatus
from thiduaqt.services.plan_review import Reviewed
from thiduaqt.services.session import Session
from thiduaqt.ui import dialogs, theme, tokens
from thiduaqt.ui.screen import ScreenContext
from thiduaqt.ui.screens.movements.tab import Tab
from thiduaqt.ui.screens.movements.text.block_editor import BlockEditor
from thiduaqt.ui.screens.movements.text.outline_page import OutlinePage
from thiduaqt.ui.screens.movements.text.page_list import PageList
from thiduaqt.ui.screens.movements.text.review_page import ReviewPage
from thiduaqt.ui.widgets.buttons import JoinedButtons, Segment, action_button
from thiduaqt.ui.widgets.cards import FootStrip
from thiduaqt.ui.widgets.labels import CutLabel

TEXT, OUTLINE, REVIEW = range(3)
_KEYS = ("text", "outline", "review")
WORD_FILES = [("Word", "*.docx")]


class TextTab(Tab):
    """The document of one plan."""

    families = frozenset({"plan", "movement", "office", "seen_finding", "made_document"})

    def __init__(self, context: ScreenContext) -> None:
        super().__init__(context, "text")
        self.status: PlanStatus | None = None
        self.found: tuple[Reviewed, ...] = ()
        self._reviewing = 0
        self.page = PageList()
        self.editor = BlockEditor()
        self.outline = OutlinePage(context)
        self.review_page = ReviewPage(context)
        self.other = self._action(self.tr("Rà soát tệp khác…"), self._review_file, "file-search")
        self.opened = self._action(self.tr("Mở tệp Word"), self._open_file, "file-type-docx")
        self._build()
        self._connect()

    def _build(self) -> None:
        self.which = JoinedButtons(self._segments())
        self.body.addWidget(self.which)
        self.split = QSplitter(Qt.Orientation.Horizontal)
        self.split.setHandleWidth(tokens.GAP)
        self.split.setChildrenCollapsible(False)
        self.split.addWidget(self.page)
        self.split.addWidget(self.editor)
        self.split.setStretchFactor(0, 1)
        self.editor.setMinimumWidth(theme.em(310))
        self.split.setSizes([900, theme.em(350)])
        self.pages = QStackedWidget()
        for one in (self.split, self.outline, self.review_page):
            self.pages.addWidget(one)
        self.body.addWidget(self.pages, 1)
        foot = FootStrip()
        self.state = CutLabel()
        self.state.setObjectName("movements.text.state")
        foot.row.addWidget(self.state, 1)
        foot.row.addWidget(action_button(self.other, name="movements.text.other"))
        foot.row.addWidget(action_button(self.opened, name="movements.text.open"))
        self.body.addWidget(foot)

    def _segments(self) -> list[Segment]:
        count = sum(one.open for one in self.found)
        return [
            Segment(key="text", text=self.tr("Lời văn")),
            Segment(key="outline", text=self.tr("Bố cục")),
            Segment(key="review", text=self.tr("Rà soát"), count=count if self.found else -1),
        ]

    def _connect(self) -> None:
        self.which.chosen.connect(lambda key: self.show_page(_KEYS.index(key)))
        self.page.chosen.connect(lambda _key: self.editor.show_block(self.page.current()))
        self.page.edit_wanted.connect(self.editor.text.setFocus)
        self.outline.wanted.connect(self.commit_document)
        self.outline.refused.connect(lambda fault: self.strip.say(f"{fault.what} {fault.todo}"))
        self.review_page.seen_wanted.connect(self._mark)
        self.review_page.place_wanted.connect(self._go_to_block)
        self.review_page.field_wanted.connect(
            lambda field: self.jump_wanted.emit("general", field, "")
        )
        write = self._write
        self.editor.worded.connect(partial(write, plan_paper.edit_paragraph))
        self.editor.restored.connect(partial(write, plan_paper.restore_paragraph))
        self.editor.kept.connect(partial(write, plan_paper.keep_edit))
        self.editor.left_out.connect(lambda key: write(plan_paper.edit_paragraph, key, ""))
        self.editor.added.connect(self._add_after)

    # -- showing ------------------------------------------------------------------------------

    def show_movement(self, movement: Movement) -> None:
        plan = self.plan
        has_plan = plan is not None
        self.which.setEnabled(has_plan)
        self.pages.setEnabled(has_plan)
        if plan is None:
            self.strip.say(self.tr("Phong trào này chưa gắn với kế hoạch nào."), kind="warn")
            self.page.show_blocks((), frozenset())
            return
        session = self.context.session
        self._show_blocks()
        self.outline.show_document(plan.document)
        self.status = plan_paper.status(session, plan.id)
        self._show_status()
        self._review_soon()

    def _show_blocks(self) -> None:
        if self.plan is not None:
            blocks = plan_paper.paragraphs(self.context.session, self.plan.id)
            marked = frozenset(one.block for one in self.found if one.open and one.block)
            self.page.show_blocks(blocks, marked)
            self.editor.show_block(self.page.current())

    def _show_status(self) -> None:
        status = self.status
        if status is None:
            return
        parts: list[str] = []
        if status.path is None:
            parts.append(self.tr("Chưa xuất ra Word."))
        else:
            parts.append(self.tr("Tệp: {name}.").format(name=status.path.name))
            if status.hand_edited:
                parts.append(self.tr("Đã sửa tay trong Word; xuất lại sẽ tạo tệp mới."))
            elif status.data_changed:
                parts.append(self.tr("Dữ liệu đã đổi sau khi xuất."))
        if status.outdated:
            words = self.tr("{count} đoạn sửa tay cần xem lại.")
            parts.append(words.format(count=len(status.outdated)))
        if status.unprinted:
            words = self.tr("Chưa có mục in: {names}.")
            parts.append(words.format(names=", ".join(status.unprinted)))
        self.state.setText(" ".join(parts))
        self.opened.setEnabled(status.path is not None)

    def show_page(self, page: int) -> None:
        """Show the text, the outline or the review."""
        self.commit_open()
        self.pages.setCurrentIndex(page)
        self.which.choose(_KEYS[page])

    # -- review -------------------------------------------------------------------------------

    def _review_soon(self) -> None:
        """Check the text beside the window; the newest answer counts."""
        plan = self.plan
        if plan is None:
            return
        self._reviewing += 1
        number = self._reviewing
        self.context.tasks.run(
            lambda s: plan_review.of_plan(s, plan.id),
            done=lambda found: self._take_findings(number, found),
            label=self.tr("Rà soát văn bản"),
            owner=self,
        )

    def _take_findings(self, number: int, found: tuple[Reviewed, ...]) -> None:
        if number != self._reviewing:
            return
        self.found = found
        self.which.set_segments(self._segments())
        self.review_page.show_plan(found)
        self._show_blocks()

    def _mark(self, rows: Sequence[Reviewed], seen: bool) -> None:
        plan = self.plan
        if plan is None or not rows:
            return
        do = plan_review.mark_seen if seen else plan_review.mark_unseen
        label = self.tr("Đánh dấu đã xem") if seen else self.tr("Bỏ đánh dấu đã xem")
        self.run(lambda s: do(s, plan.id, rows), label)

    def _go_to_block(self, key: str) -> None:
        self.show_page(TEXT)
        self.page.choose(key)
        self.page.setFocus()

    def _review_file(self) -> None:
        path = dialogs.pick_file(
            self,
            self.tr("Chọn văn bản cần rà soát"),
            [(self.tr("Văn bản"), "*.docx *.txt")],
        )
        if path is not None:
            self.show_page(REVIEW)
            self.context.tasks.run(
                lambda s: plan_review.of_file(s, path),
                done=lambda found: self.review_page.show_file(path.name, found),
                label=self.tr("Rà soát {name}").format(name=path.name),
                owner=self,
            )

    # -- wording ------------------------------------------------------------------------------

    def _write(self, service: Callable[..., Any], key: str, *more: str) -> None:
        plan = self.plan
        if plan is not None:
            self.run(
                lambda s: service(s, plan.id, key, *more),
                self.tr("Sửa văn bản kế hoạch"),
                back=self._show_blocks,
            )

    def _add_after(self, key: str) -> None:
        text = dialogs.ask_reason(
            self, self.tr("Thêm"), self.tr("Thêm đoạn văn"), self.tr("Nội dung đoạn thêm:")
        )
        if text:
            self._write(plan_paper.add_paragraph, key, text)

    # -- PlanDesk -----------------------------------------------------------------------------

    def export(self) -> None:
        """Write the plan as a Word file, asking where to."""
        plan = self.plan
        if plan is None:
            return
        path = dialogs.pick_save(
            self, self.tr("Xuất kế hoạch ra Word"), plan_paper.file_title(plan), WORD_FILES
        )
        if path is not None:
            self.run(
                partial(_make, plan.id, path),
                self.tr("Xuất kế hoạch ra Word"),
                done=self._on_made,
            )

    def _on_made(self, made: PlanMade) -> None:
        self.context.toast(made.words)
        if self.movement is not None:
            self.show_movement(self.movement)

    def review(self) -> None:
        """Show what the review of the text finds."""
        self.show_page(REVIEW)
        self.review_page.show_plan(self.found)
        self.review_page.grid.setFocus()

    def _open_file(self) -> None:
        if self.status is not None and self.status.path is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.status.path)))

    # -- places -------------------------------------------------------------------------------

    def go_to(self, field: str, item: str) -> None:
        self.show_page(OUTLINE if field in ("chapters", "parts") else TEXT)
        if item:
            self.page.choose(item)
        (self.outline if field in ("chapters", "parts") else self.page).setFocus()

    def panes(self) -> Sequence[QWidget]:
        shown = self.pages.currentIndex()
        if shown == TEXT:
            return (self.page, self.editor)
        return (self.outline,) if shown == OUTLINE else (self.review_page.grid,)

    def detail_panel(self) -> QWidget | None:
        return self.editor if self.pages.currentIndex() == TEXT else None

    def commit_open(self) -> None:
        self.editor.commit()
        self.outline.commit()

    def actions_for_menu(self) -> Sequence[QAction]:
        return (self.other, self.opened)


def _make(plan_id: str, path: Path, session: Session) -> PlanMade:
    return plan_paper.make(session, plan_id, path)
