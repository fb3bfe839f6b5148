"""The command that checks the text of a plan; it needs no data file and writes nothing."""

from __future__ import annotations

from pathlib import Path

import click

from thiduaqt.cli.output import any_path, json_option, refuses_in_words, say


@click.command()
@click.argument("file", type=any_path)
@click.option("--commune", help="Tên xã, phường của văn bản (mặc định: theo địa danh trong tệp).")
@click.option("--province", help="Tên tỉnh, thành phố của văn bản.")
@json_option
@refuses_in_words
def lint(file: Path, commune: str | None, province: str | None, as_json: bool) -> None:
    """Rà soát văn bản kế hoạch (.docx, .txt): tên nơi khác, đánh số, căn cứ, ngày, phần ký."""
    from thiduaqt.services import linting
    from thiduaqt.services.session import today

    report = linting.lint_file(file, commune=commune, province=province, today=today())
    words = linting.SEVERITY_WORDS
    whose = report.owner.full_name if report.owner.level else "không rõ đơn vị"
    lines = [f"{file.name} ({whose}): {len(report.findings)} điểm cần xem."]
    for item in report.findings:
        where = f"đoạn {item.place.paragraph}" if item.place.paragraph else "cả văn bản"
        lines.append(f"  [{words[item.severity]}] {where}: {item.message} {item.suggestion}")
        if item.place.text:
            lines.append(f"      “{item.place.text}”")
        lines.append(f"      Nguồn: {item.source}")
    say(as_json, report.as_document(), lines)
