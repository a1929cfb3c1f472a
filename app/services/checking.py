"""Odd counts: which of those shown want a second look, and what a person said about them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import islice

from app.domain.count import Interval
from app.domain.person import Account
from app.domain.platform import Platform
from app.domain.plausibility import Doubt, doubt_about
from app.services.preferences import KeepPreferences, Preferences
from app.services.recording import Clock
from app.storage.actions import begin
from app.storage.checks import checked_among, earlier_counts, mark_checked
from app.storage.database import Database
from app.storage.transaction import Transaction

_AT_A_TIME = 4_000

Place = tuple[int, Platform]
"""The account of a person, by id."""


class CheckCounts:
    """Compares each count with the one before it; what is odd is told, and stored all the same."""

    def __init__(
        self, database: Database, preferences: KeepPreferences, clock: Clock, by: str
    ) -> None:
        self._database = database
        self._preferences = preferences
        self._clock = clock
        self._by = by

    def doubts(
        self, people: Iterable[tuple[int, Sequence[Account]]], as_of: date
    ) -> dict[Place, Doubt]:
        """What is odd about the newest counts of these people and was not said to be right.

        Some thousand at a time, best in the order of their ids: what was counted before is let go.
        """
        chosen, coming = self._preferences.preferences(), iter(people)
        with self._database.reading() as tx:
            found: dict[Place, tuple[int, Doubt]] = {}
            while some := list(islice(coming, _AT_A_TIME)):
                found.update(_odd(tx, some, as_of, chosen))
            checked = checked_among(tx, (count_id for count_id, _ in found.values()))
        return {place: doubt for place, (count, doubt) in found.items() if count not in checked}

    def confirm(self, count_id: int) -> None:
        """The count is right: it is asked about no more, until the confirmation is undone."""
        now = self._clock()
        with self._database.writing() as tx:
            if count_id not in checked_among(tx, [count_id]):
                action = begin(tx, "check_count", self._by, now)
                mark_checked(tx, action, count_id, self._by, now)


def _odd(
    tx: Transaction,
    people: Sequence[tuple[int, Sequence[Account]]],
    as_of: date,
    chosen: Preferences,
) -> Iterator[tuple[Place, tuple[int, Doubt]]]:
    """The place of each odd count, with its id and why it is odd."""
    rule = chosen.rule
    before = earlier_counts(tx, as_of, (person for person, _ in people))
    for person, accounts in people:
        spans = {one.platform: one.latest.interval for one in accounts if one.latest}
        for one in accounts:
            if one.latest is None:
                continue
            place = person, one.platform
            doubt = doubt_about(
                one.latest,
                before.get(place),
                _besides(one.platform, spans),
                chosen.window,
                rule.minimum_of(one.platform),
            )
            if doubt is not None:
                yield place, (one.latest.id, doubt)


def _besides(platform: Platform, spans: Mapping[Platform, Interval]) -> dict[Platform, Interval]:
    return {one: span for one, span in spans.items() if one is not platform}
