"""Two roll-ups of a province beside each other: where people came and went, and why."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from app.domain.rollup.figures import ELSEWHERE, VERDICTS
from app.domain.rollup.merged import MergedOffice, RollUp
from app.domain.verdict import Verdict

_QUALIFIES = VERDICTS.index(Verdict.QUALIFIES)


class Move(StrEnum):
    """Why one person more, or one less, qualifies in the province."""

    VERDICT = "verdict"
    """Is counted both times, with another verdict."""
    LISTED = "listed"
    """Stands on a list only one of the times, though the office is there both times."""
    OFFICE = "office"
    """The office of the person is there only one of the times."""


@dataclass(frozen=True, slots=True)
class OfficeBeside:
    """An office both times; None where it is not counted. `came` and `went` are of its people."""

    key: str
    name: str
    before: MergedOffice | None
    after: MergedOffice | None
    came: int = 0
    went: int = 0


@dataclass(frozen=True, slots=True)
class Development:
    """`came` minus `went` is how many more qualify. `offices` are those counted at least once."""

    before: RollUp
    after: RollUp
    came: Mapping[Move, int]
    went: Mapping[Move, int]
    offices: tuple[OfficeBeside, ...]


def development(before: RollUp, after: RollUp) -> Development:
    """Each person counts where the person is counted; whoever changed the office came and went not."""
    then, now = _Side(before), _Side(after)
    came: Counter[Move] = Counter()
    went: Counter[Move] = Counter()
    came_to: Counter[str] = Counter()
    went_from: Counter[str] = Counter()
    for nip in now.qualifying - then.qualifying:
        office = now.office_of[nip]
        came[_move(nip, office, then)] += 1
        came_to[office] += 1
    for nip in then.qualifying - now.qualifying:
        office = then.office_of[nip]
        went[_move(nip, office, now)] += 1
        went_from[office] += 1
    keys = {**then.offices, **now.offices}
    offices = [
        OfficeBeside(
            key,
            one.name,
            then.offices.get(key),
            now.offices.get(key),
            came_to[key],
            went_from[key],
        )
        for key, one in keys.items()
    ]
    offices.sort(key=lambda one: (one.name.casefold(), one.key))
    return Development(before, after, dict(came), dict(went), tuple(offices))


class _Side:
    """One of the two, by NIP."""

    def __init__(self, rollup: RollUp) -> None:
        people = rollup.people
        keys = [one.key for one in rollup.offices]
        self.offices = {one.key: one for one in rollup.counted_offices}
        self.everybody: set[int] = set()
        self.office_of: dict[int, str] = {}
        for index in range(len(people)):
            if people.marks[index] & ELSEWHERE:
                continue
            self.everybody.add(people.nips[index])
            if people.verdicts[index] == _QUALIFIES:
                self.office_of[people.nips[index]] = keys[people.offices[index]]
        self.qualifying = set(self.office_of)


def _move(nip: int, office: str, other: _Side) -> Move:
    if nip in other.everybody:
        return Move.VERDICT
    return Move.LISTED if office in other.offices else Move.OFFICE
