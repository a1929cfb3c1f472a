"""A written report is checked against its own proof: nothing changed, or these very cells."""

import random
import re
import shutil
import subprocess
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest

from app.domain.column_letters import column_letters
from app.domain.errors import NotAReport, ProofDamaged, ReportTooOld, WorkbookDamaged
from app.domain.platform import Platform
from app.domain.proof import PROOF_SHEET, SheetProof, SheetTaking, canonical
from app.domain.proof_check import DifferenceKind, differences
from app.domain.proof_cover import Uncovered
from app.domain.report import ReportBook
from app.domain.report_kinds import OFFICE_KINDS
from app.domain.standing import PersonStanding
from app.services.job import Job
from app.services.report import WriteReport
from app.services.report.checking import CheckReport
from app.workbooks.proof_reading import read_report
from app.workbooks.reading.child import chunks
from app.workbooks.reading.cleaning import put_dates, wash
from app.workbooks.reading.excel_door import ExcelDoor

Make = Callable[..., PersonStanding]
Build = Callable[..., ReportBook]

IG, FB = Platform.INSTAGRAM, Platform.FACEBOOK
ALL = OFFICE_KINDS


@pytest.fixture
def office(make: Make, build: Build) -> Callable[..., ReportBook]:
    def built(**options: object) -> ReportBook:
        people = [
            make(
                n, {IG: str(90 * n), FB: "1,2 rb"}, organisation=f"Dinas {n % 3}", unit=f"Unit {n}"
            )
            for n in range(1, 15)
        ]
        options.setdefault("kinds", ALL)
        return build(people, **options)

    return built


@pytest.fixture
def report(office: Callable[..., ReportBook], service: WriteReport, tmp_path: Path) -> Path:
    target = tmp_path / "laporan.xlsx"
    service.write(office(), target, Job.quiet())
    return target


def check(path: Path) -> list[tuple[str, int, int]]:
    found = CheckReport().check(path, Job.quiet())
    return [(one.sheet, one.row, one.column) for one in found.differences]


def changed(path: Path, part: str, change: Callable[[str], str]) -> Path:
    other = path.with_name("diubah.xlsx")
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(other, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            content = old.read(name)
            new.writestr(name, change(content.decode()) if name == part else content)
    return other


def test_a_report_as_it_was_written_agrees_with_its_proof(report: Path) -> None:
    found = CheckReport().check(report, Job.quiet())
    assert found.agrees
    assert found.rows > 40
    assert dict(found.facts)["Period"] == "November 2026"
    assert re.fullmatch("[0-9a-f]{64}", dict(found.facts)["Snapshot"])


def test_the_same_snapshot_gives_the_same_content(
    office: Callable[..., ReportBook], service: WriteReport, tmp_path: Path
) -> None:
    hashes = set()
    for name in ("satu.xlsx", "dua.xlsx"):
        service.write(office(), tmp_path / name, Job.quiet())
        hashes.add(CheckReport().check(tmp_path / name, Job.quiet()).sha256)
    assert len(hashes) == 1


def test_the_hash_of_a_content_is_known_with_and_without_a_workbook(
    office: Callable[..., ReportBook], service: WriteReport, tmp_path: Path
) -> None:
    target = tmp_path / "laporan.xlsx"
    written = service.write(office(), target, Job.quiet())
    assert written == CheckReport().check(target, Job.quiet()).sha256
    assert service.content_hash(office(), Job.quiet()) == written
    assert service.content_hash(office(masked_nip=True), Job.quiet()) != written
    assert list(tmp_path.iterdir()) == [target]


def test_each_footer_says_where_it_comes_from_and_the_proof_is_hidden(report: Path) -> None:
    sha256 = CheckReport().check(report, Job.quiet()).sha256
    book = openpyxl.load_workbook(report)
    assert book[PROOF_SHEET].sheet_state == "hidden"
    for sheet in book.worksheets[:-1]:
        left = sheet.oddFooter.left.text
        assert "November 2026" in left
        assert f"content {sha256[:12]}" in left


def spots_of(text: str) -> list[tuple[str, int]]:
    """Each digit of a value: its cell and its place. Of a fraction the first six decimals count."""
    found = []
    for cell in re.finditer(r'<c r="([A-Z]+\d+)"[^>/]*>(?:(?!</c>).)*</c>', text, re.DOTALL):
        for value in re.finditer(r"<v>([^<]*)</v>|<t[^>]*>([^<]*)</t>", cell.group(0)):
            group = 1 if value.group(1) is not None else 2
            words = value.group(group)
            if group == 1 and "." in words:
                words = words[: words.index(".") + 6]
            start = cell.start() + value.start(group)
            found += [
                (cell[1], start + at) for at, sign in enumerate(words) if sign in "0123456789"
            ]
    return found


def read_as_the_child_does(
    content: bytes, names: list[str], left_out: Mapping[str, tuple[Uncovered, ...]] | None = None
) -> list[SheetProof]:
    """The door of the reading child, without its process."""
    door = ExcelDoor("xlsx", content)
    sheets = []
    for index, name, hidden in door.sheets():
        taking, row = SheetTaking(name, 1 << 30, (left_out or {}).get(name, ())), 0
        for chunk in chunks(door.rows(index)) if not hidden else ():
            put_dates(chunk, wash(chunk))
            for cells in chunk:
                taking.take(row, [canonical(cell) for cell in cells])
                row += 1
        if name in names:
            sheets.append(taking.proof())
    return sheets


def test_one_edited_digit_is_found_in_each_of_500_mutations(report: Path) -> None:
    """A byte of one sheet is edited, and the whole file is read again each time."""
    rng = random.Random(500)
    proof = read_report(report, lambda done, total: None).proof
    names = [sheet.name for sheet in proof.sheets]
    with zipfile.ZipFile(report) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    texts = [parts[f"xl/worksheets/sheet{n}.xml"].decode() for n in range(1, len(names) + 1)]
    spots = [(n, *spot) for n, text in enumerate(texts) for spot in spots_of(text)]
    assert len({(n, cell) for n, cell, _ in spots}) > 300
    wrong = []
    for n, cell, at in rng.sample(spots, 500):
        text = texts[n]
        digit = rng.choice([each for each in "0123456789" if each != text[at]])
        content = BytesIO()
        with zipfile.ZipFile(content, "w") as new:
            for name, part in parts.items():
                is_it = name == f"xl/worksheets/sheet{n + 1}.xml"
                new.writestr(name, text[:at] + digit + text[at + 1 :] if is_it else part)
        found = list(differences(proof, read_as_the_child_does(content.getvalue(), names)))
        told = [(each.sheet, f"{column_letters(each.column)}{each.row + 1}") for each in found]
        if told != [(names[n], cell)]:
            wrong.append((names[n], cell, digit, told))
    assert not wrong


def test_the_edited_cell_is_named_with_both_values(report: Path) -> None:
    book = openpyxl.load_workbook(report)
    sheet = book["Data"]
    heads = [str(cell.value) for cell in sheet[1]]
    column = next(n for n, head in enumerate(heads, 1) if "ollower" in head)
    was = sheet.cell(5, column).value
    sheet.cell(5, column).value = was + 1
    book.save(report)
    found = CheckReport().check(report, Job.quiet())
    named = [
        (each.kind, each.sheet, each.row, each.column, each.before, each.now)
        for each in found.differences
    ]
    expected = (DifferenceKind.CELL, "Data", 4, column - 1, f"n{was}", f"n{was + 1}")
    # Formulas lose their values when they are saved without being worked out.
    assert expected in named
    assert not found.agrees


def test_a_row_taken_out_and_a_sheet_taken_out_are_named(report: Path) -> None:
    def without(text: str) -> str:
        return re.sub(r'<row r="4".*?</row>', "", text, count=1, flags=re.DOTALL)

    proof = read_report(report, lambda done, total: None).proof
    place = [sheet.name for sheet in proof.sheets].index("Data") + 1
    other = changed(report, f"xl/worksheets/sheet{place}.xml", without)
    found = CheckReport().check(other, Job.quiet())
    assert {(each.sheet, each.row) for each in found.differences} == {("Data", 3)}
    gone = changed(
        report, "xl/workbook.xml", lambda text: re.sub(r'<sheet name="Data"[^>]*/>', "", text)
    )
    kinds = [each.kind for each in CheckReport().check(gone, Job.quiet()).differences]
    assert kinds == [DifferenceKind.SHEET_GONE]


def test_a_report_with_masked_numbers_repeats_no_row_and_still_names_the_cell(
    office: Callable[..., ReportBook], service: WriteReport, tmp_path: Path
) -> None:
    target = tmp_path / "samar.xlsx"
    service.write(office(masked_nip=True), target, Job.quiet())
    proof = read_report(target, lambda done, total: None).proof
    assert all(sheet.lines is None for sheet in proof.sheets)
    place = [sheet.name for sheet in proof.sheets].index("Data") + 1
    part = f"xl/worksheets/sheet{place}.xml"
    other = changed(target, part, lambda text: text.replace("Orang 7<", "Orang 8<", 1))
    (found,) = CheckReport().check(other, Job.quiet()).differences
    assert (found.sheet, found.before, found.now) == ("Data", None, "tOrang 8")


def test_each_file_that_cannot_be_checked_is_refused_for_its_own_reason(
    office: Callable[..., ReportBook], service: WriteReport, report: Path, tmp_path: Path
) -> None:
    old = tmp_path / "lama.xlsx"
    service.write(replace(office(), origin=None), old, Job.quiet())
    foreign = tmp_path / "lain.xlsx"
    openpyxl.Workbook().save(foreign)
    damaged = tmp_path / "rusak.xlsx"
    damaged.write_bytes(report.read_bytes()[:5000])
    place = len(read_report(report, lambda done, total: None).proof.sheets) + 1
    part = f"xl/worksheets/sheet{place}.xml"
    touched = changed(report, part, lambda text: text.replace(">eJ", ">eK", 1))
    for path, reason in (
        (old, ReportTooOld),
        (foreign, NotAReport),
        (damaged, WorkbookDamaged),
        (touched, ProofDamaged),
    ):
        with pytest.raises(reason):
            check(path)


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed here")
def test_a_report_saved_again_by_libreoffice_agrees_until_somebody_edits_it(
    report: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "lagi"
    command = ["soffice", f"-env:UserInstallation=file://{tmp_path}/profile", "--headless"]
    command += ["--convert-to", "xlsx", "--outdir", str(folder), str(report)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    again = folder / report.name
    assert again.read_bytes() != report.read_bytes()
    assert check(again) == []
    edited = changed(
        again, "xl/sharedStrings.xml", lambda text: text.replace("Orang 7<", "Orang 8<", 1)
    )
    assert check(edited)
