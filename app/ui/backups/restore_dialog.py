"""The dialog before a restore: what is in the backup, what would be lost, what is kept."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QDialog, QWidget

from app.domain.backup import Contents
from app.services.backups.restoring import Loss
from app.ui.backups.replacing import Replacing, lay_out
from app.ui.backups.words import holding_words, moment, reason_word
from app.ui.theme.theme import Theme
from app.wording.language import Language


class RestoreDialog(QDialog):
    """One backup, beside the office that stands."""

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
        lay_out(self, theme, language, _replacing(contents, loss, language), self._agree)

    @Slot()
    def _agree(self) -> None:
        self.accept()
        self.agreed.emit()


def _replacing(contents: Contents, loss: Loss, language: Language) -> Replacing:
    say = language.say
    when = moment(contents.made_at, language)
    return Replacing(
        title=say("Restore a backup"),
        head=say("The office becomes as it was on {moment}").format(moment=when),
        rows=(
            (say("Made"), f"{when}, {reason_word(contents.reason, language)}"),
            (say("Holds"), holding_words(contents, language)),
        ),
        loss=loss,
        safe=_safe(loss, language),
        agree=say("Restore"),
    )


def _safe(loss: Loss, language: Language) -> str:
    if loss.comparable:
        return language.say(
            "The present state is kept first as a backup of its own, “before a restore”: bringing "
            "that one back undoes this. No picture of evidence is taken away."
        )
    return language.say(
        "What stands there now is kept in a folder of its own. No picture of evidence is taken away."
    )
