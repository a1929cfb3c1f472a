"""Asks for everyone, or for one person, in the shape that this page shows."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import repeat

from app.domain.person import Account, Service, listed_order
from app.domain.rule import Rule
from app.domain.verdict import Judgement, judge
from app.services.job import Job
from app.services.people import EditPeople, PersonCard
from app.services.preferences import KeepPreferences, Preferences
from app.services.standings import JudgeStandings
from app.ui.people.rows import (
    NOT_JUDGED,
    PersonRow,
    RowWords,
    Stands,
    StandsWriter,
)
from app.wording.language import Language

PIECE = 4_000
"""People who are judged at a time: as long as that takes, other questions wait."""


@dataclass(frozen=True, slots=True)
class Roll:
    """Everyone by name, apart by whether they still serve here.

    `writer` says how they stand, and `unjudged` has those of whom that is not known yet, by id.
    """

    serving: Sequence[PersonRow]
    left: Sequence[PersonRow]
    preferences: Preferences
    version: int
    writer: StandsWriter
    unjudged: Sequence[PersonRow] = ()

    def pieces(self) -> list[Sequence[PersonRow]]:
        """Who is to be judged, a few thousand each time."""
        rows = self.unjudged
        return [rows[at : at + PIECE] for at in range(0, len(rows), PIECE)]

    def judged(self, stands: Mapping[int, Stands]) -> "Roll":
        """The same people as they stand; who they are is kept once."""
        serving = list(_standing(self.serving, stands))
        left = list(_standing(self.left, stands))
        return Roll(serving, left, self.preferences, self.version, self.writer)


@dataclass(frozen=True, slots=True)
class PersonShown:
    """One person with everything that the card says, and the row in the list."""

    card: PersonCard
    judgement: Judgement
    rule: Rule
    as_of: date
    facebook_friends: bool
    row: PersonRow


class ReadPeople:
    """Works away from the window's thread."""

    def __init__(
        self,
        people: EditPeople,
        standings: JudgeStandings,
        preferences: KeepPreferences,
        today: date,
        language: Language,
    ) -> None:
        self._people = people
        self._standings = standings
        self._preferences = preferences
        self._today = today
        self._language = language
        self._words = RowWords(language)

    def names(self, job: Job, known: int | None = None) -> Roll | None:
        """Everyone by name, with nothing judged: soon there, also of 100,000 people.

        None where nothing was written since the version that is `known`.
        """
        job.step(0, 0)
        version = self._standings.version()
        if version == known:
            return None
        chosen, words = self._preferences.preferences(), self._words
        everyone = self._people.listed()
        rows = list(map(PersonRow._make, zip(everyone, repeat(NOT_JUDGED), repeat(words))))
        writer = StandsWriter(chosen.rule, self._today, self._language)
        here = Service.ACTIVE.value
        # Asked in the order in which they lie in memory: by name that takes three times as long.
        gone = {one.id for one in everyone if one.footing.service != here}
        serving = [rows[number] for number in listed_order(everyone)]
        left = [row for row in serving if row.who.id in gone] if gone else []
        if gone:
            serving = [row for row in serving if row.who.id not in gone]
        return Roll(serving, left, chosen, version, writer, rows)

    def stands(self, roll: Roll, piece: Sequence[PersonRow]) -> dict[int, Stands]:
        """How those in one piece of a roll stand, by id."""
        whose, writer = {row.id: row.who for row in piece}, roll.writer

        def write(person_id: int, accounts: tuple[Account, ...]) -> Stands:
            return writer.stands(whose[person_id], accounts)

        return self._standings.accounts_among(list(whose), self._today, write)

    def person(self, person_id: int) -> PersonShown:
        """One person.

        Raises:
            PersonGone: the person is not there any more.
        """
        chosen = self._preferences.preferences()
        card = self._people.card(person_id, self._today)
        rule, who = chosen.rule, card.person.listed
        writer = StandsWriter(rule, self._today, self._language)
        return PersonShown(
            card,
            judge(card.accounts, rule, self._today, card.person.consent),
            rule,
            self._today,
            chosen.facebook_metric == "friends",
            PersonRow(who, writer.stands(who, card.accounts), self._words),
        )


def _standing(rows: Sequence[PersonRow], stands: Mapping[int, Stands]) -> Iterator[PersonRow]:
    return (PersonRow(row.who, stands[row.who.id], row.words) for row in rows)
