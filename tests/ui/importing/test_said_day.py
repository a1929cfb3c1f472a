"""A month in a head or a title is proposed as the date of the counts, and taken only by a person."""

from datetime import date
from pathlib import Path

from openpyxl import load_workbook
from PySide6.QtWidgets import QPushButton

from app.ui.importing.day_line import DayLine
from app.ui.importing.mapping_header import MappingHeader
from tests.ui.importing.conftest import TODAY, Office, person, write_roster


def titled(folder: Path, words: str, sheet: str = "Data ASN") -> Path:
    path = write_roster(folder / "rekap.xlsx", [person(1), person(2)])
    book = load_workbook(path)
    book.active["A1"] = words
    book.active.title = sheet
    book.save(path)
    return path


def line(office: Office) -> DayLine:
    found = office.page.findChild(DayLine)
    assert found is not None
    return found


def press(office: Office, words: str) -> None:
    buttons = line(office).findChildren(QPushButton)
    next(one for one in buttons if words in (one.text(), one.accessibleName())).click()


def test_the_month_of_a_title_is_proposed_and_not_taken_by_itself(
    office: Office, tmp_path: Path
) -> None:
    office.open(titled(tmp_path, "REKAP PENGIKUT OKTOBER 2026"))
    assert line(office).isVisible()
    assert office.work.as_of == TODAY
    press(office, "Use 31 Oct 2026")
    office.rest()
    assert office.work.as_of == date(2026, 10, 31)
    assert not line(office).isVisible()


def test_the_name_of_a_sheet_says_it_as_well_and_can_be_put_away(
    office: Office, tmp_path: Path
) -> None:
    office.open(titled(tmp_path, "DAFTAR", "Sept 2026"))
    assert line(office).isVisible()
    press(office, "Keep the date of the counts")
    assert not line(office).isVisible()
    assert office.work.as_of == TODAY


def test_where_nothing_is_said_nothing_is_proposed(office: Office, tmp_path: Path) -> None:
    office.open(write_roster(tmp_path / "a.xlsx", [person(1)]))
    assert not line(office).isVisible()


def test_a_head_over_the_counts_says_it_before_any_title(office: Office, tmp_path: Path) -> None:
    path = titled(tmp_path, "REKAP PENGIKUT SEPTEMBER 2026")
    book = load_workbook(path)
    heads = {cell.value: cell for row in book.active.iter_rows() for cell in row}
    counts = next(cell for words, cell in heads.items() if "ollower" in str(words))
    counts.value = f"{counts.value} (Oktober 2026)"
    book.save(path)
    office.open(path)
    assert line(office).isVisible()
    press(office, "Use 31 Oct 2026")
    office.rest()
    assert office.work.as_of == date(2026, 10, 31)


def test_a_whole_day_in_the_head_of_the_counts_is_taken_and_not_asked_about(
    office: Office, tmp_path: Path
) -> None:
    heads = ["No", "NIP", "Nama", "Unit Kerja", "Akun IG", "Followers per 1 November 2026"]
    office.open(write_roster(tmp_path / "asn.xlsx", [person(1), person(2)], heads))
    office.rest()
    assert not line(office).isVisible()
    box = office.page.findChild(MappingHeader).box(5)
    assert box.accessibleDescription().endswith("as of 1 Nov 2026")
    (planned,) = office.work.prepared.plan.sheets
    days = {count.observed_on for row in planned.rows if row.write for count in row.write.counts}
    assert days == {date(2026, 11, 1)}


def test_a_day_in_a_head_that_is_still_to_come_is_neither_taken_nor_said(
    office: Office, tmp_path: Path
) -> None:
    heads = ["No", "NIP", "Nama", "Unit Kerja", "Akun IG", "Followers per 1 Desember 2026"]
    office.open(write_roster(tmp_path / "asn.xlsx", [person(1)], heads))
    office.rest()
    assert "as of" not in office.page.findChild(MappingHeader).box(5).accessibleDescription()
    (planned,) = office.work.prepared.plan.sheets
    days = {count.observed_on for row in planned.rows if row.write for count in row.write.counts}
    assert days == {TODAY}
