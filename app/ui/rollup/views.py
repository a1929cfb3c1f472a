"""The three tables of the dialog, one at a time: offices, workbooks, people in several offices."""

from enum import Enum

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import (
    QAbstractButton,
    QBoxLayout,
    QButtonGroup,
    QHBoxLayout,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.domain.rollup.merged import MergedOffice
from app.ui.parts.buttons import Button, ButtonRole
from app.ui.parts.card import framed
from app.ui.parts.fields import SearchField
from app.ui.rollup.file_rows import FileRow, FileState, file_columns, file_key, file_rows
from app.ui.rollup.office_rows import (
    VERDICT_COLUMNS,
    office_columns,
    office_key,
    office_search,
)
from app.ui.rollup.person_rows import (
    DoubledRow,
    doubled_columns,
    doubled_key,
    doubled_rows,
    doubled_search,
)
from app.ui.rollup.seen import Seen
from app.ui.table.memory import TableMemory
from app.ui.table.model import TableModel
from app.ui.table.view import TableView
from app.ui.theme.theme import Theme
from app.wording.language import Language

_TWO_LINES = 47


class View(Enum):
    """Which table is in front."""

    OFFICES = "offices"
    FILES = "files"
    DOUBLED = "doubled"


class RollUpViews(QWidget):
    """The search is that of the table in front."""

    office_opened = Signal(object, object)
    """The MergedOffice, and the Verdict whose number was opened, or None."""

    def __init__(self, theme: Theme, language: Language, memory: TableMemory) -> None:
        super().__init__()
        self._language = language
        say = language.say
        self._buttons = {
            View.OFFICES: Button(theme, say("Offices"), role=ButtonRole.TOGGLE),
            View.FILES: Button(theme, say("Workbooks"), role=ButtonRole.TOGGLE),
            View.DOUBLED: Button(theme, say("In several offices"), role=ButtonRole.TOGGLE),
        }
        self._group = QButtonGroup(self)
        self._search = SearchField(theme, say("Search an office, a file, a name"), 250)
        self._offices: TableModel[MergedOffice] = TableModel(
            office_columns(language), office_key, search_text=office_search
        )
        self._files: TableModel[FileRow] = TableModel(file_columns(language), file_key)
        self._doubled: TableModel[DoubledRow] = TableModel(
            doubled_columns(language), doubled_key, search_text=doubled_search
        )
        self.offices: TableView[MergedOffice] = TableView(
            theme, language, self._offices, name=say("Offices"), key="rollup", memory=memory
        )
        self.files: TableView[FileRow] = TableView(
            theme,
            language,
            self._files,
            name=say("Workbooks"),
            key="rollup_files",
            memory=memory,
            row_height=_TWO_LINES,
        )
        self.doubled: TableView[DoubledRow] = TableView(
            theme,
            language,
            self._doubled,
            name=say("In several offices"),
            key="rollup_doubled",
            memory=memory,
            row_height=_TWO_LINES,
        )
        self._stack = QStackedWidget()
        self._head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._lay_out()
        self._group.buttonClicked.connect(self._choose)
        self._search.textChanged.connect(self._find)
        self._search.entered.connect(self._go_in)
        self.offices.opened.connect(self._open)

    def show_seen(self, seen: Seen) -> None:
        """Other contents; filters and places stay."""
        offices = () if seen.rollup is None else seen.rollup.offices
        doubled = () if seen.rollup is None else doubled_rows(seen.rollup.doubled)
        files = file_rows(seen.submissions, seen.files, self._language)
        self._offices.set_rows(offices)
        self._files.set_rows(files)
        self._doubled.set_rows(doubled)
        numbers = {View.OFFICES: offices, View.FILES: files, View.DOUBLED: doubled}
        for view, rows in numbers.items():
            self._buttons[view].set_number(self._language.number(len(rows)))

    def show_received(self, seen: Seen) -> None:
        """After a receiving: the workbooks where one was refused, else the offices."""
        self.show_seen(seen)
        files = file_rows((), seen.files, self._language)
        refused = any(row.state is FileState.REFUSED for row in files)
        self.turn_to(View.FILES if refused else View.OFFICES)
        self.focus_table()

    def turn_to(self, view: View) -> None:
        """Brings a table to the front."""
        self._buttons[view].setChecked(True)
        self._show(view)

    def take_two_lines(self) -> None:
        """The search below the buttons: for a place that is narrower than both."""
        self._head.setDirection(QBoxLayout.Direction.TopToBottom)

    def set_greyed(self, *, greyed: bool) -> None:
        """Other numbers are on their way."""
        for table in (self.offices, self.doubled):
            table.set_greyed(greyed=greyed)

    @Slot(QAbstractButton)
    def _choose(self, button: QAbstractButton) -> None:
        self._show(next(view for view, own in self._buttons.items() if own is button))

    def _show(self, view: View) -> None:
        self._stack.setCurrentIndex(list(View).index(view))
        self._find(self._search.text())

    @Slot(str)
    def _find(self, text: str) -> None:
        for model in (self._offices, self._files, self._doubled):
            model.search(text)

    def focus_table(self) -> None:
        """Into the table in front."""
        (self.offices, self.files, self.doubled)[self._stack.currentIndex()].setFocus()

    @Slot()
    def _go_in(self) -> None:
        self.focus_table()
        (self.offices, self.files, self.doubled)[self._stack.currentIndex()].go_to_first_row()

    @Slot(object)
    def _open(self, one: MergedOffice) -> None:
        column = self._offices.column_at(max(self.offices.currentIndex().column(), 0))
        self.office_opened.emit(one, VERDICT_COLUMNS.get(column.key))

    def _lay_out(self) -> None:
        buttons, row = QHBoxLayout(), self._head
        for one in (buttons, row):
            one.setSpacing(6)
        for button in self._buttons.values():
            self._group.addButton(button)
            buttons.addWidget(button)
        buttons.addStretch()
        row.addLayout(buttons, 1)
        self._buttons[View.OFFICES].setChecked(True)
        row.addWidget(self._search)
        for table in (self.offices, self.files, self.doubled):
            self._stack.addWidget(framed(table))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(row)
        column.addWidget(self._stack, 1)
