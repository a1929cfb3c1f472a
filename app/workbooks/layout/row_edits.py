"""Rows as they are read: blank or not, and with what a person put into their cells."""

from collections.abc import Mapping
from types import MappingProxyType

from app.workbooks.layout.lines import Row

Edits = Mapping[int, Mapping[int, str]]
NO_EDITS: Edits = MappingProxyType({})


def edited(row: Row, edits: Mapping[int, str]) -> list[object]:
    """The row with what a person put into its cells, by column."""
    cells = list(row)
    cells.extend([None] * (max(edits) + 1 - len(cells)))
    for column, text in edits.items():
        cells[column] = text or None
    return cells


def is_blank_row(row: Row) -> bool:
    """The reading door has cut off empty ends: a last cell that is filled decides it."""
    if not row:
        return True
    last = row[-1]
    return (last is None or last == "") and all(cell is None or cell == "" for cell in row)
