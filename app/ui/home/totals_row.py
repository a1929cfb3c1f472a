"""The four totals of the office, and how many more or fewer qualify than before."""

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.domain.verdict import Verdict
from app.services.overview import Overview
from app.services.standings import NEAR
from app.ui.home.totals import Total, TotalButton
from app.ui.theme.theme import Theme
from app.ui.wanted import PeopleWanted
from app.wording.language import Language


class Totals(QObject):
    """Each total opens its people."""

    people_asked = Signal(PeopleWanted)
    standings_asked = Signal(PeopleWanted)
    change_asked = Signal()
    """Who came and who went since the number that the change is told from."""

    def __init__(self, theme: Theme, language: Language, parent: QWidget) -> None:
        super().__init__(parent)
        self._language = language
        self._registered = TotalButton(theme, "users")
        self._qualifying = TotalButton(theme, "circle-check", "qualifies_text")
        self._near = TotalButton(theme, "trending-up")
        self._accounts = TotalButton(theme, "at-sign")
        self._registered.clicked.connect(self._ask_everyone)
        self._qualifying.clicked.connect(self._ask_qualifying)
        self._qualifying.link_clicked.connect(self.change_asked)
        self._near.clicked.connect(self._ask_near)
        self._accounts.clicked.connect(self._ask_on_record)

    def show_overview(self, overview: Overview) -> None:
        """Another look at the office."""
        say, many, number = self._language.say, self._language.say_many, self._language.number
        qualifying = overview.totals[Verdict.QUALIFIES]
        units = many("in {count} unit", "in {count} units", len(overview.units))
        share = self._language.percent(qualifying / overview.people if overview.people else 0)
        self._registered.show_total(
            Total(say("Civil servants on the list"), number(overview.people), units)
        )
        self._qualifying.show_total(
            Total(say("Qualify"), number(qualifying), say("{share} of all").format(share=share))
        )
        near = many("at most {count} follower short", "at most {count} followers short", NEAR)
        self._near.show_total(Total(say("Nearly qualify"), number(overview.nearly), near))
        owners = many("of {count} person", "of {count} people", overview.people_with_accounts)
        self._accounts.show_total(
            Total(say("Accounts on record"), number(overview.accounts), owners)
        )

    def say_change(self, words: str, more: str) -> None:
        """Since when how many more or fewer qualify; no words, and nothing is known of it."""
        self._qualifying.say_later(words, more)

    def pair(self, first: int) -> QHBoxLayout:
        """Two totals beside each other, from the first or the third on."""
        pair = QHBoxLayout()
        pair.setSpacing(10)
        for total in self._all()[first : first + 2]:
            pair.addWidget(total, 1)
        return pair

    def focusable(self) -> list[QWidget]:
        """In the order of Tab."""
        return [button for total in self._all() for button in total.buttons()]

    def _all(self) -> list[TotalButton]:
        return [self._registered, self._qualifying, self._near, self._accounts]

    @Slot()
    def _ask_everyone(self) -> None:
        self.people_asked.emit(PeopleWanted())

    @Slot()
    def _ask_qualifying(self) -> None:
        self.people_asked.emit(PeopleWanted(verdict=Verdict.QUALIFIES))

    @Slot()
    def _ask_near(self) -> None:
        self.standings_asked.emit(PeopleWanted(near=True))

    @Slot()
    def _ask_on_record(self) -> None:
        self.people_asked.emit(PeopleWanted(on_record=True))
