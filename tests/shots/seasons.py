"""The data files the pictures show: an invented office on different days of its season."""

from __future__ import annotations

import datetime as dt
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from tests import council_season
from tests.builders import a_session
from tests.council_season import INDIVIDUAL, ROUND
from thiduaqt.domain.records import (
    Award,
    Decision,
    Household,
    Nomination,
    Person,
    Round,
    Signer,
    Team,
)
from thiduaqt.services import council, decisions, register, safety, sample
from thiduaqt.services.session import Session, open_session

_HANOI = dt.timezone(dt.timedelta(hours=7))
RECEIVING = dt.datetime(2026, 11, 20, 14, 32, tzinfo=_HANOI)
MEETING = dt.datetime(2026, 12, 4, 9, 47, tzinfo=_HANOI)
DECIDING = dt.datetime(2026, 12, 10, 10, 20, tzinfo=_HANOI)
PRINTING = dt.datetime(2026, 12, 14, 10, 48, tzinfo=_HANOI)
LATE = dt.datetime(2027, 1, 12, 8, 15, tzinfo=_HANOI)

LONG_TEAM = (
    "Tổ công nghệ số cộng đồng liên thôn Bình Minh, Nà Sọc, Khuổi Lừa và Đồng Mỏ "
    "thuộc Chi bộ cơ sở xã Minh Họa"
)
LONG_HOUSEHOLD = (
    "Hộ gia đình ông Nguyễn Phúc Hoàng Nguyên Khang và bà Công Tằng Tôn Nữ Thị Thuỳ Dương "
    "ở Thôn Khuổi Lừa"
)
LONG_PERSON = "Hà Thị Ngọc Ánh Tuyết " * 4 + "Nguyệt"
LONG_POST = (
    "Phó Trưởng phòng phụ trách Phòng Văn hóa - Xã hội kiêm Tổ trưởng Tổ công nghệ số cộng đồng"
)


def empty(folder: Path) -> Path:
    """A new office, nothing entered."""
    session = a_session(folder, "minhhoa.tdqdb")
    session.close()
    return session.path


def checked(folder: Path) -> Path:
    """The lists have come in and the dossiers are checked; the session has not met."""
    season = _sample(folder)
    _make_real(season.session)
    safety.backup(season.session)
    season.session.close()
    return season.session.path


def sampled(folder: Path) -> Path:
    """The same as the program's own sample, with its strip."""
    season = _sample(folder)
    season.session.close()
    return season.session.path


def long_names(folder: Path) -> Path:
    """A list whose names, posts and achievements are as long as they come."""
    path = checked(folder)
    session = _opened(path)
    rows = session.store.all(Nomination)
    people = [one for one in rows if one.person_id][:2]
    team = next(one for one in rows if one.team_id)
    household = next(one for one in rows if one.household_id)
    with session.store.transaction("Tên dài", actor="can-bo") as writing:
        for number, one in enumerate(people):
            person = writing.get(Person, one.person_id or "")
            name = LONG_PERSON if number else person.full_name
            writing.put(replace(person, full_name=name, post=LONG_POST))
        writing.put(replace(writing.get(Team, team.team_id or ""), name=LONG_TEAM))
        kept = writing.get(Household, household.household_id or "")
        writing.put(replace(kept, head=LONG_HOUSEHOLD))
    session.close()
    return path


def _sample(folder: Path) -> sample.Season:
    season = sample.start(folder / "minhhoa.tdqdb")
    sample.enter_registers(season)
    sample.take_in(season, sample.write_lists(season, folder / "danh-sach"))
    sample.fill_dossiers(season)
    return season


def _make_real(session: Session) -> None:
    """Take the mark of the sample off, so that the screens look as in an office at work."""
    office = session.office()
    with session.store.transaction("Đơn vị", actor="can-bo", undoable=False) as writing:
        writing.put(replace(office, sample=False))


def _opened(path: Path, day: dt.datetime = RECEIVING) -> Session:
    return open_session(path, clock=lambda: day)


# -- the council -------------------------------------------------------------------------------


def _council(folder: Path) -> Session:
    session = council_season.make_season(folder)
    deputy = Signer(code="deputy", form=("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"), name="Trần Văn Hậu")
    office = session.office()
    with session.store.transaction("Người ký", actor="can-bo", undoable=False) as writing:
        writing.put(replace(office, signers=(*office.signers, deputy)))
        round_ = writing.get(Round, ROUND)
        writing.put(replace(round_, deadline="2026-11-25", award_day="2026-12-18"))
    return session


def waiting_for_council(folder: Path) -> Path:
    """Eleven dossiers are ready, no session is open."""
    session = _council(folder)
    session.close()
    return session.path


def meeting(folder: Path) -> Path:
    """Members, attendance and list are there; no ballot has been counted."""
    session = _council(folder)
    council_season.start_sitting(session)
    session.close()
    return session.path


def counted(folder: Path) -> Path:
    """The votes of the drawn picture: a tie, too many passed, and one row that does not add up."""
    session = _council(folder)
    sitting = council_season.start_sitting(session)
    council_season.count_votes(session, sitting)
    row = council_season.row_named(session, sitting, "Ông Đỗ Văn Dũng")
    council.enter_many(session, sitting, {row.id: (5, 2, 0)})
    session.close()
    return session.path


def _locked(folder: Path, *, over: str = "") -> Session:
    session = _council(folder)
    sitting = council_season.start_sitting(session)
    council_season.count_votes(session, sitting)
    if over:
        council.set_over_quota_reason(session, sitting, over)
    else:
        council.choose_highest(session, sitting, INDIVIDUAL)
    council.lock(session, sitting)
    return session


def locked(folder: Path) -> Path:
    """The result is locked."""
    session = _locked(folder)
    session.close()
    return session.path


# -- decisions -----------------------------------------------------------------------------------


def drafted(folder: Path) -> Path:
    """A draft without number and date, after years with decisions of their own."""
    session = _locked(folder)
    _earlier_years(session)
    decisions.draft(session, council.sessions(session, ROUND)[0].id)
    session.close()
    return session.path


def over_quota(folder: Path) -> Path:
    """A draft with more people than the plan allows."""
    session = _locked(folder, over="Năm đầu của phong trào, nhiều gương tiêu biểu")
    _earlier_years(session)
    decisions.draft(session, council.sessions(session, ROUND)[0].id)
    session.close()
    return session.path


def issued(folder: Path) -> Path:
    """The decision is issued; of last year's awards one is corrected, one revoked."""
    session = _issued(folder)
    session.close()
    return session.path


def too_long(folder: Path) -> Path:
    """An issued decision with names that do not fit the certificate in one line, or at all."""
    session = _council(folder)
    with session.store.transaction("Tên dài", actor="can-bo") as writing:
        team = writing.get(Team, "team")
        writing.put(
            replace(
                team,
                name=f"{LONG_TEAM} và các hộ kinh doanh, hợp tác xã, cơ sở sản xuất, "
                "trường học, trạm y tế và các nhóm thiện nguyện trên địa bàn",
            )
        )
        person = next(one for one in session.store.all(Person) if one.full_name == "Lê Thị Hạnh")
        writing.put(replace(person, full_name="Công Tằng Tôn Nữ Thị Ngọc Hạnh Nguyên"))
    sitting = council_season.start_sitting(session)
    council_season.count_votes(session, sitting)
    council.choose_highest(session, sitting, INDIVIDUAL)
    council.lock(session, sitting)
    _issue(session)
    session.close()
    return session.path


def _issued(folder: Path) -> Session:
    session = _locked(folder)
    _earlier_years(session)
    _issue(session)
    rows = {row.name: row for row in register.listing(session)}
    register.correct(
        session,
        rows["Ông Đỗ Văn Dũng"].id,
        correction="Năm sinh 1986 sửa thành 1988, theo đề nghị của người được khen",
    )
    register.revoke(
        session, rows["Ông Lý A Sủng"].id, reason="Quyết định số 12/QĐ-UBND ngày 20/02/2026"
    )
    return session


def _issue(session: Session) -> None:
    decisions.draft(session, council.sessions(session, ROUND)[0].id)
    drafts = [one for one in decisions.listing(session, ROUND) if one.state == "draft"]
    decisions.decide(session, [drafts[0].id], number="131/QĐ-UBND", day="2026-12-10")


_EARLIER: dict[tuple[str, str, str], tuple[tuple[str, str, str], ...]] = {
    ("74/QĐ-UBND", "2026-07-15", "Khen đột xuất"): (
        ("Công an xã Minh Họa", "collective", "Đột xuất: phối hợp triệt phá đường dây lừa đảo"),
        ("Ông Phan Văn Ấn", "individual", "Đột xuất: cứu người bị nạn tại suối Nà Sọc"),
    ),
    ("118/QĐ-UBND", "2025-12-18", "Khen thưởng hằng năm 2025"): (
        ("Tổ CNSCĐ Thôn 1", "collective", "Chuyển đổi số năm 2025"),
        ("Trạm Y tế xã", "collective", "Chuyển đổi số năm 2025"),
        ("Bà Ma Thị Ánh", "individual", "Chuyển đổi số năm 2025"),
        ("Ông Đỗ Văn Dũng", "individual", "Chuyển đổi số năm 2025"),
        ("Ông Lý A Sủng", "individual", "Chuyển đổi số năm 2025"),
        ("Bà Hoàng Thị Ơn", "individual", "Chuyển đổi số năm 2025"),
    ),
    ("96/QĐ-UBND", "2025-10-10", "Đợt 1 năm 2025"): (
        ("Trường Tiểu học Minh Họa", "collective", "Chuyển đổi số, đợt 1 năm 2025"),
        ("Ông Nguyễn Văn Đức", "individual", "Chuyển đổi số, đợt 1 năm 2025"),
        ("Bà Trần Thị Ánh", "individual", "Chuyển đổi số, đợt 1 năm 2025"),
        ("Bà Nguyễn Thị Hạ", "individual", "Chuyển đổi số, đợt 1 năm 2025"),
    ),
}


def _earlier_years(session: Session) -> None:
    """Enter what earlier years decided, as an office has it that has used the program since."""
    signer = Signer(code="chair", form=("CHỦ TỊCH",), name="Nguyễn Văn Bình")
    money = {"individual": 702_000, "collective": 1_404_000}
    with session.store.transaction("Các năm trước", actor="can-bo", undoable=False) as writing:
        for (number, day, name), people in _EARLIER.items():
            year = int(day[:4])
            round_ = Round(id=f"r-{number}", movement_id="movement", name=name, year=year)
            writing.put(round_)
            decision = Decision(
                id=f"d-{number}",
                round_id=round_.id,
                number=number,
                date=day,
                state="issued",
                signer=signer,
            )
            writing.put(decision)
            for ordinal, (who, kind, achievement) in enumerate(people, start=1):
                writing.put(
                    Award(
                        id=f"a-{number}-{ordinal}",
                        decision_id=decision.id,
                        movement_id="movement",
                        ordinal=ordinal,
                        kind=kind,  # type: ignore[arg-type]
                        name=who,
                        achievement=achievement,
                        money=money[kind],
                        decision_number=number,
                        decision_date=day,
                    )
                )


# -- keeping -------------------------------------------------------------------------------------


class Archive:
    """Makes each state once and hands out copies, so that no scene sees another's changes."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._made: dict[str, Path] = {}
        self._copies = 0

    def copy(self, make: Callable[[Path], Path]) -> Path:
        """Return a copy of the data file that ``make`` makes."""
        name = make.__name__
        if name not in self._made:
            here = self._folder / name
            here.mkdir()
            self._made[name] = make(here)
        made = self._made[name]
        self._copies += 1
        target = self._folder / f"{self._copies:03d}"
        shutil.copytree(made.parent, target)
        return target / made.name

    def folder(self, name: str) -> Path:
        """Return an empty folder."""
        self._copies += 1
        made = self._folder / f"{self._copies:03d}-{name}"
        made.mkdir()
        return made
