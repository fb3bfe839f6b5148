"""Everything a developer does, in one command. Run it as a script: ``python3 packaging/dev.py``.

Standard library only: it makes its own environment. Works on Debian, Ubuntu and Windows.
"""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import debian
import environment
from environment import ROOT, CannotGoOn

TRANSLATIONS = ROOT / "i18n"
COMPILED = ROOT / "resources" / "i18n"
SAMPLE = "minh-hoa.tdqdb"  # the data file of the sample season tells its folder from others
CODE = ("thiduaqt", "packaging", "tests")


def main(arguments: list[str]) -> int:
    """Run one command and return its exit code."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(  # type: ignore[union-attr]
            encoding="utf-8", errors="replace", line_buffering=True
        )
    command = COMMANDS.get(arguments[0]) if arguments else None
    if command is None:
        if arguments and not arguments[0].startswith("-"):
            print(f"Không có lệnh / no such command: {arguments[0]}\n", file=sys.stderr)
        print(_usage())
        return 0 if arguments[:1] in (["-h"], ["--help"]) else 2
    try:
        return command(arguments[1:])
    except CannotGoOn as error:
        print(f"\n{error}", file=sys.stderr)
    except debian.MissingPackages as error:
        print(
            f"\nThiếu gói hệ thống. Chạy lệnh sau rồi thử lại:\n"
            f"System packages are missing. Run this, then try again:\n    {error}",
            file=sys.stderr,
        )
    except KeyboardInterrupt:
        print("\nĐã dừng / stopped.", file=sys.stderr)
        return 130
    return 1


def run(rest: list[str]) -> int:
    """Open the window; without a display, run the sample season into ./out."""
    here = Path.cwd()
    windowed = bool(rest) or _has_display()
    debian.ensure(debian.QT + debian.FONT + (debian.WINDOW if windowed else ()))
    environment.ensure("runtime")
    compile_translations()
    if windowed:
        return environment.run("-m", "thiduaqt", *rest, cwd=here)
    out = here / "out"
    print(
        "Máy này không có màn hình (không có DISPLAY hay WAYLAND_DISPLAY): "
        f"chạy mùa thi đua mẫu vào {out}\n"
        f"No display here: running the sample season into {out}\n",
        flush=True,
    )
    if (out / SAMPLE).exists():
        print("Thay mùa mẫu lần trước / replacing the sample of last time.\n")
        shutil.rmtree(out)
    words = ("-m", "thiduaqt", "demo", "--out", out)  # names what it makes by itself
    return environment.run(*words, cwd=here, QT_QPA_PLATFORM="offscreen")


def test(rest: list[str]) -> int:
    """Check format, lint, types and contracts, then run the tests; extra words go to pytest."""
    prepare_all()
    steps: list[tuple[str, list[str]]] = [
        ("Định dạng / format", ["-m", "ruff", "format", "--check", *CODE]),
        ("Quy tắc viết mã / lint", ["-m", "ruff", "check", *CODE]),
        ("Kiểu / types", ["-m", "mypy"]),
        ("Ranh giới các tầng / contracts", ["-c", _LINT_IMPORTS]),
        ("Kiểm thử / tests", ["-m", "pytest", *rest]),
    ]
    failed = []
    for title, words in steps:
        heading(title)
        if environment.run(*words) != 0:
            failed.append(title)
    heading("Kết quả / result")
    for title, _ in steps:
        print(f"    {'LỖI / FAILED' if title in failed else 'đạt / ok':14} {title}")
    if failed and failed[0].startswith(("Định dạng", "Quy tắc")):
        print("    → python3 packaging/dev.py fix")
    return 1 if failed else 0


# import-linter has no ``python -m``, and its script breaks when the folder is moved.
_LINT_IMPORTS = "from importlinter.cli import lint_imports_command as go; go(['--no-logo'])"


def fix(rest: list[str]) -> int:
    """Format the code and mend what the linter can mend."""
    environment.ensure("dev")
    where = rest or list(CODE)
    formatted = environment.run("-m", "ruff", "format", *where)
    mended = environment.run("-m", "ruff", "check", "--fix", *where)
    return formatted or mended or environment.run("-m", "ruff", "format", "-q", *where)


def shots(rest: list[str]) -> int:
    """Take pictures of all screens into ./shots."""
    prepare_all()
    words = rest if "--out" in rest else ["--out", "shots", *rest]
    return environment.run("tests/shots/make_shots.py", *words, QT_QPA_PLATFORM="offscreen")


def bench(rest: list[str]) -> int:
    """Measure, always as ratios within one run."""
    prepare_all()
    return environment.run("tests/bench/run_bench.py", *rest)


def i18n(rest: list[str]) -> int:
    """Collect the words of the window into i18n/*.ts, then compile them."""
    debian.ensure(debian.QT)
    environment.ensure("dev")
    sources = sorted((ROOT / "thiduaqt").rglob("*.py"))
    for catalogue in sorted(TRANSLATIONS.glob("thiduaqt_*.ts")):
        words = ["-source-language", "vi", "-locations", "none", "-no-obsolete", *rest]
        files = [str(p.relative_to(ROOT)) for p in sources]
        if environment.tool("lupdate", *words, *files, "-ts", catalogue) != 0:
            return 1
    return compile_translations(afresh=True)


def build(rest: list[str]) -> int:
    """Freeze the program into dist/ThiDuaQt and start it once to see that it works."""
    debian.ensure(debian.QT + debian.FONT + debian.FREEZE)
    environment.ensure("dev")
    compile_translations()
    import freezing  # noqa: PLC0415 - the other commands do without it

    return freezing.build(rest)


def installer(rest: list[str]) -> int:
    """Make the Windows installer from dist/ThiDuaQt; --check only compiles the script."""
    import freezing  # noqa: PLC0415 - the other commands do without it

    return freezing.installer(check_only="--check" in rest)


def lock(rest: list[str]) -> int:
    """Pin all packages anew, with hashes; needs the network and a moment of patience."""
    environment.ensure("dev")
    import locking  # noqa: PLC0415 - the other commands do without it

    return locking.lock(upgrade="--upgrade" in rest)


def prepare_all() -> None:
    """Bring everything the tests use."""
    debian.ensure(debian.QT + debian.FONT + debian.OFFICE)
    environment.ensure("dev")
    compile_translations()


def compile_translations(*, afresh: bool = False) -> int:
    """Make a .qm of each i18n/*.ts that is newer than what was made of it."""
    COMPILED.mkdir(parents=True, exist_ok=True)
    for source in sorted(TRANSLATIONS.glob("*.ts")):
        made = COMPILED / f"{source.stem}.qm"
        if not afresh and made.exists() and made.stat().st_mtime >= source.stat().st_mtime:
            continue
        if environment.tool("lrelease", "-silent", source, "-qm", made) != 0:
            raise CannotGoOn(
                f"Không biên dịch được bản dịch {source.name}.\n"
                f"{source.name} could not be compiled; the message is above."
            )
    return 0


def heading(title: str) -> None:
    """Print a line that separates one step's words from the next."""
    print(f"\n=== {title} " + "=" * max(4, 70 - len(title)), flush=True)


def _has_display() -> bool:
    if not sys.platform.startswith("linux"):
        return True
    return any(os.environ.get(v) for v in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


COMMANDS: dict[str, Callable[[list[str]], int]] = {
    "run": run,
    "test": test,
    "fix": fix,
    "shots": shots,
    "build": build,
    "bench": bench,
    "i18n": i18n,
    "installer": installer,
    "lock": lock,
}


def _usage() -> str:
    lines = [f"  {name:10} {(act.__doc__ or '').strip()}" for name, act in COMMANDS.items()]
    return "\n".join(
        ["python3 packaging/dev.py COMMAND [more words for the tool behind it]", *lines]
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
