"""The recapitulation of a province: a row for each office, absent ones too, with worked out totals."""

from app.domain.report import (
    NOTHING,
    Align,
    Cell,
    Chart,
    ChartKind,
    Column,
    Emphasis,
    Mark,
    ReportSheet,
    Row,
    Series,
    Table,
    Worked,
    Working,
)
from app.domain.report_kinds import ReportKind
from app.domain.rollup.figures import Figures
from app.domain.rollup.merged import MergedOffice
from app.domain.verdict import Verdict
from app.services.report.asked import basis_note
from app.services.report.frame import footer_of, signatures_of
from app.services.report.grid import Grid, grid_for, row_of
from app.services.report.names import SheetNames
from app.services.report.province.asked import ProvinceAsked, as_of_note, facts_of, notes_of
from app.wording.rollup import presence_word
from app.wording.verdicts import verdict_word

_FIGURE, _UPRIGHT, _FIGURES = 24.6, 24.6, 8
_MOST_BARS = 10
_BAR, _AROUND_BARS, _LEAST_HEIGHT = 5.6, 28.0, 70.0
"""Millimetres."""
_NAME, _PEOPLE, _VERDICTS = 1, 2, 5


def recap_sheet(asked: ProvinceAsked, names: SheetNames) -> ReportSheet:
    """Offices with totals, and a chart; nobody's name."""
    language = asked.language
    say = language.say
    grid = grid_for(asked.page, asked.own.room, _FIGURES, _FIGURE, _UPRIGHT)
    counted = counted_offices(asked)
    table = _office_table(asked, grid, counted)
    return ReportSheet(
        name=names.take(say("By office")),
        widths=grid.widths,
        title=(say("RECAPITULATION OF CIVIL SERVANTS AND FOLLOWERS BY OFFICE"),),
        subtitle=(asked.title_line,),
        tables=(table,),
        footer=footer_of(language),
        facts=facts_of(asked),
        notes=(*notes_of(asked), f"{basis_note(asked.own)} {as_of_note(asked)}"),
        letterhead=asked.letterhead,
        signatures=signatures_of(asked.office, asked.as_of, language),
        is_list=False,
        charts=_charts(asked, len(counted)) if asked.options.charts and counted else (),
        page=asked.page,
        kind=ReportKind.RECAP,
    )


def counted_offices(asked: ProvinceAsked) -> list[MergedOffice]:
    """The one with the most qualifying people first; of equals, the larger one."""
    return sorted(
        asked.rollup.counted_offices,
        key=lambda one: (
            -one.figures.qualifying,
            -one.figures.people,
            one.name.casefold(),
            one.key,
        ),
    )


def absent_row(asked: ProvinceAsked, one: MergedOffice, grid: Grid, figures: int) -> Row:
    """An office without figures: named, and nothing stands for it."""
    word = presence_word(one.presence, asked.language)
    name = f"{one.name} ({word})"
    return row_of((None, name, *[NOTHING] * figures), (name, grid.name))


def _office_table(asked: ProvinceAsked, grid: Grid, counted: list[MergedOffice]) -> Table:
    language = asked.language
    say = language.say
    rows = [
        row_of((number, one.name, *_figures(one.figures)), (one.name, grid.name))
        for number, one in enumerate(counted, start=1)
    ]
    rows += [absent_row(asked, one, grid, _FIGURES) for one in asked.rollup.absent]
    if rows:
        rows.append(_totals(asked.rollup.figures, say("All offices")))
    nobody = (Mark(0, Emphasis.HATCHED),)
    columns = (
        Column(say("No."), Align.CENTRE),
        Column(say("Local office"), span=2),
        Column(say("People"), Align.RIGHT),
        Column(say("With an account"), Align.RIGHT),
        Column(say("With a count"), Align.RIGHT),
        *(
            Column(
                verdict_word(verdict, language),
                Align.RIGHT,
                marks=nobody if verdict is Verdict.QUALIFIES else (),
            )
            for verdict in Verdict
        ),
        Column(say("Share that qualifies"), Align.RIGHT),
    )
    return Table(columns, tuple(rows), say("No office."), say("Offices"))


def _figures(figures: Figures) -> tuple[Cell, ...]:
    verdicts = (figures.verdicts[verdict] for verdict in Verdict)
    return (figures.people, figures.accounts, figures.counts, *verdicts, _share(figures))


def _share(figures: Figures) -> Worked:
    value = figures.qualifying / figures.people if figures.people else None
    return Worked(Working.SHARE, value, left=_VERDICTS, right=_PEOPLE)


def _totals(figures: Figures, name: str) -> Row:
    numbers = (
        figures.people,
        figures.accounts,
        figures.counts,
        *(figures.verdicts[verdict] for verdict in Verdict),
    )
    sums = (Worked(Working.SUM, number) for number in numbers)
    return row_of((None, name, *sums, _share(figures)), total=True)


def _charts(asked: ProvinceAsked, offices: int) -> tuple[Chart, ...]:
    bars = min(_MOST_BARS, offices)
    title = asked.language.say("People by verdict")
    if offices > bars:
        words = asked.language.say(
            "People by verdict: the {count} offices with the most who qualify"
        )
        title = words.format(count=asked.language.number(bars))
    series = tuple(
        Series(verdict_word(verdict, asked.language), _VERDICTS + place)
        for place, verdict in enumerate(Verdict)
    )
    height = max(_LEAST_HEIGHT, bars * _BAR + _AROUND_BARS)
    return (Chart(ChartKind.BARS, title, 0, _NAME, series, bars, height),)
