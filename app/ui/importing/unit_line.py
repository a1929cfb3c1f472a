"""Whose list a sheet is, where no column says it: shown, changed, or left open."""

from collections.abc import Mapping

from PySide6.QtCore import QSignalBlocker, Signal, Slot
from PySide6.QtWidgets import QComboBox, QCompleter, QHBoxLayout, QWidget

from app.services.importing import SourceSheet, UnitOrigin
from app.ui.parts.text import label
from app.ui.theme.theme import Theme
from app.wording.language import Language, Words

_FIELD = 320
_LEAST = 200
"""Of the field, where what stands beside it is long."""

_ORIGINS: Mapping[UnitOrigin, Words] = {
    UnitOrigin.NOWHERE: lambda say: say(
        "no column and no name says it; section rows do, else it stays open"
    ),
    UnitOrigin.TITLE: lambda say: say("from the title above the list"),
    UnitOrigin.SHEET: lambda say: say("from the name of the sheet"),
    UnitOrigin.FILE: lambda say: say("from the name of the file"),
    UnitOrigin.PERSON: lambda say: say("as you said"),
}


def unit_origin_words(origin: UnitOrigin, language: Language) -> str:
    """Where the name of the unit was found."""
    return _ORIGINS[origin](language.say)


class UnitLine(QWidget):
    """Hidden where a column names the unit of each person."""

    chosen = Signal(str)
    """The organisation of all rows of this sheet; empty: of none."""

    def __init__(self, theme: Theme, language: Language) -> None:
        super().__init__()
        self._language = language
        self._text = ""
        words = language.say("Organisation of this sheet")
        self._box = QComboBox()
        self._box.setEditable(True)
        self._box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        # Knows nothing: what is typed stays as it is typed.
        self._box.setCompleter(QCompleter(self._box))
        self._box.setAccessibleName(words)
        self._box.setMinimumWidth(_LEAST)
        self._box.setMaximumWidth(_FIELD)
        self._box.setToolTip(
            language.say("For rows whose list names no unit. A section row of the list goes first.")
        )
        self._origin = label(theme, font="small", tone="text_2")
        name = label(theme, words, font="small", tone="text_2")
        name.setBuddy(self._box)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(name)
        row.addWidget(self._box, 1)
        row.addWidget(self._origin)
        row.addStretch()
        self._box.activated.connect(self._choose)
        field = self._box.lineEdit()
        if field is not None:
            field.editingFinished.connect(self._choose)
        self.hide()

    def show_sheet(self, sheet: SourceSheet | None) -> None:
        """Say whose list it is, or hide where there is nothing to say."""
        wanted = sheet is not None and sheet.chosen and sheet.wants_unit
        self.setVisible(wanted)
        if sheet is None or not wanted:
            return
        layout = sheet.layout
        self._text = layout.organisation
        blocker = QSignalBlocker(self._box)
        self._box.clear()
        self._box.addItems(sheet.unit_names)
        self._box.setEditText(self._text)
        blocker.unblock()
        self._origin.setText(unit_origin_words(layout.organisation_from, self._language))

    @Slot()
    def _choose(self) -> None:
        text = self._box.currentText().strip()
        if text != self._text:
            self._text = text
            self.chosen.emit(text)
