"""Widths that a person gave to columns of a sheet: the next sheet with that heading has them."""

import json
from collections.abc import Mapping

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtWidgets import QTableView

from app.ui.importing.picture import SheetPicture
from app.ui.table.memory import TableMemory

_KEY = "table.sheet"
_MOST = 300
"""Headings; those that were given a width longest ago are forgotten."""
_PAUSE_MS = 400
_NARROWEST = 20


class RememberedWidths(QObject):
    """By heading, whatever the file, the sheet and the place of the column."""

    def __init__(self, view: QTableView, memory: TableMemory, parent: QObject) -> None:
        super().__init__(parent)
        self._view, self._memory = view, memory
        self._widths = _read(memory.load(_KEY))
        self._picture: SheetPicture | None = None
        # A dragged edge reports every pixel; it is written once it rests.
        self._timer = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._timer.timeout.connect(self._save)
        view.horizontalHeader().sectionResized.connect(self._note)

    def look_away(self) -> None:
        """Columns are fitted by the program: that is nothing to remember."""
        self._picture = None

    def restore(self, picture: SheetPicture, *, fresh: bool) -> None:
        """Give the columns their widths; not where the sheet stayed the same."""
        if fresh:
            for column in range(picture.width):
                width = self._widths.get(_name(picture, column))
                if width is not None:
                    self._view.setColumnWidth(column, width)
        self._picture = picture

    @Slot(int, int, int)
    def _note(self, column: int, old: int, new: int) -> None:
        name = _name(self._picture, column) if self._picture is not None else ""
        if name and new >= _NARROWEST:
            self._widths.pop(name, None)
            self._widths[name] = new
            self._timer.start()

    @Slot()
    def _save(self) -> None:
        newest = list(self._widths.items())[-_MOST:]
        self._memory.save(_KEY, json.dumps(dict(newest)))


def _name(picture: SheetPicture, column: int) -> str:
    return picture.heading(column).casefold().strip()


def _read(text: str | None) -> dict[str, int]:
    """Nothing where another version wrote something else."""
    try:
        kept = json.loads(text or "{}")
        return {str(name): int(width) for name, width in _items(kept)}
    except (ValueError, TypeError):
        return {}


def _items(kept: object) -> list[tuple[object, int]]:
    return list(kept.items()) if isinstance(kept, Mapping) else []
