"""Lists as they are seen, written where the officer chose."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest

from tests.builders import a_session
from thiduaqt.domain.errors import UserError
from thiduaqt.services.exporting import SeenColumn, write_list
from thiduaqt.services.session import Session


def _write(session: Session, path: Path) -> Path:
    return write_list(
        session,
        path,
        title="DANH SÁCH",
        subtitle="Năm 2026",
        columns=(SeenColumn(title="Họ và tên", width=140),),
        rows=(("=1+1",), ("Bà Nguyễn Thị Thu Hà",)),
    )


def test_a_folder_in_the_place_of_the_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "ra").mkdir()
    with pytest.raises(UserError, match="Không ghi được tệp “ra”"):
        _write(a_session(tmp_path), tmp_path / "ra")


def test_a_data_file_is_not_replaced_and_formulas_stay_texts(tmp_path: Path) -> None:
    session = a_session(tmp_path)
    with pytest.raises(UserError, match="không ghi đè lên được"):
        _write(session, session.path)
    sheet = openpyxl.load_workbook(_write(session, tmp_path / "ra.xlsx")).active
    assert sheet is not None
    cells = [cell for row in sheet.iter_rows() for cell in row if cell.value == "=1+1"]
    assert [cell.data_type for cell in cells] == ["s"]
