"""What was before: awards the recipient has had, and the steps that changed this dossier."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from thiduaqt.services.dossier_log import LogLine
from thiduaqt.services.dossiers import Dossier
from thiduaqt.ui.widgets.cards import Foldable
from thiduaqt.ui.widgets.labels import meta, text_label


def _empty(layout: QVBoxLayout) -> None:
    while layout.count():
        item = layout.takeAt(0)
        widget = item.widget() if item is not None else None
        if widget is not None:
            widget.hide()
            widget.deleteLater()


class PastAwards(Foldable):
    """Lịch sử khen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent=parent)
        self.setObjectName("nominations.past")
        self.toggle.setObjectName("nominations.past.fold")
        self.toggle.setText(self.tr("Lịch sử khen"))

    def show_dossier(self, dossier: Dossier) -> None:
        """Show the awards of the recipient, the latest first."""
        self.toggle.setText(self.tr("Lịch sử khen ({count})").format(count=len(dossier.past)))
        _empty(self.body)
        for award in dossier.past:
            head = self.tr("{award}, QĐ {number}, ngày {date}")
            self.body.addWidget(
                text_label(
                    head.format(
                        award=award.award_name,
                        number=award.decision_number,
                        date=award.decision_date,
                    )
                )
            )
            detail = " · ".join(part for part in (award.state_words, award.achievement) if part)
            self.body.addWidget(meta(detail, wrap=True))
        if not dossier.past:
            self.body.addWidget(meta(self.tr("Chưa có khen thưởng nào trong sổ."), wrap=True))


class ChangeLog(Foldable):
    """Nhật ký thay đổi; ``wanted()`` asks for the lines when it is opened."""

    wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent=parent)
        self.setObjectName("nominations.log")
        self.toggle.setObjectName("nominations.log.fold")
        self.toggle.setText(self.tr("Nhật ký thay đổi"))
        self.folded.connect(lambda folded: None if folded else self.wanted.emit())

    @property
    def is_open(self) -> bool:
        """Tell whether the lines are shown."""
        return self.toggle.isChecked()

    def show_lines(self, lines: tuple[LogLine, ...]) -> None:
        """Show who did what when, and what it changed."""
        _empty(self.body)
        for line in lines:
            self.body.addWidget(meta(f"{line.at} · {line.actor}"))
            self.body.addWidget(text_label(line.words))
            for change in line.changes:
                words = f"{change.field}: {change.old} → {change.new}"
                self.body.addWidget(meta(words, wrap=True))
