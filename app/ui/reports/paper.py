"""The paper on its grey ground: fitted to the room there is, or enlarged and scrolled."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget
from typing_extensions import override

from app.domain.report import FOLIO
from app.ui.printing.page_painter import DOTS_PER_MM, PagePainter
from app.ui.printing.paper_page import PaperPage
from app.ui.theme.theme import Theme
from app.wording.language import Language

_GREYED = 0.45
_STEPS = (0.5, 0.75, 1.0, 1.25, 1.5, 2.0)
_LEAST = 0.1
_WHOLE_FROM = 0.8
"""Of the fitting width: a page that becomes smaller than that is scrolled instead."""


class Paper(QWidget):
    """One page; `zoom` 1 is the size on a screen of 96 dots an inch."""

    def __init__(self, theme: Theme, language: Language) -> None:
        super().__init__()
        self._theme = theme
        self._painter = PagePainter(language)
        self._page: PaperPage | None = None
        self._greyed = False
        self.zoom = 1.0

    def show_page(self, page: PaperPage) -> None:
        """Paint another page."""
        self._page = page
        self.update()

    def set_greyed(self, *, greyed: bool) -> None:
        """Other contents are on their way."""
        self._greyed = greyed
        self.update()

    def size_at(self, zoom: float) -> QSize:
        """Pixels of the whole paper."""
        paper = FOLIO if self._page is None else self._page.paper
        dots = DOTS_PER_MM * zoom
        return QSize(round(paper.width * dots), round(paper.height * dots))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), Qt.GlobalColor.white)
        if self._page is not None:
            painter.setOpacity(_GREYED if self._greyed else 1.0)
            self._painter.paint(painter, self._page, DOTS_PER_MM * self.zoom)
        painter.setOpacity(1.0)
        painter.setPen(QPen(self._theme.colour("border_strong"), 1))
        painter.drawRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5))


class PaperView(QScrollArea):
    """Holds the paper. It starts fitted to the width, which is also the smallest size."""

    zoomed = Signal(float)

    def __init__(self, theme: Theme, language: Language) -> None:
        super().__init__()
        self.paper = Paper(theme, language)
        self._zoom: float | None = None
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setProperty("role", "paper")
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self.setWidget(self.paper)
        self.viewport().setAutoFillBackground(False)
        self.setMinimumHeight(160)

    def show_page(self, page: PaperPage) -> None:
        """Another page, perhaps of another paper."""
        before = self.paper.size_at(1.0)
        self.paper.show_page(page)
        if self.paper.size_at(1.0) != before:
            self._apply()

    def enlarge(self) -> None:
        """The next step up."""
        now = self.paper.zoom
        self._set_zoom(next((step for step in _STEPS if step > now * 1.02), now))

    def reduce(self) -> None:
        """The next step down, at last the whole width."""
        now = self.paper.zoom
        steps = [step for step in _STEPS if self._fitting() < step < now / 1.02]
        self._set_zoom(steps[-1] if steps else None)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._apply()

    def _set_zoom(self, zoom: float | None) -> None:
        self._zoom = zoom
        self._apply()

    def _apply(self) -> None:
        fitting = self._fitting()
        zoom = max(self._zoom or fitting, fitting)
        self.paper.zoom = zoom
        self.paper.resize(self.paper.size_at(zoom))
        self.paper.update()
        self.zoomed.emit(zoom)

    def _fitting(self) -> float:
        """The whole page, or as wide as there is room where the whole would be too small."""
        room = self.maximumViewportSize()
        whole = self.paper.size_at(1.0)
        wide, high = room.width() / whole.width(), room.height() / whole.height()
        if high >= wide * _WHOLE_FROM:
            return max(_LEAST, min(wide, high))
        beside_bar = room.width() - self.verticalScrollBar().sizeHint().width()
        return max(_LEAST, beside_bar / whole.width())
