"""What is said and asked before another office takes the place of the one here."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog

from app.services.backups.restoring import Loss
from app.ui.backups.words import lost_lines, returning_words
from app.ui.parts.buttons import plain_button, primary_button
from app.ui.parts.dialog_frame import DialogFrame
from app.ui.parts.fields import Note, form_grid
from app.ui.parts.text import label
from app.ui.theme.theme import Theme
from app.wording.language import Language

_WIDTH = 560
_GOOD, _WARNING = "qualifies", "warning"


@dataclass(frozen=True, slots=True)
class Replacing:
    """`rows` tell of the one that comes, `safe` how all can be undone, `agree` stands on the button.

    `changed` is said beside the loss. `stale`: the one here was worked on since, though nobody and
    no count would be missing.
    """

    title: str
    head: str
    rows: Sequence[tuple[str, str]]
    loss: Loss
    safe: str
    agree: str
    changed: str = ""
    stale: bool = False


def lay_out(
    dialog: QDialog,
    theme: Theme,
    language: Language,
    replacing: Replacing,
    agreed: Callable[[], None],
) -> None:
    """Fills the dialog. Cancel is the default; nothing is changed by looking."""
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setWindowTitle(replacing.title)
    grid = form_grid()
    for at, (name, value) in enumerate(replacing.rows):
        grid.addWidget(label(theme, name, font="small", tone="text_2"), at, 0)
        grid.addWidget(label(theme, value, wrap=True), at, 1)
    frame = DialogFrame(dialog, _WIDTH)
    column = frame.middle
    column.addWidget(label(theme, replacing.head, font="card_title", wrap=True))
    column.addLayout(grid)
    column.addWidget(_loss_note(theme, language, replacing))
    if replacing.loss.erased:
        column.addWidget(_erased_note(theme, language, replacing.loss))
    column.addWidget(label(theme, replacing.safe, font="small", tone="text_2", wrap=True))
    column.addStretch()
    _add_buttons(frame, dialog, theme, language, replacing.agree, agreed)


def _loss_note(theme: Theme, language: Language, replacing: Replacing) -> Note:
    say, note, changed = language.say, Note(theme), replacing.changed
    if not replacing.loss.comparable:
        title = say("What was added since then would be missing")
        words = say("How much nobody can say: the present database cannot be read.")
        note.say(_WARNING, "triangle-alert", "warning_text", title, words, changed)
    elif lost := lost_lines(replacing.loss, language):
        title = say("Would be missing afterwards")
        note.say(_WARNING, "triangle-alert", "warning_text", title, "\n".join(lost), changed)
    elif replacing.stale:
        title = say("Changes made here since then would be missing")
        note.say(_WARNING, "triangle-alert", "warning_text", title, changed)
    else:
        title = say("Nobody and no count would be missing")
        note.say(_GOOD, "circle-check", "qualifies_text", title, changed)
    return note


def _erased_note(theme: Theme, language: Language, loss: Loss) -> Note:
    note = Note(theme)
    title, words = returning_words(loss, language)
    note.say(_WARNING, "triangle-alert", "warning_text", title, words)
    return note


def _add_buttons(
    frame: DialogFrame,
    dialog: QDialog,
    theme: Theme,
    language: Language,
    words: str,
    agreed: Callable[[], None],
) -> None:
    agree = primary_button(theme, words, icon="archive-restore")
    cancel = plain_button(theme, language.say("Cancel"))
    agree.setAutoDefault(False)
    cancel.setDefault(True)
    agree.clicked.connect(agreed)
    cancel.clicked.connect(dialog.reject)
    frame.set_buttons(None, cancel, agree)
    cancel.setFocus()
