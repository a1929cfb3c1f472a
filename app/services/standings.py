"""Who qualifies on a day, under a rule, and why."""

from array import array
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Protocol, TypeVar

from app.domain.person import Account, Consent, ListedPerson, NamedPerson, Person
from app.domain.platform import Platform
from app.domain.rule import Rule
from app.domain.standing import PersonStanding
from app.domain.trend import LOOKED_BACK, Crossing, crossing
from app.domain.verdict import Judgement, Verdict, judge
from app.domain.what_if import Ladder, deciding_reason, highest_threshold
from app.services.job import Job
from app.services.listing import kept_of_everyone, names_of_many
from app.services.many_objects import collector_paused
from app.storage.accounts import accounts_among, people_with_accounts
from app.storage.changes import commits_so_far
from app.storage.counts import histories
from app.storage.database import Database
from app.storage.transaction import Transaction
from app.wording.reasons import distance

Written = TypeVar("Written")

NEAR = 50
"""Followers short of the threshold that still count as "hampir memenuhi"."""


class Consenting(Protocol):
    """Somebody who said, or did not say, what the use of private accounts may be."""

    @property
    def consent(self) -> Consent:
        """The word."""


@dataclass(frozen=True, slots=True)
class Standings:
    """Every person who may stand in an output, judged; in the order of their names."""

    rule: Rule
    as_of: date
    people: Sequence[PersonStanding]

    @property
    def totals(self) -> Mapping[Verdict, int]:
        """People for each verdict; every verdict is there, the sum is `len(people)`."""
        counted = Counter(one.judgement.verdict for one in self.people)
        return {verdict: counted[verdict] for verdict in Verdict}

    @property
    def near_misses(self) -> list[PersonStanding]:
        """Not yet, but short of the threshold by at most `NEAR`; the nearest first."""
        near = [one for one in self.people if is_near_miss(one.judgement, self.rule)]
        return sorted(near, key=lambda one: -(distance(one.judgement, self.rule) or 0))


def is_near_miss(judgement: Judgement, rule: Rule) -> bool:
    """Belongs to "hampir memenuhi": not yet, and at most `NEAR` followers short."""
    if judgement.verdict is not Verdict.NOT_YET:
        return False
    missing = distance(judgement, rule)
    return missing is not None and -NEAR <= missing < 0


class JudgeStandings:
    """Asks the database for everyone and applies a rule."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def everyone(self, as_of: date, job: Job) -> list[tuple[Person, tuple[Account, ...]]]:
        """All people of the outputs with their newest counts on that day, by name."""
        with collector_paused(), self._database.reading() as tx:
            found = list(job.counting(people_with_accounts(tx, as_of, for_output=True)))
        found.sort(key=_place)
        return found

    def names_of_many(
        self, write: Callable[[Sequence[NamedPerson]], list[Written]]
    ) -> list[Written]:
        """What `write` makes of everyone of a large office, before they are judged; see `listing`."""
        return names_of_many(self._database, write)

    def accounts_among(
        self, ids: Sequence[int], as_of: date, write: Callable[[int, tuple[Account, ...]], Written]
    ) -> dict[int, Written]:
        """What `write` makes of the accounts of some people that were added one after the other.

        The accounts are let go one by one: those of 100,000 people take 200 MB.
        """
        with collector_paused(), self._database.reading() as tx:
            return {one: write(one, found) for one, found in accounts_among(tx, ids, as_of)}

    def tell_each(
        self, take: Callable[[Person, tuple[Account, ...]], object], as_of: date, job: Job
    ) -> None:
        """Shows `take` everyone of the outputs one by one, in no order that means anything."""
        with collector_paused(), self._database.reading() as tx:
            everyone = people_with_accounts(tx, as_of, for_output=True)
            for person, accounts in job.counting(everyone):
                take(person, accounts)

    def version(self) -> int:
        """The same number as before means that a second look would find nothing new."""
        with self._database.reading() as tx:
            return commits_so_far(tx)

    def under(self, rule: Rule, as_of: date, job: Job) -> Standings:
        """Judges everyone under one rule."""
        return judged(self.everyone(as_of, job), rule, as_of)

    def kept(
        self,
        write: Callable[[ListedPerson, tuple[Account, ...]], Written],
        as_of: date,
        job: Job,
    ) -> list[Written]:
        """What `write` makes of everyone of the outputs, by name; see `listing`."""
        return kept_of_everyone(self._database, write, as_of, job)

    def ladders(
        self,
        everyone: Iterable[tuple[Consenting, tuple[Account, ...]]],
        as_of: date,
        rules: Sequence[Rule],
    ) -> dict[str, Ladder]:
        """How many of `everyone` qualify at any threshold, for the key of each of `rules`."""
        highest = {rule.key: array("q") for rule in rules}
        with collector_paused():
            for person, accounts in everyone:
                for rule in rules:
                    found = highest_threshold(accounts, rule, as_of, person.consent)
                    if found is not None:
                        highest[rule.key].append(found)
            return {key: Ladder(found) for key, found in highest.items()}

    def crossings(
        self, people: Sequence[PersonStanding], rule: Rule, as_of: date
    ) -> dict[int, Crossing]:
        """When these will cross the threshold, by id; whose trend tells nothing is left out."""
        deciding = {
            one.person.id: reason.platform
            for one in people
            if (reason := deciding_reason(one.judgement, rule.needed)) is not None
        }
        return self.crossings_on(deciding, rule, as_of)

    def crossings_on(
        self, deciding: Mapping[int, Platform], rule: Rule, as_of: date
    ) -> dict[int, Crossing]:
        """The same, where it is known of each person on which platform it is decided."""
        with self._database.reading() as tx:
            told = histories(tx, list(deciding), as_of - timedelta(days=LOOKED_BACK), as_of)
        estimates = {
            person: crossing(told.get((person, platform), ()), rule.minimum_of(platform), as_of)
            for person, platform in deciding.items()
        }
        return {person: found for person, found in estimates.items() if found is not None}


def _place(one: tuple[Person, tuple[Account, ...]]) -> tuple[str, str]:
    return one[0].name.casefold(), one[0].nip.digits


def judged(
    everyone: Iterable[tuple[Person, tuple[Account, ...]]], rule: Rule, as_of: date
) -> Standings:
    """Pure part: the same people under another rule need no second look at the database."""
    with collector_paused():
        people = [
            PersonStanding(person, accounts, judge(accounts, rule, as_of, person.consent))
            for person, accounts in everyone
        ]
    return Standings(rule, as_of, people)


def standings_of(
    tx: Transaction, ids: Collection[int], rule: Rule, as_of: date, job: Job
) -> dict[int, PersonStanding]:
    """Just these people, judged, by id; who may not stand in an output is left out."""
    if not ids:
        return {}
    found = {}
    for person, accounts in job.counting(people_with_accounts(tx, as_of, for_output=True)):
        if person.id in ids:
            judgement = judge(accounts, rule, as_of, person.consent)
            found[person.id] = PersonStanding(person, accounts, judgement)
    return found


def totals_under(
    everyone: Iterable[tuple[Person, tuple[Account, ...]]], rule: Rule, as_of: date
) -> Mapping[Verdict, int]:
    """People for each verdict under a rule that is only tried."""
    with collector_paused():
        counted = Counter(
            judge(accounts, rule, as_of, person.consent).verdict for person, accounts in everyone
        )
    return {verdict: counted[verdict] for verdict in Verdict}
