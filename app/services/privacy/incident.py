"""The workbook for the notice within 3 x 24 hours after personal data got out (UU 27/2022, art. 46)."""

from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

from app.domain.data_map import LegalGround
from app.domain.file_names import file_name
from app.domain.report import Cell, ReportBook
from app.services.backups.keeping import KeepBackups
from app.services.job import Job
from app.services.preferences import KeepPreferences
from app.services.privacy.data_map import MapData
from app.services.privacy.plain_sheet import SheetMaker
from app.services.sample_report import marked_as_sample
from app.storage.affected import affected, recent_actions
from app.storage.database import Database
from app.wording.actions import action_word
from app.wording.data_map import ground_words, part_words, purpose_words
from app.wording.incident import notice_rows, protection_rows
from app.wording.language import Language
from app.workbooks.writing import write_report

_DAYS = 30
"""Of what was done before: long enough to see how something got out."""

Rows = list[tuple[Cell, ...]]


class WriteIncident:
    """Only numbers and kinds: the notice itself must not spread what got out already."""

    def __init__(
        self,
        database: Database,
        backups: KeepBackups,
        preferences: KeepPreferences,
        data_map: MapData,
        clock: Callable[[], datetime],
        language: Language,
        *,
        is_sample: bool,
    ) -> None:
        self._database = database
        self._backups = backups
        self._preferences = preferences
        self._data_map = data_map
        self._clock = clock
        self._language = language
        self._is_sample = is_sample

    def suggestion(self) -> str:
        """What to call the file."""
        title = self._language.say("Incident notice")
        return file_name(f"{title} {self._clock():%Y-%m-%d %H.%M}")

    def write(self, target: Path, job: Job) -> None:
        """Writes what the office must say, with everything filled in that is known here.

        Raises:
            FileError: `target` cannot be written; what stood there is untouched.
            Cancelled: the person stopped it; what stood there is untouched.
        """
        book = self._book(job)
        if self._is_sample:
            book = marked_as_sample(book, self._language)
        write_report(book, target, job.step)

    def _book(self, job: Job) -> ReportBook:
        language, now = self._language, self._clock()
        say = language.say
        job.step(0, 0)
        with self._database.reading() as tx:
            found = affected(tx)
            done = recent_actions(tx, now - timedelta(days=_DAYS))
        office = self._preferences.office()
        whole = not self._database.check()
        maker = SheetMaker((), now, language)
        protected = protection_rows(len(self._backups.backups()), whole=whole, language=language)
        sheets = (
            maker.sheet(
                say("Notice"),
                (
                    say("What must be said"),
                    say("Known to the program"),
                    say("Filled in by the office"),
                ),
                notice_rows(office, found.people, found.since, now, language),
                notes=(
                    say(
                        "In writing, within 3 x 24 hours, to the people and to the authority; in some "
                        "cases to the public too (UU 27/2022, article 46). Have it checked by whoever "
                        "knows the law."
                    ),
                ),
            ),
            maker.sheet(
                say("Categories of data"),
                (say("Data"), say("What for"), say("Ground"), say("Rows")),
                self._categories(),
            ),
            maker.sheet(
                say("Organisations"),
                (say("Organisation"), say("People")),
                [(name or "–", number) for name, number in found.organisations],
            ),
            maker.sheet(say("Protection"), (say("What"), say("State")), protected),
            maker.sheet(
                say("The last 30 days"),
                (say("Day"), say("Who"), say("What was done"), say("How often")),
                [(day, by or "–", action_word(kind, language), n) for day, by, kind, n in done],
            ),
        )
        title = say("Incident notice")
        return ReportBook(title, office.name, sheets)

    def _categories(self) -> Rows:
        language = self._language
        return [
            (
                part_words(one.kept.key, language),
                purpose_words(one.kept.key, language),
                ground_words(one.kept.ground, language),
                one.number,
            )
            for one in self._data_map.entries()
            if one.number and one.kept.ground is not LegalGround.NO_PERSONAL_DATA
        ]
