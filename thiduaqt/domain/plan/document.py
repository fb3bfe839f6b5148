"""The document that carries one or more movements: letterhead, bases, chapters, who gets it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from thiduaqt.domain.plan.words import Source

DocumentKind = Literal["KH", "QĐ", "CV", "HD"]
DOCUMENT_WORDS: dict[DocumentKind, str] = {
    "KH": "Kế hoạch",
    "QĐ": "Quyết định",
    "CV": "Công văn",
    "HD": "Hướng dẫn",
}
PartKind = Literal[
    "text",  # đoạn văn của chính mục này
    "subjects",  # phạm vi, đối tượng
    "period",  # thời gian
    "phases",  # giai đoạn, đợt cao điểm
    "targets",  # chỉ tiêu
    "criteria",  # tiêu chí theo nhóm
    "awards",  # hình thức, tiêu chuẩn, dịp khen
    "quotas",  # số lượng khen
    "registration",  # đăng ký, giao ước
    "milestones",  # mốc thời gian, báo cáo
    "responsibilities",  # phân công theo đơn vị
]
Numbering = Literal["none", "dash", "letter", "number"]


@dataclass(frozen=True, slots=True, kw_only=True)
class LegalBasis:
    """A document the plan rests on, as it is to be printed."""

    number: str
    issued: str
    issuer: str
    subject: str
    text: str = ""
    opening: str = ""
    cited_in: str = ""
    source: Source = Source()


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One numbered part of a chapter: its own paragraphs first, then what its kind prints.

    ``numbering`` is that of the paragraphs. ``movement`` names the movement whose data is printed,
    empty for all of the plan.
    """

    code: str
    title: str = ""
    kind: PartKind = "text"
    lines: tuple[str, ...] = ()
    numbering: Numbering = "none"
    movement: str = ""
    source: Source = Source()


@dataclass(frozen=True, slots=True, kw_only=True)
class Chapter:
    """A chapter; its number comes from its place. One part without a title stands unnumbered."""

    code: str
    title: str
    parts: tuple[Part, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Responsibility:
    """Who has to do what under the plan."""

    unit: str
    duty: str
    receives_nominations: bool = False
    source: Source = Source()


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanDocument:
    """One plan as a document. Number and date are text and may be empty, as in many real plans.

    ``symbol`` follows the number ("KH-UBND"), ``place`` stands before the date; ``date`` may be
    known to the month only ("2026-05"). ``abstract`` says what it is about, ``preamble`` leads
    from the bases to the text, ``closing`` ends it. ``addressees`` ("Kính gửi") stand only in a
    công văn. ``signer_form`` holds the lines above the name
    ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH").
    """

    abstract: str = ""
    kind: DocumentKind = "KH"
    number: str = ""
    symbol: str = ""
    date: str = ""
    place: str = ""
    commune: str = ""
    province: str = ""
    issuers: tuple[str, ...] = ()
    superior: str = ""
    addressees: tuple[str, ...] = ()
    preamble: str = ""
    legal_bases: tuple[LegalBasis, ...] = ()
    chapters: tuple[Chapter, ...] = ()
    responsibilities: tuple[Responsibility, ...] = ()
    closing: tuple[str, ...] = ()
    distribution: tuple[str, ...] = ()
    signer_form: tuple[str, ...] = ()
    signer_name: str = ""
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Guidance:
    """A document that came later and belongs to the plan: what it is and what it settles."""

    number: str
    date: str = ""
    issuer: str = ""
    subject: str = ""
    settles: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ParagraphEdit:
    """A paragraph the officer worded anew; ``was`` is the hash of what the data gave then.

    ``key`` names the paragraph by the data it comes from. An empty ``text`` leaves it out.
    """

    key: str
    text: str
    was: str = ""
