"""The shape of a tree, its words, and the faults of criteria before anybody is scored."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given

from tests.domain.scoring.trees import STEPS, groups
from thiduaqt.domain.plan import (
    Criterion,
    Letter,
    Scorer,
    Section,
    Step,
    SubjectGroup,
    Threshold,
    TieBreaker,
)
from thiduaqt.domain.scoring.faults import faults
from thiduaqt.domain.scoring.structure import Ceiling, Shape, has_points, numbering_gaps
from thiduaqt.domain.scoring.words import combine_words, how_words, plain, step_words

D = Decimal
SHARE = {"numerator": "hộ đã hướng dẫn", "denominator": "hộ trong thôn"}


def _item(code: str, section: str, kind: str = "points", **fields: object) -> Criterion:
    made = Criterion(code=code, title=f"Mục {code}", section=section, kind=kind)  # type: ignore[arg-type]
    return replace(made, **fields)  # type: ignore[arg-type]


# The tree of the drawing: conditions, activities, the best initiative, habits, extras.
TEAM = SubjectGroup(
    code="III.4",
    name="Tổ công nghệ số cộng đồng",
    kinds=("collective",),
    sections=(
        Section(code="I", title="Điều kiện bắt buộc", combine="all"),
        Section(code="II", title="Hoạt động hướng dẫn người dân"),
        Section(code="III", title="Sáng kiến, cách làm hay", combine="highest"),
        Section(code="IV", title="Nền nếp hoạt động của Tổ"),
        Section(code="V", title="Điểm thưởng, điểm trừ", most=D(5), least=D(-10)),
    ),
    criteria=(
        _item("I.1", "I", "gate"),
        _item("I.2", "I", "gate"),
        _item("II.1", "II", "steps", points=D(20), steps=STEPS, **SHARE),
        _item("II.2", "II", "count", points=D(10), per_item=D(2), unit="buổi"),
        _item("II.3", "II", "steps", points=D(20), steps=STEPS, **SHARE),
        _item("III.1", "III", points=D(30)),
        _item("III.2", "III", points=D(30)),
        _item("IV.1", "IV", points=D(20)),
        _item("V.1", "V", "bonus", points=D(5)),
        _item("V.2", "V", "penalty", points=D(10)),
    ),
    total=D(100),
)


def test_order_depth_and_numbers() -> None:
    places = Shape(TEAM).places()
    assert [(p.node.code, p.depth, p.ordinal) for p in places][:5] == [
        ("I", 0, 1), ("I.1", 1, 1), ("I.2", 1, 2), ("II", 0, 2), ("II.1", 1, 1),
    ]  # fmt: skip
    assert Shape(TEAM).depth("V.2") == 1
    assert Shape(TEAM).above("V.2") == ("V",)


@given(groups())
def test_every_node_is_read_exactly_once(group: SubjectGroup) -> None:
    codes = [place.node.code for place in Shape(group).places()]
    assert sorted(codes) == sorted(
        [n.code for n in group.criteria] + [n.code for n in group.sections]
    )


def test_the_live_total_leaves_extras_apart() -> None:
    assert Shape(TEAM).ceiling() == Ceiling(base=D(100), bonus=D(5), least=D(-10))
    assert Shape(TEAM).ceiling("III").base == 30
    assert faults(TEAM) == ()


def test_scoring_and_combining_in_words() -> None:
    shape = Shape(TEAM)
    told = {
        place.node.code: how_words(place.node)
        if isinstance(place.node, Criterion)
        else combine_words(place.node, shape)
        for place in shape.places()
    }
    assert told == {
        "I": "phải đạt đủ 2/2",
        "I.1": "Đạt / Không đạt",
        "I.2": "Đạt / Không đạt",
        "II": "cộng các mục",
        "II.1": "Theo bậc, 3 bậc",
        "II.2": "Mỗi buổi 2 điểm",
        "II.3": "Theo bậc, 3 bậc",
        "III": "lấy mục cao nhất",
        "III.1": "0 đến 30 điểm",
        "III.2": "0 đến 30 điểm",
        "IV": "cộng các mục",
        "IV.1": "0 đến 20 điểm",
        "V": "tối đa +5, trừ −10",
        "V.1": "cộng tối đa 5",
        "V.2": "trừ tối đa 10",
    }


@pytest.mark.parametrize(
    ("step", "words"),
    [
        (Step(points=D(0), low=D(90)), "từ 90% trở lên"),
        (Step(points=D(0), low=D(70), high=D(90)), "từ 70% đến dưới 90%"),
        (Step(points=D(0), high=D(50)), "dưới 50%"),
        (Step(points=D(0), high=D(50), high_inclusive=True), "không quá 50%"),
        (Step(points=D(0), low=D("12.5"), low_inclusive=False), "trên 12,5%"),
        (
            Step(points=D(0), low=D(5), high=D(9), low_inclusive=False, high_inclusive=True),
            "trên 5% đến 9%",
        ),
    ],
)
def test_bands_in_words(step: Step, words: str) -> None:
    assert step_words(step, "%") == words


def test_bands_of_a_count_name_their_unit() -> None:
    assert step_words(Step(points=D(1), low=D(2), high=D(5)), "vụ") == "từ 2 vụ đến dưới 5 vụ"


@pytest.mark.parametrize(
    ("value", "text"),
    [("12.50", "12,5"), ("1E+3", "1.000"), ("-10", "−10"), ("0.00", "0"), ("100", "100")],
)
def test_numbers_are_written_as_read(value: str, text: str) -> None:
    assert plain(D(value)) == text


def test_numbering_gaps() -> None:
    assert numbering_gaps(["III.1", "III.2", "III.4"]) == {"III.": (3,)}
    assert numbering_gaps(["1", "2", "x", "II.2"]) == {"II.": (1,)}
    assert numbering_gaps(["a", "M20260001"]) == {}


def test_a_flat_checklist_is_not_scored() -> None:
    flat = replace(TEAM, sections=(), criteria=(_item("a", "", "check"), _item("b", "", "gate")))
    assert (has_points(flat), has_points(TEAM), has_points(None)) == (False, True, False)


def _codes(group: SubjectGroup) -> set[str]:
    return {issue.code for issue in faults(group)}


def _with(*items: Criterion, **fields: object) -> SubjectGroup:
    made = replace(TEAM, total=None, sections=(), criteria=items)
    return replace(made, **fields)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("steps", "code"),
    [
        ((Step(points=D(5), low=D(50), high=D(70)), Step(points=D(9), low=D(71))), "STEPS_GAP"),
        ((Step(points=D(5), low=D(50), high=D(72)), Step(points=D(9), low=D(71))), "STEPS_OVERLAP"),
        (
            (
                Step(points=D(5), low=D(50), high=D(70), high_inclusive=True),
                Step(points=D(9), low=D(70)),
            ),
            "STEPS_EDGE",
        ),
        (
            (
                Step(points=D(5), low=D(50), high=D(70)),
                Step(points=D(9), low=D(70), low_inclusive=False),
            ),
            "STEPS_EDGE",
        ),
        ((Step(points=D(9), low=D(70), high=D(60)),), "STEP_REVERSED"),
    ],
)
def test_bands_that_do_not_meet(steps: tuple[Step, ...], code: str) -> None:
    assert _codes(_with(_item("a", "", "steps", steps=steps, **SHARE))) == {code}


@pytest.mark.parametrize(
    ("group", "code"),
    [
        (_with(_item("a", ""), _item("b", "", points=D(1))), "NO_MAXIMUM"),
        (_with(_item("a", "", points=D(-1))), "NEGATIVE_POINTS"),
        (_with(_item("a", "", "count", points=D(3))), "NO_RATE"),
        (_with(_item("a", "", "count", per_item=D(3))), "NO_CAP"),
        (_with(_item("a", "", "letter")), "NO_LETTERS"),
        (_with(_item("a", "", "steps", **SHARE)), "NO_STEPS"),
        (_with(_item("a", "", "ratio", points=D(3))), "NO_COUNTS"),
        (_with(_item("a", "", points=D(3), fatal_below=D(4))), "FATAL_OVER"),
        (_with(_item("a", "x", points=D(3))), "NO_SECTION"),
        (_with(_item("a", "", points=D(3)), _item("a", "", points=D(3))), "DOUBLE_CODE"),
        (_with(_item("a", "", points=D(3)), total=D(4)), "TOTAL_DIFFERS"),
        (
            _with(
                _item("a", "", points=D(3)),
                thresholds=(Threshold(award="certificate_of_merit", points=D(4)),),
            ),
            "THRESHOLD_OVER",
        ),
        (
            _with(
                _item("a", "", "check"),
                thresholds=(Threshold(award="certificate_of_merit", points=D(4)),),
            ),
            "NOT_SCORED",
        ),
        (
            _with(
                _item("a", "", points=D(3)),
                thresholds=(Threshold(award="certificate_of_merit", any_of=("z",)),),
            ),
            "THRESHOLD_DANGLES",
        ),
        (
            _with(
                _item("a", "", points=D(3)),
                tie_breakers=(TieBreaker(kind="section", code="a"),),
            ),
            "TIE_DANGLES",
        ),
        (
            _with(
                _item("a", "", points=D(3)),
                tie_breakers=(TieBreaker(kind="vote"), TieBreaker(kind="size")),
            ),
            "VOTE_NOT_LAST",
        ),
        (
            _with(
                _item("a", "", points=D(3)),
                scorers=(Scorer(role="self"), Scorer(role="officer")),
            ),
            "NO_COUNTING_SCORER",
        ),
        (
            _with(
                _item("a", "S", points=D(3)),
                sections=(Section(code="S", title="Nhóm", combine="at_least", at_least=2),),
            ),
            "TOO_MANY_WANTED",
        ),
    ],
)  # fmt: skip
def test_faults_of_criteria(group: SubjectGroup, code: str) -> None:
    assert _codes(group) == {code}


def test_sections_that_stand_in_themselves() -> None:
    circle = (
        Section(code="S", title="Một", parent="T"),
        Section(code="T", title="Hai", parent="S"),
    )
    group = _with(_item("a", "S", points=D(3)), _item("b", "T", points=D(3)), sections=circle)
    assert _codes(group) == {"SECTION_CYCLE"}
    assert Shape(group).ceiling().base == 6


def test_grades_tell_the_maximum() -> None:
    graded = _item("a", "", "letter", letters=(Letter(name="Tốt", points=D(7)),))
    assert Shape(_with(graded)).ceiling().base == 7


def test_odd_trees_end() -> None:
    odd = {
        "no code": (Section(code="", title="Không mã"),),
        "no code, named": (Section(code="", title="A", parent="B"), Section(code="B", title="B")),
        "itself": (Section(code="A", title="A", parent="A"),),
        "one code twice": (
            Section(code="A", title="A", parent="B"),
            Section(code="B", title="B"),
            Section(code="A", title="A", parent="B"),
        ),
        "3,000 deep": tuple(
            Section(code=f"A{n}", title="A", parent=f"A{n - 1}") for n in range(3_000)
        ),
    }
    for name, sections in odd.items():
        deepest = sections[-1].code
        group = SubjectGroup(
            code="g",
            name="Nhóm",
            kinds=("collective",),
            sections=sections,
            criteria=(_item("1", deepest, points=D(7)), _item("2", "", points=D(3))),
        )
        shape = Shape(group)
        assert shape.ceiling().base == 10, name
        assert {place.node.code for place in shape.places()} >= {"1", "2"}, name
        assert len(shape.places()) == 2 + len({s.code for s in sections if s.code}), name


def test_sections_of_one_code_do_not_multiply() -> None:
    sections = tuple(
        Section(code=f"A{n}", title="A", parent=f"A{n - 1}" if n else "")
        for n in range(30)
        for _ in range(2)
    )
    group = SubjectGroup(
        code="g",
        name="Nhóm",
        kinds=("collective",),
        sections=sections,
        criteria=(_item("1", "A29"),),
    )
    assert len(Shape(group).places()) == 31
