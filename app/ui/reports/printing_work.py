"""Prints the shown sheet or all of them, away from the window, and says what came of it."""

from dataclasses import dataclass
from enum import Enum
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from app.domain.errors import AppError
from app.services.job import Job
from app.ui.parts.progress import ProgressStrip
from app.ui.printing.paper_page import PaperBook
from app.ui.printing.print_wish import PrintWish
from app.ui.prompts import Prompts
from app.ui.reports.outcome import Outcome
from app.ui.reports.preparing import Draft, Prepared, Wanted
from app.ui.reports.preview import Preview
from app.ui.tasks import Task, TaskRunner
from app.ui.theme.theme import Theme
from app.wording.language import Language

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter


class Extent(Enum):
    """How much is printed."""

    SHEET = "sheet"
    """The one that the preview shows: its pages are numbered as the box for printers has them."""
    ALL = "all"


@dataclass(frozen=True, slots=True)
class _Asked:
    """What the box was opened for; `places` are all its pages, a sheet and an index in it each."""

    prepared: Prepared
    places: tuple[tuple[int, int], ...]
    wish: PrintWish


class PrintingWork(QObject):
    """Prints what the fields say: where that is not prepared yet, the box waits for it."""

    busy_changed = Signal()

    def __init__(
        self,
        theme: Theme,
        language: Language,
        draft: Draft,
        preview: Preview,
        outcome: Outcome,
        tasks: TaskRunner,
        prompts: Prompts,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._language, self._draft, self._preview = language, draft, preview
        self._outcome, self._tasks, self._prompts = outcome, tasks, prompts
        self._awaited: tuple[Extent, Wanted] | None = None
        self._asked: _Asked | None = None
        self._task: Task | None = None
        self.progress = ProgressStrip(theme, language)
        self.progress.cancelled.connect(self._stop)

    @property
    def busy(self) -> bool:
        """Whether pages are on their way to a printer."""
        return self._task is not None

    def ask(self, extent: Extent, wanted: Wanted) -> None:
        """Opens the box for printers once the preview shows what is wanted."""
        self._awaited = extent, wanted
        self.look_again()

    @Slot()
    def look_again(self) -> None:
        """The preview may show another report now."""
        prepared = self._preview.prepared
        if self._awaited is None or prepared is None or self._task is not None:
            return
        extent, wanted = self._awaited
        if prepared.wanted != wanted:
            return
        self._awaited = None
        self._asked = asked = self._asking(extent, prepared)
        if not self._prompts.choose_printer(asked.wish, self._print):
            self._outcome.no_printer()

    def _asking(self, extent: Extent, prepared: Prepared) -> _Asked:
        shown, index = self._preview.sheet, self._preview.page
        sheets = range(len(prepared.pages)) if extent is Extent.ALL else (shown,)
        places = tuple((place, at) for place in sheets for at in range(len(prepared.pages[place])))
        sheet = prepared.book.sheets[shown]
        name = prepared.book.title if extent is Extent.ALL else sheet.name
        current = places.index((shown, index)) + 1
        return _Asked(prepared, places, PrintWish(name, sheet.paper, len(places), current))

    def _print(self, printer: "QPrinter") -> None:
        if self._asked is None or self._task is not None:
            return
        # Loaded here: few starts of the program ever print.
        from app.ui.printing.printer import pages_wanted

        asked = self._asked
        places = [asked.places[number - 1] for number in pages_wanted(printer, asked.wish)]
        self._outcome.strip.clear()
        self.progress.start(self._language.say("Printing the report"), self._words)
        self._task = self._tasks.run(
            partial(self._work, asked.prepared, places, printer),
            done=self._take,
            failed=self._fail,
            progressed=self.progress.step,
            cancelled=self._stopped,
        )
        self.busy_changed.emit()

    def _work(
        self, prepared: Prepared, places: list[tuple[int, int]], printer: "QPrinter", job: Job
    ) -> tuple[str, int]:
        """In the thread of the work: the printer's name, and the pages that it took."""
        from app.ui.printing.printer import print_pages

        proof = self._draft.proof(prepared, job)
        paper = PaperBook(prepared.book, prepared.pages, proof)
        taken = print_pages(paper, places, printer, self._language, job.step)
        return printer.printerName(), len(places) if taken else 0

    def _take(self, printed: tuple[str, int]) -> None:
        self._end()
        self._outcome.printed(*printed)

    def _fail(self, error: AppError) -> None:
        self._end()
        self._prompts.explain(error)

    @Slot()
    def _stopped(self) -> None:
        self._end()
        self._outcome.print_stopped()

    @Slot()
    def _stop(self) -> None:
        if self._task is not None:
            self._task.cancel()

    def _end(self) -> None:
        self._task = None
        self.progress.stop()
        self.busy_changed.emit()

    def _words(self, done: int, total: int) -> str:
        if not total:
            return self._language.say("Printing the report")
        number = self._language.number
        return self._language.say("Printing {done} of {total} pages").format(
            done=number(done), total=number(total)
        )
