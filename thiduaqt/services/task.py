"""One thing to do, with its words: how it stands, how much time is left, the one way on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from thiduaqt.domain.due import Due

TaskState = Literal["todo", "doing", "done", "waiting", "later"]
STATE_WORDS: dict[TaskState, str] = {
    "todo": "Chưa làm",
    "doing": "Đang làm",
    "done": "Xong",
    "waiting": "Chưa đến lúc",
    "later": "Sắp tới",
}
_NAMED = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """One thing to do. ``look`` is a state of the window's icons; ``now`` puts it on top.

    ``button`` is the one way on: it opens ``screen`` with ``filters``; empty where there is
    nothing to do yet. ``waits_for`` says what has to come first.
    """

    key: str
    title: str
    detail: str = ""
    state: TaskState = "todo"
    look: str = "open"
    due: Due | None = None
    waits_for: str = ""
    button: str = ""
    screen: str = ""
    filters: Mapping[str, object] = field(default_factory=dict)
    now: bool = False

    @property
    def open(self) -> bool:
        """Tell whether something can be done about it today."""
        return self.state in ("todo", "doing")

    def time_words(self, today: date) -> str:
        """Return how much time is left, else how the task stands."""
        waits = self.state == "waiting" and self.due is not None and not self.due.passed(today)
        if self.due is None or self.state == "done" or waits:
            return STATE_WORDS[self.state]
        return self.due.left_words(today) or STATE_WORDS[self.state]

    def date_words(self) -> str:
        """Return the date with its precision, and whether only we suggest it."""
        if self.due is None:
            return ""
        if self.due.suggested:
            return f"gợi ý: {self.due.in_words}"
        return self.due.in_words if self.state == "later" else f"hạn {self.due.in_words}"


def names_of(names: Iterable[str]) -> str:
    """Return the first few names, and how many more there are."""
    listed = list(names)
    shown = ", ".join(listed[:_NAMED])
    more = len(listed) - _NAMED
    return f"{shown} và {more} tên khác" if more > 0 else shown


def opened(text: str) -> str:
    """Return a text that begins with a capital."""
    return text[:1].upper() + text[1:]
