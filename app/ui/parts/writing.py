"""Marks what writes into the office: where it is open only for viewing, these are locked."""

from PySide6.QtWidgets import QWidget

_MARK = "writes"


def writes(*widgets: QWidget) -> None:
    """Whoever uses one of these changes the office."""
    for widget in widgets:
        widget.setProperty(_MARK, True)


def does_write(widget: QWidget) -> bool:
    """Whether it was marked."""
    return bool(widget.property(_MARK))
