"""Prize money: the table of multiples and base salaries, typed by hand."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thiduaqt.catalog.loader import load_rulebook
from thiduaqt.domain.kinds import RoundingMode
from thiduaqt.domain.money import Prize, prize, round_money
from thiduaqt.domain.plan import RECIPIENT_KINDS, RecipientKind
from thiduaqt.domain.rulebook import Rulebook

OLD_SALARY = dt.date(2026, 6, 30)
NEW_SALARY = dt.date(2026, 7, 1)

# Award, recipient, multiple; then raw, nearest, up at 2.340.000 and again at 2.530.000,
# all in thousands of đồng.
TABLE = """
certificate_of_merit          individual  0.3    702    700    710    759     760    760
advanced_laborer              individual  0.3    702    700    710    759     760    760
certificate_of_merit          household   0.45   1053   1050   1060   1138.5  1140   1140
certificate_of_merit          collective  0.6    1404   1400   1410   1518    1520   1520
advanced_collective           collective  0.8    1872   1870   1880   2024    2020   2030
grassroots_emulation_fighter  individual  1      2340   2340   2340   2530    2530   2530
diploma_of_merit              individual  1.5    3510   3510   3510   3795    3800   3800
excellent_collective          collective  1.5    3510   3510   3510   3795    3800   3800
cultural_village              collective  1.5    3510   3510   3510   3795    3800   3800
diploma_of_merit              household   2.25   5265   5270   5270   5692.5  5690   5700
diploma_of_merit              collective  3      7020   7020   7020   7590    7590   7590
provincial_emulation_fighter  individual  3      7020   7020   7020   7590    7590   7590
emulation_flag                collective  8      18720  18720  18720  20240   20240  20240
"""
ROWS = [line.split() for line in TABLE.strip().splitlines()]


@pytest.fixture(scope="module")
def rulebook() -> Rulebook:
    """The rules for a province without a pack of its own."""
    return load_rulebook(NEW_SALARY, "Thái Nguyên")


def _prize(
    rulebook: Rulebook,
    award: str,
    kind: RecipientKind,
    on: dt.date,
    mode: RoundingMode | None = None,
) -> Prize:
    found = prize(rulebook.award(award), kind, on, rulebook, mode=mode)
    assert found is not None
    return found


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row[0]}-{row[1]}")
def test_the_table_of_rates(rulebook: Rulebook, row: list[str]) -> None:
    award, multiple = row[0], Decimal(row[2])
    kind = next(known for known in RECIPIENT_KINDS if known == row[1])
    amounts = [Decimal(text) * 1000 for text in row[3:]]
    for on, base, (raw, nearest, up) in (
        (OLD_SALARY, 2_340_000, amounts[:3]),
        (NEW_SALARY, 2_530_000, amounts[3:]),
    ):
        found = _prize(rulebook, award, kind, on)
        assert (found.multiple, found.base, found.raw) == (multiple, base, raw)
        assert found.amount == nearest
        assert found.mode == "nearest"
        assert found.differs == (nearest != up)
        assert _prize(rulebook, award, kind, on, "up").amount == up


def test_the_arithmetic_is_told_in_words(rulebook: Rulebook) -> None:
    collective = _prize(rulebook, "certificate_of_merit", "collective", NEW_SALARY)
    assert collective.explanation == "0,6 × 2.530.000 = 1.518.000, làm tròn 1.520.000 đồng"
    exact = _prize(rulebook, "grassroots_emulation_fighter", "individual", NEW_SALARY)
    assert exact.explanation == "1 × 2.530.000 = 2.530.000 đồng"
    assert "152/2025" in collective.source.text
    assert "161/2026" in collective.source_text


def test_an_award_without_a_rate_brings_no_money(rulebook: Rulebook) -> None:
    family, state = rulebook.award("cultural_family"), rulebook.award("state_commendation")
    assert prize(family, "household", NEW_SALARY, rulebook) is None
    assert prize(state, "individual", NEW_SALARY, rulebook) is None


def test_rates_of_today_do_not_reach_back(rulebook: Rulebook) -> None:
    before = dt.date(2025, 6, 30)
    assert prize(rulebook.award("certificate_of_merit"), "individual", before, rulebook) is None


def test_after_the_decree_ends_the_amount_is_to_be_checked(rulebook: Rulebook) -> None:
    last = _prize(rulebook, "certificate_of_merit", "individual", dt.date(2027, 2, 28))
    after = _prize(rulebook, "certificate_of_merit", "individual", dt.date(2027, 3, 1))
    assert (last.amount, last.to_check) == (760_000, False)
    assert (after.amount, after.to_check) == (760_000, True)


@given(st.integers(0, 10**9))
def test_rounding_stays_within_one_unit(raw: int) -> None:
    up = round_money(Decimal(raw), "up", 10_000)
    nearest = round_money(Decimal(raw), "nearest", 10_000)
    assert up % 10_000 == nearest % 10_000 == 0
    assert 0 <= up - raw < 10_000
    assert -5_000 < nearest - raw <= 5_000
