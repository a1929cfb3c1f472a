"""Days as they stand in one and the same column."""

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.dates import month_number, read_date, without_birth, without_date


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


@pytest.mark.parametrize(
    ("cell", "day"),
    [
        (18_264, date(1950, 1, 1)),
        (18_263, None),
        (73_050, date(2099, 12, 31)),
        (73_050.99, date(2099, 12, 31)),
        (73_051, None),
        (45_660.75, date(2025, 1, 3)),
        (float("nan"), None),
        (float("inf"), None),
        ("18264", date(1950, 1, 1)),
        ("18263", None),
        ("045660", None),
        ("4566", None),
        ("４５６６０", None),
        (False, None),
        ([1], None),
    ],
)
def test_a_serial_of_a_spreadsheet_is_a_day_from_1950_to_2099(
    cell: object, day: date | None
) -> None:
    assert read_date(cell) == day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("'03-10-2026", date(2026, 10, 3)),
        ("\u00a003.10.2026\t", date(2026, 10, 3)),
        ("3 10 2026", date(2026, 10, 3)),
        ("03 -\u00a010 - 2026", date(2026, 10, 3)),
        ("3/10/2026, 08.15", date(2026, 10, 3)),
        ("2026/10/3", date(2026, 10, 3)),
        ("2026.10.03T08:15", date(2026, 10, 3)),
        ("2026-13-03", None),
        ("13/13/2026", None),
        ("12/31/99", date(2099, 12, 31)),
        ("3/10/226", None),
        ("3 Oktober 26", date(2026, 10, 3)),
        ("3 oktober, 2026 pagi", date(2026, 10, 3)),
        ("31 Juni 2026", None),
        ("3 Oktobar 2026", None),
        ("Oktobar 3, 2026", None),
        ("Okt. 3 2026", date(2026, 10, 3)),
        ("Sabtu Okt 3, 2026", date(2026, 10, 3)),
        ("pada 3-10-2026", date(2026, 10, 3)),
        ("tanggal 3/10/2026", date(2026, 10, 3)),
        ("per Oktober 2026", None),
        ("3-10-2026 " + "x" * 50, date(2026, 10, 3)),
        ("3-10-2026 " + "x" * 51, None),
        (" " * 60 + "3-10-2026", date(2026, 10, 3)),
    ],
)
def test_a_text_is_a_day_where_one_can_be_read_and_nothing_else(
    text: str, day: date | None
) -> None:
    assert read_date(text) == day


@pytest.mark.parametrize(
    ("names", "number"),
    [
        (names, number)
        for number, names in enumerate(
            (
                "januari january jan",
                "februari february feb pebruari",
                "maret march mar",
                "april apr",
                "mei may",
                "juni june jun",
                "juli july jul",
                "agustus august agu ags agt aug",
                "september sep sept",
                "oktober october okt oct",
                "november nov nop nopember",
                "desember december des dec",
            ),
            start=1,
        )
    ],
)
def test_every_name_of_a_month_is_known(names: str, number: int) -> None:
    for name in names.split():
        assert month_number(name) == number
        assert read_date(f"3 {name.upper()} 2026") == date(2026, number, 3)
        assert read_date(f"{name.title()} 3, 2026") == date(2026, number, 3)
    assert month_number("bulan") is None


@given(st.dates(date(1950, 1, 1), date(2099, 12, 31)), st.floats(0, 0.999))
def test_a_serial_counts_the_days_of_a_spreadsheet(day: date, hours: float) -> None:
    serial = (day - date(1899, 12, 30)) // timedelta(days=1)
    assert read_date(serial) == read_date(float(serial)) == read_date(str(serial)) == day
    assert read_date(serial + hours) == day


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("III/d, 01-04-2020", "III/d"),
        ("III/d (1 April 2020)", "III/d"),
        ("Penata TMT 01/04/2020", "Penata"),
        ("Penata TMT: 01.04.2020 ", "Penata TMT: 01.04.2020 "),
        ("01-04-2020", "01-04-2020"),
        ("Seksi 2020", "Seksi 2020"),
        ("III/d", "III/d"),
        ("Bagian (Umum)", "Bagian (Umum)"),
    ],
)
def test_the_date_behind_a_rank_is_taken_off(text: str, rest: str) -> None:
    assert without_date(text) == rest


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("Budi Santoso\nMalang, 1 Januari 1985", "Budi Santoso"),
        ("Budi Santoso / Malang, 01-01-1985", "Budi Santoso"),
        ("Budi Santoso (01/01/1985)", "Budi Santoso"),
        ("Budi Santoso; 01 01 1985", "Budi Santoso"),
        ("Budi Santoso 01-01-1985", "Budi Santoso 01-01-1985"),
        ("Budi Santoso", "Budi Santoso"),
        ("Budi S.", "Budi S."),
    ],
)
def test_the_birth_behind_a_name_is_taken_off(text: str, rest: str) -> None:
    assert without_birth(text) == rest
