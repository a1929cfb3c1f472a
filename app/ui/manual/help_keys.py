"""F1 in every window: which place in the manual belongs to what stands in front."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from app.ui.manual.places import FIRST, PLACES
from app.ui.parts.strip import Strip
from app.ui.prompts import ENTRY

_SERVED = "help_served"


class HelpKeys(QObject):
    """A dialog gets its F1 when it first has the focus; whoever opens dialogs need not know."""

    asked = Signal(str)
    """An anchor."""

    def __init__(self, window: QWidget, page: Callable[[], str]) -> None:
        """`page`: the key of the page that the window shows, with its category if it has some."""
        # With its window, whoever else may still hold it: the dialogs of the next one are not its own.
        super().__init__(window)
        self._window, self._page = window, page

    def follow(self, application: QApplication) -> None:
        """From now on every dialog is served as it comes up."""
        application.focusChanged.connect(self._look)

    def serve(self, dialog: QWidget) -> None:
        """Gives a dialog its F1, and its strips their way into the manual; once."""
        if dialog.property(_SERVED):
            return
        dialog.setProperty(_SERVED, True)
        QShortcut(QKeySequence(Qt.Key.Key_F1), dialog).activated.connect(self._ask)
        self.listen_to(dialog)

    def listen_to(self, part: QObject) -> None:
        """The strips in a dialog, or in a page of the window, lead into the manual; once."""
        for strip in part.findChildren(Strip):
            strip.help_asked.connect(self.asked)

    def place_of(self, window: QWidget) -> str:
        """What is told of the failure that it shows, else of the window itself."""
        entry = window.property(ENTRY)
        if isinstance(entry, str) and entry:
            return entry
        for strip in window.findChildren(Strip):
            if strip.isVisible() and strip.entry:
                return strip.entry
        if window is self._window:
            return PLACES.get(self._page(), FIRST)
        return PLACES.get(type(window).__name__, PLACES.get(self._page(), FIRST))

    @Slot()
    def ask(self) -> None:
        """What F1 does in the window of the office."""
        self.asked.emit(self.place_of(self._window))

    @Slot()
    def _ask(self) -> None:
        shortcut = self.sender()
        dialog = shortcut.parent() if isinstance(shortcut, QShortcut) else None
        if isinstance(dialog, QWidget):
            self.asked.emit(self.place_of(dialog))

    @Slot(QWidget, QWidget)
    def _look(self, before: QWidget | None, now: QWidget | None) -> None:
        top = now.window() if now is not None else None
        if isinstance(top, QDialog):
            self.serve(top)
