"""Quyết định, sổ khen: decisions drafted, issued and kept; the register that grows from them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLineEdit, QStackedWidget, QWidget

from thiduaqt.ui.i18n import translate
from thiduaqt.ui.screen import Screen, ScreenContext
from thiduaqt.ui.screens.decisions.actions import DecisionActions
from thiduaqt.ui.screens.decisions.decision_page import DecisionPage
from thiduaqt.ui.screens.decisions.desk import DecisionDesk
from thiduaqt.ui.screens.decisions.register_page import RegisterPage
from thiduaqt.ui.widgets.buttons import JoinedButtons, Segment, action_button

DECISIONS, REGISTER = "decisions", "register"


class DecisionsScreen(Screen):
    """Two tabs: the decisions, and the register of awards."""

    families = frozenset(
        {
            "decision",
            "award",
            "council_session",
            "vote",
            "nomination",
            "person",
            "unit",
            "team",
            "household",
            "office",
            "round",
            "movement",
            "made_document",
        }
    )

    def __init__(self, context: ScreenContext) -> None:
        super().__init__(context, translate("DecisionsScreen", "Quyết định, sổ khen"), "decisions")
        self.desk = DecisionDesk(context, self)
        self.page = DecisionPage(self.desk)
        self.register = RegisterPage(self.desk)
        self.does = DecisionActions(
            self,
            make_papers=self._make_papers,
            issue=self.page.issuing.issue,
            print_sheets=self._print,
            reopen=self.page.issuing.reopen,
            correct=self.register.card.correct,
            revoke=self.register.card.revoke,
            reprint=self._reprint,
            export=self.register.export,
        )
        self._build_header_parts()
        self._build_pages()

    def _build_header_parts(self) -> None:
        self.tabs = JoinedButtons(
            [
                Segment(key=DECISIONS, text=self.tr("Quyết định")),
                Segment(key=REGISTER, text=self.tr("Sổ khen thưởng")),
            ]
        )
        self.tabs.setObjectName("decisions.tabs")
        self.header.insertSpacing(1, 16)
        self.header.insertWidget(2, self.tabs)
        self.papers_button = action_button(self.does.make_papers, name="decisions.papers.button")
        self.export_button = action_button(self.does.export, name="register.export.button")
        self.issue_button = action_button(
            self.does.issue, kind="primary", name="decisions.issue.button"
        )
        self.print_button = action_button(
            self.does.print_sheets, kind="primary", name="decisions.print.button"
        )
        self.add_to_header(
            self.papers_button, self.export_button, self.issue_button, self.print_button
        )
        self.tabs.chosen.connect(self.show_tab)

    def _build_pages(self) -> None:
        self.register.lay_out(self.does)
        self.register.to_decisions.clicked.connect(lambda: self.show_tab(DECISIONS))
        self._stack = QStackedWidget()
        self._stack.addWidget(self.page)
        self._stack.addWidget(self.register)
        self.body.addWidget(self._stack, 1)
        self.page.shown.connect(self._show_actions)
        self.register.chosen.connect(self._show_actions)
        self._show_actions()

    # -- showing ------------------------------------------------------------------------------

    def reload(self) -> None:
        self.page.reload()
        self.register.reload()
        self._show_actions()

    def tab(self) -> str:
        """Return which tab is shown."""
        return DECISIONS if self._stack.currentWidget() is self.page else REGISTER

    def show_tab(self, key: str) -> None:
        """Show the decisions or the register."""
        self.commit_open_editor()
        self.tabs.choose(key)
        self._stack.setCurrentWidget(self.page if key == DECISIONS else self.register)
        self._show_actions()

    def _show_actions(self) -> None:
        sheet = self.desk.sheet
        here = self.tab() == DECISIONS
        does = self.does
        does.make_papers.setVisible(here and sheet is not None)
        does.make_papers.setEnabled(not self.page.papers.busy)
        does.issue.setVisible(here and sheet is not None and sheet.draft)
        issued = sheet is not None and sheet.decision.state == "issued"
        does.print_sheets.setVisible(here and issued)
        does.reopen.setVisible(here and issued)
        rows = self.register.card.rows
        alone = len(rows) == 1 and rows[0].state != "revoked"
        for action in (does.correct, does.revoke, does.reprint):
            action.setVisible(not here)
            action.setEnabled(alone)
        does.export.setVisible(not here)
        does.export.setEnabled(bool(self.register.grid.rows()))

    # -- acting -------------------------------------------------------------------------------

    def _make_papers(self) -> None:
        self.commit_open_editor()  # stored before the papers are made: one writer, in turn
        self.page.papers.make_all()

    def _print(self) -> None:
        self.context.navigate("certificates", decision=self.desk.decision_id)

    def _reprint(self) -> None:
        rows = self.register.card.rows
        if rows:
            self.context.navigate("certificates", decision=rows[0].decision_id)

    # -- the window's wishes ------------------------------------------------------------------

    def open_with(self, **filters: object) -> None:
        """Open ``decision_id=``, ``award_id=``, or ``part="register"``."""
        if self._stale:
            self.reload()
            self._stale = False
        award, decision = filters.get("award_id"), filters.get("decision_id")
        if isinstance(award, str):
            self.show_tab(REGISTER)
            self.register.go_to(award)
        elif filters.get("part") == REGISTER:
            self.show_tab(REGISTER)
        elif isinstance(decision, str):
            self.show_tab(DECISIONS)
            self.page.choose(decision)

    def actions_for_menu(self) -> Sequence[QAction]:
        return self.does.in_menu()

    def find_field(self) -> QLineEdit | None:
        return self.register.search if self.tab() == REGISTER else None

    def panes(self) -> Sequence[QWidget]:
        return self.page.panes() if self.tab() == DECISIONS else self.register.panes()

    def detail_panel(self) -> QWidget | None:
        return self.register.card if self.tab() == REGISTER else None

    def commit_open_editor(self) -> None:
        self.page.facts.form.commit()
        self.register.card.form.commit()
