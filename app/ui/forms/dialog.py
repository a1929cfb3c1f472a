"""The dialog of the forms that go round: at the left what is sent, at the right what came back."""

from collections.abc import Mapping, Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QDialog, QHBoxLayout, QWidget

from app.services.forms.tracking import FormRound
from app.ui.forms.order_part import FormOrderPart
from app.ui.forms.rounds_part import FormRoundsPart
from app.ui.parts.buttons import Button, plain_button, primary_button
from app.ui.parts.card import Card
from app.ui.parts.dialog_frame import DialogFrame
from app.ui.parts.progress import ProgressStrip
from app.ui.parts.strip import Answer, Mood, Strip
from app.ui.parts.text import label
from app.ui.parts.writing import writes
from app.ui.theme.theme import Theme
from app.wording.language import Language

_WIDTH, _HEIGHT = 900, 560


class FormsDialog(QDialog):
    """Asks; whoever opened it writes and says what came of it."""

    write_asked = Signal(object)
    """A FormOrder."""
    folder_asked = Signal()
    cancel_asked = Signal()
    again_asked = Signal()
    """The organisations are to be read once more."""

    def __init__(
        self,
        theme: Theme,
        language: Language,
        today: date,
        *,
        friends: bool,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._language = language
        title = language.say("Forms for every organisation")
        self.setWindowTitle(title)
        self._order = FormOrderPart(theme, language, today, friends=friends)
        self._rounds = FormRoundsPart(theme, language)
        self._write = primary_button(theme, language.say("Write forms"))
        self._close = plain_button(theme, language.say("Close"), keys="Esc")
        self._progress = ProgressStrip(theme, language)
        self._strip = Strip(theme, language)
        self._lay_out(theme, title)
        self._order.changed.connect(self._show_button)
        writes(self._write)
        self._write.clicked.connect(self._ask)
        self._close.clicked.connect(self.reject)
        self._progress.cancelled.connect(self.cancel_asked)
        self._order.first_field().setFocus()
        self._show_button()

    def show_known(self, people: Mapping[str, int], rounds: Sequence[FormRound]) -> None:
        """The organisations, and what went out before."""
        self._order.show_organisations(people)
        self._rounds.show_rounds(rounds)

    def show_unread(self, sentence: str) -> None:
        """Nobody knows to whom forms could be sent."""
        self._order.show_unread()
        lead = self._language.say("The organisations were not read.")
        again = Answer(self._language.say("Try again"), self.again_asked.emit)
        self._strip.say(Mood.ERROR, lead, sentence, [again])
        self._close.setFocus()

    def show_writing(self) -> None:
        """Forms are being written; they can be stopped."""
        self._strip.clear()
        self._write.setEnabled(False)
        self._progress.start(self._language.say("Writing forms"), self._step_words)

    @Slot(int, int)
    def step(self, done: int, total: int) -> None:
        """So many of them are written."""
        self._progress.step(done, total)

    def show_written(self, number: int, rounds: Sequence[FormRound]) -> None:
        """All of them stand in the folder."""
        self._rest()
        self._rounds.show_rounds(rounds)
        words = self._language.say_many(
            "{count} form was written.", "{count} forms were written.", number
        )
        after = self._language.say("Send them out; drop what comes back into this window.")
        opened = Answer(self._language.say("Open the folder"), self.folder_asked.emit)
        self._strip.say(Mood.DONE, words, after, [opened])

    def show_failed(self, sentence: str) -> None:
        """Nothing was written."""
        self._rest()
        self._strip.say(Mood.ERROR, self._language.say("No form was written."), sentence)

    def show_stopped(self) -> None:
        """The person stopped it; nothing was left behind."""
        self._rest()
        words = self._language.say("Stopped. No form was left behind.")
        self._strip.say(Mood.WARNING, words, stays=False)

    @property
    def write_button(self) -> Button:
        """For the keyboard's way: Enter writes."""
        return self._write

    def _rest(self) -> None:
        self._progress.stop()
        self._show_button()

    def _step_words(self, done: int, total: int) -> str:
        number = self._language.number
        return self._language.say("Writing form {done} of {total}").format(
            done=number(min(done + 1, total)), total=number(total)
        )

    @Slot()
    def _show_button(self) -> None:
        order = self._order.order()
        number = len(self._order.chosen)
        words = self._language.say("Write forms")
        if order is not None:
            words = self._language.say_many("Write {count} form", "Write {count} forms", number)
        self._write.setText(words)
        self._write.setEnabled(order is not None)

    @Slot()
    def _ask(self) -> None:
        order = self._order.order()
        if order is not None:
            self.write_asked.emit(order)

    def _lay_out(self, theme: Theme, title: str) -> None:
        say = self._language.say
        send = Card(theme, say("Send"))
        send.body.addWidget(self._order)
        back = Card(theme, say("Came back"))
        back.body.addWidget(self._rounds)
        cards = QHBoxLayout()
        cards.setSpacing(12)
        cards.addWidget(send, 5)
        cards.addWidget(back, 4)
        frame = DialogFrame(self, _WIDTH, _HEIGHT)
        frame.middle.addWidget(label(theme, title, font="card_title"))
        frame.middle.addWidget(
            label(
                theme,
                say(
                    "One workbook for each organisation, with its people and what is known of them. "
                    "What comes back is checked cell by cell; nothing is overwritten unasked."
                ),
                tone="text_2",
                wrap=True,
            )
        )
        frame.middle.addLayout(cards, 1)
        frame.foot.addWidget(self._progress)
        frame.foot.addWidget(self._strip)
        frame.set_buttons(None, self._close, self._write)
