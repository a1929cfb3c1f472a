"""Who qualifies, and what is said about those who do not."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.activity import Activity
from app.domain.clarification import Exclusion
from app.domain.count import Interval
from app.domain.handle import Handle
from app.domain.person import Account, Consent, Count, Source
from app.domain.platform import RECORDED, Platform
from app.domain.rule import NAMED_RULES, RULE_A, RULE_B, RULE_C, RULE_D, Conditions, Rule
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


def standings_of(*accounts, rule=RULE_A):
    return [(r.platform, r.standing, r.distance) for r in judge(accounts, rule, TODAY).reasons]


def test_met_reasons_go_first_then_the_highest_count_and_what_is_unknown_last():
    three = an_account(IG), an_account(FB, 10), an_account(X, 300)
    assert standings_of(*three) == [
        (X, Standing.BELOW, -200),
        (FB, Standing.BELOW, -490),
        (IG, Standing.NOT_COUNTED, None),
    ]
    assert [r[0] for r in standings_of(an_account(IG, 600), an_account(FB, 700))] == [FB, IG, X]
    limited = RULE_A.with_age_limit(30)
    old = an_account(IG, 900, days_ago=31)
    assert [r[0] for r in standings_of(old, an_account(FB, 600), rule=limited)] == [FB, IG, X]


def test_the_best_reason_is_the_highest_count_whether_it_is_fresh_or_not():
    limited = RULE_A.with_age_limit(30)
    for old, fresh in ((900, 600), (501, 500)):
        judgement = judge([an_account(IG, old, days_ago=31), an_account(FB, fresh)], limited, TODAY)
        assert judgement.best is not None
        assert (judgement.best.platform, judgement.best.met) == (IG, False)
    assert judge([an_account(IG)], RULE_A, TODAY).best is None


def test_where_every_count_is_too_old_the_verdict_is_too():
    limited = RULE_A.with_age_limit(30)
    everything = [an_account(p, 900, days_ago=31) for p in limited.platforms]
    assert verdict_of(*everything, rule=limited) is Verdict.STALE
    small = [an_account(p, 9, days_ago=31) for p in limited.platforms]
    assert verdict_of(*small, rule=limited) is Verdict.STALE
    open_anyway = [an_account(IG, 9, days_ago=31), an_account(FB)]
    assert verdict_of(*open_anyway, rule=limited) is Verdict.NO_DATA


def test_a_platform_with_a_threshold_of_its_own_is_judged_by_it():
    own = Rule("own-1", (IG, TT), 1, 500, own_thresholds=((TT, 2000),))
    assert standings_of(an_account(IG, 499), an_account(TT, 1999), rule=own) == [
        (IG, Standing.BELOW, -1),
        (TT, Standing.BELOW, -1),
    ]
    assert verdict_of(an_account(TT, 2000), rule=own) is Verdict.QUALIFIES


def test_an_interval_that_ends_at_the_threshold_crosses_it():
    assert standings_of(an_account(IG, 450, 500))[0] == (IG, Standing.CROSSES, -50)
    assert standings_of(an_account(IG, 450, 499))[0] == (IG, Standing.BELOW, -50)


def test_every_reason_carries_its_account():
    unread = an_account(IG, 243, unreadable="1.234 rb")
    silent = Account(X)
    reasons = {r.platform: r for r in judge([unread], RULE_A, TODAY).reasons}
    assert (reasons[IG].account, reasons[IG].age) == (unread, None)
    assert (reasons[X].account, reasons[X].standing) == (silent, Standing.SILENT)


def test_an_exclusion_holds_from_its_very_day():
    for since, standing in ((TODAY, Standing.EXCLUDED), (TODAY + timedelta(days=1), Standing.MET)):
        out = Exclusion(since, "dibeli", TODAY, "Rina")
        (first, *_) = judge([an_account(IG, 900, exclusion=out)], RULE_C, TODAY).reasons
        assert first.standing is standing
        assert (first.distance is None) is (standing is Standing.EXCLUDED)


@pytest.mark.parametrize(
    ("said", "asked", "verdict"),
    [
        (Consent.GIVEN, True, Verdict.QUALIFIES),
        (Consent.UNKNOWN, True, Verdict.NO_DATA),
        (Consent.REFUSED, True, Verdict.NOT_YET),
        (Consent.WITHDRAWN, True, Verdict.NOT_YET),
        (Consent.REFUSED, False, Verdict.QUALIFIES),
        (Consent.UNKNOWN, False, Verdict.QUALIFIES),
    ],
)
def test_consent_is_asked_for_only_where_the_rule_does(said, asked, verdict):
    rule = RULE_A.with_conditions(Conditions(consent_required=asked))
    judgement = judge([an_account(IG, 900)], rule, TODAY, said)
    assert (judgement.verdict, judgement.consent) == (verdict, said if asked else None)
    below = judge([an_account(IG, 9)], rule, TODAY, said)
    assert below.verdict is Verdict.NOT_YET


@pytest.mark.parametrize(
    ("seen", "low", "standing", "quiet"),
    [
        (Activity(TODAY, last_post=TODAY - timedelta(days=60)), 900, Standing.MET, 60),
        (Activity(TODAY, last_post=TODAY - timedelta(days=61)), 900, Standing.INACTIVE, 61),
        (Activity(TODAY, last_post=TODAY - timedelta(days=61)), 9, Standing.BELOW, 61),
        (Activity(TODAY, active=False), 900, Standing.INACTIVE, None),
        (Activity(TODAY, active=False), 9, Standing.BELOW, None),
        (Activity(TODAY - timedelta(days=61), active=True), 900, Standing.ACTIVITY_UNKNOWN, None),
        (Activity(TODAY - timedelta(days=60), active=True), 900, Standing.MET, None),
        (Activity(TODAY + timedelta(days=1), active=True), 900, Standing.ACTIVITY_UNKNOWN, None),
        (
            Activity(TODAY + timedelta(days=1), last_post=TODAY),
            900,
            Standing.ACTIVITY_UNKNOWN,
            None,
        ),
        (None, 900, Standing.ACTIVITY_UNKNOWN, None),
        (None, 9, Standing.BELOW, None),
    ],
)
def test_an_account_is_in_use_as_far_as_is_known(seen, low, standing, quiet):
    rule = RULE_A.with_conditions(Conditions(active_within_days=60))
    first = judge([an_account(IG, low, activity=seen)], rule, TODAY).reasons[0]
    assert (first.platform, first.standing, first.quiet) == (IG, standing, quiet)


def test_an_activity_says_something_that_could_be_seen():
    assert Activity(TODAY, last_post=TODAY).last_post == TODAY
    with pytest.raises(ValueError, match=r"^an activity says something$"):
        Activity(TODAY)
    with pytest.raises(
        ValueError, match=r"^a post that was seen is not later than the look at it$"
    ):
        Activity(TODAY, last_post=TODAY + timedelta(days=1))
