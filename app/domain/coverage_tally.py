"""Counts the coverage of organisations and generations person by person, and keeps nobody."""

from collections import Counter
from collections.abc import Iterable

from app.domain.coverage import GenerationShare, UnitCoverage, shares
from app.domain.nip import Generations
from app.domain.person import Person
from app.domain.platform import RECORDED, Platform


class CoverageTally:
    """The same numbers as `units` and `generation_shares` give over a list of members."""

    def __init__(self) -> None:
        self._people: Counter[str] = Counter()
        self._qualifying: Counter[str] = Counter()
        self._reached: Counter[tuple[str, Platform]] = Counter()
        self._born: Counter[int] = Counter()
        self._born_qualifying: Counter[int] = Counter()

    def add(self, person: Person, reached: Iterable[Platform], *, qualifies: bool) -> None:
        """One more person, and the platforms at the threshold."""
        unit = person.organisation or person.unit
        born = int(person.nip.digits[:4])
        self._people[unit] += 1
        self._born[born] += 1
        for platform in reached:
            self._reached[unit, platform] += 1
        if qualifies:
            self._qualifying[unit] += 1
            self._born_qualifying[born] += 1

    def units(self) -> list[UnitCoverage]:
        """The organisations, the largest first; those without any under an empty name."""
        found = [
            UnitCoverage(
                name,
                people,
                {platform: self._reached[name, platform] for platform in RECORDED},
                self._qualifying[name],
            )
            for name, people in self._people.items()
        ]
        return sorted(found, key=lambda unit: (-unit.people, unit.name))

    def generations(self, scheme: Generations) -> list[GenerationShare]:
        """The generations that the office has, the oldest first; they sum to everyone."""
        return shares(self._born, self._born_qualifying, scheme)
