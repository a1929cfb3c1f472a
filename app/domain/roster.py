"""A roster row as read, and the plan of what it would change."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from app.domain.count import CountReading
from app.domain.handle import HandleReading
from app.domain.nip import NipFlaw, NipReading
from app.domain.person import Consent
from app.domain.platform import Platform

PERSON_FIELDS: tuple[str, ...] = (
    "name",
    "title_front",
    "title_back",
    "status",
    "rank",
    "position",
    "organisation",
    "unit",
    "job_type",
    "echelon",
    "phone",
    "email",
    "note",
)
"""The texts of a person that a roster may carry, in the order of `Known.texts`."""


@dataclass(frozen=True, slots=True)
class AccountEntry:
    """What one row says about one platform; None: the sheet has no such column."""

    platform: Platform
    handle: HandleReading | None
    count: CountReading | None
    observed_on: date | None = None


@dataclass(frozen=True, slots=True)
class RosterRow:
    """One person row, converted once. `texts` holds only what is filled."""

    row: int
    nip: NipReading
    texts: Mapping[str, str]
    accounts: tuple[AccountEntry, ...] = ()
    observed_on: date | None = None
    consent: Consent | None = None


class SkippedKind(StrEnum):
    """What a row is that carries no person."""

    NUMBERS = "numbers"
    SECTION = "section"
    TOTAL = "total"
    FOOTER = "footer"
    REPEATED_HEADER = "repeated_header"
    SAMPLE = "sample"
    SECOND_LINE = "second_line"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class SkippedRow:
    """A row without a person; `row` is 1-based, as in the sheet."""

    row: int
    kind: SkippedKind


class Outcome(StrEnum):
    """The five buckets; every row read is in exactly one."""

    NEW = "new"
    CHANGED = "changed"
    UNCHANGED = "unchanged"
    HELD = "held"
    SKIPPED = "skipped"


class HoldReason(StrEnum):
    """Why a person row waits, besides the flaws of its NIP."""

    REPEATED = "repeated"
    """The NIP stands in this import before, and the row adds nothing or has another name."""
    UNKNOWN_WITHOUT_NAME = "unknown_without_name"
    """Nobody has this NIP and the row has no name."""


@dataclass(frozen=True, slots=True)
class AccountState:
    """The whole state of one account, as it is stored and compared."""

    platform: Platform
    handle: str | None = None
    handle_kind: str | None = None
    also: str | None = None
    written: str = ""
    stated_none: bool = False
    unreadable: str = ""


@dataclass(frozen=True, slots=True)
class CountState:
    """One observation to store or to compare with."""

    platform: Platform
    low: int
    high: int | None
    exact: bool
    observed_on: date
    written: str

    def same_value(self, other: "CountState") -> bool:
        """Equal as a count, whatever was written and when."""
        return self.low == other.low and self.high == other.high


@dataclass(slots=True)
class Known:
    """A person as the planner sees them: in the database (`person_id`) or earlier in this import.

    `texts` has the order of `PERSON_FIELDS`. `latest` holds the newest count of each platform.
    """

    person_id: int | None
    texts: tuple[str, ...]
    consent: Consent = Consent.UNKNOWN
    accounts: dict[Platform, AccountState] = field(default_factory=dict)
    latest: dict[Platform, CountState] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class PersonWrite:
    """What one row adds to one person; `person_id` None with `is_new` False: new in this import.

    `texts` are only the new or changed ones. Account states replace, counts are appended.
    """

    nip: str
    person_id: int | None
    is_new: bool
    texts: Mapping[str, str]
    accounts: tuple[AccountState, ...] = ()
    counts: tuple[CountState, ...] = ()
    consent: Consent | None = None


@dataclass(frozen=True, slots=True)
class PlannedRow:
    """One row and what becomes of it.

    `old` are the texts that `write.texts` would replace, and by platform the account before
    where there will be another one; `old_counts` the newest counts before.
    """

    row: int
    outcome: Outcome
    nip: str | None = None
    held_for: NipFlaw | HoldReason | None = None
    skipped_as: SkippedKind | None = None
    write: PersonWrite | None = None
    old: Mapping[str, str] = field(default_factory=dict)
    old_counts: Mapping[Platform, CountState] = field(default_factory=dict)
