"""Which keys of Alt and a letter clash or are missing in a window as it is shown now."""

from collections import Counter
from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QMenu, QPushButton, QWidget

from app.ui.letters.menu import letter_of
from installer.pictures.legible import shown

_ENOUGH = 12
"""Entries of a menu up to which each has its letter."""


def letter_faults(top: QWidget) -> list[str]:
    """One line for each; `top` is a window, a dialog or a menu."""
    if isinstance(top, QMenu):
        return [*_clashes([letter_of(top, one) for one in _entries(top)]), *_menu_without(top)]
    # As a clerk does it: with Alt down every window looks at what it shows.
    QTest.keyPress(top, Qt.Key.Key_Alt, Qt.KeyboardModifier.AltModifier)
    QTest.keyClick(top, Qt.Key.Key_F24, Qt.KeyboardModifier.AltModifier)
    QTest.keyRelease(top, Qt.Key.Key_Alt)
    seen = shown(top)
    return [*_clashes([key for one in seen for key in keys_of(one)]), *_without(top, seen)]


def keys_of(widget: QWidget) -> Iterator[str]:
    """Every key of Alt and a letter that leads to a widget."""
    keys = [one.key().toString() for one in widget.findChildren(QShortcut, options=_OWN)]
    if isinstance(widget, QAbstractButton):
        keys.append(widget.shortcut().toString())
    if isinstance(widget, QLabel) and widget.buddy() is not None:
        keys.append(QKeySequence.mnemonic(widget.text()).toString())
    yield from (key.removeprefix("Alt+") for key in keys if len(key) == len("Alt+A"))


def _clashes(letters: list[str]) -> Iterator[str]:
    for letter, times in Counter(filter(None, letters)).items():
        if times > 1:
            yield f"Alt+{letter} is the key of {times} things"


def _without(top: QWidget, seen: list[QWidget]) -> Iterator[str]:
    for widget in seen:
        main = isinstance(widget, QPushButton) and (
            widget.property("role") == "primary" or widget.isDefault()
        )
        if main and not list(keys_of(widget)):
            yield f"the main button of {type(top).__name__} has no letter"


def _menu_without(menu: QMenu) -> Iterator[str]:
    entries = [one for one in _entries(menu) if one.isEnabled()]
    if len(entries) <= _ENOUGH:
        for one in entries:
            if not letter_of(menu, one):
                yield f"the entry {one.text()!r} has no letter"


def _entries(menu: QMenu) -> list[QAction]:
    named = [one for one in menu.actions() if one.isVisible() and not one.isSeparator()]
    return [one for one in named if one.text()]


_OWN = Qt.FindChildOption.FindDirectChildrenOnly
