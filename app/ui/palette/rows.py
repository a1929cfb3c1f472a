"""The rows of the palette: words, their page, their keys, or why it cannot be done now."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from app.ui.palette.command import Command
from app.ui.table.options import Option
from app.ui.theme.painting import paint_icon, paint_text
from app.ui.theme.theme import Theme

HEIGHT = 34
_PADDING = 14
_GAP = 10
_SIGN = 14

_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class CommandRows(QAbstractListModel):
    """What was found, the best first."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._commands: Sequence[Command] = ()

    def show(self, commands: Sequence[Command]) -> None:
        """Other rows."""
        self.beginResetModel()
        self._commands = commands
        self.endResetModel()

    def at(self, row: int) -> Command:
        """The command of a row."""
        return self._commands[row]

    @override
    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._commands)

    @override
    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        command = self._commands[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return command.words
        if role == Qt.ItemDataRole.ToolTipRole:
            return command.reason or None
        if role == Qt.ItemDataRole.AccessibleTextRole:
            parts = (command.words, command.where, command.keys, command.reason)
            return ", ".join(filter(None, parts))
        return None


class CommandDelegate(QStyledItemDelegate):
    """Words first and whole; the rest gives way to them."""

    def __init__(self, theme: Theme, rows: CommandRows, parent: QObject) -> None:
        super().__init__(parent)
        self._theme, self._rows = theme, rows

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        drawn, command = Option(option), self._rows.at(index.row())
        painter.save()
        if drawn.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(drawn.rect, self._theme.colour("selection"))
            bar = drawn.rect.adjusted(0, 0, 3 - drawn.rect.width(), 0)
            painter.fillRect(bar, self._theme.colour("accent"))
        room = drawn.rect.adjusted(_PADDING, 0, -_PADDING, 0)
        if command.keys:
            room.setRight(room.right() - self._paint_keys(painter, room, command.keys) - _GAP)
        if not command.possible:
            top = room.center().y() - _SIGN // 2 + 1
            sign = QRect(room.left(), top, _SIGN, _SIGN)
            paint_icon(painter, self._theme, "circle-slash", "text_3", sign)
            room.setLeft(room.left() + _SIGN + 6)
        tone = "text" if command.possible else "text_3"
        paint_text(painter, self._theme, room, command.words, font="body_medium", tone=tone)
        taken = self._theme.metrics("body_medium").horizontalAdvance(command.words)
        room.setLeft(room.left() + taken + _GAP)
        beside = command.reason or command.where
        if room.width() > 2 * _PADDING:
            paint_text(painter, self._theme, room, beside, font="small", tone="text_2")
        painter.restore()

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(200, HEIGHT)

    def _paint_keys(self, painter: QPainter, room: QRect, keys: str) -> int:
        wide = self._theme.metrics("tiny_medium").horizontalAdvance(keys) + 12
        box = room.adjusted(room.width() - wide, 8, 0, -8)
        painter.setPen(QPen(self._theme.colour("border_strong"), 1))
        painter.setBrush(self._theme.colour("surface_2"))
        painter.drawRoundedRect(box, 4, 4)
        middle = Qt.AlignmentFlag.AlignHCenter
        paint_text(painter, self._theme, box, keys, font="tiny_medium", tone="text_2", align=middle)
        return wide
