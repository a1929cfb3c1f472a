"""What a part of our own is to a screen reader, where Qt cannot tell it from its class."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QWidget

_ROLE = "spoken_role"


def speak_as(widget: QWidget, role: QAccessible.Role) -> None:
    """Before anything asks for it: Qt keeps the first answer."""
    widget.setProperty(_ROLE, role.value)


def teach_roles() -> None:
    """Once in a process; what has no role of its own stays as Qt has it."""
    QAccessible.installFactory(_interface)


def _interface(key: str, thing: QObject) -> QAccessibleInterface | None:
    # Qt asks for each class that a thing is of; ours are asked for once, by the first.
    role = thing.property(_ROLE) if isinstance(thing, QWidget) else None
    if isinstance(role, int) and isinstance(thing, QWidget):
        return QAccessibleWidget(thing, QAccessible.Role(role))
    return None
