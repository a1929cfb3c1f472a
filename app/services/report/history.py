"""The history of written reports: noted once a file stands there, and asked for again."""

import getpass
import hashlib
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from app.domain.errors import AppError
from app.domain.report import ReportBook
from app.domain.written_report import ReportFacts, ReportForm, WrittenReport
from app.storage.database import Database
from app.storage.written_reports import add_written, written


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
                    at, self._by, user, facts, form, path.absolute(), content, _hash(path)
                )
                for facts, path, form, content in files
            ]
            with self._database.writing() as tx:
                add_written(tx, found)

    def all(self) -> Sequence[WrittenReport]:
        """Every report that was written here, the newest first."""
        with self._database.reading() as tx:
            return written(tx)

    def of_content(self, content: str) -> WrittenReport | None:
        """The first one that was written with this content; None where it was not written here."""
        with self._database.reading() as tx:
            return next(reversed(written(tx, content)), None)


def _hash(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _user() -> str:
    """The name on the computer; empty where the system has none for us."""
    with suppress(OSError, KeyError, ImportError):
        return getpass.getuser()
    return ""
