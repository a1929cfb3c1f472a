"""What is wrong with the data: rows that wait, numbers lost, counts too old, people unknown."""

from collections import Counter
from collections.abc import Callable, Sequence
from datetime import date

from app.domain.fields import Field as RosterField
from app.domain.person import Consent
from app.domain.report import Align, Column, ReportSheet, Table
from app.domain.report_kinds import ReportKind
from app.domain.standing import PersonStanding
from app.services.report.asked import Asked, number_rounded
from app.services.report.columns import identity_fields, place_field, verdict_field
from app.services.report.fields import Field, fitted_table
from app.services.report.frame import footer_of
from app.services.report.grid import Grid, grid_for, row_of
from app.services.report.names import SheetNames
from app.services.waiting_room import WaitingRow
from app.wording.imports import held_label
from app.wording.language import Language, Words

OLD_AFTER = 90
"""Days after which a count is called old where the rule itself sets no limit."""

_FIGURE, _UPRIGHT, _FIGURES = 26.0, 23.0, 6
_MOST_ROWS = 2_000
"""Rows that wait, on paper; all of them stand in the waiting room."""

_Flaw = Callable[[PersonStanding, int, date], bool]


def _without_account(one: PersonStanding, limit: int, as_of: date) -> bool:
    return not any(account.exists for account in one.accounts)


def _without_count(one: PersonStanding, limit: int, as_of: date) -> bool:
    return any(
        account.exists and account.latest is None and not account.unreadable
        for account in one.accounts
    )


def _unreadable(one: PersonStanding, limit: int, as_of: date) -> bool:
    return any(account.exists and account.unreadable for account in one.accounts)


def _old(one: PersonStanding, limit: int, as_of: date) -> bool:
    return any(
        account.latest is not None and (as_of - account.latest.observed_on).days > limit
        for account in one.accounts
        if account.exists
    )


def _left_out(one: PersonStanding, limit: int, as_of: date) -> bool:
    return any(account.exclusion is not None for account in one.accounts)


def _without_organisation(one: PersonStanding, limit: int, as_of: date) -> bool:
    return not one.person.place.strip()


def _refused(one: PersonStanding, limit: int, as_of: date) -> bool:
    return one.person.consent is Consent.REFUSED


_FLAWS: Sequence[tuple[_Flaw, Words]] = (
    (_without_account, lambda say: say("no account known")),
    (_without_count, lambda say: say("account without a count")),
    (_unreadable, lambda say: say("entry that is no number")),
    (_old, lambda say: say("count too old")),
    (_left_out, lambda say: say("account left out after clarification")),
    (_without_organisation, lambda say: say("no organisation")),
    (_refused, lambda say: say("not willing to be asked")),
)


def quality_sheets(asked: Asked, names: SheetNames) -> list[ReportSheet]:
    """The numbers with the rows that wait, and the people whose data want completing."""
    limit = asked.rule.age_limit or OLD_AFTER
    flaws = [
        [words(asked.language.say) for flaw, words in _FLAWS if flaw(one, limit, asked.as_of)]
        for one in asked.people
    ]
    return [_numbers(asked, names, flaws, limit), _people(asked, names, flaws)]


def _numbers(
    asked: Asked, names: SheetNames, flaws: Sequence[Sequence[str]], limit: int
) -> ReportSheet:
    language = asked.language
    say = language.say
    grid = grid_for(asked.page, asked.room, _FIGURES, _FIGURE, _UPRIGHT)
    tables = (
        _flaw_table(asked, grid, flaws),
        _reason_table(asked, grid),
        _waiting_table(asked, grid),
    )
    old = language.say_many(
        "A count is called too old after {count} day.",
        "A count is called too old after {count} days.",
        limit,
    )
    return ReportSheet(
        name=names.take(say("To be checked, not in order")),
        widths=grid.widths,
        title=(say("QUALITY OF THE DATA ON CIVIL SERVANTS AND FOLLOWERS"),),
        subtitle=asked.subtitle,
        tables=tables,
        footer=footer_of(language),
        notes=(old, say("Restricted: contains personal data.")),
        is_list=False,
        page=asked.page,
        kind=ReportKind.QUALITY,
    )


def _flaw_table(asked: Asked, grid: Grid, flaws: Sequence[Sequence[str]]) -> Table:
    language = asked.language
    say = language.say
    numbers = Counter(flaw for each in flaws for flaw in each)
    total = len(asked.people)
    texts = [words(say) for _, words in _FLAWS]
    figures = [(text, numbers[text]) for text in texts]
    figures.append((say("in order"), sum(not each for each in flaws)))
    rows = [
        row_of((_capital(text), number, _share(number, total, language)), (text, grid.whole_name))
        for text, number in figures
    ]
    rounded = say("Counts that are not exact")
    rows.append(row_of((rounded, number_rounded(asked.people), None), (rounded, grid.whole_name)))
    columns = (
        Column(say("People"), span=3),
        Column(say("Number"), Align.RIGHT),
        Column(say("Share"), Align.CENTRE),
    )
    return Table(columns, tuple(rows), "", say("People and counts"), numbered=False)


def _reason_table(asked: Asked, grid: Grid) -> Table:
    language = asked.language
    say = language.say
    numbers = Counter(_reason(row, language) for row in asked.background.waiting)
    rows = [
        row_of((reason, number), (reason, grid.whole_name))
        for reason, number in numbers.most_common()
    ]
    columns = (Column(say("Why it waits"), span=3), Column(say("Rows"), Align.RIGHT))
    empty = say("No row waits.")
    return Table(columns, tuple(rows), empty, say("Rows that wait"), numbered=False)


def _waiting_table(asked: Asked, grid: Grid) -> Table:
    language = asked.language
    say = language.say
    waiting = asked.background.waiting[:_MOST_ROWS]
    wide = grid.of_figures(2)
    rows = [
        row_of(
            (number, name, row.number_shown, _reason(row, language), row.held.file, row.held.row),
            (name, grid.name),
            (_reason(row, language), wide),
            (row.held.file, grid.of_figures(1)),
        )
        for number, row in enumerate(waiting, start=1)
        for name in [_one_line(row.held.texts.get(RosterField.NAME, ""))]
    ]
    columns = (
        Column(say("No."), Align.CENTRE),
        Column(say("Name"), span=2),
        Column(say("Number in the file"), Align.CENTRE, span=2),
        Column(say("Why it waits"), span=2),
        Column(say("From the file")),
        Column(say("From the row"), Align.RIGHT),
    )
    return Table(columns, tuple(rows), say("No row waits."), say("The rows"))


def _people(asked: Asked, names: SheetNames, flaws: Sequence[Sequence[str]]) -> ReportSheet:
    language = asked.language
    say = language.say
    wanting = [(one, each) for one, each in zip(asked.people, flaws, strict=True) if each]
    people = [one for one, _ in wanting]
    fields = [
        *identity_fields(asked, people, rank=False),
        place_field(asked, people),
        Field(
            Column(say("What is missing or wrong")),
            [_capital("; ".join(each)) for _, each in wanting],
            wraps=True,
            narrowest=40,
            widest=80,
        ),
        verdict_field(asked, people),
    ]
    widths, table = fitted_table(fields, say("Nobody."), asked.room)
    return ReportSheet(
        name=names.take(say("To be completed, not in order")),
        widths=widths,
        title=(say("CIVIL SERVANTS WHOSE DATA MUST BE COMPLETED"),),
        subtitle=asked.subtitle,
        tables=(table,),
        footer=footer_of(language),
        notes=(say("Restricted: contains personal data."),),
        page=asked.page,
        kind=ReportKind.QUALITY,
    )


def _reason(row: WaitingRow, language: Language) -> str:
    return held_label(row.held.reason, language, in_file=row.digits_in_file)


def _share(part: int, whole: int, language: Language) -> str:
    return language.percent(part / whole) if whole else "–"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _one_line(text: str) -> str:
    return " ".join(text.split())
