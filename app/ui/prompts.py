"""Everything that opens outside a page: files, folders, questions, failures. Nothing blocks."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, QSize, Qt, Signal, SignalInstance, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QAbstractButton,
    QDialog,
    QFileDialog,
    QGridLayout,
    QMessageBox,
    QPlainTextEdit,
    QPushButton,
    QSpacerItem,
    QWidget,
)

from app.domain.errors import AppError, DatabaseDamaged, DatabaseLost
from app.ui.parts.buttons import Button, ButtonRole
from app.ui.parts.dialog_frame import DialogFrame
from app.ui.parts.text import label
from app.ui.password_box import PasswordBox
from app.ui.theme.theme import Theme
from app.wording.error_sentence import entry_of
from app.wording.language import Language

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from app.ui.printing.print_wish import PrintWish

ENTRY = "help_entry"
"""A box that tells of one failure carries the anchor of its entry in the manual under this name."""
_SIGN = 28
_LEAST_BOX = 400
_FILES = 720, 440
_BUG = 520, 360


class Prompts(Protocol):
    """What pages may open. Callbacks are called only when the person agreed."""

    def choose_files(self, title: str, filters: str, chosen: Callable[[list[Path]], None]) -> None:
        """Ask for files to read; `filters` as Qt writes them: "Workbooks (*.xlsx *.xls)"."""

    def choose_folder(self, title: str, start: Path | None, chosen: Callable[[Path], None]) -> None:
        """Ask for a folder that is there."""

    def save_target(
        self, title: str, suggestion: Path, filters: str, chosen: Callable[[Path], None]
    ) -> None:
        """Ask where to write; an existing file is asked about before `chosen`."""

    def choose_printer(self, wish: "PrintWish", chosen: "Callable[[QPrinter], None]") -> bool:
        """Ask which pages go to which printer; False, without asking, where there is no printer."""

    def ask(
        self, question: str, accept_label: str, accepted: Callable[[], None], *, safe: str = ""
    ) -> None:
        """Ask before what cannot be undone; `safe` says what stays. Cancel is the default."""

    def ask_password(self, question: str, told: Callable[[str], None]) -> None:
        """Ask for the password of a file; nobody keeps it."""

    def explain(self, error: AppError) -> None:
        """Say what happened, what is safe, what to do."""

    def report_bug(self, details: str) -> None:
        """Say that something went wrong in the program itself, with the details to copy."""


class WindowPrompts(QObject):
    """The real prompts of one window."""

    damaged = Signal(object)
    """The failure after which only a backup helps: more than a sentence is to be offered."""
    help_asked = Signal(str)
    """The anchor of what the manual tells of a failure."""

    def __init__(
        self,
        theme: Theme,
        language: Language,
        sentence: Callable[[AppError], str],
        folder: Path,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._language = language
        self._sentence = sentence
        self._folder = folder
        self._window = parent
        self._alone: QMessageBox | None = None
        self._is_told: Callable[[AppError], bool] = _nobody_tells

    def leave_to(self, is_told: Callable[[AppError], bool]) -> None:
        """Failures of which somebody else tells more than a sentence; asked before each one."""
        self._is_told = is_told

    def stand_over(self, window: QWidget) -> None:
        """The window over which everything opens; pages need the prompts before it is built."""
        self.setParent(window)
        self._window = window

    def choose_files(self, title: str, filters: str, chosen: Callable[[list[Path]], None]) -> None:
        """See Prompts."""
        dialog = self._file_dialog(title, filters)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        # All the endings of workbooks are wider than the dialog.
        dialog.setOption(QFileDialog.Option.HideNameFilterDetails)
        self._open_file_dialog(dialog, partial(self._take_files, chosen))

    def choose_folder(self, title: str, start: Path | None, chosen: Callable[[Path], None]) -> None:
        """See Prompts."""
        dialog = self._file_dialog(title, "")
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        if start is not None:
            dialog.setDirectory(str(start))
        self._open_file_dialog(dialog, _first(chosen))

    def save_target(
        self, title: str, suggestion: Path, filters: str, chosen: Callable[[Path], None]
    ) -> None:
        """See Prompts."""
        dialog = self._file_dialog(title, filters)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(suggestion.suffix.removeprefix("."))
        dialog.setDirectory(str(suggestion.parent))
        dialog.selectFile(suggestion.name)
        self._open_file_dialog(dialog, _first(chosen))

    def choose_printer(self, wish: "PrintWish", chosen: "Callable[[QPrinter], None]") -> bool:
        """See Prompts."""
        # Loaded here: few starts of the program ever print.
        from app.ui.print_box import open_print_box

        return open_print_box(wish, self._window, chosen)

    def ask(
        self, question: str, accept_label: str, accepted: Callable[[], None], *, safe: str = ""
    ) -> None:
        """See Prompts."""
        box = self._box("circle-help", "accent", question, safe)
        cancel = box.addButton(QMessageBox.StandardButton.Cancel)
        accept = QPushButton(accept_label)
        box.addButton(accept, QMessageBox.ButtonRole.AcceptRole)
        box.setDefaultButton(cancel)
        _Accepted(box, accept, accepted)
        box.open()

    def ask_password(self, question: str, told: Callable[[str], None]) -> None:
        """See Prompts."""
        PasswordBox(self._theme, self._language, question, told, self._window).open()

    @Slot(object)
    def explain(self, error: AppError) -> None:
        """See Prompts."""
        if isinstance(error, DatabaseDamaged | DatabaseLost):
            self.damaged.emit(error)
            return
        if self._is_told(error):
            return
        box = self._box("triangle-alert", "warning_text", self._sentence(error), "")
        box.setProperty(ENTRY, entry_of(error))
        ok = box.addButton(QMessageBox.StandardButton.Ok)
        box.setDefaultButton(ok)
        # With a second button Qt no longer knows which one closing the box stands for.
        box.setEscapeButton(ok)
        _HelpWanted(box, box.addButton(QMessageBox.StandardButton.Help), self.help_asked)
        box.open()

    @Slot(str)
    def report_bug(self, details: str) -> None:
        """See Prompts."""
        _BugReport(self._theme, self._language, details, self._window).open()

    def _take_files(self, chosen: Callable[[list[Path]], None], paths: list[Path]) -> None:
        """The next roster mostly lies beside this one."""
        if paths:
            self._folder = paths[0].parent
        chosen(paths)

    def _box(self, icon: str, tone: str, text: str, more: str) -> QMessageBox:
        box = QMessageBox(self._window)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setWindowTitle("Gaung")
        box.setIconPixmap(self._theme.icon(icon, tone, _SIGN).pixmap(_SIGN, _SIGN))
        # Names from files stand in these sentences: never read as markup.
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setText(text)
        box.setInformativeText(more)
        # Without a window over it nobody else holds the box: it would vanish unseen.
        self._alone = box if self._window is None else None
        _widen(box)
        return box

    def _file_dialog(self, title: str, filters: str) -> QFileDialog:
        dialog = QFileDialog(self._window, title, str(self._folder), filters)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        # Of the system's own dialog only the system knows how large it is best.
        room = self._window.window().size() if self._window is not None else QSize(*_FILES)
        dialog.resize(QSize(*_FILES).boundedTo(room - QSize(24, 24)))
        return dialog

    def _open_file_dialog(self, dialog: QFileDialog, chosen: Callable[[list[Path]], None]) -> None:
        _Chosen(dialog, chosen)
        dialog.open()


class _Chosen(QObject):
    """Turns a file dialog's texts into paths; lives as long as the dialog."""

    def __init__(self, dialog: QFileDialog, chosen: Callable[[list[Path]], None]) -> None:
        super().__init__(dialog)
        self._chosen = chosen
        dialog.filesSelected.connect(self._take)

    @Slot(list)
    def _take(self, names: list[str]) -> None:
        self._chosen([Path(name) for name in names])


class _Accepted(QObject):
    """Calls back when the accepting button was pressed; lives as long as the box."""

    def __init__(self, box: QMessageBox, accept: QPushButton, accepted: Callable[[], None]) -> None:
        super().__init__(box)
        self._accept = accept
        self._accepted = accepted
        box.buttonClicked.connect(self._answer)

    @Slot(QAbstractButton)
    def _answer(self, button: QAbstractButton) -> None:
        if button is self._accept:
            self._accepted()


class _HelpWanted(QObject):
    """The help opens beside the box, which stays; lives as long as it."""

    def __init__(self, box: QMessageBox, button: QAbstractButton, asked: SignalInstance) -> None:
        super().__init__(box)
        self._box, self._asked = box, asked
        # Qt's own answer to any button is to close the box.
        button.clicked.disconnect()
        button.clicked.connect(self._ask)

    @Slot()
    def _ask(self) -> None:
        self._asked.emit(self._box.property(ENTRY))


class _BugReport(QDialog):
    """One plain dialog: what happened in words, the details, Copy."""

    def __init__(
        self, theme: Theme, language: Language, details: str, parent: QWidget | None
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Gaung")
        self._details = QPlainTextEdit(details)
        self._details.setReadOnly(True)
        self._details.setAccessibleName(language.say("Details of the fault"))
        copy = Button(theme, language.say("Copy details"), role=ButtonRole.PRIMARY, icon="copy")
        close = Button(theme, language.say("Close"))
        copy.clicked.connect(self._copy)
        close.clicked.connect(self.close)
        words = language.say(
            "Something went wrong inside Gaung. What was saved before is safe. Copy the details "
            "and send them to whoever looks after the program, then carry on."
        )
        frame = DialogFrame(self, *_BUG)
        column = frame.middle
        column.addWidget(label(theme, words, wrap=True))
        column.addWidget(self._details, 1)
        kept = language.say(
            "These details hold nothing of the office. They are kept beside the log; nothing is sent."
        )
        column.addWidget(label(theme, kept, font="small", tone="text_2", wrap=True))
        frame.set_buttons(None, close, copy)

    @Slot()
    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._details.toPlainText())


def _nobody_tells(error: AppError) -> bool:
    return False


def _widen(box: QMessageBox) -> None:
    """Qt makes it as narrow as its words, even where its buttons need more."""
    grid = box.layout()
    if isinstance(grid, QGridLayout):
        spacer = QSpacerItem(_LEAST_BOX, 0)
        grid.addItem(spacer, grid.rowCount(), 0, 1, grid.columnCount())


def _first(chosen: Callable[[Path], None]) -> Callable[[list[Path]], None]:
    def take(paths: list[Path]) -> None:
        if paths:
            chosen(paths[0])

    return take
