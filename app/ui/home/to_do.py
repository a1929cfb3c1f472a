"""What has to be done next, taken from what the office really holds; the most urgent first."""

from calendar import monthrange
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum

from app.domain.nip import NipFlaw
from app.domain.office import Office
from app.domain.roster import HoldReason
from app.domain.verdict import Verdict
from app.services.overview import Overview
from app.services.preferences import Preferences
from app.ui.wanted import PeopleWanted
from app.wording.imports import held_label
from app.wording.language import Language
from app.wording.periods import period_name

_FEW_NAMES = 3
_MANY = 20
"""People of whom nothing is known, from which on forms are less work than asking each."""


class Place(Enum):
    """Where something can be done."""

    IMPORT = "import"
    STANDINGS = "standings"
    REPORT = "report"
    FORMS = "forms"
    HELD_ROWS = "held_rows"
    COUNTS = "counts"
    CLARIFY = "clarify"
    ROLLUP = "rollup"
    SETTINGS = "settings"
    CLERK = "clerk"


@dataclass(frozen=True, slots=True)
class ToDo:
    """One thing to do, in finished words; `answer` stands on its button.

    `behind`: the people whom its number counts, where the answer does not show just them.
    """

    icon: str
    tone: str
    title: str
    detail: str
    answer: str
    place: Place
    behind: PeopleWanted | None = None


def things_to_do(
    overview: Overview,
    office: Office,
    preferences: Preferences,
    last_report: date | None,
    to_clarify: int,
    language: Language,
) -> list[ToDo]:
    """Everything that is open; empty where all is well.

    `last_report`: when one was written; `to_clarify`: how many accounts jumped.
    """
    return [
        *_about_rows(overview, language),
        *_about_counts(overview, language),
        *_about_jumps(to_clarify, language),
        *_about_offices(overview, language),
        *_about_the_office(office, preferences, language),
        *_about_the_report(overview, last_report, language),
    ]


def _about_rows(overview: Overview, language: Language) -> Iterator[ToDo]:
    if overview.held_rows:
        yield ToDo(
            "circle-pause",
            "warning_text",
            language.say_many("{count} row is held", "{count} rows are held", overview.held_rows),
            _why_held(overview.held_reasons, language),
            language.say("Waiting room"),
            Place.HELD_ROWS,
        )


def _why_held(reasons: Mapping[NipFlaw | HoldReason, int], language: Language) -> str:
    """The most frequent reason alone, and that there are others."""
    first = held_label(next(iter(reasons)), language)
    if len(reasons) == 1:
        return first
    return language.say("{reason}, and other reasons").format(reason=first)


def _about_counts(overview: Overview, language: Language) -> Iterator[ToDo]:
    totals = overview.totals
    stale, missing = totals[Verdict.STALE], totals[Verdict.NO_DATA]
    if stale:
        yield ToDo(
            "clock",
            "stale_text",
            language.say_many(
                "{count} person has counts that are too old",
                "{count} people have counts that are too old",
                stale,
            ),
            _oldest(overview, language),
            language.say("Count again"),
            Place.COUNTS,
            PeopleWanted(verdict=Verdict.STALE),
        )
    if missing:
        yield _about_missing(overview, missing, language)


def _about_missing(overview: Overview, missing: int, language: Language) -> ToDo:
    """Many in several units are asked by forms; the others are counted at once."""
    units = overview.units_without_data
    by_forms = overview.has_counts and missing >= _MANY and units > 1
    where = language.say_many("In {count} unit", "In {count} units", units)
    return ToDo(
        "circle-dashed",
        "no_data_text",
        language.say_many("{count} person has no data", "{count} people have no data", missing),
        where if overview.has_counts else language.say("Nothing has been counted yet"),
        language.say("Make forms") if by_forms else language.say("Record"),
        Place.FORMS if by_forms else Place.COUNTS,
        PeopleWanted(verdict=Verdict.NO_DATA),
    )


def _about_jumps(to_clarify: int, language: Language) -> Iterator[ToDo]:
    if to_clarify:
        yield ToDo(
            "circle-help",
            "warning_text",
            language.say_many(
                "{count} account to clarify", "{count} accounts to clarify", to_clarify
            ),
            language.say_many(
                "Its count jumped: perhaps mistyped, perhaps a viral post",
                "Their counts jumped: perhaps mistyped, perhaps viral posts",
                to_clarify,
            ),
            language.say("Look"),
            Place.CLARIFY,
        )


def _about_offices(overview: Overview, language: Language) -> Iterator[ToDo]:
    """Of a province: who has not sent yet."""
    absent = overview.absent
    if absent is not None and absent.names:
        words = language.say_many(
            "{count} office has not sent yet",
            "{count} offices have not sent yet",
            len(absent.names),
        )
        yield ToDo(
            "building-2",
            "warning_text",
            words,
            f"{period_name(absent.period, language)}: {_some(absent.names, language)}",
            language.say("Look"),
            Place.ROLLUP,
        )


def _some(names: Sequence[str], language: Language) -> str:
    """The first few of them."""
    words = ", ".join(names[:_FEW_NAMES])
    more = len(names) - _FEW_NAMES
    if more <= 0:
        return words
    return " ".join((words, language.say_many("and {count} more", "and {count} more", more)))


def _oldest(overview: Overview, language: Language) -> str:
    age, unit = overview.oldest_stale or (0, "")
    if not unit:
        return language.say_many(
            "The oldest is {count} day old", "The oldest is {count} days old", age
        )
    days = language.say_many("{count} day", "{count} days", age)
    return language.say("The oldest is {days} old, at {unit}").format(days=days, unit=unit)


def _about_the_office(
    office: Office, preferences: Preferences, language: Language
) -> Iterator[ToDo]:
    if not office.is_named:
        yield ToDo(
            "landmark",
            "text_2",
            language.say("The office has no name yet"),
            language.say("Its name and address head every report"),
            language.say("Fill in"),
            Place.SETTINGS,
        )
    if not office.signatories:
        yield ToDo(
            "scroll-text",
            "text_2",
            language.say("Nobody signs the reports yet"),
            language.say("Name, position and NIP of who signs"),
            language.say("Fill in"),
            Place.SETTINGS,
        )
    if not preferences.clerk:
        yield ToDo(
            "circle-user-round",
            "text_2",
            language.say("The clerk has no name yet"),
            language.say("It is kept with every count and change"),
            language.say("Fill in"),
            Place.CLERK,
        )


def _about_the_report(
    overview: Overview, last_report: date | None, language: Language
) -> Iterator[ToDo]:
    today = overview.as_of
    written = last_report is not None and (last_report.year, last_report.month) == (
        today.year,
        today.month,
    )
    if written or not overview.has_counts:
        return
    left = monthrange(today.year, today.month)[1] - today.day
    month = language.month(today).split()[0]
    yield ToDo(
        "file-spreadsheet",
        "text_2",
        language.say("The report of {month} is not written yet").format(month=month),
        language.say_many(
            "{count} day of the month is left", "{count} days of the month are left", left
        )
        if left
        else language.say("Today is the last day of the month"),
        language.say("Write the report"),
        Place.REPORT,
    )
