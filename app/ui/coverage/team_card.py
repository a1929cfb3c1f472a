"""The card of the smallest team: what it has to reach, how few do, and who rests on one alone."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QComboBox, QVBoxLayout, QWidget

from app.domain.coverage import Demand, Member
from app.domain.platform import RECORDED, Platform
from app.services.coverage import FoundTeam
from app.ui.coverage.two_lines import TwoLineButton
from app.ui.parts.card import Card
from app.ui.parts.fields import stacked
from app.ui.parts.text import label, line
from app.ui.theme.theme import Theme
from app.wording.coverage import demand_name, team_proof, team_sentence
from app.wording.language import Language

_MOST = 100
"""Rows of one list: a regency has hundreds of units, and a list of all of them is no reading."""


class TeamCard(QWidget):
    """Each name opens its person."""

    demand_chosen = Signal(Demand)
    person_asked = Signal(int)

    def __init__(self, theme: Theme, language: Language) -> None:
        super().__init__()
        self._theme, self._language = theme, language
        self._people: dict[QAbstractButton, int] = {}
        self._group = QButtonGroup(self)
        self._group.buttonClicked.connect(self._ask)
        say = language.say
        self._card = Card(theme, say("Smallest team"))
        self._demands = QComboBox()
        # In a narrow dialog it is not as wide as its longest choice.
        self._demands.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self._demands.setMinimumContentsLength(12)
        self._demands.currentTextChanged.connect(self._demands.setToolTip)
        for demand in Demand:
            self._demands.addItem(demand_name(demand, language), demand)
        self._demands.activated.connect(self._choose)
        self._sentence = label(theme, font="body_medium", wrap=True)
        self._proof = label(theme, font="small", tone="text_2", wrap=True)
        self._rows = QWidget()
        self._alone_title = label(theme, say("Rests on one person"), font="body_semibold")
        self._alone_note = label(theme, font="small", tone="text_2", wrap=True)
        self._alone = QWidget()
        body = self._card.body
        body.addLayout(stacked(theme, say("It has to reach"), self._demands))
        for widget in (self._sentence, self._proof, self._rows, line()):
            body.addWidget(widget)
        for widget in (self._alone_title, self._alone_note, self._alone):
            body.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._card)
        self.show_searching()

    @property
    def demand(self) -> Demand:
        """What the team has to reach now."""
        return Demand(self._demands.currentData())

    def show_searching(self) -> None:
        """The answer is being looked for."""
        self._sentence.setText(self._language.say("Looking for the smallest team"))
        self._proof.setText("")
        self._alone_note.setText("")

    def show_failed(self, sentence: str) -> None:
        """There is no answer, and why."""
        self._sentence.setText(sentence)

    def show_team(self, found: FoundTeam) -> None:
        """The answer to what was asked."""
        language, size = self._language, len(found.team)
        self._sentence.setText(team_sentence(found.demand, size, found.things, language))
        self._proof.setText(team_proof(size, found.at_least, found.greedy, language))
        for button in self._people:
            self._group.removeButton(button)
        self._people.clear()
        finer = found.demand is Demand.FINER_UNITS
        team = [(one, _place(one, finer=finer)) for one in found.team]
        self._rows = self._replaced(self._rows, team)
        alone = [
            (one, self._if_gone(_place(one, finer=finer), len(things)))
            for one, things in found.alone
        ]
        self._alone_note.setText(self._said_of(len(alone)))
        self._alone = self._replaced(self._alone, alone)

    def _said_of(self, number: int) -> str:
        if not number:
            return self._language.say("Whatever is reached, at least two people reach it.")
        return self._language.say_many(
            "If this person moves away, something is reached by nobody.",
            "If one of these {count} people moves away, something is reached by nobody.",
            number,
        )

    def _if_gone(self, place: str, things: int) -> str:
        gone = self._language.say_many("only this one: {count}", "only this one: {count}", things)
        return f"{place} · {gone}" if things > 1 else place

    def _replaced(self, old: QWidget, rows: Sequence[tuple[Member, str]]) -> QWidget:
        made = QWidget()
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for member, second in rows[:_MOST]:
            button = TwoLineButton(self._theme, member.name, second, _shown(member))
            self._people[button] = member.id
            self._group.addButton(button)
            column.addWidget(button)
        if len(rows) > _MOST:
            more = self._language.say_many(
                "and {count} more", "and {count} more", len(rows) - _MOST
            )
            column.addWidget(label(self._theme, more, font="small", tone="text_2"))
        self._card.body.replaceWidget(old, made)
        old.hide()
        old.deleteLater()
        made.setVisible(bool(rows))
        return made

    @Slot()
    def _choose(self) -> None:
        self.demand_chosen.emit(self.demand)

    @Slot(QAbstractButton)
    def _ask(self, button: QAbstractButton) -> None:
        self.person_asked.emit(self._people[button])


def _place(member: Member, *, finer: bool) -> str:
    """Where the person works, as finely as the team is asked for."""
    return f"{member.within}, {member.unit}" if finer and member.within else member.unit


def _shown(member: Member) -> list[Platform]:
    return [platform for platform in RECORDED if platform in member.reached]
