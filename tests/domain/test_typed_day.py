"""Days as people type them: without the year it is the newest such day up to today."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.dated_count import split_day
from app.domain.typed_day import read_typed_day

TODAY = date(2026, 11, 20)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("hari ini", TODAY),
        ("  Hari   INI ", TODAY),
        ("hr ini", TODAY),
        ("today", TODAY),
        ("skrg", TODAY),
        ("sekarang", TODAY),
        ("kemarin", date(2026, 11, 19)),
        ("Kmrn", date(2026, 11, 19)),
        ("yesterday", date(2026, 11, 19)),
        ("5 nov", date(2026, 11, 5)),
        ("5nov", date(2026, 11, 5)),
        ("5 Nov.", date(2026, 11, 5)),
        ("5-nov", date(2026, 11, 5)),
        ("5/11", date(2026, 11, 5)),
        ("5 / 11", date(2026, 11, 5)),
        ("5.11", date(2026, 11, 5)),
        ("5 11", date(2026, 11, 5)),
        ("20/11", TODAY),
        ("21/11", date(2025, 11, 21)),
        ("24 desember", date(2025, 12, 24)),
        ("29 feb", date(2024, 2, 29)),
        ("31/6", None),
        ("30 feb", None),
        ("0/11", None),
        ("5/13", None),
        ("5/0", None),
        ("5 bulan", None),
        ("1234", None),
        ("511", None),
        ("５/１１", None),
        ("", None),
        ("   ", None),
        ("besok", None),
        ("5 nov 2025", date(2025, 11, 5)),
        ("5/11/2027", date(2027, 11, 5)),
        ("2025-11-05", date(2025, 11, 5)),
        ("5 nov 2025 " + "x" * 49, date(2025, 11, 5)),
        ("5 nov 2025 " + "x" * 50, None),
    ],
)
def test_a_typed_day_is_the_one_that_is_meant(text: str, day: date | None) -> None:
    assert read_typed_day(text, TODAY) == day


def test_the_twenty_ninth_of_february_is_found_over_a_century_without_one() -> None:
    assert read_typed_day("29/2", date(2103, 12, 31)) == date(2096, 2, 29)
    assert read_typed_day("29/2", date(2104, 2, 28)) == date(2096, 2, 29)


@given(st.dates(date(1990, 1, 1), date(2099, 12, 31)), st.sampled_from(["%d/%m", "%d-%m", "%d.%m"]))
def test_a_day_of_the_last_year_is_found_without_its_year(today: date, form: str) -> None:
    day = today - timedelta(days=100)
    assert read_typed_day(f"{day:{form}}", today) in (day, day.replace(day=28))
    assert read_typed_day(f"{today:{form}}", today) == today


@given(st.text(max_size=70))
def test_no_typed_text_is_too_odd_to_be_read(text: str) -> None:
    found = read_typed_day(text, TODAY)
    assert found is None or isinstance(found, date)


@pytest.mark.parametrize(
    ("text", "written", "day"),
    [
        ("1.234 @ 5 nov", "1.234", date(2026, 11, 5)),
        ("1.234@5/11", "1.234", date(2026, 11, 5)),
        ("@nama 1.234 @ 5/11", "@nama 1.234", date(2026, 11, 5)),
        ("@ hari ini", "", TODAY),
        ("1.234 @ 21 nov 2026", "1.234 @ 21 nov 2026", None),
        ("1.234 @ besok", "1.234 @ besok", None),
        ("5 nov", "5 nov", None),
        (" 1.234 ", " 1.234 ", None),
        ("1.234 @", "1.234 @", None),
    ],
)
def test_the_day_of_a_count_stands_behind_the_last_sign(
    text: str, written: str, day: date | None
) -> None:
    found = split_day(text, TODAY)
    assert (found.written, found.day) == (written, day)
    assert found.moves == (day is not None and not written)
