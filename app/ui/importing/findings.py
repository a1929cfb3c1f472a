"""What needs a look in opened files: kinds, rows, and rows of one kind together."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from app.domain.form_conflict import Conflict, Option
from app.domain.nip import NipDoubt, NipFlaw
from app.domain.nip_doctor import Diagnosis, Ground, Proposal
from app.domain.roster import HoldReason
from app.services.importing import InService, Source, SourceSheet, UnitGuess

Row = Sequence[object]
"""The cells of a row of the file."""


class Concern(StrEnum):
    """What needs a look besides rows that are held and odd NIPs."""

    UNREAD = "unread"
    """Files of several that could not be read."""
    HIDDEN = "hidden"
    HIDDEN_COLUMNS = "hidden_columns"
    BESIDE = "beside"
    """Tables beside the list, of which nothing is read."""
    SECOND = "second"
    """Columns with a meaning that another column has, which is read."""
    UNITS = "units"
    """Names of units that may be other ones."""
    UNCALCULATED = "uncalculated"
    ERRORS = "errors"
    CUT = "cut"
    MIXED_ALPHABETS = "mixed_alphabets"
    INVISIBLE = "invisible"
    UNREADABLE = "unreadable"
    AMBIGUOUS = "ambiguous"
    ROUNDED = "rounded"
    ABSENT = "absent"
    NOT_STORED = "not_stored"


Kind = NipFlaw | HoldReason | NipDoubt | Concern


DOUBTFUL = (
    *(Concern.UNCALCULATED, Concern.ERRORS, Concern.UNREADABLE, Concern.AMBIGUOUS),
    *(Concern.CUT, Concern.MIXED_ALPHABETS),
)


@dataclass(frozen=True, slots=True, eq=False)
class OpenedSheet:
    """A sheet with the file in which it stands; `number` counts the files from 0."""

    number: int
    source: Source
    sheet: SourceSheet


@dataclass(frozen=True, slots=True)
class Finding:
    """One row that needs a look. `row` is 1-based, `column` 0-based or None.

    Of a held row: what it says by field, and whose number its damaged one may be.
    """

    sheet: OpenedSheet
    row: int
    column: int | None
    text: str
    texts: Mapping[str, str] = field(default_factory=dict)
    diagnosis: Diagnosis | None = None
    unit: UnitGuess | None = None
    """Of a name of a unit: what it may mean."""

    @property
    def digits_in_file(self) -> bool:
        """Of a number cell: all its 18 digits stand in the file."""
        proposals = self.diagnosis.proposals if self.diagnosis is not None else ()
        return any(one.ground is Ground.FILE_DIGITS for one in proposals)

    @property
    def safe(self) -> Proposal | None:
        """The proposal that may be accepted together with all of its kind."""
        found = self.diagnosis
        return found.proposals[0] if found is not None and found.safe else None


@dataclass(frozen=True, slots=True)
class AskedConflict:
    """Forms that contradict; `sources` say for each option where it stands, `chosen` holds."""

    conflict: Conflict
    sources: tuple[str, ...]
    chosen: Option | None


@dataclass(frozen=True, slots=True)
class Group:
    """All findings of one kind; `people` who are absent, or `names` of columns, instead of rows.

    For files that could not be read `names` are the sentences that say why.
    `whole_column`: it is about the whole NIP column of a sheet, and is said once for that.
    """

    kind: Kind
    findings: Sequence[Finding] = ()
    names: Sequence[str] = ()
    people: Sequence[InService] = ()
    whole_column: bool = False
    units: Sequence[UnitGuess] = ()
    conflicts: Sequence[AskedConflict] = ()

    @property
    def holds(self) -> bool:
        """Whether its rows wait."""
        return isinstance(self.kind, NipFlaw | HoldReason)

    @property
    def doubtful(self) -> bool:
        """Whether somebody should look at each of its rows."""
        return self.holds or self.kind in DOUBTFUL

    @property
    def stops(self) -> Sequence[Finding]:
        """Where F8 stops; of a name of a unit at its first row, until something was said of it."""
        if not self.units:
            return self.findings if self.doubtful else ()
        backwards = reversed(self.findings)
        first = {one.unit.key: one for one in backwards if one.unit and one.unit.same is None}
        return tuple(first.values())

    @property
    def has_proposals(self) -> bool:
        """Whether Enter takes something in one of its rows."""
        return any(one.diagnosis or one.unit for one in self.stops)

    @property
    def count(self) -> int:
        """How many names of units, contradictions, rows, people or columns."""
        return (
            len(self.units or self.conflicts)
            or len(self.findings)
            or len(self.names)
            or len(self.people)
        )

    @property
    def answered_together(self) -> Sequence[UnitGuess]:
        """Names that may all be said to be the same at once: renamed offices are looked at singly."""
        return [one for one in self.units if one.same is None and not one.renamed]

    @property
    def accepted_together(self) -> Sequence[tuple[Finding, Proposal]]:
        """Rows with the proposal that may be accepted at once."""
        return [(one, one.safe) for one in self.findings if one.safe is not None]
