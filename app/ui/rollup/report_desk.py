"""Opens the dialog of the province's report; prepares and writes away from the window's thread."""

from datetime import date
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from app.domain.file_names import FileForm, file_name
from app.domain.rollup.merged import RollUp
from app.services.preferences import KeepPreferences
from app.services.report import WriteReport
from app.services.rollup.merging import MergeOffices
from app.services.sample_report import sample_mark
from app.ui.printing.pdf import WritePdf
from app.ui.prompts import Prompts
from app.ui.reports.file_bar import FileBar
from app.ui.reports.last_report import from_text
from app.ui.reports.preparing import Wanted
from app.ui.reports.preparing_work import PreparingWork
from app.ui.reports.preview import Preview
from app.ui.reports.printing_work import Extent, PrintingWork
from app.ui.reports.writing import Order, ReportFiles, Taken, Written
from app.ui.reports.writing_work import WritingWork
from app.ui.rollup.draft import ProvinceDraft
from app.ui.rollup.report_dialog import ProvinceReportDialog, ReportBench
from app.ui.tasks import TaskRunner
from app.ui.theme.theme import Theme
from app.wording.language import Language
from app.wording.periods import period_name
from app.wording.rollup import rollup_facts

_KEY = "province_report"
"""Under which the preferences keep where the last one went."""


class ProvinceReportDesk(QObject):
    """One dialog at a time."""

    written = Signal()

    def __init__(
        self,
        theme: Theme,
        language: Language,
        merging: MergeOffices,
        report: WriteReport,
        preferences: KeepPreferences,
        today: date,
        first_folder: Path,
        is_sample: bool,
        tasks: TaskRunner,
        prompts: Prompts,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._theme, self._language = theme, language
        self._merging, self._report, self._preferences = merging, report, preferences
        self._today, self._first_folder, self._is_sample = today, first_folder, is_sample
        self._tasks, self._prompts = tasks, prompts
        self._mark = sample_mark(language) if is_sample else ""
        self._dialog: ProvinceReportDialog | None = None
        self._rollup: RollUp | None = None
        self._bench: ReportBench | None = None

    def open_over(self, window: QWidget, rollup: RollUp) -> None:
        """Shows the report of these offices."""
        if self._dialog is not None:
            self._dialog.raise_()
            return
        theme, language = self._theme, self._language
        self._rollup = rollup
        self._bench = self._new_bench(rollup)
        facts = rollup_facts(rollup, rollup.wish.rule, language)
        dialog = ProvinceReportDialog(theme, language, facts, self._bench, window)
        dialog.wanted.connect(self._prepare)
        dialog.write_asked.connect(self._write)
        dialog.print_asked.connect(self._print)
        dialog.finished.connect(self._forget)
        self._bench.writing.written.connect(self._note_written)
        self._dialog = dialog
        dialog.open()
        self._prepare()

    def _new_bench(self, rollup: RollUp) -> ReportBench:
        """The parts of the page of reports, over a draft of these offices."""
        theme, language = self._theme, self._language
        draft = ProvinceDraft(
            self._merging, self._report, language, rollup, is_sample=self._is_sample
        )
        pdf = WritePdf(self._report, language)
        files = ReportFiles(
            draft, self._report, pdf, self._preferences, self._first_folder, self._today, key=_KEY
        )
        common = self._tasks, self._prompts
        writing = WritingWork(theme, language, files, self._tasks, self)
        preview = Preview(theme, language)
        last = from_text(self._preferences.load(_KEY))
        folder = last.folder if last is not None and last.folder.is_dir() else self._first_folder
        return ReportBench(
            FileBar(theme, language, self._prompts, folder, self._mark),
            preview,
            PreparingWork(theme, language, draft, *common, preview),
            writing,
            PrintingWork(theme, language, draft, preview, writing.outcome, *common, self),
        )

    def _wanted(self, dialog: ProvinceReportDialog, rollup: RollUp) -> Wanted:
        preferences = self._preferences.preferences()
        friends = preferences.facebook_metric == "friends"
        wish = rollup.wish
        options = dialog.options(facebook_friends=friends)
        return Wanted(wish.rule, wish.period.last, self._preferences.office(), options, 0)

    @Slot()
    def _prepare(self) -> None:
        if self._dialog is None or self._rollup is None or self._bench is None:
            return
        wanted = self._wanted(self._dialog, self._rollup)
        self._dialog.bar.suggest(self._name(wanted.office.name, self._rollup))
        self._bench.preparing.want(wanted)

    @Slot(FileForm)
    def _write(self, form: FileForm) -> None:
        """A change of the very last moment is written too, and shown."""
        self._prepare()
        if self._dialog is None or self._rollup is None or self._bench is None:
            return
        bar = self._dialog.bar
        target = bar.target(form)
        taken = Taken.REPLACE if bar.is_agreed(target) else Taken.ASK
        wanted = self._wanted(self._dialog, self._rollup)
        self._bench.writing.write(Order(wanted, target, taken, self._mark, form))

    @Slot(Extent)
    def _print(self, extent: Extent) -> None:
        self._prepare()
        if self._dialog is not None and self._rollup is not None and self._bench is not None:
            self._bench.printing.ask(extent, self._wanted(self._dialog, self._rollup))

    @Slot(Written)
    def _note_written(self, written: Written) -> None:
        if self._dialog is not None:
            self._dialog.bar.set_written(written.last.folder / written.path.name)
        self.written.emit()

    @Slot()
    def _forget(self) -> None:
        """What is still being written goes on to its end; nobody hears of it."""
        self._dialog = self._rollup = self._bench = None

    def _name(self, office: str, rollup: RollUp) -> str:
        words = self._language.say("Recap of offices {office} {period}")
        period = period_name(rollup.wish.period, self._language)
        return file_name(words.format(office=office, period=period), self._mark)
