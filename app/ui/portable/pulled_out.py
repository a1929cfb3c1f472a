"""The stick was pulled out in the middle of work: one dialog, until the office is there again."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QDialog, QWidget
from typing_extensions import override

from app.domain.errors import AppError, DiskFailed
from app.domain.office_errors import NotSaved, SaveUnknown, StickGone
from app.services.portable.looking import stands_there
from app.services.workplace import Workplace
from app.ui.parts.buttons import plain_button, primary_button
from app.ui.parts.dialog_frame import DialogFrame
from app.ui.parts.fields import Note
from app.ui.parts.text import label
from app.ui.prompts import WindowPrompts
from app.ui.tasks import TaskRunner
from app.ui.theme.theme import Theme
from app.wording.errors import error_sentence
from app.wording.language import Language

if TYPE_CHECKING:
    from pathlib import Path

_WIDTH = 520
_WARNING = "warning"
_OF_THE_DISK = (NotSaved, SaveUnknown, DiskFailed)


class PulledOut(QObject):
    """Watches every failure of a portable office; those of its disk are told here alone."""

    again_asked = Signal()
    quit_asked = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._database: Path | None = None
        self._look: tuple[Theme, Language, QWidget] | None = None
        self._dialog: PulledDialog | None = None

    def stand_over(
        self,
        workplace: Workplace,
        theme: Theme,
        language: Language,
        window: QWidget,
        tasks: TaskRunner,
        prompts: WindowPrompts,
    ) -> None:
        """A new window is open; whether its office is on a stick decides what is watched."""
        self._database = workplace.path if workplace.portable.is_one else None
        self._look = theme, language, window
        tasks.failure.connect(self._notice)
        prompts.leave_to(self.takes)
        if self._dialog is not None:
            self._dialog.let_go()
            self._dialog = None

    def takes(self, error: AppError) -> bool:
        """Whether the failure is that the stick is gone; then the dialog stands, once."""
        database = self._database
        if database is None or self._look is None:
            return False
        if stands_there(database) and not isinstance(error, _OF_THE_DISK):
            return False
        if self._dialog is None:
            self._dialog = PulledDialog(*self._look)
            self._dialog.again_asked.connect(self.again_asked)
            self._dialog.quit_asked.connect(self.quit_asked)
            self._dialog.open()
            self._dialog.say(error if isinstance(error, _OF_THE_DISK) else StickGone(database))
        return True

    @Slot(object)
    def _notice(self, error: AppError) -> None:
        """A task failed; nothing is said twice."""
        self.takes(error)

    def say(self, error: AppError) -> None:
        """It could not be opened again."""
        if self._dialog is not None and self._database is not None:
            gone = not stands_there(self._database)
            self._dialog.say(StickGone(self._database) if gone else error)


class PulledDialog(QDialog):
    """Cannot be closed without an answer: behind it nothing works."""

    again_asked = Signal()
    quit_asked = Signal()

    def __init__(self, theme: Theme, language: Language, window: QWidget) -> None:
        super().__init__(window)
        self._language = language
        self._may_go = False
        say = language.say
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(say("The stick was pulled out"))
        self._note = Note(theme)
        again = primary_button(theme, say("Plugged in, go on"), icon="hard-drive")
        leave = plain_button(theme, say("Close Gaung"))
        again.clicked.connect(self.again_asked)
        leave.clicked.connect(self.quit_asked)
        again.setDefault(True)
        words = say(
            "Plug the stick in again at the same place. What was marked as saved is on it; what was "
            "being written in that moment is there as a whole or not at all: look at the last one."
        )
        frame = DialogFrame(self, _WIDTH)
        frame.middle.addWidget(self._note)
        frame.middle.addWidget(label(theme, words, wrap=True))
        frame.set_buttons(None, leave, again)

    def say(self, error: AppError) -> None:
        """What is known of it now."""
        title = self._language.say("The stick does not answer")
        sentence = error_sentence(error, self._language)
        self._note.say(_WARNING, "triangle-alert", "warning_text", title, sentence)

    def let_go(self) -> None:
        """The office is there again."""
        self._may_go = True
        self.close()

    @override
    def reject(self) -> None:
        """Escape leads nowhere."""

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        if self._may_go:
            super().closeEvent(event)
        else:
            event.ignore()
            self.quit_asked.emit()
