"""A screen over a data file with an issued decision, and a printer that prints into files."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtPrintSupport import QPrinter
from pytestqt.qtbot import QtBot

from thiduaqt.domain.records import Award, Decision, Movement, Office, Round, Signer
from thiduaqt.services.session import Session, create_session
from thiduaqt.ui.hub import Hub
from thiduaqt.ui.memory import Memory
from thiduaqt.ui.printing import printer as machines
from thiduaqt.ui.printing.printer import Machine, printer_to_file
from thiduaqt.ui.screen import ScreenContext
from thiduaqt.ui.screens.certificates.screen import CertificatesScreen
from thiduaqt.ui.tasks import InlineTasks

NAMES = (
    "Tổ công nghệ số cộng đồng thôn Bình Minh",
    "Bà Nguyễn Thị Thu Hà",
    "Ông Đỗ Văn Dũng",
    "Bà Ma Thị Ẻn",
)
LONG = "Tập thể cán bộ, công chức và Nhân dân " * 5
PRINTER = "Canon LBP2900"
NOW = datetime(2026, 12, 14, 10, 42).astimezone()


@dataclass
class Room:
    """The printer of the tests: what it is, and the files its jobs became."""

    folder: Path
    machine: Machine = field(
        default_factory=lambda: Machine(
            name=PRINTER, band_mm=4.2, paper="A4", paper_mm=(210.0, 297.0)
        )
    )
    jobs: list[Path] = field(default_factory=list)
    broken: bool = False

    def named(self, name: str) -> Callable[[], QPrinter]:
        """Return a maker of jobs that become files."""
        assert name == PRINTER

        def make() -> QPrinter:
            folder = self.folder / "khong-co" if self.broken else self.folder
            path = folder / f"job-{len(self.jobs)}.pdf"
            self.jobs.append(path)
            return printer_to_file(path)()

        return make


@pytest.fixture
def room(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Room:
    """Return the only printer of this computer."""
    made = Room(tmp_path)
    monkeypatch.setattr(machines, "names", lambda: (PRINTER,))
    monkeypatch.setattr(machines, "describe", lambda _name: made.machine)
    monkeypatch.setattr(machines, "printer_named", made.named)
    return made


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    """Return a data file of an office without decisions."""
    made = create_session(tmp_path / "xa.tdqdb", actor="can-bo", clock=lambda: NOW)
    made.store.set_meta("unit_id", "office")
    with made.store.transaction("Lập đơn vị", actor="can-bo") as writing:
        writing.put(
            Office(id="office", commune_name="Minh Họa", province="Bắc Ninh", place="Minh Họa")
        )
        writing.put(Movement(id="movement", title="Đột phá phát triển khoa học"))
        writing.put(Round(id="round", movement_id="movement", year=2026))
    yield made
    made.close()


@pytest.fixture
def decided(session: Session) -> Session:
    """Return the data file with an issued decision and its awards."""
    signer = Signer(code="deputy", form=("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"), name="Trần Văn Hậu")
    with session.store.transaction("Ban hành", actor="can-bo") as writing:
        writing.put(
            Decision(
                id="decision",
                round_id="round",
                number="131/QĐ-UBND",
                date="2026-12-10",
                signer=signer,
                state="issued",
            )
        )
        for ordinal, name in enumerate(NAMES, start=1):
            writing.put(
                Award(
                    id=f"award-{ordinal}",
                    decision_id="decision",
                    ordinal=ordinal,
                    name=name,
                    achievement="Đã có thành tích xuất sắc năm 2026",
                    decision_number="131/QĐ-UBND",
                    decision_date="2026-12-10",
                )
            )
    return session


@dataclass
class Desk:
    """A shown screen with what it told the window."""

    screen: CertificatesScreen
    toasts: list[str]
    jumps: list[str]

    def said(self) -> str:
        """Return what the strip says."""
        return self.screen.strip.text() if self.screen.strip.isVisible() else ""


@pytest.fixture
def open_screen(qtbot: QtBot, room: Room) -> Callable[[Session], Desk]:
    """Return what opens the screen over a session."""

    def make(session: Session) -> Desk:
        hub = Hub()
        toasts: list[str] = []
        jumps: list[str] = []
        context = ScreenContext(
            session=session,
            tasks=InlineTasks(lambda: session, hub),
            hub=hub,
            memory=Memory(),
            navigate=lambda key, **_: jumps.append(key),
            toast=lambda text, **_: toasts.append(text),
            refresh_badges=lambda: None,
        )
        screen = CertificatesScreen(context)
        qtbot.addWidget(screen)
        screen.resize(1190, 608)
        screen.show()
        return Desk(screen, toasts, jumps)

    return make
