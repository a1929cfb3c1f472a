"""Receives exchange workbooks: each is checked whole, then all sound ones are kept as one action."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from app.domain.errors import AppError, Cancelled
from app.domain.rollup.sending import SentRow, Submission
from app.services.job import Job
from app.services.many_objects import collector_paused
from app.storage.actions import begin
from app.storage.database import Database
from app.storage.submissions import (
    RECEIVE,
    Received,
    add_submission,
    all_submissions,
    drop_rows_of_none,
)
from app.storage.transaction import Transaction
from app.workbooks.exchange_reading import ReadExchange, read_exchange

Clock = Callable[[], datetime]

_ROWS_PER_STEP = 1_000


class Reception(StrEnum):
    """What became of one file."""

    NEW = "new"
    KNOWN = "known"
    """This very workbook was received before: nothing changed."""
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class ReceivedFile:
    """One file. `submission` where it is kept; `error` where it is refused (`error_sentence`)."""

    path: Path
    reception: Reception
    submission: Submission | None = None
    error: AppError | None = None


@dataclass(frozen=True, slots=True)
class Receipt:
    """All files in the order in which they were given."""

    files: Sequence[ReceivedFile]

    def of(self, reception: Reception) -> list[ReceivedFile]:
        """Those of one kind."""
        return [one for one in self.files if one.reception is reception]


class ReceiveExchanges:
    """Ctrl+Z takes a whole batch back, Ctrl+Y brings it again."""

    def __init__(self, database: Database, clock: Clock, by: str) -> None:
        self._database = database
        self._clock = clock
        self._by = by

    def receive(self, paths: Iterable[Path], job: Job) -> Receipt:
        """Reads all files, one after the other, and keeps those that are whole.

        One file failing stops no other: it is refused with its error (ExchangeUnusable names the
        cells that were changed). `job.step(done, total)` counts files, each twice: read, then kept.

        Raises:
            Cancelled: the person stopped it; nothing was kept.
        """
        wanted = list(paths)
        steps = _Steps(job, 2 * len(wanted))
        found = [self._read(path, steps) for path in wanted]
        if not any(isinstance(one, ReadExchange) for one in found):
            return Receipt([one for one in found if isinstance(one, ReceivedFile)])
        with collector_paused(), self._database.writing() as tx:
            keeping = _Keeping(tx, self._by, self._clock().replace(microsecond=0))
            received = []
            for one in found:
                if isinstance(one, ReadExchange):
                    one = keeping.keep(one, steps)
                received.append(one)
                steps.file_done()
        return Receipt(received)

    def submissions(self) -> list[Submission]:
        """Every workbook that was received and stands, the newest first."""
        with self._database.reading() as tx:
            return all_submissions(tx)

    def _read(self, path: Path, steps: "_Steps") -> ReadExchange | ReceivedFile:
        found: ReadExchange | ReceivedFile
        try:
            found = read_exchange(path, steps.step)
        except Cancelled:
            raise
        except AppError as error:
            found = ReceivedFile(path, Reception.REFUSED, error=error)
        steps.file_done()
        return found


class _Steps:
    """Progress in files; the rows of each only give room to stop."""

    def __init__(self, job: Job, total: int) -> None:
        self._job, self._total, self._done = job, total, 0

    def step(self, _rows: int, _of: int) -> None:
        """Hears of rows."""
        self._job.step(self._done, self._total)

    def file_done(self) -> None:
        """One more file is read, or kept."""
        self._done += 1
        self._job.step(self._done, self._total)


class _Keeping:
    """Writes into one transaction; the action begins with the first workbook that is new."""

    def __init__(self, tx: Transaction, by: str, at: datetime) -> None:
        self._tx, self._by, self._at = tx, by, at
        self._known = {one.part.sha256: one for one in all_submissions(tx)}
        self._action = 0

    def keep(self, one: ReadExchange, steps: _Steps) -> ReceivedFile:
        """Adds it, unless it is there."""
        known = self._known.get(one.part.sha256)
        if known is not None:
            return ReceivedFile(one.path, Reception.KNOWN, known)
        if not self._action:
            self._action = begin(self._tx, RECEIVE, self._by, self._at)
            drop_rows_of_none(self._tx)
        new = Received(one.sending, one.part, one.path.name, one.sheet)
        rows = _told(one.rows(), steps)
        submission_id = add_submission(self._tx, self._action, new, self._by, self._at, rows)
        kept = Submission(
            submission_id, one.sending, one.part, new.file_name, new.sheet, self._at, self._by
        )
        self._known[one.part.sha256] = kept
        return ReceivedFile(one.path, Reception.NEW, kept)


def _told(rows: Iterable[SentRow], steps: _Steps) -> Iterator[SentRow]:
    for number, row in enumerate(rows):
        if number % _ROWS_PER_STEP == 0:
            steps.step(number, 0)
        yield row
