"""The program's log: what happened, to which record, never about whom.

An officer may send the log to whoever helps, so nothing in it may name a person. Two rules keep
it so: callers write record ids, counts and codes, never names, birthdays, phone or ID numbers;
and what callers cannot foresee is taken out here: the text of an exception (it may quote a cell)
is left out unless debugging was asked for, and long runs of digits are masked.
"""

from __future__ import annotations

import logging
import logging.handlers
import re
import sys
import traceback
from types import TracebackType

from thiduaqt import paths

FILE_NAME = "thiduaqt.log"
MAX_BYTES = 512 * 1000
FILES_KEPT = 5  # the one being written and four older ones

_LONG_NUMBER = re.compile(r"(?<![\w-])\d{9,14}(?![\w-])")  # identity, phone and account numbers
_HANDLER_NAME = "thiduaqt-file"

ExceptionTriple = (
    tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]
)


def set_up(*, debug: bool = False) -> None:
    """Send log records to ``thiduaqt.log`` in the log folder, replacing an earlier set-up.

    With ``debug`` everything is written, exception texts too, and repeated on the console where
    there is one. A folder that cannot be written costs the log, never the officer's work.
    """
    root = logging.getLogger()
    tear_down()
    root.setLevel(logging.DEBUG if debug else logging.INFO)
    logging.raiseExceptions = debug  # a full disk must not end in a traceback per message
    for handler in _handlers(debug=debug):
        handler.set_name(_HANDLER_NAME)
        handler.setFormatter(_Discreet(quote_exceptions=debug))
        root.addHandler(handler)


def tear_down() -> None:
    """Close what ``set_up`` opened; Windows cannot move or delete an open file."""
    root = logging.getLogger()
    for handler in list(root.handlers):
        if handler.get_name() == _HANDLER_NAME:
            root.removeHandler(handler)
            handler.close()


def _handlers(*, debug: bool) -> list[logging.Handler]:
    handlers: list[logging.Handler] = []
    try:
        file = paths.logs() / FILE_NAME
        handlers.append(
            logging.handlers.RotatingFileHandler(
                file, maxBytes=MAX_BYTES, backupCount=FILES_KEPT - 1, encoding="utf-8"
            )
        )
    except OSError:
        handlers.append(logging.NullHandler())
    if debug and sys.stderr is not None:
        handlers.append(logging.StreamHandler())
    return handlers


class _Discreet(logging.Formatter):
    """Formats a record so that it names no person."""

    def __init__(self, *, quote_exceptions: bool) -> None:
        super().__init__("%(asctime)s %(levelname)s %(name)s: %(message)s")
        self._quote = quote_exceptions

    def format(self, record: logging.LogRecord) -> str:
        kept = record.exc_text
        record.exc_text = None  # another handler may have cached the full text
        try:
            text = super().format(record)
        finally:
            record.exc_text = kept
        return text if self._quote else _LONG_NUMBER.sub("(số)", text)

    def formatException(self, ei: ExceptionTriple) -> str:  # noqa: N802 - logging's own name
        if self._quote or ei[1] is None:
            return super().formatException(ei)
        lines: list[str] = []
        error: BaseException | None = ei[1]
        while error is not None:
            lines += [f"  {_place(frame)}" for frame in traceback.extract_tb(error.__traceback__)]
            lines.append(_name(error))
            error = error.__cause__ or error.__context__
        return "\n".join(lines)


def _place(frame: traceback.FrameSummary) -> str:
    """Return where a frame stands, from the package on: home folders carry people's names."""
    parts = re.split(r"[\\/]", frame.filename)
    return f"{'/'.join(parts[-3:])}:{frame.lineno} {frame.name}"


def _name(error: BaseException) -> str:
    # SQLite and the system name their errors by fixed words and numbers; those are safe to keep.
    code = getattr(error, "sqlite_errorname", None) or getattr(error, "errno", None)
    return type(error).__qualname__ + (f" ({code})" if code else "")
