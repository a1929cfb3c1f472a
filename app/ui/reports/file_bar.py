"""The bar at the foot: what the file is called, where it goes, the one button that writes it."""

from pathlib import Path

from PySide6.QtCore import QPoint, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget
from typing_extensions import override

from app.domain.file_names import SUFFIX, FileForm, file_name
from app.ui.letters.menu import LetterMenu
from app.ui.parts.buttons import Button, ButtonRole, plain_button
from app.ui.parts.elided import Elided
from app.ui.parts.fields import put_sign
from app.ui.parts.text import label
from app.ui.prompts import Prompts
from app.ui.theme.theme import Theme
from app.wording.language import Language

_HEIGHT, _TWO_LINES = 54, 96
_ROOM_FOR_LABEL = 900


class FileBar(QWidget):
    """The name follows office and month until somebody types another one."""

    write_asked = Signal()
    pdf_asked = Signal()
    print_asked = Signal()
    print_all_asked = Signal()

    def __init__(
        self, theme: Theme, language: Language, prompts: Prompts, folder: Path, mark: str
    ) -> None:
        super().__init__()
        self._language = language
        self._prompts = prompts
        self._folder = folder
        self._mark = mark
        self._suggestion = ""
        self._own = False
        self._agreed: Path | None = None
        self._pressed: QWidget | None = None
        self._meanwhile: QWidget | None = None
        say = language.say
        self._label = label(theme, say("Save as"), tone="text_2")
        self._name = QLineEdit()
        self._name.setAccessibleName(say("Save as"))
        self._name.setMinimumWidth(160)
        # The fields that have a sign at their left share one look.
        self._name.setProperty("role", "search")
        put_sign(self._name, theme, "file-spreadsheet")
        self._where = Elided(theme, font="small")
        self._change = plain_button(theme, say("Change"))
        self._change.setToolTip(say("Choose another folder or another name"))
        self._print = plain_button(theme, say("Print"), icon="printer")
        self._menu = LetterMenu(self)
        self._build_menu()
        self._pdf = plain_button(theme, say("Save PDF"), icon="file-down")
        self._pdf.setToolTip(say("The same pages as in the preview, under the same name"))
        self._write = Button(
            theme,
            say("Write the Excel report"),
            role=ButtonRole.PRIMARY,
            keys="Ctrl+Enter",
            tall=True,
        )
        self._bar = QFrame()
        self._lines = QBoxLayout(QBoxLayout.Direction.LeftToRight, self._bar)
        self._buttons = QHBoxLayout()
        self._build()
        self._show_folder()
        # A long name is cut short in the field.
        self._name.textChanged.connect(self._name.setToolTip)
        self._name.textEdited.connect(self._edited)
        self._name.editingFinished.connect(self._tidy)
        self._change.clicked.connect(self._ask)
        self._print.clicked.connect(self._offer_printing)
        self._pdf.clicked.connect(self.pdf_asked)
        self._write.clicked.connect(self.write_asked)

    @property
    def folder(self) -> Path:
        """Where the report goes."""
        return self._folder

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow window the buttons are worth more than the words around the field."""
        super().resizeEvent(event)
        for words in (self._label, self._where):
            words.setVisible(self.width() >= _ROOM_FOR_LABEL)

    def take_two_lines(self) -> None:
        """The buttons below the name: for a place that is narrower than both."""
        self._lines.setDirection(QBoxLayout.Direction.TopToBottom)
        self._buttons.insertStretch(0)
        self._bar.setFixedHeight(_TWO_LINES)

    def set_folder(self, folder: Path) -> None:
        """Offer another folder; one that somebody chose here stays."""
        if self._agreed is None:
            self._folder = folder
            self._show_folder()

    def suggest(self, name: str) -> None:
        """Another office or month has another name."""
        self._suggestion = name
        if not self._own:
            self._name.setText(self._suggestion)
            self._name.setCursorPosition(0)

    def target(self, form: FileForm = FileForm.WORKBOOK) -> Path:
        """The file to write, its name made fit for every system."""
        name = file_name(self._name.text(), self._mark) or self._suggestion
        return (self._folder / name).with_suffix(form.value)

    def set_written(self, path: Path) -> None:
        """The file stands there: whoever changes it from now on is asked before it is replaced."""
        self._agreed = None
        self._folder = path.parent
        self._show_folder()

    def is_agreed(self, target: Path) -> bool:
        """Somebody chose this very file in the dialog, which asked before replacing it."""
        return target == self._agreed

    def set_busy(self, *, busy: bool, why: str = "") -> None:
        """Nothing can be written now; `why` is said in the tooltip.

        The button that was pressed has the focus again afterwards, unless somebody went elsewhere.
        """
        buttons = (self._print, self._pdf, self._write)
        if busy and not self.is_busy:
            self._pressed = next((one for one in buttons if one is self._focused()), None)
        for button in buttons:
            button.setEnabled(not busy)
        if busy:
            self._meanwhile = self._focused()
        elif self._pressed is not None and self._focused() is self._meanwhile:
            self._pressed.setFocus()
        self._write.setToolTip(why)

    def _focused(self) -> QWidget | None:
        """Of the window, whether or not it is the one in front."""
        return self.window().focusWidget()

    @property
    def is_busy(self) -> bool:
        """Whether the button is switched off."""
        return not self._write.isEnabled()

    def _build_menu(self) -> None:
        say = self._language.say
        for words, keys, asked in (
            (say("The shown sheet…"), "Ctrl+P", self.print_asked),
            (say("All sheets…"), "Ctrl+Alt+P", self.print_all_asked),
        ):
            # The keys are only shown: the page binds them.
            self._menu.addAction(f"{words}\t{keys}").triggered.connect(asked)

    @Slot()
    def _offer_printing(self) -> None:
        above = self._print.mapToGlobal(QPoint(0, -self._menu.sizeHint().height()))
        self._menu.popup(above)

    @Slot(str)
    def _edited(self, text: str) -> None:
        self._own = bool(text.strip())

    @Slot()
    def _tidy(self) -> None:
        """What is shown is what will be written."""
        self._name.setText(self.target().name)
        self._name.setCursorPosition(0)
        self._own = self._name.text() != self._suggestion

    @Slot()
    def _ask(self) -> None:
        self._prompts.save_target(
            self._language.say("Where to save the report"),
            self.target(),
            self._language.say("Excel workbooks (*{suffix})").format(suffix=SUFFIX),
            self._take,
        )

    def _take(self, path: Path) -> None:
        name = file_name(path.name, self._mark) or self._suggestion
        self._folder = path.parent
        self._agreed = path
        self._own = name != self._suggestion
        self._name.setText(name)
        self._name.setCursorPosition(0)
        self._show_folder()

    def _show_folder(self) -> None:
        name = self._folder.name or str(self._folder)
        words = self._language.say("Folder {name}").format(name=name)
        self._where.say(words, str(self._folder))

    def _build(self) -> None:
        self._bar.setProperty("role", "card")
        self._bar.setFixedHeight(_HEIGHT)
        place, buttons = QHBoxLayout(), self._buttons
        self._lines.setContentsMargins(14, 0, 10, 0)
        for part in (self._lines, place, buttons):
            part.setSpacing(10)
        place.addWidget(self._label)
        place.addWidget(self._name, 4)
        place.addWidget(self._change)
        place.addWidget(self._where, 1)
        for button in (self._print, self._pdf, self._write):
            buttons.addWidget(button)
        self._lines.addLayout(place, 1)
        self._lines.addLayout(buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._bar)
