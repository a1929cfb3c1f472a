"""What another threshold would change, when somebody crosses it, and when somebody retires."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.count import Interval
from app.domain.nip import Nip
from app.domain.person import Account, Consent, Count, Person, Source
from app.domain.platform import RECORDED, Platform
from app.domain.retirement import ages, retirement
from app.domain.rule import NAMED_RULES, Rule
from app.domain.trend import Crossing, crossing
from app.domain.verdict import Verdict, judge
from app.domain.what_if import Ladder, Step, bands, highest_threshold
from tests.domain.random_rules import own_rules

TODAY = date(2026, 11, 20)


@st.composite
def _account(draw: st.DrawFn, platform: Platform) -> Account:
    low = draw(st.none() | st.integers(0, 1200))
    latest = None
    if low is not None:
        high = draw(st.just(low) | st.integers(low, low + 300) | st.none())
        day = TODAY - timedelta(days=draw(st.integers(-5, 200)))
        latest = Count(Interval(low, high, low == high), day, Source.TYPED, str(low))
    none, odd = draw(st.booleans()), draw(st.sampled_from(["", "private"]))
    return Account(platform, stated_none=none and low is None, unreadable=odd, latest=latest)


PEOPLE = st.lists(
    st.tuples(st.tuples(*(_account(one) for one in RECORDED)), st.sampled_from(Consent)), max_size=8
)
RULES = st.builds(
    replace,
    st.sampled_from(NAMED_RULES) | own_rules(),
    age_limit=st.none() | st.integers(1, 200),
    consent_required=st.booleans(),
)


@given(PEOPLE, RULES, st.integers(0, 1300))
@settings(max_examples=300, deadline=None)
def test_the_curve_is_what_judging_everyone_at_that_threshold_gives(
    people: Sequence[tuple[tuple[Account, ...], Consent]], rule: Rule, threshold: int
) -> None:
    ladder = Ladder(
        highest_threshold(accounts, rule, TODAY, consent) for accounts, consent in people
    )
    tried = rule.with_threshold(threshold)
    verdicts = [judge(accounts, tried, TODAY, consent).verdict for accounts, consent in people]
    assert ladder.qualifying(tried.minimum) == verdicts.count(Verdict.QUALIFIES)


@given(st.lists(st.none() | st.integers(0, 10**6)), st.integers(1, 5000))
def test_tiers_sum_to_all_who_qualify(highest: list[int | None], minimum: int) -> None:
    tiers = Ladder(highest).tiers(minimum)
    qualifying = [one for one in highest if one is not None and one >= minimum]
    assert sum(tier.people for tier in tiers) == len(qualifying)
    for tier in tiers:
        last = tier.last if tier.last is not None else 10**9
        assert tier.people == sum(tier.first <= one <= last for one in qualifying)


def test_the_first_tier_goes_from_the_threshold_to_999() -> None:
    tiers = Ladder([499, 500, 999, 1000, 25_000, None]).tiers(500)
    assert tiers == [
        Step(500, 999, 2),
        Step(1000, 9_999, 1),
        Step(10_000, 99_999, 1),
        Step(100_000, None, 0),
    ]


@given(st.lists(st.integers(1, 1000)))
def test_bands_equal_a_direct_count(short: list[int]) -> None:
    found = bands(short)
    assert sum(band.people for band in found) == len(short)
    for band in found:
        last = band.last if band.last is not None else 10**9
        assert band.people == sum(band.first <= one <= last for one in short)


def counts(*values: tuple[int, int | None], every: int = 30) -> list[Count]:
    """The newest last, of today."""
    first = TODAY - timedelta(days=every * (len(values) - 1))
    return [
        Count(
            Interval(low, high, low == high), first + timedelta(days=every * turn), Source.TYPED, ""
        )
        for turn, (low, high) in enumerate(values)
    ]


def test_steady_growth_tells_the_month() -> None:
    assert crossing(counts((440, 440), (460, 460), (480, 480)), 500, TODAY) == Crossing(0, 1)
    assert crossing(counts((400, 400), (410, 410), (420, 420)), 500, TODAY) == Crossing(7, 8)


def test_uneven_growth_widens_the_estimate() -> None:
    found = crossing(counts((400, 400), (425, 425), (432, 432), (460, 460)), 500, TODAY)
    assert found is not None
    assert found.soonest < found.latest


@pytest.mark.parametrize(
    "told",
    [
        counts((450, 450), (490, 490)),
        counts((490, 490), (480, 480), (470, 470)),
        counts((300, 300), (480, 480), (310, 310)),
        counts((100, 100), (101, 101), (102, 102)),
        counts((450, None), (470, 470), (490, 490)),
        counts((480, 480), (485, 485), (490, 490), every=0),
        counts((480, 480), (490, 490), (510, 510)),
    ],
    ids=["two", "falling", "jumping", "too slow", "open", "one day", "crossed"],
)
def test_what_the_counts_do_not_tell_is_not_estimated(told: list[Count]) -> None:
    assert crossing(told, 500, TODAY) is None


def test_counts_of_the_future_and_their_order_do_not_matter() -> None:
    told = counts((440, 440), (460, 460), (480, 480))
    later = replace(told[0], observed_on=TODAY + timedelta(days=3))
    assert crossing([later, *reversed(told)], 500, TODAY) == crossing(told, 500, TODAY)


@pytest.mark.parametrize(
    ("position", "job_type", "echelon", "expected"),
    [
        ("Kepala Dinas", "Struktural", "II.b", (60, 60)),
        ("Sekretaris", "Jabatan Struktural", "III/a", (58, 58)),
        ("Kepala Seksi", "", "IV.a", (58, 58)),
        ("Auditor Ahli Madya", "Fungsional", "", (60, 60)),
        ("Peneliti Ahli Utama", "Fungsional", "", (65, 65)),
        ("Pranata Humas Ahli Muda", "Fungsional", "", (58, 58)),
        ("Perawat Terampil", "Fungsional", "", (58, 58)),
        ("Guru Ahli Pertama", "Fungsional", "", (60, 60)),
        ("Dokter Ahli Muda", "Fungsional", "", (58, 60)),
        ("Pengadministrasi Umum", "Jabatan Pelaksana", "", (58, 58)),
        ("Kepala Bagian", "Struktural", "", (58, 60)),
        ("", "", "", (58, 65)),
        ("Pamong", "Jabatan Fungsional", "", (58, 65)),
    ],
)
def test_an_unknown_kind_of_post_gives_a_range(
    position: str, job_type: str, echelon: str, expected: tuple[int, int]
) -> None:
    assert ages(position, job_type, echelon) == expected


def test_retirement_begins_on_the_first_of_the_month_after_the_birthday() -> None:
    born_in_december = Nip("196812152000011901")
    sure = retirement(Person(born_in_december, "Contoh", echelon="IV.a"))
    assert (sure.earliest, sure.is_sure) == (date(2027, 1, 1), True)
    unsure = retirement(Person(born_in_december, "Contoh"))
    assert (unsure.earliest, unsure.latest) == (date(2027, 1, 1), date(2034, 1, 1))
    assert not unsure.is_sure
