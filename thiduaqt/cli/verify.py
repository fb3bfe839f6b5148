"""The command that proves a data file whole."""

from __future__ import annotations

import sys
from dataclasses import asdict
from pathlib import Path

import click

from thiduaqt.cli.output import data_argument, json_option, opened, refuses_in_words, say


@click.command()
@data_argument
@json_option
@refuses_in_words
def verify(data: Path, as_json: bool) -> None:
    """Kiểm tra tệp dữ liệu: cấu trúc, từng dòng, nhật ký, tệp minh chứng."""
    from thiduaqt.services import safety

    with opened(data) as session:
        report = safety.verify(session)
    document = {
        "whole": report.ok,
        "sentence": report.sentence,
        "findings": [asdict(finding) for finding in report.findings],
    }
    lines = [f"{finding.title}: {finding.sentence}" for finding in report.findings]
    say(as_json, document, [*lines, report.sentence])
    if not report.ok:
        click.echo(report.sentence, err=True)
        sys.exit(1)
