"""Mistakes on the command line, told in Vietnamese where the library speaks English."""

from __future__ import annotations

import re
import sys
from collections.abc import Sequence
from typing import Any

import click

_EXTRA = re.compile(r"unexpected extra arguments? \((?P<words>.*)\)", re.DOTALL)


class SpokenGroup(click.Group):
    """The group of all commands; a wrong command ends with one sentence and exit code 2."""

    def main(
        self,
        args: Sequence[str] | None = None,
        prog_name: str | None = None,
        complete_var: str | None = None,
        standalone_mode: bool = True,
        **extra: Any,  # noqa: ANN401 - handed on as it comes
    ) -> Any:  # noqa: ANN401 - what the command returns
        """Run a command and end the program, as the library does."""
        if not standalone_mode:
            return super().main(args, prog_name, complete_var, standalone_mode=False, **extra)
        try:
            code = super().main(args, prog_name, complete_var, standalone_mode=False, **extra)
        except click.UsageError as fault:
            click.echo(told(fault), err=True)
            sys.exit(fault.exit_code)
        except click.Abort:
            sys.exit(1)
        sys.exit(code if isinstance(code, int) else 0)


def told(fault: click.UsageError) -> str:
    """Return what is wrong with a command, and where its help is."""
    if fault.ctx is None:
        return _what(fault)
    if type(fault).__name__ == "NoArgsIsHelpError":  # newer versions only
        return fault.ctx.get_help()
    return f"{_what(fault)} Xem cách gõ: {fault.ctx.command_path} --help"


def _what(fault: click.UsageError) -> str:
    if isinstance(fault, click.BadParameter):
        return _about_value(fault)
    if isinstance(fault, click.NoSuchOption):
        return f"Không có tùy chọn {fault.option_name}."
    if isinstance(fault, click.BadOptionUsage):
        return _about_option(fault)
    unknown = getattr(fault, "command_name", None)
    if unknown is not None:
        return f"Không có lệnh “{unknown}”."
    extra = _EXTRA.search(fault.message)
    return f"Thừa “{extra['words']}” trong lệnh." if extra else fault.message


def _about_value(fault: click.BadParameter) -> str:
    param = fault.param
    name = _name(param)
    if isinstance(fault, click.MissingParameter):
        return f"Thiếu {name}."
    kind = getattr(param, "type", None)
    if isinstance(kind, click.IntRange):
        return f"Giá trị của {name} phải là số nguyên từ {kind.min} đến {kind.max}."
    if isinstance(kind, click.Choice):
        return f"Giá trị của {name} phải là một trong: {', '.join(map(str, kind.choices))}."
    return f"Giá trị của {name} không đúng."


def _about_option(fault: click.BadOptionUsage) -> str:
    if "not take a value" in fault.message:
        return f"Tùy chọn {fault.option_name} không nhận giá trị."
    return f"Tùy chọn {fault.option_name} phải có giá trị đi kèm."


def _name(param: click.Parameter | None) -> str:
    if param is None:
        return "giá trị"
    return param.opts[0] if isinstance(param, click.Option) else param.human_readable_name
