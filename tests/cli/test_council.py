"""The council counted from a table on the command line."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from tests.council_season import MEMBERS, PEOPLE, ROUND, VOTES, make_season
from thiduaqt.cli.council import council as command
from thiduaqt.domain.records import Nomination
from thiduaqt.services import council
from thiduaqt.services.session import open_session

NAMES = (
    "Tổ CNSCĐ thôn Bình Minh",
    "Trường THCS Minh Họa",
    "Hội Cựu chiến binh xã",
    *(f"{honorific} {name}" for honorific, name, *_ in PEOPLE),
)


def table(votes: tuple[int, ...] = VOTES, *, head: str = "", names: tuple[str, ...] = NAMES) -> str:
    lines = ["Ngày họp;04/12/2026", "Bắt đầu;08:00", "Kết thúc;10:15"]
    for place, (name, post, role) in enumerate(MEMBERS):
        lines.append(f"Thành viên;{name};{post};{role};{'vắng' if place == 8 else 'có mặt'}")
    lines += ["Kiểm phiếu;Ông Phan Văn Giáp;Bà Hà Thị Én;Ông Mạc Văn Lâm"]
    lines += ["Phát ra;8", "Thu về;8", "Hợp lệ;8", "Không hợp lệ;0"]
    lines += [head] if head else []
    lines += ["TT;Họ và tên;Đồng ý;Không đồng ý;Ý kiến khác"]
    rows = [f"{n};{name};{v};;" for n, (name, v) in enumerate(zip(names, votes, strict=True), 1)]
    return "\n".join([*lines, *rows]) + "\n"


@pytest.fixture
def data(tmp_path: Path) -> Path:
    session = make_season(tmp_path)
    session.close()
    return session.path


def run(data: Path, content: str | bytes, *options: str) -> Result:
    file = data.with_name("phieu.csv")
    file.write_bytes(content if isinstance(content, bytes) else content.encode())
    return CliRunner().invoke(command, [str(data), "--ballots", str(file), *options])


def test_a_table_counts_and_locks_the_session(data: Path) -> None:
    outcome = run(data, table(), "--json")
    assert outcome.exit_code == 0, outcome.stderr
    document = json.loads(outcome.stdout)
    assert document["locked"] is True
    assert (document["members"], document["present"]) == (9, 8)
    chosen = {row["name"]: row["decided_by"] for row in document["rows"] if row["chosen"]}
    assert len(chosen) == 7
    assert chosen["Bà Vũ Thị Yến"] == "women"
    assert document["rows"][0]["rate"] == "8/9"
    assert document["rows"][0]["percent"] == "88,9%"
    assert [quota["maximum"] for quota in document["quotas"]] == [2, 5]


def test_lines_to_read(data: Path) -> None:
    outcome = run(data, table())
    assert "Bà Vũ Thị Yến\t6/9\t66,7%\tĐạt; chọn: Bằng tỷ lệ, ưu tiên nữ" in outcome.stdout
    assert outcome.stdout.endswith("Đã chốt kết quả.\n")


def test_with_a_reason_all_who_passed_are_chosen(data: Path) -> None:
    document = json.loads(run(data, table(), "--exceed-quota", "Năm đầu", "--json").stdout)
    assert sum(row["chosen"] for row in document["rows"]) == 10
    assert document["over_quota_reason"] == "Năm đầu"


def test_a_tie_nobody_can_decide_stops_with_a_sentence(data: Path) -> None:
    outcome = run(data, table((8, 7, 4, 8, 7, 6, 7, 7, 6, 5, 5)))
    assert outcome.exit_code == 1
    assert "bằng tỷ lệ ở vị trí thứ 5" in outcome.stderr
    assert "Traceback" not in outcome.stderr
    again = run(data, table(), "--json")
    assert json.loads(again.stdout)["locked"] is True, "the open session is continued"


def test_rows_that_do_not_add_up_are_refused(data: Path) -> None:
    outcome = run(data, table().replace("6;Ông Đỗ Văn Dũng;6;;", "6;Ông Đỗ Văn Dũng;5;2;"))
    assert outcome.exit_code == 1
    assert "Cộng được 7 phiếu, đã thu 8." in outcome.stderr


def test_faults_are_told_by_line_and_nothing_is_written(data: Path) -> None:
    before = data.read_bytes()
    content = table(head="Ngưỡng;đa số").replace("Bà Ma Thị Ánh;7", "Bà Ma Thị Lạ;7")
    outcome = run(data, content.replace("Bắt đầu;08:00", "Bắt đầu;25 giờ"))
    assert outcome.exit_code == 1
    assert "Dòng 2: “25 giờ” không phải giờ." in outcome.stderr
    assert "Dòng 18: Không đọc được tỷ lệ “đa số”." in outcome.stderr
    assert "Dòng 26: không thấy “Bà Ma Thị Lạ” trong danh sách đề nghị của đợt." in outcome.stderr
    assert data.read_bytes() == before


def test_a_nominee_who_lacks_papers_stops_the_session(data: Path) -> None:
    session = open_session(data, actor="tester")
    with session.store.transaction("Bỏ giấy tờ", actor="tester") as writing:
        writing.put(replace(session.store.get(Nomination, "n5"), papers=()))
    session.close()
    outcome = run(data, table())
    assert outcome.exit_code == 1
    assert "Ông Hoàng Văn Ơn chưa đưa được vào phiên họp: Thiếu giấy tờ" in outcome.stderr


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "rỗng"),
        (b"\xff\xd8\xff\xe0 not text", "không phải văn bản Unicode"),
        (b"PK\x03\x04\x00\x00\x00", "không phải tệp CSV"),
        ("xin chào".encode(), "Không thấy dòng tiêu đề"),
    ],
)
def test_files_that_are_no_table(data: Path, content: bytes, told: str) -> None:
    outcome = run(data, content)
    assert outcome.exit_code == 1
    assert told in outcome.stderr


def test_unicode_as_excel_writes_it(data: Path) -> None:
    for content in (table().encode("utf-8-sig"), table().replace(";", "\t").encode("utf-16")):
        outcome = run(data, content, "--keep-open")
        assert outcome.exit_code == 0, outcome.stderr


def test_kept_open_it_is_not_locked(data: Path) -> None:
    assert run(data, table(), "--keep-open").exit_code == 0
    session = open_session(data, read_only=True, actor="tester")
    sitting = council.sessions(session, ROUND)[0]
    assert sitting.state == "draft"
    assert sitting.tellers[0] == "Ông Phan Văn Giáp"
    session.close()
