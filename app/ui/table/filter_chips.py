"""The filters of a table that are on, as chips that can be taken away."""

from typing import Any

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from app.ui.parts.chips import FilterChip
from app.ui.parts.flow import FlowLayout
from app.ui.table.column import Column
from app.ui.table.model import TableModel
from app.ui.theme.theme import Theme
from app.wording.language import Language

_LONGEST = 36
_BETWEEN = ", "
"""Between the words of a cell that names several things."""


class FilterChips(QObject):
    """Keeps one chip in `flow` for each filtered column; columns without a heading have none."""

    removed = Signal()
    """A person took a chip away: the focus needs another place."""

    def __init__(
        self,
        theme: Theme,
        language: Language,
        model: TableModel[Any],
        flow: FlowLayout,
        parent: QWidget,
        *,
        shown_elsewhere: frozenset[str] = frozenset(),
    ) -> None:
        """`shown_elsewhere`: columns of which a filter by one value has a button of its own."""
        super().__init__(parent)
        self._elsewhere = shown_elsewhere
        self._theme = theme
        self._language = language
        self._model = model
        self._flow = flow
        self._chips: dict[FilterChip, str] = {}
        model.filters_changed.connect(self._show)
        self._show()

    def chips(self) -> list[FilterChip]:
        """The chips that can be pressed now."""
        return list(self._chips)

    @Slot()
    def _show(self) -> None:
        for chip in self._chips:
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self._chips.clear()
        for column in self._model.columns:
            texts = self._model.filters.get(column.key)
            if texts is None or not column.heading:
                continue
            if len(texts) != 1 or column.key not in self._elsewhere:
                self._add(column, texts)
        self._flow.invalidate()

    def _add(self, column: Column[Any], texts: frozenset[str]) -> None:
        common = self._common(column.key, texts)
        if len(texts) == 1:
            value = next(iter(texts)) or self._language.say("(empty)")
        elif common:
            value = common
        else:
            value = self._language.say_many("{count} value", "{count} values", len(texts))
        words = self._language.say("{column}: {value}").format(column=column.heading, value=value)
        short = words if len(words) <= _LONGEST else f"{words[: _LONGEST - 1].rstrip()}…"
        chip = FilterChip(self._theme, self._language, short)
        self._chips[chip] = column.key
        chip.removed.connect(self._remove)
        self._flow.addWidget(chip)

    def _common(self, key: str, texts: frozenset[str]) -> str:
        """The one word of a list that just these texts have, as a platform among several."""
        words = [frozenset(text.split(_BETWEEN)) for text in texts]
        shared = words[0].intersection(*words) if words else frozenset[str]()
        if not any(shared):
            return ""
        every = [text for text, _ in self._model.values(key)]
        for word in sorted(filter(None, shared)):
            if all(text in texts for text in every if word in text.split(_BETWEEN)):
                return word
        return ""

    @Slot()
    def _remove(self) -> None:
        chip = self.sender()
        if isinstance(chip, FilterChip) and chip in self._chips:
            self._model.set_filter(self._chips[chip], None)
            self.removed.emit()
