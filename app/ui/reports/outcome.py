"""What is said after writing, and what can be done then."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices

from app.domain.errors import AppError
from app.domain.writing_errors import A_COPY_HELPS
from app.ui.parts.strip import Answer, Mood, Strip
from app.ui.reports.writing import Occupied, Order, Taken, Written
from app.ui.theme.theme import Theme
from app.wording.errors import error_sentence
from app.wording.language import Language


class Outcome(QObject):
    """Owns the strip of the page; asks for another try where the file was in the way."""

    again = Signal(Order)
    pdf_asked = Signal()

    def __init__(
        self, theme: Theme, language: Language, first_folder: Path, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._language, self._first_folder = language, first_folder
        self.strip = Strip(theme, language)
        self._order: Order | None = None
        self._path = Path()

    def written(self, written: Written) -> None:
        """Done; the file and its folder can be opened."""
        say = self._language.say
        self._path = written.path
        answers = [
            Answer(say("Open the file"), self._open_file, icon="file-spreadsheet"),
            Answer(say("Open the folder"), self._open_folder, icon="folder-open"),
        ]
        if written.files > 1:
            head = self._language.say_many(
                "{count} file is written.", "{count} files are written.", written.files
            )
            rest = say("They stand in the folder {name}.").format(name=written.path.parent.name)
            self.strip.say(Mood.DONE, head, rest, answers)
            return
        self.strip.say(Mood.DONE, say("The report is written."), written.path.name, answers)

    def occupied(self, occupied: Occupied) -> None:
        """Another file has that name."""
        say = self._language.say
        self._order = occupied.order
        rest = say("{name} stands in that folder. Nothing was written yet.")
        answers = [
            Answer(say("Save as a copy"), self._as_copy, main=True),
            Answer(say("Replace it"), self._replace),
        ]
        rest = rest.format(name=occupied.order.place.name)
        self.strip.say(Mood.WARNING, say("The file is there already."), rest, answers)
        self._go_to_answers()

    def failed(self, error: AppError, order: Order | None) -> None:
        """One sentence; a copy is offered where the file is open elsewhere."""
        say = self._language.say
        self._order = order
        answers = []
        if isinstance(error, A_COPY_HELPS) and order is not None:
            answers = [Answer(say("Save as a copy"), self._as_copy, main=True, icon="copy")]
        sentence = error_sentence(error, self._language)
        self.strip.say(Mood.ERROR, say("The report was not written."), sentence, answers)
        self._go_to_answers()

    def stopped(self) -> None:
        """The person cancelled it."""
        say = self._language.say
        self.strip.say(
            Mood.DONE, say("Writing was stopped."), say("What stood there is unchanged.")
        )

    def printed(self, printer: str, pages: int) -> None:
        """The system has the pages; 0: the printer took none."""
        say = self._language.say
        if not pages:
            rest = say("{printer} does not answer. See that it is on, or save a PDF.")
            answers = [Answer(say("Save PDF"), self.pdf_asked.emit, main=True, icon="file-down")]
            head = say("The report was not printed.")
            self.strip.say(Mood.ERROR, head, rest.format(printer=printer), answers)
            self._go_to_answers()
            return
        head = self._language.say_many(
            "{count} page is printed.", "{count} pages are printed.", pages
        )
        self.strip.say(Mood.DONE, head, printer)

    def no_printer(self) -> None:
        """The computer knows none: a PDF can be printed elsewhere."""
        say = self._language.say
        answers = [Answer(say("Save PDF"), self.pdf_asked.emit, main=True, icon="file-down")]
        rest = say("A PDF of the same pages can be printed on any other computer.")
        self.strip.say(Mood.WARNING, say("This computer has no printer."), rest, answers)
        self._go_to_answers()

    def print_stopped(self) -> None:
        """The person cancelled it."""
        say = self._language.say
        rest = say("What the printer has begun already may still come out.")
        self.strip.say(Mood.DONE, say("Printing was stopped."), rest)

    def open_place(self, path: Path) -> None:
        """Opens a file or a folder with the program that the system has for it."""
        there = path.exists() and QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
        if not there:
            say = self._language.say
            if path == self._first_folder:
                rest = say("The first report makes this folder: {path}.")
            else:
                rest = say("{path} may have been moved or removed.")
            self.strip.say(Mood.WARNING, say("It could not be opened."), rest.format(path=path))

    def _go_to_answers(self) -> None:
        for button in self.strip.buttons()[:1]:
            button.setFocus()

    @Slot()
    def _as_copy(self) -> None:
        self._ask_again(Taken.COPY)

    @Slot()
    def _replace(self) -> None:
        self._ask_again(Taken.REPLACE)

    def _ask_again(self, taken: Taken) -> None:
        if self._order is not None:
            self.again.emit(replace(self._order, taken=taken))

    @Slot()
    def _open_file(self) -> None:
        self.open_place(self._path)

    @Slot()
    def _open_folder(self) -> None:
        self.open_place(self._path.parent)
