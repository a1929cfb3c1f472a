"""The values of one column with their ticks, as a list that a person searches and ticks."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from app.ui.table.options import Option
from app.ui.theme.painting import paint_icon, paint_text
from app.ui.theme.theme import Theme
from app.wording.language import Language

_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_BOX = 15
_STATES = {0: Qt.CheckState.Unchecked, 1: Qt.CheckState.PartiallyChecked, 2: Qt.CheckState.Checked}


class ValueList(QAbstractListModel):
    """Row 0 is "all of these"; below it one row for each value that the search finds."""

    def __init__(
        self,
        language: Language,
        values: Sequence[tuple[str, int]],
        chosen: frozenset[str] | None,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._language = language
        self._values = values
        self._found = list(values)
        self._ticked = {text for text, _ in values if chosen is None or text in chosen}

    def search(self, words: str) -> None:
        """Show only the values that contain `words`."""
        self.beginResetModel()
        lowered = words.lower().strip()
        self._found = [value for value in self._values if lowered in value[0].lower()]
        self.endResetModel()

    def toggle(self, place: int) -> None:
        """Tick or untick a row; row 0 does it for all that are found."""
        if place == 0:
            found = {text for text, _ in self._found}
            if found <= self._ticked:
                self._ticked -= found
            else:
                self._ticked |= found
        else:
            self._ticked ^= {self._found[place - 1][0]}
        self.dataChanged.emit(self.index(0), self.index(len(self._found)))

    @property
    def chosen(self) -> frozenset[str] | None:
        """What is ticked among the found; None when that is simply everything."""
        chosen = frozenset(text for text, _ in self._found if text in self._ticked)
        return None if len(chosen) == len(self._values) else chosen

    def text_at(self, place: int) -> str:
        """The words of a row."""
        if place == 0:
            return self._language.say("All")
        return self._found[place - 1][0] or self._language.say("(empty)")

    def count_at(self, place: int) -> str:
        """The number of rows with that value."""
        counts = (count for _, count in self._found) if place == 0 else (self._found[place - 1][1],)
        return self._language.number(sum(counts))

    def state_at(self, place: int) -> Qt.CheckState:
        """The tick of a row; "all" may be ticked in part."""
        if place > 0:
            return _STATES[2 * (self._found[place - 1][0] in self._ticked)]
        ticked = sum(text in self._ticked for text, _ in self._found)
        if ticked == 0:
            return _STATES[0]
        return _STATES[2] if ticked == len(self._found) else _STATES[1]

    @override
    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._found) + 1

    @override
    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.DisplayRole:
            return self.text_at(index.row())
        if role == Qt.ItemDataRole.CheckStateRole:
            return self.state_at(index.row())
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{self.text_at(index.row())}: {self.count_at(index.row())}"
        return None


class ValueDelegate(QStyledItemDelegate):
    """A box with its tick, the value, and its number at the right."""

    def __init__(self, theme: Theme, values: ValueList, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme
        self._values = values

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        drawn = Option(option)
        if drawn.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(drawn.rect, self._theme.colour("selection"))
        box = QRect(drawn.rect.left() + 10, drawn.rect.center().y() - _BOX // 2, _BOX, _BOX)
        self._paint_box(painter, box, self._values.state_at(index.row()))
        count = self._values.count_at(index.row())
        room = drawn.rect.adjusted(34, 0, -10, 0)
        right = Qt.AlignmentFlag.AlignRight
        paint_text(painter, self._theme, room, count, font="small", tone="text_2", align=right)
        taken = self._theme.metrics("small").horizontalAdvance(count)
        paint_text(
            painter,
            self._theme,
            room.adjusted(0, 0, -taken - 8, 0),
            self._values.text_at(index.row()),
        )

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(180, 28)

    def _paint_box(self, painter: QPainter, box: QRect, state: Qt.CheckState) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        empty = state is Qt.CheckState.Unchecked
        ground, line = ("surface", "border_strong") if empty else ("accent", "accent")
        painter.setBrush(self._theme.colour(ground))
        painter.setPen(QPen(self._theme.colour(line), 1))
        painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
        if not empty:
            icon = "check" if state is Qt.CheckState.Checked else "minus"
            paint_icon(painter, self._theme, icon, "on_accent", box.adjusted(2, 2, -2, -2))
        painter.restore()
