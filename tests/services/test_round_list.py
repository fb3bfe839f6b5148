"""The list of a round, read in one go and shown from another thread."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.builders import a_session, the_round
from thiduaqt.services import nominations, quotas, round_list
from thiduaqt.services.session import Session, open_session


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    made = a_session(tmp_path)
    nominations.paste(
        made, the_round(made).id, [], [{"name": "Lò Văn Tám"}, {"name": "Vi Thị Tới"}]
    )
    yield made
    made.close()


def test_it_holds_what_the_parts_say(session: Session) -> None:
    around = the_round(session)
    found = round_list.read(session, around.id)
    assert found is not None
    assert found.around == around
    assert [row.name for row in found.rows] == ["Lò Văn Tám", "Vi Thị Tới"]
    assert found.rows == nominations.listing(session, around.id)
    assert found.quotas == quotas.of_round(session, around.id)


def test_a_round_that_is_gone_has_no_list(session: Session) -> None:
    assert round_list.read(session, "khong-co") is None


def test_the_checker_serves_another_thread(session: Session) -> None:
    """A data file belongs to one thread; what was read on it must not go back to it."""
    around = the_round(session).id
    found: list[round_list.RoundList | None] = []

    def work() -> None:
        own = open_session(session.path, read_only=True)
        found.append(round_list.read(own, around))
        own.close()

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert found[0] is not None
    checker = found[0].checker
    assert checker.plan is not None
    assert checker.award_name("certificate_of_merit") == "Giấy khen"
    assert checker.check(checker.nominations[0]).state == found[0].rows[0].check
