"""The page without a file: where to drop one, what waits, and what was imported before."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from app.services.importing import ImportRecord
from app.ui.importing.history import ImportHistory
from app.ui.importing.waiting_panel import WaitingPanel
from app.ui.parts.buttons import Button, ButtonRole, plain_button, primary_button
from app.ui.parts.empty import EmptyState
from app.ui.table.column import Sums
from app.ui.table.find_line import FindLine
from app.ui.table.memory import TableMemory
from app.ui.theme.theme import Theme
from app.wording.language import Language

_DROP_HEIGHT = 190
_LOW_DROP = 150
_BUTTONS = 32


class ImportStart(QWidget):
    """The history and the waiting room are hidden until something was imported."""

    choose_asked = Signal()
    paste_asked = Signal()
    sums_changed = Signal()

    def __init__(self, theme: Theme, language: Language, memory: TableMemory) -> None:
        super().__init__()
        say = language.say
        self._language = language
        self._choose = primary_button(theme, say("Choose files"), icon="folder-open", keys="Ctrl+O")
        self._paste = plain_button(theme, say("Paste a block"), icon="clipboard-paste")
        self._paste.setToolTip(say("Rows that were copied in Excel (Ctrl+V)"))
        both = QWidget()
        buttons = QHBoxLayout(both)
        buttons.setContentsMargins(0, 0, 0, 0)
        buttons.setSpacing(8)
        buttons.addWidget(self._choose)
        buttons.addWidget(self._paste)
        empty = EmptyState(
            theme,
            "file-input",
            say("Drop a roster here, or paste rows with Ctrl+V"),
            say(
                "Excel, ODS or CSV, one file, many or a folder, as they are: Gaung finds the columns. "
                "The files are never changed."
            ),
            both,
        )
        self._area = QFrame()
        self._area.setProperty("role", "drop_area")
        self._area.setMinimumHeight(_DROP_HEIGHT)
        inside = QVBoxLayout(self._area)
        inside.addWidget(empty)
        self.waiting = WaitingPanel(theme, language, memory)
        self.history = ImportHistory(theme, language, memory)
        self._find = FindLine(theme, language)
        self._sums = Sums()
        self._room = Button(theme, say("Waiting room"), role=ButtonRole.TOGGLE, icon="circle-pause")
        self._earlier = Button(theme, say("Earlier imports"), role=ButtonRole.TOGGLE, icon="clock")
        self._below = QWidget()
        self._stack = QStackedWidget()
        self._actions = QStackedWidget()
        self._actions.setFixedHeight(_BUTTONS)
        self._lay_out()
        self._find.searched.connect(self._search)
        self._find.left.connect(self._into_table)
        for part in (self.waiting, self.history):
            part.table.sums_changed.connect(self._take_sums)
        self._choose.clicked.connect(self.choose_asked)
        self._paste.clicked.connect(self.paste_asked)
        self._room.clicked.connect(self._show_room)
        self._earlier.clicked.connect(self._show_earlier)

    def show_records(self, records: Sequence[ImportRecord]) -> None:
        """List the earlier imports."""
        self.history.show_records(records)
        self._below.setVisible(bool(records))
        self._area.setMinimumHeight(_LOW_DROP if records else _DROP_HEIGHT)

    @Slot(int)
    def show_waiting(self, rows: int) -> None:
        """So many rows wait: the room opens where there are any, and closes with the last."""
        self._room.set_number(self._language.number(rows) if rows else "")
        had = self._waits
        self._waits = rows > 0
        if self._waits != had:
            self._turn_to(self.waiting if self._waits else self.history)
        self._room.setEnabled(rows > 0)

    def open_room(self) -> None:
        """Another page asks for the rows that wait."""
        self._turn_to(self.waiting)
        self.waiting.table.setFocus()

    def regions(self) -> list[QWidget]:
        """Where F6 goes."""
        return [self._area, self._shown_part.table]

    @property
    def sums(self) -> Sums:
        """Of what is selected in the table that is shown."""
        return self._sums

    def search_field(self) -> QLineEdit | None:
        """Where Ctrl+F goes, while there is a table."""
        return None if self._below.isHidden() else self._find.come()

    @Slot(str)
    def _search(self, words: str) -> None:
        self._shown_part.search(words)

    @Slot()
    def _into_table(self) -> None:
        self._shown_part.table.go_to_first_row()

    @Slot(object)
    def _take_sums(self, sums: Sums) -> None:
        if self.sender() is self._shown_part.table:
            self._sums = sums
            self.sums_changed.emit()

    @property
    def _shown_part(self) -> WaitingPanel | ImportHistory:
        room = self._stack.currentWidget() is self.waiting
        return self.waiting if room else self.history

    _waits = False

    @Slot()
    def _show_room(self) -> None:
        self._turn_to(self.waiting)

    @Slot()
    def _show_earlier(self) -> None:
        self._turn_to(self.history)

    def _turn_to(self, part: QWidget) -> None:
        self._find.forget()
        self._sums = Sums()
        self._stack.setCurrentWidget(part)
        self._actions.setCurrentIndex(self._stack.currentIndex())
        self._room.setChecked(part is self.waiting)
        self._earlier.setChecked(part is self.history)

    def _lay_out(self) -> None:
        heads = QHBoxLayout()
        heads.setSpacing(8)
        heads.addWidget(self._room)
        heads.addWidget(self._earlier)
        heads.addWidget(self._actions, 1)
        self._actions.addWidget(self.waiting.buttons)
        self._actions.addWidget(self.history.buttons)
        self._stack.addWidget(self.waiting)
        self._stack.addWidget(self.history)
        below = QVBoxLayout(self._below)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(8)
        below.addLayout(heads)
        below.addWidget(self._find)
        below.addWidget(self._stack, 1)
        self._below.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self._area, 1)
        column.addWidget(self._below, 2)
        self._room.setEnabled(False)
        self._turn_to(self.history)
