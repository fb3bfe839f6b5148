"""A bundle laid beside the data: one step per record, shown and then written."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from thiduaqt.domain import merge
from thiduaqt.domain.merge import Existing, Outcome, Rules, Step
from thiduaqt.domain.records import Award, HeldReason, HeldRecord, Record
from thiduaqt.domain.travel import FAMILIES, GONE, Bundle, Claim, Key, body_hash, body_of
from thiduaqt.services.session import Session
from thiduaqt.services.travel_words import FieldChange, called, differences
from thiduaqt.storage.transaction import Transaction


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One record of a bundle in the preview: what it is, what will happen, what changes.

    ``deletion`` marks a withdrawal that needs the officer's word; ``held`` a record that an
    earlier bundle left waiting.
    """

    family: str
    family_word: str
    id: str
    label: str
    outcome: Outcome
    reason: str = ""
    changes: tuple[FieldChange, ...] = ()
    deletion: bool = False
    held: bool = False


class Desk:
    """A bundle laid beside the data: one step per record."""

    def __init__(self, session: Session, bundle: Bundle, *, accept_deletions: bool) -> None:
        self._session = session
        self._store = session.store
        self._bundle = bundle
        self._read: dict[str, Claim] = {}
        self._load_held()
        self._claimed = {claim.key: claim.record for claim in bundle.claims if claim.record}
        rules = Rules(
            sender=bundle.info.sender_id,
            ours=self._store.owner,
            accept_deletions=accept_deletions,
        )
        # What comes again in this bundle is counted there, not as something that had waited.
        again = {(claim.key, claim.epoch, claim.rev, claim.h) for claim in bundle.claims}
        waiting = [self._claim(item) for item in self._held if item.reason == "waiting"]
        self._waiting = [
            claim for claim in waiting if (claim.key, claim.epoch, claim.rev, claim.h) not in again
        ]
        self.steps = self._plan(rules)

    def _load_held(self) -> None:
        self._found: dict[Key, Existing | None] = {}
        self._held = self._store.all(HeldRecord)
        self._lines = {(item.reason, item.family, item.ref, item.body) for item in self._held}
        self._aside: dict[tuple[str, str, str], list[HeldRecord]] = defaultdict(list)
        for item in self._held:
            self._aside[item.reason, item.family, item.ref].append(item)

    def item(self, step: Step) -> Item:
        """Return one line of the preview."""
        claim = step.claim
        family = FAMILIES.get(claim.family)
        before = self._record(claim.key)
        after = claim.record
        if claim.gone and after is None and before is not None:
            after = replace(before, deleted=True)
        shown = after or before
        label = called(claim.family, shown, self._find) if family and shown else ""
        differs = step.outcome in ("new", "updated", "conflict") or step.keep
        return Item(
            family=claim.family,
            family_word=family.word if family else "Mục chưa rõ loại",
            id=claim.id,
            label=label or claim.id,
            outcome=step.outcome,
            reason=step.reason,
            changes=differences(claim.family, before, after, self._find)
            if family and after is not None and differs
            else (),
            deletion=claim.gone and before is not None and not before.deleted,
            held=step.held,
        )

    def write(self, writing: Transaction) -> None:
        """Do all steps inside a transaction."""
        displaced = [step.claim for step in self.steps if step.write and step.outcome == "conflict"]
        for claim in displaced:
            self._keep_branch(writing, claim)
        self._write_records(writing, [step for step in self.steps if step.write])
        for step in self.steps:
            if step.keep and (not step.held or step.outcome == "conflict"):
                self._keep(writing, step.claim, _reason(step))
        self._clear(writing)

    # -- planning ------------------------------------------------------------------------------

    def _plan(self, rules: Rules) -> list[Step]:
        stopped: set[Key] = set()
        while True:
            steps = merge.plan(
                self._bundle.claims,
                lookup=self._existing,
                rules=rules,
                held=self._waiting,
                stopped=stopped,
            )
            more = self._same_ordinal(steps) - stopped
            if not more:
                return steps
            stopped |= more

    def _same_ordinal(self, steps: Sequence[Step]) -> set[Key]:
        """Return awards whose place in the register another award of the decision keeps."""
        coming = {step.claim.key: step.claim.record for step in steps if step.write}
        taken: dict[tuple[str, int], str] = {}
        decisions = {record.decision_id for record in coming.values() if isinstance(record, Award)}
        for decision_id in filter(None, decisions):
            for award in self._store.all(Award, decision_id=decision_id):
                if ("award", award.id) not in coming:
                    taken[decision_id, award.ordinal] = award.id
        late: set[Key] = set()
        for key in sorted(coming):
            own = coming[key]
            if not isinstance(own, Award) or own.deleted or own.decision_id is None:
                continue
            if taken.setdefault((own.decision_id, own.ordinal), own.id) != own.id:
                late.add(key)
        return late

    def _existing(self, key: Key) -> Existing | None:
        if key not in self._found:
            self._found[key] = self._look_up(key)
        return self._found[key]

    def _look_up(self, key: Key) -> Existing | None:
        record = self._record(key)
        if record is None:
            return self._mark(key)
        return Existing(
            owner=record.origin or self._store.owner,
            epoch=record.epoch,
            rev=record.rev,
            h=self._hash(key, record),
        )

    def _mark(self, key: Key) -> Existing | None:
        """Return the newest remembered withdrawal of a record that never came."""
        marks = [self._claim(item) for item in self._aside["tombstone", *key]]
        newest = max(marks, key=lambda mark: (mark.epoch, mark.rev), default=None)
        if newest is None:
            return None
        return Existing(
            owner=newest.owner, epoch=newest.epoch, rev=newest.rev, h=GONE, stored=False
        )

    def _hash(self, key: Key, record: Record) -> str:
        if record.deleted:
            return GONE
        for item in self._aside["extra", *key]:
            claim = self._claim(item)
            if (claim.epoch, claim.rev) == (record.epoch, record.rev):
                return claim.h
        return body_hash(body_of(key[0], record))

    def _record(self, key: Key) -> Record | None:
        family = FAMILIES.get(key[0])
        return self._store.find(family.kind, key[1]) if family else None

    def _find(self, key: Key) -> Record | None:
        return self._claimed.get(key) or self._record(key)

    def _claim(self, item: HeldRecord) -> Claim:
        from thiduaqt.exchange import reader  # noqa: PLC0415 - loads msgspec

        if item.id not in self._read:
            self._read[item.id] = reader.read_line(item.body.encode())
        return self._read[item.id]

    # -- writing -------------------------------------------------------------------------------

    def _write_records(self, writing: Transaction, steps: Sequence[Step]) -> None:
        # Awards may change places within a decision; nobody may stand on a place still taken.
        for number, step in enumerate(steps, start=1):
            record = step.claim.record
            if isinstance(record, Award) and self._record(step.claim.key) is not None:
                writing.put_foreign(replace(record, ordinal=-number))
        for step in steps:
            claim = step.claim
            if claim.record is not None:
                writing.put_foreign(_stored_form(claim.record, step.buried))
                if claim.extra and not step.buried:
                    self._keep(writing, claim, "extra")
                continue
            record = self._record(claim.key)
            if record is None:
                self._keep(writing, claim, "tombstone")
            else:
                writing.put_foreign(replace(record, deleted=True, epoch=claim.epoch, rev=claim.rev))

    def _keep_branch(self, writing: Transaction, claim: Claim) -> None:
        """Keep the stored branch of a fork before the other one takes its place."""
        from thiduaqt.exchange import writer  # noqa: PLC0415 - loads msgspec

        record = self._record(claim.key)
        extra = self._aside["extra", *claim.key]
        if record is None:
            lines = [item.body for item in self._aside["tombstone", *claim.key]]
        elif extra:
            lines = [item.body for item in extra]
        else:
            lines = [writer.branch_line(claim.family, record)]
        for line in lines:
            self._put_aside(writing, claim.key, "fork", line)

    def _keep(self, writing: Transaction, claim: Claim, reason: HeldReason) -> None:
        self._put_aside(writing, claim.key, reason, claim.line)

    def _put_aside(self, writing: Transaction, key: Key, reason: HeldReason, line: str) -> None:
        mark = (reason, *key, line)
        if mark in self._lines:
            return
        self._lines.add(mark)
        held = HeldRecord(
            id=self._session.new_id(),
            bundle_id=self._bundle.info.bundle_id,
            family=key[0],
            ref=key[1],
            reason=reason,
            body=line,
        )
        writing.put(held)

    def _clear(self, writing: Transaction) -> None:
        """Put away what was kept aside and has become pointless."""
        self._load_held()
        for item in self._held:
            claim = self._claim(item)
            if self._pointless(item, claim, self._existing(claim.key)):
                writing.remove(item)

    def _pointless(self, item: HeldRecord, claim: Claim, existing: Existing | None) -> bool:
        version = (claim.epoch, claim.rev)
        match item.reason:
            case "extra":
                return existing is None or existing.version != version
            case "tombstone":
                return existing is not None and (existing.stored or existing.version > version)
            case "waiting" if ("fork", item.family, item.ref, item.body) in self._lines:
                return True
        return merge.is_settled(existing, claim)


def _stored_form(record: Record, buried: tuple[int, int] | None) -> Record:
    if buried is None:
        return record
    epoch, rev = buried
    return replace(record, deleted=True, epoch=epoch, rev=rev)


def _reason(step: Step) -> HeldReason:
    if step.outcome == "conflict":
        return "fork"
    return "invalid" if step.outcome == "invalid" else "waiting"
