"""Counts that nobody would believe at once: never used until a person accepts them, never lost."""

from datetime import timedelta

import pytest

from app.domain.count import Interval
from app.domain.fetch_doubt import is_doubtful
from app.domain.merging import Merge
from app.domain.person import Consent, Service
from app.domain.rule import RULE_A
from app.domain.verdict import Verdict
from app.services.job import Job
from tests.data.storing import rows_of
from tests.services.fetching.conftest import TODAY, Office

EXACT = Interval.of


@pytest.mark.parametrize(
    ("before", "now", "doubtful"),
    [
        (EXACT(812), EXACT(0), True),
        (EXACT(1), EXACT(0), True),
        (EXACT(0), EXACT(0), False),
        (None, EXACT(0), False),
        (EXACT(1_000), EXACT(499), True),
        (EXACT(1_000), EXACT(500), False),
        (EXACT(600), EXACT(290), True),
        (EXACT(100), EXACT(100_000), False),
        (Interval(1_150, 1_299, False), EXACT(574), True),
        (Interval(1_150, 1_299, False), EXACT(575), False),
        (EXACT(30_000), Interval(12_300, 12_399, False), True),
        (EXACT(24_700), Interval(12_300, 12_399, False), False),
        (Interval(500, None, False), EXACT(249), True),
    ],
)
def test_a_zero_after_followers_and_a_fall_of_more_than_half_are_doubted(
    before: Interval | None, now: Interval, doubtful: bool
) -> None:
    assert is_doubtful(now, before) is doubtful


def fallen(office: Office) -> int:
    """Somebody with 812 followers of whom the platform says 0."""
    person = office.add("sekar")
    office.count(person, "812")
    office.source.accounts = {"sekar": 0}
    office.run()
    return person


def verdict(office: Office) -> Verdict:
    (one,) = office.place.standings.under(RULE_A, TODAY, Job.quiet()).people
    return one.judgement.verdict


def test_it_is_kept_apart_and_what_was_counted_before_holds(office: Office) -> None:
    person = fallen(office)
    (waiting,) = office.fetching.apart()
    assert (waiting.person_id, waiting.name, waiting.handle) == (person, "Pegawai 001", "sekar")
    assert (waiting.interval, waiting.before_low) == (EXACT(0), 812)
    assert [span.low for span, _, _ in office.history(person)] == [812]
    assert verdict(office) is Verdict.QUALIFIES
    assert office.fetching.summaries()[0].ok == 1


def test_accepted_it_is_a_count_like_any_other_and_asked_about_no_more(office: Office) -> None:
    person = fallen(office)
    (waiting,) = office.fetching.apart()
    office.fetching.accept(waiting)
    assert office.history(person)[0] == (EXACT(0), TODAY, "api")
    assert verdict(office) is Verdict.NOT_YET
    assert office.fetching.apart() == []
    rows = office.place.recording.grid(TODAY, Job.quiet())
    people = [(row.person.id, row.accounts) for row in rows]
    assert office.place.checking.doubts(people, TODAY) == {}
    office.place.undoing.undo_last()
    assert [span.low for span, _, _ in office.history(person)] == [812]
    assert office.fetching.apart() == [waiting]


def test_refused_it_never_was_a_count_and_the_step_can_be_taken_back(office: Office) -> None:
    person = fallen(office)
    (waiting,) = office.fetching.apart()
    office.fetching.refuse(waiting)
    assert office.fetching.apart() == []
    assert [span.low for span, _, _ in office.history(person)] == [812]
    office.place.undoing.undo_last()
    assert office.fetching.apart() == [waiting]


def test_nobody_decides_twice(office: Office) -> None:
    person = fallen(office)
    (waiting,) = office.fetching.apart()
    office.fetching.accept(waiting)
    office.fetching.accept(waiting)
    office.fetching.refuse(waiting)
    assert [span.low for span, _, _ in office.history(person)] == [0, 812]


def test_a_later_answer_takes_its_place(office: Office) -> None:
    person = fallen(office)
    office.time.now += timedelta(days=2)
    office.run()
    assert len(office.fetching.apart()) == 1
    office.time.now += timedelta(days=2)
    office.source.accounts = {"sekar": 820}
    office.run()
    assert office.fetching.apart() == []
    assert [one["decision"] for one in rows(office)] == ["outdated", "outdated"]
    assert office.fetched()[person] == [820]


def rows(office: Office, table: str = "counts_apart") -> list[dict[str, object]]:
    """As they are stored."""
    return rows_of(office.place.path)[table]


def test_a_later_answer_takes_the_place_of_each_whichever_call_brings_it(office: Office) -> None:
    names = ("sekar", "bayu", "citra")
    for name in names:
        office.count(office.add(name), "812")
    office.source.accounts, office.source.size = dict.fromkeys(names, 0), 1
    office.run()
    assert len(office.fetching.apart()) == 3
    office.time.now += timedelta(days=2)
    office.source.accounts = {"sekar": 815, "bayu": 0, "citra": 816}
    office.run()
    (waiting,) = office.fetching.apart()
    assert (waiting.handle, waiting.observed_on) == ("bayu", TODAY + timedelta(days=2))


def test_undoing_the_fetch_takes_what_was_kept_apart_along(office: Office) -> None:
    fallen(office)
    office.place.undoing.undo_last()
    assert office.fetching.apart() == []
    office.place.undoing.redo_last()
    assert len(office.fetching.apart()) == 1


def test_merging_two_records_takes_it_along(office: Office) -> None:
    person = fallen(office)
    stays = office.add("")
    merge = Merge(stays, person, "", {"name": "Sekar"}, {}, Consent.GIVEN, TODAY, Service.ACTIVE)
    office.place.people.merge(merge)
    (waiting,) = office.fetching.apart()
    assert waiting.person_id == stays
    office.place.undoing.undo_last()
    (waiting,) = office.fetching.apart()
    assert waiting.person_id == person
    assert office.place.findings() == []


def test_erasing_a_person_leaves_nothing_of_a_fetch(office: Office) -> None:
    office.source.ids = {"sekar": "9000"}
    person = fallen(office)
    tables = ("counts_apart", "fetch_items", "account_ids")
    assert all(rows(office, table) for table in tables)
    office.place.privacy.erasing.erase(person, "Pegawai 001", Job.quiet())
    assert [table for table in tables if rows(office, table)] == []
    assert office.fetching.summaries()[0].asked == 0
