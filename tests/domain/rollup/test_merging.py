"""The merge of what offices sent: a function of the set alone, everybody counted once."""

from collections import Counter
from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.person import Account, Person
from app.domain.platform import Platform
from app.domain.rollup.figures import summed
from app.domain.rollup.merged import Presence, RollUp, Wish
from app.domain.rollup.merging import merge
from app.domain.rollup.sending import Submission
from app.domain.rule import NAMED_RULES, RULE_A, RULE_B, RULE_C
from app.domain.verdict import Verdict, judge
from tests.domain.random_snapshots import accounts
from tests.domain.rollup.submitted import NOON, NOVEMBER, OCTOBER, OFFICES, Desk, one, sent

WISH = Wish(NOVEMBER, RULE_A, OFFICES)


def told(rollup: RollUp) -> object:
    """All that is said, but for the files in which it stands: those are others when it is split."""
    offices = [
        (
            replace(each, arrived=None, others=()),
            each.arrived and each.arrived.sending,
            [other.sending for other in each.others],
        )
        for each in rollup.offices
    ]
    doubled = [
        (one.nip, one.name, one.counted.office, [place.office for place in one.others])
        for one in rollup.doubled
    ]
    traced = sorted(
        (one.nip, one.name, one.verdict, one.own_verdict, one.place.office)
        for one in rollup.traced()
    )
    return offices, rollup.figures, doubled, traced


@st.composite
def everyone(draw: st.DrawFn) -> list[tuple[Person, tuple[Account, ...]]]:
    """A few people, some of whom other offices have too."""
    found = []
    for number in draw(st.lists(st.integers(0, 7), unique=True, max_size=5)):
        person, _ = one(number)
        platforms = draw(st.lists(st.sampled_from(list(Platform)[:3]), unique=True, max_size=2))
        found.append((person, tuple(draw(accounts(p, NOVEMBER.last)) for p in platforms)))
    return found


@st.composite
def sendings(draw: st.DrawFn) -> list[tuple[object, dict[str, str], int]]:
    """Some offices, some of them several times: revisions, periods, rules, ids."""
    found = []
    for office in draw(st.lists(st.sampled_from([*OFFICES, "Kota Dahlia"]), max_size=5)):
        sending, texts = sent(
            office,
            draw(everyone()),
            period=draw(st.sampled_from([OCTOBER, NOVEMBER, NOVEMBER])),
            revision=draw(st.integers(0, 2)),
            rule=draw(st.sampled_from(NAMED_RULES)),
            office_id=draw(st.sampled_from(["", "", "copied"])),
        )
        found.append((sending, texts, draw(st.integers(0, 3))))
    return found


@given(sendings(), st.randoms(use_true_random=False), st.sampled_from(NAMED_RULES), st.booleans())
@settings(max_examples=60)
def test_order_repetition_and_splitting_change_nothing(
    arrived: list,
    dice,
    rule,
    other_periods: bool,  # type: ignore[no-untyped-def, type-arg]
) -> None:
    wish = Wish(NOVEMBER, rule, OFFICES, other_periods)
    whole, split, times = Desk(), Desk(), [NOON + timedelta(hours=h) for _, _, h in arrived]
    in_one = [
        s
        for (sending, texts, _), at in zip(arrived, times, strict=True)
        for s in whole.receive(sending, texts, 1, at)
    ]
    in_parts = [
        s
        for (sending, texts, _), at in zip(arrived, times, strict=True)
        for s in split.receive(sending, texts, dice.randint(1, 3), at)
    ]
    again = [replace(one, id=one.id + 900) for one in in_parts if dice.random() < 0.4]
    shuffled = [*in_parts, *again]
    dice.shuffle(shuffled)

    once = merge(in_one, whole.rows_of, wish)
    assert told(merge(shuffled, split.rows_of, wish)) == told(once)
    # The very same set gives the very same answer, files and rows included.
    rest = shuffled[::-1]
    left, right = merge(shuffled, split.rows_of, wish), merge(rest, split.rows_of, wish)
    assert [*left.traced()] == [*right.traced()]
    assert left.doubled == right.doubled


@given(sendings(), st.sampled_from(NAMED_RULES), st.booleans())
@settings(max_examples=60)
def test_every_number_is_the_number_of_people_that_it_leads_to(
    arrived: list,
    rule,
    other_periods: bool,  # type: ignore[no-untyped-def, type-arg]
) -> None:
    desk = Desk()
    received = [
        s
        for sending, texts, h in arrived
        for s in desk.receive(sending, texts, 2, NOON + timedelta(hours=h))
    ]
    rollup = merge(received, desk.rows_of, Wish(NOVEMBER, rule, OFFICES, other_periods))

    nips = [one.nip for one in rollup.traced()]
    assert len(nips) == len(set(nips)) == rollup.figures.people
    assert rollup.figures == summed(one.figures for one in rollup.offices)
    for office in rollup.offices:
        figures = office.figures
        for verdict in Verdict:
            assert figures.verdicts[verdict] == len([*rollup.traced(office.key, verdict)])
        for platform in Platform:
            behind = [*rollup.traced(office.key, platform=platform)]
            assert figures.reached.get(platform, 0) == len(behind)
        for year, (people, qualifying) in figures.born.items():
            assert people == len([*rollup.traced(office.key, born=year)])
            qualified = [*rollup.traced(office.key, Verdict.QUALIFIES, born=year)]
            assert qualifying == len(qualified)
        assert figures.people + office.elsewhere == sum(office.totals.values())
    for traced in rollup.traced():
        rows = {row.row: row for row in desk.rows_of(traced.place.submission)}
        assert rows[traced.place.row].nip == traced.nip


def merged(desk: Desk, *received: list[Submission], **asked: object) -> RollUp:
    every = [one for some in received for one in some]
    return merge(every, desk.rows_of, replace(WISH, **asked))  # type: ignore[arg-type]


def test_a_person_in_two_offices_counts_where_something_was_seen_last() -> None:
    desk = Desk()
    old, new = date(2026, 11, 1), date(2026, 11, 9)
    first = desk.receive(*sent("Kabupaten Awan", [one(1, 900, old), one(2)]))
    second = desk.receive(*sent("Kota Cahaya", [one(1, 12, new), one(3)]))
    rollup = merged(desk, first, second)
    (doubled,) = rollup.doubled
    assert (doubled.counted.office, doubled.others[0].office) == ("Kota Cahaya", "Kabupaten Awan")
    assert doubled.others[0].words == ("Kabupaten Awan 1 1-1.xlsx", "ASN", 2)
    assert rollup.figures.people == 3
    assert rollup.figures.verdicts[Verdict.NOT_YET] == 1
    assert [each.elsewhere for each in rollup.offices] == [1, 0, 0]


def test_of_two_equally_new_sources_the_first_name_counts() -> None:
    desk = Desk()
    received = [
        desk.receive(*sent(office, [one(1, low)]))
        for office, low in (("Kota Cahaya", 900), ("Kabupaten Bukit", 12))
    ]
    assert merged(desk, *received).doubled[0].counted.office == "Kabupaten Bukit"


def test_the_newest_revision_counts_and_the_older_one_is_listed() -> None:
    desk = Desk()
    second = desk.receive(*sent("Kota Cahaya", [one(1, 12)], revision=2))
    first = desk.receive(
        *sent("Kota Cahaya", [one(1, 900)], revision=1), written_at=NOON + timedelta(days=9)
    )
    unclosed = desk.receive(
        *sent("Kota Cahaya", [one(1, 900)], revision=0), written_at=NOON + timedelta(days=10)
    )
    office = merged(desk, first, second, unclosed).office("kota cahaya")
    assert office is not None
    assert office.arrived is not None
    assert office.arrived.sending.revision == 2
    assert [each.sending.revision for each in office.others] == [1, 0]
    assert office.figures.verdicts[Verdict.NOT_YET] == 1


def test_another_rule_is_judged_anew_and_the_difference_is_told() -> None:
    desk = Desk()
    facebook = one(2, 900, platform=Platform.FACEBOOK)
    received = desk.receive(*sent("Kota Cahaya", [one(1), facebook], rule=RULE_C))
    office = merged(desk, received).office("kota cahaya")
    assert office is not None
    assert office.is_rejudged
    assert office.changed == {(Verdict.NO_DATA, Verdict.QUALIFIES): 1}
    assert office.figures.qualifying == 2
    # Under its own rule nothing is decided anew, and a name of its own changes no rule.
    named = replace(RULE_C, key="own-1", name="Duta")
    same = merged(desk, received, rule=named).office("kota cahaya")
    assert same is not None
    assert (same.is_rejudged, same.figures.qualifying) == (False, 1)


def test_another_period_is_told_and_used_or_left_out_as_chosen() -> None:
    desk = Desk()
    received = desk.receive(*sent("Kota Cahaya", [one(1)], period=OCTOBER))
    left = merged(desk, received).office("kota cahaya")
    used = merged(desk, received, other_periods=True).office("kota cahaya")
    assert left is not None
    assert used is not None
    assert (left.presence, left.figures.people) == (Presence.LEFT_OUT, 0)
    assert left.others[0].sending.period == OCTOBER
    assert (used.presence, used.figures.people) == (Presence.OTHER_PERIOD, 1)


def test_missing_offices_and_missing_parts_are_told() -> None:
    desk = Desk()
    parts = desk.receive(*sent("Kab. Awan", [one(n) for n in range(7)]), parts=3)
    rollup = merged(desk, parts[:1])
    assert [(each.name, each.presence) for each in rollup.absent] == [
        ("Kabupaten Bukit", Presence.MISSING),
        ("Kota Cahaya", Presence.MISSING),
    ]
    (office,) = rollup.counted_offices
    assert (office.name, office.lacking, rollup.lacking) == ("Kabupaten Awan", 4, 4)
    assert office.arrived is not None
    assert office.arrived.parts == (1, 3)
    assert merged(desk, parts).lacking == 0


def test_a_renamed_office_is_the_same_one_and_two_of_the_list_are_two() -> None:
    desk = Desk()
    before = desk.receive(*sent("Kabupaten Lama", [one(1)], period=OCTOBER, office_id="x"))
    after = desk.receive(*sent("Kabupaten Baru", [one(1)], office_id="x"))
    renamed = merged(desk, before, after, expected=())
    (office,) = renamed.offices
    assert (office.name, office.other_names) == ("Kabupaten Baru", ("Kabupaten Lama",))
    # Somebody copied the neighbour's database to begin with: the list says that they are two.
    both = ("Kabupaten Lama", "Kabupaten Baru")
    apart = merged(desk, before, after, expected=both, other_periods=True)
    assert [each.presence for each in apart.offices] == [Presence.USED, Presence.OTHER_PERIOD]


@given(st.sampled_from(NAMED_RULES), everyone())
@settings(max_examples=30)
def test_under_the_rule_of_the_province_everybody_is_judged_as_if_by_it(rule, people) -> None:  # type: ignore[no-untyped-def]
    desk = Desk()
    rollup = merged(desk, desk.receive(*sent("Kota Cahaya", people, rule=RULE_B)), rule=rule)
    wanted = Counter(judge(accounts, rule, NOVEMBER.last).verdict for _, accounts in people)
    assert {v: n for v, n in rollup.figures.verdicts.items() if n} == dict(wanted)
