"""Closing a period into a snapshot, opening it again with a reason, reading what was closed.

A closing is no step of Ctrl+Z. A step back takes away what the clerk did last, perhaps without
looking; a closed period may stand in a signed report. So it goes only the way on which a reason is
asked, and even then the earlier closing is kept as a revision. What Ctrl+Z takes back are changes of
the roster and of counts, and those leave every snapshot as it is.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, datetime

from app.domain.errors import (
    ClosingGone,
    PeriodIsClosed,
    PeriodIsOpen,
    PeriodNotBegun,
    ReasonMissing,
)
from app.domain.nik import without_nik
from app.domain.period import Period
from app.domain.person import Account, Person
from app.domain.rule import Rule
from app.domain.rule_text import rule_to_text
from app.domain.snapshot import Reopening, Revision, Snapshot, take_snapshot
from app.domain.snapshot_text import hash_of_row, hash_of_snapshot, row_texts
from app.services.closed_periods import ClosedPeriod, read_whole
from app.services.job import Job
from app.services.many_objects import collector_paused
from app.storage.accounts import people_with_accounts
from app.storage.database import Database
from app.storage.periods import (
    Closing,
    add_reopening,
    add_revision,
    newest_revision,
    revision,
    revisions,
)
from app.storage.snapshots import add_rows
from app.storage.transaction import Transaction

Clock = Callable[[], datetime]


class KeepPeriods:
    """Each verb is one transaction: a period is closed as a whole, or not at all."""

    def __init__(self, database: Database, clock: Clock, by: str) -> None:
        self._database = database
        self._clock = clock
        self._by = by

    def close(self, period: Period, rule: Rule, today: date, job: Job) -> Revision:
        """Judges everyone on the last day of the period (today, while it runs) and keeps it.

        Raises:
            PeriodIsClosed: it has to be opened again first.
            PeriodNotBegun: it lies in the future.
        """
        if not period.has_begun(today):
            raise PeriodNotBegun(period)
        as_of = period.day_of_closing(today)
        with collector_paused(), self._database.writing() as tx:
            last = newest_revision(tx, period)
            if last is not None and last.is_closed:
                raise PeriodIsClosed(period)
            everyone = list(job.counting(people_with_accounts(tx, as_of, for_output=False)))
            snapshot = take_snapshot(everyone, rule, as_of)
            job.step(len(everyone), len(everyone))
            closed = self._keep(tx, period, snapshot, everyone)
            job.step(len(everyone), len(everyone))
        return closed

    def reopen(self, period: Period, reason: str) -> Revision:
        """Says that the last closing holds no longer, and why; it is kept for good.

        Raises:
            ReasonMissing: the reason has no words.
            PeriodIsOpen: it is not closed.
        """
        words = " ".join(without_nik(reason).split())
        if not words:
            raise ReasonMissing
        with self._database.writing() as tx:
            last = newest_revision(tx, period)
            if last is None or not last.is_closed:
                raise PeriodIsOpen(period)
            again = Reopening(self._clock().replace(microsecond=0), self._by, words)
            add_reopening(tx, last.id, again)
            self._database.note("open_period")
        return replace(last, reopened=again)

    def closed(self) -> list[Revision]:
        """The closings that hold, the newest period first."""
        return [one for one in self.revisions() if one.is_closed]

    def revisions(self, period: Period | None = None) -> list[Revision]:
        """Every closing there ever was, also those that hold no longer."""
        with self._database.reading() as tx:
            return revisions(tx, period)

    def read(self, revision_id: int, job: Job) -> ClosedPeriod:
        """A closing with everyone who may be shown.

        Raises:
            ClosingGone: there is no such one.
        """
        with self._database.reading() as tx:
            return read_whole(tx, revision_id, job).shown()

    def _keep(
        self,
        tx: Transaction,
        period: Period,
        snapshot: Snapshot,
        everyone: Sequence[tuple[Person, tuple[Account, ...]]],
    ) -> Revision:
        rows = row_texts(snapshot)
        totals = snapshot.totals
        sha256 = hash_of_snapshot(
            period,
            snapshot.as_of,
            rule_to_text(snapshot.rule),
            totals,
            map(hash_of_row, rows.values()),
        )
        closing = Closing(period, snapshot.as_of, snapshot.rule, totals, sha256)
        revision_id = add_revision(tx, closing, self._by, self._clock())
        add_rows(tx, revision_id, rows, {one.nip.digits: one.id for one, _ in everyone})
        closed = revision(tx, revision_id)
        if closed is None:
            raise ClosingGone
        return closed
