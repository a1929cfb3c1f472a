"""Counts typed by hand: the grid of people and platforms."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import TypeVar

from app.domain.absence import says_none
from app.domain.count import CountReading, Interval, NoCount, read_count
from app.domain.dated_count import split_day
from app.domain.handle import Handle
from app.domain.person import Account, ListedPerson, NamedPerson, Person, Source
from app.domain.platform import Platform
from app.domain.roster import AccountState, CountState
from app.services.job import Job
from app.services.listing import kept_of_everyone, names_of_many
from app.services.many_objects import collector_paused
from app.storage.accounts import account_state, accounts_of, people_with_accounts, put_account
from app.storage.actions import begin
from app.storage.counts import record_count, retract, retract_latest
from app.storage.database import Database
from app.storage.people import person
from app.storage.transaction import Transaction

Clock = Callable[[], datetime]
Written = TypeVar("Written")


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
    """What a person typed or pasted into one cell; an empty text takes the newest count back.

    `observed_on` where it differs from the day of its batch. `handle`: told beside the count; it
    is kept where none is known.
    """

    person_id: int
    platform: Platform
    written: str
    observed_on: date | None = None
    handle: Handle | None = None


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
        with collector_paused(), self._database.reading() as tx:
            everyone = job.counting(people_with_accounts(tx, as_of, for_output=True))
            found = [GridRow(one, accounts) for one, accounts in everyone]
        found.sort(key=_place)
        return found

    def names_of_many(
        self, write: Callable[[Sequence[NamedPerson]], list[Written]]
    ) -> list[Written]:
        """What `write` makes of everyone of a large grid, before their counts; see `listing`."""
        return names_of_many(self._database, write)

    def grid_kept(
        self,
        write: Callable[[ListedPerson, tuple[Account, ...]], Written],
        as_of: date,
        job: Job,
    ) -> list[Written]:
        """What `write` makes of everyone in the grid, by name; see `listing`."""
        return kept_of_everyone(self._database, write, as_of, job)

    def record(
        self, entries: Sequence[Entry], observed_on: date, source: Source = Source.TYPED
    ) -> Recorded:
        """Stores what can be read; ambiguous or unreadable entries are refused, not guessed.

        "tidak punya" states that there is no account, and takes out of use what was counted until
        that day; an empty text takes the newest count or statement back. "1.234 @ 5 nov" says a
        day of its own, "@ 5 nov" moves the newest count there. What changes nothing leaves no step
        to undo.
        """
        refused: list[Refused] = []
        touched: dict[int, None] = {}
        with self._database.writing() as tx:
            now = self._clock()
            writing = _Writing(tx, self._by, now, observed_on, source)
            for entry in entries:
                dated = split_day(entry.written, max(now.date(), observed_on))
                reading = read_count(entry.written if dated.moves else dated.written)
                if dated.moves:
                    own, stored = entry, writing.move(entry, dated.day or observed_on)
                else:
                    day = dated.day or entry.observed_on
                    own = replace(entry, written=dated.written, observed_on=day)
                    stored = writing.store(own, reading)
                if not stored:
                    # With its own day: a proposal that is taken for it belongs there.
                    refused.append(Refused(own, reading))
                touched[entry.person_id] = None
        return Recorded(tuple(self._rows(touched, observed_on)), tuple(refused))

    def _rows(self, person_ids: dict[int, None], as_of: date) -> list[GridRow]:
        with self._database.reading() as tx:
            return [GridRow(person(tx, one), accounts_of(tx, one, as_of)) for one in person_ids]


def _place(row: GridRow) -> tuple[str, str]:
    return row.person.name.casefold(), row.person.nip.digits


class _Writing:
    """One batch on its way into the database; its action begins with the first change."""

    def __init__(
        self, tx: Transaction, by: str, now: datetime, observed_on: date, source: Source
    ) -> None:
        self._tx = tx
        self._by = by
        self._now = now
        self._day = observed_on
        self._source = source
        self._begun: int | None = None

    def store(self, entry: Entry, reading: CountReading) -> bool:
        """Writes one entry; False where it is neither a count nor a statement."""
        if reading.interval is not None:
            self._put_count(entry, reading.interval, reading.written)
        elif reading.missing is NoCount.EMPTY:
            self._take_back(entry)
        elif reading.missing is NoCount.NONE or says_none(entry.written):
            self._state_none(entry)
        else:
            return False
        return True

    def move(self, entry: Entry, day: date) -> bool:
        """Gives the newest count another day: the wrong one stays in the history, taken back.

        Returns:
            False where nothing is counted.
        """
        known = accounts_of(self._tx, entry.person_id, self._day_of(entry))
        counts = [one.latest for one in known if one.platform is entry.platform and one.latest]
        if not counts:
            return False
        (count,) = counts
        if count.observed_on == day:
            return True
        retract(self._tx, self._action, count.id)
        span = count.interval
        moved = CountState(entry.platform, span.low, span.high, span.exact, day, count.written)
        whose = entry.person_id
        record_count(self._tx, self._action, whose, moved, count.source, self._by, self._now)
        return True

    @property
    def _action(self) -> int:
        if self._begun is None:
            self._begun = begin(self._tx, "record", self._by, self._now)
        return self._begun

    def _put_count(self, entry: Entry, span: Interval, written: str) -> None:
        day = self._day_of(entry)
        count = CountState(entry.platform, span.low, span.high, span.exact, day, written)
        whose = entry.person_id
        record_count(self._tx, self._action, whose, count, self._source, self._by, self._now)
        self._settle_account(entry)

    def _state_none(self, entry: Entry) -> None:
        # A count that stood would still decide: whoever has no account has no followers on it.
        while self._is_counted(entry):
            self._retract_latest(entry)
        none = AccountState(entry.platform, stated_none=True)
        if account_state(self._tx, entry.person_id, entry.platform) != none:
            put_account(self._tx, self._action, entry.person_id, none)

    def _take_back(self, entry: Entry) -> None:
        if self._is_counted(entry):
            self._retract_latest(entry)
        else:
            self._settle_account(entry)

    def _is_counted(self, entry: Entry) -> bool:
        known = accounts_of(self._tx, entry.person_id, self._day_of(entry))
        return any(one.platform is entry.platform and one.latest is not None for one in known)

    def _settle_account(self, entry: Entry) -> None:
        """Ends what was said before: "tidak punya", or an entry that nobody could read."""
        state = account_state(self._tx, entry.person_id, entry.platform)
        if state is not None and (state.stated_none or state.unreadable):
            settled = state._replace(stated_none=False, unreadable="")
            put_account(self._tx, self._action, entry.person_id, settled)
        if entry.handle is not None:
            self._put_handle(entry.person_id, entry.handle)

    def _put_handle(self, person_id: int, handle: Handle) -> None:
        """A known account stays: another one is for a person to decide."""
        state = account_state(self._tx, person_id, handle.platform)
        if state is None or state.handle is None:
            state = state or AccountState(handle.platform)
            told = state._replace(handle=handle.text, handle_kind=str(handle.kind))
            put_account(self._tx, self._action, person_id, told)

    def _retract_latest(self, entry: Entry) -> None:
        day = self._day_of(entry)
        retract_latest(self._tx, self._action, entry.person_id, entry.platform, day)

    def _day_of(self, entry: Entry) -> date:
        return entry.observed_on or self._day
