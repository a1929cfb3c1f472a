"""Who qualifies, and what is said about those who do not."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.count import Interval
from app.domain.handle import Handle
from app.domain.person import Account, Count, Source
from app.domain.platform import RECORDED, Platform
from app.domain.rule import NAMED_RULES, RULE_A, RULE_B, RULE_C, RULE_D, Rule
from app.domain.verdict import Standing, Verdict, judge

TODAY = date(2026, 11, 20)
IG, FB, X, TT, YT = RECORDED


def an_account(platform=IG, low=None, high="same", *, days_ago=0, handle="nama", **more):
    count = None
    if low is not None:
        top = low if high == "same" else high
        span = Interval(low, top, exact=top == low)
        count = Count(span, TODAY - timedelta(days=days_ago), Source.TYPED, str(low))
    named = Handle(platform, handle) if handle else None
    return Account(platform, handle=named, latest=count, **more)


def verdict_of(*accounts, rule=RULE_A):
    return judge(accounts, rule, TODAY).verdict


def test_one_platform_at_the_threshold_is_enough_for_reading_a():
    assert verdict_of(an_account(IG, 500), an_account(FB, 3)) is Verdict.QUALIFIES


def test_one_follower_short_is_not_yet():
    assert verdict_of(an_account(IG, 499)) is Verdict.NOT_YET


def test_a_count_without_a_handle_still_counts():
    assert verdict_of(an_account(IG, 700, handle="")) is Verdict.QUALIFIES


def test_nothing_known_is_no_data_and_never_below():
    assert verdict_of() is Verdict.NO_DATA
    assert verdict_of(Account(IG), Account(FB)) is Verdict.NO_DATA


def test_an_account_without_a_count_keeps_the_verdict_open():
    assert verdict_of(an_account(IG, 300), an_account(FB)) is Verdict.NO_DATA


def test_an_unreadable_entry_stands_for_an_account():
    private = Account(FB, unreadable="private")
    assert verdict_of(an_account(IG, 300), private) is Verdict.NO_DATA


def test_an_unreadable_entry_after_a_small_count_keeps_the_verdict_open():
    again = an_account(IG, 243, unreadable="1.234 rb")
    judgement = judge([again, an_account(FB, 326)], RULE_A, TODAY)
    assert judgement.verdict is Verdict.NO_DATA
    unread = next(reason for reason in judgement.reasons if reason.platform is IG)
    assert (unread.standing, unread.distance) == (Standing.UNREADABLE, None)
    assert verdict_of(an_account(IG, 700, unreadable="private")) is Verdict.QUALIFIES


def test_a_zero_beside_no_account_is_no_account():
    zero = an_account(FB, 0, handle="")
    assert verdict_of(an_account(IG, 300), zero) is Verdict.NOT_YET
    assert verdict_of(zero) is Verdict.NO_DATA


def test_stating_that_there_is_no_account_anywhere_is_not_yet():
    nothing = [Account(platform, stated_none=True) for platform in RULE_A.platforms]
    assert verdict_of(*nothing) is Verdict.NOT_YET
    assert verdict_of(*nothing[:2]) is Verdict.NO_DATA


def test_saying_that_there_is_none_goes_before_an_older_count():
    gone = an_account(IG, 900, days_ago=30, handle="", stated_none=True)
    rest = [Account(platform, stated_none=True) for platform in RULE_A.platforms[1:]]
    assert verdict_of(gone, *rest) is Verdict.NOT_YET


def test_a_rounded_count_that_crosses_the_threshold_decides_nothing():
    judgement = judge([an_account(IG, 450, 599)], RULE_A, TODAY)
    assert judgement.verdict is Verdict.NO_DATA
    assert judgement.reasons[0].standing is Standing.CROSSES


def test_at_least_so_many_is_enough_where_the_low_end_is():
    assert verdict_of(an_account(IG, 500, None)) is Verdict.QUALIFIES
    assert verdict_of(an_account(IG, 100, None)) is Verdict.NO_DATA


def test_accounts_of_other_platforms_do_not_matter():
    assert verdict_of(an_account(TT, 90_000), an_account(IG, 10)) is Verdict.NOT_YET


def test_a_count_after_the_day_asked_about_is_not_used():
    assert verdict_of(an_account(IG, 900, days_ago=-1)) is Verdict.NO_DATA


def test_an_old_count_is_out_of_date_only_under_an_age_limit():
    old = an_account(IG, 900, days_ago=91)
    limited = RULE_A.with_age_limit(90)
    assert verdict_of(old) is Verdict.QUALIFIES
    assert verdict_of(old, rule=limited) is Verdict.STALE
    assert verdict_of(an_account(IG, 900, days_ago=90), rule=limited) is Verdict.QUALIFIES


def test_a_fresh_count_decides_beside_an_old_one():
    limited = RULE_A.with_age_limit(90)
    fresh, old = an_account(IG, 600), an_account(FB, 10, days_ago=200)
    assert verdict_of(fresh, old, rule=limited) is Verdict.QUALIFIES


def test_all_three_must_reach_the_threshold_for_reading_b():
    three = [an_account(p, 500) for p in (IG, FB, X)]
    assert verdict_of(*three, rule=RULE_B) is Verdict.QUALIFIES
    assert verdict_of(*three[:2], rule=RULE_B) is Verdict.NO_DATA
    assert verdict_of(*three[:2], an_account(X, 499), rule=RULE_B) is Verdict.NOT_YET
    assert verdict_of(*three[:2], Account(X, stated_none=True), rule=RULE_B) is Verdict.NOT_YET


def test_facebook_does_not_help_under_reading_c():
    few = [an_account(FB, 5000), an_account(IG, 10), an_account(X, 10)]
    assert verdict_of(*few, rule=RULE_C) is Verdict.NOT_YET


def test_reading_d_asks_for_three_accounts_strictly_above():
    assert verdict_of(*[an_account(p, 501) for p in (IG, TT, YT)], rule=RULE_D) is Verdict.QUALIFIES
    assert verdict_of(*[an_account(p, 500) for p in RECORDED], rule=RULE_D) is Verdict.NOT_YET


def test_the_reasons_carry_age_and_distance_the_deciding_one_first():
    judgement = judge([an_account(FB, 20), an_account(IG, 1046, days_ago=2)], RULE_A, TODAY)
    first = judgement.reasons[0]
    assert (first.platform, first.age, first.distance) == (IG, 2, 546)
    assert judgement.best == first
    assert {reason.platform for reason in judgement.reasons} == set(RULE_A.platforms)


def test_a_rule_that_needs_more_than_it_has_cannot_be_made():
    with pytest.raises(ValueError, match="needed"):
        Rule("own", (IG,), needed=2)


counts = st.none() | st.tuples(st.integers(0, 1000), st.integers(0, 400) | st.none())
some_accounts = st.lists(
    st.builds(
        lambda platform, span, age, handle, none, unreadable: an_account(
            platform,
            span[0] if span else None,
            None if span and span[1] is None else (span[0] + span[1] if span else "same"),
            days_ago=age,
            handle=handle,
            stated_none=none,
            unreadable=unreadable,
        ),
        st.sampled_from(RECORDED),
        counts,
        st.integers(0, 400),
        st.sampled_from(["", "nama"]),
        st.booleans(),
        st.sampled_from(["", "private"]),
    ),
    unique_by=lambda account: account.platform,
)


@given(some_accounts, st.sampled_from(NAMED_RULES), st.none() | st.integers(1, 365))
def test_no_value_that_an_interval_allows_contradicts_a_verdict(accounts, rule, limit):
    """Every count is moved to each end of its interval: yes and no must stand."""
    rule = rule.with_age_limit(limit)
    verdict = verdict_of(*accounts, rule=rule)
    if verdict not in (Verdict.QUALIFIES, Verdict.NOT_YET):
        return
    for end in ("low", "high"):
        moved = []
        for account in accounts:
            count = account.latest
            if count is not None:
                value = count.interval.low if end == "low" else count.interval.high
                value = 10**6 if value is None else value
                span = Interval.of(value)
                count = Count(span, count.observed_on, count.source, count.written)
            moved.append(
                Account(
                    account.platform,
                    account.handle,
                    account.written,
                    account.stated_none,
                    account.unreadable,
                    count,
                )
            )
        if all(
            before.exists == after.exists for before, after in zip(accounts, moved, strict=True)
        ):
            assert verdict_of(*moved, rule=rule) is verdict


@given(some_accounts, st.sampled_from(NAMED_RULES))
def test_every_platform_of_the_rule_has_exactly_one_reason(accounts, rule):
    reasons = judge(accounts, rule, TODAY).reasons
    assert sorted(r.platform for r in reasons) == sorted(rule.platforms)


def test_the_order_of_accounts_does_not_matter():
    accounts = [an_account(IG, 10), an_account(FB, 700), Account(X, stated_none=True)]
    assert judge(accounts, RULE_A, TODAY) == judge(accounts[::-1], RULE_A, TODAY)


def test_platform_x_is_told_apart_from_others():
    assert Platform("x") is X
