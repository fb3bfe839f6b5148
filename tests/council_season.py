"""A small season before the council: invented people of xã Minh Họa, as in the pictures."""

from __future__ import annotations

import datetime as dt
import itertools
from pathlib import Path

from thiduaqt.domain.plan import Criterion, MovementPlan, Paper, Quota, SubjectGroup
from thiduaqt.domain.records import (
    Check,
    Household,
    Movement,
    Nomination,
    Office,
    Person,
    Round,
    Signer,
    Team,
    Unit,
)
from thiduaqt.services import council
from thiduaqt.services.session import Session, create_session, open_session

NOW = dt.datetime(2026, 12, 4, 9, 47, tzinfo=dt.timezone(dt.timedelta(hours=7)))
ROUND = "round-2026"
INDIVIDUAL = "certificate_of_merit/individual"
COLLECTIVE = "certificate_of_merit/collective"
PLAN = MovementPlan(
    code="minh-hoa",
    title="Phong trào thi đua “Đột phá phát triển khoa học, công nghệ và chuyển đổi số”",
    short_name="Đột phá KHCN, ĐMST và CĐS 2026–2030",
    groups=(
        SubjectGroup(
            code="all",
            name="Mọi đối tượng",
            kinds=("individual", "collective", "household"),
            criteria=(Criterion(code="law", title="Chấp hành pháp luật", kind="gate"),),
        ),
    ),
    quotas=(
        Quota(
            award="certificate_of_merit",
            round_kind="yearly",
            recipient_kind="collective",
            maximum=2,
        ),
        Quota(
            award="certificate_of_merit",
            round_kind="yearly",
            recipient_kind="individual",
            maximum=5,
        ),
    ),
    papers=(Paper(code="report", name="Báo cáo thành tích"),),
)
# Name, sex, post, unit: the eight people of the picture.
PEOPLE = (
    ("Bà", "Nguyễn Thị Thu Hà", "female", "Tổ trưởng Tổ CNSCĐ", "Thôn 3"),
    ("Ông", "Hoàng Văn Ơn", "male", "Trưởng thôn", "Thôn 5"),
    ("Ông", "Đỗ Văn Dũng", "male", "Công chức Văn hóa - Xã hội", "UBND xã"),
    ("Bà", "Ma Thị Ánh", "female", "Giáo viên", "Trường THCS Minh Họa"),
    ("Bà", "Lê Thị Hạnh", "female", "Chi hội trưởng Phụ nữ", "Thôn 1"),
    ("Ông", "Bùi Văn Ân", "male", "Thành viên Tổ CNSCĐ", "Thôn 3"),
    ("Bà", "Vũ Thị Yến", "female", "Chi hội trưởng Phụ nữ", "Thôn 6"),
    ("Ông", "Phạm Minh Đức", "male", "Bí thư Đoàn xã", "Đoàn Thanh niên xã"),
)
MEMBERS = (
    ("Ông Nguyễn Văn Bình", "Chủ tịch Ủy ban nhân dân xã", "Chủ tịch Hội đồng"),
    ("Bà Trần Thị Cúc", "Phó Chủ tịch Ủy ban nhân dân xã", "Phó Chủ tịch Hội đồng"),
    ("Ông Lý Văn Dần", "Trưởng phòng Văn hóa - Xã hội", "Thư ký"),
    ("Bà Hà Thị Én", "Trưởng phòng Kinh tế", "Ủy viên"),
    ("Ông Phan Văn Giáp", "Chánh Văn phòng", "Ủy viên"),
    ("Bà Ma Thị Ánh", "Giáo viên", "Ủy viên"),
    ("Ông Đinh Văn Khải", "Trưởng Công an xã", "Ủy viên"),
    ("Ông Mạc Văn Lâm", "Chỉ huy trưởng Quân sự xã", "Ủy viên"),
    ("Bà Tô Thị Mai", "Chủ tịch Hội Phụ nữ xã", "Ủy viên"),
)
# The votes of the picture, row by row (collectives first); row 6 is Ông Đỗ Văn Dũng.
VOTES = (8, 7, 4, 8, 7, 6, 7, 7, 6, 6, 5)


def make_season(folder: Path, *, province: str = "Bắc Ninh") -> Session:
    """Return a session on a new file: office, units, plan, eleven eligible nominations."""
    numbers = itertools.count(1)
    session = create_session(
        folder / "minhhoa.tdqdb",
        actor="tester",
        clock=lambda: NOW,
        ids=lambda: f"id-{next(numbers):05d}",
    )
    session.store.set_meta("unit_id", "office")
    with session.store.transaction("Thiết lập", actor="tester", undoable=False) as writing:
        writing.put(
            Office(
                id="office",
                kind="xã",
                commune_name="Minh Họa",
                province=province,
                place="Minh Họa",
                signers=(Signer(code="chair", form=("CHỦ TỊCH",), name="Nguyễn Văn Bình"),),
            )
        )
        writing.put(Movement(id="movement", title=PLAN.title, definition=PLAN))
        writing.put(
            Round(id=ROUND, movement_id="movement", name="Khen thưởng hằng năm 2026", year=2026)
        )
        for name in ("Thôn 1", "Thôn 3", "Thôn 5", "Thôn 6", "UBND xã", "Đoàn Thanh niên xã"):
            writing.put(Unit(id=name, kind="village", name=name))
        writing.put(Unit(id="Trường THCS Minh Họa", kind="school", name="Trường THCS Minh Họa"))
        writing.put(Unit(id="ccb", kind="association", name="Hội Cựu chiến binh xã"))
        writing.put(Team(id="team", name="Tổ CNSCĐ thôn Bình Minh", unit_id="Thôn 3"))
        writing.put(nomination("n1", kind="collective", team_id="team"))
        writing.put(nomination("n2", kind="collective", unit_id="Trường THCS Minh Họa"))
        writing.put(nomination("n3", kind="collective", unit_id="ccb"))
        for number, (honorific, name, sex, post, unit) in enumerate(PEOPLE, start=4):
            person = Person(
                id=f"p{number}",
                honorific=honorific,
                full_name=name,
                sex=sex,  # type: ignore[arg-type]
                post=post,
                unit_id=unit,
            )
            writing.put(person)
            writing.put(nomination(f"n{number}", person_id=person.id, proposer_id=unit))
    return session


def nomination(nomination_id: str, **values: object) -> Nomination:
    """Return a nomination that meets everything, with ``values`` changed."""
    whole: dict[str, object] = {
        "id": nomination_id,
        "round_id": ROUND,
        "subject_group": "all",
        "achievement": "Hướng dẫn người dân dùng dịch vụ công trực tuyến",
        "period_from": "2026",
        "period_to": "2026",
        "checks": (Check(code="law", state="met"),),
        "papers": ("report",),
    }
    return Nomination(**{**whole, **values})  # type: ignore[arg-type]


def household(session: Session, nomination_id: str, head: str) -> None:
    """Add a household to the round."""
    with session.store.transaction("Thêm hộ", actor="tester") as writing:
        writing.put(Household(id=f"h-{nomination_id}", head=head, unit_id="Thôn 1"))
        writing.put(nomination(nomination_id, kind="household", household_id=f"h-{nomination_id}"))


def all_nominations(session: Session) -> list[str]:
    """Return the ids of all nominations of the round."""
    return [item.id for item in session.store.all(Nomination, round_id=ROUND)]


def start_sitting(session: Session) -> str:
    """Add the members, open the session, send everybody, mark eight of nine present."""
    council.add_members(
        session, [{"name": name, "post": post, "role": role} for name, post, role in MEMBERS]
    )
    sitting = council.open_session(session, ROUND, held_on="2026-12-04", starts="8 giờ").session
    council.send_to_session(session, sitting.id, all_nominations(session))
    present = {member.id: "present" for member in council.members(session)[:8]}
    council.set_attendance(session, sitting.id, present)  # type: ignore[arg-type]
    return sitting.id


def count_votes(session: Session, sitting: str, votes: tuple[int, ...] = VOTES) -> None:
    """Enter eight valid ballots and the votes for each row."""
    council.set_ballots(session, sitting, issued=8, returned=8, valid=8)
    rows = council.results(session, sitting).rows
    typed = {row.id: (agree, None, None) for row, agree in zip(rows, votes, strict=True)}
    council.enter_many(session, sitting, typed)  # type: ignore[arg-type]


def row_named(session: Session, sitting: str, name: str) -> council.ResultRow:
    """Return the row of one nominee."""
    return next(row for row in council.results(session, sitting).rows if row.name == name)


def reader(session: Session) -> Session:
    """Return a second session on the same file that cannot write."""
    return open_session(session.path, read_only=True, actor="tester", clock=lambda: NOW)
