"""Several lists of people side by side on one sheet: each is read as a sheet of its own."""

from collections.abc import Sequence
from dataclasses import replace

from app.domain.column_letters import column_letters
from app.domain.fields import Field
from app.workbooks.layout.beside import blocks
from app.workbooks.layout.lines import Row
from app.workbooks.layout.profile import profile
from app.workbooks.layout.sheet import SAMPLE_ROWS, SheetLayout, detect
from app.workbooks.reading import Merge

_NUMBERS = (Field.NIP, Field.NAME_AND_NIP)


def lists_beside(
    layout: SheetLayout, head: Sequence[Row], merges: Sequence[Merge]
) -> list[SheetLayout]:
    """Further lists with numbers of people in other columns of the sheet that `layout` is of.

    A table without them (sums, a ranking) is none.
    """
    header = layout.header
    if header is None or _number_column(layout) is None:
        return []
    body = head[header.last + 1 : header.last + 1 + SAMPLE_ROWS]
    profiles = [
        profile(row[index] for row in body if index < len(row))
        for index in range(len(header.texts))
    ]
    found = []
    for block in blocks(header, profiles):
        if _number_column(layout) in block or sum(profiles[i].sure_nips for i in block) == 0:
            continue
        beside = _in_columns(layout, (block[0], block[-1] + 1), head, merges)
        if beside is not None:
            found.append(beside)
    return found


def columns_named(part: tuple[int, int]) -> str:
    """As a spreadsheet calls them: "H\u2013M"."""
    return f"{column_letters(part[0])}\u2013{column_letters(part[1] - 1)}"


def _in_columns(
    layout: SheetLayout, part: tuple[int, int], head: Sequence[Row], merges: Sequence[Merge]
) -> SheetLayout | None:
    alone = replace(layout, part=part)
    own = [alone.own(row) for row in head]
    spans = [one for one in merges if part[0] < one.first_column <= part[1]]
    found = detect(layout.index, layout.name, layout.hidden, own, spans, layout.file)
    wanted = found.is_roster and _number_column(found) is not None
    return replace(found, part=part) if wanted and len(found.fields) >= 2 else None


def _number_column(layout: SheetLayout) -> int | None:
    return next((layout.fields[one] for one in _NUMBERS if one in layout.fields), None)
