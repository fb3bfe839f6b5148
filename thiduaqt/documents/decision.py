"""The decision on awards, with its list (Decree 30/2020, form 1.2)."""

from __future__ import annotations

from thiduaqt.documents.nd30 import Nd30Document
from thiduaqt.documents.recipients import (
    counted,
    kinds_in_words,
    list_recipients,
    rates_in_words,
    total_money,
)
from thiduaqt.domain.papers import DecisionPaper, Recipient
from thiduaqt.domain.wording import money, money_in_words


def build(facts: DecisionPaper) -> bytes:
    """Return the decision as ``.docx``; several recipients stand in an annex.

    The power to award is the Chair's own: the line of authority names the Chair and the
    signature never opens with "TM." (Decree 30/2020, form 1.2, note 6).
    """
    document = Nd30Document(
        title=f"Quyết định {facts.abstract}",
        author=" ".join(facts.letterhead.issuer_lines),
        mark=facts.mark,
    )
    document.head(facts.letterhead, facts.number, dated=True)
    document.title("QUYẾT ĐỊNH", facts.abstract)
    document.text(facts.authority, "authority")
    document.bases(facts.bases)
    document.text("QUYẾT ĐỊNH:", "authority")
    for place, article in enumerate(_articles(facts), start=1):
        document.text(article, bold=f"Điều {place}. ")
    document.signing(facts.signing, facts.distribution)
    if len(facts.recipients) > 1:
        _annex(document, facts)
    return document.to_bytes()


def _articles(facts: DecisionPaper) -> list[str]:
    """Return the articles without their numbers; no money, no article on it."""
    articles = [_award(facts)]
    if total_money(facts.recipients):
        articles.append(_prizes(facts))
    articles.append(
        "Quyết định này có hiệu lực kể từ ngày ký. "
        f"{facts.executors} và {_named(facts)} chịu trách nhiệm thi hành Quyết định này./."
    )
    return articles


def _award(facts: DecisionPaper) -> str:
    reason = f"{facts.achievement}, {facts.period}".rstrip(", ")
    only = _only(facts)
    if only:
        who = ", ".join(part for part in (only.name, only.post_and_unit) if part)
        return f"Tặng {facts.award} cho {who}, {reason}."
    who = f"{counted(facts.recipients)} (có danh sách tại Phụ lục kèm theo)"
    return f"Tặng {facts.award} cho {who} {reason}."


def _prizes(facts: DecisionPaper) -> str:
    total = total_money(facts.recipients)
    sum_of_all = f"{money(total)} đồng (bằng chữ: {money_in_words(total, facts.style)})"
    rule = f"Tiền thưởng thực hiện theo {facts.money_basis}: "
    if _only(facts):
        return f"{rule}{sum_of_all}, chi từ {facts.fund}."
    rates = rates_in_words(facts.recipients) or "mức cụ thể tại Phụ lục kèm theo"
    return f"{rule}{rates}. Tổng số tiền thưởng là {sum_of_all}, chi từ {facts.fund}."


def _only(facts: DecisionPaper) -> Recipient | None:
    return facts.recipients[0] if len(facts.recipients) == 1 else None


def _named(facts: DecisionPaper) -> str:
    only = _only(facts)
    return only.name if only else f"các {kinds_in_words(facts.recipients)} có tên tại Điều 1"


def _annex(document: Nd30Document, facts: DecisionPaper) -> None:
    kinds = kinds_in_words(facts.recipients).upper()
    award = facts.recipients[0].award.upper()
    same = len({recipient.award for recipient in facts.recipients}) == 1
    title = f"DANH SÁCH {kinds}\nĐƯỢC " + (f"TẶNG {award}" if same else "KHEN THƯỞNG")
    number, when = facts.number.text, facts.number.date_text
    note = f"(Kèm theo Quyết định số {number} {when} của {facts.issuer_in_words})"
    document.annex(title, note)
    list_recipients(document, facts.recipients)
    total = total_money(facts.recipients)
    if total:
        words = money_in_words(total, facts.style)
        document.text(f"Tổng số tiền thưởng bằng chữ: {words}.", "note")
