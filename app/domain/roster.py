"""A roster row as read, and the plan of what it would change."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from types import MappingProxyType
from typing import NamedTuple

from app.domain.count import CountReading, NoCount
from app.domain.handle import HandleReading, NoHandle
from app.domain.nip import NipFlaw
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


AS_NUMBER = "_as_number"
"""Added to the field of a count that stood as a number, where as text it would say another."""

_NOTHING: Mapping[str, str] = MappingProxyType({})
_NO_COUNTS: "Mapping[Platform, CountState]" = MappingProxyType({})

# Values of which a roster of 100,000 rows makes half a million are named tuples: a frozen
# dataclass takes three times as long to make (measured with Python 3.11, tests/bench).


class AccountEntry(NamedTuple):
    """What one row says about one platform, handle and count side by side.

    `no_handle` and `no_count` say why `handle` or `low` is None; EMPTY also where the sheet has
    no such column. `handle_kind` is the value of a HandleKind, as it is stored.
    `other_platform`: the cell names an account somewhere else.
    """

    platform: Platform
    handle: str | None = None
    handle_kind: str | None = None
    also: str | None = None
    handle_written: str = ""
    no_handle: NoHandle | None = NoHandle.EMPTY
    other_platform: bool = False
    low: int | None = None
    high: int | None = None
    exact: bool = False
    count_written: str = ""
    no_count: NoCount | None = NoCount.EMPTY
    observed_on: date | None = None

    @classmethod
    def of(
        cls,
        platform: Platform,
        handle: HandleReading | None,
        count: CountReading | None,
        observed_on: date | None = None,
    ) -> "AccountEntry":
        """From what the cells were read as; None: the sheet has no such column."""
        text, kind, also, written, none, other = _NO_HANDLE if handle is None else _named(handle)
        if count is None:
            return cls(platform, text, kind, also, written, none, other, observed_on=observed_on)
        low, high, exact = _NO_SPAN
        if count.interval is not None:
            low, high, exact = count.interval.low, count.interval.high, count.interval.exact
        return cls(
            platform, text, kind, also, written, none, other,
            low, high, exact, count.written, count.missing, observed_on,
        )  # fmt: skip

    @property
    def has_count(self) -> bool:
        """A count was read; it may be 0."""
        return self.low is not None


_Handle = tuple[str | None, str | None, str | None, str, NoHandle | None, bool]
_NO_HANDLE: _Handle = (None, None, None, "", NoHandle.EMPTY, False)
_NO_SPAN: tuple[int | None, int | None, bool] = (None, None, False)


def _named(said: HandleReading) -> _Handle:
    handle, also = said.handle, said.also
    return (
        handle.text if handle is not None else None,
        handle.kind.value if handle is not None else None,
        also.text if also is not None else None,
        said.written,
        said.none,
        said.other_platform,
    )


class RosterRow(NamedTuple):
    """One person row, converted once; `row` is 1-based, as in the sheet. `texts` holds only what is filled.

    Exactly one of `nip` (18 digits) and `flaw` is set. `nip_written` is the cell of a flawed
    number, never a NIK; `first15` is set where only its last three digits are lost. `held_code`
    stands in our own workbooks and says which held row or which row of a form this is. `about`:
    where a row is one account of a person, which platform it is of, as a word; "?" where nobody can
    say.
    """

    row: int
    nip: str | None
    flaw: "NipFlaw | HoldReason | None"
    nip_written: str
    first15: str | None
    texts: Mapping[str, str]
    accounts: tuple[AccountEntry, ...] = ()
    observed_on: date | None = None
    consent: Consent | None = None
    held_code: str = ""
    about: str = ""


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
    HEADER = "header"
    """A person's row that was said to be the header."""
    HIDDEN = "hidden"
    """Hidden in the file, and a person wanted such rows left out."""


class SkippedRow(NamedTuple):
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
    NO_PLATFORM = "no_platform"
    """The row is about one account, and nothing says of which platform."""
    ABOVE_HEADER = "above_header"
    """The row stands above the header, where no list is read."""
    FORM_MIXED = "form_mixed"
    """A form came back in which code, NIP and name of this row do not belong together."""
    FORM_UNKNOWN = "form_unknown"
    """The code of the row is of no form that this office sent out."""
    FORM_PERSON_GONE = "form_person_gone"
    """The person of the row is not recorded any more."""
    FORM_CONFLICT = "form_conflict"
    """Forms that came back, or a form and what was recorded meanwhile, differ about a person."""


class AccountState(NamedTuple):
    """The whole state of one account, as it is stored and compared."""

    platform: Platform
    handle: str | None = None
    handle_kind: str | None = None
    also: str | None = None
    written: str = ""
    stated_none: bool = False
    unreadable: str = ""


class CountState(NamedTuple):
    """One observation to store or to compare with.

    `day_of_import`: the row says no day, so it took the one that was said for the whole import.
    """

    platform: Platform
    low: int
    high: int | None
    exact: bool
    observed_on: date
    written: str
    day_of_import: bool = False

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


class PersonWrite(NamedTuple):
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


class PlannedRow(NamedTuple):
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
    old: Mapping[str, str] = _NOTHING
    old_counts: Mapping[Platform, CountState] = _NO_COUNTS
    held_code: str = ""
