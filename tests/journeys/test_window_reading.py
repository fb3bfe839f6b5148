"""What takes long to read is read beside the window."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest

from tests.builders import a_session, the_round
from tests.journeys.hands import Hands
from thiduaqt.services import nominations
from thiduaqt.services.checking import Checker
from thiduaqt.services.editing import Edit
from thiduaqt.services.nominations import NominationRow


def test_nominations_are_checked_away_from_the_window(
    hands: Hands, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Checking a long list takes long: neither the list nor the badges hold the window up."""
    session = a_session(tmp_path)
    around = the_round(session).id
    nominations.paste(session, around, [], [{"name": "Lò Văn Tám"}, {"name": "Vi Thị Tới"}])
    session.close()
    threads: list[str] = []
    rows_of = nominations.rows_of

    def watched(checker: Checker) -> tuple[NominationRow, ...]:
        threads.append(threading.current_thread().name)
        return rows_of(checker)

    monkeypatch.setattr(nominations, "rows_of", watched)
    hands.open_file(session.path)
    hands.window.go("nominations")
    hands.settle()
    grid = hands.grid("nominations.grid")
    assert len(grid.rows()) == 2
    before = len(threads)
    edit = Edit(id=grid.rows()[0].id, field="post", value="Trưởng thôn")
    hands.window.context.tasks.run(lambda writer: nominations.edit(writer, [edit]))
    hands.settle()
    hands.until(lambda: "Trưởng thôn" in [row.post for row in grid.rows()])
    hands.until(lambda: len(threads) >= before + 2)  # the badges come later
    assert set(threads) == {"writer"}
