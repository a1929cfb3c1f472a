"""A month in a head, a title or the name of a sheet: proposed as the date of the counts, never taken."""

from datetime import date

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.domain.fields import Field
from app.domain.said_day import said_day
from app.services.importing import SourceSheet
from app.ui.parts.buttons import Button, icon_button
from app.ui.parts.text import icon_label, label
from app.ui.theme.theme import Theme
from app.wording.language import Language

_FOLLOWERS = frozenset(field for field in Field if field.value.endswith("followers"))


class DayLine(QWidget):
    """Hidden where nothing is said, where it is so already, and after it was put away."""

    chosen = Signal(object)
    """The date that was proposed."""

    def __init__(self, theme: Theme, language: Language, today: date) -> None:
        super().__init__()
        self._language, self._today = language, today
        self._sheet: SourceSheet | None = None
        self._said: tuple[date, str] | None = None
        self._day = today
        self._away: set[str] = set()
        self._words = label(theme, font="small", tone="text_2")
        self._use = Button(theme, "", icon="calendar", small=True)
        away = icon_button(theme, "x", language.say("Keep the date of the counts"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(icon_label(theme, "circle-help", tone="warning_text"))
        row.addWidget(self._words)
        row.addWidget(self._use)
        row.addWidget(away)
        row.addStretch(1)
        self._use.clicked.connect(self._choose)
        away.clicked.connect(self._put_away)
        self.hide()

    def show_sheet(self, sheet: SourceSheet | None) -> None:
        """Look what this sheet says of the day of its counts."""
        self._sheet = sheet
        self._look()

    def show_day(self, day: date) -> None:
        """The date of the counts as it is."""
        self._day = day
        self._look()

    def _look(self) -> None:
        sheet, self._said = self._sheet, None
        if sheet is not None and sheet.chosen and Field.OBSERVED_ON not in sheet.layout.fields:
            undated = heads_without_day(sheet, self._day)
            if undated:
                of_counts = said_day("", undated, self._today)
                self._said = of_counts or said_day(sheet.layout.name, titles(sheet), self._today)
        self._show()

    def _show(self) -> None:
        said = self._said
        self.setVisible(said is not None and said[0] != self._day and said[1] not in self._away)
        if said is None:
            return
        words = self._language.say("“{title}”: were the counts taken then?")
        self._words.setText(words.format(title=said[1]))
        use = self._language.say("Use {date}")
        self._use.set_words(use.format(date=self._language.short_date(said[0])))

    @Slot()
    def _choose(self) -> None:
        if self._said is not None:
            self.chosen.emit(self._said[0])

    @Slot()
    def _put_away(self) -> None:
        if self._said is not None:
            self._away.add(self._said[1])
        self._show()


def titles(sheet: SourceSheet) -> list[str]:
    """What stands above the list."""
    header = sheet.layout.header
    above = sheet.head[: header.first] if header is not None else []
    return [cell for row in above for cell in row if isinstance(cell, str)]


def heads_without_day(sheet: SourceSheet, as_of: date) -> list[str]:
    """Of the columns whose counts are kept (of several months the newest is): no day for sure."""
    dated = sheet.days_of_counts(as_of)
    columns = (column for column in sheet.layout.columns if column.field in _FOLLOWERS)
    return [column.header for column in columns if column.index not in dated]
