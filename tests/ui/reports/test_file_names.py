"""File names: what every system accepts, and what says which month it is."""

from datetime import date
from pathlib import Path

import pytest

from app.domain.file_names import copy_name, file_name
from app.ui.reports.file_names import suggested_name
from app.wording.language import Language

DAY = date(2026, 11, 20)


def test_a_report_is_called_after_its_office_and_month(language: Language) -> None:
    name = suggested_name("Diskominfo", DAY, language)
    assert name == "Qualifying civil servants Diskominfo November 2026.xlsx"


def test_an_office_without_a_name_leaves_no_gap(language: Language) -> None:
    assert suggested_name("", DAY, language) == "Qualifying civil servants November 2026.xlsx"


def test_signs_that_windows_refuses_leave_the_name() -> None:
    assert file_name('Dinas A/B: "Kominfo"? <x>|*\\\n') == "Dinas A B Kominfo x.xlsx"


@pytest.mark.parametrize("typed", ["Laporan", "Laporan.xlsx", "Laporan.XLSX", " Laporan.xls. "])
def test_there_is_one_suffix_and_it_is_the_right_one(typed: str) -> None:
    assert file_name(typed).startswith("Laporan")
    assert file_name(typed).endswith(".xlsx")


@pytest.mark.parametrize(
    ("typed", "written"),
    [("Laporan.xls", "Laporan.xlsx"), ("Laporan. . ", "Laporan.xlsx"), ("con", "con_.xlsx")],
)
def test_what_windows_would_drop_or_keep_for_itself_is_avoided(typed: str, written: str) -> None:
    assert file_name(typed) == written


@pytest.mark.parametrize("typed", ["", "  ", "???", ".xlsx", ". ."])
def test_nothing_usable_is_no_name(typed: str) -> None:
    assert file_name(typed) == ""


def test_a_very_long_name_is_cut_before_its_suffix() -> None:
    name = file_name("a" * 400)
    assert len(name) < 130
    assert name.endswith("a.xlsx")


def test_the_mark_of_the_sample_stands_at_the_end_exactly_once() -> None:
    name = file_name("Laporan", "CONTOH")
    assert name == "Laporan (CONTOH).xlsx"
    assert file_name(name, "CONTOH") == name
    assert file_name("a" * 400, "CONTOH").endswith("a (CONTOH).xlsx")


def test_a_copy_keeps_the_name_and_the_mark() -> None:
    assert copy_name("Laporan.xlsx", 2) == "Laporan (2).xlsx"
    assert copy_name("Laporan (CONTOH).xlsx", 3, "CONTOH") == "Laporan (3) (CONTOH).xlsx"


def test_a_name_never_leads_out_of_its_folder(tmp_path: Path) -> None:
    for typed in ("../../x", "..", "C:\\x", "/etc/passwd"):
        name = file_name(typed)
        assert not name or (tmp_path / name).parent == tmp_path
