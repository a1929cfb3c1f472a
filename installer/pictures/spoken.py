"""What a screen reader would not say, or say wrongly, of a window as it is shown now."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QHeaderView,
    QLabel,
    QTableView,
    QTreeView,
    QWidget,
)

from installer.pictures.legible import focusable, shown

_ROLE = QAccessible.Role
_SILENT = (_ROLE.NoRole, _ROLE.Client, _ROLE.Pane, _ROLE.Border, _ROLE.Whitespace)
"""Roles that say nothing of what can be done with a thing."""
_LOOKED_AT = 40
"""Cells of a table that are heard; the rest is made by the same columns."""


def spoken_faults(top: QWidget) -> list[str]:
    """One line for each; `top` is a window, a dialog, a popup or a menu."""
    found = [*_roles(top), *_tables(top), *_pictures(top)]
    return list(dict.fromkeys(found))


def _roles(top: QWidget) -> Iterator[str]:
    for widget in focusable(top):
        told = QAccessible.queryAccessibleInterface(widget)
        if told is None:
            yield f"{type(widget).__name__} is not there for screen readers"
        elif told.role() in _SILENT:
            yield f"{type(widget).__name__} {widget.accessibleName()!r} is a {told.role().name}"
    for widget in shown(top):
        told = QAccessible.queryAccessibleInterface(widget)
        if told is not None and told.role() in _SILENT and _is_painted_and_named(widget):
            yield f"{type(widget).__name__} {widget.accessibleName()!r} is a {told.role().name}"
        button = isinstance(widget, QAbstractButton)
        if button and told is not None and not told.text(QAccessible.Text.Name).strip():
            yield f"{type(widget).__name__} has no name, in {type(widget.parent()).__name__}"


def _is_painted_and_named(widget: QWidget) -> bool:
    """Whether it is a part that we paint ourselves and that says something."""
    kind = type(widget)
    own = kind.__module__.startswith("app.") and "paintEvent" in vars(kind)
    return own and bool(widget.accessibleName())


def _tables(top: QWidget) -> Iterator[str]:
    for view in shown(top):
        if isinstance(view, QTableView | QTreeView):
            yield from _heads(view)
            yield from _cells(view)


def _heads(view: QTableView | QTreeView) -> Iterator[str]:
    header = view.horizontalHeader() if isinstance(view, QTableView) else view.header()
    model = view.model()
    if model is None or not _to_be_seen(header):
        return
    for column in range(model.columnCount()):
        if view.isColumnHidden(column):
            continue
        told = _header_words(view, column)
        if not told:
            yield f"column {column} of {_named(view)} has no head"


def _header_words(view: QAbstractItemView, column: int) -> str:
    model = view.model()
    for role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.DisplayRole):
        words = model.headerData(column, Qt.Orientation.Horizontal, role)
        if words:
            return str(words)
    return ""


def _cells(view: QTableView | QTreeView) -> Iterator[str]:
    """What is painted in a cell has to be said as well: a mark or a chip by its word."""
    model = view.model()
    if model is None:
        return
    heard = 0
    for row in range(model.rowCount()):
        for column in range(model.columnCount()):
            if view.isColumnHidden(column) or heard >= _LOOKED_AT:
                continue
            heard += 1
            index = model.index(row, column)
            said = index.data(Qt.ItemDataRole.AccessibleTextRole) or index.data()
            coloured = index.data(Qt.ItemDataRole.DecorationRole) is not None
            ticked = index.data(Qt.ItemDataRole.CheckStateRole) is not None
            if coloured and not said and not ticked:
                yield f"a mark in column {column} of {_named(view)} has no word"


def _pictures(top: QWidget) -> Iterator[str]:
    """A picture that stands for itself has a name; an icon beside words is passed by."""
    for widget in shown(top):
        kind = type(widget)
        own = kind.__module__.startswith("app.ui.charts")
        large = isinstance(widget, QLabel) and widget.pixmap().width() > 2 * 32
        if (own or large) and not widget.accessibleName() and not _named_above(widget):
            yield f"{kind.__name__} is a picture without words"


def _named_above(widget: QWidget) -> bool:
    outer = widget.parentWidget()
    return outer is not None and bool(outer.accessibleName())


def _to_be_seen(header: QHeaderView) -> bool:
    return not header.isHidden()


def _named(view: QWidget) -> str:
    return f"{type(view).__name__} {view.accessibleName()!r}"
