"""The rows of the list: one judged person each, in the order in which they are first shown."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from app.domain import what_if
from app.domain.person import Account, Consent, ListedPerson, NamedPerson, full_name
from app.domain.rule import NAMED_RULES, Rule
from app.domain.standing import PersonStanding
from app.domain.trend import Crossing
from app.domain.verdict import Judgement, Reason, Verdict, judge
from app.services.packed_accounts import NO_ACCOUNTS, PackedAccounts, fresh, packed, whole
from app.services.standings import is_near_miss
from app.wording.reasons import distance, distance_is_least

_CONSENTS = {consent.value: consent for consent in Consent}
_PLACES = {verdict: place for place, verdict in enumerate(Verdict)}
_REMEMBERED = 500
"""Rows whose judgement stands ready: a few windows full."""


class Stands(NamedTuple):
    """What is asked of all rows at once; those who stand alike share one."""

    verdict: Verdict | None = None
    distance: int | None = None
    """How far the deciding sure count lies above the minimum."""
    is_least: bool = False
    """The distance may be larger: its count is known only within bounds."""
    is_near: bool = False


_NOT_JUDGED = Stands()


class StandingRow(NamedTuple):
    """One person; the judgement with its reasons is made when it is looked at: see `Judged`."""

    id: int
    name: str
    unit: str
    organisation: str
    title_front: str
    title_back: str
    digits: str
    """Of the NIP."""
    consent: Consent
    accounts: PackedAccounts = NO_ACCOUNTS
    stands: Stands = _NOT_JUDGED

    @property
    def verdict(self) -> Verdict | None:
        """None: not judged yet."""
        return self.stands.verdict

    @property
    def distance(self) -> int | None:
        """How far the deciding sure count lies above the minimum."""
        return self.stands.distance

    @property
    def is_near(self) -> bool:
        """Not yet, but short of the threshold by little."""
        return self.stands.is_near

    @property
    def pending(self) -> bool:
        """Nobody is judged yet: it is only known who this is."""
        return self.stands.verdict is None

    @property
    def full_name(self) -> str:
        """With the titles."""
        return full_name(self.title_front, self.name, self.title_back)

    @property
    def search(self) -> str:
        """What the question looks into."""
        return f"{self.full_name} {self.digits} {self.unit}"

    @property
    def place(self) -> int | None:
        """Of the verdict, in the order in which verdicts are always shown."""
        return None if self.stands.verdict is None else _PLACES[self.stands.verdict]


@dataclass(frozen=True, slots=True)
class Judged:
    """Everyone under one rule on a day: the rows of the list, and how each of them is judged."""

    rule: Rule
    as_of: date
    rows: Sequence[StandingRow]
    judgement_of: Callable[[StandingRow], Judgement]
    facebook_friends: bool
    """On Facebook the office counts friends."""
    rules: Sequence[Rule] = NAMED_RULES
    """Every rule there is to choose."""
    crossings: Mapping[int, Crossing] = field(default_factory=dict)
    """When those who nearly qualify will, by id, as far as their counts tell."""

    @property
    def totals(self) -> Mapping[Verdict, int]:
        """People for each verdict; every verdict is there, the sum is that of all rows."""
        counted = Counter(row.stands.verdict for row in self.rows)
        return {verdict: counted[verdict] for verdict in Verdict}

    @property
    def nearest(self) -> list[StandingRow]:
        """Who nearly qualifies, the nearest first."""
        near = [row for row in self.rows if row.is_near]
        return sorted(near, key=lambda row: -(row.distance or 0))

    def deciding_reason(self, row: StandingRow) -> Reason | None:
        """The platform whose count the distance is of."""
        return what_if.deciding_reason(self.judgement_of(row), self.rule.needed)


def named_rows(everyone: Iterable[NamedPerson]) -> list[StandingRow]:
    """Who they are, before anybody is judged."""
    return [
        StandingRow(
            person_id,
            name,
            placement.unit or placement.organisation,
            placement.organisation,
            front,
            back,
            nip,
            _CONSENTS[consent],
        )
        for person_id, nip, name, front, back, consent, placement in everyone
    ]


def known_row(one: ListedPerson, accounts: Sequence[Account]) -> StandingRow:
    """Who this is with what is known of the accounts, before anybody is judged."""
    organisation, unit = one.placement
    return StandingRow(
        one.id,
        one.name,
        unit or organisation,
        organisation,
        one.title_front,
        one.title_back,
        one.nip,
        _CONSENTS[one.footing.consent],
        packed(accounts),
    )


def judging(rule: Rule, as_of: date) -> Callable[[StandingRow], Judgement]:
    """Judges a row; whom it judged last it remembers."""

    @lru_cache(maxsize=_REMEMBERED)
    def judged(accounts: PackedAccounts, consent: Consent) -> Judgement:
        return judge(whole(accounts), rule, as_of, consent)

    return lambda row: judged(row.accounts, row.consent)


class RowJudge:
    """Says of people how they stand under a rule on a day; those who stand alike share it."""

    def __init__(self, rule: Rule, as_of: date) -> None:
        self.rule, self._as_of = rule, as_of
        self._once: dict[Stands, Stands] = {}

    def row(self, who: ListedPerson, accounts: tuple[Account, ...]) -> StandingRow:
        """One person who is read just now."""
        known = known_row(who, accounts)
        return known._replace(stands=self._stands(accounts, known.consent))

    def again(self, rows: Iterable[StandingRow]) -> list[StandingRow]:
        """The same people in the same order, who stood under another rule."""
        return [row._replace(stands=self._stands(fresh(row.accounts), row.consent)) for row in rows]

    def _stands(self, accounts: tuple[Account, ...], consent: Consent) -> Stands:
        stands = _stands(judge(accounts, self.rule, self._as_of, consent), self.rule)
        return self._once.setdefault(stands, stands)


def in_first_order(rows: Iterable[StandingRow]) -> list[StandingRow]:
    """By verdict, then the furthest above the threshold first, then in the order of `rows`."""
    return sorted(rows, key=_first_shown)


def rows_as_decided(people: Iterable[PersonStanding], rule: Rule) -> list[StandingRow]:
    """The same of people who were judged when a period was closed: nobody is judged anew."""
    rows = [
        known_row(one.person.listed, one.accounts)._replace(stands=_stands(one.judgement, rule))
        for one in people
    ]
    return in_first_order(rows)


def _stands(judgement: Judgement, rule: Rule) -> Stands:
    return Stands(
        judgement.verdict,
        distance(judgement, rule),
        distance_is_least(judgement, rule),
        is_near_miss(judgement, rule),
    )


def _first_shown(row: StandingRow) -> tuple[int, bool, int]:
    return row.place or 0, row.distance is None, -(row.distance or 0)
