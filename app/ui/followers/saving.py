"""Between the grid and the database: what was typed, what became of it, what the strip says."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QObject, Signal, Slot

from app.domain.errors import AppError
from app.domain.person import Source
from app.services.checking import CheckCounts
from app.services.recording import Entry, RecordCounts, Recorded
from app.ui.followers.answers import OpenQuestions
from app.ui.followers.batches import Arrived, CountBatches
from app.ui.followers.doubts import CountDoubts
from app.ui.followers.grid import FollowersGrid
from app.ui.followers.open_entry import OpenEntry
from app.ui.followers.open_list import OpenList
from app.ui.followers.rows import RowWriter
from app.ui.parts.strip import Answer, Mood, Strip
from app.ui.prompts import Prompts
from app.ui.tasks import TaskRunner
from app.wording.errors import error_sentence
from app.wording.language import Language


class CountSaving(QObject):
    """Every typed text ends as a count, as a question in the strip, or stays in its cell."""

    saved = Signal()
    """Something was stored."""
    waiting_changed = Signal()
    """More or fewer entries wait to be saved."""
    halted = Signal()
    """What waits cannot be saved now."""
    outdated = Signal()
    """Cells may be shown otherwise than they stand in the database: read them again."""

    def __init__(
        self,
        language: Language,
        recording: RecordCounts,
        checking: CheckCounts,
        tasks: TaskRunner,
        prompts: Prompts,
        grid: FollowersGrid,
        strip: Strip,
        open_list: OpenList,
        writer: RowWriter,
        parent: QObject,
    ) -> None:
        """`writer` says how rows look until `show` brings another one."""
        super().__init__(parent)
        self._language = language
        self._grid = grid
        self._strip = strip
        self._writer = writer
        self._questions = OpenQuestions(language, self._answer, self._visit, self.see_open)
        self._list = open_list
        self._answering = False
        self._asking = False
        self._doubts = CountDoubts(
            language, checking, tasks, prompts, grid, strip, self._answer, self
        )
        self._batches = CountBatches(recording, checking, tasks, self)
        self._day = writer.day
        grid.typed.connect(self._type)
        self._doubts.confirmed.connect(self.saved)
        self._batches.recorded.connect(self._take)
        self._batches.halted.connect(self._halt)
        self._batches.drained.connect(self.waiting_changed)
        strip.closed.connect(self._forget_questions)
        open_list.finished.connect(self._take_answers)
        open_list.visited.connect(self._visit_open)

    @property
    def waiting(self) -> int:
        """Entries that do not stand in the database yet."""
        return len(self._batches.waiting)

    def observe_on(self, day: date) -> None:
        """What is typed from now on was counted on this day."""
        self._day = day

    def show(self, writer: RowWriter) -> None:
        """Rows that come back are shown as `writer` writes them."""
        self._writer = writer

    def finish(self) -> None:
        """Record at once what waits: for a window that closes.

        Raises:
            AppError: it cannot be recorded.
        """
        entries = self._answered(self._list.take_answers())
        if entries:
            self._batches.add(entries, self._day, Source.TYPED)
        self._batches.finish()

    @Slot(object)
    def _type(self, entries: Sequence[Entry]) -> None:
        if self._day == self._writer.day and self._doubts.take_second(entries):
            self._grid.show_old(entries)
        else:
            self.record(entries)

    @Slot(object)
    def record(self, entries: Sequence[Entry]) -> None:
        """Queue one act of the person."""
        self._batches.add(entries, self._day, Source.TYPED)
        self.waiting_changed.emit()

    @Slot(object)
    def record_pasted(self, entries: Sequence[Entry]) -> None:
        """Queue what was accepted of pasted lines, as one act."""
        self._batches.add(entries, self._day, Source.PASTED)
        self.waiting_changed.emit()

    @Slot(object)
    def _take(self, arrived: Arrived) -> None:
        recorded = arrived.recorded
        if recorded is None:
            return
        if self._strip.isHidden() and not self._answering:
            # Closed by the person: what it asked is not asked again.
            self._doubts.forget()
        self._answering = False
        self._questions.take(arrived.batch.entries, recorded.refused, arrived.batch.observed_on)
        self._show_rows(arrived, recorded)
        written = {(one.person_id, one.platform) for one in arrived.batch.entries}
        self._doubts.notice([place for place in arrived.doubts if place in written])
        self._speak()
        if len(recorded.refused) < len(arrived.batch.entries):
            self.saved.emit()
        self.waiting_changed.emit()

    def _show_rows(self, arrived: Arrived, recorded: Recorded) -> None:
        # The row of somebody with more to come is shown then: it would hide what was typed since.
        rows = [row for row in recorded.rows if not self._batches.awaits(row.person.id)]
        if arrived.batch.observed_on != self._writer.day:
            self.outdated.emit()
        else:
            self._grid.show_anew(self._writer.rows(rows, arrived.doubts))

    def _speak(self) -> None:
        if self._list.isVisible():
            self._list.show_entries(self._questions.open, self._names)
            self._list.setVisible(bool(self._questions.open))
        said = None if self._list.isVisible() else self._questions.said(self._names)
        self._asking = said is not None
        said = said or self._doubts.said()
        if said is None:
            self._strip.clear()
        else:
            self._strip.say(said.mood, said.lead, said.rest, said.answers)

    @property
    def _names(self) -> dict[int, str]:
        """Of those whose entries are not clear."""
        return self._grid.names_of(one.entry.person_id for one in self._questions.open)

    @Slot()
    def _forget_questions(self) -> None:
        """Only a strip that asked them takes them away with it."""
        if self._asking:
            self._questions.forget()
        self._asking = False

    # The list of open entries

    @Slot()
    def see_open(self) -> None:
        """Every entry that is not clear, one line each."""
        if not self._questions.open:
            self._strip.say(Mood.DONE, self._language.say("Every entry has been read."))
            return
        self._list.show_entries(self._questions.open, self._names)
        self._list.show()
        self._list.setFocus()
        if self._asking:
            self._strip.clear()

    @Slot(object)
    def _take_answers(self, answers: Sequence[tuple[OpenEntry, int]]) -> None:
        entries = self._answered(answers)
        self._list.hide()
        self._speak()
        if entries:
            self._answer(entries)
        self._grid.view.setFocus()

    def _answered(self, answers: Sequence[tuple[OpenEntry, int]]) -> list[Entry]:
        """What the answers record; those that record nothing are done with."""
        self._questions.settle([one.place for one, _ in answers])
        written = [one.answered(choice) for one, choice in answers]
        return [entry for entry in written if entry is not None]

    @Slot(object)
    def _visit_open(self, one: OpenEntry) -> None:
        self._visit(one.entry)

    @Slot(object)
    def _halt(self, error: AppError | None) -> None:
        if error is None:
            lead = self._language.say("Something went wrong in the program.")
        else:
            lead = error_sentence(error, self._language)
        rest = self._language.say_many(
            "{count} entry is not saved yet; it stays in its cell.",
            "{count} entries are not saved yet; they stay in their cells.",
            self.waiting,
        )
        answers = [
            Answer(self._language.say("Try again"), self._batches.retry, main=True),
            Answer(self._language.say("Restore the old values"), self._give_up),
        ]
        self._asking = False
        self._strip.say(Mood.ERROR, rest, lead, answers)
        self.waiting_changed.emit()
        self.halted.emit()

    def _give_up(self) -> None:
        self._grid.show_old(self._batches.give_up())
        self.waiting_changed.emit()
        self.outdated.emit()

    def _answer(self, entries: Sequence[Entry]) -> None:
        self._answering = True
        self._grid.view.setFocus()
        self.record(entries)

    def _visit(self, entry: Entry) -> None:
        self._answering = True
        self._grid.go_to(entry.person_id, entry.platform)
        self._grid.view.setFocus()
