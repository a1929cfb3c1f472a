"""A plan made ready to be looked at: each row by its number, and what needs a look by kind."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from app.domain.count import NoCount, read_count
from app.domain.fields import DROPPED_AT_THE_DOOR, Field, followers_field
from app.domain.nip import Nip, NipDoubt, NipFlaw
from app.domain.roster import HoldReason, Outcome, PlannedRow
from app.services.importing import ImportPlan, ImportRoster, PlannedSheet, Source, SourceSheet
from app.services.job import Job
from app.services.many_objects import collector_paused

Row = Sequence[object]
_STEP = 2000
_CONTACTS = frozenset({Field.PHONE, Field.EMAIL})
_NEVER_STORED = DROPPED_AT_THE_DOOR | {Field.NIP_LAMA}


class Concern(StrEnum):
    """What needs a look besides rows that are held and odd NIPs."""

    UNREADABLE = "unreadable"
    AMBIGUOUS = "ambiguous"
    ROUNDED = "rounded"
    ABSENT = "absent"
    NOT_STORED = "not_stored"


Kind = NipFlaw | HoldReason | NipDoubt | Concern


@dataclass(frozen=True, slots=True, eq=False)
class OpenedSheet:
    """A sheet with the file in which it stands; `number` counts the files from 0."""

    number: int
    source: Source
    sheet: SourceSheet


@dataclass(frozen=True, slots=True)
class Finding:
    """One row that needs a look. `row` is 1-based, `column` 0-based or None."""

    sheet: OpenedSheet
    row: int
    column: int | None
    text: str


@dataclass(frozen=True, slots=True)
class Group:
    """All findings of one kind; `names` instead of rows for absent people and columns."""

    kind: Kind
    findings: Sequence[Finding] = ()
    names: Sequence[str] = ()

    @property
    def holds(self) -> bool:
        """Whether its rows wait."""
        return isinstance(self.kind, NipFlaw | HoldReason)

    @property
    def doubtful(self) -> bool:
        """Whether somebody should look: F8 goes through these rows."""
        return self.holds or self.kind in (Concern.UNREADABLE, Concern.AMBIGUOUS)

    @property
    def count(self) -> int:
        """How many rows, people or columns."""
        return len(self.findings) or len(self.names)


@dataclass(frozen=True, slots=True)
class Prepared:
    """A plan, its rows by sheet and number, and what needs a look, the holding kinds first."""

    plan: ImportPlan
    rows: Mapping[OpenedSheet, Mapping[int, PlannedRow]]
    groups: Sequence[Group]


def prepare(
    importing: ImportRoster, sheets: Sequence[OpenedSheet], as_of: date, job: Job
) -> Prepared:
    """Plans the chosen sheets; for the lane of long work."""
    sources = list(dict.fromkeys(opened.source for opened in sheets))
    found: dict[Kind, list[Finding]] = {}
    with collector_paused():
        plan = importing.plan(sources, as_of, job)
        rows = {_opened(planned, sheets): _by_number(planned) for planned in plan.sheets}
        for planned in plan.sheets:
            _collect(found, planned, _opened(planned, sheets), as_of.year, job)
    return Prepared(plan, rows, _groups(found, plan, importing.keeps_contacts))


def _opened(planned: PlannedSheet, sheets: Sequence[OpenedSheet]) -> OpenedSheet:
    return next(one for one in sheets if one.sheet is planned.sheet)


def _by_number(planned: PlannedSheet) -> dict[int, PlannedRow]:
    return {row.row: row for row in planned.rows}


def _collect(
    found: dict[Kind, list[Finding]],
    planned: PlannedSheet,
    opened: OpenedSheet,
    year: int,
    job: Job,
) -> None:
    for done, row in enumerate(planned.rows):
        if done % _STEP == 0:
            job.step(done, len(planned.rows))
        for kind, column, text in _findings(row, planned.sheet, planned.held_texts, year):
            found.setdefault(kind, []).append(Finding(opened, row.row, column, text))


def culprit(row: PlannedRow, fields: Mapping[Field, int]) -> int | None:
    """The column whose cell holds a row back."""
    nip = fields.get(Field.NIP, fields.get(Field.NAME_AND_NIP))
    if row.held_for is HoldReason.UNKNOWN_WITHOUT_NAME:
        return fields.get(Field.NAME, nip)
    return nip


def not_stored(sheet: SourceSheet, *, keeps_contacts: bool) -> list[str]:
    """The heads of the columns that stay in the file."""
    dropped = _NEVER_STORED if keeps_contacts else _NEVER_STORED | _CONTACTS
    return [
        column.header.split(" | ")[-1]
        for column in sheet.layout.columns
        if column.header and (column.field is None or column.field in dropped)
    ]


def _findings(
    row: PlannedRow, sheet: SourceSheet, held_texts: Mapping[int, Mapping[str, str]], year: int
) -> Iterator[tuple[Kind, int | None, str]]:
    if row.held_for is not None:
        texts = held_texts.get(row.row, {})
        text = texts.get("nip") or row.nip or texts.get("name", "")
        yield row.held_for, culprit(row, sheet.layout.fields), text
        return
    if row.write is None:
        return
    fields = sheet.layout.fields
    for account in row.write.accounts:
        if account.unreadable:
            # A number cell 1.052 is ambiguous although the same as text would be read.
            no_count = read_count(account.unreadable).missing is NoCount.NOT_A_COUNT
            kind = Concern.UNREADABLE if no_count else Concern.AMBIGUOUS
            yield kind, fields.get(followers_field(account.platform)), account.unreadable
    for count in row.write.counts:
        if not count.exact:
            yield Concern.ROUNDED, fields.get(followers_field(count.platform)), count.written
    if row.outcome is Outcome.NEW:
        for doubt in Nip(row.write.nip).doubts(year):
            yield doubt, culprit(row, fields), row.write.nip


def _groups(
    found: Mapping[Kind, list[Finding]], plan: ImportPlan, keeps_contacts: bool
) -> tuple[Group, ...]:
    order: list[Kind] = [*NipFlaw, *HoldReason, Concern.UNREADABLE, Concern.AMBIGUOUS]
    order += [*NipDoubt, Concern.ROUNDED]
    groups = [Group(kind, found[kind]) for kind in order if kind in found]
    if plan.absent and plan.sheets:
        groups.append(Group(Concern.ABSENT, names=tuple(person.name for person in plan.absent)))
    heads = [
        head
        for planned in plan.sheets
        for head in not_stored(planned.sheet, keeps_contacts=keeps_contacts)
    ]
    if heads:
        groups.append(Group(Concern.NOT_STORED, names=tuple(dict.fromkeys(heads))))
    return tuple(groups)
