"""Minutes of a council session and of the tally (layout after Decree 30/2020, form 1.9)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

from thiduaqt.documents.nd30 import Nd30Document
from thiduaqt.documents.recipients import Column, counted, list_recipients, list_rows
from thiduaqt.domain.papers import (
    Attendee,
    Candidate,
    Letterhead,
    MinutesPaper,
    SigningBlock,
    TallyPaper,
    TallyResult,
    TallyRow,
)
from thiduaqt.domain.plan import RecipientKind
from thiduaqt.domain.wording import clock, document_date, number, percent

_SIGN_HINT = "(Ký, ghi rõ họ tên)"
_MIDDLE = "cell_center"


class _Votes:
    """A tally row as the list of candidates sees it."""

    def __init__(self, row: TallyRow) -> None:
        self.row = row
        self.of: Candidate = row.candidate

    @property
    def kind(self) -> RecipientKind:
        """Kind of the candidate."""
        return self.of.kind


def build_tally(facts: TallyPaper) -> bytes:
    """Return the minutes of the tally as ``.docx``."""
    document = _open(facts.letterhead, f"Kiểm phiếu {facts.subject}", facts.mark)
    document.head(facts.letterhead, None, dated=False)
    document.title("BIÊN BẢN", f"Kiểm phiếu {facts.subject}")
    document.text(f"Thời gian: {_moment(facts.started)}.")
    document.text(f"Địa điểm: {facts.place}.")
    document.text("I. TỔ KIỂM PHIẾU", "item")
    document.lines(_people(facts.team))
    document.text("II. KẾT QUẢ KIỂM PHIẾU", "item")
    _ballots(document, facts.result)
    _votes(document, facts.result)
    document.text("III. KẾT LUẬN", "item")
    _outcome(document, facts.result)
    document.lines([_sentence(remark) for remark in facts.result.remarks])
    document.text(f"Việc kiểm phiếu kết thúc vào {_end(facts.started, facts.ended)}./.")
    _team_signs(document, facts.team)
    return document.to_bytes()


def build_minutes(facts: MinutesPaper) -> bytes:
    """Return the minutes of the session as ``.docx``."""
    document = _open(facts.letterhead, facts.subject, facts.mark)
    document.head(facts.letterhead, facts.number, dated=False)
    document.title("BIÊN BẢN", facts.subject)
    document.text(f"Thời gian bắt đầu: {_moment(facts.started)}.")
    document.text(f"Địa điểm: {facts.place}.")
    _attendance(document, facts)
    document.text("II. NỘI DUNG", "item")
    document.lines(facts.course)
    document.text(f"Hội đồng tiến hành {facts.vote_form}, kết quả như sau:")
    _ballots(document, facts.result)
    _votes(document, facts.result)
    document.text("III. KẾT LUẬN", "item")
    _outcome(document, facts.result)
    document.lines([_sentence(remark) for remark in facts.result.remarks])
    _proposal(document, facts)
    document.text(f"Cuộc họp kết thúc vào {_end(facts.started, facts.ended)}./.")
    document.signatures(
        SigningBlock(form=("THƯ KÝ",), name=facts.secretary.name),
        SigningBlock(form=("CHỦ TỌA",), name=facts.chair.name),
        hint=_SIGN_HINT,
    )
    document.copies(facts.distribution)
    return document.to_bytes()


def _open(letterhead: Letterhead, subject: str, mark: str) -> Nd30Document:
    author = " ".join(letterhead.issuer_lines)
    return Nd30Document(title=f"Biên bản {subject}", author=author, mark=mark)


# --- Time and people ---------------------------------------------------------------------------


def _moment(when: datetime) -> str:
    return f"{clock(when.time())}, {document_date(when.date())}"


def _end(started: datetime, ended: datetime | None) -> str:
    if ended is None:
        return "…… giờ …… phút cùng ngày"
    if ended.date() == started.date():
        return f"{clock(ended.time())} cùng ngày"
    return _moment(ended)


def _person(person: Attendee) -> str:
    return " - ".join(part for part in (person.name, person.role, person.post) if part)


def _people(people: Sequence[Attendee]) -> list[str]:
    ends = ["."] if people else []
    ends = [";"] * (len(people) - 1) + ends
    return [
        f"{place}. {_person(person)}{' - ' + person.reason if person.reason else ''}{end}"
        for place, (person, end) in enumerate(zip(people, ends, strict=True), start=1)
    ]


def _attendance(document: Nd30Document, facts: MinutesPaper) -> None:
    present = [member for member in facts.members if member.present]
    absent = [member for member in facts.members if not member.present]
    document.text("I. THÀNH PHẦN THAM DỰ", "item")
    document.text(
        f"Tổng số thành viên Hội đồng: {len(facts.members):02d}; "
        f"có mặt: {len(present):02d}; vắng mặt: {len(absent):02d}."
    )
    document.text("Thành viên có mặt:")
    document.lines(_people(present))
    if absent:
        document.text("Thành viên vắng mặt:")
        document.lines(_people(absent))
    if facts.guests:
        document.text("Khách mời:")
        document.lines(_people(facts.guests))
    document.text(f"Chủ trì (chủ tọa): {_person(facts.chair)}.")
    document.text(f"Thư ký (người ghi biên bản): {_person(facts.secretary)}.")


# --- Votes -------------------------------------------------------------------------------------


def _ballots(document: Nd30Document, result: TallyResult) -> None:
    document.text(
        f"Tổng số thành viên Hội đồng: {result.members:02d}; số thành viên có mặt: "
        f"{result.present:02d}; số phiếu phát ra: {result.issued:02d}; số phiếu thu về: "
        f"{result.returned:02d}; số phiếu hợp lệ: {result.valid:02d}; số phiếu không hợp lệ: "
        f"{result.invalid:02d}."
    )
    document.text(
        f"Tỷ lệ phiếu tính trên {result.base}; đề nghị khen thưởng khi số phiếu đồng ý đạt "
        f"{result.threshold}."
    )


def _votes(document: Nd30Document, result: TallyResult) -> None:
    rows = [_Votes(row) for row in result.rows]
    columns: list[Column[_Votes]] = [
        Column(title="TT", width=11, text=lambda row: str(row.of.ordinal), look=_MIDDLE),
        Column(title="Họ và tên, tên tập thể", width=46, text=lambda row: row.of.name),
        _figure("Đồng ý", lambda row: number(row.row.agree)),
        _figure("Không đồng ý", lambda row: number(row.row.disagree)),
    ]
    if any(row.other for row in result.rows):
        columns.append(_figure("Ý kiến khác", lambda row: number(row.row.other)))
    columns += [_figure("Tỷ lệ đồng ý", _rate), _figure("Kết quả", _standing)]
    if any(row.note for row in result.rows):
        columns.append(Column(title="Ghi chú", width=26, text=lambda row: row.row.note))
    list_rows(document, columns, rows)
    document.gap(6)


def _figure(title: str, text: Callable[[_Votes], str]) -> Column[_Votes]:
    return Column(title=title, width=18, text=text, look=_MIDDLE)


def _rate(votes: _Votes) -> str:
    return percent(votes.row.rate) if votes.row.rate is not None else ""


def _standing(votes: _Votes) -> str:
    return "Đạt" if votes.row.passed else "Không đạt"


def _outcome(document: Nd30Document, result: TallyResult) -> None:
    rows = [_Votes(row) for row in result.rows]
    passed = [row for row in rows if row.row.passed]
    if passed:
        reached = f"Có {counted(passed)} đạt tỷ lệ phiếu theo quy định"
        failed = len(rows) - len(passed)
        rest = f"; {failed:02d} trường hợp không đạt" if failed else ""
        document.text(f"{reached}{rest}.")
    else:
        document.text("Không có trường hợp nào đạt tỷ lệ phiếu theo quy định.")


def _proposal(document: Nd30Document, facts: MinutesPaper) -> None:
    if not facts.proposed:
        document.text("Hội đồng thống nhất không đề nghị khen thưởng trường hợp nào.")
        return
    if facts.over_quota_reason:
        document.text(f"Lý do đề nghị vượt số lượng: {_sentence(facts.over_quota_reason)}")
    reason = f"{facts.achievement}, {facts.period}".rstrip(", ")
    document.text(
        f"Hội đồng thống nhất đề nghị tặng {facts.award} cho {counted(facts.proposed)} "
        f"{reason}, gồm:"
    )
    list_recipients(document, facts.proposed)
    document.gap(6)
    left_out = _left_out(facts.result)
    if left_out:
        names = ", ".join(left_out)
        document.text(f"Đạt tỷ lệ phiếu nhưng không trong số lượng đề nghị: {names}.")


def _left_out(result: TallyResult) -> list[str]:
    """Return who passed and was not chosen; nobody where no choice had to be made."""
    if not any(row.selected for row in result.rows):
        return []
    return [row.candidate.name for row in result.rows if row.passed and not row.selected]


def _sentence(text: str) -> str:
    return text if text.endswith((".", "!", "?")) else text + "."


def _team_signs(document: Nd30Document, team: Sequence[Attendee]) -> None:
    """Let the team sign two by two: its head on the right, the secretary on the left."""
    blocks = [SigningBlock(form=(member.role.upper(),), name=member.name) for member in team]
    nobody = SigningBlock(form=(), name="")
    for place in range(0, len(blocks), 2):
        right, left = (*blocks[place : place + 2], nobody)[:2]
        document.signatures(left, right, hint=_SIGN_HINT)
