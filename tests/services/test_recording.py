"""Counts typed by hand, as they stand in the office afterwards."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from app.bootstrap import open_workplace
from app.domain.errors import NothingToUndo
from app.domain.nip import Nip
from app.domain.person import Account, Person
from app.domain.platform import Platform
from app.domain.rule import RULE_A
from app.domain.verdict import Verdict
from app.services.job import Job
from app.services.recording import Entry, Recorded
from app.services.workplace import Workplace
from app.wording.language import Language

DAY = date(2026, 11, 20)
EARLIER = date(2026, 10, 18)
INSTAGRAM = Platform.INSTAGRAM


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Workplace]:
    with open_workplace(
        tmp_path / "kantor.db", create=True, language=Language("en", Path())
    ) as opened:
        opened.people.add(Person(Nip("198703142010012007"), "Laras Widuri"))
        yield opened


def type_in(office: Workplace, *texts: str, day: date = DAY) -> Recorded:
    return office.recording.record([Entry(1, INSTAGRAM, text) for text in texts], day)


def cell(office: Workplace, day: date = DAY) -> Account | None:
    return office.recording.grid(day, Job.quiet())[0].account(INSTAGRAM)


def low(office: Workplace) -> int | None:
    account = cell(office)
    return account.latest.interval.low if account and account.latest else None


def test_an_empty_text_takes_the_newest_count_back(office: Workplace) -> None:
    type_in(office, "400", day=EARLIER)
    type_in(office, "503")
    type_in(office, "")
    assert low(office) == 400


def test_an_empty_text_takes_the_word_back_that_there_is_no_account(office: Workplace) -> None:
    type_in(office, "tidak punya")
    type_in(office, "")
    account = cell(office)
    assert account is not None
    assert not account.stated_none


def test_whoever_has_no_account_no_longer_qualifies_by_its_counts(office: Workplace) -> None:
    type_in(office, "700", day=EARLIER)
    type_in(office, "812")
    type_in(office, "tidak punya")
    account = cell(office)
    assert account is not None
    assert account.stated_none
    assert account.latest is None
    totals = office.standings.under(RULE_A, DAY, Job.quiet()).totals
    assert totals[Verdict.QUALIFIES] == 0


def test_undoing_the_word_that_there_is_no_account_brings_every_count_back(
    office: Workplace,
) -> None:
    type_in(office, "700", day=EARLIER)
    type_in(office, "812")
    type_in(office, "tidak punya")
    office.undoing.undo_last()
    assert low(office) == 812
    earlier = cell(office, EARLIER)
    assert earlier is not None
    assert earlier.latest is not None
    assert earlier.latest.interval.low == 700


def test_what_is_refused_leaves_no_step_to_undo(office: Workplace) -> None:
    type_in(office, "503")
    recorded = type_in(office, "1.5")
    assert [one.entry.written for one in recorded.refused] == ["1.5"]
    office.undoing.undo_last()
    assert low(office) is None


@pytest.mark.parametrize("text", ["", "-", "1.5", "private"])
def test_what_changes_nothing_leaves_no_step_to_undo(office: Workplace, text: str) -> None:
    type_in(office, text, text)
    assert office.undoing.undo_last().kind == "add_person"
    with pytest.raises(NothingToUndo):
        office.undoing.undo_last()


def test_a_batch_is_undone_as_one(office: Workplace) -> None:
    both = [Entry(1, INSTAGRAM, "503"), Entry(1, Platform.X, "1,2 rb")]
    office.recording.record(both, DAY)
    office.undoing.undo_last()
    assert office.recording.grid(DAY, Job.quiet())[0].accounts == ()
