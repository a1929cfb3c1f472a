"""An import without a look at its plan: the reading, the checks and the writing overlap."""

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from datetime import date, datetime
from pathlib import Path

from app.domain.errors import NoPeople
from app.domain.plan import Planner
from app.domain.roster import Outcome, PlannedRow
from app.services.forms.returning import NO_CHOICES, FormReturns
from app.services.importing.forms import read_forms
from app.services.importing.memory import known_layouts
from app.services.importing.planning import (
    Passed,
    briefly_planned_rows,
    in_reading_order,
    planned_rows,
)
from app.services.importing.returned_rows import ReturnedRows
from app.services.importing.source import Source
from app.services.importing.source_sheet import SourceSheet
from app.services.importing.units import UnitNames
from app.services.importing.writing import Applied, ImportWriting, RowsToWrite, empty_log
from app.services.job import Job
from app.services.many_objects import collector_paused
from app.storage.counts import count_on
from app.storage.database import Database
from app.storage.known import former_numbers, known_people, people_of_units
from app.storage.learned import remembered_units
from app.workbooks.layout.known import KnownLayouts
from app.workbooks.reading.ahead import ReadAhead


class ImportAtOnce:
    """Brings files into the office as one import; the rows are never all in memory."""

    def __init__(
        self,
        database: Database,
        clock: Callable[[], datetime],
        by: str,
        *,
        keep_contacts: bool,
        ahead: ReadAhead | None,
        before: Callable[[], object],
    ) -> None:
        """`ahead` may hold files whose reading has begun; `before` makes a backup."""
        self._database = database
        self._clock = clock
        self._by = by
        self._keep_contacts = keep_contacts
        self._ahead = ahead
        self._before = before

    def run(self, paths: Sequence[Path], as_of: date, job: Job) -> Applied:
        """Plans and writes every visible roster sheet of `paths` row by row, as one import.

        Raises:
            NoPeople: no visible sheet of one of the files is a roster; nothing was written.
            FileError: a file cannot be read, or the backup that goes before cannot be made.
        """
        with (
            collector_paused(),
            self._begun(paths, job) as sources,
            ThreadPoolExecutor(1) as beside,
        ):
            applied = self._import_begun(sources, as_of, job, _Backup(beside, self._before))
        empty_log(self._database)
        return applied

    def _import_begun(
        self, sources: Sequence[Source], as_of: date, job: Job, backup: "_Backup"
    ) -> Applied:
        with self._database.writing() as tx:
            people = people_of_units(tx)
            units = UnitNames(people, remembered_units(tx))
            layouts = known_layouts(tx)
            # The database is asked for everybody while the readers load their first sheets; nobody
            # else uses `tx` meanwhile, and the block ends only when the answer is there.
            with ThreadPoolExecutor(1) as beside:
                everybody = beside.submit(known_people, tx)
                _look_for_people(sources, job, layouts)
                self._begin_people(sources, as_of, everyone_is_new=not people)
            known = everybody.result()
            planner = Planner(
                known,
                as_of,
                lambda person, platform, day: count_on(tx, person, platform, day),
                former_numbers(tx),
            )
            order = in_reading_order(sources)
            returns = read_forms(tx, order, known, as_of, NO_CHOICES, job)
            waiting = ReturnedRows(tx)
            if returns.answered or not waiting.nothing_waits:
                backup.begin()  # also a row that changes nobody may settle what waits
            batches = [
                (
                    source,
                    sheet,
                    backup.before_changes(
                        self._rows_of(number, source, sheet, planner, units, job, returns, waiting)
                    ),
                )
                for number, source, sheet in order
            ]
            writing = ImportWriting(tx, as_of, self._by, self._clock())
            writing.write(batches)
            backup.wait()
            return writing.finish(returns.answered)

    def _begin_people(
        self, sources: Sequence[Source], as_of: date, *, everyone_is_new: bool
    ) -> None:
        """The readers go on while everybody is still being loaded."""
        begun: set[int] = set()
        for number, source, sheet in in_reading_order(sources):
            if number not in begun:
                begun.add(number)
                source.begin_people(
                    sheet, as_of, keep_contacts=self._keep_contacts, in_blocks=everyone_is_new
                )

    def _rows_of(
        self,
        number: int,
        source: Source,
        sheet: SourceSheet,
        planner: Planner,
        units: UnitNames,
        job: Job,
        returns: FormReturns,
        waiting: ReturnedRows,
    ) -> RowsToWrite:
        place = (number, source, sheet, planner, units, job)
        rows = waiting.restored(returns.rows_of(number, sheet.layout.index))
        if rows is None:
            # Where rows wait, each row may be the one that settles them.
            return briefly_planned_rows(
                *place, keep_contacts=self._keep_contacts, passing=waiting.nothing_waits
            )
        return planned_rows(*place, keep_contacts=self._keep_contacts, rows=rows)

    @contextmanager
    def _begun(self, paths: Sequence[Path], job: Job) -> Iterator[list[Source]]:
        with ExitStack() as stack:
            yield [stack.enter_context(Source.begin(path, job, self._ahead)) for path in paths]


class _Backup:
    """Made beside the reading, as soon as a row changes anything: it sees what is committed.

    Nothing is committed before it stands. An import that changes nobody needs none.
    """

    def __init__(self, beside: ThreadPoolExecutor, make: Callable[[], object]) -> None:
        self._beside, self._make = beside, make
        self._made: Future[object] | None = None

    def begin(self) -> None:
        """May be called again."""
        if self._made is None:
            self._made = self._beside.submit(self._make)

    def before_changes(self, rows: RowsToWrite) -> RowsToWrite:
        """The very same rows."""
        for planned, texts in rows:
            if not isinstance(planned, Passed) and not (
                isinstance(planned, PlannedRow) and planned.outcome in _NO_CHANGE
            ):
                self.begin()
            yield planned, texts

    def wait(self) -> None:
        """Until it stands, where one was begun.

        Raises:
            FileError: it cannot be made.
        """
        if self._made is not None:
            self._made.result()


_NO_CHANGE = (Outcome.UNCHANGED, Outcome.SKIPPED)


def _look_for_people(sources: Sequence[Source], job: Job, layouts: KnownLayouts) -> None:
    for source in sources:
        source.look(job, layouts)
        if not any(sheet.chosen for sheet in source.sheets):
            raise NoPeople(source.path)
