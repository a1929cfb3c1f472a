"""The dialog of fetching: of whom, the plan, how far it is, what became of it."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from app.domain.fetch_plan import FetchPlan
from app.services.fetching import CountApart, JobSummary
from app.ui.fetching.apart_part import ApartPart
from app.ui.fetching.blocks import Block, Blocks
from app.ui.fetching.scope import FetchScope
from app.ui.fetching.words import plan_blocks, result_blocks, whom_words
from app.ui.parts.buttons import plain_button, primary_button, quiet_button
from app.ui.parts.card import Card
from app.ui.parts.dialog_frame import DialogFrame
from app.ui.parts.progress import ProgressStrip
from app.ui.parts.strip import Mood, Strip
from app.ui.parts.text import label
from app.ui.parts.writing import writes
from app.ui.settings.choice import Choice, Option
from app.ui.theme.theme import Theme
from app.wording.language import Language

_WIDTH = 760


class FetchDialog(QDialog):
    """Asks and shows; whoever opened it plans, fetches and says what came of it."""

    scope_chosen = Signal(str)
    fetch_asked = Signal()
    again_asked = Signal()
    cancel_asked = Signal()
    settings_asked = Signal()

    def __init__(
        self, theme: Theme, language: Language, scope: FetchScope, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._language = language
        say = language.say
        options = [Option(one.value, whom_words(one, scope, language)) for one in scope.choices]
        self._whom = Choice(theme, say("Of whom"), options)
        self._plan = Blocks(theme)
        self._result = Blocks(theme)
        self.apart = ApartPart(theme, language)
        self._again = quiet_button(theme, say("Try again what failed"))
        self._settings = quiet_button(theme, say("Tokens and approval…"), icon="key-round")
        self._progress = ProgressStrip(theme, language)
        self._strip = Strip(theme, language)
        self._fetch = primary_button(theme, say("Fetch now"), icon="cloud-download")
        self._close = plain_button(theme, say("Close"), keys="Esc")
        self._cards = self._made_cards(theme, with_choice=len(options) > 1)
        self._lay_out(theme)
        self._whom.choose(scope.choices[0].value)
        self._whom.chosen.connect(self.scope_chosen)
        self._whom.chosen.connect(self._strip.clear)
        self._again.clicked.connect(self.again_asked)
        self._settings.clicked.connect(self.settings_asked)
        writes(self._fetch, self._again)
        self._fetch.clicked.connect(self.fetch_asked)
        self._close.clicked.connect(self.reject)
        self._progress.cancelled.connect(self.cancel_asked)
        self._fetch.setEnabled(False)
        self._close.setFocus()

    def show_plan(self, plan: FetchPlan, now: datetime) -> None:
        """What would be asked, and of whom not."""
        self._plan.say(plan_blocks(plan, now, self._language))
        self._fetch.setEnabled(bool(plan.open))
        words = self._language.say("Fetch now")
        if plan.open:
            words = self._language.say_many(
                "Fetch {count} account", "Fetch {count} accounts", plan.accounts
            )
        self._fetch.set_words(words)
        if plan.open and self.focusWidget() is self._close:
            self._fetch.setFocus()

    def show_fetching(self) -> None:
        """It works, also when the dialog is closed; it can be stopped."""
        self._strip.clear()
        self._cards["plan"].hide()
        # What came of it matters more from now on than what was planned.
        self._listed.insertWidget(self._listed.count() - 2, self._cards["plan"])
        self._cards["result"].show()
        self._again.setEnabled(False)
        self._fetch.setEnabled(False)
        self._progress.start(self._language.say("Fetching"), self._step_words)

    @Slot(int, int)
    def step(self, done: int, total: int) -> None:
        """So many accounts of the platform that is being asked."""
        self._progress.step(done, total)

    def show_results(
        self, found: Sequence[JobSummary], apart: Sequence[CountApart], now: datetime
    ) -> None:
        """What became of it so far."""
        blocks = result_blocks(found, now, self._language)
        self._result.say(blocks)
        self._cards["result"].setVisible(bool(blocks))
        self._again.setVisible(any(one.failed for one in found))
        self.apart.show_apart(apart)
        self._cards["apart"].setVisible(bool(apart))

    def show_ended(self, lead: str, rest: str, mood: Mood) -> None:
        """It is over for now."""
        self._progress.stop()
        self._again.setEnabled(True)
        self._cards["plan"].show()
        self._strip.say(mood, lead, rest, stays=True)

    def show_failed(self, sentence: str) -> None:
        """Nothing could be asked; where that was said instead of a plan, the card says so too."""
        if not self._plan.text:
            words = self._language.say("There is no plan: see below why.")
            self._plan.say([Block(words)])
        self.show_ended(self._language.say("Nothing was fetched."), sentence, Mood.ERROR)

    def _step_words(self, done: int, total: int) -> str:
        number = self._language.number
        words = self._language.say("Fetching: {done} of {total} accounts")
        return words.format(done=number(done), total=number(total))

    def _made_cards(self, theme: Theme, *, with_choice: bool) -> dict[str, Card]:
        say = self._language.say
        cards = {
            "whom": Card(theme, say("Of whom")),
            "plan": Card(theme, say("Plan")),
            "result": Card(theme, say("Result")),
            "apart": Card(theme, say("Hard to believe: used only when you accept it")),
        }
        cards["whom"].body.addWidget(self._whom)
        cards["whom"].setVisible(with_choice)
        cards["plan"].body.addWidget(self._plan)
        cards["plan"].body.addWidget(self._settings, 0, Qt.AlignmentFlag.AlignLeft)
        cards["result"].body.addWidget(self._result)
        cards["result"].body.addWidget(self._again, 0, Qt.AlignmentFlag.AlignLeft)
        cards["apart"].body.addWidget(self.apart)
        cards["result"].hide()
        cards["apart"].hide()
        return cards

    def _lay_out(self, theme: Theme) -> None:
        say = self._language.say
        title = say("Fetch automatically")
        self.setWindowTitle(title)
        frame = DialogFrame(self, _WIDTH)
        self._listed = QVBoxLayout()
        self._listed.setSpacing(10)
        for card in self._cards.values():
            self._listed.addWidget(card)
        self._listed.addStretch(1)
        words = say(
            "Counts are read through the official ways of the platforms, only of people whose consent "
            "is recorded. You can close this and go on working meanwhile."
        )
        frame.middle.addWidget(label(theme, title, font="card_title"))
        frame.middle.addWidget(label(theme, words, tone="text_2", wrap=True))
        frame.middle.addLayout(self._listed, 1)
        frame.foot.addWidget(self._progress)
        frame.foot.addWidget(self._strip)
        frame.set_buttons(None, self._close, self._fetch)
