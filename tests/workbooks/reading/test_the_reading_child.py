"""The child: it may be cancelled, stopped, killed; nothing of it stays behind."""

import os
import shutil
import signal
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest
import xlsxwriter

from app.domain.errors import (
    Cancelled,
    FileMissing,
    ReadingTimedOut,
    WorkbookDamaged,
    WorkbookTooLarge,
)
from app.workbooks.reading import open_workbook, process
from app.workbooks.reading.ahead import ReadAhead
from app.workbooks.reading.process import CHILD

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="children are found in /proc")


def children() -> set[int]:
    found: set[int] = set()
    for task in Path("/proc/self/task").iterdir():
        # A thread that has ended meanwhile has no children.
        with suppress(FileNotFoundError, ProcessLookupError):
            found |= {int(pid) for pid in (task / "children").read_text().split()}
    return found


@pytest.fixture(autouse=True)
def nothing_left(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """No child, not even a dead one, and no temporary file survives a test."""
    scratch = tmp_path / "tmp"
    scratch.mkdir()
    monkeypatch.setenv("TMPDIR", str(scratch))
    monkeypatch.setattr(tempfile, "tempdir", str(scratch))
    before = children()
    yield
    assert children() <= before
    assert not list(scratch.iterdir())


@pytest.fixture(scope="module")
def roster(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("roster") / "daftar.xlsx"
    with xlsxwriter.Workbook(path, {"constant_memory": True}) as book:
        for name in ("Satu", "Dua"):
            sheet = book.add_worksheet(name)
            for row in range(12_000):
                sheet.write_row(row, 0, [name, str(row + 1), "198501012010011901"])
    return path


def test_a_half_read_sheet_can_be_left_for_another_question(roster: Path) -> None:
    with open_workbook(roster) as book:
        first = next(book.chunks(0))
        assert first[0][:2] == ["Satu", "1"]
        assert book.head(1, 2) == [
            ["Dua", "1", "198501012010011901"],
            ["Dua", "2", "198501012010011901"],
        ]
        assert sum(len(chunk) for chunk in book.chunks(1)) == 12_000


def test_two_readings_taking_turns_are_a_mistake_that_is_told(roster: Path) -> None:
    with open_workbook(roster) as book:
        first, second = book.chunks(0), book.chunks(1)
        next(first)
        next(second)
        with pytest.raises(RuntimeError):
            next(first)


def test_closing_in_the_middle_leaves_nothing(roster: Path) -> None:
    book = open_workbook(roster)
    next(book.chunks(0))
    book.close()
    book.close()
    with pytest.raises(RuntimeError):
        book.head(0)


def test_cancelling_while_it_opens_leaves_nothing(roster: Path) -> None:
    def cancel_with_a_child() -> None:
        if children():
            raise Cancelled

    with pytest.raises(Cancelled):
        open_workbook(roster, cancel_with_a_child)


def test_cancelling_before_it_opens_leaves_nothing(roster: Path) -> None:
    def cancel() -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        open_workbook(roster, cancel)


def test_the_program_may_be_slow_without_timing_out(
    roster: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(process, "seconds_for", lambda size: 5.0)
    with open_workbook(roster) as book:
        rows = 0
        for chunk in book.chunks(0):
            rows += sum(1 for row in chunk for cell in row if cell)
    assert rows == 36_000


def test_a_child_that_stands_still_is_ended_in_time(
    roster: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(process, "seconds_for", lambda size: 0.3)
    before = children()
    with open_workbook(roster) as book:
        (child,) = children() - before
        os.kill(child, signal.SIGSTOP)
        with pytest.raises(ReadingTimedOut):
            list(book.chunks(0))
        with pytest.raises(ReadingTimedOut):
            book.head(1)


@pytest.mark.parametrize(
    ("sign", "error"),
    [
        (signal.SIGKILL, WorkbookTooLarge),
        (signal.SIGABRT, WorkbookTooLarge),
        (signal.SIGSEGV, WorkbookDamaged),
        (signal.SIGTERM, WorkbookDamaged),
    ],
)
def test_a_child_that_dies_is_one_typed_error(
    roster: Path, sign: signal.Signals, error: type[Exception]
) -> None:
    before = children()
    with open_workbook(roster) as book:
        (child,) = children() - before
        os.kill(child, sign)
        with pytest.raises(error):
            list(book.chunks(1))
        with pytest.raises(error):
            book.merges(0)


def test_a_sheet_that_cannot_be_read_leaves_the_others_readable(
    raw_book: Callable[..., Path],
) -> None:
    path = raw_book(target="worksheets/none.xml")
    with open_workbook(path) as book:
        for _ in range(2):
            with pytest.raises(WorkbookDamaged):
                book.head(0)
        assert [sheet.name for sheet in book.sheets] == ["Data"]


def test_the_source_may_vanish_once_it_is_open(roster: Path, tmp_path: Path) -> None:
    moved = Path(shutil.copy(roster, tmp_path / "usb.xlsx"))
    with open_workbook(moved) as book:
        moved.unlink()
        assert sum(len(chunk) for chunk in book.chunks(1)) == 12_000


def test_a_workbook_begun_ahead_is_given_once_and_read_as_any_other(roster: Path) -> None:
    with ReadAhead(CHILD) as ahead:
        ahead.begin(roster)
        ahead.begin(roster)
        book = ahead.take(roster, lambda: None)
        assert book is not None
        with book:
            assert sum(len(chunk) for chunk in book.chunks(0)) == 12_000
        assert ahead.take(roster, lambda: None) is None


def test_what_is_wrong_with_a_file_is_said_when_it_is_taken(tmp_path: Path) -> None:
    with ReadAhead(CHILD) as ahead:
        ahead.begin(tmp_path / "none.xlsx")
        with pytest.raises(FileMissing):
            ahead.take(tmp_path / "none.xlsx", lambda: None)


def test_reading_begun_ahead_can_be_cancelled_by_whoever_took_it(roster: Path) -> None:
    asked: list[bool] = []

    def cancel() -> None:
        if asked:
            raise Cancelled

    others = children()
    with ReadAhead(CHILD) as ahead:
        ahead.begin(roster)
        book = ahead.take(roster, cancel)
        assert book is not None
        with book:
            (child,) = children() - others
            os.kill(child, signal.SIGSTOP)
            asked.append(True)
            with pytest.raises(Cancelled):
                book.head(1)


def test_a_workbook_that_nobody_took_is_ended(roster: Path, tmp_path: Path) -> None:
    with ReadAhead(CHILD) as ahead:
        ahead.begin(roster)
        ahead.begin(tmp_path / "none.xlsx")
