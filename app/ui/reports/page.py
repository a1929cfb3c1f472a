"""Reports: what is asked for, how it will look on paper, and the file."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from app.domain.file_names import FileForm
from app.domain.report_kinds import ReportKind
from app.domain.snapshot import Revision
from app.services.job import Job
from app.services.periods import KeepPeriods
from app.services.preferences import KeepPreferences
from app.services.report import WriteReport
from app.services.sample_report import sample_mark
from app.services.standings import JudgeStandings
from app.ui.parts.buttons import plain_button
from app.ui.parts.head import PageHead
from app.ui.parts.strip import Strip
from app.ui.printing.pdf import WritePdf
from app.ui.prompts import Prompts
from app.ui.reports.check_list import how_many
from app.ui.reports.fields_card import FieldsCard
from app.ui.reports.file_bar import FileBar
from app.ui.reports.file_names import suggested_name
from app.ui.reports.identity import warn_of_missing_identity
from app.ui.reports.kept import Kept, read_kept, wanted_from
from app.ui.reports.keys import bind_keys
from app.ui.reports.kind_list import KindList
from app.ui.reports.last_report import last_words
from app.ui.reports.offices_menu import OfficesMenu
from app.ui.reports.places import Places
from app.ui.reports.preparing import Prepared, ReportDraft, Wanted
from app.ui.reports.preparing_work import PreparingWork
from app.ui.reports.preview import Preview
from app.ui.reports.printing_work import Extent, PrintingWork
from app.ui.reports.sheet_list import SheetList
from app.ui.reports.writing import Order, ReportFiles, Taken, Written
from app.ui.reports.writing_work import WritingWork
from app.ui.shell.page import Fact
from app.ui.tasks import TaskRunner
from app.ui.theme.theme import Theme
from app.wording.language import Language

_BREATH_MS = 120
"""Several changes in a row (arrows in a box) are prepared once."""

_GAP = 10


class ReportsPage(QWidget):
    """The preview always shows the workbook that would be written now."""

    facts_changed = Signal()
    changed = Signal()
    settings_asked = Signal()
    import_asked = Signal()
    check_asked = Signal()
    template_asked = Signal(object)
    """What the fields say (Wanted), for the office's own form."""

    def __init__(
        self,
        theme: Theme,
        language: Language,
        report: WriteReport,
        standings: JudgeStandings,
        periods: KeepPeriods,
        preferences: KeepPreferences,
        today: date,
        folder: Path,
        is_sample: bool,
        tasks: TaskRunner,
        prompts: Prompts,
    ) -> None:
        super().__init__()
        self.setProperty("role", "page")
        self._language, self._tasks, self._prompts = language, tasks, prompts
        self._asked_closing: int | None = None
        self._keeps = preferences, periods, folder
        self._mark = sample_mark(language) if is_sample else ""
        self._kept: Kept | None = None
        self._revision = 0
        self._nobody = False
        self._awaited: ReportKind | None = None
        draft = ReportDraft(report, standings, periods, language, is_sample=is_sample)
        pdf = WritePdf(report, language)
        files = ReportFiles(draft, report, pdf, preferences, folder, today)
        self._preparing = PreparingWork(theme, language, draft, tasks, prompts, self)
        self._writing = WritingWork(theme, language, files, tasks, self)
        self._open = plain_button(theme, language.say("Open the report folder"), icon="folder-open")
        self._own = plain_button(theme, language.say("The office's own form…"), icon="file-input")
        self._check = plain_button(theme, language.say("Check a report…"), icon="circle-check")
        self.offices = OfficesMenu(theme, language, self)
        buttons = [self._check, self._own, self.offices.button, self._open]
        self._head = PageHead(theme, language.say("Reports"), "", buttons)
        self._identity = Strip(theme, language)
        self._kinds = KindList(theme, language)
        self._sheets = SheetList(theme, language)
        self._fields = FieldsCard(theme, language, today)
        self._preview = Preview(theme, language)
        self._printing = PrintingWork(
            theme, language, draft, self._preview, self._writing.outcome, tasks, prompts, self
        )
        self._bar = FileBar(theme, language, prompts, folder, self._mark)
        self._breath = QTimer(self, singleShot=True, interval=_BREATH_MS)
        self._build()
        self._connect()

    # What the window asks of a page

    def facts(self) -> Sequence[Fact]:
        """The report that was written last."""
        last = None if self._kept is None else self._kept.last
        return [Fact(last_words(last, self._language))]

    def search_field(self) -> QLineEdit | None:
        """There is nothing to search here."""
        return None

    def regions(self) -> Sequence[QWidget]:
        """Kinds, sheets, fields, preview, and the bar with the button."""
        return [self._kinds, self._sheets, self._fields, self._preview, self._bar]

    def refresh(self) -> None:
        """Reads office and people again; the fields stay as they were left."""
        self._tasks.run(self._read, done=self._take, failed=self._prompts.explain)

    # Work

    def show_closing(self, closed: Revision | None) -> None:
        """The next look at the page is at this closing, or at the office as it stands now."""
        self._asked_closing = 0 if closed is None else closed.id

    def _read(self, job: Job) -> Kept:
        job.step(0, 0)
        return read_kept(*self._keeps)

    def _take(self, kept: Kept) -> None:
        if self._kept is None and kept.last is not None:
            # What was ticked for the last report is what the next month wants as well.
            self._kinds.set_kinds(kept.last.kinds)
            self._fields.show_annex(asked=ReportKind.ANNEX in kept.last.kinds)
        self._kept = kept
        self._revision += 1
        chosen = kept.preferences
        self._fields.show_office(
            kept.office, chosen.rules, chosen.rule_key, masked_nip=chosen.masked_nip
        )
        self._fields.show_closings(kept.closings, self._asked_closing)
        self._asked_closing = None
        self._kinds.show_closed(closed=self._fields.closing is not None)
        self._bar.set_folder(kept.folder)
        warn_of_missing_identity(
            self._identity, kept.office, self._language, self.settings_asked.emit
        )
        self._prepare()
        self.facts_changed.emit()

    def _wanted(self, kept: Kept) -> Wanted:
        return wanted_from(kept, self._fields.chosen(), self._kinds.kinds(), self._revision)

    @Slot()
    def _take_fields(self) -> None:
        self._kinds.show_closed(closed=self._fields.closing is not None)
        self._breath.start()

    @Slot()
    def _prepare(self) -> None:
        self._breath.stop()
        if self._kept is not None:
            wanted = self._wanted(self._kept)
            name = suggested_name(wanted.office.name, wanted.as_of, self._language, self._mark)
            self._bar.suggest(name)
            self._preparing.want(wanted)

    @Slot()
    def _take_kinds(self) -> None:
        self._fields.show_annex(asked=ReportKind.ANNEX in self._kinds.kinds())
        self._breath.start()

    @Slot(ReportKind)
    def _look_at(self, kind: ReportKind) -> None:
        """Shows the first sheet of the kind; one that was just ticked, as soon as it is there."""
        place = self._preview.place_of(kind)
        self._awaited = kind if place is None and kind in self._kinds.kinds() else None
        if place is not None:
            self._sheets.set_current(place)
            self._preview.show_sheet(place)

    @Slot(Prepared)
    def _show(self, prepared: Prepared) -> None:
        self._preview.show_prepared(prepared)
        self._sheets.show_sheets(prepared, self._preview.sheet)
        if self._awaited is not None:
            self._look_at(self._awaited)
        self._head.set_facts(how_many(prepared, self._language))
        self._nobody = prepared.checks is not None and not prepared.checks.people
        self._show_busy()
        self._printing.look_again()

    @Slot()
    def _write(self) -> None:
        self._write_as(FileForm.WORKBOOK)

    @Slot()
    def _save_pdf(self) -> None:
        self._write_as(FileForm.PDF)

    def _write_as(self, form: FileForm) -> None:
        """A change of the very last moment is written too, and shown."""
        self._prepare()
        if self._kept is None or self._bar.is_busy:
            return
        self._preparing.put_off_proof()
        target = self._bar.target(form)
        taken = Taken.REPLACE if self._bar.is_agreed(target) else Taken.ASK
        self._writing.write(Order(self._wanted(self._kept), target, taken, self._mark, form))

    def _ask_to_print(self, extent: Extent) -> None:
        self._prepare()
        if self._kept is not None and not self._bar.is_busy:
            self._printing.ask(extent, self._wanted(self._kept))

    @Slot(Written)
    def _note_written(self, written: Written) -> None:
        if self._kept is not None:
            self._kept = replace(self._kept, last=written.last, folder=written.last.folder)
        self._bar.set_written(written.last.folder / written.path.name)
        self.facts_changed.emit()
        self.changed.emit()

    # Showing

    @Slot()
    def _show_busy(self) -> None:
        say = self._language.say
        if self._writing.busy:
            self._bar.set_busy(busy=True, why=say("A report is being written"))
        elif self._printing.busy:
            self._bar.set_busy(busy=True, why=say("A report is being printed"))
        else:
            why = say("There is nobody to report yet") if self._nobody else ""
            self._bar.set_busy(busy=self._nobody, why=why)

    @Slot()
    def _ask_for_own_form(self) -> None:
        if self._kept is not None:
            self.template_asked.emit(self._wanted(self._kept))

    @Slot()
    def _open_folder(self) -> None:
        self._writing.outcome.open_place(self._bar.folder)

    # Building

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 0, 16, 8)
        column.setSpacing(0)
        column.addWidget(self._head)
        for work in (self._preparing, self._writing, self._printing):
            column.addWidget(work.progress)
        below = QVBoxLayout()
        below.setSpacing(_GAP)
        below.addWidget(self._identity)
        below.addWidget(Places(self._kinds, self._sheets, self._fields, self._preview), 1)
        below.addWidget(self._writing.outcome.strip)
        below.addWidget(self._bar)
        column.addLayout(below, 1)

    def _connect(self) -> None:
        self._breath.timeout.connect(self._prepare)
        self._fields.changed.connect(self._take_fields)
        self._kinds.changed.connect(self._take_kinds)
        self._kinds.looked_at.connect(self._look_at)
        self._preparing.ready.connect(self._show)
        self._preparing.late.connect(self._preview.turn_grey)
        self._preparing.proven.connect(self._preview.show_proof)
        self._writing.busy_changed.connect(self._preparing.prove)
        self._preview.import_asked.connect(self.import_asked)
        self._preview.came.connect(self._preparing.prove)
        self._preview.left.connect(self._preparing.put_off_proof)
        self._writing.written.connect(self._note_written)
        self._writing.busy_changed.connect(self._show_busy)
        self._sheets.chosen.connect(self._preview.show_sheet)
        self._preview.sheet_turned.connect(self._sheets.set_current)
        self._bar.write_asked.connect(self._write)
        self._bar.pdf_asked.connect(self._save_pdf)
        self._writing.outcome.pdf_asked.connect(self._save_pdf)
        sheet, everything = (partial(self._ask_to_print, one) for one in Extent)
        self._bar.print_asked.connect(sheet)
        self._bar.print_all_asked.connect(everything)
        self._printing.busy_changed.connect(self._show_busy)
        self._open.clicked.connect(self._open_folder)
        self._own.clicked.connect(self._ask_for_own_form)
        self._check.clicked.connect(self.check_asked)
        bind_keys(
            self,
            {
                "Ctrl+Return": self._write,
                "Ctrl+Enter": self._write,
                "Ctrl+P": sheet,
                "Ctrl+Alt+P": everything,
                "PgDown": self._preview.turn_on,
                "PgUp": self._preview.turn_back,
                QKeySequence.StandardKey.ZoomIn: self._preview.view.enlarge,
                QKeySequence.StandardKey.ZoomOut: self._preview.view.reduce,
            },
        )
