"""The line of a movement: bounds in whole years, spans as wide as a date is vague."""

from datetime import date

from thiduaqt.domain.plan import Deadline, Milestone, MovementPlan, Phase, PlannedRound, Source
from thiduaqt.domain.plan_timeline import Time, line_of

TODAY = date(2026, 11, 20)


def rules(**values: object) -> MovementPlan:
    given: dict[str, object] = {"code": "x", "title": "X", "short_name": "X"}
    return MovementPlan(**{**given, **values})  # type: ignore[arg-type]


def test_the_line_spans_whole_years_around_all_dates() -> None:
    line = line_of(rules(period_start="2026-03-27", period_end="2030-12"), TODAY)
    assert (line.first, line.last) == (date(2026, 1, 1), date(2030, 12, 31))
    assert line.place(date(2026, 1, 1)) == 0
    assert line.place(date(2031, 5, 1)) == 1
    assert 0.17 < line.place(TODAY) < 0.18


def test_without_any_date_the_year_of_today_is_shown() -> None:
    line = line_of(rules(period_event="Đại hội Đảng bộ tỉnh"), TODAY)
    assert (line.first, line.last) == (date(2026, 1, 1), date(2026, 12, 31))
    assert line.event == "Đại hội Đảng bộ tỉnh"
    assert line.marks == ()


def test_vague_dates_are_as_wide_as_they_are_vague() -> None:
    milestones = tuple(
        Milestone(code=value, name=value, when=Deadline(value=value))
        for value in ("2027-03-05", "2027-05", "2027-Q3", "2028")
    )
    line = line_of(rules(milestones=milestones), TODAY)
    spans = {mark.title: mark.times for mark in line.marks}
    assert spans["2027-03-05"] == (Time(first=date(2027, 3, 5), last=date(2027, 3, 5)),)
    assert spans["2027-05"] == (Time(first=date(2027, 5, 1), last=date(2027, 5, 31)),)
    assert spans["2027-Q3"] == (Time(first=date(2027, 7, 1), last=date(2027, 9, 30)),)
    assert spans["2028"] == (Time(first=date(2028, 1, 1), last=date(2028, 12, 31)),)


def test_before_a_day_means_the_day_before() -> None:
    item = Milestone(code="m", name="Báo cáo", when=Deadline(value="2026-12-31", exclusive=True))
    (mark,) = line_of(rules(milestones=(item,)), TODAY).marks
    assert mark.times == (Time(first=date(2026, 12, 30), last=date(2026, 12, 30)),)
    assert mark.when == "trước 31/12/2026"


def test_what_recurs_stands_in_every_year() -> None:
    item = Milestone(
        code="m",
        name="Báo cáo năm",
        when=Deadline(value="2026-11-15", recurring=True, wording="trước ngày 15/11 hằng năm"),
    )
    line = line_of(rules(period_start="2026", period_end="2028", milestones=(item,)), TODAY)
    (mark,) = line.marks
    assert [time.first.year for time in mark.times] == [2026, 2027, 2028]
    assert mark.recurring
    assert mark.when == "trước ngày 15/11 hằng năm"


def test_what_recurs_without_a_first_day_has_no_place() -> None:
    yearly = PlannedRound(
        kind="yearly", name="Hằng năm", when=Deadline(wording="hằng năm", recurring=True)
    )
    line = line_of(rules(rounds=(yearly,)), TODAY)
    assert line.marks == ()
    assert [mark.when for mark in line.undated] == ["hằng năm"]


def test_relative_dates_need_their_day() -> None:
    item = Milestone(code="m", name="Họp", when=Deadline(anchor="award_day", offset=-14))
    plan = rules(milestones=(item,))
    assert [mark.key for mark in line_of(plan, TODAY).undated] == ["milestones/0"]
    (mark,) = line_of(plan, TODAY, {"award_day": "2026-12-18"}).marks
    assert mark.times[0].first == date(2026, 12, 4)


def test_phases_and_sprints() -> None:
    phases = (
        Phase(code="2", name="Hai", start="2027", end="2030"),
        Phase(code="1", name="Một", start="2026", end="2027", source=Source(tag="suggestion")),
        Phase(code="s", name="60 ngày đêm", kind="sprint", start="2026-05-01", end="2026-06-30"),
        Phase(code="o", name="Mở", start="2029"),
        Phase(code="n", name="Chưa biết"),
    )
    line = line_of(rules(phases=phases), TODAY)
    assert [mark.title for mark in line.marks] == ["Một", "Hai", "Mở", "60 ngày đêm"]
    by_title = {mark.title: mark for mark in line.marks}
    assert by_title["Một"].times == (Time(first=date(2026, 1, 1), last=date(2027, 12, 31)),)
    assert by_title["Một"].suggested
    assert by_title["Mở"].open_end
    assert by_title["Mở"].times[0].last == date(2030, 12, 31)
    assert by_title["60 ngày đêm"].lane == "sprint"
    assert by_title["Hai"].when == "2027 – 2030"
    assert [mark.key for mark in line.undated] == ["phases/4"]


def test_a_period_of_centuries_is_cut() -> None:
    line = line_of(rules(period_start="1990", period_end="2190"), TODAY)
    assert line.last.year - line.first.year == 40


def test_a_phase_that_ends_before_it_begins_is_still_shown() -> None:
    (mark,) = line_of(
        rules(phases=(Phase(code="x", name="X", start="2028", end="2027"),)), TODAY
    ).marks
    assert mark.times[0].first <= mark.times[0].last


def test_one_year_of_the_line() -> None:
    report = Milestone(code="m", name="Báo cáo", when=Deadline(value="2026-11-15", recurring=True))
    phase = Phase(code="1", name="Một", start="2026", end="2027")
    later = Phase(code="2", name="Hai", start="2028", end="2030")
    whole = line_of(rules(phases=(phase, later), milestones=(report,)), TODAY)
    line = whole.in_year(2027)
    assert (line.first, line.last) == (date(2027, 1, 1), date(2027, 12, 31))
    assert [mark.title for mark in line.marks] == ["Một", "Báo cáo"]
    assert [time.first for time in line.marks[1].times] == [date(2027, 11, 15)]
    assert line.place(date(2026, 5, 1)) == 0
