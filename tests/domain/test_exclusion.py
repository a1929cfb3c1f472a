"""An account that a person excluded counts towards no rule; everything else is judged as ever."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.clarification import Clarification, Decision, Exclusion, InnocentReason
from app.domain.count import Interval
from app.domain.coverage import reached
from app.domain.person import Account, Count, Source
from app.domain.platform import RECORDED, Platform
from app.domain.rule import NAMED_RULES, RULE_A, RULE_B
from app.domain.verdict import Standing, Verdict, judge
from app.domain.what_if import highest_threshold

TODAY = date(2026, 11, 20)
IG, FB, X = Platform.INSTAGRAM, Platform.FACEBOOK, Platform.X
BOUGHT = Exclusion(TODAY - timedelta(days=10), "pengikut dibeli", TODAY, "Rina")


def counted(number: int, platform: Platform = IG, exclusion: Exclusion | None = None) -> Account:
    count = Count(Interval.of(number), TODAY, Source.TYPED, str(number))
    return Account(platform, latest=count, exclusion=exclusion)


def test_an_excluded_account_does_not_qualify_anybody_and_has_a_reason_of_its_own() -> None:
    judgement = judge([counted(12_000, exclusion=BOUGHT)], RULE_A, TODAY)
    assert judgement.verdict is Verdict.NOT_YET
    (excluded,) = [one for one in judgement.reasons if one.standing is Standing.EXCLUDED]
    assert (excluded.platform, excluded.distance, excluded.met) == (IG, None, False)
    assert judgement.best is None


def test_the_person_qualifies_by_another_account() -> None:
    judgement = judge([counted(12_000, exclusion=BOUGHT), counted(640, FB)], RULE_A, TODAY)
    assert judgement.verdict is Verdict.QUALIFIES
    assert [one.standing for one in judgement.reasons[:2]] == [Standing.MET, Standing.EXCLUDED]


def test_before_the_doubted_count_the_account_counts() -> None:
    later = replace(BOUGHT, since=TODAY + timedelta(days=1))
    assert judge([counted(12_000, exclusion=later)], RULE_A, TODAY).verdict is Verdict.QUALIFIES
    assert judge([counted(12_000, exclusion=BOUGHT)], RULE_A, BOUGHT.since).verdict is not (
        Verdict.QUALIFIES
    )


def test_where_all_are_needed_one_excluded_account_decides() -> None:
    accounts = [counted(900), counted(900, FB), counted(900, X, BOUGHT)]
    assert judge(accounts, RULE_B, TODAY).verdict is Verdict.NOT_YET


def test_an_excluded_account_reaches_nobody_and_no_threshold_is_low_enough_for_it() -> None:
    accounts = [counted(12_000, exclusion=BOUGHT), counted(640, FB)]
    assert set(reached(accounts, RULE_A)) == {FB}
    assert highest_threshold(accounts, RULE_A, TODAY) == 640


accounts = st.lists(
    st.builds(
        counted,
        st.integers(0, 3_000),
        st.sampled_from(RECORDED),
        st.none() | st.just(BOUGHT),
    ),
    max_size=5,
    unique_by=lambda account: account.platform,
)


@given(accounts, st.sampled_from(NAMED_RULES))
def test_leaving_accounts_out_never_makes_anybody_qualify(known, rule):
    with_all = [replace(one, exclusion=None) for one in known]
    without = [one for one in known if one.exclusion is None]
    verdict = judge(known, rule, TODAY).verdict
    assert (verdict is Verdict.QUALIFIES) == (
        judge(without, rule, TODAY).verdict is Verdict.QUALIFIES
    )
    if verdict is Verdict.QUALIFIES:
        assert judge(with_all, rule, TODAY).verdict is Verdict.QUALIFIES
    for reason in judge(known, rule, TODAY).reasons:
        left_out = reason.account.exclusion is not None and reason.account.exists
        assert (reason.standing is Standing.EXCLUDED) == left_out


@pytest.mark.parametrize(
    ("decision", "innocent", "note"),
    [
        (Decision.EXCLUDED, None, " "),
        (Decision.EXCLUDED, InnocentReason.VIRAL, "dibeli"),
        (Decision.EXPLAINED, None, "sudah ditanya"),
        (Decision.EXPLAINED, InnocentReason.OTHER, ""),
    ],
)
def test_no_decision_without_its_reason(decision, innocent, note):
    with pytest.raises(ValueError, match="reason"):
        Clarification(decision, 1, TODAY, innocent, note, datetime(2026, 11, 20, 9), "Rina")
