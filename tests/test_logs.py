"""The log rotates, survives a broken folder, and names no person."""

from __future__ import annotations

import logging
import sqlite3
from collections.abc import Iterator

import pytest

from thiduaqt import logs, paths

NAME = "Nguyễn Thị Thuỳ Dương"


@pytest.fixture(autouse=True)
def _put_logging_back() -> Iterator[None]:
    root = logging.getLogger()
    level, raising = root.level, logging.raiseExceptions
    yield
    logs.tear_down()
    root.setLevel(level)
    logging.raiseExceptions = raising


def written() -> str:
    for handler in logging.getLogger().handlers:
        handler.flush()
    return (paths.logs() / logs.FILE_NAME).read_text(encoding="utf-8")


def test_a_message_reaches_the_file_in_utf_8() -> None:
    logs.set_up()
    logging.getLogger("thiduaqt.x").info("đã lưu %s", "0191-a")
    assert "INFO thiduaqt.x: đã lưu 0191-a" in written()


def test_setting_up_twice_writes_once() -> None:
    logs.set_up()
    logs.set_up()
    logging.getLogger("thiduaqt").warning("một lần")
    assert written().count("một lần") == 1


def test_debug_lines_need_debug() -> None:
    logs.set_up()
    logging.getLogger("thiduaqt").debug("chi tiết")
    assert "chi tiết" not in written()
    logs.set_up(debug=True)
    logging.getLogger("thiduaqt").debug("chi tiết")
    assert "chi tiết" in written()


def fail_with_a_name() -> None:
    try:
        raise KeyError(NAME)
    except KeyError as error:
        raise ValueError(f"ô B7: {NAME}, số 999085001234") from error


def test_exception_texts_are_left_out_but_their_places_stay() -> None:
    logs.set_up()
    try:
        fail_with_a_name()
    except ValueError:
        logging.getLogger("thiduaqt").exception("lỗi ở bản ghi 0191-a")
    text = written()
    assert NAME not in text
    assert "999085001234" not in text
    assert "ValueError" in text
    assert "KeyError" in text
    assert "test_logs.py" in text
    assert "fail_with_a_name" in text


def test_exception_texts_are_there_when_debugging() -> None:
    logs.set_up(debug=True)
    try:
        fail_with_a_name()
    except ValueError:
        logging.getLogger("thiduaqt").exception("lỗi")
    assert NAME in written()


def test_a_text_cached_by_another_handler_does_not_leak() -> None:
    seen = logging.StreamHandler()
    logging.getLogger("thiduaqt").addHandler(seen)  # formats first and caches the full text
    try:
        logs.set_up()
        try:
            fail_with_a_name()
        except ValueError:
            logging.getLogger("thiduaqt").exception("lỗi")
    finally:
        logging.getLogger("thiduaqt").removeHandler(seen)
    assert NAME not in written()


def test_sqlite_errors_keep_their_fixed_name() -> None:
    logs.set_up()
    try:
        sqlite3.connect(":memory:").execute("select * from khong_co")
    except sqlite3.OperationalError:
        logging.getLogger("thiduaqt").exception("không đọc được")
    assert "OperationalError (SQLITE_ERROR)" in written()


def test_personal_numbers_are_masked_and_ids_are_kept() -> None:
    logs.set_up()
    record_id = "01932c5e-7f00-7123-8123-123456789012"
    logging.getLogger("thiduaqt").info("bản ghi %s, số %s", record_id, "999085001234")
    text = written()
    assert record_id in text
    assert "999085001234" not in text


def test_old_files_are_dropped_and_none_grows_past_its_size() -> None:
    logs.set_up()
    log = logging.getLogger("thiduaqt")
    for _ in range(7 * logs.MAX_BYTES // 50_000):
        log.info("x" * 50_000)
    files = sorted(paths.logs().glob("thiduaqt.log*"))
    assert len(files) == logs.FILES_KEPT
    assert max(f.stat().st_size for f in files) <= logs.MAX_BYTES


def test_a_folder_that_cannot_be_made_costs_only_the_log(monkeypatch: pytest.MonkeyPatch) -> None:
    blocker = paths.data() / "a-file"
    blocker.write_text("x", encoding="utf-8")
    monkeypatch.setenv("THIDUAQT_DATA", str(blocker / "inside"))
    logs.set_up()
    logging.getLogger("thiduaqt").info("không mất việc")
