"""A part of the window that is built when somebody first asks for it, and stays from then on."""

from collections.abc import Callable
from typing import Generic, TypeVar

_Part = TypeVar("_Part", covariant=True)


class Later(Generic[_Part]):
    """Called, it gives the part. Whoever is to be connected to it need not wait, nor build it."""

    def __init__(self, build: Callable[[], _Part]) -> None:
        self._build = build
        self._built: _Part | None = None
        self._waiting: list[Callable[[_Part], object]] = []

    def __call__(self) -> _Part:
        """The part; the first call builds it, and then connects it."""
        if self._built is None:
            part = self._built = self._build()
            waiting, self._waiting = self._waiting, []
            for act in waiting:
                act(part)
            return part
        return self._built

    @property
    def built(self) -> _Part | None:
        """The part where it stands already; nothing is built."""
        return self._built

    def once_built(self, act: Callable[[_Part], object]) -> None:
        """Does this with the part: at once where it stands, else right after it was built."""
        if self._built is None:
            self._waiting.append(act)
        else:
            act(self._built)
