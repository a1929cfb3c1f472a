"""Compares a report with its own proof, and names the very cells that differ."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from app.domain.proof import BETWEEN_CELLS, Proof, SheetProof

MOST_NAMED = 1_000
"""Differences; whoever changed more than these has written another report."""


class DifferenceKind(StrEnum):
    """What is not as it was written."""

    CELL = "cell"
    ROW_GONE = "row_gone"
    ROW_ADDED = "row_added"
    SHEET_GONE = "sheet_gone"
    SHEET_ADDED = "sheet_added"
    SHEETS_MOVED = "sheets_moved"
    FACT = "fact"
    """On the hidden sheet, a fact is not the one that was written."""


@dataclass(frozen=True, slots=True)
class Difference:
    """One of them. Rows and columns are counted from 0; `before` None: no value was kept."""

    kind: DifferenceKind
    sheet: str
    row: int = 0
    column: int = 0
    before: str | None = None
    now: str = ""


def differences(proof: Proof, found: Sequence[SheetProof]) -> Iterator[Difference]:
    """Everything that differs, sheet by sheet; `found` are the sheets as they are, with lines."""
    now = {sheet.name: sheet for sheet in found}
    known = {sheet.name for sheet in proof.sheets}
    for sheet in proof.sheets:
        if sheet.name not in now:
            yield Difference(DifferenceKind.SHEET_GONE, sheet.name)
        elif now[sheet.name].rows != sheet.rows:
            yield from _in_sheet(sheet, now[sheet.name])
    for sheet in found:
        if sheet.name not in known:
            yield Difference(DifferenceKind.SHEET_ADDED, sheet.name)
    kept = [sheet.name for sheet in proof.sheets if sheet.name in now]
    if kept != [sheet.name for sheet in found if sheet.name in known]:
        yield Difference(DifferenceKind.SHEETS_MOVED, "")


def _in_sheet(before: SheetProof, now: SheetProof) -> Iterator[Difference]:
    top = _equal(before.rows, now.rows)
    most = min(len(before.rows), len(now.rows)) - top
    low = min(_equal(before.rows[::-1], now.rows[::-1]), most)
    old, new = range(top, len(before.rows) - low), range(top, len(now.rows) - low)
    pairs = min(len(old), len(new))
    columns = _changed_columns(before, now)
    for row in range(top, top + pairs):
        if before.rows[row] != now.rows[row]:
            yield from _in_row(before, now, row, columns)
    for row in old[pairs:]:
        yield Difference(DifferenceKind.ROW_GONE, before.name, row)
    for row in new[pairs:]:
        yield Difference(DifferenceKind.ROW_ADDED, before.name, row)


def _in_row(
    before: SheetProof, now: SheetProof, row: int, columns: Sequence[int]
) -> Iterator[Difference]:
    new = _cells(now, row)
    if before.lines is None:
        # Only hashes were kept: a changed row and a changed column meet in the changed cell.
        for column in columns:
            yield Difference(DifferenceKind.CELL, now.name, row, column, None, new.get(column, ""))
        return
    old = _cells(before, row)
    for column in sorted(old.keys() | new.keys()):
        was, has = old.get(column, ""), new.get(column, "")
        if was != has:
            yield Difference(DifferenceKind.CELL, now.name, row, column, was, has)


def _cells(sheet: SheetProof, row: int) -> Mapping[int, str]:
    line = sheet.lines[row] if sheet.lines is not None else ""
    return dict(enumerate(line.split(BETWEEN_CELLS)))


def _changed_columns(before: SheetProof, now: SheetProof) -> list[int]:
    wide = max(len(before.columns), len(now.columns))
    return [c for c in range(wide) if before.columns[c : c + 1] != now.columns[c : c + 1]]


def _equal(one: Sequence[bytes], other: Sequence[bytes]) -> int:
    """How many they have in common from the beginning."""
    number = 0
    for left, right in zip(one, other, strict=False):
        if left != right:
            break
        number += 1
    return number
