"""The card of limits: how long the office keeps what, and the way to what is too old."""

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from app.domain.retention import Limited, Retention
from app.ui.parts.buttons import plain_button
from app.ui.parts.card import Card
from app.ui.parts.fields import beside, form_grid
from app.ui.parts.text import label
from app.ui.theme.theme import Theme
from app.wording.language import Language
from app.wording.retention import limit_word, months_word

_OFFERED = (None, 6, 12, 24, 36, 60, 120)


class RetentionCard(QWidget):
    """Off at first; a limit alone takes nothing away."""

    chosen = Signal(object, object)
    """A Limited, and the months or None."""
    look_asked = Signal()

    def __init__(self, theme: Theme, language: Language) -> None:
        super().__init__()
        self._language = language
        say = language.say
        self._boxes = {what: QComboBox() for what in Limited}
        self._look = plain_button(theme, say("Show what is too old…"), icon="clock")
        self._said = label(theme, tone="text_2", wrap=True)
        self._said.hide()
        card = Card(theme, say("How long data are kept"))
        grid = form_grid()
        for what, box in self._boxes.items():
            for months in _OFFERED:
                box.addItem(months_word(months, language), months)
            beside(theme, grid, limit_word(what, language), box)
            box.activated.connect(self._choose)
        why = say(
            "Nothing goes by itself: what is older is shown first, and then erased only when somebody "
            "says so. The archive schedule of the office decides how long."
        )
        card.body.addLayout(grid)
        card.body.addWidget(label(theme, why, font="small", tone="text_2", wrap=True))
        card.body.addWidget(self._look, 0, Qt.AlignmentFlag.AlignLeft)
        card.body.addWidget(self._said)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(card)
        self._look.clicked.connect(self.look_asked)

    def show_retention(self, retention: Retention) -> None:
        """What is set; a limit that is not offered is offered from now on."""
        for what, box in self._boxes.items():
            months = retention.months.get(what)
            with QSignalBlocker(box):
                place = box.findData(months) if months else 0
                if place < 0:
                    box.addItem(months_word(months, self._language), months)
                    place = box.count() - 1
                box.setCurrentIndex(place)
        self._look.setEnabled(bool(retention.months))

    def tell(self, words: str) -> None:
        """What came of it."""
        self._said.setText(words)
        self._said.setVisible(bool(words))

    @Slot()
    def _choose(self) -> None:
        pressed = self.sender()
        for what, box in self._boxes.items():
            if box is pressed:
                self.chosen.emit(what, box.currentData())
