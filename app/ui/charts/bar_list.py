"""Named bars below each other; each is a button that opens what it counts."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import (
    QPushButton,
    QSizePolicy,
    QStyle,
    QStyleOptionButton,
    QStylePainter,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from app.ui.charts.bars import paint_bar
from app.ui.charts.roving import Roving
from app.ui.theme.painting import TAG_WIDTH, paint_tag, paint_text
from app.ui.theme.theme import Theme

_ROW, _TALLEST = 27, 44
_BAR = 12
_GAP = 9
_PADDING = 6
_LEAST_BAR = 40
_RIGHT = Qt.AlignmentFlag.AlignRight


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar in finished words. `share` of the track (0 to 1) is filled, `track` of the room.

    `second` stands after the number in weaker letters; `spoken` says all of it, and is the tooltip.
    A bar whose number is not known opens nothing.
    """

    name: str
    number: str
    share: float
    spoken: str
    tag: str = ""
    second: str = ""
    tone: str = "accent"
    track: float = 1.0
    track_tone: str = "surface_2"
    known: bool = True


class BarList(QWidget):
    """The same number of bars again keeps its buttons, and the focus among them."""

    chosen = Signal(int)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._rows: list[_BarRow] = []
        self._roving = Roving(self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    def show_bars(self, bars: Sequence[Bar]) -> None:
        """Other bars, top to bottom."""
        if len(bars) != len(self._rows):
            self._build(len(bars))
        measures = _Columns.around(self._theme, bars)
        for row, bar in zip(self._rows, bars, strict=True):
            row.show_bar(bar, measures)

    def buttons(self) -> list[QWidget]:
        """Top to bottom."""
        return list(self._rows)

    def _build(self, many: int) -> None:
        for row in self._rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows = [_BarRow(self._theme) for _ in range(many)]
        for row in self._rows:
            self._column.addWidget(row, 1)
            row.clicked.connect(self._choose)
        if self._rows:
            self._roving.take(self._rows)

    @Slot()
    def _choose(self) -> None:
        row = self.sender()
        if isinstance(row, _BarRow):
            self.chosen.emit(self._rows.index(row))


@dataclass(frozen=True, slots=True)
class _Columns:
    """Widths that all bars of a list share."""

    tag: int
    name: int
    number: int
    second: int

    @classmethod
    def around(cls, theme: Theme, bars: Sequence[Bar]) -> "_Columns":
        def widest(font: str, words: Sequence[str]) -> int:
            metrics = theme.metrics(font)
            width = max((metrics.horizontalAdvance(one) for one in words), default=0)
            return width + _GAP if width else 0

        return cls(
            TAG_WIDTH + _GAP if any(bar.tag for bar in bars) else 0,
            widest("body", [bar.name for bar in bars]),
            widest("body_medium", [bar.number for bar in bars]),
            widest("small", [bar.second for bar in bars]),
        )

    @property
    def least(self) -> int:
        """With the shortest bar that still says something."""
        return 2 * _PADDING + self.tag + self.name + _LEAST_BAR + self.number + self.second


class _BarRow(QPushButton):
    """Tag, name, bar, number; its surroundings are touched by the focus ring only."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._bar = Bar("", "", 0.0, "")
        self._columns = _Columns(0, 0, 0, 0)
        self.setProperty("role", "bare")
        self.setMinimumHeight(_ROW)
        self.setMaximumHeight(_TALLEST)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_bar(self, bar: Bar, columns: _Columns) -> None:
        """Another bar."""
        self._bar, self._columns = bar, columns
        self.setAccessibleName(bar.spoken)
        self.setToolTip(bar.spoken)
        self.setEnabled(bar.known)
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._columns.least + 80, _ROW)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self._columns.least, _ROW)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QStylePainter(self)
        option = QStyleOptionButton()
        self.initStyleOption(option)
        painter.drawControl(QStyle.ControlElement.CE_PushButtonBevel, option)
        bar, columns, theme = self._bar, self._columns, self._theme
        middle = self.height() // 2
        left, right = _PADDING, self.width() - _PADDING
        if bar.tag:
            paint_tag(painter, theme, left, middle, bar.tag)
        left += columns.tag
        paint_text(painter, theme, QRect(left, 0, columns.name, self.height()), bar.name)
        left += columns.name
        right_edge = QRect(right - columns.second, 0, columns.second, self.height())
        paint_text(
            painter, theme, right_edge, bar.second, font="small", tone="text_2", align=_RIGHT
        )
        right -= columns.second
        figure = QRect(right - columns.number, 0, columns.number, self.height())
        paint_text(painter, theme, figure, bar.number, font="body_medium", align=_RIGHT)
        right -= columns.number
        room = QRectF(left, middle - _BAR / 2, max(right - left, 0) * bar.track, _BAR)
        paint_bar(painter, theme, room, bar.share, bar.tone, bar.track_tone)
