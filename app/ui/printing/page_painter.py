"""Paints a printed page: white paper and black letters in every look, as the workbook has them."""

from collections.abc import Sequence
from itertools import accumulate

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage, QPainter, QTextOption

from app.domain.report import Align, Chart, Emphasis
from app.domain.report_letters import (
    CELL_PADDING,
    LETTERING,
    LOGO_SIZE,
    Lettering,
    Line,
    LineKind,
    Piece,
    height_of,
)
from app.ui.printing.chart_painter import ChartPainter
from app.ui.printing.lettering import FINE, emphasised, font_of, shrunk
from app.ui.printing.paper_page import PaperPage
from app.ui.printing.strokes import hair, hatch, stroke
from app.wording.cells import cell_words
from app.wording.language import Language

DOTS_PER_MM = 96 / 25.4
"""At 100 %."""

_FILLS = {LineKind.HEAD: QColor("#E8EBF0"), LineKind.TOTAL: QColor("#F4F6F9")}
"""The workbook's own fills: paper knows no theme."""

_HATCH = QColor("#7F7F7F")
_HATCH_APART = 1.1

_BOXED = frozenset((LineKind.HEAD, LineKind.NUMBERS, LineKind.ROW, LineKind.TOTAL, LineKind.EMPTY))
_AT_TOP = frozenset((LineKind.FACT, LineKind.NOTE, LineKind.ANNEX))
_ROWS = (LineKind.ROW, LineKind.TOTAL, LineKind.DATA)
_ALIGN = {
    Align.LEFT: Qt.AlignmentFlag.AlignLeft,
    Align.CENTRE: Qt.AlignmentFlag.AlignHCenter,
    Align.RIGHT: Qt.AlignmentFlag.AlignRight,
}
_LOGO_LEFT, _LOGO_TOP = 4.0, 1.0
_THICK = 0.8
_FOOTER = Lettering(8, 3.8)
_FOOTER_FROM_EDGE = 15.0


class PagePainter:
    """Keeps the letters of all kinds of lines; one for a preview is enough."""

    def __init__(self, language: Language) -> None:
        self._language = language
        self._fonts = {letters: font_of(letters) for letters in (*LETTERING.values(), _FOOTER)}
        self._options: dict[tuple[bool, Align, bool], QTextOption] = {}
        self._logo, self._logo_bytes = QImage(), b""

    def paint(self, painter: QPainter, page: PaperPage, dots_per_mm: float) -> None:
        """Fills the page from the painter's origin."""
        paper, sheet = page.paper, page.sheet
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.scale(dots_per_mm / FINE, dots_per_mm / FINE)
        painter.fillRect(_box(0, 0, paper.width, paper.height), Qt.GlobalColor.white)
        self._paint_footer(painter, page)
        painter.translate(paper.left * FINE, paper.top * FINE)
        painter.scale(sheet.scale, sheet.scale)
        if page.number == 1 and sheet.letterhead is not None:
            _paint_logo(painter, self._logo_of(sheet.letterhead.logo))
        edges = [0.0, *accumulate(page.widths)]
        tops = [0.0, *accumulate(line.height for line in page.lines)]
        for index, line in enumerate(page.lines):
            self._paint_line(painter, page, line, edges, tops[index:])
        painter.restore()

    def _option(self, kind: LineKind, align: Align, *, wraps: bool) -> QTextOption:
        """Made once: a long report asks for it a hundred thousand times."""
        wanted = kind in _AT_TOP, align, wraps
        if wanted not in self._options:
            up = Qt.AlignmentFlag.AlignTop if wanted[0] else Qt.AlignmentFlag.AlignVCenter
            option = QTextOption(_ALIGN[align] | up)
            mode = QTextOption.WrapMode
            option.setWrapMode(mode.WrapAtWordBoundaryOrAnywhere if wraps else mode.NoWrap)
            self._options[wanted] = option
        return self._options[wanted]

    def _logo_of(self, content: bytes) -> QImage:
        """Read once; pictures of this kind may be painted away from the window, too."""
        if content != self._logo_bytes:
            self._logo_bytes, self._logo = content, QImage()
            self._logo.loadFromData(content)
        return self._logo

    def _paint_line(
        self,
        painter: QPainter,
        page: PaperPage,
        line: Line,
        edges: Sequence[float],
        tops: Sequence[float],
    ) -> None:
        """`tops` begins with the upper edge of this line."""
        if line.kind is LineKind.RULE:
            _paint_rule(painter, tops[0], edges[-1], line.height)
        for piece in line.pieces:
            left, right = edges[piece.first], edges[piece.last + 1]
            lower = tops[min(piece.down, len(tops) - 1)]
            box = _box(left, tops[0], right - left, lower - tops[0])
            if line.kind in _BOXED:
                _paint_box(painter, box, line.kind, piece.emphasis)
            if isinstance(piece.content, Chart):
                self._paint_chart(painter, page, piece.content, box)
            else:
                self._paint_piece(
                    painter, line, piece, cell_words(piece.content, self._language), box
                )

    def _paint_chart(self, painter: QPainter, page: PaperPage, chart: Chart, box: QRectF) -> None:
        font, title = self._fonts[LETTERING[LineKind.CHART]], self._fonts[LETTERING[LineKind.HEAD]]
        away = CELL_PADDING / 2 * FINE
        inside = box.adjusted(away, away, -away, -away)
        drawn = ChartPainter(painter, font, title, self._language)
        drawn.paint(inside, chart, page.sheet.tables[chart.table])

    def _paint_piece(
        self, painter: QPainter, line: Line, piece: Piece, words: str, box: QRectF
    ) -> None:
        if not words:
            return
        padding = CELL_PADDING / 2 * FINE
        inner = box.adjusted(padding, 0, -padding, 0)
        font = emphasised(self._fonts[LETTERING[line.kind]], piece.emphasis)
        wraps = _wraps(line)
        if not wraps:
            font = shrunk(font, words, inner.width())
        painter.setFont(font)
        painter.setPen(Qt.GlobalColor.black)
        option = self._option(line.kind, piece.align, wraps=wraps)
        painter.drawText(inner, words, option)
        if LETTERING[line.kind].underlined:
            _underline(painter, painter.boundingRect(inner, words, option), font)

    def _paint_footer(self, painter: QPainter, page: PaperPage) -> None:
        paper = page.paper
        top = paper.height - _FOOTER_FROM_EDGE - _FOOTER.line
        box = _box(paper.left, top, paper.inner_width, _FOOTER.line)
        left, right = page.footer
        font = self._fonts[_FOOTER]
        painter.setPen(Qt.GlobalColor.black)
        painter.setFont(font)
        painter.drawText(box, right, self._option(LineKind.NOTE, Align.RIGHT, wraps=False))
        taken = QFontMetricsF(font).horizontalAdvance(f"{right}  ")
        painter.setFont(shrunk(font, left, box.width() - taken))
        painter.drawText(box, left, self._option(LineKind.NOTE, Align.LEFT, wraps=False))


def _wraps(line: Line) -> bool:
    if line.kind in _ROWS:
        return line.height > height_of(line.kind, 1)
    return line.kind is not LineKind.NUMBERS


def _box(left: float, top: float, width: float, height: float) -> QRectF:
    return QRectF(left * FINE, top * FINE, width * FINE, height * FINE)


def _paint_box(painter: QPainter, box: QRectF, kind: LineKind, emphasis: Emphasis | None) -> None:
    if kind in _FILLS:
        painter.fillRect(box, _FILLS[kind])
    if emphasis is Emphasis.HATCHED:
        hatch(painter, box, _HATCH, _HATCH_APART * FINE)
    painter.setPen(hair(painter, Qt.GlobalColor.black))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(box)


def _underline(painter: QPainter, words: QRectF, font: QFont) -> None:
    """Qt's own line is ten times too thick where the painter makes everything smaller."""
    below = words.bottom() - QFontMetricsF(font).descent() * 0.5
    stroke(painter, words.left(), words.right(), below, font.pixelSize() / 14)


def _paint_rule(painter: QPainter, top: float, width: float, height: float) -> None:
    right = width * FINE
    stroke(painter, 0, right, top * FINE, _THICK * FINE)
    stroke(painter, 0, right, (top + height) * FINE, _THICK / 3 * FINE)


def _paint_logo(painter: QPainter, logo: QImage) -> None:
    side = max(logo.width(), logo.height())
    if not side:
        return
    width, height = LOGO_SIZE * logo.width() / side, LOGO_SIZE * logo.height() / side
    painter.drawImage(_box(_LOGO_LEFT, _LOGO_TOP, width, height), logo, QRectF(logo.rect()))
