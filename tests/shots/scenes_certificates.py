"""In giấy khen: with and without a printer, on blanks, too long names, printed and spoilt."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import cast
from unittest.mock import patch

from tests.shots import seasons
from tests.shots.camera import Stage, answering, settle, wait
from tests.shots.studio import Studio, scene
from thiduaqt.domain.calibration import Fault
from thiduaqt.services import printers
from thiduaqt.services.decisions import listing
from thiduaqt.ui.printing import printer as machines
from thiduaqt.ui.printing.printer import Machine, printer_to_file
from thiduaqt.ui.screens.certificates.screen import CertificatesScreen

PRINTER = "Canon LBP2900"


@contextmanager
def a_printer(folder: Path) -> Iterator[None]:
    """Give this computer a printer whose jobs become files."""
    machine = Machine(name=PRINTER, band_mm=4.2, paper="A4", paper_mm=(210.0, 297.0))
    with (
        patch.object(machines, "names", lambda: (PRINTER,)),
        patch.object(machines, "describe", lambda _name: machine),
        patch.object(machines, "printer_named", lambda _name: printer_to_file(folder / "to.pdf")),
    ):
        yield


def _screen(on: Stage) -> CertificatesScreen:
    return cast("CertificatesScreen", on.go("certificates"))


@scene
def certificates(studio: Studio) -> None:
    """The queue of an issued decision."""
    with studio.open(seasons.issued, seasons.PRINTING) as on:
        screen = _screen(on)
        screen.queue.list.go_to(2)
        screen.queue.list.setFocus()
        settle()
        on.take("certificates-no-printer")
    with a_printer(studio.archive.folder("in")):
        _with_printer(studio)
    with studio.open(seasons.drafted, seasons.DECIDING) as on:
        draft = next(one for one in listing(on.window.context.session) if one.state == "draft")
        on.go("certificates", decision=draft.id)
        on.take("certificates-draft")


def _with_printer(studio: Studio) -> None:
    with studio.open(seasons.issued, seasons.PRINTING) as on:
        screen = _screen(on)
        screen.queue.list.go_to(2)
        screen.preview.area.canvas.setFocus()
        settle()
        on.take("certificates-full")
        screen.head.modes.button("overlay").click()
        settle()
        on.take("certificates-overlay")
        blank = f"{screen.head.layout_code()}/overlay"
        fault = Fault(right_mm=2.0, down_mm=-1.5)
        on.tasks.run(lambda s: printers.save_fault(s, PRINTER, "", blank, fault))
        settle()
        on.take("certificates-calibrated")
        screen.foot.pause.setChecked(True)
        screen.foot.go.click()
        wait()
        on.take("certificates-next-blank")
        screen.press.go_on()
        wait()
        screen.press.stop()
        settle()
        on.take("certificates-stopped")
        screen.queue.list.go_to(1)
        with answering("Kẹt giấy"):
            screen.queue.spoilt_wanted.emit()
        settle()
        on.take("certificates-spoilt")


@scene
def certificates_long(studio: Studio) -> None:
    """Names that shrink, wrap, or are too long for the sheet."""
    with (
        a_printer(studio.archive.folder("in")),
        studio.open(seasons.too_long, seasons.PRINTING) as on,
    ):
        screen = _screen(on)
        settle()
        on.take("certificates-too-long")
        screen.queue.list.go_to(4)
        settle()
        on.take("certificates-shrunk")
