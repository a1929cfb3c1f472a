"""A report of a closed period is of its snapshot alone: written again, it is the same report."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import openpyxl
import pytest

from app.bootstrap import open_workplace
from app.domain.nip import Nip
from app.domain.office import Office
from app.domain.period import Period, PeriodKind
from app.domain.person import Consent, Person
from app.domain.platform import Platform
from app.domain.proof import PROOF_SHEET
from app.domain.report import ReportBook
from app.domain.report_kinds import OFFICE_KINDS, ReportKind
from app.domain.rule import RULE_A, RULE_B
from app.domain.snapshot import Revision
from app.services.job import Job
from app.services.recording import Entry
from app.services.report import ReportOptions
from app.services.report.checking import CheckReport
from app.services.workplace import Workplace
from app.wording.language import Language

OFFICE = Office("Kabupaten Tirta Jaya", "Diskominfo", city="Tirta Jaya")
ALL = ReportOptions(kinds=OFFICE_KINDS)
SEPTEMBER, OCTOBER = (Period(PeriodKind.MONTH, date(2026, month, 1)) for month in (9, 10))
TODAY = date(2026, 11, 20)
ARUM, BAGAS, CITRA, DEWI = range(1, 5)
QUIET = Job.quiet()


def record(office: Workplace, day: date, counts: dict[int, str]) -> None:
    entries = [Entry(one, Platform.INSTAGRAM, text) for one, text in counts.items()]
    office.recording.record(entries, day)


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Workplace]:
    with open_workplace(tmp_path / "k.db", create=True, language=Language("en", Path())) as opened:
        for at, name in enumerate(("Arum", "Bagas", "Citra", "Dewi"), 1):
            nip = Nip(f"19870314201001200{at}")
            opened.people.add(Person(nip, name, organisation=f"Dinas {at % 2}"))
        record(opened, date(2026, 9, 18), {ARUM: "900", BAGAS: "466"})
        opened.periods.close(SEPTEMBER, RULE_A, TODAY, QUIET)
        record(opened, date(2026, 10, 18), {BAGAS: "560", CITRA: "800", DEWI: "470"})
        yield opened


@pytest.fixture
def october(office: Workplace) -> Revision:
    return office.periods.close(OCTOBER, RULE_A, TODAY, QUIET)


def book_of(office: Workplace, closing: Revision, options: ReportOptions = ALL) -> ReportBook:
    closed = office.periods.read(closing.id, QUIET)
    seen = closed.snapshot
    behind = office.report.background(seen.rule, seen.as_of, options, QUIET, closed)
    return office.report.build(seen.people, seen.rule, seen.as_of, OFFICE, options, behind, closed)


def texts(book: ReportBook, kind: ReportKind) -> str:
    """All words and numbers of the sheets of one kind."""
    said: list[str] = []
    for sheet in (one for one in book.sheets if one.kind is kind):
        said += [*sheet.title, *sheet.subtitle, *sheet.notes, *(f.text for f in sheet.facts)]
        said += [str(cell) for t in sheet.tables for row in t.rows for cell in row.cells]
    return "\n".join(said)


def everything(book: ReportBook) -> str:
    return "\n".join(texts(book, kind) for kind in ReportKind)


def edit(office: Workplace) -> None:
    """Names, counts, people, organisations, the rule of the office: nothing stays as it was."""
    record(office, date(2026, 10, 30), {ARUM: "12", BAGAS: "13", DEWI: "9000"})
    office.people.change(ARUM, {"name": "Arum Lain", "organisation": "Dinas Lain"})
    office.people.add(Person(Nip("198703142010012009"), "Eka", organisation="Dinas 1"))
    office.preferences.save(replace(office.preferences.preferences(), rule_key="b"))


def test_the_same_snapshot_gives_the_same_content_whatever_is_edited_later(
    office: Workplace, october: Revision, tmp_path: Path
) -> None:
    before = office.report.write(book_of(office, october), tmp_path / "satu.xlsx", QUIET)
    edit(office)
    later = replace(ALL, facebook_friends=True, readings=(RULE_B,))
    again = office.report.write(book_of(office, october, later), tmp_path / "dua.xlsx", QUIET)
    assert again == before
    assert CheckReport().check(tmp_path / "dua.xlsx", QUIET).agrees


def test_the_proof_and_the_footer_name_the_closing(
    office: Workplace, october: Revision, tmp_path: Path
) -> None:
    office.periods.reopen(OCTOBER, "Satu akun salah")
    second = office.periods.close(OCTOBER, RULE_A, TODAY, QUIET)
    target = tmp_path / "laporan.xlsx"
    office.report.write(book_of(office, second), target, QUIET)
    facts = dict(CheckReport().check(target, QUIET).facts)
    assert facts["Period"] == "October 2026"
    assert facts["Snapshot"] == second.sha256 == october.sha256
    assert "October 2026 as it was closed, closing 2." in facts["Counts"]
    september = office.periods.revisions(SEPTEMBER)[0]
    assert september.sha256 in facts["Compared with"]
    for sheet in openpyxl.load_workbook(target).worksheets:
        if sheet.title != PROOF_SHEET:
            assert second.sha256[:12] in str(sheet.oddFooter.left.text)


def test_people_counts_and_verdicts_are_those_of_the_closing(
    office: Workplace, october: Revision
) -> None:
    edit(office)
    book = book_of(office, october)
    listed = texts(book, ReportKind.QUALIFYING)
    assert [name for name in ("Arum", "Bagas", "Citra", "Dewi", "Eka") if name in listed] == [
        "Arum",
        "Bagas",
        "Citra",
    ]
    assert "Lain" not in everything(book)
    assert "9000" not in everything(book)
    assert "470" in texts(book, ReportKind.NOT_YET)


def test_progress_is_beside_the_period_that_was_closed_before(
    office: Workplace, october: Revision
) -> None:
    edit(office)
    said = texts(book_of(office, october), ReportKind.PROGRESS)
    assert "September 2026, closed as of 30 September 2026." in said
    assert "October 2026, closed as of 31 October 2026." in said
    assert "Bagas" in said
    first = office.periods.revisions(SEPTEMBER)[0]
    assert "No earlier period is closed" in texts(book_of(office, first), ReportKind.PROGRESS)


def test_the_trend_is_made_of_the_months_that_were_closed_before(
    office: Workplace, october: Revision
) -> None:
    edit(office)
    recap = next(s for s in book_of(office, october).sheets if s.kind is ReportKind.RECAP)
    assert [row.cells for row in recap.tables[0].rows] == [
        ("September 2026", 1),
        ("October 2026", 3),
    ]


def test_who_withdrew_consent_since_stands_in_no_sheet_and_no_total_and_is_counted_as_left_out(
    office: Workplace, october: Revision
) -> None:
    office.people.set_consent(BAGAS, Consent.WITHDRAWN)
    book = book_of(office, october)
    assert "Bagas" not in everything(book)
    assert "198703142010012002" not in everything(book).replace(" ", "")
    for kind in {sheet.kind for sheet in book.sheets}:
        if kind is not ReportKind.DATA:
            said = texts(book, kind)
            assert "1 person has withdrawn consent since and is left out." in said, kind
    recap = next(s for s in book.sheets if s.kind is ReportKind.RECAP)
    assert [row.cells for row in recap.tables[0].rows] == [
        ("September 2026", 1),
        ("October 2026", 2),
    ]
    assert book.origin is not None
    assert any("left out" in words for _, words in book.origin.facts)


def test_rows_that_wait_are_no_part_of_a_closed_period(
    office: Workplace, october: Revision
) -> None:
    kinds = {sheet.kind for sheet in book_of(office, october).sheets}
    assert ReportKind.QUALITY not in kinds
    assert kinds > {ReportKind.RECAP, ReportKind.PROGRESS, ReportKind.COVERAGE, ReportKind.DATA}


def test_a_closed_quarter_is_called_by_its_name(office: Workplace) -> None:
    quarter = Period(PeriodKind.QUARTER, date(2026, 7, 1))
    closed = office.periods.close(quarter, RULE_A, TODAY, QUIET)
    book = book_of(office, closed)
    assert all(one.subtitle in ((), ("QUARTER III 2026",)) for one in book.sheets)
    assert any(one.subtitle for one in book.sheets)


def test_files_of_single_organisations_are_of_the_closing_too(
    office: Workplace, october: Revision
) -> None:
    closed = office.periods.read(october.id, QUIET)
    seen = closed.snapshot
    books = office.report.for_organisations(
        seen.people, seen.rule, seen.as_of, OFFICE, ReportOptions(), closed
    )
    assert {one.name for one in books} == {"Dinas 0", "Dinas 1"}
    for one in books:
        assert october.sha256 in dict(one.build().origin.facts).values()  # type: ignore[union-attr]
