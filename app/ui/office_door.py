"""Opens offices, and speaks the language and wears the look of the one that is open."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from app.domain.errors import AppError
from app.services.backups.safety import Safety
from app.services.workplace import Workplace
from app.ui.offices import Offices
from app.ui.prompts import WindowPrompts
from app.ui.theme.theme import apply_theme, load_theme
from app.ui.viewing import ViewingLock
from app.ui.words import QtWords
from app.wording.errors import error_sentence
from app.wording.language import LANGUAGES


class OfficeDoor(QObject):
    """Knows which office was asked for last, also where it could not be opened."""

    def __init__(self, application: QApplication, offices: Offices, parent: QObject) -> None:
        super().__init__(parent)
        self._application, self._offices = application, offices
        self._words: QtWords | None = None
        self._lock = ViewingLock(application, self)
        self.at = offices.office
        self.viewing = False
        """Whether it was asked for only to look."""
        self.language = offices.language(LANGUAGES[0])
        self._look = "system"
        self.theme = load_theme(self._look, offices.resources)

    def sample(self) -> Workplace:
        """Opens the invented office; it speaks and looks as the window that it is opened from.

        Raises:
            AppError: it cannot be opened.
        """
        sample = self._offices.open(self._offices.sample, self.language, False)
        keep = sample.preferences
        keep.save(replace(keep.preferences(), language=self.language.code, theme=self._look))
        return sample

    def open(self, database: Path, *, viewing: bool = False) -> Workplace:
        """Opens an office and speaks its language; a stick that is write-protected only to look.

        Raises:
            AppError: it cannot be opened.
        """
        self.at, self.viewing = database, viewing
        workplace = self._offices.open(database, self.language, viewing)
        chosen = workplace.preferences.preferences().language
        if chosen != self.language.code:
            self.language = self._offices.language(chosen)
            workplace.close()
            workplace = self._offices.open(database, self.language, viewing)
        return workplace

    def dress(self, workplace: Workplace) -> None:
        """Its look, its words, and what is locked in it, before its window is built."""
        self._look = workplace.preferences.preferences().theme
        self.theme = load_theme(self._look, self._offices.resources)
        self.dress_alone()
        if workplace.only_looking:
            self._lock.close(self.why_viewing())
        else:
            self._lock.open()

    def dress_alone(self) -> None:
        """The look and the words that were last, for a box without a window."""
        apply_theme(self._application, self.theme, self._offices.resources)
        if self._words is not None:
            self._application.removeTranslator(self._words)
        self._words = QtWords(self.language, self)
        self._application.installTranslator(self._words)

    def why_viewing(self) -> str:
        """Why nothing can be changed."""
        say = self.language.say
        if self.viewing:
            return say("Nothing can be changed, and nothing is written on the stick.")
        return say(
            "The stick is write-protected: nothing can be changed. Take off its protection and open "
            "it again to work on it."
        )

    def prompts(self) -> WindowPrompts:
        """For a window, or for a box alone."""
        folder = self._offices.reports_folder(self.at)
        return WindowPrompts(self.theme, self.language, self.sentence, folder)

    def sentence(self, error: AppError) -> str:
        """A failure in words."""
        return error_sentence(error, self.language)

    def safety(self) -> Safety:
        """The backups of the office that was asked for last."""
        return self._offices.safety(self.at)
