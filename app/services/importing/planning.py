"""What an import would do, sheet by sheet, before anything is done."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType
from typing import NamedTuple

from app.domain.form_conflict import Conflict
from app.domain.nip import NipFlaw
from app.domain.nip_doctor import Diagnosis
from app.domain.person import Service
from app.domain.plain_block import PlainBlock
from app.domain.plain_row import PlainRow, full_row
from app.domain.plan import Planner
from app.domain.plan_digest import PlanDigest
from app.domain.roster import HoldReason, Outcome, PlannedRow, RosterRow, SkippedRow
from app.services.importing.held_texts import NIP_IN_FILE, texts_of
from app.services.importing.source import Source
from app.services.importing.source_sheet import SourceSheet
from app.services.importing.units import UnitGuess, UnitNames
from app.services.job import Job
from app.storage.known import InService

PROGRESS_ROWS = 500
"""Rows between two looks at the clock of the person who waits."""


_NO_TEXTS: Mapping[str, str] = MappingProxyType({})


class Passed(NamedTuple):
    """So many rows that say just what is known; nobody asks which ones they were."""

    rows: int


@dataclass(slots=True)
class SheetOutcomes:
    """How many rows of a sheet went into each bucket, and why rows are held."""

    outcomes: Counter[Outcome] = field(default_factory=Counter)
    problems: Counter[NipFlaw | HoldReason] = field(default_factory=Counter)

    @property
    def rows_read(self) -> int:
        """Every non-blank row after the header."""
        return self.outcomes.total()

    def add(self, planned: PlannedRow | PlainRow | PlainBlock | Passed) -> None:
        """Counts one row, or all that were passed; plain ones are new."""
        if isinstance(planned, Passed):
            self.outcomes[Outcome.UNCHANGED] += planned.rows
            return
        if isinstance(planned, PlainBlock):
            self.outcomes[Outcome.NEW] += len(planned)
            return
        if isinstance(planned, PlainRow):
            self.outcomes[Outcome.NEW] += 1
            return
        self.outcomes[planned.outcome] += 1
        if planned.held_for is not None:
            self.problems[planned.held_for] += 1


@dataclass(slots=True)
class PlannedSheet:
    """A sheet with every row planned.

    `held_texts` are what held rows say, `diagnoses` whose number a damaged one may be: by row.
    """

    source: Source
    sheet: SourceSheet
    rows: list[PlannedRow] = field(default_factory=list)
    tally: SheetOutcomes = field(default_factory=SheetOutcomes)
    held_texts: dict[int, Mapping[str, str]] = field(default_factory=dict)
    diagnoses: dict[int, Diagnosis] = field(default_factory=dict)


@dataclass(slots=True)
class ImportPlan:
    """The whole plan. `basis` is the state of the database that it was made in."""

    as_of: date
    basis: int
    sheets: list[PlannedSheet]
    absent: tuple[InService, ...] = ()
    """Known people in service whom no row of this import names, by name; never deleted."""
    leaving: dict[int, Service] = field(default_factory=dict)
    """Of the absent, by id: who a person says has moved or retired."""
    conflicts: tuple[Conflict, ...] = ()
    """Where forms that came back contradict each other, or what was recorded since."""
    returned: Mapping[int, int] = field(default_factory=dict)
    """How many rows were answered in each form that came back, by the form's id."""
    unit_guesses: tuple[UnitGuess, ...] = ()
    units: Mapping[str, str] = field(default_factory=dict)
    """What a person said of such guesses: the name that is meant, by the folded one."""

    @property
    def digest(self) -> str:
        """One hash over all that it would do; `Applied.digest` is of what was written."""
        digest = PlanDigest()
        for sheet in self.sheets:
            for row in sheet.rows:
                digest.add(row)
        digest.add_leaving(self.leaving)
        return digest.text

    @property
    def outcomes(self) -> Counter[Outcome]:
        """Over all sheets; the sum is the rows read."""
        total: Counter[Outcome] = Counter()
        for sheet in self.sheets:
            total.update(sheet.tally.outcomes)
        return total

    @property
    def changes(self) -> int:
        """New and changed rows, and people who leave: what the button carries."""
        rows = self.outcomes[Outcome.NEW] + self.outcomes[Outcome.CHANGED]
        return rows + len(self.leaving)

    @property
    def written(self) -> frozenset[str]:
        """The NIPs of everyone whom a new or changed row writes, and of those who leave."""
        rows = (row.write for sheet in self.sheets for row in sheet.rows)
        gone = (person.nip for person in self.absent if person.id in self.leaving)
        return frozenset([*(write.nip for write in rows if write is not None), *gone])


def absent_from(
    sheets: Sequence[PlannedSheet], serving: Sequence[InService]
) -> tuple[InService, ...]:
    """Who serves here and stands in no row; a form or a list of held rows says nothing of others."""
    if all(sheet.sheet.is_form or sheet.sheet.is_waiting_list for sheet in sheets):
        return ()
    named = {row.nip for sheet in sheets for row in sheet.rows if row.nip}
    return tuple(person for person in serving if person.nip not in named)


def in_reading_order(sources: Iterable[Source]) -> list[tuple[int, Source, SourceSheet]]:
    """Chosen sheets with their file's number: lists with names first, then lists of accounts."""
    chosen = [
        (number, source, sheet)
        for number, source in enumerate(sources)
        for sheet in source.sheets
        if sheet.chosen and sheet.layout.is_roster
    ]
    return sorted(chosen, key=lambda entry: not entry[2].has_names)


Held = tuple[PlannedRow, Mapping[str, str]]
"""A planned row; what it says, where it is held."""


def planned_rows(
    number: int,
    source: Source,
    sheet: SourceSheet,
    planner: Planner,
    units: UnitNames,
    job: Job,
    *,
    keep_contacts: bool,
    rows: Iterable[RosterRow | SkippedRow] | None = None,
) -> Iterator[Held]:
    """Reads and plans one sheet; `rows` are those of a sheet that was read beforehand."""
    source.serve(job)
    planner.enter_file(number)
    # Asked beforehand: the answer of the reader to one question ends with the next.
    whole = source.numbers_in_file(sheet) if sheet.has_numbers_for_nips else {}
    if rows is None:
        rows_read = source.rows_to_plan(sheet, planner.as_of, keep_contacts=keep_contacts)
    else:
        rows_read = iter(rows)
    for row in _watched(rows_read, job):
        yield _planned(row, units.settle(row), planner, whole)
    units.leave(sheet)


def briefly_planned_rows(
    number: int,
    source: Source,
    sheet: SourceSheet,
    planner: Planner,
    units: UnitNames,
    job: Job,
    *,
    keep_contacts: bool,
    passing: bool,
) -> Iterator[Held | tuple[PlainRow | PlainBlock | Passed, Mapping[str, str]]]:
    """As `planned_rows`; but plain rows that are new in every part come as they are.

    `passing`: rows that say just what is known come as one number, at the end.
    """
    source.serve(job)
    planner.enter_file(number)
    whole = source.numbers_in_file(sheet) if sheet.has_numbers_for_nips else {}
    # `begin_people` may have begun this very reading, so it asks in the same words.
    # In an office where somebody is known already most rows are theirs, and looked at one by one.
    read = source.blocks_to_plan(
        sheet, planner.as_of, keep_contacts=keep_contacts, in_blocks=planner.knows_nobody
    )
    passed = 0
    for row in _rows_and_new_blocks(read, planner, units, job):
        if isinstance(row, PlainBlock):
            yield row, _NO_TEXTS
            continue
        meant = units.settle(row)
        if not isinstance(meant, PlainRow):
            yield _planned(row, meant, planner, whole)
        elif passing and planner.adds_nothing(meant):
            passed += 1
        elif planner.brings_new(meant):
            yield meant, _NO_TEXTS
        else:
            yield _planned(row, meant, planner, whole)
    units.leave(sheet)
    if passed:
        yield Passed(passed), _NO_TEXTS


def _rows_and_new_blocks(
    read: Iterator[RosterRow | SkippedRow | PlainRow | PlainBlock],
    planner: Planner,
    units: UnitNames,
    job: Job,
) -> Iterator[RosterRow | SkippedRow | PlainRow | PlainBlock]:
    """Blocks that are planned, since they are new in every part; the rows of all others."""
    done = 0
    for row in read:
        if isinstance(row, PlainBlock):
            meant = units.settle_block(row)
            if meant is not None and planner.brings_all_new(meant):
                yield meant
            else:
                yield from row
            done += len(row)
            job.step(done, 0)
            continue
        if done % PROGRESS_ROWS == 0:
            job.step(done, 0)
        done += 1
        yield row


def _watched(
    rows: Iterator[RosterRow | SkippedRow | PlainRow], job: Job
) -> Iterator[RosterRow | SkippedRow | PlainRow]:
    for done, row in enumerate(rows):
        if done % PROGRESS_ROWS == 0:
            job.step(done, 0)
        yield row


def _planned(
    row: RosterRow | SkippedRow | PlainRow,
    meant: RosterRow | SkippedRow | PlainRow,
    planner: Planner,
    whole: Mapping[int, str],
) -> Held:
    planned = planner.plan(meant)
    if planned.outcome is not Outcome.HELD or isinstance(row, SkippedRow):
        return planned, _NO_TEXTS
    # Its own words: what they mean may be decided before it is finished.
    texts = texts_of(full_row(row) if isinstance(row, PlainRow) else row)
    if planned.held_for is NipFlaw.NUMERIC and row.row in whole:
        texts[NIP_IN_FILE] = whole[row.row]
    return planned, texts
