"""Words about erasing a person: what goes, what stays elsewhere, what can be done about it."""

from collections.abc import Callable, Mapping, Sequence

from app.domain.erasure import HandedOut, Trace
from app.domain.period import Period
from app.wording.language import Language
from app.wording.periods import period_name

_Many = Callable[[str, str, int], str]
_SHOWN = 4
"""Names in one line before the rest is only counted."""

_TRACES: Mapping[Trace, Callable[[_Many, int], str]] = {
    Trace.PERSON: lambda many, n: many("{count} person", "{count} people", n),
    Trace.NUMBERS: lambda many, n: many("{count} earlier NIP", "{count} earlier NIPs", n),
    Trace.ACCOUNTS: lambda many, n: many("{count} account", "{count} accounts", n),
    Trace.COUNTS: lambda many, n: many("{count} follower count", "{count} follower counts", n),
    Trace.CHECKED: lambda many, n: many("{count} second look", "{count} second looks", n),
    Trace.ACTIVITIES: lambda many, n: many(
        "{count} note of use of an account", "{count} notes of use of accounts", n
    ),
    Trace.CLARIFICATIONS: lambda many, n: many(
        "{count} clarification", "{count} clarifications", n
    ),
    Trace.EVIDENCE: lambda many, n: many(
        "{count} entry of evidence", "{count} entries of evidence", n
    ),
    Trace.CLOSED: lambda many, n: many(
        "{count} row of closed periods", "{count} rows of closed periods", n
    ),
    Trace.FORMS: lambda many, n: many("{count} row of a form", "{count} rows of forms", n),
    Trace.RECEIVED: lambda many, n: many(
        "{count} row that another office sent", "{count} rows that other offices sent", n
    ),
    Trace.HELD: lambda many, n: many("{count} row that waits", "{count} rows that wait", n),
    Trace.NOTED: lambda many, n: many(
        "{count} earlier state for undoing", "{count} earlier states for undoing", n
    ),
    Trace.SIGNATORIES: lambda many, n: many("{count} signatory", "{count} signatories", n),
    Trace.MENTIONS: lambda many, n: many(
        "the name in {count} text about something else",
        "the name in {count} texts about something else",
        n,
    ),
    Trace.OTHER: lambda many, n: many("{count} other row", "{count} other rows", n),
}


def trace_lines(rows: Mapping[Trace, int], language: Language) -> list[str]:
    """One line for each kind of row, the person first."""
    return [_TRACES[one](language.say_many, rows[one]) for one in Trace if rows.get(one)]


def picture_line(going: int, shared: int, language: Language) -> str:
    """How many files of pictures go, and how many stay for others; empty where there are none."""
    many = language.say_many
    parts = [many("{count} picture file", "{count} picture files", going)] if going else []
    if shared:
        parts.append(
            many(
                "{count} picture stays: it proves a count of somebody else too",
                "{count} pictures stay: they prove counts of others too",
                shared,
            )
        )
    return "; ".join(parts)


def closing_line(closings: Sequence[Period], language: Language) -> str:
    """In which closed periods the name goes; the totals stay. Empty where there are none."""
    if not closings:
        return ""
    names = [period_name(one, language) for one in closings]
    text = language.say("The name leaves the closed periods {periods}; their totals stay.")
    return text.format(periods=shortened(names, language))


def handed_out_line(files: Sequence[HandedOut], language: Language) -> str:
    """Which files went out with the person in them; empty where none is known."""
    if not files:
        return ""
    names = [f"{one.file} ({language.short_date(one.on)})" for one in files]
    return shortened(names, language)


def shortened(names: Sequence[str], language: Language) -> str:
    """The first few names, and how many more there are."""
    shown = list(names[:_SHOWN])
    if len(names) > _SHOWN:
        more = len(names) - _SHOWN
        shown.append(language.say_many("and {count} more", "and {count} more", more))
    return ", ".join(shown)
