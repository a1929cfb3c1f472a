"""All people in one bar, divided by verdict."""

from collections.abc import Mapping

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from app.domain.verdict import Verdict
from app.ui.theme.theme import Theme
from app.ui.verdicts import VERDICT_LOOKS, verdict_word
from app.wording.language import Language

_HEIGHT = 18
_GAP = 2
_THINNEST = 3
# In high contrast the fills are told apart by pattern as well.
_PATTERNS = {
    Verdict.NOT_YET: Qt.BrushStyle.BDiagPattern,
    Verdict.STALE: Qt.BrushStyle.Dense5Pattern,
}


class VerdictBar(QWidget):
    """Parts in the order of the verdicts; the missing are hollow."""

    def __init__(self, theme: Theme, language: Language) -> None:
        super().__init__()
        self._theme = theme
        self._language = language
        self._counts: Mapping[Verdict, int] = {}
        self.setFixedHeight(_HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_counts(self, counts: Mapping[Verdict, int]) -> None:
        """The number of people under each verdict."""
        self._counts = dict(counts)
        spoken = (
            f"{verdict_word(self._language, verdict)} "
            f"{self._language.number(counts.get(verdict, 0))}"
            for verdict in VERDICT_LOOKS
        )
        self.setAccessibleName(", ".join(spoken))
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(300, _HEIGHT)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        present = [v for v in VERDICT_LOOKS if self._counts.get(v, 0) > 0]
        total = sum(self._counts.values())
        if not total:
            self._paint_part(painter, QRectF(self.rect()), Verdict.NO_DATA)
            return
        room = self.width() - _GAP * (len(present) - 1) - _THINNEST * len(present)
        left = 0.0
        for verdict in present:
            width = _THINNEST + room * self._counts[verdict] / total
            self._paint_part(painter, QRectF(left, 0, width, _HEIGHT), verdict)
            left += width + _GAP

    def _paint_part(self, painter: QPainter, box: QRectF, verdict: Verdict) -> None:
        look = VERDICT_LOOKS[verdict]
        colour = self._theme.colour(look.fill)
        box = box.adjusted(0.5, 0.5, -0.5, -0.5)
        if look.dashed:
            pen = QPen(self._theme.colour("no_data_line"), 1, Qt.PenStyle.CustomDashLine)
            pen.setDashPattern([3, 2])
            painter.setPen(pen)
            painter.setBrush(colour)
        elif self._theme.high_contrast:
            painter.setPen(QPen(colour, 1))
            painter.setBrush(QBrush(colour, _PATTERNS.get(verdict, Qt.BrushStyle.SolidPattern)))
        else:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour)
        painter.drawRoundedRect(box, 2, 2)
