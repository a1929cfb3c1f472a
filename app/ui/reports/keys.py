"""Keys that work anywhere on a page."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget


def bind_keys(
    page: QWidget, slots: Mapping[str | QKeySequence.StandardKey, Callable[[], None]]
) -> None:
    """Each key calls its method of a page or of a part of it."""
    for keys, slot in slots.items():
        shortcut = QShortcut(QKeySequence(keys), page)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(slot)
