"""The check: what blocks, what is missing, what the Council looks at, what may be excepted."""

from __future__ import annotations

from dataclasses import replace

import pytest

from thiduaqt.domain.eligibility import RULES, Dossier, Rival, check
from thiduaqt.domain.kinds import EligibilityRule
from thiduaqt.domain.plan import Criterion, Paper, Source, SubjectGroup
from thiduaqt.domain.records import Award, Check, Nomination, StandingFlag

LAW = Source(tag="law", text="NĐ 152/2025, khoản 4 Điều 4")
RULES_BY_CODE = {
    code: EligibilityRule(
        code=code, weight="block", sentence=f"Câu của {code}.", valid_from="2024-01-01", source=LAW
    )
    for code in RULES
}
GROUP = SubjectGroup(
    code="III.4",
    name="Cá nhân",
    kinds=("individual",),
    criteria=(
        Criterion(code="gate", title="Chấp hành pháp luật", kind="gate", source=LAW),
        Criterion(code="a", title="Có sáng kiến", evidence=True),
        Criterion(code="b", title="Hướng dẫn người dân"),
    ),
    required_checks=1,
)
REPORT = Paper(code="report", name="Báo cáo thành tích")
GOOD = Nomination(
    id="n1",
    subject_group="III.4",
    achievement="Hướng dẫn 120 hộ",
    period_from="2026",
    period_to="2026",
    checks=(Check(code="gate", state="met"), Check(code="b", state="met")),
    papers=("report",),
)
DOSSIER = Dossier(nomination=GOOD, name="Đỗ Văn Dũng", group=GROUP, papers=(REPORT,))


def _codes(dossier: Dossier) -> list[str]:
    return [finding.code for finding in check(dossier, RULES_BY_CODE).findings]


def test_a_whole_dossier_is_eligible() -> None:
    result = check(DOSSIER, RULES_BY_CODE)
    assert result.state == "eligible"
    assert result.findings == ()
    assert result.may_proceed


def test_missing_things_are_counted_in_words() -> None:
    short = replace(GOOD, papers=(), achievement="")
    result = check(replace(DOSSIER, nomination=short), RULES_BY_CODE)
    assert result.state == "missing"
    assert result.words == "Thiếu 2 mục"
    assert not result.may_proceed


def test_a_file_attached_counts_as_the_paper() -> None:
    short = replace(GOOD, papers=())
    proven = replace(DOSSIER, nomination=short, proven=frozenset({"report"}))
    assert check(proven, RULES_BY_CODE).state == "eligible"


def test_untouched_is_not_the_same_as_missing() -> None:
    fresh = replace(GOOD, checks=(), papers=())
    assert check(replace(DOSSIER, nomination=fresh), RULES_BY_CODE).state == "unchecked"


def test_a_gate_that_is_not_met_blocks() -> None:
    failed = replace(GOOD, checks=(Check(code="gate", state="unmet"), Check(code="b", state="met")))
    result = check(replace(DOSSIER, nomination=failed), RULES_BY_CODE)
    assert result.state == "blocked"
    assert "Chấp hành pháp luật" in result.findings[0].message
    assert result.findings[0].source == "Quy định: NĐ 152/2025, khoản 4 Điều 4"


def test_not_applicable_is_neither_met_nor_missing() -> None:
    checks = (
        Check(code="gate", state="na"),
        Check(code="a", state="na"),
        Check(code="b", state="met"),
    )
    assert check(
        replace(DOSSIER, nomination=replace(GOOD, checks=checks)), RULES_BY_CODE
    ).state == ("eligible")


def test_evidence_that_lacks_is_only_noted() -> None:
    checks = (*GOOD.checks, Check(code="a", state="met"))
    result = check(replace(DOSSIER, nomination=replace(GOOD, checks=checks)), RULES_BY_CODE)
    assert result.state == "eligible"
    assert [finding.code for finding in result.findings] == ["NO_EVIDENCE"]


@pytest.mark.parametrize("kind", ["discipline", "inspection", "complaint"])
def test_an_open_flag_blocks_with_its_paper(kind: str) -> None:
    flag = StandingFlag(
        id="f",
        kind=kind,  # type: ignore[arg-type]
        document="Đơn ngày 02/11",
        opened="2026-11-03",
    )
    result = check(replace(DOSSIER, flags=(flag,)), RULES_BY_CODE)
    assert result.state == "blocked"
    assert "03/11/2026" in result.findings[0].message
    assert "Đơn ngày 02/11" in result.findings[0].message


def test_a_cleared_flag_lets_go() -> None:
    flag = StandingFlag(id="f", kind="complaint", opened="2026-01-03", closed="2026-02-03")
    assert check(replace(DOSSIER, flags=(flag,)), RULES_BY_CODE).state == "eligible"


def test_achievements_count_from_the_end_of_discipline() -> None:
    flag = StandingFlag(id="f", kind="discipline", opened="2025-01-03", closed="2026-06-30")
    early = replace(GOOD, period_from="2026-01-01", period_to="2026-12-01")
    late = replace(GOOD, period_from="2026-07-01", period_to="2026-12-01")
    assert _codes(replace(DOSSIER, nomination=early, flags=(flag,))) == ["PERIOD_BEFORE_END"]
    assert _codes(replace(DOSSIER, nomination=late, flags=(flag,))) == []


def _award(**values: str) -> Award:
    return replace(
        Award(
            id="a",
            decision_number="118/QĐ-UBND",
            decision_date="2025-12-18",
            achievement="Việc khác",
        ),
        **values,  # type: ignore[arg-type]
    )


def test_the_same_achievement_is_not_awarded_twice() -> None:
    same_words = _award(achievement=GOOD.achievement)
    same_time = _award(period_from="2026-03", period_to="2026-09")
    for award in (same_words, same_time):
        result = check(replace(DOSSIER, earlier=(award,)), RULES_BY_CODE)
        assert result.state == "blocked"
        assert "18/12/2025" in result.findings[0].message


def test_an_earlier_award_of_another_time_is_for_the_council() -> None:
    other = _award(period_from="2025", period_to="2025")
    result = check(replace(DOSSIER, earlier=(other,)), RULES_BY_CODE)
    assert (result.state, result.may_proceed) == ("review", True)


def test_a_revoked_award_and_the_own_one_do_not_count() -> None:
    revoked = _award(state="revoked", achievement=GOOD.achievement)
    own = _award(nomination_id="n1", achievement=GOOD.achievement)
    assert _codes(replace(DOSSIER, earlier=(revoked, own))) == []


def test_doubles_in_the_round() -> None:
    same = Rival(
        nomination_id="n2", ordinal=12, name="Đỗ Văn Dũng", unit="Thôn 3", birth="1988",
        same_recipient=True,
    )  # fmt: skip
    alike = replace(same, same_recipient=False)
    assert check(replace(DOSSIER, rivals=(same,)), RULES_BY_CODE).state == "blocked"
    looked_at = replace(GOOD, not_duplicates=("n2",))
    doubtful = check(replace(DOSSIER, rivals=(alike,)), RULES_BY_CODE)
    assert doubtful.state == "review"
    assert "dòng 12" in doubtful.findings[0].message
    assert (
        check(replace(DOSSIER, nomination=looked_at, rivals=(alike,)), RULES_BY_CODE).state
        == "eligible"
    )


def test_an_exception_keeps_the_findings() -> None:
    excused = replace(GOOD, papers=(), override_reason="Trưởng thôn nộp sau")
    result = check(replace(DOSSIER, nomination=excused), RULES_BY_CODE)
    assert (result.state, result.may_proceed) == ("override", True)
    assert result.missing == 1


def test_an_award_the_kind_cannot_get() -> None:
    assert _codes(replace(DOSSIER, kind_allowed=False)) == ["KIND_NOT_ALLOWED"]
