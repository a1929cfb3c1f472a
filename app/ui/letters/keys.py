"""Alt and a letter press a button or go to a field; holding Alt shows which letter that is."""

from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractButton, QApplication, QMenu, QWidget
from typing_extensions import override

from app.ui.letters.asking import Wanted, has_own_keys, wanted
from app.ui.letters.choosing import choose
from app.ui.letters.marked import marked_letters
from app.ui.letters.signs import LetterSigns
from app.ui.theme.theme import Theme
from app.wording.language import Language

_SERVED = "letters_served"
_NAME = "letter"
_HELD = 300
"""Milliseconds after which Alt is held, and not on its way to another window."""
_KEYS = (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress, QEvent.Type.KeyRelease)
_WINDOWS = (Qt.WindowType.Window, Qt.WindowType.Dialog, Qt.WindowType.Popup)
_COMES = (QEvent.Type.Show, QEvent.Type.WindowActivate)
_LEFT = (QEvent.Type.WindowDeactivate, QEvent.Type.Hide, QEvent.Type.Resize)


class LetterKeys(QObject):
    """A window is looked at anew each time that Alt goes down: what it shows may have changed."""

    def __init__(self, theme: Theme, language: Language, parent: QObject) -> None:
        super().__init__(parent)
        self._theme, self._language = theme, language
        self._marked = marked_letters(language)
        self._signs: LetterSigns | None = None
        self._held = QTimer(self)
        self._held.setSingleShot(True)
        self._held.setInterval(_HELD)
        self._held.timeout.connect(self._show)

    def follow(self, application: QApplication) -> None:
        """Every window and dialog is served as it comes up."""
        application.focusChanged.connect(self._look)

    def serve(self, top: QWidget) -> None:
        """Gives a window its letters; once, and from then on by itself."""
        if not top.property(_SERVED):
            top.setProperty(_SERVED, True)
            top.installEventFilter(self)
            self.give(top)

    def give(self, top: QWidget) -> list[tuple[Wanted, str]]:
        """Everything that can have a letter, with the one that it now has."""
        things = wanted(top)
        letters = choose([one.words for one in things], self._marked)
        given = list(zip(things, letters, strict=True))
        for thing, letter in given:
            _bind(thing.widget, letter)
        return given

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind in _KEYS and isinstance(event, QKeyEvent) and isinstance(watched, QWidget):
            self._hear(watched, event)
        elif kind in _LEFT:
            self._hide()
        elif kind in _COMES and isinstance(watched, QWidget):
            self.give(watched)
        return False

    def _hear(self, top: QWidget, event: QKeyEvent) -> None:
        if event.isAutoRepeat():
            return
        alone = event.key() == Qt.Key.Key_Alt
        pressed = event.type() == QEvent.Type.ShortcutOverride
        if pressed and alone:
            self._held.setProperty("top", top)
            self._held.start()
        elif pressed and event.modifiers() == Qt.KeyboardModifier.AltModifier:
            self.give(top)
            self._hide()
        elif pressed or (event.type() == QEvent.Type.KeyRelease and alone):
            self._hide()

    @Slot()
    def _show(self) -> None:
        top = self._held.property("top")
        if isinstance(top, QWidget) and top.isVisible():
            self._hide()
            self._signs = LetterSigns(self._theme, self._language, self.give(top), top)
            self._signs.show()

    def _hide(self) -> None:
        self._held.stop()
        if self._signs is not None:
            signs, self._signs = self._signs, None
            signs.hide()
            signs.deleteLater()

    @Slot(QWidget, QWidget)
    def _look(self, before: QWidget | None, now: QWidget | None) -> None:
        top = now.window() if now is not None else None
        menu = isinstance(top, QMenu)
        if top is not None and top.windowType() in _WINDOWS and not menu:
            self.serve(top)


def _bind(widget: QWidget, letter: str) -> None:
    keys = QKeySequence(f"Alt+{letter}") if letter else QKeySequence()
    if isinstance(widget, QAbstractButton) and not has_own_keys(widget):
        # Qt tells screen readers of this one.
        if widget.shortcut() != keys:
            widget.setShortcut(keys)
        return
    shortcut = widget.findChild(QShortcut, _NAME, options=Qt.FindChildOption.FindDirectChildrenOnly)
    if not isinstance(shortcut, QShortcut):
        if not letter:
            return
        shortcut = QShortcut(widget)
        shortcut.setObjectName(_NAME)
        shortcut.activated.connect(partial(_go_to, widget))
    shortcut.setKey(keys)


def _go_to(widget: QWidget) -> None:
    widget.setFocus(Qt.FocusReason.ShortcutFocusReason)
    if isinstance(widget, QAbstractButton):
        widget.click()
