"""Opens the dialog of the office's own form; looks and writes away from the window's thread."""

from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from itertools import count
from pathlib import Path

from PySide6.QtCore import QObject, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from app.domain.errors import AppError
from app.domain.file_names import SUFFIX, copy_name
from app.domain.template import TemplateLook
from app.domain.writing_errors import A_COPY_HELPS
from app.services.job import Job
from app.services.periods import KeepPeriods
from app.services.report.template import FilledTemplate, FillTemplate
from app.services.sample_report import sample_mark
from app.services.standings import JudgeStandings
from app.ui.prompts import Prompts
from app.ui.reports.file_names import suggested_name
from app.ui.reports.preparing import Wanted
from app.ui.tasks import Task, TaskRunner
from app.ui.template.dialog import TemplateDialog
from app.ui.template.last_form import LastForm, RememberedForm
from app.ui.theme.theme import Theme
from app.wording.errors import error_sentence
from app.wording.language import Language
from app.wording.rules import rule_called


@dataclass(frozen=True, slots=True)
class _Looked:
    path: Path
    look: TemplateLook


@dataclass(frozen=True, slots=True)
class _Filled:
    path: Path
    filled: FilledTemplate


class TemplateDesk(QObject):
    """One dialog at a time. The form that was filled last is offered again."""

    changed = Signal()
    """A report was written."""

    def __init__(
        self,
        theme: Theme,
        language: Language,
        template: FillTemplate,
        standings: JudgeStandings,
        periods: KeepPeriods,
        last: RememberedForm,
        first_folder: Path,
        is_sample: bool,
        tasks: TaskRunner,
        prompts: Prompts,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._theme, self._language = theme, language
        self._template, self._standings, self._periods = template, standings, periods
        self._last = last
        self._folder = self._first_folder = first_folder
        self._mark = sample_mark(language) if is_sample else ""
        self._tasks, self._prompts = tasks, prompts
        self._dialog: TemplateDialog | None = None
        self._task: Task | None = None
        self._wanted: Wanted | None = None
        self._form: Path | None = None
        self._written = self._target = Path()

    def open_over(self, window: QWidget, wanted: Wanted) -> None:
        """Shows the dialog over this window, for what the page asks for."""
        if self._dialog is not None:
            self._dialog.raise_()
            return
        self._wanted = wanted
        words = self._language.say("Those who qualify by rule {rule} as of {day}.").format(
            rule=rule_called(wanted.rule), day=self._language.date(wanted.as_of)
        )
        dialog = TemplateDialog(self._theme, self._language, words, window)
        dialog.choose_asked.connect(self._choose)
        dialog.example_asked.connect(self._choose_example)
        dialog.write_asked.connect(self._choose_target)
        dialog.cancel_asked.connect(self._stop)
        dialog.file_asked.connect(self._open_file)
        dialog.folder_asked.connect(self._open_folder)
        dialog.copy_asked.connect(self._write_copy)
        dialog.finished.connect(self._forget)
        self._dialog = dialog
        dialog.open()
        self._tasks.run(self._recall, done=self._offer_last, failed=self._show_failed)

    def _recall(self, job: Job) -> LastForm:
        """In the runner's thread."""
        job.step(0, 0)
        return self._last.load()

    @Slot(object)
    def _offer_last(self, last: LastForm) -> None:
        """Somebody may have chosen another form already."""
        self._folder = last.folder or self._first_folder
        if self._form is None and last.form is not None:
            self._look(last.form)

    # -------------------------------------------------------------- the form

    @Slot()
    def _choose(self) -> None:
        say = self._language.say
        filters = say("Excel workbooks (*{suffix})").format(suffix=SUFFIX)
        self._prompts.choose_files(say("The office's own form"), filters, self._take)

    def _take(self, paths: list[Path]) -> None:
        if paths:
            self._look(paths[0])

    def _look(self, path: Path) -> None:
        self._form = path
        self._tasks.run(
            partial(self._looked, path), done=self._show_look, failed=self._show_refused
        )

    def _looked(self, path: Path, job: Job) -> _Looked:
        return _Looked(path, self._template.look(path))

    @Slot(object)
    def _show_look(self, looked: _Looked) -> None:
        if self._dialog is not None and looked.path == self._form:
            self._dialog.show_look(looked.path, looked.look)

    @Slot(object)
    def _show_refused(self, error: AppError) -> None:
        path, self._form = self._form, None
        if self._dialog is not None and path is not None:
            self._dialog.show_refused(path, error_sentence(error, self._language))

    # -------------------------------------------------------------- an example

    @Slot()
    def _choose_example(self) -> None:
        say = self._language.say
        name = say("Example of a form")
        place = self._folder / f"{name}{SUFFIX}"
        filters = say("Excel workbooks (*{suffix})").format(suffix=SUFFIX)
        self._prompts.save_target(say("Where to save the example"), place, filters, self._save)

    def _save(self, path: Path) -> None:
        self._tasks.run(
            partial(self._saved, path), done=self._show_example, failed=self._show_failed
        )

    def _saved(self, path: Path, job: Job) -> Path:
        self._template.write_example(path)
        return path

    @Slot(object)
    def _show_example(self, path: Path) -> None:
        self._written = path
        if self._dialog is not None:
            self._dialog.show_example(path.name)

    # -------------------------------------------------------------- the report

    @Slot()
    def _choose_target(self) -> None:
        if self._wanted is None:
            return
        say = self._language.say
        wanted = self._wanted
        name = suggested_name(wanted.office.name, wanted.as_of, self._language, self._mark)
        filters = say("Excel workbooks (*{suffix})").format(suffix=SUFFIX)
        title = say("Where to save the report")
        self._prompts.save_target(title, self._folder / name, filters, self._write)

    def _write(self, target: Path) -> None:
        if self._dialog is None or self._form is None or self._wanted is None:
            return
        self._folder, self._target = target.parent, target
        self._dialog.show_writing()
        self._task = self._tasks.run(
            partial(self._write_now, self._form, target, self._wanted),
            done=self._show_written,
            failed=self._show_failed,
            progressed=self._dialog.step,
            cancelled=self._show_stopped,
        )

    @Slot()
    def _write_copy(self) -> None:
        """The next name that is free beside the file that another program holds."""
        names = (copy_name(self._target.name, number, self._mark) for number in count(2))
        paths = (self._target.with_name(name) for name in names)
        self._write(next(path for path in paths if not path.exists()))

    def _write_now(self, form: Path, target: Path, wanted: Wanted, job: Job) -> _Filled:
        if target.parent == self._first_folder:
            # The folder that we offer ourselves is made; where that fails, writing says why.
            with suppress(OSError):
                target.parent.mkdir(parents=True, exist_ok=True)
        closed = None
        if wanted.closing is None:
            people = self._standings.under(wanted.rule, wanted.as_of, job).people
        else:
            closed = self._periods.read(wanted.closing, job)
            people = closed.snapshot.people
        filled = self._template.write(
            form,
            target,
            people,
            wanted.rule,
            wanted.as_of,
            wanted.office,
            job,
            wanted.options,
            self._mark,
            closed,
        )
        self._last.save(LastForm(form, target.parent))
        return _Filled(target, filled)

    @Slot(object)
    def _show_written(self, written: _Filled) -> None:
        self._written, self._task = written.path, None
        if self._dialog is not None:
            self._dialog.show_written(written.path.name, written.filled)
        self.changed.emit()

    @Slot(object)
    def _show_failed(self, error: AppError) -> None:
        self._task = None
        if self._dialog is not None:
            in_use = isinstance(error, A_COPY_HELPS)
            self._dialog.show_failed(error_sentence(error, self._language), in_use=in_use)

    @Slot()
    def _show_stopped(self) -> None:
        self._task = None
        if self._dialog is not None:
            self._dialog.show_stopped()

    @Slot()
    def _stop(self) -> None:
        if self._task is not None:
            self._task.cancel()

    # -------------------------------------------------------------- places

    @Slot()
    def _open_file(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._written)))

    @Slot()
    def _open_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._written.parent)))

    @Slot()
    def _forget(self) -> None:
        self._stop()
        self._dialog = self._form = None
