"""What a report says of where it comes from: in its footer, and on the sheet that proves it."""

from dataclasses import replace
from functools import partial

from app.domain.period import Period, PeriodKind
from app.domain.proof import Origin
from app.domain.report import ReportBook
from app.domain.report_kinds import ReportKind
from app.domain.rule_text import rule_to_text
from app.domain.snapshot import Snapshot
from app.domain.snapshot_text import hash_of_row, hash_of_snapshot, row_texts
from app.domain.template import TemplateSeal
from app.domain.written_report import ReportFacts
from app.services.report.asked import Asked, counts_note, days_of_counts
from app.services.report.frame import footer_of
from app.wording.closings import closing_number
from app.wording.language import Language
from app.wording.periods import period_name
from app.wording.proofs import uncovered_facts
from app.wording.rules import rule_called, rule_line, rule_name

_SHORT = 12


def _origin(asked: Asked, snapshot: str) -> Origin:
    """The facts in words. With masked NIPs nothing of the rows is repeated on the hidden sheet."""
    language = asked.language
    say = language.say
    rule = rule_line(asked.rule, language, facebook_friends=asked.options.facebook_friends)
    facts = [
        (say("Period"), period_name(_period(asked), language)),
        (say("Rule"), f"{rule_name(asked.rule, language)}: {rule}"),
        (say("Counts"), counts_note(asked, asked.people)),
        (say("Snapshot"), snapshot),
        *_compared_with(asked),
    ]
    masked = asked.options.masked_nip
    of = _values(asked, snapshot)
    return Origin(tuple(facts), about_proof(language), keeps_values=not masked, of=of)


def _values(asked: Asked, snapshot: str) -> ReportFacts:
    closed = asked.closed
    return ReportFacts(
        _period(asked),
        0 if closed is None else closed.revision.number,
        asked.rule,
        asked.as_of,
        snapshot,
        tuple(kind.value for kind in ReportKind if kind in asked.options.kinds),
        len(asked.people),
        asked.options.masked_nip,
    )


def _compared_with(asked: Asked) -> list[tuple[str, str]]:
    """The other closing that stands in the report."""
    comparison, language = asked.background.comparison, asked.language
    before = None if comparison is None else comparison.before.revision
    if before is None:
        return []
    words = f"{closing_number(before, language)} {before.sha256}"
    return [(language.say("Compared with"), words)]


def about_proof(language: Language) -> str:
    """What the proof can do, and what it cannot."""
    return language.say(
        "With this sheet Gaung finds whether a cell of the report was changed. It detects change and "
        "is no digital signature: whoever edits the file can also work the hash out anew."
    )


def with_origin(book: ReportBook, asked: Asked) -> ReportBook:
    """The same workbook with an origin, and footers that say it."""
    snapshot = _snapshot_hash(asked)
    sheets = tuple(
        replace(
            sheet, footer=replace(sheet.footer, left=_words(asked, sheet.footer.left, snapshot))
        )
        for sheet in book.sheets
    )
    return replace(book, sheets=sheets, origin=_origin(asked, snapshot))


def _words(asked: Asked, left: str, snapshot: str) -> str:
    """Period, rule, days of the counts, snapshot; the hash of the content is put in when written."""
    language = asked.language
    first, last = days_of_counts(asked.people) or (asked.as_of, asked.as_of)
    counted = f"{first:%d-%m-%Y}" if first == last else f"{first:%d-%m-%Y}/{last:%d-%m-%Y}"
    words = language.say(
        "{left} · {period} · rule {rule} · counts {counted} · snapshot {snapshot} · content {proof}"
    )
    return words.format(
        left=left,
        period=period_name(_period(asked), language),
        rule=rule_called(asked.rule),
        counted=counted,
        snapshot=snapshot[:_SHORT],
        proof="{proof}",
    )


def template_seal(asked: Asked, form: str) -> TemplateSeal:
    """What proves the office's own form, filled; `form` is the name of its file."""
    say, snapshot = asked.language.say, _snapshot_hash(asked)
    origin = _origin(asked, snapshot)
    facts = (*origin.facts, (say("Form"), form))
    left = footer_of(asked.language).left
    short = say("{left} · content {proof}").format(left=left, proof="{proof}")
    return TemplateSeal(
        replace(origin, facts=facts),
        (_words(asked, left, snapshot), short),
        partial(uncovered_facts, language=asked.language),
    )


def _snapshot_hash(asked: Asked) -> str:
    """Of the closing; else of everyone in the lists on that day, as a closing of them would have it."""
    if asked.closed is not None:
        return asked.closed.revision.sha256
    snapshot = Snapshot(asked.rule, asked.as_of, asked.people)
    hashes = map(hash_of_row, row_texts(snapshot).values())
    text = rule_to_text(asked.rule)
    return hash_of_snapshot(_period(asked), asked.as_of, text, snapshot.totals, hashes)


def _period(asked: Asked) -> Period:
    if asked.closed is not None:
        return asked.closed.revision.period
    return Period.around(PeriodKind.MONTH, asked.as_of)
