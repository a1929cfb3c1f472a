"""The history of written reports: noted once a file stands there, and asked for again."""

import getpass
import hashlib
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from app.domain.errors import AppError
from app.domain.report import ReportBook
from app.domain.written_report import ReportFacts, ReportForm, WrittenReport
from app.services.job import Job
from app.storage.database import Database
from app.storage.written_reports import add_written, written


class FileState(StrEnum):
    """What became of a written file."""

    SAME = "same"
    CHANGED = "changed"
    """Other bytes stand there: saved again, edited, or another report of that name."""
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class PastReport:
    """A report that was written, and its file now."""

    report: WrittenReport
    state: FileState


class KeepWritten:
    """No action of the clerk: Ctrl+Z never takes a written report away."""

    def __init__(self, database: Database, clock: Callable[[], datetime], by: str) -> None:
        self._database, self._clock, self._by = database, clock, by

    def note_book(self, book: ReportBook, path: Path, form: ReportForm, content: str) -> None:
        """Notes a file that was made of this description; `content` is the hash of its proof."""
        if book.origin is not None and book.origin.of is not None:
            self.note([(book.origin.of, path, form, content)])

    def note(self, files: Iterable[tuple[ReportFacts, Path, ReportForm, str]]) -> None:
        """Notes files that stand there. A database that is busy must not say that they do not."""
        at, user = self._clock(), _user()
        with suppress(AppError, OSError):
            found = [
                WrittenReport(
                    at, self._by, user, facts, form, path.absolute(), content, sha256_of(path)
                )
                for facts, path, form, content in files
            ]
            with self._database.writing() as tx:
                add_written(tx, found)

    def all(self) -> Sequence[WrittenReport]:
        """Every report that was written here, the newest first."""
        with self._database.reading() as tx:
            return written(tx)

    def past(self, job: Job) -> Sequence[PastReport]:
        """As `all`, with a look at each file.

        Raises:
            Cancelled: The person stopped it.
        """
        reports = self.all()
        found = []
        for done, one in enumerate(reports, 1):
            found.append(PastReport(one, _state(one)))
            job.step(done, len(reports))
        return found

    def of_content(self, content: str) -> WrittenReport | None:
        """The first one that was written with this content; None where it was not written here."""
        with self._database.reading() as tx:
            return next(reversed(written(tx, content)), None)


def _state(one: WrittenReport) -> FileState:
    try:
        return FileState.SAME if sha256_of(one.path) == one.sha256 else FileState.CHANGED
    except OSError:
        return FileState.GONE


def sha256_of(path: Path) -> str:
    """Of a file, 64 digits; raises OSError where it cannot be read."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _user() -> str:
    """The name on the computer; empty where the system has none for us."""
    with suppress(OSError, KeyError, ImportError):
        return getpass.getuser()
    return ""
