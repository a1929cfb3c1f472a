"""A workbook that stands open: its sheets, their first rows, all their rows."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

from app.domain.errors import LockUnknown, WorkbookProtected
from app.domain.odd_text import OddText
from app.workbooks.reading.cells import Cell, Merge, SheetFacts, SheetMarks
from app.workbooks.reading.cleaning import put_dates

if TYPE_CHECKING:
    from app.workbooks.reading.process import ReadingProcess
    from app.workbooks.reading.source import PrivateCopy


_PLAIN_WEIGHT = 4
"""How much heavier a byte of text, HTML or xls is for the reader than a byte of unpacked XML."""


class OpenedWorkbook:
    """One file, read by one child; closing ends the child and forgets the private copy.

    Attributes:
        path: Where the file stood.
        format: xlsx, xls, xlsb, ods, xml, csv or html, by content.
        sha256: Of the file as it stands there, its lock included.
        size: Its bytes, without a lock.
        sheets: All sheets of cells, hidden ones too.
    """

    def __init__(
        self, path: Path, file_format: str, copy: "PrivateCopy", process: "ReadingProcess"
    ) -> None:
        self.path = path
        self.format = file_format
        self.sha256 = copy.sha256
        self.size = len(copy.content)
        self.sheets = tuple(SheetFacts(*facts) for facts in process.sheets())
        self._process = process

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Ends the child; may be called twice."""
        self._process.close()

    def head(self, index: int, rows: int = 200) -> list[list[Cell]]:
        """The first rows of a sheet; row i of the list is row i + 1 of the sheet."""
        found: list[list[Cell]] = []
        for chunk in self._rows("head", index, rows):
            found += chunk
        return found

    def merges(self, index: int) -> tuple[Merge, ...]:
        """Joined cells of a sheet; xlsb and ods do not tell."""
        ((_, corners),) = self._process.ask("merges", index)
        return tuple(Merge(*corner) for corner in corners)

    def marks(self, index: int) -> SheetMarks:
        """Hidden rows and the like, as far as this kind of file tells."""
        ((_, told),) = self._process.ask("marks", index)
        hidden, hidden_columns, uncalculated, errors, digits, odd = told
        return SheetMarks(
            frozenset(hidden),
            frozenset(hidden_columns),
            tuple((row, column) for row, column in uncalculated),
            {(row, column): text for row, column, text in errors},
            {(row, column): raw for row, column, raw in digits},
            {(row, column): (OddText(kind), shown) for row, column, kind, shown in odd},
        )

    def chunks(self, index: int) -> Iterator[list[list[Cell]]]:
        """All rows of a sheet in order, about 2,000 at a time; the child reads ahead meanwhile.

        Any other question to this workbook ends the reading.

        Raises:
            WorkbookDamaged: or WorkbookTooLarge, ReadingTimedOut; Cancelled from `step`.
        """
        return self._rows("rows", index)

    def ask(self, question: str, index: int, *details: bytes) -> Iterator[tuple[str, Any]]:
        """The frames that answer a question which only the child of the caller's choice knows.

        Any other question to this workbook ends the answer.

        Raises:
            WorkbookDamaged: or WorkbookTooLarge, ReadingTimedOut; Cancelled from `step`.
        """
        return self._process.ask(question, index, *details)

    def _rows(self, question: str, *details: int) -> Iterator[list[list[Cell]]]:
        for _, (chunk, dated) in self._process.ask(question, *details):
            put_dates(chunk, dated)
            yield chunk


def open_workbook(
    path: Path,
    step: Callable[[], None] | None = None,
    child: str | None = None,
    password: str | None = None,
) -> OpenedWorkbook:
    """Opens any file that holds a table, or says in one typed error why it cannot be read.

    Args:
        path: The clerk's file; it is only read, never locked, and a lock on it stays.
        step: Called while waiting, here and in all later reading; may raise Cancelled.
        child: The module to run as the child; None: the one that knows cells only.
        password: For a locked one; Excel's own for reading is tried unasked.

    Raises:
        FileMissing: or another FileError: NotAFile, FileEmpty, FileInUse, FileUnreadable,
            NotAWorkbook, WorkbookProtected, WrongPassword, LockUnknown, WorkbookDamaged,
            WorkbookHostile, WorkbookTooLarge, ReadingTimedOut.
    """
    # Loaded here: this module also stands in the child's way at each start, and these do not.
    from app.workbooks.reading.sniffing import kind_of
    from app.workbooks.reading.source import take_copy

    step = step or _go_on
    copy = take_copy(path, step)
    kind = kind_of(path, copy.content)
    if kind == "locked":
        return _open_locked(path, copy, step, child, password)
    try:
        return _opened(path, kind, copy, step, child)
    except WorkbookProtected as error:
        if kind != "xls":
            raise LockUnknown(path) from error
    # Of an xls only its reader sees the lock.
    return _open_locked(path, copy, step, child, password)


def open_pasted(
    name: str, text: str, step: Callable[[], None] | None = None, child: str | None = None
) -> OpenedWorkbook:
    """Opens a block that was copied in Excel as if it were a file called `name`; no disk sees it.

    Raises:
        FileEmpty: it is blank. Otherwise as `open_workbook`.
    """
    from app.workbooks.reading.source import copy_of_text

    copy = copy_of_text(Path(name), text)
    return _opened(Path(name), "csv", copy, step or _go_on, child)


def _open_locked(
    path: Path,
    copy: "PrivateCopy",
    step: Callable[[], None],
    child: str | None,
    password: str | None,
) -> OpenedWorkbook:
    from app.workbooks.reading.sniffing import kind_of
    from app.workbooks.reading.unlocking import unlocked

    inside = replace(copy, content=unlocked(path, copy.content, password, step))
    kind = kind_of(path, inside.content)
    if kind not in ("zip", "xls"):
        raise LockUnknown(path)
    return _opened(path, kind, inside, step, child)


def _opened(
    path: Path, kind: str, copy: "PrivateCopy", step: Callable[[], None], child: str | None
) -> OpenedWorkbook:
    from app.workbooks.reading.archive import Archive
    from app.workbooks.reading.process import CHILD, ReadingProcess

    archive = Archive(path, copy.content) if kind == "zip" else None
    weight = _PLAIN_WEIGHT * len(copy.content)
    if archive is not None:
        kind = archive.format()
        archive.check_table()
        weight = archive.unpacked + len(copy.content)
    process = ReadingProcess(path, kind, copy.content, weight, step, child or CHILD)
    try:
        if archive is not None:
            # Counted here while the child already reads: it is bound by what the table claims.
            archive.check_parts(step)
        return OpenedWorkbook(path, kind, copy, process)
    except BaseException:
        process.close()
        raise


def _go_on() -> None:
    """Nobody waits to cancel."""
