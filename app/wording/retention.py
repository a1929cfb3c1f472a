"""Words about limits of keeping: what they are set for, how long they are, what would go."""

from collections.abc import Callable, Mapping

from app.domain.retention import Limited
from app.wording.language import Language, Words

_YEAR = 12
_Many = Callable[[str, str, int], str]

_LIMITS: Mapping[Limited, Words] = {
    Limited.COUNTS: lambda say: say("Counts and clarifications"),
    Limited.EVIDENCE: lambda say: say("Pictures of evidence"),
    Limited.HELD: lambda say: say("Rows that wait"),
    Limited.LEFT: lambda say: say("People who left"),
    Limited.UNDO: lambda say: say("Steps to undo"),
}

_GOING: Mapping[Limited, Callable[[_Many, int], str]] = {
    Limited.COUNTS: lambda many, n: many(
        "{count} count, look or clarification", "{count} counts, looks and clarifications", n
    ),
    Limited.EVIDENCE: lambda many, n: many(
        "{count} entry of evidence", "{count} entries of evidence", n
    ),
    Limited.HELD: lambda many, n: many("{count} row that waits", "{count} rows that wait", n),
    Limited.LEFT: lambda many, n: many("{count} person who left", "{count} people who left", n),
    Limited.UNDO: lambda many, n: many(
        "{count} earlier state for undoing", "{count} earlier states for undoing", n
    ),
}


def limit_word(what: Limited, language: Language) -> str:
    """What a limit is set for."""
    return _LIMITS[what](language.say)


def months_word(months: int | None, language: Language) -> str:
    """How long: without a limit, 6 months, 2 years."""
    if not months:
        return language.say("without a limit")
    if months % _YEAR == 0:
        return language.say_many("{count} year", "{count} years", months // _YEAR)
    return language.say_many("{count} month", "{count} months", months)


def due_lines(rows: Mapping[Limited, int], language: Language) -> list[str]:
    """One line for each kind of which something is too old."""
    return [_GOING[one](language.say_many, rows[one]) for one in Limited if rows.get(one)]
