"""The sample season from beginning to end, into one folder, without a display."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import click

from thiduaqt.cli.output import any_path, json_option, refuses_in_words, say
from thiduaqt.domain.errors import StoreError


@click.command()
@click.option("--out", "folder", required=True, type=any_path)
@click.option("--exceed-quota", "reason", default="", help="Lý do khen thêm một cá nhân.")
@json_option
@refuses_in_words
def demo(folder: Path, reason: str, as_json: bool) -> None:
    """Chạy một mùa khen thưởng mẫu (xã Minh Họa, người và số liệu bịa) vào một thư mục."""
    told = make_season(folder, reason=reason)
    say(
        as_json,
        told,
        [
            f"Đã làm xong một mùa khen thưởng mẫu trong {folder}:",
            *(f"  {name}" for name in told["files"]),
            f"Được khen: {len(told['awarded'])}.",
        ],
    )


def make_season(folder: Path, *, reason: str = "") -> dict[str, Any]:
    """Do the sample season in ``folder`` and return what ``season.json`` says.

    Raises StoreError where the folder holds a season already: nothing is ever overwritten.
    """
    from thiduaqt.services import decisions, output, register, sample, sharing
    from thiduaqt.ui.printing.certificates import export_pdf

    data = folder / "minh-hoa.tdqdb"
    if data.exists():
        raise StoreError(
            f"Thư mục {folder} đã có một mùa mẫu.",
            todo="Chọn thư mục khác hoặc xóa thư mục đó.",
            code="EXISTS",
        )
    season = sample.start(data)
    session = season.session
    try:
        sample.enter_registers(season)
        lists = sample.write_lists(season, folder / "danh-sach-don-vi-gui")
        sample.take_in(season, lists)
        sample.fill_dossiers(season)
        sample.hold_council(season, exceed_quota=reason)
        sample.decide(season)
        made = output.make_papers(session, season.decision_id, folder)
        export_pdf(session, season.decision_id, folder / "certificates.pdf")
        export_pdf(session, season.decision_id, folder / "certificates-overlay.pdf", mode="overlay")
        sent = sharing.export_bundle(
            session,
            purpose="results",
            movement_id=season.round.movement_id,
            round_id=season.round.id,
            recipient_name="Sở Khoa học và Công nghệ tỉnh Bắc Ninh",
            path=folder,
        )
        rows = register.listing(session, season.decision_id)
        told = {
            "office": session.office().committee,
            "steps": season.steps,
            "refused": season.refusals,
            "tie": season.tie,
            "over_quota_reason": reason,
            "awarded": [
                {
                    "name": row.name,
                    "kind": row.kind,
                    "award": row.award_name,
                    "ordinal": row.place,
                    "register": row.ordinal,
                    "decision": row.decision_number,
                }
                for row in rows
            ],
            "register_gaps": list(register.gaps(session, season.decision_id)),
            "money": sum(line.money for line in decisions.lines(session, season.decision_id)),
            "bundle": {"file": sent.path.name, "counts": dict(sent.counts)},
            "files": [
                *sorted(str(path.relative_to(folder)) for path in lists),
                *(item.path.name for item in made),
                "certificates.pdf",
                "certificates-overlay.pdf",
                sent.path.name,
                data.name,
                "season.json",
            ],
        }
    finally:
        session.close()
    (folder / "season.json").write_text(
        json.dumps(told, ensure_ascii=False, indent=2), encoding="utf-8"
    )
    return told
