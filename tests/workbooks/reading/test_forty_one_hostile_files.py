"""Every threat to the reader, each a file of its own: rows or one sentence, soon, in little room."""

import os
import subprocess
from pathlib import Path
from time import monotonic
from typing import ClassVar

import pytest

from app.domain.errors import AppError
from app.paths import resources
from app.wording.errors import error_sentence
from app.wording.language import Language
from app.workbooks.reading import open_workbook
from tests.data.hostile_books import CANARY, HOSTILE, Rows

LONGEST = 15.0
MOST_MEMORY = 600 << 20
INDONESIAN = Language("id", resources() / "locale")


class _Measured(subprocess.Popen[bytes]):
    """A child whose largest size is asked of the system when it ends."""

    peaks: ClassVar[list[int]] = []

    def wait(self, timeout: float | None = None) -> int:
        return self._reap(0)

    def poll(self) -> int | None:
        return self._reap(os.WNOHANG)

    def _reap(self, options: int) -> int:
        if self.returncode is None:
            process, status, usage = os.wait4(self.pid, options)
            if process:
                self.returncode = os.waitstatus_to_exitcode(status)
                self.peaks.append(usage.ru_maxrss << 10)
        return self.returncode


@pytest.fixture
def peaks(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The largest size of each child that has ended, in bytes."""
    monkeypatch.setattr(_Measured, "peaks", [])
    monkeypatch.setattr(subprocess, "Popen", _Measured)
    return _Measured.peaks


def everything_of(path: Path) -> Rows:
    """All that the program asks of a workbook."""
    rows: Rows = []
    with open_workbook(path) as book:
        for sheet in book.sheets:
            book.head(sheet.index)
            book.merges(sheet.index)
            book.marks(sheet.index)
            rows += [list(row) for chunk in book.chunks(sheet.index) for row in chunk]
    return rows


def outcome_of(path: Path) -> Rows | AppError:
    try:
        return everything_of(path)
    except AppError as error:
        return error


def test_there_are_forty_one_of_them() -> None:
    assert len(HOSTILE) == 41


@pytest.mark.parametrize("sentence", HOSTILE)
def test_it_ends_in_rows_or_in_one_sentence(
    sentence: str, tmp_path: Path, peaks: list[int]
) -> None:
    case = HOSTILE[sentence]
    canary = tmp_path / "rahasia.txt"
    canary.write_text(CANARY, encoding="utf-8")
    path = tmp_path / f"daftar.{case.ending}"
    case.build(path, canary)
    before = sorted(tmp_path.rglob("*"))
    began = monotonic()

    found = outcome_of(path)

    assert monotonic() - began < LONGEST
    if isinstance(found, AppError):
        assert isinstance(found, case.refusals)
        told = error_sentence(found, INDONESIAN)
        assert told.endswith(".")
        assert "\n" not in told
    else:
        assert found == case.rows
        told = str(found)
    assert max(peaks, default=0) < MOST_MEMORY
    assert CANARY not in told
    assert sorted(tmp_path.rglob("*")) == before


def test_the_size_of_a_child_is_really_measured(tmp_path: Path, peaks: list[int]) -> None:
    path = tmp_path / "a.xlsx"
    HOSTILE["an ordinary workbook"].build(path, path)
    everything_of(path)
    assert len(peaks) == 1
    assert peaks[0] > 5 << 20
