"""The menu over the cells of a table: what its keys do, for whoever does not know them."""

from PySide6.QtCore import QObject, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QTableView

from app.ui.letters.menu import LetterMenu
from app.ui.table.blocks import Blocks
from app.ui.table.keys import GridKeys
from app.wording.language import Language


class CellMenu(QObject):
    """Opens with the right button, the menu key or Shift+F10."""

    filled = Signal(object)
    """The QMenu, before it opens: a page may add to it."""

    def __init__(
        self,
        language: Language,
        view: QTableView,
        keys: GridKeys,
        blocks: Blocks,
        *,
        editing: bool,
    ) -> None:
        super().__init__(view)
        self._language = language
        self._view = view
        self._keys = keys
        self._blocks = blocks
        self._editing = editing
        self.open_over(view)

    def open_over(self, view: QTableView) -> None:
        """Also over another view of the same cells."""
        view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        view.customContextMenuRequested.connect(self._open)

    def menu(self) -> QMenu:
        """The menu as it is now."""
        say = self._language.say
        menu = LetterMenu(self._view)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._add(menu, say("Copy"), "Ctrl+C").triggered.connect(self._keys.copy)
        headed = self._add(menu, say("Copy with headings"), "Ctrl+Shift+C")
        headed.triggered.connect(self._keys.copy_with_headings)
        if self._editing:
            self._add(menu, say("Cut"), "Ctrl+X").triggered.connect(self._keys.cut)
            self._add(menu, say("Paste"), "Ctrl+V").triggered.connect(self._keys.paste)
            menu.addSeparator()
            down = self._add(menu, say("Fill down"), "Ctrl+D")
            down.triggered.connect(self._blocks.fill_down)
            self._add(menu, say("Clear"), "Delete").triggered.connect(self._blocks.clear)
        menu.addSeparator()
        chosen = self._add(menu, say("Filter this column"), "Alt+Down")
        chosen.triggered.connect(self._keys.filter_asked)
        self.filled.emit(menu)
        return menu

    def _add(self, menu: QMenu, words: str, keys: str) -> QAction:
        # As a text behind a tabulator the keys are shown, and no second shortcut comes to be.
        shown = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
        action = QAction(f"{words}\t{shown}", menu)
        menu.addAction(action)
        return action

    @Slot(QPoint)
    def _open(self, where: QPoint) -> None:
        view = self.sender()
        over = view if isinstance(view, QTableView) else self._view
        if over.indexAt(where).isValid():
            self.menu().popup(over.viewport().mapToGlobal(where))
