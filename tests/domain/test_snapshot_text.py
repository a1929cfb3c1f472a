"""A snapshot written down: it comes back as it was, and its hash is over the content alone."""

from dataclasses import replace
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.period import Period, PeriodKind
from app.domain.person import Account
from app.domain.platform import Platform
from app.domain.rule import RULE_A
from app.domain.rule_text import rule_to_text
from app.domain.snapshot import Snapshot
from app.domain.snapshot_text import hash_of_row, hash_of_snapshot, in_row, row_texts
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
