"""Which office covers what: offices by platform and by generation, their holes, smallest teams."""

from collections.abc import Sequence

from app.domain.platform import RECORDED
from app.domain.report import (
    NOTHING,
    Align,
    Cell,
    Column,
    Emphasis,
    Fact,
    Mark,
    ReportSheet,
    Table,
    Worked,
    Working,
)
from app.domain.report_kinds import ReportKind
from app.domain.rollup.figures import Figures
from app.domain.rollup.merged import MergedOffice
from app.domain.rollup.team import team_sizes
from app.services.report.asked import basis_note
from app.services.report.frame import footer_of, signatures_of
from app.services.report.grid import Grid, grid_for, row_of
from app.services.report.names import SheetNames
from app.services.report.province.asked import ProvinceAsked, facts_of
from app.services.report.province.recap import absent_row
from app.wording.coverage import population_benchmark
from app.wording.generations import generation_name, generation_years, scheme_name

_FIGURE, _UPRIGHT, _FIGURES = 23.0, 21.0, len(RECORDED) + 4


def coverage_sheet(asked: ProvinceAsked, names: SheetNames) -> ReportSheet:
    """Generations of the province, offices by platform, offices by platform and generation."""
    language = asked.language
    say = language.say
    grid = grid_for(asked.page, asked.own.room, _FIGURES, _FIGURE, _UPRIGHT)
    offices = sorted(asked.rollup.counted_offices, key=lambda one: (one.name.casefold(), one.key))
    return ReportSheet(
        name=names.take(say("Coverage")),
        widths=grid.widths,
        title=(say("COVERAGE OF OFFICES BY PEOPLE AT THE THRESHOLD"),),
        subtitle=(asked.title_line,),
        tables=(
            _generation_table(asked, grid),
            _matrix(asked, grid, offices),
            *(_generations_of(asked, grid, offices, key) for key in _keys(asked)),
        ),
        footer=footer_of(language),
        facts=(*facts_of(asked), *_empty_offices(asked, offices)),
        notes=(
            say("Hatched: nobody there reaches the threshold on that platform."),
            say(
                "Smallest team: the fewest people of an office who together reach every platform "
                "that anybody of it reaches; worked out exactly."
            ),
            population_benchmark(language),
            basis_note(asked.own),
        ),
        letterhead=asked.letterhead,
        signatures=signatures_of(asked.office, asked.as_of, language),
        is_list=False,
        page=asked.page,
        kind=ReportKind.COVERAGE,
    )


def _empty_offices(asked: ProvinceAsked, offices: Sequence[MergedOffice]) -> tuple[Fact, ...]:
    """Offices that sent, and in which nobody qualifies."""
    names = [one.name for one in offices if not one.figures.qualifying]
    return (
        (Fact(asked.language.say("Nobody qualifies in"), f"{', '.join(names)}."),) if names else ()
    )


def _keys(asked: ProvinceAsked) -> list[str]:
    """Generations that anybody belongs to, the oldest first."""
    scheme = asked.options.scheme
    return list(dict.fromkeys(scheme.of(year) for year in sorted(asked.rollup.figures.born)))


def _generation_table(asked: ProvinceAsked, grid: Grid) -> Table:
    language, scheme = asked.language, asked.options.scheme
    say = language.say
    born = asked.rollup.figures.born
    rows = []
    for key in _keys(asked):
        here = [numbers for year, numbers in born.items() if scheme.of(year) == key]
        people, qualifying = (sum(column) for column in zip(*here, strict=True))
        name = _generation(asked, key)
        share = Worked(Working.SHARE, qualifying / people if people else None, left=2, right=1)
        rows.append(row_of((name, people, qualifying, share), (name, grid.whole_name)))
    columns = (
        Column(say("Generation"), span=3),
        Column(say("People"), Align.RIGHT),
        Column(say("Qualify"), Align.RIGHT),
        Column(say("Share that qualifies"), Align.RIGHT),
    )
    caption = say("Generations by {scheme}").format(scheme=scheme_name(scheme, language))
    return Table(columns, tuple(rows), say("Nobody."), caption, numbered=False)


def _generation(asked: ProvinceAsked, key: str) -> str:
    scheme, language = asked.options.scheme, asked.language
    years = generation_years(key, scheme, language)
    return f"{generation_name(key, scheme, language)} ({years})"


def _matrix(asked: ProvinceAsked, grid: Grid, offices: Sequence[MergedOffice]) -> Table:
    say = asked.language.say
    places = {one.key: place for place, one in enumerate(asked.rollup.offices)}
    teams = team_sizes(asked.rollup.people)
    rows = []
    for number, one in enumerate(offices, start=1):
        figures = one.figures
        team: Cell = teams.get(places[one.key], NOTHING)
        reached = _reached(figures)
        holes = sum(not number for number in reached)
        cells = (number, one.name, figures.people, *reached, figures.qualifying, holes, team)
        rows.append(row_of(cells, (one.name, grid.name)))
    rows += [absent_row(asked, one, grid, _FIGURES) for one in asked.rollup.absent]
    if rows:
        whole = asked.rollup.figures
        holes = sum(not number for one in offices for number in _reached(one.figures))
        sums = (whole.people, *_reached(whole), whole.qualifying, holes, sum(teams.values()))
        worked = (Worked(Working.SUM, number) for number in sums)
        rows.append(row_of((None, say("All offices"), *worked), total=True))
    hole = (Mark(0, Emphasis.HATCHED),)
    columns = (
        Column(say("No."), Align.CENTRE),
        Column(say("Local office"), span=2),
        Column(say("People"), Align.RIGHT),
        *_platform_columns(asked),
        Column(say("Qualify"), Align.RIGHT, marks=hole),
        Column(say("Holes"), Align.RIGHT),
        Column(say("Smallest team"), Align.RIGHT),
    )
    return Table(columns, tuple(rows), say("No office."), say("Offices by platform"))


def _platform_columns(asked: ProvinceAsked) -> tuple[Column, ...]:
    hole = (Mark(0, Emphasis.HATCHED),)
    group = asked.language.say("At the threshold")
    return tuple(Column(one.name_shown, Align.RIGHT, group, marks=hole) for one in RECORDED)


def _generations_of(
    asked: ProvinceAsked, grid: Grid, offices: Sequence[MergedOffice], key: str
) -> Table:
    """The same offices and platforms for one generation."""
    say, scheme = asked.language.say, asked.options.scheme
    rows = []
    for number, one in enumerate(offices, start=1):
        people, qualifying, reached = _of_generation(asked, one.figures, key)
        cells: tuple[Cell, ...] = (number, one.name, people, *reached, qualifying)
        rows.append(row_of(cells, (one.name, grid.name)))
    if rows:
        people, qualifying, reached = _of_generation(asked, asked.rollup.figures, key)
        worked = (Worked(Working.SUM, number) for number in (people, *reached, qualifying))
        rows.append(row_of((None, say("All offices"), *worked), total=True))
    hole = (Mark(0, Emphasis.HATCHED),)
    columns = (
        Column(say("No."), Align.CENTRE),
        Column(say("Local office"), span=2),
        Column(say("People"), Align.RIGHT),
        *_platform_columns(asked),
        Column(say("Qualify"), Align.RIGHT, marks=hole),
    )
    caption = say("{generation}, by {scheme}").format(
        generation=_generation(asked, key), scheme=scheme_name(scheme, asked.language)
    )
    return Table(columns, tuple(rows), say("No office."), caption)


def _reached(figures: Figures) -> list[int]:
    return [figures.reached.get(platform, 0) for platform in RECORDED]


def _of_generation(asked: ProvinceAsked, figures: Figures, key: str) -> tuple[int, int, list[int]]:
    """People, how many of them qualify, how many reach each platform."""
    scheme = asked.options.scheme
    years = [year for year in figures.born if scheme.of(year) == key]
    people = sum(figures.born[year][0] for year in years)
    qualifying = sum(figures.born[year][1] for year in years)
    reached = [
        sum(figures.reached_born.get((platform, year), 0) for year in years)
        for platform in RECORDED
    ]
    return people, qualifying, reached
