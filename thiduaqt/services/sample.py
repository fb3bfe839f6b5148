"""The sample season: an invented office, invented people, every step done as an officer does it."""

from __future__ import annotations

import shutil
import tomllib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any

from thiduaqt import paths
from thiduaqt.documents import make
from thiduaqt.documents.files import write_document
from thiduaqt.domain.errors import UserError
from thiduaqt.domain.papers import Letterhead, ListColumn, SheetPaper, SigningBlock
from thiduaqt.domain.records import Check, Nomination, Round, Signer
from thiduaqt.services import (
    council,
    decisions,
    intake,
    nominations,
    registers,
    rounds,
    setup,
)
from thiduaqt.services.papers import STANDING_SIGNER
from thiduaqt.services.session import Session, create_session

PACK = "cao_minh_2026"
YEAR = 2026
FILE_NAME = "minh-hoa.tdqdb"
_HANOI = timezone(timedelta(hours=7))
# The sample happens on fixed days, so that it is the same on every machine and every day.
_START = datetime(2026, 11, 20, 8, 0, tzinfo=_HANOI)


@dataclass(slots=True)
class Season:
    """A sample season under way: its session, the facts it is made of, what came of each step."""

    session: Session
    facts: Mapping[str, Any]
    steps: dict[str, Any] = field(default_factory=dict)
    refusals: list[str] = field(default_factory=list)
    tie: str = ""
    decision_id: str = ""

    @property
    def round(self) -> Round:
        """The yearly round."""
        movement = setup.movements(self.session)[0]
        rounds = setup.rounds(self.session, movement.id)
        return next(item for item in rounds if item.kind == "yearly")


def facts() -> Mapping[str, Any]:
    """Return the invented facts that ship with the program."""
    with (paths.resources() / "sample" / "minh_hoa.toml").open("rb") as file:
        return tomllib.load(file)


def ticking_clock() -> Callable[[], datetime]:
    """Return a clock that starts on the sample's day and moves a second at each look."""
    looks = iter(range(10**9))
    return lambda: _START + timedelta(seconds=next(looks))


def start(data: Path) -> Season:
    """Create the data file and do the first set-up. Raises StoreError where the name is taken."""
    session = create_session(data, actor="can-bo-mau", clock=ticking_clock())
    told = facts()
    answers = setup.default_answers(setup.SAMPLE_COMMUNE, year=YEAR, pack_code=PACK)
    signers = (
        Signer(code=setup.CHAIR, form=setup.SIGNING_FORMS[setup.CHAIR], name=told["chair"]),
        Signer(code=setup.DEPUTY, form=setup.SIGNING_FORMS[setup.DEPUTY], name=told["deputy"]),
        Signer(code=STANDING_SIGNER, form=("TRƯỞNG PHÒNG",), name=told["standing_head"]),
    )
    setup.set_up(session, replace(answers, signers=signers, sample=True))
    season = Season(session=session, facts=told)
    rounds.set_dates(
        session, season.round.id, deadline=told["deadline"], award_day=told["award_day"]
    )
    return season


def prepare(folder: Path) -> Session:
    """Make the sample up to checked dossiers anew in ``folder``, and return its session.

    What is in ``folder`` from an earlier time is thrown away. Raises StoreError.
    """
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True, exist_ok=True)
    season = start(folder / FILE_NAME)
    enter_registers(season)
    take_in(season, write_lists(season, folder / "danh-sach"))
    fill_dossiers(season)
    return season.session


def enter_registers(season: Season) -> None:
    """Enter units, digital teams and the council."""
    session = season.session
    registers.add(session, "unit", [{"name": name} for name in season.facts["units"]])
    teams = []
    for team in season.facts["teams"]:
        unit = registers.find_unit(session, team["unit"])
        teams.append(
            {"name": team["name"], "head": team["head"], "unit_id": unit.id if unit else None}
        )
    registers.add(session, "team", teams)
    members = [
        {
            "name": f"{member['honorific']} {member['name']}",
            "post": member["post"],
            "role": member["role"],
        }
        for member in season.facts["council"]
    ]
    council.add_members(session, members)
    season.steps["units"] = len(season.facts["units"])
    season.steps["teams"] = len(teams)
    season.steps["council_members"] = len(members)


def write_lists(season: Season, folder: Path) -> list[Path]:
    """Write the lists as the units send them, each in a layout of its own."""
    written = []
    for told in season.facts["lists"]:
        path = folder / told["file"]
        headings = season.facts["headings"][told["layout"]]
        write_document(path, make.make_sheet(_list_paper(told, headings)), None)
        written.append(path)
    return written


def _list_paper(told: Mapping[str, Any], headings: Sequence[str]) -> SheetPaper:
    return SheetPaper(
        letterhead=Letterhead(issuer_lines=(told["sender"].upper(),), place="Minh Họa"),
        title="DANH SÁCH ĐỀ NGHỊ KHEN THƯỞNG",
        subtitle=f"Năm {YEAR}",
        columns=tuple(ListColumn(title=title) for title in headings),
        rows=tuple(
            (
                str(number),
                row["name"],
                row["birth"],
                row["post"],
                row["unit"],
                row["achievement"],
            )
            for number, row in enumerate(told["rows"], start=1)
        ),
        footer=(f"Cộng: {len(told['rows'])} trường hợp",),
        signing=(SigningBlock(form=("NGƯỜI LẬP",), name=""),),
    )


def take_in(season: Season, lists: Sequence[Path]) -> None:
    """Import the lists, then the first one again: nothing new, nothing changed."""
    totals: dict[str, int] = {}
    for path in lists:
        shown = intake.preview(season.session, path, season.round.id)
        counts = intake.commit(season.session, shown).counts
        for outcome, number in counts.items():
            totals[outcome] = totals.get(outcome, 0) + number
    again = intake.preview(season.session, lists[0], season.round.id).counts
    season.steps["imported"] = totals
    season.steps["imported_again"] = dict(again)
    season.steps["nominations"] = season.session.store.count(Nomination, round_id=season.round.id)


def fill_dossiers(season: Season) -> None:
    """Tick criteria and papers as the officer does; some dossiers stay incomplete on purpose."""
    session = season.session
    plan = setup.movements(session)[0].definition
    told = {row["name"]: row for listed in season.facts["lists"] for row in listed["rows"]}
    papers = tuple(paper.code for paper in plan.papers) if plan else ()
    wanted = next((paper.code for paper in plan.papers if paper.required), "") if plan else ""
    with session.store.transaction("Đánh dấu tiêu chí và giấy tờ", actor=session.actor) as tx:
        for row in nominations.listing(session, season.round.id):
            nomination = tx.get(Nomination, row.id)
            group = plan.group(nomination.subject_group) if plan else None
            codes = [item.code for item in group.criteria] if group else []
            short = told[row.display].get("missing_paper")
            held = tuple(code for code in papers if not (short and code == wanted))
            checks = tuple(Check(code=code, state="met") for code in codes)
            tx.put(replace(nomination, checks=checks, papers=held))
    for row in nominations.listing(session, season.round.id):
        if told[row.display].get("flag"):
            nomination = session.store.get(Nomination, row.id)
            registers.add_flag(
                session,
                person_id=nomination.person_id,
                kind=told[row.display]["flag"],
                document="Đơn đề ngày 02/11/2026",
                opened="2026-11-03",
            )
    rows = nominations.listing(session, season.round.id)
    season.steps["checked"] = {
        state: number for state, number in nominations.state_counts(rows).items() if number
    }


def hold_council(season: Season, *, exceed_quota: str = "") -> None:
    """Hold the session: gate, ballots, tie, quota, lock.

    ``exceed_quota`` is the reason for choosing one individual more than the plan allows.
    """
    session = season.session
    rows = nominations.listing(session, season.round.id)
    opened = council.open_session(
        session,
        season.round.id,
        held_on=season.facts["held_on"],
        place=season.facts["place"],
        starts="08:00",
    )
    sitting = opened.session.id
    council.edit_session(
        session, sitting, {"ends": "10:30", "tellers": tuple(season.facts["tellers"])}
    )
    gate = council.send_to_session(session, sitting, [row.id for row in rows])
    season.refusals += [f"{item.name}: {item.sentence}" for item in gate.refused]
    gate = council.send_to_session(session, sitting, [row.id for row in rows], only_ready=True)
    season.steps["in_session"] = len(gate.sent)
    council.all_present(session, sitting)
    absent = set(season.facts["absent"])
    marks: dict[str, council.Presence] = {
        seat.member.id: "absent"
        for seat in council.results(session, sitting).seats
        if seat.member.full_name in absent
    }
    council.set_attendance(session, sitting, marks)
    present = len(season.facts["council"]) - len(absent)
    council.set_ballots(session, sitting, issued=present, returned=present, valid=present)
    votes = {
        row["name"]: row["votes"] for listed in season.facts["lists"] for row in listed["rows"]
    }
    state = council.results(session, sitting)
    council.enter_many(
        session,
        sitting,
        {row.id: (votes[row.name], None, None) for row in state.rows},
    )
    _choose(season, sitting, exceed_quota)
    council.lock(session, sitting)
    done = council.results(session, sitting)
    season.steps["passed"] = sum(len(group.passed) for group in done.groups)
    season.steps["chosen"] = len(done.chosen)
    decisions.draft(session, sitting)
    season.decision_id = decisions.listing(session, season.round.id)[0].id


def _choose(season: Season, sitting: str, exceed_quota: str) -> None:
    session = season.session
    for group in council.results(session, sitting).groups:
        if group.kind == "individual":
            season.tie = _tell_tie(group)
            council.choose_highest(session, sitting, group.key)
            _choose_one_more(season, sitting, group.key)
            if exceed_quota:
                council.set_over_quota_reason(session, sitting, exceed_quota)
                continue
            try:
                council.lock(session, sitting)
            except UserError as refused:
                season.refusals.append(refused.text)
        council.choose_highest(session, sitting, group.key)


def _choose_one_more(season: Season, sitting: str, key: str) -> None:
    """Choose, on top of those who fit, the next one by rate: one above what the plan allows."""
    group = council.results(season.session, sitting).group(key)
    chosen = [row.id for row in group.chosen]
    others = [row for row in group.passed if not row.chosen]
    following = max(others, key=lambda row: row.rate)
    council.choose_own(season.session, sitting, key, [*chosen, following.id])


def _tell_tie(group: council.GroupResult) -> str:
    tie = group.proposal.tie
    if tie is None:
        return ""
    named = {row.id: row.name for row in group.rows}
    equal = ", ".join(named[row_id] for row_id in tie.ids)
    taken = ", ".join(named[row_id] for row_id in tie.chosen)
    return f"{equal} bằng tỷ lệ; theo quy tắc ưu tiên: {taken}"


def decide(season: Season) -> None:
    """Issue the decision with the number and date the sample gives."""
    decisions.decide(
        season.session,
        [season.decision_id],
        number=season.facts["decision_number"],
        day=season.facts["decision_date"],
    )
