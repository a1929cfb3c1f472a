"""What a long piece of work sees of whoever started it: a place to report, a reason to stop."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, TypeVar

from app.domain.errors import Cancelled

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

_Item = TypeVar("_Item")

_STRIDE = 1_000
"""Items between two words of how far it is: some hundredths of a second."""


class Job:
    """Handed to every long service; asked at each natural pause."""

    def __init__(self, report: Callable[[int, int], None], stop: threading.Event) -> None:
        self._report = report
        self._stop = stop

    @classmethod
    def quiet(cls) -> Job:
        """A job that tells nobody and that nobody stops: for callers without a window."""
        return cls(_tell_nobody, threading.Event())

    def step(self, done: int, total: int) -> None:
        """Say that `done` of `total` is finished (total 0: not known).

        Raises:
            Cancelled: The person asked to stop since the last step.
        """
        if self._stop.is_set():
            raise Cancelled
        self._report(done, total)

    def counting(self, items: Iterable[_Item]) -> Iterator[_Item]:
        """The same items, while each thousandth says how many came; their total is not known.

        Raises:
            Cancelled: The person asked to stop.
        """
        for done, item in enumerate(items):
            if done % _STRIDE == 0:
                self.step(done, 0)
            yield item

    def untold(self) -> Job:
        """The same reason to stop, for a part of the work whose own numbers would only confuse."""
        return Job(lambda done, total: self.step(0, 0), self._stop)

    def within(self, done: int, total: int) -> Job:
        """The same reason to stop, for a part of the work that is one step of the whole."""
        return Job(lambda *_: self.step(done, total), self._stop)

    def pause(self, seconds: float) -> None:
        """Wait, and wake at once where the person asks to stop.

        Raises:
            Cancelled: The person asked to stop.
        """
        if self._stop.wait(max(seconds, 0)):
            raise Cancelled

    @property
    def stopping(self) -> bool:
        """Whether to stop, for code that waits and must not raise."""
        return self._stop.is_set()


def _tell_nobody(done: int, total: int) -> None:
    pass
