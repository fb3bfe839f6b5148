"""The office set up: what a stale window may still ask for."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.builders import a_session
from thiduaqt.domain.errors import NotFound
from thiduaqt.services import history, setup


def test_a_round_of_a_movement_that_was_undone_is_refused_in_words(tmp_path: Path) -> None:
    session = a_session(tmp_path)
    setup.start_movement(session, "cao_minh_2026", 2027)
    added = setup.movements(session)[-1]
    history.undo(session)
    with pytest.raises(NotFound):
        setup.add_round(session, added.id, "yearly", 2028)
