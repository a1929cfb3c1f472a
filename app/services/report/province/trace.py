"""The trace: for each office its numbers with the workbooks, sheets and rows that they come from."""

from dataclasses import dataclass

from app.domain.report import NOTHING, Align, Cell, Column, ReportSheet, Row, Table, Worked, Working
from app.domain.report_kinds import ReportKind
from app.domain.rollup.merged import MergedOffice
from app.domain.rollup.sending import Submission
from app.services.report.frame import footer_of
from app.services.report.grid import Grid, grid_for, row_of
from app.services.report.names import SheetNames
from app.services.report.province.asked import ProvinceAsked
from app.wording.periods import period_name
from app.wording.rollup import presence_word, revision_word
from app.wording.rules import rule_called

_FIGURE, _UPRIGHT, _FIGURES = 23.0, 21.0, 9


@dataclass(frozen=True, slots=True)
class _Rows:
    """The people of a workbook: how many, from which row to which."""

    people: int
    first: int
    last: int


def trace_sheet(asked: ProvinceAsked, names: SheetNames) -> ReportSheet:
    """Offices with what was sent and what is counted; then every workbook with its hash."""
    language = asked.language
    say = language.say
    grid = grid_for(asked.page, asked.own.room, _FIGURES, _FIGURE, _UPRIGHT)
    return ReportSheet(
        name=names.take(say("Trace")),
        widths=grid.widths,
        title=(say("TRACE OF THE NUMBERS TO FILE, SHEET AND ROW"),),
        subtitle=(asked.title_line,),
        tables=(_office_table(asked, grid), _workbook_table(asked, grid)),
        footer=footer_of(language),
        notes=(
            say(
                "Sent, less those who have not arrived, were erased here, or are counted in another "
                "office: counted."
            ),
            say("The hash of each workbook stands in its own footer and on its hidden sheet."),
        ),
        is_list=False,
        page=asked.page,
        kind=ReportKind.TRACE,
    )


def _office_table(asked: ProvinceAsked, grid: Grid) -> Table:
    say = asked.language.say
    offices = asked.rollup.offices
    rows = [_office_row(asked, grid, number, one) for number, one in enumerate(offices, start=1)]
    if rows:
        numbers = [_numbers(one) for one in asked.rollup.counted_offices]
        sums = [sum(column) for column in zip(*numbers, strict=True)] or [0] * 5
        worked = (Worked(Working.SUM, number) for number in sums)
        blanks: tuple[Cell, ...] = (None, say("All offices"), None, None, None, None)
        rows.append(row_of((*blanks, *worked), total=True))
    columns = (
        Column(say("No."), Align.CENTRE),
        Column(say("Local office"), span=2),
        Column(say("Period"), Align.CENTRE),
        Column(say("Revision"), Align.CENTRE),
        Column(say("As of"), Align.CENTRE),
        Column(say("Rule as sent"), Align.CENTRE),
        Column(say("Sent"), Align.RIGHT, say("People")),
        Column(say("Not arrived"), Align.RIGHT, say("People")),
        Column(say("Erased"), Align.RIGHT, say("People")),
        Column(say("Counted elsewhere"), Align.RIGHT, say("People")),
        Column(say("Counted"), Align.RIGHT, say("People")),
    )
    return Table(columns, tuple(rows), say("No office."), say("Offices"))


def _numbers(one: MergedOffice) -> tuple[int, ...]:
    sent = 0 if one.arrived is None else one.arrived.sending.people
    return (sent, one.lacking, one.forgotten, one.elsewhere, one.figures.people)


def _office_row(asked: ProvinceAsked, grid: Grid, number: int, one: MergedOffice) -> Row:
    language = asked.language
    if one.arrived is None:
        name = f"{one.name} ({presence_word(one.presence, language)})"
        return row_of((number, name, *[NOTHING] * _FIGURES), (name, grid.name))
    sending = one.arrived.sending
    period, revision = period_name(sending.period, language), revision_word(sending, language)
    rule = rule_called(sending.rule)
    numbers = _numbers(one)
    cells: tuple[Cell, ...] = (
        number,
        one.name,
        period,
        revision,
        sending.as_of,
        rule,
        *numbers,
    )
    figure = grid.of_figures(1)
    return row_of(
        cells, (one.name, grid.name), (period, figure), (revision, figure), (rule, figure)
    )


def _workbook_table(asked: ProvinceAsked, grid: Grid) -> Table:
    say = asked.language.say
    taken = _taken(asked)
    found = [
        (one, submission)
        for one in asked.rollup.counted_offices
        if one.arrived is not None
        for submission in one.arrived.submissions
    ]
    rows = [
        _workbook_row(asked, grid, number, one, submission, taken.get(submission.part.sha256))
        for number, (one, submission) in enumerate(found, start=1)
    ]
    columns = (
        Column(say("No."), Align.CENTRE),
        Column(say("Local office"), span=2),
        Column(say("File"), span=2),
        Column(say("Sheet"), Align.CENTRE),
        Column(say("Rows"), Align.CENTRE),
        Column(say("People"), Align.RIGHT),
        Column(say("Received"), Align.CENTRE),
        Column(say("Hash of the workbook"), span=3),
    )
    return Table(columns, tuple(rows), say("Nothing is counted."), say("Workbooks"))


def _workbook_row(
    asked: ProvinceAsked,
    grid: Grid,
    number: int,
    office: MergedOffice,
    one: Submission,
    taken: _Rows | None,
) -> Row:
    figure, digest = grid.of_figures(1), one.part.sha256
    rows = NOTHING if taken is None else f"{taken.first}–{taken.last}"
    people = 0 if taken is None else taken.people
    received = one.received_at.date()
    # In two halves: a hash of one word would be cut where the column ends.
    shown = f"{digest[:32]} {digest[32:]}"
    cells = (number, office.name, one.file_name, one.sheet, rows, people, received, shown)
    return row_of(
        cells,
        (office.name, grid.name),
        (one.file_name, grid.of_figures(2)),
        (one.sheet, figure),
        (rows, figure),
        (shown, grid.of_figures(3)),
    )


def _taken(asked: ProvinceAsked) -> dict[str, _Rows]:
    """By the hash of a workbook."""
    people, submissions = asked.rollup.people, asked.rollup.submissions
    found: dict[int, list[int]] = {}
    for index in range(len(people)):
        row = people.rows[index]
        bounds = found.setdefault(people.submissions[index], [0, row, row])
        bounds[0] += 1
        bounds[1] = min(bounds[1], row)
        bounds[2] = max(bounds[2], row)
    return {submissions[place].part.sha256: _Rows(*bounds) for place, bounds in found.items()}
