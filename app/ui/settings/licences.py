"""The card about what Gaung is made of, and on which terms: a list, and the text of one licence."""

from PySide6.QtCore import Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QListWidget, QPlainTextEdit, QVBoxLayout, QWidget
from typing_extensions import override

from app.paths import resources
from app.services.licences import Part, shipped_parts
from app.ui.parts.card import Card
from app.ui.theme.theme import Theme
from app.wording.language import Language

_LIST, _TEXT = 200, 240
"""Heights in pixels, for a screen of 768."""


class LicencesCard(QWidget):
    """Read when it is first shown: nobody else needs the files of thirty packages."""

    def __init__(self, theme: Theme, language: Language) -> None:
        super().__init__()
        say = language.say
        self._parts: tuple[Part, ...] = ()
        self._list = QListWidget()
        self._list.setAccessibleName(say("What Gaung is made of"))
        self._list.setFixedHeight(_LIST)
        self._text = QPlainTextEdit()
        self._text.setReadOnly(True)
        self._text.setAccessibleName(say("The licence"))
        self._text.setFixedHeight(_TEXT)
        # Tab leaves the text for the next control, as everywhere.
        self._text.setTabChangesFocus(True)
        card = Card(theme, say("Licences"))
        card.body.addWidget(self._list)
        card.body.addWidget(self._text)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(card)
        self._list.currentRowChanged.connect(self._read)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self._parts:
            self._parts = shipped_parts(resources())
            self._list.addItems([_line(part) for part in self._parts])
            self._list.setCurrentRow(0)

    @Slot(int)
    def _read(self, row: int) -> None:
        self._text.setPlainText(self._parts[row].text)


def _line(part: Part) -> str:
    return f"{part.name} {part.version}".strip() + f" · {part.licence}"
