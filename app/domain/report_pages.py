"""Which lines of a sheet stand on which page, and where a page must be ended by hand."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.domain.report import ReportSheet
from app.domain.report_lines import lines_of

_PRUDENCE = 0.98
"""Of the height of a page: printers differ a little, and a row too much would push the next page."""


@dataclass(frozen=True, slots=True)
class Pages:
    """`starts` holds the index of the first line of each page, the first one is 0.

    `cut` is the index of the line before which the page is ended by hand, so that at least two rows
    stand above the signatures; None where no such cut is needed.
    """

    starts: tuple[int, ...]
    cut: int | None


def pages_of(sheet: ReportSheet) -> Pages:
    """Fills the pages as a spreadsheet program does."""
    heights: list[float] = []
    head, after_head, tail = 0.0, 0, 0
    for index, line in enumerate(lines_of(sheet)):
        height = line.height * sheet.scale
        heights.append(height)
        if line.repeats:
            head, after_head = head + height, index + 1
        if not line.keeps:
            tail = index + 1
    room = sheet.paper.inner_height * _PRUDENCE
    starts = _fill(heights, room, head, after_head, cut=None)
    parted = any(tail < start for start in starts)
    if not (parted and 0 < tail < len(heights) and sum(heights[tail:]) <= room - head):
        return Pages(tuple(starts), None)
    return Pages(tuple(_fill(heights, room, head, after_head, tail)), tail)


def _fill(
    heights: Sequence[float], room: float, head: float, after_head: int, cut: int | None
) -> list[int]:
    """Index of the first line of each page; a line that finds no room begins the next one."""
    starts, filled = [0], 0.0
    for index, height in enumerate(heights):
        if index and (filled + height > room or index == cut):
            starts.append(index)
            filled = head if index >= after_head else 0.0
        filled += height
    return starts
