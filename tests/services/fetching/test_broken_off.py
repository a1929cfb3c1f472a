"""Whenever a fetch is broken off, it goes on where it was: nothing is lost and nothing doubled.

The long form (50 rounds and more) is `python -m tests.reliability.fetching`.
"""

import random
import sqlite3
from collections.abc import Callable
from datetime import timedelta

import pytest
from sqlalchemy import Engine, event
from sqlalchemy.exc import OperationalError

from app.domain.errors import DiskFull
from app.domain.fetch_job import JobState
from tests.services.fetching.conftest import Office
from tests.services.fetching.pretended import START, PretendedSource

Many = Callable[[int], dict[int, int]]

MOST = 400
"""More statements than a small fetch has."""


class BrokenOff(BaseException):
    """The power went: nothing of ours may catch it."""


def broken_at(number: int, act: Callable[[], object]) -> bool:
    """Does something, with the power going before the statement or commit of this number."""
    seen = 0

    def count(*_: object) -> None:
        nonlocal seen
        seen += 1
        if seen == number:
            raise BrokenOff

    event.listen(Engine, "before_cursor_execute", count)
    event.listen(Engine, "commit", count)
    try:
        act()
    except BrokenOff:
        return True
    finally:
        event.remove(Engine, "before_cursor_execute", count)
        event.remove(Engine, "commit", count)
    return False


def test_broken_off_before_any_statement_it_stores_exactly_what_was_expected(
    office: Office, many: Many
) -> None:
    """Each statement and each commit of a fetch, one after another; the last time none."""
    counts = many(4)
    office.source.size = 2
    for number in range(1, MOST):
        office.time.now = START + timedelta(days=2 * number)
        broken = broken_at(number, office.run)
        office.start_again()
        office.run()
        assert office.fetched() == {one: [count] * number for one, count in counts.items()}
        if not broken:
            break
        (kept,) = office.fetching.summaries()
        assert (kept.state, kept.asked, kept.ok) == (JobState.ENDED, 4, 4)
    assert number > 30
    assert not broken
    assert office.place.findings() == []


def test_a_failing_disk_leaves_the_queue_as_it_was_before_the_call(
    office: Office, many: Many
) -> None:
    expected = {person: [count] for person, count in many(6).items()}
    office.source.size = 2

    def fail(_: object, __: object, statement: str, *___: object) -> None:
        if statement.startswith("INSERT INTO counts"):
            full = sqlite3.OperationalError("database or disk is full")
            full.sqlite_errorcode = sqlite3.SQLITE_FULL
            raise OperationalError(statement, {}, full)

    name = "before_cursor_execute"
    calls = iter([lambda: None, lambda: event.listen(Engine, name, fail)])
    office.source.before_answer = lambda: next(calls)()
    try:
        with pytest.raises(DiskFull):
            office.run()
    finally:
        event.remove(Engine, name, fail)
    assert sum(len(counts) for counts in office.fetched().values()) == 2
    office.source.before_answer = lambda: None
    assert office.run().ok == 6
    assert office.fetched() == expected


@pytest.mark.parametrize("seed", range(3))
def test_on_a_flaky_platform_broken_off_again_and_again_every_count_comes_once(
    office: Office, many: Many, seed: int
) -> None:
    expected = {person: [count] for person, count in many(20).items()}
    chance = random.Random(seed)
    office.source.size, office.source.faults, office.source.chance = 4, 0.3, chance
    breaks = 0
    for _ in range(60):
        broken = broken_at(chance.randrange(1, 60), office.run)
        breaks += broken
        office.start_again()
        if not broken and office.fetching.plan().accounts == 0:
            break
    assert breaks > 3
    assert office.fetched() == expected
    assert office.place.findings() == []


def test_what_was_asked_when_the_power_went_is_asked_again(office: Office, many: Many) -> None:
    many(4)
    office.source.size = 2

    def die() -> None:
        if len(office.source.asked) == 2:
            raise BrokenOff

    office.source.before_answer = die
    with pytest.raises(BrokenOff):
        office.run()
    again = PretendedSource(accounts=office.source.accounts, size=2)
    office.source = again
    assert office.run().ok == 4
    assert again.handles_asked == ["akun.003", "akun.004"]


def test_every_call_is_one_transaction_and_the_end_goes_with_the_last_answer(
    office: Office, many: Many
) -> None:
    many(12)
    office.source.size = 5
    written: list[int] = []
    office.place.database.listen(lambda _: written.append(len(office.source.asked)))
    summary = office.run()
    assert (summary.state, summary.calls) == (JobState.ENDED, 3)
    assert written == [0, 1, 2, 3]
