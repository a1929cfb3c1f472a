"""The dialog of the office's own form: which file, what it asks for, what would be lost."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QDialog, QHBoxLayout, QWidget

from app.domain.template import ROW_MARK, TemplateLook
from app.services.report.template import FilledTemplate
from app.ui.parts.buttons import plain_button, primary_button
from app.ui.parts.card import Card
from app.ui.parts.dialog_frame import DialogFrame
from app.ui.parts.progress import ProgressStrip
from app.ui.parts.strip import Answer, Mood, Strip
from app.ui.parts.text import label
from app.ui.theme.theme import Theme
from app.wording.language import Language
from app.wording.templates import loss_words

_WIDTH = 720


class TemplateDialog(QDialog):
    """Asks; whoever opened it looks, writes and says what came of it."""

    choose_asked = Signal()
    example_asked = Signal()
    write_asked = Signal()
    cancel_asked = Signal()
    file_asked = Signal()
    folder_asked = Signal()
    copy_asked = Signal()

    def __init__(self, theme: Theme, language: Language, about: str, parent: QWidget) -> None:
        """`about`: whom the list is of, in words."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._language = language
        say = language.say
        self._look: TemplateLook | None = None
        self._busy = False
        self._choose = plain_button(theme, say("Choose the form…"), icon="folder-open")
        self._example = plain_button(theme, say("Save an example…"), icon="file-spreadsheet")
        self._file = label(theme, say("No form chosen yet"), tone="text_2", wrap=True)
        self._places = label(theme, "", wrap=True)
        self._unknown = label(theme, "", tone="warning_text", wrap=True)
        self._lost = label(theme, "", tone="warning_text", wrap=True)
        self._agreed = QCheckBox(say("Write it without these"))
        self._write = primary_button(theme, say("Write the report…"), keys="Ctrl+Enter")
        self._write.setShortcut("Ctrl+Return")
        self._close = plain_button(theme, say("Close"), keys="Esc")
        self._progress = ProgressStrip(theme, language)
        self._strip = Strip(theme, language)
        self._lay_out(theme, about)
        for button, signal in (
            (self._choose, self.choose_asked),
            (self._example, self.example_asked),
            (self._write, self.write_asked),
        ):
            button.clicked.connect(signal)
        self._close.clicked.connect(self.reject)
        self._agreed.toggled.connect(self._show_button)
        self._progress.cancelled.connect(self.cancel_asked)
        self._choose.setFocus()
        self._show_look()

    def show_look(self, path: Path, look: TemplateLook) -> None:
        """What stands in the form."""
        self._strip.clear()
        self._look = look
        self._file.setText(path.name)
        self._file.setToolTip(str(path))
        self._agreed.setChecked(False)
        self._show_look()
        (self._agreed if look.losses else self._write).setFocus()

    def show_refused(self, path: Path, sentence: str) -> None:
        """This file is no form."""
        self._look = None
        self._file.setText(path.name)
        self._show_look()
        self._strip.say(Mood.ERROR, self._language.say("This form cannot be filled."), sentence)

    def show_writing(self) -> None:
        """The report is being written; it can be stopped."""
        self._busy = True
        self._strip.clear()
        self._progress.start(self._language.say("Writing the report"), self._step_words)
        self._show_button()

    @Slot(int, int)
    def step(self, done: int, total: int) -> None:
        """So many rows are filled."""
        self._progress.step(done, total)

    def show_written(self, name: str, filled: FilledTemplate) -> None:
        """The report stands there; what its proof leaves out is said."""
        self._rest()
        say = self._language.say
        words = self._language.say_many(
            "The report is written, with {count} person.",
            "The report is written, with {count} people.",
            filled.people,
        )
        if filled.uncovered:
            left_out = self._language.say_many(
                "Its proof does not cover {count} cell with a formula.",
                "Its proof does not cover {count} cells with formulas.",
                filled.uncovered,
            )
            name = f"{name}. {left_out}"
        answers = [
            Answer(say("Open the file"), self.file_asked.emit, icon="file-spreadsheet"),
            Answer(say("Open the folder"), self.folder_asked.emit, icon="folder-open"),
        ]
        self._strip.say(Mood.DONE, words, name, answers)

    def show_example(self, name: str) -> None:
        """The example stands there."""
        say = self._language.say
        answers = [Answer(say("Open the file"), self.file_asked.emit, icon="file-spreadsheet")]
        self._strip.say(Mood.DONE, say("The example is saved."), name, answers)

    def show_failed(self, sentence: str, *, in_use: bool = False) -> None:
        """Nothing was written; where the file is `in_use` elsewhere, a copy is offered."""
        self._rest()
        say = self._language.say
        copy = Answer(say("Save as a copy"), self.copy_asked.emit, main=True, icon="copy")
        answers = [copy] if in_use else []
        self._strip.say(Mood.ERROR, say("The report was not written."), sentence, answers)

    def show_stopped(self) -> None:
        """The person stopped it."""
        self._rest()
        say = self._language.say
        self._strip.say(
            Mood.WARNING, say("Writing was stopped."), say("What stood there is unchanged.")
        )

    def _rest(self) -> None:
        self._busy = False
        self._progress.stop()
        self._show_button()

    def _show_look(self) -> None:
        look, say = self._look, self._language.say
        words = ""
        if look is not None:
            rows = sum(name.startswith(ROW_MARK) for name in look.names - look.unknown.keys())
            once = len(look.names - look.unknown.keys()) - rows
            words = say(
                "One row is repeated for each person, with {rows} places; {once} places stand alone."
            ).format(rows=rows, once=once)
        self._places.setText(words)
        self._show_unknown(look)
        lost = loss_words(look.losses, self._language) if look is not None else ""
        self._lost.setText(
            say("Filling this form would lose: {things}.").format(things=lost) if lost else ""
        )
        for part, shown in (
            (self._places, bool(words)),
            (self._lost, bool(lost)),
            (self._agreed, bool(lost)),
        ):
            part.setVisible(shown)
        self._show_button()

    def _show_unknown(self, look: TemplateLook | None) -> None:
        unknown = look.unknown if look is not None else {}
        places = ", ".join(
            f"{{{{{name}}}}} ({place.sheet} {place.cell})" for name, place in unknown.items()
        )
        words = self._language.say("Nothing is known for: {places}. They stay as they are written.")
        self._unknown.setText(words.format(places=places) if places else "")
        self._unknown.setVisible(bool(places))

    @Slot()
    def _show_button(self) -> None:
        look = self._look
        agreed = look is not None and (not look.losses or self._agreed.isChecked())
        self._write.setEnabled(agreed and not self._busy)

    def _step_words(self, done: int, total: int) -> str:
        number = self._language.number
        return self._language.say("Writing {done} of {total} rows").format(
            done=number(done), total=number(total)
        )

    def _lay_out(self, theme: Theme, about: str) -> None:
        say = self._language.say
        title = say("The office's own form")
        self.setWindowTitle(title)
        frame = DialogFrame(self, _WIDTH)
        column = frame.middle
        column.addWidget(label(theme, title, font="card_title"))
        words = say(
            "An .xlsx that the office has drawn: names in double braces are replaced, and one row "
            "is repeated for each person who qualifies. Looks, pictures and print set-up stay."
        )
        column.addWidget(label(theme, words, tone="text_2", wrap=True))
        column.addWidget(label(theme, about, wrap=True))
        chosen = Card(theme, say("The form"))
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self._choose)
        buttons.addWidget(self._example)
        buttons.addStretch()
        chosen.body.addLayout(buttons)
        for part in (self._file, self._places, self._unknown, self._lost, self._agreed):
            chosen.body.addWidget(part)
        column.addWidget(chosen)
        # A factor: else the card takes half of the height that is spare.
        column.addStretch(1)
        frame.foot.addWidget(self._progress)
        frame.foot.addWidget(self._strip)
        frame.set_buttons(None, self._close, self._write)
