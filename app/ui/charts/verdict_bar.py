"""All people in one bar, divided by verdict."""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QBrush, QHelpEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget
from typing_extensions import override

from app.domain.verdict import Verdict
from app.ui.parts.spoken import speak_as
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
    """Parts in the order of the verdicts; the missing are hollow.

    A click chooses a part; with keys the same is done by its name beside the bar.
    """

    chosen = Signal(Verdict)

    def __init__(self, theme: Theme, language: Language) -> None:
        super().__init__()
        self._theme = theme
        self._language = language
        self._counts: Mapping[Verdict, int] = {}
        self.setFixedHeight(_HEIGHT)
        speak_as(self, QAccessible.Role.Chart)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_counts(self, counts: Mapping[Verdict, int]) -> None:
        """The number of people under each verdict."""
        self._counts = dict(counts)
        self.setAccessibleName(", ".join(self._words_of(verdict) for verdict in VERDICT_LOOKS))
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(300, _HEIGHT)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        parts = self._parts()
        for verdict, box in parts.items():
            self._paint_part(painter, box, verdict)
        if not parts:
            self._paint_part(painter, QRectF(self.rect()), Verdict.NO_DATA)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        part = self._part_at(event.position())
        if part is not None and event.button() is Qt.MouseButton.LeftButton:
            self.chosen.emit(part)

    @override
    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            part = self._part_at(QPointF(event.pos()))
            words = "" if part is None else self._words_of(part)
            QToolTip.showText(event.globalPos(), words, self)
            return True
        return super().event(event)

    def _part_at(self, where: QPointF) -> Verdict | None:
        parts = self._parts()
        return next((one for one, box in parts.items() if box.contains(where)), None)

    def _parts(self) -> dict[Verdict, QRectF]:
        """Where each verdict stands that anybody has."""
        present = [v for v in VERDICT_LOOKS if self._counts.get(v, 0) > 0]
        total = sum(self._counts.values())
        room = self.width() - _GAP * (len(present) - 1) - _THINNEST * len(present)
        parts: dict[Verdict, QRectF] = {}
        left = 0.0
        for verdict in present:
            width = _THINNEST + room * self._counts[verdict] / total
            parts[verdict] = QRectF(left, 0, width, _HEIGHT)
            left += width + _GAP
        return parts

    def _words_of(self, verdict: Verdict) -> str:
        number = self._language.number(self._counts.get(verdict, 0))
        return f"{verdict_word(self._language, verdict)} {number}"

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
