"""Above the grid: the search, the filters that are on, some quick ones, and the legend."""

from itertools import islice

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget
from typing_extensions import override

from app.ui.followers.columns import DUE, ODD, STALE, WAITING, YES
from app.ui.followers.older import OlderThan
from app.ui.followers.rows import FollowersRow
from app.ui.parts.buttons import Button, ButtonRole
from app.ui.parts.fields import SearchField
from app.ui.parts.flow import FlowBox
from app.ui.parts.text import label
from app.ui.table.filter_chips import FilterChips
from app.ui.table.model import TableModel
from app.ui.theme.theme import Theme
from app.wording.language import Language

DAYS = 90
"""A count is old after these, where neither the rule nor the clerk says another number."""

_SEARCH_WIDTH = 232
_ROOM_FOR_LEGEND = 1000
_PAUSE_MS = 80
"""Numbers follow once the typing in the search rests: each walks through all rows."""


class FollowersFilters(QWidget):
    """Speaks to the model itself."""

    left = Signal()
    """A filter was taken away: the focus has lost its place."""

    def __init__(self, theme: Theme, language: Language, model: TableModel[FollowersRow]) -> None:
        super().__init__()
        self._theme = theme
        self._language = language
        self._model = model
        self._days = DAYS
        self.search = SearchField(theme, language.say("Search name or account"), _SEARCH_WIDTH)
        self.older = OlderThan(theme, language)
        self.waiting = self._toggle(language.say("Not filled"), "circle-dashed", "text_2")
        self.due = self._toggle(language.say("To update this month"), "calendar", "text_2")
        self.odd = self._toggle(language.say("To check"), "triangle-alert", "warning_text")
        self._quick = {
            self.older.button: STALE,
            self.waiting: WAITING,
            self.due: DUE,
            self.odd: ODD,
        }
        self._legend = QWidget()
        self._legend_row = QHBoxLayout(self._legend)
        self._legend_row.setContentsMargins(0, 0, 0, 0)
        self._legend_row.setSpacing(14)
        left = FlowBox()
        for part in (self.search, self.older, self.waiting, self.due, self.odd):
            left.flow.addWidget(part)
        self._chips = FilterChips(theme, language, model, left.flow, self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(left, 1)
        row.addWidget(self._legend)
        self._timer = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._connect()
        self.odd.hide()
        self._write_legend()

    def set_days(self, days: int) -> None:
        """From how many days on a count is old."""
        self._days = days
        self.older.set_days(days)
        self._write_legend()

    def show_due(self) -> None:
        """Only who has to be counted again this month."""
        self.clear()
        self.due.setChecked(True)

    def _toggle(self, words: str, icon: str, tone: str) -> Button:
        return Button(self._theme, words, role=ButtonRole.TOGGLE, icon=icon, icon_tone=tone)

    @Slot()
    def clear(self) -> None:
        """Lift the search and every filter."""
        self.search.clear()
        self._model.clear_filters()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._legend.setVisible(self.width() >= _ROOM_FOR_LEGEND)

    def _connect(self) -> None:
        self.search.textChanged.connect(self._model.search)
        for button in self._quick:
            button.toggled.connect(self._filter)
        self._chips.removed.connect(self.left)
        self._model.filters_changed.connect(self._follow)
        self._model.shown_changed.connect(self._timer.start)
        self._timer.timeout.connect(self._count)

    @Slot(bool)
    def _filter(self, on: bool) -> None:
        button = self.sender()
        if isinstance(button, Button) and button in self._quick:
            self._model.set_filter(self._quick[button], frozenset({YES}) if on else None)

    @Slot()
    def _follow(self) -> None:
        """Filters may have been lifted elsewhere."""
        for button, column in self._quick.items():
            button.blockSignals(True)
            button.setChecked(column in self._model.filters)
            button.blockSignals(False)

    @Slot()
    def _count(self) -> None:
        if any(row.pending for row in islice(self._model.rows_shown(), 1)):
            return  # the counts are being read
        for button, column in self._quick.items():
            found = dict(self._model.values(column)).get(YES, 0)
            button.set_number(self._language.number(found))
            if button is self.odd:
                button.setVisible(bool(found) or button.isChecked())

    def _write_legend(self) -> None:
        while (item := self._legend_row.takeAt(0)) is not None:
            widget: QWidget | None = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        say = self._language.say
        rounded = QWidget()
        row = QHBoxLayout(rounded)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(label(self._theme, "≈", tone="text_2"))
        row.addWidget(label(self._theme, say("rounded"), font="small", tone="text_2"))
        self._legend_row.addWidget(rounded)
