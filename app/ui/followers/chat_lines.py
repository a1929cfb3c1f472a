"""Pasted lines while they wait: which need an answer, which are ready, which bring nothing."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from app.domain.chat import ChatLine


class Group(StrEnum):
    """In the order in which they are listed."""

    OPEN = "open"
    READY = "ready"
    UNUSED = "unused"


@dataclass(frozen=True, slots=True)
class Pasted:
    """One statement of a paste. `dropped`: a person said that it is not wanted."""

    id: int
    line: ChatLine
    dropped: bool = False

    @property
    def group(self) -> Group:
        """Where it is listed."""
        if self.dropped or self.line.silence is not None:
            return Group.UNUSED
        return Group.OPEN if self.line.open_doubt is not None else Group.READY


class PastedLines:
    """Everything that was pasted and is not recorded; nothing leaves by itself."""

    def __init__(self) -> None:
        self._lines: dict[int, Pasted] = {}
        self._given = 0

    def add(self, lines: Sequence[ChatLine]) -> None:
        """One more paste, behind what is there."""
        for line in lines:
            self._given += 1
            self._lines[self._given] = Pasted(self._given, line)

    def answer(self, key: int, line: ChatLine) -> None:
        """A line as it is after an answer."""
        self._lines[key] = Pasted(key, line)

    def drop(self, key: int) -> None:
        """Not wanted; it stays in view until the list is done."""
        self._lines[key] = replace(self._lines[key], dropped=True)

    def find(self, key: int) -> Pasted | None:
        """One of them."""
        return self._lines.get(key)

    def of(self, group: Group) -> list[Pasted]:
        """Those of one group, in the order of the paste."""
        return [one for one in self._lines.values() if one.group is group]

    def all(self) -> list[Pasted]:
        """The doubtful first, then the ready, then what brings nothing."""
        return [one for group in Group for one in self.of(group)]

    def take_ready(self) -> list[ChatLine]:
        """Takes out what can be recorded; the unused go too once nothing is open."""
        ready = self.of(Group.READY)
        for one in ready:
            del self._lines[one.id]
        if not self.of(Group.OPEN):
            self._lines.clear()
        return [one.line for one in ready]
