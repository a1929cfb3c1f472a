"""The card that brings the office to a stick, and says where the other copy is."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.errors import AppError
from app.domain.portable import Mark
from app.services.portable.looking import Known, Newer
from app.services.portable.making import Made
from app.ui.backups.words import moment
from app.ui.parts.buttons import primary_button
from app.ui.parts.card import Card
from app.ui.parts.fields import Note
from app.ui.parts.flow import FlowLayout
from app.ui.parts.progress import ProgressStrip
from app.ui.parts.text import label
from app.ui.portable.words import known_words, made_words
from app.ui.theme.theme import Theme
from app.wording.errors import error_sentence
from app.wording.language import Language
from app.wording.portable import personal_data_words, size_words

_GOOD, _WARNING, _REFUSED = "qualifies", "warning", "error"


class MakeCard(QWidget):
    """One button; the note says what is so, then what came of it."""

    asked = Signal()
    cancelled = Signal()

    def __init__(self, theme: Theme, language: Language) -> None:
        super().__init__()
        say = language.say
        self._language = language
        self._note = Note(theme)
        self._size = label(theme, font="small", tone="text_2", wrap=True)
        self._make = primary_button(theme, say("Copy to a stick…"), icon="hard-drive")
        self._progress = ProgressStrip(theme, language)
        what = say(
            "The whole office as one folder on a USB stick: database, evidence, backups, audit log and "
            "settings. It can be opened there at another computer that has Gaung."
        )
        self._card = Card(theme, say("Portable office"))
        self._card.body.addWidget(label(theme, what, wrap=True))
        self._card.body.addWidget(self._note)
        self._card.body.addWidget(label(theme, personal_data_words(language), wrap=True))
        self._card.body.addWidget(self._size)
        holder = QWidget()
        row = FlowLayout(holder, gap=8)
        row.addWidget(self._make)
        self._card.body.addWidget(holder)
        self._card.body.addWidget(self._progress)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._card)
        self._note.hide()
        self._progress.hide()
        self._make.clicked.connect(self.asked)
        self._progress.cancelled.connect(self.cancelled)

    def show_size(self, size: int) -> None:
        """How much room the stick needs."""
        words = self._language.say("It needs {size} on the stick.")
        self._size.setText(words.format(size=size_words(size, self._language)))

    def show_known(self, known: Known | None) -> None:
        """The portable office that was made of this one."""
        self._note.setVisible(known is not None)
        if known is None:
            return
        say = self._language.say
        worked = known.newer in (Newer.THERE, Newer.BOTH)
        tone = (_WARNING, "triangle-alert", "warning_text") if worked else (_GOOD, "info", "text")
        title = say("There are two copies of this office")
        self._note.say(*tone, title, known_words(known, self._language))

    def show_as_portable(self, mark: Mark | None) -> None:
        """This office is the one on the stick."""
        say = self._language.say
        title = say("This is the portable office")
        words = say("Close Gaung before the stick is pulled out.")
        if mark is not None:
            filled = say(
                "Filled on {moment} from the computer {computer}; that copy is still there."
            )
            when = moment(mark.made_at, self._language)
            words = f"{filled.format(moment=when, computer=mark.computer or '–')} {words}"
        self._note.say(_GOOD, "hard-drive", "accent", title, words)
        self._note.show()
        self._size.hide()
        self._make.hide()

    def show_sample(self) -> None:
        """Nobody carries the invented office away."""
        title = self._language.say("The sample office stays on this computer")
        self._note.say(_GOOD, "info", "text", title)
        self._note.show()
        self._make.setEnabled(False)

    def begin(self) -> None:
        """It is being copied."""
        self._make.setEnabled(False)
        self._note.hide()
        self._progress.start(self._language.say("Copying the office"), self._step_words)

    @Slot(int, int)
    def step(self, done: int, total: int) -> None:
        """So many files are there."""
        self._progress.step(done, total)

    def show_made(self, made: Made) -> None:
        """It stands there."""
        title = self._language.say("The office is in {place}").format(place=made.database.parent)
        self._end(_GOOD, "circle-check", "qualifies_text", title, made_words(made, self._language))

    def show_failed(self, error: AppError) -> None:
        """It could not be made."""
        title = self._language.say("The portable office was not made")
        words = error_sentence(error, self._language)
        self._end(_REFUSED, "triangle-alert", "error_text", title, words)

    def show_stopped(self) -> None:
        """Somebody stopped it."""
        say = self._language.say
        words = say("Nothing half made was left on the stick.")
        self._end(_GOOD, "info", "text", say("Copying was stopped"), words)

    def _end(self, mood: str, icon: str, tone: str, title: str, words: str) -> None:
        self._progress.stop()
        self._make.setEnabled(True)
        self._note.say(mood, icon, tone, title, words)
        self._note.show()

    def _step_words(self, done: int, total: int) -> str:
        number = self._language.number
        text = self._language.say("File {done} of {total}")
        return text.format(done=number(min(done + 1, total)), total=number(total))
