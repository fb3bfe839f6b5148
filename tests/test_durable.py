"""Renames while somebody else holds the file, as a virus scanner does on Windows."""

from __future__ import annotations

from pathlib import Path

import pytest

from thiduaqt import durable


class Scanner:
    """Holds a file for the first ``times`` attempts, with one of Windows' codes."""

    def __init__(self, times: int, code: int) -> None:
        self.left, self.code = times, code
        self.slept: list[float] = []
        self._replace = Path.replace

    def stand_before(self, monkeypatch: pytest.MonkeyPatch) -> None:
        def replace(source: Path, target: Path) -> Path:
            return self.replace(source, target)

        monkeypatch.setattr(Path, "replace", replace)

    def replace(self, source: Path, target: Path) -> Path:
        if self.left:
            self.left -= 1
            fault = PermissionError(13, "in use")
            fault.winerror = self.code  # type: ignore[attr-defined]
            raise fault
        return self._replace(source, target)


def _files(folder: Path) -> tuple[Path, Path]:
    source, target = folder / "moi", folder / "cu"
    source.write_text("mới", encoding="utf-8")
    target.write_text("cũ", encoding="utf-8")
    return source, target


@pytest.mark.parametrize("code", durable.WINDOWS_BUSY)
@pytest.mark.parametrize("times", range(7))
def test_it_waits_for_whoever_holds_the_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, times: int, code: int
) -> None:
    source, target = _files(tmp_path)
    scanner = Scanner(times, code)
    scanner.stand_before(monkeypatch)
    durable.put_in_place(source, target, sleep=scanner.slept.append)
    assert target.read_text(encoding="utf-8") == "mới"
    assert len(scanner.slept) == times
    assert sum(scanner.slept) <= 2.55


def test_in_the_end_it_gives_up_and_keeps_both(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source, target = _files(tmp_path)
    scanner = Scanner(99, 32)
    scanner.stand_before(monkeypatch)
    with pytest.raises(OSError, match="in use"):
        durable.put_in_place(source, target, sleep=scanner.slept.append)
    assert source.read_text(encoding="utf-8") == "mới"
    assert target.read_text(encoding="utf-8") == "cũ"


def test_other_faults_are_told_at_once(tmp_path: Path) -> None:
    source, _ = _files(tmp_path)
    slept: list[float] = []
    with pytest.raises(OSError, match=r"directory|exist"):
        durable.put_in_place(source, tmp_path / "khong-co" / "x", sleep=slept.append)
    assert slept == []
    assert source.exists()
