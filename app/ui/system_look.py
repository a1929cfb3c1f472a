"""Follows the computer from light to dark and back, where the look is as the system's."""

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit

from app.services.workplace import Workplace
from app.ui.office_window import OfficeWindow
from app.ui.tasks import TaskRunner
from app.ui.theme.theme import Theme, look_of_system


class SystemLook(QObject):
    """Tells when the window may be built anew in the other look; waits where that would disturb.

    Nothing that is open, being typed or under way is taken from a clerk because the sun went down.
    """

    turned = Signal()

    def __init__(self, application: QApplication, parent: QObject) -> None:
        super().__init__(parent)
        self._application = application
        self._open: tuple[OfficeWindow, Theme, TaskRunner] | None = None
        # A window must not go while one of its own widgets still gives the focus away.
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._look)
        application.styleHints().colorSchemeChanged.connect(self._look_soon)
        application.focusChanged.connect(self._look_soon)

    def follow(
        self, office: OfficeWindow, theme: Theme, workplace: Workplace, tasks: TaskRunner
    ) -> None:
        """A new window is open, in this look; another choice of look builds another window."""
        self._open = None
        if workplace.preferences.preferences().theme == "system":
            self._open = office, theme, tasks
            tasks.became_idle.connect(self._look_soon)
            self._look_soon()

    @Slot()
    def _look_soon(self) -> None:
        if self._open is not None and look_of_system() != self._open[1].name:
            self._soon.start()

    @Slot()
    def _look(self) -> None:
        if self._open is None:
            return
        office, theme, tasks = self._open
        if look_of_system() != theme.name and self._is_calm(office, tasks):
            self.turned.emit()

    def _is_calm(self, office: OfficeWindow, tasks: TaskRunner) -> bool:
        """Nothing stands over the window, is typed, works, or waits to be imported."""
        others = (top for top in self._application.topLevelWidgets() if top is not office.window)
        alone = office.window.isVisible() and not any(other.isVisible() for other in others)
        return alone and tasks.idle and not office.unfinished and not self._is_typing()

    def _is_typing(self) -> bool:
        at = self._application.focusWidget()
        if isinstance(at, QLineEdit):
            return at.isModified()
        return isinstance(at, QTextEdit | QPlainTextEdit) and at.document().isModified()
