"""Two records of one person: everything of both is kept, and undo gives both back."""

from datetime import date

import pytest
from sqlalchemy import Connection, select

from app.domain.errors import PersonGone
from app.domain.merging import Merge
from app.domain.person import Consent, Service, Source
from app.domain.platform import Platform
from app.storage import schema
from app.storage.accounts import account_states, accounts_of, put_account
from app.storage.counts import history, record_count
from app.storage.database import Database
from app.storage.known import former_numbers
from app.storage.merging import born_with, merge_people, record_of
from app.storage.people import add_person, change_nip, former_nips, person
from tests.storage.conftest import Desk, Some, bring, new_row

IG, X, FB = Platform.INSTAGRAM, Platform.X, Platform.FACEBOOK


def _two(office: Database, desk: Desk, some: Some) -> tuple[int, int]:
    """One from a roster with accounts and counts, one typed by hand with others."""
    row = new_row(some, 1, accounts=(some.account("ani"),), counts=(some.count(600),))
    bring(office, some, [row])

    def by_hand(tx: Connection, a: int) -> int:
        other = add_person(tx, a, some.person(2, name="Pegawai 1", rank="III/b"))
        put_account(tx, a, other, some.account("ani_baru"))
        put_account(tx, a, other, some.account("ani_x", X))
        for value, day in ((40, date(2026, 3, 1)), (90, date(2026, 4, 1))):
            count = some.count(value, X, day)
            record_count(tx, a, other, count, Source.TYPED, "budi", some.noon)
        return other

    _, other = desk.act(by_hand)
    return 1, other


def _merge(desk: Desk, some: Some, stays: int, goes: int, **parts: object) -> int:
    values: dict[str, object] = {
        "reason": "salah ketik",
        "texts": {"rank": "III/b"},
        "accounts": {IG: some.account("ani_baru"), X: some.account("ani_x", X)},
        "consent": Consent.REFUSED,
        "consent_on": None,
        "service": Service.ACTIVE,
        **parts,
    }
    merge = Merge(stays, goes, **values)  # type: ignore[arg-type]  # any part
    return desk.act(lambda tx, a: merge_people(tx, a, merge, some.day))[0]


def test_the_one_record_has_accounts_counts_and_numbers_of_both(
    office: Database, desk: Desk, some: Some
) -> None:
    stays, goes = _two(office, desk, some)
    _merge(desk, some, stays, goes)
    found = desk.ask(lambda tx: person(tx, stays))
    assert (found.nip, found.rank, found.unit) == (some.nip(1), "III/b", "Bidang 1")
    assert found.consent is Consent.REFUSED
    with pytest.raises(PersonGone):
        desk.ask(lambda tx: person(tx, goes))
    states = desk.ask(lambda tx: account_states(tx, stays))
    assert {p: state.handle for p, state in states.items()} == {IG: "ani_baru", X: "ani_x"}
    assert desk.ask(lambda tx: former_nips(tx, stays)) == ((some.nip(2), some.day),)
    assert desk.ask(former_numbers) == {some.nip(2).digits: some.nip(1).digits}
    counted = [
        (one.interval.low, one.source)
        for platform in (IG, X)
        for one in desk.ask(lambda tx, p=platform: history(tx, stays, p))
    ]
    assert counted == [(600, Source.IMPORT), (90, Source.TYPED), (40, Source.TYPED)]
    imports = desk.ask(lambda tx: tx.execute(select(schema.counts.c.import_id)).scalars().all())
    assert sorted(map(str, imports)) == ["1", "None", "None"]
    assert office.check() == []


@pytest.mark.parametrize("the_hand_written_stays", [False, True])
def test_undo_gives_back_both_records_exactly(
    office: Database, desk: Desk, some: Some, the_hand_written_stays: bool
) -> None:
    stays, goes = _two(office, desk, some)
    if the_hand_written_stays:
        stays, goes = goes, stays
    before = desk.content()
    action = _merge(desk, some, stays, goes)
    assert desk.content() != before
    assert desk.undo(action).kept == ()
    assert desk.content() == before
    assert office.check() == []


def test_the_newest_count_of_both_decides(office: Database, desk: Desk, some: Some) -> None:
    stays, goes = _two(office, desk, some)
    desk.record(goes, some.count(700, IG, date(2026, 11, 2)))
    _merge(desk, some, stays, goes)
    latest = {
        a.platform: a.latest for a in desk.ask(lambda tx: accounts_of(tx, stays, some.noon.date()))
    }
    assert latest[IG] is not None
    assert latest[IG].interval.low == 700


def test_a_number_is_former_once_and_never_that_of_today(
    office: Database, desk: Desk, some: Some
) -> None:
    stays, goes = _two(office, desk, some)

    def there_and_back(tx: Connection, a: int) -> None:
        change_nip(tx, a, stays, some.nip(8), "", some.day)
        change_nip(tx, a, goes, some.nip(1), "", some.day)

    desk.act(there_and_back)
    before = desk.content()
    # Its former number 1 is the present one of the other, whose former one is 2.
    action = _merge(desk, some, goes, stays)
    numbers = [nip for nip, _ in desk.ask(lambda tx: former_nips(tx, goes))]
    assert sorted(nip.digits for nip in numbers) == sorted((some.nip(2).digits, some.nip(8).digits))
    desk.undo(action)
    assert desk.content() == before


def test_a_record_that_is_gone_is_not_merged(desk: Desk, some: Some) -> None:
    _, ani = desk.act(lambda tx, a: add_person(tx, a, some.person(1)))
    with pytest.raises(PersonGone):
        _merge(desk, some, ani, 99)


def test_what_came_after_a_merge_stays_where_it_is_and_is_named(
    office: Database, desk: Desk, some: Some
) -> None:
    stays, goes = _two(office, desk, some)
    action = _merge(desk, some, stays, goes)
    desk.act(lambda tx, a: add_person(tx, a, some.person(2, name="Pemilik baru")))
    result = desk.undo(action)
    assert "Pegawai 1" in result.kept
    assert desk.ask(lambda tx: len(history(tx, stays, X))) == 2
    assert office.check() == []


def test_a_record_says_what_is_newer_and_who_was_born_that_day(
    office: Database, desk: Desk, some: Some
) -> None:
    one, other = _two(office, desk, some)
    first, second = desk.ask(lambda tx: (record_of(tx, one), record_of(tx, other)))
    assert (first.counts, second.counts) == (1, 2)
    assert first.written.person < second.written.person
    assert second.written.accounts.keys() == {IG, X}
    assert [p.id for p in desk.ask(lambda tx: born_with(tx, first.person))] == [other]
