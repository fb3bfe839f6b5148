"""What the check has found beside the checklist: sentence, source, and the way to cure it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from thiduaqt.services import dossiers
from thiduaqt.services.checking import Checker
from thiduaqt.services.dossiers import Dossier, Finding
from thiduaqt.ui import icons, tokens
from thiduaqt.ui.screens.nominations.desk import NominationDesk
from thiduaqt.ui.screens.nominations.sources import tag_of
from thiduaqt.ui.widgets.buttons import button
from thiduaqt.ui.widgets.labels import meta, strong, text_label
from thiduaqt.ui.widgets.states import look_of

_STATES = {"error": "error", "review": "warn", "note": "info"}
_GROUNDS = {"error": "row-error", "review": "strip-warn", "note": "strip-info"}


class Findings(QWidget):
    """The findings of one dossier.

    ``field_wanted(name)`` asks for a field of the form, ``history_wanted()`` for earlier awards.
    """

    field_wanted = Signal(str)
    history_wanted = Signal()

    def __init__(self, desk: NominationDesk) -> None:
        super().__init__()
        self.setObjectName("nominations.findings")
        self._desk = desk
        self._dossier: Dossier | None = None
        self._checker: Checker | None = None
        self._compared = ""
        self._page = QVBoxLayout(self)
        self._page.setContentsMargins(0, 0, 0, 0)
        self._page.setSpacing(2)

    def show_dossier(self, dossier: Dossier, checker: Checker) -> None:
        """Show the findings of ``dossier``; an open comparison stays open."""
        if self._dossier is None or self._dossier.row.id != dossier.row.id:
            self._compared = ""
        self._dossier, self._checker = dossier, checker
        while self._page.count():
            item = self._page.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for finding in dossier.findings:
            self._page.addWidget(self._row(finding))
            if finding.other_id and finding.other_id == self._compared:
                self._page.addWidget(self._comparison(finding.other_id))
        if dossier.nomination.override_reason:
            self._page.addWidget(self._exception(dossier))
        self.setVisible(self._page.count() > 0)

    def _row(self, finding: Finding) -> QFrame:
        issue = finding.issue
        frame = QFrame()
        frame.setObjectName(f"nominations.finding.{issue.code}")
        frame.setProperty("kind", _GROUNDS[issue.severity])
        grid = QGridLayout(frame)
        grid.setContentsMargins(9, 5, 6, 4)
        grid.setHorizontalSpacing(7)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(1, 1)
        look = look_of(_STATES[issue.severity])
        picture = QLabel()
        picture.setPixmap(icons.icon(look.icon, look.colour).pixmap(tokens.ICON, tokens.ICON))
        grid.addWidget(picture, 0, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(text_label(issue.message), 0, 1)
        below = QHBoxLayout()
        below.setSpacing(tokens.GAP)
        for words, do in self._cures(finding):
            link = button(words, do, kind="link", name=f"{frame.objectName()}.cure")
            link.setAccessibleDescription(issue.message)
            below.addWidget(link)
        tag = tag_of(issue.source)
        if tag is not None:
            below.addWidget(tag)
        below.addStretch()
        if below.count() > 1:
            grid.addLayout(below, 1, 1)
        return frame

    def _cures(self, finding: Finding) -> Sequence[tuple[str, Callable[[], object]]]:
        dossier = self._dossier
        if dossier is None:
            return ()
        other = finding.other_id
        if finding.cure == "history":
            return ((self.tr("Xem lịch sử khen"), self.history_wanted.emit),)
        if finding.cure == "compare":
            shown: list[tuple[str, Callable[[], object]]] = [
                (self.tr("So sánh"), partial(self._compare, other))
            ]
            if finding.issue.severity == "review" and dossier.row.editable:
                apart = partial(self._desk.not_a_duplicate, dossier.row.id, other)
                shown.append((self.tr("Không trùng"), apart))
            return shown
        if not dossier.row.editable:
            return ()
        if finding.cure == "flag":
            return ((self.tr("Ghi kết luận…"), partial(self._desk.close_flag, other)),)
        if finding.cure == "field":
            go = partial(self.field_wanted.emit, finding.issue.field)
            return ((self._field_words(finding.issue.field), go),)
        return ()

    def _field_words(self, field: str) -> str:
        words = {
            "subject_group": self.tr("Chọn nhóm"),
            "achievement": self.tr("Ghi thành tích"),
            "award": self.tr("Chọn hình thức"),
            "name": self.tr("Ghi tên"),
        }
        return words.get(field, self.tr("Sửa"))

    def _compare(self, other_id: str) -> None:
        self._compared = "" if self._compared == other_id else other_id
        if self._dossier is not None and self._checker is not None:
            self.show_dossier(self._dossier, self._checker)

    def _comparison(self, other_id: str) -> QWidget:
        assert self._dossier is not None
        assert self._checker is not None
        holder = QFrame()
        holder.setObjectName("nominations.comparison")
        grid = QGridLayout(holder)
        grid.setContentsMargins(12, 2, 6, 6)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(1)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(2, 1)
        lines = dossiers.compare(self._checker, self._dossier.row.id, other_id)
        for line, (name, mine, theirs) in enumerate(lines):
            role = "" if mine == theirs else "warn"
            grid.addWidget(meta(name), line, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(meta(mine or "—", role, wrap=True), line, 1)
            grid.addWidget(meta(theirs or "—", role, wrap=True), line, 2)
        go = button(
            self.tr("Đến hồ sơ kia"),
            partial(self._desk.go_wanted.emit, other_id),
            kind="link",
            name="nominations.comparison.go",
        )
        grid.addWidget(go, len(lines), 2, Qt.AlignmentFlag.AlignLeft)
        return holder

    def _exception(self, dossier: Dossier) -> QFrame:
        frame = QFrame()
        frame.setObjectName("nominations.exception")
        frame.setProperty("kind", "strip-info")
        page = QVBoxLayout(frame)
        page.setContentsMargins(10, 5, 6, 4)
        page.setSpacing(1)
        by = dossier.nomination.override_by
        page.addWidget(strong(self.tr("Chấp nhận ngoại lệ")))
        page.addWidget(text_label(dossier.nomination.override_reason))
        page.addWidget(meta(self.tr("Người ghi: {name}").format(name=by)))
        if dossier.row.editable:
            back = button(
                self.tr("Bỏ ngoại lệ"),
                partial(self._desk.take_back_override, dossier),
                kind="link",
                name="nominations.exception.back",
            )
            page.addWidget(back, 0, Qt.AlignmentFlag.AlignLeft)
        return frame
