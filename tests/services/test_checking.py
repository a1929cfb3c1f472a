"""Odd counts of the office: found against the count before, silenced by a person, and undone."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from app.bootstrap import open_workplace
from app.domain.nip import Nip
from app.domain.person import Person
from app.domain.platform import Platform
from app.domain.plausibility import Doubt, Oddity
from app.services.checking import Place
from app.services.job import Job
from app.services.recording import Entry
from app.services.workplace import Workplace
from app.wording.language import Language

OCTOBER, NOVEMBER = date(2026, 10, 18), date(2026, 11, 20)
FACEBOOK = Platform.FACEBOOK


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Workplace]:
    with open_workplace(tmp_path / "k.db", create=True, language=Language("en", Path())) as opened:
        for at in range(1, 4):
            opened.people.add(Person(Nip(f"19870314201001200{at}"), f"Pegawai {at}"))
        yield opened


def put(office: Workplace, text: str, day: date, person: int = 1) -> None:
    office.recording.record([Entry(person, FACEBOOK, text)], day)


def doubts(office: Workplace, day: date = NOVEMBER) -> dict[Place, Doubt]:
    people = [(one.person.id, one.accounts) for one in office.recording.grid(day, Job.quiet())]
    return office.checking.doubts(people, day)


def newest(office: Workplace) -> int:
    account = office.recording.grid(NOVEMBER, Job.quiet())[0].account(FACEBOOK)
    assert account is not None
    assert account.latest is not None
    return account.latest.id


def test_an_odd_count_is_stored_and_doubted(office: Workplace) -> None:
    put(office, "1238", OCTOBER)
    put(office, "12400", NOVEMBER)
    put(office, "640", NOVEMBER, person=2)
    found = doubts(office)
    assert list(found) == [(1, FACEBOOK)]
    assert (found[1, FACEBOOK].oddity, found[1, FACEBOOK].meant) == (Oddity.ABOVE, 1240)


def test_an_odd_count_is_found_among_many_people_as_among_few(office: Workplace) -> None:
    for serial in range(4, 46):
        office.people.add(Person(Nip(f"198703142010012{serial:03}"), f"Pegawai {serial}"))
    for person in (1, 45):
        put(office, "1238", OCTOBER, person)
        put(office, "12400", NOVEMBER, person)
    put(office, "640", NOVEMBER, person=20)
    assert sorted(doubts(office)) == [(1, FACEBOOK), (45, FACEBOOK)]


def test_a_correction_on_the_same_day_is_compared_with_the_day_before(office: Workplace) -> None:
    put(office, "1238", OCTOBER)
    put(office, "12400", NOVEMBER)
    put(office, "1240", NOVEMBER)
    assert doubts(office) == {}


def test_a_count_said_to_be_right_is_doubted_no_more_until_that_is_undone(
    office: Workplace,
) -> None:
    put(office, "1238", OCTOBER)
    put(office, "12400", NOVEMBER)
    office.checking.confirm(newest(office))
    assert doubts(office) == {}
    assert office.undoing.undo_last().kind == "check_count"
    assert len(doubts(office)) == 1
    office.undoing.redo_last()
    assert doubts(office) == {}
    assert office.findings() == []


def test_the_window_is_the_offices_own(office: Workplace) -> None:
    put(office, "1000", OCTOBER)
    put(office, "1500", NOVEMBER)
    assert len(doubts(office)) == 1
    office.preferences.save(replace(office.preferences.preferences(), most_up=60))
    assert doubts(office) == {}


def test_on_an_earlier_day_the_counts_of_that_day_are_judged(office: Workplace) -> None:
    put(office, "1238", date(2026, 9, 18))
    put(office, "12400", OCTOBER)
    put(office, "1250", NOVEMBER)
    assert len(doubts(office, OCTOBER)) == 1
    assert doubts(office, date(2026, 9, 20)) == {}


def test_many_people_are_asked_for_at_once(office: Workplace) -> None:
    nips = [f"19880314201001{at:04d}" for at in range(1001, 1061)]
    ids = [office.people.add(Person(Nip(nip), f"Banyak {nip}")) for nip in nips]
    for one in ids:
        put(office, "500", OCTOBER, one)
        put(office, "5000", NOVEMBER, one)
    assert set(doubts(office)) == {(one, FACEBOOK) for one in ids}
