"""Two conditions of the office's own, beside any reading: accounts in use, and consent."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from app.services.preferences import Preferences
from app.ui.parts.calm_spin import CalmSpinBox
from app.ui.parts.fields import beside, form_grid
from app.ui.parts.text import label
from app.ui.settings.saving import Saving
from app.ui.theme.theme import Theme
from app.wording.language import Language

_MOST_DAYS = 3650


class RuleConditions(QWidget):
    """Both are off at first: no published reading asks for them."""

    def __init__(
        self, theme: Theme, language: Language, saving: Saving, changed: Callable[[], None]
    ) -> None:
        """`changed` is called when a choice is stored."""
        super().__init__()
        self._saving, self._changed = saving, changed
        self._stored = Preferences()
        self._active = CalmSpinBox()
        self._active.setRange(0, _MOST_DAYS)
        self._active.setSpecialValueText(language.say("not asked"))
        self._active.setSuffix(language.say(" days"))
        self._consent = QCheckBox(language.say("Only people who agreed"))
        grid = form_grid()
        beside(theme, grid, language.say("Last post within"), self._active)
        why = language.say(
            "No published reading asks for these two. What is not known stays open; it never "
            "counts as no."
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(grid)
        column.addWidget(self._consent)
        column.addWidget(label(theme, why, font="small", tone="text_2", wrap=True))
        self._active.editingFinished.connect(self._choose_active)
        self._consent.clicked.connect(self._choose_consent)

    def show_preferences(self, stored: Preferences) -> None:
        """What is stored."""
        self._stored = stored
        if not self._active.hasFocus():
            self._active.setValue(stored.active_within_days or 0)
        self._consent.setChecked(stored.consent_required)

    @Slot()
    def _choose_active(self) -> None:
        days = self._active.value() or None
        if days == self._stored.active_within_days:
            return
        self._stored = replace(self._stored, active_within_days=days)

        def change(stored: Preferences) -> Preferences:
            return replace(stored, active_within_days=days)

        self._saving.choose(change, self._changed)

    @Slot(bool)
    def _choose_consent(self, required: bool) -> None:
        def change(stored: Preferences) -> Preferences:
            return replace(stored, consent_required=required)

        self._saving.choose(change, self._changed)
