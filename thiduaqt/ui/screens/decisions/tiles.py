"""The papers of a decision as tiles: what each is, how it stands, and the way to open it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QMenu, QSizePolicy, QVBoxLayout, QWidget

from thiduaqt.services.output import PaperState
from thiduaqt.ui import icons, theme, tokens
from thiduaqt.ui.i18n import translate
from thiduaqt.ui.widgets.buttons import button
from thiduaqt.ui.widgets.states import look_of

_LOOKS = {"current": "ok", "outdated": "warn", "edited": "edit", "missing": "pending"}
_ROOMY = 160
_ROLES = {"current": "ok", "outdated": "warn", "edited": "info", "missing": "second"}
_ICONS = {"payment": "file-spreadsheet", "register": "file-spreadsheet"}


def paper_name(paper: PaperState, *, draft: bool) -> str:
    """Return what a paper is called on its tile."""
    short = {
        "payment": translate("PaperTiles", "Chi tiền thưởng"),
        "register": translate("PaperTiles", "Sổ khen"),
        "decision": translate("PaperTiles", "Dự thảo quyết định"),
    }
    if paper.kind == "decision" and not draft:
        return paper.title
    return short.get(paper.kind, paper.title)


def state_words(paper: PaperState) -> str:
    """Return how a paper stands, in words."""
    return {
        "current": translate("PaperTiles", "Đã tạo"),
        "outdated": translate("PaperTiles", "Đã cũ"),
        "edited": translate("PaperTiles", "Đã sửa tay"),
        "missing": translate("PaperTiles", "Chưa tạo"),
    }[paper.state]


class Elided(QLabel):
    """A line that shortens itself to the room there is; the whole text is its tooltip."""

    def __init__(self, text: str = "", role: str = "") -> None:
        super().__init__()
        self._whole = text
        if role:
            self.setProperty("role", role)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.setMinimumWidth(24)
        self._shorten()

    def say(self, text: str) -> None:
        """Show another text."""
        self._whole = text
        self._shorten()

    def whole(self) -> str:
        """Return the text, however much of it is shown."""
        return self._whole

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._shorten()

    def sizeHint(self) -> QSize:
        wide = self.fontMetrics().horizontalAdvance(self._whole) + 4
        return QSize(wide, super().sizeHint().height())

    def _shorten(self) -> None:
        metrics = self.fontMetrics()
        shown = metrics.elidedText(self._whole, Qt.TextElideMode.ElideRight, self.width())
        super().setText(shown)
        self.setToolTip(self._whole if shown != self._whole else "")
        self.setAccessibleName(self._whole)


class PaperTile(QFrame):
    """One paper. ``opened(kind)`` follows *Mở*, ``wanted(kind)`` follows *Tạo*."""

    opened = Signal(str)
    wanted = Signal(str)

    def __init__(self, paper: PaperState, *, draft: bool) -> None:
        super().__init__()
        self.paper = paper
        self.setObjectName(f"decisions.paper.{paper.kind}")
        self.setProperty("kind", "card")
        name = paper_name(paper, draft=draft)
        look = look_of(_LOOKS[paper.state])
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 3, 8, 3)
        row.setSpacing(6)
        self._icon = _picture(_ICONS.get(paper.kind, "file-type-docx"), tokens.PRIMARY, 18)
        row.addWidget(self._icon)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Elided(name))
        below = QHBoxLayout()
        below.setSpacing(4)
        below.addWidget(_picture(look.icon, look.colour, 13))
        state = Elided(state_words(paper))
        state.setFont(theme.text_font(tokens.META_PT))
        state.setProperty("role", _ROLES[paper.state])
        below.addWidget(state, 1)
        words.addLayout(below)
        row.addLayout(words, 1)
        self.link = self._make_link(name)
        row.addWidget(self.link)
        if paper.path is not None:
            self.setToolTip(f"{paper.title}: {state_words(paper)}\n{paper.path}")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the room of the picture to the words where it is scarce."""
        super().resizeEvent(event)
        self._icon.setVisible(self.width() >= theme.em(_ROOMY))

    def _make_link(self, name: str) -> QWidget:
        kind = self.paper.kind
        if self.paper.path is not None:
            made = button(
                self.tr("Mở"),
                lambda: self.opened.emit(kind),
                kind="link",
                name=f"decisions.open.{kind}",
            )
            made.setAccessibleName(self.tr("Mở {name}").format(name=name))
        else:
            made = button(
                self.tr("Tạo"),
                lambda: self.wanted.emit(kind),
                kind="link",
                name=f"decisions.make.{kind}",
            )
            made.setAccessibleName(self.tr("Tạo {name}").format(name=name))
        made.setAccessibleDescription(state_words(self.paper))
        return made


def _picture(name: str, colour: str, side: int) -> QLabel:
    label = QLabel()
    label.setPixmap(icons.icon(name, colour).pixmap(side, side))
    return label


class PaperTiles(QWidget):
    """All papers side by side, and at the end the folder they go to."""

    opened = Signal(str)
    wanted = Signal(str)
    folder_opened = Signal()
    folder_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("decisions.papers")
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(tokens.GAP)
        menu = QMenu(self)
        menu.addAction(self.tr("Mở thư mục văn bản"), self.folder_opened.emit)
        menu.addAction(self.tr("Đổi thư mục…"), self.folder_wanted.emit)
        self.folder = button(
            "", icon="folder-open", tooltip=self.tr("Thư mục văn bản"), name="decisions.folder"
        )
        self.folder.setMenu(menu)
        self.folder.setFixedWidth(44)
        self._row.addWidget(self.folder)
        self.tiles: list[PaperTile] = []
        self._shown: tuple[tuple[PaperState, ...], bool] | None = None

    def show_papers(self, papers: Sequence[PaperState], *, draft: bool, folder: str) -> None:
        """Show how the papers stand; ``folder`` is where they go, empty before it is chosen."""
        words = self.tr("Thư mục văn bản: {folder}").format(folder=folder)
        self.folder.setToolTip(words if folder else self.tr("Thư mục văn bản"))
        self.folder.setVisible(bool(folder))
        if self._shown == (tuple(papers), draft):
            return
        self._shown = (tuple(papers), draft)
        focused = next((one.paper.kind for one in self.tiles if one.link.hasFocus()), "")
        for old in self.tiles:
            self._row.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.tiles = []
        for place, paper in enumerate(papers):
            tile = PaperTile(paper, draft=draft)
            tile.opened.connect(self.opened)
            tile.wanted.connect(self.wanted)
            self._row.insertWidget(place, tile, 1)
            self.tiles.append(tile)
            if paper.kind == focused:
                tile.link.setFocus()
