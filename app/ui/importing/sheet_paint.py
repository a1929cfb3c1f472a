"""Paints the cells of the sheet: the row's ground, the cell's look, hairlines, the focus ring."""

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)
from typing_extensions import override

from app.domain.column_letters import column_letters
from app.ui.importing.picture import SheetPicture
from app.ui.importing.sheet_model import SheetModel
from app.ui.table.cells import paint_look
from app.ui.table.looks import ChangeLook, Look, TextLook
from app.ui.table.moves import Move, move_of
from app.ui.table.options import Option
from app.ui.theme.painting import paint_text
from app.ui.theme.theme import Theme

_Index = QModelIndex | QPersistentModelIndex
OLD = 0.45
"""How much of the old content is left while the new one is being made."""


class SheetDelegate(QStyledItemDelegate):
    """One for all cells."""

    def __init__(self, theme: Theme, model: SheetModel, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme
        self._model = model
        self._grid = QPen(theme.colour("grid"), 1)
        self._ring = QPen(theme.colour("focus"), 2)
        self.greyed = False
        self._typed = False
        self._left_by: Move | None = None

    def begin(self, *, typed: bool) -> None:
        """Say how the next editor is opened: by typing (arrows then leave it) or by F2."""
        self._typed = typed

    def take_move(self) -> Move | None:
        """Where the key goes that closed the editor; None where it was no such key."""
        move, self._left_by = self._left_by, None
        return move

    @override
    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: _Index) -> QWidget:
        editor = super().createEditor(parent, option, index)
        # As a spreadsheet calls its cells.
        cell = f"{column_letters(index.column())}{self._model.row_at(index.row())}"
        editor.setAccessibleName(cell)
        return editor

    @override
    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            move = move_of(event, typed=self._typed)
            if move is not None and isinstance(editor, QWidget):
                self.commitData.emit(editor)
                self._left_by = move
                self.closeEditor.emit(editor, QAbstractItemDelegate.EndEditHint.NoHint)
                return True
        return super().eventFilter(editor, event)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        picture = self._model.picture
        if picture is None:
            return
        drawn = Option(option)
        rect = drawn.rect
        row = self._model.row_at(index.row())
        focused = bool(drawn.state & QStyle.StateFlag.State_HasFocus)
        # As in a spreadsheet the cell under the cursor has the ring and not the shade.
        selected = bool(drawn.state & QStyle.StateFlag.State_Selected) and not focused
        ground = "selection" if selected else picture.mark(row).ground
        painter.fillRect(rect, self._theme.colour(ground))
        if self.greyed:
            painter.setOpacity(OLD)
        look = picture.look(row, index.column())
        self._content(painter, picture, rect, (row, index.column()), look, selected=selected)
        painter.setOpacity(1.0)
        painter.setPen(self._grid)
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.drawLine(rect.topRight(), rect.bottomRight())
        if focused:
            painter.setPen(self._ring)
            painter.drawRect(rect.adjusted(1, 1, -2, -2))

    def _content(
        self,
        painter: QPainter,
        picture: SheetPicture,
        rect: QRect,
        cell: tuple[int, int],
        look: Look,
        *,
        selected: bool,
    ) -> None:
        row, column = cell
        right = picture.is_number(column) and not picture.is_title(row)
        if picture.is_header(row) and isinstance(look, TextLook) and picture.is_joined(row, column):
            middle = Qt.AlignmentFlag.AlignHCenter
            paint_text(painter, self._theme, rect, look.text, font=look.font, align=middle)
            return
        if isinstance(look, ChangeLook) and not right:
            self._changed_words(painter, rect, look, selected=selected)
            return
        paint_look(painter, self._theme, rect, look, right=right, selected=selected, bold=False)

    def _changed_words(
        self, painter: QPainter, rect: QRect, look: ChangeLook, *, selected: bool
    ) -> None:
        """Words stand at the left, and the new ones come first where room is short."""
        theme = self._theme
        if not selected:
            painter.fillRect(rect, theme.colour("accent_tint"))
        box = rect.adjusted(8, 0, -8, -1)
        new = QFontMetrics(theme.fonts.body_semibold).horizontalAdvance(look.new)
        old = QFontMetrics(theme.fonts.small).horizontalAdvance(look.old)
        room = box.width() - new - 7
        if look.old and room >= 24:
            before = QRect(box.left(), box.top(), min(old, room), box.height())
            paint_text(painter, theme, before, look.old, font="small", tone="text_3")
            painter.drawLine(
                before.left(), before.center().y() + 1, before.right(), before.center().y() + 1
            )
            box.setLeft(before.right() + 7)
        paint_text(painter, theme, box, look.new, font="body_semibold", tone="accent")
