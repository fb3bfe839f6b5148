"""Several scorers of one nominee: the plan says whose word counts, differences are told."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from thiduaqt.domain.plan import Criterion, Scorer, SubjectGroup
from thiduaqt.domain.planning import ScoreEntry, ScoreSheet
from thiduaqt.domain.scoring.scorers import counted, counting_sheet, differences

D = Decimal
GROUP = SubjectGroup(
    code="G",
    name="Nhóm thử",
    kinds=("collective",),
    criteria=(
        Criterion(code="a", title="Kết quả", kind="points", points=D(80), not_applicable=True),
        Criterion(code="b", title="Nền nếp", kind="points", points=D(20)),
        Criterion(code="i", title="Chỉ số", kind="index", points=D(10), scorer="outside"),
    ),
)
BOTH = (Scorer(role="self"), Scorer(role="officer", counts=True))


def _sheet(scorer: str, *, sheet_id: str = "", day: str = "", **values: int) -> ScoreSheet:
    return ScoreSheet(
        id=sheet_id or scorer,
        scorer=scorer,  # type: ignore[arg-type]
        scored_on=day,
        subject_group="G",
        entries=tuple(ScoreEntry(code=code, value=D(value)) for code, value in values.items()),
    )


OWN, OFFICER = _sheet("self", a=80, b=20), _sheet("officer", a=70, b=20)


def test_the_scorer_the_plan_names_counts_and_nobody_in_his_place() -> None:
    group = replace(GROUP, scorers=BOTH)
    assert counting_sheet(group, [OWN, OFFICER]) is OFFICER
    assert counting_sheet(group, [OWN]) is None
    flipped = (Scorer(role="self", counts=True), Scorer(role="officer"))
    assert counting_sheet(replace(GROUP, scorers=flipped), [OWN, OFFICER]) is OWN


def test_where_the_plan_is_silent_the_nearest_to_the_decision_counts() -> None:
    council = _sheet("council", a=60)
    assert counting_sheet(GROUP, [OWN]) is OWN
    assert counting_sheet(GROUP, [OWN, OFFICER]) is OFFICER
    assert counting_sheet(GROUP, [OFFICER, council, OWN]) is council


def test_an_empty_sheet_does_not_count_and_the_latest_of_several_does() -> None:
    older = _sheet("officer", sheet_id="1", day="2026-11-01", a=1)
    newer = _sheet("officer", sheet_id="0", day="2026-11-05", a=2)
    empty = _sheet("officer", sheet_id="2", day="2026-11-09")
    assert counting_sheet(GROUP, [newer, older, empty]) is newer


def test_an_item_with_its_own_scorer_is_taken_from_there() -> None:
    outside = _sheet("outside", a=5, i=9)
    own_index = replace(OFFICER, entries=(*OFFICER.entries, ScoreEntry(code="i", value=D(1))))
    found = counted(replace(GROUP, scorers=BOTH), [own_index, outside])
    assert {entry.code: entry.value for entry in found.entries} == {"a": 70, "b": 20, "i": 9}
    alone = counted(replace(GROUP, scorers=BOTH), [own_index])
    assert "i" not in {entry.code for entry in alone.entries}


def test_differences_are_told_and_silence_is_none() -> None:
    silent = replace(OWN, entries=OWN.entries[:1])
    found = differences(GROUP, [silent, OFFICER])
    assert [(one.code, one.words) for one in found] == [
        ("a", "Kết quả: Tự chấm 80, Cán bộ xã chấm 70 (lệch 10)")
    ]
    left_out = replace(OWN, entries=(ScoreEntry(code="a", na=True),))
    assert differences(GROUP, [left_out, OFFICER])[0].words == (
        "Kết quả: Tự chấm không áp dụng, Cán bộ xã chấm 70"
    )
    assert differences(GROUP, [OFFICER, replace(OFFICER, id="x", scorer="council")]) == ()


def test_a_sheet_of_another_edition_is_told_and_left_out() -> None:
    old = replace(_sheet("outside", i=9), version=1)
    current = replace(GROUP, version=2)
    found = counted(current, [replace(OFFICER, version=2), old])
    assert {entry.code for entry in found.entries} == {"a", "b"}
    assert [issue.code for issue in found.issues] == ["OTHER_EDITION"]
    assert differences(current, [old, replace(OFFICER, version=2)]) == ()
