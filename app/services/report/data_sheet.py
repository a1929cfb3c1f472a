"""Everybody in one plain table, for pivot tables and other programs; it can be imported again."""

from collections.abc import Iterator, Sequence

from app.domain.fields import Field as RosterField
from app.domain.fields import followers_field, handle_field, observed_field
from app.domain.handle import shown
from app.domain.letters import text_width
from app.domain.person import Account, Consent
from app.domain.platform import RECORDED, Platform
from app.domain.report import Align, Cell, Column, Emphasis, Mark, ReportSheet, Row, Table
from app.domain.report_kinds import ReportKind
from app.domain.report_letters import CELL_PADDING, LETTERING, LineKind
from app.domain.standing import PersonStanding
from app.domain.verdict import Verdict
from app.services.report.asked import Asked
from app.services.report.frame import footer_of
from app.services.report.names import SheetNames
from app.services.report.people import shortfall
from app.wording.cells import cell_words
from app.wording.counts import count_plain
from app.wording.fields import consent_word, field_label
from app.wording.generations import generation_name
from app.wording.language import Language
from app.wording.reasons import conditions_met
from app.wording.verdicts import verdict_word

_WIDEST, _SAMPLE = 42.0, 300
"""Millimetres; rows that speak for a long table."""

_FUNNEL = 6.0
"""Millimetres of a head for the button of its filter."""

_Heads = list[Column]


def data_sheet(asked: Asked, names: SheetNames) -> ReportSheet:
    """One row a person, one head a column: no title, no merged cell, nothing that repeats."""
    columns = _columns(asked)
    rows = tuple(Row(tuple(_cells(asked, one))) for one in asked.people)
    return ReportSheet(
        name=names.take(asked.language.say("Data")),
        widths=tuple(
            column_width(column, [row.cells[place] for row in rows[:_SAMPLE]], asked.language)
            for place, column in enumerate(columns)
        ),
        title=(),
        subtitle=(),
        tables=(Table(columns, rows, asked.language.say("Nobody."), numbered=False),),
        footer=footer_of(asked.language),
        is_data=True,
        page=asked.page,
        kind=ReportKind.DATA,
        keys=2,
    )


def _columns(asked: Asked) -> tuple[Column, ...]:
    language = asked.language
    say = language.say
    person = (
        RosterField.NIP,
        RosterField.NAME,
        RosterField.TITLE_FRONT,
        RosterField.TITLE_BACK,
        RosterField.STATUS,
        RosterField.RANK,
        RosterField.POSITION,
        RosterField.UNIT,
        RosterField.ORGANISATION,
        RosterField.CONSENT,
    )
    found: _Heads = [Column(field_label(field, language)) for field in person]
    found.append(Column(say("Generation")))
    for platform in RECORDED:
        for field in (handle_field, followers_field, observed_field):
            align = Align.RIGHT if field is followers_field else Align.LEFT
            joined = field is not handle_field
            found.append(Column(field_label(field(platform), language), align, joined=joined))
    emphases = (Emphasis.BOLD, None, Emphasis.ITALIC, Emphasis.ITALIC)
    marks = tuple(
        Mark(verdict_word(verdict, language), emphasis)
        for verdict, emphasis in zip(Verdict, emphases, strict=True)
        if emphasis is not None
    )
    found += [
        Column(say("Verdict"), marks=marks),
        Column(say("Basis")),
        Column(say("Short by"), Align.RIGHT),
        Column(say("Most of one platform"), Align.RIGHT),
    ]
    return tuple(found)


def _cells(asked: Asked, one: PersonStanding) -> Iterator[Cell]:
    language, person = asked.language, one.person
    yield person.nip.masked if asked.options.masked_nip else person.nip.digits
    texts = (
        person.name,
        person.title_front,
        person.title_back,
        person.status,
        person.rank,
        person.position,
        person.unit,
        person.organisation,
    )
    yield from (" ".join(text.split()) or None for text in texts)
    known = person.consent is not Consent.UNKNOWN
    yield consent_word(person.consent, language) if known else None
    scheme = asked.options.scheme
    yield generation_name(scheme.of(person.nip.birth_date.year), scheme, language)
    accounts = {account.platform: account for account in one.accounts}
    for platform in RECORDED:
        yield from _account_cells(accounts.get(platform), language)
    yield verdict_word(one.judgement.verdict, language)
    yield conditions_met(one.judgement) or None
    yield shortfall(one, asked.rule)
    yield _most(one.accounts, asked.rule.platforms)


def _account_cells(account: Account | None, language: Language) -> tuple[Cell, Cell, Cell]:
    """An empty cell is nothing known: in a pivot table a dash would be counted."""
    if account is None:
        return None, None, None
    written: str | None = " ".join(account.written.split())
    if account.stated_none:
        written = language.say("no account")
    elif account.handle is not None:
        written = shown(account.handle)
    count = account.latest
    followers: Cell = account.unreadable or None
    day: Cell = None
    if count is not None:
        interval = count.interval
        day = count.observed_on
        followers = followers or (
            interval.low if interval.exact else count_plain(interval, count.written, language)
        )
    return written or None, followers, day


def _most(accounts: Sequence[Account], platforms: Sequence[Platform]) -> int | None:
    """A number for every calculation: the highest sure count on a platform of the rule."""
    lows = [
        account.latest.interval.low
        for account in accounts
        if account.exists
        and account.latest is not None
        and account.exclusion is None
        and account.platform in platforms
    ]
    return max(lows, default=None)


def column_width(column: Column, values: Sequence[Cell], language: Language) -> float:
    """Millimetres of a column with these values, its head and the button of its filter."""
    points = LETTERING[LineKind.ROW].points
    texts = {cell_words(value, language) for value in values}
    contents = max((text_width(text, points) for text in texts), default=0.0)
    head = text_width(column.head, points, bold=True) + _FUNNEL
    return max(min(contents, _WIDEST), head) + CELL_PADDING
