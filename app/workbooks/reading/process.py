"""The reading child as the program sees it: questions go in, rows or one refusal come out."""

import signal
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from queue import Empty, Queue
from threading import Thread
from time import monotonic
from typing import IO, Any, cast

from app.domain.errors import (
    AppError,
    FileError,
    LockUnknown,
    ReadingTimedOut,
    WorkbookDamaged,
    WorkbookProtected,
    WorkbookTooLarge,
    WrongPassword,
)
from app.workbooks.reading.bounds import memory_for, seconds_for
from app.workbooks.reading.frames import PipeClosed, read_frame, write_frame
from app.workbooks.reading.memory_watch import MemoryWatch

CHILD = "app.workbooks.reading.child"

_ROOT = Path(__file__).parents[3]
_PIECE = 1 << 20
_PIPE = 1 << 20
"""Bytes, where the system can be asked: a frame fits in, and the child goes on at once."""

_WAITING_FRAMES = 16
"""A third of 100,000 rows: the child goes on while the program loads everybody who is known."""

_LOOK_AROUND = 0.05
"""Seconds between two calls of `step` while waiting."""

_LAST_BREATH = 2.0
"""Seconds between the last word of a child and its end."""

_OUT_OF_MEMORY = frozenset({-signal.SIGABRT, -9, 3, 0xC0000409, 0xC0000017, 0xC000012D})
"""How an engine ends that gets no memory: abort, the system's killer, Windows' fast fail."""


_REFUSED: Mapping[str, type[FileError]] = {
    "protected": WorkbookProtected,
    "wrong_password": WrongPassword,
    "lock_unknown": LockUnknown,
}


class ReadingProcess:
    """One child for one workbook. It may die in any way; here that is one typed error."""

    def __init__(
        self,
        path: Path,
        kind: str,
        content: bytes,
        unpacked: int,
        step: Callable[[], None],
        child: str = CHILD,
    ) -> None:
        """Starts the child and hands it the bytes.

        Args:
            path: For the errors only; the child never opens it.
            kind: xlsx, xls, xlsb, ods, xml, csv, html, or "locked".
            content: The private copy.
            unpacked: Bytes that the reading will have to go through; bounds grow with it.
            step: Called while waiting; may raise Cancelled.
            child: The module to run.
        """
        self._path = path
        self._step = step
        self._seconds = seconds_for(unpacked)
        self._number = 0
        self._process = _start(child)
        self._questions = cast("IO[bytes]", self._process.stdin)
        self._answers = cast("IO[bytes]", self._process.stdout)
        self._frames: Queue[Any] = Queue(_WAITING_FRAMES)
        self._collector = Thread(target=_collect, args=(self._answers, self._frames), daemon=True)
        self._collector.start()
        self._ended = False
        self._failure: AppError | None = None
        memory = memory_for(unpacked)
        self._watch = MemoryWatch(self._process.pid, memory, self._process.kill)
        try:
            self._hand_over((0, kind, memory, len(content)), content)
        except BaseException:
            self.close()
            raise

    def sheets(self) -> list[tuple[int, str, bool]]:
        """The first answer: index, name and hidden of every sheet of cells."""
        found: list[tuple[int, str, bool]] = self._answer()[1]
        return found

    def ask(self, question: str, *details: int | bytes) -> Iterator[tuple[str, Any]]:
        """The frames that answer one question, as they come; it is asked at once.

        A later question makes the child's remaining answers to this one worthless; they are
        passed over.
        """
        self._number += 1
        number = self._number
        self._send((number, question, *details))
        return self._frames_of(number)

    def _frames_of(self, number: int) -> Iterator[tuple[str, Any]]:
        while True:
            if number != self._number:
                raise RuntimeError("two readings of one workbook cannot take turns")
            kind, payload = self._answer()
            if kind == "end":
                return
            yield kind, payload

    def close(self) -> None:
        """Ends the child, whatever it is doing, and waits until nothing of it is left."""
        if self._ended:
            return
        self._ended = True
        self._watch.end()
        self._process.kill()
        while self._frames.get() is not None:
            pass
        self._collector.join()
        for pipe in (self._questions, self._answers):
            # What was not yet sent has no reader any more.
            with suppress(OSError):
                pipe.close()
        self._process.wait()

    def _hand_over(self, opening: tuple[object, ...], content: bytes) -> None:
        self._send(opening)
        rest = memoryview(content)
        with suppress(OSError):  # a dead child is told by its missing answer
            for at in range(0, len(rest), _PIECE):
                self._questions.write(rest[at : at + _PIECE])
                self._step()
            self._questions.flush()

    def _send(self, message: tuple[object, ...]) -> None:
        if self._failure is not None:
            raise self._failure
        if self._ended:
            raise RuntimeError("the workbook is closed")
        with suppress(OSError):
            write_frame(self._questions, message)

    def _answer(self) -> tuple[str, Any]:
        waited = 0.0
        while True:
            began = monotonic()
            try:
                frame = self._frames.get(timeout=_LOOK_AROUND)
            except Empty:
                # Only waiting counts: how long the program chews on a chunk does not.
                waited += monotonic() - began
                if waited > self._seconds:
                    self._failure = ReadingTimedOut(self._path)
                    self.close()
                    raise self._failure from None
                self._step()
                continue
            if frame is None:
                raise self._death()
            number, kind, payload = frame
            if number != self._number:
                continue
            if kind == "refused":
                raise self._refusal(*payload)
            return kind, payload

    def _refusal(self, kind: str, detail: str) -> AppError:
        if kind == "too_large":
            return WorkbookTooLarge(self._path, detail)
        return _REFUSED.get(kind, WorkbookDamaged)(self._path)

    def _death(self) -> AppError:
        self._frames.put(None)
        try:
            code = self._process.wait(_LAST_BREATH)
        except subprocess.TimeoutExpired:
            code = 0
        self.close()
        no_memory = self._watch.went_over or code in _OUT_OF_MEMORY
        self._failure = (
            WorkbookTooLarge(self._path, "memory") if no_memory else WorkbookDamaged(self._path)
        )
        return self._failure


def _start(child: str) -> subprocess.Popen[bytes]:
    # The same interpreter, our own module, no shell; nothing of the file is in the command.
    return subprocess.Popen(  # noqa: S603
        [sys.executable, "-m", child],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        cwd=_ROOT,
        pipesize=_PIPE,
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )


def _collect(pipe: IO[bytes], frames: "Queue[Any]") -> None:
    try:
        while True:
            frames.put(read_frame(pipe))
    except (PipeClosed, OSError, ValueError, EOFError, TypeError):
        frames.put(None)
