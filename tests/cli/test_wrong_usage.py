"""Wrong commands end with one Vietnamese sentence and exit code 2."""

from __future__ import annotations

import pytest
from click.testing import CliRunner

from thiduaqt.cli.main import cli


@pytest.mark.parametrize(
    ("command", "words"),
    [
        ("pack xx", "Không có lệnh “xx”. Xem cách gõ: thiduaqt pack --help"),
        ("pack validate", "Thiếu FILE."),
        ("pack validate a b", "Thừa “b” trong lệnh."),
        ("plan a", "Thiếu --out."),
        ("pack import x y --year 1999", "--year phải là số nguyên từ 2000 đến 2100."),
        ("targets a --year năm", "--year phải là số nguyên từ 2000 đến 2199."),
        ("bundle export a --purpose z", "--purpose phải là một trong: nominations,"),
        ("pack export b --out", "--out phải có giá trị đi kèm."),
        ("targets a --json=1", "--json không nhận giá trị."),
        ("--zz", "Không có tùy chọn --zz."),
        ("pack", "Gói phong trào: liệt kê, kiểm tra, nhập, xuất."),
    ],
)
def test_a_wrong_command_is_told_in_one_sentence(command: str, words: str) -> None:
    done = CliRunner().invoke(cli, command.split(), prog_name="thiduaqt")
    assert done.exit_code == 2
    assert words in done.stderr
    assert done.stdout == ""
    assert "Error" not in done.stderr


def test_help_and_version_still_end_well() -> None:
    for option in ("--help", "--version"):
        assert CliRunner().invoke(cli, [option]).exit_code == 0
