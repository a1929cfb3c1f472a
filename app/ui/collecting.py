"""Collects reference cycles in the window's own thread."""

import gc

from PySide6.QtCore import QObject, QTimer, Slot

_EVERY_MS = 2_000


class CycleCollector(QObject):
    """Takes the place of Python's automatic collector while a window is open.

    The automatic one runs in whatever thread allocates; a worker that frees a forgotten page
    destroys its widgets outside the window's thread, and Qt ends the process (seen with PySide6
    6.9.3 when a window was built anew). It can go when cycles with widgets can no longer occur.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.collect)
        self._timer.start(_EVERY_MS)

    @Slot()
    def collect(self) -> None:
        """Collects each generation whose threshold is passed, as the automatic one would."""
        young, middle, old = gc.get_count()
        limits = gc.get_threshold()
        if young <= limits[0]:
            return
        generation = 0 if middle <= limits[1] else 1 if old <= limits[2] else 2
        gc.collect(generation)
