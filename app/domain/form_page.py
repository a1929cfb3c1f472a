"""A form in finished words, before it becomes a workbook."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum


class FormColumnKind(Enum):
    """What a column is for; it decides what can be typed there."""

    CODE = "code"
    """Hidden; says whose row it is."""
    FIXED = "fixed"
    """Printed: number, NIP, name, unit."""
    EARLIER = "earlier"
    """Printed in grey: what was counted last."""
    ENTRY = "entry"
    """Open for typing, always as text: 1.500 must not become 1,5."""
    DAY = "day"
    """Open for typing a date."""


@dataclass(frozen=True, slots=True)
class FormColumn:
    """One column. `width` in digits; `choices` are offered in a list, anything else stays allowed.

    `prompt` is shown beside a cell that is chosen.
    """

    head: str
    kind: FormColumnKind
    width: float
    choices: tuple[str, ...] = ()
    prompt: str = ""


@dataclass(frozen=True, slots=True)
class FormPage:
    """One sheet: title, facts and instructions above a table with one row for each person.

    `rows` have a text for each column. `foot` stands at the bottom of each printed page.
    """

    name: str
    title: str
    facts: Sequence[tuple[str, str]]
    instructions: Sequence[str]
    columns: Sequence[FormColumn]
    rows: Sequence[Sequence[str]]
    foot: str
