"""The menu of the help: what stands in front, the contents, all commands, keys, the program."""

from PySide6.QtCore import QObject, QPoint, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from app.ui.letters.menu import LetterMenu
from app.ui.shell.commands import WINDOW_COMMANDS
from app.wording.language import Language


class HelpMenu(QObject):
    """Opens above its button, which stands at the foot of the sidebar."""

    chosen = Signal(str)
    """The key of a WindowCommand."""

    def __init__(self, language: Language, button: QWidget) -> None:
        super().__init__(button)
        self._button = button
        self._menu = LetterMenu(button)
        self._menu.setAccessibleName(language.say("Help"))
        for command in WINDOW_COMMANDS:
            if command.in_help:
                words = command.words(language.say)
                # The keys are only shown: the window binds them.
                shown = f"{words}\t{command.keys[0]}" if command.keys else words
                action = self._menu.addAction(shown)
                action.setData(command.key)
        self._menu.triggered.connect(self._choose)

    @Slot()
    def open(self) -> None:
        """Its lower left corner at the upper left one of the button."""
        up = QPoint(0, -self._menu.sizeHint().height())
        self._menu.popup(self._button.mapToGlobal(up))

    @Slot(QAction)
    def _choose(self, action: QAction) -> None:
        self.chosen.emit(action.data())
