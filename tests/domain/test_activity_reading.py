"""What people write of an account's use: a day, a yes or a no, and nothing that is guessed."""

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.activity import Activity
from app.domain.activity_reading import ActivityReading, read_activity

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


@pytest.mark.parametrize(
    ("cell", "written", "activity", "empty"),
    [
        (None, "", None, True),
        (" - ", "-", None, True),
        ("None", "None", None, True),
        (True, "True", Activity(DAY, active=True), False),
        (" Ya.  ", "Ya.", Activity(DAY, active=True), False),
        ("Masih  aktif..", "Masih aktif..", Activity(DAY, active=True), False),
        ("TIDAK ", "TIDAK", Activity(DAY, active=False), False),
        ("sudah  tidak aktif", "sudah tidak aktif", Activity(DAY, active=False), False),
        (" 5  nov.", "5 nov.", Activity(DAY, last_post=date(2026, 11, 5)), False),
        ("hari ini", "hari ini", Activity(DAY, last_post=DAY), False),
        ("post terakhir tgl 5/11", "post terakhir tgl 5/11",
         Activity(DAY, last_post=date(2026, 11, 5)), False),
        ("21/11/2026", "21/11/2026", None, False),
        (" kadang  kadang ", "kadang kadang", None, False),
        (".ya", ".ya", None, False),
        ("tidakx", "tidakx", None, False),
    ],
)  # fmt: skip
def test_what_was_written_stands_beside_what_it_says(cell, written, activity, empty):
    assert read_activity(cell, DAY) == ActivityReading(written, activity, empty)
