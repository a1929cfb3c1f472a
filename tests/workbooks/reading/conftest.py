"""Workbooks built part by part, sound and hostile ones, and one way to read them whole."""

from collections.abc import Callable
from pathlib import Path

import pytest

from app.workbooks.reading import Cell, open_workbook
from tests.data.raw_book import RawBook, text_cell


@pytest.fixture(name="text_cell")
def text_cell_fixture() -> Callable[[str, str], str]:
    """One cell of a sheet's XML."""
    return text_cell


@pytest.fixture
def raw_book(tmp_path: Path) -> Callable[..., Path]:
    """Writes an xlsx from `RawBook` facts and returns its path."""

    def write(name: str = "daftar.xlsx", **facts: object) -> Path:
        return RawBook(**facts).write(tmp_path / name)  # type: ignore[arg-type]

    return write


@pytest.fixture
def rows_of() -> Callable[..., list[list[Cell]]]:
    """Every row of one sheet, after checking that the head is its beginning."""

    def read(path: Path, index: int = 0) -> list[list[Cell]]:
        with open_workbook(path) as book:
            rows = [row for chunk in book.chunks(index) for row in chunk]
            assert book.head(index, 5) == _without_empty_end(rows[:5])
            return rows

    return read


def _without_empty_end(rows: list[list[Cell]]) -> list[list[Cell]]:
    while rows and not rows[-1]:
        rows = rows[:-1]
    return rows
