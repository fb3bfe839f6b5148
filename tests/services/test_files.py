"""Files for others: whole or not at all, and never in the place of a data file."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest

from thiduaqt.domain.errors import StoreError
from thiduaqt.services import files, sample


def accept(_written: Path) -> None:
    return


def test_a_data_file_is_never_replaced(tmp_path: Path) -> None:
    data = tmp_path / "thu.tdqdb"
    sample.start(data).session.close()
    before = data.read_bytes()
    with pytest.raises(StoreError, match="không ghi đè lên được"):
        files.write_checked(data, b"%PDF", accept)
    assert data.read_bytes() == before
    assert [path.name for path in tmp_path.glob("*dang-ghi")] == []


def test_a_place_that_refuses_even_the_cleaning_up_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError(errno.EROFS, "read-only")

    monkeypatch.setattr(Path, "open", refuse)
    monkeypatch.setattr(Path, "unlink", refuse)
    with pytest.raises(StoreError, match="chỉ cho đọc"):
        files.write_checked(tmp_path / "goi.tdq", b"x", accept)


def test_a_file_without_a_name_is_told() -> None:
    with pytest.raises(StoreError, match="Chưa ghi tên tệp"):
        files.write_checked(Path(), b"x", accept)
