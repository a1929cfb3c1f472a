"""Odd counts: which of those shown want a second look, and what a person said about them."""

from collections.abc import Mapping, Sequence
from datetime import date

from app.domain.count import Interval
from app.domain.person import Account
from app.domain.platform import Platform
from app.domain.plausibility import Doubt, doubt_about
from app.services.preferences import KeepPreferences
from app.services.recording import Clock
from app.storage.actions import begin
from app.storage.checks import checked_among, earlier_counts, mark_checked
from app.storage.database import Database

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
        self, people: Sequence[tuple[int, Sequence[Account]]], as_of: date
    ) -> dict[Place, Doubt]:
        """What is odd about the newest counts of these people and was not said to be right."""
        chosen = self._preferences.preferences()
        rule = chosen.rule
        with self._database.reading() as tx:
            before = earlier_counts(tx, as_of, (person for person, _ in people))
            found: dict[Place, tuple[int, Doubt]] = {}
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
                        found[place] = one.latest.id, doubt
            checked = checked_among(tx, (count_id for count_id, _ in found.values()))
        return {place: doubt for place, (count, doubt) in found.items() if count not in checked}

    def confirm(self, count_id: int) -> None:
        """The count is right: it is asked about no more, until the confirmation is undone."""
        now = self._clock()
        with self._database.writing() as tx:
            if count_id not in checked_among(tx, [count_id]):
                action = begin(tx, "check_count", self._by, now)
                mark_checked(tx, action, count_id, self._by, now)


def _besides(platform: Platform, spans: Mapping[Platform, Interval]) -> dict[Platform, Interval]:
    return {one: span for one, span in spans.items() if one is not platform}
