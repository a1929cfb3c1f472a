"""The recapitulation for each organisation, with totals that a spreadsheet works out anew."""

from collections import Counter
from dataclasses import dataclass, field

from app.domain.report import (
    Align,
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
from app.domain.verdict import Verdict
from app.services.report.asked import Asked, basis_note, counts_note
from app.services.report.frame import footer_of, signatures_of
from app.services.report.grid import Grid, grid_for, row_of
from app.services.report.names import SheetNames
from app.services.report.people import organisation_key, organisation_of
from app.wording.verdicts import verdict_word

_FIGURE, _UPRIGHT, _FIGURES = 24.6, 24.6, 8
_MOST_BARS = 15
_BAR, _AROUND_BARS, _LEAST_HEIGHT = 5.6, 28.0, 70.0
"""Millimetres."""
_NO, _NAME, _PEOPLE, _ACCOUNTS, _COUNTS, _VERDICTS, _SHARE = range(7)
_SHARE = _VERDICTS + len(Verdict)


@dataclass(slots=True)
class _Organisation:
    name: str
    people: int = 0
    accounts: int = 0
    counts: int = 0
    verdicts: Counter[Verdict] = field(default_factory=Counter)

    @property
    def figures(self) -> tuple[int, ...]:
        verdicts = (self.verdicts[verdict] for verdict in Verdict)
        return (self.people, self.accounts, self.counts, *verdicts)


def recap_sheet(asked: Asked, names: SheetNames) -> ReportSheet:
    """Trend, organisations with totals, charts; nobody's name."""
    language = asked.language
    say = language.say
    grid = grid_for(asked.page, asked.room, _FIGURES, _FIGURE, _UPRIGHT)
    organisations = _organisations(asked)
    tables: tuple[Table, ...] = (_organisation_table(asked, grid, organisations),)
    if asked.background.months:
        tables = (_trend_table(asked, grid, organisations), *tables)
    return ReportSheet(
        name=names.take(say("By organisation")),
        widths=grid.widths,
        title=(say("CIVIL SERVANTS AND SOCIAL MEDIA FOLLOWERS BY ORGANISATION"),),
        subtitle=asked.subtitle,
        tables=tables,
        footer=footer_of(language),
        notes=(basis_note(asked), counts_note(asked, asked.people)),
        letterhead=asked.letterhead,
        signatures=signatures_of(asked.office, asked.as_of, language),
        is_list=False,
        charts=_charts(asked, tables) if asked.options.charts and organisations else (),
        page=asked.page,
        kind=ReportKind.RECAP,
    )


def _organisations(asked: Asked) -> list[_Organisation]:
    """The one with the most qualifying people first; of equals, the larger one."""
    found: dict[str, _Organisation] = {}
    for one in asked.people:
        name = organisation_of(one) or asked.language.say("Others")
        organisation = found.setdefault(organisation_key(one), _Organisation(name))
        existing = [account for account in one.accounts if account.exists]
        organisation.people += 1
        organisation.accounts += bool(existing)
        organisation.counts += any(account.latest is not None for account in existing)
        organisation.verdicts[one.judgement.verdict] += 1
    return sorted(
        found.values(),
        key=lambda each: (
            -each.verdicts[Verdict.QUALIFIES],
            -each.people,
            each.name.casefold(),
        ),
    )


def _trend_table(asked: Asked, grid: Grid, organisations: list[_Organisation]) -> Table:
    """How many qualified at the end of each month: by what is known now, or as it was closed."""
    language = asked.language
    now = sum(each.verdicts[Verdict.QUALIFIES] for each in organisations)
    months = [(month.as_of, month.qualifying) for month in asked.background.months]
    rows = [
        row_of((language.month(day), number), (language.month(day), grid.whole_name))
        for day, number in (*months, (asked.as_of, now))
    ]
    columns = (
        Column(language.say("End of month"), span=3),
        Column(language.say("Qualify"), Align.RIGHT),
    )
    caption = language.say("Month by month, judged by the same rule")
    return Table(columns, tuple(rows), "", caption, numbered=False)


def _organisation_table(asked: Asked, grid: Grid, organisations: list[_Organisation]) -> Table:
    language = asked.language
    say = language.say
    rows = [
        row_of(
            (number, each.name, *each.figures, _share(each.people, each.verdicts)),
            (each.name, grid.name),
        )
        for number, each in enumerate(organisations, start=1)
    ]
    if rows:
        rows.append(_totals(organisations, say("Everybody")))
    nobody = (Mark(0, Emphasis.HATCHED),)
    columns = (
        Column(say("No."), Align.CENTRE),
        Column(say("Organisation"), span=2),
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
    return Table(columns, tuple(rows), say("Nobody."), say("Organisations"))


def _share(people: int, verdicts: Counter[Verdict]) -> Worked:
    value = verdicts[Verdict.QUALIFIES] / people if people else None
    return Worked(Working.SHARE, value, left=_VERDICTS, right=_PEOPLE)


def _totals(organisations: list[_Organisation], name: str) -> Row:
    figures = [
        sum(column) for column in zip(*(each.figures for each in organisations), strict=True)
    ]
    verdicts = sum((each.verdicts for each in organisations), Counter[Verdict]())
    sums = (Worked(Working.SUM, figure) for figure in figures)
    return row_of((None, name, *sums, _share(figures[0], verdicts)), total=True)


def _charts(asked: Asked, tables: tuple[Table, ...]) -> tuple[Chart, ...]:
    say = asked.language.say
    organisations = len(tables[-1].rows) - 1
    bars = min(_MOST_BARS, organisations)
    height = max(_LEAST_HEIGHT, bars * _BAR + _AROUND_BARS)
    has_trend = len(tables) > 1
    title = say("People by verdict")
    if organisations > bars:
        words = say("People by verdict: the {count} organisations with the most who qualify")
        title = words.format(count=asked.language.number(bars))
    series = tuple(
        Series(verdict_word(verdict, asked.language), _VERDICTS + place)
        for place, verdict in enumerate(Verdict)
    )
    share = 0.62 if has_trend else 1.0
    found = [Chart(ChartKind.BARS, title, len(tables) - 1, _NAME, series, bars, height, share)]
    if has_trend:
        words = say("Qualify, month by month")
        line = (Series(say("Qualify"), 1),)
        months = len(tables[0].rows)
        found.append(Chart(ChartKind.TREND, words, 0, 0, line, months, height, 1 - share))
    return tuple(found)
