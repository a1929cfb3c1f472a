"""The button between offices: what goes up to the province, and what comes in from below."""

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from app.ui.letters.menu import LetterMenu
from app.ui.parts.buttons import plain_button
from app.ui.theme.theme import Theme
from app.wording.language import Language


class OfficesMenu(QObject):
    """The page places `button`."""

    send_asked = Signal()
    rollup_asked = Signal()

    def __init__(self, theme: Theme, language: Language, parent: QWidget) -> None:
        super().__init__(parent)
        say = language.say
        self.button = plain_button(theme, say("Between offices…"), icon="building-2")
        self._menu = LetterMenu(parent)
        send = self._menu.addAction(say("Exchange workbook for the province…"))
        rollup = self._menu.addAction(say("Offices of the province…"))
        send.triggered.connect(self.send_asked)
        rollup.triggered.connect(self.rollup_asked)
        self.button.clicked.connect(self._open)

    @Slot()
    def _open(self) -> None:
        self._menu.popup(self.button.mapToGlobal(self.button.rect().bottomLeft()))
