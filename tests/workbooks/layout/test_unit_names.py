"""Whose list a sheet is, where no column says it: title, name of the sheet, name of the file."""

from pathlib import Path

import pytest
from openpyxl import Workbook

from app.domain.roster import RosterRow
from app.services.importing import UnitOrigin
from app.services.importing.source import Source
from app.services.job import Job
from app.workbooks.layout.unit_names import unit_of_file

NIP = "199001022015012002"


@pytest.mark.parametrize(
    ("name", "unit"),
    [
        ("Dinas Kesehatan", "Dinas Kesehatan"),
        ("03. Kec. Sukatirta - data medsos", "Kec. Sukatirta"),
        ("12 Kecamatan Muara Tirta", "Kecamatan Muara Tirta"),
        ("Rekap Medsos ASN Dinas Sosial November 2026 (1)", "Dinas Sosial"),
        ("data_asn_bappeda_final", "bappeda"),
        ("SMPN 2", "SMPN 2"),
        ("Badan Kepegawaian - media sosial", "Badan Kepegawaian"),
        ("5) Kec. Kota Baru terbaru", "Kec. Kota Baru"),
        ("Kel_Baru Tengah", "Kel Baru Tengah"),
        ("III. Badan Keuangan Daerah 2026-11-20", "Badan Keuangan Daerah"),
        ("RSUD Tirta Jaya - akun dan followers", "RSUD Tirta Jaya"),
        ("Data ASN November 2026", ""),
        ("Kantor", ""),
        ("Bagian 2026", ""),
        ("simple_1", ""),
        ("siasn69_1_akun", ""),
        ("Laporan Dinas", ""),
        ("Laras Widuri", ""),
        ("", ""),
    ],
)
def test_a_file_names_a_unit_only_plainly(name: str, unit: str) -> None:
    assert unit_of_file(name) == unit


def write(path: Path, sheet: str = "Sheet1", title: str = "", unit: bool = False) -> Path:
    book = Workbook()
    page = book.active
    page.title = sheet
    if title:
        page.append([title])
    page.append(["NIP", "Nama", "Followers IG", *(["Unit Kerja"] if unit else [])])
    page.append([NIP, "Ana Lestari", 10, *(["Bidang Data"] if unit else [])])
    book.save(path)
    return path


def organisations(path: Path) -> tuple[list[str], UnitOrigin]:
    with Source.open(path, Job.quiet()) as source:
        (sheet,) = source.sheets
        rows = [row for row in source.people(sheet) if isinstance(row, RosterRow)]
        return [row.texts.get("organisation", "") for row in rows], sheet.layout.organisation_from


def test_the_title_goes_before_the_sheet_and_the_sheet_before_the_file(tmp_path: Path) -> None:
    path = tmp_path / "Dinas Sosial.xlsx"
    assert organisations(write(path)) == (["Dinas Sosial"], UnitOrigin.FILE)
    write(path, "Kec. Hulu")
    assert organisations(path) == (["Kec. Hulu"], UnitOrigin.SHEET)
    write(path, "Kec. Hulu", "DINAS KESEHATAN")
    assert organisations(path) == (["DINAS KESEHATAN"], UnitOrigin.TITLE)


def test_where_a_column_says_the_unit_no_name_is_asked(tmp_path: Path) -> None:
    path = write(tmp_path / "Dinas Sosial.xlsx", unit=True)
    assert organisations(path) == ([""], UnitOrigin.NOWHERE)


def test_what_a_person_says_stays_also_under_another_header(tmp_path: Path) -> None:
    with Source.open(write(tmp_path / "Dinas Sosial.xlsx"), Job.quiet()) as source:
        (sheet,) = source.sheets
        assert sheet.unit_names == ["Dinas Sosial"]
        sheet.set_organisation("")
        sheet.set_header(1, 1)
        (row,) = source.people(sheet)
        assert isinstance(row, RosterRow)
        assert "organisation" not in row.texts
        sheet.set_organisation("Dinas Baru")
        (row,) = source.people(sheet)
        assert isinstance(row, RosterRow)
        assert row.texts["organisation"] == "Dinas Baru"
