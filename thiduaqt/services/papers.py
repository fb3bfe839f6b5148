"""The facts of the papers of a decision, gathered from the records and ready to be laid out."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from thiduaqt.domain import dates
from thiduaqt.domain.decisions import Line, counted, period_words
from thiduaqt.domain.papers import (
    DRAFT_MARK,
    SAMPLE_MARK,
    DecisionPaper,
    DocumentNumber,
    Letterhead,
    PaymentPaper,
    Recipient,
    SigningBlock,
    SubmissionPaper,
)
from thiduaqt.domain.quota import QuotaState
from thiduaqt.domain.records import (
    CouncilSession,
    Decision,
    Movement,
    Office,
    Round,
    Signer,
)
from thiduaqt.domain.wording import counts, document_date, short_date
from thiduaqt.services import decisions, nominations, plans
from thiduaqt.services.session import Session

STANDING_SIGNER = "standing"
_DECREE = re.compile(r"NĐ (\d+/\d{4}), (.+)")


class Setting:
    """What the papers of one decision share, read once."""

    def __init__(self, session: Session, decision_id: str) -> None:
        self.session = session
        self.decision = session.store.get(Decision, decision_id)
        self.office = session.office()
        self.around = session.store.get(Round, self.decision.round_id)
        self.movement = session.store.get(Movement, self.around.movement_id)
        self.lines = decisions.lines(session, decision_id)
        self.sitting = session.store.find(CouncilSession, self.decision.session_id)
        self.day = day_of(self.decision.date)
        self.rules = session.rulebook(self.day)

    @property
    def award_in_full(self) -> str:
        """The award with who gives it: "Giấy khen của Chủ tịch Ủy ban nhân dân xã …"."""
        kind = self.rules.award(self.decision.award)
        province = f"{self.office.province_kind} {self.office.province}"
        return kind.named(self.office.commune, province)

    @property
    def achievement(self) -> str:
        """What the awards are for, as the decision words it."""
        return f"đã có thành tích xuất sắc trong {as_movement(self.movement)}"

    @property
    def period(self) -> str:
        """The time of the achievement (Decree 152/2025, article 33(7))."""
        starts = [line.period_from for line in self.lines if line.period_from]
        ends = [line.period_to or line.period_from for line in self.lines if line.period_from]
        return period_words(min(starts), max(ends)) if starts else f"năm {self.around.year}"

    @property
    def mark(self) -> str:
        """The words printed over papers that are not to be used: a sample, a draft."""
        if self.office.sample:
            return SAMPLE_MARK
        return "" if self.decision.state == "issued" else DRAFT_MARK

    @property
    def number(self) -> DocumentNumber:
        """Number and date, open until văn thư gives them."""
        return DocumentNumber(
            symbol=decisions.SYMBOL,
            number=self.decision.number,
            dated=self.day,
            expected=this_month(self.session),
        )

    def bases(self) -> list[str]:
        """The legal bases in force, then the plan (Decree 30/2020, Appendix I, II.6.a)."""
        found = [rule.line for rule in self.rules.bases_for(self.decision.award, self.day)]
        plan = plans.document_of(self.session, self.movement)
        if plan is not None and plan.kind == "KH":
            number = DocumentNumber(symbol=plan.symbol or "KH-UBND", number=plan.number).text
            when = day_of(plan.date)
            dated = f" {document_date(when)}" if when else ""
            found.append(
                f"Căn cứ Kế hoạch số {number}{dated} của {self.office.committee} về tổ chức "
                f"thực hiện {as_movement(self.movement)}"
            )
        return found

    def minutes_basis(self) -> str:
        """The line that names the council's minutes."""
        held = day_of(self.sitting.held_on) if self.sitting else None
        when = f" {document_date(held)}" if held else ""
        return f"Căn cứ Biên bản họp Hội đồng Thi đua - Khen thưởng {self.office.commune}{when}"


def this_month(session: Session) -> date:
    """Return the first day of the current month: where the day is open, only the month counts."""
    return session.today().replace(day=1)


def day_of(value: str) -> date | None:
    """Return the day of a partial date, or None where it is coarser."""
    return dates.PartialDate.from_value(value).day if value else None


def fund(office: Office) -> str:
    """Return the fund that pays (Decree 152/2025, article 47: whoever decides, pays)."""
    return f"Quỹ thi đua, khen thưởng của {office.commune}"


def as_movement(movement: Movement) -> str:
    """Return a movement as it stands in a sentence."""
    title = movement.title
    return title if title.startswith("Phong trào") else f"Phong trào thi đua “{title}”"


def letterhead(office: Office) -> Letterhead:
    """Return the letterhead of the committee."""
    return Letterhead(
        issuer_lines=office.issuer_lines, place=office.place, superior_line=office.superior.upper()
    )


def standing_letterhead(office: Office) -> Letterhead:
    """Return the letterhead of the standing body (Phòng Văn hóa - Xã hội)."""
    return Letterhead(
        issuer_lines=(office.standing_body.upper(),),
        place=office.place,
        superior_line=f"ỦY BAN NHÂN DÂN {office.commune.upper()}",
    )


def signing(signer: Signer | None) -> SigningBlock:
    """Return the signing block of a signer, its name open where nobody is chosen."""
    if signer is None:
        return SigningBlock(form=("CHỦ TỊCH",), name="")
    return SigningBlock(form=signer.form, name=signer.name)


def _standing_signing(office: Office) -> SigningBlock:
    head = next((item for item in office.signers if item.code == STANDING_SIGNER), None)
    return signing(head or Signer(code=STANDING_SIGNER, form=("TRƯỞNG PHÒNG",), name=""))


def recipient(line: Line) -> Recipient:
    """Return a line as papers print it."""
    return Recipient(
        ordinal=line.ordinal,
        name=line.name,
        kind=line.kind,
        post=line.post,
        unit=line.unit,
        achievement=line.achievement,
        award=line.award_name,
        money=line.money,
    )


def _recipients(setting: Setting) -> tuple[Recipient, ...]:
    head = setting.decision.number.split("/")[0]
    issued = setting.decision.state == "issued"
    return tuple(
        replace(recipient(line), register=f"{head}.{line.ordinal}" if issued else "")
        for line in setting.lines
    )


def decision_paper(session: Session, decision_id: str) -> DecisionPaper:
    """Return the facts of the decision with its annex."""
    setting = Setting(session, decision_id)
    office = setting.office
    return DecisionPaper(
        letterhead=letterhead(office),
        number=setting.number,
        authority=office.chair.upper(),
        issuer_in_words=office.chair,
        abstract=setting.decision.abstract,
        bases=(
            *setting.bases(),
            setting.minutes_basis(),
            f"Theo đề nghị của Trưởng {_lower_first(office.standing_body)}",
        ),
        award=setting.award_in_full,
        achievement=setting.achievement,
        period=setting.period,
        recipients=_recipients(setting),
        fund=fund(setting.office),
        money_basis=_money_basis(setting),
        executors=(
            "Chánh Văn phòng Hội đồng nhân dân và Ủy ban nhân dân, Trưởng "
            f"{_lower_first(office.standing_body)}, Trưởng phòng Kinh tế, thủ trưởng các đơn vị "
            "có liên quan"
        ),
        signing=signing(setting.decision.signer),
        distribution=office.distribution or _distribution(office),
        mark=setting.mark,
    )


def _money_basis(setting: Setting) -> str:
    rate = setting.rules.rate(setting.decision.award, "individual", setting.day)
    salary = setting.rules.base_salary(setting.day)
    named = [rule.source.text for rule in (rate, salary) if rule is not None]
    return " và ".join(dict.fromkeys(_spelled_out(name) for name in named))


def _spelled_out(source: str) -> str:
    """Return a source as a document names it: the article first, the decree without short forms.

    "NĐ 152/2025, khoản 1 Điều 54" gives "khoản 1 Điều 54 Nghị định số 152/2025/NĐ-CP".
    """
    found = _DECREE.fullmatch(source)
    return f"{found[2]} Nghị định số {found[1]}/NĐ-CP" if found else source


def _distribution(office: Office) -> tuple[str, ...]:
    return (
        "Như Điều 3",
        "Sở Nội vụ (b/c)",
        "TT Đảng ủy, HĐND " + office.kind,
        f"Lưu: VT, {office.standing_symbol}",
    )


def _lower_first(name: str) -> str:
    return name[:1].lower() + name[1:]


def submission_paper(session: Session, decision_id: str) -> SubmissionPaper:
    """Return the facts of the submission: what the council proposes, and why it may."""
    setting = Setting(session, decision_id)
    office = setting.office
    return SubmissionPaper(
        letterhead=standing_letterhead(office),
        number=DocumentNumber(symbol=f"TTr-{office.standing_symbol}", expected=this_month(session)),
        abstract=setting.decision.abstract,
        addressees=(office.chair,),
        bases=(*setting.bases(), setting.minutes_basis()),
        process=_process(setting),
        award=setting.award_in_full,
        achievement=setting.achievement,
        period=setting.period,
        recipients=_recipients(setting),
        appraisal=_appraisal(setting),
        signing=_standing_signing(office),
        distribution=("Như trên", "Hội đồng TĐKT " + office.kind, "Lưu: VT"),
        quota=_quota_sentence(setting, decisions.quotas(session, decision_id)),
        over_quota_reason=setting.decision.over_quota_reason,
        fund=fund(office),
        attachments=(
            "Biên bản họp Hội đồng Thi đua - Khen thưởng",
            "Biên bản kiểm phiếu",
            "Báo cáo thành tích của các đối tượng",
            "Dự thảo Quyết định",
        ),
        mark=SAMPLE_MARK if office.sample else "",
    )


def _appraisal(setting: Setting) -> str:
    """Return the opinion on the dossiers, left open where somebody was not looked at."""
    body = setting.office.standing_body
    proposed = {line.nomination_id for line in setting.lines}
    rows = nominations.listing(setting.session, setting.around.id)
    checks = {row.check for row in rows if row.id in proposed}
    if "unchecked" in checks:
        return f"Kết quả thẩm định hồ sơ của {body}: {'.' * 60}"
    excused = " Hồ sơ chấp nhận ngoại lệ có lý do kèm theo." if "override" in checks else ""
    return (
        f"{body} đã thẩm định: các đối tượng đề nghị đúng đối tượng, đủ điều kiện, tiêu chí theo "
        f"Kế hoạch và quy định; hồ sơ đầy đủ theo yêu cầu.{excused}"
    )


def _process(setting: Setting) -> tuple[str, ...]:
    held = day_of(setting.sitting.held_on) if setting.sitting else None
    when = f" {document_date(held)}" if held else ""
    asked = counts(counted([line.kind for line in setting.lines]))
    rows = nominations.listing(setting.session, setting.around.id)
    received = [row for row in rows if row.state != "withdrawn"]
    # One that nobody has looked at was taken in, not appraised.
    looked = all(row.check != "unchecked" for row in received)
    done = "tiếp nhận, thẩm định" if looked else "tiếp nhận"
    asking = counts(counted([row.kind for row in received]))
    council = f"Hội đồng Thi đua - Khen thưởng {setting.office.commune}"
    return (
        f"{setting.office.standing_body} đã {done} hồ sơ đề nghị của {asking}.",
        f"{council} đã họp{when}, bỏ phiếu và nhất trí đề nghị khen thưởng {asked}.",
    )


def _quota_sentence(setting: Setting, states: tuple[QuotaState, ...]) -> str:
    """Return what the plan allows and what is asked for, one part for each kind it names."""
    parts = [
        f"{_as_inside(state.label)}: đề nghị {state.chosen:02d}, {state.limit_words}"
        for state in states
        if state.chosen or (state.named and state.limit is not None)
    ]
    return f"{setting.around.name} — " + "; ".join(parts) + "." if parts else ""


def _as_inside(label: str) -> str:
    return label[:1].lower() + label[1:]


def payment_paper(session: Session, decision_id: str) -> PaymentPaper:
    """Return the facts of the payment list."""
    setting = Setting(session, decision_id)
    when = f" ngày {short_date(setting.day)}" if setting.day else ""
    return PaymentPaper(
        letterhead=letterhead(setting.office),
        decision=f"Quyết định số {setting.number.text}{when} của {setting.office.chair}",
        recipients=_recipients(setting),
        fund=fund(setting.office),
        signing=(
            SigningBlock(form=("NGƯỜI LẬP",), name=""),
            SigningBlock(form=("KẾ TOÁN",), name=""),
            signing(setting.decision.signer),
        ),
        mark=setting.mark,
    )
