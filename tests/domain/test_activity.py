"""Whether an account is in use, and what the office's own conditions do to a verdict."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.activity import Activity, Liveliness, liveliness
from app.domain.count import Interval
from app.domain.handle import Handle
from app.domain.person import Account, Consent, Count, Source
from app.domain.platform import RECORDED, Platform
from app.domain.rule import NAMED_RULES, RULE_A, RULE_B, Conditions
from app.domain.typed_day import read_typed_day
from app.domain.verdict import Standing, Verdict, judge

TODAY = date(2026, 11, 20)
IG, FB, X = Platform.INSTAGRAM, Platform.FACEBOOK, Platform.X
ACTIVE_90 = RULE_A.with_conditions(Conditions(active_within_days=90))
AGREED = RULE_A.with_conditions(Conditions(consent_required=True))


def ago(days: int) -> date:
    return TODAY - timedelta(days=days)


def posted(days: int, checked: int = 0) -> Activity:
    return Activity(ago(checked), last_post=ago(days))


def marked(active: bool, checked: int = 0) -> Activity:
    return Activity(ago(checked), active=active)


def counted(number: int, activity: Activity | None = None, platform: Platform = IG) -> Account:
    count = Count(Interval.of(number), TODAY, Source.TYPED, str(number))
    return Account(platform, Handle(platform, "nama"), latest=count, activity=activity)


@pytest.mark.parametrize(
    ("activity", "found"),
    [
        (None, Liveliness.UNKNOWN),
        (posted(90), Liveliness.ACTIVE),
        (posted(91), Liveliness.INACTIVE),
        (posted(60, checked=60), Liveliness.ACTIVE),
        (posted(200, checked=91), Liveliness.UNKNOWN),
        (marked(active=True, checked=90), Liveliness.ACTIVE),
        (marked(active=True, checked=91), Liveliness.UNKNOWN),
        (marked(active=False, checked=90), Liveliness.INACTIVE),
        (marked(active=False, checked=91), Liveliness.UNKNOWN),
        (marked(active=True, checked=-1), Liveliness.UNKNOWN),
    ],
)
def test_an_old_look_proves_use_and_never_disuse(activity, found):
    assert liveliness(activity, 90, TODAY) is found


def test_a_post_is_not_later_than_the_look_that_saw_it():
    with pytest.raises(ValueError, match="later"):
        Activity(ago(5), last_post=ago(4))
    with pytest.raises(ValueError, match="something"):
        Activity(TODAY)


def test_an_account_out_of_use_does_not_qualify_and_says_since_when():
    judgement = judge([counted(1046, posted(331))], ACTIVE_90, TODAY)
    assert judgement.verdict is Verdict.NOT_YET
    first = judgement.reasons[0]
    assert (first.standing, first.quiet, first.distance) == (Standing.INACTIVE, 331, 546)


def test_an_account_of_unknown_use_keeps_the_verdict_open():
    judgement = judge([counted(1046)], ACTIVE_90, TODAY)
    assert judgement.verdict is Verdict.NO_DATA
    assert judgement.reasons[0].standing is Standing.ACTIVITY_UNKNOWN


def test_too_few_followers_are_too_few_whether_the_account_is_in_use_or_not():
    for activity in (None, posted(1), marked(active=False)):
        assert judge([counted(12, activity)], ACTIVE_90, TODAY).verdict is Verdict.NOT_YET


def test_another_account_in_use_still_counts():
    accounts = [counted(900, posted(200)), counted(700, posted(3), FB)]
    assert judge(accounts, ACTIVE_90, TODAY).verdict is Verdict.QUALIFIES


def test_whose_account_was_never_counted_but_is_out_of_use_cannot_meet_the_rule():
    account = Account(IG, Handle(IG, "nama"), activity=marked(active=False))
    assert judge([account], ACTIVE_90, TODAY).verdict is Verdict.NOT_YET


@pytest.mark.parametrize(
    ("consent", "verdict"),
    [
        (Consent.GIVEN, Verdict.QUALIFIES),
        (Consent.UNKNOWN, Verdict.NO_DATA),
        (Consent.REFUSED, Verdict.NOT_YET),
        (Consent.WITHDRAWN, Verdict.NOT_YET),
    ],
)
def test_where_consent_is_asked_for_silence_is_open_and_a_refusal_is_no(consent, verdict):
    judgement = judge([counted(900)], AGREED, TODAY, consent)
    assert (judgement.verdict, judgement.consent) == (verdict, consent)


def test_too_few_followers_stay_too_few_before_anybody_is_asked():
    assert judge([counted(3)], AGREED, TODAY, Consent.UNKNOWN).verdict is Verdict.NOT_YET


def test_an_old_count_of_somebody_who_was_not_asked_is_not_only_out_of_date():
    """A newer count alone would not decide: the person's word is missing as well."""
    old = replace(counted(900), latest=Count(Interval.of(900), ago(200), Source.TYPED, "900"))
    limited = AGREED.with_age_limit(90)
    assert judge([old], limited, TODAY, Consent.UNKNOWN).verdict is Verdict.NO_DATA
    assert judge([old], limited, TODAY, Consent.GIVEN).verdict is Verdict.STALE


activities = st.none() | st.builds(
    lambda checked, post, active: Activity(
        ago(checked), ago(checked + post) if post is not None else None, active
    ),
    st.integers(0, 300),
    st.none() | st.integers(0, 300),
    st.booleans(),
)
some_accounts = st.lists(
    st.builds(
        lambda platform, number, handle, activity: Account(
            platform,
            Handle(platform, "nama") if handle else None,
            latest=None
            if number is None
            else Count(Interval.of(number), TODAY, Source.TYPED, str(number)),
            activity=activity,
        ),
        st.sampled_from(RECORDED),
        st.none() | st.integers(0, 1000),
        st.booleans(),
        activities,
    ),
    unique_by=lambda account: account.platform,
)
rules = st.builds(
    lambda rule, age, days, consent: rule.with_conditions(Conditions(age, days, consent)),
    st.sampled_from(NAMED_RULES),
    st.none() | st.integers(1, 200),
    st.none() | st.integers(1, 200),
    st.booleans(),
)
DECIDED = (Verdict.QUALIFIES, Verdict.NOT_YET)


@given(some_accounts, rules, st.sampled_from(Consent))
def test_what_is_unknown_never_becomes_yes_or_no(accounts, rule, consent):
    """Whatever the missing looks and words turn out to be, a decided verdict stands."""
    verdict = judge(accounts, rule, TODAY, consent).verdict
    if verdict not in DECIDED:
        return
    said = [consent] if consent is not Consent.UNKNOWN else [Consent.GIVEN, Consent.REFUSED]
    if verdict is Verdict.QUALIFIES and consent is Consent.UNKNOWN:
        assert not rule.consent_required
    for active in (True, False):
        filled = [
            replace(account, activity=marked(active))
            if liveliness(account.activity, rule.active_within_days or 1, TODAY)
            is Liveliness.UNKNOWN
            else account
            for account in accounts
        ]
        for word in said:
            assert judge(filled, rule, TODAY, word).verdict is verdict


@given(some_accounts, st.sampled_from(NAMED_RULES), st.sampled_from(Consent))
def test_a_published_reading_asks_neither_for_use_nor_for_consent(accounts, rule, consent):
    bare = [replace(account, activity=None) for account in accounts]
    assert judge(accounts, rule, TODAY, consent).verdict is judge(bare, rule, TODAY).verdict


@given(some_accounts, rules)
def test_a_condition_never_lets_more_people_qualify(accounts, rule):
    bare = rule.with_conditions(Conditions(age_limit=rule.age_limit))
    if judge(accounts, rule, TODAY, Consent.GIVEN).verdict is Verdict.QUALIFIES:
        assert judge(accounts, bare, TODAY).verdict is Verdict.QUALIFIES


def test_all_three_of_reading_b_must_be_in_use():
    rule = RULE_B.with_conditions(Conditions(active_within_days=30))
    two = [counted(600, posted(1), IG), counted(600, posted(2), FB)]
    assert judge([*two, counted(600, posted(31), X)], rule, TODAY).verdict is Verdict.NOT_YET
    assert judge([*two, counted(600, None, X)], rule, TODAY).verdict is Verdict.NO_DATA


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("5 nov", date(2026, 11, 5)),
        ("5/11", date(2026, 11, 5)),
        ("5 des", date(2025, 12, 5)),
        ("20nov", TODAY),
        ("21 November", date(2025, 11, 21)),
        ("29 feb", date(2024, 2, 29)),
        ("5 nov 2025", date(2025, 11, 5)),
        ("2026-11-05", date(2026, 11, 5)),
        ("hari ini", TODAY),
        ("kemarin", date(2026, 11, 19)),
        ("", None),
        ("1234", None),
        ("31 feb", None),
        ("nov", None),
    ],
)
def test_a_day_is_typed_without_its_year(text, day):
    assert read_typed_day(text, TODAY) == day


@given(st.text(max_size=40))
def test_no_typed_text_is_a_day_to_come_without_its_year(text):
    day = read_typed_day(text, TODAY)
    assert day is None or day <= TODAY or any(mark.isdigit() for mark in text)
