"""The session: an open data file, who works on it, and the rules that apply."""

from __future__ import annotations

import getpass
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path

from thiduaqt.catalog.loader import load_rulebook
from thiduaqt.domain.errors import NotAllowed
from thiduaqt.domain.records import Office
from thiduaqt.domain.rulebook import Rulebook
from thiduaqt.storage.store import Store, now_here


@dataclass(slots=True)
class Session:
    """What every service needs. Belongs to one thread, as its store does."""

    store: Store
    actor: str
    _rulebooks: dict[tuple[date, str], Rulebook] = field(default_factory=dict)

    @property
    def path(self) -> Path:
        """The data file."""
        return self.store.path

    def today(self) -> date:
        """Return the day on the session's clock."""
        return self.store.clock().date()

    def now(self) -> str:
        """Return date and time with seconds and zone, as records keep it."""
        return self.store.clock().isoformat(timespec="seconds")

    def new_id(self) -> str:
        """Return an id for a new record."""
        return self.store.new_id()

    def office(self) -> Office:
        """Return our own office. Raises NotAllowed where it is not set up yet."""
        found = self.store.find(Office, self.store.owner)
        if found is None:
            raise NotAllowed(
                "Tệp dữ liệu này chưa thiết lập đơn vị.",
                todo="Mở phần Thiết lập lần đầu và chọn xã, phường của mình.",
            )
        return found

    def rulebook(self, on: date | None = None) -> Rulebook:
        """Return the rules in force on a day (today where none is named) in our province."""
        day = on or self.today()
        province = self.office().province
        key = (day, province)
        if key not in self._rulebooks:
            self._rulebooks[key] = load_rulebook(day, province)
        return self._rulebooks[key]

    def close(self) -> None:
        """Close the data file."""
        self.store.close()


def today() -> date:
    """Return the day on the computer's clock, for work that needs no data file."""
    return now_here().date()


def open_session(
    path: Path,
    *,
    read_only: bool = False,
    actor: str | None = None,
    clock: Callable[[], datetime] | None = None,
    ids: Callable[[], str] | None = None,
) -> Session:
    """Open a data file for one thread. Raises StoreError with a sentence for the officer."""
    extras = _extras(clock, ids)
    return Session(Store.open(path, read_only=read_only, **extras), actor or _account())  # type: ignore[arg-type]  # the two optional keywords are typed above


def create_session(
    path: Path,
    *,
    actor: str | None = None,
    clock: Callable[[], datetime] | None = None,
    ids: Callable[[], str] | None = None,
) -> Session:
    """Create a new data file and open it. Raises StoreError where the name is taken."""
    extras = _extras(clock, ids)
    return Session(Store.create(path, **extras), actor or _account())  # type: ignore[arg-type]  # the two optional keywords are typed above


def _extras(
    clock: Callable[[], datetime] | None, ids: Callable[[], str] | None
) -> dict[str, Callable[[], object]]:
    extras: dict[str, Callable[[], object]] = {}
    if clock is not None:
        extras["clock"] = clock
    if ids is not None:
        extras["ids"] = ids
    return extras


def _account() -> str:
    """Return the name of the account on this computer; the journal says who wrote."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return "?"
