"""Where the cursor goes when a cell is left by a key, the same in every editor of a grid."""

from enum import Enum

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Move(Enum):
    """Where to go after a cell was committed."""

    UP = "up"
    DOWN = "down"
    LEFT = "left"
    RIGHT = "right"
    ENTER = "enter"
    """Down, and after a run of Tabs back to the column where the run began."""
    TAB = "tab"
    BACKTAB = "backtab"


_ARROWS = {
    Qt.Key.Key_Up: Move.UP,
    Qt.Key.Key_Down: Move.DOWN,
    Qt.Key.Key_Left: Move.LEFT,
    Qt.Key.Key_Right: Move.RIGHT,
}


def move_of(event: QKeyEvent, *, typed: bool) -> Move | None:
    """What a key in an editor means; None: it is for the text.

    `typed`: the editor was opened by typing, so arrows leave it; after F2 they move in the text.
    """
    key = Qt.Key(event.key())
    shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
    if key in _ENTER:
        return Move.UP if shift else Move.ENTER
    if key == Qt.Key.Key_Tab:
        return Move.TAB
    if key == Qt.Key.Key_Backtab:
        return Move.BACKTAB
    return _ARROWS.get(key) if typed and not shift else None


def fills(event: QKeyEvent) -> bool:
    """Ctrl+Enter: what is typed is for every selected cell."""
    control = Qt.KeyboardModifier.ControlModifier
    return event.key() in _ENTER and bool(event.modifiers() & control)
