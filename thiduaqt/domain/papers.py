"""What a document or a list says: finished facts, gathered by the services, laid out elsewhere.

Nothing here is looked up or worked out again: names stand as they are to be printed, rates and
amounts as they were decided. Money is in đồng, shares are in percent.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Literal

from thiduaqt.domain.plan import RecipientKind
from thiduaqt.domain.wording import (
    DEFAULT_STYLE,
    NumberStyle,
    document_date,
    document_number,
    open_date,
)

CellKind = Literal["text", "center", "number", "money", "date"]
CellValue = str | int | Decimal | date | None

DRAFT_MARK = "DỰ THẢO"
SAMPLE_MARK = "MẪU - DỮ LIỆU MINH HỌA"


# --- Parts that several documents share --------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Letterhead:
    """Who issues: name in lines as they are to break, the superior body above it, the place.

    A commune office has ``("ỦY BAN NHÂN DÂN", "XÃ MINH HỌA")`` and no superior line; its council
    has the superior line ``"ỦY BAN NHÂN DÂN XÃ MINH HỌA"``. ``place`` is the bare place name.
    """

    issuer_lines: tuple[str, ...]
    place: str
    superior_line: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentNumber:
    """Number and date of a document; either may be open until it is issued.

    ``number`` is empty, bare ("131") or whole ("131/QĐ-UBND"). ``expected`` gives month and year
    of a date whose day is left open.
    """

    symbol: str
    number: str = ""
    dated: date | None = None
    expected: date | None = None

    @property
    def text(self) -> str:
        """Number and symbol: "131/QĐ-UBND", or a gap before the symbol."""
        return document_number(self.number, self.symbol)

    @property
    def date_text(self) -> str:
        """The date in words: "ngày 05 tháng 3 năm 2026", or with the day left open."""
        return document_date(self.dated) if self.dated else open_date(self.expected)


@dataclass(frozen=True, slots=True, kw_only=True)
class SigningBlock:
    """Who signs: ``("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH")`` or ``("CHỦ TỊCH",)``, then the name.

    ``agency_post`` stands between signature and name on papers of a council ("CHỦ TỊCH ỦY BAN
    NHÂN DÂN XÃ"): its signer shows both posts (Decree 30/2020, Appendix I, II.7).
    """

    form: tuple[str, ...]
    name: str
    agency_post: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipient:
    """One who is awarded, or proposed: a row in annexes and payment lists.

    ``name`` is printed as it is, with honorific ("Bà Nguyễn Thị Thu Hà"). ``register`` is the
    ordinal in the award register as printed ("02"), empty before the award is issued.
    """

    ordinal: int
    name: str
    kind: RecipientKind
    post: str = ""
    unit: str = ""
    achievement: str = ""
    award: str = "Giấy khen"
    money: int = 0
    register: str = ""
    note: str = ""

    @property
    def post_and_unit(self) -> str:
        """Post and unit in one cell."""
        return ", ".join(part for part in (self.post, self.unit) if part)


# --- Decision ----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionPaper:
    """A decision on awards.

    ``authority`` is the line of the one who decides ("CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ MINH HỌA"),
    ``abstract`` opens with "Về việc". ``bases`` stand without closing sign, "Theo đề nghị của …"
    last. ``award`` is the award in full ("Giấy khen của Chủ tịch Ủy ban nhân dân xã Minh Họa"),
    ``achievement`` what it is for ("đã có thành tích xuất sắc trong Phong trào …"), ``period`` the
    time of the achievement ("năm 2026"). ``fund`` pays; ``money_basis`` is the rule for the rates.
    ``executors`` opens the last article. ``issuer_in_words`` names the signer in the annex
    ("Chủ tịch Ủy ban nhân dân xã Minh Họa").
    """

    letterhead: Letterhead
    number: DocumentNumber
    authority: str
    issuer_in_words: str
    abstract: str
    bases: tuple[str, ...]
    award: str
    achievement: str
    period: str
    recipients: tuple[Recipient, ...]
    fund: str
    money_basis: str
    executors: str
    signing: SigningBlock
    distribution: tuple[str, ...]
    mark: str = ""
    style: NumberStyle = DEFAULT_STYLE


# --- Submission --------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class SubmissionPaper:
    """The paper that asks for the awards (Decree 152/2025, article 33(11), as a pattern).

    ``bases`` as in a decision, without "Theo đề nghị". ``process`` are paragraphs on how
    the list came about (session, votes). ``quota`` says what the plan allows and what is asked
    for; ``over_quota_reason`` is printed after it where more is asked for. ``opinions`` are the
    answers of bodies that were asked, ``appraisal`` states that subjects, conditions and dossiers
    were checked. ``attachments`` name what comes with it.
    """

    letterhead: Letterhead
    number: DocumentNumber
    abstract: str
    addressees: tuple[str, ...]
    bases: tuple[str, ...]
    process: tuple[str, ...]
    award: str
    achievement: str
    period: str
    recipients: tuple[Recipient, ...]
    appraisal: str
    signing: SigningBlock
    distribution: tuple[str, ...]
    quota: str = ""
    over_quota_reason: str = ""
    opinions: str = ""
    fund: str = ""
    attachments: tuple[str, ...] = ()
    mark: str = ""
    style: NumberStyle = DEFAULT_STYLE


# --- Council -----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Attendee:
    """A member of the council, or of the tally team, as minutes name them.

    ``role`` in the council or team ("Chủ tịch Hội đồng"), ``post`` in the agency; ``reason`` is
    given for those absent.
    """

    name: str
    role: str
    post: str = ""
    present: bool = True
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """One who is voted on, in the order of the ballot."""

    ordinal: int
    name: str
    kind: RecipientKind
    post: str = ""
    unit: str = ""
    achievement: str = ""
    award: str = "Giấy khen"

    @property
    def post_and_unit(self) -> str:
        """Post and unit in one cell."""
        return ", ".join(part for part in (self.post, self.unit) if part)


@dataclass(frozen=True, slots=True, kw_only=True)
class TallyRow:
    """The votes on one candidate. ``rate`` in percent of what ``TallyResult.base`` says."""

    candidate: Candidate
    agree: int
    disagree: int
    other: int = 0
    rate: Decimal | None = None
    passed: bool = False
    selected: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TallyResult:
    """Ballots counted and what they say.

    ``base`` words what the rates are taken of ("số thành viên Hội đồng có mặt"), ``threshold``
    the share asked for, as its rule words it ("từ 70% trở lên"). ``remarks`` tell how ties were
    decided and who did not vote on oneself.
    """

    members: int
    present: int
    issued: int
    returned: int
    valid: int
    invalid: int
    base: str
    threshold: str
    rows: tuple[TallyRow, ...]
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class BallotPaper:
    """The ballots of a session, ``copies`` of the same.

    ``subject`` says what is voted on ("Xét tặng Giấy khen của …"); ``guide`` replaces the usual
    sentence on how to mark. ``third_choice`` adds the column "Ý kiến khác".
    """

    letterhead: Letterhead
    subject: str
    session_date: date
    candidates: tuple[Candidate, ...]
    copies: int
    secret: bool = True
    third_choice: bool = True
    guide: str = ""
    mark: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TallyPaper:
    """Minutes of the tally. ``team`` names its head, secretary and members by role."""

    letterhead: Letterhead
    subject: str
    started: datetime
    place: str
    team: tuple[Attendee, ...]
    result: TallyResult
    ended: datetime | None = None
    mark: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class MinutesPaper:
    """Minutes of a council session (layout after Decree 30/2020, form 1.9).

    ``subject`` continues the title ("Họp Hội đồng Thi đua - Khen thưởng xã … xét tặng …").
    ``course`` are paragraphs on what was said; ``vote_form`` is "bỏ phiếu kín" or "biểu quyết".
    ``proposed`` is the outcome: those the session proposes, in the order of the decision.
    """

    letterhead: Letterhead
    number: DocumentNumber | None
    subject: str
    started: datetime
    place: str
    members: tuple[Attendee, ...]
    chair: Attendee
    secretary: Attendee
    course: tuple[str, ...]
    vote_form: str
    result: TallyResult
    award: str
    achievement: str
    period: str
    proposed: tuple[Recipient, ...]
    guests: tuple[Attendee, ...] = ()
    over_quota_reason: str = ""
    ended: datetime | None = None
    distribution: tuple[str, ...] = ()
    mark: str = ""


# --- Lists (spreadsheets) ----------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class ListColumn:
    """A column of a list: heading, kind of its cells, width in characters."""

    title: str
    kind: CellKind = "text"
    width: float = 18


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetPaper:
    """Any list as it is seen on screen: columns, and rows of the same length."""

    letterhead: Letterhead
    title: str
    columns: tuple[ListColumn, ...]
    rows: tuple[tuple[CellValue, ...], ...]
    subtitle: str = ""
    footer: tuple[str, ...] = ()
    number: DocumentNumber | None = None
    signing: tuple[SigningBlock, ...] = ()
    sheet_name: str = "Danh sách"
    mark: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterEntry:
    """One line of the award register."""

    ordinal: str
    name: str
    kind: RecipientKind
    unit: str
    award: str
    movement: str
    achievement: str
    period: str
    decision_number: str
    decision_date: date
    signer: str
    money: int
    handed_over: date | None = None
    receiver: str = ""
    revocation: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterPaper:
    """The award register, or the part of it that is seen."""

    letterhead: Letterhead
    title: str
    entries: tuple[RegisterEntry, ...]
    subtitle: str = ""
    mark: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PaymentPaper:
    """Who is paid what under one decision; each receiver signs.

    ``decision`` names it ("Quyết định số 131/QĐ-UBND ngày 10/12/2026 của Chủ tịch …").
    """

    letterhead: Letterhead
    decision: str
    recipients: tuple[Recipient, ...]
    fund: str
    signing: tuple[SigningBlock, ...]
    number: DocumentNumber | None = None
    title: str = "DANH SÁCH CHI TIỀN THƯỞNG"
    mark: str = ""
    style: NumberStyle = DEFAULT_STYLE
