"""Writes a report file without losing one: another file is replaced only when somebody said so."""

from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum
from itertools import count
from pathlib import Path

from app.domain.errors import AppError
from app.domain.file_names import FileForm, copy_name, file_name
from app.domain.report import ReportBook
from app.domain.report_kinds import Division
from app.domain.written_report import ReportForm
from app.services.job import Job
from app.services.preferences import KeepPreferences
from app.services.report import WriteReport
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
            target = _made(order.place) / target.name
        content = self._write_one(order, prepared.book, target, job)
        files = 1 + (self._write_organisations(order, job) if order.is_divided else 0)
        self._ours[order.place] = _stamp(order.place)
        kinds = order.wanted.options.kinds
        last = LastReport(folder, order.wanted.as_of, self._today, kinds)
        # The report is there: a database that is busy now must not say otherwise.
        with suppress(AppError):
            self._preferences.remember(self._key, as_text(last))
        return Written(last, target, content, files)

    def _write_organisations(self, order: Order, job: Job) -> int:
        """A file for each organisation, each whole; gives how many there are."""
        taken = {order.target.name.casefold()}
        number = 0
        for organisation, book in self._draft.for_organisations(order.wanted, job):
            ending = order.mark, order.form.value
            name = file_name(organisation, *ending) or file_name(str(number + 1), *ending)
            free = (copy_name(name, again, *ending) for again in count(2))
            while name.casefold() in taken:
                name = next(free)
            taken.add(name.casefold())
            self._write_one(order, book, order.place / name, job)
            number += 1
        return number

    def _write_one(self, order: Order, book: ReportBook, target: Path, job: Job) -> str:
        content = self._doors[order.form](book, target, job)
        self._report.note(book, target, _FORMS[order.form], content)
        return content

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


def _made(folder: Path) -> Path:
    """The folder of the files. Where it cannot be made, writing into it says why."""
    with suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
    return folder
