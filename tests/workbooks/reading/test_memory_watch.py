"""Where a child cannot bound itself, the program watches it and ends it above its bound."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import xlsxwriter

from app.domain.errors import WorkbookTooLarge
from app.workbooks.reading import open_workbook, process
from tests.workbooks.reading.test_the_reading_child import children

UNBOUND = "tests.data.unbound_child"
ROWS, COLUMNS = 40_000, 30


@pytest.fixture(scope="module")
def heavy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """1.2 million cells, which the reader holds with 32 bytes each."""
    path = tmp_path_factory.mktemp("heavy") / "berat.xlsx"
    with xlsxwriter.Workbook(path, {"constant_memory": True}) as book:
        sheet = book.add_worksheet()
        for row in range(ROWS):
            sheet.write_row(row, 0, range(COLUMNS))
    return path


@pytest.fixture(autouse=True)
def nobody_left() -> Iterator[None]:
    before = children()
    yield
    assert children() <= before


def test_a_child_that_nobody_bounds_is_ended_above_its_memory(
    heavy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(process, "memory_for", lambda size: 60 << 20)

    with pytest.raises(WorkbookTooLarge) as caught, open_workbook(heavy, child=UNBOUND) as book:
        list(book.chunks(0))

    assert caught.value.limit == "memory"


def test_a_child_that_nobody_bounds_reads_what_fits(heavy: Path) -> None:
    with open_workbook(heavy, child=UNBOUND) as book:
        assert sum(len(chunk) for chunk in book.chunks(0)) == ROWS


def test_a_system_that_refuses_the_bound_reads_like_any_other(
    raw_book: Callable[..., Path],
) -> None:
    with open_workbook(raw_book(), child=UNBOUND) as book:
        assert book.head(0) == [["NIP"]]
