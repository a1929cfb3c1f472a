"""A menu in which each entry has a letter of its own, underlined: pressing it chooses the entry."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QMenu, QStyleOptionMenuItem
from typing_extensions import override

from app.ui.letters.choosing import choose, with_mark

_PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.AltModifier)


class LetterMenu(QMenu):
    """The texts of its actions stay as they are; only what is painted has the mark."""

    @override
    def initStyleOption(self, option: QStyleOptionMenuItem, action: QAction) -> None:
        super().initStyleOption(option, action)
        underline(self, option, action)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        super().keyPressEvent(as_enter(self, event))


def letter_of(menu: QMenu, action: QAction) -> str:
    """The letter of an entry; "" where the menu has more entries than letters."""
    named = [one for one in menu.actions() if one.isVisible() and not one.isSeparator()]
    letters = choose([_words(one) for one in named])
    return next((given for one, given in zip(named, letters, strict=True) if one is action), "")


def underline(menu: QMenu, option: QStyleOptionMenuItem, action: QAction) -> None:
    """Puts the mark into what is painted of an entry."""
    _, tab, keys = option.text.partition("\t")  # type: ignore[attr-defined]  # stubs know no text
    marked = with_mark(_words(action), letter_of(menu, action))
    option.text = f"{marked}{tab}{keys}"  # type: ignore[attr-defined]


def as_enter(menu: QMenu, event: QKeyEvent) -> QKeyEvent:
    """The letter of an entry as Enter on that entry; any other key as it is."""
    letter = event.text().upper()
    if not letter or event.modifiers() not in _PLAIN:
        return event
    for action in menu.actions():
        if action.isEnabled() and letter_of(menu, action) == letter:
            menu.setActiveAction(action)
            # The menus that are open close, a further menu opens.
            enter = Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier
            return QKeyEvent(QEvent.Type.KeyPress, *enter)
    return event


def _words(action: QAction) -> str:
    return action.text().partition("\t")[0].replace("&&", "&")
