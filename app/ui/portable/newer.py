"""Asks once, at the start: somebody may have worked on the stick, and it may be plugged in."""

from functools import partial

from PySide6.QtCore import QObject, Signal, Slot

from app.domain.errors import AppError
from app.services.job import Job
from app.services.portable.keeping import KeepPortable
from app.services.portable.looking import Known, Newer
from app.ui.portable.words import known_words
from app.ui.prompts import Prompts
from app.ui.tasks import TaskRunner
from app.wording.language import Language


class NewerElsewhere(QObject):
    """Where there are two copies, and the other one has work in it that is not here."""

    compare_asked = Signal(object)
    """The folder in which the other one lies."""

    def __init__(
        self,
        language: Language,
        keeping: KeepPortable,
        tasks: TaskRunner,
        prompts: Prompts,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._language, self._keeping = language, keeping
        self._tasks, self._prompts = tasks, prompts

    def look(self) -> None:
        """Away from the window, which stands already."""
        if not self._keeping.is_one:
            self._tasks.run(self._known, done=self._warn, failed=self._ignore)

    def _known(self, job: Job) -> Known | None:
        return self._keeping.known()

    @Slot(object)
    def _warn(self, known: Known | None) -> None:
        if known is None or known.newer not in (Newer.THERE, Newer.BOTH):
            return
        say, place = self._language.say, known.record.place
        self._prompts.ask(
            known_words(known, self._language) + "\n\n" + say("Compare the two?"),
            say("Compare…"),
            partial(self.compare_asked.emit, place),
            safe=say(
                "Nothing is changed by comparing. What is recorded here until then stays here."
            ),
        )

    @Slot(object)
    def _ignore(self, error: AppError) -> None:
        """Nothing was asked for; the settings say where the other copy is."""
