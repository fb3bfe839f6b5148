"""Thêm nhiều đơn vị: choose kinds of units, a day, and register all of them at once."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QFrame, QGridLayout, QHBoxLayout, QVBoxLayout

from thiduaqt.domain.records import UnitKind
from thiduaqt.ui import theme, tokens
from thiduaqt.ui.widgets.buttons import button
from thiduaqt.ui.widgets.editors import DateEdit
from thiduaqt.ui.widgets.labels import meta, strong, text_label

_ABREAST = 4


class ManyPanel(QFrame):
    """``wanted(kinds, day, with_targets)`` asks to register; Esc closes."""

    wanted = Signal(object, str, bool)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("movements.registrations.many")
        self.setProperty("kind", "card")
        self._counts: dict[UnitKind, int] = {}
        self.kinds: dict[UnitKind, QCheckBox] = {}
        page = QVBoxLayout(self)
        page.setContentsMargins(12, 6, 6, 8)
        page.setSpacing(6)
        head = QHBoxLayout()
        head.addWidget(strong(self.tr("Đăng ký cho tất cả đơn vị thuộc loại")))
        self.none = meta(self.tr("Mọi đơn vị đều đã đăng ký."))
        head.addWidget(self.none)
        head.addStretch()
        head.addWidget(
            button(
                "",
                self.hide,
                kind="flat",
                icon="x",
                tooltip=self.tr("Đóng, không thêm"),
                name="movements.registrations.many.close",
            )
        )
        page.addLayout(head)
        self._boxes = QGridLayout()
        self._boxes.setHorizontalSpacing(20)
        self._boxes.setVerticalSpacing(4)
        self._boxes.setColumnStretch(_ABREAST, 1)
        page.addLayout(self._boxes)
        page.addLayout(self._foot())
        self.hide()

    def _foot(self) -> QHBoxLayout:
        self.day = DateEdit()
        self.day.setObjectName("movements.registrations.many.day")
        self.day.setFixedWidth(theme.em(110))
        self.day.setPlaceholderText(self.tr("hôm nay"))
        label = text_label(self.tr("Ngày đăng ký"), "second", wrap=False)
        label.setBuddy(self.day)
        self.day.setAccessibleName(self.tr("Ngày đăng ký của các đơn vị"))
        self.with_targets = QCheckBox(self.tr("Lấy chỉ tiêu của kế hoạch làm cam kết"))
        self.with_targets.setObjectName("movements.registrations.many.targets")
        self.go = button(
            self.tr("Thêm đơn vị"), self._ask, icon="plus", name="movements.registrations.many.go"
        )
        row = QHBoxLayout()
        row.setSpacing(tokens.GAP)
        row.addWidget(label)
        row.addWidget(self.day)
        row.addWidget(self.with_targets)
        row.addStretch()
        row.addWidget(self.go)
        return row

    def open_with_focus(self) -> None:
        """Show the panel and lead the keyboard to its first kind."""
        self.show()
        first = next(iter(self.kinds.values()), None)
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_counts(
        self, counts: Mapping[UnitKind, int], words: Mapping[UnitKind, str], *, targets: bool
    ) -> None:
        """Show how many units of each kind could register; ticked kinds stay ticked.

        ``targets`` tells whether the plan has any to promise.
        """
        ticked = self.chosen()
        for box in self.kinds.values():
            self._boxes.removeWidget(box)
            box.deleteLater()
        self._counts = {kind: counts[kind] for kind in words if counts.get(kind)}
        self.kinds = {}
        for place, (kind, count) in enumerate(self._counts.items()):
            box = QCheckBox(f"{words[kind]} ({count})")
            box.setObjectName(f"movements.registrations.many.{kind}")
            box.setChecked(kind in ticked)
            box.toggled.connect(lambda _on: self._look())
            self._boxes.addWidget(box, place // _ABREAST, place % _ABREAST)
            self.kinds[kind] = box
        self.none.setVisible(not self.kinds)
        self.with_targets.setVisible(targets)
        self._look()

    def chosen(self) -> tuple[UnitKind, ...]:
        """Return the kinds that are ticked."""
        return tuple(kind for kind, box in self.kinds.items() if box.isChecked())

    def _look(self) -> None:
        count = sum(self._counts[kind] for kind in self.chosen())
        self.go.setEnabled(bool(count))
        self.go.setText(self.tr("Thêm %n đơn vị", "", count) if count else self.tr("Thêm đơn vị"))

    def _ask(self) -> None:
        ticked = self.with_targets.isChecked() and not self.with_targets.isHidden()
        self.wanted.emit(self.chosen(), self.day.text(), ticked)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
        else:
            super().keyPressEvent(event)
