"""The cards about the look and the language: both act at once."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot

from app.services.preferences import Preferences
from app.ui.parts.card import Card
from app.ui.settings.choice import Choice, Option
from app.ui.settings.saving import Saving
from app.ui.theme.theme import Theme
from app.wording.language import LANGUAGE_NAMES, LANGUAGES, Language


class LookSettings(QObject):
    """Stores the choice first, then says so: whoever hears it builds the window anew."""

    look_changed = Signal(str)
    language_changed = Signal(str)

    def __init__(self, theme: Theme, language: Language, saving: Saving, parent: QObject) -> None:
        super().__init__(parent)
        self._saving = saving
        self._stored = Preferences()
        say = language.say
        self._look = Choice(theme, say("Appearance"), _looks(language))
        names = [Option(code, LANGUAGE_NAMES[code]) for code in LANGUAGES]
        self._language = Choice(theme, say("Language"), names)
        self.look = Card(theme, say("Appearance"))
        self.look.body.addWidget(self._look)
        self.language = Card(theme, say("Language"))
        self.language.body.addWidget(self._language)
        self._look.chosen.connect(self._choose_look)
        self._language.chosen.connect(self._choose_language)

    def show_preferences(self, stored: Preferences) -> None:
        """What is stored."""
        self._stored = stored
        self._look.choose(stored.theme)
        self._language.choose(stored.language)

    @Slot(str)
    def _choose_look(self, key: str) -> None:
        if key == self._stored.theme:
            return
        self._stored = replace(self._stored, theme=key)

        def change(stored: Preferences) -> Preferences:
            return replace(stored, theme=key)

        self._saving.choose(change, partial(self.look_changed.emit, key))

    @Slot(str)
    def _choose_language(self, code: str) -> None:
        if code == self._stored.language:
            return
        self._stored = replace(self._stored, language=code)

        def change(stored: Preferences) -> Preferences:
            return replace(stored, language=code)

        self._saving.choose(change, partial(self.language_changed.emit, code))


def _looks(language: Language) -> list[Option]:
    say = language.say
    return [
        Option("system", say("As the system"), (say("Light or dark, as the computer is set."),)),
        Option("light", say("Light"), (say("Dark letters on a light ground."),)),
        Option("dark", say("Dark"), (say("Light letters on a dark ground."),)),
        Option(
            "high_contrast",
            say("High contrast"),
            (say("Black ground, bright letters, patterns beside colours."),),
        ),
    ]
