"""Asks before a window is built anew over the same office, where something in it would be lost."""

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from app.ui.office_window import OfficeWindow
from app.ui.prompts import Prompts
from app.wording.language import Language


class Rebuilding(QObject):
    """For another language or look; listens to the window that is open."""

    agreed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._open: tuple[OfficeWindow, Language, Prompts] | None = None

    def listen(self, office: OfficeWindow, language: Language, prompts: Prompts) -> None:
        """A new window is open."""
        self._open = office, language, prompts
        office.rebuild_asked.connect(self._wait)

    @Slot()
    def _wait(self) -> None:
        # The signal comes out of the window that is to go: let its slot end first.
        QTimer.singleShot(0, self, self._ask)

    @Slot()
    def _ask(self) -> None:
        if self._open is None:
            return
        office, language, prompts = self._open
        if not office.importing.would_be_lost:
            self.agreed.emit()
            return
        say = language.say
        prompts.ask(
            say("Change it now? What was put right on the page Import would be lost."),
            say("Change now"),
            self.agreed.emit,
            safe=say("Or import first: the change holds from the next start in any case."),
        )
