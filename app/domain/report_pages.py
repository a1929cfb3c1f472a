"""Which lines of a sheet stand on which page, and where a page must be ended by hand."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from app.domain.report import ReportSheet
from app.domain.report_lines import Line, lines_of

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


def pages_of(sheet: ReportSheet, lines: Iterable[Line] | None = None) -> Pages:
    """Fills the pages as a spreadsheet program does. `lines` may be handed in, made already."""
    made = list(lines_of(sheet) if lines is None else lines)
    heights = [line.height * sheet.scale for line in made]
    room = sheet.paper.inner_height * _PRUDENCE
    head = sum(h for line, h in zip(made, heights, strict=True) if line.repeats)
    after_head = next((i + 1 for i in reversed(range(len(made))) if made[i].repeats), 0)
    starts = _fill(heights, room, head, after_head, cut=None)
    cut = _cut(made, heights, starts, room - head)
    if cut is not None:
        starts = _fill(heights, room, head, after_head, cut)
    return Pages(tuple(starts), cut)


def _fill(
    heights: Sequence[float], room: float, head: float, after_head: int, cut: int | None
) -> list[int]:
    starts, filled = [0], 0.0
    for index, height in enumerate(heights):
        if index and (filled + height > room or index == cut):
            starts.append(index)
            filled = head if index >= after_head else 0.0
        filled += height
    return starts


def _cut(
    lines: Sequence[Line], heights: Sequence[float], starts: Sequence[int], room: float
) -> int | None:
    """The first of the lines that keep together, where a page would end among them."""
    tail = len(lines)
    while tail and lines[tail - 1].keeps:
        tail -= 1
    parted = any(tail < start for start in starts)
    fits = sum(heights[tail:]) <= room
    return tail if parted and fits and tail > 0 else None
