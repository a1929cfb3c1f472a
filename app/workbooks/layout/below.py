"""Lists that follow each other on one sheet, each under a header of its own."""

from collections.abc import Sequence
from dataclasses import replace

from app.domain.fields import Field
from app.workbooks.layout.header import MOST_LEVELS, Header, find_header
from app.workbooks.layout.lines import LineReader, Row
from app.workbooks.layout.sheet import SheetLayout, UnitOrigin, spans_of, with_header
from app.workbooks.reading import Merge

LOOKED_AT = 60
"""Rows below another header that are looked at before its columns get their meanings."""

_OF_WHOM = frozenset({Field.NIP, Field.NAME, Field.NAME_AND_NIP})


def layout_below(
    layout: SheetLayout, number: int, rows: Sequence[Row], merges: Sequence[Merge]
) -> SheetLayout | None:
    """The layout of the list under the header that begins in row `number` (1-based), `rows[0]`.

    None where its heads mean what they mean in `layout`: what a person said of them holds on.
    """
    first = number - 1
    spans = [
        (top - first, left, bottom - first, right)
        for top, left, bottom, right in spans_of(merges)
        if bottom >= first
    ]
    header = find_header(rows[:MOST_LEVELS], spans)
    if header is None or header.first != 0 or _means_the_same(header, layout.header):
        return None
    # Whose list it is was said over the first one, or is said by a row between them.
    unasked = replace(layout, organisation_from=UnitOrigin.PERSON)
    found = with_header(unasked, header, rows)
    if found.header is None or not _OF_WHOM & found.fields.keys():
        return None
    header = replace(found.header, first=first, last=first + found.header.last)
    return replace(found, header=header, organisation_from=layout.organisation_from)


def layout_at(
    layout: SheetLayout, row: int, head: Sequence[Row], merges: Sequence[Merge]
) -> SheetLayout:
    """The layout by which `row` (1-based) is read, as far as the first rows of the sheet tell."""
    while layout.header is not None:
        found = _next_list(layout, layout.header, row, head, merges)
        if found is None:
            break
        layout = found
    return layout


def _next_list(
    layout: SheetLayout, header: Header, row: int, head: Sequence[Row], merges: Sequence[Merge]
) -> SheetLayout | None:
    lines = LineReader(header, layout.columns, layout.two_lines)
    for place in range(header.last + 1, min(row, len(head))):
        cells = layout.own(head[place])
        if not any(cell not in (None, "") for cell in cells) or lines.passes_plain_person(cells):
            continue
        if lines.read(cells).other_heads:
            ahead = [layout.own(one) for one in head[place : place + 1 + LOOKED_AT]]
            found = layout_below(layout, place + 1, ahead, merges)
            if found is not None:
                return found
    return None


def _means_the_same(header: Header, other: Header | None) -> bool:
    if other is None:
        return False
    said = [index for index, texts in enumerate(header.texts) if texts]
    return all(
        index < len(other.heads) and header.heads[index] == other.heads[index] for index in said
    )
