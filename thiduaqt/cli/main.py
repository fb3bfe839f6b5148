"""The commands, in the order of a season."""

from __future__ import annotations

import click

from thiduaqt import __version__
from thiduaqt.cli.bundles import bundle
from thiduaqt.cli.council import council
from thiduaqt.cli.demo import demo
from thiduaqt.cli.lint import lint
from thiduaqt.cli.lists import import_
from thiduaqt.cli.packs import pack, packs
from thiduaqt.cli.plan import plan
from thiduaqt.cli.season import certificates, check, decide, documents, list_, new
from thiduaqt.cli.targets import targets
from thiduaqt.cli.verify import verify
from thiduaqt.cli.wrong_usage import SpokenGroup


@click.group(cls=SpokenGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, "--version", message="ThiDuaQt %(version)s")
def cli() -> None:
    """ThiDuaQt: phong trào thi đua và khen thưởng cấp xã, không cần mạng.

    Không có lệnh nào: mở cửa sổ. Mã kết thúc: 0 xong, 1 từ chối kèm lý do, 2 gõ sai lệnh.
    """


for command in (
    demo,
    pack,
    packs,
    new,
    import_,
    list_,
    check,
    council,
    decide,
    documents,
    certificates,
    plan,
    bundle,
    lint,
    targets,
    verify,
):
    cli.add_command(command)
