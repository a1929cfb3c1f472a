"""The reports of a province over its offices, written and read back."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from app.bootstrap import open_workplace
from app.domain.office import Office
from app.domain.period import Period
from app.domain.platform import Platform
from app.domain.report import ReportBook, Worked
from app.domain.report_kinds import ReportKind
from app.domain.rollup.development import Move, development
from app.domain.rollup.merged import RollUp, Wish
from app.domain.rollup.merging import merge
from app.domain.rollup.team import fewest
from app.domain.rule import RULE_A
from app.domain.verdict import Verdict
from app.domain.written_report import ReportForm
from app.services.job import Job
from app.services.report import ReportOptions, WriteReport
from app.services.report.checking import CheckReport
from app.services.report.province import PROVINCE_KINDS, ProvinceAsked, province_book
from app.wording.language import Language
from app.wording.report_kinds import written_kinds
from tests.domain.rollup.submitted import (
    NOVEMBER,
    OCTOBER,
    OFFICES,
    Desk,
    Everyone,
    one,
    sent,
)

if TYPE_CHECKING:
    from app.domain.rollup.sending import Submission

AWAN, BUKIT, CAHAYA = OFFICES
MISSING = "Kabupaten Danau"
EVERY_KIND = ReportOptions(kinds=frozenset(PROVINCE_KINDS))


class Province:
    """Three offices sent in October and November, a fourth is expected and has not."""

    def __init__(self) -> None:
        self.desk = Desk()
        self.received: list[Submission] = []
        other = Platform.FACEBOOK
        day = date(2026, 10, 10)
        self._take(AWAN, OCTOBER, [one(1, day=day), one(2, 300, day), one(3, day=day)])
        self._take(BUKIT, OCTOBER, [one(11, day=day), one(12, day=day)])
        self._take(AWAN, NOVEMBER, [one(1), one(2, 800), one(3, 100), one(4, platform=other)])
        # Number 4 stands in two offices; here the person was seen later, so here it counts.
        late = date(2026, 11, 20)
        self._take(BUKIT, NOVEMBER, [one(4, 900, late), one(11), one(13)])
        self._take(CAHAYA, NOVEMBER, [one(21, 10), one(22, None)])

    def _take(self, office: str, period: Period, people: Everyone) -> None:
        sending, texts = sent(office, people, period=period)
        self.received += self.desk.receive(sending, texts)

    def rollup(self, period: Period = NOVEMBER) -> RollUp:
        wish = Wish(period, RULE_A, (*OFFICES, MISSING))
        return merge(self.received, self.desk.rows_of, wish)


@pytest.fixture
def language() -> Language:
    return Language("en", Path())


@pytest.fixture
def province() -> Province:
    return Province()


@pytest.fixture
def book(province: Province, language: Language) -> ReportBook:
    office = Office(government="Provinsi Contoh", name="Dinas Kominfo", city="Kota Contoh")
    asked = ProvinceAsked(province.rollup(), province.rollup(OCTOBER), office, EVERY_KIND, language)
    return province_book(asked)


@pytest.fixture
def written(book: ReportBook, language: Language, tmp_path: Path) -> Path:
    target = tmp_path / "rekap.xlsx"
    WriteReport(language).write(book, target, Job.quiet())
    return target


def rows(sheet: Worksheet) -> list[list[object]]:
    return [[cell for cell in row if cell is not None] for row in sheet.iter_rows(values_only=True)]


def row(sheet: Worksheet, name: str) -> list[object]:
    return next(cells for cells in rows(sheet) if name in cells)


def test_the_recapitulation_sums_every_office_and_names_the_one_that_has_not_sent(
    written: Path,
) -> None:
    book = openpyxl.load_workbook(written, data_only=True)
    sheet = book["By office"]
    assert row(sheet, AWAN)[:8] == [2, AWAN, 3, 3, 3, 2, 1, 0]
    assert row(sheet, BUKIT)[:8] == [1, BUKIT, 3, 3, 3, 3, 0, 0]
    assert row(sheet, CAHAYA)[:8] == [3, CAHAYA, 2, 1, 1, 0, 1, 0]
    assert row(sheet, "All offices")[1:] == [8, 7, 7, 5, 2, 0, 1, 5 / 8]
    assert row(sheet, f"{MISSING} (has not sent)")[1:] == ["–"] * 8
    said = " ".join(str(cell) for cells in rows(sheet) for cell in cells)
    assert "3 of 4 counted" in said
    assert f"{MISSING}." in said
    assert "1 person stands in several offices and is counted once." in said
    assert len(sheet._charts) == 1


def test_totals_are_formulas_with_their_values_and_the_proof_agrees(written: Path) -> None:
    sheet = openpyxl.load_workbook(written)["By office"]
    assert str(row(sheet, "All offices")[1]).startswith("=")
    checked = CheckReport().check(written, Job.quiet())
    assert checked.agrees
    assert dict(checked.facts)["Without"] == MISSING


def test_the_development_says_what_moved_and_why(province: Province, written: Path) -> None:
    found = development(province.rollup(OCTOBER), province.rollup())
    assert found.came == {Move.VERDICT: 1, Move.LISTED: 2}  # 2; and 4, 13
    assert found.went == {Move.VERDICT: 1, Move.LISTED: 1}  # 3; and 12
    grown = found.after.figures.qualifying - found.before.figures.qualifying
    assert grown == sum(found.came.values()) - sum(found.went.values())
    sheet = openpyxl.load_workbook(written, data_only=True)["Progress"]
    assert row(sheet, "All offices")[1:] == [4, 5, 3, 2, 1, 1 / 4]
    # It was not there before: nothing to compare with.
    assert row(sheet, CAHAYA)[2:] == ["–", 0, 0, 0, "–", "–"]


def test_the_coverage_counts_offices_by_platform_and_generation(written: Path) -> None:
    sheet = openpyxl.load_workbook(written, data_only=True)["Coverage"]
    assert row(sheet, CAHAYA)[2:] == [2, 0, 0, 0, 0, 0, 0, 5, "–"]
    assert row(sheet, BUKIT)[2:] == [3, 3, 0, 0, 0, 0, 3, 4, 1]
    said = " ".join(str(cell) for cells in rows(sheet) for cell in cells)
    assert f"{CAHAYA}." in said
    assert "Millennial (1981–1996)" in said


def test_the_smallest_team_is_exact() -> None:
    assert fewest([0b001, 0b010, 0b111]) == 1
    assert fewest([0b011, 0b110, 0b101]) == 2
    assert fewest([0b001, 0b010, 0b100]) == 3


def test_somebody_in_two_offices_is_listed_with_both_sources(written: Path) -> None:
    sheet = openpyxl.load_workbook(written, data_only=True)["In several offices"]
    cells = row(sheet, "Orang 4")
    assert BUKIT in cells
    assert AWAN in cells
    assert [cell for cell in cells if str(cell).endswith(".xlsx")] == [
        f"{BUKIT} 1 1-1.xlsx",
        f"{AWAN} 1 1-1.xlsx",
    ]
    assert "Qualifies" in cells


def test_the_trace_leads_from_each_total_to_file_sheet_rows_and_hash(
    province: Province, written: Path
) -> None:
    sheet = openpyxl.load_workbook(written, data_only=True)["Trace"]
    found = [cells for cells in rows(sheet) if f"{AWAN} 1 1-1.xlsx" in cells]
    sent_by = next(
        one
        for one in province.received
        if one.sending.sender.name == AWAN and one.sending.period == NOVEMBER
    )
    assert len(found) == 1
    assert found[0][1:6] == [AWAN, f"{AWAN} 1 1-1.xlsx", "ASN", "2–5", 4]
    assert str(found[0][-1]).replace(" ", "").replace("\n", "") == sent_by.part.sha256
    assert row(sheet, "All offices")[1:] == [9, 0, 0, 1, 8]


def test_every_worked_out_number_is_that_of_the_merge(province: Province, book: ReportBook) -> None:
    figures = province.rollup().figures
    totals = next(row for row in book.sheets[0].tables[0].rows if row.total)
    values = [cell.value for cell in totals.cells if isinstance(cell, Worked)]
    verdicts = [figures.verdicts[verdict] for verdict in Verdict]
    assert values[:-1] == [figures.people, figures.accounts, figures.counts, *verdicts]


def test_without_a_period_before_the_development_says_so(
    province: Province, language: Language
) -> None:
    asked = ProvinceAsked(province.rollup(), None, Office(), EVERY_KIND, language)
    sheet = next(s for s in province_book(asked).sheets if s.kind is ReportKind.PROGRESS)
    assert sheet.facts[0].text == "Nothing was received for the period before."


def test_the_same_set_gives_the_same_workbook_whatever_the_order(
    province: Province, book: ReportBook, language: Language
) -> None:
    wish = province.rollup().wish
    turned = merge(reversed(province.received), province.desk.rows_of, wish)
    before = merge(
        reversed(province.received), province.desk.rows_of, replace(wish, period=OCTOBER)
    )
    office = Office(government="Provinsi Contoh", name="Dinas Kominfo", city="Kota Contoh")
    again = province_book(ProvinceAsked(turned, before, office, EVERY_KIND, language))
    assert again == book


def test_a_report_of_the_province_stands_in_its_history(
    book: ReportBook, language: Language, tmp_path: Path
) -> None:
    target = tmp_path / "rekap.xlsx"
    with open_workplace(tmp_path / "p.db", create=True, language=language) as place:
        content = place.report.write(book, target, Job.quiet())
        place.report.note(book, target, ReportForm.WORKBOOK, content)
        (noted,) = place.report_history.all()
        assert place.report_checking.check(target, Job.quiet()).written == noted
    facts = noted.facts
    assert (facts.period, facts.rule, facts.closing) == (NOVEMBER, RULE_A, 0)
    # Number 4 stands in two offices and counts once.
    assert facts.people == 8
    assert book.origin is not None
    assert dict(book.origin.facts)["Set of workbooks"] == facts.snapshot
    assert written_kinds(noted, language) == (
        "Recapitulation by office, Progress of offices, Coverage of offices"
    )
