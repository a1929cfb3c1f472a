"""The platforms of a rule: which count, and which ask for another number than the rest."""

from collections.abc import Mapping

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QCheckBox, QGridLayout, QWidget

from app.domain.platform import Platform
from app.ui.parts.calm_spin import CalmSpinBox
from app.ui.parts.text import label
from app.ui.theme.theme import Theme
from app.wording.language import Language

MOST_FOLLOWERS = 999_999
_STEP = 50
_WIDTH = 120


class RulePlatforms(QWidget):
    """A tick for each platform, beside it a threshold; 0 there means the one of all."""

    changed = Signal()

    def __init__(self, theme: Theme, language: Language) -> None:
        super().__init__()
        say = language.say
        self._ticks: dict[Platform, QCheckBox] = {}
        self._own: dict[Platform, CalmSpinBox] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(0, 1)
        for place, words in enumerate((say("Platforms"), say("Threshold of its own"))):
            grid.addWidget(label(theme, words, font="small", tone="text_2"), 0, place)
        for row, platform in enumerate(Platform, start=1):
            tick, own = QCheckBox(platform.name_shown), CalmSpinBox()
            own.setRange(0, MOST_FOLLOWERS)
            own.setSingleStep(_STEP)
            own.setGroupSeparatorShown(True)
            own.setSpecialValueText(say("as the rest"))
            own.setMinimumWidth(_WIDTH)
            own.setAccessibleName(
                say("Threshold of {platform}").format(platform=platform.name_shown)
            )
            grid.addWidget(tick, row, 0)
            grid.addWidget(own, row, 1)
            tick.toggled.connect(self._follow)
            own.valueChanged.connect(self.changed)
            self._ticks[platform], self._own[platform] = tick, own

    def show_platforms(self, chosen: tuple[Platform, ...], own: Mapping[Platform, int]) -> None:
        """What a rule asks for."""
        for platform, tick in self._ticks.items():
            tick.setChecked(platform in chosen)
            self._own[platform].setValue(own.get(platform, 0))
        self._follow()

    @property
    def chosen(self) -> tuple[Platform, ...]:
        """The platforms that count, in their order."""
        return tuple(one for one, tick in self._ticks.items() if tick.isChecked())

    def own_thresholds(self, threshold: int) -> tuple[tuple[Platform, int], ...]:
        """Of the chosen platforms those that ask for another number than `threshold`."""
        numbers = ((one, self._own[one].value()) for one in self.chosen)
        return tuple((one, number) for one, number in numbers if number not in (0, threshold))

    @Slot()
    def _follow(self) -> None:
        for platform, tick in self._ticks.items():
            self._own[platform].setEnabled(tick.isChecked())
        self.changed.emit()
