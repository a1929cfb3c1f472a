"""An import on its way, without a widget: files opened, sheets chosen, plan made, applied, undone."""

from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import date
from functools import partial
from pathlib import Path, PurePath

from PySide6.QtCore import QObject, Signal, Slot

from app.domain.errors import AppError, FileError, PlanOutdated, WorkbookProtected
from app.domain.fields import Field
from app.services.forms.returning import NO_CHOICES
from app.services.importing import Applied, ImportRoster, Source, Undone
from app.services.job import Job
from app.ui.importing import changes
from app.ui.importing.findings import OpenedSheet, Row
from app.ui.importing.latest import LatestWork
from app.ui.importing.prepared import Prepared, prepare
from app.ui.importing.reading import Asked, Opened, close_all, open_pasted
from app.ui.importing.sheet_rows import SheetRows
from app.ui.importing.stage import Stage
from app.ui.tasks import TaskRunner

__all__ = ["ImportWork", "Stage"]


class ImportWork(QObject):
    """One import at a time. Everything slow happens in the lane of local work."""

    stage_changed = Signal()
    files_opened = Signal()
    rows_loaded = Signal()
    """The rows of the sheet that is shown are there."""
    planned = Signal()
    applied = Signal(object)
    undone = Signal(object)
    turned = Signal()
    """What was written was taken back, or stands again, without asking here."""
    outdated = Signal()
    """The database had changed: nothing was written, a new plan is on its way."""
    password_wanted = Signal(object)
    """A WorkbookProtected, or a WrongPassword: the files are not open."""
    refused = Signal(object)
    """An AppError."""
    none_opened = Signal(list)
    """Of several files not one could be read: a FileError for each."""
    progressed = Signal(int, int)

    def __init__(
        self, importing: ImportRoster, tasks: TaskRunner, as_of: date, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._importing = importing
        self._tasks = tasks
        self._latest = LatestWork(tasks, self._progress)
        self.as_of = as_of
        self.stage = Stage.EMPTY
        self.sources: Sequence[Source] = ()
        self.sheets: Sequence[OpenedSheet] = ()
        self.shown: OpenedSheet | None = None
        self.prepared: Prepared | None = None
        self.import_id: int | None = None
        self._stands = False
        self.refused_files: Sequence[FileError] = ()
        """Of the files that were asked for, those that could not be read."""
        self.seconds = 0.0
        self.said_units: Mapping[str, str] = {}
        self.choices = NO_CHOICES
        """What holds where forms contradict each other."""
        self._rows = SheetRows(tasks, self._take_rows, self._refuse)
        self.asked = Asked()

    @property
    def busy(self) -> bool:
        """Whether files are read, a plan is made, or an import is written."""
        return self.stage in (Stage.READING, Stage.PLANNING, Stage.APPLYING)

    @property
    def free(self) -> bool:
        """Whether what is opened may be changed now."""
        return self.stage not in (Stage.READING, Stage.APPLYING)

    @property
    def changes(self) -> int:
        """New and changed rows of the plan; 0 without one."""
        return self.prepared.plan.changes if self.prepared is not None else 0

    @property
    def can_apply(self) -> bool:
        """Whether there is a plan that changes something."""
        return self.stage is Stage.READY and self.changes > 0

    def rows(self) -> Sequence[Row] | None:
        """All rows of the sheet that is shown; None while they are being read."""
        return self._rows.of(self.shown) if self.shown is not None else None

    # What can be asked

    def open_files(self, paths: Sequence[Path]) -> None:
        """Reads files as one import; what was open stays until they are read."""
        self._open(Asked(tuple(paths)))

    def open_pasted(self, text: str, name: str) -> None:
        """Reads a block from the clipboard as if it were a file called `name`."""
        self.asked = Asked()
        self._read(partial(open_pasted, self._importing, text, name))

    def unlock(self, path: PurePath, password: str) -> None:
        """Tries the same files again, one of them with its password; it is not kept."""
        self._open(self.asked.with_password(path, password))

    def _open(self, asked: Asked) -> None:
        self.asked = asked
        self._read(partial(asked.open, self._importing))

    def _read(self, reading: Callable[[Job], Opened]) -> None:
        if self.stage is Stage.APPLYING:
            return
        self._latest.start(
            reading,
            done=self._take_files,
            failed=self._refuse_files,
            stopped=self._keep_files,
        )
        self._set_stage(Stage.READING)

    def close(self) -> None:
        """Forgets the files; nothing of them is kept."""
        self._latest.drop()
        self._close_files()
        self._set_stage(Stage.EMPTY)

    def shut(self) -> None:
        """Ends the readers at once: when the window closes, after its tasks were shut down."""
        for source in self.sources:
            source.close()
        self.sources = ()

    @Slot()
    def cancel(self) -> None:
        """Stops what is on its way, at its next step."""
        self._latest.cancel()

    def show_sheet(self, sheet: OpenedSheet) -> None:
        """Brings a sheet to the front, whether its people are read or not."""
        self.shown = sheet
        self._rows.load(sheet)

    def choose_sheet(self, sheet: OpenedSheet, *, chosen: bool) -> None:
        """Reads the people of a sheet, or leaves them out."""
        self._change(partial(changes.choose, sheet, chosen))

    def set_header(self, first: int, last: int) -> None:
        """Rows `first`..`last` (1-based) of the sheet that is shown are its header."""
        if self.shown is not None:
            self._change(partial(changes.set_header, self.shown, first, last))

    @Slot()
    def set_no_header(self) -> None:
        """The sheet that is shown has no headings."""
        if self.shown is not None:
            self._change(partial(changes.set_no_header, self.shown))

    def set_meaning(self, column: int, field: Field | None) -> None:
        """What a column (0-based) of the sheet that is shown means."""
        if self.shown is not None:
            self._change(partial(changes.set_meaning, self.shown, column, field))

    @Slot(str)
    def set_organisation(self, text: str) -> None:
        """Whose list the sheet that is shown is; empty: nobody's in particular."""
        if self.shown is not None:
            self._change(partial(changes.set_organisation, self.shown, text))

    def set_as_of(self, day: date) -> None:
        """The date of the counts that have none of their own."""
        if day != self.as_of:
            self.as_of = day
            self.plan()

    @Slot()
    def plan(self) -> None:
        """Plans what is chosen; a plan that is still being made is dropped."""
        if not self.sheets or self.stage in (Stage.READING, Stage.APPLYING):
            return
        said = self.said_units, self.choices
        self._latest.start(
            partial(prepare, self._importing, tuple(self.sheets), self.as_of, *said),
            done=self._take_plan,
            failed=self._refuse_plan,
            stopped=self._stop_planning,
        )
        self._set_stage(Stage.PLANNING)

    @Slot()
    def apply(self) -> None:
        """Imports the very plan that is shown."""
        if self.prepared is None or not self.can_apply:
            return
        self._latest.start(
            partial(self._importing.apply, self.prepared.plan),
            done=self._take_applied,
            failed=self._refuse_applying,
            stopped=self._keep_plan,
            finishes=True,
        )
        self._set_stage(Stage.APPLYING)

    def undo(self, import_id: int) -> None:
        """Takes an import back: the one just made, or an earlier one."""
        undoing = partial(changes.undo_import, self._importing, import_id)
        self._tasks.run(undoing, done=self._take_undone, failed=self._refuse)

    def notice(self, standing: Collection[int]) -> None:
        """Of all imports those in `standing` hold: Ctrl+Z and Ctrl+Y do not ask here."""
        if self.import_id is not None and (self.import_id in standing) is not self._stands:
            self._stands = not self._stands
            self.turned.emit()
            self.plan()

    # Answers, in the window's thread

    def _change(self, change: Callable[[Job], None]) -> None:
        if not self.free:
            return
        # A plan that is being made reads the layout: it stops first, for the lane is one thread.
        self._latest.drop()
        self._tasks.run(change, done=self._ignore, failed=self._refuse)
        self.plan()

    def _take_files(self, opened: Opened) -> None:
        if not opened.sources:
            self._keep_files()
            self.none_opened.emit(opened.refused)
            return
        if not any(isinstance(error, WorkbookProtected) for error in opened.refused):
            self.asked = Asked(self.asked.paths)
        self._close_files()
        self.refused_files = opened.refused
        self.sources, self.sheets, self.seconds = opened.sources, opened.sheets, opened.seconds
        first = next((one for one in opened.sheets if one.sheet.chosen), None)
        visible = (one for one in opened.sheets if not one.sheet.layout.hidden)
        self.shown = first or next(visible, None) or next(iter(opened.sheets), None)
        # Out of reading before anybody hears of the files: whoever hears may ask for a plan.
        self.stage = Stage.STOPPED
        self.files_opened.emit()
        if self.shown is not None:
            self.show_sheet(self.shown)
        self.plan()

    def _refuse_files(self, error: AppError) -> None:
        self._keep_files()
        if isinstance(error, WorkbookProtected):
            self.password_wanted.emit(error)
        else:
            self.asked = Asked(self.asked.paths)
            self.refused.emit(error)

    def _keep_files(self) -> None:
        """Nothing new was opened: back to what was there."""
        self._set_stage(Stage.STOPPED if self.sheets else Stage.EMPTY)
        self.plan()

    def _take_rows(self, sheet: OpenedSheet) -> None:
        if sheet is self.shown:
            self.rows_loaded.emit()

    def _take_plan(self, prepared: Prepared) -> None:
        self.prepared = prepared
        self._set_stage(Stage.READY)
        self.planned.emit()

    def _refuse_plan(self, error: AppError) -> None:
        self._stop_planning()
        self.refused.emit(error)

    def _stop_planning(self) -> None:
        self._set_stage(Stage.STOPPED)

    def _take_applied(self, applied: Applied) -> None:
        self.import_id, self._stands = applied.import_id, True
        self._set_stage(Stage.APPLIED)
        self.applied.emit(applied)

    def _refuse_applying(self, error: AppError) -> None:
        self._keep_plan()
        if isinstance(error, PlanOutdated):
            self.outdated.emit()
            self.plan()
        else:
            self.refused.emit(error)

    def _keep_plan(self) -> None:
        self._set_stage(Stage.READY)

    def _take_undone(self, undone: Undone) -> None:
        self._stands = False
        self.undone.emit(undone)
        self.plan()

    def _refuse(self, error: AppError) -> None:
        self.refused.emit(error)

    def _ignore(self, nothing: None) -> None:
        pass

    def _progress(self, done: int, total: int) -> None:
        self.progressed.emit(done, total)

    def _set_stage(self, stage: Stage) -> None:
        self.stage = stage
        self.stage_changed.emit()

    def _close_files(self) -> None:
        if self.sources:
            closing = partial(close_all, tuple(self.sources))
            self._tasks.run(closing, done=self._ignore, failed=self._refuse)
        self.sources, self.sheets, self.shown, self.prepared = (), (), None, None
        self.import_id, self.refused_files = None, ()
        self._rows.forget()
