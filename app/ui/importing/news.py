"""What the page says at its foot: files read and not read, an import done, undone or refused."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from app.domain.errors import AppError, ExchangeFound, FileError, WorkbookProtected
from app.domain.roster import Outcome
from app.services.importing import Applied, Undone
from app.ui.importing.page_words import FEW_NAMES, PageWords
from app.ui.importing.work import ImportWork
from app.ui.parts.strip import Answer, Mood, Strip
from app.wording.errors import error_sentence
from app.wording.language import Language


class ImportNews(QObject):
    """Listens to the work and speaks through the strip; its answers go out as signals."""

    undo_asked = Signal()
    held_asked = Signal()
    changed_asked = Signal()
    names_asked = Signal(list)
    """Everyone whom an undo kept."""
    password_asked = Signal(object)
    """A WorkbookProtected."""
    exchange_asked = Signal(object)
    """Files that are for the province: their paths."""

    def __init__(self, language: Language, work: ImportWork, strip: Strip) -> None:
        super().__init__(work)
        self._language, self._work, self._strip = language, work, strip
        self._words = PageWords(language)
        work.files_opened.connect(self._say_opened)
        work.none_opened.connect(self._say_none)
        work.applied.connect(self._say_applied)
        work.undone.connect(self._say_undone)
        work.turned.connect(strip.clear)
        work.outdated.connect(self._say_outdated)
        work.refused.connect(self.refuse)

    @Slot(object)
    def refuse(self, error: AppError) -> None:
        """Something did not go: what happened stands in bold."""
        lead, rest = self._words.refused(error_sentence(error, self._language))
        self._strip.say(Mood.ERROR, lead, rest, self._for_the_province([error]))

    def nothing_to_paste(self) -> None:
        """The clipboard holds neither text nor files."""
        self._strip.say(Mood.WARNING, *self._words.nothing_to_paste())

    @Slot()
    def _say_opened(self) -> None:
        work = self._work
        if work.refused_files:
            self._say_unread(work.refused_files, len(work.sources))
        elif not any(opened.sheet.layout.is_roster for opened in work.sheets):
            answer = Answer(self._language.say("The list has no headings"), self._take_as_bare)
            self._strip.say(Mood.WARNING, *self._words.no_header(), [answer])

    def _take_as_bare(self) -> None:
        self._strip.clear()
        self._work.set_no_header()

    @Slot(list)
    def _say_none(self, refused: Sequence[FileError]) -> None:
        self._say_unread(refused, 0)

    def _say_unread(self, refused: Sequence[FileError], read: int) -> None:
        locked = next((one for one in refused if isinstance(one, WorkbookProtected)), None)
        answers = self._for_the_province(refused)
        if locked is not None:
            ask = partial(self.password_asked.emit, locked)
            answers.append(Answer(self._language.say("Type the password"), ask))
        mood = Mood.WARNING if read else Mood.ERROR
        self._strip.say(mood, *self._words.some_unread(refused, read), answers)

    def _for_the_province(self, refused: Sequence[AppError]) -> list[Answer]:
        """The way to where such files are received."""
        paths = [Path(one.path) for one in refused if isinstance(one, ExchangeFound)]
        if not paths:
            return []
        words = self._language.say_many(
            "Receive {count} exchange workbook", "Receive {count} exchange workbooks", len(paths)
        )
        receive = partial(self.exchange_asked.emit, paths)
        return [Answer(words, receive, main=True, icon="building-2")]

    @Slot(object)
    def _say_applied(self, applied: Applied) -> None:
        say = self._language.say
        plan = self._work.prepared.plan if self._work.prepared is not None else None
        outcomes = plan.outcomes if plan is not None else {}
        changes = plan.changes if plan is not None else 0
        held = outcomes.get(Outcome.HELD, 0)
        lead, rest = self._words.applied(changes, held)
        answers = [Answer(say("Undo this import"), self.undo_asked.emit, icon="undo-2")]
        if held:
            words = self._language.say_many(
                "Save {count} held row to Excel", "Save {count} held rows to Excel", held
            )
            answers.append(Answer(words, self.held_asked.emit, icon="file-down"))
        answers.append(Answer(say("Show changes"), self.changed_asked.emit, icon="users"))
        self._strip.say(Mood.DONE, lead, rest, answers)

    @Slot(object)
    def _say_undone(self, undone: Undone) -> None:
        mood = Mood.WARNING if undone.kept else Mood.DONE
        answers = []
        if len(undone.kept) > FEW_NAMES:
            words = self._language.say_many(
                "Show all {count} names", "Show all {count} names", len(undone.kept)
            )
            show = partial(self.names_asked.emit, list(undone.kept))
            answers.append(Answer(words, show, icon="list-checks"))
        self._strip.say(mood, *self._words.undone(undone.kept), answers)

    @Slot()
    def _say_outdated(self) -> None:
        self._strip.say(Mood.WARNING, *self._words.outdated())
