"""What people write of an account's use: a day, a yes or a no, and nothing that is guessed."""

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.activity_reading import read_activity

DAY = date(2026, 11, 20)


@pytest.mark.parametrize(
    "text", ["aktif", "Aktif", "YA", "y", "masih aktif", "active", "✓", "Iya", "ada", True]
)
def test_a_yes_is_in_use(text):
    activity = read_activity(text, DAY).activity
    assert activity is not None
    assert (activity.active, activity.last_post, activity.checked_on) == (True, None, DAY)


@pytest.mark.parametrize(
    "text",
    ["tidak", "Tidak aktif", "tdk aktif", "non-aktif", "nonaktif", "sudah tidak aktif", "pasif",
     "tidak aktif lagi", "gak aktif", "not active", "no", False],
)  # fmt: skip
def test_a_no_is_out_of_use(text):
    activity = read_activity(text, DAY).activity
    assert activity is not None
    assert activity.active is False


@pytest.mark.parametrize(
    ("cell", "day"),
    [
        ("5 nov", date(2026, 11, 5)),
        ("terakhir 5 nov", date(2026, 11, 5)),
        ("Posting terakhir: 01/10/2026", date(2026, 10, 1)),
        ("kemarin", date(2026, 11, 19)),
        (datetime(2026, 11, 3, 8), date(2026, 11, 3)),
        (date(2026, 11, 3), date(2026, 11, 3)),
        (46327, date(2026, 11, 1)),
        ("5 des", date(2025, 12, 5)),
    ],
)
def test_a_day_is_that_of_the_last_post(cell, day):
    activity = read_activity(cell, DAY).activity
    assert activity is not None
    assert (activity.last_post, activity.active) == (day, None)


@pytest.mark.parametrize("cell", ["", None, "-", "  ", "?"])
def test_nothing_is_nothing(cell):
    reading = read_activity(cell, DAY)
    assert reading.is_empty
    assert reading.activity is None


@pytest.mark.parametrize("cell", ["mungkin", "5 nov 2027", "1234", "31 feb", "jarang", 12])
def test_what_nobody_can_read_is_neither_yes_nor_no(cell):
    reading = read_activity(cell, DAY)
    assert reading.activity is None
    assert not reading.is_empty


@given(st.text(max_size=80) | st.floats() | st.integers() | st.dates() | st.none())
def test_no_cell_is_a_post_after_the_look(cell):
    reading = read_activity(cell, DAY)
    if reading.activity is not None and reading.activity.last_post is not None:
        assert reading.activity.last_post <= DAY
