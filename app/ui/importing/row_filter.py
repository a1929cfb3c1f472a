"""Which rows of a sheet are in view: those of some outcomes, or those of one kind to check."""

from collections.abc import Sequence
from typing import TypeAlias

from app.domain.roster import Outcome
from app.ui.importing.findings import Group, OpenedSheet
from app.ui.importing.prepared import Prepared

Filter: TypeAlias = frozenset[Outcome] | Group | None
"""None: all rows."""


def rows_in_view(prepared: Prepared | None, wanted: Filter, sheet: OpenedSheet) -> Sequence[int]:
    """Numbers of the rows of a sheet that a filter lets through."""
    if prepared is None or wanted is None:
        return []
    if isinstance(wanted, Group):
        return [finding.row for finding in wanted.findings if finding.sheet is sheet]
    rows = prepared.rows.get(sheet, {})
    return [number for number, row in rows.items() if row.outcome in wanted]
