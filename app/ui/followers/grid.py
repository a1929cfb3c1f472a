"""The grid itself: shows rows, hands typed cells on, never takes a text out of a hand."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from itertools import islice

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QAbstractItemDelegate, QLineEdit

from app.domain.platform import RECORDED, Platform
from app.services.checking import Place
from app.services.recording import Entry
from app.ui.fetching.scope import FetchScope
from app.ui.followers.columns import followers_columns
from app.ui.followers.marks import EvidenceMarks
from app.ui.followers.rows import CountCell, FollowersRow
from app.ui.table.column import CellEdit
from app.ui.table.memory import TableMemory
from app.ui.table.model import TableModel
from app.ui.table.view import Purpose, TableView
from app.ui.theme.theme import Theme
from app.wording.language import Language

_FIRST = RECORDED[0].value
_PLATFORMS = frozenset(platform.value for platform in RECORDED)
_PAUSE_MS = 80
"""The numbers in the heads follow once typing rests: they walk through all rows."""


class FollowersGrid(QObject):
    """`view` is what the page shows, `model` what it filters and counts."""

    typed = Signal(object)
    """A list of Entry: one act of the person."""
    reached = Signal()
    """Another cell is under the cursor."""
    released = Signal()
    """No cell is being typed into any more."""

    def __init__(
        self, theme: Theme, language: Language, memory: TableMemory, today: date, parent: QObject
    ) -> None:
        super().__init__(parent)
        self.marks = EvidenceMarks(today)
        columns = followers_columns(language, self.marks)
        self.model: TableModel[FollowersRow] = TableModel(
            columns, _id, search_text=_search, edit=self._hand_on
        )
        self.view: TableView[FollowersRow] = TableView(
            theme,
            language,
            self.model,
            name=language.say("Followers by person and platform"),
            key="followers",
            memory=memory,
            purpose=Purpose.EDIT,
            keeps_filters=True,
        )
        self._arrived: dict[int, FollowersRow] = {}
        self._unlocked_by_counts = False
        self._timer = QTimer(self, singleShot=True, interval=0)
        self._timer.timeout.connect(self._settle)
        self._language = language
        self._count_timer = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._count_timer.timeout.connect(self._count)
        self.model.shown_changed.connect(self._count_timer.start)
        self.view.selectionModel().currentChanged.connect(self._reach)
        self.view.itemDelegate().closeEditor.connect(self._editor_closed)

    @property
    def is_typed_into(self) -> bool:
        """Whether an editor is open: new rows would take the text out of it."""
        return self.view.is_typed_into

    @property
    def current_place(self) -> Place | None:
        """Whose count on which platform is under the cursor; None: neither."""
        row, index = self.view.current_row(), self.view.currentIndex()
        if row is None:
            return None
        key = self.model.column_at(index.column()).key
        return (row.id, Platform(key)) if key in _PLATFORMS else None

    def fetch_scope(self) -> FetchScope:
        """Those who are selected, where that is a choice, and those whom the filters leave."""
        selected = tuple(row.id for row in self.view.selected_rows())
        shown = tuple(row.id for row in self.model.rows_shown()) if self.model.narrowed else None
        return FetchScope(shown, selected if len(selected) > 1 else None)

    def cell_at(self, place: Place) -> CountCell | None:
        """What is known there; None where the person is not shown."""
        found = self.model.find(place[0])
        return None if found is None else self.model.row_at(found).cell(place[1])

    def name_of(self, person_id: int) -> str:
        """The name of a person who is shown; else nothing."""
        found = self.model.find(person_id)
        return "" if found is None else self.model.row_at(found).name

    def names_of(self, people: Iterable[int]) -> dict[int, str]:
        """The names of people in the grid by id, also of those whom a filter hides."""
        rows = map(self.model.row_of, people)
        return {row.id: row.name for row in rows if row is not None}

    def mark_odd(self, rows: Iterable[FollowersRow]) -> None:
        """Show which counts are odd, except in rows that changed since they were looked at."""
        for row in rows:
            place = self.model.find(row.id)
            shown = None if place is None else self.model.row_at(place)
            if shown is not None and shown.is_like(row):
                self.show_anew([row])

    def forget_doubt(self, place: Place) -> None:
        """A count was said to be right."""
        found = self.model.find(place[0])
        if found is not None:
            self.show_anew([self.model.row_at(found).without_doubt(place[1])])

    def show_names(self, rows: Sequence[FollowersRow]) -> None:
        """Show who there is; nothing is typed into cells whose counts are not read yet."""
        self.show_rows(rows)
        self._unlocked_by_counts = not self.model.locked
        self.model.set_locked(True)
        self.view.set_greyed(False)

    def show_rows(self, rows: Sequence[FollowersRow]) -> None:
        """Show other rows; the cursor stays on its person."""
        if self._unlocked_by_counts:
            self._unlocked_by_counts = False
            self.model.set_locked(False)
        self._arrived.clear()
        self.model.set_rows(rows)
        if not self.view.currentIndex().isValid():
            self.go_to_first_cell()

    def show_anew(self, rows: Iterable[FollowersRow]) -> None:
        """Show single rows as they are now; one that is typed into waits until it is left."""
        self._arrived |= {row.id: row for row in rows if self.model.row_of(row.id) is not None}
        self._settle()

    def mark(self, days: Mapping[tuple[int, Platform], set[date]]) -> None:
        """Of which days there is evidence, by account."""
        self.marks.days = days
        self.view.viewport().update()

    def show_old(self, entries: Iterable[Entry]) -> None:
        """Show cells as they were before something was typed into them."""
        for entry in entries:
            self.model.forget_pending(entry.person_id, entry.platform.value)

    def commit(self) -> None:
        """Hand on the text of an open editor, as leaving it would."""
        for editor in self.view.viewport().findChildren(QLineEdit):
            if editor.isVisible():
                self.view.commitData(editor)
                self.view.closeEditor(editor, QAbstractItemDelegate.EndEditHint.NoHint)

    def go_to(self, person_id: int, platform: Platform | None = None) -> bool:
        """Put the cursor on a cell; False where the person is not shown."""
        place = self.model.find(person_id)
        if place is None:
            return False
        column = self.model.place_of(platform.value if platform is not None else _FIRST)
        index = self.model.index(place, column)
        self.view.setCurrentIndex(index)
        self.view.scrollTo(index)
        return True

    def go_to_first_cell(self) -> None:
        """The cursor's place before anybody chose one."""
        if self.model.rowCount():
            self.view.setCurrentIndex(self.model.index(0, self.model.place_of(_FIRST)))

    @Slot()
    def _reach(self) -> None:
        self.reached.emit()

    @Slot()
    def _editor_closed(self) -> None:
        # Qt is still closing it; and the next cell's editor may open at once.
        self._timer.start()

    @Slot()
    def _settle(self) -> None:
        """Show what arrived meanwhile, except where an editor is open."""
        held = self._row_typed_into()
        for person_id in [one for one in self._arrived if one != held]:
            self.model.replace_row(person_id, self._arrived.pop(person_id))
        if held is None:
            self.released.emit()

    @Slot()
    def _count(self) -> None:
        """Say in each head how many of the people shown are filled in."""
        if any(row.pending for row in islice(self.model.rows_shown(), 1)):
            return
        alike = Counter(row.marks.filled for row in self.model.rows_shown())
        filled = [sum(alike[one] for one in alike if one[at]) for at in range(len(RECORDED))]
        shown = self._language.number(self.model.filtered_count)
        for platform, number in zip(RECORDED, filled, strict=True):
            note = f"{self._language.number(number)}/{shown}"
            self.model.set_heading_note(platform.value, note)

    def _row_typed_into(self) -> int | None:
        row = self.view.current_row() if self.is_typed_into else None
        return None if row is None else row.id

    def _hand_on(self, edits: Sequence[CellEdit[FollowersRow]]) -> None:
        self.typed.emit([Entry(e.row.id, Platform(e.column), e.text) for e in edits])


def _id(row: FollowersRow) -> int:
    return row.id


def _search(row: FollowersRow) -> str:
    return row.search
