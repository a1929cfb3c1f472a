"""A number field that does not turn under a page that scrolls."""

from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QSpinBox
from typing_extensions import override


class CalmSpinBox(QSpinBox):
    """Scrolling the page over it changes nothing: only a field with the focus turns."""

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()
