"""Receives exchange workbooks: each is checked whole, then all sound ones are kept as one action."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from app.domain.errors import AppError
from app.domain.rollup.sending import Submission
from app.services.job import Job
from app.storage.database import Database

Clock = Callable[[], datetime]


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

        One file failing stops no other: it is refused with its error (ExchangeChanged names the
        cells). `job.step(done, total)` counts in thousandths of files.

        Raises:
            Cancelled: the person stopped it; nothing was kept.
        """
        raise NotImplementedError

    def submissions(self) -> list[Submission]:
        """Every workbook that was received and stands, the newest first."""
        raise NotImplementedError
