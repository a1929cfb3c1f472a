"""The left part of the page: head, filters, and the table or what stands in its place."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from operator import attrgetter

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from app.domain.verdict import Verdict
from app.ui.parts.buttons import Button, ButtonRole, plain_button, primary_button
from app.ui.parts.card import framed
from app.ui.parts.empty import EmptyState
from app.ui.parts.head import PageHead
from app.ui.parts.progress import ProgressStrip
from app.ui.parts.writing import writes
from app.ui.people.columns import NAME, people_columns
from app.ui.people.filters import FilterBar, PeopleFilter
from app.ui.people.rows import PersonRow
from app.ui.table.column import Sums
from app.ui.table.memory import TableMemory
from app.ui.table.model import TableModel
from app.ui.table.states import reading_state
from app.ui.table.view import TableView
from app.ui.theme.theme import Theme
from app.wording.language import Language

_TABLE, _EMPTY, _NOTHING_FOUND, _READING = range(4)
_GREY_AFTER_MS = 300


class PeopleList(QWidget):
    """Holds the rows of those who serve and of those who left; shows the latter when asked."""

    add_asked = Signal()
    import_asked = Signal()
    """Nobody is there: the roster comes first."""
    chosen = Signal()
    """Other rows are chosen, or what they show has changed."""
    opened = Signal()

    def __init__(self, theme: Theme, language: Language, memory: TableMemory) -> None:
        super().__init__()
        self._language = language
        self._serving: Sequence[PersonRow] = ()
        self._left: Sequence[PersonRow] = ()
        self._read = self._reads = False
        self._as_read = True
        """Those who serve stand in the order of their names: 100,000 need not be sorted again."""
        self.sums = Sums()
        """Of the rows that are chosen."""
        self.model = TableModel(people_columns(language), _id, search_text=_search)
        self.table = TableView(
            theme, language, self.model, name=language.say("People"), key="people", memory=memory
        )
        if self.model.sorting is None:
            self.model.sort_by(NAME)
        self._others = Button(
            theme, language.say("Moved and retired"), role=ButtonRole.TOGGLE, icon="archive"
        )
        self._others.hide()
        self._add = plain_button(theme, language.say("Add"), icon="user-plus")
        self._head = PageHead(theme, language.say("People"), actions=[self._others, self._add])
        self.progress = ProgressStrip(theme, language)
        self.filters = FilterBar(theme, language, self.model)
        self._stack = QStackedWidget()
        self._fill_stack(theme)
        self._grey = QTimer(self, singleShot=True, interval=_GREY_AFTER_MS)
        self._lay_out()
        self._connect()

    # For the page

    def read_begins(self, reading: str) -> None:
        """The rows are old from now on; greyed where the new ones take longer than a blink."""
        self._reads = True
        self._grey.start()
        self.progress.start(reading, self._reading_words)

    def read_ends(self) -> None:
        """However it ended."""
        self._reads = False
        self._grey.stop()
        self.progress.stop()
        self.table.set_greyed(False)
        self._show_state()

    def names_stand(self) -> None:
        """The rows may be worked with, while more about them is read."""
        self._grey.stop()
        self.table.set_greyed(False)

    @property
    def judged(self) -> bool:
        """Whether more is known than who somebody is."""
        return not any(row.pending for row in self._serving[:1])

    def set_rows(self, serving: Sequence[PersonRow], left: Sequence[PersonRow]) -> None:
        """Everyone anew; who is chosen stays chosen, or whoever stands in the place now."""
        self._serving, self._left = serving, left
        self._read = self._as_read = True
        place = self.table.currentIndex().row()
        self._others.set_number(self._language.number(len(left)))
        self._others.setVisible(bool(left))
        if not left:
            self._others.setChecked(False)
        self._fill()
        if place >= 0 and self.model.rowCount() and self.table.current_row() is None:
            self.table.choose(self.model.key_at(min(place, self.model.rowCount() - 1)))

    def replace_row(self, row: PersonRow) -> bool:
        """Shows one row anew; False: it does not stand where it stood, all must be read."""
        known = next((one for one in self._group(row) if one.who.id == row.who.id), None)
        if known is None:
            return False
        if known != row:
            rows = [row if one.who.id == row.who.id else one for one in self._group(row)]
            self._serving, self._left = (rows, self._left) if row.serves else (self._serving, rows)
            self._as_read = False
            if row.serves or self._others.isChecked():
                self.model.replace_row(row.id, row)
                self.model.settle()
        return True

    def choose(self, person_id: int, *, clearing: bool = False) -> bool:
        """Brings a person into sight; `clearing` lifts what hides them."""
        if self.table.choose(person_id):
            return True
        if not clearing:
            return False
        if any(row.id == person_id for row in self._left):
            self._others.setChecked(True)
        self.filters.clear()
        return self.table.choose(person_id)

    def choose_first(self) -> None:
        """The first row, where none is chosen; the focus stays where it is."""
        if self.table.current_row() is None and self.model.rowCount():
            self.table.choose(self.model.key_at(0))

    def narrow_to(self, wanted: PeopleFilter) -> None:
        """Shows only whom another page asked for."""
        self._others.setChecked(False)
        self.filters.narrow_to(wanted)

    def verdicts_shown(self) -> Mapping[Verdict, int]:
        """The verdicts of the rows that search and filters let pass."""
        return verdicts_of(self.model.rows_shown())

    # Inside

    @Slot(object)
    def _take_sums(self, sums: Sums) -> None:
        self.sums = sums
        self.chosen.emit()

    def _group(self, row: PersonRow) -> Sequence[PersonRow]:
        return self._serving if row.serves else self._left

    @Slot()
    def _fill(self) -> None:
        others = self._left if self._others.isChecked() else ()
        by_name = self._as_read and not others
        self.model.set_rows([*self._serving, *others], NAME if by_name else None)

    @Slot()
    def _show_state(self) -> None:
        total, shown = self.model.total_count, self.model.filtered_count
        number = self._language.number
        if self.model.narrowed:
            text = self._language.say("{shown} of {total} people")
            self._head.set_facts(text.format(shown=number(shown), total=number(total)))
        else:
            self._head.set_facts(
                self._language.say_many("{count} person", "{count} people", total)
                if self._read
                else ""
            )
        if shown or not self._read:
            place = _TABLE
        else:
            missing = _READING if self._reads and not self.judged else _NOTHING_FOUND
            place = missing if self.model.narrowed else _EMPTY
        self._stack.setCurrentIndex(place)

    @Slot()
    def _grey_table(self) -> None:
        self.table.set_greyed(True)

    @Slot()
    def _open_columns(self) -> None:
        button = self.filters.columns
        menu = self.table.columns_menu()
        menu.popup(button.mapToGlobal(button.rect().bottomLeft()))

    def _reading_words(self, done: int, total: int) -> str:
        return self._language.say_many("{count} person read", "{count} people read", done)

    def _fill_stack(self, theme: Theme) -> None:
        say = self._language.say
        first = plain_button(theme, say("Add a person"), icon="user-plus")
        first.clicked.connect(self.add_asked)
        roster = primary_button(theme, say("Import a roster"), icon="file-input")
        roster.clicked.connect(self.import_asked)
        help_line = say("Import the list of people, or add one by one.")
        nobody = say("There is nobody yet")
        empty = EmptyState(theme, "users", nobody, help_line, roster, first)
        clear = plain_button(theme, say("Clear filters"), icon="x")
        clear.clicked.connect(self.filters.clear)
        nothing = EmptyState(theme, "search", say("Nothing matches"), "", clear)
        lift = plain_button(theme, say("Clear filters"), icon="x")
        lift.clicked.connect(self.filters.clear)
        for widget in (self.table, empty, nothing, reading_state(theme, self._language, lift)):
            self._stack.addWidget(widget)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head)
        column.addWidget(self.progress)
        column.addWidget(self.filters)
        column.addSpacing(9)
        column.addWidget(framed(self._stack), 1)

    def _connect(self) -> None:
        writes(self._add)
        self._add.clicked.connect(self.add_asked)
        self._others.toggled.connect(self._fill)
        self._grey.timeout.connect(self._grey_table)
        self.filters.search.entered.connect(self.table.go_to_first_row)
        self.filters.columns_asked.connect(self._open_columns)
        self.model.shown_changed.connect(self._show_state)
        # Told once after all of it: the selection follows the rows, the rows the filters.
        self.table.sums_changed.connect(self._take_sums)
        self.table.opened.connect(self.opened)


def verdicts_of(rows: Iterable[PersonRow]) -> Mapping[Verdict, int]:
    """How many of the rows have each verdict; rows without one are in none."""
    return Counter(row.stands.verdict for row in rows if row.stands.verdict is not None)


# A getter of C: 100,000 rows are asked at once.
_id = attrgetter("who.id")


def _search(row: PersonRow) -> str:
    return row.search
