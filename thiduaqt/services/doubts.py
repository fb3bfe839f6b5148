"""The rules an officer should look up before relying on them, in words."""

from __future__ import annotations

from dataclasses import dataclass

from thiduaqt.domain.errors import NotFound
from thiduaqt.domain.kinds import LEVEL_WORDS, TO_CHECK, Doubt
from thiduaqt.domain.plan import RECIPIENT_WORDS
from thiduaqt.domain.rulebook import Rulebook
from thiduaqt.services.session import Session

KIND_WORDS: dict[str, str] = {
    "award": "Hình thức khen",
    "award_type": "Loại hình khen",
    "rate": "Mức tiền thưởng",
    "base_salary": "Lương cơ sở",
    "rounding": "Làm tròn tiền thưởng",
    "basis": "Căn cứ pháp lý",
    "vote": "Cách biểu quyết",
    "form": "Số mẫu",
    "tie": "Ưu tiên khi bằng phiếu",
    "eligibility": "Nguyên tắc khen",
    "standard": "Tiêu chuẩn",
    "milestone": "Mốc gợi ý",
    "deadline": "Thời hạn",
    "target_risk": "Mức cảnh báo chỉ tiêu",
    "paper": "Giấy tờ hồ sơ",
    "pack": "Quy định của tỉnh",
}
REASON_WORDS: dict[str, str] = {
    "unconfirmed": TO_CHECK.capitalize(),
    "lapsed": "Đã hết hiệu lực",
    "missing": "Chưa có",
}
_VOTE_PARTS = {
    "quorum": "số người phải có mặt",
    "pass_fraction": "tỷ lệ thông qua",
    "denominator": "tỷ lệ tính trên số nào",
    "form": "phiếu kín hay giơ tay",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class DoubtRow:
    """One rule to look up: what it is about, why, and what is known about it."""

    id: str
    kind_words: str
    about: str
    reason: str
    reason_words: str
    text: str


def listing(session: Session) -> tuple[DoubtRow, ...]:
    """Return the rules to look up on this day, those without force first."""
    rules = session.rulebook()
    order = {"lapsed": 0, "missing": 1, "unconfirmed": 2}
    found = sorted(rules.needs_check(), key=lambda doubt: order[doubt.reason])
    return tuple(
        DoubtRow(
            id=f"{doubt.kind}/{doubt.code}",
            kind_words=KIND_WORDS.get(doubt.kind, doubt.kind),
            about=_about(rules, doubt),
            reason=doubt.reason,
            reason_words=REASON_WORDS[doubt.reason],
            text=doubt.text,
        )
        for doubt in found
    )


def _about(rules: Rulebook, doubt: Doubt) -> str:
    head, _, tail = doubt.code.partition("/")
    if doubt.kind == "vote":
        level = LEVEL_WORDS.get(head, head)  # type: ignore[call-overload]  # a level
        return f"Hội đồng {level}: {_VOTE_PARTS.get(tail, tail)}"
    if doubt.kind == "paper":
        return _paper(rules, head, tail)
    if doubt.kind == "rate":
        return f"{_award(rules, head)}, {RECIPIENT_WORDS.get(tail, tail)}"  # type: ignore[call-overload]  # a kind
    if doubt.kind == "award":
        return _award(rules, head)
    if doubt.kind == "pack":
        return rules.province
    return _named(rules, doubt)


def _named(rules: Rulebook, doubt: Doubt) -> str:
    """Return the name or text of a rule that is found by its code."""
    lists = {
        "basis": rules.bases,
        "standard": rules.standards,
        "form": rules.forms,
        "milestone": rules.milestones,
        "deadline": rules.deadlines,
        "award_type": rules.award_types,
        "eligibility": rules.eligibility,
        "tie": rules.ties,
        "target_risk": rules.target_risks,
    }
    for rule in lists.get(doubt.kind, ()):
        if getattr(rule, "code", "") == doubt.code:
            for field in ("name", "text", "sentence"):
                said = getattr(rule, field, "")
                if said:
                    return str(said)
    return KIND_WORDS.get(doubt.kind, "")


def _paper(rules: Rulebook, award_code: str, paper_code: str) -> str:
    try:
        award = rules.award(award_code)
    except NotFound:
        return paper_code
    name = next((paper.name for paper in award.papers if paper.code == paper_code), paper_code)
    return f"{award.name}: {name}"


def _award(rules: Rulebook, code: str) -> str:
    try:
        return rules.award(code).name
    except NotFound:
        return code
