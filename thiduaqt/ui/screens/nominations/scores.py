"""The part of the panel where a dossier is scored: one line per item, total, other scorers."""

from __future__ import annotations

import itertools
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from thiduaqt.domain.plan import Criterion, ScorerRole, Section, SubjectGroup
from thiduaqt.domain.records import ScoreEntry
from thiduaqt.domain.scoring.scorers import counting_role
from thiduaqt.domain.scoring.structure import Shape, has_points, is_scored
from thiduaqt.domain.scoring.tree import NodeResult
from thiduaqt.domain.scoring.words import SCORER_WORDS, combine_words, plain
from thiduaqt.services import scoring
from thiduaqt.services.dossiers import Dossier
from thiduaqt.services.score_reading import Score, SheetResult
from thiduaqt.ui.i18n import translate
from thiduaqt.ui.screens.nominations.desk import NominationDesk
from thiduaqt.ui.screens.nominations.score_row import ScoreRow, row_widgets
from thiduaqt.ui.widgets.buttons import button
from thiduaqt.ui.widgets.editors import fill_box, pick_box
from thiduaqt.ui.widgets.labels import Badge, meta, strong

_USUAL: tuple[ScorerRole, ...] = ("officer", "self", "cluster", "outside", "council")


def _short(role: ScorerRole) -> str:
    """Return a scorer in a word or two, for the narrow head of the section."""
    words = {
        "self": translate("Scores", "Tự chấm"),
        "cluster": translate("Scores", "Cụm, khối"),
        "officer": translate("Scores", "Cán bộ xã"),
        "council": translate("Scores", "Hội đồng"),
        "outside": translate("Scores", "Bên ngoài"),
    }
    return words[role]


class Scores(QWidget):
    """Scores one dossier as one of its scorers; hidden where its group gives no points."""

    def __init__(self, desk: NominationDesk) -> None:
        super().__init__()
        self.setObjectName("nominations.scores")
        self._desk = desk
        self._dossier: Dossier | None = None
        self._built: tuple[SubjectGroup, ...] = ()
        self._chosen: dict[str, ScorerRole] = {}
        self.rows: dict[str, ScoreRow] = {}
        self._sections: dict[str, QLabel] = {}
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 4)
        page.setSpacing(0)
        page.addWidget(self._make_head())
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        page.addLayout(self._list)
        self._below = QVBoxLayout()
        self._below.setContentsMargins(12, 4, 10, 2)
        self._below.setSpacing(2)
        page.addLayout(self._below)
        self.hide()

    def _make_head(self) -> QFrame:
        head = QFrame()
        head.setProperty("kind", "card-head")
        line = QHBoxLayout(head)
        line.setContentsMargins(12, 2, 6, 2)
        line.setSpacing(4)
        line.addWidget(strong(self.tr("Chấm điểm")))
        self.scorer: QComboBox = pick_box((), "nominations.scores.scorer")
        self.scorer.setAccessibleName(self.tr("Người chấm"))
        self.scorer.setToolTip(self.tr("Xem và nhập phiếu của người chấm nào"))
        self.scorer.activated.connect(self._on_scorer)
        line.addWidget(self.scorer)
        line.addStretch()
        self.total = Badge("")
        self.total.setObjectName("nominations.scores.total")
        line.addWidget(self.total)
        head.setMinimumHeight(28)
        return head

    # -- showing ------------------------------------------------------------------------------

    def show_dossier(self, dossier: Dossier) -> None:
        """Show the sheet of the chosen scorer."""
        score = dossier.score
        self._dossier = dossier
        shown = score is not None and has_points(score.group)
        self.setVisible(shown)
        if score is None or not shown:
            return
        self._show_scorers(score)
        sheet = self._sheet(score)
        group = sheet.group if sheet is not None else score.group
        if self._built != (group,):
            self._rebuild(group)
        self._fill(score, sheet)
        self._show_total(score)
        self._show_below(score, sheet)

    def _role(self, score: Score) -> ScorerRole:
        group = score.group
        role = self._chosen.get(group.code)
        return role or counting_role(group) or "officer"

    def _name(self, score: Score) -> str:
        role = self._role(score)
        return next((one.name for one in score.group.scorers if one.role == role), "")

    def _sheet(self, score: Score) -> SheetResult | None:
        role = self._role(score)
        own = [item for item in score.sheets if item.sheet.scorer == role]
        return max(own, key=lambda item: (item.sheet.version, item.sheet.id), default=None)

    def _show_scorers(self, score: Score) -> None:
        named = [(one.role, one.name or _short(one.role)) for one in score.group.scorers]
        known = {role for role, _ in named}
        if not named:
            named = [(role, _short(role)) for role in _USUAL]
        else:
            others = {item.sheet.scorer for item in score.sheets} - known
            named += [(role, _short(role)) for role in _USUAL if role in others]
        fill_box(self.scorer, tuple(dict.fromkeys(named)), self._role(score))

    def _rebuild(self, group: SubjectGroup) -> None:
        for old in (*self.rows.values(), *self._sections.values()):
            self._list.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.rows, self._sections, self._built = {}, {}, (group,)
        shape = Shape(group)
        for place in shape.places():
            node = place.node
            if isinstance(node, Criterion) and is_scored(node):
                row = ScoreRow(node)
                row.entered.connect(self._enter)
                row.file_wanted.connect(partial(self._attach, node.code))
                row.file_opened.connect(self._desk.save_copy)
                row.file_dropped.connect(self._desk.detach)
                self.rows[node.code] = row
                self._list.addWidget(row)
            elif isinstance(node, Section) and _any_scored(shape, node):
                label = meta(f"{node.title} ({combine_words(node, shape)})", wrap=True)
                label.setContentsMargins(12, 5, 10, 0)
                self._sections[node.code] = label
                self._list.addWidget(label)
        editors = [widget for row in self.rows.values() for widget in row_widgets(row)]
        for first, second in itertools.pairwise(editors):
            QWidget.setTabOrder(first, second)

    def _fill(self, score: Score, sheet: SheetResult | None) -> None:
        assert self._dossier is not None
        said = {entry.code: entry for entry in sheet.sheet.entries} if sheet else {}
        editable = self._dossier.row.editable
        if self._role(score) == "council":
            editable = editable or self._dossier.row.state == "in_session"
        for code, row in self.rows.items():
            node: NodeResult | None = sheet.result.node(code) if sheet else None
            row.show_score(said.get(code), node, on=editable)
            files = self._dossier.files.get(code, ())
            row.show_files(files, on=self._dossier.row.editable)
        shape = Shape(sheet.group if sheet else score.group)
        for code, label in self._sections.items():
            node = sheet.result.node(code) if sheet else None
            section = shape.node(code)
            if isinstance(section, Section):
                got = "" if node is None or node.points is None else f"{plain(node.points)} · "
                label.setText(f"{section.title}: {got}{combine_words(section, shape)}")

    def _show_total(self, score: Score) -> None:
        result = score.result
        if result.total is None:
            self.total.set_state(self.tr("Chưa chấm"), "open")
            return
        words = f"{plain(result.total)}/{plain(result.applicable.base)}"
        opened = _award_open(score, self._dossier.row.award if self._dossier else "")
        state = {True: "ok", False: "error", None: "pending"}[opened]
        self.total.set_state(words, state if result.points_complete else "pending")
        self.total.setToolTip("\n".join(line for _, line in result.explain()))
        self.total.setAccessibleName(result.words)

    def _show_below(self, score: Score, sheet: SheetResult | None) -> None:
        _empty(self._below)
        told = [score.result.words]
        if score.counting:
            told[0] = self.tr("{words} ({scorer})").format(
                words=score.result.words, scorer=score.counting
            )
        elif score.scored:
            role = counting_role(score.group)
            words = self.tr("Điểm được tính là của: {scorer}; chưa có phiếu này.")
            told.append(words.format(scorer=SCORER_WORDS[role] if role else ""))
        for line in told:
            self._below.addWidget(meta(line, wrap=True))
        self._add_verdicts(score)
        for difference in score.differences:
            self._below.addWidget(
                meta(self.tr("Lệch: {words}").format(words=difference.words), "warn", wrap=True)
            )
        for issue in score.issues:
            self._below.addWidget(meta(issue.message, "warn", wrap=True))
        old = sheet is not None and sheet.sheet.version != score.current
        if sheet is not None and old and self._dossier is not None and self._dossier.row.editable:
            link = button(
                self.tr("Chấm theo bộ tiêu chí mới"),
                partial(self._take_edition, sheet.sheet.id),
                kind="link",
                name="nominations.scores.edition",
            )
            self._below.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)

    def _add_verdicts(self, score: Score) -> None:
        award = self._dossier.row.award if self._dossier else ""
        for verdict in score.verdicts:
            if verdict.award != award:
                continue
            lead = {
                True: self.tr("Đạt ngưỡng khen: {words}"),
                False: self.tr("Chưa đạt ngưỡng khen: {words}"),
                None: self.tr("Ngưỡng khen: {words}"),
            }[verdict.opened]
            role = {True: "ok", False: "error", None: "second"}[verdict.opened]
            label = meta(lead.format(words=verdict.words), role, wrap=True)
            label.setToolTip("\n".join(reason.words for reason in verdict.reasons))
            self._below.addWidget(label)

    # -- entering -----------------------------------------------------------------------------

    def _on_scorer(self) -> None:
        if self._dossier is None or self._dossier.score is None:
            return
        self.commit()
        role = self.scorer.currentData()
        self._chosen[self._dossier.score.group.code] = role
        self.show_dossier(self._dossier)

    def _enter(self, entry: ScoreEntry) -> None:
        if self._dossier is None or self._dossier.score is None:
            return
        score, nomination_id = self._dossier.score, self._dossier.row.id
        role, name = self._role(score), self._name(score)
        self._desk.run(
            lambda session: scoring.enter(session, nomination_id, [entry], role, name=name),
            self.tr("Chấm điểm"),
        )

    def _attach(self, code: str) -> None:
        if self._dossier is not None:
            self._desk.attach(self._dossier.row.id, code)

    def _take_edition(self, sheet_id: str) -> None:
        self._desk.run(
            lambda session: scoring.take_edition(session, sheet_id),
            self.tr("Chấm theo bộ tiêu chí mới"),
        )

    def commit(self) -> None:
        """Store what is being typed."""
        for row in self.rows.values():
            row.commit()

    def row_of(self, key: str) -> ScoreRow | None:
        """Return the line of an item; of "score" the first one."""
        if self.isHidden():
            return None
        first = next(iter(self.rows.values()), None)
        return first if key == "score" else self.rows.get(key)


def _any_scored(shape: Shape, section: Section) -> bool:
    return any(isinstance(n, Criterion) and is_scored(n) for n in shape.inside(section.code))


def _award_open(score: Score, award: str) -> bool | None:
    own = [verdict.opened for verdict in score.verdicts if verdict.award == award]
    if not own or True in own:
        return True
    return None if None in own else False


def _empty(layout: QVBoxLayout) -> None:
    while layout.count():
        item = layout.takeAt(0)
        widget = item.widget() if item is not None else None
        if widget is not None:
            widget.hide()
            widget.deleteLater()
