"""The file of the audit log: only ever added to, one line for each thing that was done.

A file beside the database and no table in it: it outlives a restore, a broken database and a new
beginning, and what is done to a closed database is noted too.
"""

import os
import threading
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from app.domain.audit import FIRST, Act, Head, chained, read_line
from app.storage.process_lock import lock_now, unlock

_TRIES, _PAUSE = 100, 0.02
"""Others hold it for some milliseconds, to add a line."""


def trail_of(database: Path) -> Path:
    """Beside the database."""
    return database.with_name(f"{database.stem}-jejak.jsonl")


class Trail:
    """One log; several processes may add to it."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._read_to = 0
        self._head = Head(0, FIRST)
        self._marks: dict[str, int] = {}

    def append(self, find: Callable[[Mapping[str, int]], Iterable[Act]], who: str) -> None:
        """Adds a line for each act that `find` gives, synced.

        Args:
            find: told up to which row of each table everything is noted (nothing: no table is);
                asked while no other process can add lines.
            who: the name at the computer.

        Raises:
            OSError: it cannot be written.
        """
        with self._alone() as file:
            self._read_on(file)
            entries = chained(find(dict(self._marks)), who, self._head)
            file.seek(self._read_to)
            for entry in entries:
                file.write(entry.line.encode("ascii") + b"\n")
            file.flush()
            os.fsync(file.fileno())
            self._read_on(file)

    def lines(self) -> list[str]:
        """Every whole line, as it stands there; none where there is no log yet.

        Raises:
            OSError: it cannot be read.
        """
        try:
            content = self.path.read_bytes()
        except FileNotFoundError:
            return []
        whole = content[: content.rfind(b"\n") + 1]
        return whole.decode("utf-8", "replace").splitlines()

    def head(self) -> Head | None:
        """The last line; None where nothing is noted yet, or it cannot be read."""
        lines = self.lines()
        return _head_of(lines[-1], len(lines)) if lines else None

    def _read_on(self, file: BinaryIO) -> None:
        """Takes in what others added since; half a line of a power cut goes: nobody relied on it."""
        size = file.seek(0, os.SEEK_END)
        if size < self._read_to:
            # It is shorter than it was: somebody's hand was at it.
            self._read_to, self._head, self._marks = 0, Head(0, FIRST), {}
        file.seek(self._read_to)
        rest = file.read()
        whole = rest[: rest.rfind(b"\n") + 1]
        for text in whole.decode("utf-8", "replace").splitlines():
            self._head = _head_of(text, self._head.number + 1)
            self._marks.update(_marks_of(text))
        self._read_to += len(whole)
        if len(whole) < len(rest):
            file.truncate(self._read_to)

    @contextmanager
    def _alone(self) -> Iterator[BinaryIO]:
        opened = os.open(self.path, os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0), 0o600)
        with os.fdopen(opened, "r+b") as file:
            for _ in range(_TRIES):
                if lock_now(file):
                    break
                threading.Event().wait(_PAUSE)
            else:
                raise TimeoutError(f"held by another process: {self.path.name}")
            try:
                yield file
            finally:
                unlock(file)


def _head_of(text: str, number: int) -> Head:
    """Of a line that somebody changed its number must do: the chain goes on, and tells."""
    try:
        return read_line(text).head
    except ValueError:
        return Head(number, FIRST)


def _marks_of(text: str) -> dict[str, int]:
    try:
        return dict(read_line(text).act.marks)
    except ValueError:
        return {}
