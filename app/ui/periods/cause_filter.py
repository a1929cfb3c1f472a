"""A row of buttons, one for each cause with its number; they sum to all changes."""

from collections.abc import Mapping

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QWidget

from app.domain.verdict_change import Cause
from app.ui.parts.buttons import Button, ButtonRole
from app.ui.parts.flow import FlowLayout
from app.ui.theme.theme import Theme
from app.wording.language import Language
from app.wording.periods import cause_word


class CauseFilter(QWidget):
    """All, then the causes that there are; one of them is chosen."""

    chosen = Signal(object)
    """The Cause, or None for all."""

    def __init__(self, theme: Theme, language: Language) -> None:
        super().__init__()
        self._language = language
        self.setAccessibleName(language.say("Filter by cause"))
        self._all = Button(theme, language.say("All"), role=ButtonRole.TOGGLE)
        self._buttons = {
            cause: Button(theme, cause_word(cause, language), role=ButtonRole.TOGGLE)
            for cause in Cause
        }
        self._group = QButtonGroup(self)
        flow = FlowLayout(self, gap=8)
        for button in (self._all, *self._buttons.values()):
            self._group.addButton(button)
            flow.addWidget(button)
        self._all.setChecked(True)
        self._group.buttonClicked.connect(self._choose)

    def set_counts(self, counts: Mapping[Cause, int]) -> None:
        """The number of changes of each cause; a cause without any is not offered."""
        for cause, button in self._buttons.items():
            button.set_number(self._language.number(counts[cause]))
            button.setVisible(counts[cause] > 0)
        self._all.set_number(self._language.number(sum(counts.values())))
        self._all.setChecked(True)
        self.updateGeometry()

    @Slot(QAbstractButton)
    def _choose(self, button: QAbstractButton) -> None:
        found = (cause for cause, own in self._buttons.items() if own is button)
        self.chosen.emit(next(found, None))
