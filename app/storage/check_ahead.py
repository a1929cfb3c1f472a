"""The check of the file that a start is going to open, made while the program is still loading."""

import os
import sqlite3
import threading
from collections.abc import Callable
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self

from app.storage.bare import APPLICATION_ID, connected, log_of, only_looking
from app.storage.disks import is_on_network
from app.storage.engine import journal_of

Checked = Callable[[Path], bool]
"""Whether the quick check has just found a file sound."""

_HEADER = 100
QUICK_CHECK = "PRAGMA quick_check(1)"


@dataclass(frozen=True, slots=True)
class _State:
    """What a write to the file would change; SQLite counts its transactions in the header."""

    header: bytes
    device: int
    number: int
    size: int
    written_ns: int


class CheckAhead:
    """SQLite walks every page without Python's lock: on a second core it costs no time at all.

    It only ever spares a check that would have gone well: what is not sound, was written to since,
    has a log, or lies on a share is left to whoever opens the file. Nothing is written beside it.
    """

    def __init__(self, path: Path) -> None:
        """Begins with a `with`; whoever leaves it breaks off what is not done."""
        self._path = path
        self._sound: _State | None = None
        self._walking: sqlite3.Connection | None = None
        self._left = False
        self._guard = threading.Lock()
        self._thread = threading.Thread(target=self._check, name="check ahead", daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        with self._guard:
            self._left = True
            if self._walking is not None:
                self._walking.interrupt()
        self._thread.join()

    def found_sound(self, path: Path) -> bool:
        """Whether this very file was found sound and nobody wrote since; waits for the answer."""
        if path != self._path:
            return False
        self._thread.join()
        return self._sound is not None and self._sound == _state_of(path)

    def _check(self) -> None:
        state = _state_of(self._path)
        if state is None:
            return
        # Whatever goes wrong here goes wrong again, with its words, for whoever opens the file.
        with suppress(sqlite3.Error, OSError):
            how = only_looking(self._path)
            with closing(connected(self._path, how, ())) as walking:
                with self._guard:
                    if self._left:
                        return
                    self._walking = walking
                try:
                    found = walking.execute(QUICK_CHECK).fetchone()
                finally:
                    with self._guard:
                        self._walking = None
            if found == ("ok",) and _state_of(self._path) == state:
                self._sound = state


def not_checked(path: Path) -> bool:
    """Nobody has looked at it yet."""
    return False


def _state_of(path: Path) -> _State | None:
    """None for what is not to be looked at ahead."""
    try:
        if is_on_network(path) or journal_of(path) != "WAL" or log_of(path).exists():
            return None
        with path.open("rb") as file:
            header, stood = file.read(_HEADER), os.fstat(file.fileno())
    except OSError:
        return None
    if header[68:72] != APPLICATION_ID.to_bytes(4, "big"):
        return None
    return _State(header, stood.st_dev, stood.st_ino, stood.st_size, stood.st_mtime_ns)
