"""Quyết định, sổ khen: the decisions of the office and the register that grows from them."""

from __future__ import annotations

from thiduaqt.services import decisions
from thiduaqt.ui.i18n import translate
from thiduaqt.ui.screen import Screen, ScreenContext
from thiduaqt.ui.widgets.strips import EmptyState


class DecisionsScreen(Screen):
    """Two tabs: the decisions, and the register of awards."""

    families = frozenset({"decision", "award", "council_session", "vote", "made_document"})

    def __init__(self, context: ScreenContext) -> None:
        super().__init__(context, translate("DecisionsScreen", "Quyết định, sổ khen"), "decisions")
        self.empty = EmptyState(
            self.tr("Chưa có quyết định nào"),
            self.tr("Chốt kết quả ở phần Xét duyệt, rồi lập dự thảo quyết định."),
            icon="gavel",
        )
        self.body.addWidget(self.empty, 1)

    def reload(self) -> None:
        found = decisions.listing(self.context.session)
        self.subtitle.setText(self.tr("{count} quyết định").format(count=len(found)))
