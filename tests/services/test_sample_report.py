"""Nothing of the invented office can pass for a real report."""

from dataclasses import replace
from datetime import date
from pathlib import Path

from app.domain.office import Office
from app.domain.report_kinds import ReportKind
from app.domain.rule import RULE_A
from app.services.report import ReportOptions, WriteReport
from app.services.sample_report import marked_as_sample
from app.wording.language import Language

ENGLISH = Language("en", Path())
OFFICE = Office(government="Kabupaten Tirta Jaya", name="Dinas Kominfo")


def book(letterhead: bool = True):
    options = ReportOptions(letterhead=letterhead)
    return WriteReport(ENGLISH).build([], RULE_A, date(2026, 11, 20), OFFICE, options)


def test_every_sheet_of_a_sample_says_so_in_each_line_of_its_title_and_at_its_foot() -> None:
    marked = marked_as_sample(book(), ENGLISH)
    assert "SAMPLE" in marked.title
    assert marked.sheets
    for sheet in marked.sheets:
        assert all("(SAMPLE)" in line for line in sheet.title)
        assert sheet.footer.left.startswith("SAMPLE")


def test_the_letterhead_of_a_sample_is_not_that_of_an_office() -> None:
    heads = [sheet.letterhead for sheet in marked_as_sample(book(), ENGLISH).sheets]
    assert any(heads)
    assert all(head is None or head.office == "DINAS KOMINFO (SAMPLE)" for head in heads)


def test_a_sample_without_a_letterhead_is_marked_all_the_same() -> None:
    marked = marked_as_sample(book(letterhead=False), ENGLISH)
    assert all(sheet.letterhead is None for sheet in marked.sheets)
    assert all("(SAMPLE)" in sheet.title[0] for sheet in marked.sheets)


def test_raw_data_of_a_sample_say_so_in_the_name_of_their_sheet() -> None:
    options = ReportOptions(kinds=frozenset({ReportKind.DATA}))
    plain = WriteReport(ENGLISH).build([], RULE_A, date(2026, 11, 20), OFFICE, options)
    (sheet,) = marked_as_sample(plain, ENGLISH).sheets
    assert sheet.name == "Data (SAMPLE)"


def test_the_mark_changes_nothing_else() -> None:
    plain, marked = book(), marked_as_sample(book(), ENGLISH)
    for before, after in zip(plain.sheets, marked.sheets, strict=True):
        same = replace(
            after, title=before.title, footer=before.footer, letterhead=before.letterhead
        )
        assert same == before
