"""The workbook that goes upwards: what stands in it, and that only a whole one is received."""

import threading
import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path
from random import Random

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from app.domain.errors import (
    AppError,
    Cancelled,
    ExchangeUnusable,
    NotAWorkbook,
    OfficeUnnamed,
)
from app.domain.nip import Nip
from app.domain.office import Office
from app.domain.person import Consent, Person
from app.domain.report_kinds import ReportKind
from app.domain.rollup.enclosure import CONTENT_SHEET
from app.domain.rollup.faults import ExchangeFault
from app.domain.rule import RULE_A
from app.domain.verdict import Verdict
from app.services.job import Job
from app.services.report.asked import ReportOptions
from app.services.rollup.dividing import Splitting
from app.services.rollup.receiving import Receipt, Reception
from app.services.workplace import Workplace
from app.wording.errors import error_sentence
from app.wording.report_kinds import written_kinds
from tests.services.report.package import faults_of
from tests.services.report.payloads import PAYLOADS
from tests.services.rollup.offices import ENGLISH, NOVEMBER, OCTOBER, TODAY, fill, nip, opened, send

PEOPLE = "Civil servants"


@pytest.fixture
def sent(regency: Workplace, tmp_path: Path) -> Path:
    (path,) = send(regency, tmp_path / "awan.xlsx")
    return path


def receive(province: Workplace, *paths: Path) -> Receipt:
    return province.upwards.receiving.receive(paths, Job.quiet())


def refusal(province: Workplace, path: Path) -> ExchangeUnusable:
    (found,) = receive(province, path).files
    assert found.reception is Reception.REFUSED
    assert isinstance(found.error, ExchangeUnusable)
    assert province.upwards.receiving.submissions() == []
    return found.error


def edited(path: Path, change: Callable[[openpyxl.Workbook], None]) -> Path:
    """Saved again by another program, after a change."""
    book = openpyxl.load_workbook(path)
    change(book)
    other = path.with_name("lain.xlsx")
    book.save(other)
    return other


def table_of(path: Path) -> list[tuple[object, ...]]:
    sheet = openpyxl.load_workbook(path)[PEOPLE]
    return [tuple(cell.value for cell in row) for row in sheet.iter_rows()]


# ------------------------------------------------------------------ what stands in it


def test_people_read_accounts_counts_days_sources_and_verdicts_in_a_real_table(sent: Path) -> None:
    head, *rows = table_of(sent)
    ig = head.index("IG followers")
    assert head[:4] == ("NIP", "Name", "Organisation", "Work unit")
    assert head[ig : ig + 6] == (
        *("IG followers", "IG at least", "IG at most", "IG exact", "IG date", "IG source"),
    )
    by_nip = {row[0]: row for row in rows}
    second, fifth = by_nip[nip(2)], by_nip[nip(5)]
    assert second[ig : ig + 4] == ("1,2 rb", 1150, 1299, "no")
    assert str(second[ig + 4]).startswith("2026-10-18")
    assert fifth[ig : ig + 4] == ("500+", 500, None, "no")
    assert by_nip[nip(1)][-1] == "Qualifies"
    book = openpyxl.load_workbook(sent)
    assert len(book[PEOPLE].tables) == 1
    assert [sheet.title for sheet in book.worksheets if sheet.sheet_state == "visible"] == [
        *("Cover", PEOPLE)
    ]
    assert faults_of(sent) == []


def text_of(sheet: Worksheet) -> str:
    return "\n".join(
        " ".join(str(cell.value) for cell in row if cell.value is not None)
        for row in sheet.iter_rows()
    )


def test_the_cover_says_whose_it_is_and_what_it_proves(sent: Path, regency: Workplace) -> None:
    (closing,) = regency.periods.closed()
    said = text_of(openpyxl.load_workbook(sent)["Cover"])
    for words in (
        *("Kabupaten Awan", "October 2026, closed (closing 1)", closing.sha256),
        *("Reading a.", "the whole in one workbook", "prove nobody's identity"),
    ):
        assert words in said


def test_an_open_period_says_plainly_that_it_is_not_closed(
    regency: Workplace, tmp_path: Path, province: Workplace
) -> None:
    written = regency.upwards.writing.of_today(
        NOVEMBER, RULE_A, TODAY, tmp_path / "kini.xlsx", Job.quiet()
    )
    said = text_of(openpyxl.load_workbook(written.paths[0])["Cover"])
    assert "November 2026 is NOT CLOSED: the state of 20 November 2026" in said
    receive(province, *written.paths)
    (kept,) = province.upwards.receiving.submissions()
    assert (kept.sending.revision, kept.sending.is_closed) == (0, False)


def test_whoever_withdrew_consent_is_in_no_workbook(regency: Workplace, tmp_path: Path) -> None:
    closing = regency.periods.close(OCTOBER, RULE_A, TODAY, Job.quiet())
    ids = {one.nip.digits: one.id for one in regency.people.everyone()}
    regency.people.set_consent(ids[nip(1)], Consent.WITHDRAWN)
    writing, job = regency.upwards.writing, Job.quiet()
    closed = writing.of_closing(closing.id, tmp_path / "a.xlsx", job)
    today = writing.of_today(NOVEMBER, RULE_A, TODAY, tmp_path / "b.xlsx", job)
    for written in (closed, today):
        assert written.sending.people == 4
        with zipfile.ZipFile(written.paths[0]) as archive:
            whole = b"".join(archive.read(name) for name in archive.namelist())
        assert nip(1).encode() not in whole
        assert nip(2).encode() in whole
    assert closed.sending.left_out == 1
    assert "1 person who withdrew consent" in text_of(
        openpyxl.load_workbook(closed.paths[0])["Cover"]
    )


def test_an_office_without_a_name_sends_nothing(tmp_path: Path) -> None:
    with opened(tmp_path / "tanpa.db") as place, pytest.raises(OfficeUnnamed):
        place.upwards.writing.of_today(NOVEMBER, RULE_A, TODAY, tmp_path / "a.xlsx", Job.quiet())


def test_a_renamed_office_keeps_its_id(regency: Workplace, tmp_path: Path) -> None:
    job, writing = Job.quiet(), regency.upwards.writing
    first = writing.of_today(NOVEMBER, RULE_A, TODAY, tmp_path / "a.xlsx", job).sending.sender
    regency.preferences.save_office(Office(government="Kota Awan", name="Diskominfo"))
    second = writing.of_today(NOVEMBER, RULE_A, TODAY, tmp_path / "a.xlsx", job).sending.sender
    assert (first.name, second.name) == ("Kabupaten Awan", "Kota Awan")
    assert first.id == second.id


def test_parts_say_how_many_people_the_whole_has(
    regency: Workplace, province: Workplace, tmp_path: Path
) -> None:
    paths = send(regency, tmp_path / "awan.xlsx", splitting=Splitting(most_people=2))
    assert [path.name for path in paths] == [
        f"awan (part {number} of 3).xlsx" for number in (1, 2, 3)
    ]
    assert "2 of 3: 2 of 5 people" in text_of(openpyxl.load_workbook(paths[1])["Cover"])
    receive(province, *paths)
    kept = province.upwards.receiving.submissions()
    assert {one.sending.sha256 for one in kept} == {kept[0].sending.sha256}
    assert sorted((one.part.number, one.part.people) for one in kept) == [(1, 2), (2, 2), (3, 1)]


def test_each_organisation_in_a_workbook_of_its_own(regency: Workplace, tmp_path: Path) -> None:
    paths = send(regency, tmp_path / "awan.xlsx", splitting=Splitting(by_organisation=True))
    organisations = [{row[2] for row in table_of(path)[1:]} for path in paths]
    assert organisations == [{"Dinas 0"}, {"Dinas 1"}, {"Dinas 2"}]


def test_stopped_in_the_middle_no_part_is_left(regency: Workplace, tmp_path: Path) -> None:
    stop = threading.Event()

    def report(done: int, total: int) -> None:
        if done >= 3:
            stop.set()

    with pytest.raises(Cancelled):
        regency.upwards.writing.of_today(
            NOVEMBER,
            RULE_A,
            TODAY,
            tmp_path / "a.xlsx",
            Job(report, stop),
            Splitting(most_people=1),
        )
    assert [path.name for path in tmp_path.glob("*.xlsx")] == []


def test_stopped_in_the_middle_the_parts_of_an_earlier_sending_stay(
    regency: Workplace, tmp_path: Path
) -> None:
    def send(job: Job) -> None:
        what = NOVEMBER, RULE_A, TODAY, tmp_path / "a.xlsx", job, Splitting(most_people=1)
        regency.upwards.writing.of_today(*what, replace=True)

    send(Job.quiet())
    before = {path.name: path.read_bytes() for path in tmp_path.glob("*.xlsx")}
    assert len(before) > 2
    stop = threading.Event()

    def report(done: int, total: int) -> None:
        if done >= 3:
            stop.set()

    with pytest.raises(Cancelled):
        send(Job(report, stop))
    assert {
        path.name: path.read_bytes()
        for path in tmp_path.iterdir()
        if path.suffix in (".xlsx", ".tmp")
    } == before


# ------------------------------------------------------------------ received


def test_it_comes_over_as_it_was_closed(
    sent: Path, regency: Workplace, province: Workplace
) -> None:
    (found,) = receive(province, sent).files
    assert found.reception is Reception.NEW
    (kept,) = province.upwards.receiving.submissions()
    (closing,) = regency.periods.closed()
    assert (kept.sending.snapshot, kept.sending.totals) == (closing.sha256, closing.totals)
    assert (kept.file_name, kept.sheet, kept.part.people) == ("awan.xlsx", PEOPLE, 5)
    rollup = province.upwards.merging.rollup(OCTOBER, RULE_A, Job.quiet())
    people = province.upwards.merging.people(rollup, rollup.offices[0].key, Job.quiet())
    was = regency.periods.read(closing.id, Job.quiet()).snapshot.people
    assert [one.accounts for one in people] == [one.accounts for one in was]
    assert [one.judgement for one in people] == [one.judgement for one in was]


def test_received_twice_nothing_changes(sent: Path, province: Workplace) -> None:
    receive(province, sent)
    before = province.upwards.receiving.submissions()
    copy = sent.with_name("salinan.xlsx")
    copy.write_bytes(sent.read_bytes())
    assert [one.reception for one in receive(province, sent, copy).files] == [Reception.KNOWN] * 2
    assert province.upwards.receiving.submissions() == before


def test_saved_again_by_another_program_it_is_received(sent: Path, province: Workplace) -> None:
    again = edited(sent, lambda book: None)
    assert again.read_bytes() != sent.read_bytes()
    assert receive(province, again).of(Reception.NEW)
    assert receive(province, sent).of(Reception.KNOWN)


def test_sorted_by_a_reader_it_is_received_and_rows_are_where_they_stand_now(
    sent: Path, province: Workplace
) -> None:
    def turn(book: openpyxl.Workbook) -> None:
        sheet = book[PEOPLE]
        rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=2)]
        for number, row in enumerate(reversed(rows), start=2):
            for column, value in enumerate(row, start=1):
                sheet.cell(number, column).value = value

    receive(province, edited(sent, turn))
    table = table_of(sent.with_name("lain.xlsx"))
    rollup = province.upwards.merging.rollup(OCTOBER, RULE_A, Job.quiet())
    traced = [*rollup.traced()]
    assert len(traced) == 5
    for one in traced:
        assert table[one.place.row - 1][0] == one.nip


def test_one_edited_cell_is_named_whichever_it_is(sent: Path, province: Workplace) -> None:
    dice = Random(7)
    table = table_of(sent)
    places = [
        (row, column)
        for row, cells in enumerate(table)
        for column, value in enumerate(cells)
        if row and value is not None
    ]
    for row, column in dice.sample(places, 12):

        def change(book: openpyxl.Workbook, row: int = row, column: int = column) -> None:
            cell = book[PEOPLE].cell(row + 1, column + 1)
            is_number = isinstance(cell.value, int)
            cell.value = cell.value + 1 if is_number else f"{cell.value}1"

        error = refusal(province, edited(sent, change))
        assert error.fault is ExchangeFault.CHANGED
        assert [(one.sheet, one.row, one.column) for one in error.changed] == [
            (PEOPLE, row, column)
        ]


def test_the_sentence_names_the_cell(sent: Path, province: Workplace) -> None:
    def change(book: openpyxl.Workbook) -> None:
        book[PEOPLE]["F2"] = 499

    assert error_sentence(refusal(province, edited(sent, change)), ENGLISH) == (
        "lain.xlsx was changed after it was written (Civil servants F2). Nothing of it was received. "
        "Ask the office to send it again unchanged."
    )


def test_a_form_of_a_later_program_is_refused_as_such(sent: Path, province: Workplace) -> None:
    def change(book: openpyxl.Workbook) -> None:
        book[CONTENT_SHEET]["B1"] = "2"
        book[CONTENT_SHEET]["B2"] = "another head"

    assert refusal(province, edited(sent, change)).fault is ExchangeFault.NEWER


@pytest.mark.parametrize(
    ("sheet", "cell", "value"),
    [
        (CONTENT_SHEET, "B2", None),
        (CONTENT_SHEET, "B2", "{}"),
        (CONTENT_SHEET, "C3", None),
        (CONTENT_SHEET, "C3", "AAAA"),
        ("Bukti Gaung", "C8", None),
    ],
)
def test_changed_hidden_sheets_are_refused(
    sheet: str, cell: str, value: str | None, sent: Path, province: Workplace
) -> None:
    def change(book: openpyxl.Workbook) -> None:
        book[sheet][cell] = value

    assert refusal(province, edited(sent, change)).fault is ExchangeFault.DAMAGED


def test_the_hidden_content_of_another_workbook_is_refused(
    sent: Path, regency: Workplace, province: Workplace, tmp_path: Path
) -> None:
    (other,) = send(regency, tmp_path / "kedua.xlsx")
    content = openpyxl.load_workbook(other)[CONTENT_SHEET]

    def change(book: openpyxl.Workbook) -> None:
        for row in content.iter_rows():
            for cell in row:
                book[CONTENT_SHEET][cell.coordinate] = cell.value

    assert refusal(province, edited(sent, change)).fault is ExchangeFault.DAMAGED


def test_one_file_that_fails_stops_no_other(
    sent: Path, regency: Workplace, province: Workplace, tmp_path: Path
) -> None:
    report = tmp_path / "laporan.xlsx"
    standings = regency.standings.under(RULE_A, TODAY, Job.quiet())
    options = ReportOptions(kinds=frozenset({ReportKind.DATA}))
    book = regency.report.build(
        standings.people, RULE_A, TODAY, regency.preferences.office(), options
    )
    regency.report.write(book, report, Job.quiet())
    text = tmp_path / "catatan.txt"
    text.write_bytes(b"\x00\x01\x02")
    found = receive(province, report, text, tmp_path / "tidak ada.xlsx", sent).files
    assert [one.reception for one in found] == [*[Reception.REFUSED] * 3, Reception.NEW]
    errors: list[AppError | None] = [one.error for one in found]
    assert isinstance(errors[0], ExchangeUnusable)
    assert errors[0].fault is ExchangeFault.OTHER_FILE
    assert isinstance(errors[1], NotAWorkbook)
    assert all(error_sentence(error, ENGLISH) for error in errors[:3] if error is not None)


def test_stopped_while_receiving_nothing_is_kept(sent: Path, province: Workplace) -> None:
    stop = threading.Event()

    def report(done: int, total: int) -> None:
        if done >= 1:
            stop.set()

    with pytest.raises(Cancelled):
        province.upwards.receiving.receive([sent], Job(report, stop))
    assert province.upwards.receiving.submissions() == []


def test_ctrl_z_takes_a_batch_back_and_ctrl_y_brings_it_again(
    sent: Path, province: Workplace, tmp_path: Path
) -> None:
    with opened(tmp_path / "bukit.db", "Kabupaten Bukit") as other:
        fill(other, {8: "700"})
        paths = [sent, *send(other, tmp_path / "bukit.xlsx")]
    receive(province, *paths)
    rollup = province.upwards.merging.rollup(OCTOBER, RULE_A, Job.quiet())
    assert province.undoing.undo_last().kind == "receive"
    assert province.upwards.receiving.submissions() == []
    province.undoing.redo_last()
    again = province.upwards.merging.rollup(OCTOBER, RULE_A, Job.quiet())
    assert again.figures == rollup.figures
    assert [*again.traced()] == [*rollup.traced()]
    # Taken back and received anew, it is as new.
    province.undoing.undo_last()
    assert len(receive(province, *paths).of(Reception.NEW)) == 2
    assert province.findings() == []


def test_the_cover_is_one_page_also_with_a_letterhead_of_many_lines(
    regency: Workplace, tmp_path: Path
) -> None:
    long = (
        "Dinas Komunikasi, Informatika, Statistik, Persandian, Kearsipan, dan Perpustakaan Daerah"
    )
    office = Office("Kabupaten Kepulauan Awan Makmur Sentosa", long, f"Jalan {long}", contact=long)
    regency.preferences.save_office(office)
    (path,) = send(regency, tmp_path / "a.xlsx")
    cover = openpyxl.load_workbook(path).worksheets[0]
    assert cover.print_title_rows
    assert cover.row_breaks.brk == []


def test_texts_that_look_like_formulas_stay_texts(tmp_path: Path, province: Workplace) -> None:
    with opened(tmp_path / "k.db", "=1+1 {office}") as place:
        for number, text in enumerate(PAYLOADS, start=1):
            person = Person(Nip(nip(number)), text.strip() or text, organisation=text, unit=text)
            place.people.add(person)
        before = {one.nip.digits: one.name for one in place.people.everyone()}
        (path,) = send(place, tmp_path / "a.xlsx")
    for sheet in openpyxl.load_workbook(path).worksheets:
        for row in sheet.iter_rows():
            for cell in row:
                assert cell.data_type != "f"
                assert cell.hyperlink is None
    assert faults_of(path) == []
    assert receive(province, path).of(Reception.NEW)
    rollup = province.upwards.merging.rollup(OCTOBER, RULE_A, Job.quiet())
    assert {one.nip: one.name for one in rollup.traced()} == before
    assert rollup.figures.verdicts[Verdict.NO_DATA] == len(PAYLOADS)


def test_a_check_of_reports_knows_it_too(sent: Path, province: Workplace) -> None:
    assert province.report_checking.check(sent, Job.quiet()).agrees
    shown = edited(sent, lambda book: setattr(book[CONTENT_SHEET], "sheet_state", "visible"))
    assert province.report_checking.check(shown, Job.quiet()).agrees
    assert receive(province, shown).of(Reception.NEW)


def test_the_day_of_a_sending_is_that_of_its_closing(sent: Path, province: Workplace) -> None:
    receive(province, sent)
    (kept,) = province.upwards.receiving.submissions()
    assert kept.sending.as_of == date(2026, 10, 31)


def test_what_was_sent_stands_in_the_history_part_by_part(
    regency: Workplace, tmp_path: Path
) -> None:
    paths = send(regency, tmp_path / "awan.xlsx", splitting=Splitting(most_people=2))
    noted = {one.path: one for one in regency.report_history.all()}
    assert set(noted) == set(paths)
    for path in paths:
        checked = regency.report_checking.check(path, Job.quiet())
        facts = noted[path].facts
        assert (checked.agrees, checked.sha256) == (True, noted[path].content)
        assert (facts.kinds, facts.period, facts.as_of) == (("exchange",), OCTOBER, OCTOBER.last)
    assert sum(one.facts.people for one in noted.values()) == 5
    logged = [row.entry.act.kind for row in regency.audit.entries() if row.entry]
    assert logged.count("report") == len(paths)
    assert written_kinds(noted[paths[0]], ENGLISH) == "Exchange workbook for the province"
