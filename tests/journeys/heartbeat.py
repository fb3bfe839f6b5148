"""Measures how long the window does not answer."""

from __future__ import annotations

from types import TracebackType

from PySide6.QtCore import QElapsedTimer, Qt, QTimer


class Heartbeat:
    """Beats every few milliseconds; :attr:`gap` is the longest silence so far, in milliseconds."""

    def __init__(self) -> None:
        self.gap = 0
        self.silences: list[tuple[str, int]] = []
        self._clock = QElapsedTimer()
        self._timer = QTimer()
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(2)
        self._timer.timeout.connect(self._beat)

    def __enter__(self) -> Heartbeat:
        self._clock.start()
        self._timer.start()
        return self

    def __exit__(
        self,
        _kind: type[BaseException] | None,
        _fault: BaseException | None,
        _trace: TracebackType | None,
    ) -> None:
        self._timer.stop()

    def part(self, name: str) -> None:
        """End a part of the work: keep its longest silence under ``name``."""
        self._beat()
        self.silences.append((name, self.gap))
        self.gap = 0

    def _beat(self) -> None:
        self.gap = max(self.gap, self._clock.restart())
