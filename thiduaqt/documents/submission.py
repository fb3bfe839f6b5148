"""The submission that asks for the awards (Decree 30/2020, form 1.4)."""

from __future__ import annotations

from thiduaqt.documents.nd30 import Nd30Document
from thiduaqt.documents.recipients import counted, list_recipients, rates_in_words, total_money
from thiduaqt.domain.papers import SubmissionPaper
from thiduaqt.domain.wording import money, money_in_words


def build(facts: SubmissionPaper) -> bytes:
    """Return the submission as ``.docx``.

    Its parts follow Decree 152/2025, article 33(11): bases, what is asked for, opinions of
    bodies that were asked, appraisal. More than the plan allows is asked for with its reason.
    """
    document = Nd30Document(
        title=f"Tờ trình {facts.abstract}",
        author=" ".join(facts.letterhead.issuer_lines),
        mark=facts.mark,
    )
    document.head(facts.letterhead, facts.number, dated=True)
    document.title("TỜ TRÌNH", facts.abstract)
    document.addressees(facts.addressees)
    document.bases(facts.bases)
    document.lines(facts.process)
    _request(document, facts)
    if facts.attachments:
        document.text("Hồ sơ gửi kèm: " + "; ".join(facts.attachments) + ".")
    document.text(f"Kính đề nghị {_addressed(facts)} xem xét, quyết định./.")
    document.signing(facts.signing, facts.distribution)
    return document.to_bytes()


def _addressed(facts: SubmissionPaper) -> str:
    return facts.addressees[0]


def _request(document: Nd30Document, facts: SubmissionPaper) -> None:
    parts = iter(range(1, 9))
    document.text(f"{next(parts)}. Nội dung đề nghị", "item")
    reason = f"{facts.achievement}, {facts.period}".rstrip(", ")
    document.text(
        f"Kính trình {_addressed(facts)} xem xét, quyết định tặng {facts.award} cho "
        f"{counted(facts.recipients)} {reason}, gồm:"
    )
    list_recipients(document, facts.recipients)
    document.gap(6)
    if facts.quota or facts.over_quota_reason:
        document.text(f"{next(parts)}. Số lượng đề nghị", "item")
        if facts.quota:
            document.text(facts.quota)
        if facts.over_quota_reason:
            document.text(f"Lý do đề nghị vượt số lượng: {_closed(facts.over_quota_reason)}")
    if facts.opinions:
        document.text(f"{next(parts)}. Ý kiến của cơ quan liên quan", "item")
        document.text(facts.opinions)
    document.text(f"{next(parts)}. Ý kiến thẩm định", "item")
    document.text(facts.appraisal)
    total = total_money(facts.recipients)
    if total:
        document.text(f"{next(parts)}. Tiền thưởng và nguồn kinh phí", "item")
        document.text(_prizes(facts, total))


def _prizes(facts: SubmissionPaper, total: int) -> str:
    rates = rates_in_words(facts.recipients)
    opening = f"Mức tiền thưởng: {rates}. " if rates else ""
    words = money_in_words(total, facts.style)
    source = f", chi từ {facts.fund}" if facts.fund else ""
    return f"{opening}Tổng số tiền thưởng là {money(total)} đồng (bằng chữ: {words}){source}."


def _closed(sentence: str) -> str:
    return sentence if sentence.endswith((".", "!", "?")) else sentence + "."
