"""The papers of a decision: made where the officer said, told when old, never over an edit."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from tests.ui.conftest import Calls
from tests.ui.screens.decisions.conftest import Stage, settle
from thiduaqt.domain.errors import Cancelled
from thiduaqt.services import decisions
from thiduaqt.services.sample import Season
from thiduaqt.services.session import Session
from thiduaqt.ui.dialogs import Answers

Opens = Callable[[Session], Stage]


def states(stage: Stage) -> dict[str, str]:
    return {tile.paper.kind: tile.paper.state for tile in stage.screen.page.tiles.tiles}


def make_all(stage: Stage, answers: Answers, folder: Path) -> None:
    folder.mkdir(exist_ok=True)
    answers.give(folder)
    stage.press("decisions.papers.button")


def test_the_folder_is_asked_for_once(
    stage: Stage, answers: Answers, calls: Calls, tmp_path: Path
) -> None:
    assert set(states(stage).values()) == {"missing"}
    make_all(stage, answers, tmp_path / "van-ban")
    assert set(states(stage).values()) == {"current"}
    assert sorted(path.name for path in (tmp_path / "van-ban").iterdir()) == [
        "Danh sách chi tiền thưởng.xlsx",
        "Quyết định.docx",
        "Tờ trình.docx",
    ]
    assert "“van-ban”" in calls.toasts[-1]
    stage.press("decisions.papers.button")  # no second question
    assert len(answers.seen) == 1


def test_the_folder_can_be_changed(stage: Stage, answers: Answers, tmp_path: Path) -> None:
    make_all(stage, answers, tmp_path / "van-ban")
    other = tmp_path / "noi-khac"
    other.mkdir()
    answers.give(other)
    stage.screen.page.tiles.folder_wanted.emit()
    stage.press("decisions.papers.button")
    assert (other / "Tờ trình.docx").exists()


def test_giving_up_the_folder_makes_nothing(stage: Stage, answers: Answers) -> None:
    answers.give(None)
    stage.press("decisions.papers.button")
    assert set(states(stage).values()) == {"missing"}
    assert stage.button("decisions.papers.button").isEnabled()


def test_one_paper_alone(stage: Stage, answers: Answers, tmp_path: Path) -> None:
    answers.give(tmp_path)
    stage.press("decisions.make.submission")
    assert states(stage)["submission"] == "current"
    assert states(stage)["decision"] == "missing"


def test_a_paper_is_opened_with_its_own_program(
    stage: Stage, answers: Answers, tmp_path: Path
) -> None:
    make_all(stage, answers, tmp_path / "van-ban")
    stage.press("decisions.open.submission")
    assert stage.opened == [tmp_path / "van-ban" / "Tờ trình.docx"]
    stage.screen.page.tiles.folder_opened.emit()
    assert stage.opened[-1] == tmp_path / "van-ban"
    stage.opens = False
    answers.give(None)
    stage.press("decisions.open.decision")
    assert "không mở được “Quyết định.docx”" in answers.seen[-1]


def test_old_papers_say_what_has_changed(
    stage: Stage, answers: Answers, tmp_path: Path, season: Season
) -> None:
    make_all(stage, answers, tmp_path / "van-ban")
    assert not stage.screen.page.strip.isVisible()
    stage.type("number", "131")
    strip = stage.screen.page.strip
    assert strip.isVisible()
    assert strip.text() == "Sửa số sau khi tạo văn bản. Bản cũ vẫn còn."
    assert states(stage)["decision"] == "outdated"
    stage.screen.page.papers.remake()
    settle()
    assert set(states(stage).values()) == {"current"}
    assert not strip.isVisible()


def test_an_edited_paper_is_kept(
    stage: Stage, answers: Answers, tmp_path: Path, season: Season, calls: Calls
) -> None:
    make_all(stage, answers, tmp_path / "van-ban")
    path = tmp_path / "van-ban" / "Quyết định.docx"
    path.write_bytes(path.read_bytes() + b"sua tay")
    stage.type("number", "131")
    assert states(stage)["decision"] == "edited"
    stage.press("decisions.papers.button")
    assert path.read_bytes().endswith(b"sua tay")
    assert (tmp_path / "van-ban" / "Quyết định (2).docx").exists()
    assert "Bản đã sửa tay được giữ nguyên" in calls.toasts[-1]


def test_stopping_leaves_the_screen_ready(
    stage: Stage, answers: Answers, tmp_path: Path, calls: Calls
) -> None:
    stage.context.tasks.started.connect(lambda job: job.cancel())
    make_all(stage, answers, tmp_path / "van-ban")
    assert isinstance(calls.errors.pop(), Cancelled)
    assert set(states(stage).values()) == {"missing"}
    assert stage.button("decisions.papers.button").isEnabled()


def test_a_folder_that_cannot_be_written_is_told(
    stage: Stage, answers: Answers, tmp_path: Path, calls: Calls
) -> None:
    blocked = tmp_path / "tep"
    blocked.write_text("không phải thư mục")
    answers.give(blocked)
    stage.press("decisions.papers.button")
    assert "Không ghi được" in str(calls.errors.pop())
    assert stage.button("decisions.papers.button").isEnabled()


def test_issued_the_register_is_among_the_papers(
    season: Season, open_stage: Opens, answers: Answers, tmp_path: Path
) -> None:
    decisions.edit(season.session, season.decision_id, number="131", day="10/12/2026")
    decisions.issue(season.session, season.decision_id)
    stage = open_stage(season.session)
    make_all(stage, answers, tmp_path / "van-ban")
    assert (tmp_path / "van-ban" / "Sổ khen thưởng.xlsx").exists()
    assert states(stage)["register"] == "current"


def test_what_is_being_typed_goes_into_the_papers(
    stage: Stage, season: Season, answers: Answers, tmp_path: Path
) -> None:
    field = stage.field("number")
    field.setFocus()
    field.setText("131")
    answers.give(tmp_path)
    stage.screen.does.make_papers.trigger()
    settle()
    assert decisions.listing(season.session)[0].number == "131/QĐ-UBND"
    assert states(stage)["decision"] == "current"
