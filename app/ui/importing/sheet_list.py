"""The sheets of the opened files in one row, and a list of them where not all are in sight."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget
from typing_extensions import override

from app.ui.importing.findings import OpenedSheet
from app.ui.importing.sheet_chips import ChipWords, SheetChips
from app.ui.letters.menu import LetterMenu
from app.ui.parts.buttons import icon_button
from app.ui.theme.theme import Theme
from app.wording.language import Language


class SheetList(QWidget):
    """The arrow at the end stands there only while a sheet is cut or hidden."""

    shown = Signal(object)
    """An OpenedSheet to bring to the front."""
    chosen = Signal(object, bool)
    """An OpenedSheet, and whether its people are wanted."""

    def __init__(self, theme: Theme, language: Language) -> None:
        super().__init__()
        self._chips = SheetChips(theme, language.say("Sheets"))
        self._sheets: Sequence[ChipWords] = ()
        self._menu = LetterMenu(self)
        self._all = icon_button(theme, "chevron-down", language.say("All sheets"))
        self._all.hide()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._chips, 1)
        row.addWidget(self._all)
        self._chips.shown.connect(self.shown)
        self._chips.chosen.connect(self.chosen)
        self._all.clicked.connect(self._list_sheets)
        self._menu.triggered.connect(self._choose_listed)

    def show_sheets(self, words: Sequence[ChipWords], front: OpenedSheet | None) -> None:
        """One chip for each sheet."""
        self._sheets = words
        self._chips.show_sheets(words, front)
        self._offer_list()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._offer_list()

    def _offer_list(self) -> None:
        # By the whole row, with the arrow's place: else the arrow would make its own need.
        self._all.setVisible(len(self._sheets) > 1 and self._chips.needed_width > self.width())

    @Slot()
    def _list_sheets(self) -> None:
        self._menu.clear()
        for place, words in enumerate(self._sheets):
            # A lone & would mark the next letter as a key.
            action = self._menu.addAction(f"{words.name}   {words.facts}".replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(words.chosen)
            action.setData(place)
        self._menu.popup(self._all.mapToGlobal(self._all.rect().bottomLeft()))

    @Slot(QAction)
    def _choose_listed(self, action: QAction) -> None:
        self.shown.emit(self._sheets[action.data()].sheet)
