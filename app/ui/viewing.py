"""Locks everything that writes, as long as an office is open only for viewing."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QWidget
from typing_extensions import override

from app.ui.parts.writing import does_write

_WHEN = (QEvent.Type.Polish, QEvent.Type.Show, QEvent.Type.EnabledChange)


class ViewingLock(QObject):
    """Sees each widget of the program as it appears, also those of dialogs that are built later."""

    def __init__(self, application: QApplication, parent: QObject) -> None:
        super().__init__(parent)
        self._application = application
        self._reason = ""

    def close(self, reason: str) -> None:
        """From now on what writes is disabled and says why."""
        if not self._reason:
            self._application.installEventFilter(self)
        self._reason = reason

    def open(self) -> None:
        """What is shown from now on may write."""
        if self._reason:
            self._application.removeEventFilter(self)
        self._reason = ""

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _WHEN and isinstance(watched, QWidget) and does_write(watched):
            self._lock(watched)
        return False

    def _lock(self, widget: QWidget) -> None:
        if widget.toolTip() != self._reason:
            widget.setToolTip(self._reason)
            widget.setAccessibleDescription(self._reason)
        # A page that thinks it may be used now enables it again, and is contradicted here.
        if not widget.testAttribute(Qt.WidgetAttribute.WA_ForceDisabled):
            widget.setEnabled(False)
