"""Evidence files beside the data file where the disk refuses them."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest

from thiduaqt import durable
from thiduaqt.domain.errors import StoreError
from thiduaqt.storage import attachments


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "bao-cao.pdf"
    path.write_bytes(b"%PDF-1.7 thu")
    return path


def test_a_full_disk_is_told_and_nothing_half_made_stays(
    tmp_path: Path, source: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_source: Path, _target: Path) -> None:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(durable, "put_in_place", full)
    data = tmp_path / "xa.tdqdb"
    with pytest.raises(StoreError, match=r"Không chép được tệp bao-cao\.pdf"):
        attachments.keep(data, source)
    assert list(attachments.path_of(data, "x").parent.iterdir()) == []


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path, source: Path) -> None:
    (tmp_path / "xa-minh-chung").write_bytes(b"in the way")
    with pytest.raises(StoreError, match="Không chép được"):
        attachments.keep(tmp_path / "xa.tdqdb", source)
