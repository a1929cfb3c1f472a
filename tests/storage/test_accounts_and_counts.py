"""Accounts and their counts: the newest usable one is what stands for an account."""

from datetime import date

import pytest

from app.domain.errors import PersonGone
from app.domain.handle import Handle, HandleKind
from app.domain.person import Account, Consent, Service, Source
from app.domain.platform import Platform
from app.domain.roster import AccountState, CountState
from app.storage import accounts as accounts_room
from app.storage.accounts import (
    account_state,
    accounts_among,
    accounts_of,
    people_with_accounts,
    put_account,
)
from app.storage.counts import (
    count_on,
    history,
    record_count,
    retract,
    retract_latest,
)
from app.storage.people import add_person, set_consent, set_service
from tests.storage.conftest import Desk, Some

JANUARY, MARCH, MAY = date(2026, 1, 31), date(2026, 3, 31), date(2026, 5, 31)


@pytest.fixture
def ani(desk: Desk, some: Some) -> int:
    return desk.act(lambda tx, action: add_person(tx, action, some.person(1, name="Ani")))[1]


def _latest(desk: Desk, person_id: int, as_of: date) -> list[tuple[Platform, int]]:
    found = desk.ask(lambda tx: accounts_of(tx, person_id, as_of))
    return [(one.platform, one.latest.interval.low) for one in found if one.latest]


def test_an_account_comes_back_as_put(desk: Desk, ani: int) -> None:
    state = AccountState(Platform.YOUTUBE, "UCabc", "channel_id", "@lain", "yt.com/UCabc")
    desk.act(lambda tx, action: put_account(tx, action, ani, state))
    assert desk.ask(lambda tx: account_state(tx, ani, Platform.YOUTUBE)) == state
    assert desk.ask(lambda tx: accounts_of(tx, ani, MAY)) == (
        Account(
            Platform.YOUTUBE,
            Handle(Platform.YOUTUBE, "UCabc", HandleKind.CHANNEL_ID),
            "yt.com/UCabc",
        ),
    )


def test_putting_an_account_again_replaces_its_whole_state(desk: Desk, ani: int) -> None:
    first = AccountState(Platform.X, "ani", "username", "@dua", "@ani", False, "private")
    second = AccountState(Platform.X, stated_none=True, written="tidak punya")
    for state in (first, second):
        desk.act(lambda tx, action, s=state: put_account(tx, action, ani, s))
    assert desk.ask(lambda tx: account_state(tx, ani, Platform.X)) == second
    assert desk.ask(lambda tx: account_state(tx, ani, Platform.TIKTOK)) is None


def test_accounts_stand_in_the_order_of_the_platforms(desk: Desk, ani: int, some: Some) -> None:
    for platform in (Platform.YOUTUBE, Platform.FACEBOOK, Platform.INSTAGRAM):
        desk.act(lambda tx, a, p=platform: put_account(tx, a, ani, some.account("ani", p)))
    desk.record(ani, some.count(3, Platform.X))
    found = desk.ask(lambda tx: accounts_of(tx, ani, some.day))
    assert [one.platform for one in found] == [
        Platform.INSTAGRAM,
        Platform.FACEBOOK,
        Platform.X,
        Platform.YOUTUBE,
    ]


def test_a_count_without_an_account_stands_for_itself(desk: Desk, ani: int, some: Some) -> None:
    desk.record(ani, some.count(700, Platform.X))
    (account,) = desk.ask(lambda tx: accounts_of(tx, ani, some.day))
    assert account.handle is None
    assert account.latest is not None
    assert account.latest.interval.low == 700
    assert account.latest.source is Source.TYPED


def test_the_newest_day_wins_whatever_came_last(desk: Desk, ani: int, some: Some) -> None:
    desk.record(ani, some.count(300, day=MARCH))
    desk.record(ani, some.count(100, day=JANUARY))
    assert _latest(desk, ani, MAY) == [(Platform.INSTAGRAM, 300)]


def test_of_one_day_the_later_recorded_wins(desk: Desk, ani: int, some: Some) -> None:
    desk.record(ani, some.count(300, day=MARCH))
    desk.record(ani, some.count(200, day=MARCH))
    assert _latest(desk, ani, MAY) == [(Platform.INSTAGRAM, 200)]
    found = desk.ask(lambda tx: count_on(tx, ani, Platform.INSTAGRAM, MARCH))
    assert found == some.count(200, day=MARCH)


def test_a_count_after_the_day_asked_about_is_not_used(desk: Desk, ani: int, some: Some) -> None:
    desk.record(ani, some.count(100, day=JANUARY))
    desk.record(ani, some.count(500, day=MAY))
    assert _latest(desk, ani, MARCH) == [(Platform.INSTAGRAM, 100)]
    assert _latest(desk, ani, date(2025, 12, 31)) == []
    assert desk.ask(lambda tx: count_on(tx, ani, Platform.INSTAGRAM, MARCH)) is None


def test_an_open_interval_comes_back_open(desk: Desk, ani: int) -> None:
    count = CountState(Platform.INSTAGRAM, 500, None, False, MARCH, "500+")
    desk.record(ani, count)
    assert desk.ask(lambda tx: count_on(tx, ani, Platform.INSTAGRAM, MARCH)) == count
    (account,) = desk.ask(lambda tx: accounts_of(tx, ani, MARCH))
    assert account.latest is not None
    assert account.latest.interval.high is None


def test_a_retracted_count_gives_way_to_the_one_before(desk: Desk, ani: int, some: Some) -> None:
    desk.record(ani, some.count(100, day=JANUARY))
    _, mistaken = desk.act(
        lambda tx, a: record_count(
            tx, a, ani, some.count(900, day=MARCH), Source.TYPED, "ani", some.noon
        )
    )
    assert desk.act(lambda tx, a: retract(tx, a, mistaken))[1]
    assert _latest(desk, ani, MAY) == [(Platform.INSTAGRAM, 100)]
    assert not desk.act(lambda tx, a: retract(tx, a, 999))[1]


def test_the_latest_count_of_one_platform_is_retracted(desk: Desk, ani: int, some: Some) -> None:
    for day, value in ((JANUARY, 100), (MARCH, 300), (MAY, 500)):
        desk.record(ani, some.count(value, day=day))
        desk.record(ani, some.count(value, Platform.X, day))
    _, done = desk.act(lambda tx, a: retract_latest(tx, a, ani, Platform.X, MARCH))
    assert done
    assert _latest(desk, ani, MARCH) == [(Platform.INSTAGRAM, 300), (Platform.X, 100)]
    _, done = desk.act(lambda tx, a: retract_latest(tx, a, ani, Platform.TIKTOK, MARCH))
    assert not done


def test_the_history_has_the_newest_first(desk: Desk, ani: int, some: Some) -> None:
    for day, value in ((MARCH, 300), (JANUARY, 100), (MARCH, 310)):
        desk.record(ani, some.count(value, day=day))
    found = desk.ask(lambda tx: history(tx, ani, Platform.INSTAGRAM))
    assert [(one.observed_on, one.interval.low) for one in found] == [
        (MARCH, 310),
        (MARCH, 300),
        (JANUARY, 100),
    ]


def test_nothing_is_recorded_for_somebody_who_is_gone(desk: Desk, some: Some) -> None:
    with pytest.raises(PersonGone):
        desk.record(7, some.count(1))
    with pytest.raises(PersonGone):
        desk.act(lambda tx, action: put_account(tx, action, 7, some.account()))


@pytest.mark.parametrize("at_a_time", [1, 3, 4_000])
def test_everyone_comes_with_their_own_accounts(
    desk: Desk, some: Some, at_a_time: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(accounts_room, "_AT_A_TIME", at_a_time)
    for number in range(1, 8):
        _, row_id = desk.act(lambda tx, a, n=number: add_person(tx, a, some.person(n)))
        if number % 2:
            desk.act(lambda tx, a, r=row_id, n=number: put_account(tx, a, r, some.account(f"p{n}")))
        if number % 3 == 0:
            desk.record(row_id, some.count(number, Platform.X))
            desk.record(row_id, some.count(number, Platform.INSTAGRAM, JANUARY))
    streamed = desk.ask(lambda tx: list(people_with_accounts(tx, some.day, for_output=False)))
    assert [person.name for person, _ in streamed] == [f"Pegawai {n}" for n in range(1, 8)]
    for person, found in streamed:
        assert found == desk.ask(lambda tx, p=person: accounts_of(tx, p.id, some.day))
    assert sum(len(found) for _, found in streamed) == 4 + 2 + 1
    # Some of them, with somebody left out in between.
    ids = [person.id for person, _ in streamed if person.name != "Pegawai 3"][1:]
    among = desk.ask(lambda tx: list(accounts_among(tx, ids, some.day)))
    assert among == [(person.id, found) for person, found in streamed if person.id in ids]


def test_outputs_leave_out_who_withdrew_moved_or_retired(desk: Desk, some: Some) -> None:
    ids = [
        desk.act(lambda tx, a, n=number: add_person(tx, a, some.person(n)))[1]
        for number in range(1, 6)
    ]
    desk.act(lambda tx, a: set_consent(tx, a, ids[0], Consent.WITHDRAWN, some.day))
    desk.act(lambda tx, a: set_consent(tx, a, ids[1], Consent.REFUSED, None))
    desk.act(lambda tx, a: set_service(tx, a, ids[2], Service.MOVED))
    desk.act(lambda tx, a: set_service(tx, a, ids[3], Service.RETIRED))
    for person_id in ids:
        desk.record(person_id, some.count(person_id))
    found = desk.ask(lambda tx: list(people_with_accounts(tx, some.day, for_output=True)))
    assert [(one.id, accounts[0].latest.interval.low) for one, accounts in found] == [
        (ids[1], ids[1]),
        (ids[4], ids[4]),
    ]
    everyone = desk.ask(lambda tx: list(people_with_accounts(tx, some.day, for_output=False)))
    assert len(everyone) == 5
