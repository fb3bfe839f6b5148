"""Starts the program: the window without arguments or with a data file, else the command line."""

from __future__ import annotations

import sys
from collections.abc import Sequence

_OPENED_BY_WINDOW = (".tdqdb", ".tdq")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program and return its exit code."""
    asked = list(sys.argv[1:] if arguments is None else arguments)
    _speak_utf8()
    debug = "--debug" in asked
    asked = [item for item in asked if item != "--debug"]
    if not asked or asked[0].lower().endswith(_OPENED_BY_WINDOW) or asked[0] == "--lang":
        from thiduaqt.ui.start import run  # noqa: PLC0415 - the command line needs no Qt

        return run(asked, debug=debug)
    from thiduaqt import logs  # noqa: PLC0415 - the window opens before it

    logs.set_up(debug=debug)
    if "--self-check" in asked:
        from thiduaqt.cli.self_check import self_check  # noqa: PLC0415 - loads everything

        return self_check()
    from thiduaqt.cli.main import cli  # noqa: PLC0415 - the window needs no command line

    cli(args=asked, prog_name="thiduaqt")
    return 0


def _speak_utf8() -> None:
    """Print Vietnamese whatever code page the console has."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")


if __name__ == "__main__":
    sys.exit(main())
