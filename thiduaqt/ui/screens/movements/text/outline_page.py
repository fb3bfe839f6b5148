"""Bố cục: chapters and their parts, in order, with what each part prints."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from thiduaqt.domain import plan_edits
from thiduaqt.domain.errors import NotAllowed
from thiduaqt.domain.plan import Chapter, Numbering, Part, PartKind, PlanDocument
from thiduaqt.domain.plan_text import usual_outline
from thiduaqt.domain.text import clean, fold
from thiduaqt.ui import tokens
from thiduaqt.ui.i18n import translate
from thiduaqt.ui.screen import ScreenContext
from thiduaqt.ui.screens.movements.list_editor import Cell, ListEditor, ListSpec
from thiduaqt.ui.widgets.buttons import button
from thiduaqt.ui.widgets.editors import LongEdit
from thiduaqt.ui.widgets.labels import meta, strong

_NO_LIMIT = 16_777_215  # Qt's own largest height


def kind_words() -> dict[PartKind, str]:
    """Return what a part may print."""
    return {
        "text": translate("Outline", "Đoạn văn"),
        "subjects": translate("Outline", "Phạm vi, đối tượng"),
        "period": translate("Outline", "Thời gian"),
        "phases": translate("Outline", "Giai đoạn"),
        "targets": translate("Outline", "Chỉ tiêu"),
        "criteria": translate("Outline", "Tiêu chí"),
        "awards": translate("Outline", "Hình thức khen"),
        "quotas": translate("Outline", "Số lượng khen"),
        "registration": translate("Outline", "Đăng ký thi đua"),
        "milestones": translate("Outline", "Mốc thời gian"),
        "responsibilities": translate("Outline", "Phân công thực hiện"),
    }


def numbering_words() -> dict[Numbering, str]:
    """Return how the paragraphs of a part are marked."""
    return {
        "none": translate("Outline", "không đánh dấu"),
        "dash": translate("Outline", "gạch đầu dòng"),
        "letter": translate("Outline", "a), b), c)"),
        "number": translate("Outline", "1., 2., 3."),
    }


def _key_of(words: Mapping[Any, str], text: str) -> Any:  # noqa: ANN401 - a key of ``words``
    for key, word in words.items():
        if fold(word) == fold(text):
            return key
    raise NotAllowed(f"Không có “{text}” trong danh sách.", todo="Chọn một dòng trong danh sách.")


class OutlinePage(QWidget):
    """``wanted(label, change)`` asks to change the document; ``refused(UserError)``."""

    wanted = Signal(str, object)
    refused = Signal(object)

    def __init__(self, context: ScreenContext) -> None:
        super().__init__()
        self.setObjectName("movements.text.outline")
        self.document: PlanDocument | None = None
        self._shown = (-1, -1)
        memory = context.memory
        self.chapters = ListEditor(_chapters_spec(), name="movements.text.chapters", memory=memory)
        self.parts = ListEditor(_parts_spec(), name="movements.text.parts", memory=memory)
        self.lines = LongEdit(lines=6)
        self.lines.setMinimumHeight(60)
        self.lines.setMaximumHeight(_NO_LIMIT)
        self.lines.setObjectName("movements.text.lines")
        self.lines.setAccessibleName(self.tr("Các đoạn văn của mục, mỗi đoạn một dòng"))
        self.usual = button(
            self.tr("Lập bố cục thường dùng"),
            self._make_usual,
            icon="list-check",
            name="movements.text.usual",
        )
        self.note = meta(
            self.tr(
                "Kế hoạch chưa có chương nào: văn bản đang in theo bố cục thường dùng. Lập bố cục "
                "để sửa tên, thứ tự các chương và thêm đoạn văn."
            ),
            wrap=True,
        )
        self._build()
        self.chapters.grid.current_changed.connect(lambda _row: self._show_parts())
        self.parts.grid.current_changed.connect(lambda _row: self._show_lines())
        self.chapters.wanted.connect(self.wanted)
        self.parts.wanted.connect(self._change_chapter)
        self.lines.left.connect(self.commit)
        for one in (self.chapters, self.parts):
            one.refused.connect(self.refused)

    def _build(self) -> None:
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(tokens.GAP)
        row = QHBoxLayout()
        row.addWidget(self.note, 1)
        row.addWidget(self.usual)
        page.addLayout(row)
        upper = QHBoxLayout()
        upper.setSpacing(tokens.GAP)
        for heading, editor, share in (
            (self.tr("Chương"), self.chapters, 2),
            (self.tr("Mục của chương"), self.parts, 3),
        ):
            upper.addLayout(_headed(heading, editor), share)
        page.addLayout(upper, 3)
        page.addLayout(_headed(self.tr("Các đoạn văn của mục, mỗi đoạn một dòng"), self.lines), 2)

    # -- showing ------------------------------------------------------------------------------

    def show_document(self, document: PlanDocument) -> None:
        """Show the outline of a document."""
        self.document = document
        empty = not document.chapters
        self.usual.setVisible(empty)
        self.note.setVisible(empty)
        self.chapters.show_items(document.chapters)
        if self.chapters.grid.current_row() is None and document.chapters:
            self.chapters.grid.select_row(0)
        self._show_parts()

    def _chapter(self) -> tuple[int, Chapter | None]:
        line = self.chapters.grid.current_row()
        held = self.document.chapters if self.document else ()
        if line is None or line.id >= len(held):
            return -1, None
        return line.id, held[line.id]

    def _part(self) -> tuple[int, Part | None]:
        _, chapter = self._chapter()
        line = self.parts.grid.current_row()
        if chapter is None or line is None or line.id >= len(chapter.parts):
            return -1, None
        return line.id, chapter.parts[line.id]

    def _show_parts(self) -> None:
        _, chapter = self._chapter()
        self.parts.setEnabled(chapter is not None)
        parts = chapter.parts if chapter is not None else ()
        self.parts.show_items(parts)
        if self.parts.grid.current_row() is None and parts:
            self.parts.grid.select_row(0)
        self._show_lines()

    def _show_lines(self) -> None:
        _, part = self._part()
        self.lines.setEnabled(part is not None)
        text = "\n".join(part.lines) if part is not None else ""
        if not self.lines.hasFocus() and self.lines.toPlainText() != text:
            self.lines.setPlainText(text)
        self._shown = self._part_key()

    def _part_key(self) -> tuple[int, int]:
        return self._chapter()[0], self._part()[0]

    # -- writing ------------------------------------------------------------------------------

    def commit(self) -> None:
        """Store the paragraphs that were typed."""
        _, part = self._part()
        if part is None or self._part_key() != self._shown:
            return
        typed = tuple(line for line in map(clean, self.lines.toPlainText().splitlines()) if line)
        if typed != part.lines:
            self._change_part(
                self.tr("Sửa đoạn văn của mục"), lambda held: replace(held, lines=typed)
            )

    def _make_usual(self) -> None:
        self.wanted.emit(self.tr("Lập bố cục kế hoạch"), usual_outline)

    def _change_chapter(self, label: str, change: Callable[[Chapter], Chapter]) -> None:
        place, _ = self._chapter()

        def whole(document: PlanDocument) -> PlanDocument:
            held = document.chapters
            if not 0 <= place < len(held):
                return document
            made = (*held[:place], change(held[place]), *held[place + 1 :])
            return replace(document, chapters=made)

        self.wanted.emit(label, whole)

    def _change_part(self, label: str, change: Callable[[Part], Part]) -> None:
        place, _ = self._part()

        def of_chapter(chapter: Chapter) -> Chapter:
            held = chapter.parts
            if not 0 <= place < len(held):
                return chapter
            return replace(chapter, parts=(*held[:place], change(held[place]), *held[place + 1 :]))

        self._change_chapter(label, of_chapter)


def _headed(heading: str, part: QWidget) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(4)
    column.addWidget(strong(heading))
    column.addWidget(part, 1)
    return column


def _fresh(items: Sequence[Any], name: str) -> str:
    return plan_edits.fresh_code(name, [one.code for one in items])


def _chapters_spec() -> ListSpec:
    return ListSpec(
        part="chapters",
        one=translate("Outline", "chương"),
        prompt=translate("Outline", "Gõ tên chương mới"),
        cells=(
            Cell(
                key="title",
                title=translate("Outline", "Tên chương"),
                show=lambda chapter: str(chapter.title),
                read=lambda text: {"title": clean(text)},
                stretch=True,
            ),
            Cell(
                key="count",
                title=translate("Outline", "Số mục"),
                show=lambda chapter: str(len(chapter.parts)),
                width=64,
                muted=True,
            ),
        ),
        fresh=lambda items, values: Chapter(
            code=_fresh(items, str(values.get("title", ""))), title=""
        ),
    )


def _parts_spec() -> ListSpec:
    kinds, marks = kind_words(), numbering_words()
    return ListSpec(
        part="parts",
        one=translate("Outline", "mục"),
        prompt=translate("Outline", "Gõ tên mục mới"),
        cells=(
            Cell(
                key="title",
                title=translate("Outline", "Tên mục"),
                show=lambda part: str(part.title),
                read=lambda text: {"title": clean(text)},
                stretch=True,
            ),
            Cell(
                key="kind",
                title=translate("Outline", "In ra"),
                show=lambda part: kinds[part.kind],
                read=lambda text: {"kind": _key_of(kinds, text)},
                width=140,
                editor="choice",
                choices=list(kinds.values()),
                free=False,
            ),
            Cell(
                key="numbering",
                title=translate("Outline", "Đánh dấu đoạn"),
                show=lambda part: marks[part.numbering],
                read=lambda text: {"numbering": _key_of(marks, text)},
                width=118,
                editor="choice",
                choices=list(marks.values()),
                free=False,
            ),
        ),
        fresh=lambda items, values: Part(code=_fresh(items, str(values.get("title", "")))),
    )
