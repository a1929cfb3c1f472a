"""Lines of a described sheet: every text has the room it needs."""

from app.domain.report import Column, Letterhead, PageFooter, ReportSheet, Row, Table
from app.domain.report_letters import LETTERING, LineKind
from app.domain.report_lines import lines_of


def a_sheet(*columns, widths=(10.0, 120.0, 16.0, 16.0), letterhead=None):
    columns = columns or tuple(Column(str(number)) for number in range(len(widths)))
    rows = (Row(tuple("x" for _ in columns)),)
    return ReportSheet(
        name="Lembar",
        widths=widths,
        title=(),
        subtitle=(),
        tables=(Table(columns, rows, "Nobody."),),
        footer=PageFooter("", ""),
        letterhead=letterhead,
    )


def heads(sheet):
    return [line for line in lines_of(sheet) if line.kind is LineKind.HEAD]


def test_a_long_head_under_a_group_has_the_height_of_its_own_lines():
    columns = (
        Column("No."),
        Column("Nama"),
        Column("Facebook (teman)", group="Pengikut"),
        Column("X", group="Pengikut"),
    )
    _, lower = heads(a_sheet(*columns))
    letters = LETTERING[LineKind.HEAD]
    assert lower.height >= letters.first + letters.line


def test_a_long_head_beside_a_group_may_use_both_lines():
    columns = (
        Column("Nomor urut pada daftar"),
        Column("Nama"),
        Column("IG", group="Pengikut"),
        Column("X", group="Pengikut"),
    )
    upper, lower = heads(a_sheet(*columns))
    letters = LETTERING[LineKind.HEAD]
    assert upper.height + lower.height >= letters.first + 2 * letters.line


def test_a_short_office_stands_in_the_middle_of_the_page_and_a_long_one_right_of_the_logo():
    widths = (30.0, 60.0, 60.0, 60.0)
    short = a_sheet(widths=widths, letterhead=Letterhead("PEMERINTAH", "DINAS", (), b"logo"))
    name = "DINAS SOSIAL, PEMBERDAYAAN PEREMPUAN DAN PERLINDUNGAN ANAK SERTA KELUARGA BERENCANA"
    long = a_sheet(widths=widths, letterhead=Letterhead("PEMERINTAH", name, (), b"logo"))

    def first_column(sheet):
        office = next(line for line in lines_of(sheet) if line.kind is LineKind.OFFICE)
        return office.pieces[0].first

    assert first_column(short) == 0
    assert first_column(long) == 1
