"""A filled template of the office proves itself, as our own books do, and says where it does not."""

import random
import re
import shutil
import subprocess
import zipfile
from collections.abc import Callable
from datetime import datetime
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.comments import Comment
from openpyxl.drawing.image import Image
from openpyxl.utils.escape import unescape
from openpyxl.worksheet.formula import ArrayFormula
from PIL import Image as Picture

from app.domain.column_letters import column_letters
from app.domain.errors import Cancelled, TemplateUnusable
from app.domain.platform import Platform
from app.domain.proof import PROOF_SHEET
from app.domain.proof_check import DifferenceKind, differences
from app.domain.rollup.enclosure import CONTENT_SHEET
from app.domain.rule import RULE_A
from app.domain.standing import PersonStanding
from app.domain.template import TemplateFault
from app.services.job import Job
from app.services.report import ReportOptions
from app.services.report.checking import CheckedReport, CheckReport
from app.services.report.template import FilledTemplate, FillTemplate
from app.wording.language import Language
from app.workbooks.proof_reading import read_report
from tests.services.report.conftest import AS_OF, OFFICE, Make
from tests.services.report.test_proof import changed, read_as_the_child_does, spots_of

ENGLISH = Language("en", Path())
QUIET = Job.quiet()

SHEET = "xl/worksheets/sheet1.xml"
Draw = Callable[[Any], None]


def plain(sheet: Any) -> None:
    """Values only."""


def summed(sheet: Any) -> None:
    """A column of formulas and a total below."""
    sheet["E6"] = "=D6*2"
    sheet["D8"] = "=SUM(D6:D6)"


def drawn(folder: Path, draw: Draw = plain) -> Path:
    workbook = Workbook()
    sheet = workbook.worksheets[0]
    sheet.title = "Daftar"
    sheet["A1"] = "{{kantor}}"
    sheet["A2"] = "Keadaan per {{tanggal}}, {{jumlah}} orang"
    sheet["F1"], sheet["F2"], sheet["F3"] = True, datetime(2026, 3, 1, 7, 30), 0.125
    row = ("{{asn.no}}", "{{asn.nama}}", "{{asn.nip}}", "{{asn.pengikut_instagram}}")
    for column, text in enumerate(row, start=1):
        sheet.cell(6, column, text)
    sheet["G6"] = "{{asn.tanggal}}"
    draw(sheet)
    path = folder / "formulir.xlsx"
    workbook.save(path)
    return path


@pytest.fixture
def fill(tmp_path: Path, make: Make) -> Callable[..., Path]:
    """Draws a template and fills it with three people."""

    def filled(draw: Draw = plain, **options: Any) -> Path:
        target = tmp_path / "laporan.xlsx"
        write(drawn(tmp_path, draw), target, people(make), ReportOptions(**options))
        return target

    return filled


def people(make: Make, number: int = 3) -> list[PersonStanding]:
    return [make(n, {Platform.INSTAGRAM: str(510 + n)}) for n in range(1, number + 1)]


def write(
    template: Path, target: Path, found: list[PersonStanding], options: ReportOptions | None = None
) -> FilledTemplate:
    return FillTemplate(ENGLISH).write(
        template, target, found, RULE_A, AS_OF, OFFICE, QUIET, options
    )


def check(path: Path) -> CheckedReport:
    return CheckReport().check(path, QUIET)


def places(found: CheckedReport) -> list[str]:
    return [f"{one.sheet} {column_letters(one.column)}{one.row + 1}" for one in found.differences]


def edited(path: Path, cell: str, value: object) -> Path:
    book = load_workbook(path)
    book["Daftar"][cell] = value
    other = path.with_name("diubah.xlsx")
    book.save(other)
    return other


def test_a_filled_template_agrees_and_says_where_it_comes_from(fill: Callable[..., Path]) -> None:
    found = check(fill())
    assert found.agrees
    facts = dict(found.facts)
    assert facts["Period"] == "November 2026"
    assert facts["Form"] == "formulir.xlsx"
    assert "500" in facts["Rule"]
    assert "18 November 2026" in facts["Counts"]
    assert re.fullmatch("[0-9a-f]{64}", facts["Snapshot"])
    assert (found.uncovered, "Not covered" in facts) == (0, False)
    assert load_workbook(found.path)[PROOF_SHEET].sheet_state == "hidden"


def test_the_same_snapshot_in_the_same_form_has_the_same_content(
    tmp_path: Path, make: Make
) -> None:
    form = drawn(tmp_path)
    paths = [tmp_path / name for name in ("a.xlsx", "b.xlsx")]
    hashes = {write(form, path, people(make)).content for path in paths}
    assert hashes == {check(path).sha256 for path in paths}
    assert len(hashes) == 1


def test_the_edited_cell_is_named_with_both_values(fill: Callable[..., Path]) -> None:
    (one,) = check(edited(fill(), "D7", 513)).differences
    assert (one.kind, one.sheet, one.row, one.column) == (DifferenceKind.CELL, "Daftar", 6, 3)
    assert (one.before, one.now) == ("n512", "n513")


def test_one_edited_digit_is_found_in_every_cell_that_is_covered(
    fill: Callable[..., Path],
) -> None:
    """A byte of the sheet is edited, each digit once."""
    report = fill(summed)
    proof = read_report(report, lambda done, total: None).proof
    with zipfile.ZipFile(report) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    text = parts[SHEET].decode()
    spots = spots_of(text)
    assert len({cell for cell, _ in spots}) > 12
    assert len(spots) > 90
    left_out = {sheet.name: sheet.uncovered for sheet in proof.sheets}
    rng, missed = random.Random(6), []
    for cell, at in spots:
        # F1 holds a truth, which knows two digits only.
        signs = "01" if cell == "F1" else "0123456789"
        digit = rng.choice([each for each in signs if each != text[at]])
        content = BytesIO()
        with zipfile.ZipFile(content, "w") as new:
            for part, whole in parts.items():
                is_it = part == SHEET
                new.writestr(part, text[:at] + digit + text[at + 1 :] if is_it else whole)
        now = read_as_the_child_does(content.getvalue(), ["Daftar"], left_out)
        named = [f"{column_letters(one.column)}{one.row + 1}" for one in differences(proof, now)]
        if named != [cell]:
            missed.append((cell, digit, named))
    assert not missed


def test_cells_with_formulas_are_left_out_and_that_is_said(fill: Callable[..., Path]) -> None:
    report = fill(summed)
    found = check(report)
    assert (found.agrees, found.uncovered) == (True, 4)
    assert dict(found.facts)["Not covered"] == "4 cells with formulas: Daftar D10, Daftar E6:E8"
    worked_out = edited(edited(edited(report, "E6", 1022), "E7", 1024), "D10", 1536)
    assert check(worked_out).agrees
    assert places(check(edited(worked_out, "D8", 9))) == ["Daftar D8"]


def test_all_cells_of_an_array_formula_are_left_out(fill: Callable[..., Path]) -> None:
    def spread(sheet: Any) -> None:
        sheet["H1"] = ArrayFormula("H1:H3", "=F3:F5*2")
        sheet["H2"], sheet["H3"] = 0, 0

    report = fill(spread)
    assert check(report).uncovered == 3
    assert check(edited(report, "H2", 7)).agrees


def test_nobody_takes_a_cell_out_of_the_proof_unseen(fill: Callable[..., Path]) -> None:
    proof = read_report(fill(summed), lambda done, total: None).proof
    (sheet,) = proof.sheets
    wider = type(sheet)(sheet.name, sheet.rows, sheet.columns, sheet.lines, sheet.uncovered * 2)
    assert proof.is_sound
    assert not type(proof)(proof.facts, (wider,), proof.sha256).is_sound


@pytest.mark.parametrize("name", [PROOF_SHEET, CONTENT_SHEET, "BUKTI GAUNG"])
def test_a_template_with_a_sheet_of_our_name_is_refused(
    name: str, tmp_path: Path, make: Make
) -> None:
    form = drawn(tmp_path, lambda sheet: sheet.parent.create_sheet(name))
    for look in (
        lambda: FillTemplate(ENGLISH).look(form),
        lambda: write(form, tmp_path / "a.xlsx", people(make)),
    ):
        with pytest.raises(TemplateUnusable) as refused:
            look()
        assert (refused.value.fault, refused.value.sheet) == (TemplateFault.OUR_SHEET, name)
    assert not (tmp_path / "a.xlsx").exists()


def test_masked_numbers_are_not_repeated_in_the_proof(fill: Callable[..., Path]) -> None:
    report = fill(masked_nip=True)
    assert all(
        sheet.lines is None for sheet in read_report(report, lambda done, total: None).proof.sheets
    )
    assert check(report).agrees


def test_a_free_foot_of_the_page_carries_the_proof(fill: Callable[..., Path]) -> None:
    report = fill()
    foot = load_workbook(report)["Daftar"].oddFooter
    words = foot.left.text
    assert words.startswith("Restricted · November 2026 · rule a · counts 18-11-2026 · snapshot ")
    assert words.endswith(f" · content {check(report).sha256[:12]}")
    assert (foot.left.font, foot.left.size) == ("Arial,Regular", 8)


def test_a_foot_of_the_office_keeps_its_words_above_ours(fill: Callable[..., Path]) -> None:
    def footed(sheet: Any) -> None:
        sheet.oddFooter.center.text = "Rahasia && penting\n2026"
        sheet.oddFooter.right.text = "&P/&N"
        sheet.HeaderFooter.differentFirst = True
        sheet.firstFooter.left.text = "Halaman pertama"
        sheet.evenFooter.left.text = "never printed"

    report = fill(footed)
    with zipfile.ZipFile(report) as archive:
        # LibreOffice would print the other spelling of a break, "_x000a_".
        assert b"_x000" not in archive.read(SHEET)
    sheet = load_workbook(report)["Daftar"]
    odd, first = sheet.oddFooter, sheet.firstFooter
    assert odd.center.text == "Rahasia && penting\n2026\n "
    assert odd.right.text == "&P/&N\n \n "
    assert odd.left.text.count("\n") == 2
    assert "content" in odd.left.text
    assert first.left.text.startswith("Halaman pertama\n ")
    assert "content" in first.left.text
    assert sheet.evenFooter.left.text == "never printed"


@pytest.mark.parametrize(
    ("signs", "wanted"), [(140, r" Restricted · content \w{12}$"), (250, r"^$")]
)
def test_a_foot_with_little_room_has_fewer_words_or_none(
    signs: int, wanted: str, fill: Callable[..., Path]
) -> None:
    def full(sheet: Any) -> None:
        sheet.oddFooter.right.text = "x" * signs

    foot = load_workbook(fill(full))["Daftar"].oddFooter
    assert len(unescape(str(foot))) <= 255
    assert re.search(wanted, foot.left.text or "")
    assert (foot.right.text or "").startswith("x" * signs)


def test_pictures_and_comments_outlive_the_two_savings(fill: Callable[..., Path]) -> None:
    def decorated(sheet: Any) -> None:
        for size, kind in ((8, "PNG"), (9, "JPEG"), (10, "BMP")):
            picture = BytesIO()
            Picture.new("RGB", (size, size), "red").save(picture, kind)
            sheet.add_image(Image(picture), f"J{size}")
        sheet["A1"].comment = Comment("dari kantor", "Sekar")

    report = fill(decorated)
    assert check(report).agrees
    sheet = load_workbook(report)["Daftar"]
    assert sheet["A1"].comment.text == "dari kantor"
    assert sorted(image.width for image in sheet._images) == [8, 9, 10]


def test_work_that_is_stopped_while_the_proof_is_read_leaves_what_stood_there(
    tmp_path: Path, make: Make
) -> None:
    target, form = tmp_path / "laporan.xlsx", drawn(tmp_path)
    target.write_bytes(b"yang lama")
    steps = []

    class Stopping(Job):
        def step(self, done: int, total: int) -> None:
            steps.append((done, total))
            if len(steps) > 3:
                raise Cancelled

    with pytest.raises(Cancelled):
        FillTemplate(ENGLISH).write(
            form, target, people(make), RULE_A, AS_OF, OFFICE, Stopping.quiet()
        )
    assert (steps[0], steps[-1]) == ((1, 3), (3, 3))
    assert target.read_bytes() == b"yang lama"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["formulir.xlsx", "laporan.xlsx"]


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed here")
def test_a_filled_template_saved_again_by_libreoffice_agrees_until_somebody_edits_it(
    fill: Callable[..., Path], tmp_path: Path
) -> None:
    report, folder = fill(summed), tmp_path / "lagi"
    command = ["soffice", f"-env:UserInstallation=file://{tmp_path}/profile", "--headless"]
    command += ["--convert-to", "xlsx", "--outdir", str(folder), str(report)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    again = folder / report.name
    # There the formulas have their values now.
    assert load_workbook(again, data_only=True)["Daftar"]["D10"].value == 511 + 512 + 513
    assert check(again).agrees
    other = changed(
        again, "xl/sharedStrings.xml", lambda text: text.replace("Orang 2<", "Orang 8<", 1)
    )
    assert places(check(other)) == ["Daftar B7"]
