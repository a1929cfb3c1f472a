"""This period beside the last one: how many more qualify, and the one cause of each change."""

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from app.domain.report import (
    Align,
    Cell,
    Column,
    Fact,
    ReportSheet,
    Row,
    Table,
    Worked,
    Working,
)
from app.domain.report_kinds import ReportKind
from app.domain.verdict import Verdict
from app.domain.verdict_change import Cause, VerdictChange
from app.services.period_changes import Comparison, Side
from app.services.report.asked import Asked, closed_note
from app.services.report.columns import identity_fields, place_field
from app.services.report.fields import Field, fitted_table
from app.services.report.frame import footer_of, signatures_of
from app.services.report.grid import Grid, grid_for, row_of
from app.services.report.names import SheetNames
from app.services.report.people import organisation_of
from app.wording.language import Language
from app.wording.periods import cause_word, change_sentence, period_name
from app.wording.rules import rule_line, rule_name
from app.wording.verdicts import verdict_word

_FIGURE, _UPRIGHT, _FIGURES = 30.0, 26.0, 4

_Totals = tuple[int, int]


def progress_sheets(asked: Asked, names: SheetNames) -> list[ReportSheet]:
    """The numbers; and by name who came and who went, where a period was closed before."""
    comparison = asked.background.comparison
    say = asked.language.say
    sheets = [_numbers(asked, names, comparison)]
    if comparison is None:
        return sheets
    came = [change for change in comparison.named if change.came and change.after is not None]
    went = [change for change in comparison.named if change.went]
    return [
        *sheets,
        _people(
            asked,
            names.take(say("Newly qualifying")),
            say("CIVIL SERVANTS WHO MEET THE REQUIREMENT AND DID NOT BEFORE"),
            came,
        ),
        _people(
            asked,
            names.take(say("Not qualifying any more")),
            say("CIVIL SERVANTS WHO MET THE REQUIREMENT AND DO NOT ANY MORE"),
            went,
        ),
    ]


def _numbers(asked: Asked, names: SheetNames, comparison: Comparison | None) -> ReportSheet:
    language = asked.language
    say = language.say
    grid = grid_for(asked.page, asked.room, _FIGURES, _FIGURE, _UPRIGHT)
    facts: tuple[Fact, ...] = (Fact(say("Before"), _nothing_before(asked)),)
    tables: tuple[Table, ...] = (_month_table(asked, grid),)
    if comparison is not None:
        before, after = comparison.before, comparison.after
        facts = (
            Fact(say("Before"), _side_words(before, asked)),
            Fact(say("Now"), _side_words(after, asked)),
        )
        tables = (
            _verdict_table(asked, grid, comparison),
            _cause_table(asked, grid, comparison),
            *tables,
            _organisation_table(asked, grid, comparison),
        )
    return ReportSheet(
        name=names.take(say("Progress")),
        widths=grid.widths,
        title=(say("PROGRESS OF CIVIL SERVANTS WHO MEET THE FOLLOWER REQUIREMENT"),),
        subtitle=asked.subtitle,
        tables=tables,
        footer=footer_of(language),
        facts=facts,
        notes=_notes(asked, comparison),
        letterhead=asked.letterhead,
        signatures=signatures_of(asked.office, asked.as_of, language),
        is_list=False,
        page=asked.page,
        kind=ReportKind.PROGRESS,
    )


def _nothing_before(asked: Asked) -> str:
    say = asked.language.say
    if asked.closed is not None:
        return say("No earlier period is closed: there is nothing to compare with.")
    return say("No period is closed yet: there is nothing to compare with.")


def _side_words(side: Side, asked: Asked) -> str:
    language = asked.language
    words = rule_line(side.rule, language, facebook_friends=asked.options.facebook_friends)
    rule = f"{rule_name(side.rule, language)}. {words}"
    day = language.date(side.as_of)
    if side.revision is None:
        return language.say("As of {date}. {rule}").format(date=day, rule=rule)
    name = period_name(side.revision.period, language)
    text = language.say("{period}, closed as of {date}. {rule}")
    return text.format(period=name, date=day, rule=rule)


def _notes(asked: Asked, comparison: Comparison | None) -> tuple[str, ...]:
    language = asked.language
    notes = [note] if (note := closed_note(asked)) else []
    if comparison is None:
        return tuple(notes)
    notes.append(language.say("Each change of a verdict has exactly one cause."))
    if comparison.erased:
        notes.append(
            language.say_many(
                "{count} person was erased since; nothing is known of it any more.",
                "{count} people were erased since; nothing is known of them any more.",
                comparison.erased,
            )
        )
    return tuple(notes)


def _verdict_table(asked: Asked, grid: Grid, comparison: Comparison) -> Table:
    language = asked.language
    say = language.say
    before, after = comparison.before.totals, comparison.after.totals
    rows = [
        _beside(verdict_word(verdict, language), (before[verdict], after[verdict]))
        for verdict in Verdict
    ]
    totals = (sum(before.values()), sum(after.values()))
    sums = tuple(Worked(Working.SUM, total) for total in totals)
    grown = Worked(Working.DIFFERENCE, totals[1] - totals[0], left=2, right=1)
    rows.append(row_of((say("Everybody"), *sums, grown, _growth(totals)), total=True))
    return Table(
        _columns(asked, Column(say("Verdict"), span=3)),
        tuple(rows),
        "",
        say("Verdicts"),
        numbered=False,
    )


def _columns(asked: Asked, first: Column) -> tuple[Column, ...]:
    say = asked.language.say
    return (
        first,
        Column(say("Before"), Align.RIGHT),
        Column(say("Now"), Align.RIGHT),
        Column(say("Difference"), Align.RIGHT),
        Column(say("Growth"), Align.RIGHT),
    )


def _beside(name: str, numbers: _Totals, *texts: tuple[str, float]) -> Row:
    difference = Worked(Working.DIFFERENCE, numbers[1] - numbers[0], left=2, right=1)
    return row_of((name, *numbers, difference, _growth(numbers)), *texts)


def _growth(numbers: _Totals) -> Worked:
    before, after = numbers
    value = (after - before) / before if before else None
    return Worked(Working.SHARE, value, left=3, right=1)


def _cause_table(asked: Asked, grid: Grid, comparison: Comparison) -> Table:
    language = asked.language
    say = language.say
    came, went, every = comparison.came, comparison.went, comparison.by_cause
    rows = [
        row_of((cause_word(cause, language), came.get(cause, 0), went.get(cause, 0), every[cause]))
        for cause in Cause
        if every[cause]
    ]
    if rows:
        sums = (sum(came.values()), sum(went.values()), sum(every.values()))
        worked = (Worked(Working.SUM, total) for total in sums)
        rows.append(row_of((say("All causes"), *worked), total=True))
    columns = (
        Column(say("Cause"), span=3),
        Column(say("Newly qualify"), Align.RIGHT),
        Column(say("No longer qualify"), Align.RIGHT),
        Column(say("All changes"), Align.RIGHT),
    )
    empty = say("No verdict changed.")
    return Table(columns, tuple(rows), empty, say("Causes"), numbered=False)


def _month_table(asked: Asked, grid: Grid) -> Table:
    """The month ends before, judged by the rule of this report; each beside the one before."""
    language = asked.language
    say = language.say
    now = sum(one.judgement.verdict is Verdict.QUALIFIES for one in asked.people)
    months = [(month.as_of, month.qualifying) for month in asked.background.months]
    ends = [*months, (asked.as_of, now)]
    rows = [
        _beside(language.month(day), (earlier, number))
        for (_, earlier), (day, number) in pairwise(ends)
    ]
    return Table(
        _columns(asked, Column(say("Qualify at the end of"), span=3)),
        tuple(rows),
        say("No month before has any count."),
        say("Month by month, judged by the same rule"),
        numbered=False,
    )


def _organisation_table(asked: Asked, grid: Grid, comparison: Comparison) -> Table:
    """Where people came and went; of those who must not be named nothing is said."""
    say = asked.language.say
    came: Counter[str] = Counter()
    went: Counter[str] = Counter()
    for change in comparison.named:
        if change.came and change.after is not None:
            came[organisation_of(change.after)] += 1
        if change.went and change.before is not None:
            went[organisation_of(change.before)] += 1
    found = sorted(set(came) | set(went), key=lambda name: (went[name] - came[name], name))
    rows = [
        row_of(
            (
                number,
                name or say("Others"),
                came[name],
                went[name],
                Worked(Working.DIFFERENCE, came[name] - went[name], left=2, right=3),
            ),
            (name, grid.name),
        )
        for number, name in enumerate(found, start=1)
    ]
    columns = (
        Column(say("No."), Align.CENTRE),
        Column(say("Organisation"), span=2),
        Column(say("Newly qualify"), Align.RIGHT),
        Column(say("No longer qualify"), Align.RIGHT),
        Column(say("Difference"), Align.RIGHT),
    )
    return Table(columns, tuple(rows), say("No verdict changed."), say("Organisations"))


def _people(asked: Asked, name: str, title: str, changes: Sequence[VerdictChange]) -> ReportSheet:
    language = asked.language
    say = language.say
    pairs = [(change, change.one) for change in changes]
    people = [one for _, one in pairs if one is not None]
    fields = [
        *identity_fields(asked, people, rank=False),
        place_field(asked, people),
        _column(say("Before"), [_word(change.was, language) for change in changes]),
        _column(say("Now"), [_word(change.now, language) for change in changes]),
        _column(say("Cause"), [cause_word(change.cause, language) for change in changes]),
        Field(
            Column(say("Explanation")),
            [change_sentence(change, language) for change in changes],
            wraps=True,
            narrowest=44,
            widest=90,
        ),
    ]
    widths, table = fitted_table(fields, say("Nobody."), asked.room)
    restricted = say("Restricted: contains personal data.")
    return ReportSheet(
        name=name,
        widths=widths,
        title=(title,),
        subtitle=asked.subtitle,
        tables=(table,),
        footer=footer_of(language),
        notes=(*((note,) if (note := closed_note(asked)) else ()), restricted),
        page=asked.page,
        kind=ReportKind.PROGRESS,
    )


def _column(head: str, values: Sequence[Cell]) -> Field:
    return Field(Column(head, Align.CENTRE), values, wraps=True, narrowest=24, widest=34)


def _word(verdict: Verdict | None, language: Language) -> str:
    return language.say("not on the list") if verdict is None else verdict_word(verdict, language)
