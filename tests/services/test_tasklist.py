"""Việc cần làm: every task follows from the data, every date from a setting, a rule or nothing."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from tests.builders import HANOI, a_session, the_movement, the_round
from thiduaqt.domain.due import Due
from thiduaqt.domain.plan import Source
from thiduaqt.domain.records import ImportLog, Nomination, Unit, WaitingRow
from thiduaqt.services import (
    certificates,
    council,
    decisions,
    nominating,
    nominations,
    output,
    register,
    registers,
    rounds,
    safety,
    sample,
    setup,
    sharing,
    tasklist,
    units,
)
from thiduaqt.services.editing import BadValue
from thiduaqt.services.season_facts import gather
from thiduaqt.services.season_line import Step, place_of
from thiduaqt.services.session import Session, open_session
from thiduaqt.services.task import Task, names_of
from thiduaqt.services.tasklist import Overview

TODAY = date(2026, 11, 20)


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    made = a_session(tmp_path)
    yield made
    made.close()


@pytest.fixture(scope="module")
def seasons(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Return the sample season at four moments, each as a file of its own."""
    folder = tmp_path_factory.mktemp("season")
    season = sample.start(folder / "mua.tdqdb")
    sample.enter_registers(season)
    sample.take_in(season, sample.write_lists(season, folder / "lists"))
    found = {}

    def keep(name: str) -> None:
        found[name] = folder / f"{name}.tdqdb"
        shutil.copyfile(season.session.path, found[name])

    keep("listed")
    sample.fill_dossiers(season)
    keep("checked")
    sample.hold_council(season)
    keep("chosen")
    sample.decide(season)
    keep("decided")
    season.session.close()
    return found


def at(path: Path, day: date = TODAY) -> Session:
    """Return a session on a copy of a file, on another day."""
    moment = datetime(day.year, day.month, day.day, 9, 0, tzinfo=HANOI)
    copy = path.with_name(f"{path.stem}-{moment:%Y%m%d}-{len(list(path.parent.iterdir()))}.tdqdb")
    shutil.copyfile(path, copy)
    return open_session(copy, actor="can-bo", clock=lambda: moment)


def seen(session: Session) -> Overview:
    return tasklist.overview(session, the_round(session).id)


def task(session: Session, key: str) -> Task:
    found = [one for one in seen(session).tasks if one.key == key]
    assert len(found) == 1, [one.key for one in seen(session).tasks]
    return found[0]


# -- dates ---------------------------------------------------------------------------------------


def test_without_an_award_day_nobody_invents_a_date(session: Session) -> None:
    shown = seen(session)
    assert [step.due for step in shown.line.steps[1:]] == [None] * 6
    assert {step.when for step in shown.line.steps[1:]} == {"chưa đặt ngày"}
    assert all(not one.due.suggested for one in shown.tasks if one.due)
    assert [one.due for one in shown.tasks if one.state in ("todo", "waiting")] == [None] * 6


def test_dates_are_counted_back_from_the_award_day(session: Session) -> None:
    rounds.set_dates(session, the_round(session).id, deadline="", award_day="18/12/2026")
    when = {step.key: step.due for step in seen(session).line.steps}
    expected = {"call": -45, "collect": -30, "council": -14, "decide": -10, "report": 10}
    award_day = date(2026, 12, 18)
    for key, days in expected.items():
        due = when[key]  # type: ignore[index]  # a step key
        assert due is not None
        assert due.when.day == award_day + timedelta(days=days)
        assert due.suggested
        assert due.source.text.startswith("Gợi ý của phần mềm")
    assert when["award"] is not None
    assert not when["award"].suggested
    assert task(session, "print").due == Due(
        value="2026-12-13", source=session.rulebook().season_steps()[5].source
    )


def test_what_the_office_sets_goes_before_what_we_suggest(session: Session) -> None:
    rounds.set_dates(session, the_round(session).id, deadline="25/11/2026", award_day="18/12/2026")
    collect = seen(session).line.steps[2]
    assert (collect.when, collect.due and collect.due.suggested) == ("25/11/2026", False)


def test_a_day_known_to_the_month_suggests_nothing(session: Session) -> None:
    rounds.set_dates(session, the_round(session).id, deadline="", award_day="12/2026")
    steps = seen(session).line.steps
    assert [step.when for step in steps] == [
        "27/03/2026",
        *["chưa đặt ngày"] * 4,
        "tháng 12/2026",
        "chưa đặt ngày",
    ]


def test_dates_that_cannot_be_are_refused(session: Session) -> None:
    around = the_round(session)
    with pytest.raises(BadValue, match="sau ngày trao"):
        rounds.set_dates(session, around.id, deadline="19/12/2026", award_day="18/12/2026")
    with pytest.raises(BadValue, match="không phải một ngày"):
        rounds.set_dates(session, around.id, deadline="31/11/2026", award_day="")
    assert the_round(session) == around


def test_time_words_count_down_and_past(seasons: dict[str, Path]) -> None:
    for day, words in (
        (date(2026, 11, 20), "Còn 5 ngày"),
        (date(2026, 11, 25), "Hôm nay"),
        (date(2026, 11, 28), "Quá hạn 3 ngày"),
    ):
        session = at(seasons["checked"], day)
        rounds.set_dates(session, the_round(session).id, deadline="25/11/2026", award_day="")
        found = task(session, "missing")
        assert found.time_words(day) == words
        assert found.date_words() == "hạn 25/11/2026"
        session.close()


def test_later_rounds_and_limits_keep_their_own_words(session: Session) -> None:
    coming = {one.key: one for one in seen(session).later if one.state == "later"}
    assert coming["round/interim"].date_words() == "trong năm 2027"
    assert coming["round/interim"].waits_for == "theo kế hoạch: mục IV.3 điểm b, IV.4 điểm b"
    assert coming["round/final"].date_words() == "trong năm 2030"
    assert coming["limit/year_end"].date_words() == "trước 10/12/2026"
    assert coming["limit/year_end"].waits_for.startswith("theo quy định: QĐ 86/2025/QĐ-UBND")
    assert not any(one.button for one in coming.values())
    days = [one.due.first_day for one in coming.values() if one.due]
    assert days == sorted(days)


# -- tasks ---------------------------------------------------------------------------------------


def test_a_new_office_is_asked_for_its_units_first(session: Session) -> None:
    shown = seen(session)
    assert [(one.key, one.screen) for one in shown.now] == [("units", "units")]
    waits = {one.key: one.waits_for for one in shown.later if one.state == "waiting"}
    assert waits == {
        "council": "chờ hồ sơ đủ điều kiện",
        "decision": "chờ kết quả họp Hội đồng",
        "print": "chờ ban hành quyết định",
        "hand_over": "chờ ban hành quyết định",
        "send": "chờ ban hành quyết định",
    }
    assert not shown.done


def test_units_without_nominations_are_named(session: Session) -> None:
    names = [f"Thôn {number}" for number in range(1, 7)]
    registers.add(session, "unit", [{"name": name} for name in names])
    assert task(session, "lists").button == "Nhập danh sách"
    nominating.add(session, the_round(session).id, [{"name": "Ông Vi Văn Tới", "unit": "Thôn 2"}])
    found = task(session, "lists")
    assert found.title == "5 đơn vị chưa có hồ sơ đề nghị"
    assert found.detail == "Thôn 1, Thôn 3, Thôn 4 và 2 tên khác · đã có hồ sơ của 1/6 đơn vị"
    assert (found.screen, dict(found.filters)) == ("units", {"state": "silent"})


def test_whoever_is_proposed_speaks_for_the_unit(session: Session) -> None:
    registers.add(session, "unit", [{"name": f"Thôn {n}"} for n in (1, 2, 3)])
    around = the_round(session).id
    nominating.add(session, around, [{"name": "Ông Vi Văn Tới", "unit": "Thôn 1"}])
    one = session.store.all(Nomination)[0]
    home, other = (registers.find_unit(session, f"Thôn {n}") for n in (1, 2))
    assert home is not None
    assert other is not None
    with session.store.transaction("Đổi nơi đề nghị", actor="can-bo") as writing:
        writing.put(replace(one, proposer_id=other.id))
    names = [line.name for line in units.listing(session, around) if line.silent]
    assert names == list(gather(session, around).lists.silent) == ["Thôn 3"]
    with session.store.transaction("Rút", actor="can-bo") as writing:
        writing.put(replace(one, state="withdrawn"))
    assert len(gather(session, around).lists.silent) == 3


def test_units_that_are_closed_or_above_us_are_not_asked(session: Session) -> None:
    with session.store.transaction("Thêm", actor="can-bo") as writing:
        writing.put(Unit(id="u1", kind="upper", name="Sở Nội vụ"))
        writing.put(Unit(id="u2", kind="village", name="Thôn cũ", active=False))
        writing.put(Unit(id="u3", kind="village", name="Thôn 3"))
    assert gather(session, the_round(session).id).lists.units == ("Thôn 3",)


def test_dossiers_are_grouped_by_what_they_need(seasons: dict[str, Path]) -> None:
    listed = at(seasons["listed"])
    found = task(listed, "review")
    assert found.title == "33 hồ sơ chưa kiểm tra"
    assert dict(found.filters) == {"state": "unchecked"}
    checked = at(seasons["checked"])
    rows = nominations.listing(checked, the_round(checked).id)
    counts = nominations.state_counts(rows)
    missing, blocked = task(checked, "missing"), task(checked, "blocked")
    assert missing.title == f"{counts['missing']} hồ sơ còn thiếu"
    assert missing.detail == "Văn bản đề nghị của đơn vị, kèm danh sách 2"
    assert (blocked.title, blocked.detail) == ("1 hồ sơ không đủ điều kiện", "Ông Chu Văn Lực")
    assert [one.key for one in seen(checked).now] == ["lists", "missing", "blocked", "backup"]


def test_the_council_waits_for_the_dossiers_unless_its_day_is_near(
    seasons: dict[str, Path],
) -> None:
    session = at(seasons["checked"])
    assert task(session, "council").detail == "30 hồ sơ đủ điều kiện"
    assert not task(session, "council").now
    assert task(session, "council").button
    rounds.set_dates(session, the_round(session).id, deadline="", award_day="11/12/2026")
    assert task(session, "council").time_words(TODAY) == "Còn 7 ngày"
    assert task(session, "council").now


def test_a_session_is_followed_to_its_result(seasons: dict[str, Path]) -> None:
    session = at(seasons["checked"])
    around = the_round(session).id
    sitting = council.open_session(session, around, held_on="04/12/2026").session
    assert task(session, "council").detail == "chưa đưa hồ sơ nào vào phiên họp"
    rows = nominations.listing(session, around)
    council.send_to_session(session, sitting.id, [row.id for row in rows], only_ready=True)
    assert task(session, "council").detail == "đã gõ phiếu của 0/30 hồ sơ"
    assert task(session, "council").due == Due(
        value="2026-12-04", source=Source(tag="plan", text="Đơn vị đặt cho đợt này")
    )
    assert task(session, "lists").state == "done"
    council.all_present(session, sitting.id)
    council.set_ballots(session, sitting.id, issued=9, returned=9, valid=9)
    votes = {row.id: (8, None, None) for row in council.results(session, sitting.id).rows}
    council.enter_many(session, sitting.id, votes)  # type: ignore[arg-type]  # all entered
    assert task(session, "council").title == "Chốt kết quả phiên họp"


def test_a_decision_waits_for_its_number_then_for_its_issue(seasons: dict[str, Path]) -> None:
    session = at(seasons["chosen"])
    draft = decisions.listing(session)[0].id
    found = task(session, "decision")
    assert (found.detail, found.now) == ("chờ văn thư cấp số và ngày", True)
    assert dict(found.filters) == {"decision_id": draft}
    assert task(session, "print").waits_for == "chờ số quyết định"
    decisions.edit(session, draft, number="131", day="10/12/2026")
    assert task(session, "decision").title == "Ban hành quyết định 131/QĐ-UBND"
    assert [step.stage for step in seen(session).line.steps][3:5] == ["done", "current"]


def test_chosen_people_without_a_draft_are_a_task(seasons: dict[str, Path]) -> None:
    session = at(seasons["chosen"])
    draft = decisions.listing(session)[0]
    with session.store.transaction("Bỏ dự thảo", actor="can-bo") as writing:
        writing.remove(draft)
    found = task(session, "decision")
    assert (found.title, found.detail) == (
        "Lập dự thảo quyết định",
        "7 trường hợp được Hội đồng chọn",
    )


def test_after_the_decision_everything_completes_itself(
    seasons: dict[str, Path], tmp_path: Path
) -> None:
    session = at(seasons["decided"], date(2026, 12, 10))
    decision = decisions.listing(session)[0].id
    assert task(session, "papers").title == "4 văn bản chưa tạo"
    output.make_papers(session, decision, tmp_path / "van-ban", output.DECISION_KINDS)
    assert not [one for one in seen(session).tasks if one.key == "papers"]
    awards = [row.id for row in register.listing(session, decision)]
    assert task(session, "print").title == "7 giấy khen chưa in"
    certificates.log_prints(
        session, [certificates.Printed(award_id=awards[0])], printer="Máy in", mode="full"
    )
    assert task(session, "print").detail == "đã in 1/7"
    spoilt = certificates.Printed(award_id=awards[0], outcome="spoilt", reason="kẹt giấy")
    later = at(session.path, date(2026, 12, 11))
    certificates.log_prints(later, [spoilt], printer="Máy in", mode="full")
    assert task(later, "print").detail == "đã in 0/7"
    printed = [certificates.Printed(award_id=award) for award in awards]
    last = at(later.path, date(2026, 12, 12))
    certificates.log_prints(last, printed, printer="Máy in", mode="full")
    assert task(last, "print").state == "done"
    for award in awards:
        register.hand_over(last, award, day="18/12/2026", receiver="Đơn vị")
    assert task(last, "hand_over").state == "done"
    assert [step.stage for step in seen(last).line.steps][-2:] == ["done", "current"]
    _send(last, tmp_path)
    assert task(last, "send").state == "done"
    assert {step.stage for step in seen(last).line.steps} == {"done"}
    assert {one.key for one in seen(last).now} == {"papers", "backup"}
    assert task(last, "papers").detail.startswith("Sổ khen thưởng:"), "it tells who got theirs"


def _send(session: Session, folder: Path) -> None:
    sharing.export_bundle(
        session,
        purpose="results",
        movement_id=the_movement(session).id,
        round_id=the_round(session).id,
        recipient_name="Sở Nội vụ",
        path=folder / "goi.tdq",
    )


def test_results_can_be_sent_before_all_is_handed_over(
    seasons: dict[str, Path], tmp_path: Path
) -> None:
    session = at(seasons["decided"], date(2026, 12, 12))
    before = {step.key: step.stage for step in seen(session).line.steps}
    assert (before["award"], before["report"]) == ("current", "later")
    _send(session, tmp_path)
    assert task(session, "send").state == "done"
    after = {step.key: step.stage for step in seen(session).line.steps}
    assert (after["award"], after["report"]) == ("current", "done")
    assert {after[key] for key in ("launch", "call", "collect", "council", "decide")} == {"done"}


def test_a_decision_after_the_bundle_asks_for_another(
    seasons: dict[str, Path], tmp_path: Path
) -> None:
    session = at(seasons["decided"], date(2026, 12, 20))
    _send(session, tmp_path)
    assert task(session, "send").state == "done"
    decision = decisions.listing(session)[0].id
    decisions.reopen(session, decision, "Sai tên")
    decisions.issue(session, decision)
    assert task(session, "send").state == "todo"


def test_papers_older_than_the_data_are_named(seasons: dict[str, Path], tmp_path: Path) -> None:
    session = at(seasons["chosen"])
    draft = decisions.listing(session)[0].id
    output.make_papers(session, draft, tmp_path / "van-ban", ("submission", "decision"))
    assert not [one for one in seen(session).tasks if one.key == "papers"]
    decisions.edit(session, draft, number="131", day="10/12/2026")
    found = task(session, "papers")
    assert found.title.endswith("văn bản cũ hơn dữ liệu")
    assert "Quyết định" in found.detail
    assert found.button == "Tạo lại"


def test_rows_that_could_not_be_taken_in_stay_a_task(session: Session) -> None:
    around = the_round(session).id
    other = next(
        one.id for one in setup.rounds(session, the_movement(session).id) if one.id != around
    )
    with session.store.transaction("Nhập", actor="can-bo") as writing:
        writing.put(ImportLog(id="i1", round_id=around))
        writing.put(ImportLog(id="i2", round_id=other))
        writing.put(WaitingRow(id="w1", import_id="i1", row=4))
        writing.put(WaitingRow(id="w2", import_id="i1", row=5, done=True))
        writing.put(WaitingRow(id="w3", import_id="i2", row=6))
    found = task(session, "waiting_rows")
    assert found.title == "1 dòng trong danh sách chưa nhập được"
    assert (found.screen, dict(found.filters)) == ("intake", {"waiting": "1"})


def test_an_old_backup_is_told_by_its_age(seasons: dict[str, Path]) -> None:
    first = at(seasons["checked"])
    assert task(first, "backup").title == "Chưa có bản sao lưu nào"
    safety.backup(first)
    assert not [one for one in seen(first).tasks if one.key == "backup"]
    for days, told in ((7, False), (8, True), (30, True)):
        moment = datetime(2026, 11, 20, 9, 0, tzinfo=HANOI) + timedelta(days=days)
        later = open_session(first.path, read_only=True, clock=lambda moment=moment: moment)  # type: ignore[misc]
        found = [one.title for one in seen(later).tasks if one.key == "backup"]
        assert found == ([f"{days} ngày chưa sao lưu"] if told else [])
        later.close()


def test_a_withdrawn_nomination_asks_for_nothing(session: Session) -> None:
    around = the_round(session).id
    nominating.add(session, around, [{"name": "Ông Vi Văn Tới"}])
    one = session.store.all(Nomination)[0]
    with session.store.transaction("Rút", actor="can-bo") as writing:
        writing.put(replace(one, state="withdrawn"))
    assert not gather(session, around).rows


def test_a_round_whose_year_is_over_says_so(session: Session) -> None:
    assert not seen(session).past
    setup.add_round(session, the_movement(session).id, "yearly", 2025)
    old = setup.rounds(session, the_movement(session).id)[0]
    assert tasklist.overview(session, old.id).past


def test_recent_decisions_and_quotas_stand_beside(seasons: dict[str, Path]) -> None:
    shown = seen(at(seasons["decided"]))
    assert [(one.title, one.day, one.awards) for one in shown.recent] == [
        ("Quyết định 131/QĐ-UBND", "10/12/2026", 7)
    ]
    limits = {state.kind: state.limit for state in shown.quotas}
    assert limits == {"collective": 2, "individual": 5, "household": None}
    assert shown.quota_source == "Kế hoạch, mục IV.4 điểm a"


# -- the line ------------------------------------------------------------------------------------


def _steps(*values: str, done: int = 0) -> tuple[Step, ...]:
    keys = ("launch", "call", "collect", "council", "decide", "award", "report")
    return tuple(
        Step(
            key=keys[place],  # type: ignore[arg-type]
            title="",
            due=Due(value=value) if value else None,
            stage="done" if place < done else "current" if place == done else "later",
        )
        for place, value in enumerate(values)
    )


@pytest.mark.parametrize(
    ("steps", "place"),
    [
        (_steps("2026-11-10", "2026-11-30"), 0.5),
        (_steps("2026-11-10", "", "2026-11-30"), 1.0),
        (_steps("2026-11-20", "2026-11-30"), 0.0),
        (_steps("2026-12-10", "2026-12-30"), 0.0),
        (_steps("", "2026-12-10", done=1), 0.5),
        (_steps("2026-01-01", "2026-02-01", "2026-03-01"), 2.0),
        (_steps("2026-01-01", "2026-02-01", ""), 1.5),
        (_steps("", "", "", done=2), 1.5),
        (_steps("2026", "2027", "", done=1), 0.5),
    ],
)
def test_today_stands_between_the_exact_dates(steps: tuple[Step, ...], place: float) -> None:
    assert place_of(TODAY, steps) == pytest.approx(place)


def test_day_and_name_words() -> None:
    assert tasklist.day_words(TODAY) == "Thứ Sáu, 20/11/2026"
    assert tasklist.day_words(date(2026, 11, 22)) == "Chủ Nhật, 22/11/2026"
    assert tasklist.day_words(date(2026, 11, 23)) == "Thứ Hai, 23/11/2026"
    assert names_of(["A", "B", "C"]) == "A, B, C"
    assert names_of(["A", "B", "C", "D"]) == "A, B, C và 1 tên khác"
