"""How points come about, in words; tables with their totals."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from tests.plans_invented import VILLAGES
from thiduaqt.domain.plan import Criterion, CriterionKind, Letter, Scorer, Section, Step
from thiduaqt.domain.plan_text.score_table import score_table
from thiduaqt.domain.plan_text.score_words import (
    band_words,
    rule_words,
    scorers_words,
    section_words,
)


def item(kind: CriterionKind, points: int | None = 10, **other: object) -> Criterion:
    most = None if points is None else Decimal(points)
    plain = Criterion(code="x", title="x", kind=kind, points=most)
    return replace(plain, **other)  # type: ignore[arg-type]  # fields of a criterion


def band(low: str | None, high: str | None, *, closed: tuple[bool, bool] = (True, False)) -> Step:
    return Step(
        points=Decimal(1),
        low=None if low is None else Decimal(low),
        high=None if high is None else Decimal(high),
        low_inclusive=closed[0],
        high_inclusive=closed[1],
    )


GRADES = (Letter(name="Tốt", points=Decimal(9)), Letter(name="Khá", points=Decimal(7)))
RULES = [
    (item("gate", None), "đạt hoặc không đạt"),
    (item("check"), "đạt: 10 điểm; không đạt: 0 điểm"),
    (item("points"), "chấm từ 0 đến 10 điểm"),
    (item("bonus"), "cộng tối đa 10 điểm"),
    (item("bonus", per_item=Decimal("0.5")), "cộng 0,5 điểm mỗi lần, tối đa 10 điểm"),
    (item("penalty"), "trừ tối đa 10 điểm"),
    (item("penalty", per_item=Decimal(2), unit="vụ"), "trừ 2 điểm mỗi vụ, tối đa 10 điểm"),
    (item("count", per_item=Decimal(2), unit="buổi"), "2 điểm mỗi buổi, tối đa 10 điểm"),
    (item("count", None, per_item=Decimal(2), unit="buổi"), "2 điểm mỗi buổi"),
    (
        item("ratio", numerator="hộ tham gia", denominator="tổng số hộ"),
        "tỷ lệ hộ tham gia trên tổng số hộ, nhân với 10 điểm",
    ),
    (
        item("ratio", numerator="hộ tham gia", denominator="tổng số hộ", target=Decimal(80)),
        "tỷ lệ hộ tham gia trên tổng số hộ: đạt 80% trở lên được 10 điểm, thấp hơn tính theo tỷ lệ",
    ),
    (
        item("inverse", numerator="số vụ", unit="vụ", target=Decimal(3)),
        "số vụ không quá 3 vụ được 10 điểm, nhiều hơn thì giảm theo tỷ lệ",
    ),
    (
        item("inverse", numerator="số vụ", unit="vụ", per_item=Decimal(2)),
        "số vụ không quá 0 vụ được 10 điểm, mỗi vụ vượt quá trừ 2 điểm",
    ),
    (
        item("letter", None, letters=GRADES),
        "Tốt: 9 điểm; Khá: 7 điểm",
    ),
    (item("sample"), "khảo sát mẫu; đạt: 10 điểm; không đạt: 0 điểm"),
    (item("index", issued_by="Sở A"), "theo chỉ số do Sở A công bố, tối đa 10 điểm"),
    (item("points", fatal_below=Decimal(4)), "chấm từ 0 đến 10 điểm; dưới 4 điểm là tiêu chí liệt"),
    (
        item("points", not_applicable=True),
        "chấm từ 0 đến 10 điểm; không áp dụng thì không tính vào tổng điểm",
    ),
    (item("points", evidence_wanted="ảnh chụp"), "chấm từ 0 đến 10 điểm; minh chứng: ảnh chụp"),
    (
        item("points", scorer="council"),
        "chấm từ 0 đến 10 điểm; Hội đồng Thi đua - Khen thưởng chấm",
    ),
]


@pytest.mark.parametrize(("given", "words"), RULES, ids=[words for _, words in RULES])
def test_every_kind(given: Criterion, words: str) -> None:
    assert rule_words(given) == words


@pytest.mark.parametrize(
    ("given", "words"),
    [
        (band("90", None), "từ 90% trở lên"),
        (band("90", None, closed=(False, False)), "trên 90%"),
        (band("70", "90"), "từ 70% đến dưới 90%"),
        (band("70", "90", closed=(False, True)), "trên 70% đến 90%"),
        (band(None, "50"), "dưới 50%"),
        (band(None, "50", closed=(True, True)), "không quá 50%"),
        (band("100", "100", closed=(True, True)), "đúng 100%"),
    ],
)
def test_edges_of_bands(given: Step, words: str) -> None:
    assert band_words(given, "%") == words


@pytest.mark.parametrize(
    ("given", "words"),
    [
        (Section(code="s", title="s"), ""),
        (Section(code="s", title="s", combine="highest"), "tính mục có điểm cao nhất"),
        (Section(code="s", title="s", combine="at_least", at_least=2), "đạt ít nhất 02 mục"),
        (
            Section(code="s", title="s", most=Decimal(15), least=Decimal(-10)),
            "tối đa 15 điểm; trừ không quá 10 điểm",
        ),
    ],
)
def test_sections(given: Section, words: str) -> None:
    assert section_words(given) == words


def test_who_scores_in_turn_and_whose_score_counts() -> None:
    words = scorers_words((Scorer(role="self", name="Thôn"), Scorer(role="council", counts=True)))
    assert words == (
        "Thôn tự chấm; Hội đồng Thi đua - Khen thưởng chấm. Kết quả chính thức lấy theo điểm của "
        "bước: Hội đồng Thi đua - Khen thưởng chấm"
    )


def test_the_table_heads_items_by_their_sections_and_adds_up() -> None:
    table = score_table(VILLAGES, VILLAGES.criteria[2:])
    rows = [(row.cells[0], row.cells[2], row.kind) for row in table.rows]
    assert rows[:5] == [
        ("I", "35", "group"),
        ("1", "5", "row"),
        ("2", "10", "row"),
        ("3", "10", "row"),
        ("4", "10", "row"),
    ]
    assert ("2.1", "20", "row") in rows
    assert ("3", "15", "group") in rows  # the better of two items, capped
    assert ("1", "-6", "row") in rows
    assert rows[-1] == ("", "115", "sum")
    assert {len(row.cells) for row in table.rows} == {4}


def test_points_nobody_typed_are_those_of_the_best_band() -> None:
    bare = [replace(item, points=None) for item in VILLAGES.criteria[2:]]
    rows = {row.cells[1]: row.cells[2] for row in score_table(VILLAGES, bare).rows}
    assert (rows["Hồ sơ nộp trực tuyến"], rows["Xếp loại sinh hoạt chi bộ, chi hội"]) == (
        "20",
        "10",
    )
    assert rows["Báo cáo chậm"] == ""
