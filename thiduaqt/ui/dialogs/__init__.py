"""Questions and messages: the only module that opens dialog windows of its own accord.

Tests name the answers beforehand through :class:`Answers`; a question without an answer fails.
"""

from __future__ import annotations

import traceback
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from thiduaqt.domain.errors import UserError
from thiduaqt.ui.dialogs.windows import AnswerRow, MessageWindow, ReviewWindow, TextWindow
from thiduaqt.ui.i18n import translate

__all__ = ["AnswerRow", "Answers"]

Filters = Sequence[tuple[str, str]]
EXCEL: tuple[str, str] = ("Excel", "*.xlsx *.xls *.ods *.csv")


class UnexpectedDialog(AssertionError):
    """A test met a dialog it had not named the answer to."""


@dataclass(slots=True)
class Answers:
    """Answers named by a test, used up in order; ``seen`` keeps every question put."""

    waiting: deque[object] = field(default_factory=deque)
    seen: list[str] = field(default_factory=list)

    def give(self, *answers: object) -> None:
        """Queue answers: button text, path, typed text, ``True``/``False``, ``None`` = Hủy."""
        self.waiting.extend(answers)

    def take(self, question: str) -> object:
        """Return the next answer to ``question``."""
        self.seen.append(question)
        if not self.waiting:
            raise UnexpectedDialog(question)
        return self.waiting.popleft()


class _State:
    answers: Answers | None = None
    folder: str = ""


def use_answers(answers: Answers | None) -> None:
    """Answer all dialogs from ``answers`` (tests); None opens real windows again."""
    _State.answers = answers


def ask(
    parent: QWidget | None,
    title: str,
    text: str,
    choices: Sequence[str],
    *,
    danger: bool = False,
) -> str | None:
    """Ask with one button per choice, the first one filled; None for Hủy or Esc."""
    if _State.answers is not None:
        answer = _State.answers.take(f"{title}: {text}")
        if answer is not None and answer not in choices:
            raise UnexpectedDialog(f"{title}: no button {answer!r} among {choices}")
        return str(answer) if answer is not None else None
    window = MessageWindow(
        parent, title, text, [*choices, translate("dialogs", "&Hủy")], danger=danger
    )
    window.exec()
    return choices[window.chosen] if 0 <= window.chosen < len(choices) else None


def tell(parent: QWidget | None, title: str, text: str, *, kind: str = "info") -> None:
    """Say something that needs no choice (``kind``: info, ok, warn, error)."""
    if _State.answers is not None:
        _State.answers.take(f"{title}: {text}")
        return
    MessageWindow(parent, title, text, [translate("dialogs", "Đón&g")], kind=kind).exec()


def confirm(
    parent: QWidget | None, action: str, title: str, text: str, *, danger: bool = False
) -> bool:
    """Ask whether to do ``action`` (the verb on the button); False for Hủy or Esc."""
    if _State.answers is not None:
        return bool(_State.answers.take(f"{title}: {text}"))
    return ask(parent, title, text, [action], danger=danger) == action


def ask_reason(parent: QWidget | None, action: str, title: str, text: str) -> str | None:
    """Ask for a reason, which must not be empty; None for Hủy or Esc."""
    return _ask_text(parent, title, text, action, value="", long=True)


def ask_text(
    parent: QWidget | None, action: str, title: str, text: str, *, value: str = ""
) -> str | None:
    """Ask for one line of text, which must not be empty; None for Hủy or Esc."""
    return _ask_text(parent, title, text, action, value=value, long=False)


def _ask_text(
    parent: QWidget | None, title: str, text: str, action: str, *, value: str, long: bool
) -> str | None:
    if _State.answers is not None:
        answer = _State.answers.take(f"{title}: {text}")
        return str(answer) if answer is not None else None
    window = TextWindow(parent, title, text, action, value=value, long=long)
    return window.text() if window.exec() else None


def check_answers(
    parent: QWidget | None,
    title: str,
    heading: str,
    rows: Sequence[AnswerRow],
    *,
    consequence: str,
    action: str,
) -> bool | str:
    """Show what is about to happen ("Kiểm tra lại trước khi …").

    Returns True for the action, False for Hủy, or the key of the row whose *Sửa* was pressed.
    """
    if _State.answers is not None:
        answer = _State.answers.take(f"{title}: {heading}")
        return answer if isinstance(answer, str) else bool(answer)
    window = ReviewWindow(parent, title, heading, rows, consequence=consequence, action=action)
    accepted = bool(window.exec())
    return window.to_edit or accepted


def pick_file(parent: QWidget | None, title: str, filters: Filters = ()) -> Path | None:
    """Let the user choose one existing file."""
    if _State.answers is not None:
        return _answered_path(title)
    name, _ = QFileDialog.getOpenFileName(parent, title, _State.folder, _filter(filters))
    return _remembered(name)


def pick_files(parent: QWidget | None, title: str, filters: Filters = ()) -> list[Path]:
    """Let the user choose existing files; empty for Hủy."""
    if _State.answers is not None:
        answer = _State.answers.take(title)
        return [Path(str(one)) for one in answer] if isinstance(answer, list | tuple) else []
    names, _ = QFileDialog.getOpenFileNames(parent, title, _State.folder, _filter(filters))
    return [path for path in map(_remembered, names) if path is not None]


def pick_save(
    parent: QWidget | None, title: str, suggested: str, filters: Filters = ()
) -> Path | None:
    """Let the user choose where to write; the system asks before an existing file is replaced."""
    if _State.answers is not None:
        return _answered_path(title)
    start = str(Path(_State.folder) / suggested) if _State.folder else suggested
    name, _ = QFileDialog.getSaveFileName(parent, title, start, _filter(filters))
    return _remembered(_with_ending(name, filters))


def pick_folder(parent: QWidget | None, title: str) -> Path | None:
    """Let the user choose a folder."""
    if _State.answers is not None:
        return _answered_path(title)
    name = QFileDialog.getExistingDirectory(parent, title, _State.folder)
    if name:
        _State.folder = name
    return Path(name) if name else None


def show_error(parent: QWidget | None, error: UserError, choices: Sequence[str] = ()) -> str | None:
    """Show a known fault in its three sentences; return the choice, None for Đóng."""
    text = "\n".join(part for part in (error.what, error.todo, error.data) if part)
    title = translate("dialogs", "Chưa làm được")
    if _State.answers is not None:
        answer = _State.answers.take(f"{title}: {text}")
        return str(answer) if answer in choices else None
    window = MessageWindow(
        parent,
        title,
        text,
        [*choices, translate("dialogs", "Đón&g")],
        kind="error",
        details=_details(error),
    )
    window.exec()
    return choices[window.chosen] if 0 <= window.chosen < len(choices) else None


def show_exception(parent: QWidget | None, error: BaseException) -> None:
    """Show a fault of the program itself, with the technical details folded away."""
    if isinstance(error, UserError):
        show_error(parent, error)
        return
    title = translate("dialogs", "Phần mềm gặp trục trặc")
    text = translate(
        "dialogs",
        "Việc vừa rồi chưa làm xong vì phần mềm có chỗ sai.\n"
        "Thử lại; nếu vẫn vậy, gửi phần chi tiết kỹ thuật cho người hỗ trợ.\n"
        "Những gì đã lưu trước đó vẫn còn.",
    )
    if _State.answers is not None:
        _State.answers.take(f"{title}: {error!r}")
        return
    MessageWindow(
        parent,
        title,
        text,
        [translate("dialogs", "Đón&g")],
        kind="error",
        details=_details(error),
    ).exec()


def _details(error: BaseException) -> str:
    code = f"[{error.code}] " if isinstance(error, UserError) else ""
    return code + "".join(traceback.format_exception(error))


def _answered_path(title: str) -> Path | None:
    answer = _State.answers.take(title) if _State.answers is not None else None
    return Path(str(answer)) if answer is not None else None


def _filter(filters: Filters) -> str:
    return ";;".join(f"{label} ({patterns})" for label, patterns in filters)


def _with_ending(name: str, filters: Filters) -> str:
    if not name or Path(name).suffix or not filters:
        return name
    return name + filters[0][1].split()[0].removeprefix("*")


def _remembered(name: str) -> Path | None:
    if not name:
        return None
    path = Path(name)
    _State.folder = str(path.parent)
    return path
