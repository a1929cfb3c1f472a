"""A cell that is open for typing is taken as if it had been left, whichever table it is in."""

from PySide6.QtWidgets import QAbstractItemView, QLineEdit, QWidget


def end_typing(focused: QWidget | None) -> None:
    """The cursor goes back to the table when `focused` is the editor of one of its cells."""
    if not isinstance(focused, QLineEdit):
        return
    viewport = focused.parentWidget()
    view = viewport.parentWidget() if viewport is not None else None
    if isinstance(view, QAbstractItemView) and view.viewport() is viewport:
        # Leaving an editor commits it.
        view.setFocus()
