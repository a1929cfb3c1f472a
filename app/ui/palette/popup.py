"""The palette itself: a field and a list over the window; Enter does it, Escape leaves."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QListView, QVBoxLayout, QWidget
from typing_extensions import override

from app.ui.palette.command import Command
from app.ui.palette.matching import matching
from app.ui.palette.rows import HEIGHT, CommandDelegate, CommandRows
from app.ui.parts.fields import SearchField
from app.ui.parts.text import label, line
from app.ui.theme.theme import Theme
from app.wording.language import Language

_WIDTH = 600
_FEWEST_ROWS, _MOST_ROWS = 4, 9
_FROM_TOP, _EDGE = 72, 8
_PAGE = _MOST_ROWS - 1


class PalettePopup(QFrame):
    """The field keeps the focus; arrows walk through the list below it."""

    chosen = Signal(object)
    """The Command."""

    def __init__(
        self,
        theme: Theme,
        language: Language,
        commands: Sequence[Command],
        to_find: Callable[[str], Command],
        window: QWidget,
    ) -> None:
        """`to_find`: the last row, which looks for what was typed as it stands."""
        super().__init__(window, Qt.WindowType.Popup)
        self._language, self._commands, self._window = language, commands, window
        self._to_find = to_find
        say = language.say
        self.setProperty("role", "popup")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAccessibleName(say("All commands"))
        self.setFixedWidth(min(_WIDTH, window.width() - 32))
        self._rows = CommandRows(self)
        self.search = SearchField(theme, say("Type what you want to do"), _WIDTH)
        self.list = QListView(self)
        self._foot = label(theme, font="small", tone="text_2")
        self._build(theme)
        self._show("")
        self.search.setFocus()

    def open(self) -> None:
        """In the middle, near the upper edge of the window."""
        window = self._window
        around = self.sizeHint().height() - self.list.height()
        rows = (window.height() - around - 2 * _EDGE) // HEIGHT
        self.list.setFixedHeight(HEIGHT * max(_FEWEST_ROWS, min(rows, _MOST_ROWS)))
        left = (window.width() - self.width()) // 2
        top = min(_FROM_TOP, max(_EDGE, window.height() - self.sizeHint().height() - _EDGE))
        self.move(window.mapToGlobal(QPoint(left, top)))
        self.show()

    def _build(self, theme: Theme) -> None:
        view = self.list
        view.setModel(self._rows)
        view.setItemDelegate(CommandDelegate(theme, self._rows, view))
        view.setUniformItemSizes(True)
        view.setFixedHeight(HEIGHT * _MOST_ROWS)
        view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        view.setAccessibleName(self._language.say("Commands that were found"))
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.clicked.connect(self._take)
        view.selectionModel().currentChanged.connect(self._explain)
        self.search.textChanged.connect(self._show)
        self.search.installEventFilter(self)
        head, foot = QVBoxLayout(), QVBoxLayout()
        head.setContentsMargins(10, 10, 10, 8)
        head.addWidget(self.search)
        foot.setContentsMargins(14, 7, 14, 8)
        foot.addWidget(self._foot)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(line(self))
        column.addWidget(view)
        column.addWidget(line(self))
        column.addLayout(foot)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return super().eventFilter(watched, event)
        key = Qt.Key(event.key())
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        steps |= {Qt.Key.Key_PageDown: _PAGE, Qt.Key.Key_PageUp: -_PAGE}
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._take(self.list.currentIndex())
        elif key == Qt.Key.Key_Escape:
            self.close()
        elif key in steps:
            self._walk(steps[key])
        else:
            return super().eventFilter(watched, event)
        return True

    def _walk(self, by: int) -> None:
        count = self._rows.rowCount()
        if not count:
            return
        row = self.list.currentIndex().row() + by
        # One step past an end comes round; a page stops there.
        row = row % count if abs(by) == 1 else max(0, min(row, count - 1))
        self.list.setCurrentIndex(self._rows.index(row))

    @Slot(str)
    def _show(self, typed: str) -> None:
        text = " ".join(typed.split())
        last = [self._to_find(text)] if text else []
        self._rows.show([*matching(self._commands, typed), *last])
        self.list.setCurrentIndex(self._rows.index(0))

    @Slot(QModelIndex, QModelIndex)
    def _explain(self, now: QModelIndex, before: QModelIndex) -> None:
        hint = self._language.say("Enter: do it   ·   Esc: leave")
        command = self._rows.at(now.row()) if now.isValid() else None
        self._foot.setText(command.reason or hint if command is not None else hint)

    @Slot(QModelIndex)
    def _take(self, index: QModelIndex) -> None:
        if not index.isValid():
            return
        command = self._rows.at(index.row())
        if command.possible:
            # What it does may need the focus, or open something of its own.
            self.close()
            self.chosen.emit(command)
