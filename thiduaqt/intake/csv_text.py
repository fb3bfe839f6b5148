"""Lists saved as text (.csv, .txt): encoding and separator are told by the content."""

from __future__ import annotations

import csv
import io

from thiduaqt.domain.errors import BadFile
from thiduaqt.domain.repair import ENCODINGS, measure, repair
from thiduaqt.domain.repair.decoders import western

_SEPARATORS = "\t;,|"
_SAMPLE_LINES = 50
_MAX_FIELD = 64 * 1024
_JUDGED_LINES = 400


def read_csv(data: bytes) -> tuple[list[list[str]], str]:
    """Return the rows of a text file and the name of its encoding.

    Raises :class:`BadFile` where it is no table of text.
    """
    text, encoding = decode(data)
    lines = text.splitlines()
    separator = _separator(lines)
    csv.field_size_limit(_MAX_FIELD)
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=separator))
    except csv.Error as fault:
        raise BadFile(
            "Tệp văn bản không chia được thành bảng.",
            todo="Mở bằng Excel, lưu thành tệp .xlsx rồi chọn lại.",
            code="FILE_NOT_A_TABLE",
        ) from fault
    return rows, encoding


def decode(data: bytes) -> tuple[str, str]:
    """Return the text of a file and its encoding: UTF-8, UTF-16, Windows-1258 or -1252.

    Text in old fonts (TCVN3, VNI) comes as Windows-1252 shows it; who reads it mends it.
    """
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", "replace"), "utf-16"
    try:
        return data.decode("utf-8-sig"), "utf-8"
    except UnicodeDecodeError:
        pass
    shown = western(data)
    if _is_old_font(shown):
        return shown, "windows-1252"
    return data.decode("cp1258", "replace"), "windows-1258"


def _is_old_font(shown: str) -> bool:
    """Tell whether the lines of a file are Vietnamese in an old font rather than Windows-1258."""
    old = new = 0
    for line in [line for line in shown.splitlines() if not line.isascii()][:_JUDGED_LINES]:
        found = repair(line)
        if found.kind in ENCODINGS and found.kind != "cp1258":
            old += measure(found.text).good
        elif found.kind == "cp1258":
            new += measure(found.text).good
    return old > new


def _separator(lines: list[str]) -> str:
    """Return the sign that divides most lines into the same number of parts."""
    sample = [line for line in lines[:_SAMPLE_LINES] if line.strip()]
    best, best_score = ",", 0
    for sign in _SEPARATORS:
        counts = [line.count(sign) for line in sample]
        usual = max(set(counts), key=counts.count, default=0)
        score = usual and counts.count(usual) * min(usual, 20)
        if score > best_score:
            best, best_score = sign, score
    return best
