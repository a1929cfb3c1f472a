"""Which lines of a sheet stand on which page."""

from collections.abc import Iterator

from app.domain.report import ReportSheet
from app.domain.report_lines import lines_of
from app.domain.report_strips import strips_of

_PRUDENCE = 0.98
"""Of the height of a page: printers differ a little, and a row too much would push the next page."""


def pages_of(sheet: ReportSheet) -> tuple[int, ...]:
    """Index of the first line of each page; the first one is 0.

    Pages that stand beside one another begin at the same line, and come one after the other. Lines that belong together stay together where a page can hold them: a head with its rows, the
    signatures with the last two rows.
    """
    room = sheet.paper.inner_height * _PRUDENCE
    starts = [0]
    index, filled, head = 0, 0.0, 0.0
    for block, repeated in _blocks(sheet):
        together = sum(block)
        if filled + together > room >= head + together and filled > head:
            starts.append(index)
            filled = head
        for height in block:
            if filled + height > room and starts[-1] != index:
                starts.append(index)
                filled = head
            filled += height
            index += 1
        head += repeated
    beside = len(strips_of(sheet))
    return tuple(start for start in starts for _ in range(beside))


def _blocks(sheet: ReportSheet) -> Iterator[tuple[list[float], float]]:
    """Heights of lines that belong together, and how much of them every later page repeats."""
    block: list[float] = []
    repeated = 0.0
    for line in lines_of(sheet):
        height = line.height * sheet.scale
        block.append(height)
        repeated += height if line.repeats else 0.0
        if not line.keeps:
            yield block, repeated
            block, repeated = [], 0.0
    if block:
        yield block, repeated
