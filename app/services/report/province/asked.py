"""What a report of the province is asked for, and the facts that several of its sheets print."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from app.domain.office import Office
from app.domain.report import Fact, Letterhead, Paper
from app.domain.report_kinds import ReportKind
from app.domain.rollup.merged import MergedOffice, Presence, RollUp
from app.services.report.asked import Asked, ReportOptions
from app.wording.language import Language
from app.wording.periods import period_name
from app.wording.rules import citation, rule_line, rule_name

PROVINCE_KINDS = (ReportKind.RECAP, ReportKind.PROGRESS, ReportKind.COVERAGE)
"""What may be ticked; the people in several offices and the trace belong to each of them."""


@dataclass(frozen=True, slots=True)
class ProvinceAsked:
    """`before` is the period before, None where nothing of it was received."""

    rollup: RollUp
    before: RollUp | None
    office: Office
    options: ReportOptions
    language: Language
    own: Asked = field(init=False)
    """Paper, letterhead and notes are those of any report; it lists nobody."""

    def __post_init__(self) -> None:
        wish = self.rollup.wish
        own = Asked((), wish.rule, self.as_of, self.office, self.options, self.language)
        object.__setattr__(self, "own", own)

    @property
    def as_of(self) -> date:
        """The last day of the period."""
        return self.rollup.wish.period.last

    @property
    def page(self) -> Paper:
        """The paper of every sheet."""
        return self.own.page

    @property
    def letterhead(self) -> Letterhead | None:
        """On the sheets that are signed."""
        return self.own.letterhead

    @property
    def period(self) -> str:
        """In words."""
        return period_name(self.rollup.wish.period, self.language)

    @property
    def title_line(self) -> str:
        """Below the title."""
        return self.language.say("PERIOD {name}").format(name=self.period.upper())

    @property
    def set_hash(self) -> str:
        """Of the workbooks that are counted: the same set has the same one."""
        hashes = sorted(one.part.sha256 for one in self.rollup.submissions)
        return hashlib.sha256("\n".join(hashes).encode()).hexdigest()

    @property
    def days(self) -> tuple[date, date]:
        """The earliest and the latest day as of which the counted offices sent."""
        sent = [one.arrived.sending.as_of for one in self.rollup.offices if one.arrived is not None]
        return min(sent, default=self.as_of), max(sent, default=self.as_of)


def facts_of(asked: ProvinceAsked) -> tuple[Fact, ...]:
    """Period, rule, and every office that is not in the numbers, by name."""
    language, rollup = asked.language, asked.rollup
    say, rule = language.say, rollup.wish.rule
    words = rule_line(rule, language, facebook_friends=asked.options.facebook_friends)
    counted = say("{counted} of {all} counted").format(
        counted=language.number(len(rollup.counted_offices)),
        all=language.number(len(rollup.offices)),
    )
    facts = [
        Fact(say("Period"), f"{asked.period}. {as_of_note(asked)}"),
        Fact(say("Rule"), f"{rule_name(rule, language)}. {words}"),
        Fact(say("Source"), f"{citation(rule, language)}."),
        Fact(say("Offices"), f"{counted}."),
    ]
    for label, offices in (
        (say("Not received"), _with(rollup, Presence.MISSING)),
        (say("Not counted"), _with(rollup, Presence.LEFT_OUT)),
        (say("Other period"), _with(rollup, Presence.OTHER_PERIOD)),
        (say("Not expected"), [one for one in rollup.offices if _is_unexpected(rollup, one)]),
        (say("Incomplete"), [one for one in rollup.offices if one.lacking]),
    ):
        if offices:
            facts.append(Fact(label, f"{named(offices, asked)}."))
    return tuple(facts)


def as_of_note(asked: ProvinceAsked) -> str:
    """The days of the states that the offices sent."""
    first, last = (asked.language.date(day) for day in asked.days)
    if first == last:
        return asked.language.say("As of {as_of}.").format(as_of=first)
    return asked.language.say("As of {first} to {last}.").format(first=first, last=last)


def named(offices: Sequence[MergedOffice], asked: ProvinceAsked) -> str:
    """Their names, each with what is special about it."""
    return ", ".join(_named(one, asked) for one in offices)


def notes_of(asked: ProvinceAsked) -> tuple[str, ...]:
    """What is to be known of the numbers: judged anew, counted once, people that are not here."""
    language, rollup = asked.language, asked.rollup
    say, many = language.say, language.say_many
    notes = []
    rejudged = sum(one.is_rejudged for one in rollup.offices)
    if rejudged:
        notes.append(
            many(
                "{count} office sent under another rule; its people are judged anew from their "
                "counts.",
                "{count} offices sent under another rule; their people are judged anew from their "
                "counts.",
                rejudged,
            )
        )
    if rollup.doubled:
        notes.append(
            many(
                "{count} person stands in several offices and is counted once.",
                "{count} people stand in several offices and are counted once.",
                len(rollup.doubled),
            )
        )
    if rollup.lacking:
        notes.append(
            many(
                "{count} person of the offices has not arrived and is in no number.",
                "{count} people of the offices have not arrived and are in no number.",
                rollup.lacking,
            )
        )
    notes.append(say("Each number leads to file, sheet and rows: see the sheet Trace."))
    return tuple(notes)


def _with(rollup: RollUp, presence: Presence) -> list[MergedOffice]:
    return [one for one in rollup.offices if one.presence is presence]


def _is_unexpected(rollup: RollUp, one: MergedOffice) -> bool:
    return bool(rollup.wish.expected) and not one.is_expected


def _named(one: MergedOffice, asked: ProvinceAsked) -> str:
    language = asked.language
    if one.presence is Presence.OTHER_PERIOD and one.arrived is not None:
        return f"{one.name} ({period_name(one.arrived.sending.period, language)})"
    if one.lacking:
        words = language.say_many("{count} person lacking", "{count} people lacking", one.lacking)
        return f"{one.name} ({words})"
    return one.name
