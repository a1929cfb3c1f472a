"""The row of verdict buttons whose numbers sum to all people."""

from collections.abc import Mapping

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QWidget

from app.domain.verdict import Verdict
from app.ui.parts.buttons import Button, ButtonRole
from app.ui.theme.theme import Theme
from app.ui.verdicts import VERDICT_LOOKS, verdict_word
from app.wording.language import Language


class VerdictFilter(QWidget):
    """All, then the four verdicts in their order; one of them is chosen."""

    chosen = Signal(object)
    """The Verdict, or None for all."""

    def __init__(self, theme: Theme, language: Language) -> None:
        super().__init__()
        self._language = language
        self.setAccessibleName(language.say("Filter by verdict"))
        self._all = Button(theme, language.say("All"), role=ButtonRole.TOGGLE)
        self._buttons = {
            verdict: Button(
                theme,
                verdict_word(language, verdict),
                role=ButtonRole.TOGGLE,
                icon=look.icon,
                icon_tone=look.text,
            )
            for verdict, look in VERDICT_LOOKS.items()
        }
        self._group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for button in (self._all, *self._buttons.values()):
            self._group.addButton(button)
            row.addWidget(button)
        row.addStretch()
        self._all.setChecked(True)
        self._group.buttonClicked.connect(self._choose)

    def set_counts(self, counts: Mapping[Verdict, int]) -> None:
        """The number of people under each verdict; All shows their sum."""
        for verdict, button in self._buttons.items():
            button.set_number(self._language.number(counts.get(verdict, 0)))
        self._all.set_number(self._language.number(sum(counts.values())))

    def choose(self, verdict: Verdict | None) -> None:
        """Choose from outside; says nothing."""
        button = self._all if verdict is None else self._buttons[verdict]
        button.setChecked(True)

    @Slot(QAbstractButton)
    def _choose(self, button: QAbstractButton) -> None:
        found = (verdict for verdict, own in self._buttons.items() if own is button)
        self.chosen.emit(next(found, None))
