"""What the command line prints: one JSON document, or plain lines; faults as one sentence."""

from __future__ import annotations

import json
import logging
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from pathlib import Path
from typing import Any

import click

from thiduaqt.domain.errors import UserError
from thiduaqt.services.session import Session, open_session

log = logging.getLogger(__name__)

json_option = click.option("--json", "as_json", is_flag=True, help="In ra một tài liệu JSON.")
# Readable or not is told by us, in Vietnamese, as any other refusal.
any_path = click.Path(path_type=Path, readable=False)
data_argument = click.argument("data", type=any_path)


def say(as_json: bool, document: Any, lines: list[str]) -> None:  # noqa: ANN401
    """Print ``document`` as JSON where that was asked for, else ``lines``."""
    if as_json:
        click.echo(json.dumps(document, ensure_ascii=False, indent=2))
    else:
        for line in lines:
            click.echo(line)


@contextmanager
def opened(data: Path) -> Iterator[Session]:
    """Open a data file for one command and close it after."""
    session = open_session(data)
    try:
        yield session
    finally:
        session.close()


def refuses_in_words(command: Callable[..., Any]) -> Callable[..., Any]:
    """Turn faults of a command into a sentence on stderr and exit code 1; never a traceback."""

    @wraps(command)
    def guarded(*args: Any, **kwargs: Any) -> Any:  # noqa: ANN401 - passes on whatever click gives
        try:
            return command(*args, **kwargs)
        except UserError as fault:
            click.echo(" ".join(fault.text.split()), err=True)  # what was typed may hold breaks
            sys.exit(1)
        except (click.ClickException, click.exceptions.Exit, click.Abort):
            raise
        except BrokenPipeError:
            sys.exit(1)
        except OSError as fault:
            log.exception("a disk or folder refused")
            named = f" {Path(fault.filename).name}" if isinstance(fault.filename, str) else ""
            click.echo(
                f"Không đọc hoặc không ghi được{named or ' tệp'}. Kiểm tra quyền của thư mục, ổ "
                "đĩa còn chỗ và USB còn cắm, rồi chạy lại. Thay đổi đang làm dở không được ghi.",
                err=True,
            )
            sys.exit(1)
        except Exception:
            log.exception("command failed")
            click.echo(
                "Phần mềm gặp lỗi ngoài dự kiến. Chạy lại; nếu vẫn lỗi, gửi tệp nhật ký cho người "
                "hỗ trợ. Thay đổi đang làm dở không được ghi.",
                err=True,
            )
            sys.exit(1)

    return guarded
