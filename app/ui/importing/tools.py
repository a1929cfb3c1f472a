"""The row above the sheet: which sheets are read, where the header stands, the date of counts."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QDate, QSignalBlocker, Signal, Slot
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from app.ui.importing.day_line import DayLine
from app.ui.importing.findings import OpenedSheet
from app.ui.importing.sheet_chips import ChipWords
from app.ui.importing.sheet_list import SheetList
from app.ui.importing.sheet_words import rows_text
from app.ui.importing.unit_line import UnitLine
from app.ui.parts.dates import date_field
from app.ui.parts.text import label
from app.ui.theme.theme import Theme
from app.wording.language import Language


class SheetTools(QWidget):
    """Says what was chosen; shows what is so."""

    sheet_shown = Signal(object)
    sheet_chosen = Signal(object, bool)
    header_chosen = Signal(int, int)
    """First and last row of the header, 1-based."""
    no_header_chosen = Signal()
    """Nothing heads the columns."""
    day_chosen = Signal(object)
    """The date of the counts."""
    unit_chosen = Signal(str)
    """Whose list the sheet is that is shown."""

    def __init__(
        self, theme: Theme, language: Language, today: date, day: date, extra: QWidget
    ) -> None:
        """`extra` stands at the right end: the button of the drawer."""
        super().__init__()
        say = language.say
        self._none = say("no row")
        self._sheets = SheetList(theme, language)
        self._header = QComboBox()
        self._header.setAccessibleName(say("Header rows"))
        self._header.setToolTip(
            say("The rows with the column headings. A click on a row's number chooses it too.")
        )
        self._day = date_field(language, day)
        self._day.setAccessibleName(say("Date of the counts"))
        self._day.setToolTip(say("For counts without a date of their own in the file."))
        self._said_day = DayLine(theme, language, today)
        self._dress_day(today, day)
        self._choices: Sequence[tuple[int, int]] = ()
        self._unit = UnitLine(theme, language)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._sheets, 1)
        for words, field in (
            (say("Header rows"), self._header),
            (say("Date of the counts"), self._day),
        ):
            name = label(theme, words, font="small", tone="text_2")
            name.setBuddy(field)
            row.addSpacing(4)
            row.addWidget(name)
            row.addWidget(field)
        row.addWidget(extra)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(row)
        column.addWidget(self._said_day)
        column.addWidget(self._unit)
        self._sheets.shown.connect(self.sheet_shown)
        self._sheets.chosen.connect(self.sheet_chosen)
        self._unit.chosen.connect(self.unit_chosen)
        self._said_day.chosen.connect(self.day_chosen)
        self._header.activated.connect(self._choose_header)
        self._day.dateChanged.connect(self._choose_day)

    def show_sheets(self, words: Sequence[ChipWords], front: OpenedSheet | None) -> None:
        """The chips of the sheets."""
        self._sheets.show_sheets(words, front)

    def show_header(self, choices: Sequence[tuple[int, int]], *, known: bool, none: bool) -> None:
        """The rows that can be the header; the first choice is so, where a header is `known`.

        `none`: the list has no headings, which is the last choice.
        """
        self._choices = choices
        self._header.clear()
        for first, last in choices:
            self._header.addItem(rows_text(first, last))
        self._header.addItem(self._none)
        self._header.setCurrentIndex(0 if known else len(choices) if none else -1)

    def show_unit(self, sheet: OpenedSheet | None) -> None:
        """Whose list it is, where no column says it, and the day that its title speaks of."""
        for part in (self._unit, self._said_day):
            part.show_sheet(sheet.sheet if sheet is not None else None)

    def show_day(self, day: date) -> None:
        """The date of the counts."""
        self._said_day.show_day(day)
        blocker = QSignalBlocker(self._day)
        self._day.setDate(QDate(day.year, day.month, day.day))
        blocker.unblock()

    def _dress_day(self, today: date, day: date) -> None:
        # A date is taken when it is complete, not at each digit: every change plans again.
        self._day.setKeyboardTracking(False)
        self._day.setMaximumDate(QDate(today.year, today.month, today.day))
        self._day.setMinimumWidth(126)
        self.show_day(day)

    @Slot(int)
    def _choose_header(self, place: int) -> None:
        if place < len(self._choices):
            self.header_chosen.emit(*self._choices[place])
        else:
            self.no_header_chosen.emit()

    @Slot(QDate)
    def _choose_day(self, day: QDate) -> None:
        self.day_chosen.emit(date(day.year(), day.month(), day.day()))
