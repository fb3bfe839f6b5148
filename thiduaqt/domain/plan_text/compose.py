"""The whole plan as numbered text, from its document, its movements and what was edited by hand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from thiduaqt.domain import dates
from thiduaqt.domain.papers import DocumentNumber, Letterhead, SigningBlock
from thiduaqt.domain.plan import (
    DOCUMENT_WORDS,
    Chapter,
    DocumentKind,
    MovementPlan,
    ParagraphEdit,
    Part,
    PartKind,
    PlanDocument,
)
from thiduaqt.domain.plan_edits import signed_as
from thiduaqt.domain.plan_text import moments
from thiduaqt.domain.plan_text.blocks import Block, Node, NodeKind, lower_first, sentence_case
from thiduaqt.domain.plan_text.edits import with_edits
from thiduaqt.domain.plan_text.numbering import numbered
from thiduaqt.domain.plan_text.parts import Whole, part_nodes
from thiduaqt.domain.plan_text.words import PlanWords, named

SYMBOLS: dict[DocumentKind, str] = {
    "KH": "KH-UBND",
    "QĐ": "QĐ-UBND",
    "CV": "UBND",
    "HD": "HD-UBND",
}
_CHAPTERS: dict[DocumentKind, NodeKind] = {
    "KH": "chapter",
    "HD": "chapter",
    "QĐ": "article",
    "CV": "heading",
}
_OPENINGS: dict[DocumentKind, str] = {"QĐ": "Về việc", "CV": "V/v"}
_ISSUER_BREAK = " NHÂN DÂN "
_SHORT_ISSUER = "UBND "
# What a plan without chapters of its own prints, in the order most plans have.
_USUAL: tuple[tuple[str, str, tuple[tuple[PartKind, str], ...]], ...] = (
    (
        "content",
        "NỘI DUNG PHONG TRÀO THI ĐUA",
        (
            ("subjects", "Phạm vi, đối tượng thi đua"),
            ("period", "Thời gian thi đua"),
            ("targets", "Chỉ tiêu thi đua"),
            ("registration", "Đăng ký thi đua"),
        ),
    ),
    ("criteria", "TIÊU CHÍ THI ĐUA", (("criteria", ""),)),
    (
        "awards",
        "KHEN THƯỞNG",
        (("awards", "Hình thức khen thưởng"), ("quotas", "Số lượng khen thưởng")),
    ),
    (
        "duties",
        "THỜI GIAN VÀ TRÁCH NHIỆM THỰC HIỆN",
        (
            ("phases", "Thời gian thực hiện"),
            ("milestones", "Các mốc thời gian"),
            ("responsibilities", "Trách nhiệm thực hiện"),
        ),
    ),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ComposedPlan:
    """A plan ready to be laid out; ``blocks`` hold also those left out, ``lost`` homeless edits.

    ``addressees`` stand only in a công văn, ``authority`` only in a decision. ``empty`` names the
    parts of the document that print nothing, ``unprinted`` the data no part prints.
    """

    kind: DocumentKind
    letterhead: Letterhead
    number: DocumentNumber
    abstract: str
    authority: str
    addressees: tuple[str, ...]
    blocks: tuple[Block, ...]
    distribution: tuple[str, ...]
    signing: SigningBlock
    lost: tuple[ParagraphEdit, ...] = ()
    empty: tuple[str, ...] = ()
    unprinted: tuple[str, ...] = ()

    @property
    def printed(self) -> tuple[Block, ...]:
        """The blocks that are printed."""
        return tuple(block for block in self.blocks if block.state != "left_out")

    @property
    def title(self) -> str:
        """The kind of document in capitals."""
        return DOCUMENT_WORDS[self.kind].upper()

    def block(self, key: str) -> Block | None:
        """Return the block with ``key``, or None."""
        return next((block for block in self.blocks if block.key == key), None)


def compose(
    document: PlanDocument,
    movements: Sequence[MovementPlan],
    words: PlanWords,
    edits: Sequence[ParagraphEdit] = (),
    *,
    replaces: PlanDocument | None = None,
) -> ComposedPlan:
    """Return the plan as text: bases, preamble, chapters with their parts, closing.

    ``replaces`` is the plan that no longer holds once this one is signed; it is named at the end.
    """
    document = _completed(document, movements, words)
    whole = Whole(document=with_chapters(document), movements=tuple(movements), words=words)
    empty: list[str] = []
    nodes = (
        *_bases(whole.document),
        *_preamble(document),
        *_chapters(whole, empty),
        *_cited_elsewhere(whole.document),
        *_replaced(whole.document, replaces),
        *_closing(whole),
    )
    edited, lost = with_edits(nodes, edits)
    signing = SigningBlock(form=document.signer_form, name=document.signer_name)
    return ComposedPlan(
        kind=document.kind,
        letterhead=letterhead(document),
        number=number_of(document),
        abstract=_abstract(document),
        authority=_authority(document),
        addressees=document.addressees,
        blocks=numbered(edited),
        distribution=document.distribution,
        signing=signing,
        lost=lost,
        empty=tuple(empty),
        unprinted=tuple(unprinted(whole.document, whole.movements)),
    )


def _completed(
    document: PlanDocument, movements: Sequence[MovementPlan], words: PlanWords
) -> PlanDocument:
    """Give a document without abstract, issuer, place or signer what is known of them."""
    issuer = f"Ủy ban nhân dân {document.commune}" if document.commune else words.committee
    signer = document.signer_form or signed_as(document.kind, words.signer_form)
    unsigned = not document.signer_form and not document.signer_name
    launched = " và ".join(named(movement) for movement in movements)
    return replace(
        document,
        abstract=document.abstract or (f"Phát động {launched}" if launched else ""),
        issuers=document.issuers or (issuer,),
        place=document.place or words.place,
        signer_form=signer,
        signer_name=words.signer_name if unsigned else document.signer_name,
    )


def with_chapters(document: PlanDocument) -> PlanDocument:
    """Return a document with the usual chapters where it has none of its own."""
    if document.chapters:
        return document
    chapters = tuple(
        Chapter(
            code=code,
            title=title,
            parts=tuple(Part(code=kind, title=name, kind=kind) for kind, name in parts),
        )
        for code, title, parts in _USUAL
    )
    return replace(document, chapters=chapters)


def usual_outline(document: PlanDocument) -> PlanDocument:
    """Return a document with the usual chapters to fill in, aims and solutions among them."""
    if document.chapters:
        return document
    usual = with_chapters(document).chapters
    aims = Chapter(
        code="aims",
        title="MỤC ĐÍCH, YÊU CẦU",
        parts=(
            Part(code="purposes", title="Mục đích", numbering="letter"),
            Part(code="requirements", title="Yêu cầu", numbering="letter"),
        ),
    )
    solutions = Chapter(
        code="solutions",
        title="GIẢI PHÁP THỰC HIỆN",
        parts=(Part(code="solutions", numbering="number"),),
    )
    return replace(document, chapters=(aims, *usual[:-1], solutions, usual[-1]))


# --- Head --------------------------------------------------------------------------------------


def issuers_of(document: PlanDocument) -> tuple[str, ...]:
    """Return who issues the plan, spelt out: "Ủy ban nhân dân xã Cao Minh"."""
    return tuple(_spelt_out(name) for name in document.issuers)


def _spelt_out(name: str) -> str:
    whole = name.removeprefix(_SHORT_ISSUER)
    return f"Ủy ban nhân dân {whole}" if whole != name else name


def letterhead(document: PlanDocument) -> Letterhead:
    """Return the letterhead: each issuer in capitals, broken before its kind of place."""
    lines: list[str] = []
    for issuer in issuers_of(document):
        name = issuer.upper()
        committee, found, place = name.partition(_ISSUER_BREAK)
        lines += [committee + _ISSUER_BREAK.rstrip(), place] if found else [name]
    return Letterhead(
        issuer_lines=tuple(lines), place=document.place, superior_line=document.superior.upper()
    )


def number_of(document: PlanDocument) -> DocumentNumber:
    """Return number and date; what is not known yet is left for the pen."""
    try:
        when = dates.PartialDate.from_value(document.date)
    except ValueError:
        when = dates.NO_DATE
    return DocumentNumber(
        symbol=document.symbol or SYMBOLS[document.kind],
        number=document.number,
        dated=when.day,
        expected=None if when.precision in ("none", "year") else _month_of(when),
    )


def _month_of(when: dates.PartialDate) -> date | None:
    return when.first_day


def _abstract(document: PlanDocument) -> str:
    """Return what it is about with the words its kind opens with (Decree 30/2020, II.5)."""
    opening = _OPENINGS.get(document.kind, "")
    subject = _subject(document)
    return f"{opening} {lower_first(subject)}" if opening else document.abstract


def _subject(document: PlanDocument) -> str:
    subject = document.abstract
    for opening in _OPENINGS.values():
        subject = subject.removeprefix(f"{opening} ")
    return subject


def _authority(document: PlanDocument) -> str:
    """Return the line of the one who decides; only a committee signs with "TM."."""
    if document.kind != "QĐ":
        return ""
    issuer = issuers_of(document)[0]
    collective = any(line.startswith("TM.") for line in document.signer_form)
    return (issuer if collective else f"Chủ tịch {issuer}").upper()


# --- Body --------------------------------------------------------------------------------------


def _bases(document: PlanDocument) -> Iterator[Node]:
    for number, basis in enumerate(document.legal_bases):
        if basis.cited_in:
            continue
        words = moments.basis_words(basis)
        opening = basis.opening or "Căn cứ"
        text = words if words.startswith(opening) else f"{opening} {words}"
        key = f"basis/{basis.number or number}"
        yield Node(key=key, kind="basis", text=text, source=basis.source)


def _preamble(document: PlanDocument) -> Iterator[Node]:
    """Yield the paragraph that leads to the text; a decision has its line of authority instead."""
    text = document.preamble
    if not text and document.kind != "QĐ":
        issuer = issuers_of(document)[0]
        letter = document.kind == "CV"
        does = lower_first(_subject(document)) if letter else f"ban hành {_about(document)}"
        text = f"{issuer} {does} với các nội dung như sau:"
    if text:
        yield Node(key="preamble", kind="preamble", text=text)


def _about(document: PlanDocument) -> str:
    """Return the document as it stands in a sentence: "Kế hoạch tổ chức thực hiện …"."""
    return f"{DOCUMENT_WORDS[document.kind]} {lower_first(_subject(document))}".strip()


def _chapters(whole: Whole, empty: list[str]) -> Iterator[Node]:
    codes = [part.code for chapter in whole.document.chapters for part in chapter.parts]
    kind = _CHAPTERS[whole.document.kind]
    for chapter in whole.document.chapters:
        parts: list[Node] = []
        for part in chapter.parts:
            # A part's code names it alone, so that a paragraph keeps its key in another chapter.
            alone = codes.count(part.code) == 1 and part.code
            key = part.code if alone else f"{chapter.code}.{part.code}"
            inside = part_nodes(key, part, whole)
            if not inside:
                empty.append(part.title or chapter.title)
            elif part.title:
                parts.append(Node(key=key, kind="heading", text=part.title, children=inside))
            else:
                parts += inside
        if parts:
            key = f"chapter/{chapter.code}"
            title = chapter.title if kind == "chapter" else sentence_case(chapter.title)
            yield Node(key=key, kind=kind, text=title, children=tuple(parts))


def _cited_elsewhere(document: PlanDocument) -> tuple[Node, ...]:
    """Return documents cited at a place that is no part of this plan (any more)."""
    parts = {part.code for chapter in document.chapters for part in chapter.parts}
    lone = [b for b in document.legal_bases if b.cited_in and b.cited_in not in parts]
    return moments.cited_nodes("end", lone)


def _replaced(document: PlanDocument, old: PlanDocument | None) -> Iterator[Node]:
    """Yield the sentence that ends the plan before, unless the closing names it already."""
    if old is None:
        return
    number = number_of(old)
    when = f" {number.date_text}" if number.dated else ""
    by = f" của {_spelt_out(old.issuers[0])}" if old.issuers else ""
    kind = DOCUMENT_WORDS[old.kind]
    closing = " ".join(document.closing)
    if "thay thế" in closing.lower():
        return
    text = (
        f"{DOCUMENT_WORDS[document.kind]} này thay thế {kind} số {number.text}{when}{by} "
        "kể từ ngày ký ban hành."
    )
    article = document.kind == "QĐ"
    yield Node(key="replaces", kind="article" if article else "closing", text=text)


def _closing(whole: Whole) -> Iterator[Node]:
    document = whole.document
    lines = document.closing or (_usual_closing(document, whole.words),)
    kind: NodeKind = "article" if document.kind == "QĐ" else "closing"
    for number, line in enumerate(lines):
        last = number == len(lines) - 1
        bare = line.rstrip(" ./")
        text = f"{bare}./." if last else line
        yield Node(key=f"closing/{number}", kind=kind, text=text)


def _usual_closing(document: PlanDocument, words: PlanWords) -> str:
    who = f"cơ quan, đơn vị và các {words.village}"
    if document.kind == "QĐ":
        return (
            "Quyết định này có hiệu lực kể từ ngày ký. Các cơ quan, đơn vị, các "
            f"{words.village} và cá nhân có liên quan chịu trách nhiệm thi hành Quyết định này"
        )
    if document.kind == "CV":
        issuer = issuers_of(document)[0]
        return f"{issuer} đề nghị các {who} nghiêm túc triển khai thực hiện"
    return f"Trên đây là {_about(document)}, đề nghị các {who} nghiêm túc triển khai thực hiện"


# --- What nothing prints -----------------------------------------------------------------------


def unprinted(document: PlanDocument, movements: Sequence[MovementPlan]) -> Iterator[str]:
    """Yield the names of data that no part of the document prints."""
    kinds = {part.kind for chapter in document.chapters for part in chapter.parts}
    held: tuple[tuple[PartKind, str, bool], ...] = (
        ("phases", "giai đoạn, đợt cao điểm", any(m.phases for m in movements)),
        ("targets", "chỉ tiêu", any(_own_targets(m) for m in movements)),
        ("criteria", "tiêu chí", any(m.groups for m in movements)),
        ("quotas", "số lượng khen thưởng", any(m.quotas for m in movements)),
        ("registration", "đăng ký thi đua", any(m.registration for m in movements)),
        ("milestones", "mốc thời gian", any(m.milestones for m in movements)),
        ("responsibilities", "phân công trách nhiệm", bool(document.responsibilities)),
    )
    for kind, name, some in held:
        if some and kind not in kinds:
            yield name


def _own_targets(movement: MovementPlan) -> bool:
    return any(movement.group(target.group) is None for target in movement.targets)
