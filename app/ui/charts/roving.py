"""One Tab stop for a group of buttons: arrows go from one to the next."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton
from typing_extensions import override

_BACK = (Qt.Key.Key_Left, Qt.Key.Key_Up)
_ON = (Qt.Key.Key_Right, Qt.Key.Key_Down)
_PRESS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Roving(QObject):
    """Tab comes to the button that had the focus last; Home, End and Enter do what they say."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._buttons: list[QAbstractButton] = []

    def take(self, buttons: Sequence[QAbstractButton], first: int = 0) -> None:
        """These buttons from now on, in the order of the arrows; Tab comes to `first`."""
        self._buttons = list(buttons)
        for place, button in enumerate(buttons):
            button.installEventFilter(self)
            self._give_stop(button, stop=place == first % len(buttons))

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(watched, QAbstractButton) or watched not in self._buttons:
            return False
        if event.type() == QEvent.Type.FocusIn:
            for button in self._buttons:
                self._give_stop(button, stop=button is watched)
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._act(watched, event)
        return False

    def _act(self, button: QAbstractButton, event: QKeyEvent) -> bool:
        key = event.key()
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        if key in _PRESS:
            button.click()
            return True
        able = [one for one in self._buttons if one.isEnabled() and not one.isHidden()]
        place = able.index(button)
        if key in _BACK:
            target = max(place - 1, 0)
        elif key in _ON:
            target = min(place + 1, len(able) - 1)
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            target = 0 if key == Qt.Key.Key_Home else len(able) - 1
        else:
            return False
        able[target].setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    @staticmethod
    def _give_stop(button: QAbstractButton, *, stop: bool) -> None:
        policy = Qt.FocusPolicy.StrongFocus if stop else Qt.FocusPolicy.ClickFocus
        button.setFocusPolicy(policy)
