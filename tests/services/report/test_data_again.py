"""The raw data go out and come back: imported into an empty office they lose nothing."""

from datetime import date
from pathlib import Path

from app.bootstrap import locale_folder, open_workplace
from app.domain.office import Office
from app.domain.person import Account, Person
from app.domain.platform import Platform
from app.domain.report_kinds import ReportKind
from app.domain.rule import RULE_A
from app.paths import resources
from app.services.job import Job
from app.services.report import ReportOptions
from app.services.workplace import Workplace
from app.wording.language import Language

DAY = date(2026, 11, 20)
PERSON = (
    "name",
    "title_front",
    "title_back",
    "status",
    "rank",
    "position",
    "organisation",
    "unit",
    "consent",
)


def test_raw_data_imported_again_are_the_same_people_accounts_and_counts(tmp_path: Path) -> None:
    language = Language("id", locale_folder())
    with (
        open_workplace(tmp_path / "satu.db", create=True, language=language) as first,
        open_workplace(tmp_path / "dua.db", create=True, language=language) as second,
    ):
        roster = resources() / "samples" / "kantor-contoh.xlsx"
        first.importing.import_files([roster], DAY, Job.quiet())
        standings = first.standings.under(RULE_A, DAY, Job.quiet())
        options = ReportOptions(kinds=frozenset({ReportKind.DATA}))
        book = first.report.build(standings.people, RULE_A, DAY, Office(), options)
        first.report.write(book, tmp_path / "data.xlsx", Job.quiet())
        second.importing.import_files([tmp_path / "data.xlsx"], DAY, Job.quiet())
        before, after = known(first), known(second)
    assert len(before) > 100
    assert after == before


def known(place: Workplace) -> dict[str, object]:
    """Everybody as the office knows them, without what only this office has: ids and sources."""
    everyone = place.standings.everyone(DAY, Job.quiet())
    return {person.nip.digits: (told(person), said(accounts)) for person, accounts in everyone}


def told(person: Person) -> dict[str, object]:
    return {field: getattr(person, field) for field in PERSON}


def said(accounts: tuple[Account, ...]) -> dict[Platform, object]:
    return {
        account.platform: (
            account.handle,
            account.stated_none,
            account.unreadable,
            account.latest and (account.latest.interval, account.latest.observed_on),
        )
        for account in accounts
        if account.exists or account.stated_none
    }
