"""What narrows the sheet in front: outcomes, one kind to check, words, values of a column."""

from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import QObject, QPoint, Signal, Slot
from PySide6.QtWidgets import QStackedWidget

from app.domain.roster import Outcome
from app.ui.importing.concerns_panel import ConcernsPanel
from app.ui.importing.findings import Finding, Group, OpenedSheet
from app.ui.importing.grid import SheetGrid
from app.ui.importing.outcome_bar import OutcomeBar
from app.ui.importing.picture import SheetPicture
from app.ui.importing.row_filter import Filter, Texts, rows_in_view
from app.ui.importing.work import ImportWork
from app.ui.parts.side import SidePanel
from app.ui.table.filter_popup import FilterPopup
from app.ui.table.find_line import FindLine
from app.ui.theme.theme import Theme
from app.wording.language import Language


class RowsInView(QObject):
    """One thing narrows at a time; words and values are one together."""

    shown_changed = Signal()
    """Other rows are in view."""

    def __init__(
        self,
        theme: Theme,
        language: Language,
        work: ImportWork,
        grid: SheetGrid,
        bar: OutcomeBar,
        panel: ConcernsPanel,
        stack: QStackedWidget,
        side: SidePanel,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._theme, self._language, self._work = theme, language, work
        self._grid, self._bar, self._panel = grid, bar, panel
        self._stack, self._side = stack, side
        self._filter: Filter = None
        self._goal: Finding | None = None
        self._column = 0
        self._picture: SheetPicture | None = None
        self.find = FindLine(theme, language)
        self.find.searched.connect(self._search)
        self.find.left.connect(grid.setFocus)
        bar.filtered.connect(self._show_outcomes)
        panel.only_asked.connect(self._show_group)
        panel.reached.connect(self.reach)
        grid.left_filter.connect(self.end)
        grid.values_asked.connect(self._list_values)

    def forget(self) -> None:
        """Other files."""
        self._filter = self._picture = None
        self.find.forget()

    def look_at(self, picture: SheetPicture) -> None:
        """Words and values are looked for in what is painted."""
        self._picture = picture

    def forget_group(self) -> None:
        """The group is another one in another plan."""
        if isinstance(self._filter, Group):
            self._filter = None

    @Slot()
    def end(self) -> None:
        """All rows."""
        self._filter = None
        self.find.forget()
        self.refilter()
        self._grid.setFocus()

    @Slot(object)
    def reach(self, finding: Finding) -> None:
        """Put the cursor on a finding, also in another sheet and behind a filter; the keys follow."""
        if finding.sheet is not self._work.shown:
            self._goal = finding
            self._set(None)
            self._work.show_sheet(finding.sheet)
            return
        if not self._grid.go_to(finding.row, finding.column):
            self._set(None)
            self._grid.go_to(finding.row, finding.column)
        self._side.close_drawer()
        self._grid.setFocus()

    def go_to_stop(self, *, forward: bool) -> None:
        """The next row that needs a look."""
        if self._work.shown is None:
            return
        row = self._grid.current_row
        finding = self._panel.next_stop(self._work.shown, row, forward=forward)
        if finding is not None:
            self.reach(finding)

    def refilter(self) -> None:
        """Show the rows again that are wanted, of the sheet that is shown."""
        wanted, shown = self._filter, self._work.shown
        self._bar.show_filter(wanted if isinstance(wanted, frozenset) else None)
        self._panel.show_filter(wanted if isinstance(wanted, Group) else None)
        rows = None if wanted is None or shown is None else self._wanted(shown)
        self._stack.setCurrentIndex(0 if rows is None or rows else 1)
        self._grid.show_only(rows)
        goal, self._goal = self._goal, None
        if goal is not None and goal.sheet is shown:
            self.reach(goal)
        self.shown_changed.emit()

    def _set(self, wanted: Filter) -> None:
        if not isinstance(wanted, Texts):
            self.find.forget()
        self._filter = wanted
        shown = self._work.shown
        elsewhere = wanted is not None and not isinstance(wanted, Texts)
        if elsewhere and shown is not None and not self._wanted(shown):
            # Nothing here, but perhaps in another sheet.
            other = next((one for one in self._work.sheets if self._wanted(one)), None)
            if other is not None:
                self._work.show_sheet(other)
                return
        self.refilter()

    def _wanted(self, sheet: OpenedSheet) -> Sequence[int]:
        if isinstance(self._filter, Texts):
            return self._filter.rows(self._picture) if self._picture is not None else []
        return rows_in_view(self._work.prepared, self._filter, sheet)

    @Slot(object)
    def _show_outcomes(self, outcomes: frozenset[Outcome] | None) -> None:
        self._set(outcomes)

    @Slot(object, bool)
    def _show_group(self, group: Group, pressed: bool) -> None:
        self._set(group if pressed else None)

    # Words and values

    @property
    def _texts(self) -> Texts:
        return self._filter if isinstance(self._filter, Texts) else Texts()

    def _narrow(self, texts: Texts) -> None:
        self._set(texts if texts.words.strip() or texts.values else None)

    @Slot(str)
    def _search(self, words: str) -> None:
        if words != self._texts.words:
            self._narrow(Texts(words, self._texts.values))

    @Slot(int, QPoint)
    def _list_values(self, column: int, where: QPoint) -> None:
        """The values of a column below its head, as in every table."""
        picture = self._picture
        if picture is None:
            return
        others = {at: texts for at, texts in self._texts.values.items() if at != column}
        rows = Texts(self._texts.words, others).rows(picture)
        counts = Counter(picture.text(row, column) for row in rows)
        values = sorted(counts.items(), key=_by_value)
        chosen = self._texts.values.get(column)
        heading = picture.heading(column)
        popup = FilterPopup(
            self._theme, self._language, heading, values, chosen, self._grid, sortable=False
        )
        self._column = column
        popup.applied.connect(self._apply_values)
        popup.move(where)
        popup.show()

    @Slot(object)
    def _apply_values(self, texts: frozenset[str] | None) -> None:
        values = {at: one for at, one in self._texts.values.items() if at != self._column}
        if texts is not None:
            values[self._column] = texts
        self._narrow(Texts(self._texts.words, values))


def _by_value(value: tuple[str, int]) -> tuple[bool, bool, int, str]:
    """Numbers by size before words by letter; what is empty stands last."""
    text = value[0]
    number = text.isascii() and text.isdecimal()
    return not text, not number, int(text) if number else 0, text.casefold()
