"""One grid of columns for several tables on one sheet: a number, a name in two parts, figures."""

from collections.abc import Callable
from dataclasses import dataclass

from app.domain.letters import lines_needed
from app.domain.report import Cell, Paper, ReportSheet, Row
from app.domain.report_letters import CELL_PADDING, LETTERING, LineKind
from app.domain.report_pages import pages_of

_NUMBER, _LABEL = 11.0, 22.0
_LEAST_REST = 42.0
"""Of a name, beside a label: a narrower page is printed smaller instead."""

_SCALES = (1.0, 0.9, 0.82, 0.76)


@dataclass(frozen=True, slots=True)
class Grid:
    """Widths in mm: a number, a name in two parts so that a label fits the first, figures."""

    widths: tuple[float, ...]

    @property
    def whole_name(self) -> float:
        """A name without a number before it."""
        return sum(self.widths[:3])

    @property
    def name(self) -> float:
        """A name beside its number."""
        return sum(self.widths[1:3])

    def of_figures(self, number: int) -> float:
        """A sentence over so many figures."""
        return number * self.widths[-1]

    def for_print_at(self, scale: float) -> "Grid":
        """The same columns for letters that are printed so much smaller: more of them fit in each."""
        return Grid(tuple(width / scale for width in self.widths))


def grid_for(page: Paper, room: float, figures: int, figure: float, upright: float) -> Grid:
    """`figure` is the width of each on a lying page, `upright` on a standing one.

    Fills `room` where the names have enough of it; wider else, to be printed smaller.
    """
    wide = figure if page.is_landscape else upright
    rest = max(_LEAST_REST, room - _NUMBER - _LABEL - figures * wide)
    return Grid((_NUMBER, _LABEL, rest, *[wide] * figures))


def row_of(cells: tuple[Cell, ...], *texts: tuple[str, float], total: bool = False) -> Row:
    """A row as high as its longest text needs in the width in mm that stands beside it."""
    lettering = LETTERING[LineKind.TOTAL if total else LineKind.ROW]
    lines = [
        lines_needed(text, width - CELL_PADDING, lettering.points, bold=lettering.bold)
        for text, width in texts
    ]
    return Row(cells, max(lines, default=1), total)


def on_one_page(sheet_at: Callable[[float], ReportSheet]) -> ReportSheet:
    """Rather a smaller print than a second page for the last few lines; of a long sheet, none."""
    sheets = [sheet_at(scale) for scale in _SCALES]
    return next((sheet for sheet in sheets if len(pages_of(sheet)) == 1), sheets[0])
