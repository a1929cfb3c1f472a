"""What every table has of Qt: no grid of its own, rows of one height, what a click selects."""

from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView


def dress(view: QTableView, row_height: int, *, editing: bool) -> None:
    """Set up a view that nothing was shown in yet."""
    view.setShowGrid(False)
    view.setWordWrap(False)
    view.setCornerButtonEnabled(False)
    view.setFrameShape(QTableView.Shape.NoFrame)
    view.verticalHeader().hide()
    view.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    view.verticalHeader().setDefaultSectionSize(row_height)
    view.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
    trigger = QAbstractItemView.EditTrigger
    if editing:
        view.setEditTriggers(trigger.AnyKeyPressed | trigger.EditKeyPressed | trigger.DoubleClicked)
    else:
        view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        view.setEditTriggers(trigger.NoEditTriggers)
        # Tab leaves a table that is only read; in a grid it goes to the next cell.
        view.setTabKeyNavigation(False)
        view.setAlternatingRowColors(True)
