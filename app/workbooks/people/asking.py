"""Asks the reading child for people instead of cells, so that both processes work at once."""

import pickle
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from app.domain.errors import WorkbookDamaged
from app.domain.plain_block import PlainBlock
from app.domain.plain_row import PlainRow
from app.domain.roster import RosterRow, SkippedRow
from app.workbooks.layout.row_edits import NO_EDITS, Edits
from app.workbooks.layout.sheet import SheetLayout
from app.workbooks.people.frames import unpacked
from app.workbooks.reading import Merge, OpenedWorkbook


def people_of(
    workbook: OpenedWorkbook,
    layout: SheetLayout,
    merges: Sequence[Merge],
    *,
    keep_contacts: bool = False,
    edits: Edits = NO_EDITS,
    as_of: date | None = None,
    in_blocks: bool = False,
) -> Iterator[RosterRow | SkippedRow | PlainRow | PlainBlock]:
    """Every non-blank row below the header, read once; the child begins at once and works ahead.

    Args:
        workbook: opened with `CHILD`.
        layout: with a header, as detected or as a person changed it.
        merges: joined cells of the sheet.
        edits: what a person put into cells instead, by row (1-based) and column (0-based).
        as_of: the day of counts without one; with it, plain rows come as `PlainRow`s.
        in_blocks: plain rows that follow each other come as `PlainBlock`s.
        keep_contacts: telephone and e-mail are dropped in the child unless the clerk keeps them.

    Raises:
        WorkbookDamaged: or another refusal of `OpenedWorkbook.chunks`.
    """
    # Pickled in this direction only: the child may trust the program, never the other way round.
    wanted = pickle.dumps((layout, tuple(merges), keep_contacts, {**edits}, as_of, in_blocks))
    return _rows_in(workbook.path, workbook.ask("people", layout.index, wanted))


def _rows_in(
    path: Path, frames: Iterator[tuple[str, Any]]
) -> Iterator[RosterRow | SkippedRow | PlainRow | PlainBlock]:
    for _, chunk in frames:
        try:
            rows = unpacked(chunk)
        except ValueError:
            raise WorkbookDamaged(path) from None
        yield from rows
