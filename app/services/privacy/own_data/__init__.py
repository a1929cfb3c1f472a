"""Everything that the office keeps about one person, as a workbook for that person."""

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

from app.domain.file_names import file_name
from app.services.job import Job
from app.services.privacy.own_data.book import own_book
from app.services.privacy.own_data.gathering import OwnData, gather
from app.services.sample_report import marked_as_sample
from app.storage.database import Database
from app.wording.language import Language
from app.workbooks.writing import write_report

__all__ = ["OwnData", "WriteOwnData"]


class WriteOwnData:
    """Writes it whole or not at all; also of somebody who has withdrawn: it is their right."""

    def __init__(
        self,
        database: Database,
        clock: Callable[[], datetime],
        language: Language,
        *,
        is_sample: bool,
    ) -> None:
        self._database = database
        self._clock = clock
        self._language = language
        self._is_sample = is_sample

    def suggestion(self, name: str, day: date) -> str:
        """What to call the file."""
        title = self._language.say("Data about one person")
        return file_name(f"{title} {name} {day.isoformat()}")

    def write(self, person_id: int, target: Path, job: Job) -> int:
        """Writes the workbook to `target`; gives how many rows of the office stand in it.

        Raises:
            PersonGone: there is no such person any more.
            FileError: `target` cannot be written; what stood there is untouched.
            Cancelled: the person stopped it; what stood there is untouched.
        """
        now = self._clock()
        with self._database.reading() as tx:
            data = gather(tx, person_id, now.date())
        book = own_book(data, now, self._language)
        if self._is_sample:
            book = marked_as_sample(book, self._language)
        write_report(book, target, job.step)
        return len(data.rows)
