"""Sentences about coverage: what is proven, what bounds the reach, how near somebody is."""

from datetime import date
from pathlib import Path

import pytest

from app.domain.count import Interval
from app.domain.coverage import Demand
from app.domain.retirement import Retirement
from app.domain.trend import Crossing
from app.wording.coverage import (
    crossing_words,
    reach_sentence,
    retirement_words,
    team_proof,
    team_sentence,
)
from app.wording.language import Language

ENGLISH = Language("en", Path())


def test_a_team_is_told_with_what_it_reaches() -> None:
    assert team_sentence(Demand.UNITS, 6, 14, ENGLISH) == (
        "6 people reach all 14 organisations where anybody qualifies."
    )
    assert "Nobody qualifies" in team_sentence(Demand.UNITS, 0, 0, ENGLISH)


def test_only_what_is_proven_is_called_the_fewest() -> None:
    assert team_proof(6, 6, 7, ENGLISH) == (
        "Fewer is not possible. The quick way, always the strongest next, needs 7."
    )
    assert team_proof(6, 5, 7, ENGLISH).startswith("Perhaps 5 would do")
    assert team_proof(0, 0, 0, ENGLISH) == ""


@pytest.mark.parametrize(
    ("reach", "words"),
    [
        (Interval.of(1200), "at most 1,200 people"),
        (Interval(1200, 1300, exact=False), "at most 1,200 to 1,300 people"),
        (Interval(1200, None, exact=False), "1,200 followers or more"),
    ],
)
def test_reach_is_an_upper_bound_and_says_so(reach: Interval, words: str) -> None:
    assert reach_sentence(reach, ENGLISH) == f"Reach: {words}, without deduplication"


@pytest.mark.parametrize(
    ("crossing", "words"),
    [
        (Crossing(0, 1), "within 1 month, by the trend"),
        (Crossing(0, 3), "within 3 months, by the trend"),
        (Crossing(4, 4), "in about 4 months, by the trend"),
        (Crossing(2, 5), "in 2 to 5 months, by the trend"),
    ],
)
def test_months_to_cross(crossing: Crossing, words: str) -> None:
    assert crossing_words(crossing, ENGLISH) == words


def test_a_retirement_is_told_with_its_month_and_age_or_both_as_a_range(
    english: Language, indonesian: Language
) -> None:
    sure = Retirement(date(2027, 4, 1), date(2027, 4, 1), 58, 58)
    assert retirement_words(sure, english) == "Apr 2027, at 58"
    unsure = Retirement(date(2027, 4, 1), date(2034, 4, 1), 58, 65)
    assert retirement_words(unsure, indonesian) == "Apr 2027 sampai Apr 2034, usia 58–65"
