"""The card of several chosen people: how many, and the sum of their verdicts."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from app.domain.verdict import Verdict
from app.ui.charts.verdict_bar import VerdictBar
from app.ui.parts.buttons import plain_button
from app.ui.parts.chips import Chip
from app.ui.parts.text import label
from app.ui.parts.writing import writes
from app.ui.theme.theme import Theme
from app.wording.language import Language
from app.wording.verdicts import verdict_short_word

_TWO = 2


class Several(QWidget):
    """The numbers of the verdicts sum to the people that are judged; two can be made one."""

    merge_asked = Signal()
    consent_asked = Signal()

    def __init__(self, theme: Theme, language: Language) -> None:
        super().__init__()
        self._language = language
        self._title = label(theme, font="name")
        self._bar = VerdictBar(theme, language)
        self._numbers = {verdict: label(theme, font="body_semibold") for verdict in Verdict}
        self._rest = label(theme, font="small", tone="text_2", wrap=True)
        self._merge = plain_button(theme, language.say("Merge…"), icon="git-compare")
        self._merge.setToolTip(language.say("Two records of one person become one."))
        self._consent = plain_button(theme, language.say("Consent…"), icon="handshake")
        self._consent.setToolTip("Ctrl+I")
        grid = QGridLayout()
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        for place, verdict in enumerate(Verdict):
            chip = Chip(theme, "")
            chip.show_verdict(verdict, verdict_short_word(verdict, language))
            grid.addWidget(chip, place, 0)
            grid.addWidget(self._numbers[verdict], place, 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(14)
        column.addWidget(self._title)
        column.addWidget(self._bar)
        column.addLayout(grid)
        column.addWidget(self._rest)
        column.addWidget(self._consent, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._merge, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch()
        writes(self._merge, self._consent)
        self._merge.clicked.connect(self.merge_asked)
        self._consent.clicked.connect(self.consent_asked)

    def show_people(self, people: int, verdicts: Mapping[Verdict, int]) -> None:
        """`people` are all that are chosen, also those that stand in no output."""
        say_many = self._language.say_many
        self._title.setText(say_many("{count} person chosen", "{count} people chosen", people))
        self._bar.set_counts(verdicts)
        self._merge.setVisible(people == _TWO)
        for verdict, number in self._numbers.items():
            number.setText(self._language.number(verdicts.get(verdict, 0)))
        outside = people - sum(verdicts.values())
        self._rest.setVisible(outside > 0)
        self._rest.setText(
            say_many(
                "{count} of them is left out of results and reports.",
                "{count} of them are left out of results and reports.",
                outside,
            )
        )
