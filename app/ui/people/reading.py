"""Asks for everyone, or for one person, in the shape that this page shows."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from app.domain.person import Account, ListedPerson, Person
from app.domain.rule import Rule
from app.domain.verdict import Judgement, judge
from app.services.job import Job
from app.services.people import EditPeople, PersonCard
from app.services.preferences import KeepPreferences, Preferences
from app.services.standings import JudgeStandings
from app.ui.people.name_rows import NameWriter, as_listed
from app.ui.people.rows import PersonRow, RowWriter
from app.wording.language import Language

SUGGESTED = ("status", "rank", "position", "organisation", "unit", "job_type", "echelon")
"""Texts of a person that mostly are those of somebody else too."""


@dataclass(frozen=True, slots=True)
class Roll:
    """Everyone by name, apart by whether they still serve here.

    `suggestions` has the texts that stand with anybody, for each of `SUGGESTED`.
    """

    serving: Sequence[PersonRow]
    left: Sequence[PersonRow]
    preferences: Preferences
    suggestions: Mapping[str, Sequence[str]]
    version: int | None
    """None where the rows only say who somebody is."""


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

    def names(self, job: Job) -> Roll:
        """Everyone by name, with nothing judged: soon there, also of 100,000 people."""
        job.step(0, 0)
        writer = NameWriter(self._language)
        texts: dict[str, set[str]] = {name: set() for name in SUGGESTED}

        def write(one: ListedPerson) -> PersonRow:
            for name, seen in texts.items():
                seen.add(getattr(one, name))
            return writer.row(one)

        rows = self._people.each_listed(write)
        rows.sort(key=as_listed)
        return _apart(rows, texts, self._preferences.preferences(), None)

    def roll(self, job: Job, known: int | None = None) -> Roll | None:
        """Everyone; None where nothing was written since the version that is `known`."""
        version = self._standings.version()
        if version == known:
            return None
        chosen = self._preferences.preferences()
        writer = RowWriter(chosen.rule, self._today, self._language)
        texts: dict[str, set[str]] = {name: set() for name in SUGGESTED}

        def write(person: Person, accounts: tuple[Account, ...]) -> PersonRow:
            for name, seen in texts.items():
                seen.add(getattr(person, name))
            return writer.row(person, accounts)

        rows = self._standings.each_kept(write, self._today, job)
        return _apart(rows, texts, chosen, version)

    def person(self, person_id: int) -> PersonShown:
        """One person.

        Raises:
            PersonGone: the person is not there any more.
        """
        chosen = self._preferences.preferences()
        card = self._people.card(person_id, self._today)
        rule = chosen.rule
        return PersonShown(
            card,
            judge(card.accounts, rule, self._today, card.person.consent),
            rule,
            self._today,
            chosen.facebook_metric == "friends",
            RowWriter(rule, self._today, self._language).row(card.person, card.accounts),
        )


def _apart(
    rows: Sequence[PersonRow],
    texts: Mapping[str, set[str]],
    chosen: Preferences,
    version: int | None,
) -> Roll:
    serving = [row for row in rows if row.serves]
    left = [row for row in rows if not row.serves]
    suggestions = {
        name: sorted(filter(None, seen), key=str.casefold) for name, seen in texts.items()
    }
    return Roll(serving, left, chosen, suggestions, version)
