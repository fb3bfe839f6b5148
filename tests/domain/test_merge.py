"""Merging: any order of bundles gives the same data, twice is once, every record is counted."""

from __future__ import annotations

import random
from dataclasses import dataclass, field

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from thiduaqt.domain import merge
from thiduaqt.domain.merge import OUTCOMES, Existing, Rules, decide
from thiduaqt.domain.records import Unit
from thiduaqt.domain.travel import GONE, Claim, Key

OURS = "chung-ta"


def claim(
    record_id: str,
    *,
    owner: str = "xa",
    epoch: int = 1,
    rev: int = 1,
    h: str = "a",
    parent: str | None = None,
    gone: bool = False,
    problem: str = "",
    family: str = "unit",
) -> Claim:
    """Return a claim about a unit; its content is its hash."""
    record = Unit(id=record_id, origin=owner, epoch=epoch, rev=rev, name=h, parent_id=parent)
    return Claim(
        family=family,
        id=record_id,
        owner=owner,
        epoch=epoch,
        rev=rev,
        h=GONE if gone else h,
        line=f"{record_id}|{owner}|{epoch}|{rev}|{h}|{gone}",
        record=None if gone or problem or family != "unit" else record,
        gone=gone,
        problem=problem,
    )


def existing(*, owner: str = "xa", epoch: int = 1, rev: int = 1, h: str = "a") -> Existing:
    return Existing(owner=owner, epoch=epoch, rev=rev, h=h)


RULES = Rules(sender="xa", ours=OURS)
CASES = {
    "first seen": (None, claim("1"), "new"),
    "same version and content": (existing(), claim("1"), "same"),
    "one rev later": (existing(), claim("1", rev=2, h="b"), "updated"),
    "later epoch, lower rev": (existing(rev=9), claim("1", epoch=2, rev=1), "updated"),
    "one rev earlier": (existing(rev=2), claim("1"), "older"),
    "earlier epoch, higher rev": (existing(epoch=2), claim("1", rev=9), "older"),
    "two contents of one version": (existing(), claim("1", h="b"), "conflict"),
    "of another sender": (None, claim("1", owner="thon"), "denied"),
    "change of another sender": (existing(owner="thon"), claim("1", owner="thon", rev=2), "denied"),
    "change of owner": (existing(owner="thon"), claim("1", rev=2), "denied"),
    "ours, changed": (existing(owner=OURS), claim("1", owner=OURS, rev=2), "denied"),
    "ours, other content": (existing(owner=OURS), claim("1", owner=OURS, h="b"), "denied"),
    "ours, as it is": (existing(owner=OURS), claim("1", owner=OURS), "same"),
    "ours, as it was": (existing(owner=OURS, rev=2), claim("1", owner=OURS), "older"),
    "ours, gone here": (None, claim("1", owner=OURS), "denied"),
    "unfit": (None, claim("1", problem="Sai dạng."), "invalid"),
    "unfit change of ours": (existing(owner=OURS), claim("1", problem="Sai dạng."), "invalid"),
    "unknown kind": (None, claim("1", family="medal"), "waiting"),
    "withdrawn, not agreed": (existing(), claim("1", rev=2, gone=True), "waiting"),
    "withdrawn before it came": (None, claim("1", rev=2, gone=True), "new"),
    "withdrawn twice": (existing(rev=2, h=GONE), claim("1", rev=2, gone=True), "same"),
    "brought back": (existing(rev=2, h=GONE), claim("1", rev=3), "updated"),
}


@pytest.mark.parametrize("name", CASES)
def test_each_case_has_one_outcome(name: str) -> None:
    before, incoming, outcome = CASES[name]
    assert decide(before, incoming, RULES)[0] == outcome


def test_all_eight_outcomes_are_among_the_cases() -> None:
    assert {outcome for _, _, outcome in CASES.values()} == set(OUTCOMES)


def test_an_agreed_withdrawal_is_an_update() -> None:
    rules = Rules(sender="xa", ours=OURS, accept_deletions=True)
    assert decide(existing(), claim("1", rev=2, gone=True), rules)[0] == "updated"


def test_children_wait_for_parents_however_far() -> None:
    chain = [claim("3", parent="2"), claim("2", parent="1"), claim("1", parent="0"), claim("9")]
    steps = merge.plan(chain, lookup=lambda _key: None, rules=RULES)
    assert [step.outcome for step in steps] == ["waiting", "waiting", "waiting", "new"]
    whole = merge.plan([*chain, claim("0")], lookup=lambda _key: None, rules=RULES)
    assert {step.outcome for step in whole} == {"new"}


def test_two_that_name_each_other_do_not_wait() -> None:
    ring = [claim("1", parent="2"), claim("2", parent="1")]
    assert {s.outcome for s in merge.plan(ring, lookup=lambda _: None, rules=RULES)} == {"new"}


def test_a_long_chain_without_its_end_is_quick() -> None:
    chain = [claim(str(n), parent=str(n + 1)) for n in range(20_000)]
    steps = merge.plan(chain, lookup=lambda _key: None, rules=RULES)
    assert {step.outcome for step in steps} == {"waiting"}


# -- random histories --------------------------------------------------------------------------


@dataclass
class Office:
    """Receives bundles as the service does, in memory."""

    rows: dict[Key, Claim] = field(default_factory=dict)
    marks: dict[Key, Claim] = field(default_factory=dict)
    waiting: dict[str, Claim] = field(default_factory=dict)
    forks: dict[str, Claim] = field(default_factory=dict)

    def lookup(self, key: Key) -> Existing | None:
        held = self.rows.get(key) or self.marks.get(key)
        if held is None:
            return None
        return Existing(
            owner=held.owner, epoch=held.epoch, rev=held.rev, h=held.h, stored=key in self.rows
        )

    def receive(self, sender: str, claims: list[Claim]) -> dict[str, int]:
        rules = Rules(sender=sender, ours=OURS, accept_deletions=True)
        steps = merge.plan(
            claims, lookup=self.lookup, rules=rules, held=list(self.waiting.values())
        )
        for step in steps:
            key = step.claim.key
            branch = self.rows.get(key) or self.marks.get(key)
            if step.write and step.outcome == "conflict" and branch is not None:
                self.forks[branch.line] = branch
            if step.buried:
                # The row stands where the mark stood; its content is hidden.
                self.rows[key] = self.marks[key]
            elif step.write and step.claim.gone and key not in self.rows:
                self.marks[key] = step.claim
            elif step.write:
                self.rows[key] = step.claim
            elif step.keep:
                aside = self.forks if step.outcome == "conflict" else self.waiting
                aside[step.claim.line] = step.claim
        for aside in (self.waiting, self.forks):
            for line, item in list(aside.items()):
                if merge.is_settled(self.lookup(item.key), item):
                    del aside[line]
        for line in list(self.waiting):
            if line in self.forks:
                del self.waiting[line]
        return merge.count(steps)

    def shown(self) -> dict[Key, tuple[int, int, str]]:
        live = {key: item for key, item in self.rows.items() if not item.gone}
        return {key: (item.epoch, item.rev, item.h) for key, item in live.items()}


Bundle = tuple[str, list[Claim]]


def history(chance: random.Random) -> list[Bundle]:
    """Return the bundles of one to three offices that edit, delete, restore and work on clones."""
    bundles: list[Bundle] = []
    for owner in [f"xa{number}" for number in range(chance.randint(1, 3))]:
        machines: list[tuple[int, dict[str, Claim]]] = [(1, {})]
        for _ in range(chance.randint(1, 6)):
            place = chance.randrange(len(machines))
            epoch, data = machines[place]
            data = _edited(chance, owner, epoch, data)
            machines[place] = (epoch, data)
            action = chance.random()
            if action < 0.1:
                machines.append((epoch, dict(data)))  # a silent copy on a second computer
            elif action < 0.2:
                machines[place] = (epoch + 1, data)  # a restored backup
            bundles.append((owner, list(data.values())))
    return bundles


def _edited(
    chance: random.Random, owner: str, epoch: int, data: dict[str, Claim]
) -> dict[str, Claim]:
    made = dict(data)
    for _ in range(chance.randint(0, 3)):
        number = chance.randrange(4)
        record_id = f"{owner}-{number}"
        before = made.get(record_id)
        rev = before.rev + 1 if before else 1
        parent = f"{owner}-{number - 1}" if number else None
        if parent and (parent not in made or made[parent].gone):
            continue
        children = f"{owner}-{number + 1}"
        alone = children not in made or made[children].gone
        gone = before is not None and alone and chance.random() < 0.2
        content = f"{chance.getrandbits(16):04x}"
        made[record_id] = claim(
            record_id, owner=owner, epoch=epoch, rev=rev, h=content, parent=parent, gone=gone
        )
    return made


@settings(max_examples=2000)
@given(st.integers(0, 2**64))
def test_any_order_with_repeats_gives_the_same_data(seed: int) -> None:
    chance = random.Random(seed)
    bundles = history(chance)
    first, second = Office(), Office()
    for sender, claims in bundles:
        counts = first.receive(sender, claims)
        assert sum(counts.values()) == len(claims)
    shuffled = bundles + chance.choices(bundles, k=3)
    chance.shuffle(shuffled)
    for sender, claims in shuffled:
        order = list(claims)
        chance.shuffle(order)
        assert sum(second.receive(sender, order).values()) == len(claims)
    assert first.shown() == second.shown()
    assert set(first.forks) == set(second.forks)


@settings(max_examples=500)
@given(st.integers(0, 2**64))
def test_a_second_delivery_changes_nothing(seed: int) -> None:
    bundles = history(random.Random(seed))
    office = Office()
    for sender, claims in bundles:
        office.receive(sender, claims)
    before = (office.shown(), set(office.forks), set(office.waiting))
    for sender, claims in bundles:
        counts = office.receive(sender, claims)
        assert counts["new"] == counts["updated"] == 0
    assert (office.shown(), set(office.forks), set(office.waiting)) == before
