"""What was imported before: when, by whom, which file, what became of its rows; each undoable."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.roster import Outcome
from app.services.importing import ImportRecord
from app.ui.parts.buttons import Button
from app.ui.parts.card import framed
from app.ui.parts.writing import writes
from app.ui.table.column import Align, Column
from app.ui.table.memory import TableMemory
from app.ui.table.model import TableModel
from app.ui.table.view import TableView
from app.ui.theme.theme import Theme
from app.wording.imports import outcome_word
from app.wording.language import Language

_SHORT_SHA = 12


class ImportHistory(QWidget):
    """A table for reading; the button acts on the chosen row."""

    undo_asked = Signal(object)
    """The ImportRecord."""
    detail_asked = Signal(object)
    """The same: it is to be seen in full."""
    day_asked = Signal(object)
    """The same: the date of its counts is wrong."""

    def __init__(self, theme: Theme, language: Language, memory: TableMemory) -> None:
        super().__init__()
        say = language.say
        self._model: TableModel[ImportRecord] = TableModel(_columns(language), _key)
        self._table: TableView[ImportRecord] = TableView(
            theme,
            language,
            self._model,
            name=say("Earlier imports"),
            key="imports",
            memory=memory,
        )
        self._detail = Button(theme, say("Details…"), icon="file-search", keys="Enter")
        self._day = Button(theme, say("Correct the date…"), icon="calendar")
        self._why_day = say("The date of the counts was wrong: for all of them at once.")
        self._choose_first = say("Choose an import in the list first.")
        self._undo = Button(theme, say("Undo this import"), icon="undo-2")
        self.buttons = QWidget()
        head = QHBoxLayout(self.buttons)
        head.setContentsMargins(0, 0, 0, 0)
        head.setSpacing(8)
        head.addStretch()
        for button in (self._detail, self._day, self._undo):
            button.setEnabled(False)
            head.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(framed(self._table), 1)
        self._table.row_chosen.connect(self._choose)
        self._table.opened.connect(self.detail_asked)
        self._detail.clicked.connect(self._ask_detail)
        self._day.clicked.connect(self._ask_day)
        writes(self._undo, self._day)
        self._undo.clicked.connect(self._ask)
        self._choose(None)

    @property
    def table(self) -> TableView[ImportRecord]:
        """Where the keyboard goes."""
        return self._table

    def show_records(self, records: Sequence[ImportRecord]) -> None:
        """List the imports, the newest first."""
        self._model.set_rows(list(records))
        self._choose(self._table.current_row())

    def search(self, words: str) -> None:
        """Show the imports that hold these words."""
        self._model.search(words)

    @Slot(object)
    def _choose(self, record: ImportRecord | None) -> None:
        self._detail.setEnabled(record is not None)
        first = self._choose_first if record is None else ""
        for button, words in ((self._detail, ""), (self._day, self._why_day), (self._undo, "")):
            button.setToolTip(first or words)
        for button in (self._day, self._undo):
            button.setEnabled(record is not None and record.undone_at is None)

    @Slot()
    def _ask_detail(self) -> None:
        record = self._table.current_row()
        if record is not None:
            self.detail_asked.emit(record)

    @Slot()
    def _ask_day(self) -> None:
        record = self._table.current_row()
        if record is not None:
            self.day_asked.emit(record)

    @Slot()
    def _ask(self) -> None:
        record = self._table.current_row()
        if record is not None:
            self.undo_asked.emit(record)


def file_names(record: ImportRecord) -> str:
    """The names of the files of an import."""
    return ", ".join(file.name for file in record.files)


def _key(record: ImportRecord) -> int:
    return record.id


def _as_of(record: ImportRecord) -> date:
    return record.as_of


def _columns(language: Language) -> list[Column[ImportRecord]]:
    say = language.say

    def state(record: ImportRecord) -> str:
        if record.undone_at is None:
            return say("Stands")
        return say("Undone {date}").format(date=language.short_date(record.undone_at))

    def when(record: ImportRecord) -> str:
        return language.short_moment(record.at)

    def day(record: ImportRecord) -> str:
        return language.short_date(record.as_of)

    return [
        Column("at", say("When"), when, sort_key=lambda record: record.at, width=142),
        Column("by", say("By"), lambda record: record.by, width=92),
        Column("day", say("Counted on"), day, sort_key=_as_of, width=112),
        Column("file", say("File"), file_names, width=150, stretch=True),
        Column("sha", say("Fingerprint"), _fingerprint, width=120, filterable=False),
        *(_bucket(outcome, language) for outcome in Outcome),
        Column("state", say("State"), state, width=164),
    ]


def _fingerprint(record: ImportRecord) -> str:
    """The beginning of the SHA-256 of each file: enough to tell two of the same name apart."""
    return ", ".join(file.sha256[:_SHORT_SHA] for file in record.files)


def _bucket(outcome: Outcome, language: Language) -> Column[ImportRecord]:
    def number(record: ImportRecord) -> int:
        return record.outcomes.get(outcome, 0)

    def show(record: ImportRecord) -> str:
        return language.number(number(record))

    return Column(
        outcome.value,
        outcome_word(outcome, language),
        show,
        sort_key=number,
        align=Align.RIGHT,
        width=84 if outcome is Outcome.UNCHANGED else 70,
        number=number,
        filterable=False,
    )
