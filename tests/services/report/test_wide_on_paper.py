"""The widest sheet of a workbook is set up for paper so that people can read it there."""

from pathlib import Path

import openpyxl

from app.domain.platform import Platform
from app.domain.report_kinds import ReportKind
from app.services.job import Job
from app.services.report import WriteReport
from tests.services.report.conftest import Build, Make


def test_the_raw_data_are_printed_on_pages_side_by_side_in_letters_that_can_be_read(
    make: Make, build: Build, service: WriteReport, tmp_path: Path
) -> None:
    people = [make(n, {Platform.INSTAGRAM: "700"}) for n in range(1, 4)]
    target = tmp_path / "a.xlsx"
    service.write(build(people, kinds=frozenset((ReportKind.DATA,))), target, Job.quiet())
    sheet = openpyxl.load_workbook(target)["Data"]
    fitted = sheet.sheet_properties.pageSetUpPr
    assert fitted is None or not fitted.fitToPage
    assert (sheet.page_setup.scale, sheet.page_setup.pageOrder) == (70, "overThenDown")
    assert (sheet.print_title_cols, sheet.print_title_rows) == ("$A:$B", "$1:$1")
    heads = [cell.value for cell in sheet[1]]
    assert [heads[mark.id] for mark in sheet.col_breaks.brk] == ["IG account", "YT account"]
    # A text that is longer than its column becomes smaller, as in the preview, and is never cut.
    assert all(cell.alignment.shrink_to_fit for cell in sheet[2] if cell.value is not None)
