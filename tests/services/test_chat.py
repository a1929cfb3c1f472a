"""Pasted lines over a real office: who is known, what is recorded, what one step takes back."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from app.bootstrap import open_workplace
from app.domain.chat import ChatLine, Doubt, with_count, with_person
from app.domain.nip import Nip
from app.domain.person import Account, Consent, Person, Service, Source
from app.domain.platform import Platform
from app.services.chat import entries_of
from app.services.job import Job
from app.services.workplace import Workplace
from app.wording.language import Language

DAY = date(2026, 11, 20)
BUDI, SITI, SUKARNO = 1, 2, 3


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Workplace]:
    with open_workplace(
        tmp_path / "kantor.db", create=True, language=Language("en", Path())
    ) as opened:
        for at, (name, unit) in enumerate(
            (("Budi Santoso", "Diskominfo"), ("Siti Aminah", "Dinkes"), ("Sukarno", "Dishub")),
            start=1,
        ):
            opened.people.add(Person(Nip(f"1987031420100120{at}1"), name, unit=unit))
        yield opened


def read(office: Workplace, text: str) -> list[ChatLine]:
    return office.chat.read(text, office.chat.roster(Job.quiet()))


def record(office: Workplace, lines: list[ChatLine]) -> None:
    office.recording.record(entries_of(lines), DAY, Source.PASTED)


def account(office: Workplace, person: int, platform: Platform) -> Account | None:
    rows = office.recording.grid(DAY, Job.quiet())
    return next(row for row in rows if row.person.id == person).account(platform)


def test_a_paste_is_recorded_as_one_step(office: Workplace) -> None:
    lines = read(office, "Budi Santoso ig 1,2 rb fb 500\nSukarno dishub x 12\nsiti ig 9")
    record(office, lines)
    found = account(office, BUDI, Platform.INSTAGRAM)
    assert found is not None
    assert found.latest is not None
    assert (found.latest.interval.low, found.latest.source) == (1150, Source.PASTED)
    assert account(office, SUKARNO, Platform.X) is not None
    assert account(office, SITI, Platform.INSTAGRAM) is None
    office.undoing.undo_last()
    assert account(office, BUDI, Platform.INSTAGRAM) is None
    assert account(office, SUKARNO, Platform.X) is None


def test_a_count_is_of_the_day_of_its_message(office: Workplace) -> None:
    record(office, read(office, "[18/10/26 09.12] Bu Ani: Budi Santoso diskominfo ig 700"))
    history = office.people.card(BUDI, DAY).histories[Platform.INSTAGRAM]
    assert [count.observed_on for count in history] == [date(2026, 10, 18)]


def test_an_account_told_beside_a_count_is_kept_where_none_is_known(office: Workplace) -> None:
    record(office, read(office, "Budi Santoso diskominfo ig @budi.uji 700"))
    found = account(office, BUDI, Platform.INSTAGRAM)
    assert found is not None
    assert found.handle is not None
    assert found.handle.text == "budi.uji"
    other = read(office, "Budi Santoso diskominfo ig @budi.lain 800")
    assert other[0].open_doubt is Doubt.CONTRADICTED
    record(office, [with_person(other[0], BUDI)])
    found = account(office, BUDI, Platform.INSTAGRAM)
    assert found is not None
    assert found.handle is not None
    assert found.handle.text == "budi.uji"


def test_an_answered_count_is_recorded_as_it_was_meant(office: Workplace) -> None:
    (line,) = read(office, "Budi Santoso diskominfo ig 1.5")
    assert line.open_doubt is Doubt.COUNT
    assert entries_of([line]) == []
    record(office, [with_count(line, "1500")])
    found = account(office, BUDI, Platform.INSTAGRAM)
    assert found is not None
    assert found.latest is not None
    assert found.latest.interval.low == 1500


@pytest.mark.parametrize("leave", ["moved", "withdrawn"])
def test_nothing_is_recorded_of_whoever_left(office: Workplace, leave: str) -> None:
    if leave == "moved":
        office.people.set_service(BUDI, Service.MOVED)
    else:
        office.people.set_consent(BUDI, Consent.WITHDRAWN)
    (line,) = read(office, "Budi Santoso diskominfo ig 500")
    assert not line.is_ready
    assert line.match.choices == ()


def test_a_namesake_who_left_makes_a_line_doubtful(office: Workplace) -> None:
    twin = office.people.add(Person(Nip("198703142010012991"), "Budi Santoso", unit="Diskominfo"))
    office.people.set_service(twin, Service.RETIRED)
    (line,) = read(office, "Budi Santoso diskominfo ig 500")
    assert line.open_doubt is Doubt.SEVERAL
    assert line.match.choices == (BUDI,)


def test_a_former_name_is_offered_and_never_believed(office: Workplace) -> None:
    office.people.change(SITI, {"name": "Siti Kartini"})
    (line,) = read(office, "Siti Aminah dinkes ig 500")
    assert line.match.person is None
    assert line.match.choices == (SITI,)


def test_a_former_number_still_names_its_holder(office: Workplace) -> None:
    office.people.change_nip(BUDI, Nip("198703142010012555"), "")
    (line,) = read(office, "Budi 198703142010012011 ig 500")
    assert line.match.person == BUDI


def test_the_roster_is_built_anew_only_when_somebody_changed(office: Workplace) -> None:
    before = office.chat.roster(Job.quiet())
    record(office, read(office, "Budi Santoso diskominfo ig 700"))
    assert office.chat.roster(Job.quiet()) is before
    office.people.change(SITI, {"unit": "Setda"})
    assert office.chat.roster(Job.quiet()) is not before
