"""A long list is there before anybody in it is judged."""

from collections.abc import Iterator
from threading import Event

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QLabel

from app.domain.person import Service
from app.domain.verdict import Verdict
from app.ui.people import reading as reading_room
from app.ui.people.filters import PeopleFilter
from app.ui.people.list_part import PeopleList
from app.ui.people.reading import ReadPeople, Roll
from app.ui.people.roll_reading import RollReading
from app.ui.tasks import TaskRunner
from tests.journeys.desk import Memory


def reading_of(office, language) -> ReadPeople:
    work = office.workplace
    return ReadPeople(work.people, work.standings, work.preferences, office.today, language)


def fill(office) -> None:
    wulan = office.add("wulan Sari", unit="Bidang 1", organisation="Dinas A", rank="III/a")
    office.count(wulan, "1046")
    office.account(wulan, "@wulan")
    office.add("Bagas", title_front="Dr.", title_back="M.Si.", organisation="Dinas B")
    office.add("Bagas", unit="Bidang 2", phone="0812")
    office.workplace.people.set_service(office.add("Citra"), Service.MOVED)


class Told:
    """A reading, and what it told in turn."""

    def __init__(self, office, language) -> None:
        crashes: list[Exception] = []
        self.crashes, self.tasks = crashes, TaskRunner(crashes.append)
        self._parent = QObject()
        self.roll = RollReading(reading_of(office, language), self.tasks, self._parent)
        self.words: list[tuple[str, Verdict | None]] = []
        self.rolls: list[Roll] = []
        self.roll.named.connect(lambda found: self._note("names", found))
        self.roll.read.connect(lambda found: self._note("judged", found))
        self.roll.stopped.connect(lambda: self._note("stopped", None))

    def begin(self) -> None:
        self.roll.begin(lambda done, total: None)

    def _note(self, kind: str, found: Roll | None) -> None:
        self.words.append((kind, None if found is None else found.serving[-1].verdict))
        if found is not None:
            self.rolls.append(found)


@pytest.fixture
def told(office, language) -> Iterator[Told]:
    made = Told(office, language)
    yield made
    made.tasks.shutdown()
    assert made.crashes == []


def test_the_judged_list_has_the_very_same_people_in_the_same_order(office, told, qtbot) -> None:
    fill(office)
    told.begin()
    qtbot.waitUntil(lambda: told.tasks.idle)
    names, judged = told.rolls
    for first, then in ((names.serving, judged.serving), (names.left, judged.left)):
        assert [row.who for row in first] == [row.who for row in then]
        assert all(row.pending and row.verdict is None for row in first)
        assert not any(row.pending for row in then)
        assert all(
            after.search.startswith(row.search) for row, after in zip(first, then, strict=True)
        )
    assert [row.name for row in judged.serving] == ["Bagas", "Bagas", "wulan Sari"]
    assert "@wulan" in judged.serving[-1].search


def test_the_first_reading_says_who_is_there_and_every_later_one_only_the_whole(
    office, told, qtbot
) -> None:
    fill(office)
    for _ in range(2):
        told.begin()
        qtbot.waitUntil(lambda: told.tasks.idle)
    office.add("Dewi")
    told.begin()
    qtbot.waitUntil(lambda: told.tasks.idle)
    assert told.words == [
        ("names", None),
        ("judged", Verdict.QUALIFIES),
        ("judged", None),
        ("judged", Verdict.QUALIFIES),
    ]


def test_a_list_that_is_judged_in_pieces_is_whole(office, told, qtbot, monkeypatch) -> None:
    fill(office)
    monkeypatch.setattr(reading_room, "PIECE", 1)
    told.begin()
    qtbot.waitUntil(lambda: told.tasks.idle)
    rows = [*told.rolls[-1].serving, *told.rolls[-1].left]
    assert [(row.name, row.verdict) for row in rows] == [
        ("Bagas", Verdict.NO_DATA),
        ("Bagas", Verdict.NO_DATA),
        ("wulan Sari", Verdict.QUALIFIES),
        ("Citra", None),
    ]


def test_what_is_asked_while_everybody_is_judged_is_answered_before_the_next_piece(
    office, told, qtbot, monkeypatch
) -> None:
    fill(office)
    monkeypatch.setattr(reading_room, "PIECE", 1)
    order: list[str] = []
    begun, asked = Event(), Event()
    stands = ReadPeople.stands

    def slow(self, roll, piece):
        order.append("piece")
        begun.set()
        asked.wait()
        return stands(self, roll, piece)

    monkeypatch.setattr(ReadPeople, "stands", slow)
    told.begin()
    try:
        qtbot.waitUntil(begun.is_set)
        told.tasks.run(
            lambda job: order.append("card"), done=lambda done: None, failed=lambda error: None
        )
    finally:
        asked.set()
    qtbot.waitUntil(lambda: told.tasks.idle)
    assert order == ["piece", "card", "piece", "piece", "piece"]


def test_a_second_wish_just_as_the_names_arrive_judges_everybody_once(
    office, told, qtbot, monkeypatch
) -> None:
    fill(office)
    judged: list[int] = []
    stands = ReadPeople.stands

    def counted(self, roll, piece):
        judged.append(len(piece))
        return stands(self, roll, piece)

    monkeypatch.setattr(ReadPeople, "stands", counted)
    wishes = [told.begin]
    told.roll.named.connect(lambda roll: wishes.pop()() if wishes else None)
    told.begin()
    qtbot.waitUntil(lambda: told.tasks.idle)
    assert judged == [4]
    assert told.words == [("names", None), ("names", None), ("judged", Verdict.QUALIFIES)]


def test_what_is_written_between_two_pieces_stands_in_the_list_that_comes(
    office, told, qtbot, monkeypatch
) -> None:
    fill(office)
    monkeypatch.setattr(reading_room, "PIECE", 1)
    stands, judged, asked = ReadPeople.stands, Event(), Event()

    def slow(self, roll, piece):
        found = stands(self, roll, piece)
        judged.set()
        asked.wait()
        return found

    monkeypatch.setattr(ReadPeople, "stands", slow)
    told.begin()
    try:
        qtbot.waitUntil(judged.is_set)
        office.count(1, "12")
        told.roll.note_written()
    finally:
        asked.set()
    qtbot.waitUntil(lambda: told.tasks.idle)
    assert [row.stands.best for row in told.rolls[-1].serving] == ["", "", "12"]
    assert told.words[-1] == ("judged", Verdict.NOT_YET)
    told.roll.note_written()
    assert told.tasks.idle  # nothing is being read: nothing has to be read anew


def test_a_reading_that_is_not_wanted_any_more_tells_nothing_but_that(office, told, qtbot) -> None:
    fill(office)
    told.roll.named.connect(lambda roll: told.roll.cancel())
    told.begin()
    qtbot.waitUntil(lambda: told.tasks.idle)
    assert told.words == [("names", None), ("stopped", None)]


def test_a_filter_over_people_who_are_not_judged_yet_says_that_they_are_still_read(
    office, told, qtbot, theme, language
) -> None:
    fill(office)
    told.begin()
    qtbot.waitUntil(lambda: told.tasks.idle)
    names, judged = told.rolls
    part = PeopleList(theme, language, Memory())
    qtbot.addWidget(part)
    part.show()
    part.read_begins("Reading")
    part.set_rows(names.serving, names.left)
    part.narrow_to(PeopleFilter(verdict=Verdict.QUALIFIES))
    assert {"Still being read…"} == _said(part)
    part.set_rows(judged.serving, judged.left)
    assert [row.name for row in part.model.rows_shown()] == ["wulan Sari"]
    assert _said(part) == set()
    part.narrow_to(PeopleFilter(verdict=Verdict.STALE))
    assert {"Nothing matches"} == _said(part)
    part.set_rows(names.serving, names.left)
    part.read_ends()
    assert {"Nothing matches"} == _said(part), "what was stopped does not come by itself"


def _said(part: PeopleList) -> set[str]:
    sentences = {"Still being read…", "Nothing matches"}
    return {one.text() for one in part.findChildren(QLabel) if one.isVisible()} & sentences
