"""A form that went out: one office's people, and what was printed for each account."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from app.domain.platform import Platform


class Printed(NamedTuple):
    """What a form said about one account when it was written; None: nothing was known."""

    handle: str | None = None
    low: int | None = None
    high: int | None = None


NOTHING_PRINTED = Printed()


@dataclass(frozen=True, slots=True)
class FormPerson:
    """One row of a form. `number` counts from 1; NIP and name as they were printed."""

    number: int
    person_id: int
    nip: str
    name: str
    printed: Mapping[Platform, Printed]


@dataclass(frozen=True, slots=True)
class Form:
    """One workbook for one organisation; `organisation` is empty for people without one."""

    id: int
    round_id: int
    organisation: str
    issued_on: date
    people: Mapping[int, FormPerson]
