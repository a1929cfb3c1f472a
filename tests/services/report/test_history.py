"""What was written is kept: also after Ctrl+Z, also from the command line, and the check knows it."""

import getpass
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from app.bootstrap import open_workplace, run
from app.domain.nip import Nip
from app.domain.office import Office
from app.domain.person import Person
from app.domain.report import ReportBook
from app.domain.rule import RULE_A
from app.domain.written_report import ReportForm
from app.services.job import Job
from app.services.report import ReportOptions
from app.services.report.history import FileState, KeepWritten
from app.services.workplace import Workplace
from app.wording.language import Language

DAY = date(2026, 11, 20)
QUIET = Job.quiet()


@pytest.fixture
def database(tmp_path: Path) -> Path:
    return tmp_path / "k.db"


@pytest.fixture
def office(database: Path) -> Iterator[Workplace]:
    with open_workplace(database, create=True, language=Language("en", Path())) as opened:
        opened.people.add(Person(Nip("198703142010012001"), "Arum", organisation="Dinas"))
        yield opened


def book_of(office: Workplace, *, masked: bool = False) -> ReportBook:
    people = office.standings.under(RULE_A, DAY, QUIET).people
    options = ReportOptions(masked_nip=masked)
    return office.report.build(people, RULE_A, DAY, Office("Kabupaten", "Dinas"), options)


def history(office: Workplace) -> KeepWritten:
    return office.report_history


def test_a_written_file_is_kept_with_its_facts(office: Workplace, tmp_path: Path) -> None:
    book, target = book_of(office, masked=True), tmp_path / "laporan.xlsx"
    content = office.report.write(book, target, QUIET)
    office.report.note(book, target, ReportForm.WORKBOOK, content)
    (one,) = history(office).all()
    assert one.os_user == getpass.getuser()
    assert (one.path, one.form, one.content) == (target, ReportForm.WORKBOOK, content)
    facts = one.facts
    assert (facts.rule, facts.as_of, facts.people, facts.masked) == (RULE_A, DAY, 1, True)
    assert facts.kinds == ("summary", "qualifying", "not_yet")
    assert (facts.period.first, facts.closing) == (date(2026, 11, 1), 0)
    assert book.origin is not None
    assert dict(book.origin.facts)["Snapshot"] == facts.snapshot


def test_a_step_back_takes_the_person_and_not_the_report(office: Workplace, tmp_path: Path) -> None:
    book, target = book_of(office), tmp_path / "laporan.xlsx"
    office.report.note(book, target, ReportForm.PDF, office.report.write(book, target, QUIET))
    office.undoing.undo_last()
    assert office.people.everyone() == []
    assert len(history(office).all()) == 1


def test_the_check_says_whether_this_office_wrote_the_report(
    office: Workplace, tmp_path: Path
) -> None:
    book, target = book_of(office), tmp_path / "laporan.xlsx"
    content = office.report.write(book, target, QUIET)
    assert office.report_checking.check(target, QUIET).written is None
    office.report.note(book, target, ReportForm.WORKBOOK, content)
    moved = target.rename(tmp_path / "lain.xlsx")
    found = office.report_checking.check(moved, QUIET).written
    assert found is not None
    assert found.path == target


def test_a_file_that_is_not_there_is_not_noted(office: Workplace, tmp_path: Path) -> None:
    office.report.note(book_of(office), tmp_path / "tidak-ada.xlsx", ReportForm.PDF, "")
    assert list(history(office).all()) == []


def test_the_command_line_keeps_what_it_wrote(
    office: Workplace, database: Path, tmp_path: Path
) -> None:
    office.close()
    target = tmp_path / "laporan.xlsx"
    asked = ["report", str(target), "--database", str(database), "--as-of", DAY.isoformat()]
    assert run(asked) == 0
    with open_workplace(database, create=False, language=Language("en", Path())) as again:
        (one,) = history(again).all()
        assert one.path == target
        assert again.report_checking.check(target, QUIET).sha256 == one.content


def test_the_history_says_what_became_of_each_file(office: Workplace, tmp_path: Path) -> None:
    book = book_of(office)
    paths = [tmp_path / name for name in ("satu.xlsx", "dua.xlsx", "tiga.xlsx")]
    for path in paths:
        office.report.note(book, path, ReportForm.WORKBOOK, office.report.write(book, path, QUIET))
    paths[1].write_bytes(b"lain")
    paths[2].unlink()
    states = {one.report.path.name: one.state for one in office.report_history.past(QUIET)}
    assert states == {
        "satu.xlsx": FileState.SAME,
        "dua.xlsx": FileState.CHANGED,
        "tiga.xlsx": FileState.GONE,
    }


def test_a_filled_form_of_the_office_is_kept_and_its_check_knows_it(
    office: Workplace, tmp_path: Path
) -> None:
    form, target = tmp_path / "formulir.xlsx", tmp_path / "laporan.xlsx"
    office.template.write_example(form)
    people = office.standings.under(RULE_A, DAY, QUIET).people
    own = Office("Kabupaten", "Dinas")
    filled = office.template.write(form, target, people, RULE_A, DAY, own, QUIET)
    (one,) = history(office).past(QUIET)
    assert (one.report.path, one.report.form) == (target, ReportForm.TEMPLATE)
    assert (one.report.content, one.state) == (filled.content, FileState.SAME)
    assert (one.report.facts.kinds, one.report.facts.people) == (("qualifying",), 1)
    assert office.report_checking.check(target, QUIET).written == one.report
