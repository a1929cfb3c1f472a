"""The day in the head of a column of counts."""

from datetime import date

import pytest

from app.domain.head_day import day_of_head


@pytest.mark.parametrize(
    "head",
    [
        "Followers per 1 November 2026",
        "Jumlah Followers (1/11/2026)",
        "Followers IG per 01-11-2026",
        "FOLLOWERS INSTAGRAM\n1 Nov 2026",
        "Per 1 Nov. 2026 | IG",
        "Posisi 1.11.2026 | Jumlah Teman FB",
        "Pengikut (per tgl. 1 - 11 - 2026)",
        "Jumlah Followers per 1 November 2026 | per 1 November 2026",
        "Followers 2026-11-01",
    ],
)
def test_a_whole_day_in_a_head_is_that_of_the_counts(head: str) -> None:
    assert day_of_head(head) == date(2026, 11, 1)


@pytest.mark.parametrize(
    "head",
    [
        "Followers Okt 2026",
        "Followers 2026",
        "Followers per 1 November",
        "Followers 1/11/26",
        "Followers 11/2026",
        "Followers 31 Februari 2026",
        "Followers 1 Apa 2026",
        "Followers (11/13/2026)",
        "Followers 1 November 2026 s.d. 30 November 2026",
        "Followers 1 - 30 November 2026",
        "Followers sejak 1 November 2026",
        "Followers (diisi paling lambat 1 November 2026)",
        "Followers sebelum 1 November 2026",
        "Followers 1 November 2026 (SK 12)",
        "",
    ],
)
def test_less_than_a_whole_day_or_more_than_one_says_nothing_for_sure(head: str) -> None:
    assert day_of_head(head) is None
