"""The sheets of the workbook that will be written, one chosen for the preview."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from app.domain.report import ReportSheet
from app.ui.parts.card import Card
from app.ui.reports.preparing import Prepared
from app.ui.table.options import Option
from app.ui.theme.painting import paint_icon, paint_text
from app.ui.theme.theme import Theme
from app.wording.language import Language

_ROW = 54
_ICON = 18
_SECOND = Qt.ItemDataRole.UserRole
_SIGN = Qt.ItemDataRole.UserRole + 1


class SheetList(QWidget):
    """Arrows choose; what is written is the whole workbook, whichever sheet is shown."""

    chosen = Signal(int)

    def __init__(self, theme: Theme, language: Language) -> None:
        super().__init__()
        self._language = language
        self._card = Card(theme, language.say("Sheets of the workbook"), ruled=True, padding=0)
        self._list = QListWidget()
        self._list.setAccessibleName(language.say("Sheets of the workbook"))
        self._list.setItemDelegate(_SheetDelegate(theme, self._list))
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self._list.setUniformItemSizes(True)
        self._list.setMouseTracking(True)
        self.setFocusProxy(self._list)
        self._card.body.setContentsMargins(1, 0, 1, 4)
        self._card.body.addWidget(self._list)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._card)
        self._list.currentRowChanged.connect(self._choose)

    def show_sheets(self, prepared: Prepared, current: int) -> None:
        """Names what the workbook consists of; the same sheets again keep their rows."""
        self._list.blockSignals(True)
        sheets = prepared.book.sheets
        while self._list.count() > len(sheets):
            self._list.takeItem(self._list.count() - 1)
        while self._list.count() < len(sheets):
            self._list.addItem(QListWidgetItem())
        for place, (sheet, starts) in enumerate(zip(sheets, prepared.pages, strict=True)):
            self._fill(self._list.item(place), sheet, len(starts))
        self._list.setCurrentRow(current)
        self._list.blockSignals(False)
        self._list.viewport().update()

    def set_current(self, place: int) -> None:
        """The preview turned to another sheet."""
        self._list.blockSignals(True)
        self._list.setCurrentRow(place)
        self._list.blockSignals(False)
        self._list.viewport().update()

    def _fill(self, item: QListWidgetItem, sheet: ReportSheet, pages: int) -> None:
        second = self._second(sheet, pages)
        item.setText(sheet.name)
        item.setData(_SECOND, second)
        item.setData(_SIGN, _sign(sheet))
        item.setToolTip(f"{sheet.name}\n{second}")
        item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{sheet.name}, {second}")

    def _second(self, sheet: ReportSheet, pages: int) -> str:
        many = self._language.say_many
        words = many("{count} page", "{count} pages", pages)
        if not sheet.is_list:
            return words
        rows = len(sheet.tables[-1].rows)
        people = many("{count} person", "{count} people", rows)
        return f"{people}, {words}"

    @Slot(int)
    def _choose(self, place: int) -> None:
        if place >= 0:
            self.chosen.emit(place)


def _sign(sheet: ReportSheet) -> str:
    if not sheet.is_list:
        return "file-spreadsheet"
    return "users" if sheet.signatures is None else "list-checks"


class _SheetDelegate(QStyledItemDelegate):
    """Two lines with a sign at the left; the chosen one has a bar."""

    def __init__(self, theme: Theme, parent: QListWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    @override
    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(160, _ROW)

    @override
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        drawn = Option(option)
        box, theme = drawn.rect, self._theme
        chosen = bool(drawn.state & QStyle.StateFlag.State_Selected)
        over = bool(drawn.state & QStyle.StateFlag.State_MouseOver)
        painter.save()
        painter.fillRect(box, theme.colour("selection" if chosen else self._ground(over)))
        painter.fillRect(box.left(), box.bottom(), box.width(), 1, theme.colour("border"))
        if chosen:
            painter.fillRect(box.left(), box.top(), 3, box.height(), theme.colour("accent"))
        sign = QRect(box.left() + 13, box.top() + (_ROW - _ICON) // 2, _ICON, _ICON)
        tone = "accent" if chosen else "text_2"
        paint_icon(painter, theme, str(index.data(_SIGN)), tone, sign)
        left = sign.right() + 11
        width = box.right() - left - 10
        font = "body_semibold" if chosen else "body_medium"
        name = QRect(left, box.top() + 8, width, 19)
        paint_text(painter, theme, name, str(index.data()), font=font)
        second = QRect(left, box.top() + 27, width, 18)
        paint_text(painter, theme, second, str(index.data(_SECOND)), font="small", tone="text_2")
        if drawn.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(theme.colour("focus"), 2))
            painter.drawRect(box.adjusted(1, 1, -1, -2))
        painter.restore()

    @staticmethod
    def _ground(over: bool) -> str:
        return "surface_2" if over else "surface"
