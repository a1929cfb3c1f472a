"""The sheets of the opened files as toggles: which of them are read, which one is shown."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFontMetrics, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QStyle,
    QStyleOptionButton,
    QStylePainter,
    QWidget,
)
from typing_extensions import override

from app.ui.importing.findings import OpenedSheet
from app.ui.theme.painting import paint_icon, paint_text
from app.ui.theme.theme import Theme

_HEIGHT = 30
_PAD = 10
_LONGEST_NAME = 200


@dataclass(frozen=True, slots=True)
class ChipWords:
    """What a chip says: name, facts behind it, and in the tooltip what a click does."""

    sheet: OpenedSheet
    name: str
    facts: str
    hint: str
    chosen: bool


class SheetChip(QPushButton):
    """A check mark and bold while its people are read, an eye crossed out while they are not."""

    def __init__(self, theme: Theme, words: ChipWords) -> None:
        super().__init__()
        self._theme = theme
        self.words = words
        self.setProperty("role", "toggle")
        self.setCheckable(True)
        self.setFixedHeight(_HEIGHT)
        self.setChecked(words.chosen)
        self.setToolTip(words.hint)
        self.setAccessibleName(f"{words.name}, {words.facts}")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_words(self, words: ChipWords, *, front: bool) -> None:
        """Say what is true now; `front`: this sheet is the one below."""
        self.words = words
        self._front = front
        self.setChecked(words.chosen)
        self.setToolTip(words.hint)
        self.setAccessibleName(f"{words.name}, {words.facts}")
        self.updateGeometry()
        self.update()

    _front = False

    @override
    def sizeHint(self) -> QSize:
        facts = QFontMetrics(self._theme.fonts.small).horizontalAdvance(self.words.facts)
        return QSize(2 * _PAD + 23 + self._name_width() + 8 + facts, _HEIGHT)

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QStylePainter(self)
        option = QStyleOptionButton()
        self.initStyleOption(option)
        painter.drawControl(QStyle.ControlElement.CE_PushButtonBevel, option)
        chosen = self.words.chosen
        icon, tone = ("check", "accent") if chosen else ("eye-off", "text_2")
        top = (self.height() - 15) // 2
        paint_icon(painter, self._theme, icon, tone, QRect(_PAD, top, 15, 15))
        font, ink = ("body_semibold", "text") if chosen else ("body", "text_2")
        box = QRect(_PAD + 23, 0, self._name_width(), self.height())
        box.setRight(min(box.right(), self.visibleRegion().boundingRect().right() - 1))
        paint_text(painter, self._theme, box, self.words.name, font=font, tone=ink)
        end = min(self.width() - _PAD, self.visibleRegion().boundingRect().right() - 1)
        rest = QRect(box.right() + 8, 0, end - box.right() - 8, self.height())
        paint_text(painter, self._theme, rest, self.words.facts, font="small", tone="text_2")
        if self._front:
            bar = QRect(_PAD, self.height() - 3, self.width() - 2 * _PAD, 2)
            painter.fillRect(bar, self._theme.colour("accent"))

    def _name_width(self) -> int:
        width = QFontMetrics(self._theme.fonts.body_semibold).horizontalAdvance(self.words.name)
        return min(width + 2, _LONGEST_NAME)


class SheetChips(QScrollArea):
    """A click reads a sheet and shows it; a click on the one that is shown leaves it out."""

    shown = Signal(object)
    """An OpenedSheet to bring to the front."""
    chosen = Signal(object, bool)
    """An OpenedSheet, and whether its people are wanted."""

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self._theme = theme
        self._chips: list[SheetChip] = []
        self._front: OpenedSheet | None = None
        self.setProperty("role", "page")
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidgetResizable(True)
        self.setFixedHeight(_HEIGHT)
        self._inside = QWidget()
        self._inside.setProperty("role", "page")
        self._row = QHBoxLayout(self._inside)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(6)
        self._row.addStretch()
        self.setWidget(self._inside)

    def show_sheets(self, words: Sequence[ChipWords], front: OpenedSheet | None) -> None:
        """Show one chip for each sheet; they are made anew only for other files."""
        self._front = front
        if [chip.words.sheet for chip in self._chips] != [one.sheet for one in words]:
            self._make(words)
        for chip, one in zip(self._chips, words, strict=True):
            chip.show_words(one, front=one.sheet is front and len(words) > 1)
            if one.sheet is front:
                self._bring(chip)

    @property
    def needed_width(self) -> int:
        """The room that all of them need beside each other."""
        return sum(chip.sizeHint().width() for chip in self._chips) + self._row.spacing() * (
            len(self._chips) - 1
        )

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        bar = self.horizontalScrollBar()
        turned = event.angleDelta()
        bar.setValue(bar.value() - (turned.y() or turned.x()))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        for chip in self._chips:
            if chip.words.sheet is self._front:
                self._bring(chip)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn and isinstance(watched, SheetChip):
            self._bring(watched)
        return super().eventFilter(watched, event)

    def _bring(self, chip: SheetChip) -> None:
        """Into sight from its beginning: what is cut stands at the end, beside the list of all."""
        self._row.activate()
        self.horizontalScrollBar().setValue(chip.x())

    def _make(self, words: Sequence[ChipWords]) -> None:
        for chip in self._chips:
            chip.hide()
            chip.deleteLater()
        self._chips = [SheetChip(self._theme, one) for one in words]
        for place, chip in enumerate(self._chips):
            chip.clicked.connect(self._click)
            chip.installEventFilter(self)
            self._row.insertWidget(place, chip)

    @Slot()
    def _click(self) -> None:
        chip = self.sender()
        if not isinstance(chip, SheetChip):
            return
        words = chip.words
        chip.setChecked(words.chosen)
        if words.sheet is not self._front:
            self.shown.emit(words.sheet)
        if words.sheet is self._front or not words.chosen:
            self.chosen.emit(words.sheet, not words.chosen)
