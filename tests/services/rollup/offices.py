"""Regencies with people and counts, each with a database of its own, and what they send."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from app.bootstrap import open_workplace
from app.domain.nip import Nip
from app.domain.office import Office
from app.domain.period import Period, PeriodKind
from app.domain.person import Person
from app.domain.platform import Platform
from app.domain.rule import RULE_A
from app.services.job import Job
from app.services.recording import Entry
from app.services.rollup.dividing import WHOLE, Splitting
from app.services.workplace import Workplace
from app.wording.language import Language

IG = Platform.INSTAGRAM
OCTOBER = Period(PeriodKind.MONTH, date(2026, 10, 1))
NOVEMBER = Period(PeriodKind.MONTH, date(2026, 11, 1))
TODAY = date(2026, 11, 20)
COUNTED = date(2026, 10, 18)

ENGLISH = Language("en", Path())


def nip(number: int) -> str:
    return f"19870314201001{2001 + number}"


@contextmanager
def opened(path: Path, name: str = "") -> Iterator[Workplace]:
    """An office that may have a name."""
    with open_workplace(path, create=True, language=ENGLISH) as place:
        if name:
            place.preferences.save_office(Office(government=name, name="Dinas Kominfo"))
        yield place


def fill(place: Workplace, counts: Mapping[int, str], day: date = COUNTED) -> None:
    """People by number with their counts on Instagram; an empty text is no count."""
    known = {one.nip.digits for one in place.people.everyone()}
    for number in counts:
        if nip(number) not in known:
            texts = {"organisation": f"Dinas {number % 3}", "unit": "Bidang IKP"}
            place.people.add(Person(Nip(nip(number)), f"Orang {number}", **texts))  # type: ignore[arg-type]
    ids = {one.nip.digits: one.id for one in place.people.everyone()}
    entries = [Entry(ids[nip(number)], IG, text) for number, text in counts.items() if text]
    place.recording.record(entries, day)


def send(
    place: Workplace,
    target: Path,
    period: Period = OCTOBER,
    splitting: Splitting = WHOLE,
) -> list[Path]:
    """Closes the period, opening it again where it was closed, and writes what is to be sent."""
    if any(one.period == period for one in place.periods.closed()):
        place.periods.reopen(period, "Angka diperbaiki")
    closing = place.periods.close(period, RULE_A, TODAY, Job.quiet())
    writing = place.upwards.writing
    return writing.of_closing(closing.id, target, Job.quiet(), splitting).paths
