"""The province's period beside the one before: how many more qualify, where, and why."""

from app.domain.report import (
    NOTHING,
    Align,
    Cell,
    Chart,
    ChartKind,
    Column,
    Fact,
    ReportSheet,
    Row,
    Series,
    Table,
    Worked,
    Working,
)
from app.domain.report_kinds import ReportKind
from app.domain.rollup.development import Development, Move, OfficeBeside, development
from app.domain.rollup.merged import RollUp
from app.domain.verdict import Verdict
from app.services.report.frame import footer_of, signatures_of
from app.services.report.grid import Grid, grid_for, row_of
from app.services.report.names import SheetNames
from app.services.report.province.asked import ProvinceAsked, facts_of, named
from app.wording.periods import period_name
from app.wording.rollup import came_word, went_word
from app.wording.verdicts import verdict_word

_FIGURE, _UPRIGHT, _FIGURES = 28.0, 24.0, 6
_MOST_BARS, _BAR, _AROUND_BARS, _LEAST_HEIGHT = 10, 5.6, 28.0, 70.0


def progress_sheet(asked: ProvinceAsked, names: SheetNames) -> ReportSheet:
    """Where nothing was received for the period before, it says just that."""
    language = asked.language
    say = language.say
    grid = grid_for(asked.page, asked.own.room, _FIGURES, _FIGURE, _UPRIGHT)
    tables: tuple[Table, ...] = ()
    charts: tuple[Chart, ...] = ()
    facts: tuple[Fact, ...] = (
        Fact(say("Before"), say("Nothing was received for the period before.")),
    )
    if asked.before is not None:
        found = development(asked.before, asked.rollup)
        both = [one for one in found.offices if one.before is not None and one.after is not None]
        tables = (
            _verdict_table(asked, grid, found),
            _cause_table(asked, grid, found),
            _office_table(asked, grid, found, len(both)),
        )
        facts = (Fact(say("Before"), _before_words(asked, asked.before)),)
        if asked.options.charts and found.offices:
            charts = _charts(asked, len(found.offices))
    return ReportSheet(
        name=names.take(say("Progress")),
        widths=grid.widths,
        title=(say("PROGRESS OF CIVIL SERVANTS WHO MEET THE FOLLOWER REQUIREMENT, BY OFFICE"),),
        subtitle=(asked.title_line,),
        tables=tables,
        footer=footer_of(language),
        facts=(*facts, *facts_of(asked)),
        notes=() if asked.before is None else (_note(asked),),
        letterhead=asked.letterhead,
        signatures=signatures_of(asked.office, asked.as_of, language),
        is_list=False,
        charts=charts,
        page=asked.page,
        kind=ReportKind.PROGRESS,
    )


def _before_words(asked: ProvinceAsked, before: RollUp) -> str:
    """The period with its offices; those that were not there by name."""
    language = asked.language
    words = language.say("{period}: {counted} of {all} offices counted.").format(
        period=period_name(before.wish.period, language),
        counted=language.number(len(before.counted_offices)),
        all=language.number(len(before.offices)),
    )
    if not before.absent:
        return words
    absent = language.say("Without: {names}.").format(names=named(before.absent, asked))
    return f"{words} {absent}"


def _note(asked: ProvinceAsked) -> str:
    return asked.language.say(
        "Both periods are judged by the same rule. Each person who came or went has exactly one "
        "cause; whoever changed the office and still qualifies neither came nor went."
    )


def _verdict_table(asked: ProvinceAsked, grid: Grid, found: Development) -> Table:
    language = asked.language
    say = language.say
    before, after = found.before.figures, found.after.figures
    rows = [
        _beside(verdict_word(verdict, language), before.verdicts[verdict], after.verdicts[verdict])
        for verdict in Verdict
    ]
    sums = (Worked(Working.SUM, before.people), Worked(Working.SUM, after.people))
    grown = Worked(Working.DIFFERENCE, after.people - before.people, left=2, right=1)
    share = _growth(before.people, after.people, 3, 1)
    rows.append(row_of((say("Everybody"), *sums, grown, share), total=True))
    columns = (
        Column(say("Verdict"), span=3),
        Column(say("Before"), Align.RIGHT),
        Column(say("Now"), Align.RIGHT),
        Column(say("Difference"), Align.RIGHT),
        Column(say("Growth"), Align.RIGHT),
    )
    return Table(columns, tuple(rows), "", say("Verdicts"), numbered=False)


def _beside(name: str, before: int, after: int) -> Row:
    difference = Worked(Working.DIFFERENCE, after - before, left=2, right=1)
    return row_of((name, before, after, difference, _growth(before, after, 3, 1)))


def _growth(before: int, after: int, left: int, right: int) -> Worked:
    value = (after - before) / before if before else None
    return Worked(Working.SHARE, value, left=left, right=right)


def _cause_table(asked: ProvinceAsked, grid: Grid, found: Development) -> Table:
    language = asked.language
    say = language.say
    cells: list[tuple[str, int, int]] = [
        *((came_word(move, language), found.came.get(move, 0), 0) for move in Move),
        *((went_word(move, language), 0, found.went.get(move, 0)) for move in Move),
    ]
    rows = [row_of(one, (one[0], grid.whole_name)) for one in cells if one[1] or one[2]]
    if rows:
        sums = (sum(found.came.values()), sum(found.went.values()))
        worked = (Worked(Working.SUM, total) for total in sums)
        rows.append(row_of((say("All causes"), *worked), total=True))
    columns = (
        Column(say("Cause"), span=3),
        Column(say("Newly qualify"), Align.RIGHT),
        Column(say("No longer qualify"), Align.RIGHT),
    )
    return Table(columns, tuple(rows), say("No verdict changed."), say("Causes"), numbered=False)


def _office_table(asked: ProvinceAsked, grid: Grid, found: Development, both: int) -> Table:
    """Offices of both periods first; a difference with an absent one would be a lie."""
    say = asked.language.say
    offices = sorted(found.offices, key=lambda one: one.before is None or one.after is None)
    rows = [_office_row(grid, number, one) for number, one in enumerate(offices, start=1)]
    if rows:
        before = found.before.figures.qualifying
        after = found.after.figures.qualifying
        sums = [Worked(Working.SUM, before), Worked(Working.SUM, after)]
        came, went = (sum(one.came for one in offices), sum(one.went for one in offices))
        sums += [Worked(Working.SUM, came), Worked(Working.SUM, went)]
        grown = Worked(Working.DIFFERENCE, after - before, left=3, right=2)
        share = _growth(before, after, 6, 2)
        rows.append(row_of((None, say("All offices"), *sums, grown, share), total=True))
    qualify = say("Qualify")
    columns = (
        Column(say("No."), Align.CENTRE),
        Column(say("Local office"), span=2),
        Column(say("Before"), Align.RIGHT, qualify),
        Column(say("Now"), Align.RIGHT, qualify),
        Column(say("Newly qualify"), Align.RIGHT),
        Column(say("No longer qualify"), Align.RIGHT),
        Column(say("Difference"), Align.RIGHT),
        Column(say("Growth"), Align.RIGHT),
    )
    caption = say("Offices")
    if both < len(found.offices):
        caption = say("Offices; those of one period only have no difference")
    return Table(columns, tuple(rows), say("No office."), caption)


def _office_row(grid: Grid, number: int, one: OfficeBeside) -> Row:
    before = None if one.before is None else one.before.figures.qualifying
    after = None if one.after is None else one.after.figures.qualifying
    compared: tuple[Cell, Cell] = (NOTHING, NOTHING)
    if before is not None and after is not None:
        compared = (
            Worked(Working.DIFFERENCE, after - before, left=3, right=2),
            _growth(before, after, 6, 2),
        )
    sides = (NOTHING if before is None else before, NOTHING if after is None else after)
    cells: tuple[Cell, ...] = (number, one.name, *sides, one.came, one.went, *compared)
    return row_of(cells, (one.name, grid.name))


def _charts(asked: ProvinceAsked, offices: int) -> tuple[Chart, ...]:
    say = asked.language.say
    bars = min(_MOST_BARS, offices)
    title = say("People who came and went, by office")
    if offices > bars:
        words = say("People who came and went: the first {count} offices of the table")
        title = words.format(count=asked.language.number(bars))
    series = (Series(say("Newly qualify"), 4), Series(say("No longer qualify"), 5))
    height = max(_LEAST_HEIGHT, bars * _BAR + _AROUND_BARS)
    return (Chart(ChartKind.BARS, title, 2, 1, series, bars, height),)
