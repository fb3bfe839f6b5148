"""A movement that scores: digital teams and villages in two leagues, with an invented tree."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from tests.builders import the_movement, the_round
from thiduaqt.domain.plan import (
    Criterion,
    Deadline,
    League,
    MovementPlan,
    Paper,
    RegistrationRule,
    Scorer,
    Section,
    Step,
    SubjectGroup,
    Threshold,
    TieBreaker,
)
from thiduaqt.domain.records import ScoreEntry
from thiduaqt.services import movements, nominating, nominations
from thiduaqt.services.nominations import NominationRow
from thiduaqt.services.session import Session

D = Decimal
AWARD = "certificate_of_merit"
SHARE = {"numerator": "hộ đã hướng dẫn", "denominator": "hộ trong thôn"}
STEPS = (
    Step(points=D(20), low=D(90)),
    Step(points=D(15), low=D(70), high=D(90)),
    Step(points=D(8), low=D(50), high=D(70)),
)
TEAMS = SubjectGroup(
    code="TO",
    name="Tổ công nghệ số cộng đồng",
    kinds=("collective",),
    league="to",
    sections=(
        Section(code="I", title="Điều kiện bắt buộc", combine="all"),
        Section(code="II", title="Hoạt động hướng dẫn người dân"),
        Section(code="III", title="Sáng kiến, cách làm hay", combine="highest"),
        Section(code="V", title="Điểm thưởng, điểm trừ", most=D(5), least=D(-10)),
    ),
    criteria=(
        Criterion(code="I.1", title="Chấp hành pháp luật", kind="gate", section="I"),
        Criterion(
            code="II.1", title="Tỷ lệ hộ được hướng dẫn dịch vụ công trực tuyến", kind="steps",
            points=D(20), section="II", steps=STEPS, not_applicable=True, **SHARE,
        ),
        Criterion(
            code="II.2", title="Số buổi sinh hoạt, tập huấn tại nhà văn hóa thôn", kind="count",
            points=D(10), per_item=D(2), unit="buổi", section="II",
        ),
        Criterion(
            code="II.3", title="Nền nếp, báo cáo đúng hạn", kind="points", points=D(40),
            section="II", fatal_below=D(10), not_applicable=True,
        ),
        Criterion(
            code="III.1", title="Sáng kiến được áp dụng tại thôn", kind="points", points=D(30),
            section="III", evidence=True,
        ),
        Criterion(
            code="III.2", title="Cách làm hay được thôn khác học theo", kind="points",
            points=D(30), section="III",
        ),
        Criterion(code="V.1", title="Được cấp trên biểu dương", kind="bonus", points=D(5),
                  section="V"),
        Criterion(code="V.2", title="Báo cáo chậm", kind="penalty", points=D(10), per_item=D(2),
                  unit="lần", section="V"),
    ),
    total=D(100),
    scorers=(Scorer(role="self"), Scorer(role="officer", counts=True)),
    thresholds=(Threshold(award=AWARD, points=D(80), no_fatal=True),),
    tie_breakers=(
        TieBreaker(kind="criterion", code="II.1"),
        TieBreaker(kind="size", wording="Tổ đông thành viên hơn"),
        TieBreaker(kind="vote"),
    ),
)  # fmt: skip
VILLAGES = SubjectGroup(
    code="THON",
    name="Thôn",
    kinds=("collective",),
    league="thon",
    criteria=(
        Criterion(code="a", title="Hạ tầng số", kind="points", points=D(60)),
        Criterion(code="b", title="Kỹ năng số", kind="points", points=D(40), not_applicable=True),
    ),
    tie_breakers=(TieBreaker(kind="size"), TieBreaker(kind="vote")),
)
REGISTRATION = RegistrationRule(
    required=True,
    both_sign=True,
    deadline=Deadline(value="2026-03-31", recurring=True, wording="trước 31/3 hằng năm"),
)


def with_scores(plan: MovementPlan) -> MovementPlan:
    """Return a plan whose only groups are the two that score."""
    return replace(
        plan,
        groups=(TEAMS, VILLAGES),
        leagues=(
            League(code="to", name="Tổ công nghệ số cộng đồng"),
            League(code="thon", name="Thôn", unit_kinds=("village",)),
        ),
        papers=(
            Paper(code="report", name="Báo cáo thành tích"),
            Paper(code="table", name="Bảng chấm điểm", groups=("TO",)),
            Paper(code="flag", name="Thuyết minh mô hình", awards=("emulation_flag",)),
        ),
        registration=None,
    )


def score_movement(session: Session) -> str:
    """Give the movement of a new office the groups that score; return its id."""
    movement = the_movement(session)
    movements.change_rules(session, movement.id, "Đặt tiêu chí chấm điểm", with_scores)
    return movement.id


def nominee(session: Session, name: str, group: str = "TO", **values: object) -> NominationRow:
    """Add a collective to the yearly round."""
    around = the_round(session).id
    kind = "team" if group == "TO" else "unit"
    row = {"name": name, "kind": kind, "subject_group": group, "unit": "Thôn 3"}
    nominating.add(session, around, [{**row, "achievement": "Việc tốt", **values}])
    return nominations.listing(session, around)[-1]


def sheet(**values: object) -> tuple[ScoreEntry, ...]:
    """Return entries by code with "." written "_": a number, a pair, yes/no or "na"."""
    made = []
    for name, value in values.items():
        entry = ScoreEntry(code=name.replace("_", "."))
        if value == "na":
            made.append(replace(entry, na=True))
        elif isinstance(value, bool):
            made.append(replace(entry, met=value))
        elif isinstance(value, tuple):
            made.append(replace(entry, numerator=D(value[0]), denominator=D(value[1])))
        else:
            made.append(replace(entry, value=D(str(value))))
    return tuple(made)
