"""The earlier imports at work: one is looked at in full, its date corrected, kept names listed."""

from collections.abc import Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from app.domain.errors import AppError
from app.services.importing import DatedCounts, ImportRecord, ImportRoster
from app.services.job import Job
from app.ui.importing.as_of_box import AsOfBox
from app.ui.importing.import_detail import ImportDetail
from app.ui.importing.record_words import RecordWords
from app.ui.parts.names_box import NamesBox
from app.ui.parts.strip import Mood, Strip
from app.ui.tasks import TaskRunner
from app.ui.theme.theme import Theme
from app.wording.errors import error_sentence
from app.wording.language import Language


class HistoryDesk(QObject):
    """Opens its dialogs over `window` and writes through the service, away from its thread."""

    changed = Signal()
    """The date of an import was corrected."""

    def __init__(
        self,
        theme: Theme,
        language: Language,
        importing: ImportRoster,
        tasks: TaskRunner,
        strip: Strip,
        today: date,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._theme, self._language, self._importing = theme, language, importing
        self._tasks, self._strip, self._today = tasks, strip, today
        self._words = RecordWords(language)

    @property
    def _over(self) -> QWidget:
        """The page, asked for and not kept.

        Two that keep each other are freed in an order of Python's own, and Qt then paints widgets
        that have lost their theme.
        """
        window = self.parent()
        if not isinstance(window, QWidget):
            raise TypeError("the desk stands over a widget")
        return window

    @Slot(object)
    def show_detail(self, record: ImportRecord) -> None:
        """Opens one import in full."""
        ImportDetail(self._theme, self._language, record, self._over).open()

    @Slot(list)
    def show_names(self, names: Sequence[str]) -> None:
        """Opens the whole list of who was kept."""
        sentence = self._words.kept(len(names))
        NamesBox(self._theme, self._language, sentence, names, self._over).open()

    @Slot(object)
    def ask_day(self, record: ImportRecord) -> None:
        """Counts what a correction would reach, then asks for the day."""
        work = partial(_found, self._importing, record)
        self._tasks.run(work, done=self._ask_day, failed=self._refuse)

    def _ask_day(self, answer: tuple[ImportRecord, DatedCounts]) -> None:
        record, found = answer
        told = partial(self._correct, record)
        AsOfBox(
            self._theme, self._language, record, found, told, self._over, today=self._today
        ).open()

    def _correct(self, record: ImportRecord, day: date) -> None:
        work = partial(_corrected, self._importing, record, day)
        self._tasks.run(work, done=self._was_corrected, failed=self._refuse)

    def _was_corrected(self, moved: int) -> None:
        rest = self._language.say("It can be undone with Ctrl+Z.")
        self._strip.say(Mood.DONE, self._words.moved(moved), rest)
        self.changed.emit()

    def _refuse(self, error: AppError) -> None:
        self._strip.say(Mood.ERROR, error_sentence(error, self._language), "")


def _found(
    importing: ImportRoster, record: ImportRecord, job: Job
) -> tuple[ImportRecord, DatedCounts]:
    return record, importing.dated_counts(record)


def _corrected(importing: ImportRoster, record: ImportRecord, day: date, job: Job) -> int:
    return importing.correct_as_of(record, day)
