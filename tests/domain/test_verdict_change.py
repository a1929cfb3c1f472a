"""Every change of a verdict has exactly one cause, and the cause is real."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.activity import Activity
from app.domain.clarification import Exclusion
from app.domain.count import Interval
from app.domain.nip import Nip
from app.domain.person import Account, Consent, Count, Person, Service, Source
from app.domain.platform import Platform
from app.domain.rule import NAMED_RULES, RULE_A, RULE_B, Conditions, Rule
from app.domain.snapshot import Away, Snapshot, take_snapshot
from app.domain.standing import PersonStanding
from app.domain.verdict import Verdict, judge
from app.domain.verdict_change import Cause, VerdictChange, verdict_changes
from tests.domain.random_snapshots import DAYS, NIPS, snapshots

IG, FB = Platform.INSTAGRAM, Platform.FACEBOOK
OCTOBER, NOVEMBER = date(2026, 10, 31), date(2026, 11, 30)
ANI, BUDI = Person(NIPS[0], "Ani", organisation="Satu"), Person(NIPS[1], "Budi")


def counted(value: int, day: date, platform: Platform = IG, **more: object) -> Account:
    count = Count(Interval.of(value), day, Source.TYPED, str(value))
    return Account(platform, latest=count, **more)  # type: ignore[arg-type]  # any part


def look(
    *everyone: tuple[Person, Sequence[Account]], rule: Rule = RULE_A, as_of: date = OCTOBER
) -> Snapshot:
    return take_snapshot([(one, tuple(accounts)) for one, accounts in everyone], rule, as_of)


def only(changes: Sequence[VerdictChange]) -> VerdictChange:
    (change,) = changes
    return change


# ------------------------------------------------------------------ each cause by example


def test_a_new_count_is_the_cause_where_it_crosses_the_threshold():
    before = look((ANI, [counted(466, OCTOBER)]))
    after = look((ANI, [counted(503, NOVEMBER)]), as_of=NOVEMBER)
    change = only(verdict_changes(before, after))
    assert (change.cause, change.aged) == (Cause.COUNT, False)
    assert (change.was, change.now, change.came) == (Verdict.NOT_YET, Verdict.QUALIFIES, True)


def test_a_count_that_only_grew_old_is_a_cause_by_time_alone():
    rule = RULE_A.with_age_limit(30)
    account = counted(900, date(2026, 10, 15))
    before = look((ANI, [account]), rule=rule)
    change = only(verdict_changes(before, look((ANI, [account]), rule=rule, as_of=NOVEMBER)))
    assert (change.cause, change.aged, change.now) == (Cause.COUNT, True, Verdict.STALE)


def test_another_rule_is_the_cause_for_whoever_stayed_the_same():
    accounts = [counted(900, OCTOBER), counted(20, OCTOBER, FB)]
    change = only(verdict_changes(look((ANI, accounts)), look((ANI, accounts), rule=RULE_B)))
    assert (change.cause, change.went) == (Cause.RULE, True)


def test_the_rule_goes_before_the_count_where_either_put_back_gives_the_old_verdict():
    before = look((ANI, [counted(550, OCTOBER)]))
    stricter = replace(RULE_A, threshold=520)
    after = look((ANI, [counted(510, NOVEMBER)]), rule=stricter, as_of=NOVEMBER)
    assert only(verdict_changes(before, after)).cause is Cause.RULE


def test_the_count_is_the_cause_where_the_new_rule_alone_would_have_changed_nothing():
    before = look((ANI, [counted(900, OCTOBER)]))
    stricter = replace(RULE_A, threshold=600)
    after = look((ANI, [counted(510, NOVEMBER)]), rule=stricter, as_of=NOVEMBER)
    # Under the old rule 510 would still do, under the new one 900 would: both are needed.
    assert only(verdict_changes(before, after)).cause is Cause.RULE
    lower = look((ANI, [counted(300, NOVEMBER)]), rule=stricter, as_of=NOVEMBER)
    assert only(verdict_changes(before, lower)).cause is Cause.COUNT


def test_where_no_factor_put_back_helps_the_first_that_does_it_alone_is_the_cause():
    before = look((ANI, [counted(550, OCTOBER)]))
    stricter = replace(RULE_A, threshold=600)
    after = look((ANI, [counted(100, NOVEMBER)]), rule=stricter, as_of=NOVEMBER)
    # 550 is below 600, and 100 is below 500: each of them is enough.
    assert only(verdict_changes(before, after)).cause is Cause.RULE


def test_activity_and_consent_are_causes_where_the_rule_asks_for_them():
    active = RULE_A.with_conditions(Conditions(active_within_days=60))
    used = counted(900, OCTOBER, activity=Activity(OCTOBER, active=True))
    idle = counted(900, OCTOBER, activity=Activity(NOVEMBER, active=False))
    before = look((ANI, [used]), rule=active)
    change = only(verdict_changes(before, look((ANI, [idle]), rule=active, as_of=NOVEMBER)))
    assert (change.cause, change.aged) == (Cause.ACTIVITY, False)
    later = look((ANI, [used]), rule=active, as_of=OCTOBER + timedelta(days=61))
    aged = only(verdict_changes(before, later))
    assert (aged.cause, aged.aged) == (Cause.ACTIVITY, True)
    asked = RULE_A.with_conditions(Conditions(consent_required=True))
    yes, no = (replace(ANI, consent=said) for said in (Consent.GIVEN, Consent.REFUSED))
    account = [counted(900, OCTOBER)]
    refused = verdict_changes(look((yes, account), rule=asked), look((no, account), rule=asked))
    assert only(refused).cause is Cause.CONSENT


def test_who_comes_is_new_and_who_goes_left_with_why():
    ani, budi = (ANI, [counted(900, OCTOBER)]), (BUDI, [counted(900, OCTOBER)])
    moved = (replace(BUDI, service=Service.MOVED), [counted(900, OCTOBER)])
    assert only(verdict_changes(look(ani), look(ani, budi))).cause is Cause.NEW
    left = only(verdict_changes(look(ani, budi), look(ani, moved)))
    assert (left.cause, left.away, left.now) == (Cause.LEFT, Away.MOVED, None)


def test_a_withdrawal_is_a_cause_of_its_own_and_so_is_its_end():
    kept, gone = look((ANI, [])), look((replace(ANI, consent=Consent.WITHDRAWN), []))
    assert only(verdict_changes(kept, gone)).cause is Cause.CONSENT
    assert only(verdict_changes(gone, kept)).cause is Cause.CONSENT
    assert verdict_changes(gone, gone) == []


def test_within_one_organisation_a_move_is_the_cause_unit():
    there, here = (ANI, [counted(900, OCTOBER)]), replace(ANI, organisation="Dua")
    before, after = look(there), look((here, [counted(900, OCTOBER)]))
    assert verdict_changes(before, after) == []
    left, came = (verdict_changes(before, after, within=name) for name in ("Satu", "Dua"))
    assert (only(left).cause, only(left).went) == (Cause.UNIT, True)
    assert (only(came).cause, only(came).came) == (Cause.UNIT, True)


def test_a_corrected_number_and_two_records_made_one_are_the_same_person():
    before = look((replace(ANI, id=1), []), (replace(BUDI, id=2), []))
    corrected = look(
        (replace(ANI, nip=Nip("198501012010011009"), id=1), []), (replace(BUDI, id=2), [])
    )
    assert verdict_changes(before, corrected) == []
    joined = replace(before, who={ANI.nip.digits: 2, BUDI.nip.digits: 2})
    change = only(verdict_changes(joined, look((replace(BUDI, id=2), []))))
    assert (change.cause, change.before) == (Cause.LEFT, before.people[0])


def test_a_verdict_that_an_older_program_gave_on_the_same_facts_changed_with_the_rule():
    now = look((ANI, [counted(900, OCTOBER)]))
    one = now.people[0]
    older = replace(one, judgement=replace(one.judgement, verdict=Verdict.NO_DATA))
    change = only(verdict_changes(replace(now, people=[older]), now))
    assert (change.cause, change.was) == (Cause.RULE, Verdict.NO_DATA)


def test_where_no_factor_alone_tells_the_two_apart_it_is_the_last_on_the_way():
    """Two factors, each of which alone leaves the verdict open."""
    loose = Rule("own-1", (IG,), 1)
    strict = Rule("own-2", (IG, FB), 2)
    between = Count(Interval(450, 599, exact=False), OCTOBER, Source.TYPED, "±500")
    before = look((ANI, [counted(600, OCTOBER)]), rule=loose)
    after = look((ANI, [Account(IG, latest=between), counted(100, OCTOBER, FB)]), rule=strict)
    change = only(verdict_changes(before, after))
    assert (change.was, change.now) == (Verdict.QUALIFIES, Verdict.NOT_YET)
    assert change.cause is Cause.COUNT


def test_a_change_shows_the_person_at_both_times_until_nobody_may_be_named():
    before = look((ANI, [counted(466, OCTOBER)]))
    after = look((replace(ANI, name="Ani Baru"), [counted(503, NOVEMBER)]), as_of=NOVEMBER)
    change = only(verdict_changes(before, after))
    assert (change.before, change.after) == (before.people[0], after.people[0])
    assert change.one == after.people[0]
    assert replace(change, after=None).one == before.people[0]
    hidden = change.unnamed()
    assert (hidden.before, hidden.after, hidden.one) == (None, None, None)
    assert (hidden.cause, hidden.was, hidden.now) == (change.cause, change.was, change.now)


def test_who_moved_is_shown_in_both_units():
    there, here = (ANI, [counted(900, OCTOBER)]), replace(ANI, organisation="Dua")
    before, after = look(there), look((here, [counted(900, OCTOBER)]))
    for within in ("Satu", "Dua"):
        change = only(verdict_changes(before, after, within=within))
        assert (change.before, change.after) == (before.people[0], after.people[0])
    came = only(verdict_changes(look(), after))
    assert (came.before, came.after, came.cause) == (None, after.people[0], Cause.NEW)
    left = only(verdict_changes(before, look()))
    assert (left.before, left.after, left.cause) == (before.people[0], None, Cause.LEFT)


def test_records_without_a_common_number_are_the_same_person_one_by_one():
    one, two, three, four = (Person(nip, "Ani", id=1) for nip in NIPS)
    before = replace(
        look((two, [counted(900, OCTOBER)]), (one, [counted(9, OCTOBER)])),
        who=dict.fromkeys((one.nip.digits, two.nip.digits), 1),
    )
    after = replace(
        look((four, [counted(900, OCTOBER)]), (three, [counted(9, OCTOBER)])),
        who=dict.fromkeys((three.nip.digits, four.nip.digits), 1),
    )
    assert verdict_changes(before, after) == []
    fewer = replace(look((four, [counted(9, OCTOBER)])), who={four.nip.digits: 1})
    change = only(verdict_changes(before, fewer))
    assert (change.before, change.after, change.cause) == (before.people[0], None, Cause.LEFT)


def test_changes_stand_by_name_whatever_its_case_then_by_number():
    names = ("budi", "Ani", "Citra", "Ani")
    everyone = [(Person(nip, name), []) for nip, name in zip(NIPS, names, strict=True)]
    found = verdict_changes(look(), look(*everyone))
    assert [(c.one.person.name, c.one.person.nip) for c in found if c.one] == [
        ("Ani", NIPS[1]),
        ("Ani", NIPS[3]),
        ("budi", NIPS[0]),
        ("Citra", NIPS[2]),
    ]


def test_an_exclusion_is_a_cause_of_the_kind_count_and_keeps_its_age():
    out = Exclusion(OCTOBER, "dibeli?", OCTOBER, "Rina")
    before = look((ANI, [counted(900, OCTOBER)]))
    after = look((ANI, [counted(900, OCTOBER, exclusion=out)]), as_of=NOVEMBER)
    change = only(verdict_changes(before, after))
    assert (change.cause, change.aged) == (Cause.COUNT, False)
    back = only(verdict_changes(replace(after, as_of=OCTOBER), replace(before, as_of=NOVEMBER)))
    assert (back.cause, back.aged) == (Cause.COUNT, False)


def test_a_later_exclusion_of_an_old_snapshot_is_told_as_it_was_on_its_day():
    """Put back as it was, the old state still has the account left out."""
    stricter = replace(RULE_A, threshold=1000)
    out = Exclusion(OCTOBER, "dibeli?", OCTOBER, "Rina")
    before = look((ANI, [counted(900, OCTOBER, exclusion=out), counted(600, OCTOBER, FB)]))
    after = look(
        (ANI, [counted(900, OCTOBER, exclusion=out), counted(600, OCTOBER, FB)]),
        rule=stricter,
        as_of=NOVEMBER,
    )
    change = only(verdict_changes(before, after))
    assert (change.was, change.now, change.cause) == (
        Verdict.QUALIFIES,
        Verdict.NOT_YET,
        Cause.RULE,
    )


def test_only_the_number_in_the_database_is_no_part_of_what_was_seen():
    rule = RULE_A.with_age_limit(30)
    account = counted(900, date(2026, 10, 15))
    latest = account.latest
    assert latest is not None
    stored = replace(account, latest=replace(latest, id=7))
    before = look((ANI, [account]), rule=rule)
    for later in (account, stored):
        after = look((ANI, [later]), rule=rule, as_of=NOVEMBER)
        assert only(verdict_changes(before, after)).aged
    other = replace(account, latest=replace(latest, observed_on=date(2026, 10, 16)))
    after = look((ANI, [other]), rule=rule, as_of=NOVEMBER)
    assert not only(verdict_changes(before, after)).aged


def test_a_post_keeps_its_age_when_it_is_told_on_another_day():
    active = RULE_A.with_conditions(Conditions(active_within_days=60))
    seen = Activity(OCTOBER, last_post=OCTOBER - timedelta(days=40))
    before = look((ANI, [counted(900, OCTOBER, activity=seen)]), rule=active)
    same = look((ANI, [counted(900, OCTOBER, activity=seen)]), rule=active, as_of=NOVEMBER)
    change = only(verdict_changes(before, same))
    assert (change.cause, change.aged) == (Cause.ACTIVITY, True)


# ------------------------------------------------------------------ the laws

FACTORS = (Cause.RULE, Cause.CONSENT, Cause.ACTIVITY, Cause.COUNT)
Side = tuple[Snapshot, PersonStanding]


def verdict_with(base: Side, other: Side, swapped: Cause) -> Verdict:
    """`base` with one factor of `other`; written apart from the program, with days as ages."""
    (snapshot, one), (lent, lender) = base, other
    shift = snapshot.as_of - lent.as_of
    rule = lent.rule if swapped is Cause.RULE else snapshot.rule
    consent = lender.person.consent if swapped is Cause.CONSENT else one.person.consent
    counts = {a.platform: a for a in one.accounts}
    looks = {a.platform: a.activity for a in one.accounts}
    if swapped is Cause.COUNT:
        counts = {a.platform: moved(a, shift) for a in lender.accounts}
    if swapped is Cause.ACTIVITY:
        looks = {a.platform: moved_look(a.activity, shift) for a in lender.accounts}
    accounts = [
        replace(counts.get(platform, Account(platform)), activity=looks.get(platform))
        for platform in Platform
    ]
    return judge(accounts, rule, snapshot.as_of, consent).verdict


def moved(account: Account, days: timedelta) -> Account:
    count, out = account.latest, account.exclusion
    if count is not None:
        account = replace(account, latest=replace(count, observed_on=count.observed_on + days))
    return (
        account if out is None else replace(account, exclusion=replace(out, since=out.since + days))
    )


def moved_look(look: Activity | None, days: timedelta) -> Activity | None:
    if look is None:
        return None
    post = None if look.last_post is None else look.last_post + days
    return Activity(look.checked_on + days, post, look.active)


@given(snapshots(DAYS[1]), snapshots(DAYS[2]))
@settings(max_examples=150)
def test_every_changed_person_has_exactly_one_cause_and_no_other_has_one(before, after):
    was = {one.person.nip: one.judgement.verdict for one in before.people}
    now = {one.person.nip: one.judgement.verdict for one in after.people}
    changed = {nip for nip in was.keys() | now.keys() if was.get(nip) is not now.get(nip)}
    found = verdict_changes(before, after)
    assert sorted(change.one.person.nip.digits for change in found if change.one) == sorted(
        nip.digits for nip in changed
    )
    for change in found:
        nip = change.one.person.nip if change.one else None
        assert (change.was, change.now) == (was.get(nip), now.get(nip))
        if change.was is None or change.now is None:
            elsewhere = after.away if change.now is None else before.away
            withdrew = elsewhere.get(nip.digits) is Away.WITHDRAWN
            others = Cause.LEFT if change.now is None else Cause.NEW
            assert change.cause is (Cause.CONSENT if withdrew else others)
        else:
            assert change.cause in FACTORS


@given(st.data())
@settings(max_examples=150)
def test_the_cause_put_back_alone_gives_the_old_verdict_back_wherever_one_can(data):
    before, after = data.draw(snapshots(DAYS[1])), data.draw(snapshots(DAYS[2]))
    for change in verdict_changes(before, after):
        if change.before is None or change.after is None:
            continue
        old, new = (before, change.before), (after, change.after)
        undoing = [one for one in FACTORS if verdict_with(new, old, one) is change.was]
        alone = [one for one in FACTORS if verdict_with(old, new, one) is change.now]
        if undoing or alone:
            assert change.cause is (undoing or alone)[0]


@given(snapshots(DAYS[1]), st.sampled_from(NAMED_RULES), st.integers(1, 60))
@settings(max_examples=100)
def test_where_only_one_thing_is_different_that_is_the_cause(before, rule, days):
    everyone = [(one.person, one.accounts) for one in before.people]
    other_rule = take_snapshot(everyone, rule, before.as_of)
    assert {change.cause for change in verdict_changes(before, other_rule)} <= {Cause.RULE}
    later = take_snapshot(everyone, before.rule, before.as_of + timedelta(days=days))
    for change in verdict_changes(before, later):
        assert change.cause in (Cause.COUNT, Cause.ACTIVITY)
        assert change.aged


@given(snapshots(DAYS[1]), snapshots(DAYS[2]), st.sampled_from(["Dinas Satu", "Dinas Dua"]))
@settings(max_examples=80)
def test_within_an_organisation_the_changes_are_the_difference_of_its_list(before, after, unit):
    def inside(snapshot):
        people = (one for one in snapshot.people if one.person.organisation == unit)
        return {one.person.nip: one.judgement.verdict for one in people}

    was, now = inside(before), inside(after)
    changes = verdict_changes(before, after, within=unit)
    assert len(changes) == sum(was.get(nip) is not now.get(nip) for nip in was.keys() | now.keys())
    present = {one.person.nip for one in before.people} & {one.person.nip for one in after.people}
    for change in changes:
        moved_here = change.was is None or change.now is None
        nip = change.one.person.nip if change.one else None
        assert (change.cause is Cause.UNIT) == (moved_here and nip in present)


def test_the_order_of_people_makes_no_difference():
    before = look((ANI, [counted(466, OCTOBER)]), (BUDI, [counted(900, OCTOBER)]))
    after = look((ANI, [counted(503, NOVEMBER)]), (BUDI, [counted(9, NOVEMBER)]), as_of=NOVEMBER)
    turned = [replace(one, people=list(one.people)[::-1]) for one in (before, after)]
    assert verdict_changes(*turned) == verdict_changes(before, after)


@pytest.mark.parametrize("rule", NAMED_RULES, ids=lambda rule: rule.key)
def test_nothing_changed_is_no_change(rule):
    same = look((ANI, [counted(466, OCTOBER)]), (BUDI, []), rule=rule)
    assert verdict_changes(same, same) == []
