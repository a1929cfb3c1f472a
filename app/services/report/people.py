"""What a list says of one person: finished cells for each column."""

from datetime import date

from app.domain.handle import shown
from app.domain.platform import Platform
from app.domain.report import NOTHING, Cell
from app.domain.rule import Rule
from app.domain.standing import PersonStanding
from app.domain.verdict import Reason, Verdict
from app.wording.counts import count_text
from app.wording.language import Language
from app.wording.reasons import distance


def organisation_of(one: PersonStanding) -> str:
    """The bigger unit; where only the finer one is known, that one."""
    return " ".join((one.person.organisation or one.person.unit).split())


def organisation_key(one: PersonStanding) -> str:
    """The same for every spelling of one organisation in capitals and blanks."""
    return organisation_of(one).casefold()


def by_organisation_and_name(one: PersonStanding) -> tuple[bool, str, str, str]:
    """The order of every list; people without an organisation come last."""
    key = organisation_key(one)
    return (not key, key, one.person.name.casefold(), one.person.nip.digits)


def unit_cell(one: PersonStanding) -> Cell:
    """The finer unit above the organisation, each on a line of its own."""
    unit, organisation = " ".join(one.person.unit.split()), organisation_of(one)
    if not unit or unit.casefold() == organisation.casefold():
        return organisation or None
    return f"{unit}\n{organisation}"


def reason_on(one: PersonStanding, platform: Platform) -> Reason | None:
    """What the judgement says of one platform of the rule."""
    return next((r for r in one.judgement.reasons if r.platform is platform), None)


def is_rounded(reason: Reason) -> bool:
    """A usable count that is known only within bounds."""
    count = reason.account.latest
    return reason.distance is not None and count is not None and not count.interval.exact


def count_cell(one: PersonStanding, platform: Platform, language: Language) -> Cell:
    """An exact count as a number; a rounded one as text with its sign; a dash for none."""
    reason = reason_on(one, platform)
    if reason is None or reason.distance is None or reason.account.latest is None:
        return NOTHING
    count = reason.account.latest
    if count.interval.exact:
        return count.interval.low
    return count_text(count.interval, count.written, language)


def account_cell(one: PersonStanding, platform: Platform) -> Cell:
    """The account as people write it; what stands there where it names none."""
    reason = reason_on(one, platform)
    if reason is None:
        return NOTHING
    if reason.account.handle is not None:
        return shown(reason.account.handle)
    return " ".join(reason.account.written.split()) or NOTHING


def recorded_on(one: PersonStanding, rule: Rule) -> date | None:
    """The day of the count that decides; of several that must meet the rule, the oldest day.

    Without a decision, the day of the highest count.
    """
    counted = [r for r in one.judgement.reasons if r.distance is not None]
    if one.judgement.verdict is Verdict.QUALIFIES:
        counted = [r for r in counted if r.met][: rule.needed]
    else:
        counted = counted[:1]
    days = [r.account.latest.observed_on for r in counted if r.account.latest is not None]
    return min(days, default=None)


def shortfall(one: PersonStanding, rule: Rule) -> int | None:
    """Followers short of the rule's minimum; None where nothing is missing or nothing is known."""
    steps = distance(one.judgement, rule)
    return -steps if steps is not None and steps < 0 else None
