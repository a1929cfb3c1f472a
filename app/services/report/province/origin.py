"""What a report of the province says of where it comes from: the set of workbooks, and its proof."""

from dataclasses import replace

from app.domain.proof import Origin
from app.domain.report import ReportBook
from app.domain.report_kinds import ReportKind
from app.domain.written_report import ReportFacts
from app.services.report.origin import about_proof
from app.services.report.province.asked import ProvinceAsked, as_of_note, named
from app.wording.rules import rule_called, rule_line, rule_name

_SHORT = 12


def with_origin(book: ReportBook, asked: ProvinceAsked) -> ReportBook:
    """The same workbook with an origin, and footers that say it."""
    sheets = tuple(
        replace(sheet, footer=replace(sheet.footer, left=_words(asked, sheet.footer.left)))
        for sheet in book.sheets
    )
    return replace(book, sheets=sheets, origin=_origin(asked, book))


def _origin(asked: ProvinceAsked, book: ReportBook) -> Origin:
    language, rollup = asked.language, asked.rollup
    say, rule = language.say, rollup.wish.rule
    words = rule_line(rule, language, facebook_friends=asked.options.facebook_friends)
    facts = [
        (say("Period"), asked.period),
        (say("Rule"), f"{rule_name(rule, language)}: {words}"),
        (say("Counts"), as_of_note(asked)),
        (say("Offices"), language.number(len(rollup.counted_offices))),
        (say("Set of workbooks"), asked.set_hash),
    ]
    if rollup.absent:
        facts.insert(4, (say("Without"), named(rollup.absent, asked)))
    keeps = not asked.options.masked_nip
    return Origin(tuple(facts), about_proof(language), keeps_values=keeps, of=_values(asked, book))


def _values(asked: ProvinceAsked, book: ReportBook) -> ReportFacts:
    """For the history; the set of workbooks is what a snapshot is of one office."""
    wish = asked.rollup.wish
    kinds = {sheet.kind for sheet in book.sheets}
    return ReportFacts(
        wish.period,
        0,
        wish.rule,
        asked.as_of,
        asked.set_hash,
        tuple(kind.value for kind in ReportKind if kind in kinds),
        asked.rollup.figures.people,
        asked.options.masked_nip,
    )


def _words(asked: ProvinceAsked, left: str) -> str:
    first, last = asked.days
    counted = f"{first:%d-%m-%Y}" if first == last else f"{first:%d-%m-%Y}/{last:%d-%m-%Y}"
    words = asked.language.say(
        "{left} · {period} · rule {rule} · as of {counted} · set {set} · content {proof}"
    )
    return words.format(
        left=left,
        period=asked.period,
        rule=rule_called(asked.rollup.wish.rule),
        counted=counted,
        set=asked.set_hash[:_SHORT],
        proof="{proof}",
    )
