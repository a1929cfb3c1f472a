"""A second start over the same office brings the window of the first one to the front.

The name of the way between them is made of the place of the database and of who asks, so that each
person at a computer reaches only a window of their own.
"""

import getpass
import hashlib
import json
import os
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from app.ui.office_window import OfficeWindow

_PATIENCE_MS = 2_000
_LONGEST = 1 << 16
"""Bytes of one message: some paths, no more."""


class FirstWindow(QObject):
    """Listens for later starts over the office that is open here."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._office: OfficeWindow | None = None
        self._server = QLocalServer(self)
        # Nobody else's processes may knock here.
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._take)

    def listen(self, database: Path, office: OfficeWindow) -> None:
        """From now on for this office; whoever holds it alone is the only one to listen."""
        self._office = office
        name = _name(database)
        self._server.close()
        # What a killed program left behind would be in the way.
        QLocalServer.removeServer(name)
        self._server.listen(name)

    def stop(self) -> None:
        """Later starts reach nobody."""
        self._office = None
        self._server.close()

    @Slot()
    def _take(self) -> None:
        while (socket := self._server.nextPendingConnection()) is not None:
            socket.readyRead.connect(self._read)
            socket.disconnected.connect(socket.deleteLater)
            if socket.bytesAvailable():
                self._hear(socket)

    @Slot()
    def _read(self) -> None:
        socket = self.sender()
        if isinstance(socket, QLocalSocket):
            self._hear(socket)

    def _hear(self, socket: QLocalSocket) -> None:
        if not socket.canReadLine():
            return
        said = bytes(socket.readLine(_LONGEST).data())
        socket.write(b"\n")
        socket.flush()
        files: list[Path] = []
        with suppress(ValueError, TypeError):
            files = [Path(text) for text in json.loads(said)]
        self._come_forward(files)

    def _come_forward(self, files: list[Path]) -> None:
        if self._office is None:
            return
        window = self._office.window
        window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
        window.show()
        window.raise_()
        window.activateWindow()
        if files:
            self._office.open_files(files)


def call_first_window(database: Path, files: Sequence[Path]) -> bool:
    """Asks the program that has this office for its window; False where it does not answer."""
    socket = QLocalSocket()
    socket.connectToServer(_name(database))
    if not socket.waitForConnected(_PATIENCE_MS):
        return False
    message = json.dumps([str(path.absolute()) for path in files]).encode() + b"\n"
    socket.write(message)
    socket.flush()
    heard = socket.waitForReadyRead(_PATIENCE_MS)
    socket.disconnectFromServer()
    return heard


def _name(database: Path) -> str:
    who = ""
    with suppress(KeyError, OSError, ImportError):
        who = getpass.getuser()
    whole = f"{os.path.realpath(database)}\n{who}".encode()
    return f"gaung-{hashlib.sha256(whole).hexdigest()[:24]}"
