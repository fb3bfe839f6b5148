"""Quyết định, sổ khen: drafts, what stands in the way, issued; the register with its marks."""

from __future__ import annotations

from pathlib import Path
from typing import cast

from tests.shots import seasons
from tests.shots.camera import Stage, answering, settle
from tests.shots.studio import Studio, scene
from thiduaqt.services import decisions as papers_of
from thiduaqt.services import output
from thiduaqt.ui.screens.decisions.screen import DecisionsScreen


def _screen(on: Stage, **filters: object) -> DecisionsScreen:
    return cast("DecisionsScreen", on.go("decisions", **filters))


@scene
def decisions(studio: Studio) -> None:
    """A draft from the locked result to the issued decision."""
    with studio.open(seasons.locked, seasons.DECIDING) as on:
        _screen(on)
        on.take("decisions-not-drafted")
    with studio.open(seasons.drafted, seasons.DECIDING) as on:
        screen = _screen(on)
        on.take("decisions-draft")
        screen.page.issuing.issue()
        settle()
        on.take("decisions-number-missing")
        screen.page.hide_problems()
        _make_papers(screen, studio.archive.folder("van-ban"))
        on.window.toast.hide()
        on.take("decisions-papers")
        decision_id = screen.desk.decision_id
        on.tasks.run(
            lambda s: papers_of.edit(s, decision_id, number="131/QĐ-UBND", day="2026-12-10")
        )
        settle()
        on.take("decisions-outdated")
        screen.page.papers.remake()
        settle()
        on.window.toast.hide()
        on.take_dialog("decisions-card", screen.page.issuing.issue)
        with answering(True):
            screen.page.issuing.issue()
        settle()
        on.take("decisions-issued")
        on.window.toast.hide()
        on.take_dialog("decisions-reopen", screen.page.issuing.reopen)
    with studio.open(seasons.over_quota, seasons.DECIDING) as on:
        screen = _screen(on)
        decision_id = screen.desk.decision_id
        on.tasks.run(lambda s: papers_of.edit(s, decision_id, over_quota_reason=""))
        settle()
        on.take("decisions-over-quota")
        screen.page.issuing.issue()
        settle()
        on.take("decisions-over-quota-refused")


def _make_papers(screen: DecisionsScreen, folder: Path) -> None:
    with answering(str(folder)):
        screen.page.papers.make_all()
    settle()
    assert list(folder.glob("*.docx")), output.__name__


@scene
def register(studio: Studio) -> None:
    """The register: whole, narrowed, with a corrected and a revoked line."""
    with studio.open(seasons.issued, seasons.PRINTING) as on:
        screen = _screen(on, part="register")
        rows = {row.name: row.id for row in screen.register.grid.rows()}
        corrected = next(row.id for row in screen.register.grid.rows() if row.state == "corrected")
        screen.register.grid.view.setFocus()
        settle()
        on.take("register-full")
        screen.register.go_to(corrected)
        settle()
        on.take("register-corrected")
        screen.register.go_to(rows["Ông Lý A Sủng"])
        settle()
        on.take("register-revoked")
        screen.register.grid.set_filter("year", {"2025"})
        settle()
        on.take("register-filtered")
        screen.register.go_to(corrected)
        settle()
        on.take_dialog("register-correct", screen.register.card.correct)
        on.take_dialog("register-revoke", screen.register.card.revoke)
