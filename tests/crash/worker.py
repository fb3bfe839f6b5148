"""What is killed in the middle: saves, lists and bundles, each told to the parent once it is done.

Run as a program: ``worker.py saving DATA`` or ``worker.py bundles DATA BUNDLE``.
"""

from __future__ import annotations

import itertools
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from thiduaqt.domain.records import Person
from thiduaqt.exchange import reader  # noqa: F401 - loaded before the clock starts
from thiduaqt.services import history, sharing
from thiduaqt.services.session import Session, open_session

LIST_LENGTH = 80


def tell(*words: object) -> None:
    """Tell the parent that something is safely stored."""
    sys.stdout.write(" ".join(str(word) for word in words) + "\n")
    sys.stdout.flush()


def saving(session: Session) -> None:
    """Save single people and whole lists in turn, for ever."""
    for number in itertools.count():
        with session.store.transaction("Lưu", actor="thu") as writing:
            person = writing.put(Person(id=session.new_id(), full_name=f"Người {number}"))
        tell("one", person.id)
        with session.store.transaction("Nhập danh sách", actor="thu") as writing:
            name = f"danh-sach-{session.new_id()}"
            writing.put_new(
                Person(id=session.new_id(), full_name="Trong danh sách", note=name)
                for _ in range(LIST_LENGTH)
            )
        tell("list", name)


def bundles(session: Session, path: Path) -> None:
    """Take a bundle in and take it back, for ever."""
    while True:
        sharing.apply_bundle(session, sharing.preview_bundle(session, path))
        tell("in")
        history.undo(session)
        tell("out")


if __name__ == "__main__":
    opened = open_session(Path(sys.argv[2]), actor="thu")
    tell("ready")
    if sys.argv[1] == "saving":
        saving(opened)
    else:
        bundles(opened, Path(sys.argv[3]))
