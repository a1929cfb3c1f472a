"""A day behind a count is when it was counted, and no part of the number."""

from datetime import date

import pytest

from app.domain.count import Interval, read_count
from app.domain.counted_on import split_counted_on
from app.domain.handle_and_count import split_handle_and_count


@pytest.mark.parametrize(
    ("text", "count", "day"),
    [
        ("1.200 (12/10/2026)", 1200, date(2026, 10, 12)),
        ("600 per 1 Nov 2026", 600, date(2026, 11, 1)),
        ("1.200, 12-10-2026", 1200, date(2026, 10, 12)),
        ("850 followers (per 5 November 2026)", 850, date(2026, 11, 5)),
        ("850 - 2026-11-05", 850, date(2026, 11, 5)),
        ("600 followers (Okt 2026)", 600, None),
        ("600 (per Oktober 2026)", 600, None),
        ("1.234.567", 1234567, None),
    ],
)
def test_a_count_with_its_day_is_read(text: str, count: int, day: date | None) -> None:
    assert read_count(text).interval == Interval.of(count)
    assert split_counted_on(text)[1] == day


@pytest.mark.parametrize("text", ["12-10-2026", "12/10/2026", "1 Nov 2026", "32/13/2026 lalu"])
def test_a_day_alone_is_no_count(text: str) -> None:
    assert read_count(text).interval is None
    assert split_counted_on(text) == (text, None)


@pytest.mark.parametrize(
    ("text", "account", "count"),
    [
        ("IG: @galih (1.200)", "IG: @galih", "1.200"),
        ("IG: galih.r 1.200 followers", "IG: galih.r", "1.200 followers"),
        ("Galih: pejabat 2019", "Galih: pejabat 2019", ""),
    ],
)
def test_a_label_before_the_account_hides_no_count(text: str, account: str, count: str) -> None:
    assert split_handle_and_count(text) == (account, count)
