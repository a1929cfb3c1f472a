"""Paints every kind of cell from its look, and opens the one-line editor."""

from typing import Any

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtCore import Signal as QtSignal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
    QWidget,
)
from typing_extensions import override

from app.ui.table.cells import look_width, paint_look
from app.ui.table.column import Align
from app.ui.table.model import TableModel
from app.ui.table.moves import Move, fills, move_of
from app.ui.table.options import Option
from app.ui.theme.theme import Theme

_Index = QModelIndex | QPersistentModelIndex
_SELECTED = QStyle.StateFlag.State_Selected
_FOCUS = QStyle.StateFlag.State_HasFocus
_ALTERNATE = QStyleOptionViewItem.ViewItemFeature.Alternate
_MIDDLE = Qt.AlignmentFlag.AlignVCenter
_PADDING = 8


class CellDelegate(QStyledItemDelegate):
    """One for all columns: what a cell looks like is a value, not a class."""

    left_editor = QtSignal(Move)
    filled = QtSignal(str)
    """Ctrl+Enter in the editor: the typed text is for every selected cell, as one act."""

    def __init__(
        self, theme: Theme, model: TableModel[Any], *, cells: bool, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._model = model
        self._cells = cells
        self._typed = False
        self._grid = QPen(theme.colour("grid"), 1)
        self.greyed = False

    def begin(self, *, typed: bool) -> None:
        """Say how the next editor is opened: by typing (arrows then leave it) or by F2."""
        self._typed = typed

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        drawn = Option(option)
        rect = drawn.rect
        selected = bool(drawn.state & _SELECTED)
        if selected:
            painter.fillRect(rect, self._theme.colour("selection"))
        elif drawn.features & _ALTERNATE:
            painter.fillRect(rect, self._theme.colour("zebra"))
        look = self._model.look(index.row(), index.column())
        right = self._model.column_at(index.column()).align is Align.RIGHT
        first = index.column() == 0
        bold = selected and first and not self._cells
        if self.greyed:
            painter.setOpacity(0.45)
        paint_look(painter, self._theme, rect, look, right=right, selected=selected, bold=bold)
        painter.setOpacity(1.0)
        self._paint_lines(painter, rect)
        if bold:
            painter.fillRect(
                rect.left(), rect.top(), 3, rect.height() - 1, self._theme.colour("accent")
            )
        if self._cells and drawn.state & _FOCUS:
            painter.setPen(QPen(self._theme.colour("focus"), 2))
            painter.drawRect(rect.adjusted(1, 1, -2, -2))

    @override
    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: _Index) -> QWidget:
        editor = QLineEdit(parent)
        editor.setProperty("role", "cell_editor")
        column = self._model.column_at(index.column())
        editor.setAccessibleName(column.heading)
        if column.align is Align.RIGHT:
            editor.setAlignment(Qt.AlignmentFlag.AlignRight | _MIDDLE)
        return editor

    @override
    def setEditorData(self, editor: QWidget, index: _Index) -> None:
        text = index.data(Qt.ItemDataRole.EditRole)
        # Asked again whenever the row changes below: what is being typed is the clerk's.
        if isinstance(editor, QLineEdit) and not editor.isModified():
            editor.setText("" if self._typed or text is None else str(text))

    @override
    def setModelData(self, editor: QWidget, model: object, index: _Index) -> None:
        if not isinstance(editor, QLineEdit):
            return
        # Leaving an editor untouched is not an edit: it must not make an undo step.
        if self._typed or editor.text() != (index.data(Qt.ItemDataRole.EditRole) or ""):
            self._model.setData(index, editor.text())

    @override
    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: _Index
    ) -> None:
        editor.setGeometry(Option(option).rect.adjusted(0, 0, -1, -1))

    @override
    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if fills(event) and isinstance(editor, QLineEdit):
                text = editor.text()
                hint = QAbstractItemDelegate.EndEditHint.RevertModelCache
                self.closeEditor.emit(editor, hint)
                self.filled.emit(text)
                return True
            move = move_of(event, typed=self._typed)
            if move is not None and isinstance(editor, QWidget):
                self.commitData.emit(editor)
                self.closeEditor.emit(editor, QAbstractItemDelegate.EndEditHint.NoHint)
                self.left_editor.emit(move)
                return True
        return super().eventFilter(editor, event)

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        look = self._model.look(index.row(), index.column())
        return QSize(look_width(self._theme, look) + 2 * _PADDING + 4, 30)

    @override
    def helpEvent(
        self,
        event: QHelpEvent,
        view: QAbstractItemView,
        option: QStyleOptionViewItem,
        index: _Index,
    ) -> bool:
        if super().helpEvent(event, view, option, index) and QToolTip.isVisible():
            return True
        if self.sizeHint(option, index).width() > Option(option).rect.width():
            QToolTip.showText(event.globalPos(), str(index.data() or ""), view)
            return True
        return False

    def _paint_lines(self, painter: QPainter, rect: QRect) -> None:
        painter.setPen(self._grid)
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        if self._cells:
            painter.drawLine(rect.topRight(), rect.bottomRight())
