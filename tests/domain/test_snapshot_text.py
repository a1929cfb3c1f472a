"""A snapshot written down: it comes back as it was, and its hash is over the content alone."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.activity import Activity
from app.domain.clarification import Exclusion
from app.domain.count import Interval
from app.domain.handle import Handle, HandleKind
from app.domain.nip import Nip
from app.domain.period import Period, PeriodKind
from app.domain.person import Account, Consent, Count, Person, Source
from app.domain.platform import Platform
from app.domain.rule import RULE_A, Conditions
from app.domain.rule_text import rule_to_text
from app.domain.snapshot import Away, Snapshot, take_snapshot
from app.domain.snapshot_text import (
    hash_of_row,
    hash_of_snapshot,
    in_row,
    qualifies_in_row,
    row_texts,
    sent_in_row,
)
from app.domain.standing import PersonStanding
from app.domain.verdict import Verdict
from tests.domain.random_snapshots import DAYS, snapshots

OCTOBER = Period(PeriodKind.MONTH, date(2026, 10, 1))


def hash_of(snapshot: Snapshot, period: Period = OCTOBER) -> str:
    rows = row_texts(snapshot).values()
    rule = rule_to_text(snapshot.rule)
    return hash_of_snapshot(period, snapshot.as_of, rule, snapshot.totals, map(hash_of_row, rows))


@given(snapshots(DAYS[1]))
def test_every_row_comes_back_with_its_verdict_and_its_reasons(snapshot):
    texts = row_texts(snapshot)
    assert len(texts) == len(snapshot.people) + len(snapshot.away)
    for one in snapshot.people:
        back = in_row(texts[one.person.nip.digits], snapshot.rule, snapshot.as_of)
        assert isinstance(back, PersonStanding)
        said = [account for account in one.accounts if account != Account(account.platform)]
        assert {a.platform: a for a in back.accounts} == {a.platform: a for a in said}
        assert back.person == replace(one.person, service=back.person.service)
        assert back.judgement.verdict is one.judgement.verdict
        assert back.judgement.consent is one.judgement.consent
        assert [replace(r, account=Account(r.platform)) for r in back.judgement.reasons] == [
            replace(r, account=Account(r.platform)) for r in one.judgement.reasons
        ]
    for nip, why in snapshot.away.items():
        assert in_row(texts[nip], snapshot.rule, snapshot.as_of) is why


@given(snapshots(DAYS[1]), st.randoms(use_true_random=False))
def test_neither_order_nor_ids_nor_empty_accounts_are_content(snapshot, chance):
    people = [
        replace(
            one,
            person=replace(one.person, id=number, phone="0812", note="catatan"),
            accounts=(*reversed(one.accounts), Account(Platform.MASTODON)),
        )
        for number, one in enumerate(snapshot.people, 1)
    ]
    chance.shuffle(people)
    assert hash_of(replace(snapshot, people=people)) == hash_of(snapshot)


@given(snapshots(DAYS[1]), snapshots(DAYS[1]))
@settings(max_examples=50)
def test_other_content_has_another_hash(one, other):
    same = row_texts(one) == row_texts(other) and rule_to_text(one.rule) == rule_to_text(other.rule)
    assert (hash_of(one) == hash_of(other)) == same


@given(snapshots(DAYS[1]))
def test_the_period_the_day_and_the_totals_are_content_too(snapshot):
    quarter = Period(PeriodKind.QUARTER, OCTOBER.first)
    assert hash_of(snapshot, quarter) != hash_of(snapshot)
    assert hash_of(replace(snapshot, as_of=DAYS[0])) != hash_of(snapshot)
    hashes = [hash_of_row(text) for text in row_texts(snapshot).values()]
    rule = rule_to_text(snapshot.rule)
    more = snapshot.totals | {Verdict.QUALIFIES: 99}
    changed = hash_of_snapshot(OCTOBER, snapshot.as_of, rule, more, hashes)
    assert changed != hash_of(snapshot)


def test_a_verdict_is_read_and_never_decided_anew():
    row = (
        '{"accounts":{},"consent":"unknown","name":"Ani","nip":"198501012010011001",'
        '"reasons":[["instagram","met"],["facebook","silent"],["x","silent"]],'
        '"verdict":"qualifies"}'
    )
    back = in_row(row, RULE_A, DAYS[1])
    assert isinstance(back, PersonStanding)
    assert back.judgement.verdict is Verdict.QUALIFIES
    assert back.judgement.reasons[0].met


DAY, EARLIER = date(2026, 10, 31), date(2026, 10, 5)
RULE = RULE_A.with_conditions(Conditions(active_within_days=60))
ANI = Person(
    Nip("198501012010011001"),
    "Ani Éko",
    title_front="Dr.",
    title_back="S.E.",
    status="PNS",
    rank="III/d",
    position="Analis",
    organisation="Dinas Satu",
    unit="Bidang A",
    job_type="pelaksana",
    echelon="IV",
    consent=Consent.GIVEN,
)
FULL = (
    Account(
        Platform.INSTAGRAM,
        Handle(Platform.INSTAGRAM, "ani.eko"),
        latest=Count(Interval(1150, 1299, exact=False), EARLIER, Source.IMPORT, "1,2 rb"),
        activity=Activity(DAY, last_post=EARLIER),
    ),
    Account(
        Platform.FACEBOOK,
        Handle(Platform.FACEBOOK, "100064567890123", HandleKind.ID),
        unreadable="private",
        latest=Count(Interval(500, None, exact=False), DAY, Source.TYPED, "500+"),
        activity=Activity(DAY, active=True),
        exclusion=Exclusion(EARLIER, "dibeli?", DAY, "Rina"),
    ),
    Account(Platform.X, written="Ani Éko", stated_none=True),
    Account(Platform.TIKTOK),
)
ROW = (
    '{"accounts":{'
    '"facebook":{"count":[500,null,false,"2026-10-31","typed","500+"],'
    '"excluded":["2026-10-05","dibeli?","2026-10-31","Rina"],'
    '"handle":["100064567890123","id"],"seen":["2026-10-31",null,true],"unreadable":"private"},'
    '"instagram":{"count":[1150,1299,false,"2026-10-05","import","1,2 rb"],'
    '"handle":["ani.eko","username"],"seen":["2026-10-31","2026-10-05",null]},'
    '"x":{"stated_none":true,"written":"Ani Éko"}},'
    '"consent":"given","echelon":"IV","job_type":"pelaksana","name":"Ani Éko",'
    '"nip":"198501012010011001","organisation":"Dinas Satu","position":"Analis","rank":"III/d",'
    '"reasons":[["instagram","met"],["facebook","excluded"],["x","stated_none"]],'
    '"status":"PNS","title_back":"S.E.","title_front":"Dr.","unit":"Bidang A",'
    '"verdict":"qualifies"}'
)


def test_the_text_of_a_row_never_changes():
    """Closed periods are hashed over it."""
    snapshot = take_snapshot([(replace(ANI, phone="0812", note="x", id=7), FULL)], RULE, DAY)
    assert row_texts(snapshot) == {"198501012010011001": ROW}
    assert hash_of_row(ROW) == ("6de958b72ad7d091fadef5977a2785e7b91e9bc8a5e2da66cd388ed07f39a929")
    assert hash_of(snapshot) == ("e36759342ca10fb94d66e8735c5981d03d052be70f6bcce6a1f3e3582ba530b0")


def test_all_that_a_row_says_comes_back():
    back = in_row(ROW, RULE, DAY, 7)
    assert isinstance(back, PersonStanding)
    assert back.person == replace(ANI, id=7)
    said = {account.platform: account for account in FULL[:3]}
    assert {account.platform: account for account in back.accounts} == said
    assert [account.platform for account in back.accounts] == [
        platform for platform in Platform if platform in said
    ]
    first = back.judgement.reasons[0]
    assert (first.platform, first.distance, first.age, first.quiet) == (
        Platform.INSTAGRAM,
        650,
        26,
        26,
    )
    assert sent_in_row(ROW) == (ANI, back.accounts, Verdict.QUALIFIES)
    assert isinstance(in_row(ROW, RULE, DAY), PersonStanding)
    assert qualifies_in_row(ROW)
    assert not qualifies_in_row(ROW.replace('"verdict":"qualifies"', '"verdict":"stale"'))


@pytest.mark.parametrize("why", Away)
def test_who_is_away_is_a_row_of_two_words(why):
    row = f'{{"away":"{why.value}","nip":"198501012010011001"}}'
    assert in_row(row, RULE, DAY) is why
    assert not qualifies_in_row(row)
    snapshot = Snapshot(RULE, DAY, [], {"198501012010011001": why})
    assert row_texts(snapshot) == {"198501012010011001": row}
