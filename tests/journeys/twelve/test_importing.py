"""J5, J6 and J9: the first import of a messy roster, the next month's, and twenty damaged NIPs."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QWidget

from app.domain.platform import Platform
from app.domain.roster import PERSON_FIELDS, Known, Outcome
from app.services.job import Job
from app.services.workplace import Workplace
from app.storage.known import known_people
from app.ui.importing.concern_rows import ConcernRow
from app.ui.importing.grid import SheetGrid
from app.ui.importing.outcome_bar import OutcomePart
from app.wording.language import Language
from tests.data.messy_roster import ODD_UNITS, UNITS, Roster, messy_roster
from tests.journeys.desk import drop_files
from tests.journeys.keystrokes import Clerk
from tests.journeys.twelve.at_work import ENTER, AtWork
from tests.journeys.twelve.ready_offices import Build, empty

F8 = Qt.Key.Key_F8
GO = "Import {count} change", "Import {count} changes"
IMPORTED = "{count} change was imported.", "{count} changes were imported."
ONE_FILE = "K K"
"""The newest file of the dialog is chosen."""


def roster_of_november(path: Path) -> Roster:
    return messy_roster(path, damaged=0, odd=())


def imported_once(office: Workplace, folder: Path, language: Language) -> None:
    """Its roster of November has been imported, as a person does who confirms what the columns are."""
    first = roster_of_november(folder / "Rekap ASN November.xlsx")
    with office.importing.read(first.path, Job.quiet()) as source:
        plan = office.importing.plan([source], office.today, Job.quiet())
        office.importing.apply(plan, Job.quiet())


@pytest.fixture
def build(request: pytest.FixtureRequest) -> Build:
    return getattr(request, "param", imported_once)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The files are the same in every way and language."""
    return tmp_path_factory.mktemp("rosters")


@pytest.fixture(scope="module")
def messy(folder: Path) -> Roster:
    return messy_roster(folder / "Rekap ASN.xlsx")


@pytest.fixture(scope="module")
def december(folder: Path) -> Roster:
    path = folder / "Rekap ASN Desember.xlsx"
    return messy_roster(path, damaged=0, odd=(), month=12, left_out=3, later=6)


@pytest.fixture(scope="module")
def broken(folder: Path) -> Roster:
    """Twenty NIPs of known people are damaged."""
    return messy_roster(folder / "rusak.xlsx", damaged=20, odd=(), month=12, apart=75)


def first_to_check(at_work: AtWork) -> QWidget:
    """The number that is proposed for the first damaged one."""
    row = at_work.seen(ConcernRow)
    return row.findChildren(QAbstractButton)[0]


def can_import(at_work: AtWork) -> bool:
    return at_work.counting_button(*GO) is not None


def import_it(clerk: Clerk, at_work: AtWork) -> None:
    button = at_work.counting_button(*GO)
    assert button is not None
    at_work.do(clerk, button)
    imported = at_work.numbered(*IMPORTED)
    clerk.wait(lambda: any(imported.match(one) for one in at_work.said()))
    clerk.decide("what does the answer say?")


def outcome(at_work: AtWork, wanted: Outcome) -> str:
    """The number in the bar below."""
    return at_work.seen(OutcomePart, lambda one: one.outcome is wanted).accessibleName().split()[-1]


def recorded(office: Workplace) -> dict[str, Known]:
    """Who stands in the database, by NIP."""
    with office.database.reading() as tx:
        return known_people(tx)


@pytest.mark.parametrize("build", [empty], indirect=True, ids=["empty"])
def test_j5_a_messy_roster_is_imported_for_the_first_time(at_work: AtWork, messy: Roster) -> None:
    with at_work.counted("J5") as clerk:
        at_work.bring(clerk, [messy.path], keys=ONE_FILE)
        clerk.wait(lambda: can_import(at_work))
        clerk.decide("are these the rows, are these the columns?")
        clerk.decide("what is there to check?")
        grid = at_work.seen(SheetGrid)
        clerk.press(F8)
        for _ in range(len(ODD_UNITS) + len(messy.damaged)):
            waits = grid.current_row in messy.damaged
            clerk.decide("it may wait" if waits else "yes, that unit is meant")
            clerk.press(F8 if waits else ENTER)
        clerk.wait(lambda: can_import(at_work))
        clerk.decide("import")
        import_it(clerk, at_work)
    office = at_work.office
    assert {row.held.row for row in office.waiting.rows()} == set(messy.damaged)
    everyone = recorded(office)
    assert set(everyone) == set(messy.people) - set(messy.damaged.values())
    place = PERSON_FIELDS.index("unit")
    assert {known.texts[place] for known in everyone.values()} == set(UNITS)


def test_j6_next_month_the_same_layout_is_imported_again(at_work: AtWork, december: Roster) -> None:
    with at_work.counted("J6") as clerk:
        at_work.bring(clerk, [december.path], keys=ONE_FILE)
        known = at_work.language.say("Known layout")
        clerk.wait(lambda: can_import(at_work) and at_work.names(known))
        clerk.decide("is it the known layout?")
        clerk.decide("how many change?")
        import_it(clerk, at_work)
    assert len(at_work.office.people.everyone()) == 1_506
    newest = at_work.office.importing.history()[0]
    assert newest.outcomes[Outcome.NEW] == 6
    assert newest.outcomes[Outcome.CHANGED] == 499


def test_j9_twenty_damaged_numbers_of_known_people_are_put_right(
    at_work: AtWork, broken: Roster
) -> None:
    before = recorded(at_work.office)
    drop_files(at_work.window, [broken.path])
    at_work.settle(lambda: can_import(at_work))
    imported = at_work.numbered(*IMPORTED)
    with at_work.counted("J9") as clerk:
        if at_work.by_keys:
            clerk.press(F8)
        else:
            clerk.click(first_to_check(at_work))
        for _ in broken.damaged:
            clerk.decide("is this the person?")
            clerk.press(ENTER)
        clerk.wait(lambda: outcome(at_work, Outcome.HELD) == "0" and can_import(at_work))
        if not at_work.by_keys:
            # The import is no part of the model; the click for it fits nevertheless.
            clerk.click(at_work.counting_button(*GO))
    if at_work.by_keys:
        at_work.counting_button(*GO).click()
    at_work.settle(lambda: any(imported.match(one) for one in at_work.said()))
    assert at_work.office.waiting.rows() == []
    after = recorded(at_work.office)
    assert set(after) == set(before)
    instagram = Platform.INSTAGRAM
    for at, nip in enumerate(broken.people):
        grown = 25 if at % 3 == 0 else 0
        assert after[nip].latest[instagram].low == before[nip].latest[instagram].low + grown
