"""Ctrl+; in the grid: the count of this cell was taken on another day than the batch."""

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QLineEdit

from app.domain.platform import RECORDED, Platform
from app.ui.followers.grid import FollowersGrid
from app.wording.language import Language


class CellDay(QObject):
    """Opens the cell with "@ 20 Nov 2026" and the day marked: the next key types another one."""

    def __init__(self, language: Language, grid: FollowersGrid, parent: QObject) -> None:
        super().__init__(parent)
        self._language, self._grid = language, grid
        shortcut = QShortcut(QKeySequence("Ctrl+;"), grid.view)
        shortcut.activated.connect(self.ask)

    @Slot()
    def ask(self) -> None:
        """Ask for the day of the cell under the cursor; in an empty one the count comes first."""
        view, model = self._grid.view, self._grid.model
        index, row = view.currentIndex(), view.current_row()
        column = model.column_at(index.column()).key if index.isValid() else ""
        places = [platform.value for platform in RECORDED]
        if row is None or column not in places:
            return
        account = row.cell(Platform(column)).account
        count = None if account is None else account.latest
        view.type_anew()
        editors = view.viewport().findChildren(QLineEdit)
        editor = next((one for one in editors if one.isVisible()), None)
        if editor is None:
            return
        words = self._language.short_date(
            self._grid.marks.day if count is None else count.observed_on
        )
        editor.setText(f"@ {words}" if count is not None else f" @ {words}")
        editor.setModified(True)
        if count is None:
            editor.setCursorPosition(0)
        else:
            editor.setSelection(2, len(words))
