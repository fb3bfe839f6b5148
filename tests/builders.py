"""Records and sessions for tests: invented people, a fixed clock, ids that count."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta, timezone
from pathlib import Path

from thiduaqt.domain.records import Movement, Round, Signer
from thiduaqt.services import setup
from thiduaqt.services.session import Session, create_session

HANOI = timezone(timedelta(hours=7))
NOW = datetime(2026, 11, 20, 14, 32, tzinfo=HANOI)


def counting_ids() -> Callable[[], str]:
    """Return a source of ids that count up."""
    numbers = itertools.count(1)
    return lambda: f"00000000-0000-7000-8000-{next(numbers):012d}"


def an_empty_session(folder: Path, name: str = "thu.tdqdb") -> Session:
    """Return a session on a new data file that is not set up."""
    return create_session(folder / name, actor="can-bo", clock=lambda: NOW, ids=counting_ids())


def a_session(folder: Path, name: str = "thu.tdqdb", *, sample: bool = False) -> Session:
    """Return a session of the invented commune Minh Họa on the Cao Minh movement."""
    session = an_empty_session(folder, name)
    answers = setup.default_answers(setup.SAMPLE_COMMUNE, year=2026, pack_code="cao_minh_2026")
    signer = Signer(code="chair", form=("CHỦ TỊCH",), name="Lò Văn Khải")
    setup.set_up(session, replace(answers, signers=(signer,), sample=sample))
    return session


def the_movement(session: Session) -> Movement:
    """Return the one movement of a new office."""
    return setup.movements(session)[0]


def the_round(session: Session) -> Round:
    """Return the yearly round."""
    return next(
        item for item in setup.rounds(session, the_movement(session).id) if item.kind == "yearly"
    )
