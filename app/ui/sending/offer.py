"""What can be sent: each closed period as it was closed, and periods that are not closed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from app.domain.period import Period, PeriodKind
from app.domain.snapshot import Revision
from app.wording.language import Language
from app.wording.periods import period_name


@dataclass(frozen=True, slots=True)
class Offer:
    """A period; `revision` None: it is not closed, and the state of `as_of` is sent."""

    period: Period
    as_of: date
    revision: Revision | None = None


def offers(closed: Sequence[Revision], today: date) -> list[Offer]:
    """Closed ones first, the newest of them at the top; then what runs now or has just ended."""
    found = [Offer(one.period, one.as_of, one) for one in closed]
    taken = {one.period for one in closed}
    found += [
        Offer(period, period.day_of_closing(today))
        for period in _open_periods(today)
        if period not in taken
    ]
    return found


def _open_periods(today: date) -> Iterator[Period]:
    for kind in PeriodKind:
        period = Period.around(kind, today)
        yield period
        yield period.before


def offer_name(offer: Offer, language: Language) -> str:
    """The period; one that is not closed says so."""
    name = period_name(offer.period, language)
    if offer.revision is not None:
        return name
    return language.say("{period} (not closed)").format(period=name)


def offer_words(offer: Offer, language: Language) -> str:
    """What is sent then, plainly."""
    say, day = language.say, language.date(offer.as_of)
    if offer.revision is None:
        text = say(
            "This period is NOT closed. The office is sent as it stands on {day}, and the workbook "
            "says so; close the period first where the numbers are final."
        )
        return text.format(day=day)
    text = say("Closed as of {day}, closing {number}. The workbook has exactly what was closed.")
    return text.format(day=day, number=language.number(offer.revision.number))
