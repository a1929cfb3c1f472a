"""The cover: whose report it is, of which month, by which rule, and what stands in the workbook."""

from collections.abc import Mapping, Sequence

from app.domain.report import Align, Column, Fact, ReportSheet, Row, Table
from app.domain.report_kinds import ReportKind
from app.services.report.asked import Asked, counts_note
from app.services.report.frame import footer_of
from app.services.report.grid import Grid, grid_for, on_one_page, row_of
from app.services.report.names import SheetNames
from app.wording.language import Language, Words
from app.wording.rules import citation, rule_line, rule_name

_FIGURE, _UPRIGHT, _FIGURES = 30.0, 25.0, 4
_MOST_SHEETS = 12
"""Named one by one; the sheets of single organisations beyond them are counted."""

_CONTENTS: Mapping[ReportKind, Words] = {
    ReportKind.SUMMARY: lambda say: say("rule, totals, platforms and organisations"),
    ReportKind.QUALIFYING: lambda say: say("civil servants who qualify"),
    ReportKind.ANNEX: lambda say: say("annex of the decree, for signing"),
    ReportKind.RECAP: lambda say: say("numbers of each organisation"),
    ReportKind.PROGRESS: lambda say: say("this period beside the last, with the causes"),
    ReportKind.NOT_YET: lambda say: say("civil servants who do not qualify, for the office's work"),
    ReportKind.QUALITY: lambda say: say("what is missing or wrong in the data"),
    ReportKind.COVERAGE: lambda say: say("organisations by platform, holes, smallest team"),
    ReportKind.DATA: lambda say: say("everybody in one table, for further work"),
}


def cover_sheet(asked: Asked, names: SheetNames, sheets: Sequence[ReportSheet]) -> ReportSheet:
    """Names every other sheet; its own name has to be free still."""
    name = names.take(asked.language.say("Cover"))
    return on_one_page(lambda scale: _cover(asked, name, sheets, scale))


def _cover(asked: Asked, name: str, sheets: Sequence[ReportSheet], scale: float) -> ReportSheet:
    say = asked.language.say
    grid = grid_for(asked.page, asked.room, _FIGURES, _FIGURE, _UPRIGHT).for_print_at(scale)
    return ReportSheet(
        name=name,
        widths=grid.widths,
        title=(say("REPORT ON CIVIL SERVANTS AND THEIR SOCIAL MEDIA FOLLOWERS"),),
        subtitle=asked.subtitle,
        tables=(_contents_table(asked, grid, sheets),),
        footer=footer_of(asked.language),
        facts=_facts(asked),
        letterhead=asked.letterhead,
        is_list=False,
        page=asked.page,
        kind=ReportKind.COVER,
    )


def _facts(asked: Asked) -> tuple[Fact, ...]:
    language, rule = asked.language, asked.rule
    say = language.say
    words = rule_line(rule, language, facebook_friends=asked.options.facebook_friends)
    masked = asked.options.masked_nip
    return (
        Fact(say("Rule"), f"{rule_name(rule, language)}. {words}"),
        Fact(say("Source"), f"{citation(rule, language)}."),
        Fact(say("As of"), counts_note(asked, asked.people)),
        Fact(say("NIP"), say("masked") if masked else say("in full")),
        Fact(say("Class"), say("Restricted: contains personal data.")),
    )


def _contents_table(asked: Asked, grid: Grid, sheets: Sequence[ReportSheet]) -> Table:
    language = asked.language
    say = language.say
    named = max(_MOST_SHEETS, len(sheets) - _number_of_organisations(sheets))
    rows = [
        _content_row(number, sheet, grid, language)
        for number, sheet in enumerate(sheets[:named], start=1)
    ]
    beyond = len(sheets) - named
    if beyond > 0:
        more = language.say_many(
            "and {count} more sheet of an organisation",
            "and {count} more sheets of organisations",
            beyond,
        )
        rows.append(row_of((None, more, None, None), (more, grid.name)))
    columns = (
        Column(say("No."), Align.CENTRE),
        Column(say("Sheet"), span=2),
        Column(say("What stands in it"), span=_FIGURES - 1),
        Column(say("Rows"), Align.RIGHT),
    )
    return Table(columns, tuple(rows), say("Nothing was chosen."), numbered=False)


def _number_of_organisations(sheets: Sequence[ReportSheet]) -> int:
    """Sheets at the end that list those who qualify, as the list of all before them does."""
    return max(0, sum(sheet.kind is ReportKind.QUALIFYING for sheet in sheets) - 1)


def _content_row(number: int, sheet: ReportSheet, grid: Grid, language: Language) -> Row:
    contents = _CONTENTS[sheet.kind](language.say)
    rows = sum(not row.total for row in sheet.tables[-1].rows)
    texts = ((sheet.name, grid.name), (contents, grid.of_figures(_FIGURES - 1)))
    return row_of((number, sheet.name, contents, rows), *texts)
