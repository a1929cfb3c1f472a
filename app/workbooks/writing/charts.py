"""Native charts: bars that read without colour, and a line with its values beside the points."""

from collections.abc import Sequence

from xlsxwriter.chart import Chart as Drawn
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from app.domain.report import Cell, Chart, ChartKind, Table, Worked
from app.domain.report_letters import Piece, places_of
from app.workbooks.writing.looks import LETTERS
from app.workbooks.writing.texts import cell_text

_DOTS_PER_MM = 96 / 25.4
_INK, _PAPER = "#1A1A1A", "#FFFFFF"
_POINTS = 8
_AWAY = 1.0
"""Millimetres between a chart and the edge of its cells."""

_FILLS: Sequence[dict[str, object]] = (
    {"fill": {"color": "#404040"}},
    {"pattern": {"pattern": "wide_upward_diagonal", "fg_color": _INK, "bg_color": _PAPER}},
    {"pattern": {"pattern": "percent_20", "fg_color": _INK, "bg_color": _PAPER}},
    {"fill": {"color": _PAPER}},
)
"""Dark, striped, dotted, white: told apart on any printer, in the order of the verdicts."""


class ChartWriter:
    """Draws the charts of one sheet from the cells of its tables."""

    def __init__(self, workbook: Workbook, worksheet: Worksheet, widths: Sequence[float]) -> None:
        self._workbook, self._worksheet = workbook, worksheet
        self._widths = widths

    def draw(self, row: int, piece: Piece, chart: Chart, table: Table, first_row: int) -> None:
        """Puts `chart` over its piece of the row; the rows of `table` begin at `first_row`."""
        kind = {"type": "line"}
        if chart.kind is ChartKind.BARS:
            kind = {"type": "bar", "subtype": "stacked"}
        drawn = self._workbook.add_chart(kind)
        count = min(chart.rows, sum(not each.total for each in table.rows))
        last_row = first_row + count - 1
        places = places_of(table.columns)
        labels = places[chart.labels][0]
        for number, series in enumerate(chart.series):
            column = places[series.column][0]
            drawn.add_series(
                {
                    "name": cell_text(series.name),
                    "categories": [self._worksheet.name, first_row, labels, last_row, labels],
                    "values": [self._worksheet.name, first_row, column, last_row, column],
                    "categories_data": _told(table, chart.labels, count),
                    "values_data": _told(table, series.column, count),
                    **_look(chart.kind, number),
                }
            )
        self._dress(drawn, chart)
        wide = sum(self._widths[piece.first : piece.last + 1]) - 2 * _AWAY
        drawn.set_size(
            {
                "width": round(wide * _DOTS_PER_MM),
                "height": round((chart.height - 2 * _AWAY) * _DOTS_PER_MM),
            }
        )
        away = _AWAY * _DOTS_PER_MM
        self._worksheet.insert_chart(
            row,
            piece.first,
            drawn,
            {"x_offset": away, "y_offset": away, "description": cell_text(chart.title)},
        )

    @staticmethod
    def _dress(drawn: Drawn, chart: Chart) -> None:
        letters = {"name": LETTERS, "size": _POINTS, "color": _INK}
        title = {**letters, "size": _POINTS + 2, "bold": True}
        drawn.set_title({"name": cell_text(chart.title), "name_font": title, "overlay": False})
        bars = chart.kind is ChartKind.BARS
        lines = {"visible": True, "line": {"color": "#BFBFBF", "width": 0.5}}
        names: dict[str, object] = {"num_font": letters, "major_gridlines": {"visible": False}}
        numbers = {"num_font": letters, "num_format": "#,##0", "major_gridlines": lines, "min": 0}
        if bars:
            # The first row of the table stands at the top, the numbers at the bottom.
            drawn.set_y_axis({**names, "reverse": True, "crossing": "max"})
            drawn.set_x_axis(numbers)
        else:
            drawn.set_x_axis(names)
            drawn.set_y_axis(numbers)
        if len(chart.series) > 1:
            drawn.set_legend({"position": "bottom", "font": letters})
        else:
            drawn.set_legend({"none": True})
        drawn.set_chartarea({"border": {"color": "#7F7F7F"}, "fill": {"color": _PAPER}})


def _look(kind: ChartKind, number: int) -> dict[str, object]:
    letters = {"name": LETTERS, "size": _POINTS, "color": _INK}
    if kind is ChartKind.TREND:
        return {
            "line": {"color": _INK, "width": 1.75},
            "marker": {
                "type": "circle",
                "size": 5,
                "fill": {"color": _INK},
                "border": {"color": _INK},
            },
            "data_labels": {"value": True, "position": "above", "font": letters},
        }
    return {"gap": 40, "border": {"color": _INK, "width": 0.5}, **_FILLS[number % len(_FILLS)]}


def _told(table: Table, column: int, count: int) -> list[str | float]:
    """The values as a viewer shows them that does not read the cells again."""
    return [_plain(row.cells[column]) for row in table.rows[:count]]


def _plain(cell: Cell) -> str | float:
    if isinstance(cell, Worked):
        return cell.value or 0
    return cell_text(cell) if isinstance(cell, str) else cell if isinstance(cell, int) else ""
