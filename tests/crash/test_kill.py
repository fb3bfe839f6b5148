"""Killed without warning, dozens of times: the file opens, nothing told as stored is lost."""

from __future__ import annotations

import random
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

from tests.bundles import a_season, an_office, send, state
from tests.crash.worker import LIST_LENGTH
from thiduaqt.domain.records import BundleLog, Person
from thiduaqt.services import history, safety
from thiduaqt.services.session import Session, open_session
from thiduaqt.storage import backup as copies

WORKER = Path(__file__).with_name("worker.py")
KILLS = 30
"""Of each of the two kinds."""


def _killed(chance: random.Random, most: int, longest: float, *arguments: str) -> list[str]:
    """Run the worker, kill it at any moment, return what it told until then.

    The moment is counted in steps told (0 to ``most``) and then 0 to ``longest`` seconds, so that
    a slow machine kills in the same places as a fast one.
    """
    with subprocess.Popen(
        [sys.executable, str(WORKER), *arguments], stdout=subprocess.PIPE, text=True
    ) as child:
        assert child.stdout is not None
        assert child.stdout.readline() == "ready\n"
        told = [child.stdout.readline() for _ in range(chance.randint(0, most))]
        time.sleep(chance.uniform(0, longest))
        child.kill()
        told += child.stdout.read().splitlines(keepends=True)
    # The last line may be cut: then nobody was told.
    return [line.strip() for line in told if line.endswith("\n")]


def _whole(path: Path) -> Session:
    """Open the file as the next start does, and check every page, row, link and the journal."""
    session = open_session(path)
    report = safety.verify(session)
    assert report.ok, [finding for finding in report.findings if not finding.ok]
    return session


def _journal_left(path: Path) -> bool:
    left = path.with_name(f"{path.name}-journal")
    return left.exists() and left.stat().st_size > 0


def test_killed_while_saving(tmp_path: Path) -> None:
    chance = random.Random(20261120)
    path = an_office(tmp_path, "xa").path
    told: Counter[str] = Counter()
    ids: set[str] = set()
    in_the_middle = 0
    for _ in range(KILLS):
        for line in _killed(chance, 8, 0.03, "saving", str(path)):
            kind, name = line.split()
            told[kind] += 1
            ids.add(name)
        in_the_middle += _journal_left(path)
        session = _whole(path)
        people = session.store.all(Person)
        lists = Counter(person.note for person in people if person.note)
        stored = {person.id for person in people if not person.note} | set(lists)
        session.close()
        assert ids <= stored, "something told as stored is lost"
        assert set(lists.values()) <= {LIST_LENGTH}, "a list came in by half"
    assert min(told["one"], told["list"]) >= KILLS
    assert in_the_middle, "no kill fell into a write, so nothing was shown"


def test_killed_while_taking_in_a_bundle(tmp_path: Path) -> None:
    chance = random.Random(20261121)
    commune = an_office(tmp_path, "xa")
    a_season(commune, people=40)
    everything = sum(send(commune, tmp_path / "goi.tdq").counts.values())
    province = an_office(tmp_path, "tinh")
    path, before = province.path, state(province)
    province.close()
    told: Counter[str] = Counter()
    in_the_middle = 0
    for _ in range(KILLS):
        lines = _killed(chance, 2, 0.1, "bundles", str(path), str(tmp_path / "goi.tdq"))
        told.update(lines)
        in_the_middle += _journal_left(path)
        session = _whole(path)
        logs = session.store.all(BundleLog)
        theirs = state(session, origin=commune.store.owner)
        came = sum(len(records) for records in theirs.values())
        assert len(logs) in (0, 1)
        assert came == (everything if logs else 0), "a bundle came in by half"
        if lines and lines[-1] == "in":
            # Told as taken in; at most the next undo was under way and may have been finished.
            assert logs or session.store.undo_labels()[1] is not None
        for made in safety.list_backups(session):
            assert copies.inspect(made.path).nothing
        if logs:
            history.undo(session)
        assert state(session) == before
        session.close()
    assert told["in"] > KILLS // 3
    assert in_the_middle, "no kill fell into a write, so nothing was shown"
