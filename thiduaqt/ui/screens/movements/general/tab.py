"""Thông tin chung: foldable sections over the movement and the plan that carries it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from thiduaqt.domain.records import Movement, Plan
from thiduaqt.services import blocks, plans, registers, signing
from thiduaqt.ui import icons, tokens
from thiduaqt.ui.forms.fields import FieldSpec, Value
from thiduaqt.ui.forms.form import Form
from thiduaqt.ui.screen import ScreenContext
from thiduaqt.ui.screens.movements.general import fields, lists
from thiduaqt.ui.screens.movements.general.blocks_editor import BlocksEditor, Service
from thiduaqt.ui.screens.movements.general.plan_strip import PlanStrip
from thiduaqt.ui.screens.movements.list_editor import Change, ListEditor, ListSpec
from thiduaqt.ui.screens.movements.registrations.page import RegistrationsPage
from thiduaqt.ui.screens.movements.tab import Tab
from thiduaqt.ui.widgets.buttons import action_button
from thiduaqt.ui.widgets.cards import Card, Foldable

_TALL = 9  # most rows a list shows before it scrolls by itself
_LABELS = 128
_DOCUMENT_LISTS = ("bases", "duties")


class Section(Foldable):
    """A foldable whose heading tells how much is in it."""

    def __init__(self, heading: str, name: str, *, open_: bool = False) -> None:
        super().__init__(heading, open_=open_)
        self.setObjectName(name)
        self.toggle.setObjectName(f"{name}.toggle")
        self._heading = heading

    def show_count(self, count: int) -> None:
        """Show ``count`` behind the heading."""
        self.toggle.setText(f"{self._heading} ({count})" if count else self._heading)


class GeneralTab(Tab):
    """Every field is stored when it is left, every list line when it is typed."""

    families = frozenset({"unit", "block"}) | RegistrationsPage.families

    def __init__(self, context: ScreenContext) -> None:
        super().__init__(context, "general")
        self.sections: dict[str, Section] = {}
        self.lists: dict[str, ListEditor] = {}
        self.forms: dict[str, Form] = {}
        self._groups: dict[str, str] = {}
        self._blocks: dict[str, str] = {}
        self.registrations = RegistrationsPage(context)
        self.open_list = QAction(icons.icon("list-check"), self.tr("Danh sách đăng ký…"), self)
        self._page = QVBoxLayout()
        self._page.setContentsMargins(0, 0, 4, 0)
        self._page.setSpacing(tokens.GAP)
        self._build()
        inner = QWidget()
        inner.setProperty("bare", True)
        inner.setLayout(self._page)
        self.area = QScrollArea()
        self.area.setObjectName("movements.general.area")
        self.area.setAccessibleName(self.tr("Thông tin chung"))
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setWidget(inner)
        self.pages = QStackedWidget()
        self.pages.addWidget(self.area)
        self.pages.addWidget(self.registrations)
        self.body.addWidget(self.pages, 1)
        self.open_list.triggered.connect(lambda _checked=False: self.show_registrations())
        self.registrations.closed.connect(lambda: self.show_registrations(on=False))

    # -- building -----------------------------------------------------------------------------

    def _build(self) -> None:
        self._add_form("movement", self.tr("Phong trào"), fields.movement_fields(), open_=True)
        self._add_form("document", self.tr("Văn bản kế hoạch"), fields.document_fields())
        self.plan_strip = PlanStrip()
        self.plan_strip.run_wanted.connect(self._on_plan_step)
        self.sections["document"].body.insertWidget(0, self.plan_strip)
        awards = self._award_names()
        words = registers.kind_words(self.context.session)
        kinds = {str(kind): name for kind, name in words.items()}
        self._add_list("bases", self.tr("Căn cứ"), lists.bases())
        self._add_list("duties", self.tr("Phân công trách nhiệm"), lists.responsibilities())
        self._add_list("routes", self.tr("Đường gửi hồ sơ"), lists.routes(awards))
        self._add_list(
            "papers", self.tr("Giấy tờ trong hồ sơ khen"), lists.papers(awards, self._groups)
        )
        self._add_form("registration", self.tr("Đăng ký thi đua"), fields.registration_fields())
        line = QHBoxLayout()
        line.addWidget(action_button(self.open_list, name="movements.general.registrations"))
        line.addStretch()
        self.sections["registration"].body.addLayout(line)
        self._add_list(
            "leagues", self.tr("Bảng thi đua xếp hạng riêng"), lists.leagues(kinds, self._blocks)
        )
        self.blocks = BlocksEditor(self.context.memory)
        self.blocks.wanted.connect(self._on_blocks)
        self.blocks.refused.connect(lambda fault: self.strip.say(fault.text))
        self._section("blocks", self.tr("Khối, cụm thi đua"), self.blocks, open_=False)
        self._add_list("guidance", self.tr("Văn bản hướng dẫn đến sau"), lists.guidance())
        self._page.addStretch()
        self.forms["movement"].committed.connect(self._store_movement)
        self.forms["document"].committed.connect(self._store_document)
        self.forms["registration"].committed.connect(self._store_registration)

    def _award_names(self) -> dict[str, str]:
        return {award.code: award.name for award in self.context.session.rulebook().award_kinds()}

    def _section(self, key: str, heading: str, inside: QWidget, *, open_: bool) -> None:
        made = Section(heading, f"movements.general.{key}", open_=open_)
        made.body.addWidget(inside)
        card = Card()
        card.body.setContentsMargins(0, 0, 0, 0)
        card.body.addWidget(made)
        self.sections[key] = made
        made.toggle.clicked.connect(lambda _=False: self._show_unfolded(made))
        self._page.addWidget(card)

    def _add_form(
        self, key: str, heading: str, specs: Sequence[FieldSpec], *, open_: bool = False
    ) -> None:
        form = Form(specs, name=f"movements.general.{key}.form", label_width=_LABELS)
        self.forms[key] = form
        self._section(key, heading, form, open_=open_)

    def _add_list(self, key: str, heading: str, spec: ListSpec) -> None:
        made = ListEditor(
            spec, name=f"movements.general.{key}.list", memory=self.context.memory, rows=_TALL
        )
        made.wanted.connect(partial(self._on_list, key))
        made.refused.connect(lambda fault: self.strip.say(fault.text))
        self.lists[key] = made
        self._section(key, heading, made, open_=False)

    # -- showing ------------------------------------------------------------------------------

    def show_movement(self, movement: Movement) -> None:
        self._show_registrations(movement)
        rules = movement.definition
        if rules is None:
            self.area.setEnabled(False)
            self.strip.say(self.tr("Phong trào này không kèm nội dung kế hoạch."))
            return
        self.area.setEnabled(True)
        self.forms["movement"].set_values(fields.movement_values(rules))
        self.forms["registration"].set_values(fields.registration_values(rules.registration))
        self._groups.clear()
        self._groups.update((group.code, group.name) for group in rules.groups)
        self._blocks.clear()
        self._blocks.update(blocks.names(self.context.session))
        self._show_registration(asked=rules.registration is not None)
        for key in ("routes", "papers", "leagues"):
            self._show_list(key, getattr(rules, self.lists[key].spec.part))
        self.sections["blocks"].show_count(self.blocks.show_year(self.context.session))
        self._show_plan()

    def _show_registrations(self, movement: Movement) -> None:
        page = self.registrations
        if page.movement is None or page.movement.id != movement.id:
            page.forget()
        page.movement, page.plan = movement, self.plan
        if self.pages.currentWidget() is page:
            page.show_movement(movement)

    def show_registrations(self, *, on: bool = True) -> None:
        """Show the list of registrations, or go back to the sections."""
        self.commit_open()
        page = self.registrations
        self.pages.setCurrentWidget(page if on else self.area)
        if on and self.movement is not None:
            self._show_registrations(self.movement)
            page.grid.setFocus()
        elif not on:
            self.open_section("registration")

    def _show_plan(self) -> None:
        plan = self.plan
        self.sections["document"].setEnabled(plan is not None)
        session = self.context.session
        older = plan.supersedes_id if plan is not None else None
        replaced = session.store.find(Plan, older) if older else None
        self.plan_strip.show_plan(plan, replaced, session.today())
        if plan is None:
            return
        form = self.forms["document"]
        choices = ["TM. ỦY BAN NHÂN DÂN – CHỦ TỊCH"]
        choices += ["TM. ỦY BAN NHÂN DÂN – KT. CHỦ TỊCH – PHÓ CHỦ TỊCH", *signing.choices()]
        form.set_choices("signer_form", choices)
        form.set_values(fields.document_values(plan.document))
        self._show_list("bases", plan.document.legal_bases)
        self._show_list("duties", plan.document.responsibilities)
        self._show_list("guidance", plan.guidance)

    def _show_list(self, key: str, items: Sequence[object]) -> None:
        self.lists[key].show_items(items)
        self.sections[key].show_count(len(items))

    def _show_registration(self, *, asked: bool) -> None:
        form = self.forms["registration"]
        for spec in fields.registration_fields():
            if spec.key != "asked":
                form.set_visible(spec.key, on=asked)

    # -- writing ------------------------------------------------------------------------------

    def _store_movement(self, key: str, value: Value) -> None:
        words = self.tr("Sửa thông tin phong trào")
        self.commit(words, lambda rules: fields.changed_movement(rules, key, value))

    def _store_document(self, key: str, value: Value) -> None:
        words = self.tr("Sửa văn bản kế hoạch")
        self.commit_document(words, lambda document: fields.changed_document(document, key, value))

    def _store_registration(self, key: str, value: Value) -> None:
        year = self.context.session.today().year
        words = self.tr("Sửa quy định đăng ký thi đua")
        self.commit(words, lambda rules: fields.changed_registration(rules, key, value, year=year))

    def _on_list(self, key: str, label: str, change: Change) -> None:
        back = self.lists[key].grid.discard_pending
        plan = self.plan
        if key in _DOCUMENT_LISTS:
            self.commit_document(label, change, back=back)
        elif key == "guidance" and plan is not None:
            plan_id = plan.id
            self.run(lambda s: plans.change_guidance(s, plan_id, label, change), label, back=back)
        else:
            self.commit(label, change, back=back)

    def _on_blocks(self, label: str, service: Service) -> None:
        self.run(service, label, back=self.blocks.grid.discard_pending)

    def _on_plan_step(self, label: str, op: Callable[[object], object], said: str) -> None:
        self.commit_open()
        self.run(op, label, done=lambda _result: self.context.toast(said, undo=True))

    def commit_open(self) -> None:
        for form in self.forms.values():
            form.commit()

    # -- places -------------------------------------------------------------------------------

    def open_section(self, key: str) -> Section:
        """Unfold a section and bring it into sight."""
        section = self.sections[key]
        section.toggle.setChecked(True)
        QTimer.singleShot(0, self, lambda: self._scroll_to(section))
        return section

    def _show_unfolded(self, section: Section) -> None:
        """Scroll down to what was unfolded below the window, its heading staying in sight."""

        def scroll() -> None:
            inner = self.area.widget()
            if inner is not None and section.toggle.isChecked():
                bar, top = self.area.verticalScrollBar(), section.mapTo(inner, QPoint()).y()
                bottom = top + section.height() - self.area.viewport().height()
                bar.setValue(min(top, max(bar.value(), bottom)))

        QTimer.singleShot(0, self, scroll)

    def _scroll_to(self, section: Section) -> None:
        inner = self.area.widget()
        if inner is not None:
            self.area.verticalScrollBar().setValue(section.mapTo(inner, QPoint()).y())

    def go_to(self, field: str, item: str) -> None:
        if field == "registrations":
            self.show_registrations()
            self.registrations.grid.choose_quick(item)
            return
        self.pages.setCurrentWidget(self.area)
        if field == "blocks":
            self.open_section(field)
            self.blocks.grid.setFocus()
            return
        if field in self.lists:
            self.open_section(field)
            self.lists[field].go_to(item)
            return
        key = field.removeprefix("registration_")
        form = "registration" if field.startswith("registration_") else ""
        form = form or next((name for name, one in self.forms.items() if _has(one, key)), "")
        if not form:
            self.open_section("document" if field == "document" else "movement")
            return
        self.open_section(form)
        widget = self.forms[form].field(key)
        widget.setFocus()
        QTimer.singleShot(0, self, lambda: self.area.ensureWidgetVisible(widget, 0, 24))

    def _listed(self) -> RegistrationsPage | None:
        page = self.registrations
        return page if self.pages.currentWidget() is page else None

    def panes(self) -> Sequence[QWidget]:
        page = self._listed()
        return page.panes() if page else (self.area,)

    def find_field(self) -> QLineEdit | None:
        page = self._listed()
        return page.find_field() if page else None

    def detail_panel(self) -> QWidget | None:
        page = self._listed()
        return page.detail_panel() if page else None

    def actions_for_menu(self) -> Sequence[QAction]:
        page = self._listed()
        return (self.open_list, *(page.actions_for_menu() if page else ()))


def _has(form: Form, key: str) -> bool:
    try:
        form.field(key)
    except KeyError:
        return False
    return True
