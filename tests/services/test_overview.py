"""One look at the office: totals that agree, why rows wait, the ends of past months."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import openpyxl
import pytest

from app.bootstrap import open_workplace
from app.domain.nip import NipFlaw
from app.domain.platform import Platform
from app.domain.rule import RULE_A
from app.services.job import Job
from app.services.overview import MonthTotal
from app.services.recording import Entry
from app.services.workplace import Workplace
from app.wording.language import Language

TODAY = date(2026, 11, 20)


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Workplace]:
    """Six people in two units, and one row whose NIP is too short."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["No", "Nama", "NIP", "Unit Kerja"])
    for number in range(1, 7):
        nip = f"19850101201001100{number}"
        sheet.append([number, f"Pegawai {number}", nip, f"Bidang {number % 2}"])
    sheet.append([7, "Pegawai 7", "1985010120100110", "Bidang 1"])
    path = tmp_path / "roster.xlsx"
    book.save(path)
    language = Language("en", Path())
    with open_workplace(tmp_path / "office.db", create=True, language=language) as made:
        made.importing.import_files([path], TODAY, Job.quiet())
        yield made


def count(office: Workplace, place: int, written: str, day: date) -> None:
    row = office.recording.grid(TODAY, Job.quiet())[place]
    office.recording.record([Entry(row.person.id, Platform.INSTAGRAM, written)], day)


def test_the_reasons_of_held_rows_sum_to_their_number(office: Workplace) -> None:
    seen = office.overview.overview(RULE_A, TODAY, Job.quiet())
    assert seen.held_rows == 1
    assert dict(seen.held_reasons) == {NipFlaw.NIK: 1}


def test_past_months_begin_with_the_first_month_that_has_a_count(office: Workplace) -> None:
    count(office, 0, "900", date(2026, 9, 30))
    count(office, 1, "700", date(2026, 10, 2))
    count(office, 0, "300", date(2026, 11, 3))
    assert office.overview.past_months(RULE_A, TODAY, Job.quiet()) == [
        MonthTotal(date(2026, 9, 30), 1),
        MonthTotal(date(2026, 10, 31), 2),
    ]


def test_no_month_before_this_one_is_known_in_a_new_office(office: Workplace) -> None:
    count(office, 0, "900", TODAY)
    assert office.overview.past_months(RULE_A, TODAY, Job.quiet()) == []


def test_a_past_month_is_judged_by_the_age_limit_of_today(office: Workplace) -> None:
    count(office, 0, "900", date(2026, 7, 1))
    found = office.overview.past_months(RULE_A.with_age_limit(60), TODAY, Job.quiet())
    assert [one.qualifying for one in found] == [1, 0, 0, 0]
