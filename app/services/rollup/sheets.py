"""What people read in an exchange workbook: a cover that says what it is, and one table of people."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from app.domain.fields import Field as RosterField
from app.domain.fields import followers_field, handle_field, observed_field
from app.domain.handle import shown
from app.domain.person import Account
from app.domain.platform import RECORDED, Platform
from app.domain.report import Align, Cell, Column, Fact, PageFooter, ReportSheet, Row, Table
from app.domain.report_kinds import ReportKind
from app.domain.rollup.sending import FORMAT, Part, Sending
from app.domain.standing import PersonStanding
from app.domain.verdict import Verdict
from app.services.report.asked import Asked, counts_note
from app.services.report.data_sheet import column_width
from app.services.report.frame import footer_of
from app.services.report.grid import Grid, grid_for, on_one_page, row_of
from app.services.report.names import SheetNames
from app.services.report.people import organisation_of
from app.wording.counts import count_plain
from app.wording.fields import field_label
from app.wording.histories import source_word
from app.wording.language import Language
from app.wording.periods import period_name
from app.wording.rules import citation, rule_line, rule_name
from app.wording.verdicts import verdict_word

_FIGURE, _FIGURES = 34.0, 2
_SHORT = 12
_SAMPLE = 300
"""Rows that speak for a long table."""


@dataclass(frozen=True, slots=True)
class Exchange:
    """One part as it is described. `everybody` are the people of all parts, `asked` this part's."""

    asked: Asked
    everybody: Sequence[PersonStanding]
    sending: Sending
    part: Part


def exchange_sheets(exchange: Exchange) -> tuple[ReportSheet, ReportSheet]:
    """The cover and the people."""
    names = SheetNames()
    say = exchange.asked.language.say
    cover, people = names.take(say("Cover")), names.take(say("Civil servants"))
    sheet = on_one_page(lambda scale: _cover(exchange, cover, people, scale))
    return sheet, _people(exchange, people)


def _cover(exchange: Exchange, name: str, people: str, scale: float) -> ReportSheet:
    asked = exchange.asked
    language = asked.language
    say = language.say
    grid = grid_for(asked.page, asked.room, _FIGURES, _FIGURE, _FIGURE).for_print_at(scale)
    return ReportSheet(
        name=name,
        widths=grid.widths,
        title=(say("EXCHANGE WORKBOOK FOR THE PROVINCE"),),
        subtitle=(
            exchange.sending.sender.name,
            period_name(exchange.sending.period, language),
        ),
        tables=(_totals(exchange, grid),),
        footer=_footer(exchange),
        facts=tuple(_facts(exchange)),
        notes=_notes(exchange, people),
        letterhead=asked.letterhead,
        is_list=False,
        page=asked.page,
        kind=ReportKind.COVER,
    )


def _facts(exchange: Exchange) -> Iterator[Fact]:
    sending, part, language = exchange.sending, exchange.part, exchange.asked.language
    say, number = language.say, language.number
    words = rule_line(sending.rule, language, facebook_friends=_friends(exchange))
    yield Fact(say("Period"), _state(exchange))
    yield Fact(say("Rule"), f"{rule_name(sending.rule, language)}. {words}")
    yield Fact(say("Source"), f"{citation(sending.rule, language)}.")
    yield Fact(say("As of"), counts_note(exchange.asked, exchange.everybody))
    if part.of == 1:
        yield Fact(say("Part"), say("the whole in one workbook"))
    else:
        text = say("{number} of {parts}: {here} of {all} people stand in this workbook")
        yield Fact(
            say("Part"),
            text.format(
                number=number(part.number),
                parts=number(part.of),
                here=number(part.people),
                all=number(sending.people),
            ),
        )
    if sending.left_out:
        text = language.say_many(
            "{count} person who withdrew consent or was erased",
            "{count} people who withdrew consent or were erased",
            sending.left_out,
        )
        yield Fact(say("Not sent"), text)
    yield Fact(say("Written"), language.moment(part.written_at))
    yield Fact(say("File format"), say("Gaung exchange {form}").format(form=FORMAT))
    if sending.snapshot:
        yield Fact(say("Snapshot"), sending.snapshot)
    yield Fact(say("Hash of the whole"), sending.sha256)
    yield Fact(say("Hash of this part"), part.sha256)
    yield Fact(say("Class"), say("Restricted: contains personal data."))


def _state(exchange: Exchange) -> str:
    sending, language = exchange.sending, exchange.asked.language
    name = period_name(sending.period, language)
    if not sending.is_closed:
        text = language.say("{period} is NOT CLOSED: the state of {day}, which may still change")
        return text.format(period=name, day=language.date(sending.as_of))
    text = language.say("{period}, closed (closing {number}) as of {day}")
    return text.format(
        period=name, number=language.number(sending.revision), day=language.date(sending.as_of)
    )


def _notes(exchange: Exchange, people: str) -> tuple[str, ...]:
    say = exchange.asked.language.say
    return (
        say(
            "Send this file to the province as it is, by e-mail or on a memory stick; there Gaung "
            "receives it. Several parts are sent together."
        ),
        say(
            "On the sheet “{people}” everybody stands with accounts, counts and verdict. Read it, sort "
            "it, print it; but change no cell: a changed workbook is refused, and the cell is named."
        ).format(people=people),
        say(
            "The hashes detect change. They prove nobody's identity and are no digital signature: "
            "whoever edits the file can also work them out anew."
        ),
    )


def _totals(exchange: Exchange, grid: Grid) -> Table:
    language = exchange.asked.language
    say = language.say
    here = [one.judgement.verdict for one in exchange.asked.people]
    rows = [
        row_of(
            (
                verdict_word(verdict, language),
                exchange.sending.totals[verdict],
                here.count(verdict),
            ),
            (verdict_word(verdict, language), grid.whole_name),
        )
        for verdict in Verdict
    ]
    rows.append(
        row_of((say("Everybody"), exchange.sending.people, exchange.part.people), total=True)
    )
    columns = (
        Column(say("Verdict"), span=3),
        Column(say("People in all"), Align.RIGHT),
        Column(say("In this workbook"), Align.RIGHT),
    )
    return Table(columns, tuple(rows), "", numbered=False)


def _footer(exchange: Exchange) -> PageFooter:
    language = exchange.asked.language
    usual = footer_of(language)
    words = language.say("{left} · {office} · {period} · part {part} · content {proof}")
    text = words.format(
        left=usual.left,
        office=exchange.sending.sender.name.replace("{", "(").replace("}", ")"),
        period=period_name(exchange.sending.period, language),
        part=exchange.part.sha256[:_SHORT],
        proof="{proof}",
    )
    return PageFooter(text, usual.right)


def _friends(exchange: Exchange) -> bool:
    return exchange.asked.options.facebook_friends


# ------------------------------------------------------------------ people


def _people(exchange: Exchange, name: str) -> ReportSheet:
    asked = exchange.asked
    platforms = _platforms(exchange)
    columns = tuple(_columns(asked, platforms))
    rows = tuple(Row(tuple(_cells(one, platforms, asked.language))) for one in asked.people)
    widths = tuple(
        column_width(column, [row.cells[place] for row in rows[:_SAMPLE]], asked.language)
        for place, column in enumerate(columns)
    )
    return ReportSheet(
        name=name,
        widths=widths,
        title=(),
        subtitle=(),
        tables=(Table(columns, rows, asked.language.say("Nobody."), numbered=False),),
        footer=_footer(exchange),
        is_data=True,
        page=asked.page,
        kind=ReportKind.DATA,
        keys=2,
    )


def _platforms(exchange: Exchange) -> tuple[Platform, ...]:
    """Those of which something is known of anybody; the same in every part."""
    known = {account.platform for one in exchange.everybody for account in one.accounts}
    order = (*RECORDED, *(platform for platform in Platform if platform not in RECORDED))
    return tuple(platform for platform in order if platform in known)


def _columns(asked: Asked, platforms: Sequence[Platform]) -> Iterator[Column]:
    language = asked.language
    say = language.say
    for field in (RosterField.NIP, RosterField.NAME, RosterField.ORGANISATION, RosterField.UNIT):
        yield Column(field_label(field, language))
    friends = asked.options.facebook_friends
    for platform in platforms:
        yield Column(field_label(handle_field(platform), language))
        count = field_label(followers_field(platform), language, facebook_friends=friends)
        yield Column(count, Align.RIGHT, joined=True)
        yield Column(say("{tag} at least").format(tag=platform.tag), Align.RIGHT, joined=True)
        yield Column(say("{tag} at most").format(tag=platform.tag), Align.RIGHT, joined=True)
        yield Column(say("{tag} exact").format(tag=platform.tag), joined=True)
        yield Column(field_label(observed_field(platform), language), joined=True)
        yield Column(say("{tag} source").format(tag=platform.tag), joined=True)
    yield Column(say("Verdict"))


def _cells(
    one: PersonStanding, platforms: Sequence[Platform], language: Language
) -> Iterator[Cell]:
    person = one.person
    yield person.nip.digits
    for text in (person.full_name, organisation_of(one), person.unit):
        yield " ".join(text.split()) or None
    accounts = {account.platform: account for account in one.accounts}
    for platform in platforms:
        yield from _account_cells(accounts.get(platform), language)
    yield verdict_word(one.judgement.verdict, language)


def _account_cells(account: Account | None, language: Language) -> tuple[Cell, ...]:
    """Account, count as written, its bounds, whether it is exact, its day, where it came from."""
    if account is None:
        return (None,) * 7
    handle: str | None = " ".join(account.written.split()) or None
    if account.stated_none:
        handle = language.say("no account")
    elif account.handle is not None:
        handle = shown(account.handle)
    count = account.latest
    if count is None:
        return handle, " ".join(account.unreadable.split()) or None, None, None, None, None, None
    interval = count.interval
    written = account.unreadable or count_plain(interval, count.written, language)
    exact = language.say("yes") if interval.exact else language.say("no")
    source = source_word(count.source, language)
    return handle, written, interval.low, interval.high, exact, count.observed_on, source
