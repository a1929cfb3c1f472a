"""The office's own template keeps its form, grows by its marked row, and says what it would lose."""

from collections.abc import Callable, Sequence
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.chart import BarChart, Reference
from openpyxl.drawing.image import Image
from openpyxl.formatting.rule import CellIsRule
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.pagebreak import Break
from openpyxl.worksheet.table import Table
from PIL import Image as Picture

from app.domain.errors import Cancelled, TemplateUnusable, WorkbookDamaged
from app.domain.platform import Platform
from app.domain.rule import RULE_A
from app.domain.standing import PersonStanding
from app.domain.template import Loss, TemplateFault
from app.services.job import Job
from app.services.report.template import FillTemplate, known_names
from app.wording.language import Language
from tests.services.report.conftest import AS_OF, OFFICE, Make

Draw = Callable[[Any], None]

ROW = 6
"""Of the marked row in the template of these tests."""


@pytest.fixture
def english() -> Language:
    return Language("en", Path())


@pytest.fixture
def fill(tmp_path: Path, english: Language) -> Callable[..., Any]:
    """Draws a template, fills it, and gives the workbook that came out."""

    def filled(draw: Draw, people: Sequence[PersonStanding]) -> Any:
        template = drawn(tmp_path, draw)
        target = tmp_path / "laporan.xlsx"
        FillTemplate(english).write(template, target, people, RULE_A, AS_OF, OFFICE, Job.quiet())
        return load_workbook(target, rich_text=True)

    return filled


def drawn(folder: Path, draw: Draw) -> Path:
    workbook = Workbook()
    sheet = workbook.active
    assert sheet is not None
    sheet.title = "Daftar"
    sheet["A1"] = "{{ Kantor }}"
    sheet["A2"] = "Keadaan per {{tanggal}}, {{jumlah}} orang"
    for column, text in enumerate(("No", "Nama", "NIP", "IG", "Dua kali"), start=1):
        sheet.cell(ROW - 1, column, text)
    row = ("{{asn.no}}", "{{asn.nama}}", "{{asn.nip}}", "{{asn.pengikut_instagram}}", f"=D{ROW}*2")
    for column, text in enumerate(row, start=1):
        sheet.cell(ROW, column, text)
    draw(sheet)
    path = folder / "formulir.xlsx"
    workbook.save(path)
    return path


def nothing_more(sheet: Any) -> None:
    """The plain template."""


def counted(make: Make, number: int, count: str, **fields: object) -> PersonStanding:
    return make(number, {Platform.INSTAGRAM: count}, **fields)


def three(make: Make) -> list[PersonStanding]:
    return [counted(make, number, str(500 + number)) for number in (1, 2, 3)]


def column(sheet: Any, letter: str, rows: int = 3) -> list[object]:
    return [sheet[f"{letter}{row}"].value for row in range(ROW, ROW + rows)]


def test_every_person_who_qualifies_gets_a_row_and_the_rest_its_value(
    fill: Callable[..., Any], make: Make
) -> None:
    sheet = fill(nothing_more, [*three(make), counted(make, 9, "10")]).active

    assert sheet["A1"].value == OFFICE.name
    assert sheet["A2"].value == "Keadaan per 20 November 2026, 3 orang"
    assert column(sheet, "A") == [1, 2, 3]
    assert column(sheet, "D") == [501, 502, 503]
    assert column(sheet, "E") == ["=D6*2", "=D7*2", "=D8*2"]
    assert all(isinstance(nip, str) for nip in column(sheet, "C"))
    assert {sheet[f"C{row}"].number_format for row in (6, 7, 8)} == {"@"}
    assert sheet["A9"].value is None


def test_names_may_be_written_in_english_with_blanks_and_capitals(
    fill: Callable[..., Any], make: Make
) -> None:
    def draw(sheet: Any) -> None:
        sheet["B6"] = "{{ ASN.Name }}"
        sheet["A3"] = "{{Noted By Name}}"

    sheet = fill(draw, three(make)).active
    assert sheet["A3"].value == OFFICE.signatories[0].name
    assert column(sheet, "B") == [one.person.full_name for one in three(make)]


def test_what_stands_below_moves_down_and_still_points_at_the_same(
    fill: Callable[..., Any], make: Make
) -> None:
    def draw(sheet: Any) -> None:
        sheet["C8"] = "Jumlah"
        sheet["D8"] = f"=SUM(D{ROW}:D{ROW})"
        sheet["E8"] = "=D8+A2+SUM($D$5:$D$7)"
        sheet["A10"] = "{{mengetahui_nama}}"
        sheet.merge_cells("A10:C11")
        sheet.row_dimensions[10].height = 33
        sheet.row_dimensions[ROW].height = 21
        sheet.row_breaks.append(Break(id=9))
        sheet.print_area = "A1:E12"
        sheet.print_title_rows = "5:5"
        other = sheet.parent.create_sheet("Lain")
        other["A1"] = "=Daftar!D8"
        sheet.parent.defined_names["total"] = DefinedName("total", attr_text="Daftar!$D$8")

    book = fill(draw, three(make))
    sheet = book["Daftar"]
    assert sheet["D10"].value == "=SUM(D6:D8)"
    assert sheet["E10"].value == "=D10+A2+SUM($D$5:$D$9)"
    assert sheet["A12"].value == OFFICE.signatories[0].name
    assert [str(some) for some in sheet.merged_cells.ranges] == ["A12:C13"]
    assert [sheet.row_dimensions[row].height for row in (6, 7, 8, 10, 12)] == [21, 21, 21, None, 33]
    assert [mark.id for mark in sheet.row_breaks.brk] == [11]
    assert sheet.print_area == "'Daftar'!$A$1:$E$14"
    assert sheet.print_title_rows == "$5:$5"
    assert book["Lain"]["A1"].value == "=Daftar!D10"
    assert book.defined_names["total"].attr_text == "Daftar!$D$10"


def test_looks_joined_cells_and_checks_of_the_marked_row_come_in_each_row(
    fill: Callable[..., Any], make: Make
) -> None:
    def draw(sheet: Any) -> None:
        sheet["B6"].font = Font(name="Times New Roman", size=13, bold=True)
        sheet["B6"].fill = PatternFill("solid", fgColor="FFDDEEFF")
        sheet["B6"].alignment = Alignment(wrap_text=True)
        sheet.merge_cells("F6:G6")
        sheet.conditional_formatting.add("D6", CellIsRule(operator="lessThan", formula=["$D$8"]))
        check = DataValidation(type="list", formula1='"Ya,Tidak"')
        check.add("H6")
        sheet.add_data_validation(check)
        sheet.add_table(Table(displayName="Daftar1", ref="A5:E6"))

    sheet = fill(draw, three(make)).active
    for row in (6, 7, 8):
        cell = sheet[f"B{row}"]
        assert (cell.font.name, cell.font.sz, cell.font.b) == ("Times New Roman", 13, True)
        assert (cell.fill.fgColor.rgb, cell.alignment.wrap_text) == ("FFDDEEFF", True)
    assert {str(some) for some in sheet.merged_cells.ranges} == {"F6:G6", "F7:G7", "F8:G8"}
    (shaded,) = sheet.conditional_formatting
    assert (str(shaded.sqref), shaded.rules[0].formula) == ("D6:D8", ["$D$10"])
    assert [str(check.sqref) for check in sheet.data_validations.dataValidation] == ["H6:H8"]
    assert sheet.tables["Daftar1"].ref == "A5:E8"


def test_pictures_and_charts_below_move_along(fill: Callable[..., Any], make: Make) -> None:
    def draw(sheet: Any) -> None:
        for cell in ("A10", "A1"):
            picture = BytesIO()
            Picture.new("RGB", (8, 8), "red").save(picture, "PNG")
            sheet.add_image(Image(picture), cell)
        chart = BarChart()
        chart.add_data(Reference(sheet, min_col=4, min_row=ROW, max_row=ROW))
        sheet.add_chart(chart, "C12")

    sheet = fill(draw, three(make)).active
    assert sorted(image.anchor._from.row for image in sheet._images) == [0, 11]
    (chart,) = sheet._charts
    assert chart.anchor._from.row == 13
    assert chart.series[0].val.numRef.f == "'Daftar'!$D$6:$D$8"


def test_a_row_grows_with_wrapped_text_unless_the_office_chose_its_height(
    fill: Callable[..., Any], make: Make
) -> None:
    long = {"name": "Nama Yang Panjang Sekali Sehingga Tidak Muat Pada Satu Baris"}

    def wrapped(sheet: Any) -> None:
        sheet["B6"].alignment = Alignment(wrap_text=True)

    def chosen(sheet: Any) -> None:
        wrapped(sheet)
        sheet.row_dimensions[ROW].height = 18

    people = [counted(make, 1, "700", **long), counted(make, 2, "700", name="Ani")]
    rows = fill(wrapped, people).active.row_dimensions
    assert rows[ROW].height is None
    assert rows[ROW + 1].height > 3 * 11
    rows = fill(chosen, people).active.row_dimensions
    assert [rows[row].height for row in (ROW, ROW + 1)] == [18, 18]


def test_letters_inside_a_cell_keep_their_looks(fill: Callable[..., Any], make: Make) -> None:
    def draw(sheet: Any) -> None:
        bold = TextBlock(InlineFont(b=True), "{{kantor}}")
        sheet["A3"] = CellRichText("Oleh ", bold)

    value = fill(draw, three(make)).active["A3"].value
    assert str(value) == f"Oleh {OFFICE.name}"
    assert value[1].font.b


def test_nobody_leaves_one_row_that_says_so(fill: Callable[..., Any], make: Make) -> None:
    sheet = fill(nothing_more, [counted(make, 9, "10")]).active
    assert column(sheet, "B", rows=1) == ["Nobody."]
    assert column(sheet, "A", rows=1) == [None]
    assert sheet["A2"].value == "Keadaan per 20 November 2026, 0 orang"


@pytest.mark.parametrize("text", ["=1+1", "+62", "-1", "@SUM(A1)", '=HYPERLINK("x")', "{{kantor}}"])
def test_no_text_of_a_person_becomes_a_formula_or_asks_for_anything(
    text: str, fill: Callable[..., Any], make: Make
) -> None:
    sheet = fill(nothing_more, [counted(make, 1, "700", name=text)]).active
    assert sheet["B6"].value == text
    assert sheet["B6"].data_type == "s"
    assert sheet["B6"].hyperlink is None


def test_the_template_itself_stays_as_it_is(tmp_path: Path, english: Language, make: Make) -> None:
    template = drawn(tmp_path, nothing_more)
    before = template.read_bytes()
    FillTemplate(english).write(
        template, tmp_path / "a.xlsx", three(make), RULE_A, AS_OF, OFFICE, Job.quiet()
    )
    assert template.read_bytes() == before


def test_work_that_is_stopped_leaves_what_stood_there(
    tmp_path: Path, english: Language, make: Make
) -> None:
    target = tmp_path / "laporan.xlsx"
    target.write_bytes(b"yang lama")

    class Stopped(Job):
        def step(self, done: int, total: int) -> None:
            raise Cancelled

    template = drawn(tmp_path, nothing_more)
    with pytest.raises(Cancelled):
        FillTemplate(english).write(
            template, target, three(make), RULE_A, AS_OF, OFFICE, Stopped.quiet()
        )
    assert target.read_bytes() == b"yang lama"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["formulir.xlsx", "laporan.xlsx"]


# ------------------------------------------------------------------ looked at beforehand


def test_a_look_tells_the_names_and_where_an_unknown_one_stands(
    tmp_path: Path, english: Language
) -> None:
    def draw(sheet: Any) -> None:
        sheet["B3"] = "{{kantr}}"

    found = FillTemplate(english).look(drawn(tmp_path, draw))
    assert {"kantor", "asn.nama", "jumlah"} <= found.names
    assert {name: (place.sheet, place.cell) for name, place in found.unknown.items()} == {
        "kantr": ("Daftar", "B3")
    }
    assert found.losses == ()


def test_every_name_that_is_known_is_filled(
    tmp_path: Path, fill: Callable[..., Any], make: Make
) -> None:
    names = sorted(known_names())

    def draw(sheet: Any) -> None:
        for place, name in enumerate(names, start=10):
            sheet.cell(ROW if name.startswith("asn.") else 3, place, f"{{{{{name}}}}}")

    sheet = fill(draw, three(make)).active
    left = [cell.value for row in sheet.iter_rows() for cell in row if "{{" in str(cell.value)]
    assert left == []


PARTS: dict[Loss, tuple[str, bytes]] = {
    Loss.SHAPES: ("xl/drawings/drawing9.xml", b"<wsDr><xdr:sp macro=''/></wsDr>"),
    Loss.CHARTS: ("xl/charts/chart1.xml", b"<chartSpace/>"),
    Loss.SPARKLINES: ("xl/worksheets/sheet9.xml", b"<x14:sparklineGroups/>"),
    Loss.CONDITIONAL_FORMATS: ("xl/worksheets/sheet9.xml", b"<x14:conditionalFormattings/>"),
    Loss.VALIDATIONS: ("xl/worksheets/sheet9.xml", b"<x14:dataValidations/>"),
    Loss.SLICERS: ("xl/slicers/slicer1.xml", b"<slicers/>"),
    Loss.CONTROLS: ("xl/ctrlProps/ctrlProp1.xml", b"<formControlPr/>"),
    Loss.OBJECTS: ("xl/embeddings/oleObject1.bin", b"x"),
    Loss.HEADER_PICTURES: ("xl/worksheets/sheet9.xml", b'<legacyDrawingHF r:id="rId1"/>'),
    Loss.CONVERSATIONS: ("xl/threadedComments/threadedComment1.xml", b"<x/>"),
    Loss.CONNECTIONS: ("xl/connections.xml", b"<connections/>"),
    Loss.SIGNATURE: ("_xmlsignatures/sig1.xml", b"<x/>"),
    Loss.PICTURES: ("xl/media/image9.emf", b"x"),
}


@pytest.mark.parametrize("loss", Loss)
def test_what_would_be_lost_is_said(loss: Loss, tmp_path: Path, english: Language) -> None:
    template = drawn(tmp_path, nothing_more)
    with ZipFile(template, "a") as archive:
        archive.writestr(*PARTS[loss])
    assert FillTemplate(english).look(template).losses == (loss,)


def no_mark(sheet: Any) -> None:
    sheet.delete_rows(ROW)


def two_marks(sheet: Any) -> None:
    sheet["A9"] = "{{asn.nama}}"


def joined(sheet: Any) -> None:
    sheet.merge_cells("F6:F7")


@pytest.mark.parametrize(
    ("draw", "fault"),
    [
        (no_mark, TemplateFault.NO_ROW),
        (two_marks, TemplateFault.TWO_ROWS),
        (joined, TemplateFault.JOINED_DOWN),
    ],
)
def test_a_workbook_that_is_no_template_is_refused_with_its_reason(
    draw: Draw, fault: TemplateFault, tmp_path: Path, english: Language
) -> None:
    template = drawn(tmp_path, draw)
    with pytest.raises(TemplateUnusable) as refused:
        FillTemplate(english).look(template)
    assert refused.value.fault is fault


def test_a_workbook_with_a_macro_is_refused(tmp_path: Path, english: Language) -> None:
    template = drawn(tmp_path, nothing_more)
    with ZipFile(template, "a") as archive:
        archive.writestr("xl/vbaProject.bin", b"x")
    with pytest.raises(TemplateUnusable) as refused:
        FillTemplate(english).look(template)
    assert refused.value.fault is TemplateFault.MACROS


@pytest.mark.parametrize("content", [b"No;Nama\n1;Ani\n", b"<table><tr><td>1</td></tr></table>"])
def test_another_format_is_refused(content: bytes, tmp_path: Path, english: Language) -> None:
    path = tmp_path / "formulir.xls"
    path.write_bytes(content)
    with pytest.raises(TemplateUnusable) as refused:
        FillTemplate(english).look(path)
    assert refused.value.fault is TemplateFault.OLD_FORMAT


def test_a_broken_workbook_is_refused_as_damaged(tmp_path: Path, english: Language) -> None:
    template = drawn(tmp_path, nothing_more)
    with ZipFile(template) as old, ZipFile(tmp_path / "rusak.xlsx", "w") as new:
        for part in old.infolist():
            content = old.read(part)
            new.writestr(part, content[:40] if part.filename.endswith("sheet1.xml") else content)
    with pytest.raises(WorkbookDamaged):
        FillTemplate(english).look(tmp_path / "rusak.xlsx")
