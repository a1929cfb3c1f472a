"""What a report is asked for, and the few facts about its counts that several sheets print."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from app.domain.nip import Generations
from app.domain.office import Office
from app.domain.period import PeriodKind
from app.domain.report import Letterhead, Paper, PaperSize, paper_of
from app.domain.report_kinds import USUAL_KINDS, Division, ReportKind
from app.domain.rule import FacebookMetric, Rule
from app.domain.standing import PersonStanding
from app.services.closed_periods import ClosedPeriod
from app.services.report.background import NO_BACKGROUND, Background
from app.services.report.frame import letterhead_of, month_line
from app.services.report.people import is_rounded
from app.services.standings import NEAR
from app.wording.closings import closing_number, left_out_of_report
from app.wording.language import Language
from app.wording.periods import period_name
from app.wording.rules import citation, rule_line, rule_name

_MARGIN_OF_PAGE = 1.2

NOT_KEPT = frozenset((ReportKind.QUALITY,))
"""Kinds that say something of rows that wait, of which a closed period keeps none."""


@dataclass(frozen=True, slots=True)
class Decree:
    """What the annex belongs to; what is left empty becomes a dotted line to fill in by hand."""

    title: str = ""
    number: str = ""
    dated: date | None = None


@dataclass(frozen=True, slots=True)
class ReportOptions:
    """The ticks of the report page.

    `near` is how many followers short still counts as near. Beyond `most_organisations`, those with
    the fewest qualifying people share one sheet. `facebook_friends`: the office counts friends there.
    """

    kinds: frozenset[ReportKind] = USUAL_KINDS
    letterhead: bool = True
    masked_nip: bool = False
    division: Division = Division.SHEETS
    paper: PaperSize = PaperSize.FOLIO
    portrait: bool = False
    charts: bool = True
    decree: Decree = Decree()
    scheme: Generations = Generations.BPS
    near: int = NEAR
    most_organisations: int = 150
    facebook_friends: bool = False
    readings: tuple[Rule, ...] = ()
    """The rules of the table that sets them side by side; none: the published readings."""

    def of_closing(self, rule: Rule) -> "ReportOptions":
        """Without what a closing does not keep: rows that wait, and settings of today."""
        return replace(
            self,
            kinds=self.kinds - NOT_KEPT,
            facebook_friends=rule.facebook_metric is FacebookMetric.FRIENDS,
            readings=(),
        )


@dataclass(frozen=True, slots=True)
class Asked:
    """Everything that the sheets of one report have in common. `people` are in list order.

    `closed`: the report is of this closing and of nothing that came later.
    """

    people: Sequence[PersonStanding]
    rule: Rule
    as_of: date
    office: Office
    options: ReportOptions
    language: Language
    background: Background = NO_BACKGROUND
    closed: ClosedPeriod | None = None

    @property
    def subtitle(self) -> tuple[str, ...]:
        """Below the title: the month, or the quarter or semester that was closed."""
        closed = self.closed
        if closed is None or closed.revision.period.kind is PeriodKind.MONTH:
            return (month_line(self.as_of, self.language),)
        return (period_name(closed.revision.period, self.language).upper(),)

    @property
    def page(self) -> Paper:
        """The paper of every sheet."""
        return paper_of(self.options.paper, portrait=self.options.portrait)

    @property
    def room(self) -> float:
        """Millimetres for the columns; a printer's rounding must not make the sheet smaller."""
        return self.page.inner_width - _MARGIN_OF_PAGE

    @property
    def letterhead(self) -> Letterhead | None:
        """On the sheets that are signed."""
        return letterhead_of(self.office, self.language) if self.options.letterhead else None

    def nip_of(self, one: PersonStanding) -> str:
        """In full and in groups as printed, or masked where the office asked for it."""
        nip = one.person.nip
        return nip.masked if self.options.masked_nip else nip.grouped


def basis_note(asked: Asked) -> str:
    """The rule in words, with its source."""
    return asked.language.say("Basis: {name}. {rule} Source: {source}.").format(
        name=rule_name(asked.rule, asked.language),
        rule=rule_line(asked.rule, asked.language, facebook_friends=asked.options.facebook_friends),
        source=citation(asked.rule, asked.language),
    )


def counts_note(asked: Asked, people: Sequence[PersonStanding]) -> str:
    """The state's day and the days of the counts that stand in a list."""
    language = asked.language
    days = days_of_counts(people)
    as_of = language.date(asked.as_of)
    if days is None:
        said = language.say("As of {as_of}.").format(as_of=as_of)
    else:
        first, last = days
        if first == last:
            text = language.say("As of {as_of}; counts of {first}.")
        else:
            text = language.say("As of {as_of}; counts of {first} to {last}.")
        said = text.format(as_of=as_of, first=language.date(first), last=language.date(last))
    return " ".join(part for part in (said, closed_note(asked)) if part)


def closed_note(asked: Asked) -> str:
    """Which closing it is of, and how many stand in no sheet any more; empty for the present."""
    closed = asked.closed
    if closed is None:
        return ""
    gone = left_out_of_report(closed.hidden, closed.erased, asked.language)
    return " ".join(
        part for part in (closing_number(closed.revision, asked.language), gone) if part
    )


def signs_note(people: Sequence[PersonStanding], language: Language) -> str:
    """What the signs in the columns of counts stand for, those that can occur here."""
    dash = language.say("– no count recorded, which does not mean zero.")
    if not number_rounded(people):
        return dash
    rounded = language.say("≈ rounded by the platform, ± written as approximate, ≥ at least.")
    return f"{rounded} {dash}"


def days_of_counts(people: Sequence[PersonStanding]) -> tuple[date, date] | None:
    """The oldest and the newest day of the counts that the rule looked at."""
    days = [
        reason.account.latest.observed_on
        for one in people
        for reason in one.judgement.reasons
        if reason.distance is not None and reason.account.latest is not None
    ]
    return (min(days), max(days)) if days else None


def number_rounded(people: Sequence[PersonStanding]) -> int:
    """Counts that are known only within bounds."""
    return sum(is_rounded(reason) for one in people for reason in one.judgement.reasons)
