"""Evidence in the grid: marks in its cells, pictures pasted and dropped on them."""

from datetime import date
from functools import partial

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal, Slot
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QShortcut,
)
from PySide6.QtWidgets import QMenu
from typing_extensions import override

from app.domain.evidence import Place
from app.domain.platform import RECORDED
from app.ui.evidence.incoming import Held, held_in
from app.ui.followers.grid import FollowersGrid
from app.wording.language import Language

_PLATFORMS = {platform.value: platform for platform in RECORDED}
_PASTING = (
    (Qt.KeyboardModifier.ControlModifier, Qt.Key.Key_V),
    (Qt.KeyboardModifier.ShiftModifier, Qt.Key.Key_Insert),
)


class GridEvidence(QObject):
    """What is pasted or dropped proves the counts of the day that the page records."""

    held_out = Signal(object, str, object)
    """A Place, whose it is, and the Held that shall be added to it."""
    open_asked = Signal(object, str)
    """A Place whose pictures shall be shown, and whose it is."""

    def __init__(self, language: Language, grid: FollowersGrid, parent: QObject) -> None:
        super().__init__(parent)
        self._language = language
        self._grid = grid
        self.view = grid.view
        grid.view.installEventFilter(self)
        grid.view.viewport().setAcceptDrops(True)
        grid.view.viewport().installEventFilter(self)
        shortcut = QShortcut(QKeySequence("Ctrl+B"), grid.view)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(self._open)
        grid.view.menu_filled.connect(self._add_to_menu)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return watched is self.view and self._pasted(event)
        if isinstance(event, QDropEvent) and watched is self.view.viewport():
            return self._dragged(event)
        return False

    @Slot(object)
    def _add_to_menu(self, menu: QMenu) -> None:
        say = self._language.say
        menu.addSeparator()
        menu.addAction(say("Show the evidence of the cell") + "\tCtrl+B").triggered.connect(
            self._open
        )
        held = held_in(QGuiApplication.clipboard().mimeData())
        if held:
            paste = menu.addAction(say("Paste the picture as evidence") + "\tCtrl+V")
            paste.triggered.connect(partial(self._hold_out, held))

    def _pasted(self, event: QKeyEvent) -> bool:
        """Whether the keys paste a picture; anything else is pasted as ever."""
        if (event.modifiers(), event.key()) not in _PASTING:
            return False
        held = held_in(QGuiApplication.clipboard().mimeData())
        return bool(held) and self._hold_out(held)

    def _dragged(self, event: QDropEvent) -> bool:
        held = held_in(event.mimeData())
        if not held:
            return False
        here = self._go_to(event.position().toPoint())
        if isinstance(event, QDragEnterEvent) or here:
            event.acceptProposedAction()
        else:
            event.ignore()
        if here and not isinstance(event, QDragMoveEvent):
            self._hold_out(held)
        return True

    def _go_to(self, point: QPoint) -> bool:
        """The cell below the hand becomes the current one, so that it is seen which it is."""
        index = self.view.indexAt(point)
        if not index.isValid() or self._grid.model.column_at(index.column()).key not in _PLATFORMS:
            return False
        self.view.setCurrentIndex(index)
        return True

    def _hold_out(self, held: Held) -> bool:
        found = self._current(self._grid.marks.day)
        if found is not None:
            self.held_out.emit(*found, held)
        return found is not None

    @Slot()
    def _open(self) -> None:
        found = self._current(None)
        if found is not None:
            self.open_asked.emit(*found)

    def _current(self, day: date | None) -> tuple[Place, str] | None:
        """The place under the cursor; without a day, that of the pictures that its mark means."""
        index, row = self.view.currentIndex(), self.view.current_row()
        if row is None:
            return None
        platform = _PLATFORMS.get(self._grid.model.column_at(index.column()).key)
        if platform is None:
            return None
        cell = row.cell(platform)
        latest = cell.account.latest if cell.account is not None else None
        marks = self._grid.marks
        shown = marks.day_of(row.id, platform, latest.observed_on if latest else None)
        return Place(row.id, platform, day or shown or marks.day), row.name
