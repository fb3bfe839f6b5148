"""Step 4: what was said, and the papers of the session."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from thiduaqt.domain.ranking import DECIDER_WORDS
from thiduaqt.services import council, output
from thiduaqt.services.council import Results
from thiduaqt.services.output import Made, PaperKind
from thiduaqt.ui import dialogs, tokens
from thiduaqt.ui.forms.fields import FieldSpec, Value
from thiduaqt.ui.forms.form import Form
from thiduaqt.ui.screens.council.desk import CouncilDesk
from thiduaqt.ui.widgets.buttons import button
from thiduaqt.ui.widgets.cards import Card
from thiduaqt.ui.widgets.labels import meta, rule, strong, text_label
from thiduaqt.ui.widgets.strips import MessageStrip

PAPERS: tuple[PaperKind, ...] = ("tally", "minutes")


class MinutesPage(QWidget):
    """The discussion at the left, at the right whom the session proposes."""

    step_wanted = Signal(int)

    def __init__(self, desk: CouncilDesk) -> None:
        super().__init__()
        self.setObjectName("council.minutes")
        self.desk = desk
        self.strip = MessageStrip("info")
        self.form = Form(
            [
                FieldSpec(key="ends", label=self.tr("Kết thúc lúc"), width=80),
                FieldSpec(
                    key="discussion",
                    label=self.tr("Diễn biến cuộc họp"),
                    kind="long",
                    lines=9,
                    placeholder=self.tr(
                        "Ý kiến chủ tọa, phần trình bày của thư ký, thảo luận của thành viên…"
                    ),
                    help=self.tr("Mỗi dòng thành một đoạn trong biên bản."),
                ),
            ]
        )
        self.form.committed.connect(self._store)
        self.ballots = button(
            self.tr("Phiếu bầu…"),
            lambda: self.make(("ballots",)),
            icon="printer",
            name="council.make_ballots",
        )
        self.papers = button(
            self.tr("Tạo hai biên bản…"),
            lambda: self.make(PAPERS),
            icon="file-type-docx",
            name="council.make_minutes",
        )
        self.made = MessageStrip("ok")
        self._build()

    def _build(self) -> None:
        left = Card(self.tr("Nội dung biên bản"))
        left.body.addWidget(self.form)
        left.body.addStretch()
        self._result = QScrollArea()
        self._result.setWidgetResizable(True)
        self._result.setFrameShape(QScrollArea.Shape.NoFrame)
        self._result.setAccessibleName(self.tr("Hội đồng đề nghị"))
        right = Card(self.tr("Hội đồng đề nghị"))
        right.body.setContentsMargins(0, 0, 0, 0)
        right.body.addWidget(self._result, 1)
        middle = QHBoxLayout()
        middle.setSpacing(tokens.GAP)
        middle.addWidget(left, 3)
        middle.addWidget(right, 2)
        foot = QHBoxLayout()
        foot.addWidget(
            meta(
                self.tr(
                    "Biên bản kiểm phiếu và biên bản họp mở được bằng Word; sửa tay thì phần mềm "
                    "không ghi đè."
                ),
                wrap=True,
            ),
            1,
        )
        foot.addWidget(self.ballots)
        foot.addWidget(self.papers)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(tokens.GAP)
        page.addWidget(self.strip)
        page.addWidget(self.made)
        page.addLayout(middle, 1)
        page.addLayout(foot)

    def show_state(self, state: Results) -> None:
        """Show the session as it stands."""
        self.form.set_values({"ends": state.session.ends, "discussion": state.session.discussion})
        self.strip.say(
            ""
            if state.locked
            else self.tr("Kết quả chưa chốt: biên bản tạo bây giờ có chữ DỰ THẢO."),
            kind="warn",
        )
        inner = QWidget()
        inner.setProperty("bare", True)
        page = QVBoxLayout(inner)
        page.setContentsMargins(12, 8, 12, 8)
        page.setSpacing(4)
        for group in state.groups:
            page.addWidget(strong(f"{group.title} · {len(group.chosen)}"))
            for row in group.chosen:
                why = DECIDER_WORDS[row.decider] if row.decider else ""
                page.addWidget(text_label(f"{row.ordinal}. {row.name}"))
                if row.decider not in (None, "passed", "rate"):
                    page.addWidget(meta(why, wrap=True))
            if not group.chosen:
                page.addWidget(meta(self.tr("Không có ai"), "muted"))
            page.addWidget(rule())
        if state.session.over_quota_reason:
            page.addWidget(strong(self.tr("Lý do vượt số lượng")))
            page.addWidget(text_label(state.session.over_quota_reason))
        page.addStretch()
        self._result.setWidget(inner)

    def _store(self, key: str, value: Value) -> None:
        sitting = self.desk.sitting_id
        self.desk.run(
            lambda session: council.edit_session(session, sitting, {key: value}),
            self.tr("Sửa phiên họp"),
        )

    # -- papers -------------------------------------------------------------------------------

    def make(self, kinds: tuple[PaperKind, ...]) -> None:
        """Ask for a folder and make papers there."""
        folder = dialogs.pick_folder(self, self.tr("Chọn thư mục để ghi văn bản"))
        if folder is None:
            return
        sitting = self.desk.sitting_id
        self.desk.run(
            lambda session: output.make_council_papers(session, sitting, folder, kinds),
            self.tr("Tạo văn bản của phiên họp"),
            done=self._tell,
        )

    def _tell(self, made: Sequence[Made]) -> None:
        names = ", ".join(item.path.name for item in made)
        words = self.tr("Đã tạo {names}.").format(names=names)
        if any(item.kept_old for item in made):
            words += self.tr(" Bản đã sửa tay được giữ nguyên, bản mới ghi tên khác.")
        folder = made[0].path.parent
        self.made.say(
            words,
            (
                self.tr("Mở thư mục"),
                lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))),
            ),
            kind="ok",
        )

    def panes(self) -> Sequence[QWidget]:
        """Return what F6 goes through."""
        return (self.form, self._result)
