"""Reading for the page: files (and folders of files) opened together, the rows of one sheet."""

from collections.abc import Iterable, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path, PurePath
from time import monotonic

from app.domain.errors import Cancelled
from app.services.importing import ImportRoster, Source
from app.services.job import Job
from app.ui.importing.prepared import OpenedSheet, Row

SUFFIXES = (".xlsx", ".xlsm", ".xls", ".xlsb", ".ods", ".csv", ".txt", ".xml", ".html", ".htm")
"""Of a folder only these are read; a file that was chosen by name is judged by its content."""


@dataclass(frozen=True, slots=True)
class Opened:
    """Files that stand open, all their sheets, and how long the reading took."""

    sources: Sequence[Source]
    sheets: Sequence[OpenedSheet]
    seconds: float


@dataclass(frozen=True, slots=True)
class LoadedRows:
    """Every row of a sheet, from row 1."""

    sheet: OpenedSheet
    rows: list[Row]


def open_all(
    importing: ImportRoster, paths: Sequence[Path], passwords: Mapping[PurePath, str], job: Job
) -> Opened:
    """Opens the files, or none of them; `passwords` by file, of those that a person told.

    Raises:
        WorkbookProtected: one of them wants a password, or another one (WrongPassword).
        FileError: one of them cannot be read.
        Cancelled: the person stopped it.
    """
    began = monotonic()
    files = list(_files(paths))
    with ExitStack() as stack:
        sources = []
        for done, path in enumerate(files):
            job.step(done, len(files))
            sources.append(stack.enter_context(importing.read(path, job, passwords.get(path))))
        if job.stopping:
            # Nobody waits for the answer any more: nobody would close them.
            raise Cancelled
        stack.pop_all()
    sheets = [
        OpenedSheet(number, source, sheet)
        for number, source in enumerate(sources)
        for sheet in source.sheets
    ]
    return Opened(sources, sheets, monotonic() - began)


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
        inside = sorted(filter(_is_workbook, path.iterdir())) if path.is_dir() else []
        # An empty folder is handed on: reading it says what is wrong.
        yield from inside or [path]


def _is_workbook(path: Path) -> bool:
    lock_file = path.name.startswith(("~$", "."))
    return path.is_file() and path.suffix.lower() in SUFFIXES and not lock_file
