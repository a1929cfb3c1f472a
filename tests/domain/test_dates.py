"""Days as they stand in one and the same column."""

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.dates import read_date


@pytest.mark.parametrize(
    ("cell", "day"),
    [
        (date(2026, 10, 3), date(2026, 10, 3)),
        (datetime(2026, 10, 3, 8, 15), date(2026, 10, 3)),
        (45660.0, date(2025, 1, 3)),
        ("45660", date(2025, 1, 3)),
        ("07-08-1987", date(1987, 8, 7)),
        ("3/10/2026", date(2026, 10, 3)),
        ("3/10/26", date(2026, 10, 3)),
        ("2026-10-03", date(2026, 10, 3)),
        ("2026-10-03 08:15:00", date(2026, 10, 3)),
        ("10/13/2026 8:15:00", date(2026, 10, 13)),
        ("3 Oktober 2026", date(2026, 10, 3)),
        ("3 Okt 2026", date(2026, 10, 3)),
        ("Sabtu, 3 Oktober 2026", date(2026, 10, 3)),
        ("3 Nopember 2026", date(2026, 11, 3)),
        ("3-Agt-26", date(2026, 8, 3)),
    ],
)
def test_a_day_is_found_in_every_way_of_writing_it(cell, day):
    assert read_date(cell) == day


@pytest.mark.parametrize(
    "cell", [None, "", "-", "kemarin", "31-02-2026", 12.0, True, "12.500", "500"]
)
def test_what_is_no_day_is_none(cell):
    assert read_date(cell) is None


@given(st.one_of(st.text(), st.floats(), st.integers()))
def test_no_cell_is_too_odd_to_be_read(cell):
    assert read_date(cell) is None or isinstance(read_date(cell), date)


@given(st.dates(date(1950, 1, 1), date(2099, 12, 31)))
def test_a_written_day_reads_back(day):
    assert read_date(f"{day:%d-%m-%Y}") == day
    assert read_date(day.isoformat()) == day


@pytest.mark.parametrize(
    "text",
    ["per 1 November 2026", "Per 01/11/2026", "tgl. 01-11-2026", "Nov 1, 2026", "November 1, 2026",
     "Sun Nov 01 2026", "01 / 11 / 2026", "1 nov'26", "data per 1-11-2026"],
)  # fmt: skip
def test_a_day_is_read_in_more_dresses(text: str) -> None:
    assert read_date(text) == date(2026, 11, 1)
