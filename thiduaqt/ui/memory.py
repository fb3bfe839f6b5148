"""What the window remembers between starts: sizes, columns, last choices (never data)."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any  # what JSON holds

from PySide6.QtCore import QByteArray, QSettings


class Memory:
    """A small notebook in an INI file; without a file it forgets at the end of the run."""

    def __init__(self, file: Path | None = None) -> None:
        self._settings = QSettings(str(file), QSettings.Format.IniFormat) if file else None
        self._kept: dict[str, Any] = {}

    def get(self, key: str, default: Any = None) -> Any:  # noqa: ANN401
        """Return what was put under ``key``; an entry that cannot be read counts as missing."""
        if self._settings is None:
            return self._kept.get(key, default)
        raw = self._settings.value(key)
        if not isinstance(raw, str):
            return default
        try:
            return json.loads(raw)
        except ValueError:
            return default

    def put(self, key: str, value: Any) -> None:  # noqa: ANN401
        """Keep ``value`` (anything JSON can hold) under ``key``."""
        if self._settings is None:
            self._kept[key] = value
        else:
            self._settings.setValue(key, json.dumps(value, ensure_ascii=False))

    def get_bytes(self, key: str) -> QByteArray | None:
        """Return a state that Qt gave as bytes (window geometry, splitter)."""
        text = self.get(key)
        return QByteArray.fromBase64(text.encode()) if isinstance(text, str) else None

    def put_bytes(self, key: str, state: QByteArray) -> None:
        """Keep a state that Qt gives as bytes."""
        self.put(key, bytes(state.toBase64().data()).decode())
