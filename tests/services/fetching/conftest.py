"""An office whose people agreed to be asked about, and a platform that is only pretended."""

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from app.bootstrap import open_workplace
from app.domain.count import Interval
from app.domain.handle import read_handle
from app.domain.nip import Nip
from app.domain.person import Consent, Count, Person
from app.domain.platform import Platform
from app.services.fetching import FetchFollowers, JobSummary
from app.services.job import Job
from app.services.people import AccountEdit
from app.services.recording import Entry
from app.services.workplace import Workplace
from app.wording.language import Language
from tests.services.fetching.pretended import PretendedSource, Time, a_job

IG = Platform.INSTAGRAM
TODAY = date(2026, 11, 20)
EARLIER = date(2026, 10, 18)


@dataclass
class Office:
    """One office with one pretended platform."""

    place: Workplace
    time: Time
    source: PretendedSource

    @property
    def fetching(self) -> FetchFollowers:
        """As a start of the program builds it."""
        sources = {self.source.platform: self.source}
        return FetchFollowers(
            self.place.database, lambda: sources, self.time, "Arum", rests=(1.0, 1.0, 1.0)
        )

    def start_again(self) -> None:
        """The program ends as it is and is started anew: what was not committed is gone."""
        path = self.place.path
        self.place.close()
        self.place = open_workplace(path, create=False, language=Language("en", Path()))

    def add(
        self, handle: str, consent: Consent = Consent.GIVEN, platform: Platform | None = None
    ) -> int:
        """A person with one account; gives the id."""
        number = len(self.place.people.everyone()) + 1
        nip = Nip(f"1987031420100120{number:02d}" if number < 100 else f"198703142010{number:06d}")
        added = self.place.people.add(Person(nip, f"Pegawai {number:03d}"))
        where = platform or self.source.platform
        if handle:
            reading = read_handle(handle, where)
            self.place.people.put_accounts(added, [AccountEdit(where, reading)])
        if consent is not Consent.UNKNOWN:
            self.place.people.set_consent(added, consent)
        return added

    def count(self, person: int, written: str, day: date = EARLIER) -> None:
        """Types a count."""
        self.place.recording.record([Entry(person, self.source.platform, written)], day)

    def history(self, person: int) -> list[tuple[Interval, date, str]]:
        """The usable counts of a person, the newest first."""
        card = self.place.people.card(person, TODAY)
        counts: Sequence[Count] = card.histories.get(self.source.platform, ())
        return [(one.interval, one.observed_on, str(one.source)) for one in counts]

    def run(self, job: Job | None = None, *, again: bool = False) -> JobSummary:
        """One fetch from everybody."""
        (summary,) = self.fetching.run(job or a_job(self.time), again=again)
        return summary

    def fetched(self) -> dict[int, list[int]]:
        """By person the fetched counts that stand, the oldest first."""
        found: dict[int, list[int]] = {one.id: [] for one in self.place.people.everyone()}
        with closing(sqlite3.connect(self.place.path)) as raw:
            stored = raw.execute(
                "SELECT person_id, low FROM counts WHERE source = 'api' AND retracted = 0 ORDER BY id"
            )
            for person, low in stored:
                found[person].append(low)
        return found


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    opened = open_workplace(tmp_path / "k.db", create=True, language=Language("en", Path()))
    office = Office(opened, Time(), PretendedSource())
    yield office
    office.place.close()


@pytest.fixture
def many(office: Office) -> Callable[[int], dict[int, int]]:
    """Adds people with accounts that the platform knows; gives their counts by person."""

    def add(number: int) -> dict[int, int]:
        counts = {f"akun.{at:03d}": 100 + at for at in range(1, number + 1)}
        office.source.accounts = {**office.source.accounts, **counts}
        return {office.add(handle): count for handle, count in counts.items()}

    return add
