"""Who covers what: organisations by platform with their holes, generations, the smallest team."""

from collections.abc import Iterator

from app.domain.coverage import Member, UnitCoverage
from app.domain.nip import Nip
from app.domain.platform import RECORDED
from app.domain.report import (
    NOTHING,
    Align,
    Cell,
    Column,
    Emphasis,
    Mark,
    ReportSheet,
    Row,
    Table,
    Worked,
    Working,
)
from app.domain.report_kinds import ReportKind
from app.services.coverage import Coverage, FoundTeam
from app.services.report.asked import Asked, basis_note, closed_note
from app.services.report.frame import footer_of
from app.services.report.grid import Grid, grid_for, row_of
from app.services.report.names import SheetNames
from app.wording.coverage import (
    population_benchmark,
    reach_sentence,
    team_proof,
    team_sentence,
)
from app.wording.generations import generation_name, generation_years, scheme_name

_FIGURE, _UPRIGHT, _FIGURES = 24.0, 21.0, len(RECORDED) + 3


def coverage_sheet(asked: Asked, names: SheetNames) -> ReportSheet | None:
    """None where nobody looked at the coverage."""
    coverage, team = asked.background.coverage, asked.background.team
    if coverage is None or team is None:
        return None
    language = asked.language
    say = language.say
    grid = grid_for(asked.page, asked.room, _FIGURES, _FIGURE, _UPRIGHT)
    notes = (
        say("Hatched: nobody there reaches the threshold on that platform."),
        reach_sentence(coverage.reach, language),
        population_benchmark(language),
        basis_note(asked),
        closed_note(asked),
        say("Restricted: contains personal data."),
    )
    return ReportSheet(
        name=names.take(say("Coverage")),
        widths=grid.widths,
        title=(say("COVERAGE OF ORGANISATIONS BY PEOPLE AT THE THRESHOLD"),),
        subtitle=asked.subtitle,
        tables=(
            _generation_table(asked, grid, coverage),
            _team_table(asked, grid, team),
            *_alone_tables(asked, grid, team),
            _matrix(asked, grid, coverage),
        ),
        footer=footer_of(language),
        notes=tuple(note for note in notes if note),
        is_list=False,
        page=asked.page,
        kind=ReportKind.COVERAGE,
    )


def _generation_table(asked: Asked, grid: Grid, coverage: Coverage) -> Table:
    language, scheme = asked.language, coverage.scheme
    say = language.say
    rows = []
    for share in coverage.shares:
        years = generation_years(share.key, scheme, language)
        name = f"{generation_name(share.key, scheme, language)} ({years})"
        value = share.qualifying / share.people if share.people else None
        worked = Worked(Working.SHARE, value, left=2, right=1)
        rows.append(row_of((name, share.people, share.qualifying, worked), (name, grid.whole_name)))
    columns = (
        Column(say("Generation"), span=3),
        Column(say("People"), Align.RIGHT),
        Column(say("Qualify"), Align.RIGHT),
        Column(say("Share that qualifies"), Align.RIGHT),
    )
    caption = say("Generations by {scheme}").format(scheme=scheme_name(scheme, language))
    return Table(columns, tuple(rows), say("Nobody."), caption, numbered=False)


def _team_table(asked: Asked, grid: Grid, found: FoundTeam) -> Table:
    language = asked.language
    say = language.say
    rows = [_team_row(asked, grid, number, each) for number, each in enumerate(found.team, 1)]
    columns = (
        Column(say("No."), Align.CENTRE),
        Column(say("Name"), span=2),
        Column(say("NIP / NI PPPK"), Align.CENTRE, span=2),
        Column(say("Organisation"), span=3),
        Column(say("At the threshold on"), span=2),
        Column(say("Followers"), Align.RIGHT),
    )
    size = len(found.team)
    caption = team_sentence(found.demand, size, found.things, language)
    proof = team_proof(size, found.at_least, found.greedy, language)
    return Table(columns, tuple(rows), say("Nobody."), f"{caption} {proof}".strip())


def _team_row(asked: Asked, grid: Grid, number: int, member: Member) -> Row:
    nip = Nip(member.nip)
    shown = nip.masked if asked.options.masked_nip else nip.grouped
    on = ", ".join(platform.name_shown for platform in member.reached) or NOTHING
    name, unit = " ".join(member.name.split()), " ".join(member.unit.split())
    return row_of(
        (number, name, shown, unit, on, member.reach),
        (name, grid.name),
        (unit, grid.of_figures(3)),
        (on, grid.of_figures(2)),
    )


def _alone_tables(asked: Asked, grid: Grid, found: FoundTeam) -> Iterator[Table]:
    """People whom nobody could replace; no table where there are none."""
    say = asked.language.say
    rows = []
    for number, (member, things) in enumerate(found.alone, 1):
        lost = ", ".join(sorted(str(thing) for thing in things))
        name = " ".join(member.name.split())
        texts = ((name, grid.name), (lost, grid.of_figures(_FIGURES)))
        rows.append(row_of((number, name, lost), *texts))
    if rows:
        columns = (
            Column(say("No."), Align.CENTRE),
            Column(say("If this person leaves"), span=2),
            Column(say("nobody covers"), span=_FIGURES),
        )
        caption = say("Nobody else covers these")
        yield Table(columns, tuple(rows), "", caption, numbered=False)


def _matrix(asked: Asked, grid: Grid, coverage: Coverage) -> Table:
    say = asked.language.say
    units = coverage.units()
    rows = [_unit_row(asked, grid, number, unit) for number, unit in enumerate(units, 1)]
    if units:
        sums = [sum(unit.reached.get(p, 0) for unit in units) for p in RECORDED]
        totals = (
            sum(unit.people for unit in units),
            *sums,
            sum(unit.qualifying for unit in units),
            sum(_holes(unit) for unit in units),
        )
        worked = (Worked(Working.SUM, total) for total in totals)
        rows.append(row_of((None, say("Everybody"), *worked), total=True))
    hole = (Mark(0, Emphasis.HATCHED),)
    columns = (
        Column(say("No."), Align.CENTRE),
        Column(say("Organisation"), span=2),
        Column(say("People"), Align.RIGHT),
        *(
            Column(platform.name_shown, Align.RIGHT, say("At the threshold"), marks=hole)
            for platform in RECORDED
        ),
        Column(say("Qualify"), Align.RIGHT, marks=hole),
        Column(say("Holes"), Align.RIGHT),
    )
    return Table(columns, tuple(rows), say("Nobody."), say("Organisations by platform"))


def _unit_row(asked: Asked, grid: Grid, number: int, unit: UnitCoverage) -> Row:
    name = " ".join(unit.name.split()) or asked.language.say("Others")
    reached = (unit.reached.get(platform, 0) for platform in RECORDED)
    cells: tuple[Cell, ...] = (number, name, unit.people, *reached, unit.qualifying, _holes(unit))
    return row_of(cells, (name, grid.name))


def _holes(unit: UnitCoverage) -> int:
    return sum(not unit.reached.get(platform) for platform in RECORDED)
