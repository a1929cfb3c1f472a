"""The dialog "Buku kiriman": which period goes to the province, and what came of writing it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QDialog, QWidget

from app.ui.parts.buttons import plain_button, primary_button
from app.ui.parts.dialog_frame import DialogFrame
from app.ui.parts.progress import ProgressStrip
from app.ui.parts.strip import Answer, Mood, Strip
from app.ui.parts.text import label
from app.ui.parts.writing import writes
from app.ui.sending.offer import Offer
from app.ui.sending.order_part import SendOrder, SendOrderPart
from app.ui.theme.theme import Theme
from app.wording.language import Language

_WIDTH, _HEIGHT = 780, 440


class SendingDialog(QDialog):
    """Asks; whoever opened it writes and says what came of it."""

    write_asked = Signal(object)
    """The SendOrder."""
    cancel_asked = Signal()
    copy_asked = Signal()
    replace_asked = Signal()
    file_asked = Signal()
    folder_asked = Signal()
    settings_asked = Signal()

    def __init__(self, theme: Theme, language: Language, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._language = language
        say = language.say
        self.setWindowTitle(say("Exchange workbook"))
        self._order = SendOrderPart(theme, language)
        self._progress = ProgressStrip(theme, language)
        self._strip = Strip(theme, language)
        self._close = plain_button(theme, say("Close"), keys="Esc")
        self._write = primary_button(theme, say("Write the workbook…"), keys="Ctrl+Enter")
        self._write.setShortcut("Ctrl+Return")
        self._frame = DialogFrame(self, _WIDTH, _HEIGHT)
        self._lay_out(theme)
        self._order.changed.connect(self._show_busy)
        writes(self._write)
        self._write.clicked.connect(self._ask)
        self._close.clicked.connect(self.reject)
        self._progress.cancelled.connect(self.cancel_asked)
        self._writing = False
        self._show_busy()
        self._order.first_field().setFocus()

    def show_offers(self, found: Sequence[Offer]) -> None:
        """What can be sent now."""
        self._order.show_offers(found)

    def show_writing(self) -> None:
        """It is being written; it can be stopped."""
        self._strip.clear()
        self._writing = True
        self._show_busy()
        self._progress.start(self._language.say("Writing the workbook"), self._words)

    @Slot(int, int)
    def step(self, done: int, total: int) -> None:
        """So many people are written."""
        self._progress.step(done, total)

    def show_written(self, files: int, name: str) -> None:
        """Done; the file and its folder can be opened."""
        self._rest()
        say = self._language.say
        answers = [
            Answer(say("Open the file"), self.file_asked.emit, icon="file-spreadsheet"),
            Answer(say("Open the folder"), self.folder_asked.emit, icon="folder-open"),
        ]
        lead = self._language.say_many(
            "{count} workbook is written.", "{count} workbooks are written.", files
        )
        words = say("Send it unchanged.") if files == 1 else say("Send all of them, unchanged.")
        self._strip.say(Mood.DONE, lead, f"{name}. {words}", answers)

    def show_in_use(self, sentence: str) -> None:
        """This very file cannot be replaced: a copy is offered."""
        self._rest()
        say = self._language.say
        answers = [Answer(say("Save as a copy"), self.copy_asked.emit, main=True, icon="copy")]
        self._strip.say(Mood.ERROR, say("The workbook was not written."), sentence, answers)
        self._go_to_answers()

    def show_there(self, sentence: str) -> None:
        """A part of that name stands there: it may be replaced, or a copy written."""
        self._rest()
        say = self._language.say
        answers = [
            Answer(say("Save as a copy"), self.copy_asked.emit, main=True, icon="copy"),
            Answer(say("Replace it"), self.replace_asked.emit),
        ]
        self._strip.say(Mood.WARNING, say("The file is there already."), sentence, answers)
        self._go_to_answers()

    def show_unnamed(self, sentence: str) -> None:
        """The office has no name: the settings are offered."""
        self._rest()
        say = self._language.say
        answers = [Answer(say("Open Settings"), self.settings_asked.emit, icon="settings")]
        self._strip.say(Mood.ERROR, say("The workbook was not written."), sentence, answers)
        self._go_to_answers()

    def show_failed(self, sentence: str) -> None:
        """It could not be written."""
        self._rest()
        lead = self._language.say("The workbook was not written.")
        self._strip.say(Mood.ERROR, lead, sentence)

    def show_stopped(self) -> None:
        """The person stopped it."""
        self._rest()
        say = self._language.say
        words = say("What stood there is unchanged.")
        self._strip.say(Mood.DONE, say("Writing was stopped."), words)

    def _rest(self) -> None:
        self._writing = False
        self._progress.stop()
        self._show_busy()

    def _go_to_answers(self) -> None:
        for button in self._strip.buttons()[:1]:
            button.setFocus()

    @Slot()
    def _show_busy(self) -> None:
        self._write.setEnabled(not self._writing and self._order.order() is not None)

    @Slot()
    def _ask(self) -> None:
        order: SendOrder | None = self._order.order()
        if order is not None:
            self.write_asked.emit(order)

    def _words(self, done: int, total: int) -> str:
        number = self._language.number
        if not total:
            return self._language.say("Reading the people")
        text = self._language.say("Writing {done} of {total} people")
        return text.format(done=number(done), total=number(total))

    def _lay_out(self, theme: Theme) -> None:
        say = self._language.say
        words = say(
            "The province receives and merges it. People can read it, and any change in it is found; "
            "whoever withdrew consent is not in it."
        )
        column = self._frame.middle
        column.addWidget(label(theme, say("Exchange workbook for the province"), font="card_title"))
        column.addWidget(label(theme, words, tone="text_2", wrap=True))
        column.addWidget(self._order)
        column.addStretch()
        self._frame.foot.addWidget(self._progress)
        self._frame.foot.addWidget(self._strip)
        self._frame.set_buttons(None, self._close, self._write)
