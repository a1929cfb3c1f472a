"""The data map: what is stored, what for, on which ground, how long, who sees it, where it lies."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.data_map import LegalGround
from app.services.privacy.data_map import MapEntry
from app.ui.parts.buttons import plain_button
from app.ui.parts.card import Card
from app.ui.parts.text import label, line
from app.ui.theme.theme import Theme
from app.wording.data_map import (
    ground_words,
    part_words,
    place_words,
    purpose_words,
    seen_words,
    stays_words,
)
from app.wording.language import Language


class MapCard(QWidget):
    """Only what there is stands here; what is about nobody is told in one line."""

    save_asked = Signal()

    def __init__(self, theme: Theme, language: Language) -> None:
        super().__init__()
        self._theme, self._language = theme, language
        say = language.say
        self._save = plain_button(theme, say("Save the data map…"), icon="file-spreadsheet")
        self._save.clicked.connect(self.save_asked)
        self._card = Card(theme, say("Data map"))
        why = say(
            "What this office keeps, from the database itself. The office decides on the legal "
            "basis; have it checked by somebody who knows the law."
        )
        self._card.body.addWidget(label(theme, why, font="small", tone="text_2", wrap=True))
        self._list = QWidget()
        self._card.body.addWidget(self._list)
        self._card.body.addWidget(self._save)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._card)

    def show_entries(self, entries: Sequence[MapEntry]) -> None:
        """The map as it is now."""
        made = QWidget()
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        about = [one for one in entries if one.kept.ground is not LegalGround.NO_PERSONAL_DATA]
        for one in about:
            if one.number:
                column.addWidget(line())
                self._add(column, one)
        others = [one for one in entries if one.kept.ground is LegalGround.NO_PERSONAL_DATA]
        names = "; ".join(part_words(one.kept.key, self._language) for one in others)
        words = self._language.say("Not about people: {parts}.").format(parts=names)
        column.addWidget(line())
        column.addWidget(label(self._theme, words, font="small", tone="text_2", wrap=True))
        self._card.body.replaceWidget(self._list, made)
        self._list.deleteLater()
        self._list = made

    def _add(self, column: QVBoxLayout, one: MapEntry) -> None:
        language = self._language
        number = language.number(one.number or 0)
        title = f"{part_words(one.kept.key, language)} · {number}"
        column.addWidget(label(self._theme, title, font="body_semibold", wrap=True))
        told = (
            purpose_words(one.kept.key, language),
            ground_words(one.kept.ground, language),
            stays_words(one.kept.keeping, one.months, language),
            seen_words(one.kept.key, language),
            place_words(one.kept.place, language),
        )
        words = " · ".join(told)
        column.addWidget(label(self._theme, words, font="small", tone="text_2", wrap=True))
