"""Issuing a decision: gated, checked once more, and opened again only with a reason."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from thiduaqt.domain.dates import PartialDate
from thiduaqt.domain.decisions import register_number
from thiduaqt.domain.issues import Issue
from thiduaqt.domain.plan import RECIPIENT_KINDS, RECIPIENT_WORDS
from thiduaqt.domain.wording import money
from thiduaqt.services import decision_sheet, decisions
from thiduaqt.services.decision_sheet import Sheet
from thiduaqt.ui import dialogs
from thiduaqt.ui.dialogs import AnswerRow
from thiduaqt.ui.i18n import translate
from thiduaqt.ui.screens.decisions.draft_form import signer_words
from thiduaqt.ui.widgets.strips import SummaryLine

if TYPE_CHECKING:
    from thiduaqt.ui.screens.decisions.decision_page import DecisionPage

COUNCIL = "COUNCIL_OPEN"


class Issuing(QObject):
    """What *Ban hành…* and *Mở lại quyết định…* do."""

    def __init__(self, page: DecisionPage) -> None:
        super().__init__(page)
        self.page = page
        self.desk = page.desk

    def issue(self) -> None:
        """Check everything once more, then issue; what is in the way is told above the fields."""
        self.page.facts.form.commit()
        decision_id = self.desk.decision_id
        if not decision_id:
            return
        # Read behind the write that leaving a field has just begun.
        self.desk.run(
            lambda session: decision_sheet.sheet(session, decision_id),
            "",
            done=self._ask,
        )

    def _ask(self, sheet: Sheet) -> None:
        if sheet.decision.id != self.desk.decision_id or not sheet.draft:
            return
        unread = self.page.facts.faults()
        seen = {issue.field for issue in unread}
        blocking = [*unread, *(one for one in sheet.blocking if one.field not in seen)]
        if blocking:
            self.show_problems(blocking)
            return
        self.page.hide_problems()
        answer = dialogs.check_answers(
            self.desk.owner,
            self.tr("Ban hành quyết định"),
            self.tr("Kiểm tra lại trước khi ban hành"),
            answer_rows(sheet),
            consequence=self.tr(
                "Sau khi ban hành, danh sách khóa lại. Mở lại phải ghi lý do và được lưu vết."
            ),
            action=self.tr("&Ban hành và vào sổ"),
        )
        if isinstance(answer, str):
            self.page.go_to(answer)
        elif answer:
            self._issue_now(sheet)

    def _issue_now(self, sheet: Sheet) -> None:
        decision_id = sheet.decision.id
        told = self.tr("Đã ban hành quyết định {number}; {count} đối tượng đã vào sổ khen.")
        words = told.format(number=sheet.decision.number, count=len(sheet.lines))
        self.desk.run(
            lambda session: decisions.issue(session, decision_id),
            self.tr("Ban hành quyết định"),
            done=lambda _changes: self.desk.context.toast(words),
        )

    def show_problems(self, issues: Sequence[Issue]) -> None:
        """Say what stands in the way; each line leads to where it can be mended."""
        lines = [
            SummaryLine(
                where=str(number),
                who=self._place_of(issue),
                what=issue.message,
                jump=partial(self._mend, issue),
            )
            for number, issue in enumerate(issues, start=1)
        ]
        self.page.show_problems(
            self.tr("Chưa ban hành được: còn {count} mục").format(count=len(issues)),
            self.tr("Chưa ban hành gì, chưa vào sổ. Bấm vào từng mục để sửa."),
            lines,
        )

    def _place_of(self, issue: Issue) -> str:
        if issue.code == COUNCIL:
            return self.tr("Xét duyệt")
        return {
            "number": self.tr("Số quyết định"),
            "date": self.tr("Ngày quyết định"),
            "signer": self.tr("Người ký"),
            "over_quota_reason": self.tr("Lý do vượt số lượng"),
        }.get(issue.field, self.tr("Danh sách"))

    def _mend(self, issue: Issue) -> None:
        if issue.code == COUNCIL:
            self.desk.context.navigate("council")
        else:
            self.page.go_to(issue.field)

    def reopen(self) -> None:
        """Open an issued decision again, with a reason."""
        sheet = self.desk.sheet
        if sheet is None or sheet.draft:
            return
        decision_id = sheet.decision.id
        reason = dialogs.ask_reason(
            self.desk.owner,
            self.tr("&Mở lại"),
            self.tr("Mở lại quyết định {number}").format(number=sheet.decision.number),
            self.tr(
                "Số quyết định giữ nguyên, các dòng rút khỏi sổ cho đến khi ban hành lại. "
                "Ghi lý do; lý do được lưu vết."
            ),
        )
        if reason:
            self.desk.run(
                lambda session: decisions.reopen(session, decision_id, reason),
                self.tr("Mở lại quyết định"),
                done=lambda _changes: self.page.go_to("number"),
            )


def answer_rows(sheet: Sheet) -> list[AnswerRow]:
    """Return the facts to be looked at once more, each with its way back."""
    decision = sheet.decision
    day = PartialDate.from_value(decision.date).display()
    signer = signer_words(decision.signer) if decision.signer else ""
    see = translate("Issuing", "Xem")
    rows = [
        AnswerRow(
            label=translate("Issuing", "Số, ngày"), value=f"{decision.number} · {day}", key="number"
        ),
        AnswerRow(label=translate("Issuing", "Người ký"), value=signer, key="signer"),
        AnswerRow(
            label=translate("Issuing", "Được khen"), value=_recipients(sheet), key="lines", link=see
        ),
        AnswerRow(
            label=translate("Issuing", "Tiền thưởng"), value=_money(sheet), key="money", link=see
        ),
        AnswerRow(label=translate("Issuing", "Vào sổ khen"), value=_ordinals(sheet), key="number"),
    ]
    if sheet.over:
        reason = decision.over_quota_reason
        rows.append(
            AnswerRow(
                label=translate("Issuing", "Vượt số lượng"), value=reason, key="over_quota_reason"
            )
        )
    rows += [
        AnswerRow(label=translate("Issuing", "Cần xem"), value=issue.message, key=issue.field)
        for issue in sheet.issues
        if issue.severity != "error"
    ]
    return rows


def _recipients(sheet: Sheet) -> str:
    """Return "7: 2 tập thể (tối đa 2), 5 cá nhân (tối đa 5)"."""
    parts = []
    for kind in RECIPIENT_KINDS:
        count = sum(line.kind == kind for line in sheet.lines)
        named = [state for state in sheet.quotas if kind in state.kinds and state.named]
        words = "; ".join(
            f"{state.scope}: {state.limit_words}" if state.scope else state.limit_words
            for state in named
        )
        if count:
            parts.append(f"{count} {RECIPIENT_WORDS[kind]}" + (f" ({words})" if words else ""))
    return f"{len(sheet.lines)}: {', '.join(parts)}"


def _money(sheet: Sheet) -> str:
    return translate("Issuing", "{sum} đồng").format(sum=money(sheet.money))


def _ordinals(sheet: Sheet) -> str:
    first, last = (register_number(sheet.lines[place].ordinal) for place in (0, -1))
    if first == last:
        return translate("Issuing", "số {first}").format(first=first)
    return translate("Issuing", "số {first} đến {last}").format(first=first, last=last)
