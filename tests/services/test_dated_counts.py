"""A count that is typed with a day of its own, and a day that is typed to correct another one."""

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.bootstrap import open_workplace
from app.domain.count import read_count
from app.domain.dated_count import split_day
from app.domain.history import Standing
from app.domain.nip import Nip
from app.domain.person import Person
from app.domain.platform import Platform
from app.services.recording import Entry, RecordCounts, Recorded
from app.services.workplace import Workplace
from app.wording.language import Language

DAY, OCTOBER = date(2026, 11, 20), date(2026, 10, 18)
IG = Platform.INSTAGRAM


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Workplace]:
    with open_workplace(
        tmp_path / "kantor.db", create=True, language=Language("en", Path())
    ) as opened:
        opened.people.add(Person(Nip("198703142010012007"), "Laras Widuri"))
        yield opened


def type_in(office: Workplace, text: str, day: date = DAY) -> Recorded:
    recording = RecordCounts(office.database, lambda: datetime(2026, 11, 20, 9), "Rina")
    return recording.record([Entry(1, IG, text)], day)


def stored(office: Workplace) -> list[tuple[int, date, Standing]]:
    entries = office.people.card(1, DAY).entries.get(IG, ())
    return [(one.count.interval.low, one.count.observed_on, one.standing) for one in entries]


def test_a_day_behind_the_count_is_the_day_of_that_count_alone(office: Workplace) -> None:
    type_in(office, "1.234 @ 5 nov")
    type_in(office, "1300")
    assert stored(office) == [
        (1300, DAY, Standing.HOLDS),
        (1234, date(2026, 11, 5), Standing.HOLDS),
    ]


def test_a_day_alone_moves_the_count_of_the_cell(office: Workplace) -> None:
    type_in(office, "1,2 rb")
    type_in(office, "@ 5/11")
    assert stored(office) == [
        (1150, DAY, Standing.TAKEN_BACK),
        (1150, date(2026, 11, 5), Standing.HOLDS),
    ]
    office.undoing.undo_last()
    assert stored(office) == [(1150, DAY, Standing.HOLDS)]


def test_the_same_day_again_changes_nothing(office: Workplace) -> None:
    type_in(office, "1234")
    type_in(office, "@ 20 nov")
    assert office.undoing.undo_last().kind == "record"
    assert stored(office) == []


def test_a_day_alone_in_an_empty_cell_is_refused(office: Workplace) -> None:
    assert len(type_in(office, "@ 5 nov").refused) == 1
    assert stored(office) == []


@pytest.mark.parametrize("text", ["1234 @ 5 des 2026", "1234 @ besok", "@laras", "1234@"])
def test_what_is_no_day_up_to_today_is_not_taken_for_one(office: Workplace, text: str) -> None:
    assert len(type_in(office, text).refused) == 1
    assert stored(office) == []


def test_an_empty_text_before_the_day_takes_nothing_back(office: Workplace) -> None:
    type_in(office, "400", OCTOBER)
    type_in(office, "500")
    type_in(office, "@ 18 okt")
    assert [one[:2] for one in stored(office) if one[2] is Standing.HOLDS] == [(500, OCTOBER)]


@given(st.sampled_from(["1234", "1,2 rb", "500+", "tidak punya"]), st.dates(OCTOBER, DAY))
def test_every_count_and_day_are_taken_apart(written: str, day: date) -> None:
    found = split_day(f"{written} @ {day:%d/%m/%Y}", DAY)
    assert (found.written, found.day) == (written, day)


@given(st.text(max_size=60))
def test_no_typed_text_gets_a_day_to_come(text: str) -> None:
    found = split_day(text, DAY)
    assert found.day is None or found.day <= DAY
    if found.day is None:
        assert read_count(found.written) == read_count(text)
