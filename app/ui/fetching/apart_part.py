"""Fetched counts that wait for a person: each with what was before, to accept or to refuse."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.services.fetching import CountApart
from app.ui.fetching.words import apart_words
from app.ui.parts.buttons import Button, ButtonRole
from app.ui.parts.text import label
from app.ui.parts.writing import writes
from app.ui.theme.theme import Theme
from app.wording.language import Language

_MOST = 50
"""More at once are decided after these."""


class ApartPart(QWidget):
    """One line each; both answers can be taken back with Ctrl+Z."""

    accepted = Signal(object)
    refused = Signal(object)
    """A CountApart."""

    def __init__(self, theme: Theme, language: Language) -> None:
        super().__init__()
        self._theme, self._language = theme, language
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)

    def show_apart(self, found: Sequence[CountApart]) -> None:
        """Those that wait now."""
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for one in found[:_MOST]:
            self._column.addWidget(self._line(one))

    def _line(self, one: CountApart) -> QWidget:
        say = self._language.say
        words = apart_words(one, self._language)
        accept = Button(self._theme, say("Accept"), small=True)
        refuse = Button(self._theme, say("Refuse"), role=ButtonRole.QUIET, small=True)
        for button in (accept, refuse):
            button.setAccessibleDescription(words)
        writes(accept, refuse)
        accept.clicked.connect(partial(self._answer, one, accept=True))
        refuse.clicked.connect(partial(self._answer, one, accept=False))
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(label(self._theme, words, wrap=True), 1)
        row.addWidget(refuse)
        row.addWidget(accept)
        return line

    def _answer(self, one: CountApart, *, accept: bool) -> None:
        (self.accepted if accept else self.refused).emit(one)
