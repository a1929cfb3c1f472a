"""Asks before a window is built anew over the same office, where something in it would be lost."""

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QApplication

from app.services.workplace import Workplace
from app.ui.office_door import OfficeDoor
from app.ui.office_window import OfficeWindow
from app.ui.prompts import Prompts
from app.ui.system_look import SystemLook
from app.ui.tasks import TaskRunner


class Rebuilding(QObject):
    """For another language or look; listens to the window that is open."""

    agreed = Signal()

    def __init__(self, application: QApplication, parent: QObject) -> None:
        super().__init__(parent)
        self._system = SystemLook(application, self)
        self._system.turned.connect(self.agreed)
        self._open: tuple[OfficeWindow, OfficeDoor, Prompts] | None = None

    def listen(
        self,
        office: OfficeWindow,
        door: OfficeDoor,
        workplace: Workplace,
        tasks: TaskRunner,
        prompts: Prompts,
    ) -> None:
        """A new window is open."""
        self._open = office, door, prompts
        self._system.follow(office, door.theme, workplace, tasks)
        office.rebuild_asked.connect(self._wait)

    @Slot()
    def _wait(self) -> None:
        # The signal comes out of the window that is to go: let its slot end first.
        QTimer.singleShot(0, self, self._ask)

    @Slot()
    def _ask(self) -> None:
        if self._open is None:
            return
        office, door, prompts = self._open
        if not office.would_be_lost:
            self.agreed.emit()
            return
        say = door.language.say
        prompts.ask(
            say("Change it now? What was put right on the page Import would be lost."),
            say("Change now"),
            self.agreed.emit,
            safe=say("Or import first: the change holds from the next start in any case."),
        )
