"""The data map as a workbook: the record of processing that the law asks of every office."""

from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path

from app.domain.data_map import LegalGround
from app.domain.file_names import file_name
from app.domain.report import Cell, ReportBook
from app.services.job import Job
from app.services.privacy.data_map import MapData, MapEntry
from app.services.privacy.plain_sheet import SheetMaker
from app.services.sample_report import marked_as_sample
from app.wording.data_map import (
    ground_words,
    part_words,
    place_words,
    purpose_words,
    seen_words,
    stays_words,
)
from app.wording.language import Language
from app.workbooks.writing import write_report


class WriteMap:
    """One sheet for what is about people, one for the rest."""

    def __init__(
        self,
        data_map: MapData,
        clock: Callable[[], datetime],
        language: Language,
        *,
        is_sample: bool,
    ) -> None:
        self._data_map = data_map
        self._clock = clock
        self._language = language
        self._is_sample = is_sample

    def suggestion(self) -> str:
        """What to call the file."""
        title = self._language.say("Data map")
        return file_name(f"{title} {self._clock():%Y-%m-%d}")

    def write(self, target: Path, job: Job) -> None:
        """Writes the map as it is now.

        Raises:
            FileError: `target` cannot be written; what stood there is untouched.
            Cancelled: the person stopped it; what stood there is untouched.
        """
        say, entries = self._language.say, self._data_map.entries()
        maker = SheetMaker((), self._clock(), self._language)
        of_nobody = LegalGround.NO_PERSONAL_DATA
        about = [one for one in entries if one.kept.ground is not of_nobody]
        rest = [one for one in entries if one.kept.ground is of_nobody]
        heads = (
            say("What"),
            say("Rows or files"),
            say("What for"),
            say("Ground"),
            say("How long"),
            say("Who sees it"),
            say("Where"),
        )
        sheets = (
            maker.sheet(say("Personal data"), heads, self._rows(about)),
            maker.sheet(say("Other data"), heads, self._rows(rest)),
        )
        book = ReportBook(say("Data map"), say("What this office keeps"), sheets)
        if self._is_sample:
            book = marked_as_sample(book, self._language)
        write_report(book, target, job.step)

    def _rows(self, entries: Sequence[MapEntry]) -> list[tuple[Cell, ...]]:
        language = self._language
        return [
            (
                part_words(one.kept.key, language),
                one.number,
                purpose_words(one.kept.key, language),
                ground_words(one.kept.ground, language),
                stays_words(one.kept.keeping, one.months, language),
                seen_words(one.kept.key, language),
                f"{place_words(one.kept.place, language)}: {one.path}",
            )
            for one in entries
        ]
