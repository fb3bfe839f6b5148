"""The zip container of an .xlsx file, judged by its directory before anything is inflated."""

from __future__ import annotations

import struct
import zipfile
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from typing import IO

from thiduaqt.domain.errors import BadFile

MIB = 1024 * 1024
MAX_ENTRIES = 2_000
MAX_ENTRY = 64 * MIB
MAX_INFLATED = 128 * MIB
MAX_RATIO = 200
RATIO_COUNTS_ABOVE = MIB

_ENCRYPTED = 0x1
_LOCAL_HEADER = struct.Struct("<4s5H3L2H")
_CHUNK = 256 * 1024
# What zipfile raises for a directory that makes no sense.
_ZIP_FAULTS = (
    zipfile.BadZipFile,
    zipfile.LargeZipFile,
    struct.error,
    OSError,
    ValueError,
    NotImplementedError,
    OverflowError,
    EOFError,
    IndexError,
)
_DAMAGED = (
    "Tệp bị thiếu phần cuối hoặc hỏng khi chép.",
    "Nhờ bên gửi chép hoặc gửi lại tệp.",
)


@dataclass(frozen=True, slots=True)
class Archive:
    """A zip file that passed the checks; entries are read by name, case as in the directory."""

    file: IO[bytes]
    entries: dict[str, zipfile.ZipInfo]

    def read(self, name: str, limit: int | None = None) -> bytes:
        """Return an entry, or its first ``limit`` bytes. Raises :class:`BadFile` if damaged."""
        entry = self.entries[name]
        start = _data_start(self.file, entry)
        self.file.seek(start)
        if limit is None:
            return _inflate(self.file, entry)
        return _inflate_head(self.file, entry, limit)


def damaged() -> BadFile:
    """The error for a file that ends too early or does not hold together."""
    return BadFile(_DAMAGED[0], todo=_DAMAGED[1], code="FILE_DAMAGED")


def abnormal(detail: str) -> BadFile:
    """The error for a file that no office program writes."""
    return BadFile(
        f"Tệp có cấu trúc bất thường ({detail}), có thể do vi-rút, nên không mở.",
        todo="Báo bên gửi lưu lại danh sách thành tệp Excel mới rồi gửi lại.",
        code="FILE_ABNORMAL",
    )


def open_archive(file: IO[bytes], size: int) -> Archive:
    """Return the archive in ``file``. Raises :class:`BadFile` where it is damaged or abnormal.

    Sizes, ratio, count, names and overlaps are judged from the directory alone.
    """
    try:
        with zipfile.ZipFile(file) as archive:
            infos = archive.infolist()
    except _ZIP_FAULTS as fault:
        raise damaged() from fault
    _check_counts(infos)
    for info in infos:
        _check_entry(info)
    _check_overlap(file, infos, size)
    return Archive(file, {info.filename: info for info in infos})


def _check_counts(infos: list[zipfile.ZipInfo]) -> None:
    if not infos:
        raise damaged()
    if len(infos) > MAX_ENTRIES:
        raise abnormal(f"hơn {MAX_ENTRIES} phần")
    if sum(info.file_size for info in infos) > MAX_INFLATED:
        raise abnormal(f"bung ra hơn {MAX_INFLATED // MIB} MB")
    names = {info.filename.lower() for info in infos}
    if len(names) != len(infos):
        raise abnormal("hai phần trùng tên")


def _check_entry(info: zipfile.ZipInfo) -> None:
    name = info.orig_filename
    parts = name.replace("\\", "/").split("/")
    odd_sign = any(ord(sign) < 32 or sign in "\u202e\u202d:" for sign in name)
    if odd_sign or ".." in parts or name.startswith(("/", "\\")):
        raise abnormal("tên phần bên trong không hợp lệ")
    if info.flag_bits & _ENCRYPTED:
        raise BadFile(
            "Tệp có mật khẩu.",
            todo="Mở bằng Excel, lưu bản không mật khẩu rồi chọn lại.",
            code="FILE_PASSWORD",
        )
    if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise abnormal("kiểu nén lạ")
    if info.file_size > MAX_ENTRY:
        raise abnormal(f"một phần bung ra hơn {MAX_ENTRY // MIB} MB")
    too_dense = info.file_size > max(info.compress_size, 1) * MAX_RATIO
    if too_dense and info.file_size > RATIO_COUNTS_ABOVE:
        raise abnormal(f"nén quá {MAX_RATIO} lần")


def _check_overlap(file: IO[bytes], infos: list[zipfile.ZipInfo], size: int) -> None:
    """Refuse entries that share bytes, the trick of the densest bombs (CVE-2024-0450)."""
    end = 0
    for info in sorted(infos, key=lambda each: each.header_offset):
        if info.header_offset < end:
            raise abnormal("các phần chồng lên nhau")
        end = _data_start(file, info) + info.compress_size
        if end > size:
            raise damaged()


def _data_start(file: IO[bytes], info: zipfile.ZipInfo) -> int:
    """Return where the data of an entry begin, from its local header."""
    file.seek(info.header_offset)
    header = file.read(_LOCAL_HEADER.size)
    if len(header) < _LOCAL_HEADER.size or not header.startswith(b"PK\x03\x04"):
        raise damaged()
    name_length, extra_length = _LOCAL_HEADER.unpack(header)[-2:]
    return int(info.header_offset + _LOCAL_HEADER.size + name_length + extra_length)


def _inflate(file: IO[bytes], info: zipfile.ZipInfo) -> bytes:
    """Inflate a whole entry; one byte more than the directory says and it is refused."""
    data = file.read(info.compress_size)
    if info.compress_type == zipfile.ZIP_DEFLATED:
        inflater = zlib.decompressobj(-15)
        try:
            data = inflater.decompress(data, info.file_size + 1)
        except zlib.error as fault:
            raise damaged() from fault
        if len(data) > info.file_size:
            raise abnormal("lớn hơn kích thước đã ghi")
        if not inflater.eof:
            raise damaged()
    if len(data) != info.file_size or zlib.crc32(data) != info.CRC:
        raise damaged()
    return data


def _inflate_head(file: IO[bytes], info: zipfile.ZipInfo, limit: int) -> bytes:
    if info.compress_type == zipfile.ZIP_STORED:
        return file.read(min(limit, info.compress_size))
    inflater = zlib.decompressobj(-15)
    found = b""
    left = info.compress_size
    try:
        while left > 0 and len(found) < limit and not inflater.eof:
            chunk = file.read(min(_CHUNK, left))
            if not chunk:
                break
            left -= len(chunk)
            found += inflater.decompress(chunk, limit - len(found))
    except zlib.error as fault:
        raise damaged() from fault
    return found


def check_all(archive: Archive, keep: Callable[[str], bool]) -> dict[str, bytes]:
    """Inflate every entry once and return those that ``keep`` asks for.

    Readers that trust the data more than the directory then cannot be led astray.
    """
    kept: dict[str, bytes] = {}
    for name in archive.entries:
        data = archive.read(name)
        if keep(name):
            kept[name] = data
    return kept
