"""The command that reads a list: shows what would happen, writes only when told to."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from thiduaqt.cli.output import any_path, data_argument, json_option, opened, refuses_in_words, say


@click.command("import")
@data_argument
@click.argument("file", type=any_path)
@click.option("--commit", "write", is_flag=True, help="Ghi vào dữ liệu (không có: chỉ xem trước).")
@json_option
@refuses_in_words
def import_(data: Path, file: Path, write: bool, as_json: bool) -> None:
    """Đọc danh sách đề nghị từ Excel; xem trước hoặc nhập."""
    from thiduaqt.services import intake, rounds

    with opened(data) as session:
        shown = intake.preview(session, file, rounds.current(session).id)
        counts = intake.commit(session, shown).counts if write else shown.counts
    document: dict[str, Any] = {
        **intake.as_document(shown.reading),
        "committed": write,
        "counts": counts,
    }
    words = intake.OUTCOME_WORDS
    lines = [f"{file.name}: {len(shown.rows)} dòng, " + ("đã nhập." if write else "xem trước.")]
    lines += [f"  {words[outcome]}: {number}" for outcome, number in counts.items() if number]
    for row in shown.rows:
        lines += [
            f"  dòng {row.draft.provenance.row} {row.draft.full_name}: {issue.message}"
            for issue in row.issues
            if issue.severity != "note"
        ]
    say(as_json, document, lines)
