"""Rows of our own workbook of held rows, on their way back into the rows that wait."""

from collections.abc import Iterable

from app.domain.roster import RosterRow, SkippedRow
from app.services.importing.held_texts import returned
from app.services.importing.settling import code_of
from app.storage.held import all_held_rows
from app.storage.transaction import Transaction


class ReturnedRows:
    """Knows what waits, by the code that the workbook bears."""

    def __init__(self, tx: Transaction) -> None:
        self._waiting = {code_of(held): held for held in all_held_rows(tx)}

    @property
    def nothing_waits(self) -> bool:
        """No row waits in this office."""
        return not self._waiting

    def restored(
        self, rows: Iterable[RosterRow | SkippedRow] | None
    ) -> Iterable[RosterRow | SkippedRow] | None:
        """The rows of a sheet that carries codes; None: it carries none."""
        if rows is None or not self._waiting:
            return rows
        return [self._restored(row) for row in rows]

    def _restored(self, row: RosterRow | SkippedRow) -> RosterRow | SkippedRow:
        held = self._waiting.get(row.held_code) if isinstance(row, RosterRow) else None
        return returned(held, row) if held is not None and isinstance(row, RosterRow) else row
