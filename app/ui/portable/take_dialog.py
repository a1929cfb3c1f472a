"""The dialog before an office of a stick takes the place of the one here: both, side by side."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QDialog, QWidget

from app.services.portable.looking import Newer
from app.services.portable.taking import Offer
from app.ui.backups.replacing import Replacing, lay_out
from app.ui.backups.words import moment
from app.ui.portable.words import held_words, newer_words
from app.ui.theme.theme import Theme
from app.wording.language import Language


class TakeDialog(QDialog):
    """One office of a stick, beside the one that stands."""

    agreed = Signal()

    def __init__(
        self, theme: Theme, language: Language, offer: Offer, parent: QWidget | None
    ) -> None:
        super().__init__(parent)
        lay_out(self, theme, language, _replacing(offer, language), self._agree)

    @Slot()
    def _agree(self) -> None:
        self.accept()
        self.agreed.emit()


def _replacing(offer: Offer, language: Language) -> Replacing:
    say = language.say
    return Replacing(
        title=say("Back from a stick"),
        head=say("The office on the stick takes the place of the one on this computer"),
        rows=(
            (say("On the stick"), str(offer.there.database.parent)),
            (say("Holds"), held_words(offer.there, language)),
            (say("Filled"), _filled(offer, language)),
        ),
        loss=offer.loss,
        safe=say(
            "The office here is kept first as a backup, “before a restore”: bringing that one back "
            "undoes this. The stick stays as it is."
        ),
        agree=say("Use the copy from the stick"),
        changed=newer_words(offer.newer, language),
        stale=offer.newer in (Newer.HERE, Newer.BOTH),
    )


def _filled(offer: Offer, language: Language) -> str:
    mark = offer.there.mark
    if mark is None:
        return "–"
    return language.say("{moment}, from {computer}").format(
        moment=moment(mark.made_at, language), computer=mark.computer or "–"
    )
