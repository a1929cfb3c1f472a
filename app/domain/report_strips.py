"""A table that is wider than its paper: so many columns on one page, the next ones on the page beside it."""

from collections.abc import Iterator
from dataclasses import replace

from app.domain.report import ReportSheet
from app.domain.report_letters import Line

_PRUDENCE = 0.98
"""Of the width of a page: programs round columns, and one too wide would come on a page alone."""


def strips_of(sheet: ReportSheet) -> tuple[tuple[int, ...], ...]:
    """The columns of each page, counted from 0, of pages that stand beside one another.

    Every page begins with the keys of the sheet. Columns that are joined stay on one page where it
    can hold them.
    """
    if not sheet.is_parted:
        return (tuple(range(len(sheet.widths))),)
    keys = tuple(range(sheet.keys))
    room = sheet.paper.inner_width * _PRUDENCE / sheet.scale - sum(sheet.widths[: sheet.keys])
    strips: list[tuple[int, ...]] = []
    taken = room
    for block in _blocks(sheet, room):
        width = sum(sheet.widths[place] for place in block)
        if taken + width > room:
            strips.append(keys)
            taken = 0.0
        strips[-1] += block
        taken += width
    return tuple(strips)


def on_strip(line: Line, columns: tuple[int, ...]) -> Line:
    """What of a line stands on the page with these columns."""
    pieces = []
    for piece in line.pieces:
        places = [at for at, place in enumerate(columns) if piece.first <= place <= piece.last]
        if places:
            pieces.append(replace(piece, first=places[0], last=places[-1]))
    return replace(line, pieces=tuple(pieces))


def _blocks(sheet: ReportSheet, room: float) -> Iterator[tuple[int, ...]]:
    """Columns that belong together; those that no page could hold come one by one."""
    block: tuple[int, ...] = ()
    for place in range(sheet.keys, len(sheet.widths)):
        joined = bool(block) and sheet.tables[-1].columns[place].joined
        if not joined or sum(sheet.widths[each] for each in (*block, place)) > room:
            if block:
                yield block
            block = ()
        block += (place,)
    if block:
        yield block
