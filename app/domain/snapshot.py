"""A period that is closed: everyone with counts, verdicts and the rule, as they stood then."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from app.domain.period import Period
from app.domain.person import Account, Consent, Person, Service
from app.domain.rule import Rule
from app.domain.standing import PersonStanding
from app.domain.verdict import Verdict, judge


class Away(StrEnum):
    """Why somebody whom the office knows stands in no list."""

    WITHDRAWN = "withdrawn"
    MOVED = "moved"
    RETIRED = "retired"


@dataclass(frozen=True, slots=True)
class Snapshot:
    """Everyone in the lists with their verdicts, and the others by NIP with why they are not.

    `who` says by NIP which person of the office that is today, as far as it is known: a number may
    have been corrected since, two records may have become one. It is no part of the content.
    """

    rule: Rule
    as_of: date
    people: Sequence[PersonStanding]
    away: Mapping[str, Away] = field(default_factory=dict)
    who: Mapping[str, int] = field(default_factory=dict, compare=False)

    @property
    def totals(self) -> dict[Verdict, int]:
        """People for each verdict; every verdict is there."""
        counted = Counter(one.judgement.verdict for one in self.people)
        return {verdict: counted[verdict] for verdict in Verdict}


@dataclass(frozen=True, slots=True)
class Reopening:
    """That a closed period was opened again, and why."""

    at: datetime
    by: str
    reason: str


@dataclass(frozen=True, slots=True)
class Revision:
    """One closing of a period. `number` counts them from 1; an earlier one is kept for good.

    `totals` are those of the day of closing: they stay, whoever is left out of an output later.
    """

    id: int
    period: Period
    number: int
    as_of: date
    rule: Rule
    totals: Mapping[Verdict, int]
    sha256: str
    closed_at: datetime
    closed_by: str
    reopened: Reopening | None = None

    @property
    def is_closed(self) -> bool:
        """It holds: nobody opened the period again since."""
        return self.reopened is None

    @property
    def short_hash(self) -> str:
        """The beginning of its hash, enough to compare two by eye."""
        return self.sha256[:12]


def take_snapshot(
    everyone: Iterable[tuple[Person, tuple[Account, ...]]], rule: Rule, as_of: date
) -> Snapshot:
    """Judges everyone; whoever withdrew, moved or retired is only named as away."""
    people: list[PersonStanding] = []
    away: dict[str, Away] = {}
    who: dict[str, int] = {}
    for person, accounts in everyone:
        if person.id:
            who[person.nip.digits] = person.id
        why = away_because(person)
        if why is None:
            judgement = judge(accounts, rule, as_of, person.consent)
            people.append(PersonStanding(person, accounts, judgement))
        else:
            away[person.nip.digits] = why
    return Snapshot(rule, as_of, people, away, who)


def away_because(person: Person) -> Away | None:
    """Why a person stands in no list; None for whoever does. A withdrawal tells first."""
    if person.consent is Consent.WITHDRAWN:
        return Away.WITHDRAWN
    return _LEFT.get(person.service)


_LEFT = {Service.MOVED: Away.MOVED, Service.RETIRED: Away.RETIRED}
