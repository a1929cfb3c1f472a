"""Says which parts of a window never come to rest: they keep a processor busy while nobody works."""

from collections import Counter

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication
from typing_extensions import override

_TURNS = 60
"""What has not come to rest after so many turns of the loop goes on for ever."""


class _Layouts(QObject):
    """Counts who was asked to lay out its parts."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: Counter[str] = Counter()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self.asked[type(watched).__name__] += 1
        return False


def restless(application: QApplication) -> list[str]:
    """A sentence for what is laid out in every turn of the loop; none where a turn is quiet."""
    layouts = _Layouts()
    application.installEventFilter(layouts)
    try:
        for _ in range(_TURNS):
            layouts.asked.clear()
            application.processEvents()
            if not layouts.asked:
                return []
    finally:
        application.removeEventFilter(layouts)
    return [f"{name} is laid out again and again" for name in sorted(layouts.asked)]
