"""The language of the first page, chosen where it is read: no settings have to be understood first."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from app.domain.errors import AppError
from app.services.job import Job
from app.services.preferences import KeepPreferences
from app.ui.letters.menu import LetterMenu
from app.ui.parts.buttons import quiet_button
from app.ui.prompts import Prompts
from app.ui.tasks import TaskRunner
from app.ui.theme.theme import Theme
from app.wording.language import LANGUAGE_NAMES, Language


class Languages(QObject):
    """The page places `button`, which names the language that is spoken."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, language: Language, parent: QWidget) -> None:
        super().__init__(parent)
        self._spoken = language.code
        self.button = quiet_button(theme, LANGUAGE_NAMES[language.code], icon="languages")
        self.button.setAccessibleName(
            language.say("Language: {name}").format(name=LANGUAGE_NAMES[language.code])
        )
        self.button.setToolTip(language.say("Another language; it can be changed at any time"))
        self._menu = LetterMenu(parent)
        for code, name in LANGUAGE_NAMES.items():
            action = self._menu.addAction(name)
            action.setCheckable(True)
            action.setChecked(code == language.code)
            action.triggered.connect(partial(self._choose, code))
        self.button.clicked.connect(self._open)

    @Slot()
    def _open(self) -> None:
        self._menu.popup(self.button.mapToGlobal(self.button.rect().bottomLeft()))

    def _choose(self, code: str) -> None:
        if code != self._spoken:
            self.chosen.emit(code)


class KeepLanguage(QObject):
    """Writes the choice; `kept` once it is safe."""

    kept = Signal()

    def __init__(
        self, preferences: KeepPreferences, tasks: TaskRunner, prompts: Prompts, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._preferences, self._tasks, self._prompts = preferences, tasks, prompts

    @Slot(str)
    def keep(self, code: str) -> None:
        """Makes it the language of this office."""

        def write(job: Job) -> None:
            stored = self._preferences.preferences()
            self._preferences.save(replace(stored, language=code))

        self._tasks.run(write, done=self._tell, failed=self._explain)

    @Slot(object)
    def _tell(self, nothing: None) -> None:
        self.kept.emit()

    @Slot(object)
    def _explain(self, error: AppError) -> None:
        self._prompts.explain(error)
