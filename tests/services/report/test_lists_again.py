"""The lists of a report go out and come back: as a roster they bring all that they show."""

from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest

from app.bootstrap import locale_folder, open_workplace
from app.domain.office import Office
from app.domain.person import Person
from app.domain.platform import Platform
from app.domain.proof import PROOF_SHEET
from app.domain.report_kinds import Division, ReportKind
from app.domain.rule import RULE_A
from app.domain.standing import PersonStanding
from app.paths import resources
from app.services.job import Job
from app.services.report import ReportOptions
from app.services.report.people import organisation_of, recorded_on
from app.services.workplace import Workplace
from app.wording.language import Language
from tests.services.report.conftest import AS_OF

OFFICE = Office("Kabupaten Tirta Jaya", "Dinas Komunikasi dan Informatika", city="Tirta Jaya")


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("kantor") / "kantor.db"
    with open_workplace(path, create=True, language=Language("en", Path())) as place:
        roster = resources() / "samples" / "kantor-contoh.xlsx"
        place.importing.import_files([roster], AS_OF, Job.quiet())
    return path


@pytest.fixture(params=["id", "en"])
def office(request: pytest.FixtureRequest, filled: Path, tmp_path: Path) -> Iterator[Workplace]:
    copy = tmp_path / "kantor.db"
    copy.write_bytes(filled.read_bytes())
    language = Language(request.param, locale_folder())
    with open_workplace(copy, create=False, language=language) as opened:
        yield opened


def written(office: Workplace, target: Path, *kinds: ReportKind, **asked: object) -> Path:
    options = ReportOptions(kinds=frozenset(kinds), **asked)  # type: ignore[arg-type]
    people = office.standings.under(RULE_A, AS_OF, Job.quiet()).people
    book = office.report.build(people, RULE_A, AS_OF, OFFICE, options)
    office.report.write(book, target, Job.quiet())
    return target


def imported(path: Path) -> dict[str, PersonStanding]:
    """By NIP, in an office that knew nobody."""
    language = Language("en", Path())
    with open_workplace(path.with_suffix(".db"), create=True, language=language) as other:
        other.importing.import_files([path], AS_OF, Job.quiet())
        return by_nip(other)


def by_nip(office: Workplace) -> dict[str, PersonStanding]:
    people = office.standings.under(RULE_A, AS_OF, Job.quiet()).people
    return {one.person.nip.digits: one for one in people}


def person_shown(one: Person, *, rank: bool) -> tuple[str, ...]:
    """Of a unit that is its organisation, one line stands in the list."""
    organisation = one.organisation or one.unit
    unit = "" if one.unit.casefold() == organisation.casefold() else one.unit
    return one.full_name, one.rank if rank else "", one.position, unit, organisation.casefold()


def accounts_shown(one: PersonStanding, *, handles: bool) -> dict[Platform, object]:
    """Of the platforms of the rule; an account without a count only where accounts are listed."""
    shown = {}
    for account in one.accounts:
        handle = account.handle if handles else None
        interval = account.latest and account.latest.interval
        if account.platform in RULE_A.platforms and (handle or interval):
            shown[account.platform] = (handle, interval)
    return shown


def assert_same(
    before: dict[str, PersonStanding],
    after: dict[str, PersonStanding],
    *,
    rank: bool,
    handles: bool,
) -> None:
    for nip, one in after.items():
        was = before[nip]
        assert person_shown(one.person, rank=rank) == person_shown(was.person, rank=rank)
        assert accounts_shown(one, handles=handles) == accounts_shown(was, handles=handles)
        assert recorded_on(one, RULE_A) == recorded_on(was, RULE_A)
        assert one.judgement.verdict == was.judgement.verdict


def qualifying(office: Workplace) -> set[str]:
    found = by_nip(office).items()
    return {nip for nip, one in found if one.judgement.verdict == "qualifies"}


@pytest.mark.parametrize("portrait", [False, True])
def test_the_list_of_those_who_qualify(office: Workplace, tmp_path: Path, portrait: bool) -> None:
    path = written(
        office,
        tmp_path / "a.xlsx",
        ReportKind.QUALIFYING,
        division=Division.NOTHING,
        portrait=portrait,
    )
    after = imported(path)
    assert set(after) == qualifying(office)
    assert len(after) > 50
    assert_same(by_nip(office), after, rank=True, handles=not portrait)


def test_the_annex_of_a_decree(office: Workplace, tmp_path: Path) -> None:
    after = imported(written(office, tmp_path / "b.xlsx", ReportKind.ANNEX))
    before = by_nip(office)
    assert set(after) == qualifying(office)
    for nip, one in after.items():
        assert person_shown(one.person, rank=True) == person_shown(before[nip].person, rank=True)
        assert one.accounts == ()


def test_the_lists_of_those_who_do_not_qualify(office: Workplace, tmp_path: Path) -> None:
    """A person who is near stands on two of them; accounts stand on that of the unknown alone."""
    after = imported(written(office, tmp_path / "e.xlsx", ReportKind.NOT_YET))
    before = by_nip(office)
    assert set(after) == set(before) - qualifying(office)
    decided = {nip for nip, one in before.items() if one.judgement.verdict == "not_yet"}
    assert_same(before, {n: after[n] for n in decided}, rank=False, handles=False)
    for nip in set(after) - decided:
        shown = person_shown(after[nip].person, rank=False)
        assert shown == person_shown(before[nip].person, rank=False)
        assert handles_of(after[nip]) == handles_of(before[nip])


def test_the_sheets_of_single_organisations(office: Workplace, tmp_path: Path) -> None:
    path = written(office, tmp_path / "opd.xlsx", ReportKind.QUALIFYING)
    book = openpyxl.load_workbook(path)
    first = book.worksheets[0]
    book.remove(first)
    assert len(book.sheetnames) > 5
    assert PROOF_SHEET in book.sheetnames
    book.save(path)
    after = imported(path)
    assert set(after) == qualifying(office)
    assert_same(by_nip(office), after, rank=True, handles=False)


def test_the_file_of_one_organisation(office: Workplace, tmp_path: Path) -> None:
    options = ReportOptions(kinds=frozenset((ReportKind.QUALIFYING,)))
    people = list(by_nip(office).values())
    books = office.report.for_organisations(people, RULE_A, AS_OF, OFFICE, options)
    described = {one.name: one.build() for one in books}
    name = max(described, key=lambda each: len(described[each].sheets[0].tables[0].rows))
    office.report.write(described[name], tmp_path / "satu.xlsx", Job.quiet())
    after = imported(tmp_path / "satu.xlsx")
    assert len(after) > 3
    assert {organisation_of(one) for one in after.values()} == {name}
    assert_same(by_nip(office), after, rank=True, handles=True)


def handles_of(one: PersonStanding) -> dict[Platform, object]:
    return {
        account.platform: account.handle
        for account in one.accounts
        if account.platform in RULE_A.platforms and account.handle is not None
    }
