"""Writes a report file without losing one: another file is replaced only when somebody said so."""

from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum
from itertools import count
from pathlib import Path

from app.domain.errors import AppError, FileError
from app.domain.file_names import FileForm, copy_name, file_name
from app.domain.report import ReportBook
from app.domain.report_kinds import Division
from app.domain.written_report import ReportForm
from app.services.job import Job
from app.services.preferences import KeepPreferences
from app.services.report import OwnBook, WriteReport
from app.ui.printing.pdf import WritePdf
from app.ui.reports.last_report import KEY, LastReport, as_text
from app.ui.reports.preparing import Draft, Wanted

_FORMS = {FileForm.WORKBOOK: ReportForm.WORKBOOK, FileForm.PDF: ReportForm.PDF}
_ENDINGS = tuple(form.value for form in FileForm)


class Taken(Enum):
    """What to do where a file of that name stands already."""

    ASK = "ask"
    REPLACE = "replace"
    COPY = "copy"


@dataclass(frozen=True, slots=True)
class Order:
    """One report to write; `mark` stays at the end of the name of a copy."""

    wanted: Wanted
    target: Path
    taken: Taken = Taken.ASK
    mark: str = ""
    form: FileForm = FileForm.WORKBOOK

    @property
    def is_divided(self) -> bool:
        """A folder with a file for each organisation, beside the workbook of all."""
        return self.wanted.options.division is Division.FILES

    @property
    def place(self) -> Path:
        """The file, or the folder of the files."""
        return self.target.with_suffix("") if self.is_divided else self.target


@dataclass(frozen=True, slots=True)
class Written:
    """It stands there; with files for organisations it is one of `files` in a folder of theirs."""

    last: LastReport
    path: Path
    content: str
    """The hash of the content of the file at `path`, 64 digits."""
    files: int = 1


@dataclass(frozen=True, slots=True)
class Occupied:
    """Another file stands there; nothing was written."""

    order: Order


class ReportFiles:
    """Writes one report at a time. Only the thread of the work may call `write`."""

    def __init__(
        self,
        draft: Draft,
        report: WriteReport,
        pdf: WritePdf,
        preferences: KeepPreferences,
        first_folder: Path,
        today: date,
        key: str = KEY,
    ) -> None:
        """`key`: under which the preferences keep where the last one went."""
        self._draft, self._report, self._key = draft, report, key
        self._doors = {FileForm.WORKBOOK: report.write, FileForm.PDF: pdf.write}
        self._preferences = preferences
        self.first_folder = first_folder
        self._today = today
        self._ours: dict[Path, tuple[int, int]] = {}

    def write(self, order: Order, job: Job) -> Written | Occupied:
        """Writes what the preview shows, and remembers the folder.

        Raises:
            FileError: The target cannot be written; what stood there is untouched.
            Cancelled: The person stopped it; what stood there is untouched.
        """
        if order.taken is Taken.COPY:
            order = replace(order, target=_free_copy(order))
        target = order.target
        if order.taken is Taken.ASK and self._is_taken(order.place):
            return Occupied(order)
        if target.parent == self.first_folder:
            # The folder that we offer ourselves is made; where that fails, writing says why.
            with suppress(OSError):
                target.parent.mkdir(parents=True, exist_ok=True)
        prepared = self._draft.prepare(order.wanted, job)
        folder = target.parent
        if order.is_divided:
            target = order.place / target.name
            content, files = self._write_folder(order, prepared.book, job)
        else:
            content, files = self._doors[order.form](prepared.book, target, job), 1
            self._report.note(prepared.book, target, _FORMS[order.form], content)
        self._ours[order.place] = _stamp(order.place)
        kinds = order.wanted.options.kinds
        last = LastReport(folder, order.wanted.as_of, self._today, kinds)
        # The report is there: a database that is busy now must not say otherwise.
        with suppress(AppError):
            self._preferences.remember(self._key, as_text(last))
        return Written(last, target, content, files)

    def _write_folder(self, order: Order, book: ReportBook, job: Job) -> tuple[str, int]:
        """The workbook of all and one for each organisation; gives the hash of the first, how many.

        None takes its place before all are whole: those of another month may stand there.
        """
        own = self._draft.for_organisations(order.wanted, job)
        target = order.place / order.target.name
        names = _names(order, [one.name for one in own])
        books = [OwnBook(target.name, lambda: book), *own]
        written: list[tuple[ReportBook, Path, str]] = []
        with _folder(order.place), ExitStack() as places:
            for done, (one, name) in enumerate(zip(books, (target.name, *names), strict=True)):
                path = order.place / name
                made = one.build()
                beside = places.enter_context(self._report.beside(path))
                try:
                    part = job.within(done, len(books))
                    content = self._doors[order.form](made, beside, part)
                except FileError as error:
                    # The name beside it says nothing to anybody.
                    raise type(error)(path) from error
                # Its sheets are not asked for again; of many they would fill the memory.
                written.append((replace(made, sheets=()), path, content))
        for made, path, content in written:
            self._report.note(made, path, _FORMS[order.form], content)
        return written[0][2], len(written)

    def _is_taken(self, place: Path) -> bool:
        """Something stands there that this window has not written, or that was touched since."""
        theirs = self._ours.get(place) != _stamp(place)
        return (place.is_file() or (place.is_dir() and place.suffix not in _ENDINGS)) and theirs


def _stamp(path: Path) -> tuple[int, int]:
    with suppress(OSError):
        facts = path.stat()
        return facts.st_mtime_ns, facts.st_size
    return 0, 0


def _free_copy(order: Order) -> Path:
    names = (
        copy_name(order.target.name, number, order.mark, order.form.value) for number in count(2)
    )
    paths = (order.target.with_name(name) for name in names)
    free = (path for path in paths if not path.exists() and not path.with_suffix("").exists())
    return next(free)


def _names(order: Order, organisations: Sequence[str]) -> list[str]:
    """A name for the file of each, all different from one another and from that of all."""
    ending = order.mark, order.form.value
    taken = {order.target.name.casefold()}
    found = []
    for number, organisation in enumerate(organisations, start=1):
        name = file_name(organisation, *ending) or file_name(str(number), *ending)
        free = (copy_name(name, again, *ending) for again in count(2))
        while name.casefold() in taken:
            name = next(free)
        taken.add(name.casefold())
        found.append(name)
    return found


@contextmanager
def _folder(place: Path) -> Iterator[None]:
    """The folder of the files; one that was made for nothing goes again."""
    there = place.exists()
    # Where it cannot be made, writing into it says why.
    with suppress(OSError):
        place.mkdir(parents=True, exist_ok=True)
    try:
        yield
    except BaseException:
        if not there:
            with suppress(OSError):
                place.rmdir()
        raise
