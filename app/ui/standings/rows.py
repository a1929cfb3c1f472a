"""The rows of the list: one judged person each, in the order in which they are first shown."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from app.domain import what_if
from app.domain.person import ListedPerson, Person
from app.domain.rule import NAMED_RULES, Rule
from app.domain.standing import PersonStanding
from app.domain.trend import Crossing
from app.domain.verdict import Reason, Verdict
from app.services.standings import Standings, is_near_miss
from app.wording.reasons import distance

_PLACES = {verdict: place for place, verdict in enumerate(Verdict)}


class StandingRow(NamedTuple):
    """One person. `distance` is how far the deciding sure count lies above the minimum."""

    id: int
    name: str
    unit: str
    who: Person | ListedPerson
    digits: str
    """Of the NIP."""
    verdict: Verdict | None = None
    distance: int | None = None
    is_near: bool = False
    standing: PersonStanding | None = None

    @property
    def pending(self) -> bool:
        """Nobody is judged yet: it is only known who this is."""
        return self.standing is None

    @property
    def one(self) -> PersonStanding:
        """How this person stands, with everything known.

        Raises:
            LookupError: nobody is judged yet.
        """
        if self.standing is None:
            raise LookupError("not judged yet")
        return self.standing

    @property
    def search(self) -> str:
        """What the question looks into."""
        return f"{self.who.full_name} {self.digits} {self.unit}"

    @property
    def place(self) -> int | None:
        """Of the verdict, in the order in which verdicts are always shown."""
        return None if self.verdict is None else _PLACES[self.verdict]


@dataclass(frozen=True, slots=True)
class Judged:
    """Everyone under one rule, with the rows of the list."""

    standings: Standings
    rows: Sequence[StandingRow]
    facebook_friends: bool
    """On Facebook the office counts friends."""
    rules: Sequence[Rule] = NAMED_RULES
    """Every rule there is to choose."""
    crossings: Mapping[int, Crossing] = field(default_factory=dict)
    """When those who nearly qualify will, by id, as far as their counts tell."""

    @property
    def nearest(self) -> list[StandingRow]:
        """Who nearly qualifies, the nearest first."""
        near = [row for row in self.rows if row.is_near]
        return sorted(near, key=lambda row: -(row.distance or 0))


def named_row(one: ListedPerson) -> StandingRow:
    """Who this is, before anybody is judged."""
    return StandingRow(one.id, one.name, one.unit or one.organisation, one, one.nip)


def judged_rows(standings: Standings) -> list[StandingRow]:
    """By verdict, then the furthest above the threshold first, then by name."""
    rule = standings.rule
    rows = []
    for one in standings.people:
        person, verdict = one.person, one.judgement.verdict
        rows.append(
            StandingRow(
                person.id,
                person.name,
                person.place,
                person,
                person.nip.digits,
                verdict,
                distance(one.judgement, rule),
                is_near_miss(one.judgement, rule),
                one,
            )
        )
    return sorted(rows, key=_first_shown)


def deciding_reason(row: StandingRow, needed: int) -> Reason | None:
    """The platform whose count the distance is of; `needed` as the rule says."""
    return what_if.deciding_reason(row.one.judgement, needed)


def _first_shown(row: StandingRow) -> tuple[int, bool, int]:
    return row.place or 0, row.distance is None, -(row.distance or 0)
