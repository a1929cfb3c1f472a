"""The dialog over a database that is broken or gone: what happened, and every good way back."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QDialog, QHBoxLayout, QWidget

from app.services.backups.keeping import Proven
from app.ui.backups.list_card import BackupList
from app.ui.parts.buttons import plain_button, quiet_button
from app.ui.parts.dialog_frame import DialogFrame
from app.ui.parts.fields import Note
from app.ui.parts.text import label
from app.ui.theme.theme import Theme
from app.wording.language import Language

_WIDTH = 640

_ERROR = "error"


class RecoveryDialog(QDialog):
    """Stays until an office is open again, or the person closes it."""

    restore_asked = Signal(object)
    """The Backup."""
    file_asked = Signal()
    anew_asked = Signal()

    def __init__(
        self, theme: Theme, language: Language, sentence: str, parent: QWidget | None
    ) -> None:
        super().__init__(parent)
        say = language.say
        self._language = language
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Gaung")
        note = Note(theme)
        title = say("The database cannot be used")
        note.say(_ERROR, "triangle-alert", "error_text", title, sentence)
        self._list = BackupList(theme, language)
        self._list.restore_asked.connect(self.restore_asked)
        self._buttons = QWidget()
        self._file = plain_button(theme, say("Restore a file…"), icon="archive-restore")
        anew = quiet_button(theme, say("Begin anew…"), icon="plus")
        close = plain_button(theme, say("Close"))
        for button in (self._file, anew, close):
            button.setAutoDefault(False)
        self._file.clicked.connect(self.file_asked)
        anew.clicked.connect(self.anew_asked)
        close.clicked.connect(self.reject)
        row = QHBoxLayout(self._buttons)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._file)
        row.addWidget(anew)
        row.addStretch()
        row.addWidget(close)
        self._words = label(
            theme, say("Looking for backups…"), font="small", tone="text_2", wrap=True
        )
        frame = DialogFrame(self, _WIDTH)
        frame.middle.addWidget(note)
        frame.middle.addWidget(self._words)
        frame.middle.addWidget(self._list)
        frame.middle.addStretch(1)
        frame.set_buttons(self._buttons)

    def show_backups(self, found: Sequence[Proven]) -> None:
        """The newest first."""
        self._list.show_backups(found)
        self._words.setText(self._what_to_do(found))
        self._list.focus_first()

    def _what_to_do(self, found: Sequence[Proven]) -> str:
        say = self._language.say
        if any(one.good for one in found):
            return say(
                "Nothing is deleted: what stands there now is kept in a folder of its own. Choose the "
                "newest backup that is whole; what would be missing is said before."
            )
        elsewhere = say(
            "If a copy lies on a stick or on another computer, restore it from its file. Only where "
            "none is left, begin anew: what stands there now is kept in a folder of its own."
        )
        if found:
            return say("None of the backups that were found is whole.") + " " + elsewhere
        return say("No backup was found beside the database.") + " " + elsewhere

    @Slot()
    def set_busy(self) -> None:
        """A restore is under way: nothing else can be asked."""
        self._list.setEnabled(False)
        self._buttons.setEnabled(False)

    @Slot()
    def set_free(self) -> None:
        """Nothing came of it."""
        self._list.setEnabled(True)
        self._buttons.setEnabled(True)
