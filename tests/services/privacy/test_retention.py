"""Nothing goes by itself; what would go is shown, and then exactly that goes, for good."""

from datetime import date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.evidence import Place
from app.domain.nip import Nip
from app.domain.person import Person, Service
from app.domain.retention import LONGEST, Limited, Retention, months_before
from app.services.job import Job
from app.services.people import EditPeople
from app.services.privacy.retention import KeepRetention
from app.services.recording import Entry
from app.services.workplace import Workplace
from tests.services.evidence.conftest import pasted
from tests.services.privacy.conftest import IG, OTHER, places_of_canary

TODAY = date(2026, 11, 28)


@pytest.fixture
def keeping(place: Workplace) -> KeepRetention:
    return place.privacy.retention


@pytest.fixture
def old(place: Workplace) -> int:
    """Somebody with a count and a picture of long ago, and with ones of today."""
    someone = place.people.add(Person(Nip("198501012010011002"), OTHER))
    for day in (date(2020, 5, 1), TODAY):
        place.recording.record([Entry(someone, IG, "700")], day)
        place.evidence.add(Place(someone, IG, day), [pasted(day.isoformat())], Job.quiet())
    return someone


def test_without_a_limit_nothing_ever_goes(keeping: KeepRetention, old: int) -> None:
    assert keeping.retention() == Retention({})
    assert keeping.look(TODAY, Job.quiet()).is_nothing


def test_what_is_shown_is_what_goes(place: Workplace, keeping: KeepRetention, old: int) -> None:
    keeping.save(Limited.COUNTS, 60)
    keeping.save(Limited.EVIDENCE, 60)
    due = keeping.look(TODAY, Job.quiet())
    assert due.rows == {Limited.COUNTS: 1, Limited.EVIDENCE: 1}
    assert due.pictures == 1
    assert len(place.evidence.of_person(old)) == 2, "looking changes nothing"
    removed = keeping.remove(TODAY, Job.quiet())
    assert removed.due == due
    assert removed.not_wiped is None
    (count,) = place.people.card(old, TODAY).histories[IG]
    assert count.observed_on == TODAY
    assert [one.evidence.place.observed_on for one in place.evidence.of_person(old)] == [TODAY]
    assert place.evidence.holdings().pictures == 1
    assert keeping.look(TODAY, Job.quiet()).is_nothing
    assert place.findings() == []
    assert place.backups.backups(), "a backup was made before"


def test_the_day_of_the_limit_itself_is_kept(
    place: Workplace, keeping: KeepRetention, old: int
) -> None:
    keeping.save(Limited.COUNTS, 78)
    assert keeping.look(date(2026, 11, 1), Job.quiet()).is_nothing
    assert keeping.look(date(2026, 11, 2), Job.quiet()).rows == {Limited.COUNTS: 1}


def test_who_left_goes_wholly_when_nothing_was_written_for_so_long(
    place: Workplace, keeping: KeepRetention, canary: int
) -> None:
    long_ago = EditPeople(place.database, lambda: datetime(2019, 1, 1), "")
    gone = long_ago.add(Person(Nip("198703142010012003"), "Pensiun Lama"))
    serving = long_ago.add(Person(Nip("198703142010012004"), "Masih Bertugas"))
    long_ago.set_service(gone, Service.RETIRED)
    place.people.set_service(canary, Service.MOVED)  # today
    keeping.save(Limited.LEFT, 24)
    due = keeping.look(TODAY, Job.quiet())
    assert [one.name for one in due.people] == ["Pensiun Lama"]
    keeping.remove(TODAY, Job.quiet())
    ids = {one.id for one in place.people.everyone()}
    assert gone not in ids
    assert {serving, canary} <= ids


def test_rows_that_wait_and_steps_to_undo_go_by_their_own_limits(
    place: Workplace, keeping: KeepRetention, canary: int
) -> None:
    later = date(2030, 1, 1)
    keeping.save(Limited.HELD, 12)
    assert keeping.look(later, Job.quiet()).rows == {Limited.HELD: len(place.waiting.rows())}
    keeping.save(Limited.HELD, None)
    keeping.save(Limited.UNDO, 12)
    assert keeping.look(later, Job.quiet()).rows[Limited.UNDO] > 5
    keeping.remove(later, Job.quiet())
    assert place.findings() == []
    place.undoing.undo_last()
    assert place.findings() == []


def test_what_went_by_a_limit_left_no_byte_in_the_database(
    place: Workplace, keeping: KeepRetention, canary: int
) -> None:
    place.people.set_service(canary, Service.RETIRED)
    keeping.save(Limited.LEFT, 1)
    keeping.remove(date(2030, 1, 1), Job.quiet())
    left = [one for one in places_of_canary(place.path.parent) if "cadangan" not in one]
    assert left == []


@settings(max_examples=40)
@given(st.dates(date(1990, 1, 1), date(2100, 1, 1)), st.integers(1, LONGEST))
def test_so_many_months_before_is_a_day_of_that_month(day: date, months: int) -> None:
    before = months_before(day, months)
    assert (day.year * 12 + day.month) - (before.year * 12 + before.month) == months
    assert before.day == day.day or (before.day < day.day and before.day >= 28)
