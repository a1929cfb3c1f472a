"""The page Impor: a file in, everything seen beforehand, one import, undoable."""

from collections.abc import Sequence
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QLineEdit, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from app.domain.errors import WorkbookProtected
from app.services.importing import Applied, ImportRecord, ImportRoster, Undone
from app.services.job import Job
from app.services.waiting_room import WaitingRoom
from app.ui.importing.head import ImportHead
from app.ui.importing.history import file_names
from app.ui.importing.history_desk import HistoryDesk
from app.ui.importing.news import ImportNews
from app.ui.importing.page_words import PageWords
from app.ui.importing.sheet_words import all_known, guessed_columns
from app.ui.importing.start import ImportStart
from app.ui.importing.waiting_desk import WaitingDesk
from app.ui.importing.work import ImportWork, Stage
from app.ui.importing.workbench import Workbench
from app.ui.parts.progress import ProgressStrip
from app.ui.parts.strip import Strip
from app.ui.prompts import Prompts
from app.ui.shell.drop import paths_in
from app.ui.shell.page import Fact
from app.ui.summing import sum_facts
from app.ui.table.memory import TableMemory
from app.ui.tasks import TaskRunner
from app.ui.theme.theme import Theme
from app.wording.language import Language


class ImportPage(QWidget):
    """No wizard: sheet, meanings, problems and outcome stand side by side."""

    facts_changed = Signal()
    changed = Signal()
    """Something was written: an import, or one taken back."""
    imported = Signal(int)
    """The id of the import that was just written."""
    exchange_found = Signal(object)
    """Paths of what other offices sent: it is for the province, not for the roster."""
    people_asked = Signal(object)
    """Whom the import wrote: their NIPs, a frozenset."""

    def __init__(
        self,
        theme: Theme,
        language: Language,
        importing: ImportRoster,
        room: WaitingRoom,
        tasks: TaskRunner,
        prompts: Prompts,
        memory: TableMemory,
        today: date,
    ) -> None:
        super().__init__()
        self.setProperty("role", "page")
        self._language, self._importing = language, importing
        self._tasks, self._prompts = tasks, prompts
        self._words = PageWords(language)
        self._work = ImportWork(importing, tasks, today, self)
        self._head = ImportHead(theme, language)
        self._progress = ProgressStrip(theme, language)
        self._start = ImportStart(theme, language, memory)
        self._bench = Workbench(theme, language, self._work, prompts, today, memory)
        self._strip = Strip(theme, language)
        self._news = ImportNews(language, self._work, self._strip)
        self._waiting = WaitingDesk(
            language, room, tasks, prompts, self._start.waiting, self._strip, self
        )
        self._past = HistoryDesk(theme, language, importing, tasks, self._strip, today, self)
        self._stack = QStackedWidget()
        self._lay_out()
        self._connect()
        self._show_stage()

    # For the program

    def open_files(self, paths: Sequence[Path]) -> None:
        """Reads files (of folders: the workbooks in them) and shows what they would change."""
        if paths:
            self._strip.clear()
            self._work.open_files(paths)

    @Slot()
    def choose(self) -> None:
        """Asks which files to read."""
        self._prompts.choose_files(
            self._language.say("Choose rosters"), self._words.file_filters(), self.open_files
        )

    def show_waiting(self) -> None:
        """Brings the waiting room to the front, where no file is open."""
        self._start.open_room()

    @Slot()
    def paste(self) -> None:
        """Reads what was copied: rows of a sheet, or the files themselves."""
        content = QApplication.clipboard().mimeData()
        paths = paths_in(content)
        if paths:
            self.open_files(paths)
        elif content.text().strip():
            self._strip.clear()
            self._work.open_pasted(content.text(), self._language.say("Pasted block"))
        else:
            self._news.nothing_to_paste()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        # What a cell or a table takes for itself does not come here.
        if event.matches(QKeySequence.StandardKey.Paste) and not self._work.sheets:
            self.paste()
        else:
            super().keyPressEvent(event)

    @property
    def unfinished(self) -> Sequence[Path]:
        """Files that are open here and not imported yet."""
        open_here = self._work.sheets and self._work.stage is not Stage.APPLIED
        return self._work.asked.paths if open_here else ()

    @property
    def would_be_lost(self) -> bool:
        """Whether something stands here that opening the same files again does not bring back."""
        if not self._work.sheets or self._work.stage is Stage.APPLIED:
            return False
        return self._bench.decided or not self._work.asked.paths

    def step(self, *, back: bool) -> bool:
        """Takes the last correction back, or makes it again; False where there is none to."""
        return self._work.stage is not Stage.APPLIED and self._bench.step(back=back)

    def shut(self) -> None:
        """Ends the readers of opened files; after the tasks were shut down."""
        self._work.shut()

    # For the window

    def facts(self) -> Sequence[Fact]:
        """Rows in view of rows read, and that an import can be undone; sums of a selection."""
        opened = bool(self._work.sheets)
        summed = sum_facts((self._bench if opened else self._start).sums, self._language)
        if summed:
            return summed
        prepared = self._work.prepared
        if self._work.stage is Stage.EMPTY or prepared is None:
            return []
        shown, total = self._bench.rows_shown, prepared.plan.outcomes.total()
        facts = [Fact(self._words.rows_in_view(shown, total))]
        if any(group.has_proposals for group in prepared.groups):
            facts.append(Fact(self._language.say("F8: next to check, Enter: use its proposal")))
        return [*facts, Fact(self._language.say("An import can be undone"), icon="undo-2")]

    def search_field(self) -> QLineEdit | None:
        """Of the sheet, or of the table below the place for files."""
        return (self._bench if self._work.sheets else self._start).search_field()

    def regions(self) -> Sequence[QWidget]:
        """Where F6 goes."""
        empty = self._work.stage is Stage.EMPTY or not self._work.sheets
        return self._start.regions() if empty else self._bench.regions()

    @Slot()
    def refresh(self) -> None:
        """Reads the earlier imports and the waiting rows again."""
        self._waiting.refresh()
        self._tasks.run(self._history, done=self._show_records, failed=self._news.refuse)

    # Answers of the work

    @Slot()
    def _show_stage(self) -> None:
        stage = self._work.stage
        opened = bool(self._work.sheets)
        self._stack.setCurrentWidget(self._bench if opened else self._start)
        free = stage is not Stage.APPLYING
        self._head.show_files(self._work.sources, self._work.seconds, free=free)
        self._show_certainty()
        words = self._words.progress(stage)
        if words is None:
            self._progress.stop()
        else:
            self._progress.start(words.first, words.step)
        self.facts_changed.emit()

    @Slot()
    def _show_opened(self) -> None:
        self._show_stage()
        self._bench.focus_grid()

    @Slot()
    def _show_certainty(self) -> None:
        sheets = self._work.sheets
        self._head.show_certainty(guessed_columns(sheets), known=all_known(sheets))

    @Slot(object)
    def _show_applied(self, applied: Applied) -> None:
        self.refresh()
        self.changed.emit()
        self.imported.emit(applied.import_id)

    @Slot(object)
    def _show_undone(self, undone: Undone) -> None:
        self.refresh()
        self.changed.emit()

    @Slot(object)
    def _show_records(self, records: Sequence[ImportRecord]) -> None:
        self._start.show_records(records)
        self._work.notice({record.id for record in records if record.undone_at is None})

    # What is asked

    @Slot(object)
    def _ask_password(self, error: WorkbookProtected) -> None:
        sentence = self._words.password_question(error)
        self._prompts.ask_password(sentence, partial(self._work.unlock, error.path))

    @Slot()
    def _leave(self) -> None:
        self._strip.clear()
        self._work.close()
        self.refresh()

    @Slot()
    def _open_changed(self) -> None:
        prepared = self._work.prepared
        if prepared is not None:
            self.people_asked.emit(prepared.plan.written)

    @Slot()
    def _undo_this(self) -> None:
        if self._work.import_id is not None:
            self._work.undo(self._work.import_id)

    @Slot(object)
    def _ask_undo(self, record: ImportRecord) -> None:
        question, safe = self._words.undo_question(file_names(record), record.at)
        undo = partial(self._work.undo, record.id)
        self._prompts.ask(question, self._language.say("Undo this import"), undo, safe=safe)

    def _history(self, job: Job) -> Sequence[ImportRecord]:
        return self._importing.history()

    def _lay_out(self) -> None:
        self._stack.addWidget(self._start)
        self._stack.addWidget(self._bench)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 0, 16, 8)
        column.setSpacing(0)
        column.addWidget(self._head)
        column.addWidget(self._progress)
        column.addWidget(self._stack, 1)
        column.addSpacing(6)
        column.addWidget(self._strip)

    def _connect(self) -> None:
        work = self._work
        work.files_opened.connect(self._show_opened)
        work.stage_changed.connect(self._show_stage)
        work.planned.connect(self._show_certainty)
        work.progressed.connect(self._progress.step)
        work.applied.connect(self._show_applied)
        work.undone.connect(self._show_undone)
        self._news.undo_asked.connect(self._undo_this)
        self._news.held_asked.connect(self._waiting.ask_where)
        self._news.changed_asked.connect(self._open_changed)
        self._news.password_asked.connect(self._ask_password)
        self._news.exchange_asked.connect(self.exchange_found)
        work.password_wanted.connect(self._ask_password)
        self._waiting.changed.connect(self.changed)
        self._waiting.counted.connect(self._start.show_waiting)
        self._progress.cancelled.connect(work.cancel)
        for part in (self._head, self._start):
            part.choose_asked.connect(self.choose)
            part.paste_asked.connect(self.paste)
        history = self._start.history
        history.undo_asked.connect(self._ask_undo)
        history.detail_asked.connect(self._past.show_detail)
        history.day_asked.connect(self._past.ask_day)
        self._news.names_asked.connect(self._past.show_names)
        self._past.changed.connect(self.refresh)
        self._past.changed.connect(self.changed)
        self._bench.leave_asked.connect(self._leave)
        self._bench.shown_changed.connect(self.facts_changed)
        self._start.sums_changed.connect(self.facts_changed)
        for keys, slot in (
            ("Ctrl+Return", self._bench.apply),
            ("Ctrl+Enter", self._bench.apply),
            ("F8", self._bench.go_to_next),
            ("Shift+F8", self._bench.go_to_previous),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(slot)
