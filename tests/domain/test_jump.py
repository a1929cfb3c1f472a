"""What jumps is asked about, what grows is not; and nothing innocent is left out of the list."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.clarification import InnocentReason
from app.domain.count import Interval, read_count
from app.domain.jump import LOOKED_BACK, Shape, innocent_reasons, jumps
from app.domain.person import Count, Source
from app.domain.platform import Platform
from app.domain.plausibility import Window, bounds
from tests.bench.jumps import simulate

DAY = date(2026, 11, 20)
IG, FB = Platform.INSTAGRAM, Platform.FACEBOOK


def history(*written: str, apart: int = 30) -> list[Count]:
    """The last one of today, the others a month before each other."""
    found = []
    for place, text in enumerate(reversed(written)):
        interval = read_count(text).interval
        assert interval is not None
        day = DAY - timedelta(days=apart * place)
        found.append(Count(interval, day, Source.TYPED, text, len(written) - place))
    return found


def shapes(*written: str, minimum: int = 500, apart: int = 30) -> list[Shape]:
    return [one.shape for one in jumps(IG, history(*written, apart=apart), minimum, DAY)]


@pytest.mark.parametrize(
    ("written", "shape"),
    [
        (("312", "1312"), Shape.PACKET),
        (("451", "4512"), Shape.RISE),
        (("300", "1,2 rb"), Shape.RISE),
        (("1238", "12400"), Shape.SLIP),
        (("451", "540"), Shape.SLIP),
        (("2600", "610"), Shape.FALL),
        (("640", "0"), Shape.FALL),
    ],
)
def test_a_jump_has_its_shape(written: tuple[str, ...], shape: Shape) -> None:
    assert shapes(*written) == [shape]


@pytest.mark.parametrize(
    "written",
    [
        ("503",),
        ("418", "503", "560"),
        ("600", "1150"),
        ("3", "210"),
        ("1238", "1283"),
        ("1000", "1500"),
        ("200", "900", "210"),
        ("210", "900", "880", "230"),
        ("2600", "260", "2610"),
    ],
)
def test_growth_small_accounts_rounded_numbers_and_what_came_back_are_no_jumps(
    written: tuple[str, ...],
) -> None:
    assert shapes(*written) == []


def test_a_number_that_was_counted_again_is_no_slip_of_the_finger() -> None:
    assert shapes("451", "540") == [Shape.SLIP]
    assert shapes("451", "540", "545") == []
    assert shapes("1238", "12400", "12450") == [Shape.RISE]


def test_a_jump_is_asked_about_as_long_as_the_number_rests_on_it_and_at_most_a_year() -> None:
    assert shapes("200", "1470", "1490", "1500") == [Shape.RISE]
    old = [
        Count(Interval.of(number), DAY - timedelta(days=ago), Source.TYPED, "")
        for number, ago in ((200, LOOKED_BACK + 60), (1470, LOOKED_BACK + 30), (1490, 0))
    ]
    assert jumps(IG, old, 500, DAY) == []


def test_counts_after_the_day_are_not_looked_at() -> None:
    counts = history("200", "1470")
    assert jumps(IG, counts, 500, DAY - timedelta(days=1)) == []
    assert len(jumps(IG, counts, 500, DAY)) == 1


def test_of_two_counts_on_one_day_the_later_recorded_one_holds() -> None:
    mistyped, mended = (
        Count(Interval.of(number), DAY, Source.TYPED, "", at)
        for number, at in ((4700, 8), (470, 9))
    )
    before = Count(Interval.of(460), DAY - timedelta(days=30), Source.TYPED, "", 1)
    assert jumps(IG, [mended, mistyped, before], 500, DAY) == []


def test_a_jump_decides_where_it_changes_sides_at_the_threshold() -> None:
    (over,) = jumps(IG, history("200", "1470"), 500, DAY)
    (above,) = jumps(IG, history("600", "4470"), 500, DAY)
    assert (over.decides, above.decides) == (True, False)
    assert (over.step, over.days) == (1270, 30)


def test_many_innocent_reasons_are_offered_and_only_those_that_can_be() -> None:
    (rise,) = jumps(IG, history("451", "4512"), 500, DAY)
    assert {InnocentReason.VIRAL, InnocentReason.MERGED} < set(innocent_reasons(rise))
    assert InnocentReason.FRIENDS not in innocent_reasons(rise)
    assert InnocentReason.ROUNDED not in innocent_reasons(rise)
    (on_facebook,) = jumps(FB, history("500", "4512"), 500, DAY)
    assert {InnocentReason.FRIENDS, InnocentReason.ROUNDED} < set(innocent_reasons(on_facebook))
    (fall,) = jumps(IG, history("4512", "451", apart=200), 500, DAY)
    found = innocent_reasons(fall)
    assert {InnocentReason.CLEANED, InnocentReason.LONG_UNCOUNTED} < set(found)
    assert InnocentReason.VIRAL not in found
    assert found[-1] is InnocentReason.OTHER


numbers = st.lists(st.integers(0, 20_000), min_size=1, max_size=8)


@given(numbers, st.integers(1, 5_000))
def test_whatever_is_counted_a_jump_touches_the_threshold_and_innocence_is_always_possible(
    counted: list[int], minimum: int
) -> None:
    counts = history(*map(str, counted))
    for jump in jumps(IG, counts, minimum, DAY):
        low, high = sorted((jump.before.interval.low, jump.after.interval.low))
        assert high >= minimum
        assert jump.decides == (low < minimum)
        assert jump.before in counts
        assert jump.after in counts
        assert len(innocent_reasons(jump)) == len(set(innocent_reasons(jump))) > 3
        if jump.shape in (Shape.RISE, Shape.PACKET):
            highest = bounds(jump.before.interval, jump.days, Window())[1]
            assert highest is not None
            assert jump.after.interval.low > highest


@given(numbers, st.randoms(use_true_random=False))
def test_the_order_of_the_counts_does_not_matter(counted: list[int], chance: object) -> None:
    counts = history(*map(str, counted))
    mixed = counts.copy()
    chance.shuffle(mixed)  # type: ignore[attr-defined]  # a Random of hypothesis
    assert jumps(IG, mixed, 500, DAY) == jumps(IG, counts, 500, DAY)


def test_few_true_accounts_are_asked_about_and_nearly_all_that_bought() -> None:
    found = simulate(1_500, seed=3)
    assert found.true.share < 0.01
    assert found.bought.share > 0.97
    assert found.mistyped.share > 0.93
