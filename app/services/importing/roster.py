"""The journey of a roster: read it, plan it, apply the plan in one transaction, undo it."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path

from app.domain.errors import NothingToUndo, PlanOutdated
from app.domain.form_conflict import Choices
from app.domain.plan import Planner
from app.domain.plan_digest import PlanDigest
from app.domain.platform import Platform
from app.domain.roster import CountState, Outcome, PlannedRow
from app.services.forms.returning import NO_CHOICES, FormReturns
from app.services.importing.at_once import ImportAtOnce
from app.services.importing.doctor import diagnose
from app.services.importing.forms import read_forms
from app.services.importing.memory import known_layouts
from app.services.importing.planning import (
    ImportPlan,
    PlannedSheet,
    absent_from,
    in_reading_order,
    planned_rows,
)
from app.services.importing.returned_rows import ReturnedRows
from app.services.importing.source import Source
from app.services.importing.source_sheet import SourceSheet
from app.services.importing.units import NONE_SAID, UnitNames
from app.services.importing.writing import Applied, ImportWriting, empty_log
from app.services.job import Job
from app.services.many_objects import collector_paused
from app.storage.actions import begin
from app.storage.as_of import DatedCounts, correct_as_of, dated_counts
from app.storage.commits import commit_number
from app.storage.counts import count_on
from app.storage.database import Database
from app.storage.import_undo import undo_import
from app.storage.imports import (
    ImportRecord,
    history_of_imports,
)
from app.storage.known import former_numbers, in_service, known_people, people_of_units
from app.storage.learned import remembered_units
from app.workbooks.layout.known import KnownLayouts
from app.workbooks.reading.ahead import ReadAhead

Clock = Callable[[], datetime]


@dataclass(frozen=True, slots=True)
class Undone:
    """An import that was taken back, except for the people named in `kept`, edited since."""

    restored: int
    kept: tuple[str, ...]


class ImportRoster:
    """Brings people, accounts and counts from workbooks into the office's database."""

    def __init__(
        self,
        database: Database,
        clock: Clock,
        by: str,
        *,
        keep_contacts: bool = False,
        ahead: ReadAhead | None = None,
        before: Callable[[], object] = lambda: None,
    ) -> None:
        """`ahead` may hold files whose reading has begun; `before` each import makes a backup."""
        self._database = database
        self._clock = clock
        self._by = by
        self._keep_contacts = keep_contacts
        self._ahead = ahead
        self._before = before

    @property
    def keeps_contacts(self) -> bool:
        """Whether telephone numbers and e-mail addresses are stored."""
        return self._keep_contacts

    def read(self, path: Path, job: Job, password: str | None = None) -> Source:
        """Opens a roster; the caller closes it. A password is used and forgotten.

        A layout that a person confirmed before is understood as it was then.

        Raises:
            WorkbookProtected: it wants a password, or another one (WrongPassword).
            FileError: what stands there cannot be read as a workbook.
        """
        return Source.open(path, job, password, self._known_layouts())

    def read_pasted(self, text: str, name: str, job: Job) -> Source:
        """Opens a block that was copied in Excel; the caller closes it. No disk sees it.

        Raises:
            FileError: it is blank, or no table.
        """
        return Source.pasted(text, name, job, self._known_layouts())

    def _known_layouts(self) -> KnownLayouts:
        with self._database.reading() as tx:
            return known_layouts(tx)

    def plan(
        self,
        sources: Sequence[Source],
        as_of: date,
        job: Job,
        choices: Choices = NO_CHOICES,
        said_units: Mapping[str, str] = NONE_SAID,
    ) -> ImportPlan:
        """Says for every row what importing the chosen sheets would do; writes nothing.

        `choices`: what a person said about forms that contradict each other; `said_units`: about
        the names of units that an earlier plan guessed, see `ImportPlan.units`.
        """
        with collector_paused(), self._database.reading() as tx:
            basis = commit_number(tx)
            known = known_people(tx)
            serving = in_service(tx)

            def earlier(person_id: int, platform: Platform, day: date) -> CountState | None:
                return count_on(tx, person_id, platform, day)

            order = in_reading_order(sources)
            returns = read_forms(tx, order, known, as_of, choices, job)
            units = UnitNames(people_of_units(tx), remembered_units(tx), said_units)
            planner = Planner(known, as_of, earlier, former_numbers(tx))
            waiting = ReturnedRows(tx)
            sheets = [
                self._planned_sheet(number, source, sheet, planner, units, job, returns, waiting)
                for number, source, sheet in order
            ]
            diagnose(sheets, planner.names(), job)
        absent = absent_from(sheets, serving)
        return ImportPlan(
            as_of,
            basis,
            sheets,
            absent,
            conflicts=returns.conflicts,
            returned=dict(returns.answered),
            unit_guesses=units.guesses(),
            units=dict(said_units),
        )

    def _planned_sheet(
        self,
        number: int,
        source: Source,
        sheet: SourceSheet,
        planner: Planner,
        units: UnitNames,
        job: Job,
        returns: FormReturns,
        waiting: ReturnedRows,
    ) -> PlannedSheet:
        whole = PlannedSheet(source, sheet)
        rows = waiting.restored(returns.rows_of(number, sheet.layout.index))
        for planned, texts in planned_rows(
            number, source, sheet, planner, units, job, keep_contacts=self._keep_contacts, rows=rows
        ):
            whole.rows.append(planned)
            whole.tally.add(planned)
            if planned.outcome is Outcome.HELD:
                whole.held_texts[planned.row] = texts
        return whole

    def apply(self, plan: ImportPlan, job: Job) -> Applied:
        """Makes every change of `plan`, or none.

        Raises:
            PlanOutdated: the database changed since; nothing was written, plan again.
            FileError: the backup that goes before cannot be made; nothing was written.
        """
        self._before()
        digest = PlanDigest()

        def rows_of(sheet: PlannedSheet) -> Iterator[tuple[PlannedRow, Mapping[str, str]]]:
            for done, row in enumerate(sheet.rows):
                if done % 500 == 0:
                    job.step(done, len(sheet.rows))
                digest.add(row)
                yield row, sheet.held_texts.get(row.row, {})

        with collector_paused(), self._database.writing() as tx:
            if commit_number(tx) != plan.basis:
                raise PlanOutdated
            batches = [(sheet.source, sheet.sheet, rows_of(sheet)) for sheet in plan.sheets]
            writing = ImportWriting(tx, plan.as_of, self._by, self._clock())
            writing.write(batches)
            writing.learn(plan)
            applied = writing.finish(plan.returned)
        digest.add_leaving(plan.leaving)
        empty_log(self._database)
        return replace(applied, digest=digest.text)

    def import_files(self, paths: Sequence[Path], as_of: date, job: Job) -> Applied:
        """Plans and writes every visible roster sheet of `paths` row by row, as one import.

        Raises:
            NoPeople: no visible sheet of one of the files is a roster; nothing was written.
            FileError: a file cannot be read, or the backup that goes before cannot be made.
        """
        at_once = ImportAtOnce(
            self._database,
            self._clock,
            self._by,
            keep_contacts=self._keep_contacts,
            ahead=self._ahead,
            before=self._before,
        )
        return at_once.run(paths, as_of, job)

    def history(self) -> list[ImportRecord]:
        """Every import, the newest first."""
        with self._database.reading() as tx:
            return history_of_imports(tx)

    def undo(self, record: ImportRecord) -> Undone:
        """Takes a whole import back, except what was edited since; Ctrl+Z lets it stand again.

        Raises:
            NothingToUndo: it was taken back already.
        """
        with self._database.writing() as tx:
            result = undo_import(tx, record.id, self._by, self._clock())
        return Undone(result.restored, result.kept)

    def dated_counts(self, record: ImportRecord) -> DatedCounts:
        """How many of an import's counts a correction of its day would move, and how many not."""
        with self._database.reading() as tx:
            return dated_counts(tx, record.id)

    def correct_as_of(self, record: ImportRecord, day: date) -> int:
        """Gives all counts that took the day of an import another day; gives how many.

        Raises:
            NothingToUndo: the import does not stand any more.
        """
        with self._database.writing() as tx:
            stands = next(one for one in history_of_imports(tx) if one.id == record.id)
            if stands.undone_at is not None:
                raise NothingToUndo
            action = begin(tx, "correct_as_of", self._by, self._clock())
            return correct_as_of(tx, action, record.id, day)
