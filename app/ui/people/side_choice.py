"""A line of a form with two values side by side, of which one is chosen."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QHBoxLayout, QRadioButton, QWidget
from typing_extensions import override

from app.domain.merging import Side
from app.ui.parts.text import label
from app.ui.theme.theme import Theme

_NOTHING = "–"


class SideChoice(QObject):
    """Left and Right choose, Tab goes on to the next line."""

    changed = Signal()

    def __init__(
        self,
        theme: Theme,
        grid: QGridLayout,
        heading: str,
        values: tuple[str, str],
        proposed: Side,
    ) -> None:
        """Adds itself to `grid` as its next row."""
        super().__init__()
        row = grid.rowCount()
        top = Qt.AlignmentFlag.AlignTop
        name = label(theme, heading, font="small", tone="text_2", wrap=True)
        name.setContentsMargins(0, 4, 0, 0)
        grid.addWidget(name, row, 0, top)
        self._group = QButtonGroup(self)
        self._radios: dict[Side, QRadioButton] = {}
        for column, (side, value) in enumerate(zip(Side, values, strict=True), 1):
            cell = _Cell(theme, f"{heading}: {value or _NOTHING}", value or _NOTHING)
            self._radios[side] = cell.radio
            self._group.addButton(cell.radio)
            grid.addWidget(cell, row, column, top)
        self._radios[proposed].setChecked(True)
        self._group.buttonToggled.connect(self.changed)

    @property
    def side(self) -> Side:
        """Which one is chosen."""
        return Side.ONE if self._radios[Side.ONE].isChecked() else Side.OTHER

    @property
    def field(self) -> QRadioButton:
        """Where the keyboard goes."""
        return self._radios[self.side]


class _Cell(QWidget):
    """A radio button whose words may take several lines; a click on them chooses too."""

    def __init__(self, theme: Theme, spoken: str, words: str) -> None:
        super().__init__()
        self.radio = QRadioButton()
        self.radio.setAccessibleName(spoken)
        self._words = label(theme, words, wrap=True)
        self._words.setContentsMargins(0, 3, 0, 3)
        self._words.installEventFilter(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self.radio, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._words, 1)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.MouseButtonPress:
            self.radio.setChecked(True)
            self.radio.setFocus()
        return False
