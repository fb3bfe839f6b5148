"""The command that counts a council session from a table of votes."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from thiduaqt.cli.output import any_path, data_argument, json_option, opened, refuses_in_words, say
from thiduaqt.domain.errors import BadFile

if TYPE_CHECKING:
    from thiduaqt.domain.ballot_sheet import BallotSheet
    from thiduaqt.services.council import Results

# No table of votes is longer; what is larger is some other file.
_LARGEST = 4 * 1024 * 1024
_MARKS = {b"\xef\xbb\xbf": "utf-8-sig", b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}


def read_ballots(path: Path) -> BallotSheet:
    """Return what a CSV file of votes says. Raises BadFile, BadBallots with line numbers."""
    from thiduaqt.domain.ballot_sheet import read_sheet

    try:
        size = path.stat().st_size
        content = path.read_bytes() if size <= _LARGEST else b""
    except OSError as fault:
        raise BadFile(
            f"Không đọc được tệp {path.name}.", todo="Kiểm tra lại tên và thư mục của tệp."
        ) from fault
    if size > _LARGEST:
        raise BadFile(f"Tệp {path.name} quá lớn, không phải bảng kết quả phiếu.")
    if not content.strip():
        raise BadFile(f"Tệp {path.name} rỗng.", todo="Ghi kết quả phiếu vào tệp rồi chạy lại.")
    encoding = next((name for mark, name in _MARKS.items() if content.startswith(mark)), "utf-8")
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError as fault:
        raise BadFile(
            f"Tệp {path.name} không phải văn bản Unicode.",
            todo="Trong Excel, lưu lại bằng “CSV UTF-8” rồi chạy lại.",
        ) from fault
    if "\x00" in text:
        raise BadFile(
            f"Tệp {path.name} không phải tệp CSV.",
            todo="Trong Excel, lưu lại bằng “CSV UTF-8” rồi chạy lại.",
        )
    return read_sheet(text)


@click.command()
@data_argument
@click.option(
    "--ballots",
    required=True,
    type=any_path,
    help="Tệp CSV (UTF-8) ghi kết quả phiếu.",
)
@click.option("--exceed-quota", "reason", default="", help="Lý do chọn vượt số lượng kế hoạch.")
@click.option("--keep-open", is_flag=True, help="Nhập phiếu nhưng chưa chốt kết quả.")
@json_option
@refuses_in_words
def council(data: Path, ballots: Path, reason: str, keep_open: bool, as_json: bool) -> None:
    """Nhập kết quả phiếu của phiên họp Hội đồng và chốt kết quả.

    Tệp CSV, ngăn cách bằng dấu phẩy, chấm phẩy hoặc tab. Phần đầu, mỗi dòng một mục (đều có thể
    bỏ nếu đã ghi trong dữ liệu):

    \b
      Ngày họp;04/12/2026
      Bắt đầu;08:00            Kết thúc;10:30
      Địa điểm;Phòng họp số 1
      Hình thức;phiếu kín      (hoặc: biểu quyết)
      Thành viên;họ tên;chức vụ;vai trò;có mặt|vắng|văn bản
      Kiểm phiếu;họ tên;họ tên;…
      Ngưỡng;trên 50%          (hoặc: từ 2/3 trở lên)
      Căn cứ ngưỡng;Quy chế của Hội đồng
      Tính trên;tổng số thành viên | có mặt | hợp lệ
      Phát ra;8   Thu về;8   Hợp lệ;8   Không hợp lệ;0   (mỗi mục một dòng)

    Sau đó là dòng tiêu đề và mỗi đối tượng một dòng. Bỏ trống Không đồng ý thì phần còn lại của
    số phiếu hợp lệ được tính là không đồng ý:

    \b
      TT;Họ và tên;Đồng ý;Không đồng ý;Ý kiến khác
      1;Tổ CNSCĐ thôn Bình Minh;8;;

    Đạt nhiều hơn kế hoạch thì chọn tỷ lệ cao hơn; bằng tỷ lệ thì theo quy định, quy định không
    quyết được thì dừng lại để Hội đồng chọn.
    """
    from thiduaqt.services import rounds
    from thiduaqt.services.council_sheet import count_from_sheet

    sheet = read_ballots(ballots)
    with opened(data) as session:
        state = count_from_sheet(
            session,
            rounds.current(session).id,
            sheet,
            over_quota_reason=reason,
            keep_open=keep_open,
        )
    say(as_json, result_document(state), result_lines(state))


def result_document(state: Results) -> dict[str, Any]:
    """Return the result of a session as plain values for JSON."""
    from thiduaqt.domain.voting import in_percent, share_text
    from thiduaqt.domain.wording import percent

    body = state.body
    return {
        "held_on": state.session.held_on,
        "locked": state.locked,
        "members": body.members,
        "present": body.present,
        "written": body.written,
        "ballots": {
            "issued": body.issued,
            "returned": body.returned,
            "valid": body.valid,
            "invalid": body.invalid,
        },
        "threshold": state.threshold.words if state.threshold else None,
        "denominator": state.session.denominator,
        "over_quota_reason": state.session.over_quota_reason,
        "rows": [
            {
                "ordinal": row.ordinal,
                "name": row.name,
                "kind": row.kind,
                "award": row.award,
                "agree": row.vote.agree,
                "disagree": row.vote.disagree,
                "other": row.vote.other,
                "base": row.tally.base,
                "rate": share_text(row.tally.rate) if row.tally.rate is not None else None,
                "percent": percent(in_percent(row.tally.rate)) if row.tally.rate else None,
                "verdict": row.tally.verdict,
                "chosen": row.chosen,
                "decided_by": row.decider,
                "note": row.note,
            }
            for row in state.rows
        ],
        "quotas": [
            {
                "award": group.award,
                "kind": group.kind,
                "passed": len(group.passed),
                "chosen": len(group.chosen),
                "maximum": group.quota.limit,
            }
            for group in state.groups
        ],
    }


def result_lines(state: Results) -> list[str]:
    """Return the result of a session as lines to read."""
    from thiduaqt.domain.ranking import DECIDER_WORDS
    from thiduaqt.domain.voting import VERDICT_WORDS, in_percent
    from thiduaqt.domain.wording import percent

    threshold = state.threshold.words if state.threshold else "chưa chọn"
    lines = [
        (
            f"Có mặt {state.body.present}/{state.body.members}. Ngưỡng đạt: {threshold} của "
            f"{state.base_words}."
        )
    ]
    for group in state.groups:
        lines.append(f"{group.title} ({group.limit_words}):")
        for row in group.rows:
            rate = percent(in_percent(row.rate)) if row.tally.rate is not None else "—"
            why = DECIDER_WORDS[row.decider] if row.decider else ""
            chosen = f"; chọn: {why}" if row.chosen else ""
            lines.append(
                f"  {row.ordinal}\t{row.name}\t{row.vote.agree}/{row.tally.base}\t{rate}\t"
                f"{VERDICT_WORDS[row.tally.verdict]}{chosen}"
            )
    lines.append("Đã chốt kết quả." if state.locked else "Chưa chốt kết quả.")
    return lines
