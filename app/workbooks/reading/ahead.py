"""Opens a workbook in the background: its child reads while the program is still loading."""

from collections.abc import Callable
from pathlib import Path
from threading import Thread
from types import TracebackType
from typing import Self

from app.workbooks.reading.opened import OpenedWorkbook, open_workbook


class ReadAhead:
    """Workbooks that somebody will want soon. Leaving the block ends those that nobody took."""

    def __init__(self, child: str) -> None:
        """`child` is the module to run, as in `open_workbook`."""
        self._child = child
        self._openings: dict[Path, _Opening] = {}

    def begin(self, path: Path) -> None:
        """Starts to open; whatever goes wrong is said by `take`."""
        if path not in self._openings:
            self._openings[path] = _Opening(path, self._child)

    def take(self, path: Path, step: Callable[[], None]) -> OpenedWorkbook | None:
        """The workbook, once, or None where it was not begun; `step` as in `open_workbook`.

        Raises:
            FileError: or another refusal of `open_workbook`.
        """
        opening = self._openings.pop(path, None)
        return None if opening is None else opening.taken(step)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        for opening in self._openings.values():
            opening.drop()
        self._openings.clear()


class _Opening:
    def __init__(self, path: Path, child: str) -> None:
        self._path = path
        self._child = child
        self._step: Callable[[], None] | None = None
        self._opened: OpenedWorkbook | None = None
        self._failure: BaseException | None = None
        self._thread = Thread(target=self._open, daemon=True)
        self._thread.start()

    def taken(self, step: Callable[[], None]) -> OpenedWorkbook:
        self._step = step
        self._thread.join()
        if self._opened is None:
            raise self._failure or RuntimeError("taken twice")
        return self._opened

    def drop(self) -> None:
        self._step = _stop
        self._thread.join()
        if self._opened is not None:
            self._opened.close()

    def _open(self) -> None:
        try:
            self._opened = open_workbook(self._path, self._go_on, self._child)
        except BaseException as error:  # said to whoever takes it
            self._failure = error

    def _go_on(self) -> None:
        if self._step is not None:
            self._step()


class _Stopped(Exception):
    """Nobody wants the workbook any more."""


def _stop() -> None:
    raise _Stopped
