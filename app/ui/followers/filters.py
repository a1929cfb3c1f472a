"""Above the grid: the search, the filters that are on, two quick ones, and the legend."""

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget
from typing_extensions import override

from app.ui.followers.columns import STALE, WAITING, YES
from app.ui.followers.rows import FollowersRow
from app.ui.parts.buttons import Button, ButtonRole
from app.ui.parts.fields import SearchField, legend
from app.ui.parts.flow import FlowLayout
from app.ui.parts.text import label
from app.ui.table.filter_chips import FilterChips
from app.ui.table.model import TableModel
from app.ui.theme.theme import Theme
from app.wording.language import Language

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
        self._limit: int | None = None
        self.search = SearchField(theme, language.say("Search name or account"), _SEARCH_WIDTH)
        toggle = ButtonRole.TOGGLE
        self.stale = Button(theme, "", role=toggle, icon="clock", icon_tone="stale_text")
        self.waiting = Button(theme, language.say("Not filled"), role=toggle, icon="circle-dashed")
        self._legend = QWidget()
        self._legend_row = QHBoxLayout(self._legend)
        self._legend_row.setContentsMargins(0, 0, 0, 0)
        self._legend_row.setSpacing(14)
        left = QWidget()
        flow = FlowLayout(left)
        for part in (self.search, self.stale, self.waiting):
            flow.addWidget(part)
        self._chips = FilterChips(theme, language, model, flow, self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(left, 1)
        row.addWidget(self._legend)
        self._timer = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._connect()
        self.stale.hide()
        self._write_legend()

    def set_age_limit(self, days: int | None) -> None:
        """Without a limit, no count is too old: there is nothing to filter by."""
        if days == self._limit:
            return
        self._limit = days
        if days is not None:
            self.stale.set_words(self._older(days))
        elif self.stale.isChecked():
            self.stale.click()
        self.stale.setVisible(days is not None)
        self._write_legend()

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
        self.stale.toggled.connect(self._filter_stale)
        self.waiting.toggled.connect(self._filter_waiting)
        self._chips.removed.connect(self.left)
        self._model.filters_changed.connect(self._follow)
        self._model.shown_changed.connect(self._timer.start)
        self._timer.timeout.connect(self._count)

    @Slot(bool)
    def _filter_stale(self, on: bool) -> None:
        self._model.set_filter(STALE, frozenset({YES}) if on else None)

    @Slot(bool)
    def _filter_waiting(self, on: bool) -> None:
        self._model.set_filter(WAITING, frozenset({YES}) if on else None)

    @Slot()
    def _follow(self) -> None:
        """Filters may have been lifted elsewhere."""
        for button, column in ((self.stale, STALE), (self.waiting, WAITING)):
            button.blockSignals(True)
            button.setChecked(column in self._model.filters)
            button.blockSignals(False)

    @Slot()
    def _count(self) -> None:
        for button, column in ((self.stale, STALE), (self.waiting, WAITING)):
            found = dict(self._model.values(column)).get(YES, 0)
            button.set_number(self._language.number(found))

    def _older(self, days: int) -> str:
        return self._language.say_many(
            "More than {count} day old", "More than {count} days old", days
        )

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
        if self._limit is not None:
            words = self._older(self._limit)
            old = legend(self._theme, "clock", words[:1].lower() + words[1:], tone="stale_text")
            self._legend_row.addWidget(old)
