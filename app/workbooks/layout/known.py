"""Knows a layout again that a person confirmed before, and takes exactly that mapping."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from app.domain.fields import Certainty, Field
from app.workbooks.layout.columns import Column
from app.workbooks.layout.fingerprint import fingerprint
from app.workbooks.layout.header import MOST_LEVELS, SEARCHED_ROWS, texts_at
from app.workbooks.layout.lines import Row
from app.workbooks.layout.sheet import SheetLayout, detect_with_header, has_people, spans_of
from app.workbooks.reading import Merge

Meanings = Sequence[Field | None]
"""What each column means; None: it is not kept."""

KnownLayouts = Mapping[str, Meanings]
"""By the fingerprint of their header."""


def recognised(
    layout: SheetLayout, head: Sequence[Row], merges: Sequence[Merge], known: KnownLayouts
) -> SheetLayout:
    """`layout` as it was confirmed before; itself where nothing like it was.

    A person may once have chosen rows that detection would not: a known header is looked for
    before another one is believed. Below it there must be people, as below any other.
    """
    if not known:
        return layout
    here = confirmed(layout, known)
    if here is not layout:
        return here
    for first, last, meanings in _found(head, merges, known):
        there = detect_with_header(layout, first + 1, last + 1, head, merges)
        there = _with_meanings(there, meanings)
        if has_people(there, head):
            return there
    return layout


def _found(
    head: Sequence[Row], merges: Sequence[Merge], known: KnownLayouts
) -> Iterator[tuple[int, int, Meanings]]:
    """First and last row (0-based) of every known header among the first rows."""
    spans = spans_of(merges)
    for first in range(min(len(head), SEARCHED_ROWS)):
        for last in range(first, min(first + MOST_LEVELS, len(head))):
            meanings = known.get(fingerprint(texts_at(head, first, last, spans)))
            if meanings is not None:
                yield first, last, meanings


def confirmed(layout: SheetLayout, known: KnownLayouts) -> SheetLayout:
    """With the meanings that are known for its header; itself where none are."""
    if layout.header is None:
        return layout
    meanings = known.get(fingerprint(layout.header.texts))
    return layout if meanings is None else _with_meanings(layout, meanings)


def _with_meanings(layout: SheetLayout, meanings: Meanings) -> SheetLayout:
    """Columns that were not there when it was confirmed keep what detection says of them."""
    columns = [
        replace(column, field=field, certainty=Certainty.KNOWN)
        for column, field in zip(layout.columns, meanings, strict=False)
    ]
    taken = {column.field for column in columns}
    columns += (_if_free(column, taken) for column in layout.columns[len(columns) :])
    return replace(layout, columns=tuple(columns))


def _if_free(column: Column, taken: set[Field | None]) -> Column:
    return replace(column, field=None) if column.field in taken else column
