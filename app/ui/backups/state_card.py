"""The card about backups: how old the last one is, where they lie, where copies go."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from app.domain.errors import AppError, FolderMissing
from app.services.backups.keeping import Proven
from app.ui.backups.words import megabytes, near_moment
from app.ui.parts.buttons import plain_button, primary_button, quiet_button
from app.ui.parts.card import Card
from app.ui.parts.fields import Note, beside, form_grid
from app.ui.parts.flow import FlowLayout
from app.ui.parts.text import label
from app.ui.parts.writing import writes
from app.ui.theme.theme import Theme
from app.wording.errors import error_sentence
from app.wording.language import Language

_GOOD = "qualifies"
_WARNING = "warning"
_ERROR = "error"


@dataclass(frozen=True, slots=True)
class BackupState:
    """What there is, the newest first; `second_failed` is why the second place has no copy."""

    proven: list[Proven]
    second_place: Path | None
    second_failed: AppError | None = None


class StateCard(QWidget):
    """Says the state in one tinted line; everything to do about it stands below."""

    now_asked = Signal()
    folder_asked = Signal()
    second_asked = Signal()
    second_dropped = Signal()
    file_asked = Signal()

    def __init__(self, theme: Theme, language: Language, folder: Path) -> None:
        super().__init__()
        say = language.say
        self._language = language
        self._note = Note(theme)
        self._second = _told(theme, say("None"))
        self._second_note = label(theme, font="small", tone="warning_text", wrap=True)
        self._second_note.hide()
        self._restored = label(theme, font="body_medium", wrap=True)
        self._restored.hide()
        self._now = primary_button(theme, say("Back up now"), icon="archive")
        self._file = plain_button(theme, say("Restore a file…"), icon="archive-restore")
        self._open = quiet_button(theme, say("Open the folder"), icon="folder-open")
        self._choose = plain_button(theme, say("Choose…"), icon="hard-drive")
        self._drop = quiet_button(theme, say("No second place"), icon="x")
        grid = form_grid()
        beside(theme, grid, say("Folder"), _told(theme, str(folder)))
        beside(theme, grid, say("When"), _told(theme, _when(language)))
        beside(theme, grid, say("Kept"), _told(theme, _kept(language)))
        beside(theme, grid, say("Second place"), self._second)
        card = Card(theme, say("Backups"))
        card.body.addWidget(self._note)
        card.body.addWidget(self._restored)
        card.body.addLayout(grid)
        card.body.addWidget(self._second_note)
        card.body.addWidget(_row(self._choose, self._drop))
        card.body.addWidget(_row(self._now, self._file, self._open))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(card)
        writes(self._now, self._file, self._choose, self._drop)
        self._now.clicked.connect(self.now_asked)
        self._file.clicked.connect(self.file_asked)
        self._open.clicked.connect(self.folder_asked)
        self._choose.clicked.connect(self.second_asked)
        self._drop.clicked.connect(self.second_dropped)

    def show_busy(self) -> None:
        """A backup is being made or proven."""
        self._now.setEnabled(False)

    def show_sample(self) -> None:
        """Nothing of the invented office is worth a backup."""
        say = self._language.say
        words = say("Your own office is backed up by itself.")
        title = say("The sample office needs no backups")
        self._note.say(_GOOD, "info", "qualifies_text", title, words)
        for button in (self._now, self._file, self._open, self._choose, self._drop):
            button.setEnabled(False)

    def show_restored(self, words: str) -> None:
        """What the restore before this window brought."""
        self._restored.setText(words)
        self._restored.show()

    def show_state(self, state: BackupState, today: date) -> None:
        """What was found."""
        say = self._language.say
        self._now.setEnabled(True)
        self._open.setEnabled(bool(state.proven))
        self._drop.setEnabled(state.second_place is not None)
        place = str(state.second_place) if state.second_place else say("None")
        self._second.setText(place)
        self._second.setAccessibleName(place)
        self._second_note.setVisible(state.second_failed is not None)
        if state.second_failed is not None:
            self._second_note.setText(self._trouble(state.second_failed))
        self._say_state(state, today)

    def show_failure(self, error: AppError) -> None:
        """The last one could not be made."""
        title = self._language.say("The last backup was not made")
        sentence = error_sentence(error, self._language)
        self._note.say(_ERROR, "triangle-alert", "error_text", title, sentence)
        self._now.setEnabled(True)

    def _trouble(self, error: AppError) -> str:
        say = self._language.say
        if isinstance(error, FolderMissing):
            return say(
                "The second place has no copy yet. If its disk is not there, plug it in; then choose "
                "Back up now."
            )
        words = say("The second place has no copy yet. {sentence}")
        return words.format(sentence=error_sentence(error, self._language))

    def _say_state(self, state: BackupState, today: date) -> None:
        say, note = self._language.say, self._note
        good = next((one for one in state.proven if one.good and one.backup.contents), None)
        broken = sum(1 for one in state.proven if not one.good)
        if good is None or good.backup.contents is None:
            words = say("It is made before the next import, or now.")
            note.say(_WARNING, "triangle-alert", "warning_text", say("No backup yet"), words)
            return
        when = near_moment(good.backup.contents.made_at, today, self._language)
        title = say("Last backup {moment}").format(moment=when)
        if broken:
            words = self._language.say_many(
                "{count} backup is damaged. Have the disk checked.",
                "{count} backups are damaged. Have the disk checked.",
                broken,
            )
            note.say(_WARNING, "triangle-alert", "warning_text", title, words)
            return
        size = megabytes(good.backup.seal.size if good.backup.seal else 0, self._language)
        words = say("{size}, proven whole just now, with all evidence.").format(size=size)
        note.say(_GOOD, "circle-check", "qualifies_text", title, words)


def _when(language: Language) -> str:
    return language.say(
        "Every day on which something changed, and before each import that changes anything, each "
        "erasing, restore and new version."
    )


def _kept(language: Language) -> str:
    return language.say("The last of 7 days, 4 weeks and 12 months; never without a whole one.")


def _told(theme: Theme, words: str) -> QLabel:
    made = label(theme, words, wrap=True)
    made.setAccessibleName(words)
    return made


def _row(*widgets: QWidget) -> QWidget:
    holder = QWidget()
    row = FlowLayout(holder, gap=8)
    for widget in widgets:
        row.addWidget(widget)
    return holder
