"""Every kind of report: its numbers equal a direct count, its form is as asked for."""

import re
import zipfile
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import openpyxl
import pytest
import python_calamine

from app.bootstrap import locale_folder
from app.domain.coverage import Demand, members
from app.domain.nip import Generations, NipFlaw
from app.domain.office import Office, Signatory, SignatoryRole
from app.domain.platform import Platform
from app.domain.proof import PROOF_SHEET
from app.domain.report import PaperSize, ReportBook, ReportSheet, Worked
from app.domain.report_kinds import OFFICE_KINDS, Division, ReportKind
from app.domain.report_strips import strips_of
from app.domain.rule import RULE_A
from app.domain.standing import PersonStanding
from app.domain.verdict import Verdict
from app.domain.verdict_change import Cause, VerdictChange
from app.services.coverage import Coverage, CoverOffice
from app.services.job import Job
from app.services.period_changes import Comparison, MonthEnd, Side
from app.services.report import Background, Decree, ReportOptions, WriteReport
from app.services.standings import JudgeStandings
from app.services.waiting_room import WaitingRow
from app.storage.database import Database
from app.storage.held import HeldRow
from app.wording.language import Language
from tests.services.report.conftest import AS_OF, OFFICE
from tests.services.report.package import faults_of
from tests.services.report.payloads import PAYLOADS

Make = Callable[..., PersonStanding]

IG, FB, X = Platform.INSTAGRAM, Platform.FACEBOOK, Platform.X
ALL = OFFICE_KINDS


@pytest.fixture
def people(make: Make) -> list[PersonStanding]:
    """Ten in three organisations: four qualify, one is near, two are unknown."""
    return [
        make(1, {IG: "900", FB: "100"}, organisation="Dinas Kesehatan", unit="Bidang P2P"),
        make(2, {IG: "1,2 rb"}, organisation="Dinas Kesehatan"),
        make(3, {FB: "480"}, organisation="Dinas Kesehatan"),
        make(4, {X: "700"}, organisation="Kecamatan Hulu"),
        make(5, {IG: "20"}, organisation="Kecamatan Hulu"),
        make(6, {IG: "private"}, organisation="Kecamatan Hulu"),
        make(7, {IG: "501"}, organisation="Sekretariat"),
        make(8, {IG: "3"}, organisation="Sekretariat"),
        make(9, {IG: "499"}, organisation="Sekretariat"),
        make(10, organisation=""),
    ]


@pytest.fixture
def background(people: list[PersonStanding], tmp_path: Path) -> Background:
    seen = members(people, RULE_A, Generations.BPS)
    coverage = Coverage(RULE_A, AS_OF, Generations.BPS, seen, [], [])
    with Database.open(tmp_path / "kantor.db", create=True) as database:
        cover = CoverOffice(JudgeStandings(database))
        team = cover.team(coverage, Demand.UNITS, Job.quiet())
    held = HeldRow(
        1, 1, 1, "opd.xlsx", "Daftar", 7, NipFlaw.LENGTH, {"name": "Rini", "nip": "1985"}, AS_OF
    )
    months = [
        MonthEnd(date(2026, 9, 30), 1),
        MonthEnd(date(2026, 10, 31), 3),
    ]
    return Background(months, [WaitingRow(held, None)], coverage, team)


Ask = Callable[..., ReportBook]


@pytest.fixture
def ask(people: list[PersonStanding], background: Background, service: WriteReport) -> Ask:
    def asked(*kinds: ReportKind, **options: object) -> ReportBook:
        chosen = ReportOptions(kinds=frozenset(kinds) or ALL, **options)  # type: ignore[arg-type]
        return service.build(people, RULE_A, AS_OF, OFFICE, chosen, background)

    return asked


def only(book: ReportBook) -> ReportSheet:
    (sheet,) = book.sheets
    return sheet


def shown(path: Path, name: str, *, formulas: bool = False) -> list[tuple[object, ...]]:
    sheet = openpyxl.load_workbook(path, data_only=not formulas)[name]
    return [tuple(row) for row in sheet.iter_rows(values_only=True)]


def test_all_kinds_together_open_in_every_reader_and_the_package_is_sound(
    ask: Ask, service: WriteReport, tmp_path: Path
) -> None:
    target = tmp_path / "laporan.xlsx"
    book = ask()
    service.write(book, target, Job.quiet())
    assert faults_of(target) == []
    names = [sheet.name for sheet in book.sheets]
    assert openpyxl.load_workbook(target).sheetnames == [*names, PROOF_SHEET]
    assert python_calamine.load_workbook(target).sheet_names == [*names, PROOF_SHEET]
    assert {sheet.kind for sheet in book.sheets} == ALL


def test_the_recapitulation_equals_a_direct_count(ask: Ask, people: list[PersonStanding]) -> None:
    table = only(ask(ReportKind.RECAP)).tables[-1]
    found = {row.cells[1]: row.cells for row in table.rows if not row.total}
    sizes = Counter(one.person.organisation or "Others" for one in people)
    qualifying = Counter(
        one.person.organisation for one in people if one.judgement.verdict is Verdict.QUALIFIES
    )
    assert {name: cells[2] for name, cells in found.items()} == dict(sizes)
    assert {name: cells[5] for name, cells in found.items() if cells[5]} == dict(qualifying)
    for cells in found.values():
        assert sum(cells[5:9]) == cells[2]  # type: ignore[arg-type]


def test_totals_are_formulas_that_carry_the_value_they_give(
    ask: Ask, service: WriteReport, people: list[PersonStanding], tmp_path: Path
) -> None:
    target = tmp_path / "rekap.xlsx"
    service.write(ask(ReportKind.RECAP), target, Job.quiet())
    formulas = next(
        row for row in shown(target, "By organisation", formulas=True) if "Everybody" in row
    )
    values = next(row for row in shown(target, "By organisation") if "Everybody" in row)
    rows = [row for row in shown(target, "By organisation") if isinstance(row[0], int) and row[3]]
    first = [row for row in rows if isinstance(row[3], int) and isinstance(row[1], str)]
    for column in range(3, 10):
        assert re.fullmatch(r"=SUM\([A-Z]+\d+:[A-Z]+\d+\)", str(formulas[column]))
        assert values[column] == sum(int(str(row[column])) for row in first)
    assert str(formulas[10]).startswith("=IF(")
    assert values[10] == pytest.approx(4 / 10)
    assert values[3] == len(people)


def test_the_recapitulation_draws_bars_and_the_trend_from_its_own_cells(
    ask: Ask, service: WriteReport, tmp_path: Path
) -> None:
    target = tmp_path / "rekap.xlsx"
    service.write(ask(ReportKind.RECAP), target, Job.quiet())
    charts = openpyxl.load_workbook(target)["By organisation"]._charts
    assert sorted(type(chart).__name__ for chart in charts) == ["BarChart", "LineChart"]
    bars = next(chart for chart in charts if type(chart).__name__ == "BarChart")
    assert [len(series.val.numRef.numCache.pt) for series in bars.series] == [4] * 4
    without = ask(ReportKind.RECAP, charts=False)
    assert only(without).charts == ()


def test_the_annex_leaves_dotted_lines_where_nothing_is_known(ask: Ask) -> None:
    empty = only(ask(ReportKind.ANNEX, division=Division.NOTHING))
    assert all(set(fact.text) == {"."} for fact in empty.annex)
    decree = Decree("Keputusan Bupati", "480/1/2026", date(2026, 11, 25))
    sheet = only(ask(ReportKind.ANNEX, decree=decree))
    assert [fact.text for fact in sheet.annex] == [
        "Keputusan Bupati",
        "480/1/2026",
        "25 November 2026",
    ]
    assert len(sheet.tables[0].rows) == 4
    assert sheet.signatures is not None
    assert sheet.signatures.left is None
    assert sheet.signatures.right is not None
    assert sheet.signatures.right.name == "Drs. Wirya Candrakusuma, M.Si."


def test_the_quality_names_each_flaw_of_each_person_once(ask: Ask) -> None:
    numbers, list_of_people = ask(ReportKind.QUALITY).sheets
    said = {row.cells[0]: row.cells[1] for row in numbers.tables[0].rows}
    assert said["No account known"] == 1
    assert said["Entry that is no number"] == 1
    assert said["No organisation"] == 1
    assert said["In order"] == 8
    assert [row.cells[:2] for row in numbers.tables[1].rows] == [("NIP is not 18 digits", 1)]
    assert numbers.tables[2].rows[0].cells[1:3] == ("Rini", "1985")
    assert [row.cells[1] for row in list_of_people.tables[0].rows] == ["Orang 6", "Orang 10"]


def test_the_coverage_counts_its_holes_and_names_who_cannot_be_replaced(ask: Ask) -> None:
    sheet = only(ask(ReportKind.COVERAGE))
    matrix = {row.cells[1]: row.cells for row in sheet.tables[-1].rows}
    assert matrix["Dinas Kesehatan"][3:9] == (2, 0, 0, 0, 0, 2)
    assert matrix["Kecamatan Hulu"][3:9] == (0, 0, 1, 0, 0, 1)
    assert matrix["Kecamatan Hulu"][9] == 4
    team = sheet.tables[1]
    assert len(team.rows) == 3
    alone = {row.cells[1]: row.cells[2] for row in sheet.tables[2].rows}
    assert alone == {"Orang 4": "Kecamatan Hulu", "Orang 7": "Sekretariat"}


def test_the_data_are_one_table_with_numbers_as_numbers(
    ask: Ask, service: WriteReport, people: list[PersonStanding], tmp_path: Path
) -> None:
    target = tmp_path / "data.xlsx"
    service.write(ask(ReportKind.DATA), target, Job.quiet())
    sheet = openpyxl.load_workbook(target)["Data"]
    (table,) = sheet.tables.values()
    heads = [cell.value for cell in sheet[1]]
    assert table.ref == f"A1:{sheet.cell(len(people) + 1, len(heads)).coordinate}"
    assert [column.name for column in table.tableColumns] == heads
    assert table.autoFilter is not None
    assert sheet.freeze_panes == "A2"
    rows = [dict(zip(heads, [cell.value for cell in row], strict=True)) for row in sheet["2:11"]]
    by_name = {row["Name"]: row for row in rows}
    assert by_name["Orang 1"]["IG followers"] == 900
    assert by_name["Orang 2"]["IG followers"] == "1,2 rb"
    assert by_name["Orang 2"]["Most of one platform"] == 1150
    assert by_name["Orang 10"]["IG followers"] is None
    assert by_name["Orang 1"]["NIP"] == "198501012010012001"
    assert by_name["Orang 9"]["Short by"] == 1
    (marks,) = {str(found.sqref) for found in sheet.conditional_formatting}
    column = heads.index("Verdict") + 1
    assert marks == f"{sheet.cell(2, column).coordinate}:{sheet.cell(11, column).coordinate}"
    verdicts = Counter(row["Verdict"] for row in rows)
    assert verdicts == {"Qualifies": 4, "Does not qualify yet": 4, "No data": 2}


def test_a_table_of_nobody_is_a_table_still(service: WriteReport, tmp_path: Path) -> None:
    options = ReportOptions(kinds=ALL)
    book = service.build([], RULE_A, AS_OF, OFFICE, options)
    service.write(book, tmp_path / "kosong.xlsx", Job.quiet())
    assert faults_of(tmp_path / "kosong.xlsx") == []
    assert openpyxl.load_workbook(tmp_path / "kosong.xlsx")["Data"].tables


@pytest.mark.parametrize("size", PaperSize)
@pytest.mark.parametrize("portrait", [False, True])
def test_each_paper_is_set_and_everything_stands_inside_its_width(
    ask: Ask, service: WriteReport, size: PaperSize, portrait: bool, tmp_path: Path
) -> None:
    target = tmp_path / "laporan.xlsx"
    book = ask(paper=size, portrait=portrait)
    service.write(book, target, Job.quiet())
    sheets = openpyxl.load_workbook(target).worksheets[:-1]
    for sheet, described in zip(sheets, book.sheets, strict=True):
        assert sheet.page_setup.paperSize == {PaperSize.FOLIO: 14, PaperSize.A4: 9}[size]
        assert sheet.page_setup.orientation == ("portrait" if portrait else "landscape")
        fitted = sheet.sheet_properties.pageSetUpPr
        assert (fitted is not None and bool(fitted.fitToPage)) is not described.is_parted
        assert sheet.oddFooter.left.text.startswith("Restricted · ")
        assert sheet.print_title_rows
    for described in book.sheets:
        for strip in strips_of(described):
            wide = described.scale * sum(described.widths[place] for place in strip)
            assert wide <= described.paper.inner_width + 0.01


def test_a_masked_number_stands_nowhere_in_full(
    ask: Ask, service: WriteReport, people: list[PersonStanding], tmp_path: Path
) -> None:
    target = tmp_path / "laporan.xlsx"
    service.write(ask(masked_nip=True), target, Job.quiet())
    signing = {"197003121995031931", "199009132025212903"}
    seen = set()
    for sheet in openpyxl.load_workbook(target).worksheets:
        for row in sheet.iter_rows(values_only=True):
            for value in row:
                digits = re.sub(r"\D", "", str(value or ""))
                if len(digits) == 18:
                    seen.add(digits)
    assert seen <= signing


def test_in_indonesian_lists_of_others_have_a_word_that_says_so(
    people: list[PersonStanding], background: Background
) -> None:
    service = WriteReport(Language("id", locale_folder()))
    book = service.build(people, RULE_A, AS_OF, OFFICE, ReportOptions(kinds=ALL), background)
    words = ("belum", "tanpa", "perlu", "hampir")
    others = [s for s in book.sheets if s.kind in (ReportKind.NOT_YET, ReportKind.QUALITY)]
    assert len(others) == 5
    for sheet in others:
        assert any(word in sheet.name.casefold() for word in words), sheet.name


def test_what_people_typed_makes_no_formula_and_no_link_in_any_kind(
    make: Make, service: WriteReport, background: Background, tmp_path: Path
) -> None:
    """The formulas of the report are the same, whatever stands in any field of text."""
    harmless = tuple(f"Aman {number}" for number in range(len(PAYLOADS)))
    plain = written_with(harmless, make, service, background, tmp_path / "aman.xlsx")
    risky = written_with(PAYLOADS, make, service, background, tmp_path / "nakal.xlsx")
    assert len(PAYLOADS) >= 30
    assert plain == risky
    assert plain
    assert faults_of(tmp_path / "nakal.xlsx") == []
    with zipfile.ZipFile(tmp_path / "nakal.xlsx") as archive:
        sheets = [name for name in archive.namelist() if name.startswith("xl/worksheets/")]
        assert not any(b"hyperlink" in archive.read(name) for name in sheets)
    rows = python_calamine.load_workbook(tmp_path / "nakal.xlsx").get_sheet_by_name("Data")
    told = rows.to_python()
    for field in ("Name", "Title after the name", "Employment status", "Position", "Work unit"):
        place = told[0].index(field)
        expected = {" ".join(payload.split()) for payload in PAYLOADS}
        assert {str(row[place]) for row in told[1:]} == expected, field


def written_with(
    texts: Sequence[str],
    make: Make,
    service: WriteReport,
    background: Background,
    target: Path,
) -> set[str]:
    """All kinds with these texts in every field; gives the shapes of the formulas by sheet."""
    people = [
        make(
            number,
            {IG: "900", FB: text},
            name=text,
            title_front=text,
            title_back=text,
            status=text,
            rank=text,
            position=text,
            organisation=text,
            unit=text,
            job_type=text,
            echelon=text,
            phone=text,
            email=text,
            note=text,
        )
        for number, text in enumerate(texts)
    ]
    first = texts[2]
    roles = (SignatoryRole.KNOWS, SignatoryRole.SIGNS)
    signing = tuple(Signatory(role, first, first, first, first) for role in roles)
    office = Office(first, first, first, first, first, first, signatories=signing)
    waiting = [
        WaitingRow(replace(row.held, file=text, texts={"name": text, "nip": text}), None)
        for row in background.waiting
        for text in texts
    ]
    options = ReportOptions(kinds=ALL, decree=Decree(first, first), division=Division.NOTHING)
    book = service.build(
        people, RULE_A, AS_OF, office, options, replace(background, waiting=waiting)
    )
    service.write(book, target, Job.quiet())
    return {
        f"{sheet.title} {re.sub(r'[0-9]+', '', str(cell.value))}"
        for sheet in openpyxl.load_workbook(target).worksheets
        for row in sheet.iter_rows()
        for cell in row
        if cell.data_type == "f"
    }


def test_progress_explains_the_whole_difference_since_the_last_closed_period(
    ask: Ask, people: list[PersonStanding], background: Background, service: WriteReport
) -> None:
    """Two came and one went; the table of causes sums to the changes, verdicts to everybody."""
    then = {Verdict.QUALIFIES: 3, Verdict.NOT_YET: 5, Verdict.STALE: 0, Verdict.NO_DATA: 2}
    now = Counter(one.judgement.verdict for one in people)
    changes = [
        VerdictChange(Cause.COUNT, Verdict.NOT_YET, Verdict.QUALIFIES, people[0], people[0]),
        VerdictChange(Cause.NEW, None, Verdict.QUALIFIES, None, people[3]),
        VerdictChange(Cause.COUNT, Verdict.QUALIFIES, Verdict.NOT_YET, people[8], people[8]),
    ]
    comparison = Comparison(
        Side(date(2026, 10, 31), RULE_A, then),
        Side(AS_OF, RULE_A, {verdict: now[verdict] for verdict in Verdict}),
        changes,
    )
    options = ReportOptions(kinds=frozenset({ReportKind.PROGRESS}))
    numbers, came, went = service.build(
        people, RULE_A, AS_OF, OFFICE, options, replace(background, comparison=comparison)
    ).sheets
    verdicts, causes, months, organisations = numbers.tables
    assert verdicts.rows[0].cells[:3] == ("Qualifies", 3, 4)
    difference = verdicts.rows[0].cells[3]
    assert isinstance(difference, Worked)
    assert difference.value == 1
    assert [row.cells[:4] for row in causes.rows[:2]] == [
        ("Follower count", 1, 1, 2),
        ("New on the list", 1, 0, 1),
    ]
    assert [row.cells[0] for row in months.rows] == ["October 2026", "November 2026"]
    net = {row.cells[1]: row.cells[2:4] for row in organisations.rows}
    assert net == {"Dinas Kesehatan": (1, 0), "Kecamatan Hulu": (1, 0), "Sekretariat": (0, 1)}
    assert [row.cells[1] for row in came.tables[0].rows] == ["Orang 1", "Orang 4"]
    assert [row.cells[1] for row in went.tables[0].rows] == ["Orang 9"]


def test_without_a_closed_period_progress_says_so_and_shows_the_months(ask: Ask) -> None:
    sheet = only(ask(ReportKind.PROGRESS))
    assert "No period is closed yet" in sheet.facts[0].text
    assert [row.cells[1:3] for row in sheet.tables[0].rows] == [(1, 3), (3, 4)]


def test_the_cover_names_every_sheet_with_its_rows(ask: Ask) -> None:
    cover, *rest = ask(division=Division.NOTHING).sheets
    assert cover.kind is ReportKind.COVER
    told = [(row.cells[1], row.cells[3]) for row in cover.tables[0].rows]
    expected = [(s.name, sum(not row.total for row in s.tables[-1].rows)) for s in rest]
    assert told == expected
