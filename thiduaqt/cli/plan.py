"""The command that prints a plan as a Word file."""

from __future__ import annotations

from pathlib import Path

import click

from thiduaqt.cli.output import any_path, data_argument, json_option, opened, refuses_in_words, say


@click.command()
@data_argument
@click.option("--out", required=True, type=any_path, help="Tệp .docx, hoặc thư mục để ghi vào.")
@click.option("--movement", help="Phong trào: một phần tên là đủ.")
@click.option("--plan", "plan_name", help="Kế hoạch: số, ký hiệu hoặc một phần trích yếu.")
@json_option
@refuses_in_words
def plan(data: Path, out: Path, movement: str | None, plan_name: str | None, as_json: bool) -> None:
    """Tạo văn bản kế hoạch (.docx) theo Nghị định 30/2020/NĐ-CP từ dữ liệu phong trào."""
    from thiduaqt.services import plan_paper

    with opened(data) as session:
        plan_id = plan_paper.named(session, movement=movement or "", plan=plan_name or "").id
        made = plan_paper.make(session, plan_id, out)
        stands = plan_paper.status(session, plan_id)
    lines = [made.words]
    lines += [plan_paper.outdated_words(block) for block in stands.outdated]
    lines += [f"Văn bản chưa có mục nào in {name}." for name in stands.unprinted]
    say(
        as_json,
        {
            "path": str(made.path),
            "kept": [str(path) for path in made.kept],
            "outdated": [
                {"key": b.key, "text": b.text, "data": b.generated} for b in stands.outdated
            ],
            "empty": list(stands.empty),
            "unprinted": list(stands.unprinted),
            "to_check": len(stands.to_check),
        },
        lines,
    )
