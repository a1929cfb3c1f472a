"""A month or a day in the name of a sheet or in a title is found, and what is none is not."""

from datetime import date

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
