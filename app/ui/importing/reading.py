"""Reading for the page: files (and folders of files) opened together, the rows of one sheet."""

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePath
from time import monotonic

from app.domain.errors import Cancelled, FileError, TooManyFiles
from app.services.importing import ImportRoster, Source
from app.services.job import Job
from app.ui.importing.findings import OpenedSheet, Row

SUFFIXES = (".xlsx", ".xlsm", ".xls", ".xlsb", ".ods", ".csv", ".txt", ".xml", ".html", ".htm")
"""Of a folder only these are read; a file that was chosen by name is judged by its content."""


MOST_FILES = 120
"""Each open file has a reader of its own, of some 20 MB."""


@dataclass(frozen=True, slots=True)
class Opened:
    """Files that stand open, all their sheets, what could not be read, how long it took."""

    sources: Sequence[Source]
    sheets: Sequence[OpenedSheet]
    seconds: float
    refused: Sequence[FileError] = ()


@dataclass(frozen=True, slots=True)
class LoadedRows:
    """Every row of a sheet, from row 1."""

    sheet: OpenedSheet
    rows: list[Row]


@dataclass(frozen=True, slots=True)
class Asked:
    """The files and folders that were asked for, and the passwords that were told for some."""

    paths: tuple[Path, ...] = ()
    passwords: Mapping[PurePath, str] = field(default_factory=dict, repr=False)

    def with_password(self, path: PurePath, password: str) -> "Asked":
        """The same files, one of them with its password."""
        return replace(self, passwords={**self.passwords, path: password})

    def open(self, importing: ImportRoster, job: Job) -> Opened:
        """Opens the files; of several, those that can be read.

        Raises:
            WorkbookProtected: the only one wants a password, or another one (WrongPassword).
            FileError: the only one cannot be read.
            Cancelled: the person stopped it.
        """
        began = monotonic()
        files = list(dict.fromkeys(_files(self.paths)))
        sources: list[Source] = []
        refused: list[FileError] = []
        with ExitStack() as stack:
            for done, path in enumerate(files):
                job.step(done, len(files))
                password = self.passwords.get(path)
                try:
                    sources.append(stack.enter_context(importing.read(path, job, password)))
                except FileError as error:
                    refused.append(error)
            return _opened(stack, sources, refused, began, job)


def open_pasted(importing: ImportRoster, text: str, name: str, job: Job) -> Opened:
    """Opens a block from the clipboard as a file that is called `name`.

    Raises:
        FileError: it is blank, or no table.
        Cancelled: the person stopped it.
    """
    began = monotonic()
    with ExitStack() as stack:
        source = stack.enter_context(importing.read_pasted(text, name, job))
        return _opened(stack, [source], [], began, job)


def _opened(
    stack: ExitStack,
    sources: Sequence[Source],
    refused: Sequence[FileError],
    began: float,
    job: Job,
) -> Opened:
    if len(refused) == 1 and not sources:
        raise refused[0]
    if job.stopping:
        # Nobody waits for the answer any more: nobody would close them.
        raise Cancelled
    stack.pop_all()
    sheets = [
        OpenedSheet(number, source, sheet)
        for number, source in enumerate(sources)
        for sheet in source.sheets
    ]
    return Opened(sources, sheets, monotonic() - began, refused)


def all_rows(sheet: OpenedSheet, job: Job) -> LoadedRows:
    """Reads a sheet from its first row to its last."""
    sheet.source.serve(job)
    rows: list[Row] = []
    for chunk in sheet.source.rows(sheet.sheet):
        rows += chunk
        job.step(len(rows), 0)
    return LoadedRows(sheet, rows)


def close_all(sources: Sequence[Source], job: Job) -> None:
    """Ends the readers."""
    for source in sources:
        source.close()


def _files(paths: Sequence[Path]) -> Iterable[Path]:
    for path in paths:
        inside = sorted(_inside(path)) if path.is_dir() else []
        if len(inside) > MOST_FILES:
            raise TooManyFiles(path, len(inside), MOST_FILES)
        # An empty folder is handed on: reading it says what is wrong.
        yield from inside or [path]


def _inside(folder: Path) -> Iterator[Path]:
    """Workbooks in a folder and in its folders; not what is hidden, nor Excel's lock files."""
    for here, folders, names in os.walk(folder):
        folders[:] = (name for name in folders if not name.startswith("."))
        yield from (Path(here, name) for name in names if _is_workbook(name))


def _is_workbook(name: str) -> bool:
    return not name.startswith(("~$", ".")) and name.lower().endswith(SUFFIXES)
