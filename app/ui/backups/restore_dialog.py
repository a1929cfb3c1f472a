"""The dialog before a restore: what is in the backup, what would be lost, what is kept."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from app.domain.backup import Contents
from app.services.backups.restoring import Loss
from app.ui.backups.words import holding_words, lost_lines, moment, reason_word
from app.ui.parts.buttons import plain_button, primary_button
from app.ui.parts.fields import Note, form_grid
from app.ui.parts.text import label
from app.ui.theme.theme import Theme
from app.wording.language import Language

_WIDTH = 540

_GOOD = "qualifies"
_WARNING = "warning"


class RestoreDialog(QDialog):
    """Cancel is the default; nothing is changed by looking."""

    agreed = Signal()

    def __init__(
        self,
        theme: Theme,
        language: Language,
        contents: Contents,
        loss: Loss,
        parent: QWidget | None,
    ) -> None:
        super().__init__(parent)
        self._language = language
        say = language.say
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(say("Restore a backup"))
        self.setMinimumWidth(_WIDTH)
        when = moment(contents.made_at, language)
        head = say("The office becomes as it was on {moment}").format(moment=when)
        grid = form_grid()
        rows = (
            (say("Made"), f"{when}, {reason_word(contents.reason, language)}"),
            (say("Holds"), holding_words(contents, language)),
        )
        for at, (name, value) in enumerate(rows):
            grid.addWidget(label(theme, name, font="small", tone="text_2"), at, 0)
            grid.addWidget(label(theme, value, wrap=True), at, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        column.addWidget(label(theme, head, font="card_title", wrap=True))
        column.addLayout(grid)
        column.addWidget(self._loss_note(theme, loss))
        column.addWidget(label(theme, self._safe(loss), font="small", tone="text_2", wrap=True))
        column.addLayout(self._buttons(theme))

    def _loss_note(self, theme: Theme, loss: Loss) -> Note:
        say, note = self._language.say, Note(theme)
        if not loss.comparable:
            title = say("What was added since then would be missing")
            words = say("How much nobody can say: the present database cannot be read.")
            note.say(_WARNING, "triangle-alert", "warning_text", title, words)
        elif lost := lost_lines(loss, self._language):
            title = say("Would be missing afterwards")
            note.say(_WARNING, "triangle-alert", "warning_text", title, "\n".join(lost))
        else:
            title = say("Nobody and no count would be missing")
            note.say(_GOOD, "circle-check", "qualifies_text", title)
        return note

    def _safe(self, loss: Loss) -> str:
        if loss.comparable:
            return self._language.say(
                "The present state is kept first as a backup of its own, “before a restore”: bringing "
                "that one back undoes this. No picture of evidence is taken away."
            )
        return self._language.say(
            "What stands there now is kept in a folder of its own. No picture of evidence is taken away."
        )

    def _buttons(self, theme: Theme) -> QHBoxLayout:
        say = self._language.say
        agree = primary_button(theme, say("Restore"), icon="archive-restore")
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
