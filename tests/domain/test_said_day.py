"""A month or a day in the name of a sheet or in a title is found, and what is none is not."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.said_day import said_day

TODAY = date(2026, 11, 20)


@pytest.mark.parametrize(
    ("name", "titles", "day"),
    [
        ("Rekap Oktober 2026", [], date(2026, 10, 31)),
        ("Rekap_Okt_2026", [], date(2026, 10, 31)),
        ("OKT.2026", [], date(2026, 10, 31)),
        ("November 2026", [], TODAY),
        ("Oktober", [], date(2026, 10, 31)),
        ("Desember", [], date(2025, 12, 31)),
        ("Data", ["DAFTAR AKUN", "Keadaan bulan September 2026"], date(2026, 9, 30)),
        ("Data", ["Data per 15 Oktober 2026"], date(2026, 10, 15)),
        ("Data", ["per tanggal 15-10-2026"], date(2026, 10, 15)),
        ("Februari 2026", [], date(2026, 2, 28)),
    ],
)
def test_the_day_is_found(name: str, titles: list[str], day: date) -> None:
    found = said_day(name, titles, TODAY)
    assert found is not None
    assert found[0] == day
    assert any(found[1] in title for title in (name, *titles))


@pytest.mark.parametrize(
    ("name", "titles"),
    [
        ("Sheet1", []),
        ("Data ASN 2026", []),
        ("Desember 2026", []),
        ("31 Februari 2026", []),
        ("Okt dan Nov", []),
        ("Data", ["Nomor 800/12/2019 tanggal 5 Maret 2019"]),
        ("Data", ["Oktober"]),
        ("Mayjen 2026", []),
    ],
)
def test_what_is_no_day_of_the_counts_is_none(name: str, titles: list[str]) -> None:
    assert said_day(name, titles, TODAY) is None


@given(st.text(max_size=60), st.lists(st.text(max_size=60), max_size=3))
def test_nothing_of_the_future_is_ever_proposed(name: str, titles: list[str]) -> None:
    found = said_day(name, titles, TODAY)
    assert found is None or found[0] <= TODAY


@pytest.mark.parametrize(
    ("name", "titles", "day", "words"),
    [
        ("Okt 2026", [], date(2026, 10, 31), "Okt 2026"),
        (" Oktober ", [], date(2026, 10, 31), "Oktober"),
        ("nov", [], TODAY, "nov"),
        ("Data", ["per 20-11-2026"], TODAY, "20-11-2026"),
        ("Data", ["per 21-11-2026"], None, ""),
        ("Data", ["per 16-10-2025"], date(2025, 10, 16), "16-10-2025"),
        ("Data", ["per 15-10-2025"], None, ""),
        ("Oktober 2025", [], date(2025, 10, 31), "Oktober 2025"),
        ("September 2025", [], None, ""),
        ("Data", ["Daftar Januari 2027 dan Oktober 2026"], date(2026, 10, 31), "Oktober 2026"),
        ("Data", ["Daftar", "Oktober-2026", "September 2026"], date(2026, 10, 31), "Oktober-2026"),
        ("November", ["Oktober 2026"], date(2026, 10, 31), "Oktober 2026"),
        ("Oktober 3", [], None, ""),
        ("Okt", ["Nomor 12 tanggal 5 Maret 2019"], date(2026, 10, 31), "Okt"),
        ("Rekap Okt", [], date(2026, 10, 31), "Rekap Okt"),
    ],
)
def test_the_words_that_say_the_day_stand_beside_it(
    name: str, titles: list[str], day: date | None, words: str
) -> None:
    assert said_day(name, titles, TODAY) == (None if day is None else (day, words))


@given(st.dates(date(2020, 1, 1), date(2030, 12, 31)))
def test_a_month_that_is_over_ends_on_its_last_day(today: date) -> None:
    last = today.replace(day=1) - timedelta(days=1)
    assert said_day(f"{last:%B %Y}", [], today) == (last, f"{last:%B %Y}")
    assert said_day(f"{last:%B}", [], today) == (last, f"{last:%B}")
    assert said_day(f"{today:%B %Y}", [], today) == (today, f"{today:%B %Y}")
