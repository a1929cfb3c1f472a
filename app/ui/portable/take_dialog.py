"""The dialog before an office of a stick takes the place of the one here: both, side by side."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from app.services.portable.looking import Newer
from app.services.portable.taking import Offer
from app.ui.backups.words import lost_lines, moment
from app.ui.parts.buttons import plain_button, primary_button
from app.ui.parts.fields import Note, form_grid
from app.ui.parts.text import label
from app.ui.portable.words import held_words, newer_words
from app.ui.theme.theme import Theme
from app.wording.language import Language

_WIDTH = 560
_GOOD, _WARNING = "qualifies", "warning"


class TakeDialog(QDialog):
    """Cancel is the default; nothing is changed by looking."""

    agreed = Signal()

    def __init__(
        self, theme: Theme, language: Language, offer: Offer, parent: QWidget | None
    ) -> None:
        super().__init__(parent)
        self._language = language
        say = language.say
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(say("Back from a stick"))
        self.setMinimumWidth(_WIDTH)
        grid = form_grid()
        mark = offer.there.mark
        filled = (
            say("{moment}, from {computer}").format(
                moment=moment(mark.made_at, language), computer=mark.computer or "–"
            )
            if mark is not None
            else "–"
        )
        rows = (
            (say("On the stick"), str(offer.there.database.parent)),
            (say("Holds"), held_words(offer.there, language)),
            (say("Filled"), filled),
        )
        for at, (name, value) in enumerate(rows):
            grid.addWidget(label(theme, name, font="small", tone="text_2"), at, 0)
            grid.addWidget(label(theme, value, wrap=True), at, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        head = say("The office on the stick takes the place of the one on this computer")
        column.addWidget(label(theme, head, font="card_title", wrap=True))
        column.addLayout(grid)
        column.addWidget(self._note(theme, offer))
        safe = say(
            "The office here is kept first as a backup, “before a restore”: bringing that one back "
            "undoes this. The stick stays as it is."
        )
        column.addWidget(label(theme, safe, font="small", tone="text_2", wrap=True))
        column.addLayout(self._buttons(theme))

    def _note(self, theme: Theme, offer: Offer) -> Note:
        say, note, language = self._language.say, Note(theme), self._language
        lost = lost_lines(offer.loss, language)
        newer = newer_words(offer.newer, language)
        if not offer.loss.comparable:
            words = say("How much nobody can say: the present database cannot be read.")
            title = say("What was added since then would be missing")
            note.say(_WARNING, "triangle-alert", "warning_text", title, words, newer)
        elif lost:
            title = say("Would be missing afterwards")
            note.say(_WARNING, "triangle-alert", "warning_text", title, "\n".join(lost), newer)
        elif offer.newer in (Newer.HERE, Newer.BOTH):
            title = say("Changes made here since then would be missing")
            note.say(_WARNING, "triangle-alert", "warning_text", title, newer)
        else:
            title = say("Nobody and no count would be missing")
            note.say(_GOOD, "circle-check", "qualifies_text", title, newer)
        return note

    def _buttons(self, theme: Theme) -> QHBoxLayout:
        say = self._language.say
        agree = primary_button(theme, say("Use the copy from the stick"), icon="archive-restore")
        cancel = plain_button(theme, say("Cancel"))
        agree.setAutoDefault(False)
        cancel.setDefault(True)
        agree.clicked.connect(self._agree)
        cancel.clicked.connect(self.reject)
        row = QHBoxLayout()
        row.addStretch()
        row.addWidget(cancel)
        row.addWidget(agree)
        cancel.setFocus()
        return row

    @Slot()
    def _agree(self) -> None:
        self.accept()
        self.agreed.emit()
