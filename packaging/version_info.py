"""What Windows shows about the program file under Properties, Details."""

from __future__ import annotations


def of(version: str) -> object:
    """Return the version resource for ``YY.N.patch``; only importable where PyInstaller is."""
    from PyInstaller.utils.win32 import versioninfo as win  # noqa: PLC0415 - only when freezing

    numbers = tuple([*(int(part) for part in version.split(".")), 0, 0, 0, 0][:4])
    words = {
        "ProductName": "ThiDuaQt",
        "FileDescription": "ThiDuaQt: thi đua, khen thưởng cấp xã",
        "ProductVersion": version,
        "FileVersion": version,
        "LegalCopyright": "Apache-2.0",
        "OriginalFilename": "ThiDuaQt.exe",
    }
    # 042a04b0: Vietnamese, Unicode.
    table = win.StringTable("042a04b0", [win.StringStruct(k, v) for k, v in words.items()])
    return win.VSVersionInfo(
        ffi=win.FixedFileInfo(filevers=numbers, prodvers=numbers),
        kids=[
            win.StringFileInfo([table]),
            win.VarFileInfo([win.VarStruct("Translation", [0x042A, 1200])]),
        ],
    )
