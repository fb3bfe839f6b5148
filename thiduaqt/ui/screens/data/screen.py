"""Nhập, xuất dữ liệu: four pages behind four joined buttons."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QLineEdit, QStackedWidget, QWidget

from thiduaqt.domain.changes import Changes
from thiduaqt.services import sharing
from thiduaqt.services.sharing import BundlePreview, Exported
from thiduaqt.ui import dialogs
from thiduaqt.ui.i18n import translate
from thiduaqt.ui.screen import Screen, ScreenContext
from thiduaqt.ui.screens.data.backups_page import BackupsPage
from thiduaqt.ui.screens.data.bundles_page import BundlesPage
from thiduaqt.ui.screens.data.check_page import CheckPage
from thiduaqt.ui.screens.data.columns import size_words
from thiduaqt.ui.screens.data.export_page import ExportPage
from thiduaqt.ui.screens.data.preview_page import PreviewPage
from thiduaqt.ui.screens.data.trash_page import TrashPage
from thiduaqt.ui.widgets.buttons import JoinedButtons, Segment

TABS = ("bundles", "backups", "check", "trash")


class DataScreen(Screen):
    """Bundles, backups, the check and the recycle bin."""

    families = frozenset(
        {
            *("bundle_log", "held_record", "office", "movement", "round", "nomination", "person"),
            *("unit", "household", "team", "team_member", "evidence", "council_member"),
            *("standing_flag", "decision", "award"),
        }
    )

    def __init__(self, context: ScreenContext) -> None:
        super().__init__(context, translate("DataScreen", "Nhập, xuất dữ liệu"), "data")
        self.tabs = JoinedButtons()
        self.tabs.setObjectName("data.tabs")
        self.header.insertWidget(2, self.tabs)
        self.stack = QStackedWidget()
        self.bundles = BundlesPage(context)
        self.backups = BackupsPage(context)
        self.check = CheckPage(context)
        self.trash = TrashPage(context)
        self.export = ExportPage(context)
        self.preview = PreviewPage(context)
        self._pages: dict[str, QWidget] = {
            "bundles": self.bundles,
            "backups": self.backups,
            "check": self.check,
            "trash": self.trash,
            "export": self.export,
            "preview": self.preview,
        }
        for page in self._pages.values():
            self.stack.addWidget(page)
        self.body.addWidget(self.stack, 1)
        self._show_tabs(0)
        self._connect()

    def _connect(self) -> None:
        self.tabs.chosen.connect(self.show_page)
        self.bundles.make_wanted.connect(self._begin_export)
        self.bundles.take_wanted.connect(self._pick_bundle)
        self.export.closed.connect(lambda: self.show_page("bundles"))
        self.export.made.connect(self._on_made)
        self.preview.closed.connect(lambda: self.show_page("bundles"))
        self.preview.applied.connect(self._on_applied)

    def _show_tabs(self, deleted: int) -> None:
        self.tabs.set_segments(
            [
                Segment(key="bundles", text=self.tr("Gói dữ liệu"), icon="package"),
                Segment(key="backups", text=self.tr("Sao lưu"), icon="device-floppy"),
                Segment(key="check", text=self.tr("Kiểm tra dữ liệu"), icon="shield-check"),
                Segment(key="trash", text=self.tr("Thùng rác"), icon="trash", count=deleted),
            ]
        )

    def reload(self) -> None:
        self.bundles.reload()
        self.backups.reload()
        self._show_tabs(self.trash.reload())

    def open_with(self, **filters: object) -> None:
        """Open at ``tab="backups"`` (bundles, backups, check, trash), or show ``bundle=<path>``."""
        tab, bundle = filters.get("tab"), filters.get("bundle")
        if tab in TABS:
            self.show_page(str(tab))
        if isinstance(bundle, Path):
            self._read(bundle)

    def show_page(self, key: str) -> None:
        """Show one of the pages; the export and the preview belong to the bundles."""
        self.stack.setCurrentWidget(self._pages[key])
        self.tabs.choose(key if key in TABS else "bundles")

    def find_field(self) -> QLineEdit | None:
        if self.stack.currentWidget() is self.trash:
            return self.trash.grid.make_find_field()
        return None

    def panes(self) -> Sequence[QWidget]:
        current = self.stack.currentWidget()
        grid = getattr(current, "grid", None)
        if isinstance(grid, QWidget):
            return (self.tabs, grid)
        return (self.tabs, current) if current is not None else (self.tabs,)

    # -- bundles ------------------------------------------------------------------------------

    def _begin_export(self) -> None:
        self.bundles.news.say("")
        self.show_page("export")
        self.export.start()

    def _on_made(self, made: Exported) -> None:
        self.show_page("bundles")
        words = self.tr(
            "Đã xuất gói số {seq}: {n} mục, {size}, đã đọc lại và kiểm tra. "
            "Nếu lưu vào USB, hãy bấm Rút an toàn."
        )
        text = words.format(seq=made.seq, n=sum(made.counts.values()), size=size_words(made.size))
        self.bundles.news.say(text, kind="ok")

    def _pick_bundle(self) -> None:
        self.bundles.news.say("")
        filters = [
            (self.tr("Gói dữ liệu"), "*.tdq *.zip"),
            (self.tr("Mọi tệp"), "*"),
        ]
        path = dialogs.pick_file(self, self.tr("Chọn gói dữ liệu nhận được"), filters)
        if path is not None:
            self._read(path)

    def _read(self, path: Path) -> None:
        self.context.tasks.run(
            lambda session: sharing.preview_bundle(session, path),
            done=self._show_preview,
            label=self.tr("Đọc gói dữ liệu"),
            owner=self,
        )

    def _show_preview(self, shown: BundlePreview) -> None:
        self.show_page("preview")
        self.preview.show_preview(shown)

    def _on_applied(self, changes: Changes) -> None:
        self.show_page("bundles")
        text = self.preview.result_words()
        self.bundles.news.say(text, kind="ok")
        if not changes.nothing:
            self.context.toast(f"{changes.label}.", undo=True)
