"""The written workbook: opened again with two readers, and looked into as XML."""

import threading
from collections.abc import Callable
from datetime import date, datetime
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest
from PIL import Image

from app.domain.errors import Cancelled
from app.domain.office import Office
from app.domain.platform import Platform
from app.domain.report import ReportBook
from app.domain.standing import PersonStanding
from app.services.job import Job
from app.services.report import WriteReport

Make = Callable[..., PersonStanding]
Build = Callable[..., ReportBook]

IG = Platform.INSTAGRAM


def save(service: WriteReport, book: ReportBook, target: Path) -> openpyxl.Workbook:
    service.write(book, target, Job.quiet())
    return openpyxl.load_workbook(target)


def cells_of(book: openpyxl.Workbook) -> dict[str, object]:
    return {
        f"{sheet.title}!{cell.coordinate}": cell
        for sheet in book.worksheets
        for row in sheet.iter_rows()
        for cell in row
        if cell.value is not None
    }


@pytest.mark.parametrize("sign", ["\x00", "\x0b", "\x1f", "\ud800", "\ufffe", "\uffff"])
def test_signs_that_would_break_the_file_are_replaced(
    sign: str, make: Make, build: Build, service: WriteReport, tmp_path: Path
) -> None:
    person = make(1, {IG: "900"}, name=f"Ani{sign}Budi", organisation=f"Dinas{sign}A")
    book = save(service, build([person]), tmp_path / "laporan.xlsx")
    values = {cell.value for cell in cells_of(book).values()}
    assert values & {"Ani\ufffdBudi", "Ani Budi"}


def test_a_text_longer_than_a_cell_is_cut_to_what_excel_holds(
    make: Make, build: Build, service: WriteReport, tmp_path: Path
) -> None:
    person = make(1, {IG: "900"}, position="😀" * 20_000)
    book = save(service, build([person]), tmp_path / "laporan.xlsx")
    longest = max((str(cell.value) for cell in cells_of(book).values()), key=len)
    assert len(longest.encode("utf-16-le")) // 2 in (32_766, 32_767)


def test_nip_is_text_counts_are_numbers_and_days_are_dates(
    make: Make, build: Build, service: WriteReport, tmp_path: Path
) -> None:
    book = save(service, build([make(1, {IG: "1.234"})]), tmp_path / "laporan.xlsx")
    by_value = {cell.value: cell for cell in cells_of(book).values()}
    nip = by_value["19850101 201001 2 001"]
    assert (nip.data_type, nip.number_format) == ("s", "@")
    count = by_value[1234]
    assert (count.data_type, count.number_format) == ("n", "#,##0")
    day = by_value[datetime(2026, 11, 18)]
    assert day.number_format == "dd-mm-yyyy"
    assert day.value.date() == date(2026, 11, 18)


def test_a_list_is_folio_repeats_its_head_scrolls_filters_and_says_the_page(
    make: Make, build: Build, service: WriteReport, tmp_path: Path
) -> None:
    people = [make(n, {IG: "900"}) for n in range(3)]
    sheet = save(service, build(people), tmp_path / "laporan.xlsx")["Qualifying"]
    assert (sheet.page_setup.paperSize, sheet.page_setup.orientation) == (14, "landscape")
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    # One page wide is what a file says by saying nothing.
    assert (sheet.page_setup.fitToWidth or 1, sheet.page_setup.fitToHeight) == (1, 0)
    assert sheet.page_margins.left == pytest.approx(30 / 25.4)
    numbers = next(
        row[0].row for row in sheet.iter_rows(max_col=2) if [c.value for c in row] == [1, 2]
    )
    assert sheet.freeze_panes == f"A{numbers + 1}"
    assert sheet.print_title_rows == f"${numbers - 2}:${numbers}"
    assert sheet.auto_filter.ref == f"A{numbers}:N{numbers + 3}"
    assert sheet.oddFooter.left.text.startswith("Restricted · ")
    assert sheet.oddFooter.right.text == "Page &P of &N"
    assert sheet.cell(numbers - 2, 1).border.top.style == "thin"
    assert sheet.cell(numbers - 2, 1).font.name == "Arial"


def test_the_workbook_names_itself_and_no_user(
    build: Build, service: WriteReport, tmp_path: Path
) -> None:
    properties = save(service, build([]), tmp_path / "laporan.xlsx").properties
    assert properties.creator == "Gaung"
    assert properties.title == "Civil servants and their followers"
    assert properties.lastModifiedBy == "Gaung"


def test_nobody_qualifying_is_said_instead_of_an_empty_table(
    build: Build, service: WriteReport, tmp_path: Path
) -> None:
    book = save(service, build([]), tmp_path / "laporan.xlsx")
    values = [cell.value for cell in cells_of(book).values()]
    assert "Nobody qualifies as of 20 November 2026." in values


@pytest.mark.parametrize("form", ["PNG", "JPEG"])
def test_the_logo_stands_small_on_every_signed_sheet_and_not_on_working_lists(
    form: str, make: Make, build: Build, service: WriteReport, tmp_path: Path
) -> None:
    picture = BytesIO()
    Image.new("RGB", (1600, 2000), "navy").save(picture, form)
    office = Office("Pemerintah", "Dinas", logo=picture.getvalue())
    book = save(service, build([make(1, {IG: "900"})], office=office), tmp_path / "laporan.xlsx")
    with_logo = {sheet.title for sheet in book.worksheets if sheet._images}
    assert with_logo == {"Summary", "Qualifying", "Others"}
    image = book["Summary"]._images[0]
    assert max(image.width, image.height) <= 300


def test_a_logo_that_is_no_picture_any_more_does_not_stop_the_report(
    build: Build, service: WriteReport, tmp_path: Path
) -> None:
    office = Office("Pemerintah", "Dinas", logo=b"\x89PNG broken")
    book = save(service, build([], office=office), tmp_path / "laporan.xlsx")
    assert "PEMERINTAH" in [cell.value for cell in cells_of(book).values()]


def test_stopping_leaves_the_old_report_and_no_temporary_file(
    make: Make, build: Build, service: WriteReport, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    spools = tmp_path / "spools"
    spools.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(spools))
    target = tmp_path / "laporan.xlsx"
    target.write_bytes(b"old")
    book = build([make(n, {IG: "900"}) for n in range(300)])
    steps: list[int] = []

    def stop_soon(done: int, total: int) -> None:
        steps.append(done)
        if done > 250:
            raise Cancelled

    job = Job(stop_soon, threading.Event())
    with pytest.raises(Cancelled):
        service.write(book, target, job)
    assert steps
    assert target.read_bytes() == b"old"
    assert not list(tmp_path.glob("*.tmp"))
    assert not list(spools.iterdir())
