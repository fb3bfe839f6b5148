"""One window per data file: a second start brings the first window forward."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QDir, QLockFile

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalServer

_WAIT_MS = 500


class OneWindow:
    """Holds a lock in the temporary folder and listens for a second start."""

    def __init__(self, path: Path) -> None:
        sign = hashlib.sha256(str(path.resolve()).encode()).hexdigest()[:24]
        self._name = f"thiduaqt-{sign}"
        self._lock = QLockFile(QDir(QDir.tempPath()).filePath(f"{self._name}.lock"))
        self._lock.setStaleLockTime(0)  # only a dead process loses its lock, not a slow one
        self._server: QLocalServer | None = None

    def acquire(self) -> bool:
        """Take the lock; False if a window has this file open."""
        return self._lock.tryLock(100)

    def listen(self, come_forward: Callable[[], object]) -> None:
        """Call ``come_forward`` when somebody starts the program with the same file."""
        from PySide6.QtNetwork import QLocalServer  # noqa: PLC0415 - costs time at start-up

        if not self._lock.isLocked():
            return
        QLocalServer.removeServer(self._name)
        server = QLocalServer()
        server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)

        def on_call() -> None:
            socket = server.nextPendingConnection()
            if socket is not None:
                socket.disconnectFromServer()
                socket.deleteLater()
            come_forward()

        server.newConnection.connect(on_call)
        server.listen(self._name)
        self._server = server

    def call_other(self) -> bool:
        """Ask the window that has the file to come forward; False if it does not answer."""
        from PySide6.QtNetwork import QLocalSocket  # noqa: PLC0415 - costs time at start-up

        socket = QLocalSocket()
        socket.connectToServer(self._name)
        answered = socket.waitForConnected(_WAIT_MS)
        socket.close()
        return answered

    def release(self) -> None:
        """Give the lock back."""
        if self._server is not None:
            self._server.close()
            self._server = None
        self._lock.unlock()
