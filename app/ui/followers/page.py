"""The page "Pengikut": who has how many followers where, typed cell by cell."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from app.services.chat import ReadChat
from app.services.checking import CheckCounts
from app.services.preferences import KeepPreferences
from app.services.recording import RecordCounts
from app.ui.followers.cell_day import CellDay
from app.ui.followers.day import DayField
from app.ui.followers.fast_entry import FastEntry
from app.ui.followers.filters import DAYS, FollowersFilters
from app.ui.followers.grid import FollowersGrid
from app.ui.followers.open_list import OpenList
from app.ui.followers.reading import FollowersReading, Loaded
from app.ui.followers.rows import RowWriter
from app.ui.followers.saving import CountSaving
from app.ui.followers.words import head_facts, status_facts
from app.ui.parts.buttons import Button
from app.ui.parts.head import PageHead
from app.ui.parts.progress import ProgressStrip
from app.ui.parts.strip import Strip
from app.ui.parts.writing import writes
from app.ui.prompts import Prompts
from app.ui.shell.page import Fact
from app.ui.table.column import Sums
from app.ui.table.memory import TableMemory
from app.ui.table.pasting import PasteQuestion
from app.ui.table.states import TableStates
from app.ui.tasks import TaskRunner
from app.ui.theme.theme import Theme
from app.wording.language import Language

_OLDER = "followers.older"
_ROOM_FOR_ALL = 500


class FollowersPage(QWidget):
    """A grid of people and platforms; each committed cell is saved at once."""

    facts_changed = Signal()
    changed = Signal()
    """Counts were stored."""
    unsaved_changed = Signal()
    not_saved = Signal()
    forms_asked = Signal()
    """Forms for every organisation are wanted."""
    fetch_asked = Signal(object)
    """A FetchScope: counts are to be fetched, of these people or of everybody."""
    refreshed = Signal()
    """Everyone is read again: so may be what belongs to them."""
    import_asked = Signal()
    """There is nobody yet: the roster comes first."""

    def __init__(
        self,
        theme: Theme,
        language: Language,
        recording: RecordCounts,
        checking: CheckCounts,
        chat: ReadChat,
        preferences: KeepPreferences,
        today: date,
        tasks: TaskRunner,
        prompts: Prompts,
        memory: TableMemory,
    ) -> None:
        super().__init__()
        self.setProperty("role", "page")
        self._language = language
        self._memory = memory
        self._wanted: int | None = None
        self._sums = Sums()
        self.grid = FollowersGrid(theme, language, memory, today, self)
        self._filters = FollowersFilters(theme, language, self.grid.model)
        self._table_part = QWidget()
        self._day = DayField(language, today)
        self._forms = Button(theme, language.say("Forms for offices"), icon="send")
        self._fetch = Button(theme, language.say("Fetch automatically"), icon="cloud-download")
        self.fetching = ProgressStrip(theme, language)
        self._progress = ProgressStrip(theme, language)
        self.strip = Strip(theme, language)
        self._open_list = OpenList(theme, language)
        self._fast = FastEntry(
            theme,
            language,
            chat,
            preferences,
            tasks,
            prompts,
            memory,
            self._day,
            self.grid.model,
            self.strip,
            self,
        )
        actions = [self._fast.paste_button, self._fetch, self._forms]
        self._head = PageHead(theme, language.say("Followers"), actions=actions)
        self._saving = self._save_with(recording, checking, tasks, prompts, today)
        self._reading = FollowersReading(
            language,
            recording,
            checking,
            preferences,
            tasks,
            prompts,
            self.grid,
            self._saving,
            self._progress,
            self,
        )
        self._build(theme, prompts)
        self._connect()

    def _save_with(
        self,
        recording: RecordCounts,
        checking: CheckCounts,
        tasks: TaskRunner,
        prompts: Prompts,
        today: date,
    ) -> CountSaving:
        return CountSaving(
            self._language,
            recording,
            checking,
            tasks,
            prompts,
            self.grid,
            self.strip,
            self._open_list,
            RowWriter(today, DAYS),
            self,
        )

    # For the window

    def facts(self) -> Sequence[Fact]:
        """Sums of the selection, and what is not saved yet."""
        people = self.grid.model.filtered_count
        return status_facts(self._sums, people, self._saving.waiting, self._language)

    @property
    def unsaved(self) -> int:
        """Entries that were typed and do not stand in the database yet."""
        return self._saving.waiting

    def search_field(self) -> QLineEdit:
        """Where Ctrl+F goes: into the table that is shown."""
        panel = self._fast.panel
        return self._filters.search if panel.isHidden() else panel.search.come()

    def regions(self) -> Sequence[QWidget]:
        """The grid or the pasted lines, the strip below it, the quick box."""
        listed = [] if self._fast.panel.isHidden() else self._fast.regions()
        asked = [] if self._open_list.isHidden() else [self._open_list]
        return [*listed, self.grid.view, *asked, self.strip, self._fast.box]

    @Slot()
    def refresh(self) -> None:
        """Read everyone again; what is typed meanwhile comes first."""
        self.grid.marks.day = self._day.day
        self._reading.read(self._day.day)
        self.refreshed.emit()
        self._fast.refresh()

    def show_person(self, person_id: int) -> None:
        """Put the cursor on the first platform of this person, also where filters hide them."""
        self._wanted = person_id
        self._go_to_wanted()

    def finish(self) -> None:
        """Commit the cell that is typed into and record what waits, after the runner shut down.

        Raises:
            AppError: it cannot be recorded.
        """
        self.grid.commit()
        self._saving.finish()

    @Slot(object)
    def _name(self, named: Loaded) -> None:
        self._states.begin_reading()
        self.grid.show_names(named.rows)

    @Slot(object)
    def _show(self, loaded: Loaded) -> None:
        self._saving.show(loaded.writer)
        self._filters.set_days(loaded.writer.age_limit)
        self.grid.show_rows(loaded.rows)
        self._go_to_wanted()

    def show_due(self) -> None:
        """Show who has to be counted again this month."""
        self._filters.show_due()

    @Slot(int)
    def _look_back(self, days: int) -> None:
        self._memory.save(_OLDER, str(days))
        self._reading.look_back(days)
        self._reading.read(self._day.day)

    @Slot()
    def _observe_another_day(self) -> None:
        self._saving.observe_on(self._day.day)
        self.refresh()

    @Slot(bool)
    def _make_room(self, listed: bool) -> None:
        """In a low window the quick box gives way to the list of what is asked."""
        self._fast.box.setVisible(not listed or self.height() >= _ROOM_FOR_ALL)

    @Slot(bool)
    def _show_list(self, shown: bool) -> None:
        self._table_part.setVisible(not shown)
        if not shown:
            self.grid.view.setFocus()

    def _go_to_wanted(self) -> None:
        if self._wanted is None or not self.grid.model.total_count:
            return
        if not self.grid.go_to(self._wanted):
            self._filters.clear()
            self.grid.go_to(self._wanted)
        self._wanted = None
        self.grid.view.setFocus()

    @Slot()
    def _ask_for_forms(self) -> None:
        self.forms_asked.emit()

    @Slot()
    def _ask_for_fetch(self) -> None:
        self.fetch_asked.emit(self.grid.fetch_scope())

    # Showing

    @Slot()
    def _show_head(self) -> None:
        self._head.set_facts(head_facts(self._day.day, self.grid.model, self._language))
        self.facts_changed.emit()

    @Slot(object)
    def _show_sums(self, sums: Sums) -> None:
        self._sums = sums
        self.facts_changed.emit()

    def _build(self, theme: Theme, prompts: Prompts) -> None:
        read_only = self._language.say("Part of the block would cover cells that hold no counts.")
        fitting = self.grid.view.paste_fitting
        self._pasting = PasteQuestion(self._language, prompts, read_only, fitting, self)
        self._states = TableStates(
            theme,
            self._language,
            self.grid.view,
            self.grid.model,
            self._language.say("Import the roster first; then followers can be recorded."),
        )
        table = QVBoxLayout(self._table_part)
        table.setContentsMargins(0, 0, 0, 0)
        table.setSpacing(10)
        table.addWidget(self._filters)
        table.addWidget(self._states, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 0, 16, 8)
        column.setSpacing(0)
        column.addWidget(self._head)
        column.addWidget(self._progress)
        column.addWidget(self.fetching)
        column.addWidget(self._fast.box)
        column.addSpacing(10)
        column.addWidget(self._table_part, 1)
        column.addWidget(self._fast.panel, 1)
        column.addSpacing(8)
        column.addWidget(self._open_list)
        column.addWidget(self.strip)

    def _connect(self) -> None:
        CellDay(self._language, self.grid, self)
        older = self._memory.load(_OLDER) or ""
        self._reading.look_back(int(older) if older.isdecimal() else None)
        self.grid.model.shown_changed.connect(self._show_head)
        writes(self._fast.box, self._fast.paste_button, self._forms, self._fetch)
        self._forms.clicked.connect(self._ask_for_forms)
        self._fetch.clicked.connect(self._ask_for_fetch)
        for view in (self.grid.view, self._fast.panel.table):
            view.sums_changed.connect(self._show_sums)
        self.grid.view.paste_refused.connect(self._pasting.ask)
        self._reading.named.connect(self._name)
        self._reading.ended.connect(self._states.stop_reading)
        self._reading.loaded.connect(self._show)
        self._filters.search.entered.connect(self.grid.view.go_to_first_row)
        self._filters.older.days_chosen.connect(self._look_back)
        self._filters.left.connect(self.grid.view.setFocus)
        self._day.chosen.connect(self._observe_another_day)
        QShortcut(QKeySequence("Ctrl+J"), self).activated.connect(self._saving.see_open)
        self._saving.saved.connect(self.changed)
        self._saving.saved.connect(self._fast.say_recorded)
        self._open_list.came.connect(self._make_room)
        self._fast.typed.connect(self._saving.record)
        self._fast.pasted.connect(self._saving.record_pasted)
        self._fast.list_shown.connect(self._show_list)
        self._saving.waiting_changed.connect(self.facts_changed)
        self._saving.waiting_changed.connect(self.unsaved_changed)
        self._saving.halted.connect(self.not_saved)
        self._states.clear_asked.connect(self._filters.clear)
        self._states.clear_asked.connect(self.grid.view.setFocus)
        self._states.import_asked.connect(self.import_asked)
