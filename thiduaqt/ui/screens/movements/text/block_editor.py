"""The editor of one paragraph: its wording, what the data says, back to it, left out, one more."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QGridLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from thiduaqt.domain.plan_text import Block
from thiduaqt.domain.text import clean
from thiduaqt.services import plan_paper
from thiduaqt.ui.screens.movements.text.page_list import state_words
from thiduaqt.ui.widgets.buttons import button
from thiduaqt.ui.widgets.cards import Card
from thiduaqt.ui.widgets.editors import LongEdit
from thiduaqt.ui.widgets.labels import Badge, meta, text_label

_STATES = {"edited": "edit", "added": "edit", "outdated": "warn", "left_out": "off"}


class BlockEditor(Card):
    """``worded(key, text)`` follows leaving the field; the others ask for what their names say."""

    worded = Signal(str, str)
    restored = Signal(str)
    kept = Signal(str)
    left_out = Signal(str)
    added = Signal(str)

    def __init__(self) -> None:
        super().__init__(self.tr("Đoạn đang chọn"))
        self.setObjectName("movements.text.block")
        self.block: Block | None = None
        self.badge = Badge("", "")
        self.head.addWidget(self.badge)
        self.text = LongEdit(lines=6)
        self.text.setObjectName("movements.text.block.text")
        self.text.setAccessibleName(self.tr("Lời văn của đoạn"))
        self.where = meta("", wrap=True)
        self.table_note = text_label(
            self.tr("Bảng lập từ dữ liệu. Sửa số liệu ở các thẻ khác, hoặc bỏ bảng này."), "second"
        )
        self.data_heading = meta(self.tr("Theo dữ liệu:"))
        self.data_text = text_label("")
        self.data_text.setObjectName("movements.text.block.data")
        self._build()
        self.text.left.connect(self._on_left)
        self.show_block(None)

    def _build(self) -> None:
        tr = self.tr
        inside = QWidget()
        inside.setProperty("bare", "true")
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 4, 0)
        column.setSpacing(6)
        for part in (
            self.where, self.text, self.table_note, self.data_heading, self.data_text,
        ):  # fmt: skip
            column.addWidget(part)
        grid = QGridLayout()
        grid.setSpacing(6)
        self.restore = self._verb(tr("Theo dữ liệu"), self.restored, "reload", "restore")
        self.keep = self._verb(tr("Giữ lời đã sửa"), self.kept, "check", "keep")
        self.leave_out = self._verb(tr("Bỏ đoạn này"), self.left_out, "trash", "leave_out")
        self.add = self._verb(tr("Thêm đoạn sau"), self.added, "plus", "add")
        for place, one in enumerate((self.add, self.leave_out, self.restore, self.keep)):
            grid.addWidget(one, place // 2, place % 2)
        column.addLayout(grid)
        column.addStretch()
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inside)
        self.body.addWidget(area, 1)

    def _verb(self, text: str, signal: object, icon: str, name: str) -> QPushButton:
        return button(
            text, lambda: self._ask(signal), icon=icon, name=f"movements.text.block.{name}"
        )

    def show_block(self, block: Block | None) -> None:
        """Show another paragraph; what somebody is typing in the same one stays."""
        same = block is not None and self.block is not None and block.key == self.block.key
        typing = same and self.text.hasFocus() and self._typed() != self._shown(self.block)
        self.block = block
        state = block.state if block is not None else "data"
        self.setEnabled(block is not None)
        table = block is not None and block.table is not None
        self.text.setVisible(not table)
        self.table_note.setVisible(table)
        if not typing and self.text.toPlainText() != self._shown(block):
            self.text.setPlainText(self._shown(block))
        words = state_words(block) if block is not None else ""
        self.badge.set_state(words, _STATES.get(state, "pending" if words else ""))
        self.badge.setVisible(bool(words))
        self.where.setText(block.source.text if block is not None else "")
        self.where.setVisible(bool(self.where.text()))
        changed = block is not None and state in ("edited", "outdated", "left_out") and not table
        self.data_heading.setVisible(changed)
        self.data_text.setVisible(changed)
        if changed and block is not None:
            self.data_text.setText(block.generated)
        if block is not None and state == "outdated":
            self.where.setText(plan_paper.outdated_words(block))
            self.where.show()
        self.restore.setEnabled(state in ("edited", "outdated", "left_out"))
        self.keep.setVisible(state == "outdated")
        self.leave_out.setEnabled(block is not None and state != "left_out")

    def _shown(self, block: Block | None) -> str:
        return block.text if block is not None and block.table is None else ""

    def _typed(self) -> str:
        return clean(self.text.toPlainText())

    def commit(self) -> None:
        """Store what is being typed."""
        self._on_left()

    def _on_left(self) -> None:
        block = self.block
        if block is None or block.table is not None:
            return
        typed = self._typed()
        if not typed:
            # An emptied field is not a wish to leave the paragraph out: there is a button for it.
            self.text.setPlainText(self._shown(block))
        elif typed != clean(self._shown(block)):
            self.worded.emit(block.key, typed)

    def _ask(self, signal: object) -> None:
        if self.block is not None:
            signal.emit(self.block.key)  # type: ignore[attr-defined]  # one of our own signals

    def labels(self) -> tuple[QLabel, ...]:
        """Return what tells about the paragraph, for those who test."""
        return (self.where, self.data_text)
