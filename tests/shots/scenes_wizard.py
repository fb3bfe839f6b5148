"""The first set-up: five pages, no match, missing answers, an entry by hand."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from tests.shots.camera import settle, wait
from tests.shots.studio import Studio, scene
from tests.ui.telex import send
from thiduaqt.ui.screens.wizard.screen import Wizard
from thiduaqt.ui.tables.columns import CellEdit

WELCOME, COMMUNE, LETTERHEAD, MOVEMENT, REVIEW = range(5)


@contextmanager
def a_wizard(studio: Studio) -> Iterator[Wizard]:
    """Open the wizard as the program does when there is no data file."""
    folder = studio.archive.folder("ThiDuaQt")
    made = Wizard(folder)
    made.resize(*studio.camera.sizes[0])
    made.show()
    made.activateWindow()
    settle()
    try:
        yield made
    finally:
        made.close()
        made.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def _type(field: QWidget, text: str) -> None:
    assert isinstance(field, QLineEdit)
    field.setFocus()
    field.selectAll()
    for sign in text:
        send(field, sign)
    wait()


@scene
def wizard(studio: Studio) -> None:
    """Through the pages, and what stands in the way on each."""
    camera = studio.camera
    with a_wizard(studio) as page:
        camera.take("wizard-1-welcome", page)
        page.welcome.start.click()
        settle()
        camera.take("wizard-2-begin", page)
        page.go_on()
        settle()
        camera.take("wizard-2-missing", page)
        _type(page.commune.search, "khong co xa nay")
        camera.take("wizard-2-no-match", page)
        _type(page.commune.search, "minh ho")
        camera.take("wizard-2-commune", page)
        page.commune.by_hand.click()
        settle()
        camera.take("wizard-2-by-hand", page)
        page.commune.by_hand.click()
        _type(page.commune.search, "cao minh")
        page.go_on()
        settle()
        camera.take("wizard-3-letterhead", page)
        _letterhead(studio, page)
        _movement(studio, page)
        page.draft.file = str(_taken(studio.archive.folder("da-co")))
        page.review.load()
        page.go_on()
        settle()
        camera.take("wizard-5-refused", page)


def _taken(folder: Path) -> Path:
    path = folder / "caominh.tdqdb"
    path.write_bytes(b"")
    return path


def _letterhead(studio: Studio, page: Wizard) -> None:
    fields = page.letterhead.fields
    _type(fields["first"], "Trần Văn Hậu")
    page.letterhead.more.click()
    _type(fields["second"], "Lò Văn Khải")
    fields["place"].setFocus()
    wait()
    studio.camera.take("wizard-3-two-signers", page)


def _movement(studio: Studio, page: Wizard) -> None:
    page.go_on()
    settle()
    assert page.current() == MOVEMENT
    studio.camera.take("wizard-4-movement", page)
    row = page.movement.quotas.grid.rows()[0]
    wrong = CellEdit(row=row, column_key="individual", old=row.shown("individual"), new="năm")
    page.movement.quotas.grid.edited.emit([wrong])
    settle()
    _type(page.movement.year, "20x6")
    page.go_on()
    settle()
    studio.camera.take("wizard-4-missing", page)
    _type(page.movement.year, "2026")
    page.go_on()
    settle()
    assert page.current() == REVIEW
    studio.camera.take("wizard-5-review", page)
