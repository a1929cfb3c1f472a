"""Which waiting rows an import settles: by their code, or because the same row came again."""

import hashlib
import json
from collections.abc import Mapping
from typing import TYPE_CHECKING

from app.domain.name import fold_name
from app.domain.plain_row import PlainRow
from app.domain.roster import HoldReason, Outcome, PlannedRow
from app.services.importing.held_texts import NIP_IN_FILE, texts_to_keep
from app.storage.held import HeldRow, all_held_rows, change_held, remove_held
from app.storage.known import names_of
from app.storage.transaction import Transaction

if TYPE_CHECKING:
    from app.domain.nip import NipFlaw

_CHECK = 6


def code_of(held: HeldRow) -> str:
    """What our workbook of held rows calls a row: its id, and a check that it is this very row."""
    whole = f"{held.id} {held.file} {held.sheet} {held.row}"
    return f"G{held.id}-{hashlib.sha256(whole.encode()).hexdigest()[:_CHECK].upper()}"


class Settling:
    """Sees every row of an import; nothing of it is kept for offices where nothing waits."""

    def __init__(self, tx: Transaction) -> None:
        waiting = all_held_rows(tx)
        self._tx = tx
        self._by_code = {code_of(held): held for held in waiting}
        self._by_place: dict[tuple[str, str, int], list[HeldRow]] = {}
        self._by_texts: dict[str, list[HeldRow]] = {}
        for held in waiting:
            self._by_place.setdefault((held.file, held.sheet, held.row), []).append(held)
            self._by_texts.setdefault(_key(held.texts), []).append(held)
        self._settled: set[int] = set()
        self._kept: dict[int, tuple[NipFlaw | HoldReason, Mapping[str, str]]] = {}
        self._came_again: list[tuple[HeldRow, str]] = []

    @property
    def waits(self) -> bool:
        """Whether any row waits; else no row need be seen."""
        return bool(self._by_code)

    def keeps(self, row: PlannedRow | PlainRow, texts: Mapping[str, str]) -> bool:
        """Whether a row of our own workbook goes on waiting where it waits already."""
        if isinstance(row, PlainRow):
            return False
        coded = self._by_code.get(row.held_code) if row.held_code else None
        if coded is None or row.held_for is None or coded.id in self._settled:
            return False
        self._kept[coded.id] = (row.held_for, texts_to_keep(coded, texts))
        return True

    def see(
        self, file: str, sheet: str, row: PlannedRow | PlainRow, texts: Mapping[str, str]
    ) -> None:
        """One row of the plan; `texts` of a held one."""
        if not self._by_code:
            return
        if isinstance(row, PlainRow):
            row = PlannedRow(row.row, Outcome.NEW, row.nip)
        if row.outcome is Outcome.SKIPPED:
            return
        coded = self._by_code.get(row.held_code) if row.held_code else None
        if coded is not None:
            self._settled.add(coded.id)
        if row.outcome is Outcome.HELD:
            # It waits anew: once is enough.
            self._settled |= {held.id for held in self._by_texts.get(_key(texts), ())}
        elif row.nip is not None:
            for held in self._by_place.get((file, sheet, row.row), ()):
                self._came_again.append((held, row.nip))

    def finish(self, action: int) -> int:
        """Ends the waiting of what was settled; gives how many rows that is."""
        for held_id, (reason, texts) in self._kept.items():
            if held_id not in self._settled:
                change_held(self._tx, action, held_id, reason, texts)
        names = names_of(self._tx, {nip for _, nip in self._came_again})
        for held, nip in self._came_again:
            # The same place in a file of the same name is the same row only with the same name.
            name = fold_name(held.texts.get("name", ""))
            if name and name == fold_name(names.get(nip, "")):
                self._settled.add(held.id)
        return remove_held(self._tx, action, self._settled) if self._settled else 0


def _key(texts: Mapping[str, str]) -> str:
    said = {field: text for field, text in texts.items() if field != NIP_IN_FILE}
    return json.dumps(said, sort_keys=True)
