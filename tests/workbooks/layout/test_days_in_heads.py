"""Counts whose day stands in the head of their column."""

from datetime import date

import pytest

from app.domain.platform import Platform
from tests.data.grids import GALIH, LARAS, Grid, look

IG, FB = Platform.INSTAGRAM, Platform.FACEBOOK


def _days(rows: Grid, platform: Platform = IG) -> list[date | None]:
    """The day of each entry that has a count."""
    entries = [one for person in look(rows).people for one in person.accounts]
    return [one.observed_on for one in entries if one.platform is platform and one.has_count]


def _list(*heads: str, more: tuple[object, ...] = ()) -> Grid:
    return [
        ["Nama", "NIP", *heads],
        ["Galih Rangga", GALIH, "@galihr", 500, *more],
        ["Laras Widuri", LARAS, "@laraswd", 700, *more],
    ]


@pytest.mark.parametrize(
    "head", ["Followers per 1 November 2026", "Jumlah Followers (1/11/2026)", "Followers 1-11-2026"]
)
def test_counts_are_of_the_whole_day_that_their_head_says(head: str) -> None:
    assert _days(_list("Akun IG", head)) == [date(2026, 11, 1)] * 2


@pytest.mark.parametrize("head", ["Followers Okt 2026", "Followers", "Followers per 1 November"])
def test_less_than_a_whole_day_dates_no_count(head: str) -> None:
    assert _days(_list("Akun IG", head)) == [None, None]


def test_a_column_of_days_is_believed_before_the_head() -> None:
    heads = ("Akun IG", "Followers per 1 November 2026", "Tanggal Cek")
    found = look(_list(*heads, more=("03-11-2026",)))
    assert [person.observed_on for person in found.people] == [date(2026, 11, 3)] * 2
    assert _days(_list(*heads, more=("03-11-2026",))) == [None, None]


def test_the_day_behind_a_count_is_believed_before_the_head() -> None:
    rows = _list("Akun IG", "Followers per 1 November 2026")
    rows[1][3] = "500 (5/11/2026)"
    assert _days(rows) == [date(2026, 11, 5), date(2026, 11, 1)]


def test_each_platform_has_the_day_of_its_own_head() -> None:
    heads = ("Akun IG", "Followers IG per 1 November 2026", "Akun FB", "Teman FB (2/11/2026)")
    rows = _list(*heads, more=("Galih", 30))
    assert _days(rows) == [date(2026, 11, 1)] * 2
    assert _days(rows, FB) == [date(2026, 11, 2)] * 2


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Followers IG per 1 Oktober 2026", "Followers IG per 1 November 2026"),
        ("Followers IG per 1 November 2026", "Followers IG per 15 November 2026"),
        ("Followers per 1 November 2026", "Followers per 15 November 2026"),
        ("Followers (1/11/2026)", "Followers (15/11/2026)"),
    ],
)
@pytest.mark.parametrize("turned", [False, True])
def test_of_two_days_the_newer_is_read_with_its_day(one: str, other: str, turned: bool) -> None:
    heads = (other, one) if turned else (one, other)
    found = look(_list("Akun IG", *heads, more=(600,)))
    assert found.lows(IG) == ([500, 700] if turned else [600, 600])
    days = _days(_list("Akun IG", *heads, more=(600,)))
    assert days == [date(2026, 11, 1 if "Oktober" in one else 15)] * 2


def test_a_list_of_accounts_has_the_day_of_its_head_too() -> None:
    rows: Grid = [
        ["Nama", "NIP", "Platform", "Akun", "Followers per 1 November 2026"],
        ["Galih Rangga", GALIH, "Instagram", "@galihr", 500],
        ["Galih Rangga", GALIH, "Facebook", "Galih Rangga", 20],
        ["Laras Widuri", LARAS, "Instagram", "@laraswd", 700],
    ]
    assert _days(rows) == [date(2026, 11, 1)] * 2
    assert _days(rows, FB) == [date(2026, 11, 1)]
