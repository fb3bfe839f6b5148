"""Ballots of a council session: one page for each member who votes."""

from __future__ import annotations

from thiduaqt.documents.nd30 import Nd30Document
from thiduaqt.documents.recipients import Column, list_rows
from thiduaqt.domain.papers import BallotPaper, Candidate
from thiduaqt.domain.wording import document_date

_ROW_HEIGHT = 10.0


def build(facts: BallotPaper) -> bytes:
    """Return ``facts.copies`` equal ballots in one ``.docx``.

    The law fixes no form. A secret ballot carries no name and no signature; its place for the
    council's stamp tells real ballots from others.
    """
    document = Nd30Document(
        title=f"Phiếu bầu {facts.subject}",
        author=" ".join(facts.letterhead.issuer_lines),
        mark=facts.mark,
    )
    for copy in range(facts.copies):
        if copy:
            document.new_copy()
        _ballot(document, facts)
    return document.to_bytes()


def _ballot(document: Nd30Document, facts: BallotPaper) -> None:
    document.head(facts.letterhead, None, dated=False)
    if facts.secret:
        document.stamp_note("(Đóng dấu của Hội đồng)")
    document.title("PHIẾU BẦU" if facts.secret else "PHIẾU BIỂU QUYẾT", facts.subject)
    document.text(f"(Phiên họp {document_date(facts.session_date)})", "annex_note")
    document.gap(6)
    list_rows(document, _columns(facts), facts.candidates, row_height=_ROW_HEIGHT)
    document.text(f"Cách ghi phiếu: {facts.guide or _guide(facts)}", "note")
    if not facts.secret:
        document.sign_alone("THÀNH VIÊN HỘI ĐỒNG", "(Ký, ghi rõ họ tên)")


def _choices(facts: BallotPaper) -> list[str]:
    return ["Đồng ý", "Không đồng ý", *(["Ý kiến khác"] if facts.third_choice else [])]


def _columns(facts: BallotPaper) -> list[Column[Candidate]]:
    fixed: list[Column[Candidate]] = [
        Column(title="TT", width=11, text=lambda row: str(row.ordinal), look="cell_center"),
        Column(title="Họ và tên, tên tập thể", width=48, text=lambda row: row.name),
        Column(title="Chức vụ, đơn vị", width=46, text=lambda row: row.post_and_unit),
    ]
    if len({candidate.award for candidate in facts.candidates}) > 1:
        fixed.append(Column(title="Hình thức đề nghị", width=26, text=lambda row: row.award))
    boxes: list[Column[Candidate]] = [
        Column(title=choice, width=20, text=lambda _: "", look="cell_center")
        for choice in _choices(facts)
    ]
    return [*fixed, *boxes]


def _guide(facts: BallotPaper) -> str:
    choices = " hoặc ".join(f"“{choice}”" for choice in _choices(facts))
    ending = " Phiếu không ghi tên, không ký tên." if facts.secret else ""
    return f"Mỗi dòng đánh dấu X vào một ô {choices}.{ending}"
