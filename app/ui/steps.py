"""Ctrl+Z and Ctrl+Y of one window, away from its thread."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal, Slot

from app.services.undoing import TakenBack, UndoActions
from app.ui.prompts import Prompts
from app.ui.tasks import TaskRunner
from app.wording.language import Language


class UndoSteps(QObject):
    """Takes the last step back, or does it again."""

    done = Signal(str)
    """What the status bar says then, and how many were edited since."""

    def __init__(
        self,
        language: Language,
        undoing: UndoActions,
        tasks: TaskRunner,
        prompts: Prompts,
        here: Callable[[bool], bool],
        parent: QObject,
    ) -> None:
        """`here(True)` takes back what the page in front has not stored yet; False: nothing."""
        super().__init__(parent)
        self._language, self._undoing = language, undoing
        self._tasks, self._prompts, self._here = tasks, prompts, here

    @Slot()
    def undo(self) -> None:
        """Ctrl+Z."""
        if self._here(True):
            return
        undo = self._undoing.undo_last
        self._tasks.run(lambda job: undo(), done=self._tell_undone, failed=self._prompts.explain)

    @Slot()
    def redo(self) -> None:
        """Ctrl+Y."""
        if self._here(False):
            return
        redo = self._undoing.redo_last
        self._tasks.run(lambda job: redo(), done=self._tell_redone, failed=self._prompts.explain)

    @Slot(object)
    def _tell_undone(self, taken: TakenBack) -> None:
        say = self._language.say
        if taken.kept:
            words = self._language.say_many(
                "Undone, except for {count} name edited since",
                "Undone, except for {count} names edited since",
                len(taken.kept),
            )
        else:
            words = say("The import stands again") if taken.of_an_undo else say("Undone")
        self.done.emit(words)

    @Slot(object)
    def _tell_redone(self, taken: TakenBack) -> None:
        if taken.kept:
            words = self._language.say_many(
                "Done again, except for {count} name edited since",
                "Done again, except for {count} names edited since",
                len(taken.kept),
            )
        else:
            words = self._language.say("Done again")
        self.done.emit(words)
