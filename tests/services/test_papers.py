"""The facts of the papers: what they may say about work that was not done."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from thiduaqt.domain.records import Nomination
from thiduaqt.services import decisions, nominations, papers, sample
from thiduaqt.services.sample import Season


@pytest.fixture
def season(tmp_path: Path) -> Season:
    made = sample.start(tmp_path / "thu.tdqdb")
    sample.enter_registers(made)
    sample.take_in(made, sample.write_lists(made, tmp_path / "danh-sach"))
    sample.fill_dossiers(made)
    sample.hold_council(made)
    return made


def test_the_submission_claims_no_appraisal_of_what_nobody_looked_at(season: Season) -> None:
    session = season.session
    received = papers.submission_paper(session, season.decision_id).process[0]
    assert " đã tiếp nhận, thẩm định hồ sơ đề nghị của " in received
    proposed = {line.nomination_id for line in decisions.lines(session, season.decision_id)}
    rows = nominations.listing(session, season.round.id)
    other = next(row for row in rows if row.id not in proposed and row.state == "draft")
    nomination = session.store.get(Nomination, other.id)
    with session.store.transaction("Bỏ đánh dấu", actor="thu") as writing:
        writing.put(replace(nomination, checks=(), papers=()))
    received = papers.submission_paper(session, season.decision_id).process[0]
    assert " đã tiếp nhận hồ sơ đề nghị của " in received
