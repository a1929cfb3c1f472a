"""The pages of a sheet, one below the other on grey ground: fitted to the room, or enlarged."""

from collections import OrderedDict
from enum import Enum

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import (
    QAccessible,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget
from typing_extensions import override

from app.domain.report import FOLIO
from app.ui.parts.spoken import speak_as
from app.ui.printing.page_painter import DOTS_PER_MM, PagePainter
from app.ui.printing.paper_page import PaperBook, PaperPage
from app.ui.theme.theme import Theme
from app.wording.language import Language

_GREYED = 0.45
_STEPS = (0.5, 0.75, 1.0, 1.25, 1.5, 2.0)
_LEAST = 0.1
_WHOLE_FROM = 0.8
"""Of the fitting width: a page that becomes smaller than that is scrolled instead."""
_BETWEEN = 12
"""Dots between two pages."""
_KEPT_PAGES = 12


class Fit(Enum):
    """What the size of the pages follows when the window changes."""

    READABLE = "readable"
    """The whole page, or its width where the whole would be too small."""
    WIDTH = "width"
    WHOLE = "whole"


class Paper(QWidget):
    """All pages of one sheet; `zoom` 1 is the size on a screen of 96 dots an inch."""

    def __init__(self, theme: Theme, language: Language) -> None:
        super().__init__()
        self._theme = theme
        self._painter = PagePainter(language)
        self._book: PaperBook | None = None
        self._sheet = 0
        self._pages: OrderedDict[int, PaperPage] = OrderedDict()
        self._greyed = False
        self.zoom = 1.0

    @property
    def count(self) -> int:
        """Pages of the sheet."""
        return 1 if self._book is None else self._book.count_of(self._sheet)

    def show_sheet(self, book: PaperBook, sheet: int) -> None:
        """Paint the pages of another sheet."""
        self._book, self._sheet = book, sheet
        self._pages.clear()
        self.update()

    def set_greyed(self, *, greyed: bool) -> None:
        """Other contents are on their way."""
        self._greyed = greyed
        self.update()

    def page_size(self, zoom: float) -> QSize:
        """Dots of one page."""
        paper = FOLIO if self._book is None else self._book.book.sheets[self._sheet].paper
        dots = DOTS_PER_MM * zoom
        return QSize(round(paper.width * dots), round(paper.height * dots))

    def apply(self, zoom: float) -> None:
        """Become as large as all pages together."""
        self.zoom = zoom
        size = self.page_size(zoom)
        self.resize(size.width(), self.count * (size.height() + _BETWEEN) - _BETWEEN)
        self.update()

    def box_of(self, index: int) -> QRect:
        """Where a page stands, in dots."""
        size = self.page_size(self.zoom)
        return QRect(0, index * (size.height() + _BETWEEN), size.width(), size.height())

    def page_at(self, height: float) -> int:
        """The page that stands there, or the one above the gap that is there."""
        pitch = self.page_size(self.zoom).height() + _BETWEEN
        return min(self.count - 1, max(0, int(height // pitch)))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self._book is None:
            return
        painter = QPainter(self)
        wanted = event.rect()
        for index in range(self.page_at(wanted.top()), self.page_at(wanted.bottom()) + 1):
            self._paint_page(painter, index)

    def _paint_page(self, painter: QPainter, index: int) -> None:
        box = self.box_of(index)
        painter.save()
        painter.fillRect(box, Qt.GlobalColor.white)
        painter.setClipRect(box)
        painter.translate(box.topLeft())
        painter.setOpacity(_GREYED if self._greyed else 1.0)
        self._painter.paint(painter, self._page(index), DOTS_PER_MM * self.zoom)
        painter.restore()
        painter.setPen(QPen(self._theme.colour("border_strong"), 1))
        painter.drawRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5))

    def _page(self, index: int) -> PaperPage:
        """Made once while it is looked at; of a long list only the last few are kept."""
        if self._book is None or index in self._pages:
            self._pages.move_to_end(index)
            return self._pages[index]
        self._pages[index] = self._book.page(self._sheet, index)
        if len(self._pages) > _KEPT_PAGES:
            self._pages.popitem(last=False)
        return self._pages[index]


class PaperView(QScrollArea):
    """Holds the pages and knows which one is looked at. The smallest size is the whole page."""

    zoomed = Signal(float)
    page_looked_at = Signal(int)
    """Somebody scrolled to another page of the sheet."""

    def __init__(self, theme: Theme, language: Language) -> None:
        super().__init__()
        self.paper = Paper(theme, language)
        self._fit = Fit.READABLE
        self._zoom: float | None = None
        self._page = 0
        self._moving = False
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setProperty("role", "paper")
        speak_as(self, QAccessible.Role.Document)
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self.setWidget(self.paper)
        self.viewport().setAutoFillBackground(False)
        self.setMinimumHeight(160)
        self.verticalScrollBar().valueChanged.connect(self._look)

    def show_page(self, book: PaperBook, sheet: int, page: int) -> None:
        """A sheet, perhaps of another paper, from the top of one of its pages."""
        self.paper.show_sheet(book, sheet)
        self._page = page
        self._apply(0.0)

    def show_again(self, book: PaperBook, sheet: int) -> None:
        """The same pages with another word in them: nothing moves."""
        self.paper.show_sheet(book, sheet)

    def enlarge(self) -> None:
        """The next step up."""
        now = self.paper.zoom
        self._set_zoom(next((step for step in _STEPS if step > now * 1.02), now))

    def reduce(self) -> None:
        """The next step down, at last the whole page."""
        now = self.paper.zoom
        steps = [step for step in _STEPS if self._fitting(Fit.WHOLE) < step < now / 1.02]
        if steps:
            self._set_zoom(steps[-1])
        else:
            self.fit(Fit.WHOLE if self._zoom is not None else self._fit)

    def fit(self, how: Fit) -> None:
        """Follow the window from now on."""
        self._fit = how
        self._set_zoom(None)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._apply(self._inside())

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            (self.enlarge if event.angleDelta().y() > 0 else self.reduce)()
            event.accept()
            return
        super().wheelEvent(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        bar = self.verticalScrollBar()
        if event.key() == Qt.Key.Key_Home:
            bar.setValue(bar.minimum())
        elif event.key() == Qt.Key.Key_End:
            bar.setValue(bar.maximum())
        else:
            super().keyPressEvent(event)

    def _set_zoom(self, zoom: float | None) -> None:
        inside = self._inside()
        self._zoom = zoom
        self._apply(inside)

    def _inside(self) -> float:
        """How far the page that is looked at is scrolled away, as a share of its height."""
        box = self.paper.box_of(self._page)
        return (self.verticalScrollBar().value() - box.top()) / max(1, box.height())

    def _apply(self, inside: float) -> None:
        zoom = max(self._zoom or self._fitting(self._fit), self._fitting(Fit.WHOLE))
        self._moving = True
        self.paper.apply(zoom)
        box = self.paper.box_of(self._page)
        self.verticalScrollBar().setValue(round(box.top() + inside * box.height()))
        self._moving = False
        self.zoomed.emit(zoom)

    @Slot(int)
    def _look(self, value: int) -> None:
        """Which page is in the middle now; at either end, the first or the last one."""
        bar = self.verticalScrollBar()
        if self._moving:
            return
        page = self.paper.page_at(value + self.viewport().height() / 2)
        if value == bar.minimum():
            page = 0
        elif value == bar.maximum():
            page = self.paper.count - 1
        if page != self._page:
            self._page = page
            self.page_looked_at.emit(page)

    def _fitting(self, how: Fit) -> float:
        room = self.maximumViewportSize()
        page = self.paper.page_size(1.0)
        bar = self.verticalScrollBar().sizeHint().width()
        beside = (room.width() - bar) / page.width()
        high = room.height() / page.height()
        # A single page that is wholly seen needs no bar.
        wide = room.width() / page.width() if self.paper.count == 1 else beside
        whole = max(_LEAST, min(wide, high))
        if how is Fit.WHOLE or (how is Fit.READABLE and high >= wide * _WHOLE_FROM):
            return whole
        return max(_LEAST, beside)
