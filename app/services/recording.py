"""Counts typed by hand: the grid of people and platforms."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from app.domain.absence import says_none
from app.domain.count import CountReading, NoCount, read_count
from app.domain.person import Account, Person, Source
from app.domain.platform import Platform
from app.domain.roster import AccountState, CountState
from app.services.job import Job
from app.storage.accounts import account_state, accounts_of, people_with_accounts, put_account
from app.storage.actions import begin, undo
from app.storage.counts import record_count, retract_latest
from app.storage.database import Database
from app.storage.people import person
from app.storage.transaction import Transaction

Clock = Callable[[], datetime]


@dataclass(frozen=True, slots=True)
class GridRow:
    """One person with the newest counts on the day that is looked at."""

    person: Person
    accounts: tuple[Account, ...]

    def account(self, platform: Platform) -> Account | None:
        """What is known on this platform."""
        return next((a for a in self.accounts if a.platform is platform), None)


@dataclass(frozen=True, slots=True)
class Entry:
    """What a person typed or pasted into one cell; an empty text takes the newest count back."""

    person_id: int
    platform: Platform
    written: str


@dataclass(frozen=True, slots=True)
class Refused:
    """An entry that was not stored, because it is no count: nothing of it is guessed."""

    entry: Entry
    reading: CountReading


@dataclass(frozen=True, slots=True)
class Recorded:
    """What became of a batch: the rows as they are now, and what was refused."""

    rows: tuple[GridRow, ...]
    refused: tuple[Refused, ...]


class RecordCounts:
    """Records counts; a batch (one cell, or a pasted block) is one action, undone as one."""

    def __init__(self, database: Database, clock: Clock, by: str) -> None:
        self._database = database
        self._clock = clock
        self._by = by

    def grid(self, as_of: date, job: Job) -> list[GridRow]:
        """Everyone in service with their newest counts on `as_of`, by name."""
        with self._database.reading() as tx:
            rows = []
            for done, (one, accounts) in enumerate(
                people_with_accounts(tx, as_of, for_output=True)
            ):
                if done % 1000 == 0:
                    job.step(done, 0)
                rows.append(GridRow(one, accounts))
        return sorted(rows, key=lambda row: (row.person.name.casefold(), row.person.nip.digits))

    def record(
        self, entries: Sequence[Entry], observed_on: date, source: Source = Source.TYPED
    ) -> Recorded:
        """Stores what can be read; ambiguous or unreadable entries are refused, not guessed.

        "tidak punya" states that there is no account; an empty text takes the newest count back.
        """
        refused: list[Refused] = []
        now = self._clock()
        touched: dict[int, None] = {}
        with self._database.writing() as tx:
            action = begin(tx, "record", self._by, now)
            for entry in entries:
                reading = read_count(entry.written)
                if not self._store(tx, action, entry, reading, observed_on, source, now):
                    refused.append(Refused(entry, reading))
                touched[entry.person_id] = None
        return Recorded(tuple(self._rows(touched, observed_on)), tuple(refused))

    def _store(
        self,
        tx: Transaction,
        action: int,
        entry: Entry,
        reading: CountReading,
        observed_on: date,
        source: Source,
        now: datetime,
    ) -> bool:
        if reading.interval is not None:
            span = reading.interval
            count = CountState(
                entry.platform, span.low, span.high, span.exact, observed_on, reading.written
            )
            record_count(tx, action, entry.person_id, count, source, self._by, now)
            _settle_account(tx, action, entry)
            return True
        if reading.missing is NoCount.EMPTY:
            retract_latest(tx, action, entry.person_id, entry.platform, observed_on)
            return True
        if reading.missing is NoCount.NONE or says_none(entry.written):
            put_account(tx, action, entry.person_id, AccountState(entry.platform, stated_none=True))
            return True
        return False

    def _rows(self, person_ids: dict[int, None], as_of: date) -> list[GridRow]:
        with self._database.reading() as tx:
            return [GridRow(person(tx, one), accounts_of(tx, one, as_of)) for one in person_ids]


def _settle_account(tx: Transaction, action: int, entry: Entry) -> None:
    """A count ends what was said before: "tidak punya", or an entry that nobody could read."""
    state = account_state(tx, entry.person_id, entry.platform)
    if state is not None and (state.stated_none or state.unreadable):
        settled = replace(state, stated_none=False, unreadable="")
        put_account(tx, action, entry.person_id, settled)
