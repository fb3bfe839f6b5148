"""Commands of bundles: made, looked into, taken in."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, cast

import click

from thiduaqt.cli.output import any_path, data_argument, json_option, opened, refuses_in_words, say

if TYPE_CHECKING:
    from thiduaqt.domain.travel import Purpose


@click.group()
def bundle() -> None:
    """Gói dữ liệu .tdq gửi cấp trên hoặc nhận từ đơn vị khác."""


@bundle.command("export")
@data_argument
@click.option("--to", "recipient", required=True, help="Tên cơ quan nhận.")
@click.option("--out", "path", required=True, type=any_path)
@click.option(
    "--purpose",
    type=click.Choice(["nominations", "results", "movement"]),
    default="nominations",
    show_default=True,
)
@json_option
@refuses_in_words
def export_(data: Path, recipient: str, path: Path, purpose: str, as_json: bool) -> None:
    """Tạo gói dữ liệu của đợt đang làm."""
    from thiduaqt.services import rounds, sharing

    with opened(data) as session:
        around = rounds.current(session)
        sent = sharing.export_bundle(
            session,
            purpose=cast("Purpose", purpose),
            movement_id=around.movement_id,
            round_id=around.id,
            recipient_name=recipient,
            path=path,
        )
    document = {
        "path": str(sent.path),
        "bundle_id": sent.bundle_id,
        "manifest_sha256": sent.manifest_sha256,
        "counts": dict(sent.counts),
        "signature": "none",
    }
    say(as_json, document, [f"{sent.path} (chưa ký): {sum(sent.counts.values())} mục."])


@bundle.command("inspect")
@click.argument("file", type=any_path)
@json_option
@refuses_in_words
def inspect_(file: Path, as_json: bool) -> None:
    """Xem gói dữ liệu chứa gì; không cần tệp dữ liệu."""
    from thiduaqt.services import sharing

    info = sharing.inspect_bundle(file)
    document = {**asdict(info), "counts": dict(info.counts)}
    lines = [
        f"Gói của {info.sender_name}, gửi {info.recipient_name}, ngày {info.created_at[:10]}.",
        f"Chữ ký: {'chưa ký' if info.signature == 'none' else info.signature}.",
        *(f"  {family}: {number}" for family, number in info.counts.items()),
    ]
    say(as_json, document, lines)


@bundle.command("import")
@data_argument
@click.argument("file", type=any_path)
@click.option("--commit", "write", is_flag=True, help="Ghi vào dữ liệu (không có: chỉ xem trước).")
@click.option("--accept-deletions", is_flag=True, help="Đồng ý các mục bên gửi đã rút.")
@json_option
@refuses_in_words
def import_(data: Path, file: Path, write: bool, accept_deletions: bool, as_json: bool) -> None:
    """Nhận gói dữ liệu: xem trước tám kết quả, rồi nhập trong một bước."""
    from thiduaqt.services import sharing

    with opened(data) as session:
        shown = sharing.preview_bundle(session, file, accept_deletions=accept_deletions)
        if write:
            sharing.apply_bundle(session, shown)
    document = {
        "file": file.name,
        "committed": write and not shown.already,
        "already": shown.already,
        "outcomes": dict(shown.counts),
        "remarks": list(shown.remarks),
    }
    lines = [shown.already] if shown.already else []
    lines += [f"{outcome}: {number}" for outcome, number in shown.counts.items()]
    lines += list(shown.remarks)
    say(as_json, document, lines)
