"""The card of what comes: who retires soon, whose counts grow too old; each line opens its people."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QVBoxLayout, QWidget

from app.services.coverage import SOON, STALE_SOON, Coverage, Leaving
from app.ui.coverage.two_lines import TwoLineButton
from app.ui.parts.card import Card
from app.ui.parts.text import label
from app.ui.theme.theme import Theme
from app.wording.coverage import retirement_words
from app.wording.language import Language

_SOONEST = 5
"""People who are named; all of them are behind the line above."""


class ComingCard(QWidget):
    """Lines for what happens to somebody; a sentence where nothing does."""

    people_asked = Signal(object)
    """The NIPs of people, a frozenset."""
    person_asked = Signal(int)

    def __init__(self, theme: Theme, language: Language) -> None:
        super().__init__()
        self._theme, self._language = theme, language
        self._nips: dict[QAbstractButton, frozenset[str]] = {}
        self._people: dict[QAbstractButton, int] = {}
        self._group = QButtonGroup(self)
        self._group.buttonClicked.connect(self._ask)
        self._card = Card(theme, language.say("What is coming"))
        nothing = language.say(
            "Nobody retires within a year, and no count is about to grow too old."
        )
        self._nothing = label(theme, nothing, tone="text_2", wrap=True)
        self._rows = QWidget()
        self._card.body.addWidget(self._nothing)
        self._card.body.addWidget(self._rows)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._card)

    def show_coming(self, coverage: Coverage) -> None:
        """What comes for these people."""
        for button in (*self._nips, *self._people):
            self._group.removeButton(button)
        self._nips.clear()
        self._people.clear()
        rows = QWidget()
        column = QVBoxLayout(rows)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for words, explained, nips in self._lines(coverage):
            button = TwoLineButton(self._theme, words, explained)
            self._nips[button] = nips
            self._group.addButton(button)
            column.addWidget(button)
        self._add_soonest(column, [one for one in coverage.leaving if one.member.qualifies])
        self._card.body.replaceWidget(self._rows, rows)
        self._rows.hide()
        self._rows.deleteLater()
        self._rows = rows
        self._nothing.setVisible(not self._nips)

    def _add_soonest(self, column: QVBoxLayout, leaving: Sequence[Leaving]) -> None:
        """Who qualifies and goes first, each with the day: with them goes what they reach."""
        if not leaving:
            return
        words = self._language.say("Qualifying, and the first to retire")
        title = label(self._theme, words, font="body_semibold")
        title.setContentsMargins(0, 10, 0, 2)
        column.addWidget(title)
        for one in leaving[:_SOONEST]:
            when = retirement_words(one.when, self._language)
            button = TwoLineButton(self._theme, one.member.name, when)
            self._people[button] = one.member.id
            self._group.addButton(button)
            column.addWidget(button)

    def _lines(self, coverage: Coverage) -> list[tuple[str, str, frozenset[str]]]:
        many = self._language.say_many
        sure = [one for one in coverage.leaving if (one.when.latest - coverage.as_of).days <= SOON]
        perhaps = [one for one in coverage.leaving if one not in sure]
        found = []
        if sure:
            words = many(
                "{count} person retires within a year",
                "{count} people retire within a year",
                len(sure),
            )
            found.append(
                (words, self._of_these([one.member.qualifies for one in sure]), _nips(sure))
            )
        if perhaps:
            words = many(
                "{count} person may retire within a year",
                "{count} people may retire within a year",
                len(perhaps),
            )
            why = self._language.say("The kind of post does not tell the age")
            found.append((words, why, _nips(perhaps)))
        if coverage.going_stale:
            number = len(coverage.going_stale)
            words = many(
                "{count} person no longer qualifies soon",
                "{count} people no longer qualify soon",
                number,
            )
            why = many(
                "A count grows too old within {count} day",
                "Counts grow too old within {count} days",
                STALE_SOON,
            )
            found.append((words, why, frozenset(one.nip for one in coverage.going_stale)))
        return found

    def _of_these(self, qualify: list[bool]) -> str:
        return self._language.say_many(
            "{count} of them qualifies", "{count} of them qualify", sum(qualify)
        )

    @Slot(QAbstractButton)
    def _ask(self, button: QAbstractButton) -> None:
        if button in self._people:
            self.person_asked.emit(self._people[button])
        else:
            self.people_asked.emit(self._nips[button])


def _nips(leaving: list[Leaving]) -> frozenset[str]:
    return frozenset(one.member.nip for one in leaving)
