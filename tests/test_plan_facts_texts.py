"""The facts of the five real plans hold against their text: all there, and each can be missed."""

from __future__ import annotations

import re
from functools import cache

import pytest

from tests import plan_facts
from tests.plan_facts import Fact, Facts, facts, missing, plain, plan_text, spots

NUMBER = r"(?<!\w)\d\w*(?:[./,-]\w+)*%?"


@cache
def the_plan(code: str) -> tuple[Facts, str]:
    return facts(code), plain(plan_text(code))


def names(found: list[plan_facts.Missing]) -> list[str]:
    return [item.fact.id for item in found]


@pytest.mark.parametrize("code", plan_facts.CODES)
def test_every_fact_stands_in_its_plan(code: str) -> None:
    assert not [str(item) for item in missing(facts(code), plan_text(code))]


@pytest.mark.parametrize("code", plan_facts.CODES)
def test_every_slip_stands_in_its_plan(code: str) -> None:
    wanted, text = the_plan(code)
    words = [(a.id, x) for a in wanted.accidents for x in (a.text, *a.gone)]
    assert not [(each, x) for each, x in words if not plan_facts.spans_of(text, x)]


@pytest.mark.parametrize("code", plan_facts.CODES)
def test_no_number_and_no_quoted_name_of_the_plan_was_passed_over(code: str) -> None:
    wanted, text = the_plan(code)
    words = [plain(x).strip('"') for fact in wanted.facts for x in fact.texts]
    words += [plain(a.text) for a in wanted.accidents]
    told = {number for x in words for number in re.findall(NUMBER, x)}
    body = re.sub(r"(?m)^\d+(?:[.,]\d+)*\.?\s", "", text)  # the numbers of items
    assert [x for x in re.findall(NUMBER, body) if x not in told] == []
    quoted = {" ".join(x.split()) for x in re.findall(r'"([^"]+)"', text)}
    assert [x for x in quoted if not any(x in w or (len(w) > 25 and w in x) for w in words)] == []


def without(text: str, spans: list[tuple[int, int]]) -> str:
    for start, end in spans:
        text = text[:start] + "§" * (end - start) + text[end:]
    return text


@pytest.mark.parametrize("code", [c for c in plan_facts.CODES if c != "nghia_trung_2026"])
def test_no_paragraph_was_passed_over(code: str) -> None:
    # The text of Nghĩa Trung is broken into lines as it was printed: no paragraphs to tell.
    wanted, text = the_plan(code)
    told = [span for fact in wanted.facts for x in spots(wanted, fact, text).values() for span in x]
    silent = [
        match.group()
        for match in re.finditer(r"[^\n]+", text)
        if not any(start < match.end() and match.start() < end for start, end in told)
    ]
    assert [x for x in silent if len(x.split()) > 10 and not x.endswith(":")] == []


@pytest.mark.parametrize("code", plan_facts.CODES)
def test_a_fact_is_missed_when_any_of_its_words_is_gone(code: str) -> None:
    wanted, text = the_plan(code)
    kept = []
    for fact in wanted.facts:
        for each, spans in spots(wanted, fact, text).items():
            if spots(wanted, fact, without(text, spans))[each]:
                kept.append(f"{fact}: “{each}”")
    assert not kept


@pytest.mark.slow
@pytest.mark.parametrize("code", plan_facts.CODES)
def test_a_fact_that_is_gone_is_named_and_no_other_with_it(code: str) -> None:
    wanted, text = the_plan(code)
    for fact in wanted.facts:
        every = spots(wanted, fact, text)
        # The rarest words leave the most of the plan as it was.
        each = min(every, key=lambda x: len(every[x]))
        named = names(missing(wanted, without(text, every[each])))
        assert fact.id in named
        others = [f for f in wanted.facts if f.id in named and f is not fact]
        assert not [str(f) for f in others if not lost_with(wanted, f, text, every[each])]


def lost_with(wanted: Facts, fact: Fact, text: str, gone: list[tuple[int, int]]) -> bool:
    """Tell whether a fact, or the heading it stands under, used the very words taken out."""
    words = (*fact.texts, *fact.under, *((fact.after,) if fact.after else ()))
    spans = [span for word in words for span in plan_facts.spans_of(text, word)]
    return any(a < end and start < b for a, b in spans for start, end in gone)


@pytest.mark.parametrize("code", plan_facts.CODES)
def test_another_plan_does_not_pass_for_this_one(code: str) -> None:
    wanted = facts(code)
    for other in plan_facts.CODES:
        lost = missing(wanted, plan_text(other))
        assert bool(lost) is (other != code)
        assert other == code or len(lost) > len(wanted.facts) / 3


@pytest.mark.parametrize("code", plan_facts.CODES)
def test_plain_text_stays_as_it_is(code: str) -> None:
    text = plain(plan_text(code))
    assert plain(text) == text


def test_slips_are_told_while_they_stand_in_the_text() -> None:
    wanted = facts("nghia_trung_2026")
    left = plan_facts.accidents_left(wanted, plan_text("nghia_trung_2026"))
    assert [x for x in left if "Tây Ninh" in x]
