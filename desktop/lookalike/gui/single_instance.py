"""One window for each library: a second start hands what it was given to the first, and ends.

Through a local socket of the person's own (a pipe on Windows): nothing of it leaves the machine.
"""

import hashlib
import json
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

_ANSWER = b"ok\n"
_TIMEOUT_MS = 1500
_LONGEST_LETTER = 64 * 1024


def hand_over(library_dir: Path, target: Path | None) -> bool:
    """Give the window that is open for this library something to open.

    Args:
        target: None only brings the window to the front.

    Returns:
        Whether there is such a window, and it answered.
    """
    socket = QLocalSocket()
    socket.connectToServer(_name(library_dir))
    if not socket.waitForConnected(_TIMEOUT_MS):
        return False
    socket.write(json.dumps({"target": str(target) if target else ""}).encode() + b"\n")
    socket.flush()
    answered = socket.waitForReadyRead(_TIMEOUT_MS) and bytes(socket.readAll().data()) == _ANSWER
    socket.disconnectFromServer()
    return answered


def is_open(library_dir: Path) -> bool:
    """Whether there is a window of this library, which hears nothing of it."""
    socket = QLocalSocket()
    socket.connectToServer(_name(library_dir))
    is_there = socket.waitForConnected(_TIMEOUT_MS)
    socket.disconnectFromServer()
    return is_there


class Doorbell(QObject):
    """Hears later starts. `rung` carries the path to open, or None."""

    rung = Signal(object)

    def __init__(self, library_dir: Path) -> None:
        super().__init__()
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._greet)
        name = _name(library_dir)
        # Whoever left this name behind did not answer: it was killed.
        QLocalServer.removeServer(name)
        self._server.listen(name)

    def close(self) -> None:
        self._server.close()

    def _greet(self) -> None:
        visitor = self._server.nextPendingConnection()
        visitor.setReadBufferSize(_LONGEST_LETTER)
        visitor.readyRead.connect(self._hear)
        visitor.disconnected.connect(visitor.deleteLater)

    def _hear(self) -> None:
        visitor = self.sender()
        assert isinstance(visitor, QLocalSocket)
        if visitor.canReadLine():
            self._understand(visitor)
        elif visitor.bytesAvailable() >= _LONGEST_LETTER:
            visitor.abort()

    def _understand(self, visitor: QLocalSocket) -> None:
        try:
            told = str(json.loads(bytes(visitor.readLine().data()))["target"])
        except (ValueError, KeyError, TypeError):
            visitor.abort()
            return
        visitor.write(_ANSWER)
        visitor.flush()
        if not told or Path(told).is_absolute():
            self.rung.emit(Path(told) if told else None)


def _name(library_dir: Path) -> str:
    """Libraries have windows of their own; on some systems names longer than 100 are refused."""
    told = str(library_dir.resolve()).encode("utf-8", "surrogateescape")
    return f"lookalike-{hashlib.sha256(told).hexdigest()[:24]}"
