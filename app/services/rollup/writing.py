"""Writes what an office sends upwards: one exchange workbook of a period, or several parts of it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from app.domain.period import Period
from app.domain.rollup.sending import Part, Sending
from app.domain.rule import Rule
from app.services.job import Job
from app.services.preferences import KeepPreferences
from app.storage.database import Database
from app.wording.language import Language

Clock = Callable[[], datetime]


@dataclass(frozen=True, slots=True)
class Splitting:
    """How a large office divides its sending; without any, it is one workbook.

    `most_people` in one workbook; `by_organisation`: one workbook for each organisation (and more
    where one has more people than that).
    """

    most_people: int | None = None
    by_organisation: bool = False


@dataclass(frozen=True, slots=True)
class WrittenExchange:
    """What was written: the sending, and each workbook with its part."""

    sending: Sending
    parts: tuple[tuple[Path, Part], ...]

    @property
    def paths(self) -> list[Path]:
        """The workbooks, in the order of their parts."""
        return [path for path, _ in self.parts]


class WriteExchange:
    """Needs the name of the office (settings); the id of its database is made at the first writing."""

    def __init__(
        self,
        database: Database,
        preferences: KeepPreferences,
        clock: Clock,
        language: Language,
    ) -> None:
        self._database = database
        self._preferences = preferences
        self._clock = clock
        self._language = language

    def of_closing(
        self, revision_id: int, target: Path, job: Job, splitting: Splitting = Splitting()
    ) -> WrittenExchange:
        """A closed period as it was closed (`Revision.id` of `KeepPeriods.closed`).

        Whoever withdrew consent since, or was erased, is not in it; the cover says how many.
        Several parts stand beside `target`, with their number in the name.

        Raises:
            OfficeUnnamed: the office has no name yet, so nobody could tell whose it is.
            ClosingGone: there is no such closing.
            FileError: it cannot be written; what stood there is untouched.
            Cancelled: the person stopped it; no part of it is left.
        """
        raise NotImplementedError

    def of_today(
        self,
        period: Period,
        rule: Rule,
        as_of: date,
        target: Path,
        job: Job,
        splitting: Splitting = Splitting(),
    ) -> WrittenExchange:
        """The office as it stands, for a period that is not closed; the workbook says so plainly.

        Raises:
            OfficeUnnamed: or FileError, Cancelled, as above.
        """
        raise NotImplementedError
