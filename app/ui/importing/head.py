"""The head of the page with a file: its name and facts, how much is guessed, another one."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.services.importing import Source
from app.ui.importing.file_line import FileLine
from app.ui.parts.buttons import plain_button
from app.ui.parts.chips import Chip
from app.ui.parts.text import label
from app.ui.theme.theme import Theme
from app.wording.language import Language

_HEIGHT = 56


class ImportHead(QWidget):
    """Only the title while no file is open."""

    choose_asked = Signal()
    paste_asked = Signal()

    def __init__(self, theme: Theme, language: Language) -> None:
        super().__init__()
        self._language = language
        self._file = FileLine(theme, language)
        self._certainty = Chip(theme, "")
        self._another = plain_button(theme, language.say("Choose another file"), icon="folder-open")
        self._paste = plain_button(theme, language.say("Paste a block"), icon="clipboard-paste")
        self._paste.setToolTip(language.say("Rows that were copied in Excel, instead of this file"))
        self.setFixedHeight(_HEIGHT)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(label(theme, language.say("Import"), font="page_title"))
        row.addSpacing(10)
        row.addWidget(self._file)
        row.addWidget(self._certainty)
        row.addStretch(1)
        row.addWidget(self._paste)
        row.addWidget(self._another)
        self._paste.clicked.connect(self.paste_asked)
        self._another.clicked.connect(self.choose_asked)

    def show_files(self, sources: Sequence[Source], seconds: float, *, free: bool) -> None:
        """Name the files; `free`: other ones may be chosen now."""
        self._file.show_files(sources, seconds)
        for button in (self._paste, self._another):
            button.setVisible(bool(sources))
            button.setEnabled(free)

    def show_certainty(self, guesses: int, *, known: bool) -> None:
        """How many columns somebody should look at; `known`: none, they were confirmed before."""
        self._certainty.setVisible(guesses > 0 or known)
        if known:
            words = self._language.say("Known layout")
            self._certainty.show_as(
                words, icon="check", text="qualifies_text", tint="qualifies_tint"
            )
            return
        words = self._language.say_many(
            "{count} guessed column, please check",
            "{count} guessed columns, please check",
            guesses,
        )
        self._certainty.show_as(words, icon="circle-help", text="warning_text", tint="warning_tint")
