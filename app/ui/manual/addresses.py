"""An address in the web that a page names: copied, or opened when somebody says so."""

from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QGuiApplication

from app.ui.parts.strip import Answer, Mood, Strip
from app.ui.theme.theme import Theme
from app.wording.language import Language


class AddressStrip(QObject):
    """Nothing goes to the network before the button is pressed."""

    def __init__(self, theme: Theme, language: Language) -> None:
        super().__init__()
        self._language = language
        self._address = ""
        self.strip = Strip(theme, language)

    @Slot(str)
    def offer(self, address: str) -> None:
        """Shows the address with what can be done with it."""
        self._address = address
        say = self._language.say
        answers = [
            Answer(say("Copy the address"), self._copy, icon="copy"),
            Answer(say("Open in the browser"), self._open),
        ]
        self.strip.say(Mood.DONE, address.removeprefix("https://"), "", answers)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._address)
        self.strip.say(Mood.DONE, self._language.say("The address is copied."))

    def _open(self) -> None:
        QDesktopServices.openUrl(QUrl(self._address))
