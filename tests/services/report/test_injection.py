"""Thirty texts that programs take for formulas and links, in every field of text: they stay texts."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from zipfile import ZipFile

import openpyxl
import pytest
import python_calamine
from openpyxl.utils.escape import unescape
from openpyxl.workbook.workbook import Workbook

from app.domain.office import Office, Signatory, SignatoryRole
from app.domain.person import Account
from app.domain.platform import Platform
from app.domain.report_kinds import USUAL_KINDS, ReportKind
from app.domain.standing import PersonStanding
from app.services.job import Job
from app.services.report import Decree, WriteReport
from tests.services.report.conftest import Build, Make
from tests.services.report.package import faults_of
from tests.services.report.payloads import PAYLOADS

IG, FB, X = Platform.INSTAGRAM, Platform.FACEBOOK, Platform.X
TEXTS = (
    "name",
    "title_front",
    "title_back",
    "status",
    "rank",
    "position",
    "unit",
    "organisation",
    "job_type",
    "echelon",
    "phone",
    "email",
    "note",
)
KINDS = USUAL_KINDS | {ReportKind.ANNEX, ReportKind.DATA}


@pytest.fixture
def people(make: Make) -> Callable[[str], list[PersonStanding]]:
    """Somebody on each list, with the text in each field, account and count."""

    def made(text: str) -> list[PersonStanding]:
        fields = dict.fromkeys(TEXTS, text)
        qualifies = make(1, {IG: "900", FB: text}, **fields)
        written = Account(X, written=text)
        # A finer unit is listed above its organisation, where they differ.
        other = make(2, {IG: "12"}, **(fields | {"organisation": f"Dinas {text}"}))
        return [replace(qualifies, accounts=(*qualifies.accounts, written)), other]

    return made


def office_with(text: str) -> Office:
    roles = (SignatoryRole.KNOWS, SignatoryRole.SIGNS)
    signing = tuple(Signatory(role, text, text, text, text) for role in roles)
    return Office(text, text, text, text, text, text, signatories=signing)


def expected(text: str) -> Mapping[str, str]:
    """What stands in some cell, for each field of text."""
    line = " ".join(text.split())
    return {
        "name in full": " ".join(f"{text} {text}, {text}".split()),
        "name, titles, status, rank, position, unit, organisation": line,
        "unit above organisation": f"{line}\n{' '.join(f'Dinas {text}'.split())}",
        "count that is no number": text,
        "account that names none": line,
        "government": f"PEMERINTAH {text.upper()}",
        "office": text.upper(),
        "address and telephone": f"{text}, Telephone {text}",
        "contact": text,
        "city": f"{text}, 20 November 2026",
        "position of a signatory": f"{text},",
        "name and rank of a signatory": text,
        "number of a signatory": f"NIP. {text}",
    }


def texts_in(book: Workbook) -> Iterator[str]:
    for sheet in book.worksheets:
        for row in sheet.iter_rows():
            for cell in row:
                assert cell.data_type not in ("f", "e"), (sheet.title, cell.coordinate)
                assert not cell.hyperlink
                if isinstance(cell.value, str):
                    # Excel writes "_x0041_" as "_x005F_x0041_"; openpyxl alone leaves it so.
                    found = unescape(cell.value)
                    yield found
                    if found[:1] in tuple("=+-@\t\r"):
                        assert cell.quotePrefix, (sheet.title, cell.coordinate)


@pytest.mark.parametrize("text", PAYLOADS)
def test_a_text_stays_the_same_text_in_every_field(
    text: str,
    people: Callable[[str], list[PersonStanding]],
    build: Build,
    service: WriteReport,
    tmp_path: Path,
) -> None:
    target = tmp_path / "laporan.xlsx"
    decree = Decree(text, text)
    book = build(
        people(text),
        office=office_with(text),
        kinds=KINDS,
        decree=decree,
    )
    service.write(book, target, Job.quiet())
    found = set(texts_in(openpyxl.load_workbook(target)))
    assert {field: told for field, told in expected(text).items() if told not in found} == {}
    annex = [told for told in found if re.match(r"(Annex|Number)\xa0+: ", told)]
    assert sorted(told.partition(": ")[2] for told in annex) == [text, text]
    assert faults_of(target) == []
    with ZipFile(target) as archive:
        sheets = [name for name in archive.namelist() if name.startswith("xl/worksheets/")]
        written = b"".join(archive.read(name) for name in sheets)
    assert b"<f>" not in written
    assert b"hyperlink" not in written


@pytest.mark.parametrize("text", PAYLOADS[::6])
def test_another_reader_gives_the_same_texts(
    text: str,
    people: Callable[[str], list[PersonStanding]],
    build: Build,
    service: WriteReport,
    tmp_path: Path,
) -> None:
    target = tmp_path / "laporan.xlsx"
    service.write(build(people(text), office=office_with(text), kinds=KINDS), target, Job.quiet())
    workbook = python_calamine.load_workbook(target)
    found = {
        str(value).strip()
        for name in workbook.sheet_names
        for row in workbook.get_sheet_by_name(name).to_python()
        for value in row
    }
    lost = {field: told for field, told in expected(text).items() if told.strip() not in found}
    assert lost == {}
