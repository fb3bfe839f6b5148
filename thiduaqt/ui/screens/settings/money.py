"""How prize money is rounded, with what each way gives today."""

from __future__ import annotations

from PySide6.QtWidgets import QButtonGroup, QRadioButton, QVBoxLayout

from thiduaqt.domain.money import prize
from thiduaqt.domain.plan import RECIPIENT_WORDS, RecipientKind
from thiduaqt.services import setup
from thiduaqt.ui.i18n import translate
from thiduaqt.ui.screen import ScreenContext
from thiduaqt.ui.screens.settings.part import Part
from thiduaqt.ui.widgets.cards import Card
from thiduaqt.ui.widgets.labels import SourceTag, meta, text_label

_KINDS: tuple[RecipientKind, ...] = ("collective", "individual")
_AWARD = "certificate_of_merit"
_MODES = ("nearest", "up")


class MoneyPart(Part):
    """Two ways of rounding, each with its arithmetic of today."""

    def __init__(self, context: ScreenContext) -> None:
        super().__init__(
            context,
            "money",
            translate("MoneyPart", "Tiền thưởng"),
            translate(
                "MoneyPart",
                "Tiền thưởng bằng hệ số nhân lương cơ sở, làm tròn hàng chục nghìn đồng. Lời văn "
                "của quy định có hai cách hiểu; cơ quan chọn một.",
            ),
        )
        self.group = QButtonGroup(self)
        self.examples = []
        names = (
            translate("MoneyPart", "Làm tròn đến hàng chục nghìn gần nhất"),
            translate("MoneyPart", "Luôn làm tròn lên hàng chục nghìn"),
        )
        for number, name in enumerate(names):
            card = Card()
            choice = QRadioButton(name)
            choice.setObjectName(f"settings.rounding.{_MODES[number]}")
            example = text_label("", "second")
            card.body.setSpacing(2)
            card.body.addWidget(choice)
            card.body.addWidget(example)
            self.group.addButton(choice, number)
            self.examples.append(example)
            self.body.addWidget(card)
        self._tags = QVBoxLayout()
        self.body.addLayout(self._tags)
        self.rule = meta("", wrap=True)
        self.body.addWidget(self.rule)
        self.body.addWidget(meta(self.tr("Quyết định đã ban hành giữ số tiền đã ghi."), wrap=True))
        self.body.addStretch()
        self.group.idClicked.connect(self._store)

    def reload(self) -> None:
        session = self.context.session
        office = session.office()
        self.group.button(_MODES.index(office.rounding)).setChecked(True)
        on = session.today()
        rules = session.rulebook(on)
        award = rules.award(_AWARD)
        sources: dict[str, None] = {}
        for number, mode in enumerate(("nearest", "up")):
            said = []
            for kind in _KINDS:
                found = prize(award, kind, on, rules, mode="up" if mode == "up" else "nearest")
                if found is not None:
                    said.append(f"{RECIPIENT_WORDS[kind].capitalize()}: {found.explanation}.")
                    sources |= {found.source.text: None, found.base_source.text: None}
            self.examples[number].setText("\n".join(said))
        self._show_sources(list(sources))
        rounding = rules.rounding(on)
        self.rule.setText(rounding.source.text if rounding else "")

    def _show_sources(self, sources: list[str]) -> None:
        while self._tags.count():
            item = self._tags.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.deleteLater()
        for source in sources[:3]:
            self._tags.addWidget(SourceTag("law", source))

    def _store(self, number: int) -> None:
        mode = _MODES[number]
        self.run(
            lambda s: setup.edit_office(s, {"rounding": mode}),
            self.tr("Đổi cách làm tròn tiền thưởng"),
            done=lambda _changes: self.context.toast(self.tr("Đã đổi cách làm tròn."), undo=True),
        )
